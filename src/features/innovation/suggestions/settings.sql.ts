import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import type { ExpertGroup } from './suggestions.rules.ts';

export type PersonGroup = 'manager' | 'keyStaff' | 'teamLeader' | 'party';
export type SchemeRow = { unionId: string; openedOn: string; closedOn: string | null; blind: boolean };
export type ExpertListed = { id: string; personId: string; name: string; unit: string; expertGroup: ExpertGroup; leads: boolean; fromDate: string; toDate: string | null; open: number; given: number };
export type Prize = { place: number; count: number; amountFen: number };
export type CampaignRow = { id: string; schemeUnionId: string; title: string; theme: string; fromDate: string; toDate: string; prizes: Prize[]; state: 'open' | 'cancelled' | 'awarded'; version: number; entries: number };
export type GroupMember = { id: string; personId: string; name: string; staffNumber: string; unit: string; fromDate: string; toDate: string | null };
export type FoundMember = { id: string; name: string; staffNumber: string; unit: string };

/** The scheme of a union, open or closed. */
export async function findScheme(tx: Tx, unionId: string): Promise<SchemeRow | null> {
  const r = await sql<SchemeRow>`select union_id as "unionId", opened_on::text as "openedOn", closed_on::text as "closedOn", blind from suggestion_scheme where federation_id = ${tx.federationId} and union_id = ${unionId}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Opens a scheme, or changes it. */
export async function writeScheme(tx: Tx, s: SchemeRow): Promise<void> {
  await sql`insert into suggestion_scheme (federation_id, union_id, opened_on, closed_on, blind) values (${tx.federationId}, ${s.unionId}, ${s.openedOn}, ${s.closedOn}, ${s.blind})
    on conflict (federation_id, union_id) do update set opened_on = excluded.opened_on, closed_on = excluded.closed_on, blind = excluded.blind`.execute(rows(tx));
}

/** People of the expert groups, those of today first; with what waits for them and what they gave. */
export async function listExperts(tx: Tx, unionId: string, on: string): Promise<ExpertListed[]> {
  const r = await sql<ExpertListed>`select x.id, x.person_id as "personId", p.name, coalesce(u.name, '') as unit, x.expert_group as "expertGroup", x.leads, x.from_date::text as "fromDate", x.to_date::text as "toDate",
      (select count(*)::int from suggestion_review v join case_file c on c.federation_id = v.federation_id and c.id = v.suggestion_id where v.federation_id = x.federation_id and v.reviewer_id = x.person_id and v.expert_group = x.expert_group and v.given_at is null
        and c.state in ('company', 'appealed') and v.round = case when c.state = 'appealed' then 2 else 1 end) as open,
      (select count(*)::int from suggestion_review v where v.federation_id = x.federation_id and v.reviewer_id = x.person_id and v.expert_group = x.expert_group and v.verdict is not null) as given
    from suggestion_expert x join person p on p.federation_id = x.federation_id and p.id = x.person_id
    left join membership m on m.federation_id = x.federation_id and m.person_id = x.person_id and m.state = 'active' left join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id
    where x.federation_id = ${tx.federationId} and x.scheme_union_id = ${unionId} order by (x.to_date is not null and x.to_date < ${on}::date), x.expert_group, x.leads desc, p.name, x.id limit 400`.execute(rows(tx));
  return r.rows;
}

/** Enters an expert; false when the person is in the group already. */
export async function insertExpert(tx: Tx, e: { id: string; schemeUnionId: string; personId: string; expertGroup: ExpertGroup; leads: boolean; fromDate: string }): Promise<boolean> {
  const r = await sql`insert into suggestion_expert (federation_id, id, scheme_union_id, person_id, expert_group, leads, from_date)
    values (${tx.federationId}, ${e.id}, ${e.schemeUnionId}, ${e.personId}, ${e.expertGroup}, ${e.leads}, ${e.fromDate}) on conflict (federation_id, scheme_union_id, expert_group, person_id) where to_date is null do nothing`.execute(rows(tx));
  return (r.numAffectedRows ?? 0n) > 0n;
}

/** Ends somebody's time in an expert group with a last day. */
export async function endExpert(tx: Tx, unionId: string, id: string, toDate: string): Promise<boolean> {
  const r = await sql`update suggestion_expert set to_date = greatest(${toDate}::date, from_date) where federation_id = ${tx.federationId} and scheme_union_id = ${unionId} and id = ${id} and to_date is null`.execute(rows(tx));
  return (r.numAffectedRows ?? 0n) > 0n;
}

const CAMPAIGN = sql`k.id, k.scheme_union_id as "schemeUnionId", k.title, k.theme, k.from_date::text as "fromDate", k.to_date::text as "toDate", k.prizes, k.state, k.version,
  (select count(*)::int from suggestion s where s.federation_id = k.federation_id and s.campaign_id = k.id and s.void_on is null) as entries`;

/** Campaigns of a scheme, newest first. */
export async function listCampaigns(tx: Tx, unionId: string): Promise<CampaignRow[]> {
  const r = await sql<CampaignRow>`select ${CAMPAIGN} from suggestion_campaign k where k.federation_id = ${tx.federationId} and k.scheme_union_id = ${unionId} order by k.from_date desc, k.id limit 200`.execute(rows(tx));
  return r.rows;
}

/** One campaign, locked. */
export async function holdCampaign(tx: Tx, id: string): Promise<CampaignRow | null> {
  await sql`select 1 from suggestion_campaign where federation_id = ${tx.federationId} and id = ${id} for update`.execute(rows(tx));
  const r = await sql<CampaignRow>`select ${CAMPAIGN} from suggestion_campaign k where k.federation_id = ${tx.federationId} and k.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Writes a campaign, new or changed. */
export async function writeCampaign(tx: Tx, k: Omit<CampaignRow, 'entries' | 'version'>): Promise<void> {
  await sql`insert into suggestion_campaign (federation_id, id, scheme_union_id, title, theme, from_date, to_date, prizes, state)
    values (${tx.federationId}, ${k.id}, ${k.schemeUnionId}, ${k.title}, ${k.theme}, ${k.fromDate}, ${k.toDate}, ${JSON.stringify(k.prizes)}::jsonb, ${k.state})
    on conflict (federation_id, id) do update set title = excluded.title, theme = excluded.theme, from_date = excluded.from_date, to_date = excluded.to_date, prizes = excluded.prizes, state = excluded.state, version = suggestion_campaign.version + 1`.execute(rows(tx));
}

/** People who belong to a group on a day or later, by name. */
export async function listGroup(tx: Tx, o: { unionId: string; group: PersonGroup; on: string; text: string | undefined }, page: { limit: number; offset: number }): Promise<{ items: GroupMember[]; total: number }> {
  const from = sql`from suggestion_person_group g join person p on p.federation_id = g.federation_id and p.id = g.person_id
    left join membership m on m.federation_id = g.federation_id and m.person_id = g.person_id and m.state = 'active' left join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id
    where g.federation_id = ${tx.federationId} and g.scheme_union_id = ${o.unionId} and g.person_group = ${o.group} and (g.to_date is null or g.to_date >= ${o.on}::date)
      and (${o.text ?? null}::text is null or p.name like ${o.text ?? ''} || '%' or p.staff_number = ${o.text ?? ''})`;
  const r = await sql<GroupMember>`select g.id, g.person_id as "personId", p.name, p.staff_number as "staffNumber", coalesce(u.name, '') as unit, g.from_date::text as "fromDate", g.to_date::text as "toDate" ${from} order by p.name, g.id limit ${page.limit} offset ${page.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`select count(*)::int as n ${from}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}

/** How many belong to each group on a day. */
export async function countGroups(tx: Tx, unionId: string, on: string): Promise<Map<PersonGroup, number>> {
  const r = await sql<{ group: PersonGroup; n: number }>`select person_group as "group", count(*)::int as n from suggestion_person_group
    where federation_id = ${tx.federationId} and scheme_union_id = ${unionId} and from_date <= ${on}::date and (to_date is null or to_date >= ${on}::date) group by person_group`.execute(rows(tx));
  return new Map(r.rows.map((g) => [g.group, g.n]));
}

/** Enters people into a group. @returns how many were not in it yet */
export async function insertGroup(tx: Tx, o: { unionId: string; group: PersonGroup; fromDate: string; people: readonly { id: string; personId: string }[] }): Promise<number> {
  const r = await sql`insert into suggestion_person_group (federation_id, id, scheme_union_id, person_id, person_group, from_date)
    select ${tx.federationId}, x.id, ${o.unionId}, x.person, ${o.group}, ${o.fromDate}::date from unnest(${o.people.map((p) => p.id)}::uuid[], ${o.people.map((p) => p.personId)}::uuid[]) as x(id, person)
    on conflict (federation_id, scheme_union_id, person_group, person_id) where to_date is null do nothing`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n);
}

