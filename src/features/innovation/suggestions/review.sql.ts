import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import type { Verdict } from './agreement.rules.ts';
import type { Bar } from './panel.rules.ts';
import type { Category, ExpertGroup } from './suggestions.rules.ts';

export type ReviewRow = {
  reviewerId: string; name: string; unit: string; round: number; expertGroup: ExpertGroup; askedById: string; askedAt: Date; verdict: Verdict | null; grade: number | null; text: string; conflict: string; givenAt: Date | null;
};
export type ExpertRow = { personId: string; name: string; unit: string; leads: boolean; near: boolean; open: number; bar: Bar | null };
/** Where a suggestion stands before the company: `round` 2 is the appeal. `experts`: of its group, today. */
export type Hearing = { state: string; unionId: string; title: string; expertGroup: ExpertGroup | null; category: Category; schemeUnionId: string; unitUnionId: string; blind: boolean; round: number; given: number; experts: number; rejectedById: string | null; version: number };
export type AskedRow = { id: string; number: string; title: string; category: Category; expertGroup: ExpertGroup; round: number; askedAt: Date; givenAt: Date | null; verdict: Verdict | null; grade: number | null; waits: boolean };

/** The round a case is in, by its state: the appeal is the second. */
const ROUND = sql`case when c.state = 'appealed' then 2 else 1 end`;
const LAST_JUDGE = sql`(select e.by_id from case_event e where e.federation_id = c.federation_id and e.case_id = c.id and e.step in ('reject', 'rejectUnit') order by e.position desc limit 1)`;

