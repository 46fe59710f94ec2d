import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'members',
  screens: [{ path: '/card', screen: lazy(() => import('./MyCard.tsx')) }],
  services: [{ area: 'organisation', title: words.card, icon: 'card', path: '/card', order: 20, also: words.cardAlso, onHome: 2 }],
  me: [{ title: words.card, icon: 'card', path: '/card', order: 10 }],
} satisfies MemberPart;
