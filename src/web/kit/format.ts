import { dayNumber, deadlineDay, instantAt, isLegalDate, legalDateOf, type LegalDate, partsOf, standingOf, timeOfDay, weekdayOf } from '#shared/dates';
import { sayDate, sayDeadline, sayTime } from '#shared/date-phrases';
import { monthNames, weekdayWords } from '#shared/dates.words';
import { formatYuan } from '#shared/money';
import { type Locale, say } from '#shared/words';
import { words } from './kit.words.ts';
import { locale } from './language.ts';

/** A time (`2026-11-21T10:00:00Z`) or a legal date (`2026-11-21`), as the server sends them. Everything is shown in China's time. */
export type Moment = string | number | Date;

const instantOf = (moment: Moment): Date => (typeof moment === 'string' && isLegalDate(moment) ? instantAt(moment) : new Date(moment));
const dayOf = (moment: Moment): LegalDate => (typeof moment === 'string' && isLegalDate(moment) ? moment : legalDateOf(instantOf(moment)));

/** Whole days from one moment's day to another's, in China's calendar. */
export const daysFrom = (from: Moment, to: Moment): number => dayNumber(dayOf(to)) - dayNumber(dayOf(from));

/** `11月21日`, `21 Nov`, with the year when it is another one than now. */
export function showDate(moment: Moment, language: Locale = locale(), now: Moment = Date.now()): string {
  const { year, month, day } = partsOf(dayOf(moment));
  const slots = { year, month, day, monthName: monthNames[month - 1] ?? '' };
  return say(year === partsOf(dayOf(now)).year ? words.date : words.dateYear, language, slots);
}

/** `周六`, `Sat`. */
export const showWeekday = (moment: Moment, language: Locale = locale()): string => weekdayWords[weekdayOf(dayOf(moment))]?.[language] ?? '';

/** `11月21日 周六`, `Sat 21 Nov`. */
export const showDay = (moment: Moment, language: Locale = locale(), now: Moment = Date.now()): string => sayDate(dayOf(moment), language, dayOf(now));

/** `18:00`. */
export const showClock = (moment: Moment): string => sayTime(instantOf(moment));

/** `今天 18:00`, `昨天 09:40`, `11月10日 08:12`. */
export const showTime = (moment: Moment, language: Locale = locale(), now: Moment = Date.now()): string =>
  `${nearDay(moment, language, now) ?? showDate(moment, language, now)} ${showClock(moment)}`;

/** As `now`: what is printed knows no today and says the year. */
export const ON_PAPER = 0;

/** From when to when, in one line; the day is said once when it is the same. */
export const showSpan = (from: Moment, to: Moment, language: Locale = locale(), now: Moment = Date.now()): string =>
  `${showTime(from, language, now)} – ${dayOf(from) === dayOf(to) ? showClock(to) : showTime(to, language, now)}`;

/** Today, tomorrow or yesterday in words; undefined for other days. */
export function nearDay(moment: Moment, language: Locale = locale(), now: Moment = Date.now()): string | undefined {
  const word = { '-1': words.yesterday, 0: words.today, 1: words.tomorrow }[String(daysFrom(now, moment))];
  return word && say(word, language);
}

/** Fen as money: `123450` is `¥1,234.50`. Also takes the decimal text in which sums travel. */
export const showMoney = (fen: number | bigint | string): string => formatYuan(BigInt(fen));

/** `12,345`. */
export const showNumber = (n: number): string => n.toLocaleString('en-US');

/** A share of 1 as `98.1%`. */
export const showShare = (share: number, digits = 1): string => `${(share * 100).toFixed(digits)}%`;

/** Things in a row: `甲、乙`, `A, B`. */
export const showList = (texts: readonly string[], language: Locale = locale()): string => texts.join(say(words.comma, language));

/** Sentences in a row: `甲；乙`, `A; B`. */
export const showSentences = (texts: readonly string[], language: Locale = locale()): string => texts.join(say(words.semicolon, language));

/** A phone number that can be read aloud but not misused: `138****1234`. */
export const maskPhone = (phone: string): string => phone.replace(/^(\+?\d{3})\d+(\d{4})$/, '$1****$2');

/** How near a deadline is. `late`: passed; `warn`: today or tomorrow; `ok`: met in time; `quiet`: later. */
export type Nearness = 'ok' | 'warn' | 'late' | 'quiet';

/** The instant a deadline closes: a legal date closes when its day ends. */
export const closesAt = (due: Moment): Date => (typeof due === 'string' && isLegalDate(due) ? new Date(instantAt(due).getTime() + 86_400_000) : instantOf(due));

/** Judges a deadline against now; a met one (`metAt`) by when it was met. */
export function nearness(due: Moment, now: Moment = Date.now(), metAt?: Moment | null): Nearness {
  const end = closesAt(due);
  if (metAt) return instantOf(metAt) <= end ? 'ok' : 'late';
  const { overdue } = standingOf(end, instantOf(now));
  if (overdue) return 'late';
  return dayNumber(deadlineDay(end)) - dayNumber(dayOf(now)) <= 1 ? 'warn' : 'quiet';
}

/** A deadline in a few letters: `今天 18:00`, `明天`, `11月27日`, `超期 1 天`. */
export function showDeadline(due: Moment, language: Locale = locale(), now: Moment = Date.now()): string {
  const end = closesAt(due);
  const { overdue, days } = standingOf(end, instantOf(now));
  if (overdue) return days < 1 ? say(words.overdueToday, language) : say(days === 1 ? words.overdueDay : words.overdueDays, language, { n: days });
  const day = deadlineDay(end);
  const near = nearDay(day, language, now);
  return near && timeOfDay(end) !== 0 ? `${near} ${showClock(end)}` : (near ?? showDate(day, language, now));
}

/** A deadline in full: `11月21日 周六 18:00前`. */
export const showDeadlineInFull = (due: Moment, language: Locale = locale(), now: Moment = Date.now()): string => sayDeadline(closesAt(due), language, instantOf(now));
