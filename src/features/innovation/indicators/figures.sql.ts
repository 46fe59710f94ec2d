// Reads suggestion, suggestion_author and suggestion_person_group of part suggestions (decision 0013), membership, and payment_list and payment_line of the engine payments.
import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import { GROUPS, KINDS } from './indicators.rules.ts';
import { counts, grouped, handedIn, holds, type Span } from './span.sql.ts';

/** Suggestions of one unit, month (place in the list of months), kind and campaign. */
export type CubeRow = {
  unitId: string; month: number; kind: string; campaignId: string | null;
  valid: number; adopted: number; started: number; completed: number; standardised: number; benefited: number; benefitFen: number;
};

/** Everything that is counted of suggestions, in one reading: at most a row for each unit, month, kind and campaign. `starts`: first days of the months. */
export async function countSuggestions(tx: Tx, s: Span, starts: readonly string[]): Promise<CubeRow[]> {
  const days = [...starts];
  if (s.basis === 'cohort') {
    const r = await sql<CubeRow>`select s.unit_union_id as "unitId", width_bucket(s.submitted_on, ${days}::date[]) - 1 as month, s.category as kind, s.campaign_id as "campaignId",
        count(*)::int as valid, (count(s.adopted_on) filter (where s.revoked_on is null))::int as adopted, (count(s.started_on) filter (where s.revoked_on is null))::int as started,
        (count(s.completed_on) filter (where s.revoked_on is null))::int as completed, (count(s.standardised_on) filter (where s.revoked_on is null))::int as standardised,
        (count(s.benefit_on) filter (where s.revoked_on is null))::int as benefited, coalesce(sum(s.benefit_fen) filter (where s.revoked_on is null and s.benefit_on is not null), 0)::float8 as "benefitFen"
      from suggestion s where s.federation_id = ${tx.federationId} and ${handedIn(s)} group by 1, 2, 3, 4`.execute(rows(tx));
    return r.rows;
  }
  const r = await sql<CubeRow>`select s.unit_union_id as "unitId", width_bucket(e.day, ${days}::date[]) - 1 as month, s.category as kind, s.campaign_id as "campaignId",
      (count(*) filter (where e.measure = 1))::int as valid, (count(*) filter (where e.measure = 2))::int as adopted, (count(*) filter (where e.measure = 3))::int as started,
      (count(*) filter (where e.measure = 4))::int as completed, (count(*) filter (where e.measure = 5))::int as standardised, (count(*) filter (where e.measure = 6))::int as benefited,
      coalesce(sum(s.benefit_fen) filter (where e.measure = 6), 0)::float8 as "benefitFen"
    from suggestion s cross join lateral (values (1, s.submitted_on), (2, s.adopted_on), (3, s.started_on), (4, s.completed_on), (5, s.standardised_on), (6, s.benefit_on)) as e(measure, day)
    where s.federation_id = ${tx.federationId} and s.scheme_union_id = ${s.schemeId} and s.void_on is null and (e.measure = 1 or s.revoked_on is null)
      and e.day between ${s.from}::date and ${s.to}::date group by 1, 2, 3, 4`.execute(rows(tx));
  return r.rows;
}

/** People counted once: `part` = which table, `bits` = in which of its rows they stand (a unit's id for `unit`). */
export type PeopleRow = { part: 'all' | 'unit' | 'month' | 'kind' | 'campaign'; key: string; n: number };

/**
 * Distinct people who wrote or share in valid suggestions handed in within the period: of each unit; and of the whole (or of the unit
 * the span is narrowed to) by the set of months, kinds and campaigns they stand in, as bits of a whole number.
 */
export async function countParticipants(tx: Tx, s: Span, starts: readonly string[], campaigns: readonly string[]): Promise<PeopleRow[]> {
  const r = await sql<PeopleRow>`with a as (
      select a.person_id, a.unit_union_id, bit_or(1::bigint << (width_bucket(s.submitted_on, ${[...starts]}::date[]) - 1)) as months, bit_or(1::bigint << (array_position(${[...KINDS]}::text[], s.category) - 1)) as kinds,
        bit_or(1::bigint << (array_position(${[...campaigns]}::uuid[], s.campaign_id) - 1)) as campaigns
      from suggestion s join suggestion_author a on a.federation_id = s.federation_id and a.suggestion_id = s.id
      where s.federation_id = ${tx.federationId} and ${handedIn(s)} group by a.person_id, a.unit_union_id),
    p as (select a.person_id, bit_or(a.months) as months, bit_or(a.kinds) as kinds, bit_or(a.campaigns) as campaigns from a
      where ${s.unitId}::uuid is null or a.unit_union_id = ${s.unitId}::uuid group by a.person_id)
    select 'unit' as part, a.unit_union_id::text as key, count(*)::int as n from a group by a.unit_union_id
    union all select 'all', '', count(*)::int from p
    union all select 'month', p.months::text, count(*)::int from p group by p.months
    union all select 'kind', p.kinds::text, count(*)::int from p where p.kinds is not null group by p.kinds
    union all select 'campaign', p.campaigns::text, count(*)::int from p where p.campaigns is not null group by p.campaigns`.execute(rows(tx));
  return r.rows;
}

/** Members of one union who belonged from the `first` of the days on, up to before the `last`. */
export type StaffRow = { unionId: string; first: number; last: number; n: number };