/** Ends the time of people in a group with a last day. @returns how many */
export async function endGroup(tx: Tx, unionId: string, ids: readonly string[], toDate: string): Promise<number> {
  const r = await sql`update suggestion_person_group set to_date = greatest(${toDate}::date, from_date) where federation_id = ${tx.federationId} and scheme_union_id = ${unionId} and id = any(${[...ids]}::uuid[]) and to_date is null`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n);
}

const MEMBER = sql`p.id, p.name, p.staff_number as "staffNumber", u.name as unit from person p join membership m on m.federation_id = p.federation_id and m.person_id = p.id and m.state = 'active'
  join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id`;

/** Members of a company by the beginning of the name or by staff number. */
export async function searchMembers(tx: Tx, path: string, text: string, limit: number): Promise<FoundMember[]> {
  const r = await sql<FoundMember>`select ${MEMBER} where p.federation_id = ${tx.federationId} and u.path like ${`${path}%`} and (p.name like ${`${text}%`} or p.staff_number = ${text}) order by p.name, p.id limit ${limit}`.execute(rows(tx));
  return r.rows;
}

/** Members of a company by staff numbers. */
export async function findByStaffNumbers(tx: Tx, path: string, numbers: readonly string[]): Promise<FoundMember[]> {
  const r = await sql<FoundMember>`select ${MEMBER} where p.federation_id = ${tx.federationId} and u.path like ${`${path}%`} and p.staff_number = any(${[...numbers]}::text[]) and p.staff_number <> ''`.execute(rows(tx));
  return r.rows;
}

