/** What activities cost, and figures over many of them. Reads offers, pools and claims of the engine `claims`. */
import type { Actor, Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import { visibleTo } from '#engines/org';
import type { Kind } from './activities.rules.ts';

export type Cost = { readonly id: string; readonly activityId: string; readonly item: string; readonly fen: bigint; readonly on: string; readonly note: string; readonly by: string };
const COST = sql`k.id, k.activity_id AS "activityId", k.item, k.amount_fen AS fen, k.spent_on AS on, k.note, p.name AS by`;

/** Keeps amounts that were spent for an activity. */
export async function insertCosts(tx: Tx, activityId: string, byId: string, list: readonly { id: string; item: string; fen: bigint; on: string; note: string }[]): Promise<void> {
  await sql`INSERT INTO activity_cost (federation_id, id, activity_id, item, amount_fen, spent_on, note, by_id, at)
    SELECT ${tx.federationId}::uuid, x.id, ${activityId}::uuid, x.item, x.fen, x.spent_on, x.note, ${byId}::uuid, ${tx.now}::timestamptz
    FROM unnest(${list.map((c) => c.id)}::uuid[], ${list.map((c) => c.item)}::text[], ${list.map((c) => c.fen)}::bigint[], ${list.map((c) => c.on)}::date[], ${list.map((c) => c.note)}::text[]) AS x(id, item, fen, spent_on, note)`.execute(rows(tx));
}

/** Amounts of an activity that count, by day; at most 200. */
export async function listCosts(tx: Tx, activityId: string): Promise<Cost[]> {
  const r = await sql<Cost>`SELECT ${COST} FROM activity_cost k JOIN person p ON p.federation_id = k.federation_id AND p.id = k.by_id WHERE k.federation_id = ${tx.federationId} AND k.activity_id = ${activityId} AND k.removed_at IS NULL ORDER BY k.spent_on, k.id LIMIT 200`.execute(rows(tx));
  return r.rows;
}

/** One amount that counts. */
export async function findCost(tx: Tx, id: string): Promise<Cost | null> {
  const r = await sql<Cost>`SELECT ${COST} FROM activity_cost k JOIN person p ON p.federation_id = k.federation_id AND p.id = k.by_id WHERE k.federation_id = ${tx.federationId} AND k.id = ${id} AND k.removed_at IS NULL`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** An amount entered by mistake counts no longer. */
export async function removeCost(tx: Tx, id: string): Promise<void> {
  await sql`UPDATE activity_cost SET removed_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND id = ${id} AND removed_at IS NULL`.execute(rows(tx));
}

/** What all activities paid from the same club's grant cost in the calendar year, in fen. */
export async function sumOfClub(tx: Tx, clubId: string, from: string, to: string): Promise<bigint> {
  const r = await sql<{ fen: bigint }>`SELECT coalesce(sum(k.amount_fen), 0)::bigint AS fen FROM activity a JOIN activity_cost k ON k.federation_id = a.federation_id AND k.activity_id = a.id AND k.removed_at IS NULL
    WHERE a.federation_id = ${tx.federationId} AND a.club_id = ${clubId} AND k.spent_on >= ${from}::date AND k.spent_on < ${to}::date`.execute(rows(tx));
  return r.rows[0]?.fen ?? 0n;
}

/** Activities of one month, union and kind that took place. Places: attendances and no-shows count family members; `costed` came to activities whose cost is known. */
export type Cell = {
  readonly month: number; readonly unionId: string; readonly union: string; readonly kind: Kind; readonly activities: number; readonly places: number; readonly taken: number; readonly came: number; readonly absent: number;
  readonly stars: number; readonly ratings: number; readonly fen: bigint; readonly costed: number; readonly scanned: number;
};

/**
 * Figures of activities that ended in a year, by month, union and kind; called-off ones are left out. Where nobody was checked in at all (a list on paper, or none)
 * an activity counts, its attendances and no-shows do not: `scanned` is how many had a check-in.
 */
export async function sumActivities(tx: Tx, by: Actor, o: { unionPath?: string | undefined; from: Date; to: Date; until: Date }): Promise<Cell[]> {
  const r = await sql<Cell>`WITH one AS (
      SELECT a.id, a.federation_id, extract(month FROM a.starts_at AT TIME ZONE 'Asia/Shanghai')::int AS month, a.union_id, u.name AS host, a.kind
      FROM activity a JOIN union_unit u ON u.federation_id = a.federation_id AND u.id = a.union_id JOIN offer o ON o.federation_id = a.federation_id AND o.id = a.id
      WHERE a.federation_id = ${tx.federationId} AND o.state IN ('open','closed') AND a.starts_at >= ${o.from} AND a.starts_at < ${o.to} AND a.ends_at <= ${o.until} AND ${visibleTo(by, 'activities.keep')} AND ${o.unionPath ? sql`u.path LIKE ${`${o.unionPath}%`}` : sql`true`}
    ), full_one AS (
      SELECT one.*, q.places, q.taken, c.came, c.absent, r.stars, r.n AS ratings, k.fen FROM one
      CROSS JOIN LATERAL (SELECT coalesce(sum(x.capacity), 0) AS places, coalesce(sum(x.taken), 0) AS taken FROM offer_pool x WHERE x.federation_id = one.federation_id AND x.offer_id = one.id) q
      CROSS JOIN LATERAL (SELECT coalesce(sum(x.places) FILTER (WHERE x.state = 'handed'), 0) AS came, coalesce(sum(x.places) FILTER (WHERE x.state IN ('taken','held','missed')), 0) AS absent FROM claim x WHERE x.federation_id = one.federation_id AND x.offer_id = one.id) c
      CROSS JOIN LATERAL (SELECT coalesce(sum(x.stars), 0) AS stars, count(*) AS n FROM activity_rating x WHERE x.federation_id = one.federation_id AND x.activity_id = one.id) r
      CROSS JOIN LATERAL (SELECT coalesce(sum(x.amount_fen), 0) AS fen FROM activity_cost x WHERE x.federation_id = one.federation_id AND x.activity_id = one.id AND x.removed_at IS NULL) k
    )
    SELECT month, union_id AS "unionId", host AS "union", kind, count(*)::int AS activities, sum(places)::int AS places, sum(taken)::int AS taken, sum(came)::int AS came, coalesce(sum(absent) FILTER (WHERE came > 0), 0)::int AS absent, sum(stars)::int AS stars, sum(ratings)::int AS ratings,
      sum(fen)::bigint AS fen, coalesce(sum(came) FILTER (WHERE fen > 0), 0)::int AS costed, count(*) FILTER (WHERE came > 0)::int AS scanned
    FROM full_one GROUP BY month, union_id, host, kind ORDER BY month, host, union_id, kind LIMIT 20000`.execute(rows(tx));
  return r.rows;
}
