import type { Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import { inSubtrees } from '#engines/org';
import type { Kind } from './savings.rules.ts';
import { MONTHS } from './savings.sql.ts';

/** What is summed: savings that count, made in months from `from` on and before `to`, of the unions of these subtrees. */
export type Span = { readonly paths: readonly string[]; readonly from: string; readonly to: string };
export type NamedSum = { id: string; name: string; note: string; fen: bigint; entries: number };

/** A row for each month of each saving that counts: per-month ones in each of theirs, one-off ones in the month of their last day. */
const counted = (tx: Tx, s: Span): RawBuilder<unknown> => sql`counted as (
  select s.id, u.path as unit_path, u.name as unit, s.kind, s.post_id, s.counted_fen, m.month::date as month
  from saving s join union_unit u on u.federation_id = s.federation_id and u.id = s.unit_union_id
  cross join lateral generate_series(case when s.monthly then s.made_from::timestamp else date_trunc('month', s.made_to::timestamp) end, s.made_to::timestamp, interval '1 month') as m(month)
  where s.federation_id = ${tx.federationId} and s.counted_on is not null and s.ended_on is null and ${inSubtrees(s.paths)} and s.made_to >= ${s.from}::date and s.made_from < ${s.to}::date
    and m.month >= ${s.from}::date and m.month < ${s.to}::date)`;

/** Each person's part of savings (a condition over `s`), split by the largest remainder: parts add up to the saving. */
const parts = (tx: Tx, which: RawBuilder<boolean>): RawBuilder<unknown> => sql`part as (
  select x.id, x.person_id, x.months, x.base + (case when row_number() over (partition by x.id order by x.rest desc, x.position) <= x.counted_fen - sum(x.base) over (partition by x.id) then 1 else 0 end) as fen
  from (select s.id, s.counted_fen, ${MONTHS} as months, n.person_id, n.position, s.counted_fen * n.share / 10000 as base, s.counted_fen * n.share % 10000 as rest
    from saving s join saving_person n on n.federation_id = s.federation_id and n.saving_id = s.id
    where s.federation_id = ${tx.federationId} and s.counted_on is not null and s.ended_on is null and ${which}) x)`;

/** Sums by month and kind: at most 72 rows for a year. */
export async function sumMonths(tx: Tx, s: Span): Promise<{ month: number; kind: Kind; fen: bigint; entries: number }[]> {
  const r = await sql<{ month: number; kind: Kind; fen: bigint; entries: number }>`with ${counted(tx, s)} select extract(month from month)::int as month, kind, sum(counted_fen)::bigint as fen, count(*)::int as entries from counted group by 1, 2`.execute(rows(tx));
  return r.rows;
}

/** How many savings, and how many people share in them. */
export async function countAll(tx: Tx, s: Span): Promise<{ fen: bigint; entries: number; people: number }> {
  const r = await sql<{ fen: bigint; entries: number; people: number }>`with ${counted(tx, s)} select coalesce(sum(counted_fen), 0)::bigint as fen, count(distinct id)::int as entries,
    (select count(distinct n.person_id)::int from saving_person n where n.federation_id = ${tx.federationId} and n.saving_id in (select id from counted)) as people from counted`.execute(rows(tx));
  return r.rows[0] as { fen: bigint; entries: number; people: number };
}

/** What waits for verification, at its claimed or first verified amounts, whenever it was made. */
export async function sumWaiting(tx: Tx, paths: readonly string[]): Promise<{ fen: bigint; entries: number }> {
  const r = await sql<{ fen: bigint; entries: number }>`select coalesce(sum(coalesce(s.verified_fen, s.claimed_fen) * ${MONTHS}), 0)::bigint as fen, count(*)::int as entries
    from saving s join union_unit u on u.federation_id = s.federation_id and u.id = s.unit_union_id
    where s.federation_id = ${tx.federationId} and s.counted_on is null and s.ended_on is null and ${inSubtrees(paths)}`.execute(rows(tx));
  return r.rows[0] as { fen: bigint; entries: number };
}

/** The branches of a union with everything below them, or the roots of several scopes; most first, at most 200. */
export async function sumUnits(tx: Tx, parentId: string | null, s: Span): Promise<NamedSum[]> {
  const which = parentId === null ? sql`b.path = any(${[...s.paths]}::text[])` : sql`b.parent_id = ${parentId}`;
  const r = await sql<NamedSum>`with ${counted(tx, s)} select b.id, b.name, '' as note, coalesce(sum(c.counted_fen), 0)::bigint as fen, count(distinct c.id)::int as entries
    from union_unit b left join counted c on c.unit_path like b.path || '%'
    where b.federation_id = ${tx.federationId} and b.state in ('preparing','active') and ${which} group by b.id, b.name order by 4 desc, b.name, b.id limit 200`.execute(rows(tx));
  return r.rows;
}

/** The posts that saved most, at most `most`; `note` is the unit. */
export async function sumPosts(tx: Tx, s: Span, most: number): Promise<NamedSum[]> {
  const r = await sql<NamedSum>`with ${counted(tx, s)} select p.id, p.name, c.unit as note, sum(c.counted_fen)::bigint as fen, count(distinct c.id)::int as entries
    from counted c join saving_post p on p.federation_id = ${tx.federationId} and p.id = c.post_id group by p.id, p.name, c.unit order by 4 desc, p.id limit ${most}`.execute(rows(tx));
  return r.rows;
}

/** The people whose parts come to most, at most `most`; `note` is their unit now. With `personId` only that one. */
export async function sumPersons(tx: Tx, s: Span, most: number, personId?: string): Promise<NamedSum[]> {
  const one = personId ? sql`and n.person_id = ${personId}` : sql``;
  const r = await sql<NamedSum>`with ${counted(tx, s)}, ${parts(tx, sql<boolean>`s.id in (select id from counted)`)}
    select n.person_id as id, p.name, coalesce(u.name, '') as note, sum(n.fen)::bigint as fen, count(distinct n.id)::int as entries
    from part n join counted c on c.id = n.id join person p on p.federation_id = ${tx.federationId} and p.id = n.person_id
    left join membership m on m.federation_id = p.federation_id and m.person_id = p.id and m.ended_on is null left join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id
    where true ${one} group by n.person_id, p.name, u.name order by 4 desc, n.person_id limit ${most}`.execute(rows(tx));
  return r.rows;
}

/** A post with what it saved. */
export async function sumPost(tx: Tx, postId: string, s: Span): Promise<{ fen: bigint; entries: number }> {
  const r = await sql<{ fen: bigint; entries: number }>`with ${counted(tx, s)} select coalesce(sum(counted_fen), 0)::bigint as fen, count(distinct id)::int as entries from counted where post_id = ${postId}`.execute(rows(tx));
  return r.rows[0] as { fen: bigint; entries: number };
}

/** The post of this person's latest saving. */
export async function findOwnPost(tx: Tx, personId: string): Promise<{ id: string; name: string; unit: string } | null> {
  const r = await sql<{ id: string; name: string; unit: string }>`select p.id, p.name, u.name as unit from saving_person n join saving s on s.federation_id = n.federation_id and s.id = n.saving_id
      join saving_post p on p.federation_id = s.federation_id and p.id = s.post_id join union_unit u on u.federation_id = p.federation_id and u.id = p.union_id
    where n.federation_id = ${tx.federationId} and n.person_id = ${personId} and n.position = 1 order by s.entered_on desc, s.id desc limit 1`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Rows of the sums by unit, month and kind for a spreadsheet; at most 20,000. */
export async function listCells(tx: Tx, s: Span): Promise<{ unit: string; month: string; kind: Kind; fen: bigint; entries: number }[]> {
  const r = await sql<{ unit: string; month: string; kind: Kind; fen: bigint; entries: number }>`with ${counted(tx, s)} select unit, to_char(month, 'YYYY-MM') as month, kind, sum(counted_fen)::bigint as fen, count(*)::int as entries
    from counted group by unit_path, unit, month, kind order by unit_path, month, kind limit 20000`.execute(rows(tx));
  return r.rows;
}

export type Ranked = { id: string; name: string; unit: string; fen: bigint; entries: number; wonIn: string | null };

/** People by what their savings counted in these days come to, most first; `wonIn` = the union in which they won the month already. */
export async function listRanking(tx: Tx, o: { path: string; from: string; to: string }, most: number): Promise<Ranked[]> {
  const which = sql<boolean>`s.counted_on >= ${o.from}::date and s.counted_on <= ${o.to}::date and s.unit_union_id in (select b.id from union_unit b where b.federation_id = ${tx.federationId} and b.path like ${`${o.path}%`})`;
  const r = await sql<Ranked>`with ${parts(tx, which)} select n.person_id as id, p.name, coalesce(u.name, '') as unit, sum(n.fen * n.months)::bigint as fen, count(distinct n.id)::int as entries, z.union_id as "wonIn"
    from part n join person p on p.federation_id = ${tx.federationId} and p.id = n.person_id
    left join membership m on m.federation_id = p.federation_id and m.person_id = p.id and m.ended_on is null left join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id
    left join saving_prize z on z.federation_id = p.federation_id and z.person_id = p.id and z.month = ${o.from}::date
    group by n.person_id, p.name, u.name, z.union_id having sum(n.fen) > 0 order by 4 desc, n.person_id limit ${most}`.execute(rows(tx));
  return r.rows;
}
