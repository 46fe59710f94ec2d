import { pack, usual } from '../rule.rules.ts';
import { dailyQuestionTitles } from './daily-question-titles.words.ts';
import { documents as d } from './documents.words.ts';

const whole = (min: number, max: number) => ({ kind: 'whole', min, max }) as const;
const points = { shape: whole(0, 1000), unit: 'points', comparator: 'EQ', stricter: 'nearer' } as const;

/** The daily question (source file 004 names the practice and no number: all of them are to be confirmed). */
export const dailyQuestion = pack('dailyQuestion', dailyQuestionTitles, {
  'dailyQuestion.points.answered': { ...points, rules: [usual(1, d.product)] },
  'dailyQuestion.points.right': { ...points, rules: [usual(1, d.product)] },
  'dailyQuestion.points.streak': { ...points, rules: [usual(5, d.product)] },
  'dailyQuestion.streak.everyDays': { shape: whole(2, 366), unit: 'days', comparator: 'EQ', stricter: 'nearer', rules: [usual(7, d.product)] },
  'dailyQuestion.warn.aheadDays': { shape: whole(1, 31), unit: 'days', comparator: 'EQ', stricter: 'larger', rules: [usual(3, d.product)] },
});
