import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'audit-log',
  screens: [{ path: '/me/looks', screen: lazy(() => import('./LooksAtMe.tsx')) }],
  me: [{ title: words.looksAtMe, icon: 'seen', path: '/me/looks', order: 60 }],
} satisfies MemberPart;
