/** Answers of people, and what is counted of them. Points of a day are read from the ledger by their keys. */
import type { Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import type { Page } from './daily-question.sql.ts';
import type { Kind } from './daily-question.rules.ts';

export type AnswerRow = { readonly day: string; readonly personId: string; readonly unitId: string; readonly given: number; readonly correct: boolean; readonly answeredAt: Date };

/** Writes answers; who answered that day already keeps that answer. @returns how many were written */
export async function insertAnswers(tx: Tx, unionId: string, list: readonly AnswerRow[]): Promise<number> {
  const r = await sql`INSERT INTO daily_answer (federation_id, union_id, day, person_id, unit_id, given, correct, answered_at)
    SELECT ${tx.federationId}::uuid, ${unionId}::uuid, x.day, x.person, x.unit, x.given, x.correct, x.at
    FROM unnest(${list.map((a) => a.day)}::date[], ${list.map((a) => a.personId)}::uuid[], ${list.map((a) => a.unitId)}::uuid[], ${list.map((a) => a.given)}::smallint[], ${list.map((a) => a.correct)}::boolean[], ${list.map((a) => a.answeredAt)}::timestamptz[]) AS x(day, person, unit, given, correct, at)
    ON CONFLICT (federation_id, union_id, day, person_id) DO NOTHING`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n);
}
export async function findAnswer(tx: Tx, unionId: string, day: string, personId: string): Promise<{ given: number; correct: boolean; reviewed: boolean } | null> {
  const r = await sql<{ given: number; correct: boolean; reviewed: boolean }>`SELECT a.given, a.correct, a.reviewed_at IS NOT NULL AS reviewed FROM daily_answer a WHERE a.federation_id = ${tx.federationId} AND a.union_id = ${unionId} AND a.day = ${day}::date AND a.person_id = ${personId}`.execute(rows(tx));
  return r.rows[0] ?? null;
}
export async function countDay(tx: Tx, unionId: string, day: string): Promise<{ answered: number; rightOnes: number }> {
  const r = await sql<{ answered: number; rightOnes: number }>`SELECT count(*)::int AS answered, (count(*) FILTER (WHERE a.correct))::int AS "rightOnes" FROM daily_answer a WHERE a.federation_id = ${tx.federationId} AND a.union_id = ${unionId} AND a.day = ${day}::date`.execute(rows(tx));
  return r.rows[0] ?? { answered: 0, rightOnes: 0 };
}
/** How often each combination of options was given on a day. */
export async function countGiven(tx: Tx, unionId: string, day: string): Promise<{ given: number; n: number }[]> {
  return (await sql<{ given: number; n: number }>`SELECT a.given, count(*)::int AS n FROM daily_answer a WHERE a.federation_id = ${tx.federationId} AND a.union_id = ${unionId} AND a.day = ${day}::date GROUP BY a.given ORDER BY a.given LIMIT 64`.execute(rows(tx))).rows;
}

/**
 * Days in a row with an answer, now and at best in three years: days without a question and void days neither count nor break it, and today
 * breaks nothing while it can still be answered.
 */
export async function countStreaks(tx: Tx, unionId: string, personId: string, today: string): Promise<{ now: number; best: number }> {
  const r = await sql<{ now: number; best: number }>`WITH days AS (
      SELECT d.day, a.day IS NOT NULL AS answered FROM daily_day d LEFT JOIN daily_answer a ON a.federation_id = d.federation_id AND a.union_id = d.union_id AND a.day = d.day AND a.person_id = ${personId}
      WHERE d.federation_id = ${tx.federationId} AND d.union_id = ${unionId} AND d.void_why = '' AND d.day > ${today}::date - 1096 AND (d.day < ${today}::date OR (d.day = ${today}::date AND a.day IS NOT NULL))),
    runs AS (SELECT answered, count(*) FILTER (WHERE NOT answered) OVER (ORDER BY day) AS run FROM days),
    lengths AS (SELECT run, (count(*) FILTER (WHERE answered))::int AS n FROM runs GROUP BY run)
    SELECT coalesce((SELECT n FROM lengths ORDER BY run DESC LIMIT 1), 0) AS now, coalesce((SELECT max(n) FROM lengths), 0) AS best`.execute(rows(tx));
  return r.rows[0] ?? { now: 0, best: 0 };
}

