/** Figures of a year: punctuality, awareness, answers, violations. */
import type { Actor, Tx } from '#shared/call';
import { instantAt } from '#shared/dates';
import { type RawBuilder, rows, sql } from '#platform/db';
import { visibleTo } from '#engines/org';

export type SumRow = {
  readonly duties: number; readonly onTime: number; readonly late: number; readonly missing: number; readonly nothing: number; readonly published: number; readonly reads: number; readonly people: number; readonly questions: number; readonly answeredInTime: number; readonly violations: number;
};
export type By = 'all' | 'entry' | 'union';
const KEY: Readonly<Record<By, RawBuilder<unknown>>> = { all: sql`''`, entry: sql`i.entry`, union: sql`i.union_id::text` };
const NAME: Readonly<Record<By, RawBuilder<unknown>>> = { all: sql`''`, entry: sql`coalesce(max(g.title), '')`, union: sql`max(u.name)` };

/** Items that were due or, without a day, published in a year, summed over all, by entry or by union. At most 200 lines. */
export async function sumYear(tx: Tx, by: Actor, o: { readonly year: number; readonly unionPath: string | undefined; readonly by: By }): Promise<(SumRow & { key: string; name: string })[]> {
  const [from, to] = [instantAt(`${o.year}-01-01`), instantAt(`${o.year + 1}-01-01`)];
  const asked = (where: RawBuilder<unknown>): RawBuilder<unknown> => sql`(SELECT count(*) FROM disclosure_question x WHERE x.federation_id = i.federation_id AND x.item_id = i.id AND ${where})`;
  const r = await sql<SumRow & { key: string; name: string }>`SELECT ${KEY[o.by]} AS key, ${NAME[o.by]} AS name, (count(*) FILTER (WHERE i.due_at IS NOT NULL))::int AS duties, (count(*) FILTER (WHERE i.published_at <= i.due_at))::int AS "onTime", (count(*) FILTER (WHERE i.published_at > i.due_at))::int AS late,
    (count(*) FILTER (WHERE i.published_at IS NULL AND i.due_at < ${tx.now} AND c.state <> 'nothing'))::int AS missing, (count(*) FILTER (WHERE c.state = 'nothing'))::int AS nothing, (count(*) FILTER (WHERE i.published_at IS NOT NULL))::int AS published,
    coalesce(sum(r.n), 0)::int AS reads, coalesce(sum(i.audience_n) FILTER (WHERE i.published_at IS NOT NULL), 0)::int AS people, coalesce(sum(${asked(sql`true`)}), 0)::int AS questions, coalesce(sum(${asked(sql`x.answered_at <= x.due_at`)}), 0)::int AS "answeredInTime",
    (count(*) FILTER (WHERE i.withdrawn_days < i.least_days))::int AS violations
    FROM disclosure_item i JOIN case_file c ON c.federation_id = i.federation_id AND c.id = i.id JOIN union_unit u ON u.federation_id = i.federation_id AND u.id = i.union_id LEFT JOIN disclosure_agreed g ON g.federation_id = i.federation_id AND g.id::text = i.entry
    CROSS JOIN LATERAL (SELECT count(*) AS n FROM disclosure_reading x WHERE x.federation_id = i.federation_id AND x.item_id = i.id) r
    WHERE i.federation_id = ${tx.federationId} AND ${visibleTo(by, 'disclosure.desk')} AND ${o.unionPath ? sql`u.path LIKE ${`${o.unionPath}%`}` : sql`true`} AND c.state <> 'dropped' AND coalesce(i.due_at, i.published_at) >= ${from} AND coalesce(i.due_at, i.published_at) < ${to}
    GROUP BY 1 ORDER BY missing DESC, late DESC, duties DESC, 1 LIMIT 200`.execute(rows(tx));
  return r.rows;
}
