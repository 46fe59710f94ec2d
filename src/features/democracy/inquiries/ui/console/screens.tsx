import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'inquiries',
  area: 'democracy',
  screens: [{ path: '/inquiries', screen: lazy(() => import('./Register.tsx')) }, { path: '/inquiries/new', screen: lazy(() => import('./New.tsx')) }, { path: '/inquiries/:id', screen: lazy(() => import('./InquiryPage.tsx')) }],
  menu: [{ title: words.register, path: '/inquiries', can: 'inquiries.keep', order: 50 }],
} satisfies ConsolePart;
