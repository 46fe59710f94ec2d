import { defineWords } from '#shared/words';

export const words = defineWords('transfersScreens', {
  transfers: ['会籍接转', 'Transfers'],
  also: ['转会 转工会 换单位 介绍信 会员关系', 'transfer move union letter membership'],
});
