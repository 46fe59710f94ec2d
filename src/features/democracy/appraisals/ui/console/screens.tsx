import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'appraisals',
  area: 'democracy',
  screens: [
    { path: '/appraisals', screen: lazy(() => import('./Register.tsx')) },
    { path: '/appraisals/new', screen: lazy(() => import('./Edit.tsx')) },
    { path: '/appraisals/:id', screen: lazy(() => import('./AppraisalPage.tsx')) },
    { path: '/appraisals/:id/edit', screen: lazy(() => import('./Edit.tsx')) },
    { path: '/appraisals/:id/report', screen: lazy(() => import('./Report.tsx')) },
    { path: '/appraisals/:id/report/paper', screen: lazy(() => import('./ReportPaper.tsx')), bare: true },
  ],
  menu: [{ title: words.appraisals, path: '/appraisals', can: ['appraisals.keep', 'appraisals.read'], order: 22 }],
} satisfies ConsolePart;
