import type { Tx } from '#shared/call';
import { inSubtrees } from '#engines/org';
import { rows, sql } from '#platform/db';

/** What is counted: letters that arrived in a span, in the unions of these subtrees. */
export type Span = { readonly paths: readonly string[]; readonly from: Date; readonly to: Date };

/**
 * Letters of one month (China's calendar, of their arrival) and kind. `late`: open and past the next deadline.
 * `…Of`: deadlines that were met or have passed, `…Kept`: how many of those in time; those still running count for nothing yet.
 */
export type LetterRow = {
  month: number; category: string; opened: number; open: number; late: number; reopened: number; answered: number; inTime: number; rated: number; satisfied: number;
  acceptKept: number; acceptOf: number; answerKept: number; answerOf: number; finishKept: number; finishOf: number;
};

/** Everything that is counted of letters in one reading: at most a row for each month and kind. */
export async function countLetters(tx: Tx, s: Span): Promise<LetterRow[]> {
  const r = await sql<LetterRow>`select extract(month from c.opened_at at time zone 'Asia/Shanghai')::int as month, coalesce(c.facts->>'category', 'other') as category,
      count(*)::int as opened, count(*) filter (where c.is_open)::int as open, count(*) filter (where c.is_open and c.next_due < ${tx.now})::int as late,
      count(*) filter (where c.reopened > 0)::int as reopened, count(c.answered_at)::int as answered, count(*) filter (where c.answered_at <= c.answer_due)::int as "inTime",
      count(coalesce(c.rating_again, c.rating))::int as rated, count(*) filter (where coalesce(c.rating_again, c.rating) >= 4)::int as satisfied,
      count(*) filter (where c.accepted_at <= c.accept_due)::int as "acceptKept", count(*) filter (where c.accept_due is not null and (c.accepted_at is not null or c.accept_due < ${tx.now}))::int as "acceptOf",
      count(*) filter (where c.answered_at <= c.answer_due)::int as "answerKept", count(*) filter (where c.answer_due is not null and (c.answered_at is not null or c.answer_due < ${tx.now}))::int as "answerOf",
      count(*) filter (where c.finished_at <= c.finish_due)::int as "finishKept", count(*) filter (where c.finish_due is not null and (c.finished_at is not null or (c.is_open and c.finish_due < ${tx.now})))::int as "finishOf"
    from case_file c join union_unit u on u.federation_id = c.federation_id and u.id = c.union_id
    where c.federation_id = ${tx.federationId} and c.process = 'letter' and ${inSubtrees(s.paths)} and c.opened_at >= ${s.from} and c.opened_at < ${s.to}
    group by 1, 2`.execute(rows(tx));
  return r.rows;
}

export type BranchRow = {
  id: string; name: string; below: number; members: number; women: number; unattached: number; joinedYear: number;
  opened: number; answered: number; inTime: number; rated: number; satisfied: number; total: number;
};

/** The unions `branches` (a condition over `b`), each with the sums of everything below it, by name; `total` = how many there are. */
async function sumBranches(tx: Tx, which: ReturnType<typeof sql<boolean>>, span: Omit<Span, 'paths'>, page: { limit: number; offset: number }): Promise<BranchRow[]> {
  const r = await sql<BranchRow>`with branch as (
      select b.id, b.name, b.path, count(*) over ()::int as total from union_unit b
      where b.federation_id = ${tx.federationId} and b.state in ('preparing','active') and ${which} order by b.name, b.id limit ${page.limit} offset ${page.offset}),
    people as (select b.id, count(*)::int - 1 as below, coalesce(sum(f.members), 0)::int as members, coalesce(sum(f.women), 0)::int as women,
        coalesce(sum(f.unattached), 0)::int as unattached, coalesce(sum(f.joined_year), 0)::int as joined
      from branch b join union_unit u on u.federation_id = ${tx.federationId} and u.path like b.path || '%' and u.state in ('preparing','active')
      left join union_figure f on f.federation_id = u.federation_id and f.union_id = u.id group by b.id),
    post as (select b.id, count(*)::int as opened, count(c.answered_at)::int as answered, count(*) filter (where c.answered_at <= c.answer_due)::int as in_time,
        count(coalesce(c.rating_again, c.rating))::int as rated, count(*) filter (where coalesce(c.rating_again, c.rating) >= 4)::int as satisfied
      from branch b join union_unit u on u.federation_id = ${tx.federationId} and u.path like b.path || '%'
      join case_file c on c.federation_id = u.federation_id and c.union_id = u.id and c.process = 'letter' and c.opened_at >= ${span.from} and c.opened_at < ${span.to}
      group by b.id)
    select b.id, b.name, b.total, coalesce(p.below, 0) as below, coalesce(p.members, 0) as members, coalesce(p.women, 0) as women, coalesce(p.unattached, 0) as unattached,
      coalesce(p.joined, 0) as "joinedYear", coalesce(l.opened, 0) as opened, coalesce(l.answered, 0) as answered, coalesce(l.in_time, 0) as "inTime",
      coalesce(l.rated, 0) as rated, coalesce(l.satisfied, 0) as satisfied
    from branch b left join people p on p.id = b.id left join post l on l.id = b.id order by b.name, b.id`.execute(rows(tx));
  return r.rows;
}

/** The unions directly below one union. */
export const listBranches = (tx: Tx, parentId: string, span: Omit<Span, 'paths'>, page: { limit: number; offset: number }): Promise<BranchRow[]> =>
  sumBranches(tx, sql<boolean>`b.parent_id = ${parentId}`, span, page);

/** The roots of several scopes, by their paths. */
export const listRoots = (tx: Tx, paths: readonly string[], span: Omit<Span, 'paths'>, page: { limit: number; offset: number }): Promise<BranchRow[]> =>
  sumBranches(tx, sql<boolean>`b.path = any(${[...paths]}::text[])`, span, page);

/** The union whose path this is. */
export async function findByPath(tx: Tx, path: string): Promise<{ id: string; name: string; path: string } | null> {
  const r = await sql<{ id: string; name: string; path: string }>`select u.id, u.name, u.path from union_unit u where u.federation_id = ${tx.federationId} and u.path = ${path}`.execute(rows(tx));
  return r.rows[0] ?? null;
}
