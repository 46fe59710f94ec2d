import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'suggestions',
  area: 'innovation',
  screens: [
    { path: '/suggestions', screen: lazy(() => import('./Register.tsx')) },
    { path: '/suggestions/quality', screen: lazy(() => import('./Quality.tsx')) },
    { path: '/suggestions/settings', screen: lazy(() => import('./Settings.tsx')) },
    { path: '/suggestion-standards', screen: lazy(() => import('./Standards.tsx')) },
    { path: '/suggestion-imports', screen: lazy(() => import('./Imports.tsx')) },
    { path: '/suggestion-imports/:id', screen: lazy(() => import('./ImportPage.tsx')) },
    { path: '/suggestion-benefits', screen: lazy(() => import('./Benefits.tsx')) },
    { path: '/suggestions/:id', screen: lazy(() => import('./SuggestionPage.tsx')) },
  ],
  menu: [
    { title: words.register, path: '/suggestions', can: 'suggestions.read', group: 'suggestions', order: 10 },
    { title: words.benefits, path: '/suggestion-benefits', can: 'suggestions.read', group: 'suggestions', order: 15 },
    { title: words.standards, path: '/suggestion-standards', can: 'suggestions.read', group: 'suggestions', order: 20 },
    { title: words.quality, path: '/suggestions/quality', can: 'suggestions.decide', group: 'suggestions', order: 12 },
    { title: words.settings, path: '/suggestions/settings', can: 'suggestions.settle', group: 'suggestions', order: 28 },
    { title: words.imports, path: '/suggestion-imports', can: 'suggestions.import', group: 'suggestions', order: 26 },
  ],
  worklist: [{ kind: 'suggestion', title: words.suggestion, icon: 'idea', open: (id) => `/suggestions/${id}`, aside: lazy(() => import('./SuggestionAside.tsx')) }],
} satisfies ConsolePart;
