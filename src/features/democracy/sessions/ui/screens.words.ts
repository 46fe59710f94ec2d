import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('sessions.screens', {
  sessions: ['职代会会议', 'Congress sessions'], mine: ['我的会议', 'My sessions'], decisions: ['职代会决议', 'What the congress decided'], also: ['职代会 会议 签到 发言 表决 议题 审议', 'congress session agenda vote speak check in'], alsoDecisions: ['职代会 决议 落实 公布', 'congress resolution decision'], session: ['职代会会议', 'Session'], joint: ['共同决定', 'Joint decisions'],
});
