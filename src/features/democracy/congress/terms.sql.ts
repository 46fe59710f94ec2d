/** Bodies and their terms. */
import type { Actor, Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import { visibleTo } from '#engines/org';

export type Kind = 'workers' | 'members';
export type BodyForm = 'congress' | 'meeting';
export type Renewal = 'first' | 'due' | 'early' | 'late';
export type Stage = 'prepared' | 'sitting' | 'ended';
export type BodyRow = { readonly id: string; readonly unionId: string; readonly union: string; readonly path: string; readonly kind: Kind; readonly form: BodyForm; readonly name: string };
/** What is decided about a term. Days `YYYY-MM-DD`. */
export type TermPlan = {
  readonly number: number; readonly years: number; readonly beganOn: string; readonly endsOn: string; readonly renewal: Renewal; readonly renewalReason: string; readonly approval: string; readonly countedOn: string;
  readonly workers: number; readonly women: number; readonly dispatched: number; readonly seats: number; readonly seatsLeast: number; readonly seatsReason: string; readonly ruleSetId: string;
};
export type TermRow = TermPlan & {
  readonly id: string; readonly bodyId: string; readonly body: string; readonly unionId: string; readonly union: string; readonly path: string; readonly kind: Kind; readonly form: BodyForm; readonly stage: Stage; readonly confirmedAt: Date | null; readonly endedOn: string | null; readonly plannedAt: Date;
};

const tenant = (tx: Tx): RawBuilder<boolean> => sql<boolean>`b.federation_id = ${tx.federationId}`;
const BODY = sql`b.id, b.union_id AS "unionId", u.name AS union, u.path, b.kind, b.form, b.name`;
const FROM_BODY = sql`congress_body b JOIN union_unit u ON u.federation_id = b.federation_id AND u.id = b.union_id`;
const STAGE = sql`CASE WHEN t.ended_on IS NOT NULL THEN 'ended' WHEN t.confirmed_at IS NOT NULL THEN 'sitting' ELSE 'prepared' END`;
const TERM = sql`t.id, t.body_id AS "bodyId", b.name AS body, b.union_id AS "unionId", u.name AS union, u.path, b.kind, b.form, ${STAGE} AS stage, t.number, t.years, t.began_on::text AS "beganOn", t.ends_on::text AS "endsOn", t.renewal, t.renewal_reason AS "renewalReason", t.approval,
  t.counted_on::text AS "countedOn", t.workers, t.women, t.dispatched, t.seats, t.seats_least AS "seatsLeast", t.seats_reason AS "seatsReason", t.rule_set_id AS "ruleSetId", t.confirmed_at AS "confirmedAt", t.ended_on::text AS "endedOn", t.planned_at AS "plannedAt"`;
const FROM_TERM = sql`congress_term t JOIN congress_body b ON b.federation_id = t.federation_id AND b.id = t.body_id JOIN union_unit u ON u.federation_id = b.federation_id AND u.id = b.union_id`;

/** A body over whose union the actor holds the word. */
export async function findBody(tx: Tx, by: Actor, permission: string, id: string): Promise<BodyRow | null> {
  const r = await sql<BodyRow>`SELECT ${BODY} FROM ${FROM_BODY} WHERE ${tenant(tx)} AND b.id = ${id} AND ${visibleTo(by, permission)}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** The body of a union, if it has one of this kind. */
export async function findBodyOf(tx: Tx, unionId: string, kind: Kind): Promise<BodyRow | null> {
  const r = await sql<BodyRow>`SELECT ${BODY} FROM ${FROM_BODY} WHERE ${tenant(tx)} AND b.union_id = ${unionId} AND b.kind = ${kind}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Locks a body to the end of the transaction: its terms change one after the other. */
export async function lockBody(tx: Tx, id: string): Promise<void> {
  await sql`SELECT 1 FROM congress_body b WHERE ${tenant(tx)} AND b.id = ${id} FOR UPDATE`.execute(rows(tx));
}

/** Keeps a new body. @returns false when the union has one of this kind */
export async function insertBody(tx: Tx, b: Pick<BodyRow, 'id' | 'unionId' | 'kind' | 'form' | 'name'>): Promise<boolean> {
  const r = await sql`INSERT INTO congress_body (federation_id, id, union_id, kind, form, name, founded_at) VALUES (${tx.federationId}, ${b.id}, ${b.unionId}, ${b.kind}, ${b.form}, ${b.name}, ${tx.now})
    ON CONFLICT (federation_id, union_id, kind) DO NOTHING RETURNING 1`.execute(rows(tx));
  return r.rows.length > 0;
}

/** A term over whose union the actor holds the word. */
export async function findTerm(tx: Tx, by: Actor, permission: string, id: string): Promise<TermRow | null> {
  const r = await sql<TermRow>`SELECT ${TERM} FROM ${FROM_TERM} WHERE ${tenant(tx)} AND t.id = ${id} AND ${visibleTo(by, permission)}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** A term whoever asks: for what the system does by itself, and for loaders that have found its rows in scope. */
export async function findAnyTerm(tx: Tx, id: string): Promise<TermRow | null> {
  const r = await sql<TermRow>`SELECT ${TERM} FROM ${FROM_TERM} WHERE ${tenant(tx)} AND t.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Locks a term: its constituencies, roll and votes change one after the other. */
export async function lockTerm(tx: Tx, id: string): Promise<void> {
  await sql`SELECT 1 FROM congress_term t WHERE t.federation_id = ${tx.federationId} AND t.id = ${id} FOR UPDATE`.execute(rows(tx));
}

export type TermLine = { readonly id: string; readonly number: number; readonly stage: Stage; readonly beganOn: string; readonly endsOn: string; readonly endedOn: string | null; readonly renewal: Renewal; readonly seats: number; readonly delegates: number };

/** Terms of a body, newest first; at most 200. */
export async function listTerms(tx: Tx, bodyId: string): Promise<TermLine[]> {
  const r = await sql<TermLine>`SELECT t.id, t.number, ${STAGE} AS stage, t.began_on::text AS "beganOn", t.ends_on::text AS "endsOn", t.ended_on::text AS "endedOn", t.renewal, t.seats,
      (SELECT count(*)::int FROM congress_delegate d WHERE d.federation_id = t.federation_id AND d.term_id = t.id AND d.class = 'delegate' AND d.until IS NULL) AS delegates
    FROM congress_term t WHERE t.federation_id = ${tx.federationId} AND t.body_id = ${bodyId} ORDER BY t.number DESC LIMIT 200`.execute(rows(tx));
  return r.rows;
}

/** Keeps a new term. */
export async function insertTerm(tx: Tx, id: string, body: { id: string; kind: Kind }, p: TermPlan): Promise<void> {
  await sql`INSERT INTO congress_term (federation_id, id, body_id, kind, number, years, began_on, ends_on, renewal, renewal_reason, approval, counted_on, workers, women, dispatched, seats, seats_least, seats_reason, rule_set_id, planned_at)
    VALUES (${tx.federationId}, ${id}, ${body.id}, ${body.kind}, ${p.number}, ${p.years}, ${p.beganOn}, ${p.endsOn}, ${p.renewal}, ${p.renewalReason}, ${p.approval}, ${p.countedOn}, ${p.workers}, ${p.women}, ${p.dispatched}, ${p.seats}, ${p.seatsLeast}, ${p.seatsReason}, ${p.ruleSetId}, ${tx.now})`.execute(rows(tx));
}

/** Changes what is decided about a term that is prepared. */
export async function updateTerm(tx: Tx, id: string, p: TermPlan): Promise<void> {
  await sql`UPDATE congress_term SET years = ${p.years}, began_on = ${p.beganOn}, ends_on = ${p.endsOn}, renewal = ${p.renewal}, renewal_reason = ${p.renewalReason}, approval = ${p.approval}, counted_on = ${p.countedOn}, workers = ${p.workers}, women = ${p.women},
    dispatched = ${p.dispatched}, seats = ${p.seats}, seats_least = ${p.seatsLeast}, seats_reason = ${p.seatsReason}, rule_set_id = ${p.ruleSetId} WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** Ends the term that sits and lets this one sit. */
export async function seatTerm(tx: Tx, t: { id: string; bodyId: string; beganOn: string }, byId: string): Promise<void> {
  await sql`UPDATE congress_term SET ended_on = ${t.beganOn}::date WHERE federation_id = ${tx.federationId} AND body_id = ${t.bodyId} AND confirmed_at IS NOT NULL AND ended_on IS NULL`.execute(rows(tx));
  await sql`UPDATE congress_term SET confirmed_at = ${tx.now}, confirmed_by = ${byId} WHERE federation_id = ${tx.federationId} AND id = ${t.id}`.execute(rows(tx));
}

/** Takes a term away that has no delegates and no elections yet, with what was divided. */
export async function deleteTerm(tx: Tx, id: string): Promise<void> {
  for (const table of ['congress_constituency_unit', 'congress_constituency', 'congress_delegation', 'congress_group']) await sql`DELETE FROM ${sql.table(table)} WHERE federation_id = ${tx.federationId} AND term_id = ${id}`.execute(rows(tx));
  await sql`DELETE FROM congress_term WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** Whether anybody was elected, invited or nominated in a term. */
export async function isUsed(tx: Tx, id: string): Promise<boolean> {
  const r = await sql<{ used: boolean }>`SELECT EXISTS (SELECT 1 FROM congress_delegate d WHERE d.federation_id = ${tx.federationId} AND d.term_id = ${id}) OR EXISTS (SELECT 1 FROM congress_election e WHERE e.federation_id = ${tx.federationId} AND e.term_id = ${id}) AS used`.execute(rows(tx));
  return r.rows[0]?.used ?? false;
}

export type BodyFilter = { readonly unionPath?: string | undefined; readonly kind?: Kind | undefined; readonly ends?: 'six' | 'over' | undefined; readonly vacant?: boolean | undefined; readonly text?: string | undefined };
export type BodyLine = BodyRow & {
  readonly termId: string | null; readonly number: number | null; readonly stage: Stage | null; readonly beganOn: string | null; readonly endsOn: string | null; readonly workers: number; readonly seats: number; readonly delegates: number; readonly vacancies: number; readonly nextId: string | null;
};

/** The sitting term of each body, or else the one that is prepared, with how many seats are held. */
const LATEST = sql`LEFT JOIN LATERAL (SELECT t.* FROM congress_term t WHERE t.federation_id = b.federation_id AND t.body_id = b.id AND t.ended_on IS NULL ORDER BY (t.confirmed_at IS NULL), t.number DESC LIMIT 1) t ON true
  LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE d.until IS NULL)::int AS held, count(*) FILTER (WHERE d.until IS NOT NULL AND d.end_reason <> 'mistake' AND d.seat_dropped = '' AND NOT EXISTS (SELECT 1 FROM congress_delegate n WHERE n.federation_id = d.federation_id AND n.replaces_id = d.id AND n.end_reason IS DISTINCT FROM 'mistake'))::int AS vacant
    FROM congress_delegate d WHERE d.federation_id = t.federation_id AND d.term_id = t.id AND d.class = 'delegate') h ON true`;
const bodyWhere = (tx: Tx, by: Actor, f: BodyFilter, six: string, today: string): RawBuilder<boolean> => sql<boolean>`${tenant(tx)} AND ${visibleTo(by, 'congress.keep')} AND ${f.unionPath ? sql`u.path LIKE ${`${f.unionPath}%`}` : sql`true`} AND ${f.kind ? sql`b.kind = ${f.kind}` : sql`true`}
  AND ${f.ends === 'over' ? sql`t.ends_on < ${today}::date` : f.ends === 'six' ? sql`t.ends_on BETWEEN ${today}::date AND ${six}::date` : sql`true`} AND ${f.vacant ? sql`h.vacant > 0` : sql`true`} AND ${f.text ? sql`(b.name ILIKE ${`%${f.text.replace(/[\\%_]/g, '\\$&')}%`} OR u.name ILIKE ${`%${f.text.replace(/[\\%_]/g, '\\$&')}%`})` : sql`true`}`;

/** One page of the bodies that the actor keeps; what ends first stands first. @param six the day six months from today */
export async function listBodies(tx: Tx, by: Actor, f: BodyFilter, o: { today: string; six: string; limit: number; offset: number }): Promise<{ items: BodyLine[]; total: number }> {
  const where = bodyWhere(tx, by, f, o.six, o.today);
  const list = await sql<BodyLine>`SELECT ${BODY}, t.id AS "termId", t.number, CASE WHEN t.id IS NULL THEN NULL ELSE ${STAGE} END AS stage, t.began_on::text AS "beganOn", t.ends_on::text AS "endsOn", coalesce(t.workers, 0)::int AS workers, coalesce(t.seats, 0)::int AS seats, coalesce(h.held, 0)::int AS delegates, coalesce(h.vacant, 0)::int AS vacancies,
      (SELECT n.id FROM congress_term n WHERE n.federation_id = b.federation_id AND n.body_id = b.id AND n.confirmed_at IS NULL AND n.ended_on IS NULL AND n.id <> t.id) AS "nextId"
    FROM ${FROM_BODY} ${LATEST} WHERE ${where} ORDER BY t.ends_on NULLS FIRST, u.path, b.kind DESC, b.id LIMIT ${o.limit} OFFSET ${o.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${FROM_BODY} ${LATEST} WHERE ${where}`.execute(rows(tx));
  return { items: list.rows, total: n.rows[0]?.n ?? 0 };
}

/** Of all bodies that the actor keeps: whose term ends within six months, is over, has vacant seats. */
export async function sumBodies(tx: Tx, by: Actor, unionPath: string | undefined, o: { today: string; six: string }): Promise<{ soon: number; over: number; vacant: number }> {
  const r = await sql<{ soon: number; over: number; vacant: number }>`SELECT count(*) FILTER (WHERE t.ends_on BETWEEN ${o.today}::date AND ${o.six}::date)::int AS soon, count(*) FILTER (WHERE t.ends_on < ${o.today}::date)::int AS over, count(*) FILTER (WHERE h.vacant > 0)::int AS vacant
    FROM ${FROM_BODY} ${LATEST} WHERE ${bodyWhere(tx, by, { unionPath }, o.six, o.today)}`.execute(rows(tx));
  return r.rows[0] ?? { soon: 0, over: 0, vacant: 0 };
}

/** Sitting terms that end on or before a day and whose body has no next term prepared; at most 5,000. */
export async function listEnding(tx: Tx, until: string): Promise<TermRow[]> {
  const r = await sql<TermRow>`SELECT ${TERM} FROM ${FROM_TERM} WHERE ${tenant(tx)} AND t.ended_on IS NULL AND t.confirmed_at IS NOT NULL AND t.ends_on <= ${until}::date ORDER BY t.ends_on, t.id LIMIT 5000`.execute(rows(tx));
  return r.rows;
}
