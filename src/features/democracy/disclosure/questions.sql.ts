/** Questions and objections about what is disclosed. */
import type { Actor, Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import { visibleTo } from '#engines/org';
import { forMe, type Page } from './audience.sql.ts';

/** A question with its item. `name` is the asker's; who may see it decides the service. */
export type QuestionRow = {
  readonly id: string; readonly itemId: string; readonly personId: string; readonly name: string; readonly named: boolean; readonly kind: 'question' | 'objection'; readonly text: string; readonly at: Date; readonly dueAt: Date; readonly answer: string; readonly open: boolean | null; readonly upheld: boolean | null; readonly answeredAt: Date | null;
  readonly answeredBy: string | null; readonly followsId: string | null; readonly follows: string; readonly followed: boolean; readonly title: string; readonly union: string; readonly unionId: string; readonly path: string; readonly number: string;
};
const COLUMNS = sql`k.id, k.item_id AS "itemId", k.person_id AS "personId", p.name, k.named, k.kind, k.text, k.at, k.due_at AS "dueAt", k.answer, k.open, k.upheld, k.answered_at AS "answeredAt", q.name AS "answeredBy", k.follows_id AS "followsId", coalesce(b.text, '') AS follows,
  EXISTS (SELECT 1 FROM disclosure_question n WHERE n.federation_id = k.federation_id AND n.follows_id = k.id) AS followed, coalesce(v.title, i.title) AS title, u.name AS union, i.union_id AS "unionId", u.path, c.number`;
const FROM = sql`disclosure_question k JOIN case_file c ON c.federation_id = k.federation_id AND c.id = k.id JOIN disclosure_item i ON i.federation_id = k.federation_id AND i.id = k.item_id JOIN union_unit u ON u.federation_id = i.federation_id AND u.id = i.union_id JOIN person p ON p.federation_id = k.federation_id AND p.id = k.person_id
  LEFT JOIN person q ON q.federation_id = k.federation_id AND q.id = k.answered_by_id LEFT JOIN disclosure_question b ON b.federation_id = k.federation_id AND b.id = k.follows_id LEFT JOIN disclosure_version v ON v.federation_id = i.federation_id AND v.item_id = i.id AND v.no = i.versions`;

export type NewQuestion = { readonly id: string; readonly itemId: string; readonly personId: string; readonly kind: 'question' | 'objection'; readonly text: string; readonly named: boolean; readonly followsId: string | null; readonly dueAt: Date };

/** Keeps a question. @returns false when the answer was followed up already */
export async function insertQuestion(tx: Tx, n: NewQuestion): Promise<boolean> {
  const r = await sql`INSERT INTO disclosure_question (federation_id, id, item_id, person_id, kind, text, named, follows_id, due_at, at) VALUES (${tx.federationId}, ${n.id}, ${n.itemId}, ${n.personId}, ${n.kind}, ${n.text}, ${n.named}, ${n.followsId}, ${n.dueAt}, ${tx.now}) ON CONFLICT DO NOTHING RETURNING id`.execute(rows(tx));
  return r.rows.length > 0;
}

/** What one reader sees of an item's questions: the openly answered ones and the own ones. */
export async function listForReader(tx: Tx, by: Actor, itemId: string): Promise<QuestionRow[]> {
  const r = await sql<QuestionRow>`SELECT ${COLUMNS} FROM ${FROM} WHERE k.federation_id = ${tx.federationId} AND k.item_id = ${itemId} AND (k.open OR k.person_id = ${by.personId}) ORDER BY (k.person_id = ${by.personId}) DESC, k.at DESC, k.id LIMIT 100`.execute(rows(tx));
  return r.rows;
}

/** All questions of an item for its desk. */
export async function listOfItem(tx: Tx, itemId: string): Promise<QuestionRow[]> {
  const r = await sql<QuestionRow>`SELECT ${COLUMNS} FROM ${FROM} WHERE k.federation_id = ${tx.federationId} AND k.item_id = ${itemId} ORDER BY k.answered_at IS NOT NULL, k.due_at, k.id LIMIT 100`.execute(rows(tx));
  return r.rows;
}

/** Openly answered questions of some items, newest first, for the board. */
export async function listOpenAnswers(tx: Tx, itemIds: readonly string[]): Promise<{ itemId: string; text: string; answer: string }[]> {
  const r = await sql<{ itemId: string; text: string; answer: string }>`SELECT k.item_id AS "itemId", k.text, k.answer FROM disclosure_question k WHERE k.federation_id = ${tx.federationId} AND k.item_id = ANY (${[...itemIds]}::uuid[]) AND k.open ORDER BY k.answered_at DESC, k.id LIMIT 200`.execute(rows(tx));
  return r.rows;
}

/** One question of one's own, while the item is still for this person or the question is. */
export async function findOwn(tx: Tx, by: Actor, id: string): Promise<QuestionRow | null> {
  const r = await sql<QuestionRow>`SELECT ${COLUMNS} FROM ${FROM} WHERE k.federation_id = ${tx.federationId} AND k.id = ${id} AND (k.person_id = ${by.personId} OR (k.open AND ${forMe(tx, by)}))`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** One question for officers. */
export async function findKept(tx: Tx, by: Actor, permission: string, id: string): Promise<QuestionRow | null> {
  const r = await sql<QuestionRow>`SELECT ${COLUMNS} FROM ${FROM} WHERE k.federation_id = ${tx.federationId} AND k.id = ${id} AND ${visibleTo(by, permission)}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

export type Filter = { readonly unionPath?: string | undefined; readonly itemId?: string | undefined; readonly state?: 'open' | 'late' | 'answered' | undefined; readonly text?: string | undefined };

/** Questions over the subtrees of the officer: waiting ones first, by their day. */
export async function listKept(tx: Tx, by: Actor, f: Filter, page: Page): Promise<{ items: QuestionRow[]; total: number }> {
  const all: RawBuilder<unknown>[] = [sql`k.federation_id = ${tx.federationId}`, visibleTo(by, 'disclosure.desk')];
  if (f.unionPath) all.push(sql`u.path LIKE ${`${f.unionPath}%`}`);
  if (f.itemId) all.push(sql`k.item_id = ${f.itemId}`);
  if (f.state) all.push(f.state === 'answered' ? sql`k.answered_at IS NOT NULL` : f.state === 'open' ? sql`k.answered_at IS NULL` : sql`(k.answered_at IS NULL AND k.due_at < ${tx.now} OR k.answered_at > k.due_at)`);
  if (f.text) all.push(sql`(c.number = ${f.text} OR k.text ILIKE ${`%${f.text.replace(/[\\%_]/g, '\\$&')}%`} OR i.title ILIKE ${`%${f.text.replace(/[\\%_]/g, '\\$&')}%`})`);
  const where = sql.join(all, sql` AND `);
  const list = await sql<QuestionRow & { n: number }>`SELECT ${COLUMNS}, (count(*) OVER ())::int AS n FROM ${FROM} WHERE ${where} ORDER BY k.answered_at IS NOT NULL, CASE WHEN k.answered_at IS NULL THEN k.due_at END, k.answered_at DESC, k.id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  return { items: list.rows, total: list.rows[0]?.n ?? 0 };
}

/** Writes the answer, once. @returns false when it was answered already */
export async function setAnswer(tx: Tx, id: string, a: { readonly text: string; readonly open: boolean; readonly upheld: boolean | null; readonly byId: string }): Promise<boolean> {
  const r = await sql`UPDATE disclosure_question SET answer = ${a.text}, open = ${a.open}, upheld = ${a.upheld}, answered_by_id = ${a.byId}, answered_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND id = ${id} AND answered_at IS NULL RETURNING id`.execute(rows(tx));
  return r.rows.length > 0;
}

/** Questions of a person since a moment. */
export async function countAsked(tx: Tx, personId: string, since: Date): Promise<number> {
  const r = await sql<{ n: number }>`SELECT count(*)::int AS n FROM disclosure_question WHERE federation_id = ${tx.federationId} AND person_id = ${personId} AND at >= ${since}`.execute(rows(tx));
  return r.rows[0]?.n ?? 0;
}
