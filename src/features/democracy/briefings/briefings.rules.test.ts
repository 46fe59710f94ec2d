import assert from 'node:assert/strict';
import test from 'node:test';
import { neededBy, remindIn } from './briefings.rules.ts';

test('half of a year’s briefings by the end of June, all by the end of December', () => {
  for (const [least, first, second] of [[1, 1, 1], [2, 1, 2], [3, 2, 3], [4, 2, 4]] as const) assert.deepEqual([neededBy(least, 1), neededBy(least, 2)], [first, second]);
});

test('reminded in the last two months of each half-year', () => {
  assert.deepEqual([1, 4, 5, 6, 7, 10, 11, 12].map((m) => remindIn(m).now), [false, false, true, true, false, false, true, true]);
  assert.deepEqual([6, 7].map((m) => remindIn(m).half), [1, 2]);
});
