import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'savings',
  area: 'innovation',
  screens: [
    { path: '/savings', screen: lazy(() => import('./Register.tsx')) },
    { path: '/saving-sums', screen: lazy(() => import('./Sums.tsx')) },
    { path: '/saving-prizes', screen: lazy(() => import('./Prizes.tsx')) },
    { path: '/savings/:id', screen: lazy(() => import('./SavingPage.tsx')) },
  ],
  menu: [
    { title: words.register, path: '/savings', can: 'savings.read', group: 'savings', order: 60 },
    { title: words.sums, path: '/saving-sums', can: 'savings.read', group: 'savings', order: 61 },
    { title: words.prizes, path: '/saving-prizes', can: 'savings.award', group: 'savings', order: 62 },
  ],
  worklist: [{ kind: 'saving', title: words.saving, icon: 'money', open: (id) => `/savings/${id}`, aside: lazy(() => import('./SavingAside.tsx')) }],
} satisfies ConsolePart;
