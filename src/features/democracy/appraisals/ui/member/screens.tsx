import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'appraisals',
  screens: [
    { path: '/appraisals', screen: lazy(() => import('./Appraisals.tsx')) },
    { path: '/appraisals/:id', screen: lazy(() => import('./One.tsx')) },
  ],
  services: [{ area: 'democracy', title: words.appraisals, icon: 'star', path: '/appraisals', order: 22, also: words.also }],
  home: [{ order: 13, card: lazy(() => import('./DutyWaits.tsx')) }],
} satisfies MemberPart;
