import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'briefings',
  screens: [
    { path: '/briefings', screen: lazy(() => import('./List.tsx')) },
    { path: '/briefings/:id', screen: lazy(() => import('./One.tsx')) },
    { path: '/briefing-questions/:id', screen: lazy(() => import('../both/Redirect.tsx')) },
  ],
  services: [{ area: 'democracy', title: words.briefings, icon: 'hall', path: '/briefings', order: 20, also: words.also }],
} satisfies MemberPart;
