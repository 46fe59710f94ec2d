import { defineWords } from '#shared/words';

export const words = defineWords('rulesScreens', {
  rulebook: ['规则', 'Rulebook'],
});
