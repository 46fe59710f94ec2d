import type { Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { audit } from '#engines/audit';
import { findUnion, idLookup, listSubtree } from '#engines/org';
import { secrets } from '#platform/secrets';
import type { SheetRow } from '#shared/sheet-cell';
import { lockImport, type Preview, type RosterImport, updateImport } from './imports.sql.ts';
import { judge } from './judging.service.ts';
import { packPerson, unpackPerson } from './people.service.ts';
import { breath, openRows, slices } from './pieces.service.ts';
import { readRosterRow, type RosterPerson } from './rosters.rules.ts';
import { words } from './rosters.words.ts';
import type { RowNote } from './row-reading.rules.ts';
import { findPiece, firstRowsOf, insertRows, type KeptRow, type Outcome, type Piece } from './rows.sql.ts';
import { type Units, unitsOf } from './units.rules.ts';
import type { KeptNote } from './wording.rules.ts';

/** How far a piece of work is; `over` when there is nothing left of it. */
export type Progress = { readonly over: boolean; readonly done: number; readonly total: number };

/** The sealed part of a row. */
export type Sealed = { readonly p: Partial<RosterPerson>; readonly n: readonly KeptNote[]; readonly w: readonly KeptNote[] };

export const sealRow = (person: RosterPerson, problems: readonly KeptNote[], warnings: readonly KeptNote[]): Buffer =>
  secrets.seal(JSON.stringify({ p: packPerson(person), n: problems, w: warnings } satisfies Sealed));

/** A kept row with its person and notes. */
export function openRow(sealed: Buffer): { person: RosterPerson; problems: readonly KeptNote[]; warnings: readonly KeptNote[] } {
  const { p, n, w } = JSON.parse(secrets.open(sealed)) as Sealed;
  return { person: unpackPerson(p), problems: n, warnings: w };
}

const kept = ({ field, why, slots }: RowNote): KeptNote => ({ field, code: why.code, ...(slots ? { slots } : {}) });
export const reasonOf = (note: KeptNote): string => `${note.field}:${note.code}`;

/** The unions that rows of an import may belong to. */
export async function unitsFor(tx: Tx, i: RosterImport): Promise<Units> {
  const target = await findUnion(tx, i.unionId);
  if (target === null) throw new Error(`import ${i.id} has no union`);
  return unitsOf(target, await listSubtree(tx, target.path), i.mapping);
}

type Read = { readonly row: number; readonly person: RosterPerson; readonly problems: KeptNote[]; readonly warnings: KeptNote[]; readonly lookup: Buffer | null; unionId: string | null; sealed: Buffer };

function readRows(rows: readonly SheetRow[], i: RosterImport, units: Units, today: string): { read: Read[]; skipped: number } {
  const read: Read[] = [];
  let skipped = 0;
  for (const { row, cells } of rows) {
    const { person, problems, warnings, skip } = readRosterRow(cells, i.mapping, today);
    if (skip !== null) {
      skipped += 1;
      continue;
    }
    const unit = units(person);
    const place = 'unionId' in unit ? unit.unionId : null;
    const [all, notes] = [('unionId' in unit ? problems : [...problems, unit]).map(kept), warnings.map(kept)];
    read.push({ row, person, problems: all, warnings: notes, lookup: person.idNumber === '' ? null : idLookup(person.idNumber), unionId: place, sealed: sealRow(person, all, notes) });
  }
  return { read, skipped };
}

/** A person who stands in the sheet a second time, in this piece or in one before it. */
async function noteTwins(tx: Tx, importId: string, read: readonly Read[]): Promise<void> {
  const seen = await firstRowsOf(tx, importId, read.flatMap((r) => (r.lookup ? [r.lookup] : [])));
  for (const r of read) {
    const key = r.lookup?.toString('hex');
    if (key === undefined) continue;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, r.row);
    else {
      r.problems.push({ field: 'idNumber', code: words.duplicateInSheet.code, slots: { row: first } });
      r.sealed = sealRow(r.person, r.problems, r.warnings);
    }
  }
}

const NONE: Preview = { people: 0, skipped: 0, new: 0, update: 0, same: 0, elsewhere: 0, rejected: 0, warned: 0, reasons: {}, units: {} };

function added(to: Readonly<Record<string, number>>, keys: readonly string[]): Record<string, number> {
  const sum = { ...to };
  for (const key of keys) sum[key] = (sum[key] ?? 0) + 1;
  return sum;
}

