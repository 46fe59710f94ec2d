import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { audit } from '#engines/audit';
import { runs } from '#platform/jobs';
import type { z } from 'zod';
import { type Call, Download } from '#platform/http';
import { columnLetters } from '#platform/sheets';
import { say } from '#shared/words';
import { REQUIRED_FIELDS, type RosterMapping } from './headings.rules.ts';
import { eraseSheet, findImportFor, type ImportRow, type ImportState, lockImport, type RosterImport, updateImport } from './imports.sql.ts';
import { type Intake, keepRoster, mayUnmask, receiveRoster, unionFor } from './intake.service.ts';
import { KEEP_DAYS } from './periods.rules.ts';
import { buildReport } from './report.service.ts';
import type { api } from './rosters.contract.ts';
import { words } from './rosters.words.ts';
import { deleteRows } from './rows.sql.ts';
import { sayField } from './wording.rules.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Work = 'rosters.check' | 'rosters.import' | 'rosters.undo';

const MAY = 'rosters.import';

/** An import that the actor may work on, or the refusal that hides it. */
export async function loadImportFor(tx: Tx, by: Actor, id: string): Promise<ImportRow> {
  const found = await findImportFor(tx, by, MAY, id);
  if (found === null) throw new Refused(words.importUnknown, { status: 404 });
  return found;
}

/** The same, locked, so that of two officers who press at once one is first. */
async function take(tx: Tx, by: Actor, id: string): Promise<RosterImport> {
  await loadImportFor(tx, by, id);
  const locked = await lockImport(tx, id);
  if (locked === null) throw new Refused(words.importUnknown, { status: 404 });
  return locked;
}

/** Whether the work that a state stands for was given up. */
export async function gaveUp(tx: Tx, i: Pick<RosterImport, 'state' | 'runId'>): Promise<boolean> {
  if (i.runId === null || !['checking', 'running', 'undoing'].includes(i.state)) return false;
  const run = await runs.find(tx, i.runId);
  return run?.state === 'failed' || run?.state === 'cancelled';
}

async function set(tx: Tx, i: RosterImport, o: { work: Work; state: ImportState; by: string | null; change?: Parameters<typeof updateImport>[2] }): Promise<void> {
  const turn = i.turn + 1;
  const runId = await runs.begin(tx, o.work, { importId: i.id }, { key: `${i.id}/${turn}`, by: o.by });
  await updateImport(tx, i.id, { ...o.change, state: o.state, turn, runId });
}

const subject = (i: RosterImport) => ({ subject: { kind: 'rosterImport', id: i.id }, unionId: i.unionId }) as const;

/** Receives and reads the sheet before a transaction begins; the union is looked at first in {@link upload}. */
export const receive = (_by: Actor | null, o: In<'upload'>, call: Call): Promise<Intake> => {
  if (call.body === null) throw new Error('an upload without a body');
  return receiveRoster(call.body, o.name);
};

/** A sheet is dropped: it is kept sealed, and looked at at once when its columns are clear. */
export async function upload(tx: Tx, by: Actor, o: In<'upload'>, call: Call): Promise<{ id: string }> {
  const intake = call.prepared as Intake;
  const id = await keepRoster(tx, by, await unionFor(tx, by, o.union), intake);
  if (intake.headings.missing.length === 0) await startCheck(tx, await take(tx, by, id), by.personId);
  return { id };
}

/** Begins to look at the rows, from the first. */
async function startCheck(tx: Tx, i: RosterImport, by: string | null, mapping: RosterMapping = i.mapping): Promise<void> {
  await deleteRows(tx, i.id);
  await set(tx, i, { work: 'rosters.check', state: 'checking', by, change: { mapping, cursor: 0, preview: {} } });
}

/** Which columns hold what, as the officer says; the rows are looked at anew. */
export async function map(tx: Tx, by: Actor, { id, mapping }: In<'map'>, call: Call): Promise<{ id: string }> {
  const i = await take(tx, by, id);
  if (!['read', 'previewed'].includes(i.state) && !(i.state === 'checking' && (await gaveUp(tx, i)))) throw new Refused(words.notBefore);
  const missing = REQUIRED_FIELDS.filter((f) => mapping[f] === undefined);
  if (missing.length > 0) {
    const columns = missing.map((f) => sayField(f, call.locale)).join(say(words.listMark, call.locale));
    throw new Refused(words.missingColumns, { status: 400, slots: { columns }, fields: missing.map((f) => ({ path: `mapping.${f}`, why: words.columnNeeded })) });
  }
  const known = new Map([...i.headings.recognised, ...i.headings.unrecognised].map((c) => [c.column, 'why' in c ? c.why : '']));
  const used = new Set<number>();
  for (const [field, column] of Object.entries(mapping)) {
    const slots = { column: columnLetters(column) };
    if (known.get(column) === 'consent') throw new Refused(words.columnNeedsConsent, { status: 400, slots, fields: [{ path: `mapping.${field}`, why: words.columnNeedsConsent, slots }] });
    if (!known.has(column)) throw new Refused(words.columnUnknown, { status: 400, slots, fields: [{ path: `mapping.${field}`, why: words.columnUnknown, slots }] });
    if (used.has(column)) throw new Refused(words.columnTwice, { status: 400, slots, fields: [{ path: `mapping.${field}`, why: words.columnTwice, slots }] });
    used.add(column);
  }
  await startCheck(tx, i, by.personId, mapping);
  await audit.record(tx, by, words.auditMapped, { ...subject(i), slots: { file: audit.veil(i.fileName) } });
  return { id };
}

