import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'congress',
  screens: [
    { path: '/congress', screen: lazy(() => import('./MyCongress.tsx')) },
    { path: '/congress/terms/:id', screen: lazy(() => import('./Delegates.tsx')) },
    { path: '/congress/cards/:id', screen: lazy(() => import('./Card.tsx')) },
    { path: '/congress/elections/:id', screen: lazy(() => import('./Election.tsx')) },
  ],
  services: [{ area: 'democracy', title: words.mine, icon: 'hall', path: '/congress', order: 10, also: words.also }],
} satisfies MemberPart;
