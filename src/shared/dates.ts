/**
 * Legal dates and the clock of Asia/Shanghai. An instant is a `Date`; a legal date is `YYYY-MM-DD` and has no hour.
 * The zone is a fixed +08:00 (rules.md §1.3): also for 1986–1991, when China had summer time, because legal dates of
 * those years are never computed from instants here.
 */

/** A day as law and tables know it, `YYYY-MM-DD`, year 1000 to 9999. */
export type LegalDate = string;

const DAY_MS = 86_400_000;
const ZONE_MS = 8 * 3_600_000;

/** Days since 1970-01-01 of a date that exists. */
export function dayNumber(date: LegalDate): number {
  const ms = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(ms)) throw new Error(`not a legal date: ${date}`);
  return ms / DAY_MS;
}

/** The date that many days after 1970-01-01. */
export const dateOfDay = (day: number): LegalDate => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The date of a year, a month 1–12 and a day, or nothing when there is no such day (30 February). */
export function dateFrom(year: number, month: number, day: number): LegalDate | undefined {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Whether the text is `YYYY-MM-DD` and the day exists. */
export function isLegalDate(text: string): boolean {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return m !== null && dateFrom(Number(m[1]), Number(m[2]), Number(m[3])) !== undefined;
}

/** 28 to 31; month 1–12. */
export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Year, month 1–12 and day of a date. */
export function partsOf(date: LegalDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** The day it is in Shanghai at this instant. */
export const legalDateOf = (instant: Date): LegalDate =>
  new Date(instant.getTime() + ZONE_MS).toISOString().slice(0, 10);

/** Milliseconds since midnight in Shanghai. */
export const timeOfDay = (instant: Date): number => (((instant.getTime() + ZONE_MS) % DAY_MS) + DAY_MS) % DAY_MS;

/** An instant as China's clocks show it: `2026-11-21 14:05`. */
export const chinaTime = (instant: Date): string => `${legalDateOf(instant)} ${new Date(timeOfDay(instant)).toISOString().slice(11, 16)}`;

/** The instant at which the clock of Shanghai shows this date and this many minutes after midnight (0–1440). */
export const instantAt = (date: LegalDate, minutes = 0): Date =>
  new Date(dayNumber(date) * DAY_MS - ZONE_MS + minutes * 60_000);

/** The date `days` later; negative goes back. */
export const addDays = (date: LegalDate, days: number): LegalDate => dateOfDay(dayNumber(date) + days);

/** How many days `to` lies after `from`; negative when before. */
export const daysBetween = (from: LegalDate, to: LegalDate): number => dayNumber(to) - dayNumber(from);

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (date: LegalDate): number => (((dayNumber(date) + 4) % 7) + 7) % 7;

/** The corresponding day `months` later, the last of that month where there is none (Civil Code art. 202). */
export function addMonths(date: LegalDate, months: number): LegalDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + month - 1 + months;
  const y = Math.floor(index / 12);
  const m = index - y * 12 + 1;
  const found = dateFrom(y, m, Math.min(day, daysInMonth(y, m)));
  if (found === undefined) throw new Error(`${date} and ${months} months lie outside the years 1000 to 9999`);
  return found;
}

/** First day of the month the date lies in. */
export const monthStart = (date: LegalDate): LegalDate => `${date.slice(0, 7)}-01`;

/** Last day of the month the date lies in. */
export function monthEnd(date: LegalDate): LegalDate {
  const { year, month } = partsOf(date);
  return `${date.slice(0, 7)}-${daysInMonth(year, month)}`;
}

/** Where people born on 29 February keep their birthday in other years. It is declared, never guessed. */
export type LeapBirthday = 'february28' | 'march1';

/** The birthday in a year. */
export function birthdayIn(birth: LegalDate, year: number, leap: LeapBirthday): LegalDate {
  const { month, day } = partsOf(birth);
  return dateFrom(year, month, day) ?? `${String(year).padStart(4, '0')}-${leap === 'february28' ? '02-28' : '03-01'}`;
}

/** Full years of age on a day: the year counts from the birthday itself. Negative before birth. */
export function ageOn(birth: LegalDate, on: LegalDate, leap: LeapBirthday = 'march1'): number {
  const { year } = partsOf(on);
  const years = year - partsOf(birth).year;
  return on < birthdayIn(birth, year, leap) ? years - 1 : years;
}

/** How a deadline stands: `days` calendar days to go (0 today), or overdue since `days` (0: since earlier today). */
export type Standing = { readonly overdue: boolean; readonly days: number };

/** The day a deadline belongs to: one at midnight closes the day before (24:00). */
export const deadlineDay = (deadline: Date): LegalDate => legalDateOf(new Date(deadline.getTime() - 1));

/** How a deadline stands at `now`. It is overdue from the millisecond after it. */
export function standingOf(deadline: Date, now: Date): Standing {
  const days = daysBetween(legalDateOf(now), deadlineDay(deadline));
  return now.getTime() > deadline.getTime()
    ? { overdue: true, days: Math.max(0, -days) }
    : { overdue: false, days: Math.max(0, days) };
}
