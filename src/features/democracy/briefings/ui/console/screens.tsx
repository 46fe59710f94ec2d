import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'briefings',
  area: 'democracy',
  screens: [
    { path: '/briefings', screen: lazy(() => import('./Register.tsx')) },
    { path: '/briefings/new', screen: lazy(() => import('./Form.tsx')) },
    { path: '/briefings/:id', screen: lazy(() => import('./BriefingPage.tsx')) },
    { path: '/briefings/:id/edit', screen: lazy(() => import('./Form.tsx')) },
    { path: '/briefings/:id/screen', screen: lazy(() => import('./BigScreen.tsx')), bare: true },
    { path: '/briefings/:id/minutes', screen: lazy(() => import('./Minutes.tsx')), bare: true },
    { path: '/briefing-questions/:id', screen: lazy(() => import('../both/Redirect.tsx')) },
    { path: '/briefing-statistics', screen: lazy(() => import('./Statistics.tsx')) },
  ],
  menu: [{ title: words.register, path: '/briefings', can: 'briefings.keep', order: 20 }, { title: words.statistics, path: '/briefing-statistics', can: 'briefings.keep', order: 21 }],
  worklist: [
    { kind: 'briefing', title: words.briefing, icon: 'hall', open: (id) => `/briefings/${id}` },
    { kind: 'briefingQuestion', title: words.question, icon: 'talk', open: (id) => `/briefing-questions/${id}` },
  ],
} satisfies ConsolePart;