/** The days of a month up to today with what this person gave. */
export async function listOwnDays(tx: Tx, unionId: string, personId: string, from: string, to: string): Promise<{ day: string; void: boolean; correct: boolean | null }[]> {
  return (await sql<{ day: string; void: boolean; correct: boolean | null }>`SELECT d.day::text, d.void_why <> '' AS void, a.correct FROM daily_day d LEFT JOIN daily_answer a ON a.federation_id = d.federation_id AND a.union_id = d.union_id AND a.day = d.day AND a.person_id = ${personId}
    WHERE d.federation_id = ${tx.federationId} AND d.union_id = ${unionId} AND d.day >= ${from}::date AND d.day <= ${to}::date ORDER BY d.day LIMIT 400`.execute(rows(tx))).rows;
}

const WRONG = (tx: Tx, unionId: string, personId: string, today: string): RawBuilder<unknown> => sql`FROM daily_answer a JOIN daily_day d ON d.federation_id = a.federation_id AND d.union_id = a.union_id AND d.day = a.day JOIN daily_question q ON q.federation_id = d.federation_id AND q.id = d.question_id
  WHERE a.federation_id = ${tx.federationId} AND a.union_id = ${unionId} AND a.person_id = ${personId} AND NOT a.correct AND a.reviewed_at IS NULL AND d.void_why = '' AND a.day <= ${today}::date`;
