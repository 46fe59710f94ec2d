import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';

export default {
  part: 'sign-in',
  area: 'across',
  screens: [
    { path: '/sign-in', screen: lazy(() => import('./SignIn.tsx')), public: true },
    { path: '/first/:link', screen: lazy(() => import('../both/FirstAdministrator.tsx')), public: true },
    { path: '/welcome', screen: lazy(() => import('../both/Welcome.tsx')), bare: true },
    { path: '/needed', screen: lazy(() => import('./Needed.tsx')), bare: true },
    { path: '/safety', screen: lazy(() => import('./Safety.tsx')) },
    { path: '/consents', screen: lazy(() => import('./Consents.tsx')) },
  ],
} satisfies ConsolePart;
