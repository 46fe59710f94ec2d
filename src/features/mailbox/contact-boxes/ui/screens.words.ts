import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('contactBoxes.screens', {
  boxes: ['联系箱', 'Contact boxes'],
  duty: ['开箱', 'Box openings'],
});
