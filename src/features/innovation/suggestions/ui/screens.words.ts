import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('suggestions.screens', {
  standards: ['固化成果', 'Standards from suggestions'],
  benefits: ['效益核定', 'Benefits to verify'],
});
