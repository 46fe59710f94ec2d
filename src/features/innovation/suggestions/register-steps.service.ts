import type { Tx } from '#shared/call';
import { instantAt, legalDateOf, type LegalDate } from '#shared/dates';
import { splitByWeights } from '#shared/money';
import type { Database } from '#platform/db';
import { jobs, type Run, runs } from '#platform/jobs';
import { audit } from '#engines/audit';
import { cases, type TakenCase, type TakenEvent } from '#engines/cases';
import { listTenants } from '#engines/org';
import { KEEP_DAYS } from './register-import.service.ts';
import { type Problem, readRegisterRow, type RegisterRow } from './register-import.rules.ts';
import { changeImport, deleteTaken, eraseRows, insertTaken, type KnownPerson, listNumbers, listNumbersAbove, listPeople, listToErase, listUnits, lockImport, markKept, markRows, markTaken, nextRows, type Placed, type RegisterImport, takeStock } from './register-import.sql.ts';
import { unionSuffix, words } from './register-import.words.ts';
import { suggestionProcess } from './suggestions.process.ts';
import { WHOLE } from './suggestions.rules.ts';

type Progress = { readonly over: boolean; readonly done: number; readonly total: number };
const ROWS = 1_000;
const MORNING = 9 * 60;

/** Units of a company: by name, without the word for union, or by code; and the one a union lies in (the company itself when in none). */
function unitFinder(units: readonly { id: string; name: string; code: string; path: string }[], company: { id: string; path: string }) {
  const known = new Map(units.flatMap((u) => [[u.name, u.id], [u.name.replace(unionSuffix, ''), u.id], [u.code, u.id]] as const));
  const byPath = new Map(units.map((u) => [u.path, u.id]));
  return {
    named: (text: string): string | null => known.get(text) ?? known.get(text.replace(unionSuffix, '')) ?? null,
    holding: (path: string): string => byPath.get(path.slice(0, path.indexOf('/', company.path.length) + 1)) ?? company.id,
  };
}

/** An author as found: `unitId` is the unit directly below the company, or the company. */
type Known = { readonly id: string; readonly unitId: string };

/** People by staff number, or by a name that is theirs alone in the unit or in the company. */
function personFinder(people: readonly KnownPerson[], unitOf: (path: string) => string): (name: string, staffNumber: string, unitId: string) => Known | null {
  const all = people.map((p) => ({ ...p, unitId: unitOf(p.path) }));
  const [byNumber, byName] = [Map.groupBy(all, (p) => p.staffNumber), Map.groupBy(all, (p) => p.name)];
  const only = <T>(found: readonly T[]): T | null => (found.length === 1 ? (found[0] ?? null) : null);
  return (name, staffNumber, unitId) => {
    if (staffNumber !== '') return only((byNumber.get(staffNumber) ?? []).filter((p) => name === '' || p.name === name));
    const named = byName.get(name) ?? [];
    return only(named.filter((p) => p.unitId === unitId)) ?? only(named);
  };
}

type Sight = { readonly i: RegisterImport; readonly unitOf: (text: string) => string | null; readonly personOf: ReturnType<typeof personFinder> };

/** The names by which somebody is looked for: those without a staff number beside them. */
const namesAlone = (r: RegisterRow): readonly string[] => r.names.filter((_, k) => (r.staffNumbers[k] ?? '') === '');

async function look(tx: Tx, i: RegisterImport, rows: readonly (RegisterRow | null)[]): Promise<Sight> {
  const known = rows.filter((r) => r !== null);
  const people = await listPeople(tx, i.unionPath, [...new Set(known.flatMap((r) => r.staffNumbers))], [...new Set(known.flatMap(namesAlone))]);
  const units = unitFinder(await listUnits(tx, i.schemeUnionId), { id: i.schemeUnionId, path: i.unionPath });
  return { i, unitOf: units.named, personOf: personFinder(people, units.holding) };
}

function authorsOf({ personOf }: Sight, row: RegisterRow, unitId: string): { found: Known[]; weights: number[]; missing: boolean } {
  const n = Math.max(row.names.length, row.staffNumbers.length);
  const all = Array.from({ length: n }, (_, k) => ({ person: personOf(row.names[k] ?? '', row.staffNumbers[k] ?? '', unitId), weight: Math.round((row.shares.length === n ? (row.shares[k] ?? 1) : 1) * 100) }));
  const once = all.filter((a, k) => a.person !== null && all.findIndex((b) => b.person?.id === a.person?.id) === k);
  return { found: once.flatMap((a) => (a.person ? [a.person] : [])), weights: once.map((a) => a.weight), missing: n === 0 || once.length < n };
}

const add = (reasons: Record<string, number>, problems: readonly Problem[]): Record<string, number> => {
  const sum = { ...reasons };
  for (const p of problems) sum[p.why] = (sum[p.why] ?? 0) + 1;
  return sum;
};

