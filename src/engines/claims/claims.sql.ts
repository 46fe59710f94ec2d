import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import { type Claim, type ClaimState, HOLDING, LIVE } from './offer.rules.ts';
import type { Facts } from './who.rules.ts';

export const CLAIM = sql`c.id, c.offer_id AS "offerId", c.person_id AS "personId", c.turn, c.no, c.rank, c.pool_no AS "poolNo", c.places, c.unit_id AS "unitId", c.state, c.key, c.amount, c.journal_id AS "journalId",
  c.paid_at AS "paidAt", c.payment_no AS "paymentNo", c.owed_back AS "owedBack", c.at, c.due_at AS "dueAt", c.handed_at AS "handedAt", c.handed_by_id AS "handedById", c.ended_at AS "endedAt"`;

/** Claims of these people on an offer: the live ones, and those made under these keys. */
export async function listClaimsOf(tx: Tx, offerId: string, personIds: readonly string[], keys: readonly string[]): Promise<Claim[]> {
  const r = await sql<Claim>`SELECT ${CLAIM} FROM claim c WHERE c.federation_id = ${tx.federationId} AND c.offer_id = ${offerId} AND c.person_id = ANY (${[...personIds]}::uuid[])
    AND (c.state = ANY (${[...LIVE]}::text[]) OR c.key = ANY (${[...keys]}::text[])) ORDER BY c.no`.execute(rows(tx));
  return r.rows;
}

/** What decides about people. `wins` and `misses` are looked up only where the offer asks. */
export async function listFacts(tx: Tx, personIds: readonly string[], o: { readonly series: string; readonly kind: string; readonly unionId: string; readonly missesSince: Date | null; readonly long: boolean }): Promise<Facts[]> {
  const won = o.series === '' ? sql`NULL::timestamptz` : sql`(SELECT max(c.at) FROM claim c JOIN offer s ON s.federation_id = c.federation_id AND s.id = c.offer_id
      WHERE c.federation_id = p.federation_id AND c.person_id = p.id AND s.series = ${o.series} AND c.state IN ('taken','handed','missed','returned'))`;
  const missed = o.missesSince === null ? sql`0` : sql`(SELECT count(*) FROM claim c JOIN offer s ON s.federation_id = c.federation_id AND s.id = c.offer_id
      WHERE c.federation_id = p.federation_id AND c.person_id = p.id AND c.state = 'missed' AND c.at >= ${o.missesSince} AND s.kind = ${o.kind} AND s.union_id = ${o.unionId})::int`;
  const since = o.long ? sql`(SELECT min(f.began_on) FROM membership f WHERE f.federation_id = p.federation_id AND f.person_id = p.id)` : sql`m.began_on`;
  const r = await sql<Facts>`SELECT p.id AS "personId", CASE WHEN u.path IS NULL THEN '{}'::text[] ELSE array_remove(ARRAY[u.path, u.sector_path], NULL) END AS paths, ${since} AS "memberSince", p.sex, p.birth_date AS "birthDate",
      p.new_form <> '' AS "newForm", p.migrant, ${won} AS "lastWonAt", ${missed} AS missed
    FROM person p LEFT JOIN membership m ON m.federation_id = p.federation_id AND m.person_id = p.id AND m.state = 'active' LEFT JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id
    WHERE p.federation_id = ${tx.federationId} AND p.id = ANY (${[...personIds]}::uuid[])`.execute(rows(tx));
  return r.rows;
}

export type NewClaim = Pick<Claim, 'id' | 'personId' | 'turn' | 'no' | 'poolNo' | 'places' | 'unitId' | 'state' | 'key' | 'amount' | 'at' | 'dueAt'>;

/** Writes claims. A person's second live one, or a second claim of a thing, is refused by the table. */
export async function insertClaims(tx: Tx, offerId: string, claims: readonly NewClaim[]): Promise<void> {
  const each = <K extends keyof NewClaim>(field: K): NewClaim[K][] => claims.map((c) => c[field]);
  await sql`INSERT INTO claim (federation_id, offer_id, id, person_id, turn, no, pool_no, places, unit_id, state, key, amount, at, due_at)
    SELECT ${tx.federationId}::uuid, ${offerId}::uuid, x.* FROM unnest(${each('id')}::uuid[], ${each('personId')}::uuid[], ${each('turn')}::smallint[], ${each('no')}::int[], ${each('poolNo')}::smallint[], ${each('places')}::smallint[],
      ${each('unitId')}::uuid[], ${each('state')}::text[], ${each('key')}::text[], ${each('amount')}::bigint[], ${each('at')}::timestamptz[], ${each('dueAt')}::timestamptz[]) AS x`.execute(rows(tx));
}

