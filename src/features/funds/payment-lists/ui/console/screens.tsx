import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'payment-lists',
  area: 'funds',
  screens: [
    { path: '/payment-lists', screen: lazy(() => import('./Lists.tsx')) },
    { path: '/payment-lists/:id', screen: lazy(() => import('./ListPage.tsx')) },
    { path: '/payment-lists/:id/print', screen: lazy(() => import('./Sheet.tsx')), bare: true },
  ],
  menu: [{ title: words.lists, path: '/payment-lists', can: 'paymentLists.read', order: 30 }],
  worklist: [{ kind: 'paymentList', title: words.lists, icon: 'money', open: (id) => `/payment-lists/${id}`, aside: lazy(() => import('./Aside.tsx')) }],
} satisfies ConsolePart;
