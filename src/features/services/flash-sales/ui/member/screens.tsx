import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'flash-sales',
  screens: [
    { path: '/flash-sales', screen: lazy(() => import('./Sales.tsx')) },
    { path: '/flash-sales/:id', screen: lazy(() => import('./SalePage.tsx')) },
    { path: '/flash-sales/:id/order', screen: lazy(() => import('./OrderPage.tsx')) },
  ],
  services: [{ area: 'services', title: words.sales, icon: 'flash', path: '/flash-sales', order: 20, also: words.also }],
  home: [{ order: 210, card: lazy(() => import('./NextSale.tsx')) }],
} satisfies MemberPart;
