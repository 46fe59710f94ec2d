import assert from 'node:assert/strict';
import test from 'node:test';
import { meanOf, quarterOf } from './worklist.rules.ts';

test('quarters begin and end where the calendar says', () => {
  for (const [day, from, to, name] of [
    ['2026-01-01', '2026-01-01', '2026-04-01', '2026-Q1'], ['2026-03-31', '2026-01-01', '2026-04-01', '2026-Q1'], ['2026-04-01', '2026-04-01', '2026-07-01', '2026-Q2'],
    ['2026-11-21', '2026-10-01', '2027-01-01', '2026-Q4'], ['2024-02-29', '2024-01-01', '2024-04-01', '2024-Q1'],
  ] as const) assert.deepEqual(quarterOf(day), { from, to, name }, day);
});

test('a mean has one decimal, weighs what occurs often, and nothing has none', () => {
  assert.equal(meanOf([]), null);
  assert.equal(meanOf([{ value: 3, n: 1 }]), 3);
  assert.equal(meanOf([{ value: 1, n: 1 }, { value: 2, n: 2 }]), 1.7);
  assert.equal(meanOf([{ value: 0, n: 2 }, { value: 1, n: 1 }]), 0.3);
});
