import { Writable } from 'node:stream';
import type { Tx } from '#shared/call';
import type { SheetRow } from '#shared/sheet-cell';
import { type Locale, say } from '#shared/words';
import { type SheetColumn, type SheetValue, writeCsv, writeSheet } from '#platform/sheets';
import { openRow } from './checking.service.ts';
import type { RosterField } from './columns.words.ts';
import type { RosterImport } from './imports.sql.ts';
import { openRows } from './pieces.service.ts';
import { outcomeWords } from './outcomes.words.ts';
import { words } from './rosters.words.ts';
import { findPiece, type Outcome, rowsBetween, type ShownRow } from './rows.sql.ts';
import { maskDocument, maskPhone, sayField, sayNote, veilDigits } from './wording.rules.ts';

/** What a report holds: the rows that were not taken, or all of them; numbers of people in full or masked. */
export type ReportWish = { readonly format: 'xlsx' | 'csv'; readonly rows: 'bad' | 'all'; readonly locale: Locale; readonly open: boolean };

const BAD: readonly Outcome[] = ['rejected', 'elsewhere'];
const ALL: readonly Outcome[] = ['new', 'update', 'same', 'elsewhere', 'rejected', 'added', 'updated'];

type Shown = { readonly column: number; readonly heading: string; readonly field: RosterField | null };

/** The columns as they stood in the sheet, without those that were never taken. */
function columnsOf(i: RosterImport): Shown[] {
  const fields = new Map(Object.entries(i.mapping).map(([field, column]) => [column, field as RosterField]));
  return [...i.headings.recognised, ...i.headings.unrecognised.filter((u) => u.why !== 'consent')]
    .map(({ column, heading }) => ({ column, heading, field: fields.get(column) ?? null }))
    .sort((a, b) => a.column - b.column);
}

/** What stands in a cell, for somebody who may not see numbers. Columns that nobody knows are veiled as well. */
function masked(text: string, field: RosterField | null): string {
  if (field === 'idNumber') return maskDocument(text);
  if (field === 'phone') return veilDigits(maskPhone(text));
  return veilDigits(text);
}

function reasons(row: ShownRow, o: ReportWish): string {
  const { problems, warnings } = openRow(row.sealed);
  const elsewhere = row.outcome === 'elsewhere' ? [say(words.elsewhere, o.locale)] : [];
  const kept = row.undo === 'kept' ? [say(words.undoKept, o.locale)] : [];
  const notes = [...problems, ...(row.outcome === 'rejected' ? [] : warnings)];
  return [...elsewhere, ...kept, ...notes.map((n) => `${sayField(n.field, o.locale)}${say(words.colon, o.locale)}${sayNote(n, o.locale, o.open)}`)].join(say(words.sentenceMark, o.locale));
}

async function* reportRows(tx: Tx, i: RosterImport, columns: readonly Shown[], o: ReportWish): AsyncGenerator<SheetValue[]> {
  for (let number = 0; ; number++) {
    const piece = await findPiece(tx, i.id, number);
    if (piece === null) return;
    const found = await rowsBetween(tx, i.id, piece.firstRow, piece.lastRow, o.rows === 'bad' ? BAD : ALL);
    if (found.length === 0) continue;
    const sheet = new Map<number, SheetRow>(openRows(piece.sealed).map((r) => [r.row, r]));
    for (const row of found) {
      const cells = sheet.get(row.row)?.cells ?? [];
      const text = (c: Shown): string => cells[c.column]?.text ?? '';
      yield [row.row, say(outcomeWords[row.outcome], o.locale), reasons(row, o), ...columns.map((c) => (o.open ? text(c) : masked(text(c), c.field)))];
    }
  }
}

/** Writes the report to a stream and ends it. Text that looks like a formula is escaped by the writer. @returns rows written */
export async function writeReport(tx: Tx, i: RosterImport, to: Writable, o: ReportWish): Promise<number> {
  const columns = columnsOf(i);
  const own: SheetColumn[] = [
    { heading: say(words.reportRow, o.locale), kind: 'number', width: 8 }, { heading: say(words.reportOutcome, o.locale), width: 12 },
    { heading: say(words.reportReasons, o.locale), width: 60 },
  ];
  const all = [...own, ...columns.map((c) => ({ heading: c.heading }))];
  const rows = reportRows(tx, i, columns, o);
  const written = o.format === 'csv' ? await writeCsv(all, rows, to) : await writeSheet(all, rows, to, { sheet: say(words.reportName, o.locale) });
  return written.rows;
}

/** The same in memory, for a download. */
export async function buildReport(tx: Tx, i: RosterImport, o: ReportWish): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const to = new Writable({ write(chunk: Buffer, _encoding, done) { chunks.push(Buffer.from(chunk)); done(); } });
  await writeReport(tx, i, to, o);
  return Buffer.concat(chunks);
}
