import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'rules',
  area: 'organisation',
  screens: [{ path: '/rules', screen: lazy(() => import('./Rulebook.tsx')) }],
  menu: [{ title: words.rulebook, path: '/rules', can: 'rules.read', order: 90 }],
} satisfies ConsolePart;
