import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'savings',
  screens: [
    { path: '/savings', screen: lazy(() => import('./Mine.tsx')) },
    { path: '/savings/new', screen: lazy(() => import('./Enter.tsx')) },
    { path: '/savings/:id', screen: lazy(() => import('./One.tsx')) },
  ],
  services: [{ area: 'innovation', title: words.savings, icon: 'money', path: '/savings', order: 40, also: words.also }],
} satisfies MemberPart;
