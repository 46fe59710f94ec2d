import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import test from 'node:test';
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { calendarCovers, chinaCalendar, statutoryHolidays } from './china-calendar.ts';
import { weekdayOf } from './dates.ts';

test('the years of the package', () => {
  assert.equal(calendarCovers(2003), false);
  for (let year = 2004; year <= 2026; year++) assert.ok(calendarCovers(year), String(year));
  assert.equal(calendarCovers(2100), false);
});

test('2026 day by day as the State Council announced it', () => {
  for (const worked of ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']) {
    assert.ok([0, 6].includes(weekdayOf(worked)), worked);
    assert.ok(chinaCalendar.isWorkday(worked), worked);
  }
  for (const off of [
    '2026-01-01',
    '2026-01-02',
    '2026-02-16',
    '2026-02-23',
    '2026-04-06',
    '2026-05-05',
    '2026-06-19',
    '2026-09-25',
    '2026-10-07',
  ])
    assert.equal(chinaCalendar.isWorkday(off), false, off);
  assert.ok(chinaCalendar.isWorkday('2026-10-08'));
  assert.equal(chinaCalendar.isWorkday('2026-11-21'), false);
});

test('13 statutory holidays a year, lunar ones by the lunar year', () => {
  assert.deepEqual(statutoryHolidays(2025), [
    '2025-01-01',
    '2025-01-28',
    '2025-01-29',
    '2025-01-30',
    '2025-01-31',
    '2025-04-04',
    '2025-05-01',
    '2025-05-02',
    '2025-05-31',
    '2025-10-01',
    '2025-10-02',
    '2025-10-03',
    '2025-10-06',
  ]);
  assert.ok(
    statutoryHolidays(2027).includes('2027-02-06'),
    'new year 2027: the new moon falls four minutes before midnight',
  );
  assert.ok(statutoryHolidays(2028).includes('2028-05-28'), 'not in the leap month');
  for (let year = 2000; year < 2100; year++) assert.ok(new Set(statutoryHolidays(year)).size >= 12, String(year));
});

test('the computed holidays are off in every published year', () => {
  let compared = 0;
  for (let year = 2009; year <= 2026; year++) {
    const days = statutoryHolidays(year);
    const eve = days.find((d) => d > `${year}-01-20`);
    for (const day of days) {
      // before 2025 neither the second of May nor the eve of the new year was statutory
      if (year < 2025 && (day === eve || day.endsWith('05-02'))) continue;
      assert.equal(chinaCalendar.isWorkday(day), false, day);
      if (published.holidays[day as keyof typeof published.holidays]) compared++;
    }
  }
  assert.ok(compared >= 18 * 11, `${compared} days compared`);
});

test('a year that is not covered: weekends and statutory holidays', () => {
  assert.equal(calendarCovers(2040), false);
  const off = new Set(statutoryHolidays(2040));
  assert.equal(chinaCalendar.isWorkday('2040-10-01'), false);
  assert.equal(chinaCalendar.isWorkday('2040-10-04'), true);
  assert.equal(chinaCalendar.isWorkday('2040-10-06'), false);
  for (const day of off) assert.equal(chinaCalendar.isWorkday(day), false, day);
});

test('the same days off in every time zone', () => {
  const ask = `import { statutoryHolidays, chinaCalendar } from ${JSON.stringify(new URL('./china-calendar.ts', import.meta.url).href)};
    console.log(JSON.stringify([statutoryHolidays(2027), ['2026-10-10', '2026-10-08', '2026-10-07'].map(chinaCalendar.isWorkday)]))`;
  const answers = ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati'].map((TZ) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', ask], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    }),
  );
  assert.equal(new Set(answers).size, 1);
  assert.match(answers[0] ?? '', /2027-02-06/);
});
