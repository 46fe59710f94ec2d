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
  menu: [{ title: words.desk, path: '/indicators', can: 'indicators.read', icon: 'chart', order: 28 }],
} satisfies ConsolePart;