/** How far a suggestion was heard; null when there is none. */
export async function findHearing(tx: Tx, id: string, on: string): Promise<Hearing | null> {
  const r = await sql<Hearing>`select c.state, c.union_id as "unionId", c.title, c.version, s.expert_group as "expertGroup", s.category, s.scheme_union_id as "schemeUnionId", s.unit_union_id as "unitUnionId", k.blind, ${ROUND} as round,
      (select count(*)::int from suggestion_review v where v.federation_id = s.federation_id and v.suggestion_id = s.id and v.round = ${ROUND} and v.verdict is not null) as given,
      (select count(distinct x.person_id)::int from suggestion_expert x where x.federation_id = s.federation_id and x.scheme_union_id = s.scheme_union_id and (s.expert_group is null or x.expert_group = s.expert_group)
        and x.from_date <= ${on}::date and (x.to_date is null or x.to_date >= ${on}::date)) as experts,
      ${LAST_JUDGE} as "rejectedById"
    from suggestion s join case_file c on c.federation_id = s.federation_id and c.id = s.id join suggestion_scheme k on k.federation_id = s.federation_id and k.union_id = s.scheme_union_id
    where s.federation_id = ${tx.federationId} and s.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Locks the case of a suggestion, so that experts are asked and speak one after the other. */
export async function lockHearing(tx: Tx, id: string): Promise<void> {
  await sql`select 1 from case_file c where c.federation_id = ${tx.federationId} and c.id = ${id} for update`.execute(rows(tx));
}

/** The opinions that were asked for, in the order of asking. */
export async function listReviews(tx: Tx, id: string): Promise<ReviewRow[]> {
  const r = await sql<ReviewRow>`select v.reviewer_id as "reviewerId", p.name, coalesce(u.name, '') as unit, v.round, v.expert_group as "expertGroup", v.asked_by_id as "askedById", v.asked_at as "askedAt", v.verdict, v.grade, v.text, v.conflict, v.given_at as "givenAt"
    from suggestion_review v join person p on p.federation_id = v.federation_id and p.id = v.reviewer_id
    left join membership m on m.federation_id = v.federation_id and m.person_id = v.reviewer_id and m.state = 'active'
    left join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id
    where v.federation_id = ${tx.federationId} and v.suggestion_id = ${id} order by v.round, v.asked_at, v.reviewer_id limit 60`.execute(rows(tx));
  return r.rows;
}

/** The experts of a group with what speaks against each, for one suggestion in one round. */
export async function listExpertsFor(tx: Tx, o: { id: string; schemeUnionId: string; group: ExpertGroup; round: number; on: string }): Promise<ExpertRow[]> {
  const r = await sql<ExpertRow>`select x.person_id as "personId", p.name, coalesce(u.name, '') as unit, bool_or(x.leads) as leads,
      coalesce(bool_or(exists (select 1 from suggestion_author a join union_unit n on n.federation_id = a.federation_id and n.id = a.unit_union_id
        where a.federation_id = x.federation_id and a.suggestion_id = ${o.id} and u.path like n.path || '%')), false) as near,
      (select count(*)::int from suggestion_review v join case_file c on c.federation_id = v.federation_id and c.id = v.suggestion_id
        where v.federation_id = x.federation_id and v.reviewer_id = x.person_id and v.given_at is null and c.state in ('company', 'appealed') and v.round = ${ROUND}) as open,
      case when exists (select 1 from suggestion_author a where a.federation_id = x.federation_id and a.suggestion_id = ${o.id} and a.person_id = x.person_id) then 'author'
        when exists (select 1 from case_barred b where b.federation_id = x.federation_id and b.case_id = ${o.id} and b.person_id = x.person_id) then 'barred'
        when exists (select 1 from suggestion_review v where v.federation_id = x.federation_id and v.suggestion_id = ${o.id} and v.reviewer_id = x.person_id and v.round = ${o.round}) then 'asked'
        when exists (select 1 from suggestion_review v where v.federation_id = x.federation_id and v.suggestion_id = ${o.id} and v.reviewer_id = x.person_id and v.round < ${o.round} and v.verdict is not null)
          or (${o.round} > 1 and x.person_id = (select ${LAST_JUDGE} from case_file c where c.federation_id = x.federation_id and c.id = ${o.id})) then 'before' end as bar
    from suggestion_expert x join person p on p.federation_id = x.federation_id and p.id = x.person_id
    left join membership m on m.federation_id = x.federation_id and m.person_id = x.person_id and m.state = 'active'
    left join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id
    where x.federation_id = ${tx.federationId} and x.scheme_union_id = ${o.schemeUnionId} and x.expert_group = ${o.group} and x.from_date <= ${o.on}::date and (x.to_date is null or x.to_date >= ${o.on}::date)
    group by x.federation_id, x.person_id, p.name, u.name, u.path order by p.name, x.person_id limit 200`.execute(rows(tx));
  return r.rows;
}

/** Keeps that experts were asked. */
export async function insertReviews(tx: Tx, o: { id: string; round: number; group: ExpertGroup; askedById: string; reviewerIds: readonly string[] }): Promise<void> {
  await sql`insert into suggestion_review (federation_id, suggestion_id, round, reviewer_id, expert_group, asked_by_id, asked_at)
    select ${tx.federationId}, ${o.id}, ${o.round}, x.id, ${o.group}, ${o.askedById}, ${tx.now} from unnest(${[...o.reviewerIds]}::uuid[]) as x(id)`.execute(rows(tx));
}

/** Writes what an expert thinks, or that he or she stepped back; only once. */
export async function settleReview(tx: Tx, o: { id: string; round: number; reviewerId: string; verdict: Verdict | null; grade: number | null; text: string; conflict: string }): Promise<boolean> {
  const r = await sql`update suggestion_review set verdict = ${o.verdict}, grade = ${o.grade}, text = ${o.text}, conflict = ${o.conflict}, given_at = ${tx.now}
    where federation_id = ${tx.federationId} and suggestion_id = ${o.id} and round = ${o.round} and reviewer_id = ${o.reviewerId} and given_at is null`.execute(rows(tx));
  return (r.numAffectedRows ?? 0n) > 0n;
}

/** Takes back that somebody was asked who has not spoken. */
export async function deleteWaiting(tx: Tx, o: { id: string; round: number; reviewerId: string }): Promise<boolean> {
  const r = await sql`delete from suggestion_review where federation_id = ${tx.federationId} and suggestion_id = ${o.id} and round = ${o.round} and reviewer_id = ${o.reviewerId} and given_at is null`.execute(rows(tx));
  return (r.numAffectedRows ?? 0n) > 0n;
}

/** What a person was asked about, what waits first. */
export async function listAsked(tx: Tx, personId: string, f: { waits?: boolean | undefined }, page: { limit: number; offset: number }): Promise<{ items: AskedRow[]; total: number }> {
  const waits = sql<boolean>`(v.given_at is null and c.state in ('company', 'appealed') and v.round = ${ROUND})`;
  const from = sql`from suggestion_review v join suggestion s on s.federation_id = v.federation_id and s.id = v.suggestion_id join case_file c on c.federation_id = s.federation_id and c.id = s.id
    where v.federation_id = ${tx.federationId} and v.reviewer_id = ${personId} and v.conflict = '' and (v.given_at is not null or ${waits})
      and not exists (select 1 from case_barred b where b.federation_id = c.federation_id and b.case_id = c.id and b.person_id = ${personId})
      and ${f.waits === undefined ? sql`true` : sql`${waits} = ${f.waits}::boolean`}`;
  const r = await sql<AskedRow>`select s.id, c.number, c.title, s.category, v.expert_group as "expertGroup", v.round, v.asked_at as "askedAt", v.given_at as "givenAt", v.verdict, v.grade, ${waits} as waits
    ${from} order by ${waits} desc, case when ${waits} then v.asked_at end, v.given_at desc, s.id limit ${page.limit} offset ${page.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`select count(*)::int as n ${from}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}

/** Reviews that have waited since before a moment, for reminding. */
export async function listOverdue(tx: Tx, before: Date, limit: number): Promise<{ id: string; title: string; reviewerId: string; round: number; askedAt: Date; schemeUnionId: string }[]> {
  const r = await sql<{ id: string; title: string; reviewerId: string; round: number; askedAt: Date; schemeUnionId: string }>`select v.suggestion_id as id, c.title, v.reviewer_id as "reviewerId", v.round, v.asked_at as "askedAt", s.scheme_union_id as "schemeUnionId"
    from suggestion_review v join suggestion s on s.federation_id = v.federation_id and s.id = v.suggestion_id join case_file c on c.federation_id = s.federation_id and c.id = s.id
    where v.federation_id = ${tx.federationId} and v.given_at is null and v.asked_at <= ${before} and c.state in ('company', 'appealed') and v.round = ${ROUND} order by v.asked_at, v.suggestion_id, v.reviewer_id limit ${limit}`.execute(rows(tx));
  return r.rows;
}
