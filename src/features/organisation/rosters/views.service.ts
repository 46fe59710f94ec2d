import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { type Locale, say } from '#shared/words';
import { loadUnionFor } from '#engines/org';
import type { Call } from '#platform/http';
import { runs } from '#platform/jobs';
import { columnLetters } from '#platform/sheets';
import { openRow } from './checking.service.ts';
import { fieldWords, type RosterField } from './columns.words.ts';
import { REQUIRED_FIELDS } from './headings.rules.ts';
import { type ImportRow, listImports, listTargets, namesOfUnions } from './imports.sql.ts';
import { mayUnmask } from './intake.service.ts';
import { outcomeWords, stateWords } from './outcomes.words.ts';
import { openRows } from './pieces.service.ts';
import type { api, ImportLine, ImportView, RowView } from './rosters.contract.ts';
import { words } from './rosters.words.ts';
import { findPiece, listRows, type Outcome, type ShownRow } from './rows.sql.ts';
import { loadImportFor } from './steps.service.ts';
import { maskDocument, maskPhone, sayField, sayNote, veilDigits } from './wording.rules.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Line = z.input<typeof ImportLine>;
type View = z.input<typeof ImportView>;

const NO_COUNTS: Line['counts'] = { people: 0, skipped: 0, new: 0, update: 0, same: 0, elsewhere: 0, rejected: 0, warned: 0 };
const NO_RESULT: Line['result'] = { added: 0, updated: 0, same: 0, elsewhere: 0, rejected: 0, taken: 0, restored: 0, kept: 0 };
const WORKING = ['checking', 'running', 'undoing'];
const EXAMPLES = 3;
const SAMPLE = 10;

type Standing = { readonly state: Line['state']; readonly done: number; readonly total: number; readonly refusal: string };

/** How far the present work is, and whether it was given up. */
async function standing(tx: Tx, i: ImportRow): Promise<Standing> {
  const counts = { ...NO_COUNTS, ...i.preview };
  const { taken, restored, kept, added, updated, same } = { ...NO_RESULT, ...i.result };
  const [done, total] = i.state === 'checking' ? [counts.people + counts.skipped, i.rows]
    : i.state === 'undoing' || i.state === 'undone' ? [taken + restored + kept, added + updated]
      : [added + updated + same, counts.new + counts.update + counts.same];
  const run = WORKING.includes(i.state) && i.runId !== null ? await runs.find(tx, i.runId) : null;
  const failed = run?.state === 'failed' || run?.state === 'cancelled';
  return { state: failed ? 'failed' : i.state, done, total, refusal: failed ? run.refusal : '' };
}

function lineOf(i: ImportRow, s: Standing, locale: Locale): Line {
  return {
    id: i.id, state: s.state, stateWord: say(stateWords[s.state], locale), fileName: i.fileName, union: { id: i.unionId, name: i.unionName },
    author: i.author ?? say(words.commandLine, locale), createdAt: i.createdAt.toISOString(), endedAt: i.endedAt?.toISOString() ?? null, rows: i.rows,
    done: s.done, total: s.total, counts: { ...NO_COUNTS, ...i.preview }, result: { ...NO_RESULT, ...i.result },
  };
}

/** Imports into the unions of the officer, newest first. */
export async function list(tx: Tx, by: Actor, o: In<'list'>, call: Call): Promise<{ items: Line[]; total: number }> {
  const below = o.union === undefined ? null : await loadUnionFor(tx, by, 'rosters.import', o.union);
  const { items, total } = await listImports(tx, by, 'rosters.import', { path: below?.path ?? null, state: o.state ?? null, limit: o.limit, offset: o.offset });
  const lines: Line[] = [];
  for (const i of items) lines.push(lineOf(i, await standing(tx, i), call.locale));
  return { items: lines, total };
}

/** Unions a roster may be brought into, those at the top first; by name or code when a text is given. */
export async function targets(tx: Tx, by: Actor, o: In<'targets'>): Promise<{ items: { id: string; name: string; above: string }[] }> {
  return { items: await listTargets(tx, by, 'rosters.import', o.text, o.union ?? null) };
}

/** Rows as an officer sees them: numbers masked, the other union's name only where it is theirs to see. */
async function rowsView(tx: Tx, by: Actor, list: readonly ShownRow[], locale: Locale): Promise<z.input<typeof RowView>[]> {
  const names = await namesOfUnions(tx, list.flatMap((r) => [r.unionId, r.otherId].filter((id) => id !== null)), by, 'rosters.import');
  return list.map((r) => {
    const { person, problems, warnings } = openRow(r.sealed);
    const note = (stops: boolean) => (n: (typeof problems)[number]) => ({ field: n.field, fieldWord: sayField(n.field, locale), sentence: sayNote(n, locale, false), stops });
    return {
      row: r.row, outcome: r.outcome, outcomeWord: say(outcomeWords[r.outcome], locale), name: person.name, idNumber: maskDocument(person.idNumber),
      phone: person.phone === null ? '' : maskPhone(person.phone), union: (r.unionId && names.get(r.unionId)) ?? person.unionName,
      other: r.otherId === null ? '' : (names.get(r.otherId) ?? say(words.anotherUnion, locale)), undo: r.undo, notes: [...problems.map(note(true)), ...warnings.map(note(false))],
    };
  });
}

