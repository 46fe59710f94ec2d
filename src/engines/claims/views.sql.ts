import type { Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import { CLAIM } from './claims.sql.ts';
import type { Claim, ClaimState, Offer } from './offer.rules.ts';

/** What an offer comes to. In mode `units` places are things. `money`: amounts received, in fen; `owed`: to be given back. */
export type Count = { readonly offerId: string; readonly places: number; readonly taken: number; readonly waiting: number; readonly entered: number; readonly handed: number; readonly missed: number; readonly received: bigint; readonly owed: bigint };

/** Counts offers, all in one statement. */
export async function countOffers(tx: Tx, ids: readonly string[]): Promise<Map<string, Count>> {
  const r = await sql<Count>`SELECT o.id AS "offerId", coalesce(CASE WHEN u.n > 0 THEN u.n ELSE p.places END, 0)::int AS places, coalesce(CASE WHEN u.n > 0 THEN c.units ELSE p.taken END, 0)::int AS taken,
      coalesce(c.waiting, 0)::int AS waiting, coalesce(c.entered, 0)::int AS entered, coalesce(c.handed, 0)::int AS handed, coalesce(c.missed, 0)::int AS missed, coalesce(c.received, 0)::bigint AS received, coalesce(c.owed, 0)::bigint AS owed
    FROM offer o
    LEFT JOIN LATERAL (SELECT sum(p.capacity) AS places, sum(p.taken) AS taken FROM offer_pool p WHERE p.federation_id = o.federation_id AND p.offer_id = o.id) p ON true
    LEFT JOIN LATERAL (SELECT count(*) AS n FROM offer_unit u WHERE u.federation_id = o.federation_id AND u.offer_id = o.id AND u.out_of_order = '') u ON true
    LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE c.state = 'waiting') AS waiting, count(*) FILTER (WHERE c.state = 'entered') AS entered, count(*) FILTER (WHERE c.state = 'handed') AS handed, count(*) FILTER (WHERE c.state = 'missed') AS missed,
        count(*) FILTER (WHERE c.unit_id IS NOT NULL AND c.state IN ('offered','held','taken','handed','missed')) AS units, sum(c.amount) FILTER (WHERE c.paid_at IS NOT NULL) AS received, sum(c.amount) FILTER (WHERE c.owed_back) AS owed
      FROM claim c WHERE c.federation_id = o.federation_id AND c.offer_id = o.id) c ON true
    WHERE o.federation_id = ${tx.federationId} AND o.id = ANY (${[...ids]}::uuid[])`.execute(rows(tx));
  return new Map(r.rows.map((c) => [c.offerId, c]));
}

/** Places left of an offer by pool, and nothing else: what a counter in the hall asks every second. */
export async function sumPlaces(tx: Tx, offerId: string): Promise<{ places: number; taken: number }> {
  const r = await sql<{ places: number; taken: number }>`SELECT coalesce(sum(p.capacity), 0)::int AS places, coalesce(sum(p.taken), 0)::int AS taken FROM offer_pool p WHERE p.federation_id = ${tx.federationId} AND p.offer_id = ${offerId}`.execute(rows(tx));
  return r.rows[0] ?? { places: 0, taken: 0 };
}

/** A claim with whose it is and what thing it is for. `unit` is the union of the membership now. */
export type ClaimRow = Claim & { readonly name: string; readonly staffNumber: string; readonly unit: string; readonly unitLabel: string | null };

const WHO = sql`${CLAIM}, p.name, p.staff_number AS "staffNumber", coalesce(mu.name, '') AS unit, t.label AS "unitLabel"`;
const FROM = sql`FROM claim c JOIN person p ON p.federation_id = c.federation_id AND p.id = c.person_id
  LEFT JOIN membership m ON m.federation_id = c.federation_id AND m.person_id = c.person_id AND m.state = 'active' LEFT JOIN union_unit mu ON mu.federation_id = m.federation_id AND mu.id = m.union_id
  LEFT JOIN offer_unit t ON t.federation_id = c.federation_id AND t.id = c.unit_id`;

export type ClaimFilter = { readonly states?: readonly ClaimState[] | undefined; readonly text?: string | undefined; readonly unionPath?: string | undefined; readonly owed?: boolean | undefined; readonly limit: number; readonly offset: number };

const like = (text: string): string => `${text.replace(/[\\%_]/g, '\\$&')}%`;

/** Claims of an offer with their people, in the order in which they are served. */
export async function listClaims(tx: Tx, offerId: string, f: ClaimFilter): Promise<{ items: ClaimRow[]; total: number }> {
  const where = sql`WHERE c.federation_id = ${tx.federationId} AND c.offer_id = ${offerId} AND ${f.states ? sql`c.state = ANY (${[...f.states]}::text[])` : sql`true`}
    AND ${f.text ? sql`(p.name LIKE ${like(f.text)} OR p.staff_number LIKE ${like(f.text)} OR t.label LIKE ${like(f.text)})` : sql`true`} AND ${f.unionPath ? sql`mu.path LIKE ${`${f.unionPath}%`}` : sql`true`} AND ${f.owed ? sql`c.owed_back` : sql`true`}`;
  const r = await sql<ClaimRow>`SELECT ${WHO} ${FROM} ${where} ORDER BY c.rank NULLS LAST, c.no LIMIT ${f.limit} OFFSET ${f.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n ${FROM} ${where}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}

/** These claims with their people. */
export async function findRows(tx: Tx, ids: readonly string[]): Promise<ClaimRow[]> {
  const r = await sql<ClaimRow>`SELECT ${WHO} ${FROM} WHERE c.federation_id = ${tx.federationId} AND c.id = ANY (${[...ids]}::uuid[]) ORDER BY c.no`.execute(rows(tx));
  return r.rows;
}

/** A claim of one's own with what it is for. `ahead`: how many wait before it. */
export type OwnClaim = Claim & {
  readonly kind: string; readonly title: string; readonly union: string; readonly mode: Offer['mode']; readonly pays: Offer['pays']; readonly offerState: Offer['state']; readonly unitLabel: string | null; readonly startsAt: Date | null; readonly endsAt: Date | null;
  readonly place: string; readonly handOverFrom: Date | null; readonly handOverTo: Date | null; readonly cancelUntil: Date | null; readonly transferable: boolean; readonly ahead: number;
};

const AHEAD = sql`CASE WHEN c.state = 'waiting' THEN (SELECT count(*) FROM claim b WHERE b.federation_id = c.federation_id AND b.offer_id = c.offer_id AND b.state = 'waiting'
    AND (coalesce(b.rank, 2147483647), b.no) < (coalesce(c.rank, 2147483647), c.no)) ELSE 0 END::int AS ahead`;
const OWN = sql`${CLAIM}, o.kind, o.title, u.name AS union, o.mode, o.pays, o.state AS "offerState", t.label AS "unitLabel", t.starts_at AS "startsAt", t.ends_at AS "endsAt", o.place, o.hand_over_from AS "handOverFrom", o.hand_over_to AS "handOverTo",
  o.cancel_until AS "cancelUntil", o.transferable, ${AHEAD}`;
const OWN_FROM = sql`FROM claim c JOIN offer o ON o.federation_id = c.federation_id AND o.id = c.offer_id JOIN union_unit u ON u.federation_id = o.federation_id AND u.id = o.union_id LEFT JOIN offer_unit t ON t.federation_id = c.federation_id AND t.id = c.unit_id`;

async function owned(tx: Tx, where: RawBuilder<unknown>, order: RawBuilder<unknown>, limit: number, offset: number): Promise<OwnClaim[]> {
  const r = await sql<OwnClaim>`SELECT ${OWN} ${OWN_FROM} WHERE c.federation_id = ${tx.federationId} AND ${where} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`.execute(rows(tx));
  return r.rows;
}

/** Everything a person has or had, latest first; `now` only what is live and not yet handed over, or handed over and to be given back (`returning` kinds). */
export async function listOwn(tx: Tx, personId: string, o: { readonly now: boolean; readonly returning: readonly string[]; readonly kinds?: readonly string[] | undefined; readonly limit: number; readonly offset: number }): Promise<{ items: OwnClaim[]; total: number }> {
  const states = sql`(c.state IN ('entered','waiting','offered','held','taken') OR (c.state = 'handed' AND o.kind = ANY (${[...o.returning]}::text[])))`;
  const where = sql`c.person_id = ${personId} AND ${o.now ? states : sql`NOT (${states})`} AND ${o.kinds ? sql`o.kind = ANY (${[...o.kinds]}::text[])` : sql`true`}`;
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n ${OWN_FROM} WHERE c.federation_id = ${tx.federationId} AND ${where}`.execute(rows(tx));
  return { items: await owned(tx, where, sql`c.at DESC, c.id`, o.limit, o.offset), total: n.rows[0]?.n ?? 0 };
}

/** A person's own claim by its id, or null. */
export async function findOwn(tx: Tx, personId: string, claimId: string): Promise<OwnClaim | null> {
  return (await owned(tx, sql`c.person_id = ${personId} AND c.id = ${claimId}`, sql`c.no`, 1, 0))[0] ?? null;
}

/** A person's claims on these offers, live ones first. */
export async function listMine(tx: Tx, personId: string, offerIds: readonly string[]): Promise<OwnClaim[]> {
  return owned(tx, sql`c.person_id = ${personId} AND c.offer_id = ANY (${[...offerIds]}::uuid[])`, sql`(c.ended_at IS NOT NULL), c.no DESC`, 1_000, 0);
}

/** The order in which an offer was asked, for everybody to see; names are masked by the caller. */
export async function listOrder(tx: Tx, offerId: string, page: { readonly limit: number; readonly offset: number }): Promise<{ items: ClaimRow[]; total: number }> {
  const where = sql`WHERE c.federation_id = ${tx.federationId} AND c.offer_id = ${offerId} AND c.state IN ('taken','handed','missed','returned','held','offered')`;
  const r = await sql<ClaimRow>`SELECT ${WHO} ${FROM} ${where} ORDER BY c.rank NULLS LAST, c.no LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n FROM claim c ${where}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}
