/** What a worker sees of the bodies of the own unions. Reads units of the engine `org`. */
import type { Actor, Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import type { Class, Post } from './delegates.sql.ts';
import type { BodyForm, Kind, Stage } from './terms.sql.ts';

const STAGE = sql`CASE WHEN t.ended_on IS NOT NULL THEN 'ended' WHEN t.confirmed_at IS NOT NULL THEN 'sitting' ELSE 'prepared' END`;
const FROM = sql`congress_term t JOIN congress_body b ON b.federation_id = t.federation_id AND b.id = t.body_id JOIN union_unit u ON u.federation_id = b.federation_id AND u.id = b.union_id`;
/** Of a union on the way up from the own one. The body of members is for members whose membership is not reserved. */
const forMe = (by: Actor): RawBuilder<boolean> => (by.membership === null ? sql<boolean>`false` : sql<boolean>`(${by.membership.path}::text LIKE u.path || '%' AND (b.kind = 'workers' OR ${by.membership.state === 'active'}::boolean))`);

export type MyBody = { readonly bodyId: string; readonly kind: Kind; readonly form: BodyForm; readonly body: string; readonly union: string; readonly termId: string; readonly number: number; readonly stage: Stage; readonly beganOn: string; readonly endsOn: string; readonly seats: number; readonly constituencyId: string | null; readonly constituency: string };

/** Living terms of the bodies of one's own unions, the nearest first. */
export async function listMine(tx: Tx, by: Actor): Promise<MyBody[]> {
  const r = await sql<MyBody>`SELECT b.id AS "bodyId", b.kind, b.form, b.name AS body, u.name AS union, t.id AS "termId", t.number, ${STAGE} AS stage, t.began_on::text AS "beganOn", t.ends_on::text AS "endsOn", t.seats, c.id AS "constituencyId", coalesce(c.name, '') AS constituency
    FROM ${FROM} LEFT JOIN congress_constituency_unit x ON x.federation_id = t.federation_id AND x.term_id = t.id AND x.union_id = ${by.membership?.unionId ?? null}::uuid LEFT JOIN congress_constituency c ON c.federation_id = x.federation_id AND c.id = x.constituency_id
    WHERE t.federation_id = ${tx.federationId} AND t.ended_on IS NULL AND ${forMe(by)} ORDER BY length(u.path) DESC, b.kind DESC, (t.confirmed_at IS NULL), t.id LIMIT 40`.execute(rows(tx));
  return r.rows;
}

export type MyDelegate = { readonly id: string; readonly termId: string; readonly constituencyId: string | null; readonly personId: string; readonly name: string; readonly unit: string; readonly post: Post; readonly contact: string };

/** Delegates of constituencies, and the person's own seats in these terms whatever the class. */
export async function listOfConstituencies(tx: Tx, constituencyIds: readonly string[], termIds: readonly string[], personId: string): Promise<MyDelegate[]> {
  const r = await sql<MyDelegate>`SELECT d.id, d.term_id AS "termId", CASE WHEN d.class = 'delegate' THEN d.constituency_id END AS "constituencyId", d.person_id AS "personId", p.name, coalesce(u.name, d.unit) AS unit, d.post, d.contact
    FROM congress_delegate d JOIN person p ON p.federation_id = d.federation_id AND p.id = d.person_id LEFT JOIN membership m ON m.federation_id = d.federation_id AND m.person_id = d.person_id AND m.state <> 'ended' LEFT JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id
    WHERE d.federation_id = ${tx.federationId} AND d.until IS NULL AND ((d.class = 'delegate' AND d.constituency_id = ANY (${[...constituencyIds]}::uuid[])) OR (d.person_id = ${personId} AND d.term_id = ANY (${[...termIds]}::uuid[]))) ORDER BY d.card_number, d.id LIMIT 500`.execute(rows(tx));
  return r.rows;
}

export type MyElection = { readonly id: string; readonly termId: string; readonly constituencyId: string; readonly constituency: string; readonly purpose: 'term' | 'byElection'; readonly heldOn: string; readonly seats: number; readonly open: boolean };

/** Elections of constituencies that are open, or were closed after a day. */
export async function listElectionsOf(tx: Tx, constituencyIds: readonly string[], since: Date): Promise<MyElection[]> {
  const r = await sql<MyElection>`SELECT e.id, e.term_id AS "termId", e.constituency_id AS "constituencyId", c.name AS constituency, e.purpose, e.held_on::text AS "heldOn", e.seats, e.outcome IS NULL AS open FROM congress_election e JOIN congress_constituency c ON c.federation_id = e.federation_id AND c.id = e.constituency_id
    WHERE e.federation_id = ${tx.federationId} AND e.constituency_id = ANY (${[...constituencyIds]}::uuid[]) AND (e.outcome IS NULL OR (e.closed_at > ${since} AND e.outcome <> 'dropped')) ORDER BY (e.outcome IS NULL) DESC, e.held_on DESC, e.id LIMIT 50`.execute(rows(tx));
  return r.rows;
}

export type MyTerm = { readonly id: string; readonly bodyId: string; readonly unionId: string; readonly body: string; readonly union: string; readonly kind: Kind; readonly number: number; readonly stage: Stage; readonly beganOn: string; readonly endsOn: string; readonly seats: number; readonly women: number; readonly frontline: number; readonly held: number };

/** A term of a body of one's own unions. */
export async function findMyTerm(tx: Tx, by: Actor, id: string): Promise<MyTerm | null> {
  const r = await sql<MyTerm>`SELECT t.id, b.id AS "bodyId", b.union_id AS "unionId", b.name AS body, u.name AS union, b.kind, t.number, ${STAGE} AS stage, t.began_on::text AS "beganOn", t.ends_on::text AS "endsOn", t.seats, h.held, h.women, h.frontline FROM ${FROM}
      LEFT JOIN LATERAL (SELECT count(*)::int AS held, count(*) FILTER (WHERE p.sex = 'female')::int AS women, count(*) FILTER (WHERE d.post = 'frontline')::int AS frontline FROM congress_delegate d LEFT JOIN person p ON p.federation_id = d.federation_id AND p.id = d.person_id WHERE d.federation_id = t.federation_id AND d.term_id = t.id AND d.class = 'delegate' AND d.until IS NULL) h ON true
    WHERE t.federation_id = ${tx.federationId} AND t.id = ${id} AND ${forMe(by)}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** The term of an election that a worker may see: of a body of one's own unions. */
export async function findMyElection(tx: Tx, by: Actor, id: string): Promise<{ termId: string; body: string; union: string; number: number } | null> {
  const r = await sql<{ termId: string; body: string; union: string; number: number }>`SELECT t.id AS "termId", b.name AS body, u.name AS union, t.number FROM ${FROM} JOIN congress_election e ON e.federation_id = t.federation_id AND e.term_id = t.id
    WHERE t.federation_id = ${tx.federationId} AND e.id = ${id} AND e.outcome IS DISTINCT FROM 'dropped' AND ${forMe(by)}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

export type MyCard = {
  readonly id: string; readonly termId: string; readonly body: string; readonly union: string; readonly unionId: string; readonly kind: Kind; readonly number: number; readonly stage: Stage; readonly beganOn: string; readonly endsOn: string; readonly name: string; readonly unit: string; readonly class: Class; readonly cardNumber: string; readonly code: string; readonly delegation: string;
  readonly head: string; readonly constituency: string; readonly contact: string; readonly groups: readonly string[]; readonly electors: number;
};

/** One's own seat in a body, as long as it is held. */
export async function findMyCard(tx: Tx, by: Actor, id: string): Promise<MyCard | null> {
  const r = await sql<MyCard>`SELECT d.id, t.id AS "termId", b.name AS body, u.name AS union, b.union_id AS "unionId", b.kind, t.number, ${STAGE} AS stage, t.began_on::text AS "beganOn", t.ends_on::text AS "endsOn", p.name, coalesce(mu.name, d.unit) AS unit, d.class, d.card_number AS "cardNumber", d.card_code AS code, coalesce(g.name, '') AS delegation, coalesce(hp.name, '') AS head, coalesce(c.name, '') AS constituency, d.contact,
      ARRAY(SELECT w.name FROM congress_group_seat s JOIN congress_group w ON w.federation_id = s.federation_id AND w.id = s.group_id WHERE s.federation_id = d.federation_id AND s.delegate_id = d.id ORDER BY w.name) AS groups, coalesce(c.counted + c.others, 0)::int AS electors
    FROM ${FROM} JOIN congress_delegate d ON d.federation_id = t.federation_id AND d.term_id = t.id JOIN person p ON p.federation_id = d.federation_id AND p.id = d.person_id LEFT JOIN membership m ON m.federation_id = d.federation_id AND m.person_id = d.person_id AND m.state <> 'ended' LEFT JOIN union_unit mu ON mu.federation_id = m.federation_id AND mu.id = m.union_id
      LEFT JOIN congress_constituency c ON c.federation_id = d.federation_id AND c.id = d.constituency_id LEFT JOIN congress_delegation g ON g.federation_id = d.federation_id AND g.id = coalesce(d.delegation_id, c.delegation_id) LEFT JOIN congress_delegate h ON h.federation_id = g.federation_id AND h.id = g.head_id LEFT JOIN person hp ON hp.federation_id = h.federation_id AND hp.id = h.person_id
    WHERE t.federation_id = ${tx.federationId} AND d.id = ${id} AND d.person_id = ${by.personId} AND d.until IS NULL`.execute(rows(tx));
  return r.rows[0] ?? null;
}
