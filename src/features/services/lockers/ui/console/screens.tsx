import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'lockers',
  area: 'services',
  screens: [
    { path: '/lockers', screen: lazy(() => import('./Cabinets.tsx')) },
    { path: '/lockers/loans', screen: lazy(() => import('./Loans.tsx')) },
    { path: '/lockers/reports', screen: lazy(() => import('./Reports.tsx')) },
    { path: '/lockers/refills', screen: lazy(() => import('./Refills.tsx')) },
    { path: '/lockers/statistics', screen: lazy(() => import('./Statistics.tsx')) },
    { path: '/lockers/:id', screen: lazy(() => import('./CabinetPage.tsx')) },
    { path: '/lockers/:id/labels', screen: lazy(() => import('./Labels.tsx')), bare: true },
    { path: '/lockers/:id/simulator', screen: lazy(() => import('./Simulator.tsx')) },
  ],
  menu: [{ title: words.lockers, path: '/lockers', can: 'lockers.keep', order: 50 }],
} satisfies ConsolePart;
