import { defineWords } from '#shared/words';

export const words = defineWords('membersScreens', {
  register: ['会员名册', 'Members'],
  card: ['会员证', 'Member card'],
  cardAlso: ['会员卡 二维码 会籍', 'membership card code'],
});