const OUTCOMES: Readonly<Record<'bad' | 'all' | 'taken' | 'kept', readonly Outcome[]>> = {
  bad: ['rejected', 'elsewhere'], taken: ['new', 'update', 'same', 'added', 'updated'],
  all: ['new', 'update', 'same', 'elsewhere', 'rejected', 'added', 'updated'], kept: ['added', 'updated'],
};

/** The rows of an import, a page: those that are not taken unless told otherwise. */
export async function rows(tx: Tx, by: Actor, o: In<'rows'>, call: Call): Promise<{ items: z.input<typeof RowView>[]; total: number }> {
  const i = await loadImportFor(tx, by, o.id);
  const found = await listRows(tx, i.id, { outcomes: o.outcome ? [o.outcome] : OUTCOMES[o.show], reason: o.reason ?? null, kept: o.show === 'kept', limit: o.limit, offset: o.offset });
  return { items: await rowsView(tx, by, found.items, call.locale), total: found.total };
}

/** The columns of the sheet with some of what stands in them, veiled. */
async function columnsView(tx: Tx, i: ImportRow): Promise<View['columns']> {
  const piece = i.erasedAt === null ? await findPiece(tx, i.id, 0) : null;
  const first = piece === null ? [] : openRows(piece.sealed).slice(0, 30);
  const fields = new Map(Object.entries(i.mapping).map(([field, column]) => [column, field as RosterField]));
  const examples = (column: number): string[] =>
    [...new Set(first.map((r) => veilDigits(r.cells[column]?.text ?? '').slice(0, 40)).filter((t) => t !== ''))].slice(0, EXAMPLES);
  return [...i.headings.recognised, ...i.headings.unrecognised].sort((a, b) => a.column - b.column).map((c) => {
    const consent = 'why' in c && c.why === 'consent';
    return {
      column: c.column, letters: columnLetters(c.column), heading: c.heading, field: fields.get(c.column) ?? null, consent,
      sure: 'how' in c && c.how !== 'contains', examples: consent ? [] : examples(c.column),
    };
  });
}

function reasonsView(i: ImportRow, locale: Locale): View['reasons'] {
  return Object.entries(i.preview.reasons ?? {}).sort(([, a], [, b]) => b - a).map(([reason, count]) => {
    const [field = '', code = ''] = reason.split(':');
    return { reason, field: sayField(field, locale), sentence: sayNote({ field: field as RosterField, code }, locale, false).replace(/[“"]?\{\w+\}[”"]?/g, '…'), count };
  });
}

function stepsFor(i: ImportRow, s: Standing, takes: number, now: Date): View['may'] {
  const written = (i.result.added ?? 0) + (i.result.updated ?? 0) > 0;
  const open = i.erasedAt === null;
  const undoable = written && open && i.eraseAt > now && (['done', 'cancelled'].includes(i.state) || (i.state === 'undoing' && s.state === 'failed'));
  const given = s.state === 'failed';
  return [
    ...(['read', 'previewed'].includes(i.state) || (given && i.state === 'checking') ? ['map' as const] : []), ...(i.state === 'previewed' && takes > 0 ? ['confirm' as const] : []),
    ...(given && i.state === 'running' ? ['goOn' as const] : []), ...(['read', 'checking', 'previewed', 'running'].includes(i.state) ? ['cancel' as const] : []),
    ...(undoable ? ['undo' as const] : []), ...(open && !['read', 'checking'].includes(i.state) ? ['report' as const] : []),
  ];
}

/** One import with everything its page shows. */
export async function importView(tx: Tx, by: Actor, { id }: In<'import'>, call: Call): Promise<View> {
  const i = await loadImportFor(tx, by, id);
  const s = await standing(tx, i);
  const locale = call.locale;
  const takes = (i.preview.new ?? 0) + (i.preview.update ?? 0) + (i.preview.same ?? 0);
  const units = i.preview.units ?? {};
  const names = await namesOfUnions(tx, Object.keys(units), by, 'rosters.import');
  const sample = i.erasedAt === null && i.state === 'previewed' ? (await listRows(tx, id, { outcomes: OUTCOMES.taken, reason: null, kept: false, limit: SAMPLE, offset: 0 })).items : [];
  return {
    ...lineOf(i, s, locale), columns: await columnsView(tx, i), takes, refusal: s.refusal, eraseAt: i.eraseAt.toISOString(), erased: i.erasedAt !== null, unmask: mayUnmask(by, i.unionPath),
    fields: (Object.keys(fieldWords) as RosterField[]).map((field) => ({ field, word: sayField(field, locale), needed: REQUIRED_FIELDS.includes(field) })),
    missing: REQUIRED_FIELDS.filter((f) => i.mapping[f] === undefined), reasons: reasonsView(i, locale),
    units: Object.entries(units).map(([unit, count]) => ({ id: unit, name: names.get(unit) ?? '', count })).sort((a, b) => b.count - a.count),
    sample: await rowsView(tx, by, sample, locale), may: stepsFor(i, s, takes, tx.now),
  };
}
