// Reads suggestion, suggestion_author and suggestion_person_group of part suggestions (decision 0013), membership, and payment_list and payment_line of the engine payments.
import type { Tx } from '#shared/call';
import { planByValues, type RawBuilder, rows, sql } from '#platform/db';
import { GROUPS, KINDS, type Measure, MEASURES } from './indicators.rules.ts';
import { counts, dayOf, grouped, handedIn, holds, type Span } from './span.sql.ts';

/** What is counted of suggestions in one row of a breakdown; `key`: a unit's id, the place of a month in the list, a kind, a campaign's id. */
export type CountRow = {
  part: 'unit' | 'month' | 'kind' | 'campaign'; key: string;
  valid: number; adopted: number; started: number; completed: number; standardised: number; benefited: number; benefitFen: number;
};

/** The months of a period for one reading: `days` has for each of its days the place of its month in the list, `first` is its first day. */
export type Months = { readonly first: string; readonly days: readonly number[] };

/** The place of a day's month, looked up and not reckoned: it is asked for hundreds of thousands of rows. */
const placeOf = (day: RawBuilder<unknown>, m: Months): RawBuilder<number> => sql<number>`(${[...m.days]}::int[])[${day} - ${m.first}::date + 1]`;

const BY_COHORT = sql`count(*) as valid, count(s.adopted_on) filter (where s.revoked_on is null) as adopted, count(s.started_on) filter (where s.revoked_on is null) as started,
  count(s.completed_on) filter (where s.revoked_on is null) as completed, count(s.standardised_on) filter (where s.revoked_on is null) as standardised,
  count(s.benefit_on) filter (where s.revoked_on is null) as benefited, coalesce(sum(s.benefit_fen) filter (where s.revoked_on is null and s.benefit_on is not null), 0)::float8 as fen`;
const BY_EVENT = sql`count(*) filter (where e.measure = 1) as valid, count(*) filter (where e.measure = 2) as adopted, count(*) filter (where e.measure = 3) as started, count(*) filter (where e.measure = 4) as completed,
  count(*) filter (where e.measure = 5) as standardised, count(*) filter (where e.measure = 6) as benefited, coalesce(sum(s.benefit_fen) filter (where e.measure = 6), 0)::float8 as fen`;
const SUMS = sql`sum(c.valid)::int as valid, sum(c.adopted)::int as adopted, sum(c.started)::int as started, sum(c.completed)::int as completed, sum(c.standardised)::int as standardised, sum(c.benefited)::int as benefited, sum(c.fen)::float8 as "benefitFen"`;

/**
 * Everything that is counted of suggestions, in one reading: by unit (of the whole scheme); and by month, kind and campaign of the whole
 * or of the unit the span is narrowed to.
 */
export async function countSuggestions(tx: Tx, s: Span, months: Months): Promise<CountRow[]> {
  const cohort = s.basis === 'cohort';
  const day = cohort ? sql`s.submitted_on` : sql`e.day`;
  const days = cohort ? sql`` : sql`cross join lateral (values (1, s.submitted_on), (2, s.adopted_on), (3, s.started_on), (4, s.completed_on), (5, s.standardised_on), (6, s.benefit_on)) as e(measure, day)`;
  const within = cohort ? handedIn(s) : sql`s.scheme_union_id = ${s.schemeId} and s.void_on is null and (e.measure = 1 or s.revoked_on is null)
        and (${sql.join(MEASURES.map((measure) => sql`${dayOf(measure)} between ${s.from}::date and ${s.to}::date`), sql` or `)})
        and e.day between ${s.from}::date and ${s.to}::date`;
  await planByValues(tx);
  const here = sql`(${s.unitId}::uuid is null or c.unit = ${s.unitId}::uuid)`;
  const r = await sql<CountRow>`with c as materialized (select s.unit_union_id as unit, ${placeOf(day, months)} as month, s.category as kind, s.campaign_id as campaign, ${cohort ? BY_COHORT : BY_EVENT}
      from suggestion s ${days} where s.federation_id = ${tx.federationId} and ${within} group by 1, 2, 3, 4)
    select 'unit' as part, c.unit::text as key, ${SUMS} from c group by c.unit
    union all select 'month', c.month::text, ${SUMS} from c where ${here} group by c.month
    union all select 'kind', c.kind, ${SUMS} from c where ${here} group by c.kind
    union all select 'campaign', c.campaign::text, ${SUMS} from c where c.campaign is not null and ${here} group by c.campaign`.execute(rows(tx));
  return r.rows;
}

/** People counted once: `part` = which table, `key` = in which of its rows they stand as bits (a unit's id for `unit`; groups of people on the last day for `group`). */
export type PeopleRow = { part: 'all' | 'unit' | 'month' | 'kind' | 'campaign' | 'group'; key: string; n: number };

const KIND_BITS = sql.join([sql`case s.category`, ...KINDS.map((kind, i) => sql`when ${sql.lit(kind)} then ${sql.lit(2 ** i)}`), sql`end`], sql` `);

/**
 * Distinct people who wrote or share in valid suggestions handed in within the period: of each unit; and of the whole (or of the unit
 * the span is narrowed to) by the set of months, kinds, campaigns and groups of people they stand in, as bits of a whole number.
 */
