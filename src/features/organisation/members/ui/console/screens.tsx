import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'members',
  area: 'organisation',
  screens: [
    { path: '/members', screen: lazy(() => import('./Members.tsx')) },
    { path: '/members/:id', screen: lazy(() => import('./MemberPage.tsx')) },
  ],
  menu: [{ title: words.register, path: '/members', can: 'members.read', order: 15 }],
} satisfies ConsolePart;
