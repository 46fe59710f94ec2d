import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'indicators',
  area: 'innovation',
  screens: [
    { path: '/indicators', screen: lazy(() => import('./Indicators.tsx')) },
    { path: '/indicators/items', screen: lazy(() => import('./Items.tsx')) },
    { path: '/indicators/people', screen: lazy(() => import('./People.tsx')) },
    { path: '/indicators/targets', screen: lazy(() => import('./Targets.tsx')) },
    { path: '/indicators/reports', screen: lazy(() => import('./Reports.tsx')) },
    { path: '/indicators/reports/:id', screen: lazy(() => import('./KeptReport.tsx')), bare: true },
    { path: '/indicators/report', screen: lazy(() => import('./Report.tsx')), bare: true },
    { path: '/indicators/booklet', screen: lazy(() => import('./Booklet.tsx')) },
    { path: '/indicators/booklet/print', screen: lazy(() => import('./BookletPaper.tsx')), bare: true },
  ],
  menu: [
    { title: words.desk, path: '/indicators', can: 'indicators.read', group: 'reports', order: 70 },
    { title: words.reports, path: '/indicators/reports', can: 'indicators.read', group: 'reports', order: 72 },
    { title: words.booklet, path: '/indicators/booklet', can: 'indicators.read', group: 'reports', order: 73 },
  ],
} satisfies ConsolePart;