export async function countParticipants(tx: Tx, s: Span, months: Months, campaigns: readonly string[]): Promise<PeopleRow[]> {
  await planByValues(tx);
  const campaignBits = campaigns.length === 0 ? sql`null::bigint` : sql`case when s.campaign_id is null then null else 1::bigint << (array_position(${[...campaigns]}::uuid[], s.campaign_id) - 1) end`;
  const r = await sql<PeopleRow>`with a as materialized (
      select a.person_id, a.unit_union_id, bit_or(1::bigint << ${placeOf(sql`s.submitted_on`, months)}) as months, bit_or(${KIND_BITS}) as kinds, bit_or(${campaignBits}) as campaigns
      from suggestion s join suggestion_author a on a.federation_id = s.federation_id and a.suggestion_id = s.id
      where s.federation_id = ${tx.federationId} and ${handedIn(s)} group by a.person_id, a.unit_union_id),
    p as materialized (select a.person_id, bit_or(a.months) as months, bit_or(a.kinds) as kinds, bit_or(a.campaigns) as campaigns from a
      where ${s.unitId}::uuid is null or a.unit_union_id = ${s.unitId}::uuid group by a.person_id),
    ${groupedPeople(tx, s)}
    select 'unit' as part, a.unit_union_id::text as key, count(*)::int as n from a group by a.unit_union_id
    union all select 'all', '', count(*)::int from p
    union all select 'month', p.months::text, count(*)::int from p group by p.months
    union all select 'kind', p.kinds::text, count(*)::int from p where p.kinds is not null group by p.kinds
    union all select 'campaign', p.campaigns::text, count(*)::int from p where p.campaigns is not null group by p.campaigns
    union all select 'group', g.bits::text, count(*)::int from p join g on g.person_id = p.person_id group by g.bits`.execute(rows(tx));
  return r.rows;
}

/** `g`: members on the last day who then belong to groups of people, as bits in the order of GROUPS. */
const groupedPeople = (tx: Tx, s: Span): RawBuilder<unknown> => sql`g as materialized (
  select x.person_id, x.bits from (select g.person_id, bit_or(1 << (array_position(${[...GROUPS]}::text[], g.person_group) - 1)) as bits from suggestion_person_group g
    where g.federation_id = ${tx.federationId} and ${grouped(s)} group by g.person_id) x
  where exists (select 1 from membership m where m.federation_id = ${tx.federationId} and m.person_id = x.person_id and ${holds(s)}))`;

/** Members of one union who belonged from the `first` of the days on, up to before the `last`. */
export type StaffRow = { unionId: string; first: number; last: number; n: number };

/** Members of all unions on each of these days (ascending), from dated memberships, in one reading. `afters`: the days after them. */
export async function countStaff(tx: Tx, unions: readonly string[], afters: readonly string[]): Promise<StaffRow[]> {
  const days = [...afters];
  const r = await sql<StaffRow>`select m.union_id as "unionId", width_bucket(m.began_on, ${days}::date[]) as first, coalesce(width_bucket(m.ended_on, ${days}::date[]), ${days.length}::int) as last, count(*)::int as n
    from membership m where m.federation_id = ${tx.federationId} and m.union_id = any(${[...unions]}::uuid[]) and m.state <> 'reserved' group by 1, 2, 3`.execute(rows(tx));
  return r.rows;
}

/** Counts of the members or suggestions that stand in exactly this set of groups (bits in the order of GROUPS). */
export type GroupRow = { bits: number; staff: number; valid: number; adopted: number; started: number; completed: number; standardised: number; benefited: number; benefitFen: number };

/**
 * By group of people: its members on the last day, and the suggestions with at least one author among them.
 * A suggestion of a manager and a team leader counts for both groups.
 */
export async function countGroups(tx: Tx, s: Span): Promise<GroupRow[]> {
  await planByValues(tx);
  const counted = (measure: Measure) => sql`(count(*) filter (where ${counts(measure, s)}))::int`;
  const r = await sql<GroupRow>`with ${groupedPeople(tx, s)},
    w as materialized (select a.suggestion_id, bit_or(g.bits) as bits from g join suggestion_author a on a.federation_id = ${tx.federationId} and a.person_id = g.person_id group by a.suggestion_id)
    select g.bits, count(*)::int as staff, 0 as valid, 0 as adopted, 0 as started, 0 as completed, 0 as standardised, 0 as benefited, 0::float8 as "benefitFen" from g group by g.bits
    union all select w.bits, 0, ${counted('valid')}, ${counted('adopted')}, ${counted('started')}, ${counted('completed')}, ${counted('standardised')}, ${counted('benefited')},
      coalesce(sum(s.benefit_fen) filter (where ${counts('benefited', s)}), 0)::float8
      from w join suggestion s on s.federation_id = ${tx.federationId} and s.id = w.suggestion_id
      where s.scheme_union_id = ${s.schemeId} and s.void_on is null and (${s.basis === 'event'} or s.submitted_on between ${s.from}::date and ${s.to}::date) and (${s.unitId}::uuid is null or s.unit_union_id = ${s.unitId}::uuid)
      group by w.bits`.execute(rows(tx));
  return r.rows;
}

/** Rewards paid to people of one union; null = whoever belongs nowhere in the scheme on the last day. */
export type RewardRow = { unionId: string | null; paidFen: number };

/**
 * Rewards of the scheme that were paid for months (or the whole year) within the period: lines of payment lists of its purposes, less what was
 * set off. The unit is that of the author's share, else that of the person's membership on the last day.
 */
export async function sumRewards(tx: Tx, s: Span, unions: readonly string[]): Promise<RewardRow[]> {
  await planByValues(tx);
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
