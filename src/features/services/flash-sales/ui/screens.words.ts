import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('salesScreens', {
  sales: ['一元抢', 'Flash sales'],
  also: ['秒杀 抢购 一元 福利 月饼 粽子 礼盒', 'sale grab yuan goods gift box'],
  approval: ['一元抢审批', 'Flash sale to approve'],
});
