import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { chinaCalendar } from './china-calendar.ts';
import { instantAt, legalDateOf, weekdayOf } from './dates.ts';
import {
  addWorkdays,
  addWorkingMinutes,
  closingOf,
  deadline,
  isOpen,
  withArrangement,
  workdayCounter,
  workdaysBetween,
  workingHours,
  workingMinutesBetween,
  type Period,
} from './worktime.ts';

const hours = workingHours(
  [
    ['09:00', '12:00'],
    ['13:30', '18:00'],
  ],
  chinaCalendar,
);
const at = (date: string, clock: string): Date => new Date(`${date}T${clock}+08:00`);

test('hours out of order, overlapping, empty or absurd are our bug', () => {
  for (const spans of [
    [],
    [['12:00', '09:00']],
    [
      ['09:00', '12:00'],
      ['11:00', '18:00'],
    ],
    [['9', '12:00']],
    [['09:00', '24:30']],
    [['09:00', '09:00']],
  ])
    assert.throws(() => workingHours(spans as [string, string][], chinaCalendar));
});

test('a calendar without working days throws instead of hanging', () => {
  const never = { isWorkday: () => false, covers: () => true };
  assert.throws(() => addWorkdays('2026-11-21', 1, never));
  assert.throws(() => addWorkingMinutes(at('2026-11-21', '10:00'), 1, workingHours([['09:00', '18:00']], never)));
});

test('periods that are no whole numbers or negative are our bug', () => {
  for (const period of [
    { workdays: 1.5 },
    { workdays: -1 },
    { calendarDays: Number.NaN },
    { months: -1 },
    { workingHours: 0.123 },
  ] as Period[])
    assert.throws(() => deadline('2026-11-20', period, hours), JSON.stringify(period));
});

const golden: [what: string, from: Date | string, period: Period, ends: string][] = [
  ['rules.md §28 row 23', '2026-09-10', { calendarDays: 20 }, '2026-09-30T18:00'],
  ['rules.md §28 row 24: 1 October moves behind the holiday', '2026-09-21', { calendarDays: 10 }, '2026-10-08T18:00'],
  ['31 January and one month, a Saturday that is worked in 2026', '2026-01-31', { months: 1 }, '2026-02-28T18:00'],
  ['31 January and one month in a leap year', '2028-01-31', { months: 1 }, '2028-02-29T18:00'],
  ['a month that ends on a Sunday', '2026-10-15', { months: 1 }, '2026-11-16T18:00'],
  [
    'received at 23:59, the next working day is the first',
    at('2026-11-19', '23:59'),
    { workdays: 1 },
    '2026-11-20T18:00',
  ],
  [
    'received at 23:59:59 in Shanghai is still that day',
    at('2026-11-19', '23:59:59.999'),
    { calendarDays: 1 },
    '2026-11-20T18:00',
  ],
  ['received at midnight is the day after', at('2026-11-20', '00:00'), { workdays: 1 }, '2026-11-23T18:00'],
  ['received on a Saturday', at('2026-11-21', '10:45'), { workdays: 2 }, '2026-11-24T18:00'],
  ['a weekend that is a working day counts', '2026-10-08', { workdays: 2 }, '2026-10-10T18:00'],
  ['and ends a period of calendar days', '2026-10-08', { calendarDays: 2 }, '2026-10-10T18:00'],
  ['Sunday 20 September 2026 is worked too', '2026-09-18', { workdays: 1 }, '2026-09-20T18:00'],
  ['working days jump over National Day', '2026-09-30', { workdays: 1 }, '2026-10-08T18:00'],
  ['the same day', '2026-11-20', { workdays: 0 }, '2026-11-20T18:00'],
  ['the whole last day', '2026-09-10', { calendarDays: 20, until: 'midnight' }, '2026-10-01T00:00'],
  ['four hours over the noon break', at('2026-11-20', '10:00'), { workingHours: 4 }, '2026-11-20T15:30'],
  ['four hours from Friday evening', at('2026-11-20', '17:00'), { workingHours: 4 }, '2026-11-23T12:00'],
  ['half an hour from a Sunday night', at('2026-11-22', '23:59'), { workingHours: 0.5 }, '2026-11-23T09:30'],
  ['hours from a date run from its opening', '2026-11-20', { workingHours: 1 }, '2026-11-20T10:00'],
];
for (const [what, from, period, ends] of golden)
  test(what, () => assert.equal(deadline(from, period, hours).toISOString(), new Date(`${ends}+08:00`).toISOString()));

test('other hours end at their own closing time', () => {
  const short = workingHours(
    [
      ['09:00', '12:00'],
      ['13:30', '17:30'],
    ],
    chinaCalendar,
  );
  assert.equal(deadline('2026-11-19', { workdays: 1 }, short).toISOString(), at('2026-11-20', '17:30').toISOString());
  assert.equal(closingOf('2026-11-20', short).toISOString(), at('2026-11-20', '17:30').toISOString());
});

