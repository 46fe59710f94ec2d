import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { appraise, type Figures, nameKey, PARTS, rank, reportDue, type Scale, usualGrant } from './clubs.rules.ts';

const SCALE: Scale = { fullMembers: 40, fullGatherings: 24, goodFen: 3_000, poorFen: 15_000, weights: { members: 15, gatherings: 20, attendance: 25, ratings: 15, cost: 10, report: 15 } };
const NOTHING: Figures = { members: 0, gatherings: 0, attendances: 0, stars: 0, ratings: 0, spentFen: 0, report: 'none' };

test('SVC-2 marks of each figure, in hundredths', () => {
  const cases: readonly (readonly [what: string, f: Partial<Figures>, marks: readonly number[]])[] = [
    ['nothing at all', {}, [0, 0, 0, 0, 0, 0]],
    ['everything full', { members: 40, gatherings: 24, attendances: 960, stars: 50, ratings: 10, spentFen: 960 * 3_000, report: 'onTime' }, [1500, 2000, 2500, 1500, 1000, 1500]],
    ['more than full is full', { members: 90, gatherings: 60, attendances: 9_000, stars: 5, ratings: 1, spentFen: 0, report: 'onTime' }, [1500, 2000, 2500, 1500, 1000, 1500]],
    ['half a house', { members: 20, gatherings: 12, attendances: 120, stars: 3, ratings: 1, spentFen: 120 * 9_000, report: 'late' }, [750, 1000, 1250, 750, 500, 750]],
    ['a third rounds half up', { members: 10, gatherings: 1, attendances: 3, stars: 0, ratings: 0, spentFen: 0 }, [375, 83, 750, 0, 1000, 0]],
    ['as dear as nothing is worth', { members: 10, gatherings: 1, attendances: 3, spentFen: 45_000 }, [375, 83, 750, 0, 0, 0]],
    ['dearer still', { members: 10, gatherings: 1, attendances: 3, spentFen: 99_000 }, [375, 83, 750, 0, 0, 0]],
    ['money without anybody coming', { members: 10, gatherings: 2, spentFen: 99_000 }, [375, 167, 0, 0, 0, 0]],
    ['one star is nothing', { stars: 4, ratings: 4 }, [0, 0, 0, 0, 0, 0]],
  ];
  for (const [what, f, marks] of cases) {
    const got = appraise({ ...NOTHING, ...f }, SCALE);
    assert.deepEqual(got.marks.map((m) => m.marks), marks, what);
    assert.equal(got.score, marks.reduce((a, b) => a + b, 0), what);
  }
});

test('SVC-2 marks never leave their bounds, and more of what is good never gives less', () => {
  const n = fc.integer({ min: 0, max: 5_000 });
  const figures = fc.record({ members: n, gatherings: n, attendances: n, ratings: n, spentFen: fc.integer({ min: 0, max: 1_000_000_000 }), report: fc.constantFrom('onTime', 'late', 'none') }).chain((f) => fc.integer({ min: f.ratings, max: 5 * f.ratings }).map((stars) => ({ ...f, stars }) as Figures));
  fc.assert(fc.property(figures, (f) => {
    const { marks, score } = appraise(f, SCALE);
    assert.ok(score >= 0 && score <= 10_000);
    for (const [i, m] of marks.entries()) assert.ok(m.part === PARTS[i] && m.marks >= 0 && m.marks <= m.weight * 100 && m.num <= Math.max(0, m.den));
    const at = (k: number, g: Figures): number => appraise(g, SCALE).marks[k]?.marks ?? 0;
    assert.ok(at(0, { ...f, members: f.members + 1 }) >= at(0, f));
    assert.ok(at(2, { ...f, attendances: f.attendances + 1 }) >= at(2, f));
    assert.ok(at(4, { ...f, spentFen: f.spentFen + 10_000 }) <= at(4, f));
  }));
});

test('SVC-2 the same score and attendances share a place', () => {
  const list = [['a', 50, 9], ['b', 90, 1], ['c', 50, 9], ['d', 50, 12], ['e', 10, 0]].map(([id, score, attendances]) => ({ id: String(id), score: Number(score), attendances: Number(attendances) }));
  assert.deepEqual(rank(list).map((x) => [x.id, x.place]), [['b', 1], ['d', 2], ['a', 3], ['c', 3], ['e', 5]]);
});

test('SVC-2 usual grant, last day of a report, names', () => {
  for (const [members, usual] of [[0, 0], [12, 120_000], [100, 1_000_000], [101, 1_000_000]] as const) assert.equal(usualGrant(members, 10_000, 1_000_000), usual);
  assert.equal(reportDue(2026, 10), '2027-01-10');
  assert.equal(nameKey(' 羽毛球 俱乐部'), nameKey('羽毛球俱乐部'));
  assert.equal(nameKey('ABC'), nameKey('abc'));
});
