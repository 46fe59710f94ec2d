import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'suggestions',
  area: 'innovation',
  screens: [
    { path: '/suggestion-standards', screen: lazy(() => import('./Standards.tsx')) },
    { path: '/suggestion-imports', screen: lazy(() => import('./Imports.tsx')) },
    { path: '/suggestion-imports/:id', screen: lazy(() => import('./ImportPage.tsx')) },
    { path: '/suggestion-benefits', screen: lazy(() => import('./Benefits.tsx')) },
  ],
  menu: [
    { title: words.benefits, path: '/suggestion-benefits', can: 'suggestions.read', order: 20 },
    { title: words.standards, path: '/suggestion-standards', can: 'suggestions.read', order: 25 },
    { title: words.imports, path: '/suggestion-imports', can: 'suggestions.import', order: 80 },
  ],
} satisfies ConsolePart;
