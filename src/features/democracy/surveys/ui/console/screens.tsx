import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'surveys',
  area: 'democracy',
  screens: [
    { path: '/surveys', screen: lazy(() => import('./Register.tsx')) },
    { path: '/surveys/new', screen: lazy(() => import('./Edit.tsx')) },
    { path: '/surveys/:id', screen: lazy(() => import('./SurveyPage.tsx')) },
    { path: '/surveys/:id/edit', screen: lazy(() => import('./Edit.tsx')) },
    { path: '/surveys/:id/results', screen: lazy(() => import('./Findings.tsx')) },
    { path: '/surveys/:id/interview', screen: lazy(() => import('./Interview.tsx')) },
    { path: '/surveys/:id/links', screen: lazy(() => import('./LinkSheet.tsx')), bare: true },
    { path: '/surveys/:id/paper', screen: lazy(() => import('./PaperForm.tsx')), bare: true },
    { path: '/survey-tasks', screen: lazy(() => import('./Tasks.tsx')) },
    { path: '/survey-tasks/:id', screen: lazy(() => import('./TaskPage.tsx')) },
  ],
  menu: [{ title: words.register, path: '/surveys', can: 'surveys.keep', order: 40 }, { title: words.tasks, path: '/survey-tasks', can: 'surveys.tasks', order: 41 }],
  worklist: [{ kind: 'surveyTask', title: words.taskKind, icon: 'tasks', open: (id) => `/survey-tasks/${id}` }],
} satisfies ConsolePart;