/** Looks at the next rows: what stops each, and whose authors nobody could be found for. */
export async function checkStep(tx: Tx, importId: string): Promise<Progress> {
  const i = await lockImport(tx, importId);
  if (i === null || i.state !== 'checking') return { over: true, done: 0, total: 0 };
  if (i.cursor === 0) await takeStock(tx, 'sheet');
  const staged = await nextRows(tx, importId, i.cursor, ROWS);
  const today = legalDateOf(tx.now);
  const read = staged.map((r) => ({ at: r.row, ...readRegisterRow(r.cells, i.mapping, today) }));
  const sight = await look(tx, i, read.map((r) => r.row));
  const numbers = read.flatMap((r) => (r.row?.number ? [r.row.number] : []));
  const taken = await listNumbers(tx, numbers);
  const above = await listNumbersAbove(tx, importId, i.cursor, numbers);
  /** Whether a number stands further up already; from now on it does. */
  const twice = (number: string): boolean => {
    if (number === '' || above.has(number)) return number !== '';
    above.add(number);
    return false;
  };
  const stop = (field: Problem['field'], why: Problem['why'], text: string): Problem => ({ field, why, text, stops: true });
  const judged = read.map(({ at, row, problems }) => {
    const unitId = row === null ? null : row.unit === '' ? i.schemeUnionId : sight.unitOf(row.unit);
    const more = row === null ? [] : [...(unitId === null ? [stop('unit', 'unitMissing', row.unit)] : []), ...(taken.has(row.number) ? [stop('number', 'numberTaken', row.number)] : []), ...(twice(row.number) ? [stop('number', 'numberTwice', row.number)] : [])];
    return { row: at, number: row?.number ?? '', problems: [...problems, ...more], good: row !== null && more.length === 0, unmatched: row !== null && unitId !== null && authorsOf(sight, row, unitId).missing };
  });
  await markRows(tx, importId, judged);
  const good = i.good + judged.filter((r) => r.good).length;
  const bad = i.bad + judged.filter((r) => !r.good).length;
  const over = staged.length < ROWS;
  await changeImport(tx, importId, { cursor: staged.at(-1)?.row ?? i.cursor, good, bad, unmatched: i.unmatched + judged.filter((r) => r.good && r.unmatched).length, reasons: judged.reduce((sum, r) => add(sum, r.problems), i.reasons), ...(over ? { state: 'previewed' as const } : {}) });
  return { over, done: good + bad, total: i.rows };
}

/** The timeline that a row stands for, by the steps of the process. */
function eventsOf(row: RegisterRow): TakenEvent[] {
  const at = (day: LegalDate | null, minute: number): Date => instantAt(day ?? row.submittedOn, MORNING + minute);
  const by = { byKind: 'officer' as const, byId: null };
  if (row.rejectedOn) return [{ ...by, step: 'rejectUnit', toState: 'rejected', at: at(row.rejectedOn, 1) }];
  if (row.adoptedOn === null) return [];
  if (row.startedOn === null) return [{ ...by, step: 'adoptUnitOnly', toState: 'adopted', at: at(row.adoptedOn, 1) }];
  const later = row.startedOn > row.adoptedOn;
  const events: TakenEvent[] = later ? [{ ...by, step: 'adoptUnitOnly', toState: 'adopted', at: at(row.adoptedOn, 1) }, { ...by, step: 'implementLater', toState: 'implementing', at: at(row.startedOn, 2) }] : [{ ...by, step: 'adoptUnit', toState: 'implementing', at: at(row.adoptedOn, 2) }];
  if (row.completedOn) events.push({ ...by, step: 'report', toState: 'accepting', at: at(row.completedOn, 3) }, { ...by, step: 'accept', toState: 'completed', at: at(row.completedOn, 4) });
  if (row.standardisedOn) events.push({ ...by, step: 'standardise', toState: 'standardised', at: at(row.standardisedOn, 5), text: row.documentNumber });
  return events;
}

/** Instants of a register lie in the morning; what happened today may not lie ahead. */
const notAhead = (now: Date) => (e: TakenEvent): TakenEvent => (e.at > now ? { ...e, at: now } : e);

function caseOf(tx: Tx, sight: Sight, row: RegisterRow): { taken: TakenCase; placed: Omit<Placed, 'id'> } | null {
  const unitId = row.unit === '' ? sight.i.schemeUnionId : sight.unitOf(row.unit);
  if (unitId === null) return null;
  const { found, weights, missing } = authorsOf(sight, row, unitId);
  const shares = found.length === 0 ? [] : splitByWeights(BigInt(WHOLE), weights).map(Number);
  const openedAt = instantAt(row.submittedOn, MORNING);
  const taken: TakenCase = {
    ...(row.number === '' ? {} : { number: row.number }), title: row.title, text: [row.problem, row.remedy].filter(Boolean).join('\n') || row.title, state: row.state, privacy: 'named', channel: 'register', unionId: unitId,
    authorId: found[0]?.id ?? null, openedAt: openedAt > tx.now ? tx.now : openedAt, barred: found.slice(1).map((p) => ({ personId: p.id, why: 'coauthor' })), events: eventsOf(row).map(notAhead(tx.now)),
  };
  return { taken, placed: { unitId, row, authors: found.map((p, k) => ({ personId: p.id, share: shares[k] ?? 0, unitId: p.unitId })), authorsText: missing ? row.names.join('、') : '' } };
}

