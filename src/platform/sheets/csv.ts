import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { Refused } from '#shared/errors';
import { CsvError, parse } from 'csv-parse';
import type { SheetFile } from './archive.ts';
import type { Cell, SheetRow } from '#shared/sheet-cell';
import { columnLetters, EMPTY, textCell } from './cell.ts';
import type { SheetLimits } from './limits.ts';
import { words } from './sheets.words.ts';

type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** Characters looked at to find the separator. */
const SAMPLE_CHARS = 64 * 1024;
const SEPARATORS = [',', '\t', ';'] as const;

const piecesOf = (file: SheetFile): AsyncIterable<Uint8Array> | Iterable<Uint8Array> =>
  file.path === undefined ? slices(file.bytes) : createReadStream(file.path, { highWaterMark: 65_536 });

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

/** Rows of a comma, semicolon or tab separated text in UTF-8, UTF-16 with its mark, or GB 18030 (and so GBK). */
export async function* readCsv(file: SheetFile, limits: SheetLimits): AsyncGenerator<SheetRow> {
  const encoding = await encodingOf(file);
  const text = decoded(file, encoding);
  const { value: head = '' } = await text.next();
  checkLooksLikeText(head);
  const parser = parse({
    delimiter: separatorOf(head.slice(0, SAMPLE_CHARS)),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: limits.lineChars,
  });
  const source = Readable.from(checked(head, text, new ColumnCounter(limits)), { objectMode: true });
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let row = 0;
  let filled = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row += 1;
      if (row > limits.rowsWithEmpty) throw tooMany(words.tooManyEmptyRows, limits.rowsWithEmpty);
      const cells = cellsOf(record, row, limits);
      if (cells.length === 0) continue;
      filled += 1;
      if (filled > limits.rows) throw tooMany(words.tooManyRows, limits.rows);
      yield { row, cells };
    }
  } catch (error) {
    throw refusalOf(error, row + 1);
  } finally {
    source.destroy();
    parser.destroy();
  }
}

const tooMany = (word: typeof words.tooManyRows, most: number): Refused => new Refused(word, { status: 413, slots: { most } });

function refusalOf(error: unknown, row: number): unknown {
  if (!(error instanceof CsvError)) return error;
  const word = error.code === 'CSV_MAX_RECORD_SIZE' ? words.rowTooLong : words.openQuote;
  return new Refused(word, { status: 400, slots: { row } });
}

function cellsOf(record: readonly string[], row: number, limits: SheetLimits): Cell[] {
  let last = record.length;
  while (last > 0 && record[last - 1] === '') last -= 1;
  if (last > limits.columns) throw new Refused(words.tooManyColumns, { status: 413, slots: { row, most: limits.columns } });
  const cells: Cell[] = [];
  for (let column = 0; column < last; column++) {
    const text = record[column] as string;
    if (text.length > limits.cellChars) {
      const slots = { cell: `${columnLetters(column)}${row}`, most: limits.cellChars };
      throw new Refused(words.cellTooLong, { status: 400, slots });
    }
    cells.push(csvCell(text));
  }
  return cells;
}

/**
 * A value of a text file. `="0123"` is how programs keep a number's digits: the text inside is the value.
 * Any other `=…` stays what it is and is marked as a formula; it is never evaluated.
 */
function csvCell(text: string): Cell {
  if (text === '') return EMPTY;
  if (!text.startsWith('=')) return textCell(text, false);
  const kept = /^="([^"]*)"$/.exec(text)?.[1];
  return { kind: 'text', text: kept ?? text, raw: text, formula: true };
}

/** UTF-8 when the whole file is; else UTF-16 by its mark; else GB 18030; else refused. */
async function encodingOf(file: SheetFile): Promise<Encoding> {
  const candidates = new Map<Encoding, TextDecoder>([
    ['utf-8', new TextDecoder('utf-8', { fatal: true })],
    ['gb18030', new TextDecoder('gb18030', { fatal: true })],
  ]);
  let first = true;
  for await (const piece of piecesOf(file)) {
    if (first && piece[0] === 0xff && piece[1] === 0xfe) return 'utf-16le';
    if (first && piece[0] === 0xfe && piece[1] === 0xff) return 'utf-16be';
    first = false;
    for (const [encoding, decoder] of candidates) {
      if (!accepts(decoder, piece)) candidates.delete(encoding);
    }
    if (candidates.size === 0) break;
  }
  for (const [encoding, decoder] of candidates) if (accepts(decoder, null)) return encoding;
  throw new Refused(words.unknownEncoding, { status: 400 });
}

function accepts(decoder: TextDecoder, piece: Uint8Array | null): boolean {
  try {
    if (piece === null) decoder.decode();
    else decoder.decode(piece, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Counts separators between line ends; far more than the allowed columns is refused before a row is built of them. */
class ColumnCounter {
  readonly #limits: SheetLimits;
  #separators = 0;
  #row = 1;

  constructor(limits: SheetLimits) {
    this.#limits = limits;
  }

  see(text: string): void {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 10 || code === 13) {
        this.#separators = 0;
        this.#row += 1;
      } else if (code === 44 || code === 59 || code === 9) {
        this.#separators += 1;
        if (this.#separators > 40_000) {
          throw new Refused(words.tooManyColumns, { status: 413, slots: { row: this.#row, most: this.#limits.columns } });
        }
      }
    }
  }
}

async function* decoded(file: SheetFile, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const piece of piecesOf(file)) {
      const text = decoder.decode(piece, { stream: true });
      if (text !== '') yield text;
    }
    const rest = decoder.decode();
    if (rest !== '') yield rest;
  } catch (error) {
    if (error instanceof TypeError) throw new Refused(words.unknownEncoding, { status: 400 });
    throw error;
  }
}

async function* checked(head: string, rest: AsyncIterable<string>, columns: ColumnCounter): AsyncGenerator<string> {
  columns.see(head);
  if (head !== '') yield head;
  for await (const text of rest) {
    if (text.includes('\0')) throw new Refused(words.otherFormat, { status: 400 });
    columns.see(text);
    yield text;
  }
}

/** Pictures, documents and web pages under a sheet's name are told apart by their first characters. */
function checkLooksLikeText(head: string): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point
  if (/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(head) || head.startsWith('%PDF')) {
    throw new Refused(words.otherFormat, { status: 400 });
  }
  if (/^\s*<(!doctype|\?xml|html|head|body|table|meta|style)\b/i.test(head.slice(0, 1_000))) {
    throw new Refused(words.webPage, { status: 400 });
  }
}

/** The separator that stands in most of the first lines, outside quotation marks; the comma when in doubt. */
export function separatorOf(sample: string): string {
  const lines = sample.replace(/"[^"]*"/g, '').split(/\r\n|\n|\r/, 20);
  let best: string = ',';
  let most = 0;
  for (const separator of SEPARATORS) {
    const counts = lines.map((line) => line.split(separator).length - 1);
    const score = counts.filter((n) => n > 0).length * 1_000 + Math.min(999, counts.reduce((a, b) => a + b, 0));
    if (score > most && counts.some((n) => n > 0)) {
      best = separator;
      most = score;
    }
  }
  return best;
}
