import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'sessions',
  screens: [
    { path: '/sessions', screen: lazy(() => import('./List.tsx')) },
    { path: '/sessions/:id', screen: lazy(() => import('./One.tsx')) },
    { path: '/sessions/:id/items/:itemId', screen: lazy(() => import('./Item.tsx')) },
    { path: '/session-votes/:id', screen: lazy(() => import('./Vote.tsx')) },
    { path: '/session-decisions', screen: lazy(() => import('./Decisions.tsx')) },
  ],
  services: [
    { area: 'democracy', title: words.mine, icon: 'calendar', path: '/sessions', order: 11, also: words.also },
    { area: 'democracy', title: words.decisions, icon: 'law', path: '/session-decisions', order: 12, also: words.alsoDecisions },
  ],
  home: [{ order: 10, card: lazy(() => import('./Waiting.tsx')) }],
} satisfies MemberPart;
