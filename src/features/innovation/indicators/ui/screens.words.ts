import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('indicators.screens', {
  desk: ['合理化建议指标', 'Suggestion indicators'],
  reports: ['留存报表', 'Kept reports'],
  booklet: ['成果汇编', 'Booklet'],
  mine: ['我们单位的合理化建议', 'How our unit stands'],
  mineAlso: ['合理化建议 参与率 提案率 采纳率 排名 指标', 'suggestion rates ranking indicators'],
});
