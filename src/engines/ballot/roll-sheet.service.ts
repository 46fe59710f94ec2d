import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { halfWidth, oneLine } from '#shared/text';
import type { Slots, Word } from '#shared/words';
import { readSheet } from '#platform/sheets';
import { words } from './ballot.words.ts';
import { findByStaff, type Found } from './members.sql.ts';
import { HEADINGS, type RollLine } from './roll-headings.reading.ts';

/** Who a row means, or what is to be corrected. */
export type JudgedLine = { readonly line: RollLine; readonly found: Found | null; readonly fault: { readonly word: Word; readonly slots: Slots } | null };

const MOST_ROWS = 5_000;
const NAMES = Object.keys(HEADINGS) as (keyof RollLine)[];

/** Reads a roll from an uploaded sheet, before any transaction. Its headings stand within the first ten rows, in any order. */
export async function receiveRoll(body: Readable, name: string): Promise<RollLine[]> {
  const table: string[][] = [];
  for await (const row of readSheet({ bytes: await buffer(body), name }, { fileBytes: 5 * 1024 * 1024 })) {
    table.push(row.cells.map((c) => oneLine(halfWidth(c.text)).trim()));
    if (table.length > MOST_ROWS + 20) throw new Refused(words.rollManyRows, { slots: { most: MOST_ROWS }, status: 413 });
  }
  const head = table.slice(0, 10).findIndex((cells) => cells.some((c) => HEADINGS.staffNumber.test(c)) && cells.some((c) => HEADINGS.name.test(c)));
  if (head < 0) throw new Refused(words.rollColumns, { status: 400 });
  const columns = new Map(NAMES.map((n) => [n, (table[head] ?? []).findIndex((c) => HEADINGS[n].test(c))]));
  const at = (cells: readonly string[], n: keyof RollLine): string => (cells[columns.get(n) ?? -1] ?? '').slice(0, 60);
  const lines = table.slice(head + 1).map((cells) => ({ staffNumber: at(cells, 'staffNumber'), name: at(cells, 'name'), class: at(cells, 'class') })).filter((l) => l.staffNumber !== '' || l.name !== '');
  if (lines.length === 0) throw new Refused(words.rollNoRows, { status: 400 });
  return lines;
}

const plain = (name: string): string => name.replace(/\s/g, '');

/**
 * Finds who each row means among the active members below a union.
 * @param classNamed what a class in the sheet means; null when it is none. Without it classes are not read.
 */
export async function judgeRoll(tx: Tx, path: string, lines: readonly RollLine[], classNamed?: (text: string) => string | null): Promise<JudgedLine[]> {
  const known = Map.groupBy(await findByStaff(tx, path, [...new Set(lines.map((l) => l.staffNumber))]), (f) => f.staffNumber);
  const seen = new Set<string>();
  return lines.map((line) => {
    const [found, other] = known.get(line.staffNumber) ?? [];
    const bad = (word: Word, slots: Slots): JudgedLine => ({ line, found: null, fault: { word, slots } });
    if (found === undefined) return bad(words.rowUnknown, { staff: line.staffNumber });
    if (other !== undefined) return bad(words.rowTwo, { staff: line.staffNumber });
    if (line.name !== '' && plain(line.name) !== plain(found.name)) return bad(words.rowName, { staff: line.staffNumber, name: found.name });
    if (seen.has(found.id)) return bad(words.rowTwice, { name: found.name });
    const name = classNamed ? classNamed(line.class) : '';
    if (name === null) return bad(words.rowClass, { text: line.class });
    seen.add(found.id);
    return { line: { ...line, class: name }, found, fault: null };
  });
}
