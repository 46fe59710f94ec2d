import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'suggestions',
  screens: [
    { path: '/suggestions/reviews', screen: lazy(() => import('./Reviews.tsx')) },
    { path: '/suggestions/reviews/:id', screen: lazy(() => import('./Review.tsx')) },
  ],
  services: [
    { area: 'innovation', title: words.reviews, icon: 'tasks', path: '/suggestions/reviews', order: 40, also: words.reviewsAlso },
  ],
  home: [{ order: 30, card: lazy(() => import('./ReviewsCard.tsx')) }],
} satisfies MemberPart;
