import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'inquiries',
  screens: [{ path: '/inquiries', screen: lazy(() => import('./Inquiries.tsx')) }, { path: '/inquiries/:id', screen: lazy(() => import('./Inquiry.tsx')) }],
  services: [{ area: 'democracy', title: words.inquiries, icon: 'talk', path: '/inquiries', order: 50, also: words.also }],
  home: [{ order: 31, card: lazy(() => import('./Invited.tsx')) }],
} satisfies MemberPart;
