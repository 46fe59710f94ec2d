import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'topics',
  area: 'mailbox',
  screens: [
    { path: '/topics', screen: lazy(() => import('./Topics.tsx')) },
    { path: '/topics/:id', screen: lazy(() => import('./TopicPage.tsx')) },
    { path: '/measures/:id', screen: lazy(() => import('./MeasurePage.tsx')) },
  ],
  menu: [{ title: words.topics, path: '/topics', can: 'topics.read', order: 15 }],
  worklist: [
    { kind: 'topic', title: words.topic, icon: 'books', open: (id) => `/topics/${id}`, aside: lazy(() => import('./TopicAside.tsx')) },
    { kind: 'measure', title: words.measure, icon: 'tools', open: (id) => `/measures/${id}`, aside: lazy(() => import('./MeasureAside.tsx')) },
  ],
  beside: [{ kind: 'letter', panel: lazy(() => import('./SameMatter.tsx')) }],
} satisfies ConsolePart;
