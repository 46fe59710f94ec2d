import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'housing',
  screens: [
    { path: '/housing', screen: lazy(() => import('./Home.tsx')) },
    { path: '/housing/:id', screen: lazy(() => import('./Allocation.tsx')) },
    { path: '/housing/:id/list', screen: lazy(() => import('./List.tsx')) },
    { path: '/housing/:id/apply', screen: lazy(() => import('./Apply.tsx')) },
    { path: '/housing/applications/:id', screen: lazy(() => import('./Application.tsx')) },
    { path: '/housing/applications/:id/edit', screen: lazy(() => import('./Edit.tsx')) },
  ],
  services: [{ area: 'services', title: words.housing, icon: 'house', path: '/housing', order: 60, also: words.also }],
} satisfies MemberPart;
