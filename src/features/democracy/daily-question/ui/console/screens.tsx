import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'daily-question',
  area: 'democracy',
  screens: [
    { path: '/daily-question', screen: lazy(() => import('./Boards.tsx')) },
    { path: '/daily-question/:id', screen: lazy(() => import('./BoardPage.tsx')) },
    { path: '/daily-question/:id/import', screen: lazy(() => import('./ImportBank.tsx')) },
    { path: '/daily-question/:id/days/:day', screen: lazy(() => import('./DayPage.tsx')) },
  ],
  menu: [{ title: words.boards, path: '/daily-question', can: 'dailyQuestion.keep', order: 45 }],
} satisfies ConsolePart;
