/** Reads the tables of part suggestions (decision 0013) and writes its own. */
import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';

export type HonourKind = 'bestSuggestion' | 'bestUnit' | 'specialist' | 'campaign';
export type NewHonour = {
  id: string; schemeUnionId: string; year: number; kind: HonourKind; suggestionId: string | null; unitUnionId: string | null; personId: string | null; campaignId: string | null;
  place: number; month: string; amountFen: bigint; ruleSetId: string | null; decidedById: string | null;
};
export type Honour = Omit<NewHonour, 'ruleSetId' | 'decidedById'> & { decidedAt: Date; withdrawnAt: Date | null; withdrawnWhy: string; title: string; number: string; unit: string; person: string; campaign: string };

/** Locks a scheme, so that two officers do not give one award too many. */
export async function lockScheme(tx: Tx, unionId: string): Promise<void> {
  await sql`select 1 from suggestion_scheme where federation_id = ${tx.federationId} and union_id = ${unionId} for update`.execute(rows(tx));
}

/** Writes awards that are not given yet. @returns the ids that were written */
export async function insertHonours(tx: Tx, list: readonly NewHonour[]): Promise<string[]> {
  const r = await sql<{ id: string }>`insert into reward_honour (federation_id, id, scheme_union_id, year, kind, suggestion_id, unit_union_id, person_id, campaign_id, place, month, amount_fen, rule_set_id, decided_by_id, decided_at)
    select ${tx.federationId}, x.id, x."schemeUnionId", x.year, x.kind, x."suggestionId", x."unitUnionId", x."personId", x."campaignId", x.place, x.month, x."amountFen", x."ruleSetId", x."decidedById", ${tx.now}
    from jsonb_to_recordset(${JSON.stringify(list.map((h) => ({ ...h, amountFen: String(h.amountFen) })))}::jsonb) as x(id uuid, "schemeUnionId" uuid, year smallint, kind text, "suggestionId" uuid, "unitUnionId" uuid,
      "personId" uuid, "campaignId" uuid, place smallint, month text, "amountFen" bigint, "ruleSetId" uuid, "decidedById" uuid)
    on conflict do nothing returning id`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

const SHOWN = sql`h.id, h.scheme_union_id as "schemeUnionId", h.year, h.kind, h.suggestion_id as "suggestionId", h.unit_union_id as "unitUnionId", h.person_id as "personId", h.campaign_id as "campaignId", h.place, h.month,
  h.amount_fen as "amountFen", h.decided_at as "decidedAt", h.withdrawn_at as "withdrawnAt", h.withdrawn_why as "withdrawnWhy", coalesce(c.title, '') as title, coalesce(c.number, '') as number,
  coalesce(u.name, n.name, '') as unit, coalesce(p.name, '') as person, coalesce(k.title, '') as campaign`;
const FROM = sql`reward_honour h left join suggestion s on s.federation_id = h.federation_id and s.id = h.suggestion_id
  left join case_file c on c.federation_id = h.federation_id and c.id = h.suggestion_id
  left join union_unit n on n.federation_id = s.federation_id and n.id = s.unit_union_id
  left join union_unit u on u.federation_id = h.federation_id and u.id = h.unit_union_id
  left join person p on p.federation_id = h.federation_id and p.id = h.person_id
  left join suggestion_campaign k on k.federation_id = h.federation_id and k.id = h.campaign_id`;

/** Awards of a scheme's year, those that were withdrawn last. */
export async function listHonours(tx: Tx, schemeUnionId: string, year: number): Promise<Honour[]> {
  const r = await sql<Honour>`select ${SHOWN} from ${FROM} where h.federation_id = ${tx.federationId} and h.scheme_union_id = ${schemeUnionId} and h.year = ${year}
    order by h.withdrawn_at nulls first, h.kind, h.campaign_id, h.place, h.amount_fen desc, h.id limit 1000`.execute(rows(tx));
  return r.rows;
}

/** One award, locked. */
export async function lockHonour(tx: Tx, id: string): Promise<Honour | null> {
  const r = await sql<Honour>`select ${SHOWN} from ${FROM} where h.federation_id = ${tx.federationId} and h.id = ${id} for update of h`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Takes an award back. */
export async function withdrawHonour(tx: Tx, id: string, why: string): Promise<void> {
  await sql`update reward_honour set withdrawn_at = ${tx.now}, withdrawn_why = ${why} where federation_id = ${tx.federationId} and id = ${id} and withdrawn_at is null`.execute(rows(tx));
}

/** Authors of suggestions with their shares, in order. */
export async function listSharing(tx: Tx, suggestionIds: readonly string[]): Promise<Map<string, { personId: string; share: number }[]>> {
  const r = await sql<{ suggestionId: string; personId: string; share: number }>`select suggestion_id as "suggestionId", person_id as "personId", share from suggestion_author
    where federation_id = ${tx.federationId} and suggestion_id = any(${[...suggestionIds]}::uuid[]) order by suggestion_id, position`.execute(rows(tx));
  return Map.groupBy(r.rows, (x) => x.suggestionId);
}

const qualifies = (o: { year: number; campaignId: string | null }) => sql`s.revoked_on is null and s.void_on is null
    and ${o.campaignId === null ? sql`s.grade = 1 and s.completed_on between ${`${o.year}-01-01`}::date and ${`${o.year}-12-31`}::date` : sql`s.campaign_id = ${o.campaignId} and s.adopted_on is not null`}`;

/** Which of these suggestions qualify. */
export async function findQualified(tx: Tx, schemeUnionId: string, o: { year: number; campaignId: string | null; ids: readonly string[] }): Promise<Set<string>> {
  const r = await sql<{ id: string }>`select s.id from suggestion s where s.federation_id = ${tx.federationId} and s.scheme_union_id = ${schemeUnionId} and s.id = any(${[...o.ids]}::uuid[]) and ${qualifies(o)}`.execute(rows(tx));
  return new Set(r.rows.map((x) => x.id));
}

export type Candidate = { id: string; number: string; title: string; unit: string; authors: string; grade: number | null; completedOn: string | null; benefitFen: number | null; chosen: boolean };

/**
 * Suggestions that may be among the best of a year (grade one, completed in it), or that entered a campaign and were adopted; most benefit first.
 * @param o.text part of title or number
 */
export async function listCandidates(tx: Tx, schemeUnionId: string, o: { year: number; campaignId: string | null; text: string; limit: number; offset: number }): Promise<{ items: Candidate[]; total: number }> {
  const where = sql`s.federation_id = ${tx.federationId} and s.scheme_union_id = ${schemeUnionId} and ${qualifies(o)}
    and (${o.text} = '' or c.number = ${o.text} or position(${o.text} in c.title) > 0)`;
  const r = await sql<Candidate>`select s.id, c.number, c.title, n.name as unit, s.grade, s.completed_on::text as "completedOn", s.benefit_fen::float8 as "benefitFen",
      (select string_agg(p.name, '、' order by a.position) from suggestion_author a join person p on p.federation_id = a.federation_id and p.id = a.person_id where a.federation_id = s.federation_id and a.suggestion_id = s.id) as authors,
      exists (select 1 from reward_honour h where h.federation_id = s.federation_id and h.suggestion_id = s.id and h.year = ${o.year} and h.kind = ${o.campaignId === null ? 'bestSuggestion' : 'campaign'} and h.withdrawn_at is null) as chosen
    from suggestion s join case_file c on c.federation_id = s.federation_id and c.id = s.id join union_unit n on n.federation_id = s.federation_id and n.id = s.unit_union_id
    where ${where} order by s.benefit_fen desc nulls last, s.id limit ${o.limit} offset ${o.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`select count(*)::int as n from suggestion s join case_file c on c.federation_id = s.federation_id and c.id = s.id where ${where}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}

export type UnitYear = { id: string; name: string; valid: number; started: number; completed: number; benefitFen: number; payrollFen: number | null; month: string | null };

/** The units of a scheme with what their year came to and the last payroll that was entered for it, most completed first. */
export async function listUnits(tx: Tx, scheme: { id: string }, year: number): Promise<UnitYear[]> {
  const r = await sql<UnitYear>`select u.id, u.name, coalesce(f.valid, 0)::int as valid, coalesce(f.started, 0)::int as started, coalesce(f.completed, 0)::int as completed, coalesce(f.benefit, 0)::float8 as "benefitFen",
      w.payroll_fen::float8 as "payrollFen", w.month
    from union_unit u
    left join (select s.unit_union_id, count(*) filter (where s.void_on is null) as valid, count(*) filter (where s.started_on is not null and s.revoked_on is null) as started,
        count(*) filter (where s.completed_on is not null and s.revoked_on is null) as completed, sum(s.benefit_fen) filter (where s.revoked_on is null) as benefit
      from suggestion s where s.federation_id = ${tx.federationId} and s.scheme_union_id = ${scheme.id} and s.submitted_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date group by s.unit_union_id) f on f.unit_union_id = u.id
    left join lateral (select x.payroll_fen, x.month from reward_unit_payroll x where x.federation_id = u.federation_id and x.union_id = u.id and x.month like ${`${year}-%`} order by x.month desc limit 1) w on true
    where u.federation_id = ${tx.federationId} and u.parent_id = ${scheme.id} and u.state = 'active' order by completed desc, u.name limit 500`.execute(rows(tx));
  return r.rows;
}

/** Specialists of the units of a scheme who held the office on a day, each with the unit. */
export async function listSpecialists(tx: Tx, schemePath: string, on: string): Promise<{ personId: string; name: string; unitId: string; unit: string }[]> {
  const r = await sql<{ personId: string; name: string; unitId: string; unit: string }>`select distinct on (o.person_id) o.person_id as "personId", p.name, u.id as "unitId", u.name as unit
    from office_holding o join union_unit u on u.federation_id = o.federation_id and u.id = o.union_id join person p on p.federation_id = o.federation_id and p.id = o.person_id
    where o.federation_id = ${tx.federationId} and o.office = 'suggestionSpecialist' and u.path like ${`${schemePath}%`} and o.from_date <= ${on}::date and (o.to_date is null or o.to_date >= ${on}::date)
    order by o.person_id, u.path limit 2000`.execute(rows(tx));
  return r.rows;
}

/** Campaigns of a scheme that ended in a year, with their prizes. */
export async function listCampaigns(tx: Tx, schemeUnionId: string, year: number): Promise<{ id: string; title: string; toDate: string; prizes: { place: number; count: number; amountFen: number }[] }[]> {
  const r = await sql<{ id: string; title: string; toDate: string; prizes: { place: number; count: number; amountFen: number }[] }>`select id, title, to_date::text as "toDate", prizes from suggestion_campaign
    where federation_id = ${tx.federationId} and scheme_union_id = ${schemeUnionId} and state <> 'cancelled' and to_date between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date order by to_date, id limit 100`.execute(rows(tx));
  return r.rows;
}

/** Enters a month's total of wages of a unit, or corrects it. */
export async function savePayrolls(tx: Tx, by: string | null, list: readonly { unionId: string; month: string; payrollFen: bigint }[]): Promise<void> {
  await sql`insert into reward_unit_payroll (federation_id, union_id, month, payroll_fen, entered_by_id, entered_at)
    select ${tx.federationId}, x.u, x.m, x.f, ${by}::uuid, ${tx.now} from unnest(${list.map((l) => l.unionId)}::uuid[], ${list.map((l) => l.month)}::text[], ${list.map((l) => String(l.payrollFen))}::bigint[]) as x(u, m, f)
    on conflict (federation_id, union_id, month) do update set payroll_fen = excluded.payroll_fen, entered_by_id = excluded.entered_by_id, entered_at = excluded.entered_at`.execute(rows(tx));
}
