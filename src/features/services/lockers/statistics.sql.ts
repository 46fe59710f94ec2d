import type { Actor, Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import { inSubtrees, visibleTo } from '#engines/org';

export type Totals = { readonly cabinets: number; readonly unions: number; readonly doors: number; readonly kinds: number; readonly lent: number; readonly borrowers: number; readonly onTime: number; readonly ended: number; readonly writtenOff: number };
export type MonthRow = { readonly month: string; readonly lent: number; readonly taken: number };
export type ItemRow = { readonly item: string; readonly lent: number; readonly onTime: number };
export type UnionRow = { readonly union: string; readonly cabinets: number; readonly lent: number };

const K = sql`locker_cabinet k JOIN union_unit u ON u.federation_id = k.federation_id AND u.id = k.union_id`;
const seen = (tx: Tx, by: Actor, unionPath: string | undefined) => sql`k.federation_id = ${tx.federationId} AND ${visibleTo(by, 'lockers.keep')} AND ${unionPath ? inSubtrees([unionPath]) : sql`true`}`;
const LENT = sql`JOIN locker_loan l ON l.federation_id = k.federation_id AND l.cabinet_id = k.id`;

/** What cabinets over the unions of the officer come to since a moment. */
export async function countAll(tx: Tx, by: Actor, unionPath: string | undefined, since: Date): Promise<Totals> {
  const r = await sql<Totals>`WITH every AS (SELECT k.id, k.union_id, k.state FROM ${K} WHERE ${seen(tx, by, unionPath)}), c AS (SELECT id, union_id FROM every WHERE state <> 'retired'),
      d AS (SELECT count(*) AS doors, count(DISTINCT nullif(d.item, '')) AS kinds FROM c JOIN locker_compartment d ON d.federation_id = ${tx.federationId} AND d.cabinet_id = c.id),
      l AS (SELECT count(*) AS lent, count(DISTINCT l.person_id) AS borrowers, count(*) FILTER (WHERE l.ending = 'returned') AS ended, count(*) FILTER (WHERE l.ending = 'returned' AND l.ended_at <= l.due_at) AS "onTime", count(*) FILTER (WHERE l.ending = 'writtenOff') AS "writtenOff"
        FROM every JOIN locker_loan l ON l.federation_id = ${tx.federationId} AND l.cabinet_id = every.id AND l.lent_at >= ${since})
    SELECT (SELECT count(*) FROM c)::int AS cabinets, (SELECT count(DISTINCT union_id) FROM c)::int AS unions, d.doors::int AS doors, d.kinds::int AS kinds, l.lent::int AS lent, l.borrowers::int AS borrowers, l.ended::int AS ended, l."onTime"::int AS "onTime",
      l."writtenOff"::int AS "writtenOff" FROM d, l`.execute(rows(tx));
  return r.rows[0] as Totals;
}

/** Loans and consumables by month of China's calendar since a moment. */
export async function countByMonth(tx: Tx, by: Actor, unionPath: string | undefined, since: Date): Promise<MonthRow[]> {
  const month = (at: string) => sql`to_char(${sql.ref(at)} AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM')`;
  const r = await sql<MonthRow>`SELECT x.month, sum(x.lent)::int AS lent, sum(x.taken)::int AS taken FROM (
      SELECT ${month('l.lent_at')} AS month, count(*) AS lent, 0 AS taken FROM ${K} ${LENT} WHERE ${seen(tx, by, unionPath)} AND l.lent_at >= ${since} GROUP BY 1
      UNION ALL SELECT ${month('o.asked_at')}, 0, sum(o.quantity) FROM ${K} JOIN locker_opening o ON o.federation_id = k.federation_id AND o.cabinet_id = k.id WHERE ${seen(tx, by, unionPath)} AND o.purpose = 'take' AND o.outcome = 'opened' AND o.asked_at >= ${since} GROUP BY 1) x
    GROUP BY x.month ORDER BY x.month LIMIT 60`.execute(rows(tx));
  return r.rows;
}

/** Loans by item since a moment, most lent first. */
export async function countByItem(tx: Tx, by: Actor, unionPath: string | undefined, since: Date): Promise<ItemRow[]> {
  const r = await sql<ItemRow>`SELECT l.item, count(*)::int AS lent, count(*) FILTER (WHERE l.ended_at <= l.due_at)::int AS "onTime" FROM ${K} ${LENT} WHERE ${seen(tx, by, unionPath)} AND l.lent_at >= ${since} GROUP BY l.item ORDER BY 2 DESC, 1 LIMIT 60`.execute(rows(tx));
  return r.rows;
}

/** Loans by the union whose cabinets they came from since a moment. */
export async function countByUnion(tx: Tx, by: Actor, unionPath: string | undefined, since: Date): Promise<UnionRow[]> {
  const r = await sql<UnionRow>`SELECT u.name AS union, (count(DISTINCT k.id) FILTER (WHERE k.state <> 'retired'))::int AS cabinets, count(l.id)::int AS lent FROM ${K} LEFT JOIN locker_loan l ON l.federation_id = k.federation_id AND l.cabinet_id = k.id AND l.lent_at >= ${since}
    WHERE ${seen(tx, by, unionPath)} GROUP BY u.id, u.name ORDER BY 3 DESC, 1 LIMIT 100`.execute(rows(tx));
  return r.rows;
}
