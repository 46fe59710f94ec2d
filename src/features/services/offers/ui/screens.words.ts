import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('offersScreens', {
  places: ['我的名额', 'My places'],
  also: ['名额 报名 凭证 二维码 候补 领取 抢 活动 places tickets code queue', 'places tickets code waiting list collect sign-up'],
});
