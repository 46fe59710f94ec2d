import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'flash-sales',
  area: 'services',
  screens: [
    { path: '/flash-sales', screen: lazy(() => import('./Register.tsx')) },
    { path: '/flash-sales/new', screen: lazy(() => import('./SaleForm.tsx')) },
    { path: '/flash-sales/:id', screen: lazy(() => import('./SaleDesk.tsx')) },
    { path: '/flash-sales/:id/edit', screen: lazy(() => import('./SaleForm.tsx')) },
    { path: '/flash-sales/:id/hall', screen: lazy(() => import('./Hall.tsx')), bare: true },
    { path: '/flash-sales/:id/report', screen: lazy(() => import('./Report.tsx')), bare: true },
  ],
  menu: [{ title: words.sales, path: '/flash-sales', can: 'sales.keep', order: 20 }],
  worklist: [{ kind: 'sale', title: words.approval, icon: 'flash', open: (id) => `/flash-sales/${id}`, aside: lazy(() => import('./SaleAside.tsx')) }],
} satisfies ConsolePart;
