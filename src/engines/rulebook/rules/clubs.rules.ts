import { pack, type Rule, usual } from '../rule.rules.ts';
import { documents as d } from './documents.words.ts';
import { clubTitles } from './titles.words.ts';

const whole = (min: number, max: number) => ({ kind: 'whole', min, max }) as const;
const days = { unit: 'workdays', comparator: 'LE', stricter: 'smaller' } as const;
const number = { unit: 'count', comparator: 'EQ', stricter: 'nearer' } as const;
const fen = { shape: whole(0, 100_000_000_000), unit: 'fen', comparator: 'LE', stricter: 'nearer' } as const;
const ours = (value: unknown): readonly Rule[] => [usual(value, d.product)];
const weight = (value: number) => ({ ...number, shape: whole(0, 100), rules: ours(value) });

/** Clubs: founding, grants, appraisal, awards (the sources name the practice; all numbers but the ten names are to be confirmed). */
export const clubs = pack('clubs', clubTitles, {
  'clubs.founders.least': { shape: whole(1, 200), unit: 'people', comparator: 'GE', stricter: 'nearer', rules: [usual(10, d.practice)] },
  'clubs.decide.withinWorkdays': { ...days, shape: whole(1, 60), rules: ours(10) },
  'clubs.escalate.everyWorkdays': { ...days, shape: whole(1, 20), rules: ours(5) },
  'clubs.grant.perMember': { ...fen, rules: ours(10_000) },
  'clubs.grant.most': { ...fen, rules: ours(1_000_000) },
  'clubs.report.withinDays': { shape: whole(1, 90), unit: 'days', comparator: 'LE', stricter: 'nearer', rules: ours(10) },
  'clubs.award.count': { ...number, shape: whole(0, 1000), rules: ours(3) },
  'clubs.award.leastScore': { ...number, shape: whole(0, 100), comparator: 'GE', rules: ours(60) },
  'clubs.appraisal.members.full': { shape: whole(1, 10_000), unit: 'people', comparator: 'GE', stricter: 'nearer', rules: ours(40) },
  'clubs.appraisal.gatherings.full': { ...number, shape: whole(1, 1000), comparator: 'GE', rules: ours(24) },
  'clubs.appraisal.cost.good': { ...fen, rules: ours(3_000) },
  'clubs.appraisal.cost.poor': { ...fen, comparator: 'GE', rules: ours(15_000) },
  'clubs.appraisal.members.weight': weight(15),
  'clubs.appraisal.gatherings.weight': weight(20),
  'clubs.appraisal.attendance.weight': weight(25),
  'clubs.appraisal.ratings.weight': weight(15),
  'clubs.appraisal.cost.weight': weight(10),
  'clubs.appraisal.report.weight': weight(15),
});
