import assert from 'node:assert/strict';
import test from 'node:test';
import { bothOf, reminder, speaks } from './joint-meetings.rules.ts';

test('DEM-9 reminders: before, the day before, the first day late and each week after it', () => {
  const o = { before: 3, every: 7 };
  assert.deepEqual([4, 3, 2, 1, 0, -1, -2, -7, -8, -15].map((left) => reminder(left, o)), [null, 'soon', null, 'soon', null, 'late', null, null, 'late', 'late']);
});

test('DEM-9 both sides: one side twice is not both; members do not speak for a side', () => {
  assert.deepEqual([bothOf([]), bothOf(['union']), bothOf(['other', 'other']), bothOf(['other', 'union'])], [false, false, false, true]);
  assert.deepEqual([speaks('head'), speaks('contact'), speaks('member')], [true, true, false]);
});
