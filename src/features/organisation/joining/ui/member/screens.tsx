import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'joining',
  screens: [
    { path: '/join', screen: lazy(() => import('./WhichCode.tsx')), public: true },
    { path: '/join/:joinCode', screen: lazy(() => import('./Join.tsx')), public: true },
    { path: '/joining', screen: lazy(() => import('./MyApplications.tsx')) },
    { path: '/joining/:id', screen: lazy(() => import('./MyApplication.tsx')) },
  ],
  services: [{ area: 'organisation', title: words.join, icon: 'join', path: '/joining', order: 10, also: words.joinAlso }],
  doors: [{ title: words.join, note: words.joinNote, icon: 'join', path: '/join', order: 10 }],
} satisfies MemberPart;
