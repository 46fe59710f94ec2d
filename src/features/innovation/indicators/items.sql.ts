// Reads suggestion, suggestion_author, suggestion_campaign and suggestion_person_group of part suggestions (decision 0013), case_file and membership.
import type { Tx } from '#shared/call';
import { gramQuery } from '#engines/cases';
import { planByValues, type RawBuilder, rows, sql } from '#platform/db';
import type { Group, Measure, PeopleMeasure } from './indicators.rules.ts';
import { counts, dayOf, grouped, handedIn, holds, type Span } from './span.sql.ts';

/** A suggestion behind a number. */
export type ItemRow = {
  id: string; number: string; title: string; unit: string; authors: string; kind: string; campaign: string | null; grade: number | null; submittedOn: string; adoptedOn: string | null; startedOn: string | null;
  completedOn: string | null; standardisedOn: string | null; benefitFen: number | null;
};
export type Narrow = { readonly kind?: string | undefined; readonly group?: Group | undefined; readonly campaignId?: string | undefined };
type Page = { readonly limit: number; readonly offset: number };

const ITEM = sql`s.id, c.number, c.title, n.name as unit, s.category as kind, k.title as campaign, s.grade, s.submitted_on as "submittedOn", s.adopted_on as "adoptedOn", s.started_on as "startedOn",
  s.completed_on as "completedOn", s.standardised_on as "standardisedOn", s.benefit_fen::float8 as "benefitFen",
  coalesce((select string_agg(p.name, '、' order by a.position) from suggestion_author a join person p on p.federation_id = a.federation_id and p.id = a.person_id where a.federation_id = s.federation_id and a.suggestion_id = s.id), '') as authors`;
const JOINED = sql`join case_file c on c.federation_id = s.federation_id and c.id = s.id join union_unit n on n.federation_id = s.federation_id and n.id = s.unit_union_id
  left join suggestion_campaign k on k.federation_id = s.federation_id and k.id = s.campaign_id`;

const all = (list: readonly RawBuilder<unknown>[]): RawBuilder<boolean> => sql<boolean>`${sql.join([sql`true`, ...list], sql` and `)}`;

/** Whether `suggestion s` stands in the row of a breakdown. With a unit, authors of the group count who belong to that unit. */
const narrowed = (tx: Tx, s: Span, f: Narrow): RawBuilder<boolean> => all([
  ...(f.kind ? [sql`s.category = ${f.kind}`] : []), ...(f.campaignId ? [sql`s.campaign_id = ${f.campaignId}`] : []),
  ...(f.group ? [sql`s.id in (select a.suggestion_id from suggestion_person_group g join membership m on m.federation_id = g.federation_id and m.person_id = g.person_id
    join suggestion_author a on a.federation_id = g.federation_id and a.person_id = g.person_id where g.federation_id = ${tx.federationId} and ${grouped(s, f.group)} and ${holds(s)})`] : []),
]);

/** Exactly the suggestions behind a number, one page, newest first; `total` = that number. */
export async function listItems(tx: Tx, s: Span, measure: Measure, f: Narrow, page: Page): Promise<{ items: ItemRow[]; total: number }> {
  await planByValues(tx);
  const where = sql`s.federation_id = ${tx.federationId} and ${counts(measure, s)} and (${s.unitId}::uuid is null or s.unit_union_id = ${s.unitId}::uuid) and ${narrowed(tx, s, f)}`;
  const n = await sql<{ n: number }>`select count(*)::int as n from suggestion s where ${where}`.execute(rows(tx));
  const r = await sql<ItemRow>`select ${ITEM} from (select s.id from suggestion s where ${where} order by ${dayOf(measure)} desc, s.id desc limit ${page.limit} offset ${page.offset}) x
    join suggestion s on s.federation_id = ${tx.federationId} and s.id = x.id ${JOINED} order by ${dayOf(measure)} desc, s.id desc`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}

/** Somebody behind a number. */
export type PersonRow = { id: string; name: string; union: string; valid: number };

/**
 * Exactly the people behind a number: members on the last day, those who took part, or members who did not; by name.
 * Participants of a unit are those whose share was written for that unit, even if they have left it since.
 */
