import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('pointsScreens', {
  mine: ['我的积分', 'My points'],
  also: ['积分 兑换 奖品 领奖 合理化建议', 'points prizes exchange reward collect'],
  people: ['积分排名', 'Points'],
  rounds: ['积分兑换', 'Exchange rounds'],
  counter: ['奖品发放', 'Hand out prizes'],
});
