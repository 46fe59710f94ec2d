import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('briefings.screens', {
  briefings: ['厂情通报会', 'Briefings'], also: ['通报会 提问 会议 签到 纪要', 'meeting questions minutes check in'], register: ['通报会', 'Briefings'], statistics: ['通报会统计', 'Briefing figures'], briefing: ['通报会', 'Briefing'], question: ['通报会提问', 'Briefing question'],
});
