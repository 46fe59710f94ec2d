import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('paymentLists.screens', {
  lists: ['发放表', 'Payment lists'],
  mine: ['我的发放', 'My payments'],
  also: ['奖金 补助 慰问 发钱 到账', 'money paid reward allowance bonus'],
});
