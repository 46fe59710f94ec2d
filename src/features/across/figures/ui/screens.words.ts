import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('figures.screens', {
  title: ['数据', 'Figures'],
});
