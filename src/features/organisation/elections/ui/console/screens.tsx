import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'elections',
  area: 'organisation',
  screens: [
    { path: '/elections', screen: lazy(() => import('./Register.tsx')) },
    { path: '/elections/terms', screen: lazy(() => import('./Terms.tsx')) },
    { path: '/elections/new', screen: lazy(() => import('./Edit.tsx')) },
    { path: '/elections/:id', screen: lazy(() => import('./ElectionPage.tsx')) },
    { path: '/elections/:id/edit', screen: lazy(() => import('./Edit.tsx')) },
    { path: '/elections/:id/hall', screen: lazy(() => import('./HandOut.tsx')) },
    { path: '/elections/:id/papers/:which', screen: lazy(() => import('./Papers.tsx')), bare: true },
  ],
  menu: [{ title: words.elections, path: '/elections', can: 'elections.count', order: 40 }],
  worklist: [{ kind: 'committeeElection', title: words.elections, icon: 'vote', open: (id) => `/elections/${id}` as const, aside: lazy(() => import('./Aside.tsx')) }],
} satisfies ConsolePart;
