import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'contact-boxes',
  area: 'mailbox',
  screens: [
    { path: '/contact-boxes', screen: lazy(() => import('./Boxes.tsx')) },
    { path: '/contact-boxes/:id', screen: lazy(() => import('./BoxPage.tsx')) },
    { path: '/contact-boxes/:id/key/:opening', screen: lazy(() => import('./KeyIn.tsx')) },
    { path: '/contact-boxes/:id/poster', screen: lazy(() => import('./Poster.tsx')), bare: true },
  ],
  menu: [{ title: words.boxes, path: '/contact-boxes', can: 'contactBoxes.keep', order: 25 }],
  worklist: [{ kind: 'boxOpening', title: words.duty, icon: 'box', open: (id) => `/contact-boxes/${id}`, aside: lazy(() => import('./BoxAside.tsx')) }],
} satisfies ConsolePart;
