import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'my-data',
  screens: [
    { path: '/my-data/held', screen: lazy(() => import('./Held.tsx')) },
    { path: '/my-data/looks', screen: lazy(() => import('./Looks.tsx')) },
    { path: '/my-data/export', screen: lazy(() => import('./Export.tsx')) },
    { path: '/my-data/requests', screen: lazy(() => import('./Requests.tsx')) },
    { path: '/my-data/requests/new', screen: lazy(() => import('./NewRequest.tsx')) },
    { path: '/my-data/requests/:id', screen: lazy(() => import('./Request.tsx')) },
  ],
  me: [{ title: words.held, icon: 'seen', path: '/my-data/held', order: 85 }],
} satisfies MemberPart;
