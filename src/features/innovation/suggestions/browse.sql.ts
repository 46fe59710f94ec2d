import type { Tx } from '#shared/call';
import { planByValues, type RawBuilder, rows, sql } from '#platform/db';
import { FROM, LISTED, type ListedSuggestion, MOST_COUNTED, textMatches } from './suggestions.sql.ts';

type Named = { id: string; name: string };
type Page = { readonly limit: number; readonly offset: number };

/** The unions directly below one, by name. */
export async function listUnitsOf(tx: Tx, unionId: string): Promise<Named[]> {
  const r = await sql<Named>`select id, name from union_unit where federation_id = ${tx.federationId} and parent_id = ${unionId} and state = 'active' order by code limit 500`.execute(rows(tx));
  return r.rows;
}

export type OpenCampaign = { id: string; title: string; theme: string; fromDate: string; toDate: string; prizes: { place: number; count: number; amountFen: number }[] };

/** Campaigns of a scheme that take suggestions on a day, the one that ends first in front. */
export async function listOpenCampaigns(tx: Tx, schemeUnionId: string, on: string): Promise<OpenCampaign[]> {
  const r = await sql<OpenCampaign>`select id, title, theme, from_date::text as "fromDate", to_date::text as "toDate", prizes from suggestion_campaign
    where federation_id = ${tx.federationId} and scheme_union_id = ${schemeUnionId} and state = 'open' and from_date <= ${on}::date and to_date >= ${on}::date order by to_date, id limit 20`.execute(rows(tx));
  return r.rows;
}

/** What a person wrote or shares in between two days, void and taken back left out of their counts. */
export async function countOwn(tx: Tx, personId: string, from: string, to: string): Promise<{ submitted: number; adopted: number; completed: number }> {
  const r = await sql<{ submitted: number; adopted: number; completed: number }>`select count(*)::int as submitted,
      count(*) filter (where s.adopted_on is not null and s.revoked_on is null)::int as adopted, count(*) filter (where s.completed_on is not null and s.revoked_on is null)::int as completed
    from suggestion_author a join suggestion s on s.federation_id = a.federation_id and s.id = a.suggestion_id
    where a.federation_id = ${tx.federationId} and a.person_id = ${personId} and s.void_on is null and s.submitted_on between ${from}::date and ${to}::date`.execute(rows(tx));
  return r.rows[0] ?? { submitted: 0, adopted: 0, completed: 0 };
}

const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** Active members within a subtree by the beginning of the name, or by the whole staff number; with the union of each. */
export async function findColleagues(tx: Tx, path: string, text: string, except: string, limit: number): Promise<{ id: string; name: string; unit: string }[]> {
  const matches: RawBuilder<boolean> = /\d/.test(text) ? sql`p.staff_number = ${text}` : sql`p.name like ${`${literal(text)}%`}`;
  const r = await sql<{ id: string; name: string; unit: string }>`select p.id, p.name, u.name as unit from membership m
    join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id
    join person p on p.federation_id = m.federation_id and p.id = m.person_id
    where m.federation_id = ${tx.federationId} and m.state = 'active' and u.path like ${`${path}%`} and ${matches} and p.id <> ${except}
    order by length(p.name), p.name, u.name, p.id limit ${limit}`.execute(rows(tx));
  return r.rows;
}

/** What adopted suggestions are narrowed by. */
export type SharedFilter = { readonly text?: string | undefined; readonly category?: string | undefined; readonly unitId?: string | undefined; readonly order: 'newest' | 'best' };

const BEST = sql`s.award_level nulls last, s.grade nulls last, s.benefit_fen desc nulls last, s.adopted_on desc, s.id`;
const NEWEST = sql`s.adopted_on desc, s.id desc`;

/** One page of the adopted suggestions of a scheme; taken back and void ones are not shared. */
export async function listShared(tx: Tx, schemeUnionId: string, f: SharedFilter, page: Page): Promise<{ items: ListedSuggestion[]; total: number }> {
  await planByValues(tx);
  const where = sql`s.federation_id = ${tx.federationId} and s.scheme_union_id = ${schemeUnionId} and s.adopted_on is not null and s.revoked_on is null and s.void_on is null
    and ${f.category ? sql`s.category = ${f.category}` : sql`true`} and ${f.unitId ? sql`s.unit_union_id = ${f.unitId}` : sql`true`} and ${textMatches(f.text)}`;
  const r = await sql<ListedSuggestion>`select ${LISTED} from (select s.id from ${FROM} where ${where} order by ${f.order === 'best' ? BEST : NEWEST} limit ${page.limit} offset ${page.offset}) x
    join (${FROM}) on s.federation_id = ${tx.federationId} and s.id = x.id order by ${f.order === 'best' ? BEST : NEWEST}`.execute(rows(tx));
  const n = await sql<{ n: number }>`select count(*)::int as n from (select 1 from ${FROM} where ${where} limit ${MOST_COUNTED}) x`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}

/** A suggestion of a person's own list: `desk` has it now, `mine` = wrote it or shares in it (and not only joined it). */
export type OwnSuggestion = ListedSuggestion & { desk: string; mine: boolean };
/** What the own list is narrowed by; `joined`: those one joined instead of those one wrote or shares in. */
export type OwnFilter = { readonly joined?: boolean | undefined; readonly open?: boolean | undefined; readonly text?: string | undefined };

/** Suggestions a person wrote or shares in, or those he joined; latest change first. */
export async function listOwn(tx: Tx, personId: string, f: OwnFilter, page: Page): Promise<OwnSuggestion[]> {
  const of = f.joined
    ? sql`select f.suggestion_id from suggestion_supporter f where f.federation_id = ${tx.federationId} and f.person_id = ${personId}`
    : sql`select a.suggestion_id from suggestion_author a where a.federation_id = ${tx.federationId} and a.person_id = ${personId}`;
  const r = await sql<OwnSuggestion>`select ${LISTED}, u.name as desk, ${!f.joined}::boolean as mine from ${FROM}
    where s.federation_id = ${tx.federationId} and s.id in (${of}) and ${f.open === undefined ? sql`true` : sql`c.is_open = ${f.open}`} and ${textMatches(f.text)}
    order by c.changed_at desc, c.id limit ${page.limit} offset ${page.offset}`.execute(rows(tx));
  return r.rows;
}
