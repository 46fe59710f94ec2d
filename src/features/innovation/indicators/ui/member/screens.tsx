import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'indicators',
  screens: [{ path: '/indicators', screen: lazy(() => import('./OurUnit.tsx')) }],
  services: [{ area: 'innovation', title: words.mine, icon: 'chart', path: '/indicators', order: 40, also: words.mineAlso }],
} satisfies MemberPart;
