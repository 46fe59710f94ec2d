import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'suggestions',
  area: 'innovation',
  screens: [
    { path: '/suggestion-standards', screen: lazy(() => import('./Standards.tsx')) },
    { path: '/suggestion-benefits', screen: lazy(() => import('./Benefits.tsx')) },
  ],
  menu: [
    { title: words.benefits, path: '/suggestion-benefits', can: 'suggestions.read', order: 20 },
    { title: words.standards, path: '/suggestion-standards', can: 'suggestions.read', order: 25 },
  ],
} satisfies ConsolePart;
