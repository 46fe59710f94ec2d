import { bytesOf, rows, sql } from '#platform/db';
import type { Tx } from '#shared/call';

export type Outcome = 'new' | 'update' | 'same' | 'elsewhere' | 'rejected' | 'added' | 'updated';

/** A row as it is kept. `sealed` holds the tidied person and the notes. */
export type KeptRow = {
  readonly row: number; readonly outcome: Outcome; readonly idLookup: Buffer | null; readonly unionId: string | null; readonly otherId: string | null;
  readonly reasons: readonly string[]; readonly sealed: Buffer;
};

/** What the taking in of a row left behind. */
export type Applied = {
  readonly row: number; readonly outcome: Outcome; readonly otherId: string | null; readonly personId: string | null; readonly membershipId: string | null;
  readonly addsPerson: boolean; readonly former: Buffer | null;
};

/** Between the reasons of one row on their way to the database: unnest would flatten arrays of arrays. */
const REASON_MARK = '\n';

export type Piece = { readonly number: number; readonly firstRow: number; readonly lastRow: number; readonly sealed: Buffer };

/** Keeps the pieces of a sheet. */
export async function insertPieces(tx: Tx, importId: string, pieces: readonly Piece[]): Promise<void> {
  for (const p of pieces) {
    await sql`insert into roster_piece (federation_id, import_id, number, first_row, last_row, sealed)
      values (${tx.federationId}, ${importId}, ${p.number}, ${p.firstRow}, ${p.lastRow}, ${p.sealed})`.execute(rows(tx));
  }
}

