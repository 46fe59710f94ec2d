import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'congress',
  area: 'democracy',
  screens: [
    { path: '/congress', screen: lazy(() => import('./Bodies.tsx')) },
    { path: '/congress/new', screen: lazy(() => import('./NewBody.tsx')) },
    { path: '/congress/bodies/:id', screen: lazy(() => import('./BodyPage.tsx')) },
    { path: '/congress/terms/:id', screen: lazy(() => import('./TermPage.tsx')) },
    { path: '/congress/terms/:id/import', screen: lazy(() => import('./ImportRoll.tsx')) },
    { path: '/congress/terms/:id/list', screen: lazy(() => import('./RollPaper.tsx')), bare: true },
    { path: '/congress/terms/:id/cards', screen: lazy(() => import('./CardsPaper.tsx')), bare: true },
    { path: '/congress/elections/:id', screen: lazy(() => import('./ElectionPage.tsx')) },
  ],
  menu: [{ title: words.bodies, path: '/congress', can: 'congress.keep', order: 10 }],
} satisfies ConsolePart;
