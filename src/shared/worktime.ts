/**
 * Working days, working hours and legal periods, in Shanghai time. Pure: the calendar of days off comes in as a value
 * (the national one stands in `china-calendar.ts`, which only the server imports).
 */
import {
  addDays,
  addMonths,
  dateOfDay,
  dayNumber,
  instantAt,
  legalDateOf,
  timeOfDay,
  type LegalDate,
} from './dates.ts';

/** Which days are worked. */
export type WorkCalendar = {
  readonly isWorkday: (date: LegalDate) => boolean;
  /** whether the year's arrangement of days off and make-up workdays is known, or only weekends and holidays */
  readonly covers: (year: number) => boolean;
};

/** A stretch of a working day, in minutes after midnight. */
export type Span = { readonly from: number; readonly to: number };

/** When an office is open: its calendar and the stretches of each working day, in order, with a break between them. */
export type WorkingHours = { readonly calendar: WorkCalendar; readonly spans: readonly Span[] };

const MINUTE = 60_000;
/** No period here is longer: about thirty years, so that a calendar without workdays cannot hang the server. */
const MOST_DAYS = 11_000;

function minutesOf(clock: string): number {
  const m = /^([01]?\d|2[0-4]):([0-5]\d)$/.exec(clock);
  const minutes = m ? Number(m[1]) * 60 + Number(m[2]) : Number.NaN;
  if (!(minutes <= 1440)) throw new Error(`not a time of day: ${clock}`);
  return minutes;
}

/**
 * Working hours from data, e.g. `[['09:00','12:00'],['13:30','18:00']]`.
 * @throws when the stretches are empty, overlap or are out of order
 */
export function workingHours(
  spans: readonly (readonly [from: string, to: string])[],
  calendar: WorkCalendar,
): WorkingHours {
  const read = spans.map(([from, to]) => ({ from: minutesOf(from), to: minutesOf(to) }));
  let end = -1;
  for (const s of read) {
    if (s.from < end || s.to <= s.from) throw new Error('working hours must be in order and must not overlap');
    end = s.to;
  }
  if (read.length === 0) throw new Error('working hours need at least one stretch');
  return { calendar, spans: read };
}

/**
 * A calendar with one year's arrangement typed in, e.g. after the State Council published it and before the package
 * of calendar data carries it, or a local day off.
 * @param o.daysOff weekdays that are not worked
 * @param o.workdays Saturdays and Sundays that are worked
 */
export function withArrangement(
  calendar: WorkCalendar,
  o: { year: number; daysOff: readonly LegalDate[]; workdays: readonly LegalDate[] },
): WorkCalendar {
  const off = new Set(o.daysOff);
  const on = new Set(o.workdays);
  return {
    isWorkday: (date) => (on.has(date) ? true : off.has(date) ? false : calendar.isWorkday(date)),
    covers: (year) => year === o.year || calendar.covers(year),
  };
}

const dateOf = (at: Date | LegalDate): LegalDate => (typeof at === 'string' ? at : legalDateOf(at));

function nextWorkday(day: number, step: 1 | -1, calendar: WorkCalendar): number {
  for (let d = day, tried = 0; tried < MOST_DAYS; d += step, tried++) if (calendar.isWorkday(dateOfDay(d))) return d;
  throw new Error('the calendar has no working days');
}

/**
 * The `n`th working day after the day given, which is not counted itself (Civil Code art. 201); for negative `n` the
 * `n`th before it. With 0 the day itself, or the next working day when it is none.
 */
export function addWorkdays(at: Date | LegalDate, n: number, calendar: WorkCalendar): LegalDate {
  if (!Number.isInteger(n) || Math.abs(n) > 5_000) throw new Error(`${n} working days`);
  let day = dayNumber(dateOf(at));
  if (n === 0) return dateOfDay(nextWorkday(day, 1, calendar));
  const step = n > 0 ? 1 : -1;
  for (let left = Math.abs(n); left > 0; left--) day = nextWorkday(day + step, step, calendar);
  return dateOfDay(day);
}

/** Working days after `a` up to and with `b` (the day of `a` is not counted); negative when `b` is before `a`. */
export function workdaysBetween(a: Date | LegalDate, b: Date | LegalDate, calendar: WorkCalendar): number {
  const from = dayNumber(dateOf(a));
  const to = dayNumber(dateOf(b));
  if (Math.abs(to - from) > MOST_DAYS) throw new Error('more than thirty years between two days');
  let count = 0;
  for (let day = Math.min(from, to) + 1; day <= Math.max(from, to); day++)
    if (calendar.isWorkday(dateOfDay(day))) count++;
  return to < from ? -count : count;
}

/**
 * {@link workdaysBetween} for many pairs of days within a span: the calendar is asked once for each day of it.
 * @throws Error when a day lies outside the span
 */
