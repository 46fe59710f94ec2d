import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'codes',
  area: 'across',
  screens: [{ path: '/codes', screen: lazy(() => import('./Codes.tsx')) }],
  menu: [{ title: words.codes, path: '/codes', can: ['permissions.read', 'rosters.import'], icon: 'board', order: 930 }],
} satisfies ConsolePart;