/** Confirms what the preview shows: from here on people are written. Also goes on with work that was given up. */
export async function confirm(tx: Tx, by: Actor, { id, people }: In<'confirm'>): Promise<{ id: string }> {
  const i = await take(tx, by, id);
  const again = i.state === 'running' && (await gaveUp(tx, i));
  if (i.state !== 'previewed' && !again) throw new Refused(i.state === 'read' || i.state === 'checking' ? words.notChecked : words.confirmedAlready);
  const takes = (i.preview.new ?? 0) + (i.preview.update ?? 0) + (i.preview.same ?? 0);
  if (takes === 0) throw new Refused(words.nothingToTake);
  if (people !== takes) throw new Refused(words.previewChanged, { slots: { n: takes } });
  await set(tx, i, { work: 'rosters.import', state: 'running', by: by.personId, change: again ? {} : { cursor: 0, confirmedBy: by.personId, confirmedAt: tx.now } });
  await audit.record(tx, by, words.auditConfirmed, { ...subject(i), slots: { file: audit.veil(i.fileName), n: takes } });
  return { id };
}

/** Gives an import up. Before the confirmation nothing was written and the sheet is erased; later what was taken in stays, and can be undone. */
export async function cancel(tx: Tx, by: Actor, { id }: In<'cancel'>): Promise<{ id: string }> {
  const i = await take(tx, by, id);
  if (!['read', 'checking', 'previewed', 'running'].includes(i.state)) throw new Refused(words.tooLateToCancel);
  if (i.runId !== null && (i.state === 'checking' || i.state === 'running') && !(await gaveUp(tx, i))) {
    const run = await runs.find(tx, i.runId);
    if (run && (run.state === 'waiting' || run.state === 'running')) await runs.cancel(tx, i.runId);
  }
  const written = i.state === 'running' && (i.result.added ?? 0) + (i.result.updated ?? 0) > 0;
  await updateImport(tx, id, { state: 'cancelled', endedAt: tx.now, eraseAt: written ? new Date(tx.now.getTime() + KEEP_DAYS * 86_400_000) : tx.now });
  if (!written) await eraseSheet(tx, id);
  await audit.record(tx, by, words.auditCancelled, { ...subject(i), slots: { file: audit.veil(i.fileName), n: (i.result.added ?? 0) + (i.result.updated ?? 0) } });
  return { id };
}

/** Takes back what an import did, as far as nothing else refers to it. */
export async function undo(tx: Tx, by: Actor, { id }: In<'undo'>): Promise<{ id: string }> {
  const i = await take(tx, by, id);
  const again = i.state === 'undoing' && (await gaveUp(tx, i));
  if (i.state === 'undone' || (i.state === 'undoing' && !again)) throw new Refused(words.undoneAlready);
  if (i.state !== 'done' && i.state !== 'cancelled' && !again) throw new Refused(words.nothingToUndo);
  const written = (i.result.added ?? 0) + (i.result.updated ?? 0);
  if (written === 0) throw new Refused(words.nothingToUndo);
  if (i.erasedAt !== null || i.eraseAt <= tx.now) throw new Refused(words.undoOver, { slots: { days: KEEP_DAYS, n: written } });
  await set(tx, i, { work: 'rosters.undo', state: 'undoing', by: by.personId, change: again ? {} : { cursor: 0 } });
  await audit.record(tx, by, words.auditUndoing, { ...subject(i), slots: { file: audit.veil(i.fileName), n: written } });
  return { id };
}

const TYPES = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv; charset=utf-8' } as const;

/** The report to save: original rows with what was found in each. In full only for those who may see numbers, with a purpose that is logged. */
export async function report(tx: Tx, by: Actor, o: In<'report'>, call: Call): Promise<Download> {
  const i = await loadImportFor(tx, by, o.id);
  if (i.erasedAt !== null) throw new Refused(words.sheetErased, { slots: { days: KEEP_DAYS } });
  if (i.state === 'read' || i.state === 'checking') throw new Refused(words.notChecked);
  const open = o.open && mayUnmask(by, i.unionPath);
  if (o.open && !open) throw new Refused(words.mayNotUnmask, { status: 403 });
  if (open) await audit.looked(tx, by, { ...subject(i), fields: ['idNumber', 'phone'], purpose: o.purpose });
  await audit.record(tx, by, words.auditReport, { ...subject(i), slots: { file: audit.veil(i.fileName) } });
  const content = await buildReport(tx, i, { format: o.format, rows: o.rows, locale: call.locale, open });
  return new Download({ name: `${i.fileName.replace(/\.\w{1,5}$/, '')}-${say(words.reportName, call.locale)}.${o.format}`, type: TYPES[o.format], content });
}
