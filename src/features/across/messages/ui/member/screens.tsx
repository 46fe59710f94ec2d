import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'messages',
  screens: [
    { path: '/messages', screen: lazy(() => import('./Messages.tsx')) },
    { path: '/messages/settings', screen: lazy(() => import('./Settings.tsx')) },
    { path: '/unsubscribe/:token', screen: lazy(() => import('./Unsubscribe.tsx')), public: true },
  ],
  me: [{ title: words.choices, icon: 'bell', path: '/messages/settings', order: 70 }],
} satisfies MemberPart;
