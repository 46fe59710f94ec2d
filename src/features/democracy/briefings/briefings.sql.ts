/** Briefings, who was there, what was asked and voted for. */
import type { Actor, Tx } from '#shared/call';
import { instantAt } from '#shared/dates';
import { type RawBuilder, rows, sql } from '#platform/db';
import { visibleTo } from '#engines/org';
import type { QuestionState } from './briefings.rules.ts';

export type Page = { readonly limit: number; readonly offset: number };
export type Point = { readonly title: string; readonly by: string };
export type Planned = { readonly title: string; readonly about: string; readonly place: string; readonly heldAt: Date; readonly endsAt: Date; readonly agenda: readonly Point[]; readonly files: readonly string[] };
/** A briefing with its case, union and counts; `here`: the asking person was there. */
export type BriefingRow = Planned & {
  readonly id: string; readonly unionId: string; readonly union: string; readonly path: string; readonly number: string; readonly state: 'planned' | 'live' | 'ended' | 'published' | 'calledOff'; readonly version: number; readonly minutes: string; readonly publishedAt: Date | null;
  readonly attended: number; readonly questions: number; readonly answered: number; readonly open: number; readonly here: boolean;
};
const COLUMNS = (person: string | null) => sql`b.id, b.union_id AS "unionId", u.name AS union, u.path, c.number, c.state, c.version, b.title, b.about, b.place, b.held_at AS "heldAt", b.ends_at AS "endsAt", b.agenda, b.files, b.minutes, b.published_at AS "publishedAt", a.n AS attended, k.n AS questions, k.answered, k.open,
  EXISTS (SELECT 1 FROM briefing_attendance x WHERE x.federation_id = b.federation_id AND x.briefing_id = b.id AND x.person_id = ${person}::uuid) AS here`;
const FROM = sql`briefing b JOIN case_file c ON c.federation_id = b.federation_id AND c.id = b.id JOIN union_unit u ON u.federation_id = b.federation_id AND u.id = b.union_id
  CROSS JOIN LATERAL (SELECT count(*)::int AS n FROM briefing_attendance x WHERE x.federation_id = b.federation_id AND x.briefing_id = b.id) a
  CROSS JOIN LATERAL (SELECT (count(*) FILTER (WHERE x.state <> 'hidden'))::int AS n, (count(*) FILTER (WHERE x.state = 'answered'))::int AS answered, (count(*) FILTER (WHERE x.state IN ('asked','answering')))::int AS open FROM briefing_question x WHERE x.federation_id = b.federation_id AND x.briefing_id = b.id) k`;
const tenant = (tx: Tx): RawBuilder<boolean> => sql<boolean>`b.federation_id = ${tx.federationId}`;
/** For this person: a member of the union or of one below it, on either line. */
const forMe = (by: Actor): RawBuilder<boolean> => by.membership === null ? sql<boolean>`false` : sql<boolean>`EXISTS (SELECT 1 FROM union_unit mu WHERE mu.federation_id = b.federation_id AND mu.id = ${by.membership.unionId} AND (mu.path LIKE u.path || '%' OR mu.sector_path LIKE u.path || '%'))`;
const kept = (by: Actor): RawBuilder<boolean> => visibleTo(by, 'briefings.keep');

