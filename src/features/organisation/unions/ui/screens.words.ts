import { defineWords } from '#shared/words';

export const words = defineWords('unionsScreens', {
  tree: ['工会与任职', 'Unions and offices'],
});
