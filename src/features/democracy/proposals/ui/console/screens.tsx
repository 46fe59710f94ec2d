import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'proposals',
  area: 'democracy',
  screens: [
    { path: '/proposals', screen: lazy(() => import('./Register.tsx')) },
    { path: '/proposals/:id', screen: lazy(() => import('./ProposalPage.tsx')) },
    { path: '/proposal-collections', screen: lazy(() => import('./Collections.tsx')) },
    { path: '/proposal-collections/:id', screen: lazy(() => import('./Report.tsx')) },
    { path: '/proposal-collections/:id/paper', screen: lazy(() => import('./ReportPaper.tsx')), bare: true },
    { path: '/proposal-collections/:id/rewards', screen: lazy(() => import('./Rewards.tsx')) },
  ],
  menu: [{ title: words.register, path: '/proposals', can: 'proposals.read', order: 16 }, { title: words.collections, path: '/proposal-collections', can: 'proposals.read', order: 17 }],
  worklist: [{ kind: 'proposal', title: words.proposal, icon: 'form', open: (id) => `/proposals/${id}`, aside: lazy(() => import('./Aside.tsx')) }],
} satisfies ConsolePart;
