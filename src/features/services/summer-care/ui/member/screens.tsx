import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'summer-care',
  screens: [
    { path: '/summer-care', screen: lazy(() => import('./Home.tsx')) },
    { path: '/summer-care/sessions/:id', screen: lazy(() => import('./Session.tsx')) },
    { path: '/summer-care/sessions/:id/join', screen: lazy(() => import('./SignUp.tsx')) },
    { path: '/summer-care/entries/:id', screen: lazy(() => import('./Entry.tsx')) },
    { path: '/summer-care/entries/:id/edit', screen: lazy(() => import('./Edit.tsx')) },
    { path: '/summer-care/entries/:id/cards', screen: lazy(() => import('./Cards.tsx')) },
    { path: '/summer-care/entries/:id/certificate', screen: lazy(() => import('./Certificate.tsx')) },
    { path: '/summer-care/duty/:id', screen: lazy(() => import('./Duty.tsx')) },
  ],
  services: [{ area: 'services', title: words.care, icon: 'child', path: '/summer-care', order: 45, also: words.also }],
  home: [{ order: 92, card: lazy(() => import('./HomeCard.tsx')) }],
} satisfies MemberPart;
