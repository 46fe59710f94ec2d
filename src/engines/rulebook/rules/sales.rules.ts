import { pack, usual } from '../rule.rules.ts';
import { documents as d } from './documents.words.ts';
import { notes } from './notes.words.ts';
import { saleTitles } from './titles.words.ts';

const whole = (min: number, max: number) => ({ kind: 'whole', min, max }) as const;
const days = { unit: 'workdays', comparator: 'LE', stricter: 'smaller' } as const;

/** Flash sales (rules.md §12.4, §27): caps differ from province to province, so all of them are to be confirmed. */
export const sales = pack('sales', saleTitles, {
  'sales.approve.aboveFen': { shape: whole(0, 100_000_000_000), unit: 'fen', comparator: 'GT', stricter: 'smaller', rules: [usual(0, d.product)] },
  'sales.approve.withinWorkdays': { ...days, shape: whole(1, 30), rules: [usual(3, d.product)] },
  'sales.escalate.everyWorkdays': { ...days, shape: whole(1, 20), rules: [usual(3, d.product)] },
  'sales.personYear.fen': { shape: whole(0, 100_000_000), unit: 'fen', comparator: 'LE', stricter: 'smaller', rules: [usual(150_000, d.spending2017, '', notes.giftCap)] },
  'sales.notice.hours': { shape: whole(0, 720), unit: 'hours', comparator: 'GE', stricter: 'larger', rules: [usual(24, d.product)] },
  'sales.remind.minutes': { shape: whole(1, 1440), unit: 'minutes', comparator: 'EQ', stricter: 'nearer', rules: [usual(10, d.product)] },
});
