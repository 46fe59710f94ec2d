import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('inquiries.screens', {
  inquiries: ['民主问询', 'Inquiry'],
  also: ['心里话 问询 意见 私下 匿名', 'ask private opinion'],
  register: ['民主问询', 'Inquiry'],
});
