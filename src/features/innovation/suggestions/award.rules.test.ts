import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { type AwardGround, type AwardLevel, type AwardScale, isFiled, isWithin, LEVELS, levelFor, levelOfValue, paysOf, splitAward } from './award.rules.ts';

const yuan = (n: number): number => Math.round(n * 100);
/** The table of rules.md §10. */
const SCALE: AwardScale = {
  from: { 1: yuan(1_000_000), 2: yuan(500_000), 3: yuan(100_000), 4: yuan(10_000) },
  bounds: { 1: { atLeast: yuan(2500), atMost: yuan(4000) }, 2: { atLeast: yuan(1500), atMost: yuan(2500) }, 3: { atLeast: yuan(500), atMost: yuan(1500) }, 4: { atLeast: yuan(300), atMost: yuan(500) }, 5: { atLeast: 0, atMost: yuan(300) } },
};

test('rules.md §28 row 26: a value belongs to the level whose least number it reaches', () => {
  const table: readonly [number, AwardLevel][] = [
    [1_000_000, 1], [999_999.99, 2], [500_000, 2], [499_999.99, 3], [100_000, 3], [99_999.99, 4], [10_000, 4], [9_999.99, 5], [0, 5], [50_000_000, 1],
  ];
  for (const [value, level] of table) assert.equal(levelOfValue(yuan(value), SCALE), level, `${value} yuan`);
});

test('rules.md §28 row 27: a level anew pays the difference, never less than nothing', () => {
  const table: readonly [number, number, number][] = [[1800, 800, 1000], [800, 0, 800], [800, 1800, 0], [1800, 1800, 0], [0, 0, 0]];
  for (const [amount, before, pays] of table) assert.equal(paysOf(yuan(amount), yuan(before)), yuan(pays));
});

test('rules.md §10: borrowed techniques one level down, effects by the committee, reserves within the fifth', () => {
  const table: readonly [AwardGround, boolean, number | null, AwardLevel | null, AwardLevel | null][] = [
    ['benefit', false, 1_000_000, null, 1], ['benefit', true, 1_000_000, null, 2], ['benefit', true, 10_000, null, 5], ['benefit', true, 9_999.99, null, 5], ['benefit', false, null, null, null],
    ['effect', false, null, 3, 3], ['effect', true, null, 3, 4], ['effect', true, null, 5, 5], ['effect', false, 1_000_000, null, null],
    ['reserve', false, null, null, 5], ['reserve', true, 1_000_000, 1, 5],
  ];
  for (const [ground, borrowed, value, chosen, level] of table) {
    assert.equal(levelFor({ ground, borrowed, valueFen: value === null ? null : yuan(value), chosen }, SCALE), level, `${ground} ${borrowed} ${value} ${chosen}`);
  }
});

test('bounds of a level belong to it, and only the two highest are filed above', () => {
  const table: readonly [AwardLevel, number, boolean][] = [[1, 2500, true], [1, 2499.99, false], [1, 4000, true], [1, 4000.01, false], [2, 2500, true], [3, 499.99, false], [4, 500, true], [5, 0, true], [5, 300.01, false]];
  for (const [level, amount, within] of table) assert.equal(isWithin(yuan(amount), level, SCALE), within, `${level}: ${amount}`);
  assert.deepEqual(LEVELS.filter(isFiled), [1, 2]);
});

test('a higher value never gives a lower level', () => {
  fc.assert(fc.property(fc.nat(200_000_000), fc.nat(200_000_000), (a, b) => levelOfValue(Math.max(a, b), SCALE) <= levelOfValue(Math.min(a, b), SCALE)));
});

test('shares of an award sum to what it pays, and nobody is further than a fen from the exact share', () => {
  assert.deepEqual(splitAward(100_000, [3334, 3333, 3333]), [33_340, 33_330, 33_330]);
  assert.deepEqual(splitAward(1, [3333, 3333, 3334]), [0, 0, 1]);
  fc.assert(fc.property(fc.nat(400_000), fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 10 }), (pays, shares) => {
    const parts = splitAward(pays, shares);
    const whole = shares.reduce((sum, s) => sum + s, 0);
    return parts.reduce((sum, p) => sum + p, 0) === pays && parts.every((p, i) => Math.abs(p - (pays * (shares[i] ?? 0)) / whole) < 1);
  }));
});
