import type { Writable } from 'node:stream';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refused } from '#shared/errors';
import { escapeCell } from '#shared/text';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { columnLetters } from './cell.ts';
import type { SheetColumn, SheetValue } from './column.ts';
import { words } from './sheets.words.ts';
import { fixedParts, SHEET_END, sheetStart, STYLE } from './workbook-parts.ts';
import { escapeText } from './xml-text.ts';

/** A sheet of a workbook: its name (at most 31 characters, no two alike), columns and rows. */
export type BookSheet = { readonly name: string; readonly columns: readonly SheetColumn[]; readonly rows: Rows };

type Rows = AsyncIterable<readonly SheetValue[]> | Iterable<readonly SheetValue[]>;

/** Rows below the heading that one worksheet can hold. */
const MOST_ROWS = 1_048_575;
/** Characters one cell can hold. */
const MOST_CHARS = 32_767;
/** Characters gathered before they are compressed. */
const PIECE_CHARS = 64 * 1024;

/**
 * Writes an .xlsx with one sheet row by row, in memory that does not grow with the rows, and ends `to`.
 * The same rows give the same bytes: no clock is read. Text longer than a cell can hold is cut and ends in `…`.
 * @param o.sheet the sheet's name, at most 31 characters
 * @returns the number of rows below the heading
 * @throws Refused beyond 1,048,575 rows (what was written so far is no valid file)
 */
export async function writeSheet(
  columns: readonly SheetColumn[],
  rows: Rows,
  to: Writable,
  o: { readonly sheet?: string } = {},
): Promise<{ rows: number }> {
  const written = { rows: 0 };
  await pipeline(Readable.from(xlsxBytes([{ name: o.sheet ?? 'Sheet1', columns, rows }], written), { objectMode: false }), to);
  return written;
}

/** Writes an .xlsx with several sheets, one after the other, in the same way. */
export async function writeBook(sheets: readonly BookSheet[], to: Writable): Promise<void> {
  await pipeline(Readable.from(xlsxBytes(sheets, { rows: 0 }), { objectMode: false }), to);
}

async function* xlsxBytes(sheets: readonly BookSheet[], all: { rows: number }): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
  });
  const begin = (name: string): ZipDeflate => {
    const part = new ZipDeflate(name, { level: 3 });
    part.mtime = new Date(1980, 0, 1); // the zip epoch in local time, so that equal rows give equal bytes
    zip.add(part);
    return part;
  };
  for (const [name, xml] of fixedParts(sheets.map((s) => sheetName(s.name)))) begin(name).push(strToU8(xml), true);
  for (const [i, sheet] of sheets.entries()) {
    const part = begin(`xl/worksheets/sheet${i + 1}.xml`);
    for await (const { piece, last } of sheetPieces(sheet, all)) {
      part.push(strToU8(piece), last);
      yield* ready;
      ready = [];
    }
  }
  zip.end();
  yield* ready;
}

async function* sheetPieces({ columns, rows }: BookSheet, all: { rows: number }): AsyncGenerator<{ piece: string; last: boolean }> {
  let written = 0;
  let piece = sheetStart(columns) + rowXml(1, columns.map(() => undefined), columns.map((c) => c.heading), STYLE.heading);
  for await (const row of rows) {
    written += 1;
    all.rows += 1;
    if (written > MOST_ROWS) throw new Refused(words.tooManyToWrite, { slots: { most: MOST_ROWS } });
    piece += rowXml(written + 1, columns, row, undefined);
    if (piece.length < PIECE_CHARS) continue;
    yield { piece, last: false };
    piece = '';
  }
  yield { piece: piece + SHEET_END, last: true };
}

/** Sheet names may not hold `[]:*?/\`, start or end with an apostrophe, or be longer than 31. */
function sheetName(wish: string): string {
  return wish.replace(/[[\]:*?/\\]/g, ' ').replace(/^'+|'+$/g, '').trim().slice(0, 31) || 'Sheet1';
}

function rowXml(
  row: number,
  columns: readonly (SheetColumn | undefined)[],
  values: readonly SheetValue[],
  style: number | undefined,
): string {
  let xml = `<row r="${row}">`;
  for (let column = 0; column < columns.length; column++) {
    const value = values[column];
    if (value === null || value === undefined || value === '') continue;
    xml += cellXml(`${columnLetters(column)}${row}`, value, columns[column]?.kind ?? 'text', style);
  }
  return `${xml}</row>`;
}

function cellXml(at: string, value: NonNullable<SheetValue>, kind: NonNullable<SheetColumn['kind']>, style?: number): string {
  const number = kind === 'text' ? null : numberOf(value, kind);
  if (number !== null) return `<c r="${at}" s="${STYLE[kind]}"><v>${number}</v></c>`;
  const text = String(value);
  const cut = text.length > MOST_CHARS ? `${text.slice(0, MOST_CHARS - 1)}…` : text;
  const look = style ?? (escapeCell(cut) === cut ? STYLE.text : STYLE.quoted);
  return `<c r="${at}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${escapeText(cut)}</t></is></c>`;
}

/** The digits of a number, sum or date cell, or null when the value has to stay text. */
function numberOf(value: NonNullable<SheetValue>, kind: 'number' | 'money' | 'date'): string | null {
  if (kind === 'date') return typeof value === 'string' ? serialOf(value) : null;
  if (kind === 'money') return typeof value === 'bigint' || Number.isSafeInteger(value) ? yuanOf(BigInt(value)) : null;
  if (typeof value === 'bigint') return value > -1_000_000_000_000_000n && value < 1_000_000_000_000_000n ? String(value) : null;
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 1e15 ? String(value) : null;
}

function serialOf(day: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const time = Date.parse(`${day}T00:00:00Z`);
  const serial = time / 86_400_000 + 25_569;
  return Number.isInteger(serial) && serial > 60 && new Date(time).toISOString().startsWith(day) ? String(serial) : null;
}

function yuanOf(fen: bigint): string | null {
  const size = fen < 0n ? -fen : fen;
  if (size >= 1_000_000_000_000_000n) return null;
  return `${fen < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
}

/**
 * Writes a .csv in UTF-8 with a byte order mark (spreadsheet programs need it to show Chinese) and CRLF, and ends `to`.
 * Text that could be taken for a formula gets an apostrophe in front (`escapeCell`). Programs turn long digit strings of a .csv into
 * numbers: where ID numbers matter, write an .xlsx.
 * @returns the number of rows below the heading
 */
export async function writeCsv(columns: readonly SheetColumn[], rows: Rows, to: Writable): Promise<{ rows: number }> {
  const written = { rows: 0 };
  await pipeline(Readable.from(csvText(columns, rows, written), { objectMode: false }), to);
  return written;
}

async function* csvText(columns: readonly SheetColumn[], rows: Rows, written: { rows: number }): AsyncGenerator<string> {
  let piece = `\ufeff${columns.map((c) => csvValue(c.heading, 'text')).join(',')}\r\n`;
  for await (const row of rows) {
    written.rows += 1;
    piece += `${columns.map((c, i) => csvValue(row[i], c.kind ?? 'text')).join(',')}\r\n`;
    if (piece.length < PIECE_CHARS) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function csvValue(value: SheetValue, kind: NonNullable<SheetColumn['kind']>): string {
  if (value === null || value === undefined) return '';
  const number = kind === 'number' || kind === 'money' ? numberOf(value, kind) : null;
  if (number !== null) return number;
  const text = String(value).toWellFormed();
  const safe = escapeCell(text);
  return /[",\r\n\t;]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
