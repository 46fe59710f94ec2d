import type { Actor, Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import { AUTHORS, LISTED_FROM, type ListFilter, narrowed } from './work.sql.ts';

export type ReckoningRow = { what: string; unit: string; before: number; after: number; priceFen: number; times: number };
export type BenefitState = 'claimed' | 'verified' | 'refused' | 'replaced';
export type ClaimRow = {
  id: string; suggestionId: string; state: BenefitState; claimedFen: number; basis: string; reckoning: ReckoningRow | null; windowFrom: string; windowTo: string; claimedById: string; claimedBy: string; claimedAt: Date;
  verifiedFen: number | null; settledBy: string; settledAt: Date | null; text: string;
};
export type ListedClaim = ClaimRow & { number: string; title: string; unit: string; authors: string; unitPath: string; own: boolean };

const CLAIM = sql`b.id, b.suggestion_id as "suggestionId", b.state, b.claimed_fen::float8 as "claimedFen", b.basis, b.reckoning, b.window_from::text as "windowFrom", b.window_to::text as "windowTo", b.claimed_by_id as "claimedById",
  p.name as "claimedBy", b.claimed_at as "claimedAt", b.verified_fen::float8 as "verifiedFen", coalesce(q.name, '') as "settledBy", b.settled_at as "settledAt", b.text`;
const PEOPLE = sql`join person p on p.federation_id = b.federation_id and p.id = b.claimed_by_id left join person q on q.federation_id = b.federation_id and q.id = b.settled_by_id`;

/** Locks the row of a suggestion: benefits and awards of one suggestion are settled one after the other. */
export async function lockSuggestion(tx: Tx, id: string): Promise<void> {
  await sql`select 1 from suggestion where federation_id = ${tx.federationId} and id = ${id} for update`.execute(rows(tx));
}

/** Writes a claim. @returns false when one is waiting already */
export async function insertClaim(tx: Tx, c: Pick<ClaimRow, 'id' | 'suggestionId' | 'claimedFen' | 'basis' | 'reckoning' | 'windowFrom' | 'windowTo' | 'claimedById'>): Promise<boolean> {
  const r = await sql`insert into suggestion_benefit (federation_id, id, suggestion_id, state, claimed_fen, basis, reckoning, window_from, window_to, claimed_by_id, claimed_at)
    values (${tx.federationId}, ${c.id}, ${c.suggestionId}, 'claimed', ${c.claimedFen}, ${c.basis}, ${c.reckoning === null ? null : JSON.stringify(c.reckoning)}::jsonb, ${c.windowFrom}::date, ${c.windowTo}::date, ${c.claimedById}, ${tx.now})
    on conflict (federation_id, suggestion_id) where state = 'claimed' do nothing`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0) === 1;
}

/** Claims of one suggestion, the latest first; at most 100. */
export async function listClaims(tx: Tx, suggestionId: string): Promise<ClaimRow[]> {
  const r = await sql<ClaimRow>`select ${CLAIM} from suggestion_benefit b ${PEOPLE} where b.federation_id = ${tx.federationId} and b.suggestion_id = ${suggestionId} order by b.claimed_at desc, b.id desc limit 100`.execute(rows(tx));
  return r.rows;
}

/** A claim by id. */
export async function findClaim(tx: Tx, id: string): Promise<ClaimRow | null> {
  const r = await sql<ClaimRow>`select ${CLAIM} from suggestion_benefit b ${PEOPLE} where b.federation_id = ${tx.federationId} and b.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** What was verified before gives way: a benefit counts once. */
export async function replaceVerified(tx: Tx, suggestionId: string): Promise<void> {
  await sql`update suggestion_benefit set state = 'replaced' where federation_id = ${tx.federationId} and suggestion_id = ${suggestionId} and state = 'verified'`.execute(rows(tx));
}

/** Settles a waiting claim. @returns false when somebody else did */
export async function settleClaim(tx: Tx, id: string, o: { state: 'verified' | 'refused'; verifiedFen: number | null; text: string; by: string }): Promise<boolean> {
  const r = await sql`update suggestion_benefit set state = ${o.state}, verified_fen = ${o.verifiedFen}, text = ${o.text}, settled_by_id = ${o.by}, settled_at = ${tx.now}
    where federation_id = ${tx.federationId} and id = ${id} and state = 'claimed'`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0) === 1;
}

/** One page of claims, those that wait first, with the sums of all that match. */
export async function listBenefits(tx: Tx, by: Actor, f: ListFilter & { state?: BenefitState | undefined }, page: { limit: number; offset: number }): Promise<{ items: ListedClaim[]; total: number; claimedFen: number; verifiedFen: number }> {
  const where = sql`${narrowed(tx, by, f, sql`(b.claimed_at at time zone 'Asia/Shanghai')::date`)} and s.revoked_on is null ${f.state ? sql`and b.state = ${f.state}` : sql``}`;
  const from = sql`suggestion_benefit b join ${LISTED_FROM} on s.federation_id = b.federation_id and s.id = b.suggestion_id`;
  const r = await sql<ListedClaim>`select ${CLAIM}, c.number, c.title, n.name as unit, n.path as "unitPath", ${AUTHORS} as authors,
      (c.author_id = ${by.personId} or s.owner_id is not distinct from ${by.personId}) as own
    from (${from}) ${PEOPLE} where ${where} order by (b.state = 'claimed') desc, b.claimed_at desc, b.id desc limit ${page.limit} offset ${page.offset}`.execute(rows(tx));
  const n = await sql<{ n: number; claimed: number; verified: number }>`select count(*)::int as n, coalesce(sum(b.claimed_fen) filter (where b.state = 'claimed'), 0)::float8 as claimed,
      coalesce(sum(b.verified_fen) filter (where b.state = 'verified'), 0)::float8 as verified from ${from} where ${where}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0, claimedFen: n.rows[0]?.claimed ?? 0, verifiedFen: n.rows[0]?.verified ?? 0 };
}
