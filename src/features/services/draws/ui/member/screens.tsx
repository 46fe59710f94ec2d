import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'draws',
  screens: [
    { path: '/draws', screen: lazy(() => import('./Draws.tsx')) },
    { path: '/draws/:id', screen: lazy(() => import('./Draw.tsx')) },
    { path: '/draws/:id/witness', screen: lazy(() => import('./Witness.tsx')) },
    { path: '/draws-witnessed', screen: lazy(() => import('./Witnessed.tsx')) },
  ],
  services: [{ area: 'services', title: words.draws, icon: 'gift', path: '/draws', order: 40, also: words.also }],
} satisfies MemberPart;
