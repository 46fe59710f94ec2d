import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'letters',
  screens: [
    { path: '/letters', screen: lazy(() => import('./Mine.tsx')) },
    { path: '/letters/new', screen: lazy(() => import('./Write.tsx')) },
    { path: '/letters/board', screen: lazy(() => import('./Board.tsx')) },
    { path: '/letters/:id/sent', screen: lazy(() => import('./Sent.tsx')) },
    { path: '/letters/:id', screen: lazy(() => import('./Letter.tsx')) },
    { path: '/anonymous', screen: lazy(() => import('./WhichUnion.tsx')), public: true },
    { path: '/anonymous/:joinCode', screen: lazy(() => import('./Anonymous.tsx')), public: true },
    { path: '/follow-up', screen: lazy(() => import('./FollowUp.tsx')), public: true },
  ],
  services: [
    { area: 'mailbox', title: words.mailbox, icon: 'letter', path: '/letters', order: 10, also: words.mailboxAlso, onHome: 1 },
    { area: 'mailbox', title: words.board, icon: 'board', path: '/letters/board', order: 20, also: words.boardAlso, onHome: 2 },
    { area: 'mailbox', title: words.anonymous, icon: 'hidden', path: '/anonymous', order: 30, also: words.anonymousNote },
    { area: 'mailbox', title: words.followUp, icon: 'key', path: '/follow-up', order: 40, also: words.followUpNote },
  ],
  doors: [
    { title: words.anonymous, note: words.anonymousNote, icon: 'hidden', path: '/anonymous', order: 20 },
    { title: words.followUp, note: words.followUpNote, icon: 'key', path: '/follow-up', order: 30 },
  ],
} satisfies MemberPart;
