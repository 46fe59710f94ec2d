import { defineWords } from '#shared/words';

export const dailyQuestionTitles = defineWords('rulebook.dailyQuestion', {
  'dailyQuestion.points.answered': ['每日一题答题积分', 'Points for answering the daily question'],
  'dailyQuestion.points.right': ['每日一题答对加分', 'Points more for a right answer'],
  'dailyQuestion.points.streak': ['连续答题奖励积分', 'Points for a streak'],
  'dailyQuestion.streak.everyDays': ['每连续答题多少天奖励一次', 'Days of a streak that bring points'],
  'dailyQuestion.warn.aheadDays': ['提前多少天提醒缺题', 'Days ahead in which a missing question is warned of'],
});
