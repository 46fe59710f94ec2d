/** What kind of employer a union has, agreed entries, congresses, lists of people, and the duties that came of them. */
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { rows, sql } from '#platform/db';
import { visibleTo } from '#engines/org';
import type { Page } from './audience.sql.ts';
import type { Ownership } from './catalogue.rules.ts';

export type Employer = { readonly unionId: string; readonly ownership: Ownership; readonly since: string };

/** Which catalogue holds for a union's employer, if it was said. */
export async function findEmployer(tx: Tx, unionId: string): Promise<Employer | null> {
  const r = await sql<Employer>`SELECT union_id AS "unionId", ownership, since::text AS since FROM disclosure_employer WHERE federation_id = ${tx.federationId} AND union_id = ${unionId}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Says which catalogue holds from a day on. */
export async function putEmployer(tx: Tx, e: Employer, byId: string): Promise<void> {
  await sql`INSERT INTO disclosure_employer (federation_id, union_id, ownership, since, by_id, at) VALUES (${tx.federationId}, ${e.unionId}, ${e.ownership}, ${e.since}, ${byId}, ${tx.now})
    ON CONFLICT (federation_id, union_id) DO UPDATE SET ownership = excluded.ownership, since = excluded.since, by_id = excluded.by_id, at = excluded.at`.execute(rows(tx));
}

/** Employers of living unions, a page by the union's id. */
export async function listEmployers(tx: Tx, after: string): Promise<Employer[]> {
  const r = await sql<Employer>`SELECT e.union_id AS "unionId", e.ownership, e.since::text AS since FROM disclosure_employer e JOIN union_unit u ON u.federation_id = e.federation_id AND u.id = e.union_id
    WHERE e.federation_id = ${tx.federationId} AND e.union_id > ${after} AND u.state IN ('preparing','active') ORDER BY e.union_id LIMIT 50`.execute(rows(tx));
  return r.rows;
}

export type Agreed = { readonly id: string; readonly unionId: string; readonly title: string; readonly everyMonths: number; readonly since: string; readonly endedOn: string | null };

/** Agreed entries of a union; ended ones too when asked for. */
export async function listAgreed(tx: Tx, unionId: string, o: { readonly ended?: boolean } = {}): Promise<Agreed[]> {
  const r = await sql<Agreed>`SELECT id, union_id AS "unionId", title, every_months::int AS "everyMonths", since::text AS since, ended_on::text AS "endedOn" FROM disclosure_agreed WHERE federation_id = ${tx.federationId} AND union_id = ${unionId} AND (${o.ended ?? false}::boolean OR ended_on IS NULL) ORDER BY since, id LIMIT 100`.execute(rows(tx));
  return r.rows;
}

/** Adds an agreed entry. */
export async function insertAgreed(tx: Tx, a: Omit<Agreed, 'endedOn'>, byId: string): Promise<void> {
  await sql`INSERT INTO disclosure_agreed (federation_id, id, union_id, title, every_months, since, by_id) VALUES (${tx.federationId}, ${a.id}, ${a.unionId}, ${a.title}, ${a.everyMonths}, ${a.since}, ${byId})`.execute(rows(tx));
}

/** Ends an agreed entry that the officer keeps. @returns what it was */
export async function endAgreed(tx: Tx, by: Actor, id: string): Promise<Agreed | null> {
  const r = await sql<Agreed>`UPDATE disclosure_agreed a SET ended_on = ${legalDateOf(tx.now)} FROM union_unit u WHERE a.federation_id = ${tx.federationId} AND a.id = ${id} AND a.ended_on IS NULL AND u.federation_id = a.federation_id AND u.id = a.union_id AND ${visibleTo(by, 'disclosure.keep')}
    RETURNING a.id, a.union_id AS "unionId", a.title, a.every_months::int AS "everyMonths", a.since::text AS since, a.ended_on::text AS "endedOn"`.execute(rows(tx));
  return r.rows[0] ?? null;
}

export type Congress = { readonly id: string; readonly unionId: string; readonly name: string; readonly opensOn: string; readonly closesOn: string };

/** Congresses of a union, latest first; at most 20. */
export async function listCongresses(tx: Tx, unionId: string): Promise<Congress[]> {
  const r = await sql<Congress>`SELECT id, union_id AS "unionId", name, opens_on::text AS "opensOn", closes_on::text AS "closesOn" FROM disclosure_congress WHERE federation_id = ${tx.federationId} AND union_id = ${unionId} ORDER BY opens_on DESC LIMIT 20`.execute(rows(tx));
  return r.rows;
}

/** Enters a congress. @returns false when one that opens on that day is there */
export async function insertCongress(tx: Tx, c: Congress, byId: string): Promise<boolean> {
  const r = await sql`INSERT INTO disclosure_congress (federation_id, id, union_id, name, opens_on, closes_on, by_id, at) VALUES (${tx.federationId}, ${c.id}, ${c.unionId}, ${c.name}, ${c.opensOn}, ${c.closesOn}, ${byId}, ${tx.now}) ON CONFLICT DO NOTHING RETURNING id`.execute(rows(tx));
  return r.rows.length > 0;
}

export type DutyRow = { readonly id: string; readonly entry: string; readonly period: string; readonly dueAt: Date | null; readonly publishedAt: Date | null; readonly state: string };

/** Duties of a union that were opened, those of some periods or of all due within two moments. */
export async function listDuties(tx: Tx, unionId: string, o: { readonly from: Date; readonly to: Date }): Promise<DutyRow[]> {
  const r = await sql<DutyRow>`SELECT i.id, i.entry, i.period, i.due_at AS "dueAt", i.published_at AS "publishedAt", c.state FROM disclosure_item i JOIN case_file c ON c.federation_id = i.federation_id AND c.id = i.id
    WHERE i.federation_id = ${tx.federationId} AND i.union_id = ${unionId} AND i.period <> '' AND i.due_at >= ${o.from} AND i.due_at < ${o.to} ORDER BY i.due_at, i.id LIMIT 1000`.execute(rows(tx));
  return r.rows;
}

/** Which of these duties are there already, as `entry/period`. */
export async function listOpened(tx: Tx, unionId: string, entries: readonly string[], periods: readonly string[]): Promise<Set<string>> {
  const r = await sql<{ key: string }>`SELECT i.entry || '/' || i.period AS key FROM disclosure_item i JOIN unnest(${[...entries]}::text[], ${[...periods]}::text[]) AS x(entry, period) ON x.entry = i.entry AND x.period = i.period WHERE i.federation_id = ${tx.federationId} AND i.union_id = ${unionId}`.execute(rows(tx));
  return new Set(r.rows.map((x) => x.key));
}

export type Circle = { readonly id: string; readonly unionId: string; readonly path: string; readonly name: string; readonly kind: 'delegates' | 'tag'; readonly people: number };
const CIRCLE = sql`k.id, k.union_id AS "unionId", u.path, k.name, k.kind, (SELECT count(*)::int FROM disclosure_circle_person x WHERE x.federation_id = k.federation_id AND x.circle_id = k.id) AS people`;
const CIRCLES = sql`disclosure_circle k JOIN union_unit u ON u.federation_id = k.federation_id AND u.id = k.union_id`;

/** Lists of people that a union keeps. */
export async function listCircles(tx: Tx, unionId: string, page: Page): Promise<{ items: Circle[]; total: number }> {
  const r = await sql<Circle & { n: number }>`SELECT ${CIRCLE}, (count(*) OVER ())::int AS n FROM ${CIRCLES} WHERE k.federation_id = ${tx.federationId} AND k.union_id = ${unionId} ORDER BY k.kind, k.name LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  return { items: r.rows, total: r.rows[0]?.n ?? 0 };
}

