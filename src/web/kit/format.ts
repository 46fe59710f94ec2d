import type { Locale } from '#shared/words';
import { say } from '#shared/words';
import { words } from './kit.words.ts';
import { locale } from './language.ts';

/** Everything is shown in China's time, wherever the phone is. */
const ZONE = 'Asia/Shanghai';
const DAY = 86_400_000;

type Shape = Intl.DateTimeFormatOptions;
const made = new Map<string, Intl.DateTimeFormat>();
function shaped(name: string, language: Locale, shape: Shape): Intl.DateTimeFormat {
  const key = `${name}.${language}`;
  const before = made.get(key);
  if (before) return before;
  const format = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: ZONE, ...shape });
  made.set(key, format);
  return format;
}

/** A time (`2026-11-21T10:00:00Z`) or a legal date (`2026-11-21`), as the server sends them. */
export type Moment = string | number | Date;

const at = (moment: Moment): Date => (typeof moment === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(moment) ? new Date(`${moment}T00:00:00+08:00`) : new Date(moment));

/** Days since 1970 in China's calendar; for "today" and "3 days late". */
export const dayNumber = (moment: Moment): number => Math.floor((at(moment).getTime() + 8 * 3_600_000) / DAY);

const yearOf = (moment: Moment): number => new Date(at(moment).getTime() + 8 * 3_600_000).getUTCFullYear();

/** `11月21日`, with the year when it is another one than now. */
export function showDate(moment: Moment, language: Locale = locale(), now: Moment = Date.now()): string {
  return yearOf(moment) === yearOf(now)
    ? shaped('date', language, { month: 'short', day: 'numeric' }).format(at(moment))
    : shaped('dateYear', language, { year: 'numeric', month: 'short', day: 'numeric' }).format(at(moment));
}

/** `周六`, `Sat`. */
export const showWeekday = (moment: Moment, language: Locale = locale()): string => shaped('weekday', language, { weekday: 'short' }).format(at(moment));

/** `11月21日 周六`, `Sat, 21 Nov`. */
export const showDay = (moment: Moment, language: Locale = locale()): string =>
  language === 'zh' ? `${showDate(moment, language)} ${showWeekday(moment, language)}` : `${showWeekday(moment, language)}, ${showDate(moment, language)}`;

/** `18:00`. */
export const showClock = (moment: Moment, language: Locale = locale()): string =>
  shaped('clock', language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at(moment));

/** `今天 18:00`, `昨天 09:40`, `11月10日 08:12`. */
export function showTime(moment: Moment, language: Locale = locale(), now: Moment = Date.now()): string {
  return `${nearDay(moment, language, now) ?? showDate(moment, language, now)} ${showClock(moment, language)}`;
}

/** Today, tomorrow or yesterday in words; undefined for other days. */
export function nearDay(moment: Moment, language: Locale = locale(), now: Moment = Date.now()): string | undefined {
  const away = dayNumber(moment) - dayNumber(now);
  const word = away === 0 ? words.today : away === 1 ? words.tomorrow : away === -1 ? words.yesterday : undefined;
  return word && say(word, language);
}

/** Fen as money: `123450` is `¥1,234.50`. Also takes the decimal text in which large sums travel. */
export function showMoney(fen: number | bigint | string): string {
  const all = BigInt(fen);
  const abs = all < 0n ? -all : all;
  const yuan = (abs / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  return `${all < 0n ? '-' : ''}¥${yuan}.${(abs % 100n).toString().padStart(2, '0')}`;
}

/** `12,345`. */
export const showNumber = (n: number): string => n.toLocaleString('en-US');

/** A share of 1 as `98.1%`. */
export const showShare = (share: number, digits = 1): string => `${(share * 100).toFixed(digits)}%`;

/** A phone number that can be read aloud but not misused: `138****1234`. */
export const maskPhone = (phone: string): string => phone.replace(/^(\+?\d{3})\d+(\d{4})$/, '$1****$2');

/** How near a deadline is. `late`: passed; `warn`: today or tomorrow; `ok`: met; `quiet`: later. */
export type Nearness = 'ok' | 'warn' | 'late' | 'quiet';

/** Judges a deadline against now; a met deadline (`metAt`) is judged by when it was met. */
export function nearness(due: Moment, now: Moment = Date.now(), metAt?: Moment | null): Nearness {
  const end = typeof due === 'string' && due.length === 10 ? at(due).getTime() + DAY - 1 : at(due).getTime();
  if (metAt) return at(metAt).getTime() <= end ? 'ok' : 'late';
  if (end < at(now).getTime()) return 'late';
  return dayNumber(due) - dayNumber(now) <= 1 ? 'warn' : 'quiet';
}
