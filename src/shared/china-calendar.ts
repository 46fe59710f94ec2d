/**
 * The national calendar of working days: weekends, statutory holidays and the yearly make-up workdays of the State
 * Council, as the npm package chinese-days carries them. Server only: the phone app must not load this table.
 *
 * Only the package's table and its lunar month lengths are used. Its date functions read the machine's time zone and
 * are a day off west of Greenwich.
 */
import lunar from 'chinese-days';
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { addDays, dateOfDay, dayNumber, weekdayOf, type LegalDate } from './dates.ts';
import type { WorkCalendar } from './worktime.ts';

const daysOff: ReadonlySet<string> = new Set(Object.keys(published.holidays));
const makeUpDays: ReadonlySet<string> = new Set(Object.keys(published.workdays));
const years: ReadonlySet<number> = new Set([...makeUpDays].map((d) => Number(d.slice(0, 4))));

/** Whether the State Council's arrangement for the year is in the table. Otherwise weekends and statutory holidays. */
export const calendarCovers = (year: number): boolean => years.has(year);

/** First day of the first lunar month of 1900. */
const LUNAR_1900 = '1900-01-31';

function lunarYearDays(year: number): number {
  let days = lunar.getYearLeapMonth(year).days;
  for (let month = 1; month <= 12; month++) days += lunar.monthDays(year, month);
  return days;
}

/** The date of a day of the lunar year, outside leap months; 1900 to 2100. */
function lunarDate(year: number, month: number, day: number): LegalDate {
  let at = dayNumber(LUNAR_1900);
  for (let y = 1900; y < year; y++) at += lunarYearDays(y);
  const leap = lunar.getYearLeapMonth(year);
  for (let m = 1; m < month; m++) at += lunar.monthDays(year, m) + (leap.leapMonth === m ? leap.days : 0);
  return dateOfDay(at + day - 1);
}

/** 清明 by the usual approximation of the solar term; holds for 2000 to 2099. */
function clearBrightness(year: number): LegalDate {
  const y = year % 100;
  return `${year}-04-0${Math.floor(y * 0.2422 + 4.81) - Math.floor(y / 4)}`;
}

/**
 * The 13 statutory holidays since 2025-01-01: 元旦 1, 春节 4 (除夕 to 初三), 清明 1, 劳动节 2, 端午 1, 中秋 1, 国庆 3
 * (rules.md §1.3). Lunar ones for 2000 to 2099.
 */
export function statutoryHolidays(year: number): readonly LegalDate[] {
  const fixed = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].map((d) => `${year}-${d}`);
  if (year < 2000 || year > 2099) return fixed;
  const spring = lunarDate(year, 1, 1);
  return [
    ...fixed,
    ...[-1, 0, 1, 2].map((n) => addDays(spring, n)),
    clearBrightness(year),
    lunarDate(year, 5, 5),
    lunarDate(year, 8, 15),
  ].sort();
}

const computed = new Map<number, ReadonlySet<LegalDate>>();

function holidaysOf(year: number): ReadonlySet<LegalDate> {
  const known = computed.get(year);
  if (known) return known;
  const found = new Set(statutoryHolidays(year));
  computed.set(year, found);
  return found;
}

/** The national calendar. Years it does not cover are provisional: no make-up workdays, no bridging days off. */
export const chinaCalendar: WorkCalendar = {
  isWorkday(date) {
    if (makeUpDays.has(date)) return true;
    const weekday = weekdayOf(date);
    if (weekday === 0 || weekday === 6) return false;
    const year = Number(date.slice(0, 4));
    return !(years.has(year) ? daysOff : holidaysOf(year)).has(date);
  },
  covers: calendarCovers,
};
