import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { type Band, type RuleKey, rulebook } from '#engines/rulebook';
import { say } from '#shared/words';
import { apportion, checkNumber, checkTraits, type Constituency, minCandidates, numberFor } from './delegates.rules.ts';
import { termAllowed, termOf, termStands } from './terms.rules.ts';

const shippedAt = (key: RuleKey, place: string): unknown => (rulebook.param(key).rules.find((r) => r.jurisdiction === place) ?? rulebook.param(key).rules[0])?.value;
const table = (key: RuleKey, place = 'CN'): readonly Band[] => shippedAt(key, place) as readonly Band[];
const NUMBER = 'congress.delegates.number';

test('rules.md §28 rows 5 to 7, §7.1: delegates by nation, Shanghai, Zhejiang, Henan', () => {
  const rows: [string, [number, number][]][] = [
    ['CN', [[100, 30], [600, 30], [601, 31], [2_000, 100], [2_001, 101]]],
    ['310000', [[99, 30], [100, 30], [199, 30], [200, 35], [1_000, 75], [3_000, 175], [3_001, 175], [50_000, 175]]],
    ['330000', [[99, 30], [100, 40], [200, 47], [999, 96], [1_000, 100], [2_000, 120], [4_999, 160], [5_000, 200]]],
    ['410000', [[100, 30], [200, 30], [1_000, 100], [10_000, 300]]],
  ];
  for (const [place, cases] of rows) for (const [workers, least] of cases) assert.equal(numberFor(table(NUMBER, place), workers).least, least, `${place} ${workers}`);
  assert.equal(numberFor(table(NUMBER, '410000'), 20_000).most, 500);
  assert.equal(numberFor(table(NUMBER, '310000'), 350).formula, '30 + 5 × ⌊(350 − 100) ÷ 100⌋ = 40');
  assert.equal(numberFor(table(NUMBER), 601).formula, '⌈601 × 5 ÷ 100⌉ = 31');
});

test('more workers never need fewer delegates, in any table', () => {
  for (const key of [NUMBER, 'congress.presidium.size', 'elections.committee.size', 'elections.memberCongress.delegates'] as const) {
    for (const rule of rulebook.param(key).rules) {
      let last = 0;
      for (let n = 0; n <= 60_000; n += n < 12_000 ? 1 : 97) {
        const { least, most } = numberFor(rule.value as readonly Band[], n);
        if (least < last || (most !== null && most < least)) assert.fail(`${key} ${rule.jurisdiction} ${n}`);
        last = least;
      }
    }
  }
});

test('committee and presidium sizes, members’ delegates', () => {
  const size = (key: RuleKey, n: number, place = 'CN') => { const { least, most } = numberFor(table(key, place), n); return [least, most]; };
  assert.deepEqual([24, 25, 200, 201, 1_000, 5_001].map((n) => size('elections.committee.size', n)), [[3, 5], [3, 7], [3, 7], [7, 15], [7, 15], [21, 29]]);
  assert.deepEqual([29, 30, 100, 101].map((n) => size('congress.presidium.size', n, '310000')), [[1, null], [3, 5], [3, 5], [7, null]]);
  assert.deepEqual([100, 201, 10_001].map((n) => size('elections.memberCongress.delegates', n)), [[30, 40], [40, 60], [130, 180]]);
  assert.equal(checkNumber(29, { least: 30, most: 40 })?.word.code, 'ballot.delegates.tooFew');
  assert.equal(checkNumber(41, { least: 30, most: 40 })?.word.code, 'ballot.delegates.tooMany');
  assert.equal(checkNumber(40, { least: 30, most: 40 }), null);
});

test('rules.md §28 row 8, §5: fewest candidates', () => {
  const five = { num: 5, den: 100 };
  assert.deepEqual([3, 7, 15, 20, 21, 45].map((n) => minCandidates(n, five)), [4, 8, 16, 21, 23, 48]);
  assert.deepEqual([minCandidates(9, { num: 0, den: 100 }), minCandidates(9, { num: 10, den: 100 }), minCandidates(40, { num: 15, den: 100 })], [9, 10, 46]);
});

test('rules.md §28 row 4: a union committee of four years is refused, a congress of four is not', () => {
  const years = (key: RuleKey, place = 'CN') => shippedAt(key, place) as readonly number[];
  assert.deepEqual([termAllowed(4, years('union.term.years')), termAllowed(4, years('congress.term.years')), termAllowed(4, years('congress.term.years', '410000'))], [false, true, false]);
  const term = termOf('2023-03-01', 3, 6);
  assert.deepEqual(term, { from: '2023-03-01', lastDay: '2026-02-28', latest: '2026-08-31' });
  assert.deepEqual(['2025-11-01', '2026-01-15', '2026-02-28', '2026-03-01', '2026-08-31', '2026-09-01'].map((d) => termStands(term, d, 90)), ['running', 'prepare', 'prepare', 'delayed', 'delayed', 'overdue']);
  assert.equal(termOf('2024-02-29', 3, 0).lastDay, '2027-02-27');
});

