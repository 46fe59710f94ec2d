import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'figures',
  area: 'across',
  screens: [{ path: '/figures', screen: lazy(() => import('./Figures.tsx')) }],
  menu: [{ title: words.title, path: '/figures', can: 'figures.read', icon: 'chart', order: 10 }],
} satisfies ConsolePart;
