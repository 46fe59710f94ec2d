/** Dates and deadlines as people read them: 11月21日 周六 18:00前 / Sat 21 Nov, before 18:00. Light: for both apps. */
import {
  daysBetween,
  deadlineDay,
  legalDateOf,
  partsOf,
  standingOf,
  timeOfDay,
  weekdayOf,
  type LegalDate,
} from './dates.ts';
import { datesWords as words, monthNames, weekdayWords } from './dates.words.ts';
import { say, type Locale, type Slots } from './words.ts';

function slotsOf(date: LegalDate, locale: Locale): Slots {
  const { year, month, day } = partsOf(date);
  const weekday = weekdayWords[weekdayOf(date)]?.[locale] ?? '';
  return { year, month, day, weekday, monthName: monthNames[month - 1] ?? '' };
}

/** A date. The year is told when it differs from the year of `today`, or when no `today` is given. */
export function sayDate(date: LegalDate, locale: Locale, today?: LegalDate): string {
  const sameYear = today !== undefined && today.slice(0, 4) === date.slice(0, 4);
  return say(sameYear ? words.date : words.dateWithYear, locale, slotsOf(date, locale));
}

/** The month a date lies in: 2026年11月 / Nov 2026. */
export const sayMonth = (date: LegalDate, locale: Locale): string => say(words.month, locale, slotsOf(date, locale));

/** The clock of Shanghai at an instant, `18:00`. */
export function sayTime(instant: Date): string {
  const minutes = Math.floor(timeOfDay(instant) / 60_000);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** An instant: 11月21日 周六 14:05 / Sat 21 Nov, 14:05. */
export const sayMoment = (instant: Date, locale: Locale, now?: Date): string =>
  say(words.moment, locale, {
    date: sayDate(legalDateOf(instant), locale, now && legalDateOf(now)),
    time: sayTime(instant),
  });

/** A deadline: 11月21日 周六 18:00前 / Sat 21 Nov, before 18:00. One at midnight is told as 24:00 of the day it closes. */
export function sayDeadline(deadline: Date, locale: Locale, now?: Date): string {
  const date = sayDate(deadlineDay(deadline), locale, now && legalDateOf(now));
  return say(words.deadline, locale, { date, time: timeOfDay(deadline) === 0 ? '24:00' : sayTime(deadline) });
}

/** A day seen from today: 今天, 明天, 后天, 3 天后, 昨天, 5 天前. */
export function sayRelativeDay(date: LegalDate, today: LegalDate, locale: Locale): string {
  const days = daysBetween(today, date);
  const near = {
    '-2': words.dayBeforeYesterday,
    '-1': words.yesterday,
    '0': words.today,
    '1': words.tomorrow,
    '2': words.dayAfterTomorrow,
  };
  const word = near[String(days) as keyof typeof near];
  if (word) return word[locale];
  return say(days > 0 ? words.inDays : words.daysAgo, locale, { days: Math.abs(days) });
}

/** How a deadline stands, in a word: 今天, 明天, 3 天后, 今天已超期, 超期 1 天. Days are calendar days. */
export function sayStanding(deadline: Date, now: Date, locale: Locale): string {
  const { overdue, days } = standingOf(deadline, now);
  if (!overdue) return sayRelativeDay(deadlineDay(deadline), legalDateOf(now), locale);
  if (days === 0) return words.overdueToday[locale];
  return say(days === 1 ? words.overdueDay : words.overdueDays, locale, { days });
}
