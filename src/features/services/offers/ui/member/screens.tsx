import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'offers',
  screens: [
    { path: '/places', screen: lazy(() => import('./Places.tsx')) },
    { path: '/places/:id', screen: lazy(() => import('./Place.tsx')) },
    { path: '/places/:id/pass', screen: lazy(() => import('./Pass.tsx')) },
    { path: '/places/of/:id', screen: lazy(() => import('./OfOffer.tsx')) },
    { path: '/offers/:id/scan', screen: lazy(() => import('./Scan.tsx')) },
    { path: '/pay', screen: lazy(() => import('./Pay.tsx')) },
    { path: '/offers/:id/order', screen: lazy(() => import('./Order.tsx')) },
  ],
  services: [{ area: 'services', title: words.places, also: words.also, icon: 'qr', path: '/places', order: 1 }],
  me: [{ title: words.places, icon: 'qr', path: '/places', order: 20 }],
} satisfies MemberPart;
