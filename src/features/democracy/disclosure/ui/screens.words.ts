import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('disclosure.screens', {
  disclosures: ['厂务公开', 'Disclosure'],
  also: ['公开栏 知情 财务 工资 奖金 招投标 提问 异议', 'notices transparency wages budget tenders ask object'],
  register: ['公开登记', 'Disclosures'],
  duties: ['公开任务', 'Disclosure duties'],
  questions: ['公开提问', 'Disclosure questions'],
  catalogue: ['公开目录', 'Disclosure catalogue'],
  statistics: ['公开统计', 'Disclosure figures'],
  item: ['厂务公开', 'Disclosure'],
  question: ['公开事项提问', 'Question'],
});
