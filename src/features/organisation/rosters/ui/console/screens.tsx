import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'rosters',
  area: 'organisation',
  screens: [
    { path: '/rosters', screen: lazy(() => import('./Imports.tsx')) },
    { path: '/rosters/:id', screen: lazy(() => import('./ImportPage.tsx')) },
  ],
  menu: [{ title: words.imports, path: '/rosters', can: 'rosters.import', order: 30 }],
} satisfies ConsolePart;
