import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'summer-care',
  area: 'services',
  screens: [
    { path: '/summer-care', screen: lazy(() => import('./Programmes.tsx')) },
    { path: '/summer-care/new', screen: lazy(() => import('./ProgrammeForm.tsx')) },
    { path: '/summer-care/children', screen: lazy(() => import('./Children.tsx')) },
    { path: '/summer-care/statistics', screen: lazy(() => import('./Statistics.tsx')) },
    { path: '/summer-care/retention', screen: lazy(() => import('./Retention.tsx')) },
    { path: '/summer-care/:id', screen: lazy(() => import('./ProgrammePage.tsx')) },
    { path: '/summer-care/:id/edit', screen: lazy(() => import('./ProgrammeForm.tsx')) },
    { path: '/summer-care/sessions/:id', screen: lazy(() => import('./SessionPage.tsx')) },
    { path: '/summer-care/sessions/:id/day', screen: lazy(() => import('./DayPage.tsx')) },
    { path: '/summer-care/sessions/:id/certificates', screen: lazy(() => import('./Certificates.tsx')), bare: true },
  ],
  menu: [{ title: words.care, path: '/summer-care', can: 'summerCare.keep', order: 55 }],
} satisfies ConsolePart;
