import { rows, sql } from '#platform/db';
import { inSubtrees, visibleTo } from '#engines/org';
import type { Actor, Tx } from '#shared/call';
import type { Headings, RosterMapping } from './headings.rules.ts';

export type ImportState = 'read' | 'checking' | 'previewed' | 'running' | 'done' | 'undoing' | 'undone' | 'cancelled';

/** What the headings of a sheet told: no personal data. */
export type KeptHeadings = Pick<Headings, 'row' | 'recognised' | 'unrecognised'>;

/** Counts of a preview by outcome; `reasons` by `field:code`, `warnings` likewise. */
export type Preview = {
  readonly people: number; readonly skipped: number; readonly new: number; readonly update: number; readonly same: number;
  readonly elsewhere: number; readonly rejected: number; readonly warned: number;
  readonly reasons: Readonly<Record<string, number>>; readonly units: Readonly<Record<string, number>>;
};
/** Counts of what came of an import; `taken`, `restored` and `kept` are those of its undoing. */
export type Result = {
  readonly added: number; readonly updated: number; readonly same: number; readonly elsewhere: number; readonly rejected: number;
  readonly taken?: number; readonly restored?: number; readonly kept?: number;
};

/** An import as it stands. `cursor` is how far the present work is. */
export type RosterImport = {
  readonly id: string; readonly unionId: string; readonly state: ImportState; readonly fileName: string; readonly rows: number;
  readonly headings: KeptHeadings; readonly mapping: RosterMapping; readonly turn: number; readonly runId: string | null; readonly cursor: number;
  readonly preview: Partial<Preview>; readonly result: Partial<Result>; readonly createdBy: string | null; readonly createdAt: Date;
  readonly confirmedAt: Date | null; readonly endedAt: Date | null; readonly eraseAt: Date; readonly erasedAt: Date | null;
};

/** The same with the names that a screen shows. */
export type ImportRow = RosterImport & { readonly unionName: string; readonly unionPath: string; readonly author: string | null };

const COLUMNS = sql`i.id, i.union_id as "unionId", i.state, i.file_name as "fileName", i.rows, i.headings, i.mapping, i.turn, i.run_id as "runId", i.cursor,
  i.preview, i.result, i.created_by as "createdBy", i.created_at as "createdAt", i.confirmed_at as "confirmedAt", i.ended_at as "endedAt",
  i.erase_at as "eraseAt", i.erased_at as "erasedAt"`;
const NAMED = sql`${COLUMNS}, u.name as "unionName", u.path as "unionPath", p.name as author`;
const JOINED = sql`roster_import i join union_unit u on u.federation_id = i.federation_id and u.id = i.union_id
  left join person p on p.federation_id = i.federation_id and p.id = i.created_by`;

/** Notes a sheet that was read. */
export async function insertImport(tx: Tx, o: { id: string; unionId: string; fileName: string; rows: number; headings: KeptHeadings; mapping: RosterMapping; createdBy: string | null; eraseAt: Date }): Promise<void> {
  await sql`insert into roster_import (federation_id, id, union_id, state, file_name, rows, headings, mapping, created_by, created_at, beat_at, erase_at)
    values (${tx.federationId}, ${o.id}, ${o.unionId}, 'read', ${o.fileName}, ${o.rows}, ${JSON.stringify(o.headings)}, ${JSON.stringify(o.mapping)},
      ${o.createdBy}, ${tx.now}, ${tx.now}, ${o.eraseAt})`.execute(rows(tx));
}

/** Writes the present standing of an import; what is not named stays. */
export async function updateImport(tx: Tx, id: string, o: {
  state?: ImportState; mapping?: RosterMapping; turn?: number; runId?: string | null; cursor?: number; preview?: Partial<Preview>; result?: Partial<Result>;
  confirmedBy?: string | null; confirmedAt?: Date; endedAt?: Date; eraseAt?: Date;
}): Promise<void> {
  const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));
  await sql`update roster_import set state = coalesce(${o.state ?? null}, state), mapping = coalesce(${json(o.mapping)}::jsonb, mapping), turn = coalesce(${o.turn ?? null}::smallint, turn),
      run_id = case when ${o.runId !== undefined} then ${o.runId ?? null}::uuid else run_id end, cursor = coalesce(${o.cursor ?? null}::int, cursor),
      preview = coalesce(${json(o.preview)}::jsonb, preview), result = coalesce(${json(o.result)}::jsonb, result),
      confirmed_by = coalesce(${o.confirmedBy ?? null}::uuid, confirmed_by), confirmed_at = coalesce(${o.confirmedAt ?? null}::timestamptz, confirmed_at),
      ended_at = coalesce(${o.endedAt ?? null}::timestamptz, ended_at), erase_at = coalesce(${o.eraseAt ?? null}::timestamptz, erase_at), beat_at = ${tx.now}
    where federation_id = ${tx.federationId} and id = ${id}`.execute(rows(tx));
}

