import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'disclosure',
  area: 'democracy',
  screens: [
    { path: '/disclosures', screen: lazy(() => import('./Register.tsx')) },
    { path: '/disclosures/new', screen: lazy(() => import('./Form.tsx')) },
    { path: '/disclosures/:id', screen: lazy(() => import('./ItemPage.tsx')) },
    { path: '/disclosures/:id/edit', screen: lazy(() => import('./Form.tsx')) },
    { path: '/disclosures/:id/versions/:no', screen: lazy(() => import('./VersionPage.tsx')) },
    { path: '/disclosure-duties', screen: lazy(() => import('./Duties.tsx')) },
    { path: '/disclosure-questions', screen: lazy(() => import('./Questions.tsx')) },
    { path: '/disclosure-questions/:id', screen: lazy(() => import('./QuestionPage.tsx')) },
    { path: '/disclosure-catalogue', screen: lazy(() => import('./Catalogue.tsx')) },
    { path: '/disclosure-statistics', screen: lazy(() => import('./Statistics.tsx')) },
    { path: '/disclosure-board', screen: lazy(() => import('./Board.tsx')), bare: true },
  ],
  menu: [
    { title: words.register, path: '/disclosures', can: 'disclosure.desk', order: 10 },
    { title: words.duties, path: '/disclosure-duties', can: 'disclosure.desk', order: 11 },
    { title: words.questions, path: '/disclosure-questions', can: 'disclosure.desk', order: 12 },
    { title: words.catalogue, path: '/disclosure-catalogue', can: 'disclosure.desk', order: 13 },
    { title: words.statistics, path: '/disclosure-statistics', can: 'disclosure.desk', order: 14 },
  ],
  worklist: [
    { kind: 'disclosure', title: words.item, icon: 'board', open: (id) => `/disclosures/${id}`, aside: lazy(() => import('./Aside.tsx')) },
    { kind: 'disclosureQuestion', title: words.question, icon: 'talk', open: (id) => `/disclosure-questions/${id}`, aside: lazy(() => import('./QuestionAside.tsx')) },
  ],
} satisfies ConsolePart;
