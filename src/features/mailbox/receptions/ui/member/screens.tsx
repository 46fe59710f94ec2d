import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'receptions',
  screens: [{ path: '/receptions', screen: lazy(() => import('./Receptions.tsx')) }],
  services: [{ area: 'mailbox', title: words.receptions, icon: 'calendar', path: '/receptions', order: 25, also: words.also }],
} satisfies MemberPart;
