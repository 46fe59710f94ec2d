import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('messages.screens', {
  choices: ['消息设置', 'Message settings'],
  channels: ['消息通道', 'Message channels'],
  log: ['发送记录', 'Delivery log'],
});
