import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'payment-lists',
  screens: [{ path: '/my-payments', screen: lazy(() => import('./MyPayments.tsx')) }],
  services: [{ area: 'funds', title: words.mine, icon: 'wallet', path: '/my-payments', order: 20, also: words.also }],
  me: [{ title: words.mine, icon: 'wallet', path: '/my-payments', order: 40 }],
} satisfies MemberPart;
