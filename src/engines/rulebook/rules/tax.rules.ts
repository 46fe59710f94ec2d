import { law, pack } from '../rule.rules.ts';
import { documents as d } from './documents.words.ts';
import { taxTitles } from './titles.words.ts';

/** Tax that a union withholds (rules.md §27): prizes of draws are incidental income (偶然所得), each time by itself. */
export const tax = pack('tax', taxTitles, {
  'tax.prize.share': { shape: { kind: 'share' }, unit: 'share', comparator: 'EQ', stricter: 'nearer', rules: [law({ num: 1, den: 5 }, d.incomeTaxLaw, '3', '2019-01-01')] },
});
