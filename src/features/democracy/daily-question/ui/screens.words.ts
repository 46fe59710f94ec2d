import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('dailyQuestion.screens', {
  daily: ['每日一题', 'Daily question'], also: ['答题 知识 题目 积分 连续 打卡', 'quiz answer points streak knowledge'], boards: ['每日一题', 'Daily question'],
});
