import type { Actor, Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import { visibleTo } from './scope.sql.ts';

/** A union as the engine knows it. Dates are legal dates `YYYY-MM-DD`. */
export type Union = {
  id: string; code: string; joinCode: string; node: string; name: string; kind: string; state: string;
  parentId: string | null; sectorParentId: string | null; path: string; sectorPath: string | null;
  regionCode: string; address: string; employerName: string; employerUscc: string; unionUscc: string; industry: string;
  workers: number; women: number; takesUnattached: boolean; foundedOn: string | null; termYears: number | null;
  termFrom: string | null; termTo: string | null; approval: string; mergedIntoId: string | null; endedOn: string | null;
};

const COLUMNS = sql`u.id, u.code, u.join_code as "joinCode", u.node, u.name, u.kind, u.state, u.parent_id as "parentId",
  u.sector_parent_id as "sectorParentId", u.path, u.sector_path as "sectorPath", u.region_code as "regionCode", u.address,
  u.employer_name as "employerName", u.employer_uscc as "employerUscc", u.union_uscc as "unionUscc", u.industry, u.workers, u.women,
  u.takes_unattached as "takesUnattached", u.founded_on as "foundedOn", u.term_years as "termYears", u.term_from as "termFrom",
  u.term_to as "termTo", u.approval, u.merged_into_id as "mergedIntoId", u.ended_on as "endedOn"`;

/** A union by id, whoever asks; services that answer to people use {@link findUnionFor}. */
export async function findUnion(tx: Tx, id: string): Promise<Union | null> {
  const r = await sql<Union>`select ${COLUMNS} from union_unit u where u.federation_id = ${tx.federationId} and u.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** The same, locked until the transaction ends. */
export async function lockUnion(tx: Tx, id: string): Promise<Union | null> {
  const r = await sql<Union>`select ${COLUMNS} from union_unit u where u.federation_id = ${tx.federationId} and u.id = ${id} for update`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** A union by id if the actor holds the permission word over it. */
export async function findUnionFor(tx: Tx, by: Actor, permission: string, id: string): Promise<Union | null> {
  const r = await sql<Union>`select ${COLUMNS} from union_unit u
    where u.federation_id = ${tx.federationId} and u.id = ${id} and ${visibleTo(by, permission)}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Unions by id, as a map; who is not there is missing. */
export async function findUnions(tx: Tx, ids: readonly string[]): Promise<Map<string, Union>> {
  const r = await sql<Union>`select ${COLUMNS} from union_unit u
    where u.federation_id = ${tx.federationId} and u.id = any(${[...ids]}::uuid[])`.execute(rows(tx));
  return new Map(r.rows.map((u) => [u.id, u]));
}

/** Unions by their organisation codes, as a map. */
export async function findUnionsByCode(tx: Tx, codes: readonly string[]): Promise<Map<string, Union>> {
  const r = await sql<Union>`select ${COLUMNS} from union_unit u
    where u.federation_id = ${tx.federationId} and u.code = any(${[...codes]}::text[])`.execute(rows(tx));
  return new Map(r.rows.map((u) => [u.code, u]));
}

/** A union by the code of its QR picture. */
export async function findUnionByJoinCode(tx: Tx, joinCode: string): Promise<Union | null> {
  const r = await sql<Union>`select ${COLUMNS} from join_code_lookup j
    join union_unit u on u.federation_id = j.federation_id and u.id = j.union_id
    where j.join_code = ${joinCode} and j.federation_id = ${tx.federationId}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** The unions above this one on the territorial line, nearest first. */
export async function listAncestors(tx: Tx, union: { path: string; node: string }): Promise<Union[]> {
  const nodes = union.path.split('/').filter((n) => n !== '' && n !== union.node);
  if (nodes.length === 0) return [];
  const r = await sql<Union>`select ${COLUMNS} from union_unit u
    where u.federation_id = ${tx.federationId} and u.node = any(${nodes}::text[]) order by length(u.path) desc`.execute(rows(tx));
  return r.rows;
}

/** Every union of a subtree (territorial line), the root included, top first; at most 5,000. */
export async function listSubtree(tx: Tx, path: string): Promise<Union[]> {
  const r = await sql<Union>`select ${COLUMNS} from union_unit u
    where u.federation_id = ${tx.federationId} and u.path like ${`${path}%`} order by u.path limit 5000`.execute(rows(tx));
  return r.rows;
}

/** Adds unions in one statement; the caller has made ids, nodes and paths. */
export async function insertUnions(tx: Tx, unions: readonly Union[]): Promise<void> {
  await sql`insert into union_unit (federation_id, id, code, join_code, node, name, kind, state, parent_id, sector_parent_id, path, sector_path,
      region_code, address, employer_name, employer_uscc, union_uscc, industry, workers, women, takes_unattached, founded_on, term_years,
      term_from, term_to, approval, created_at)
    select ${tx.federationId}, x.* , ${tx.now} from jsonb_to_recordset(${JSON.stringify(unions)}::jsonb) as x(
      id uuid, code text, "joinCode" text, node text, name text, kind text, state text, "parentId" uuid, "sectorParentId" uuid, path text,
      "sectorPath" text, "regionCode" text, address text, "employerName" text, "employerUscc" text, "unionUscc" text, industry text,
      workers integer, women integer, "takesUnattached" boolean, "foundedOn" date, "termYears" smallint, "termFrom" date, "termTo" date,
      approval text)`.execute(rows(tx));
  await sql`insert into join_code_lookup (join_code, federation_id, union_id)
    select x."joinCode", ${tx.federationId}, x.id from jsonb_to_recordset(${JSON.stringify(unions.map(({ id, joinCode }) => ({ id, joinCode })))}::jsonb)
      as x(id uuid, "joinCode" text)`.execute(rows(tx));
}

/** Writes the particulars that an officer may change. */
export async function updateUnion(tx: Tx, u: Union): Promise<void> {
  await sql`update union_unit set name = ${u.name}, code = ${u.code}, kind = ${u.kind}, region_code = ${u.regionCode}, address = ${u.address},
      employer_name = ${u.employerName}, employer_uscc = ${u.employerUscc}, union_uscc = ${u.unionUscc}, industry = ${u.industry},
      workers = ${u.workers}, women = ${u.women}, takes_unattached = ${u.takesUnattached}, founded_on = ${u.foundedOn},
      term_years = ${u.termYears}, term_from = ${u.termFrom}, term_to = ${u.termTo}
    where federation_id = ${tx.federationId} and id = ${u.id}`.execute(rows(tx));
}

/** Hangs a subtree under another parent: every path below is rewritten in one statement. */
export async function movePaths(tx: Tx, from: string, to: string, rootId: string, parentId: string): Promise<number> {
  const r = await sql`update union_unit set path = ${to} || substr(path, ${from.length + 1}::int),
      parent_id = case when id = ${rootId} then ${parentId}::uuid else parent_id end
    where federation_id = ${tx.federationId} and path like ${`${from}%`}`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n);
}

/**
 * Gives a subtree its second line (or takes it away with null): sector path = path of the sector parent + the way below.
 * Unions below that have a second line of their own keep it.
 */
export async function setSectorPaths(tx: Tx, root: Union, sectorParentId: string | null, sectorPath: string | null): Promise<void> {
  await sql`update union_unit set
      sector_parent_id = case when id = ${root.id} then ${sectorParentId}::uuid else sector_parent_id end,
      sector_path = ${sectorPath}::text || ${`${root.node}/`}::text || substr(path, ${root.path.length + 1}::int)
    where federation_id = ${tx.federationId} and path like ${`${root.path}%`}
      and (sector_path is null or sector_path like ${root.sectorPath === null ? null : `${root.sectorPath}%`}::text)`.execute(rows(tx));
}

/** After a move: the second line of every union that hangs, by sector, below the moved ones. */
export async function moveSectorPaths(tx: Tx, from: string, to: string): Promise<void> {
  await sql`update union_unit set sector_path = ${to} || substr(sector_path, ${from.length + 1}::int)
    where federation_id = ${tx.federationId} and sector_path like ${`${from}%`}`.execute(rows(tx));
}

/** Closes a union as merged or dissolved. */
export async function endUnion(tx: Tx, id: string, o: { state: 'merged' | 'dissolved'; on: string; approval: string; into: string | null }): Promise<void> {
  await sql`update union_unit set state = ${o.state}, ended_on = ${o.on}, approval = ${o.approval}, merged_into_id = ${o.into}
    where federation_id = ${tx.federationId} and id = ${id}`.execute(rows(tx));
  await sql`update office_holding set to_date = ${o.on} where federation_id = ${tx.federationId} and union_id = ${id}
    and from_date <= ${o.on} and (to_date is null or to_date > ${o.on})`.execute(rows(tx));
}

/** How many unions hang directly below and how many live memberships a union has; counted, since it decides. */
export async function countBelow(tx: Tx, id: string): Promise<{ branches: number; members: number }> {
  const r = await sql<{ branches: number; members: number }>`select
      (select count(*)::int from union_unit c where c.federation_id = ${tx.federationId} and c.parent_id = ${id} and c.state in ('preparing','active')) as branches,
      (select count(*)::int from membership m where m.federation_id = ${tx.federationId} and m.union_id = ${id} and m.state <> 'ended') as members`.execute(rows(tx));
  return r.rows[0] ?? { branches: 0, members: 0 };
}

/** Makes the tenant itself. */
export async function insertFederation(tx: Tx, name: string, regionCode: string): Promise<void> {
  await sql`insert into federation (federation_id, name, region_code, founded_at)
    values (${tx.federationId}, ${name}, ${regionCode}, ${tx.now})`.execute(rows(tx));
}
