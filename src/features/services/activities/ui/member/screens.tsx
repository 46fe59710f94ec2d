import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'activities',
  screens: [
    { path: '/activities', screen: lazy(() => import('./List.tsx')) },
    { path: '/activities/new', screen: lazy(() => import('./Write.tsx')) },
    { path: '/activities/mine', screen: lazy(() => import('./Mine.tsx')) },
    { path: '/activities/:id', screen: lazy(() => import('./One.tsx')) },
    { path: '/activities/:id/edit', screen: lazy(() => import('./Write.tsx')) },
    { path: '/activities/:id/join', screen: lazy(() => import('./SignUp.tsx')) },
    { path: '/activities/:id/photos', screen: lazy(() => import('./Pictures.tsx')) },
  ],
  services: [{ area: 'services', title: words.activities, icon: 'calendar', path: '/activities', order: 5, also: words.also, onHome: 3 }],
} satisfies MemberPart;
