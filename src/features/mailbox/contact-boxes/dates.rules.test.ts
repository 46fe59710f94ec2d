import assert from 'node:assert/strict';
import test from 'node:test';
import { correctableUntil, dueAfter, lettersWaiting, standingOn } from './dates.rules.ts';

test('BOX-4 a box is due a week after its last opening, a new one a week after it was put up', () => {
  assert.equal(dueAfter({ placedOn: '2026-11-02', lastOn: null }, 7), '2026-11-09');
  assert.equal(dueAfter({ placedOn: '2026-11-02', lastOn: '2026-12-28' }, 7), '2027-01-04');
});

test('BOX-4 where a box stands, by the day', () => {
  for (const [today, expected] of [['2026-11-08', 'ready'], ['2026-11-09', 'due'], ['2026-11-10', 'overdue']] as const) {
    assert.equal(standingOn(today, { dueOn: '2026-11-09', retiredOn: null }), expected);
    assert.equal(standingOn(today, { dueOn: '2026-11-09', retiredOn: '2026-11-01' }), 'retired');
  }
});

test('BOX-4 what waits to be keyed in, and how long a log may be corrected', () => {
  assert.equal(lettersWaiting({ found: 5, keyed: 2, leftWhy: null }), 3);
  assert.equal(lettersWaiting({ found: 5, keyed: 2, leftWhy: '三张空白纸' }), 0);
  assert.equal(correctableUntil('2026-02-25', 7), '2026-03-04');
});
