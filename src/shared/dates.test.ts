import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  ageOn,
  birthdayIn,
  dateFrom,
  dateOfDay,
  dayNumber,
  daysBetween,
  deadlineDay,
  instantAt,
  isLegalDate,
  legalDateOf,
  monthEnd,
  monthStart,
  standingOf,
  timeOfDay,
  weekdayOf,
} from './dates.ts';

const date = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2199-12-31') }).map(dateOfDay);

test('days that do not exist are no legal dates', () => {
  for (const text of [
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-2',
    '20260102',
    '',
    '0000-01-01',
  ])
    assert.equal(isLegalDate(text), false, text);
  for (const text of ['2024-02-29', '2000-02-29', '1000-01-01', '9999-12-31']) assert.ok(isLegalDate(text), text);
  assert.equal(dateFrom(1900, 2, 29), undefined);
  assert.throws(() => dayNumber('2026-02-31x'));
});

test('the day in Shanghai, not in London', () => {
  assert.equal(legalDateOf(new Date('2026-11-21T15:59:59.999Z')), '2026-11-21');
  assert.equal(legalDateOf(new Date('2026-11-21T16:00:00Z')), '2026-11-22');
  assert.equal(instantAt('2026-11-21', 18 * 60).toISOString(), '2026-11-21T10:00:00.000Z');
  assert.equal(instantAt('2026-11-21', 1440).toISOString(), instantAt('2026-11-22').toISOString());
  assert.equal(timeOfDay(new Date('1960-01-01T15:59:59.999Z')), 86_399_999);
});

test('31 January and one month is the last of February', () => {
  assert.equal(addMonths('2026-01-31', 1), '2026-02-28');
  assert.equal(addMonths('2028-01-31', 1), '2028-02-29');
  assert.equal(addMonths('2026-03-31', -1), '2026-02-28');
  assert.equal(addMonths('2026-11-21', 2), '2027-01-21');
  assert.equal(addMonths('2026-01-31', -13), '2024-12-31');
  assert.equal(monthEnd('2028-02-11'), '2028-02-29');
  assert.equal(monthStart('2028-02-11'), '2028-02-01');
});

test('weekdays', () => {
  assert.equal(weekdayOf('2026-11-21'), 6);
  assert.equal(weekdayOf('1970-01-01'), 4);
  assert.equal(weekdayOf('1899-12-31'), 0);
});

test('birthdays on 29 February are declared', () => {
  assert.equal(birthdayIn('2000-02-29', 2027, 'february28'), '2027-02-28');
  assert.equal(birthdayIn('2000-02-29', 2027, 'march1'), '2027-03-01');
  assert.equal(birthdayIn('2000-02-29', 2028, 'march1'), '2028-02-29');
  assert.equal(ageOn('2000-02-29', '2018-02-28'), 17);
  assert.equal(ageOn('2000-02-29', '2018-02-28', 'february28'), 18);
  assert.equal(ageOn('1990-11-21', '2026-11-20'), 35);
  assert.equal(ageOn('1990-11-21', '2026-11-21'), 36);
});

test('how a deadline stands', () => {
  const at = instantAt('2026-11-20', 18 * 60);
  assert.deepEqual(standingOf(at, at), { overdue: false, days: 0 });
  assert.deepEqual(standingOf(at, new Date(at.getTime() + 1)), { overdue: true, days: 0 });
  assert.deepEqual(standingOf(at, instantAt('2026-11-21', 1)), { overdue: true, days: 1 });
  assert.deepEqual(standingOf(at, instantAt('2026-11-17', 1439)), { overdue: false, days: 3 });
  const midnight = instantAt('2026-11-20', 1440);
  assert.equal(deadlineDay(midnight), '2026-11-20');
  assert.deepEqual(standingOf(midnight, instantAt('2026-11-20', 600)), { overdue: false, days: 0 });
});

test('property: days and numbers are one to one, arithmetic goes there and back', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: -20_000, max: 20_000 }), (d, n) => {
      const moved = addDays(d, n);
      return (
        isLegalDate(moved) && daysBetween(d, moved) === n && addDays(moved, -n) === d && legalDateOf(instantAt(d)) === d
      );
    }),
  );
});

test('property: a month later is in the next month, on the same day or at its end', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: -500, max: 500 }), (d, n) => {
      const moved = addMonths(d, n);
      const months = (x: string): number => Number(x.slice(0, 4)) * 12 + Number(x.slice(5, 7));
      return (
        months(moved) - months(d) === n &&
        (moved.slice(8) === d.slice(8) || (moved === monthEnd(moved) && moved.slice(8) < d.slice(8)))
      );
    }),
  );
});
