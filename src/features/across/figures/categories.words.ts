import { defineWords } from '#shared/words';

/** Kinds of letters, as figures name them. */
export const words = defineWords('figures.categories', {
  pay: ['工资待遇', 'Pay'],
  time: ['工时休假', 'Hours and leave'],
  safety: ['安全健康', 'Safety and health'],
  living: ['食堂住宿', 'Food and housing'],
  insurance: ['社保公积金', 'Social insurance'],
  growth: ['培训发展', 'Training and growth'],
  difficulty: ['困难求助', 'Hardship'],
  management: ['管理建议', 'Management'],
  union: ['工会工作', 'The union itself'],
  other: ['其他', 'Other'],
});
