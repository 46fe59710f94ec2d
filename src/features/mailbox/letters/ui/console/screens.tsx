import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'letters',
  area: 'mailbox',
  screens: [
    { path: '/letters', screen: lazy(() => import('./Register.tsx')) },
    { path: '/letters/:id', screen: lazy(() => import('./LetterPage.tsx')) },
    { path: '/letters/:id/print', screen: lazy(() => import('./LetterPrint.tsx')), bare: true },
  ],
  menu: [{ title: words.register, path: '/letters', can: 'letters.read', order: 10 }],
  worklist: [{ kind: 'letter', title: words.letter, icon: 'letter', open: (id) => `/letters/${id}`, aside: lazy(() => import('./LetterAside.tsx')) }],
} satisfies ConsolePart;
