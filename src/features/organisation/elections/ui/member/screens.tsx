import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'elections',
  screens: [
    { path: '/elections', screen: lazy(() => import('./List.tsx')) },
    { path: '/elections/:id', screen: lazy(() => import('./Election.tsx')) },
    { path: '/elections/:id/propose', screen: lazy(() => import('./Propose.tsx')) },
    { path: '/elections/:id/votes/:ballot', screen: lazy(() => import('./Vote.tsx')) },
  ],
  services: [{ area: 'organisation', title: words.mine, icon: 'vote', path: '/elections', order: 40, also: words.also }],
  home: [{ order: 14, card: lazy(() => import('./Waiting.tsx')) }],
} satisfies MemberPart;
