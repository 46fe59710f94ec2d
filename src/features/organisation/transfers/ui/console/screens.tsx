import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'transfers',
  area: 'organisation',
  screens: [
    { path: '/transfers', screen: lazy(() => import('./Transfers.tsx')) },
    { path: '/transfers/invitations', screen: lazy(() => import('./Invitations.tsx')) },
    { path: '/transfers/:id', screen: lazy(() => import('./TransferPage.tsx')) },
    { path: '/transfers/:id/letter', screen: lazy(() => import('../both/PaperPage.tsx')), bare: true },
  ],
  menu: [{ title: words.transfers, path: '/transfers', can: 'transfers.read', order: 25 }],
  worklist: [{ kind: 'transfer', title: words.transfers, icon: 'swap', open: (id) => `/transfers/${id}` as const, aside: lazy(() => import('./Aside.tsx')) }],
} satisfies ConsolePart;