export async function countWrong(tx: Tx, unionId: string, personId: string, today: string): Promise<number> {
  return (await sql<{ n: number }>`SELECT count(*)::int AS n ${WRONG(tx, unionId, personId, today)}`.execute(rows(tx))).rows[0]?.n ?? 0;
}
/** Wrong ones that were not answered rightly since, latest first. */
export async function listWrong(tx: Tx, unionId: string, personId: string, today: string, page: Page): Promise<{ day: string; kind: Kind; text: string; options: string[]; topic: string; given: number }[]> {
  return (await sql<{ day: string; kind: Kind; text: string; options: string[]; topic: string; given: number }>`SELECT a.day::text, q.kind, q.text, q.options, q.topic, a.given ${WRONG(tx, unionId, personId, today)} ORDER BY a.day DESC LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx))).rows;
}
export async function markReviewed(tx: Tx, unionId: string, day: string, personId: string): Promise<void> {
  await sql`UPDATE daily_answer SET reviewed_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND union_id = ${unionId} AND day = ${day}::date AND person_id = ${personId} AND NOT correct AND reviewed_at IS NULL`.execute(rows(tx));
}

/** What these journals brought, in hundredths of a point, by key. */
export async function sumKeys(tx: Tx, bookId: string, keys: readonly string[]): Promise<Map<string, number>> {
  const r = await sql<{ key: string; amount: number }>`SELECT j.key, sum(m.amount)::float8 AS amount FROM ledger_journal j JOIN ledger_move m ON m.federation_id = j.federation_id AND m.book_id = j.book_id AND m.on_day = j.on_day AND m.journal_id = j.id
    WHERE j.federation_id = ${tx.federationId} AND j.book_id = ${bookId} AND j.key = ANY(${[...keys]}::text[]) GROUP BY j.key LIMIT 400`.execute(rows(tx));
  return new Map(r.rows.map((x) => [x.key, x.amount]));
}

export type Sum = { readonly members: number; readonly people: number; readonly answers: number; readonly rightOnes: number };
/** The unit directly below a board in which a union lies; the board itself where it is none. */
const UNITS = (o: { readonly unionId: string }): RawBuilder<unknown> => sql`JOIN union_unit s ON s.federation_id = h.federation_id AND s.id = ${o.unionId} LEFT JOIN union_unit k ON k.federation_id = h.federation_id AND k.parent_id = s.id AND starts_with(h.path, k.path)`;
/** Members and answers by unit between two days; those with most answers first, at most 200. */
export async function sumUnits(tx: Tx, o: { readonly unionId: string; readonly path: string; readonly from: string; readonly to: string }): Promise<(Sum & { id: string; name: string })[]> {
  const r = await sql<Sum & { id: string; name: string }>`WITH answers AS (SELECT coalesce(k.id, s.id) AS id, coalesce(k.name, s.name) AS name, count(DISTINCT a.person_id)::int AS people, count(*)::int AS answers, (count(*) FILTER (WHERE a.correct))::int AS "rightOnes"
      FROM daily_answer a JOIN union_unit h ON h.federation_id = a.federation_id AND h.id = a.unit_id ${UNITS(o)} WHERE a.federation_id = ${tx.federationId} AND a.union_id = ${o.unionId} AND a.day >= ${o.from}::date AND a.day <= ${o.to}::date GROUP BY 1, 2),
    members AS (SELECT coalesce(k.id, s.id) AS id, coalesce(k.name, s.name) AS name, count(*)::int AS members FROM membership m JOIN union_unit h ON h.federation_id = m.federation_id AND h.id = m.union_id ${UNITS(o)} WHERE m.federation_id = ${tx.federationId} AND m.state = 'active' AND starts_with(h.path, ${o.path}) GROUP BY 1, 2)
    SELECT coalesce(m.id, a.id) AS id, coalesce(m.name, a.name) AS name, coalesce(m.members, 0) AS members, coalesce(a.people, 0) AS people, coalesce(a.answers, 0) AS answers, coalesce(a."rightOnes", 0) AS "rightOnes" FROM members m FULL JOIN answers a ON a.id = m.id ORDER BY answers DESC, name LIMIT 200`.execute(rows(tx));
  return r.rows;
}
/** Questions and answers by month of a year. */
export async function sumMonths(tx: Tx, unionId: string, from: string, to: string): Promise<{ month: number; days: number; answers: number; rightOnes: number }[]> {
  const r = await sql<{ month: number; days: number; answers: number; rightOnes: number }>`SELECT extract(month FROM d.day)::int AS month, count(DISTINCT d.day)::int AS days, count(a.person_id)::int AS answers, (count(*) FILTER (WHERE a.correct))::int AS "rightOnes"
    FROM daily_day d LEFT JOIN daily_answer a ON a.federation_id = d.federation_id AND a.union_id = d.union_id AND a.day = d.day WHERE d.federation_id = ${tx.federationId} AND d.union_id = ${unionId} AND d.day >= ${from}::date AND d.day <= ${to}::date GROUP BY 1 ORDER BY 1 LIMIT 12`.execute(rows(tx));
  return r.rows;
}
/** How many different people answered between two days. */
export async function countPeople(tx: Tx, unionId: string, from: string, to: string): Promise<number> {
  return (await sql<{ n: number }>`SELECT count(DISTINCT a.person_id)::int AS n FROM daily_answer a WHERE a.federation_id = ${tx.federationId} AND a.union_id = ${unionId} AND a.day >= ${from}::date AND a.day <= ${to}::date`.execute(rows(tx))).rows[0]?.n ?? 0;
}
/** Members at or below a union with their own union, in a stable order, at most 5,000. */
export async function listMembers(tx: Tx, path: string): Promise<{ personId: string; unitId: string }[]> {
  return (await sql<{ personId: string; unitId: string }>`SELECT m.person_id AS "personId", m.union_id AS "unitId" FROM membership m JOIN union_unit h ON h.federation_id = m.federation_id AND h.id = m.union_id WHERE m.federation_id = ${tx.federationId} AND m.state = 'active' AND starts_with(h.path, ${path}) ORDER BY m.person_id LIMIT 5000`.execute(rows(tx))).rows;
}