/** One claim. @param lock the offer is locked before */
export async function findClaim(tx: Tx, id: string): Promise<Claim | null> {
  const r = await sql<Claim>`SELECT ${CLAIM} FROM claim c WHERE c.federation_id = ${tx.federationId} AND c.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** These claims of one offer, in their order. */
export async function findClaims(tx: Tx, offerId: string, ids: readonly string[]): Promise<Claim[]> {
  const r = await sql<Claim>`SELECT ${CLAIM} FROM claim c WHERE c.federation_id = ${tx.federationId} AND c.offer_id = ${offerId} AND c.id = ANY (${[...ids]}::uuid[]) ORDER BY c.no`.execute(rows(tx));
  return r.rows;
}

/** Claims of an offer by their order numbers. */
export async function findNumbered(tx: Tx, offerId: string, nos: readonly number[]): Promise<Claim[]> {
  const r = await sql<Claim>`SELECT ${CLAIM} FROM claim c WHERE c.federation_id = ${tx.federationId} AND c.offer_id = ${offerId} AND c.no = ANY (${[...nos]}::int[]) ORDER BY c.no`.execute(rows(tx));
  return r.rows;
}

/** Claims of an offer in these states, in the order in which they are served: that of the draw, then that of arrival. */
export async function listByState(tx: Tx, offerId: string, states: readonly ClaimState[], limit: number): Promise<Claim[]> {
  const r = await sql<Claim>`SELECT ${CLAIM} FROM claim c WHERE c.federation_id = ${tx.federationId} AND c.offer_id = ${offerId} AND c.state = ANY (${[...states]}::text[]) ORDER BY c.rank NULLS LAST, c.no LIMIT ${limit}`.execute(rows(tx));
  return r.rows;
}

/** Claims of an offer that were kept too long. */
export async function listOverdue(tx: Tx, offerId: string): Promise<Claim[]> {
  const r = await sql<Claim>`SELECT ${CLAIM} FROM claim c WHERE c.federation_id = ${tx.federationId} AND c.offer_id = ${offerId} AND c.state IN ('held','offered') AND c.due_at <= ${tx.now} ORDER BY c.no LIMIT 1000`.execute(rows(tx));
  return r.rows;
}

/** How one claim changes. What is left out stays; `dueAt`, `endedAt` and `handedAt` follow from the state unless given. */
export type Change = {
  readonly id: string; readonly from: ClaimState; readonly to: ClaimState; readonly poolNo?: number; readonly unitId?: string | null; readonly rank?: number; readonly dueAt?: Date | null; readonly handedById?: string | null;
  readonly handedAt?: Date; readonly verb: string; readonly why?: string;
};

/** Changes claims, each only from the state it is believed to be in. @returns how many were */
export async function changeClaims(tx: Tx, changes: readonly Change[]): Promise<number> {
  const over = (c: Change): boolean => !LIVE.includes(c.to);
  const r = await sql`UPDATE claim c SET state = x.state, pool_no = coalesce(x.pool_no, c.pool_no), unit_id = CASE WHEN x.unit_given THEN x.unit_id ELSE c.unit_id END, rank = coalesce(x.rank, c.rank), due_at = x.due_at,
      ended_at = CASE WHEN x.over THEN ${tx.now}::timestamptz END, handed_at = CASE x.state WHEN 'handed' THEN coalesce(x.handed_at, ${tx.now}::timestamptz) WHEN 'taken' THEN NULL ELSE c.handed_at END,
      handed_by_id = CASE x.state WHEN 'handed' THEN x.handed_by WHEN 'taken' THEN NULL ELSE c.handed_by_id END
    FROM unnest(${changes.map((c) => c.id)}::uuid[], ${changes.map((c) => c.from)}::text[], ${changes.map((c) => c.to)}::text[], ${changes.map((c) => c.poolNo ?? null)}::smallint[], ${changes.map((c) => c.unitId ?? null)}::uuid[],
      ${changes.map((c) => c.unitId !== undefined)}::boolean[], ${changes.map((c) => c.rank ?? null)}::int[], ${changes.map((c) => c.dueAt ?? null)}::timestamptz[], ${changes.map(over)}::boolean[],
      ${changes.map((c) => c.handedAt ?? null)}::timestamptz[], ${changes.map((c) => c.handedById ?? null)}::uuid[]) AS x(id, was, state, pool_no, unit_id, unit_given, rank, due_at, over, handed_at, handed_by)
    WHERE c.federation_id = ${tx.federationId} AND c.id = x.id AND c.state = x.was`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n);
}

/** Writes at which place of a queue these wait. */
export async function setRank(tx: Tx, offerId: string, places: readonly { readonly claimId: string; readonly rank: number }[]): Promise<void> {
  await sql`UPDATE claim c SET rank = x.rank FROM unnest(${places.map((p) => p.claimId)}::uuid[], ${places.map((p) => p.rank)}::int[]) AS x(id, rank)
    WHERE c.federation_id = ${tx.federationId} AND c.offer_id = ${offerId} AND c.id = x.id AND c.state = 'waiting'`.execute(rows(tx));
}

/** Writes the order that a draw gave: the first gets rank 1. */
export async function setRanks(tx: Tx, offerId: string, order: readonly string[]): Promise<void> {
  await sql`UPDATE claim c SET rank = x.rank FROM unnest(${[...order]}::uuid[]) WITH ORDINALITY AS x(id, rank)
    WHERE c.federation_id = ${tx.federationId} AND c.offer_id = ${offerId} AND c.id = x.id AND c.state = 'entered'`.execute(rows(tx));
}

/** Notes what happened to claims. */
export async function insertEvents(tx: Tx, byId: string | null, events: readonly { readonly id: string; readonly claimId: string; readonly verb: string; readonly why: string }[]): Promise<void> {
  await sql`INSERT INTO claim_event (federation_id, id, claim_id, at, verb, by_id, why)
    SELECT ${tx.federationId}::uuid, x.id, x.claim, ${tx.now}::timestamptz, x.verb, ${byId}::uuid, x.why
    FROM unnest(${events.map((e) => e.id)}::uuid[], ${events.map((e) => e.claimId)}::uuid[], ${events.map((e) => e.verb)}::text[], ${events.map((e) => e.why)}::text[]) AS x(id, claim, verb, why)`.execute(rows(tx));
}

/** What happened to a claim, in order. */
export async function listEvents(tx: Tx, claimId: string): Promise<{ at: Date; verb: string; byId: string | null; by: string | null; why: string }[]> {
  const r = await sql<{ at: Date; verb: string; byId: string | null; by: string | null; why: string }>`SELECT e.at, e.verb, e.by_id AS "byId", p.name AS by, e.why FROM claim_event e
    LEFT JOIN person p ON p.federation_id = e.federation_id AND p.id = e.by_id WHERE e.federation_id = ${tx.federationId} AND e.claim_id = ${claimId} ORDER BY e.at, e.id LIMIT 500`.execute(rows(tx));
  return r.rows;
}

/** Writes which journals took the points of claims. */
export async function setJournals(tx: Tx, of: readonly { readonly id: string; readonly journalId: string | null }[]): Promise<void> {
  await sql`UPDATE claim c SET journal_id = x.journal FROM unnest(${of.map((x) => x.id)}::uuid[], ${of.map((x) => x.journalId)}::uuid[]) AS x(id, journal)
    WHERE c.federation_id = ${tx.federationId} AND c.id = x.id`.execute(rows(tx));
}

/** Writes what was paid, or is to be given back. */
export async function setPaid(tx: Tx, id: string, o: { readonly paidAt: Date | null; readonly owedBack: boolean; readonly paymentNo?: string }): Promise<void> {
  await sql`UPDATE claim SET paid_at = ${o.paidAt}, owed_back = ${o.owedBack}, payment_no = coalesce(${o.paymentNo ?? null}, payment_no) WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** The claim that a payment of the gate is for. */
export async function findByPayment(tx: Tx, paymentNo: string): Promise<Claim | null> {
  const r = await sql<Claim>`SELECT ${CLAIM} FROM claim c WHERE c.federation_id = ${tx.federationId} AND c.payment_no = ${paymentNo} AND c.payment_no <> ''`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Gives a claim to somebody else. */
export async function setPerson(tx: Tx, id: string, personId: string, turn: number): Promise<void> {
  await sql`UPDATE claim SET person_id = ${personId}, turn = ${turn} WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** Marks claims of an ended offer as to be paid back: money that was received for them. @returns how many */
export async function oweBack(tx: Tx, ids: readonly string[]): Promise<number> {
  const r = await sql`UPDATE claim SET owed_back = true WHERE federation_id = ${tx.federationId} AND id = ANY (${[...ids]}::uuid[]) AND paid_at IS NOT NULL AND amount > 0`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n);
}

/** Recounts what pools say is taken, from the claims: what the nightly check holds against the counters. */
export async function listMiscounted(tx: Tx): Promise<{ offerId: string; no: number; taken: number; counted: number }[]> {
  const r = await sql<{ offerId: string; no: number; taken: number; counted: number }>`SELECT p.offer_id AS "offerId", p.no, p.taken, coalesce(x.n, 0)::int AS counted FROM offer_pool p
    JOIN offer o ON o.federation_id = p.federation_id AND o.id = p.offer_id AND o.mode <> 'units'
    LEFT JOIN (SELECT c.offer_id, c.pool_no, sum(c.places) AS n FROM claim c WHERE c.federation_id = ${tx.federationId} AND c.state = ANY (${[...HOLDING]}::text[]) AND c.unit_id IS NULL GROUP BY 1, 2) x ON x.offer_id = p.offer_id AND x.pool_no = p.no
    WHERE p.federation_id = ${tx.federationId} AND p.taken <> coalesce(x.n, 0) LIMIT 100`.execute(rows(tx));
  return r.rows;
}
