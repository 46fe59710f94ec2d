import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'home',
  screens: [{ path: '/mine', screen: lazy(() => import('./Mine.tsx')) }],
  home: [{ order: 10, card: lazy(() => import('./WaitingCard.tsx')) }, { order: 100, card: lazy(() => import('./ThingsCard.tsx')) }],
  me: [{ title: words.things, icon: 'tasks', path: '/mine', order: 10 }],
} satisfies MemberPart;
