import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { safeFileName, truncate } from '#shared/text';
import { type Locale, say } from '#shared/words';
import type { Call } from '#platform/http';
import { runs } from '#platform/jobs';
import { exportSheet, readSheet, type SheetFile } from '#platform/sheets';
import { audit } from '#engines/audit';
import { loadUnionFor } from '#engines/org';
import type { importApi } from './register-import.contract.ts';
import { type Column, FIELDS, HEADING_ROWS, type Mapping, type Problem, recognise, REQUIRED } from './register-import.rules.ts';
import { changeImport, eraseRows, findImport, type ImportRow, insertImport, insertRows, listImports, listProblemRows, listSchemes, lockImport, nextRows, type RegisterImport } from './register-import.sql.ts';
import { fieldWords, words } from './register-import.words.ts';
import { findSchemes } from './scheme.sql.ts';
import { legalDateOf } from '#shared/dates';

type In<K extends keyof typeof importApi> = z.output<(typeof importApi)[K]['in']>;
type Out<K extends keyof typeof importApi> = z.input<(typeof importApi)[K]['out']>;
type SheetLine = { readonly row: number; readonly cells: string[] };
/** A sheet as it came; its rows are read again when they are kept, so that they are never all in memory. */
type Intake = { readonly fileName: string; readonly columns: (Column & { examples: string[] })[]; readonly mapping: Mapping; readonly rows: () => AsyncGenerator<SheetLine[]> };

const CAN = 'suggestions.import';
/** Days for which the sheet is kept and the import can be undone. */
export const KEEP_DAYS = 30;
const DAY = 86_400_000;
const MOST_ROWS = 300_000;
const MOST_CELL = 3_000;
const ROWS_AT_ONCE = 2_000;
const EXAMPLES = 3;
/** Rows looked at for examples. */
const LOOKED_AT = 50;

