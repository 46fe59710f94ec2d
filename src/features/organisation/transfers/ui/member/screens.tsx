import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'transfers',
  screens: [
    { path: '/transfers', screen: lazy(() => import('./MyTransfers.tsx')) },
    { path: '/transfers/new', screen: lazy(() => import('./Ask.tsx')) },
    { path: '/transfers/:id', screen: lazy(() => import('./MyTransfer.tsx')) },
    { path: '/transfers/:id/letter', screen: lazy(() => import('../both/PaperPage.tsx')), bare: true },
  ],
  services: [{ area: 'organisation', title: words.transfers, icon: 'swap', path: '/transfers', order: 15, also: words.also }],
  home: [{ order: 20, card: lazy(() => import('./Invitations.tsx')) }],
} satisfies MemberPart;
