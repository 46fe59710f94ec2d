import { law, pack, usual } from '../rule.rules.ts';
import { documents as d } from './documents.words.ts';
import { notes } from './notes.words.ts';
import { membershipTitles } from './titles.words.ts';

const whole = (min: number, max: number) => ({ kind: 'whole', min, max }) as const;

/** Joining, transfer and dues (rules.md §4). */
export const membership = pack('membership', membershipTitles, {
  'membership.decide.withinWorkdays': { shape: whole(1, 60), unit: 'workdays', comparator: 'LE', stricter: 'smaller', rules: [usual(15, d.product)] },
  'membership.transfer.releaseAfterWorkdays': { shape: whole(1, 60), unit: 'workdays', comparator: 'GE', stricter: 'smaller', rules: [usual(10, d.product)] },
  'membership.lapse.afterMonths': {
    shape: whole(6, 60), unit: 'months', comparator: 'GE', stricter: 'larger', rules: [law(6, d.constitution, '6', '2008-10-21', notes.automaticExit)],
  },
  'dues.rate.perMille': { shape: whole(0, 5), unit: 'perMille', comparator: 'EQ', stricter: 'nearer', rules: [usual(5, d.dues1978, '', notes.tailBelowTen)] },
  'dues.step.fen': { shape: whole(1, 10_000), unit: 'fen', comparator: 'EQ', stricter: 'nearer', rules: [usual(1_000, d.dues1978, '', notes.tailBelowTen)] },
});
