import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'sign-in',
  screens: [
    { path: '/sign-in', screen: lazy(() => import('./SignIn.tsx')), public: true },
    { path: '/sign-in/:vendor', screen: lazy(() => import('./VendorBack.tsx')), public: true },
    { path: '/bind-account', screen: lazy(() => import('./BindAccount.tsx')) },
    { path: '/privacy-notice', screen: lazy(() => import('./Notice.tsx')), public: true },
    { path: '/welcome', screen: lazy(() => import('../both/Welcome.tsx')) },
    { path: '/needed', screen: lazy(() => import('./Needed.tsx')) },
    { path: '/consents', screen: lazy(() => import('./Consents.tsx')) },
    { path: '/safety', screen: lazy(() => import('./Safety.tsx')) },
  ],
  me: [
    { title: words.safety, icon: 'lock', path: '/safety', order: 80 },
    { title: words.consents, icon: 'shield', path: '/consents', order: 90 },
  ],
} satisfies MemberPart;
