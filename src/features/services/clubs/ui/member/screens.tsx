import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'clubs',
  screens: [
    { path: '/clubs', screen: lazy(() => import('./Clubs.tsx')) },
    { path: '/clubs/new', screen: lazy(() => import('./Propose.tsx')) },
    { path: '/clubs/:id', screen: lazy(() => import('./Club.tsx')) },
    { path: '/clubs/:id/change', screen: lazy(() => import('./Propose.tsx')) },
    { path: '/clubs/:id/members', screen: lazy(() => import('./Members.tsx')) },
    { path: '/clubs/:id/money', screen: lazy(() => import('./Money.tsx')) },
    { path: '/clubs/:id/report', screen: lazy(() => import('./Report.tsx')) },
    { path: '/clubs/:id/gathering', screen: lazy(() => import('./NewGathering.tsx')) },
    { path: '/club-gatherings/:id', screen: lazy(() => import('./Gathering.tsx')) },
  ],
  services: [{ area: 'services', title: words.clubs, icon: 'people', path: '/clubs', order: 20, also: words.also }],
} satisfies MemberPart;