/** A list for officers of its union. */
export async function findCircle(tx: Tx, by: Actor, permission: string, id: string): Promise<Circle | null> {
  const r = await sql<Circle>`SELECT ${CIRCLE} FROM ${CIRCLES} WHERE k.federation_id = ${tx.federationId} AND k.id = ${id} AND ${visibleTo(by, permission)}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Lists by their ids, with the path of their union. */
export async function findCircles(tx: Tx, ids: readonly string[]): Promise<Circle[]> {
  const r = await sql<Circle>`SELECT ${CIRCLE} FROM ${CIRCLES} WHERE k.federation_id = ${tx.federationId} AND k.id = ANY (${[...ids]}::uuid[]) ORDER BY k.id`.execute(rows(tx));
  return r.rows;
}

/** Makes a list. @returns false when the union has one of this name */
export async function insertCircle(tx: Tx, c: { readonly id: string; readonly unionId: string; readonly name: string; readonly kind: string }): Promise<boolean> {
  const r = await sql`INSERT INTO disclosure_circle (federation_id, id, union_id, kind, name, at) VALUES (${tx.federationId}, ${c.id}, ${c.unionId}, ${c.kind}, ${c.name}, ${tx.now}) ON CONFLICT DO NOTHING RETURNING id`.execute(rows(tx));
  return r.rows.length > 0;
}

/** People of a list. */
export async function listCirclePeople(tx: Tx, id: string, page: Page): Promise<{ items: { id: string; name: string; union: string }[]; total: number }> {
  const r = await sql<{ id: string; name: string; union: string; n: number }>`SELECT p.id, p.name, coalesce(u.name, '') AS union, (count(*) OVER ())::int AS n FROM disclosure_circle_person x JOIN person p ON p.federation_id = x.federation_id AND p.id = x.person_id
    LEFT JOIN membership m ON m.federation_id = p.federation_id AND m.person_id = p.id AND m.state <> 'ended' LEFT JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id
    WHERE x.federation_id = ${tx.federationId} AND x.circle_id = ${id} ORDER BY p.name, p.id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  return { items: r.rows, total: r.rows[0]?.n ?? 0 };
}

/** Members below a union whose name or staff number is one of these. */
export async function listNamed(tx: Tx, path: string, said: readonly string[]): Promise<{ id: string; said: string }[]> {
  const r = await sql<{ id: string; said: string }>`SELECT p.id, x.said FROM unnest(${[...said]}::text[]) AS x(said) JOIN person p ON p.federation_id = ${tx.federationId} AND (p.name = x.said OR (p.staff_number = x.said AND p.staff_number <> ''))
    JOIN membership m ON m.federation_id = p.federation_id AND m.person_id = p.id AND m.state <> 'ended' JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id AND (u.path LIKE ${`${path}%`} OR u.sector_path LIKE ${`${path}%`}) ORDER BY p.id LIMIT 2000`.execute(rows(tx));
  return r.rows;
}

/** Adds and removes people of a list. */
export async function changeCircle(tx: Tx, id: string, o: { readonly add: readonly string[]; readonly remove: readonly string[] }): Promise<void> {
  await sql`INSERT INTO disclosure_circle_person (federation_id, circle_id, person_id, at) SELECT ${tx.federationId}::uuid, ${id}::uuid, x.id, ${tx.now} FROM unnest(${[...o.add]}::uuid[]) AS x(id) ON CONFLICT DO NOTHING`.execute(rows(tx));
  await sql`DELETE FROM disclosure_circle_person WHERE federation_id = ${tx.federationId} AND circle_id = ${id} AND person_id = ANY (${[...o.remove]}::uuid[])`.execute(rows(tx));
}