/** A briefing for those it is for, and for who keeps it. */
export async function findBriefing(tx: Tx, by: Actor, id: string): Promise<BriefingRow | null> {
  const r = await sql<BriefingRow>`SELECT ${COLUMNS(by.personId)} FROM ${FROM} WHERE ${tenant(tx)} AND b.id = ${id} AND (${forMe(by)} OR ${kept(by)})`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** A briefing for who keeps it; locked when asked for. */
export async function findKept(tx: Tx, by: Actor, id: string, lock = false): Promise<BriefingRow | null> {
  if (lock) await sql`SELECT 1 FROM briefing b WHERE ${tenant(tx)} AND b.id = ${id} FOR UPDATE`.execute(rows(tx));
  const r = await sql<BriefingRow>`SELECT ${COLUMNS(by.personId)} FROM ${FROM} WHERE ${tenant(tx)} AND b.id = ${id} AND ${kept(by)}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Whether this person may open papers of a briefing. */
export const mayOpen = async (tx: Tx, by: Actor, id: string): Promise<boolean> => (await findBriefing(tx, by, id)) !== null;

/** What is to come for this person, nearest first, or what was. */
export async function listForMe(tx: Tx, by: Actor, f: Page & { readonly when: 'coming' | 'past' }): Promise<{ items: BriefingRow[]; total: number }> {
  const time = f.when === 'coming' ? sql`c.state IN ('planned','live')` : sql`c.state NOT IN ('planned','live')`;
  const where = sql`${tenant(tx)} AND ${forMe(by)} AND ${time}`;
  const list = await sql<BriefingRow & { n: number }>`SELECT ${COLUMNS(by.personId)}, (count(*) OVER ())::int AS n FROM ${FROM} WHERE ${where} ORDER BY ${f.when === 'coming' ? sql`b.held_at, b.id` : sql`b.held_at DESC, b.id`} LIMIT ${f.limit} OFFSET ${f.offset}`.execute(rows(tx));
  return { items: list.rows, total: list.rows[0]?.n ?? 0 };
}

export type Filter = { readonly unionPath?: string | undefined; readonly text?: string | undefined; readonly state?: string | undefined; readonly year?: number | undefined };

/** The register over the subtrees of the officer, latest first. */
export async function listRegister(tx: Tx, by: Actor, f: Filter, page: Page): Promise<{ items: BriefingRow[]; total: number }> {
  const all: RawBuilder<unknown>[] = [tenant(tx), kept(by)];
  if (f.unionPath) all.push(sql`u.path LIKE ${`${f.unionPath}%`}`);
  if (f.state) all.push(sql`c.state = ${f.state}`);
  if (f.year) all.push(sql`b.held_at >= ${instantAt(`${f.year}-01-01`)} AND b.held_at < ${instantAt(`${f.year + 1}-01-01`)}`);
  if (f.text) all.push(sql`(c.number = ${f.text} OR b.title ILIKE ${`%${f.text.replace(/[\\%_]/g, '\\$&')}%`})`);
  const list = await sql<BriefingRow & { n: number }>`SELECT ${COLUMNS(by.personId)}, (count(*) OVER ())::int AS n FROM ${FROM} WHERE ${sql.join(all, sql` AND `)} ORDER BY b.held_at DESC, b.id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  return { items: list.rows, total: list.rows[0]?.n ?? 0 };
}

/** Keeps a new briefing. */
export async function insertBriefing(tx: Tx, o: { readonly id: string; readonly unionId: string; readonly byId: string }, p: Planned): Promise<void> {
  await sql`INSERT INTO briefing (federation_id, id, union_id, title, about, place, held_at, ends_at, agenda, files, by_id) VALUES (${tx.federationId}, ${o.id}, ${o.unionId}, ${p.title}, ${p.about}, ${p.place}, ${p.heldAt}, ${p.endsAt}, ${JSON.stringify(p.agenda)}::jsonb, ${[...p.files]}::uuid[], ${o.byId})`.execute(rows(tx));
}

/** Changes what was announced. */
export async function updateBriefing(tx: Tx, id: string, p: Planned): Promise<void> {
  await sql`UPDATE briefing SET title = ${p.title}, about = ${p.about}, place = ${p.place}, held_at = ${p.heldAt}, ends_at = ${p.endsAt}, agenda = ${JSON.stringify(p.agenda)}::jsonb, files = ${[...p.files]}::uuid[] WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** When it began or ended, or its minutes. */
export async function mark(tx: Tx, id: string, o: { readonly started?: true; readonly ended?: true; readonly minutes?: string }): Promise<void> {
  await sql`UPDATE briefing SET started_at = CASE WHEN ${o.started ?? false}::boolean THEN ${tx.now}::timestamptz ELSE started_at END, ended_at = CASE WHEN ${o.ended ?? false}::boolean THEN ${tx.now}::timestamptz ELSE ended_at END,
    minutes = coalesce(${o.minutes ?? null}::text, minutes), published_at = CASE WHEN ${o.minutes ?? null}::text IS NULL THEN published_at ELSE ${tx.now}::timestamptz END WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** Members of a union and those below it. */
export async function listMembers(tx: Tx, path: string): Promise<string[]> {
  const r = await sql<{ id: string }>`SELECT m.person_id AS id FROM membership m JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id WHERE m.federation_id = ${tx.federationId} AND m.state = 'active' AND (u.path LIKE ${`${path}%`} OR u.sector_path LIKE ${`${path}%`}) ORDER BY m.person_id LIMIT 1000000`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

/** Notes that people are there; once each. */
export async function putAttendance(tx: Tx, id: string, people: readonly string[]): Promise<void> {
  await sql`INSERT INTO briefing_attendance (federation_id, briefing_id, person_id, at) SELECT ${tx.federationId}::uuid, ${id}::uuid, x.id, ${tx.now} FROM unnest(${[...people]}::uuid[]) AS x(id) ON CONFLICT DO NOTHING`.execute(rows(tx));
}

/** Who was there, as they came. */
export async function listAttendance(tx: Tx, id: string, page: Page): Promise<{ items: { id: string; name: string; union: string; at: Date }[]; total: number }> {
  const r = await sql<{ id: string; name: string; union: string; at: Date; n: number }>`SELECT p.id, p.name, coalesce(u.name, '') AS union, x.at, (count(*) OVER ())::int AS n FROM briefing_attendance x JOIN person p ON p.federation_id = x.federation_id AND p.id = x.person_id
    LEFT JOIN membership m ON m.federation_id = p.federation_id AND m.person_id = p.id AND m.state <> 'ended' LEFT JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id WHERE x.federation_id = ${tx.federationId} AND x.briefing_id = ${id} ORDER BY x.at, p.id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  return { items: r.rows, total: r.rows[0]?.n ?? 0 };
}

export type QuestionRow = { readonly id: string; readonly briefingId: string; readonly personId: string; readonly name: string; readonly text: string; readonly named: boolean; readonly state: QuestionState; readonly answer: string; readonly live: boolean | null; readonly answeredAt: Date | null; readonly caseId: string | null; readonly dueAt: Date | null; readonly at: Date; readonly votes: number; readonly voted: boolean };
const QUESTION = (person: string) => sql`q.id, q.briefing_id AS "briefingId", q.person_id AS "personId", p.name, q.text, q.named, q.state, q.answer, q.live, q.answered_at AS "answeredAt", q.case_id AS "caseId", q.due_at AS "dueAt", q.at, v.n AS votes,
  EXISTS (SELECT 1 FROM briefing_vote x WHERE x.federation_id = q.federation_id AND x.question_id = q.id AND x.person_id = ${person}::uuid) AS voted`;
const QUESTIONS = sql`briefing_question q JOIN person p ON p.federation_id = q.federation_id AND p.id = q.person_id CROSS JOIN LATERAL (SELECT count(*)::int AS n FROM briefing_vote x WHERE x.federation_id = q.federation_id AND x.question_id = q.id) v`;

/** Questions of a briefing; hidden ones only for `all` or their asker. The one being answered first, then by votes. */
export async function listQuestions(tx: Tx, by: Actor, briefingId: string, page: Page & { readonly all: boolean }): Promise<{ items: QuestionRow[]; total: number }> {
  const r = await sql<QuestionRow & { n: number }>`SELECT ${QUESTION(by.personId)}, (count(*) OVER ())::int AS n FROM ${QUESTIONS} WHERE q.federation_id = ${tx.federationId} AND q.briefing_id = ${briefingId} AND (${page.all}::boolean OR q.state <> 'hidden' OR q.person_id = ${by.personId})
    ORDER BY array_position(ARRAY['answering','asked','answered','hidden'], q.state), CASE WHEN q.state = 'asked' THEN v.n END DESC, q.at, q.id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  return { items: r.rows, total: r.rows[0]?.n ?? 0 };
}

/** A question by its id or that of its case, for whoever may see its briefing; `kept`: only for who keeps it. */
export async function findQuestion(tx: Tx, by: Actor, id: string, o: { readonly kept: boolean; readonly lock?: boolean }): Promise<(QuestionRow & { briefingState: string; title: string; unionId: string; union: string }) | null> {
  if (o.lock) await sql`SELECT 1 FROM briefing_question q WHERE q.federation_id = ${tx.federationId} AND (q.id = ${id} OR q.case_id = ${id}) FOR UPDATE`.execute(rows(tx));
  const r = await sql<QuestionRow & { briefingState: string; title: string; unionId: string; union: string }>`SELECT ${QUESTION(by.personId)}, c.state AS "briefingState", b.title, b.union_id AS "unionId", u.name AS union FROM ${QUESTIONS} JOIN briefing b ON b.federation_id = q.federation_id AND b.id = q.briefing_id
    JOIN case_file c ON c.federation_id = b.federation_id AND c.id = b.id JOIN union_unit u ON u.federation_id = b.federation_id AND u.id = b.union_id WHERE q.federation_id = ${tx.federationId} AND (q.id = ${id} OR q.case_id = ${id}) AND (${kept(by)} OR (${!o.kept}::boolean AND ${forMe(by)} AND (q.state <> 'hidden' OR q.person_id = ${by.personId})))`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Keeps a question. */
export async function insertQuestion(tx: Tx, q: { readonly id: string; readonly briefingId: string; readonly personId: string; readonly text: string; readonly named: boolean }): Promise<void> {
  await sql`INSERT INTO briefing_question (federation_id, id, briefing_id, person_id, text, named, state, at) VALUES (${tx.federationId}, ${q.id}, ${q.briefingId}, ${q.personId}, ${q.text}, ${q.named}, 'asked', ${tx.now})`.execute(rows(tx));
}

/** Questions of a person at a briefing. */
export async function countAsked(tx: Tx, briefingId: string, personId: string): Promise<number> {
  const r = await sql<{ n: number }>`SELECT count(*)::int AS n FROM briefing_question WHERE federation_id = ${tx.federationId} AND briefing_id = ${briefingId} AND person_id = ${personId}`.execute(rows(tx));
  return r.rows[0]?.n ?? 0;
}

/** Gives or takes back one person's vote; twice is once. @returns how many there are */
export async function setVote(tx: Tx, questionId: string, personId: string, on: boolean): Promise<number> {
  if (on) await sql`INSERT INTO briefing_vote (federation_id, question_id, person_id, at) VALUES (${tx.federationId}, ${questionId}, ${personId}, ${tx.now}) ON CONFLICT DO NOTHING`.execute(rows(tx));
  else await sql`DELETE FROM briefing_vote WHERE federation_id = ${tx.federationId} AND question_id = ${questionId} AND person_id = ${personId}`.execute(rows(tx));
  const r = await sql<{ n: number }>`SELECT count(*)::int AS n FROM briefing_vote WHERE federation_id = ${tx.federationId} AND question_id = ${questionId}`.execute(rows(tx));
  return r.rows[0]?.n ?? 0;
}

/** Votes of many at once, for the demonstration. */
export async function putVotes(tx: Tx, questionId: string, people: readonly string[]): Promise<void> {
  await sql`INSERT INTO briefing_vote (federation_id, question_id, person_id, at) SELECT ${tx.federationId}::uuid, ${questionId}::uuid, x.id, ${tx.now} FROM unnest(${[...people]}::uuid[]) AS x(id) ON CONFLICT DO NOTHING`.execute(rows(tx));
}

/** Moves a question that is not answered. @returns false when another is being answered, or this one was */
export async function setState(tx: Tx, id: string, state: 'asked' | 'answering' | 'hidden'): Promise<boolean> {
  const r = await sql`UPDATE briefing_question q SET state = ${state} WHERE q.federation_id = ${tx.federationId} AND q.id = ${id} AND q.state <> 'answered' AND (${state} <> 'answering' OR NOT EXISTS (SELECT 1 FROM briefing_question x WHERE x.federation_id = q.federation_id AND x.briefing_id = q.briefing_id AND x.state = 'answering' AND x.id <> q.id)) RETURNING q.id`.execute(rows(tx));
  return r.rows.length > 0;
}

/** Writes the answer, once. @returns false when it was answered already */
export async function setAnswer(tx: Tx, id: string, o: { readonly text: string; readonly live: boolean; readonly byId: string }): Promise<boolean> {
  const r = await sql`UPDATE briefing_question SET state = 'answered', answer = ${o.text}, live = ${o.live}, answered_by_id = ${o.byId}, answered_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND id = ${id} AND answered_at IS NULL RETURNING id`.execute(rows(tx));
  return r.rows.length > 0;
}

/** A question that is to be answered later. */
export async function setLater(tx: Tx, id: string, caseId: string, dueAt: Date): Promise<void> {
  await sql`UPDATE briefing_question SET state = 'asked', case_id = ${caseId}, due_at = ${dueAt} WHERE federation_id = ${tx.federationId} AND id = ${id} AND answered_at IS NULL`.execute(rows(tx));
}

export type YearRow = { readonly id: string; readonly name: string; readonly path: string; readonly held: number; readonly planned: number; readonly attended: number; readonly questions: number; readonly answeredLive: number; readonly answeredLater: number; readonly open: number };

/** A year by union: those that held or planned one, and every firm's union, fewest first. */
export async function sumYear(tx: Tx, scope: RawBuilder<boolean>, o: { readonly year: number; readonly unionPath: string | undefined } & Page): Promise<{ items: YearRow[]; total: number }> {
  const [from, to] = [instantAt(`${o.year}-01-01`), instantAt(`${o.year + 1}-01-01`)];
  const r = await sql<YearRow & { n: number }>`SELECT u.id, u.name, u.path, coalesce(s.held, 0)::int AS held, coalesce(s.planned, 0)::int AS planned, coalesce(s.attended, 0)::int AS attended, coalesce(s.questions, 0)::int AS questions, coalesce(s.live, 0)::int AS "answeredLive", coalesce(s.later, 0)::int AS "answeredLater", coalesce(s.open, 0)::int AS open, (count(*) OVER ())::int AS n
    FROM union_unit u LEFT JOIN (SELECT b.union_id, count(*) FILTER (WHERE c.state IN ('live','ended','published')) AS held, count(*) FILTER (WHERE c.state = 'planned') AS planned, sum(a.n) AS attended, sum(k.n) AS questions, sum(k.live) AS live, sum(k.later) AS later, sum(k.open) AS open
      FROM briefing b JOIN case_file c ON c.federation_id = b.federation_id AND c.id = b.id CROSS JOIN LATERAL (SELECT count(*) AS n FROM briefing_attendance x WHERE x.federation_id = b.federation_id AND x.briefing_id = b.id) a
      CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE x.state <> 'hidden') AS n, count(*) FILTER (WHERE x.live) AS live, count(*) FILTER (WHERE NOT x.live) AS later, count(*) FILTER (WHERE x.state IN ('asked','answering')) AS open FROM briefing_question x WHERE x.federation_id = b.federation_id AND x.briefing_id = b.id) k
      WHERE b.federation_id = ${tx.federationId} AND b.held_at >= ${from} AND b.held_at < ${to} AND c.state <> 'calledOff' GROUP BY b.union_id) s ON s.union_id = u.id
    WHERE u.federation_id = ${tx.federationId} AND u.state IN ('preparing','active') AND ${scope} AND ${o.unionPath ? sql`u.path LIKE ${`${o.unionPath}%`}` : sql`true`} AND (u.kind IN ('enterprise','group') OR s.union_id IS NOT NULL) ORDER BY coalesce(s.held, 0), u.path LIMIT ${o.limit} OFFSET ${o.offset}`.execute(rows(tx));
  return { items: r.rows, total: r.rows[0]?.n ?? 0 };
}

/** The scope of an officer over unions. */
export const keptUnions = (by: Actor): RawBuilder<boolean> => visibleTo(by, 'briefings.keep');
/** All unions, for what the system does by itself. */
export const everyUnion: RawBuilder<boolean> = sql<boolean>`true`;
