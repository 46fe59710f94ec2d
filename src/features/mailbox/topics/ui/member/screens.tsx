import { lazy } from 'react';
import type { MemberPart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'topics',
  screens: [
    { path: '/questionnaires', screen: lazy(() => import('./Questionnaires.tsx')) },
    { path: '/questionnaires/:id', screen: lazy(() => import('./Questionnaire.tsx')) },
  ],
  services: [{ area: 'mailbox', title: words.questionnaires, icon: 'form', path: '/questionnaires', order: 28, also: words.also }],
  home: [{ order: 20, card: lazy(() => import('./WaitingQuestionnaires.tsx')) }],
} satisfies MemberPart;