type Seen = Read & { readonly outcome: Outcome };

function counted(before: Preview, rows: readonly Seen[], skipped: number): Preview {
  const of = (outcome: Outcome): number => rows.filter((r) => r.outcome === outcome).length;
  return {
    people: before.people + rows.length, skipped: before.skipped + skipped, new: before.new + of('new'), update: before.update + of('update'),
    same: before.same + of('same'), elsewhere: before.elsewhere + of('elsewhere'), rejected: before.rejected + of('rejected'),
    warned: before.warned + rows.filter((r) => r.outcome !== 'rejected' && r.warnings.length > 0).length,
    reasons: added(before.reasons, rows.flatMap((r) => r.problems.map(reasonOf))),
    units: added(before.units, rows.flatMap((r) => (r.outcome !== 'rejected' && r.unionId ? [r.unionId] : []))),
  };
}

type Ahead = { readonly key: string; readonly rows: ReturnType<typeof readRows> };
/** The piece after the present one, read while the database was busy with the present one; one is enough. */
let ahead: Ahead | null = null;

/** The rows of a piece, read ahead or now. */
function readPiece(i: RosterImport, number: number, sealed: Buffer, units: Units, today: string): ReturnType<typeof readRows> {
  const key = `${i.id}/${i.turn}/${number}/${today}`;
  const rows = ahead?.key === key ? ahead.rows : readRows(openRows(sealed), i, units, today);
  ahead = null;
  return rows;
}

/** Reads the next piece while `busy` runs. Nothing depends on it: a step that fails, or another process, reads it again. */
async function meanwhile(busy: Promise<void>, i: RosterImport, next: Piece | null, units: Units, today: string): Promise<void> {
  busy.catch(() => {});
  if (next) {
    await breath();
    const rows: ReturnType<typeof readRows> = { read: [], skipped: 0 };
    for (const some of slices(openRows(next.sealed))) {
      const { read, skipped } = readRows(some, i, units, today);
      rows.read.push(...read);
      rows.skipped += skipped;
      await breath();
    }
    ahead = { key: `${i.id}/${i.turn}/${next.number}/${today}`, rows };
  }
  await busy;
}

/** Looks at the next piece of the sheet: reads its rows, compares them with who is there, keeps what was found. Nobody is written. */
export async function checkStep(tx: Tx, importId: string): Promise<Progress> {
  const i = await lockImport(tx, importId);
  if (i === null || i.state !== 'checking') return { over: true, done: 0, total: 0 };
  const piece = await findPiece(tx, importId, i.cursor);
  const before: Preview = { ...NONE, ...i.preview };
  const done = before.people + before.skipped;
  if (piece === null) {
    await updateImport(tx, importId, { state: 'previewed', cursor: 0, preview: before });
    await audit.record(tx, { system: 'rosters' }, words.auditChecked, { subject: { kind: 'rosterImport', id: importId }, unionId: i.unionId, slots: { file: audit.veil(i.fileName), rows: before.people, rejected: before.rejected } });
    return { over: true, done, total: i.rows };
  }
  const [units, today, next] = [await unitsFor(tx, i), legalDateOf(tx.now), await findPiece(tx, importId, i.cursor + 1)];
  const { read, skipped } = readPiece(i, i.cursor, piece.sealed, units, today);
  await noteTwins(tx, importId, read);
  const sound = read.flatMap((r) => (r.problems.length === 0 && r.unionId !== null && r.lookup !== null ? [{ row: r.row, person: r.person, lookup: r.lookup, unionId: r.unionId }] : []));
  const standings = await judge(tx, sound);
  const seen = read.map((r) => ({ ...r, outcome: standings.get(r.row)?.outcome ?? ('rejected' as const) }));
  await meanwhile(insertRows(tx, importId, seen.map((r): KeptRow => {
    const standing = standings.get(r.row);
    return {
      row: r.row, outcome: r.outcome, idLookup: r.lookup, unionId: r.unionId, otherId: standing?.outcome === 'elsewhere' ? standing.membership.unionId : null,
      reasons: r.problems.map(reasonOf), sealed: r.sealed,
    };
  })), i, next, units, today);
  await updateImport(tx, importId, { cursor: i.cursor + 1, preview: counted(before, seen, skipped) });
  return { over: false, done: done + seen.length + skipped, total: i.rows };
}
