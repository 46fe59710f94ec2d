import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('letters.screens', {
  mailbox: ['主席信箱', 'Write to the chair'],
  mailboxAlso: ['写信 投诉 反映 建议 意见 工资 食堂 领导', 'letter complaint suggestion pay boss canteen'],
  board: ['问答公开栏', 'Public answers'],
  boardAlso: ['公开 答复 别人问过', 'published answers questions'],
  anonymous: ['匿名写信', 'Anonymous letter'],
  anonymousNote: ['不用登录，不知道您是谁', 'No signing in; nobody learns who you are'],
  followUp: ['凭查询码看答复', 'Follow up by code'],
  followUpNote: ['匿名信的 16 位查询码', 'The 16-digit code of an anonymous letter'],
  register: ['来信登记簿', 'Register of letters'],
  letter: ['来信', 'Letters'],
});