/** One piece of a sheet, null behind the last. */
export async function findPiece(tx: Tx, importId: string, number: number): Promise<Piece | null> {
  const r = await sql<Piece>`select number, first_row as "firstRow", last_row as "lastRow", sealed from roster_piece
    where federation_id = ${tx.federationId} and import_id = ${importId} and number = ${number}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Keeps judged rows; the same rows again are no second ones. */
export async function insertRows(tx: Tx, importId: string, list: readonly KeptRow[]): Promise<void> {
  const lookup = bytesOf(list.map((r) => r.idLookup));
  const sealed = bytesOf(list.map((r) => r.sealed));
  await sql`insert into roster_row (federation_id, import_id, row_number, outcome, id_lookup, union_id, other_id, reasons, sealed)
    select ${tx.federationId}, ${importId}, x.row, x.outcome, ${lookup.at(sql`x.lf`, sql`x.ll`)}, x.union_id, x.other_id, string_to_array(x.reasons, ${REASON_MARK}), ${sealed.at(sql`x.sf`, sql`x.sl`)}
    from unnest(${list.map((r) => r.row)}::int[], ${list.map((r) => r.outcome)}::text[], ${lookup.from}::int[], ${lookup.length}::int[], ${list.map((r) => r.unionId)}::uuid[],
      ${list.map((r) => r.otherId)}::uuid[], ${list.map((r) => r.reasons.join(REASON_MARK))}::text[], ${sealed.from}::int[], ${sealed.length}::int[])
      as x(row, outcome, lf, ll, union_id, other_id, reasons, sf, sl)`.execute(rows(tx));
}

/** Forgets all rows of an import: it is looked at anew. */
export async function deleteRows(tx: Tx, importId: string): Promise<void> {
  await sql`delete from roster_row where federation_id = ${tx.federationId} and import_id = ${importId}`.execute(rows(tx));
}

/** A row in which each of these people stands already, by the hex of the hash; each is looked up by itself, however large the planner takes the table to be. */
export async function firstRowsOf(tx: Tx, importId: string, lookups: readonly Buffer[]): Promise<Map<string, number>> {
  const r = await sql<{ lookup: string; row: number }>`select encode(l.lookup, 'hex') as lookup, f.row_number as row from unnest(${[...lookups]}::bytea[]) as l(lookup)
    cross join lateral (select r.row_number from roster_row r where r.federation_id = ${tx.federationId} and r.import_id = ${importId} and r.id_lookup = l.lookup limit 1) f`.execute(rows(tx));
  return new Map(r.rows.map((x) => [x.lookup, x.row]));
}

export type StagedRow = { readonly row: number; readonly outcome: Outcome; readonly unionId: string | null; readonly idLookup: Buffer; readonly sealed: Buffer };

/** The next rows to take in, in the order of the sheet. */
export async function nextToTake(tx: Tx, importId: string, after: number, limit: number): Promise<StagedRow[]> {
  const r = await sql<StagedRow>`select row_number as row, outcome, union_id as "unionId", id_lookup as "idLookup", sealed from roster_row where federation_id = ${tx.federationId}
    and import_id = ${importId} and row_number > ${after} and outcome in ('new','update','same') order by row_number limit ${limit}`.execute(rows(tx));
  return r.rows;
}

/** Notes what the taking in of rows left behind. */
export async function markApplied(tx: Tx, importId: string, list: readonly Applied[]): Promise<void> {
  await sql`update roster_row r set outcome = x.outcome, other_id = x.other_id, person_id = x.person_id, membership_id = x.membership_id,
      adds_person = x.adds_person, former_sealed = x.former, applied_at = ${tx.now}
    from unnest(${list.map((a) => a.row)}::int[], ${list.map((a) => a.outcome)}::text[], ${list.map((a) => a.otherId)}::uuid[], ${list.map((a) => a.personId)}::uuid[],
      ${list.map((a) => a.membershipId)}::uuid[], ${list.map((a) => a.addsPerson)}::boolean[], ${list.map((a) => a.former)}::bytea[])
      as x(row, outcome, other_id, person_id, membership_id, adds_person, former)
    where r.federation_id = ${tx.federationId} and r.import_id = ${importId} and r.row_number = x.row`.execute(rows(tx));
}

export type AppliedRow = { readonly row: number; readonly outcome: Outcome; readonly personId: string; readonly membershipId: string | null; readonly addsPerson: boolean; readonly former: Buffer | null; readonly appliedAt: Date };

/** The next rows to take back. */
export async function nextToUndo(tx: Tx, importId: string, after: number, limit: number): Promise<AppliedRow[]> {
  const r = await sql<AppliedRow>`select row_number as row, outcome, person_id as "personId", membership_id as "membershipId", adds_person as "addsPerson",
      former_sealed as former, applied_at as "appliedAt" from roster_row where federation_id = ${tx.federationId} and import_id = ${importId}
      and row_number > ${after} and outcome in ('added','updated') order by row_number limit ${limit}`.execute(rows(tx));
  return r.rows;
}

/** Notes which rows were taken back and which had to stay. */
export async function markUndone(tx: Tx, importId: string, taken: readonly number[], kept: readonly number[]): Promise<void> {
  await sql`update roster_row set undo = case when row_number = any(${[...taken]}::int[]) then 'taken' else 'kept' end where federation_id = ${tx.federationId}
    and import_id = ${importId} and row_number = any(${[...taken, ...kept]}::int[])`.execute(rows(tx));
}

export type ShownRow = { readonly row: number; readonly outcome: Outcome; readonly unionId: string | null; readonly otherId: string | null; readonly sealed: Buffer; readonly undo: 'taken' | 'kept' | null };
const SHOWN = sql`row_number as row, outcome, union_id as "unionId", other_id as "otherId", sealed, undo`;

/** Rows of these outcomes (or with this reason), a page. */
export async function listRows(tx: Tx, importId: string, o: { outcomes: readonly Outcome[]; reason: string | null; kept: boolean; limit: number; offset: number }): Promise<{ items: ShownRow[]; total: number }> {
  const where = sql`federation_id = ${tx.federationId} and import_id = ${importId} and outcome = any(${[...o.outcomes]}::text[])
    and (${o.reason}::text is null or ${o.reason} = any(reasons)) and (${!o.kept} or undo = 'kept')`;
  const r = await sql<ShownRow>`select ${SHOWN} from roster_row where ${where} order by row_number limit ${o.limit} offset ${o.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`select count(*)::int as n from roster_row where ${where}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}

/** Rows of these outcomes between two row numbers, for the report; bounded by the piece they belong to. */
export async function rowsBetween(tx: Tx, importId: string, from: number, to: number, outcomes: readonly Outcome[]): Promise<ShownRow[]> {
  const r = await sql<ShownRow>`select ${SHOWN} from roster_row where federation_id = ${tx.federationId} and import_id = ${importId}
    and row_number between ${from} and ${to} and outcome = any(${[...outcomes]}::text[]) order by row_number`.execute(rows(tx));
  return r.rows;
}
