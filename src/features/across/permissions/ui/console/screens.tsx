import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'permissions',
  area: 'across',
  screens: [{ path: '/permissions', screen: lazy(() => import('./Permissions.tsx')) }],
  menu: [{ title: words.permissions, path: '/permissions', can: 'permissions.read', icon: 'key', order: 910 }],
} satisfies ConsolePart;
