import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'sessions',
  area: 'democracy',
  screens: [
    { path: '/sessions', screen: lazy(() => import('./Register.tsx')) },
    { path: '/sessions/new', screen: lazy(() => import('./Plan.tsx')) },
    { path: '/sessions/:id', screen: lazy(() => import('./SessionPage.tsx')) },
    { path: '/sessions/:id/edit', screen: lazy(() => import('./Plan.tsx')) },
    { path: '/sessions/:id/door', screen: lazy(() => import('./Door.tsx')) },
    { path: '/sessions/:id/opinions', screen: lazy(() => import('./Opinions.tsx')) },
    { path: '/sessions/:id/hall', screen: lazy(() => import('./Hall.tsx')), bare: true },
    { path: '/sessions/:id/minutes', screen: lazy(() => import('./Minutes.tsx')), bare: true },
    { path: '/session-votes/:id', screen: lazy(() => import('./ToSession.tsx')) },
    { path: '/joint-decisions', screen: lazy(() => import('./Joint.tsx')) },
    { path: '/joint-decisions/new', screen: lazy(() => import('./JointNew.tsx')) },
    { path: '/joint-decisions/:id', screen: lazy(() => import('./JointPage.tsx')) },
  ],
  menu: [{ title: words.sessions, path: '/sessions', can: 'sessions.keep', order: 11 }, { title: words.joint, path: '/joint-decisions', can: 'sessions.keep', order: 12 }],
  worklist: [{ kind: 'congressSession', title: words.session, icon: 'hall', open: (id) => `/sessions/${id}` }],
} satisfies ConsolePart;
