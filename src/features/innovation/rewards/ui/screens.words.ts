import { defineWords } from '#shared/words';

export const words = defineWords('rewards.screens', {
  rewards: ['建议奖励', 'Rewards'],
});
