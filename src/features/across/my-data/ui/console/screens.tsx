import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'my-data',
  area: 'across',
  screens: [
    { path: '/data-requests', screen: lazy(() => import('./Register.tsx')) },
    { path: '/data-requests/:id', screen: lazy(() => import('./Request.tsx')) },
  ],
  menu: [{ title: words.requests, path: '/data-requests', can: 'myData.read', icon: 'shield', order: 90 }],
  worklist: [{ kind: 'dataRequest', title: words.requests, icon: 'shield', open: (id) => `/data-requests/${id}` }],
} satisfies ConsolePart;
