import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'audit-log',
  area: 'across',
  screens: [{ path: '/audit', screen: lazy(() => import('./AuditLog.tsx')) }],
  menu: [{ title: words.log, path: '/audit', can: 'audit.read', icon: 'clock', order: 900 }],
} satisfies ConsolePart;
