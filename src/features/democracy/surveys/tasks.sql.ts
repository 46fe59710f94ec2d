import type { Actor, Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import { visibleTo } from '#engines/org';

// States, owners and dates of tasks are those of their cases; read here, stepped by the engine.

export type TaskRow = {
  readonly id: string; readonly number: string; readonly title: string; readonly state: string; readonly owner: string | null; readonly version: number; readonly unionId: string; readonly union: string;
  readonly surveyId: string; readonly survey: string; readonly question: string; readonly finding: string; readonly dueOn: string; readonly progress: number; readonly answer: string; readonly answeredAt: Date | null;
};
const TASK = sql`t.id, c.number, c.title, c.state, w.name AS owner, c.version, c.union_id AS "unionId", u.name AS union, t.survey_id AS "surveyId", s.title AS survey, t.question, t.finding, t.due_on::text AS "dueOn", t.progress, t.answer, t.answered_at AS "answeredAt"`;
const FROM = sql`FROM survey_task t JOIN case_file c ON c.federation_id = t.federation_id AND c.id = t.id JOIN survey s ON s.federation_id = t.federation_id AND s.id = t.survey_id
  JOIN union_unit u ON u.federation_id = c.federation_id AND u.id = c.union_id LEFT JOIN person w ON w.federation_id = c.federation_id AND w.id = c.assignee_id`;

export async function insertTask(tx: Tx, t: Pick<TaskRow, 'id' | 'surveyId' | 'question' | 'finding' | 'dueOn'>): Promise<void> {
  await sql`INSERT INTO survey_task (federation_id, id, survey_id, question, finding, due_on) VALUES (${tx.federationId}, ${t.id}, ${t.surveyId}, ${t.question}, ${t.finding}, ${t.dueOn}::date)`.execute(rows(tx));
}
export async function updateTask(tx: Tx, id: string, o: { readonly progress?: number | undefined; readonly answer?: string | undefined }): Promise<void> {
  await sql`UPDATE survey_task SET progress = coalesce(${o.progress ?? null}::smallint, progress), answer = coalesce(${o.answer ?? null}::text, answer), answered_at = CASE WHEN ${o.answer !== undefined} THEN ${tx.now} ELSE answered_at END WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}
export async function countTasks(tx: Tx, surveyId: string): Promise<number> {
  const r = await sql<{ n: number }>`SELECT count(*)::int AS n FROM survey_task WHERE federation_id = ${tx.federationId} AND survey_id = ${surveyId}`.execute(rows(tx));
  return r.rows[0]?.n ?? 0;
}

async function tasks(tx: Tx, where: RawBuilder<unknown>, limit: number, offset = 0): Promise<TaskRow[]> {
  return (await sql<TaskRow>`SELECT ${TASK} ${FROM} WHERE t.federation_id = ${tx.federationId} AND ${where} ORDER BY c.is_open DESC, t.due_on, t.id LIMIT ${limit} OFFSET ${offset}`.execute(rows(tx))).rows;
}
/** Tasks of one survey, for those who were asked; at most 100. */
export const listDeeds = (tx: Tx, surveyId: string): Promise<TaskRow[]> => tasks(tx, sql`t.survey_id = ${surveyId} AND c.state <> 'dropped'`, 100);

export type TaskFilter = { readonly surveyId?: string | undefined; readonly unionPath?: string | undefined; readonly state?: string | undefined; readonly text?: string | undefined; readonly limit: number; readonly offset: number };
/** Tasks over the unions of an officer, and those given to them. */
export async function listTasks(tx: Tx, by: Actor, f: TaskFilter): Promise<{ items: TaskRow[]; total: number }> {
  const where = sql`(${visibleTo(by, 'surveys.keep')} OR c.assignee_id = ${by.personId}) ${f.surveyId ? sql`AND t.survey_id = ${f.surveyId}` : sql``} ${f.unionPath ? sql`AND u.path LIKE ${`${f.unionPath}%`}` : sql``} ${f.state ? sql`AND c.state = ${f.state}` : sql``}
    ${f.text ? sql`AND (c.title ILIKE ${`%${f.text.replace(/[\\%_]/g, '\\$&')}%`} OR t.finding ILIKE ${`%${f.text.replace(/[\\%_]/g, '\\$&')}%`})` : sql``}`;
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n ${FROM} WHERE t.federation_id = ${tx.federationId} AND ${where}`.execute(rows(tx));
  return { items: await tasks(tx, where, f.limit, f.offset), total: n.rows[0]?.n ?? 0 };
}
export async function findTask(tx: Tx, id: string): Promise<TaskRow | null> {
  return (await tasks(tx, sql`t.id = ${id}`, 1))[0] ?? null;
}
/** Who may be given a task: officers of the union and of those below it, at most 200. */
export async function listOfficers(tx: Tx, path: string, today: string): Promise<{ id: string; name: string }[]> {
  const r = await sql<{ id: string; name: string }>`SELECT DISTINCT p.id, p.name FROM office_holding f JOIN union_unit u ON u.federation_id = f.federation_id AND u.id = f.union_id JOIN person p ON p.federation_id = f.federation_id AND p.id = f.person_id
    WHERE f.federation_id = ${tx.federationId} AND starts_with(u.path, ${path}) AND f.from_date <= ${today}::date AND (f.to_date IS NULL OR f.to_date >= ${today}::date) ORDER BY p.name, p.id LIMIT 200`.execute(rows(tx));
  return r.rows;
}
