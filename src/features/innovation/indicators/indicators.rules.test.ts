import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { before, compareRates, differences, exactRate, INDICATORS, kindOf, monthsOf, NOTHING, perHead, plus, pointsFrom, rank, rateOf, reaches, showRate, wholePercent } from './indicators.rules.ts';

/** Source file 002, the year 2020; staff 2,199 is what 97 % of the source asks for (rules.md §28, row 28). */
const SOURCE = { ...NOTHING, staff: 2199, participants: 2133, valid: 7148, adopted: 6469, started: 6269, completed: 5832, benefitFen: 774_540_000, rewardFen: 41_500_000 };

test('INN-3 the five rates of the source, each with its own denominator', () => {
  assert.deepEqual(INDICATORS.map((i) => [i, rateOf(i, SOURCE).part, rateOf(i, SOURCE).of, showRate(rateOf(i, SOURCE)), exactRate(rateOf(i, SOURCE))]), [
    ['participation', 2133, 2199, '97%', '97.00%'], ['submission', 7148, 2133, '335%', '335.11%'], ['adoption', 6469, 7148, '91%', '90.50%'],
    ['implementation', 6269, 6469, '97%', '96.91%'], ['completion', 5832, 6269, '93%', '93.03%'],
  ]);
});

test('INN-3 rounding is half up; nothing divided by zero is a dash and no nought', () => {
  const cases: [number, number, string, string][] = [
    [0, 0, '—', '—'], [5, 0, '—', '—'], [0, 7, '0%', '0.00%'], [1, 200, '1%', '0.50%'], [1, 201, '0%', '0.50%'], [995, 1000, '100%', '99.50%'], [994, 1000, '99%', '99.40%'], [1, 3, '33%', '33.33%'], [2, 3, '67%', '66.67%'],
  ];
  for (const [part, of, whole, exact] of cases) assert.deepEqual([showRate({ part, of }), exactRate({ part, of })], [whole, exact], `${part}/${of}`);
  assert.deepEqual([perHead(7148, 2199), perHead(7, 0), perHead(1, 200), perHead(0, 4)], ['3.25', '—', '0.01', '0.00']);
});

test('INN-3 whole per cents lie within half a point of the fraction, never below it when half', () => fc.assert(fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }), (part, of) => {
  const n = BigInt(wholePercent({ part, of }) ?? -1);
  const twice = 200n * BigInt(part);
  return (2n * n - 1n) * BigInt(of) <= twice && twice < (2n * n + 1n) * BigInt(of);
})));

test('INN-3 ranking compares fractions, not rounded numbers; equals share a place; who has no denominator has none', () => {
  const rows = [{ n: 'a', part: 1, of: 3 }, { n: 'b', part: 2, of: 6 }, { n: 'c', part: 0, of: 0 }, { n: 'd', part: 334, of: 1000 }, { n: 'e', part: 1, of: 4 }];
  assert.deepEqual(rank(rows, (r) => r).map((r) => [r.row.n, r.place]), [['d', 1], ['a', 2], ['b', 2], ['e', 4], ['c', null]]);
  assert.equal(compareRates({ part: 0, of: 0 }, { part: 0, of: 5 }), -1);
});

test('INN-3 a target is reached exactly at its number', () => {
  assert.deepEqual([reaches({ part: 97, of: 100 }, 9700), reaches({ part: 9699, of: 10_000 }, 9700), reaches({ part: 1, of: 0 }, 9700), reaches({ part: 1, of: 1 }, undefined)], [true, false, null, null]);
  assert.deepEqual([pointsFrom({ part: 2133, of: 2199 }, 9500), pointsFrom({ part: 5832, of: 6269 }, 9500)], ['+2.0', '−2.0']);
});

test('INN-3 periods: what they are, their months, the one before', () => {
  assert.deepEqual([kindOf({ from: '2025-01-01', to: '2025-12-31' }), kindOf({ from: '2025-04-01', to: '2025-06-30' }), kindOf({ from: '2024-02-01', to: '2024-02-29' }), kindOf({ from: '2025-02-01', to: '2025-04-30' }), kindOf({ from: '2024-12-01', to: '2025-02-28' })], ['year', 'quarter', 'month', 'free', 'free']);
  assert.deepEqual(monthsOf({ from: '2025-11-15', to: '2026-01-10' }), [{ from: '2025-11-15', to: '2025-11-30' }, { from: '2025-12-01', to: '2025-12-31' }, { from: '2026-01-01', to: '2026-01-10' }]);
  assert.deepEqual(before({ from: '2025-01-01', to: '2025-12-31' }), { from: '2024-01-01', to: '2024-12-31' });
  assert.deepEqual(before({ from: '2025-03-01', to: '2025-03-31' }), { from: '2025-02-01', to: '2025-02-28' });
  assert.deepEqual(before({ from: '2025-03-10', to: '2025-03-19' }), { from: '2025-02-28', to: '2025-03-09' });
});

test('INN-3 counts are added and compared field by field', () => {
  assert.deepEqual(plus(NOTHING, { valid: 2, benefitFen: 5 }), { ...NOTHING, valid: 2, benefitFen: 5 });
  assert.deepEqual(differences(SOURCE, { ...SOURCE, completed: 5840 }), [{ measure: 'completed', kept: 5832, today: 5840 }]);
});