/** An import, locked until the transaction ends: one step of work at a time. */
export async function lockImport(tx: Tx, id: string): Promise<RosterImport | null> {
  const r = await sql<RosterImport>`select ${COLUMNS} from roster_import i where i.federation_id = ${tx.federationId} and i.id = ${id} for update`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** An import if the actor may bring rosters into its union. */
export async function findImportFor(tx: Tx, by: Actor, permission: string, id: string): Promise<ImportRow | null> {
  const r = await sql<ImportRow>`select ${NAMED} from ${JOINED} where i.federation_id = ${tx.federationId} and i.id = ${id} and ${visibleTo(by, permission)}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Imports into the unions the actor may bring rosters into, newest first. */
export async function listImports(tx: Tx, by: Actor, permission: string, o: { path: string | null; state: ImportState | null; limit: number; offset: number }): Promise<{ items: ImportRow[]; total: number }> {
  const where = sql`i.federation_id = ${tx.federationId} and ${visibleTo(by, permission)} and ${o.path === null ? sql`true` : inSubtrees([o.path])}
    and (${o.state}::text is null or i.state = ${o.state})`;
  const r = await sql<ImportRow>`select ${NAMED} from ${JOINED} where ${where} order by i.created_at desc, i.id limit ${o.limit} offset ${o.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`select count(*)::int as n from roster_import i join union_unit u on u.federation_id = i.federation_id and u.id = i.union_id where ${where}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}

/** Living unions the actor may bring rosters into, the chosen one and the topmost first; by name or code when a text is given; at most 30. */
export async function listTargets(tx: Tx, by: Actor, permission: string, text: string, chosen: string | null): Promise<{ id: string; name: string; above: string }[]> {
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const r = await sql<{ id: string; name: string; above: string }>`select u.id, u.name, coalesce(a.name, '') as above from union_unit u
    left join union_unit a on a.federation_id = u.federation_id and a.id = u.parent_id
    where u.federation_id = ${tx.federationId} and u.state in ('preparing','active') and ${visibleTo(by, permission)} and (u.name ilike ${like} or u.code ilike ${like})
    order by (u.id = ${chosen}::uuid) is true desc, length(u.path), u.name limit 30`.execute(rows(tx));
  return r.rows;
}

/** Names of unions by id, for those in these subtrees only. */
export async function namesOfUnions(tx: Tx, ids: readonly string[], by: Actor, permission: string): Promise<Map<string, string>> {
  const r = await sql<{ id: string; name: string }>`select u.id, u.name from union_unit u where u.federation_id = ${tx.federationId}
    and u.id = any(${[...ids]}::uuid[]) and ${visibleTo(by, permission)}`.execute(rows(tx));
  return new Map(r.rows.map((u) => [u.id, u.name]));
}

/** Imports that a process worked on without the queue and then fell silent; at most 100. */
export async function listStranded(tx: Tx, before: Date): Promise<RosterImport[]> {
  const r = await sql<RosterImport>`select ${COLUMNS} from roster_import i where i.federation_id = ${tx.federationId}
    and i.state in ('checking','running','undoing') and i.run_id is null and i.beat_at < ${before} order by i.created_at limit 100`.execute(rows(tx));
  return r.rows;
}

/** Imports whose sheets are to be erased, at most 100. */
export async function listToErase(tx: Tx): Promise<RosterImport[]> {
  const r = await sql<RosterImport>`select ${COLUMNS} from roster_import i where i.federation_id = ${tx.federationId} and i.erased_at is null
    and i.erase_at <= ${tx.now} and i.state not in ('checking','running','undoing') order by i.erase_at limit 100 for update skip locked`.execute(rows(tx));
  return r.rows;
}

/** Erases the sheet and all rows of an import; its counts stay. */
export async function eraseSheet(tx: Tx, id: string): Promise<void> {
  await sql`delete from roster_row where federation_id = ${tx.federationId} and import_id = ${id}`.execute(rows(tx));
  await sql`delete from roster_piece where federation_id = ${tx.federationId} and import_id = ${id}`.execute(rows(tx));
  await sql`update roster_import set erased_at = ${tx.now} where federation_id = ${tx.federationId} and id = ${id}`.execute(rows(tx));
}

/** Lets imports write people one after the other, so that two of the same sheet see each other's people. */
export async function queueUp(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`rosters ${tx.federationId}`}, 0))`.execute(rows(tx));
}

/** Tells the planner how large the table of rows has become, and that of people and memberships when those are written. */
export async function renewStatistics(tx: Tx, o: { writesPeople: boolean }): Promise<void> {
  await (o.writesPeople ? sql`analyze person, membership, roster_row` : sql`analyze roster_row`).execute(rows(tx));
}
