import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import type { Cross } from './tally.rules.ts';

export type ResultRow = { readonly dimension: string; readonly body: unknown; readonly papers: number; readonly invalid: number; readonly asked: number; readonly headline: number | null };

/** Keeps what was counted: once, a second count finds its place taken. */
export async function insertResults(tx: Tx, surveyId: string, all: readonly ResultRow[]): Promise<void> {
  await sql`INSERT INTO survey_result (federation_id, survey_id, dimension, body, papers, invalid, asked, headline, counted_at)
    SELECT ${tx.federationId}, ${surveyId}, x.dimension, x.body, x.papers, x.invalid, x.asked, x.headline, ${tx.now} FROM jsonb_to_recordset(${JSON.stringify(all)}::jsonb) AS x(dimension text, body jsonb, papers int, invalid int, asked int, headline smallint)`.execute(rows(tx));
}
/** Keeps the tables of two questions; a hidden cell is -1. */
export async function insertCrosses(tx: Tx, surveyId: string, crosses: readonly { readonly a: string; readonly b: string; readonly cells: readonly (number | null)[] }[]): Promise<void> {
  await sql`INSERT INTO survey_cross (federation_id, survey_id, a, b, cells) SELECT ${tx.federationId}, ${surveyId}, x.a, x.b, x.cells::int[]
    FROM unnest(${crosses.map((c) => c.a)}::text[], ${crosses.map((c) => c.b)}::text[], ${crosses.map((c) => `{${c.cells.map((n) => n ?? -1).join(',')}}`)}::text[]) AS x(a, b, cells)`.execute(rows(tx));
}
export async function findResult(tx: Tx, surveyId: string, dimension: string): Promise<ResultRow | null> {
  const r = await sql<ResultRow>`SELECT dimension, body, papers, invalid, asked, headline FROM survey_result WHERE federation_id = ${tx.federationId} AND survey_id = ${surveyId} AND dimension = ${dimension}`.execute(rows(tx));
  return r.rows[0] ?? null;
}
/** What several runs of a series found, everybody together. */
export async function listSummaries(tx: Tx, ids: readonly string[]): Promise<(ResultRow & { readonly id: string })[]> {
  const r = await sql<ResultRow & { readonly id: string }>`SELECT survey_id AS id, dimension, body, papers, invalid, asked, headline FROM survey_result WHERE federation_id = ${tx.federationId} AND survey_id = ANY (${[...ids]}::uuid[]) AND dimension = ''`.execute(rows(tx));
  return r.rows;
}
export async function findCross(tx: Tx, surveyId: string, a: string, b: string): Promise<Cross | null> {
  const r = await sql<Cross>`SELECT a, b, cells FROM survey_cross WHERE federation_id = ${tx.federationId} AND survey_id = ${surveyId} AND a = ${a} AND b = ${b}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

export type RemarkRow = { readonly id: string; readonly question: string; readonly text: string; readonly topicId: string | null };
export async function insertRemarks(tx: Tx, surveyId: string, all: readonly Pick<RemarkRow, 'id' | 'question' | 'text'>[]): Promise<void> {
  await sql`INSERT INTO survey_remark (federation_id, survey_id, id, question, text) SELECT ${tx.federationId}, ${surveyId}, x.id, x.question, x.text FROM unnest(${all.map((r) => r.id)}::uuid[], ${all.map((r) => r.question)}::text[], ${all.map((r) => r.text)}::text[]) AS x(id, question, text) ORDER BY x.id`.execute(rows(tx));
}
export type RemarkFilter = { readonly topicId?: string | undefined; readonly loose?: boolean; readonly text?: string | undefined; readonly limit: number; readonly offset: number };
export async function listRemarks(tx: Tx, surveyId: string, f: RemarkFilter): Promise<{ items: RemarkRow[]; total: number }> {
  const where = sql`federation_id = ${tx.federationId} AND survey_id = ${surveyId} ${f.topicId ? sql`AND topic_id = ${f.topicId}` : sql``} ${f.loose ? sql`AND topic_id IS NULL` : sql``} ${f.text ? sql`AND text ILIKE ${`%${f.text.replace(/[\\%_]/g, '\\$&')}%`}` : sql``}`;
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n FROM survey_remark WHERE ${where}`.execute(rows(tx));
  const r = await sql<RemarkRow>`SELECT id, question, text, topic_id AS "topicId" FROM survey_remark WHERE ${where} ORDER BY id LIMIT ${f.limit} OFFSET ${f.offset}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}
export async function listTopics(tx: Tx, surveyId: string): Promise<{ id: string; question: string; title: string; remarks: number }[]> {
  const r = await sql<{ id: string; question: string; title: string; remarks: number }>`SELECT t.id, t.question, t.title, (SELECT count(*)::int FROM survey_remark r WHERE r.federation_id = t.federation_id AND r.survey_id = t.survey_id AND r.topic_id = t.id) AS remarks
    FROM survey_topic t WHERE t.federation_id = ${tx.federationId} AND t.survey_id = ${surveyId} ORDER BY remarks DESC, t.id LIMIT 200`.execute(rows(tx));
  return r.rows;
}
/** Open answers that were not gathered yet, of one survey and question. */
export async function listUngathered(tx: Tx, limit: number): Promise<(RemarkRow & { readonly surveyId: string; readonly unionId: string; readonly path: string })[]> {
  const r = await sql<RemarkRow & { readonly surveyId: string; readonly unionId: string; readonly path: string }>`SELECT r.survey_id AS "surveyId", s.union_id AS "unionId", u.path, r.id, r.question, r.text, r.topic_id AS "topicId" FROM survey_remark r JOIN survey s ON s.federation_id = r.federation_id AND s.id = r.survey_id
    JOIN union_unit u ON u.federation_id = s.federation_id AND u.id = s.union_id WHERE r.federation_id = ${tx.federationId} AND NOT r.gathered ORDER BY r.survey_id, r.question, r.id LIMIT ${limit}`.execute(rows(tx));
  return r.rows;
}
export async function insertTopic(tx: Tx, t: { readonly surveyId: string; readonly id: string; readonly question: string; readonly title: string }): Promise<void> {
  await sql`INSERT INTO survey_topic (federation_id, survey_id, id, question, title) VALUES (${tx.federationId}, ${t.surveyId}, ${t.id}, ${t.question}, ${t.title})`.execute(rows(tx));
}
export async function gatherRemarks(tx: Tx, surveyId: string, ids: readonly string[], topicId: string | null): Promise<void> {
  await sql`UPDATE survey_remark SET gathered = true, topic_id = coalesce(${topicId}::uuid, topic_id) WHERE federation_id = ${tx.federationId} AND survey_id = ${surveyId} AND id = ANY (${[...ids]}::uuid[])`.execute(rows(tx));
}
export async function renameTopic(tx: Tx, surveyId: string, id: string, title: string): Promise<boolean> {
  return (await sql`UPDATE survey_topic SET title = ${title} WHERE federation_id = ${tx.federationId} AND survey_id = ${surveyId} AND id = ${id}`.execute(rows(tx))).numAffectedRows === 1n;
}
/** Puts what stands under one topic under another and takes the first away. */
export async function mergeTopic(tx: Tx, surveyId: string, id: string, into: string): Promise<void> {
  await sql`UPDATE survey_remark SET topic_id = ${into} WHERE federation_id = ${tx.federationId} AND survey_id = ${surveyId} AND topic_id = ${id}`.execute(rows(tx));
  await sql`DELETE FROM survey_topic WHERE federation_id = ${tx.federationId} AND survey_id = ${surveyId} AND id = ${id}`.execute(rows(tx));
}
