import type { Cell } from '#shared/sheet-cell';
import { ownText } from './cell.ts';

/** How a cell's number is to be read, known from its number format. */
export type NumberLook = { readonly kind: 'plain' | 'date'; /** least number of digits (format `00000`) */ readonly digits: number };

const PLAIN: NumberLook = { kind: 'plain', digits: 0 };
const DATE: NumberLook = { kind: 'date', digits: 0 };

/** Formats that need no entry in styles.xml and mean a date or time (ECMA-376 part 1, 18.8.30, East Asian ones included). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/**
 * The look of a number format.
 * @param id its number in the workbook
 * @param code its code when the workbook declares one (`yyyy"/"m`), else undefined
 */
export function lookOf(id: number, code: string | undefined): NumberLook {
  if (code === undefined) return isBuiltInDate(id) ? DATE : PLAIN;
  const first = code.slice(0, 255).split(';', 1)[0] ?? '';
  if (/^0+$/.test(first)) return { kind: 'plain', digits: first.length };
  const bare = first
    .replace(/"[^"]*"?/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/\[[^\]]*\]?/g, '');
  return /[ymdhs]/i.test(bare) && !/[#?]|general/i.test(bare) ? DATE : PLAIN;
}

const two = (n: number): string => String(n).padStart(2, '0');

/**
 * Date text of a serial day number, or null when no date has that number.
 * In the 1900 calendar day 60 is the 29 February 1900 that never was; it is read as the program shows it.
 * @param from1904 the workbook counts from 1904-01-01 = 0
 */
export function serialDate(serial: number, from1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return null;
  let days = Math.floor(serial);
  let seconds = Math.round((serial - days) * 86_400);
  if (seconds === 86_400) {
    days += 1;
    seconds = 0;
  }
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  if (days === 0 && !from1904) return time;
  if (days === 60 && !from1904) return seconds === 0 ? '1900-02-29' : `1900-02-29 ${time}`;
  const sinceEpoch = from1904 ? days - 24_107 : days < 60 ? days - 25_568 : days - 25_569;
  const day = new Date(sinceEpoch * 86_400_000).toISOString().slice(0, 10);
  if (day.length !== 10 || day.startsWith('+')) return null;
  return seconds === 0 ? day : `${day} ${time}`;
}

/** The stored number as digits a person would have typed: whole numbers in full, others to the fifteen digits a program shows. */
function digitsOf(value: number, raw: string): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return BigInt(value).toString();
  return Number.isFinite(value) ? String(Number(value.toPrecision(15))) : raw;
}

/** Significant digits are lost beyond fifteen: that is all a spreadsheet keeps of a number. */
const losesDigits = (value: number): boolean => Number.isInteger(value) && Math.abs(value) >= 1e15;

/** A cell made of the number `raw` with the given look. */
export function numberCell(raw: string, look: NumberLook, from1904: boolean, formula: boolean): Cell {
  const value = Number(raw);
  const kept = ownText(raw);
  const mark: { formula?: true } = formula ? { formula: true } : {};
  if (raw.trim() === '' || Number.isNaN(value)) return { kind: 'text', text: kept, raw: kept, ...mark };
  if (look.kind === 'date') {
    const day = serialDate(value, from1904);
    if (day !== null) return { kind: 'date', text: day, raw: kept, ...mark };
  }
  const digits = digitsOf(value, kept);
  const text = look.digits > 0 && /^\d+$/.test(digits) ? digits.padStart(Math.min(look.digits, 32), '0') : digits;
  return losesDigits(value)
    ? { kind: 'number', text, raw: kept, ...mark, lostDigits: true }
    : { kind: 'number', text, raw: kept, ...mark };
}