/** Takes the next rows over, in one transaction; numbers are looked at again, because the world went on since the preview. */
export async function takeStep(tx: Tx, importId: string): Promise<Progress> {
  const i = await lockImport(tx, importId);
  if (i === null || i.state !== 'running') return { over: true, done: 0, total: 0 };
  const staged = await nextRows(tx, importId, i.cursor, ROWS, 'good');
  const today = legalDateOf(tx.now);
  const read = staged.map((r) => readRegisterRow(r.cells, i.mapping, today).row);
  const numbers = await listNumbers(tx, read.flatMap((r) => (r?.number ? [r.number] : [])));
  const sight = await look(tx, i, read);
  const ready = staged.flatMap((r, k) => { const row = read[k]; const made = row && !numbers.has(row.number) ? caseOf(tx, sight, row) : null; return made === null ? [] : [{ at: r.row, ...made }]; });
  const made = await cases.takeOver(tx, suggestionProcess, ready.map((r) => r.taken), { by: { system: 'suggestions' }, findable: true });
  const placed = ready.map((r, k) => ({ at: r.at, id: made[k]?.id ?? '', ...r.placed }));
  if (placed.length > 0) await insertTaken(tx, importId, i.schemeUnionId, placed);
  if (placed.length > 0) await markTaken(tx, importId, placed.map((p) => ({ row: p.at, suggestionId: p.id })));
  const taken = i.taken + placed.length;
  const over = staged.length < ROWS;
  await changeImport(tx, importId, { cursor: staged.at(-1)?.row ?? i.cursor, taken, ...(over ? { state: 'done' as const, endedAt: tx.now, eraseAt: new Date(tx.now.getTime() + KEEP_DAYS * 86_400_000) } : {}) });
  if (over || i.taken === 0) await takeStock(tx, 'suggestions');
  if (over) await audit.record(tx, { system: 'suggestions' }, words.auditDone, { subject: { kind: 'suggestionImport', id: i.id }, unionId: i.schemeUnionId, slots: { file: audit.veil(i.fileName), n: taken } });
  return { over, done: taken, total: i.good };
}

/** Gives the next suggestions back; what somebody worked on since the import ended stays. */
export async function undoStep(tx: Tx, importId: string): Promise<Progress> {
  const i = await lockImport(tx, importId);
  if (i === null || i.state !== 'undoing') return { over: true, done: 0, total: 0 };
  const staged = await nextRows(tx, importId, i.cursor, ROWS, 'taken');
  const ids = staged.flatMap((r) => (r.suggestionId ? [r.suggestionId] : []));
  const gone = new Set(await cases.giveBack(tx, suggestionProcess, ids, i.endedAt ?? tx.now, (untouched) => deleteTaken(tx, untouched)));
  await markTaken(tx, importId, staged.filter((r) => gone.has(r.suggestionId ?? '')).map((r) => ({ row: r.row, suggestionId: null })));
  await markKept(tx, importId, staged.filter((r) => !gone.has(r.suggestionId ?? '')).map((r) => r.row));
  const over = staged.length < ROWS;
  await changeImport(tx, importId, { cursor: staged.at(-1)?.row ?? i.cursor, removed: i.removed + gone.size, kept: i.kept + ids.length - gone.size, ...(over ? { state: 'undone' as const } : {}) });
  return { over, done: i.removed + i.kept + ids.length, total: i.taken };
}

/** Erases sheets whose time is over; counts stay. */
async function eraseOld(tx: Tx): Promise<void> {
  for (const { id } of await listToErase(tx)) {
    await eraseRows(tx, id);
    await changeImport(tx, id, { erasedAt: tx.now });
  }
}

async function walk(run: Run<{ importId: string }>, step: (tx: Tx, importId: string) => Promise<Progress>): Promise<null> {
  for (let over = false; !over; ) {
    await run.step(async (tx) => {
      const p = await step(tx, run.input.importId);
      over = p.over;
      return p.total > 0 ? { done: p.done, total: p.total } : {};
    }, { statementTimeout: 120_000 });
  }
  return null;
}

/** Declares the runs of imports and the erasing of old sheets; once per process. */
export function declareImports(): void {
  for (const [work, step] of [['check', checkStep], ['take', takeStep], ['undo', undoStep]] as const) runs.define<{ importId: string }>(`suggestions.${work}`, (run) => walk(run as Run<{ importId: string }>, step));
  jobs.define('suggestions.eraseSheets', { every: '50 3 * * *', run: async ({ database, now }: { database: Database; now: Date }) => { for (const id of await database.read(null, now, listTenants)) await database.transaction(id, now, eraseOld); } });
}
