import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'housing',
  area: 'services',
  screens: [
    { path: '/housing', screen: lazy(() => import('./Register.tsx')) },
    { path: '/housing/new', screen: lazy(() => import('./Edit.tsx')) },
    { path: '/housing/:id', screen: lazy(() => import('./AllocationPage.tsx')) },
    { path: '/housing/:id/edit', screen: lazy(() => import('./Edit.tsx')) },
    { path: '/housing/:id/queue', screen: lazy(() => import('./Queue.tsx')) },
    { path: '/housing-applications', screen: lazy(() => import('./Applications.tsx')) },
    { path: '/housing-applications/:id', screen: lazy(() => import('./ApplicationPage.tsx')) },
    { path: '/housing-tenancies', screen: lazy(() => import('./Tenancies.tsx')) },
    { path: '/housing-tenancies/:id', screen: lazy(() => import('./TenancyPage.tsx')) },
    { path: '/housing-statistics', screen: lazy(() => import('./Statistics.tsx')) },
  ],
  menu: [
    { title: words.allocations, path: '/housing', can: 'housing.keep', order: 60 },
    { title: words.applications, path: '/housing-applications', can: 'housing.check', order: 61 },
    { title: words.tenancies, path: '/housing-tenancies', can: 'housing.keep', order: 62 },
  ],
  worklist: [{ kind: 'housingApplication', title: words.housing, icon: 'house', open: (id) => `/housing-applications/${id}` }],
} satisfies ConsolePart;