const seatsOf = (seats: number, list: readonly Constituency[]): number[] => {
  const made = apportion(seats, list);
  return made.ok ? made.items.map((i) => i.seats) : [];
};
const sized = (...sizes: number[]): Constituency[] => sizes.map((size, i) => ({ id: `c${i}`, size }));

test('seats by largest remainder, one at least, ties decided alike whatever the order', () => {
  assert.deepEqual(seatsOf(10, sized(53, 24, 23)), [5, 3, 2]);
  assert.deepEqual(seatsOf(10, sized(960, 20, 10, 10)), [7, 1, 1, 1]);
  assert.deepEqual(seatsOf(3, sized(10, 10)), [2, 1]);
  assert.deepEqual(seatsOf(5, sized(0, 9, 1)), [0, 4, 1]);
  assert.deepEqual(apportion(2, sized(5, 5, 5)), { ok: false, needed: 3 });
  // eight branch congresses send delegates to a joint one (source 004)
  assert.deepEqual(seatsOf(40, sized(812, 640, 455, 390, 288, 201, 96, 31)), [11, 9, 6, 5, 4, 3, 1, 1]);
});

test('whatever the sizes: the sum is exact, nobody is left out, a larger one never gets fewer, the quota is kept', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 30 }), fc.integer({ min: 0, max: 400 }), fc.infiniteStream(fc.nat()), (sizes, seats, keys) => {
    const list = sized(...sizes);
    const made = apportion(seats, list);
    if (!made.ok) return assert.ok(list.filter((c) => c.size > 0).length > seats);
    const { items } = made;
    const total = sizes.reduce((a, b) => a + b, 0);
    assert.equal(items.reduce((n, i) => n + i.seats, 0), total === 0 ? 0 : seats);
    const raised = items.filter((i) => i.by === 'atLeastOne').length;
    for (const i of items) {
      assert.ok(i.size === 0 ? i.seats === 0 : i.seats >= 1);
      assert.ok(items.every((o) => o.size <= i.size || o.seats >= i.seats), 'monotone in size');
      assert.ok(i.by === 'atLeastOne' || i.seats * total <= seats * i.size + total, 'never above the quota rounded up');
      if (raised === 0 && i.size > 0) assert.ok((i.seats + 1) * total > seats * i.size, 'never below it rounded down');
    }
    const shuffled = list.map((c) => ({ c, k: keys.next().value as number })).sort((a, b) => a.k - b.k).map((x) => x.c);
    const again = apportion(seats, shuffled);
    assert.deepEqual(again.ok && [...again.items].sort((a, b) => list.findIndex((c) => c.id === a.id) - list.findIndex((c) => c.id === b.id)), items);
  }), { numRuns: 1_000 });
});

test('who the delegates are: each bound with what was found', () => {
  const found = checkTraits({ total: 47, women: 15, managers: 10, frontLine: 23, dispatched: 2 }, { total: 200, women: 66, dispatched: 20 }, [
    { trait: 'women', bound: { kind: 'proportion' }, must: true },
    { trait: 'managers', bound: { kind: 'most', share: { num: 1, den: 5 } }, must: true },
    { trait: 'frontLine', bound: { kind: 'least', share: { num: 1, den: 2 } }, must: true },
    { trait: 'dispatched', bound: { kind: 'proportion' }, must: false },
    { trait: 'young', bound: { kind: 'least', share: { num: 0, den: 1 } }, must: false },
  ]);
  assert.deepEqual(found.map((f) => [f.trait, f.holds, f.count, f.bound]), [['women', false, 15, 16], ['managers', false, 10, 9], ['frontLine', false, 23, 24], ['dispatched', false, 2, 5], ['young', true, 0, 0]]);
  const said = found[1]?.said;
  assert.deepEqual(said && [say(said.word, 'zh', said.slots), say(said.word, 'en', said.slots)], ['中层以上管理人员 10 人，47 名代表中至多 9 人', '10 managers; of 47 delegates at most 9 are allowed']);
  assert.equal(checkTraits({ total: 10, managers: 2 }, { total: 100 }, [{ trait: 'managers', bound: { kind: 'most', share: { num: 1, den: 5 } }, must: true }])[0]?.holds, true);
});
