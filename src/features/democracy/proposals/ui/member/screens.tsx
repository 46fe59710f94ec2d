import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'proposals',
  screens: [
    { path: '/proposals', screen: lazy(() => import('./Proposals.tsx')) },
    { path: '/proposals/new', screen: lazy(() => import('./Write.tsx')) },
    { path: '/proposals/:id', screen: lazy(() => import('./Proposal.tsx')) },
    { path: '/proposals/:id/edit', screen: lazy(() => import('./Edit.tsx')) },
  ],
  services: [{ area: 'democracy', title: words.proposals, icon: 'form', path: '/proposals', order: 15, also: words.also }],
  home: [{ order: 26, card: lazy(() => import('./Waiting.tsx')) }],
} satisfies MemberPart;
