/** Councils and who speaks for which side. */
import type { Actor, Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import { visibleTo } from '#engines/org';
import type { Role, Side } from './joint-meetings.rules.ts';

export const KEEP = 'jointMeetings.keep';
export type Page = { readonly limit: number; readonly offset: number };
export type CouncilRow = {
  readonly id: string; readonly unionId: string; readonly union: string; readonly path: string; readonly title: string; readonly otherName: string; readonly purpose: string; readonly meetsPerYear: number; readonly foundedOn: string; readonly endedOn: string | null; readonly version: number;
  readonly held: number; readonly open: number; readonly late: number; readonly nextAt: Date | null; readonly side: Side | null; readonly role: Role | null; readonly keeps: boolean;
};
const today = (tx: Tx): RawBuilder<unknown> => sql`(${tx.now}::timestamptz AT TIME ZONE 'Asia/Shanghai')::date`;
const COUNCIL = (tx: Tx, by: Actor): RawBuilder<unknown> => sql`k.id, k.union_id AS "unionId", u.name AS union, u.path, k.title, k.other_name AS "otherName", k.purpose, k.meets_per_year AS "meetsPerYear", k.founded_on::text AS "foundedOn", k.ended_on::text AS "endedOn", k.version, r.side, r.role, ${visibleTo(by, KEEP)} AS keeps,
  (SELECT count(*)::int FROM joint_meeting m JOIN case_file c ON c.federation_id = m.federation_id AND c.id = m.id WHERE m.federation_id = k.federation_id AND m.council_id = k.id AND c.state IN ('drafted','agreed') AND m.held_at >= date_trunc('year', ${tx.now}::timestamptz)) AS held,
  (SELECT count(*)::int FROM joint_item i JOIN case_file c ON c.federation_id = i.federation_id AND c.id = i.id WHERE i.federation_id = k.federation_id AND i.council_id = k.id AND c.is_open) AS open,
  (SELECT count(*)::int FROM joint_item i JOIN case_file c ON c.federation_id = i.federation_id AND c.id = i.id WHERE i.federation_id = k.federation_id AND i.council_id = k.id AND c.is_open AND i.due_on < ${today(tx)}) AS late,
  (SELECT min(m.held_at) FROM joint_meeting m JOIN case_file c ON c.federation_id = m.federation_id AND c.id = m.id WHERE m.federation_id = k.federation_id AND m.council_id = k.id AND c.state = 'planned') AS "nextAt"
  FROM joint_council k JOIN union_unit u ON u.federation_id = k.federation_id AND u.id = k.union_id
  LEFT JOIN joint_representative r ON r.federation_id = k.federation_id AND r.council_id = k.id AND r.person_id = ${by.personId} AND r.until IS NULL`;

/** A council for those entitled: its representatives, and who keeps it. */
export async function findCouncil(tx: Tx, by: Actor, id: string): Promise<CouncilRow | null> {
  const r = await sql<CouncilRow>`SELECT ${COUNCIL(tx, by)} WHERE k.federation_id = ${tx.federationId} AND k.id = ${id} AND (r.side IS NOT NULL OR ${visibleTo(by, KEEP)})`.execute(rows(tx));
  return r.rows[0] ?? null;
}
/** Holds a council against other changes of its people. */
export async function lockCouncil(tx: Tx, id: string): Promise<void> {
  await sql`SELECT 1 FROM joint_council k WHERE k.federation_id = ${tx.federationId} AND k.id = ${id} FOR NO KEY UPDATE`.execute(rows(tx));
}
/** Councils for which this person speaks or sits, at most 50. */
export async function listMine(tx: Tx, by: Actor): Promise<CouncilRow[]> {
  return (await sql<CouncilRow>`SELECT ${COUNCIL(tx, by)} WHERE k.federation_id = ${tx.federationId} AND r.side IS NOT NULL ORDER BY k.ended_on NULLS FIRST, k.title, k.id LIMIT 50`.execute(rows(tx))).rows;
}
/** Councils over the unions of the officer. */
export async function listKept(tx: Tx, by: Actor, unionPath: string | undefined, page: Page): Promise<{ items: CouncilRow[]; total: number }> {
  const where = sql`k.federation_id = ${tx.federationId} AND ${visibleTo(by, KEEP)} ${unionPath ? sql`AND starts_with(u.path, ${unionPath})` : sql``}`;
  const r = await sql<CouncilRow & { n: number }>`SELECT (count(*) OVER ())::int AS n, ${COUNCIL(tx, by)} WHERE ${where} ORDER BY k.ended_on NULLS FIRST, u.path, k.id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  return { items: r.rows, total: r.rows[0]?.n ?? 0 };
}
export type Said = { readonly title: string; readonly otherName: string; readonly purpose: string; readonly meetsPerYear: number };
export async function insertCouncil(tx: Tx, c: Said & { readonly id: string; readonly unionId: string; readonly foundedOn: string }): Promise<void> {
  await sql`INSERT INTO joint_council (federation_id, id, union_id, title, other_name, purpose, meets_per_year, founded_on, version) VALUES (${tx.federationId}, ${c.id}, ${c.unionId}, ${c.title}, ${c.otherName}, ${c.purpose}, ${c.meetsPerYear}, ${c.foundedOn}::date, 1)`.execute(rows(tx));
}
export async function updateCouncil(tx: Tx, id: string, version: number, c: Said & { readonly endedOn: string | null }): Promise<boolean> {
  const r = await sql`UPDATE joint_council SET title = ${c.title}, other_name = ${c.otherName}, purpose = ${c.purpose}, meets_per_year = ${c.meetsPerYear}, ended_on = ${c.endedOn}::date, version = version + 1 WHERE federation_id = ${tx.federationId} AND id = ${id} AND version = ${version}`.execute(rows(tx));
  return r.numAffectedRows === 1n;
}

export type Representative = { readonly id: string; readonly name: string; readonly unit: string; readonly side: Side; readonly role: Role; readonly since: string; readonly until: string | null };
/** Representatives of both sides, those of now first; at most 200. */
export async function listPeople(tx: Tx, councilId: string): Promise<Representative[]> {
  return (await sql<Representative>`SELECT p.id, p.name, coalesce(h.name, '') AS unit, r.side, r.role, r.since::text, r.until::text FROM joint_representative r JOIN person p ON p.federation_id = r.federation_id AND p.id = r.person_id
    LEFT JOIN membership m ON m.federation_id = r.federation_id AND m.person_id = r.person_id AND m.state = 'active' LEFT JOIN union_unit h ON h.federation_id = m.federation_id AND h.id = m.union_id
    WHERE r.federation_id = ${tx.federationId} AND r.council_id = ${councilId} ORDER BY r.until NULLS FIRST, r.side DESC, array_position(ARRAY['head','contact','member'], r.role), p.name, p.id LIMIT 200`.execute(rows(tx))).rows;
}
/** Makes somebody a representative, or changes side and role. */
export async function putRepresentative(tx: Tx, councilId: string, o: { readonly personId: string; readonly side: Side; readonly role: Role; readonly since: string }): Promise<void> {
  await sql`INSERT INTO joint_representative (federation_id, council_id, person_id, side, role, since) VALUES (${tx.federationId}, ${councilId}, ${o.personId}, ${o.side}, ${o.role}, ${o.since}::date)
    ON CONFLICT (federation_id, council_id, person_id) DO UPDATE SET side = excluded.side, role = excluded.role, until = NULL, since = CASE WHEN joint_representative.until IS NULL THEN joint_representative.since ELSE excluded.since END`.execute(rows(tx));
}
export async function endRepresentative(tx: Tx, councilId: string, personId: string, on: string): Promise<boolean> {
  return (await sql`UPDATE joint_representative SET until = ${on}::date WHERE federation_id = ${tx.federationId} AND council_id = ${councilId} AND person_id = ${personId} AND until IS NULL`.execute(rows(tx))).numAffectedRows === 1n;
}
/** People by the beginning of the name, nearest the union first: the other body may have people anywhere in the federation. */
export async function findPeople(tx: Tx, path: string, text: string): Promise<{ id: string; name: string; unit: string }[]> {
  return (await sql<{ id: string; name: string; unit: string }>`SELECT p.id, p.name, h.name AS unit FROM membership m JOIN person p ON p.federation_id = m.federation_id AND p.id = m.person_id JOIN union_unit h ON h.federation_id = m.federation_id AND h.id = m.union_id
    WHERE m.federation_id = ${tx.federationId} AND m.state = 'active' AND starts_with(h.path, ${path}) AND starts_with(p.name, ${text}) ORDER BY p.name, p.id LIMIT 20`.execute(rows(tx))).rows;
}
