/** Clubs themselves. Reads offers, pools and claims of the engine `claims`, never writes them. */
import type { Actor, Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import { visibleTo } from '#engines/org';
import type { CATEGORIES, Role, STATES } from './clubs.rules.ts';

export type Category = (typeof CATEGORIES)[number];
export type ClubState = (typeof STATES)[number];
/** What is said about a club. */
export type About = { readonly name: string; readonly category: Category; readonly purpose: string; readonly charter: string; readonly meets: string; readonly places: number | null };
/** A club with its case, its union and what the engine says about its members. `gatherings`, `attendances`, ratings: of the last twelve months. */
export type ClubRow = About & {
  readonly id: string; readonly unionId: string; readonly union: string; readonly path: string; readonly number: string; readonly state: ClubState; readonly version: number; readonly authorId: string | null; readonly author: string; readonly nextDue: Date | null; readonly changedAt: Date;
  readonly foundedOn: string | null; readonly ruleSetId: string | null; readonly offer: 'open' | 'cancelled' | null; readonly members: number; readonly capacity: number; readonly waiting: number; readonly leaderId: string | null; readonly leader: string;
  readonly mine: string | null; readonly role: Role | null; readonly founder: string | null;
};

const columns = (by: Actor | null): RawBuilder<unknown> => sql`c.id, c.union_id AS "unionId", u.name AS union, u.path, f.number, f.state, f.version, f.author_id AS "authorId", coalesce(a.name, '') AS author, f.next_due AS "nextDue", f.changed_at AS "changedAt",
  c.name, c.category, c.purpose, c.charter, c.meets, c.places, c.founded_on::text AS "foundedOn", c.rule_set_id AS "ruleSetId", o.state AS offer, coalesce(q.taken, 0)::int AS members, coalesce(q.capacity, c.places, 0)::int AS capacity, coalesce(w.n, 0)::int AS waiting,
  l.person_id AS "leaderId", coalesce(lp.name, '') AS leader,
  (SELECT x.state FROM claim x WHERE x.federation_id = c.federation_id AND x.offer_id = c.id AND x.person_id = ${by?.personId ?? null}::uuid AND x.ended_at IS NULL LIMIT 1) AS mine,
  (SELECT min(x.role) FROM club_role x WHERE x.federation_id = c.federation_id AND x.club_id = c.id AND x.person_id = ${by?.personId ?? null}::uuid) AS role,
  (SELECT x.state FROM club_founder x WHERE x.federation_id = c.federation_id AND x.club_id = c.id AND x.person_id = ${by?.personId ?? null}::uuid) AS founder`;
const FROM = sql`club c JOIN case_file f ON f.federation_id = c.federation_id AND f.id = c.id JOIN union_unit u ON u.federation_id = c.federation_id AND u.id = c.union_id LEFT JOIN person a ON a.federation_id = f.federation_id AND a.id = f.author_id
  LEFT JOIN offer o ON o.federation_id = c.federation_id AND o.id = c.id LEFT JOIN club_role l ON l.federation_id = c.federation_id AND l.club_id = c.id AND l.role = 'leader' LEFT JOIN person lp ON lp.federation_id = l.federation_id AND lp.id = l.person_id
  LEFT JOIN LATERAL (SELECT sum(x.capacity) AS capacity, sum(x.taken) AS taken FROM offer_pool x WHERE x.federation_id = o.federation_id AND x.offer_id = o.id) q ON true
  LEFT JOIN LATERAL (SELECT count(*) AS n FROM claim x WHERE x.federation_id = o.federation_id AND x.offer_id = o.id AND x.state = 'waiting') w ON true`;
const tenant = (tx: Tx): RawBuilder<boolean> => sql<boolean>`c.federation_id = ${tx.federationId}`;
const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** Founded, and for this person: of a union on the way up from the own one. */
const forMe = (by: Actor): RawBuilder<boolean> => (by.membership === null ? sql<boolean>`false` : sql<boolean>`(f.state IN ('active','suspended') AND ${by.membership.path} LIKE u.path || '%')`);
const involved = (by: Actor): RawBuilder<boolean> => sql<boolean>`(f.author_id = ${by.personId} OR EXISTS (SELECT 1 FROM club_founder x WHERE x.federation_id = c.federation_id AND x.club_id = c.id AND x.person_id = ${by.personId})
  OR EXISTS (SELECT 1 FROM claim x WHERE x.federation_id = c.federation_id AND x.offer_id = c.id AND x.person_id = ${by.personId}))`;

/** A club for whoever may see it: its officers, who founds it or belongs to it, members of its union and below. */
export async function findClub(tx: Tx, by: Actor, id: string): Promise<ClubRow | null> {
  const r = await sql<ClubRow>`SELECT ${columns(by)} FROM ${FROM} WHERE ${tenant(tx)} AND c.id = ${id} AND (${visibleTo(by, 'clubs.keep')} OR ${forMe(by)} OR ${involved(by)})`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Clubs by their ids, whoever asks: for what the system does by itself. */
export async function findClubs(tx: Tx, ids: readonly string[]): Promise<ClubRow[]> {
  const r = await sql<ClubRow>`SELECT ${columns(null)} FROM ${FROM} WHERE ${tenant(tx)} AND c.id = ANY (${[...ids]}::uuid[]) ORDER BY c.id`.execute(rows(tx));
  return r.rows;
}

/** Locks a club to the end of the transaction: who changes roles, founders or money goes one after the other. */
export async function lockClub(tx: Tx, id: string): Promise<void> {
  await sql`SELECT 1 FROM club c WHERE ${tenant(tx)} AND c.id = ${id} FOR UPDATE`.execute(rows(tx));
}

/** Keeps a new club. @returns false when the union has one of this name */
export async function insertClub(tx: Tx, o: { id: string; unionId: string; key: string }, a: About): Promise<boolean> {
  const r = await sql`INSERT INTO club (federation_id, id, union_id, category, name, name_taken, purpose, charter, meets, places)
    VALUES (${tx.federationId}, ${o.id}, ${o.unionId}, ${a.category}, ${a.name}, ${o.key}, ${a.purpose}, ${a.charter}, ${a.meets}, ${a.places}) ON CONFLICT (federation_id, union_id, name_taken) DO NOTHING RETURNING 1`.execute(rows(tx));
  return r.rows.length > 0;
}

/** Changes what is said about a club. @returns false when the union has another of this name */
export async function updateClub(tx: Tx, id: string, key: string, a: About): Promise<boolean> {
  const r = await sql`UPDATE club c SET category = ${a.category}, name = ${a.name}, name_taken = ${key}, purpose = ${a.purpose}, charter = ${a.charter}, meets = ${a.meets}, places = ${a.places} WHERE ${tenant(tx)} AND c.id = ${id}
    AND NOT EXISTS (SELECT 1 FROM club d WHERE d.federation_id = c.federation_id AND d.union_id = c.union_id AND d.name_taken = ${key} AND d.id <> c.id) RETURNING 1`.execute(rows(tx));
  return r.rows.length > 0;
}

/** Gives the name free: the club is over. */
export async function freeName(tx: Tx, id: string): Promise<void> {
  await sql`UPDATE club SET name_taken = NULL WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** Keeps the numbers a proposal was sent with. */
export async function setRules(tx: Tx, id: string, ruleSetId: string): Promise<void> {
  await sql`UPDATE club SET rule_set_id = ${ruleSetId} WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** Notes the day of the approval. */
export async function setFounded(tx: Tx, id: string, on: string): Promise<void> {
  await sql`UPDATE club SET founded_on = ${on}::date WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

type Shelf = { readonly text?: string | undefined; readonly category?: string | undefined; readonly mine?: boolean | undefined; readonly limit: number; readonly offset: number };

/** Clubs for this person, largest first; `mine`: those one founds or belongs to, whatever their state. */
export async function listForMe(tx: Tx, by: Actor, f: Shelf): Promise<{ items: ClubRow[]; total: number }> {
  const belongs = sql`(EXISTS (SELECT 1 FROM claim x WHERE x.federation_id = c.federation_id AND x.offer_id = c.id AND x.person_id = ${by.personId} AND x.ended_at IS NULL) OR (f.state IN ('gathering','submitted','returned')
    AND EXISTS (SELECT 1 FROM club_founder x WHERE x.federation_id = c.federation_id AND x.club_id = c.id AND x.person_id = ${by.personId} AND x.state <> 'declined')) OR (f.author_id = ${by.personId} AND f.state IN ('declined','withdrawn')))`;
  const where = sql`${tenant(tx)} AND ${f.mine ? belongs : sql`f.state = 'active' AND ${forMe(by)}`} AND ${f.category ? sql`c.category = ${f.category}` : sql`true`} AND ${f.text ? sql`(c.name ILIKE ${like(f.text)} OR c.purpose ILIKE ${like(f.text)})` : sql`true`}`;
  const list = await sql<ClubRow>`SELECT ${columns(by)} FROM ${FROM} WHERE ${where} ORDER BY coalesce(q.taken, 0) DESC, c.name, c.id LIMIT ${f.limit} OFFSET ${f.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n FROM club c JOIN case_file f ON f.federation_id = c.federation_id AND f.id = c.id JOIN union_unit u ON u.federation_id = c.federation_id AND u.id = c.union_id WHERE ${where}`.execute(rows(tx));
  return { items: list.rows, total: n.rows[0]?.n ?? 0 };
}

export type Filter = { readonly unionPath?: string | undefined; readonly text?: string | undefined; readonly state?: string | undefined; readonly category?: string | undefined };

/** One page of the register over the subtrees where the officer keeps clubs: what waits first, then by union and name. */
export async function listRegister(tx: Tx, by: Actor, f: Filter, page: { limit: number; offset: number }): Promise<{ items: ClubRow[]; total: number }> {
  const where = sql`${tenant(tx)} AND ${visibleTo(by, 'clubs.keep')} AND ${f.unionPath ? sql`u.path LIKE ${`${f.unionPath}%`}` : sql`true`} AND ${f.state ? sql`f.state = ${f.state}` : sql`true`} AND ${f.category ? sql`c.category = ${f.category}` : sql`true`}
    AND ${f.text ? sql`(f.number = ${f.text} OR c.name ILIKE ${like(f.text)} OR lp.name ILIKE ${like(f.text)} OR a.name ILIKE ${like(f.text)})` : sql`true`}`;
  const list = await sql<ClubRow>`SELECT ${columns(by)} FROM ${FROM} WHERE ${where} ORDER BY (f.state = 'submitted') DESC, (f.state IN ('active','suspended')) DESC, u.path, c.name, c.id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${FROM} WHERE ${where}`.execute(rows(tx));
  return { items: list.rows, total: n.rows[0]?.n ?? 0 };
}

/** Unions below this path with clubs that were active in the year. */
export async function listUnionsWithClubs(tx: Tx, year: number): Promise<{ id: string; path: string }[]> {
  const r = await sql<{ id: string; path: string }>`SELECT DISTINCT u.id, u.path FROM club c JOIN case_file f ON f.federation_id = c.federation_id AND f.id = c.id JOIN union_unit u ON u.federation_id = c.federation_id AND u.id = c.union_id
    WHERE ${tenant(tx)} AND f.state IN ('active','suspended') AND c.founded_on <= make_date(${year}, 12, 31) ORDER BY u.path LIMIT 5000`.execute(rows(tx));
  return r.rows;
}
