import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('draws.screens', {
  draws: ['抽签', 'Draws'],
  monthly: ['每月抽签', 'Monthly draws'],
  also: ['抽奖 中签 生日 蛋糕 候补 验签 见证', 'lottery prize birthday cake winner witness check'],
});