/** Specialists and the office of the units of a company. */
export async function listSpecialists(tx: Tx, path: string, on: string): Promise<{ personId: string; name: string; office: string; unionId: string; union: string }[]> {
  const r = await sql<{ personId: string; name: string; office: string; unionId: string; union: string }>`select o.person_id as "personId", p.name, o.office, u.id as "unionId", u.name as union from office_holding o
    join union_unit u on u.federation_id = o.federation_id and u.id = o.union_id join person p on p.federation_id = o.federation_id and p.id = o.person_id
    where o.federation_id = ${tx.federationId} and u.path like ${`${path}%`} and o.office in ('suggestionSpecialist', 'suggestionOffice') and o.from_date <= ${on}::date and (o.to_date is null or o.to_date >= ${on}::date)
    order by o.office, u.path, p.name limit 200`.execute(rows(tx));
  return r.rows;
}

/** Unions with a scheme below these roots, and the roots themselves, where one may be opened. */
export async function listSchemes(tx: Tx, roots: readonly string[], on: string): Promise<{ id: string; name: string; open: boolean }[]> {
  const r = await sql<{ id: string; name: string; open: boolean }>`select u.id, u.name, (s.union_id is not null and s.opened_on <= ${on}::date and (s.closed_on is null or s.closed_on >= ${on}::date)) as open
    from union_unit u left join suggestion_scheme s on s.federation_id = u.federation_id and s.union_id = u.id
    where u.federation_id = ${tx.federationId} and ((s.union_id is not null and u.path like any(${roots.map((p) => `${p}%`)}::text[])) or u.path = any(${[...roots]}::text[])) order by (s.union_id is null), u.path limit 200`.execute(rows(tx));
  return r.rows;
}

/** Suggestions of a scheme that still wait for somebody. */
export async function countUnderWay(tx: Tx, unionId: string): Promise<number> {
  const r = await sql<{ n: number }>`select count(*)::int as n from suggestion s join case_file c on c.federation_id = s.federation_id and c.id = s.id
    where s.federation_id = ${tx.federationId} and s.scheme_union_id = ${unionId} and c.is_open`.execute(rows(tx));
  return r.rows[0]?.n ?? 0;
}

/** The name of a person. */
export async function nameOf(tx: Tx, personId: string): Promise<string> {
  const r = await sql<{ name: string }>`select name from person where federation_id = ${tx.federationId} and id = ${personId}`.execute(rows(tx));
  return r.rows[0]?.name ?? '';
}