test('working days back and forth', () => {
  assert.equal(addWorkdays('2026-10-08', -1, chinaCalendar), '2026-09-30');
  assert.equal(addWorkdays('2026-10-01', 0, chinaCalendar), '2026-10-08');
  assert.equal(workdaysBetween('2026-09-30', '2026-10-10', chinaCalendar), 3);
  assert.equal(workdaysBetween('2026-10-10', '2026-09-30', chinaCalendar), -3);
  assert.equal(workdaysBetween('2026-11-20', '2026-11-20', chinaCalendar), 0);
  const between = workdayCounter('2026-01-01', '2026-12-31', chinaCalendar);
  for (const [a, b] of [['2026-09-30', '2026-10-10'], ['2026-10-10', '2026-09-30'], ['2026-01-01', '2026-12-31'], ['2026-02-14', '2026-02-28']] as const) assert.equal(between(a, b), workdaysBetween(a, b, chinaCalendar), `${a} ${b}`);
  assert.throws(() => between('2025-12-31', '2026-01-05'), /outside/);
});

test('open and closed', () => {
  for (const [when, open] of [
    ['08:59:59', false],
    ['09:00', true],
    ['11:59:59', true],
    ['12:00', false],
    ['13:30', true],
    ['18:00', false],
  ] as const)
    assert.equal(isOpen(at('2026-11-20', when), hours), open, when);
  assert.equal(isOpen(at('2026-11-21', '10:00'), hours), false);
  assert.equal(isOpen(at('2026-10-10', '10:00'), hours), true);
});

test('a whole day has 450 working minutes, a night none', () => {
  assert.equal(workingMinutesBetween(at('2026-11-20', '00:00'), at('2026-11-21', '00:00'), hours), 450);
  assert.equal(workingMinutesBetween(at('2026-11-20', '18:00'), at('2026-11-23', '09:00'), hours), 0);
  assert.equal(workingMinutesBetween(at('2026-11-20', '11:00'), at('2026-11-20', '14:00'), hours), 90);
  assert.equal(workingMinutesBetween(at('2026-11-20', '14:00'), at('2026-11-20', '11:00'), hours), -90);
  assert.equal(
    addWorkingMinutes(at('2026-11-20', '17:00'), 60, hours).toISOString(),
    at('2026-11-20', '18:00').toISOString(),
  );
  assert.equal(
    addWorkingMinutes(at('2026-11-20', '12:30'), 0, hours).toISOString(),
    at('2026-11-20', '13:30').toISOString(),
  );
});

test('an arrangement typed in stands over the calendar', () => {
  const local = withArrangement(chinaCalendar, { year: 2031, daysOff: ['2031-03-05'], workdays: ['2031-03-08'] });
  assert.equal(chinaCalendar.isWorkday('2031-03-05') && !local.isWorkday('2031-03-05'), true);
  assert.equal(!chinaCalendar.isWorkday('2031-03-08') && local.isWorkday('2031-03-08'), true);
  assert.deepEqual([local.covers(2031), chinaCalendar.covers(2031), local.covers(2032)], [true, false, false]);
});

const instant = fc
  .integer({ min: at('2020-01-01', '00:00').getTime(), max: at('2029-12-31', '00:00').getTime() })
  .map((ms) => new Date(ms));

test('property: minutes added are the minutes between', () => {
  fc.assert(
    fc.property(instant, fc.nat(20_000), (from, minutes) => {
      const to = addWorkingMinutes(from, minutes, hours);
      return to >= from && workingMinutesBetween(from, to, hours) === minutes;
    }),
  );
});

test('property: working days added are the working days between, and end on a working day', () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: 1, max: 300 }), (from, n) => {
      const to = addWorkdays(from, n, chinaCalendar);
      return chinaCalendar.isWorkday(to) && workdaysBetween(from, to, chinaCalendar) === n;
    }),
  );
});

test('property: a deadline lies on a working day, at closing, never before the beginning day and never earlier for a longer period', () => {
  const kinds: ((n: number) => Period)[] = [
    (n) => ({ workdays: n }),
    (n) => ({ calendarDays: n }),
    (n) => ({ months: n }),
  ];
  fc.assert(
    fc.property(instant, fc.constantFrom(...kinds), fc.integer({ min: 1, max: 60 }), (from, period, n) => {
      const ends = deadline(from, period(n), hours);
      const day = legalDateOf(ends);
      return (
        chinaCalendar.isWorkday(day) &&
        day > legalDateOf(from) &&
        ends.getTime() === instantAt(day, 18 * 60).getTime() &&
        deadline(from, period(n + 1), hours) >= ends
      );
    }),
  );
});

test('property: weekends are never worked without an arrangement', () => {
  fc.assert(
    fc.property(instant, (from) => {
      const day = legalDateOf(from);
      const weekend = weekdayOf(day) === 0 || weekdayOf(day) === 6;
      return chinaCalendar.covers(Number(day.slice(0, 4))) || !weekend || !chinaCalendar.isWorkday(day);
    }),
  );
});
