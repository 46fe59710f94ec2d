import { pack, usual } from '../rule.rules.ts';
import { documents as d } from './documents.words.ts';
import { lockerTitles } from './titles.words.ts';

const whole = (min: number, max: number) => ({ kind: 'whole', min, max }) as const;
const days = { unit: 'days', comparator: 'LE', stricter: 'smaller' } as const;

/** Shared lockers (source file 004 names the practice and no number: all of them are to be confirmed). */
export const lockers = pack('lockers', lockerTitles, {
  'lockers.remind.everyDays': { ...days, shape: whole(1, 30), rules: [usual(2, d.product)] },
  'lockers.escalate.afterDays': { ...days, shape: whole(1, 60), rules: [usual(3, d.product)] },
  'lockers.missing.afterDays': { ...days, shape: whole(2, 365), rules: [usual(14, d.product)] },
  'lockers.take.perDay': { shape: whole(1, 50), unit: 'count', comparator: 'LE', stricter: 'nearer', rules: [usual(3, d.product)] },
});
