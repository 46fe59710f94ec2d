import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('suggestions.screens', {
  standards: ['固化成果', 'Standards from suggestions'],
  imports: ['建议台账导入', 'Import of registers'],
  benefits: ['效益核定', 'Benefits to verify'],
});
