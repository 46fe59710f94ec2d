import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'activities',
  area: 'services',
  screens: [
    { path: '/activities', screen: lazy(() => import('./Register.tsx')) },
    { path: '/activities/new', screen: lazy(() => import('./Form.tsx')) },
    { path: '/activities/:id', screen: lazy(() => import('./ActivityPage.tsx')) },
    { path: '/activities/:id/edit', screen: lazy(() => import('./Form.tsx')) },
    { path: '/activities/:id/poster', screen: lazy(() => import('./Poster.tsx')), bare: true },
    { path: '/activity-statistics', screen: lazy(() => import('./Statistics.tsx')) },
  ],
  menu: [
    { title: words.register, path: '/activities', can: 'activities.keep', order: 10 },
    { title: words.statistics, path: '/activity-statistics', can: 'activities.keep', order: 11 },
  ],
  worklist: [{ kind: 'activity', title: words.activity, icon: 'calendar', open: (id) => `/activities/${id}`, aside: lazy(() => import('./Aside.tsx')) }],
} satisfies ConsolePart;
