import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'joining',
  area: 'organisation',
  screens: [
    { path: '/joining', screen: lazy(() => import('./Applications.tsx')) },
    { path: '/joining/:id', screen: lazy(() => import('./ApplicationPage.tsx')) },
  ],
  menu: [{ title: words.desk, path: '/joining', can: 'joining.read', order: 20 }],
  worklist: [{ kind: 'joining', title: words.desk, icon: 'join', open: (id) => `/joining/${id}` as const, aside: lazy(() => import('./Aside.tsx')) }],
} satisfies ConsolePart;
