import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'draws',
  area: 'services',
  screens: [
    { path: '/draws', screen: lazy(() => import('./Register.tsx')) },
    { path: '/draws/new', screen: lazy(() => import('./Edit.tsx')) },
    { path: '/draws/:id', screen: lazy(() => import('./DrawPage.tsx')) },
    { path: '/draws/:id/edit', screen: lazy(() => import('./Edit.tsx')) },
    { path: '/draws/:id/notice', screen: lazy(() => import('./Notice.tsx')), bare: true },
    { path: '/draw-schedules', screen: lazy(() => import('./Schedules.tsx')) },
  ],
  menu: [{ title: words.draws, path: '/draws', can: 'draws.keep', order: 30 }, { title: words.monthly, path: '/draw-schedules', can: 'draws.keep', order: 31 }],
} satisfies ConsolePart;
