import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'ballots',
  screens: [
    { path: '/ballots', screen: lazy(() => import('./Ballots.tsx')) },
    { path: '/ballots/:id', screen: lazy(() => import('./Ballot.tsx')) },
    { path: '/recount/:federationId/:id', screen: lazy(() => import('./Recount.tsx')), public: true },
    { path: '/terminal/:federationId/:id', screen: lazy(() => import('./Terminal.tsx')), public: true, bare: true },
  ],
  services: [{ area: 'democracy', title: words.mine, icon: 'vote', path: '/ballots', order: 20, also: words.also }],
  home: [{ order: 12, card: lazy(() => import('./Waiting.tsx')) }],
} satisfies MemberPart;
