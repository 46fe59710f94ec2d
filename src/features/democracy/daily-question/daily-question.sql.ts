/** Boards, the questions of their banks, and what is set for which day. */
import type { Actor, Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import { visibleTo } from '#engines/org';
import type { Days, Kind } from './daily-question.rules.ts';

export const KEEP = 'dailyQuestion.keep';
export type Page = { readonly limit: number; readonly offset: number };
export type Board = { readonly unionId: string; readonly union: string; readonly path: string; readonly days: Days; readonly openedOn: string; readonly pointsFrom: string | null; readonly closedOn: string | null; readonly version: number };
const BOARD = sql`b.union_id AS "unionId", u.name AS union, u.path, b.days, b.opened_on::text AS "openedOn", b.points_from::text AS "pointsFrom", b.closed_on::text AS "closedOn", b.version
  FROM daily_board b JOIN union_unit u ON u.federation_id = b.federation_id AND u.id = b.union_id`;

/** The running board of the nearest union on a path: one person has one question a day. */
export async function findBoardAbove(tx: Tx, path: string, today: string): Promise<Board | null> {
  const r = await sql<Board>`SELECT ${BOARD} WHERE b.federation_id = ${tx.federationId} AND starts_with(${path}, u.path) AND b.opened_on <= ${today}::date AND b.closed_on IS NULL ORDER BY length(u.path) DESC LIMIT 1`.execute(rows(tx));
  return r.rows[0] ?? null;
}
/** A board that this officer keeps; `lock` makes changes of its days wait for each other. */
export async function findKeptBoard(tx: Tx, by: Actor, unionId: string, lock = false): Promise<Board | null> {
  if (lock) await sql`SELECT 1 FROM daily_board b WHERE b.federation_id = ${tx.federationId} AND b.union_id = ${unionId} FOR NO KEY UPDATE`.execute(rows(tx));
  return (await sql<Board>`SELECT ${BOARD} WHERE b.federation_id = ${tx.federationId} AND b.union_id = ${unionId} AND ${visibleTo(by, KEEP)}`.execute(rows(tx))).rows[0] ?? null;
}
export async function insertBoard(tx: Tx, b: { readonly unionId: string; readonly days: Days; readonly openedOn: string; readonly pointsFrom: string | null }): Promise<boolean> {
  const r = await sql`INSERT INTO daily_board (federation_id, union_id, days, opened_on, points_from, version) VALUES (${tx.federationId}, ${b.unionId}, ${b.days}, ${b.openedOn}::date, ${b.pointsFrom}::date, 1) ON CONFLICT (federation_id, union_id) DO NOTHING`.execute(rows(tx));
  return r.numAffectedRows === 1n;
}
export async function updateBoard(tx: Tx, b: { readonly unionId: string; readonly days: Days; readonly pointsFrom: string | null; readonly closedOn: string | null; readonly version: number }): Promise<boolean> {
  const r = await sql`UPDATE daily_board SET days = ${b.days}, points_from = ${b.pointsFrom}::date, closed_on = ${b.closedOn}::date, version = version + 1 WHERE federation_id = ${tx.federationId} AND union_id = ${b.unionId} AND version = ${b.version}`.execute(rows(tx));
  return r.numAffectedRows === 1n;
}

export type BoardRow = Board & { readonly fresh: number; readonly today: string | null; readonly answered: number };
const FRESH = sql`NOT EXISTS (SELECT 1 FROM daily_day x WHERE x.federation_id = q.federation_id AND x.question_id = q.id)`;
/** Boards over the unions of the officer with what is left in the bank and how today goes. */
export async function listBoards(tx: Tx, by: Actor, f: Page & { readonly unionPath?: string | undefined; readonly today: string }): Promise<{ items: BoardRow[]; total: number }> {
  const where = sql`b.federation_id = ${tx.federationId} AND ${visibleTo(by, KEEP)} ${f.unionPath ? sql`AND starts_with(u.path, ${f.unionPath})` : sql``}`;
  const r = await sql<BoardRow & { n: number }>`SELECT (count(*) OVER ())::int AS n, (SELECT count(*)::int FROM daily_question q WHERE q.federation_id = b.federation_id AND q.union_id = b.union_id AND q.state = 'ready' AND ${FRESH}) AS fresh,
    (SELECT q.text FROM daily_day d JOIN daily_question q ON q.federation_id = d.federation_id AND q.id = d.question_id WHERE d.federation_id = b.federation_id AND d.union_id = b.union_id AND d.day = ${f.today}::date) AS today,
    (SELECT count(*)::int FROM daily_answer a WHERE a.federation_id = b.federation_id AND a.union_id = b.union_id AND a.day = ${f.today}::date) AS answered, ${BOARD} WHERE ${where} ORDER BY b.closed_on NULLS FIRST, u.path LIMIT ${f.limit} OFFSET ${f.offset}`.execute(rows(tx));
  return { items: r.rows, total: r.rows[0]?.n ?? 0 };
}
/** All running boards of the tenant, at most 2,000. */
export async function listRunning(tx: Tx): Promise<Board[]> {
  return (await sql<Board>`SELECT ${BOARD} WHERE b.federation_id = ${tx.federationId} AND b.closed_on IS NULL ORDER BY b.union_id LIMIT 2000`.execute(rows(tx))).rows;
}

export type Said = { readonly kind: Kind; readonly text: string; readonly key: string; readonly options: readonly string[]; readonly answer: number; readonly explanation: string; readonly source: string; readonly topic: string };
export type QuestionRow = Said & { readonly id: string; readonly unionId: string; readonly state: 'ready' | 'withdrawn'; readonly madeById: string | null; readonly version: number; readonly askedOn: string | null; readonly times: number; readonly answers: number; readonly rightOnes: number };
const QUESTION = (today: string): RawBuilder<unknown> => sql`q.id, q.union_id AS "unionId", q.kind, q.text, q.text_key AS key, q.options, q.answer, q.explanation, q.source, q.topic, q.state, q.made_by_id AS "madeById", q.version, x."askedOn", x.times, y.answers, y."rightOnes"
  FROM daily_question q JOIN union_unit u ON u.federation_id = q.federation_id AND u.id = q.union_id
  CROSS JOIN LATERAL (SELECT max(d.day)::text AS "askedOn", (count(*) FILTER (WHERE d.day <= ${today}::date))::int AS times FROM daily_day d WHERE d.federation_id = q.federation_id AND d.question_id = q.id) x
  CROSS JOIN LATERAL (SELECT count(*)::int AS answers, (count(*) FILTER (WHERE a.correct))::int AS "rightOnes" FROM daily_day d JOIN daily_answer a ON a.federation_id = d.federation_id AND a.union_id = d.union_id AND a.day = d.day WHERE d.federation_id = q.federation_id AND d.question_id = q.id AND d.void_why = '') y`;
export type BankFilter = { readonly unionId: string; readonly text?: string | undefined; readonly kind?: string | undefined; readonly topic?: string | undefined; readonly use?: 'fresh' | 'asked' | 'withdrawn' | undefined; readonly today: string };

/** Questions of a bank: those never asked first, then the latest. */
export async function listBank(tx: Tx, f: BankFilter, page: Page): Promise<{ items: QuestionRow[]; total: number }> {
  const like = `%${(f.text ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const all: RawBuilder<unknown>[] = [sql`q.federation_id = ${tx.federationId}`, sql`q.union_id = ${f.unionId}`];
  if (f.text) all.push(sql`(q.text ILIKE ${like} OR q.explanation ILIKE ${like})`);
  if (f.kind) all.push(sql`q.kind = ${f.kind}`);
  if (f.topic) all.push(sql`q.topic = ${f.topic}`);
  if (f.use) all.push(f.use === 'withdrawn' ? sql`q.state = 'withdrawn'` : f.use === 'fresh' ? sql`q.state = 'ready' AND ${FRESH}` : sql`NOT ${FRESH}`);
  const where = sql.join(all, sql` AND `);
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n FROM daily_question q WHERE ${where}`.execute(rows(tx));
  const r = await sql<QuestionRow>`SELECT ${QUESTION(f.today)} WHERE ${where} ORDER BY x."askedOn" DESC NULLS FIRST, q.made_at DESC, q.id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}
export async function listTopics(tx: Tx, unionId: string): Promise<string[]> {
  return (await sql<{ topic: string }>`SELECT DISTINCT q.topic FROM daily_question q WHERE q.federation_id = ${tx.federationId} AND q.union_id = ${unionId} AND q.topic <> '' ORDER BY q.topic LIMIT 100`.execute(rows(tx))).rows.map((x) => x.topic);
}
/** A question of a bank that this officer keeps. */
export async function findKeptQuestion(tx: Tx, by: Actor, id: string, today: string): Promise<QuestionRow | null> {
  return (await sql<QuestionRow>`SELECT ${QUESTION(today)} WHERE q.federation_id = ${tx.federationId} AND q.id = ${id} AND ${visibleTo(by, KEEP)}`.execute(rows(tx))).rows[0] ?? null;
}
/** Adds questions to a bank; one that stands there already is left out. @returns how many were added */
export async function insertQuestions(tx: Tx, unionId: string, madeById: string | null, list: readonly (Said & { readonly id: string })[]): Promise<number> {
  const r = await sql`INSERT INTO daily_question (federation_id, id, union_id, kind, text, text_key, options, answer, explanation, source, topic, state, made_by_id, made_at, version)
    SELECT ${tx.federationId}::uuid, x.id, ${unionId}::uuid, x.kind, x.text, x.key, ARRAY(SELECT jsonb_array_elements_text(x.options)), x.answer, x.explanation, x.source, x.topic, 'ready', ${madeById}::uuid, ${tx.now}::timestamptz, 1
    FROM jsonb_to_recordset(${JSON.stringify(list)}::jsonb) AS x(id uuid, kind text, text text, key text, options jsonb, answer smallint, explanation text, source text, topic text) ON CONFLICT (federation_id, union_id, text_key) DO NOTHING`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n);
}
export async function updateQuestion(tx: Tx, id: string, version: number, d: Said): Promise<boolean> {
  const r = await sql`UPDATE daily_question SET kind = ${d.kind}, text = ${d.text}, text_key = ${d.key}, options = ${[...d.options]}::text[], answer = ${d.answer}, explanation = ${d.explanation}, source = ${d.source}, topic = ${d.topic}, version = version + 1 WHERE federation_id = ${tx.federationId} AND id = ${id} AND version = ${version}`.execute(rows(tx));
  return r.numAffectedRows === 1n;
}
export async function turnQuestion(tx: Tx, id: string, state: 'ready' | 'withdrawn'): Promise<boolean> {
  const r = await sql`UPDATE daily_question SET state = ${state}, version = version + 1 WHERE federation_id = ${tx.federationId} AND id = ${id} AND state <> ${state}`.execute(rows(tx));
  return r.numAffectedRows === 1n;
}
/** Which of these texts stand in a bank already, by key, with the question. */
export async function findTexts(tx: Tx, unionId: string, keys: readonly string[]): Promise<Map<string, string>> {
  const r = await sql<{ key: string; id: string }>`SELECT q.text_key AS key, q.id FROM daily_question q WHERE q.federation_id = ${tx.federationId} AND q.union_id = ${unionId} AND q.text_key = ANY(${[...keys]}::text[]) LIMIT 5000`.execute(rows(tx));
  return new Map(r.rows.map((x) => [x.key, x.id]));
}

export type DayRow = { readonly day: string; readonly questionId: string; readonly text: string; readonly setById: string | null; readonly madeById: string | null; readonly voidWhy: string; readonly kind: Kind; readonly options: readonly string[]; readonly answer: number; readonly explanation: string; readonly source: string; readonly topic: string };
const DAY = sql`d.day::text, d.question_id AS "questionId", d.set_by_id AS "setById", d.void_why AS "voidWhy", q.text, q.kind, q.options, q.answer, q.explanation, q.source, q.topic, q.made_by_id AS "madeById"
  FROM daily_day d JOIN daily_question q ON q.federation_id = d.federation_id AND q.id = d.question_id`;
export async function findDay(tx: Tx, unionId: string, day: string): Promise<DayRow | null> {
  return (await sql<DayRow>`SELECT ${DAY} WHERE d.federation_id = ${tx.federationId} AND d.union_id = ${unionId} AND d.day = ${day}::date`.execute(rows(tx))).rows[0] ?? null;
}
/** What is set between two days, with how many answered; at most 400. */
export async function listDays(tx: Tx, unionId: string, from: string, to: string): Promise<(DayRow & { answers: number; rightOnes: number })[]> {
  return (await sql<DayRow & { answers: number; rightOnes: number }>`SELECT (SELECT count(*)::int FROM daily_answer a WHERE a.federation_id = d.federation_id AND a.union_id = d.union_id AND a.day = d.day) AS answers, (SELECT count(*)::int FROM daily_answer a WHERE a.federation_id = d.federation_id AND a.union_id = d.union_id AND a.day = d.day AND a.correct) AS "rightOnes", ${DAY}
    WHERE d.federation_id = ${tx.federationId} AND d.union_id = ${unionId} AND d.day >= ${from}::date AND d.day <= ${to}::date ORDER BY d.day LIMIT 400`.execute(rows(tx))).rows;
}
/** Sets questions for days; a day that has one keeps it unless it is to be changed. */
export async function putDays(tx: Tx, unionId: string, setById: string | null, list: readonly { readonly day: string; readonly questionId: string }[], change = false): Promise<void> {
  await sql`INSERT INTO daily_day (federation_id, union_id, day, question_id, set_by_id, void_why) SELECT ${tx.federationId}::uuid, ${unionId}::uuid, x.day, x.question, ${setById}::uuid, '' FROM unnest(${list.map((x) => x.day)}::date[], ${list.map((x) => x.questionId)}::uuid[]) AS x(day, question)
    ON CONFLICT (federation_id, union_id, day) ${change ? sql`DO UPDATE SET question_id = excluded.question_id, set_by_id = excluded.set_by_id` : sql`DO NOTHING`}`.execute(rows(tx));
}
export async function deleteDay(tx: Tx, unionId: string, day: string): Promise<boolean> {
  return (await sql`DELETE FROM daily_day WHERE federation_id = ${tx.federationId} AND union_id = ${unionId} AND day = ${day}::date`.execute(rows(tx))).numAffectedRows === 1n;
}
export async function voidDay(tx: Tx, unionId: string, day: string, why: string): Promise<boolean> {
  return (await sql`UPDATE daily_day SET void_why = ${why} WHERE federation_id = ${tx.federationId} AND union_id = ${unionId} AND day = ${day}::date AND void_why = ''`.execute(rows(tx))).numAffectedRows === 1n;
}
/** Questions of a bank in the order in which they are to be asked: never asked ones as they came, then those asked longest ago. */
export async function listNext(tx: Tx, unionId: string, limit: number): Promise<string[]> {
  const r = await sql<{ id: string }>`SELECT q.id FROM daily_question q CROSS JOIN LATERAL (SELECT max(d.day) AS last FROM daily_day d WHERE d.federation_id = q.federation_id AND d.question_id = q.id) x
    WHERE q.federation_id = ${tx.federationId} AND q.union_id = ${unionId} AND q.state = 'ready' ORDER BY x.last NULLS FIRST, q.made_at, q.id LIMIT ${limit}`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}
