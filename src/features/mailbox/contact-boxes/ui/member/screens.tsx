import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';

export default {
  part: 'contact-boxes',
  screens: [
    { path: '/contact-boxes', screen: lazy(() => import('./MyBoxes.tsx')) },
    { path: '/contact-boxes/:id/open', screen: lazy(() => import('./LogOpening.tsx')) },
    { path: '/contact-boxes/:id/correct', screen: lazy(() => import('./CorrectOpening.tsx')) },
    { path: '/box/:joinCode/:number', screen: lazy(() => import('./Board.tsx')), public: true },
  ],
  home: [{ order: 90, card: lazy(() => import('./BoxesCard.tsx')) }],
} satisfies MemberPart;
