import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'points',
  area: 'innovation',
  screens: [
    { path: '/points/people', screen: lazy(() => import('./Ranking.tsx')) },
    { path: '/points/people/:schemeId/:personId', screen: lazy(() => import('./HolderPage.tsx')) },
    { path: '/points/people/:schemeId/:personId/print', screen: lazy(() => import('./Statement.tsx')), bare: true },
    { path: '/points/rounds', screen: lazy(() => import('./Rounds.tsx')) },
    { path: '/points/rounds/:id', screen: lazy(() => import('./RoundPage.tsx')) },
    { path: '/points/rounds/:id/sheet', screen: lazy(() => import('./Sheet.tsx')), bare: true },
    { path: '/points/reservations', screen: lazy(() => import('./Reservations.tsx')) },
    { path: '/points/counter', screen: lazy(() => import('./Counter.tsx')) },
  ],
  menu: [
    { title: words.people, path: '/points/people', can: 'points.view', group: 'rewards', order: 50 },
    { title: words.rounds, path: '/points/rounds', can: 'points.view', group: 'rewards', order: 51 },
    { title: words.counter, path: '/points/counter', can: 'points.handOut', group: 'rewards', order: 52 },
  ],
} satisfies ConsolePart;