export function workdayCounter(from: LegalDate, to: LegalDate, calendar: WorkCalendar): (a: LegalDate, b: LegalDate) => number {
  const first = dayNumber(from);
  const upTo = [0];
  for (let day = first + 1; day <= dayNumber(to); day++) upTo.push((upTo.at(-1) ?? 0) + (calendar.isWorkday(dateOfDay(day)) ? 1 : 0));
  const at = (date: LegalDate): number => {
    const count = upTo[dayNumber(date) - first];
    if (count === undefined) throw new Error(`${date} lies outside ${from} to ${to}`);
    return count;
  };
  return (a, b) => at(b) - at(a);
}

/** The instant at which the office closes on a day. */
export const closingOf = (date: LegalDate, hours: WorkingHours): Date =>
  instantAt(date, hours.spans.at(-1)?.to ?? 1440);

/** Whether the office is open at an instant. The minute of closing is closed. */
export function isOpen(instant: Date, hours: WorkingHours): boolean {
  const time = timeOfDay(instant);
  return (
    hours.spans.some((s) => time >= s.from * MINUTE && time < s.to * MINUTE) &&
    hours.calendar.isWorkday(legalDateOf(instant))
  );
}

/**
 * The instant after so many working minutes. Starts at the next opening when the office is closed; ends at a closing
 * time rather than at the opening after it.
 * @param minutes whole and not negative
 */
export function addWorkingMinutes(instant: Date, minutes: number, hours: WorkingHours): Date {
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > 2_000_000) throw new Error(`${minutes} working minutes`);
  let left = minutes * MINUTE;
  let time = timeOfDay(instant);
  let day = dayNumber(legalDateOf(instant));
  for (let passed = 0; passed < MOST_DAYS; passed++, day++, time = 0) {
    if (!hours.calendar.isWorkday(dateOfDay(day))) continue;
    for (const span of hours.spans) {
      const start = Math.max(time, span.from * MINUTE);
      const open = span.to * MINUTE - start;
      if (open <= 0) continue;
      if (left <= open) return new Date(instantAt(dateOfDay(day)).getTime() + start + left);
      left -= open;
    }
  }
  throw new Error('the calendar has too few working days');
}

/** Whole working minutes from `a` to `b`; negative when `b` is before `a`. */
export function workingMinutesBetween(a: Date, b: Date, hours: WorkingHours): number {
  if (b.getTime() < a.getTime()) return 0 - workingMinutesBetween(b, a, hours);
  const first = dayNumber(legalDateOf(a));
  const last = dayNumber(legalDateOf(b));
  if (last - first > MOST_DAYS) throw new Error('more than thirty years between two instants');
  let ms = 0;
  for (let day = first; day <= last; day++) {
    if (!hours.calendar.isWorkday(dateOfDay(day))) continue;
    const from = day === first ? timeOfDay(a) : 0;
    const to = day === last ? timeOfDay(b) : 1440 * MINUTE;
    for (const span of hours.spans)
      ms += Math.max(0, Math.min(to, span.to * MINUTE) - Math.max(from, span.from * MINUTE));
  }
  return Math.floor(ms / MINUTE);
}

/**
 * How long somebody has: working days, calendar days, months, or working hours (halves and quarters are fine).
 * `until: 'midnight'` gives the whole last day (24:00); without it the period ends when the office closes.
 */
export type Period = (
  | { readonly workdays: number }
  | { readonly calendarDays: number }
  | { readonly months: number }
  | { readonly workingHours: number }
) & { readonly until?: 'closing' | 'midnight' };

/**
 * When a period that began at `from` ends (rules.md §1.3).
 * Days and months: the first day is not counted, however late on it the period began (Civil Code art. 201); a month
 * ends on the corresponding day, else at the month's end (202); a last day off moves to the day after the days off, and
 * the last day ends when the office closes (203). A weekend that is worked is no day off. Working hours run only while
 * the office is open.
 */
export function deadline(from: Date | LegalDate, period: Period, hours: WorkingHours): Date {
  if ('workingHours' in period) {
    const start = typeof from === 'string' ? instantAt(from) : from;
    return addWorkingMinutes(start, period.workingHours * 60, hours);
  }
  const day = endDay(dateOf(from), period, hours);
  return period.until === 'midnight' ? instantAt(day, 1440) : closingOf(day, hours);
}

function endDay(from: LegalDate, period: Exclude<Period, { workingHours: number }>, hours: WorkingHours): LegalDate {
  if ('workdays' in period) return addWorkdays(from, counted(period.workdays), hours.calendar);
  const end =
    'months' in period ? addMonths(from, counted(period.months)) : addDays(from, counted(period.calendarDays));
  return addWorkdays(end, 0, hours.calendar);
}

function counted(n: number): number {
  if (!Number.isInteger(n) || n < 0 || n > 5_000) throw new Error(`a period of ${n}`);
  return n;
}
