import { type Actor, scopesOf, type Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import { gramQuery } from '#engines/cases';
import { outermost } from '#engines/org';

export type DocumentKind = 'processSheet' | 'operatingRule' | 'drawing' | 'checklist' | 'other';
export type Shows = 'before' | 'after' | 'other';
export type EvidenceRow = { fileId: string; shows: Shows; label: string; at: Date };
export type StandardRow = {
  id: string; number: string; title: string; unit: string; authors: string; documentNumber: string; documentKind: DocumentKind | null; documentOn: string | null; standardisedOn: string; benefitFen: number | null;
};
/** What lists of this part are narrowed by. */
export type ListFilter = { readonly unitPath?: string | undefined; readonly text?: string | undefined; readonly from?: string | undefined; readonly to?: string | undefined };

/** Notes what kind of document a suggestion became and from when it holds. */
export async function saveDocument(tx: Tx, id: string, kind: DocumentKind, on: string): Promise<void> {
  await sql`update suggestion set document_kind = ${kind}, document_on = ${on}::date where federation_id = ${tx.federationId} and id = ${id}`.execute(rows(tx));
}

/** The document a suggestion became. */
export async function findDocument(tx: Tx, id: string): Promise<{ kind: DocumentKind | null; on: string | null } | null> {
  const r = await sql<{ kind: DocumentKind | null; on: string | null }>`select document_kind as kind, document_on::text as "on" from suggestion where federation_id = ${tx.federationId} and id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Adds evidence behind what is there. */
export async function insertEvidence(tx: Tx, id: string, list: readonly { fileId: string; shows: Shows; label: string }[]): Promise<void> {
  await sql`insert into suggestion_evidence (federation_id, suggestion_id, file_id, shows, label, position, at)
    select ${tx.federationId}, ${id}, x.file, x.shows, x.label, x.position + (select count(*) from suggestion_evidence e where e.federation_id = ${tx.federationId} and e.suggestion_id = ${id}), ${tx.now}
    from unnest(${list.map((e) => e.fileId)}::uuid[], ${list.map((e) => e.shows)}::text[], ${list.map((e) => e.label)}::text[]) with ordinality as x(file, shows, label, position)`.execute(rows(tx));
}

/** The evidence of a suggestion in its order. */
export async function listEvidence(tx: Tx, id: string): Promise<EvidenceRow[]> {
  const r = await sql<EvidenceRow>`select file_id as "fileId", shows, label, at from suggestion_evidence where federation_id = ${tx.federationId} and suggestion_id = ${id} order by position limit 200`.execute(rows(tx));
  return r.rows;
}

/** Active members below a path by a part of their name or their staff number, with the union of each; at most 20. */
export async function listMembersLike(tx: Tx, path: string, text: string): Promise<{ id: string; name: string; unit: string }[]> {
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const r = await sql<{ id: string; name: string; unit: string }>`select p.id, p.name, u.name as unit from membership m
    join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id join person p on p.federation_id = m.federation_id and p.id = m.person_id
    where m.federation_id = ${tx.federationId} and m.state = 'active' and u.path like ${`${path}%`} and (p.name like ${like} or (p.staff_number <> '' and p.staff_number = ${text}))
    order by p.name, p.id limit 20`.execute(rows(tx));
  return r.rows;
}

/** Conditions that hold for a list over suggestions `s`, their cases `c` and their units `n`, within what the actor may read. */
export function narrowed(tx: Tx, by: Actor, f: ListFilter, day: RawBuilder<unknown>): RawBuilder<boolean> {
  const paths = outermost(scopesOf(by, 'suggestions.read')).map((p) => `${p}%`);
  const query = f.text ? gramQuery(f.text) : '';
  const all: RawBuilder<unknown>[] = [sql`s.federation_id = ${tx.federationId}`, sql`n.path like any(${paths}::text[])`,
    sql`not exists (select 1 from case_barred b where b.federation_id = s.federation_id and b.case_id = s.id and b.person_id = ${by.personId})`];
  if (f.text) all.push(sql`(c.number = ${f.text} or s.document_number = ${f.text} or ${query === '' ? sql`false` : sql`c.searched @@ ${query}::tsquery`})`);
  if (f.unitPath) all.push(sql`n.path like ${`${f.unitPath}%`}`);
  if (f.from) all.push(sql`${day} >= ${f.from}::date`);
  if (f.to) all.push(sql`${day} <= ${f.to}::date`);
  return sql<boolean>`${sql.join(all, sql` and `)}`;
}

/** Suggestions `s` with case, unit; what `narrowed` speaks of. */
export const LISTED_FROM = sql`suggestion s join case_file c on c.federation_id = s.federation_id and c.id = s.id join union_unit n on n.federation_id = s.federation_id and n.id = s.unit_union_id`;
/** Names of the authors, of older registers as they were written there. */
export const AUTHORS = sql`coalesce((select string_agg(p.name, '、' order by a.position) from suggestion_author a join person p on p.federation_id = a.federation_id and p.id = a.person_id
  where a.federation_id = s.federation_id and a.suggestion_id = s.id), s.authors_text)`;

/** One page of the standards that came from suggestions, the latest first. */
export async function listStandards(tx: Tx, by: Actor, f: ListFilter & { documentKind?: DocumentKind | undefined }, page: { limit: number; offset: number }): Promise<{ items: StandardRow[]; total: number }> {
  const where = sql`${narrowed(tx, by, f, sql`s.standardised_on`)} and s.standardised_on is not null and s.revoked_on is null ${f.documentKind ? sql`and s.document_kind = ${f.documentKind}` : sql``}`;
  const r = await sql<StandardRow>`select s.id, c.number, c.title, n.name as unit, ${AUTHORS} as authors, s.document_number as "documentNumber", s.document_kind as "documentKind", s.document_on::text as "documentOn",
      s.standardised_on::text as "standardisedOn", s.benefit_fen::float8 as "benefitFen"
    from ${LISTED_FROM} where ${where} order by s.standardised_on desc, s.id desc limit ${page.limit} offset ${page.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`select count(*)::int as n from (select 1 from ${LISTED_FROM} where ${where} limit 10001) x`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}

/** A suggestion that is past its planned date. */
export type OverdueRow = { id: string; number: string; title: string; ownerId: string; plannedTo: string; unionId: string; authorId: string | null };

/** Suggestions being carried out past their planned date, by id after one; at most 500. */
export async function listOverdue(tx: Tx, today: string, after: string): Promise<OverdueRow[]> {
  const r = await sql<OverdueRow>`select s.id, c.number, c.title, s.owner_id as "ownerId", s.planned_to::text as "plannedTo", c.union_id as "unionId", c.author_id as "authorId"
    from suggestion s join case_file c on c.federation_id = s.federation_id and c.id = s.id
    where s.federation_id = ${tx.federationId} and c.state = 'implementing' and s.planned_to < ${today}::date and s.completed_on is null and s.owner_id is not null and s.id > ${after}::uuid
    order by s.id limit 500`.execute(rows(tx));
  return r.rows;
}
