import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('home.screens', {
  things: ['我的事', 'My things'],
});
