import assert from 'node:assert/strict';
import test from 'node:test';
import { dayState, daysOf, decidingAge, isDue, isGuardian, keptUntil, missingFrom, perMille, standingOf, WORKDAYS } from './summer-care.rules.ts';

const span = { startsOn: '2026-07-10', endsOn: '2026-07-24', weekdays: WORKDAYS, daysOff: ['2026-07-15'] };

test('SVC-11 days of a session: weekdays, days off, both ends, nothing', () => {
  assert.deepEqual(daysOf(span), ['2026-07-10', '2026-07-13', '2026-07-14', '2026-07-16', '2026-07-17', '2026-07-20', '2026-07-21', '2026-07-22', '2026-07-23', '2026-07-24']);
  assert.deepEqual(daysOf({ ...span, weekdays: 0b1000001, daysOff: [] }), ['2026-07-11', '2026-07-12', '2026-07-18', '2026-07-19']);
  assert.deepEqual(daysOf({ ...span, startsOn: '2026-07-11', endsOn: '2026-07-12' }), [], 'a week-end has no weekday');
});

test('SVC-11 the age rule counts full years on the first day, or on the day the programme names', () => {
  for (const [birth, ageDay, age] of [['2020-07-10', null, 6], ['2020-07-11', null, 5], ['2013-07-11', null, 12], ['2013-07-10', null, 13], ['2020-02-29', '2026-02-28', 5], ['2020-02-29', '2026-03-01', 6], ['2020-09-01', '2026-09-01', 6]] as const) assert.equal(decidingAge(birth, '2026-07-10', ageDay), age, `${birth} on ${ageDay ?? 'the first day'}`);
});

test('SVC-11 standings of a session', () => {
  const s = { ...span, offer: 'open' as const, opensAt: new Date('2026-06-10T01:00:00Z'), closesAt: new Date('2026-07-01T10:00:00Z'), opensMinute: 480, closesMinute: 1050, places: 2, taken: 1 };
  for (const [now, more, is] of [
    ['2026-06-01T00:00:00Z', {}, 'coming'], ['2026-06-10T00:59:59Z', {}, 'coming'], ['2026-06-10T01:00:00Z', {}, 'open'], ['2026-06-10T01:00:00Z', { taken: 2 }, 'waiting'], ['2026-07-01T10:00:00Z', {}, 'closed'], ['2026-07-10T00:00:00Z', {}, 'running'],
    ['2026-07-24T09:29:59Z', {}, 'running'], ['2026-07-24T09:30:00Z', {}, 'over'], ['2026-07-24T09:30:00Z', { offer: 'cancelled' as const }, 'cancelled'], ['2026-06-10T01:00:00Z', { offer: 'draft' as const }, 'draft'],
  ] as const) assert.equal(standingOf({ ...s, ...more }, new Date(now)), is, now);
});

test('SVC-11 a child on a day: expected, missing after the minutes, excused, here, left', () => {
  const from = missingFrom('2026-07-10', 480, 30);
  assert.equal(from.toISOString(), '2026-07-10T00:30:00.000Z');
  const d = { day: '2026-07-10', excusedAt: null, arrivedAt: null, leftAt: null };
  assert.equal(dayState(d, from, new Date('2026-07-10T00:29:59Z')), 'expected');
  assert.equal(dayState(d, from, from), 'missing');
  assert.equal(dayState({ ...d, excusedAt: from }, from, from), 'excused');
  assert.equal(dayState({ ...d, excusedAt: from, arrivedAt: from }, from, from), 'here', 'came after all');
  assert.equal(dayState({ ...d, arrivedAt: from, leftAt: from }, from, from), 'left');
});

test('SVC-11 data are kept to the end of the last day and due the day after; shares; guardians', () => {
  const s = { endsOn: '2026-08-28', forgetDays: 90 };
  assert.equal(keptUntil(s.endsOn, s.forgetDays), '2026-11-26');
  assert.equal(isDue(s, new Date('2026-11-26T15:59:59Z')), false);
  assert.equal(isDue(s, new Date('2026-11-26T16:00:00Z')), true, 'midnight in Shanghai');
  assert.deepEqual([perMille(1, 3), perMille(0, 0)], [333, null]);
  assert.deepEqual([isGuardian('mother'), isGuardian('grandparent')], [true, false]);
});
