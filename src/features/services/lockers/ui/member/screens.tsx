import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'lockers',
  screens: [
    { path: '/lockers', screen: lazy(() => import('./Near.tsx')) },
    { path: '/lockers/:id', screen: lazy(() => import('./Cabinet.tsx')) },
    { path: '/lockers/:id/swap', screen: lazy(() => import('./Swap.tsx')) },
    { path: '/lockers/:id/:no', screen: lazy(() => import('./Compartment.tsx')) },
    { path: '/lockers/:id/:no/report', screen: lazy(() => import('./Report.tsx')) },
    { path: '/locker-loans', screen: lazy(() => import('./Loans.tsx')) },
    { path: '/locker-loans/:id', screen: lazy(() => import('./Loan.tsx')) },
  ],
  services: [{ area: 'services', title: words.lockers, icon: 'box', path: '/lockers', order: 40, also: words.also }],
  home: [{ order: 95, card: lazy(() => import('./LoansCard.tsx')) }],
} satisfies MemberPart;
