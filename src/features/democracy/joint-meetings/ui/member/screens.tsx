import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'joint-meetings',
  screens: [
    { path: '/joint-meetings', screen: lazy(() => import('./Mine.tsx')) },
    { path: '/joint-meetings/:id', screen: lazy(() => import('./CouncilScreen.tsx')) },
    { path: '/joint-meetings/meetings/:id', screen: lazy(() => import('./MeetingScreen.tsx')) },
    { path: '/joint-meetings/items/:id', screen: lazy(() => import('./ItemScreen.tsx')) },
  ],
  services: [{ area: 'democracy', title: words.joint, icon: 'swap', path: '/joint-meetings', order: 60, also: words.also }],
  home: [{ order: 40, card: lazy(() => import('./HomeCard.tsx')) }],
} satisfies MemberPart;
