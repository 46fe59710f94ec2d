import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';

export type PublicationRow = { id: string; question: string; answer: string; category: string; union: string; publishedAt: Date };

/** Letters a person has opened since an instant. */
export async function countSince(tx: Tx, authorId: string, since: Date): Promise<number> {
  const r = await sql<{ n: number }>`select count(*)::int as n from case_file where federation_id = ${tx.federationId} and author_id = ${authorId}
    and process = 'letter' and opened_at >= ${since}`.execute(rows(tx));
  return r.rows[0]?.n ?? 0;
}

/** Publications of these letters. */
export async function findPublications(tx: Tx, caseIds: readonly string[]): Promise<Map<string, PublicationRow>> {
  const r = await sql<PublicationRow>`select l.case_id as id, l.question, l.answer, l.category, u.name as union, l.published_at as "publishedAt"
    from letter_publication l join union_unit u on u.federation_id = l.federation_id and u.id = l.union_id
    where l.federation_id = ${tx.federationId} and l.case_id = any(${[...caseIds]}::uuid[])`.execute(rows(tx));
  return new Map(r.rows.map((p) => [p.id, p]));
}

/** Publishes; false when it is public already. */
export async function insertPublication(tx: Tx, p: { caseId: string; unionId: string; category: string; question: string; answer: string; by: string }): Promise<boolean> {
  const r = await sql`insert into letter_publication (federation_id, case_id, union_id, category, question, answer, published_at, published_by)
    values (${tx.federationId}, ${p.caseId}, ${p.unionId}, ${p.category}, ${p.question}, ${p.answer}, ${tx.now}, ${p.by}) on conflict do nothing`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n) === 1;
}

/** Takes a publication down. */
export async function deletePublication(tx: Tx, caseId: string): Promise<boolean> {
  const r = await sql`delete from letter_publication where federation_id = ${tx.federationId} and case_id = ${caseId}`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n) === 1;
}

/** One page of the public board, newest first. */
export async function listPublications(tx: Tx, f: { category?: string; text?: string }, page: { limit: number; offset: number }): Promise<PublicationRow[]> {
  const like = f.text ? `%${f.text.replace(/[\\%_]/g, '\\$&')}%` : null;
  const r = await sql<PublicationRow>`select l.case_id as id, l.question, l.answer, l.category, u.name as union, l.published_at as "publishedAt"
    from letter_publication l join union_unit u on u.federation_id = l.federation_id and u.id = l.union_id
    where l.federation_id = ${tx.federationId} and (${f.category ?? null}::text is null or l.category = ${f.category ?? null})
      and (${like}::text is null or l.question ilike ${like} or l.answer ilike ${like})
    order by l.published_at desc, l.case_id limit ${page.limit} offset ${page.offset}`.execute(rows(tx));
  return r.rows;
}

/** The address a letter came from by e-mail, masked and sealed; null when it came another way. */
export async function findAddress(tx: Tx, caseId: string): Promise<{ masked: string; sealed: Buffer } | null> {
  const r = await sql<{ masked: string; sealed: Buffer }>`select address_masked as masked, address_sealed as sealed from letter_mail
    where federation_id = ${tx.federationId} and case_id = ${caseId}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** The topic a letter was gathered into (BOX-3), by letter. */
export async function findTopics(tx: Tx, caseIds: readonly string[]): Promise<Map<string, { id: string; name: string }>> {
  const r = await sql<{ letterId: string; id: string; name: string }>`select t.letter_id as "letterId", c.id, c.title as name from topic_letter t
    join case_file c on c.federation_id = t.federation_id and c.id = t.topic_id
    where t.federation_id = ${tx.federationId} and t.letter_id = any(${[...caseIds]}::uuid[])`.execute(rows(tx));
  return new Map(r.rows.map((x) => [x.letterId, { id: x.id, name: x.name }]));
}