/** Members of all unions on each of these days (ascending), from dated memberships, in one reading. `afters`: the days after them. */
export async function countStaff(tx: Tx, unions: readonly string[], afters: readonly string[]): Promise<StaffRow[]> {
  const days = [...afters];
  const r = await sql<StaffRow>`select m.union_id as "unionId", width_bucket(m.began_on, ${days}::date[]) as first, coalesce(width_bucket(m.ended_on, ${days}::date[]), ${days.length}::int) as last, count(*)::int as n
    from membership m where m.federation_id = ${tx.federationId} and m.union_id = any(${[...unions]}::uuid[]) and m.state <> 'reserved' group by 1, 2, 3`.execute(rows(tx));
  return r.rows;
}

/** Counts of the people or suggestions that stand in exactly this set of groups (bits in the order of GROUPS). */
export type GroupRow = { bits: number; staff: number; participants: number; valid: number; adopted: number; started: number; completed: number; standardised: number; benefited: number; benefitFen: number };

/**
 * By group of people: its members on the last day, those of them who took part, and the suggestions with at least one author among them.
 * A suggestion of a manager and a team leader counts for both groups.
 */
export async function countGroups(tx: Tx, s: Span): Promise<GroupRow[]> {
  const inUnit = (column: string) => sql<boolean>`(${s.unitId}::uuid is null or ${sql.ref(column)} = ${s.unitId}::uuid)`;
  const r = await sql<GroupRow>`with g as materialized (
      select g.person_id, bit_or(1 << (array_position(${[...GROUPS]}::text[], g.person_group) - 1)) as bits from suggestion_person_group g
      where g.federation_id = ${tx.federationId} and ${grouped(s)} group by g.person_id),
    p as materialized (select g.person_id, g.bits from g where exists (select 1 from membership m where m.federation_id = ${tx.federationId} and m.person_id = g.person_id and ${holds(s)})),
    w as (select p.bits, p.person_id, a.unit_union_id as at, s.id, s.unit_union_id as unit, s.benefit_fen, ${counts('valid', s)} as valid, (${handedIn(s)}) as handed, ${counts('adopted', s)} as adopted, ${counts('started', s)} as started,
        ${counts('completed', s)} as completed, ${counts('standardised', s)} as standardised, ${counts('benefited', s)} as benefited
      from p join suggestion_author a on a.federation_id = ${tx.federationId} and a.person_id = p.person_id join suggestion s on s.federation_id = ${tx.federationId} and s.id = a.suggestion_id
      where s.scheme_union_id = ${s.schemeId} and s.void_on is null and (${s.basis === 'event'} or s.submitted_on between ${s.from}::date and ${s.to}::date)),
    x as (select w.id, bit_or(w.bits) as bits, w.benefit_fen, w.valid, w.adopted, w.started, w.completed, w.standardised, w.benefited from w where ${inUnit('w.unit')}
      group by w.id, w.benefit_fen, w.valid, w.adopted, w.started, w.completed, w.standardised, w.benefited)
    select p.bits, count(*)::int as staff, 0 as participants, 0 as valid, 0 as adopted, 0 as started, 0 as completed, 0 as standardised, 0 as benefited, 0::float8 as "benefitFen" from p group by p.bits
    union all select w.bits, 0, count(distinct w.person_id)::int, 0, 0, 0, 0, 0, 0, 0 from w where w.handed and ${inUnit('w.at')} group by w.bits
    union all select x.bits, 0, 0, (count(*) filter (where x.valid))::int, (count(*) filter (where x.adopted))::int, (count(*) filter (where x.started))::int, (count(*) filter (where x.completed))::int,
      (count(*) filter (where x.standardised))::int, (count(*) filter (where x.benefited))::int, coalesce(sum(x.benefit_fen) filter (where x.benefited), 0)::float8 from x group by x.bits`.execute(rows(tx));
  return r.rows;
}

/** Rewards paid to people of one union; null = whoever belongs nowhere in the scheme on the last day. */
export type RewardRow = { unionId: string | null; paidFen: number };

/**
 * Rewards of the scheme that were paid for months (or the whole year) within the period: lines of payment lists of its purposes, less what was
 * set off. The unit is that of the author's share, else that of the person's membership on the last day.
 */
export async function sumRewards(tx: Tx, s: Span, unions: readonly string[]): Promise<RewardRow[]> {
  const held = holds({ ...s, unions });
  const r = await sql<RewardRow>`select coalesce(a.unit_union_id, (select m.union_id from membership m where m.federation_id = x.federation_id and m.person_id = x.person_id and ${held} limit 1)) as "unionId", sum(x.amount_fen)::float8 as "paidFen"
    from payment_list l join payment_line x on x.federation_id = l.federation_id and x.list_id = l.id and x.state = 'paid'
    left join suggestion_author a on a.federation_id = x.federation_id and a.suggestion_id = case when x.document_kind = 'suggestion' then x.document_id::uuid end and a.person_id = x.person_id
    where l.federation_id = ${tx.federationId} and l.union_id = ${s.schemeId} and l.purpose like 'suggestion.%'
      and case when length(l.period) = 4 then to_date(l.period || '-01-01', 'YYYY-MM-DD') >= ${s.from}::date and to_date(l.period || '-12-31', 'YYYY-MM-DD') <= ${s.to}::date
        else to_date(l.period || '-01', 'YYYY-MM-DD') >= ${s.from}::date and (to_date(l.period || '-01', 'YYYY-MM-DD') + interval '1 month')::date - 1 <= ${s.to}::date end
    group by 1`.execute(rows(tx));
  return r.rows;
}
