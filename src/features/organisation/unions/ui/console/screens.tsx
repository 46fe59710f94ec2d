import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'unions',
  area: 'organisation',
  screens: [
    { path: '/unions', screen: lazy(() => import('./Unions.tsx')) },
    { path: '/unions/:id', screen: lazy(() => import('./UnionPage.tsx')) },
    { path: '/unions/:id/poster', screen: lazy(() => import('./Poster.tsx')), bare: true },
  ],
  menu: [{ title: words.tree, path: '/unions', can: 'unions.read', order: 10 }],
  unions: () => import('./unions.ts'),
} satisfies ConsolePart;
