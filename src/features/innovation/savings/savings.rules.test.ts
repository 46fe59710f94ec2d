import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { equalShares, monthsOf, postKey, readDecimal, reckon, reckonTyped, sayDecimal } from './savings.rules.ts';

test('INN-8 the amount of a saving is reckoned exactly and rounded once', () => {
  for (const [before, after, price, fen] of [
    ['120', '95', '12.5', 31_250n], ['1000', '0', '0.6523', 65_230n], ['3', '2.999', '5', 1n], ['3', '2.999', '4.9999', 0n], ['0.001', '0', '15', 2n],
  ] as const) assert.equal(reckonTyped(before, after, price), fen, `${before} ${after} ${price}`);
  for (const [before, after, price] of [['', '1', '1'], ['1', '1', '1'], ['1', '2', '1'], ['2', '1', '0'], ['2', '1', '0.00001'], ['1e3', '1', '1'], ['-2', '-3', '1']] as const) {
    assert.equal(reckonTyped(before, after, price), null, `${before} ${after} ${price}`);
  }
});

test('INN-8 what was read is written as it was', () => fc.assert(fc.property(fc.bigInt(0n, 999_999_999_999n), (n) => readDecimal(sayDecimal(n, 3), 3) === n)));

test('INN-8 saving in two halves is saving the whole, but for the rounding', () => fc.assert(fc.property(fc.bigInt(0n, 10n ** 9n), fc.bigInt(0n, 10n ** 9n), fc.bigInt(0n, 10n ** 9n), fc.bigInt(1n, 10n ** 8n), (a, b, c, price) => {
  const [low = 0n, mid = 0n, high = 0n] = [a, b, c].sort((x, y) => (x < y ? -1 : 1));
  const off = reckon(high, mid, price) + reckon(mid, low, price) - reckon(high, low, price);
  return off >= -1n && off <= 1n;
})));

test('INN-8 shares sum to the whole and differ by one at most', () => fc.assert(fc.property(fc.integer({ min: 1, max: 10 }), (n) => {
  const shares = equalShares(n);
  return shares.length === n && shares.reduce((a, b) => a + b, 0) === 10_000 && Math.max(...shares) - Math.min(...shares) <= 1;
})));

test('INN-8 months and posts', () => {
  assert.equal(monthsOf(true, '2026-11-01', '2027-02-28'), 4);
  assert.equal(monthsOf(true, '2026-11-01', '2026-11-30'), 1);
  assert.equal(monthsOf(false, '2026-11-03', '2027-02-28'), 1);
  assert.equal(postKey(' ３号 冲床Ａ'), postKey('3号冲床a'));
});
