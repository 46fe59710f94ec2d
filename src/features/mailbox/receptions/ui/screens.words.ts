import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('receptions.screens', {
  receptions: ['接待日', 'Reception days'],
  also: ['预约 见主席 面谈 反映', 'appointment meet the chair in person'],
});
