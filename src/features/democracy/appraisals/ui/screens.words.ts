import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('appraisals.screens', {
  appraisals: ['民主评议', 'Appraisals'],
  also: ['民主评议 述职 测评 干部 领导 优秀 称职', 'appraisal leaders duty report grade'],
});