export async function listPeople(tx: Tx, s: Span, measure: PeopleMeasure, f: Narrow, page: Page): Promise<{ items: PersonRow[]; total: number }> {
  await planByValues(tx);
  const row = all([...(f.kind ? [sql`s.category = ${f.kind}`] : []), ...(f.campaignId ? [sql`s.campaign_id = ${f.campaignId}`] : [])]);
  const inGroup = all(f.group ? [sql`exists (select 1 from suggestion_person_group g where g.federation_id = ${tx.federationId} and g.person_id = m.person_id and ${grouped(s, f.group)})`] : []);
  const which = measure === 'participants' ? (f.group ? sql`(w.person_id is not null and m.person_id is not null)` : sql`w.person_id is not null`) : measure === 'absent' ? sql`w.person_id is null` : sql`m.person_id is not null`;
  const wrote = sql`s.federation_id = ${tx.federationId} and ${handedIn(s)} and (${s.unitId}::uuid is null or a.unit_union_id = ${s.unitId}::uuid) and ${row}`;
  const r = await sql<{ total: number } & PersonRow>`with w as (select a.person_id, count(*)::int as valid from suggestion s join suggestion_author a on a.federation_id = s.federation_id and a.suggestion_id = s.id
      where ${wrote} group by a.person_id),
    m as (select m.person_id, m.union_id from membership m where m.federation_id = ${tx.federationId} and ${holds(s)} and ${inGroup}),
    x as materialized (select coalesce(w.person_id, m.person_id) as person_id, m.union_id, coalesce(w.valid, 0) as valid from m full join w on w.person_id = m.person_id where ${which}),
    o as (select x.person_id, p.name, x.union_id, x.valid from x join person p on p.federation_id = ${tx.federationId} and p.id = x.person_id order by x.valid desc, p.name, x.person_id limit ${page.limit} offset ${page.offset})
    select n.n as total, o.person_id as id, o.name, u.name as union, o.valid from (select count(*)::int as n from x) n left join o on true
      left join lateral (select a.unit_union_id from suggestion_author a join suggestion s on s.federation_id = a.federation_id and s.id = a.suggestion_id
        where a.federation_id = ${tx.federationId} and a.person_id = o.person_id and o.union_id is null and ${wrote} order by s.submitted_on desc, s.id desc limit 1) l on true
      left join union_unit u on u.federation_id = ${tx.federationId} and u.id = coalesce(o.union_id, l.unit_union_id) order by o.valid desc, o.name, o.person_id`.execute(rows(tx));
  return { items: r.rows.filter((x) => x.id !== null).map(({ total: _, ...person }) => person), total: r.rows[0]?.total ?? 0 };
}

/** What may go into the yearly booklet: grade 1, completed within the year or before, adopted and not taken back; found by words. */
const fit = (tx: Tx, schemeId: string): RawBuilder<boolean> => sql<boolean>`(s.federation_id = ${tx.federationId} and s.scheme_union_id = ${schemeId} and s.void_on is null and s.revoked_on is null and s.grade = 1 and s.completed_on is not null)`;

/** Suggestions completed in a year that may go into its booklet, those with the largest benefit first. */
export async function listFit(tx: Tx, o: { schemeId: string; year: number; kind?: string | undefined; text?: string | undefined }, page: Page): Promise<{ items: ItemRow[]; total: number }> {
  const query = o.text ? gramQuery(o.text) : '';
  const where = all([fit(tx, o.schemeId), sql`s.completed_on between make_date(${o.year}::int, 1, 1) and make_date(${o.year}::int, 12, 31)`, ...(o.kind ? [sql`s.category = ${o.kind}`] : []),
    ...(o.text?.trim() ? [query === '' ? sql`c.number = ${o.text.trim()}` : sql`(c.number = ${o.text.trim()} or c.searched @@ ${query}::tsquery)`] : [])]);
  const r = await sql<ItemRow>`select ${ITEM} from suggestion s ${JOINED} where ${where} order by s.benefit_fen desc nulls last, s.completed_on, s.id limit ${page.limit} offset ${page.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`select count(*)::int as n from suggestion s ${JOINED} where ${where}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}

/** Which of these may go into a booklet of the scheme. */
export async function findFit(tx: Tx, schemeId: string, ids: readonly string[]): Promise<Set<string>> {
  const r = await sql<{ id: string }>`select s.id from suggestion s where ${fit(tx, schemeId)} and s.id = any(${[...ids]}::uuid[])`.execute(rows(tx));
  return new Set(r.rows.map((x) => x.id));
}

export type BookletRow = ItemRow & { problem: string; remedy: string; effect: string; documentNumber: string };
/** Suggestions with what a booklet prints, in the order of their places. */
export async function listPrinted(tx: Tx, bookletId: string): Promise<BookletRow[]> {
  const r = await sql<BookletRow>`select ${ITEM}, s.problem, s.remedy, s.effect, s.document_number as "documentNumber" from indicator_booklet_item i
    join suggestion s on s.federation_id = i.federation_id and s.id = i.suggestion_id ${JOINED}
    where i.federation_id = ${tx.federationId} and i.booklet_id = ${bookletId} order by i.position limit 200`.execute(rows(tx));
  return r.rows;
}
