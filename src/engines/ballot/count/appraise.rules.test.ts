import assert from 'node:assert/strict';
import test from 'node:test';
import { tooSmallClasses } from './appraise.rules.ts';
import { countRule } from './count-rule.rules.ts';
import { type AppraisalOutcome, openCount, type Outcome } from './count.rules.ts';
import type { PaperOf } from './paper.rules.ts';
import { shownAppraisal } from './shown.rules.ts';

const paper: PaperOf<'appraisal'> = {
  kind: 'appraisal', persons: [{ id: 'p', name: '厂长' }, { id: 'q', name: '书记' }],
  grades: [['best', '优秀', 'excellent', 100], ['good', '称职', 'competent', 80], ['fair', '基本称职', 'barely competent', 60], ['bad', '不称职', 'not competent', 0]]
    .map(([id, zh, en, value]) => ({ id, zh, en, value }) as PaperOf<'appraisal'>['grades'][number]),
};
const weighted = countRule({
  majority: { op: 'GT', num: 1, den: 2, base: 'entitled' }, validity: { op: 'GE', num: 2, den: 3 },
  classes: [['leaders', 30], ['middle', 30], ['delegates', 40]].map(([id, weight]) => ({ id: id as string, zh: '类', en: 'class', weight: weight as number })),
  consequences: [
    { id: 'talk', grades: ['bad'], share: { op: 'GT', num: 1, den: 3 }, zh: '谈话', en: 'a talk' },
    { id: 'removal', grades: ['bad'], share: { op: 'GE', num: 1, den: 2 }, zh: '建议免职', en: 'removal is proposed' },
  ],
});

/** So many papers of a class, with a grade for p and one for q (empty: unmarked). */
function appraise(hands: readonly (readonly [n: number, of: string, p: string, q?: string])[], entitled: number, rule = weighted): Outcome & AppraisalOutcome {
  const count = openCount(paper, rule);
  for (const [n, of, p, q = ''] of hands) {
    const marks = [{ person: 'p', grade: p }, { person: 'q', grade: q }].filter((m) => m.grade !== '');
    for (let i = 0; i < n; i++) count.add({ kind: 'appraisal', marks }, of);
  }
  return count.result({ entitled, present: entitled, issued: entitled }) as Outcome & AppraisalOutcome;
}
const rates = (o: AppraisalOutcome, i = 0): string[] => (o.persons[i]?.grades ?? []).map((g) => `${g.rate.num}/${g.rate.den}`);

test('rules.md §7.5: classes weigh 30/30/40, each divided by what it handed in', () => {
  const o = appraise([[1, 'leaders', 'best'], [1, 'leaders', 'good'], [3, 'middle', 'best'], [9, 'delegates', 'bad'], [1, 'delegates', 'best']], 15);
  assert.deepEqual(rates(o), ['49/100', '3/20', '0/1', '9/25']);
  const p = o.persons[0];
  assert.deepEqual([p?.score, p?.scoreOf10000], [{ num: '61', den: '1' }, 6_100]);
  assert.deepEqual(p?.grades.map((g) => g.rateOf10000), [4_900, 1_500, 0, 3_600]);
  assert.deepEqual(p?.consequences.filter((c) => c.holds).map((c) => c.id), ['talk']);
});

test('weights of classes that handed in nothing go to the others, person by person', () => {
  const o = appraise([[3, 'leaders', 'best', 'bad'], [4, 'delegates', 'bad']], 7);
  assert.deepEqual(rates(o), ['3/7', '0/1', '0/1', '4/7']);
  assert.deepEqual(rates(o, 1), ['0/1', '0/1', '0/1', '1/1']);
  assert.deepEqual([o.persons[1]?.marked, o.persons[1]?.unmarked, o.persons[1]?.valid, o.persons[0]?.valid], [3, 4, false, true]);
  assert.deepEqual(o.persons[0]?.consequences.map((c) => c.holds), [true, true]);
});

test('the lines are met exactly: a third is not more than a third, half is half', () => {
  const plain = countRule({ ...weighted, classes: [] });
  const holds = (bad: number, of: number): boolean[] => appraise([[bad, '', 'bad'], [of - bad, '', 'good']], of, plain).persons[0]?.consequences.map((c) => c.holds) ?? [];
  assert.deepEqual([holds(10, 30), holds(11, 30), holds(14, 30), holds(15, 30)], [[false, false], [true, false], [true, false], [true, true]]);
});

test('valid from two thirds of those entitled; nobody marked, nothing follows; a class that is none is our mistake', () => {
  assert.equal(appraise([[19, 'middle', 'good']], 30).fails?.word.code, 'ballot.count.fewValid');
  assert.equal(appraise([[20, 'middle', 'good']], 30).fails, null);
  const empty = appraise([], 30).persons[0];
  assert.deepEqual([empty?.score, empty?.consequences.some((c) => c.holds)], [null, false]);
  assert.throws(() => appraise([[1, 'guests', 'good']], 3), /no class guests/);
  assert.deepEqual(tooSmallClasses(new Map([['leaders', 4], ['middle', 5], ['none', 0]]), 5), ['leaders']);
});

test('of a class of four nothing is shown, nor of the one that could be subtracted, nor the exact sums', () => {
  const open = shownAppraisal(appraise([[5, 'leaders', 'best'], [6, 'middle', 'good'], [20, 'delegates', 'bad']], 31))[0];
  assert.deepEqual([open?.exact, open?.byClass.map((c) => c.id), open?.grades[1]?.votes, open?.grades[1]?.rateOf10000], [true, ['leaders', 'middle', 'delegates'], 6, 3_000]);
  const few = shownAppraisal(appraise([[3, 'leaders', 'best'], [1, 'leaders', 'bad'], [6, 'middle', 'good'], [20, 'delegates', 'bad']], 31))[0];
  assert.deepEqual([few?.exact, few?.byClass.map((c) => c.id), few?.grades.map((g) => g.votes), few?.grades.map((g) => g.rateOf10000)], [false, ['delegates'], [null, null, null, null], [2_300, 3_000, 0, 4_800]]);
  const four = shownAppraisal(appraise([[4, 'delegates', 'bad']], 5))[0];
  assert.deepEqual([four?.marked, four?.grades, four?.scoreOf10000, four?.byClass, four?.consequences], [4, [], null, [], []]);
});
