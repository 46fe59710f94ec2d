import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'daily-question',
  screens: [
    { path: '/daily', screen: lazy(() => import('./Today.tsx')) },
    { path: '/daily/calendar', screen: lazy(() => import('./Calendar.tsx')) },
    { path: '/daily/wrong', screen: lazy(() => import('./Wrong.tsx')) },
    { path: '/daily/days/:day', screen: lazy(() => import('./PastDay.tsx')) },
  ],
  services: [{ area: 'democracy', title: words.daily, icon: 'calendar', path: '/daily', order: 15, also: words.also }],
  home: [{ order: 200, card: lazy(() => import('./HomeCard.tsx')) }],
} satisfies MemberPart;
