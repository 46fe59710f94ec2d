import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'suggestions',
  screens: [
    { path: '/suggestions', screen: lazy(() => import('./Mine.tsx')) },
    { path: '/suggestions/new', screen: lazy(() => import('./Write.tsx')) },
    { path: '/suggestions/shared', screen: lazy(() => import('./Shared.tsx')) },
    { path: '/suggestions/guide', screen: lazy(() => import('./Guide.tsx')) },
    { path: '/suggestions/reviews', screen: lazy(() => import('./Reviews.tsx')) },
    { path: '/suggestions/reviews/:id', screen: lazy(() => import('./Review.tsx')) },
    { path: '/suggestions/:id/sent', screen: lazy(() => import('./Sent.tsx')) },
    { path: '/suggestions/:id', screen: lazy(() => import('./Suggestion.tsx')) },
  ],
  services: [
    { area: 'innovation', title: words.mine, icon: 'idea', path: '/suggestions', order: 10, also: words.mineAlso, onHome: 3 },
    { area: 'innovation', title: words.shared, icon: 'star', path: '/suggestions/shared', order: 20, also: words.sharedAlso },
    { area: 'innovation', title: words.guide, icon: 'books', path: '/suggestions/guide', order: 30, also: words.guideAlso },
    { area: 'innovation', title: words.reviews, icon: 'tasks', path: '/suggestions/reviews', order: 40, also: words.reviewsAlso },
  ],
  home: [{ order: 30, card: lazy(() => import('./ReviewsCard.tsx')) }],
} satisfies MemberPart;
