import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'joint-meetings',
  area: 'democracy',
  screens: [
    { path: '/joint-meetings', screen: lazy(() => import('./Councils.tsx')) },
    { path: '/joint-meetings/list', screen: lazy(() => import('./WorkList.tsx')) },
    { path: '/joint-meetings/:id', screen: lazy(() => import('./CouncilPage.tsx')) },
    { path: '/joint-meetings/meetings/:id', screen: lazy(() => import('./MeetingPage.tsx')) },
    { path: '/joint-meetings/meetings/:id/paper', screen: lazy(() => import('./MinutesPaper.tsx')), bare: true },
    { path: '/joint-meetings/items/:id', screen: lazy(() => import('./ItemPage.tsx')) },
  ],
  menu: [{ title: words.councils, path: '/joint-meetings', can: 'jointMeetings.keep', order: 60 }, { title: words.list, path: '/joint-meetings/list', can: 'jointMeetings.keep', order: 61 }],
  worklist: [
    { kind: 'jointMeeting', title: words.meeting, icon: 'hall', open: (id) => `/joint-meetings/meetings/${id}` },
    { kind: 'jointItem', title: words.item, icon: 'tasks', open: (id) => `/joint-meetings/items/${id}` },
  ],
} satisfies ConsolePart;