async function gather(body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Rows of a sheet, some at a time, from behind a place on. */
async function* linesOf(file: SheetFile, after: number, atOnce: number): AsyncGenerator<SheetLine[]> {
  let some: SheetLine[] = [];
  for await (const { row, cells } of readSheet(file, { rows: MOST_ROWS })) {
    if (row <= after) continue;
    some.push({ row, cells: cells.map((c) => c.text.slice(0, MOST_CELL)) });
    if (some.length < atOnce) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

/** Receives the sheet and looks at its beginning before a transaction begins. */
export async function receive(_by: Actor | null, { name }: In<'upload'>, call: Call): Promise<Intake> {
  if (call.body === null) throw new Error('an upload without a body');
  const file = { bytes: await gather(call.body), name };
  let head: SheetLine[] = [];
  for await (const some of linesOf(file, 0, HEADING_ROWS + LOOKED_AT)) {
    head = some;
    break;
  }
  const found = recognise(head.slice(0, HEADING_ROWS).map((r) => r.cells));
  if (found === null) throw new Refused(words.noHeadings, { status: 400 });
  const rows = head.slice(found.at + 1);
  if (rows.length === 0) throw new Refused(words.nobody, { status: 400 });
  const examples = (column: number): string[] => rows.slice(0, LOOKED_AT).map((r) => r.cells[column] ?? '').filter((t) => t !== '').slice(0, EXAMPLES).map((t) => t.slice(0, 30));
  return {
    fileName: truncate(safeFileName(name), 120), columns: found.columns.map((c) => ({ ...c, examples: examples(c.column) })), mapping: found.mapping,
    rows: () => linesOf(file, head[found.at]?.row ?? 0, ROWS_AT_ONCE),
  };
}

const subject = (i: Pick<RegisterImport, 'id' | 'schemeUnionId'>) => ({ subject: { kind: 'suggestionImport', id: i.id }, unionId: i.schemeUnionId }) as const;

/** A sheet is dropped: it is kept, and looked at at once when its columns are clear. */
export async function upload(tx: Tx, by: Actor, { union }: In<'upload'>, call: Call): Promise<{ id: string }> {
  const intake = call.prepared as Intake;
  const company = await loadUnionFor(tx, by, CAN, union);
  if (!(await findSchemes(tx, [company.id], legalDateOf(tx.now))).has(company.id)) throw new Refused(words.noScheme, { status: 400, fields: [{ path: 'union', why: words.noScheme }] });
  const id = newId();
  await insertImport(tx, { id, schemeUnionId: company.id, fileName: intake.fileName, rows: 0, columns: intake.columns, mapping: intake.mapping, eraseAt: new Date(tx.now.getTime() + KEEP_DAYS * DAY), createdById: by.personId });
  let rows = 0;
  for await (const some of intake.rows()) {
    await insertRows(tx, id, some);
    rows += some.length;
  }
  await changeImport(tx, id, { rows });
  await audit.record(tx, by, words.auditRead, { ...subject({ id, schemeUnionId: company.id }), slots: { file: audit.veil(intake.fileName), rows } });
  if (REQUIRED.every((f) => intake.mapping[f] !== undefined)) await begin(tx, await take(tx, by, id), 'check', 'checking', by, {});
  return { id };
}

async function load(tx: Tx, by: Actor, id: string): Promise<RegisterImport> {
  const found = await findImport(tx, by, id);
  if (found === null) throw new Refused(words.importUnknown, { status: 404 });
  return found;
}

async function take(tx: Tx, by: Actor, id: string): Promise<RegisterImport> {
  await load(tx, by, id);
  return (await lockImport(tx, id)) as RegisterImport;
}

async function begin(tx: Tx, i: RegisterImport, work: 'check' | 'take' | 'undo', state: RegisterImport['state'], by: Actor, change: Parameters<typeof changeImport>[2]): Promise<void> {
  const runId = await runs.begin(tx, `suggestions.${work}`, { importId: i.id }, { key: `${i.id}/${i.turn + 1}`, by: by.personId });
  await changeImport(tx, i.id, { ...change, state, turn: i.turn + 1, runId, cursor: 0 });
}

/** Which columns hold what, as the officer says; the rows are looked at anew. */
export async function map(tx: Tx, by: Actor, { id, mapping }: In<'map'>, call: Call): Promise<{ id: string }> {
  const i = await take(tx, by, id);
  if (i.state !== 'read' && i.state !== 'previewed') throw new Refused(words.notBefore);
  const missing = REQUIRED.filter((f) => mapping[f] === undefined);
  if (missing.length > 0) throw new Refused(words.missing, { status: 400, slots: { columns: missing.map((f) => say(fieldWords[f], call.locale)).join('、') }, fields: missing.map((f) => ({ path: `mapping.${f}`, why: words.columnNeeded })) });
  await begin(tx, i, 'check', 'checking', by, { mapping: mapping as Mapping, good: 0, bad: 0, unmatched: 0, reasons: {} });
  await audit.record(tx, by, words.auditMapped, { ...subject(i), slots: { file: audit.veil(i.fileName) } });
  return { id };
}

/** Confirms what the preview shows: from here on suggestions are written. */
export async function confirm(tx: Tx, by: Actor, { id, count }: In<'confirm'>): Promise<{ id: string }> {
  const i = await take(tx, by, id);
  if (i.state !== 'previewed') throw new Refused(words.notChecked);
  if (i.good === 0) throw new Refused(words.nothing);
  if (count !== i.good) throw new Refused(words.changed, { slots: { n: i.good } });
  await begin(tx, i, 'take', 'running', by, {});
  await audit.record(tx, by, words.auditConfirmed, { ...subject(i), slots: { file: audit.veil(i.fileName), n: i.good } });
  return { id };
}

/** Gives an import up before it writes anything; the sheet is erased. */
export async function cancel(tx: Tx, by: Actor, { id }: In<'cancel'>): Promise<{ id: string }> {
  const i = await take(tx, by, id);
  if (i.state !== 'read' && i.state !== 'previewed' && i.state !== 'checking') throw new Refused(words.tooLate);
  await eraseRows(tx, id);
  await changeImport(tx, id, { state: 'cancelled', endedAt: tx.now, erasedAt: tx.now });
  await audit.record(tx, by, words.auditCancelled, { ...subject(i), slots: { file: audit.veil(i.fileName) } });
  return { id };
}

/** Takes the whole import back; what somebody worked on since stays and is named. */
export async function undo(tx: Tx, by: Actor, { id }: In<'undo'>): Promise<{ id: string }> {
  const i = await take(tx, by, id);
  if (i.state !== 'done' || i.taken === 0) throw new Refused(words.nothingToUndo);
  if (i.erasedAt !== null || i.eraseAt <= tx.now) throw new Refused(words.undoOver, { slots: { days: KEEP_DAYS } });
  await begin(tx, i, 'undo', 'undoing', by, {});
  await audit.record(tx, by, words.auditUndone, { ...subject(i), slots: { file: audit.veil(i.fileName) } });
  return { id };
}

const iso = (d: Date | null): string | null => d?.toISOString() ?? null;

function line(i: RegisterImport) {
  return {
    id: i.id, state: i.state, fileName: i.fileName, union: i.unionName, author: i.createdBy, createdAt: i.createdAt.toISOString(), endedAt: iso(i.endedAt), rows: i.rows,
    done: i.state === 'checking' ? i.good + i.bad : i.state === 'undoing' ? i.removed + i.kept : i.taken, good: i.good, bad: i.bad, unmatched: i.unmatched, taken: i.taken, removed: i.removed, kept: i.kept,
  };
}

/** Imports of registers, newest first, and the schemes one may be imported into. */
export async function imports(tx: Tx, by: Actor, page: In<'imports'>): Promise<Out<'imports'>> {
  const { items, total } = await listImports(tx, by, page);
  return { items: items.map(line), total, schemes: await listSchemes(tx, by) };
}

function stepsOf(i: RegisterImport, now: Date): Out<'import'>['may'] {
  if (i.state === 'read') return ['map', 'cancel'];
  if (i.state === 'checking') return ['cancel'];
  if (i.state === 'previewed') return [...(i.good > 0 ? (['confirm'] as const) : []), 'map', 'cancel', ...(i.bad > 0 ? (['report'] as const) : [])];
  return i.state === 'done' && i.erasedAt === null && i.eraseAt > now ? [...(i.taken > 0 ? (['undo'] as const) : []), ...(i.bad > 0 ? (['report'] as const) : [])] : [];
}

const sentence = (p: Pick<Problem, 'why' | 'text'>, locale: Locale): string => say(words[p.why], locale, { text: p.text });

/** One import: columns, counts, what is wrong, what may be done now. */
export async function importView(tx: Tx, by: Actor, { id }: In<'import'>, call: Call): Promise<Out<'import'>> {
  const i = await load(tx, by, id);
  const fieldOf = new Map(Object.entries(i.mapping).map(([field, column]) => [column, field as keyof typeof fieldWords]));
  return {
    ...line(i), columns: i.columns.map((c) => ({ ...c, field: fieldOf.get(c.column) ?? null })), fields: FIELDS.map((field) => ({ field, word: say(fieldWords[field], call.locale), needed: REQUIRED.includes(field) })),
    reasons: Object.entries(i.reasons).sort((a, b) => b[1] - a[1]).map(([key, count]) => ({ sentence: sentence({ why: key as Problem['why'], text: '…' }, call.locale), count })), eraseAt: i.eraseAt.toISOString(), erased: i.erasedAt !== null, may: stepsOf(i, tx.now),
  };
}

const titleOf = (i: RegisterImport, r: ImportRow): string => (i.mapping.title === undefined ? '' : (r.cells[i.mapping.title] ?? '')).slice(0, 80);
const notes = (r: ImportRow, locale: Locale) => r.problems.map((p) => ({ field: say(fieldWords[p.field], locale), sentence: sentence(p, locale), stops: p.stops }));

/** Rows with something to say, those that are not taken first. */
export async function rows(tx: Tx, by: Actor, { id, ...page }: In<'rows'>, call: Call): Promise<Out<'rows'>> {
  const i = await load(tx, by, id);
  return { items: (await listProblemRows(tx, id, page)).map((r) => ({ id: String(r.row), row: r.row, title: titleOf(i, r), taken: r.good === true, notes: notes(r, call.locale) })) };
}

const MOST_REPORTED = 20_000;

/** The rows that are not taken, as they stood, with the reasons: to be put right and imported again. */
export async function report(tx: Tx, by: Actor, { id }: In<'report'>, call: Call) {
  const i = await load(tx, by, id);
  if (i.erasedAt !== null) throw new Refused(words.erased);
  const bad: ImportRow[] = [];
  for (let after = 0; bad.length < MOST_REPORTED; ) {
    const some = await nextRows(tx, id, after, ROWS_AT_ONCE, 'bad');
    bad.push(...some);
    if (some.length < ROWS_AT_ONCE) break;
    after = some.at(-1)?.row ?? after;
  }
  await audit.record(tx, by, words.auditReport, { ...subject(i), slots: { file: audit.veil(i.fileName) } });
  const own = (heading: string) => ({ code: 'suggestions.register.column', zh: heading, en: heading });
  return exportSheet<ImportRow>({
    name: words.badFile, now: tx.now, locale: call.locale, rows: bad,
    columns: [{ heading: words.row, kind: 'number', cell: (r) => r.row }, { heading: words.reasons, cell: (r) => notes(r, call.locale).map((n) => `${n.field}：${n.sentence}`).join('；') }, ...i.columns.map((c) => ({ heading: own(c.heading), cell: (r: ImportRow) => r.cells[c.column] ?? '' }))],
  });
}
