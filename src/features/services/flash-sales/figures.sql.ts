import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';

// Reads claims and offers of the engine `claims` and the tree of unions; writes nothing.

/** Active members under these paths. */
export async function countMembers(tx: Tx, paths: readonly string[]): Promise<number> {
  const below = paths.map((p) => `${p}%`);
  const r = await sql<{ n: number }>`SELECT count(*)::int AS n FROM membership m JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id
    WHERE m.federation_id = ${tx.federationId} AND m.state = 'active' AND (u.path LIKE ANY (${below}::text[]) OR u.sector_path LIKE ANY (${below}::text[]))`.execute(rows(tx));
  return r.rows[0]?.n ?? 0;
}

/** Paths of unions. */
export async function pathsOf(tx: Tx, ids: readonly string[]): Promise<{ id: string; name: string; path: string }[]> {
  const r = await sql<{ id: string; name: string; path: string }>`SELECT u.id, u.name, u.path FROM union_unit u WHERE u.federation_id = ${tx.federationId} AND u.id = ANY (${[...ids]}::uuid[]) ORDER BY u.path`.execute(rows(tx));
  return r.rows;
}

/** What members under these paths have had in sales that began in a span: the most of one, and how many would pass a cap with `cost` more. Fen. */
export async function sumSpent(tx: Tx, paths: readonly string[], o: { from: Date; to: Date; cost: number; cap: number; exceptId: string }): Promise<{ most: number; over: number }> {
  const below = paths.map((p) => `${p}%`);
  const r = await sql<{ most: bigint; over: number }>`SELECT coalesce(max(x.spent), 0)::bigint AS most, (count(*) FILTER (WHERE x.spent + ${o.cost} > ${o.cap}))::int AS over FROM (
      SELECT c.person_id, sum(c.places * greatest(0, s.worth_fen - CASE WHEN f.pays = 'points' THEN 0 ELSE f.price END)) AS spent
      FROM sale s JOIN offer f ON f.federation_id = s.federation_id AND f.id = s.id JOIN claim c ON c.federation_id = s.federation_id AND c.offer_id = s.id AND c.state IN ('held','taken','handed')
        JOIN membership m ON m.federation_id = c.federation_id AND m.person_id = c.person_id AND m.state = 'active' JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id
      WHERE s.federation_id = ${tx.federationId} AND s.id <> ${o.exceptId} AND f.opens_at >= ${o.from} AND f.opens_at < ${o.to} AND (u.path LIKE ANY (${below}::text[]) OR u.sector_path LIKE ANY (${below}::text[])) GROUP BY c.person_id) x`.execute(rows(tx));
  return { most: Number(r.rows[0]?.most ?? 0n), over: r.rows[0]?.over ?? 0 };
}

const HOLD = sql`c.state IN ('held','taken','handed','missed','returned')`;

/** Places taken in each second after the start, as the claims say; at most 3,600 seconds. */
export async function listSeconds(tx: Tx, offerId: string): Promise<{ second: number; n: number }[]> {
  const r = await sql<{ second: number; n: number }>`SELECT floor(extract(epoch FROM c.at - o.opens_at))::int AS second, sum(c.places)::int AS n FROM claim c JOIN offer o ON o.federation_id = c.federation_id AND o.id = c.offer_id
    WHERE c.federation_id = ${tx.federationId} AND c.offer_id = ${offerId} AND ${HOLD} GROUP BY 1 ORDER BY 1 LIMIT 3600`.execute(rows(tx));
  return r.rows;
}

export type SaleSums = { readonly people: number; readonly taken: number; readonly handed: number; readonly missed: number; readonly open: number; readonly givenBack: number; readonly received: bigint; readonly first: Date | null; readonly last: Date | null };

/** What a sale came to. */
export async function sumSale(tx: Tx, offerId: string): Promise<SaleSums> {
  const r = await sql<SaleSums>`SELECT (count(DISTINCT c.person_id) FILTER (WHERE ${HOLD}))::int AS people, coalesce(sum(c.places) FILTER (WHERE ${HOLD}), 0)::int AS taken, coalesce(sum(c.places) FILTER (WHERE c.state = 'handed'), 0)::int AS handed,
      coalesce(sum(c.places) FILTER (WHERE c.state = 'missed'), 0)::int AS missed, coalesce(sum(c.places) FILTER (WHERE c.state IN ('held','taken')), 0)::int AS open, coalesce(sum(c.places) FILTER (WHERE c.state IN ('cancelled','declined','expired')), 0)::int AS "givenBack",
      coalesce(sum(c.amount) FILTER (WHERE c.paid_at IS NOT NULL AND NOT c.owed_back AND ${HOLD}), 0)::bigint AS received, min(c.at) FILTER (WHERE ${HOLD}) AS first, max(c.at) FILTER (WHERE ${HOLD}) AS last
    FROM claim c WHERE c.federation_id = ${tx.federationId} AND c.offer_id = ${offerId}`.execute(rows(tx));
  return r.rows[0] as SaleSums;
}

/** Claims and members of a sale by the unions one level below its own (the union itself for its direct members); at most 200. */
export async function listByUnion(tx: Tx, offerId: string, path: string): Promise<{ id: string; name: string; members: number; taken: number; handed: number; missed: number }[]> {
  const levels = path.split('/').length;
  const r = await sql<{ id: string; name: string; members: number; taken: number; handed: number; missed: number }>`WITH part AS (SELECT u.id, b.id AS branch, b.name FROM union_unit u
      JOIN union_unit b ON b.federation_id = u.federation_id AND b.path = array_to_string((string_to_array(rtrim(u.path, '/'), '/'))[1:${levels}], '/') || '/'
      WHERE u.federation_id = ${tx.federationId} AND u.path LIKE ${`${path}%`})
    SELECT part.branch AS id, part.name, count(m.person_id)::int AS members, coalesce(sum(k.taken), 0)::int AS taken, coalesce(sum(k.handed), 0)::int AS handed, coalesce(sum(k.missed), 0)::int AS missed
    FROM part JOIN membership m ON m.federation_id = ${tx.federationId} AND m.union_id = part.id AND m.state = 'active'
      LEFT JOIN (SELECT c.person_id, sum(c.places) FILTER (WHERE ${HOLD}) AS taken, sum(c.places) FILTER (WHERE c.state = 'handed') AS handed, sum(c.places) FILTER (WHERE c.state = 'missed') AS missed
        FROM claim c WHERE c.federation_id = ${tx.federationId} AND c.offer_id = ${offerId} GROUP BY c.person_id) k ON k.person_id = m.person_id
    GROUP BY part.branch, part.name ORDER BY taken DESC, part.name LIMIT 200`.execute(rows(tx));
  return r.rows;
}

/** Active members under a path, in an order that is the same each time; what the demonstration lets press. */
export async function listMemberIds(tx: Tx, path: string, limit: number): Promise<string[]> {
  const r = await sql<{ id: string }>`SELECT m.person_id AS id FROM membership m JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id
    WHERE m.federation_id = ${tx.federationId} AND m.state = 'active' AND u.path LIKE ${`${path}%`} ORDER BY md5(m.person_id::text) LIMIT ${limit}`.execute(rows(tx));
  return r.rows.map((m) => m.id);
}
