import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'ballots',
  area: 'democracy',
  screens: [
    { path: '/ballots', screen: lazy(() => import('./Register.tsx')) },
    { path: '/ballots/new', screen: lazy(() => import('./Edit.tsx')) },
    { path: '/ballots/:id', screen: lazy(() => import('./BallotPage.tsx')) },
    { path: '/ballots/:id/edit', screen: lazy(() => import('./Edit.tsx')) },
    { path: '/ballots/:id/hall', screen: lazy(() => import('./Hall.tsx')), bare: true },
    { path: '/ballots/:id/hall-voting', screen: lazy(() => import('./HallVoting.tsx')) },
    { path: '/ballots/:id/cards', screen: lazy(() => import('./CardsPaper.tsx')), bare: true },
    { path: '/ballots/:id/minutes', screen: lazy(() => import('./Minutes.tsx')), bare: true },
  ],
  menu: [{ title: words.ballots, path: '/ballots', can: 'ballots.keep', order: 20 }],
} satisfies ConsolePart;
