import { pack, usual } from '../rule.rules.ts';
import { documents as d } from './documents.words.ts';
import { savingTitles } from './titles.words.ts';

const whole = (min: number, max: number) => ({ kind: 'whole', min, max }) as const;
const days = { unit: 'workdays', comparator: 'LE', stricter: 'smaller' } as const;

/** Small savings per post and their monthly prize (source file 004 names the practice and no number: all of them are to be confirmed). */
export const savings = pack('savings', savingTitles, {
  'savings.verify.withinWorkdays': { ...days, shape: whole(1, 30), rules: [usual(5, d.product)] },
  'savings.escalate.everyWorkdays': { ...days, shape: whole(1, 20), rules: [usual(5, d.product)] },
  'savings.entry.withinDays': { shape: whole(1, 400), unit: 'days', comparator: 'LE', stricter: 'nearer', rules: [usual(92, d.product)] },
  'savings.financeAbove.fen': { shape: whole(0, 100_000_000_000), unit: 'fen', comparator: 'GT', stricter: 'smaller', rules: [usual(1_000_000, d.product)] },
  'savings.prize.count': { shape: whole(0, 1000), unit: 'people', comparator: 'LE', stricter: 'nearer', rules: [usual(10, d.product)] },
  'savings.prize.each': { shape: whole(0, 100_000_000), unit: 'fen', comparator: 'EQ', stricter: 'nearer', rules: [usual(5_000, d.product)] },
});
