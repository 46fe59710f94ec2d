import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'rewards',
  area: 'innovation',
  screens: [
    { path: '/rewards', screen: lazy(() => import('./Months.tsx')) },
    { path: '/rewards/year', screen: lazy(() => import('./Year.tsx')) },
  ],
  menu: [{ title: words.rewards, path: '/rewards', can: 'rewards.read', group: 'rewards', order: 30 }],
} satisfies ConsolePart;
