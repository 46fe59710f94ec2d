/** Dates as they are found in spreadsheets and typed into forms, read into legal dates or refused with a reason. */
import { addDays, dateFrom, legalDateOf, type LegalDate } from './dates.ts';
import { dateMarks, datesWords as words } from './dates.words.ts';
import { refuse, type Reading } from './reading.ts';
import { halfWidth, withoutInvisible } from './text.ts';

/** What the reader may be told about the place a date comes from. */
export type DateBounds = {
  /** the workbook's date system: numbers count from 1900 (usual) or from 1904 (old Macintosh files) */
  readonly epoch?: '1900' | '1904';
  /** earliest date that makes sense here; 1900-01-01 unless told */
  readonly notBefore?: LegalDate;
  /** latest date that makes sense here; 2199-12-31 unless told */
  readonly notAfter?: LegalDate;
};

type Found = LegalDate | { readonly why: (typeof words)[keyof typeof words] };

/** The date of a serial number; 60 of the 1900 system is 29 February 1900, a day that never was. */
function fromSerial(serial: number, epoch: '1900' | '1904'): LegalDate | undefined {
  const day = Math.floor(serial);
  if (!(day >= 0 && day <= 2_958_465)) return undefined;
  if (epoch === '1904') return addDays('1904-01-01', day);
  if (day === 0 || day === 60) return undefined;
  return addDays(day < 60 ? '1899-12-31' : '1899-12-30', day);
}

const fromParts = (year: string, month: string, day: string): Found =>
  dateFrom(Number(year), Number(month), Number(day)) ?? { why: words.noSuchDay };

function fromNumber(n: number, epoch: '1900' | '1904'): Found {
  if (Number.isInteger(n) && n >= 10_000_101 && n <= 99_991_231) return fromDigits(String(n), epoch);
  if (Math.floor(n) >= 1900 && Math.floor(n) <= 2100) return { why: words.noDay };
  if (Number.isInteger(n) && n >= 190_001 && n <= 210_012) return { why: words.noDay };
  return fromSerial(n, epoch) ?? { why: words.shape };
}

function fromDigits(digits: string, epoch: '1900' | '1904'): Found {
  if (digits.length === 8) return fromParts(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6));
  if (digits.length === 5) return fromSerial(Number(digits), epoch) ?? { why: words.shape };
  if (digits.length === 4 || (digits.length === 6 && /^(19|20)/.test(digits))) return { why: words.noDay };
  return { why: digits.length === 6 ? words.ambiguous : words.shape };
}

const marks = new RegExp(`[${dateMarks.year}${dateMarks.month}]`, 'g');
const dayMark = new RegExp(`[${dateMarks.day}](?=\\s|T|\\d|$)`);

function fromText(text: string, epoch: '1900' | '1904'): Found {
  const usual = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (usual) return fromParts(usual[1] ?? '', usual[2] ?? '', usual[3] ?? '');
  const plain = halfWidth(text)
    .replace(/^'+/, '')
    .replace(/^(\d+)\.0+$/, '$1')
    .replace(dayMark, ' ')
    .replace(marks, '-')
    .replace(/\s*[-/.\u2010-\u2015\u2212]\s*/g, '-')
    .replace(/[\sT]+\d{1,2}:\d{2}(:\d{2}(-\d+)?)?(Z|\s*[AP]M)?$/i, '')
    .trim();
  const numbers = plain.replace(/-+$/, '');
  if (/^\d+$/.test(numbers)) return fromDigits(numbers, epoch);
  const whole = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(numbers);
  if (whole) return fromParts(whole[1] ?? '', whole[2] ?? '', whole[3] ?? '');
  if (/^\d{4}-\d{1,2}$/.test(numbers)) return { why: words.noDay };
  if (/^\d{1,4}-\d{1,2}-\d{1,4}$/.test(numbers)) return { why: words.ambiguous };
  return { why: words.shape };
}

/**
 * Reads a cell or a form field as a legal date: Excel serial numbers, `1990/1/2`, `1990.1.2`, `19900102`, 1990年1月2日,
 * with or without a time behind it, full-width digits too. A `Date` is taken as an instant and read in Shanghai, which
 * is right both for midnight UTC and for midnight in Shanghai. Two-digit years, day-first orders and bare months are
 * refused: guessing a birth date would be worse. Five digits as text are a serial number.
 */
export function readDate(cell: string | number | Date, o: DateBounds = {}): Reading<{ date: LegalDate }> {
  const epoch = o.epoch ?? '1900';
  if (cell instanceof Date) {
    if (Number.isNaN(cell.getTime())) return refuse(words.shape, { text: '' });
    return within(legalDateOf(cell), o);
  }
  const text = typeof cell === 'number' ? String(cell) : withoutInvisible(cell).trim();
  if (text === '') return refuse(words.missing);
  const found = typeof cell === 'number' ? fromNumber(cell, epoch) : fromText(text, epoch);
  return typeof found === 'string' ? within(found, o) : refuse(found.why, { text });
}

function within(date: LegalDate, o: DateBounds): Reading<{ date: LegalDate }> {
  const first = o.notBefore ?? '1900-01-01';
  const last = o.notAfter ?? '2199-12-31';
  if (date < first) return refuse(words.tooEarly, { bound: first });
  if (date > last) return refuse(words.tooLate, { bound: last });
  return { ok: true, date, warnings: [] };
}
