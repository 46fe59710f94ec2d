import assert from 'node:assert/strict';
import test from 'node:test';
import { type Slot, slotsOf, type Week } from './slots.rules.ts';

const WEEK: Week = { things: ['1号场', '2号场'], weekdays: [6, 7], times: [{ from: 19 * 60, to: 20 * 60 }, { from: 18 * 60, to: 19 * 60 }], firstDay: '2026-11-20', lastDay: '2026-11-29' };
const said = (slots: readonly Slot[]): string[] => slots.map((s) => `${s.label} ${s.startsAt.toISOString().slice(5, 16)}`);

test('a week that repeats: only its days, times in order, every thing, no holidays', () => {
  assert.deepEqual(said(slotsOf({ ...WEEK, except: ['2026-11-22', '2026-11-28', '2026-11-29'] })), ['1号场 11-21T10:00', '2号场 11-21T10:00', '1号场 11-21T11:00', '2号场 11-21T11:00']);
  assert.equal(slotsOf(WEEK).length, 4 * 2 * 2);
  assert.equal(slotsOf({ ...WEEK, lastDay: '2026-11-19' }).length, 0);
});

test('times that overlap or run backwards, and too many slots, are our bug', () => {
  assert.throws(() => slotsOf({ ...WEEK, times: [{ from: 60, to: 60 }] }));
  assert.throws(() => slotsOf({ ...WEEK, times: [{ from: 60, to: 180 }, { from: 120, to: 240 }] }));
  assert.throws(() => slotsOf({ ...WEEK, times: [{ from: 1_400, to: 1_441 }] }));
  assert.throws(() => slotsOf(WEEK, 3));
});
