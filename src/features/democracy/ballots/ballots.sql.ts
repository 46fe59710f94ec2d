import type { Actor, Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import { visibleTo } from '#engines/org';
import type { Basis } from './matters.rules.ts';

export type RollChoice = { readonly how: 'members' | 'delegates' | 'units' | 'people' | 'sheet'; readonly people: readonly string[]; /** absent in votes that were prepared before there was such a choice */ readonly unions?: readonly string[] };
export type Matter = { readonly id: string; readonly unionId: string; readonly about: string; readonly basis: Basis; readonly roll: RollChoice; readonly againOf: string | null; readonly round: number; readonly tellers: string };
/** What this part knows of a ballot, whatever its kind; `matter` fields are empty where another part holds it. */
export type Held = Matter & { readonly union: string; readonly path: string; readonly next: string | null; readonly entitled: number; readonly given: number };

const VOTERS = (what: RawBuilder<unknown>): RawBuilder<unknown> => sql`(SELECT count(*)::int FROM ballot_voter v WHERE v.federation_id = b.federation_id AND v.ballot_id = b.id AND ${what})`;
const HELD = sql`b.id, b.union_id AS "unionId", u.name AS union, u.path, coalesce(m.about, '') AS about, coalesce(m.basis, 'none') AS basis, coalesce(m.roll, '{"how":"people","people":[]}') AS roll, m.again_of AS "againOf", coalesce(m.round, 1) AS round, coalesce(m.tellers, '') AS tellers,
  (SELECT n.id FROM ballot_matter n WHERE n.federation_id = b.federation_id AND n.again_of = b.id) AS next, ${VOTERS(sql`true`)} AS entitled, ${VOTERS(sql`v.given`)} AS given`;
const FROM = sql`FROM ballot b JOIN union_unit u ON u.federation_id = b.federation_id AND u.id = b.union_id LEFT JOIN ballot_matter m ON m.federation_id = b.federation_id AND m.id = b.id`;

/** Keeps what is said about a vote; while it is prepared it may be written again. */
export async function putMatter(tx: Tx, m: Matter): Promise<void> {
  await sql`INSERT INTO ballot_matter (federation_id, id, union_id, about, basis, roll, again_of, round, tellers) VALUES (${tx.federationId}, ${m.id}, ${m.unionId}, ${m.about}, ${m.basis}, ${JSON.stringify(m.roll)}::jsonb, ${m.againOf}, ${m.round}, ${m.tellers})
    ON CONFLICT (federation_id, id) DO UPDATE SET about = excluded.about, basis = excluded.basis, roll = excluded.roll, tellers = excluded.tellers`.execute(rows(tx));
}

async function held(tx: Tx, where: RawBuilder<unknown>, limit: number, offset = 0): Promise<Held[]> {
  const r = await sql<Held>`SELECT ${HELD} ${FROM} WHERE b.federation_id = ${tx.federationId} AND ${where} ORDER BY b.made_at DESC, b.id LIMIT ${limit} OFFSET ${offset}`.execute(rows(tx));
  return r.rows;
}

/** Ballots by their ids, of whatever part. */
export const findHeld = (tx: Tx, ids: readonly string[]): Promise<Held[]> => held(tx, sql`b.id = ANY (${[...ids]}::uuid[])`, 200);

/** A vote of this part that an officer keeps, null out of scope. */
export const findKept = async (tx: Tx, by: Actor, id: string): Promise<Held | null> => (await held(tx, sql`b.id = ${id} AND m.id IS NOT NULL AND ${visibleTo(by, 'ballots.keep')}`, 1))[0] ?? null;

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
export type Filter = { readonly unionPath?: string | undefined; readonly text?: string | undefined; readonly state?: string | undefined; readonly paper?: string | undefined; readonly limit: number; readonly offset: number };

/** Votes over the unions of an officer, latest first. */
export async function listKept(tx: Tx, by: Actor, f: Filter): Promise<{ items: Held[]; total: number }> {
  const where = sql`m.id IS NOT NULL AND ${visibleTo(by, 'ballots.keep')} ${f.unionPath ? sql`AND starts_with(u.path, ${f.unionPath})` : sql``} ${f.text ? sql`AND (b.title ILIKE ${like(f.text)} OR u.name ILIKE ${like(f.text)})` : sql``}
    ${f.state ? sql`AND b.state = ${f.state}` : sql``} ${f.paper ? sql`AND b.paper->>'kind' = ${f.paper}` : sql``}`;
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n ${FROM} WHERE b.federation_id = ${tx.federationId} AND ${where}`.execute(rows(tx));
  return { items: await held(tx, where, f.limit, f.offset), total: n.rows[0]?.n ?? 0 };
}

/** How many a roll would have. */
export async function countRoll(tx: Tx, select: RawBuilder<unknown>): Promise<number> {
  const r = await sql<{ n: number }>`SELECT count(*)::int AS n FROM (${select}) x`.execute(rows(tx));
  return r.rows[0]?.n ?? 0;
}

type Found = { id: string; name: string; unit: string };
const MEMBERS = sql`FROM membership s JOIN person p ON p.federation_id = s.federation_id AND p.id = s.person_id JOIN union_unit h ON h.federation_id = s.federation_id AND h.id = s.union_id`;

/** Members of a union and those below it by the beginning of their name. */
export async function listPeople(tx: Tx, path: string, text: string): Promise<Found[]> {
  const r = await sql<Found>`SELECT p.id, p.name, h.name AS unit ${MEMBERS} WHERE s.federation_id = ${tx.federationId} AND s.state = 'active' AND starts_with(h.path, ${path}) AND p.name LIKE ${like(text).slice(1)} ORDER BY p.name, p.id LIMIT 20`.execute(rows(tx));
  return r.rows;
}

/** These people, where they are members below a union. */
export async function findPeople(tx: Tx, path: string, ids: readonly string[]): Promise<Found[]> {
  const r = await sql<Found>`SELECT p.id, p.name, h.name AS unit ${MEMBERS} WHERE s.federation_id = ${tx.federationId} AND s.state = 'active' AND starts_with(h.path, ${path}) AND p.id = ANY (${[...ids]}::uuid[]) ORDER BY p.name, p.id LIMIT 1000`.execute(rows(tx));
  return r.rows;
}

/** Names of unions, for turnout by unit. */
export async function nameUnions(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const r = await sql<{ id: string; name: string }>`SELECT id, name FROM union_unit WHERE federation_id = ${tx.federationId} AND id = ANY (${[...ids]}::uuid[]) LIMIT 20000`.execute(rows(tx));
  return new Map(r.rows.map((u) => [u.id, u.name]));
}

/** Those of a roll that have an inbox, a page at a time: to tell them that a vote is open. */
export async function listVoters(tx: Tx, ballotId: string, limit: number): Promise<string[]> {
  const r = await sql<{ id: string }>`SELECT v.person_id AS id FROM ballot_voter v WHERE v.federation_id = ${tx.federationId} AND v.ballot_id = ${ballotId} ORDER BY v.person_id LIMIT ${limit}`.execute(rows(tx));
  return r.rows.map((v) => v.id);
}
