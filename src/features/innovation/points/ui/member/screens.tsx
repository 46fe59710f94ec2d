import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'points',
  screens: [
    { path: '/points', screen: lazy(() => import('./MyPoints.tsx')) },
    { path: '/points/round', screen: lazy(() => import('./Prizes.tsx')) },
    { path: '/points/reservations', screen: lazy(() => import('./Reservations.tsx')) },
    { path: '/points/reservations/:id', screen: lazy(() => import('./Pass.tsx')) },
  ],
  services: [{ area: 'innovation', title: words.mine, icon: 'gift', path: '/points', order: 40, also: words.also }],
  me: [{ title: words.mine, icon: 'gift', path: '/points', order: 30 }],
} satisfies MemberPart;
