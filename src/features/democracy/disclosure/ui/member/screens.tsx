import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'disclosure',
  screens: [
    { path: '/disclosures', screen: lazy(() => import('./List.tsx')) },
    { path: '/disclosures/:id', screen: lazy(() => import('./One.tsx')) },
    { path: '/disclosures/:id/versions/:no', screen: lazy(() => import('./Version.tsx')) },
    { path: '/disclosure-questions/:id', screen: lazy(() => import('./MyQuestion.tsx')) },
  ],
  services: [{ area: 'democracy', title: words.disclosures, icon: 'board', path: '/disclosures', order: 10, also: words.also }],
  home: [{ order: 60, card: lazy(() => import('./UnreadCard.tsx')) }],
} satisfies MemberPart;
