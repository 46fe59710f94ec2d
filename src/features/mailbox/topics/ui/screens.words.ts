import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('topics.screens', {
  topics: ['同类问题', 'Topics'],
  topic: ['同类问题', 'Topics'],
  measure: ['整改措施', 'Measures'],
  questionnaires: ['我的问卷', 'My questionnaires'],
  also: ['问卷 调查 意见 填表', 'questionnaire survey opinion form'],
});
