import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'receptions',
  area: 'mailbox',
  screens: [
    { path: '/receptions', screen: lazy(() => import('./Days.tsx')) },
    { path: '/receptions/:id', screen: lazy(() => import('./DayPage.tsx')) },
    { path: '/receptions/:id/print', screen: lazy(() => import('./Sheet.tsx')), bare: true },
  ],
  menu: [{ title: words.receptions, path: '/receptions', can: 'receptions.hold', order: 20 }],
} satisfies ConsolePart;
