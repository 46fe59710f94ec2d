import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'surveys',
  screens: [
    { path: '/surveys', screen: lazy(() => import('./Surveys.tsx')) },
    { path: '/surveys/:id', screen: lazy(() => import('./Answer.tsx')) },
    { path: '/surveys/:id/results', screen: lazy(() => import('./Results.tsx')) },
    { path: '/surveys/:id/deeds', screen: lazy(() => import('./Deeds.tsx')) },
    { path: '/survey-link/:federation/:id/:no/:secret', screen: lazy(() => import('./ByLink.tsx')), public: true, bare: true },
  ],
  services: [{ area: 'democracy', title: words.surveys, icon: 'form', path: '/surveys', order: 40, also: words.also }],
  home: [{ order: 30, card: lazy(() => import('./Waiting.tsx')) }],
} satisfies MemberPart;
