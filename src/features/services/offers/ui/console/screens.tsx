import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';

export default {
  part: 'offers',
  area: 'services',
  screens: [
    { path: '/offers/:id', screen: lazy(() => import('./OfferPage.tsx')) },
    { path: '/offers/:id/scan', screen: lazy(() => import('./Scan.tsx')) },
    { path: '/offers/:id/sheet', screen: lazy(() => import('./Sheet.tsx')), bare: true },
  ],
} satisfies ConsolePart;
