import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';
import { words } from '../screens.words.ts';

export default {
  part: 'messages',
  area: 'across',
  screens: [
    { path: '/messages', screen: lazy(() => import('./Messages.tsx')) },
    { path: '/messages/settings', screen: lazy(() => import('./Settings.tsx')) },
    { path: '/message-channels', screen: lazy(() => import('./Channels.tsx')) },
    { path: '/message-log', screen: lazy(() => import('./Log.tsx')) },
  ],
  menu: [
    { title: words.channels, path: '/message-channels', can: 'messages.channels', icon: 'robot', order: 700 },
    { title: words.log, path: '/message-log', can: 'messages.log', icon: 'send', order: 710 },
  ],
} satisfies ConsolePart;
