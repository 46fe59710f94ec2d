import { pack, type Rule, usual } from '../rule.rules.ts';
import { documents as d } from './documents.words.ts';
import { suggestionTitles } from './titles.words.ts';

const whole = (min: number, max: number) => ({ kind: 'whole', min, max }) as const;
const days = { unit: 'workdays', comparator: 'LE', stricter: 'smaller' } as const;
const paid = { shape: whole(0, 100_000_000), unit: 'fen', comparator: 'EQ', stricter: 'nearer' } as const;
const points = { shape: whole(0, 1000), unit: 'points', comparator: 'EQ', stricter: 'nearer' } as const;
const number = { unit: 'count', comparator: 'EQ', stricter: 'nearer' } as const;
const worth = { shape: whole(0, 100_000_000_000), unit: 'fen', comparator: 'GE', stricter: 'nearer' } as const;
const scheme = (value: unknown): readonly Rule[] => [usual(value, d.suggestionScheme)];
// The table of awards was read in secondary texts only: an officer confirms it.
const table = (value: number): readonly Rule[] => [usual(value, d.suggestionAwards, '8')];

/** Rational suggestions: times, rewards, points, awards (rules.md §10, source file 002). */
export const suggestions = pack('suggestions', suggestionTitles, {
  'suggestions.unitReview.withinWorkdays': { ...days, shape: whole(1, 30), rules: [usual(5, d.product)] },
  'suggestions.decide.withinWorkdays': { ...days, shape: whole(1, 60), rules: [usual(15, d.product)] },
  'suggestions.finish.withinWorkdays': { ...days, shape: whole(1, 500), rules: [usual(60, d.product)] },
  'suggestions.escalate.everyWorkdays': { ...days, shape: whole(1, 20), rules: [usual(5, d.product)] },
  'suggestions.complete.withinDays': { shape: whole(3, 90), unit: 'days', comparator: 'LE', stricter: 'nearer', rules: [usual(15, d.product)] },
  'suggestions.appeal.withinDays': { shape: whole(3, 90), unit: 'days', comparator: 'LE', stricter: 'larger', rules: [usual(15, d.product)] },
  'suggestions.reviewers.atLeast': { ...number, shape: whole(1, 9), unit: 'people', rules: [usual(2, d.product)] },
  'suggestions.review.remindAfterDays': { shape: whole(1, 30), unit: 'days', comparator: 'EQ', stricter: 'nearer', rules: [usual(3, d.product)] },
  'suggestions.reward.grade1': { ...paid, rules: scheme(12_000) },
  'suggestions.reward.grade2': { ...paid, rules: scheme(8_000) },
  'suggestions.reward.grade3': { ...paid, rules: scheme(3_000) },
  'suggestions.points.adopted': { ...points, rules: scheme(2) },
  'suggestions.points.completed': { ...points, rules: scheme(2) },
  'suggestions.points.standardised': { ...points, rules: scheme(1) },
  'suggestions.points.keepYears': { shape: whole(0, 50), unit: 'years', comparator: 'EQ', stricter: 'larger', rules: [usual(2, d.product)] },
  'suggestions.bestOfYear.count': { ...number, shape: whole(0, 1000), rules: scheme(10) },
  'suggestions.bestOfYear.each': { ...paid, rules: scheme(50_000) },
  'suggestions.bestUnits.count': { ...number, shape: whole(0, 1000), rules: scheme(10) },
  'suggestions.bestUnits.payrollShare': { shape: { kind: 'share' }, unit: 'share', comparator: 'EQ', stricter: 'nearer', rules: scheme({ num: 1, den: 100 }) },
  'suggestions.specialists.best': { ...paid, rules: scheme(70_000) },
  'suggestions.specialists.other': { ...paid, rules: scheme(50_000) },
  'suggestions.benefit.windowMonths': { shape: whole(1, 36), unit: 'months', comparator: 'EQ', stricter: 'nearer', rules: [usual(12, d.suggestionAwards, '9')] },
  'suggestions.award.level1.from': { ...worth, rules: table(100_000_000) },
  'suggestions.award.level2.from': { ...worth, rules: table(50_000_000) },
  'suggestions.award.level3.from': { ...worth, rules: table(10_000_000) },
  'suggestions.award.level4.from': { ...worth, rules: table(1_000_000) },
  'suggestions.award.level1.atLeast': { ...paid, rules: table(250_000) },
  'suggestions.award.level1.atMost': { ...paid, rules: table(400_000) },
  'suggestions.award.level2.atLeast': { ...paid, rules: table(150_000) },
  'suggestions.award.level2.atMost': { ...paid, rules: table(250_000) },
  'suggestions.award.level3.atLeast': { ...paid, rules: table(50_000) },
  'suggestions.award.level3.atMost': { ...paid, rules: table(150_000) },
  'suggestions.award.level4.atLeast': { ...paid, rules: table(30_000) },
  'suggestions.award.level4.atMost': { ...paid, rules: table(50_000) },
  'suggestions.award.level5.atLeast': { ...paid, rules: table(0) },
  'suggestions.award.level5.atMost': { ...paid, rules: table(30_000) },
  // 1: what was paid as the reward of its grade is taken off an award; art. 11 may be read either way, so an officer decides.
  'suggestions.award.deductsReward': { ...number, shape: whole(0, 1), rules: [usual(0, d.suggestionAwards, '11')] },
});
