import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'clubs',
  area: 'services',
  screens: [
    { path: '/clubs', screen: lazy(() => import('./Register.tsx')) },
    { path: '/club-grants', screen: lazy(() => import('./Grants.tsx')) },
    { path: '/club-appraisal', screen: lazy(() => import('./Appraisal.tsx')) },
    { path: '/club-awards', screen: lazy(() => import('./Awards.tsx')) },
    { path: '/clubs/awards/:id', screen: lazy(() => import('./AwardPage.tsx')) },
    { path: '/clubs/:id', screen: lazy(() => import('./ClubPage.tsx')) },
  ],
  menu: [
    { title: words.register, path: '/clubs', can: 'clubs.keep', order: 40 },
    { title: words.grants, path: '/club-grants', can: 'clubs.keep', order: 41 },
    { title: words.appraisal, path: '/club-appraisal', can: 'clubs.keep', order: 42 },
    { title: words.awards, path: '/club-awards', can: 'clubs.keep', order: 43 },
  ],
  worklist: [{ kind: 'club', title: words.clubs, icon: 'people', open: (id) => `/clubs/${id}`, aside: lazy(() => import('./ClubAside.tsx')) }],
} satisfies ConsolePart;
