import type { Actor, Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import { visibleTo } from '#engines/org';
import type { ANSWER_STATES, Channel, PERSON_STATES, STATES } from './inquiries.rules.ts';

// Reads of other rooms, as counts and never as content: who wrote a matter of any kind (engine cases) and who took part in a ballot or survey (engine ballot).

type PersonState = (typeof PERSON_STATES)[number];
type AnswerState = (typeof ANSWER_STATES)[number];
export type InquiryRow = {
  readonly id: string; readonly unionId: string; readonly union: string; readonly path: string; readonly title: string; readonly question: string; readonly fromDay: string; readonly toDay: string; readonly most: number; readonly seed: string; readonly closesOn: string; readonly state: (typeof STATES)[number];
  readonly invited: number; readonly answered: number; readonly declined: number; readonly said: number;
};
const of = (state: PersonState): RawBuilder<unknown> => sql`(SELECT count(*)::int FROM inquiry_person p WHERE p.federation_id = i.federation_id AND p.inquiry_id = i.id AND p.state = ${state})`;
const INQUIRY = sql`i.id, i.union_id AS "unionId", u.name AS union, u.path, i.title, i.question, i.from_day::text AS "fromDay", i.to_day::text AS "toDay", i.most, i.seed, i.closes_on::text AS "closesOn", i.state,
  (SELECT count(*)::int FROM inquiry_person p WHERE p.federation_id = i.federation_id AND p.inquiry_id = i.id) AS invited, ${of('answered')} AS answered, ${of('declined')} AS declined, (SELECT count(*)::int FROM inquiry_answer a WHERE a.federation_id = i.federation_id AND a.inquiry_id = i.id) AS said
  FROM inquiry i JOIN union_unit u ON u.federation_id = i.federation_id AND u.id = i.union_id`;

/** Members below a union, each with whether they said anything in the time: a letter, a suggestion, any other matter, a ballot or a survey. */
const spoken = (tx: Tx, o: { readonly unionId: string; readonly path: string; readonly from: Date; readonly to: Date }): RawBuilder<unknown> => sql`SELECT p.id, coalesce(k.name, s.name) AS unit,
  EXISTS (SELECT 1 FROM case_file c WHERE c.federation_id = m.federation_id AND c.author_id = p.id AND c.opened_at >= ${o.from} AND c.opened_at < ${o.to})
  OR EXISTS (SELECT 1 FROM ballot_voter v JOIN ballot b ON b.federation_id = v.federation_id AND b.id = v.ballot_id WHERE v.federation_id = m.federation_id AND v.person_id = p.id AND v.given AND b.opened_at >= ${o.from} AND b.opened_at < ${o.to})
  OR EXISTS (SELECT 1 FROM inquiry_person q JOIN inquiry i ON i.federation_id = q.federation_id AND i.id = q.inquiry_id WHERE q.federation_id = m.federation_id AND q.person_id = p.id AND q.state = 'answered' AND i.opened_at >= ${o.from} AND i.opened_at < ${o.to}) AS spoke
  FROM membership m JOIN person p ON p.federation_id = m.federation_id AND p.id = m.person_id JOIN union_unit h ON h.federation_id = m.federation_id AND h.id = m.union_id JOIN union_unit s ON s.federation_id = m.federation_id AND s.id = ${o.unionId}
  LEFT JOIN union_unit k ON k.federation_id = m.federation_id AND k.parent_id = s.id AND starts_with(h.path, k.path) WHERE m.federation_id = ${tx.federationId} AND m.state = 'active' AND starts_with(h.path, ${o.path})`;

export async function countSilent(tx: Tx, o: { readonly unionId: string; readonly path: string; readonly from: Date; readonly to: Date }): Promise<{ name: string; members: number; silent: number }[]> {
  const r = await sql<{ name: string; members: number; silent: number }>`SELECT x.unit AS name, count(*)::int AS members, count(*) FILTER (WHERE NOT x.spoke)::int AS silent FROM (${spoken(tx, o)}) x GROUP BY x.unit ORDER BY silent DESC, x.unit LIMIT 200`.execute(rows(tx));
  return r.rows;
}
/** Invites those who said nothing, at most so many, drawn by the seed; once. @returns who */
export async function inviteSilent(tx: Tx, o: { readonly id: string; readonly unionId: string; readonly path: string; readonly from: Date; readonly to: Date; readonly most: number; readonly seed: string; readonly butNot: string }): Promise<string[]> {
  const r = await sql<{ id: string }>`INSERT INTO inquiry_person (federation_id, inquiry_id, person_id, state) SELECT ${tx.federationId}::uuid, ${o.id}::uuid, x.id, 'invited' FROM (${spoken(tx, o)}) x
    WHERE NOT x.spoke AND x.id <> ${o.butNot}::uuid ORDER BY sha256(convert_to(${o.seed} || '/' || x.id::text, 'UTF8')) LIMIT ${o.most} ON CONFLICT DO NOTHING RETURNING person_id AS id`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

export async function insertInquiry(tx: Tx, i: Pick<InquiryRow, 'id' | 'unionId' | 'title' | 'question' | 'fromDay' | 'toDay' | 'most' | 'seed' | 'closesOn'> & { readonly madeById: string }): Promise<void> {
  await sql`INSERT INTO inquiry (federation_id, id, union_id, title, question, from_day, to_day, most, seed, closes_on, state, made_by_id, made_at)
    VALUES (${tx.federationId}, ${i.id}, ${i.unionId}, ${i.title}, ${i.question}, ${i.fromDay}::date, ${i.toDay}::date, ${i.most}, ${i.seed}, ${i.closesOn}::date, 'draft', ${i.madeById}, ${tx.now})`.execute(rows(tx));
}
/** Opens or closes, unless that was done already. */
export async function turn(tx: Tx, id: string, to: 'open' | 'closed'): Promise<boolean> {
  const change = to === 'open' ? sql`state = 'open', opened_at = ${tx.now}` : sql`state = 'closed', closed_at = ${tx.now}`;
  return (await sql`UPDATE inquiry SET ${change} WHERE federation_id = ${tx.federationId} AND id = ${id} AND state = ${to === 'open' ? 'draft' : 'open'}`.execute(rows(tx))).numAffectedRows === 1n;
}
export async function markReminded(tx: Tx, id: string, since: Date): Promise<boolean> {
  return (await sql`UPDATE inquiry SET reminded_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND id = ${id} AND state = 'open' AND (reminded_at IS NULL OR reminded_at < ${since})`.execute(rows(tx))).numAffectedRows === 1n;
}
/** Writes answers and entries of an inquiry anew in the order of their ids, so that no row tells with which other one it was written. */
export async function mixAnswers(tx: Tx, id: string): Promise<void> {
  await sql`WITH gone AS (DELETE FROM inquiry_answer WHERE federation_id = ${tx.federationId} AND inquiry_id = ${id} RETURNING *) INSERT INTO inquiry_answer SELECT * FROM gone ORDER BY id`.execute(rows(tx));
  await sql`WITH gone AS (DELETE FROM inquiry_person WHERE federation_id = ${tx.federationId} AND inquiry_id = ${id} RETURNING *) INSERT INTO inquiry_person SELECT * FROM gone ORDER BY person_id`.execute(rows(tx));
}
/** Inquiries that are open; their answers are mixed from time to time. */
export async function listOpen(tx: Tx): Promise<string[]> {
  return (await sql<{ id: string }>`SELECT id FROM inquiry WHERE federation_id = ${tx.federationId} AND state = 'open' ORDER BY id LIMIT 500`.execute(rows(tx))).rows.map((x) => x.id);
}
/** Inquiries whose last day is over. */
export async function listOver(tx: Tx, today: string): Promise<InquiryRow[]> {
  return (await sql<InquiryRow>`SELECT ${INQUIRY} WHERE i.federation_id = ${tx.federationId} AND i.state = 'open' AND i.closes_on < ${today}::date ORDER BY i.id LIMIT 100`.execute(rows(tx))).rows;
}
export async function findKept(tx: Tx, by: Actor, id: string): Promise<InquiryRow | null> {
  return (await sql<InquiryRow>`SELECT ${INQUIRY} WHERE i.federation_id = ${tx.federationId} AND i.id = ${id} AND ${visibleTo(by, 'inquiries.keep')}`.execute(rows(tx))).rows[0] ?? null;
}
const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
export async function listKept(tx: Tx, by: Actor, f: { readonly unionPath?: string | undefined; readonly text?: string | undefined; readonly state?: string | undefined; readonly limit: number; readonly offset: number }): Promise<{ items: InquiryRow[]; total: number }> {
  const where = sql`i.federation_id = ${tx.federationId} AND ${visibleTo(by, 'inquiries.keep')} ${f.unionPath ? sql`AND u.path LIKE ${`${f.unionPath}%`}` : sql``} ${f.text ? sql`AND i.title ILIKE ${like(f.text)}` : sql``} ${f.state ? sql`AND i.state = ${f.state}` : sql``}`;
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n FROM inquiry i JOIN union_unit u ON u.federation_id = i.federation_id AND u.id = i.union_id WHERE ${where}`.execute(rows(tx));
  return { items: (await sql<InquiryRow>`SELECT ${INQUIRY} WHERE ${where} ORDER BY i.made_at DESC, i.id LIMIT ${f.limit} OFFSET ${f.offset}`.execute(rows(tx))).rows, total: n.rows[0]?.n ?? 0 };
}
export async function listChannels(tx: Tx, id: string): Promise<{ channel: Channel; said: number; settled: number }[]> {
  return (await sql<{ channel: Channel; said: number; settled: number }>`SELECT channel, count(*)::int AS said, count(*) FILTER (WHERE state = 'settled')::int AS settled FROM inquiry_answer WHERE federation_id = ${tx.federationId} AND inquiry_id = ${id} GROUP BY channel ORDER BY channel LIMIT 10`.execute(rows(tx))).rows;
}

export async function listPeople(tx: Tx, id: string, f: { readonly text?: string | undefined; readonly state?: string | undefined; readonly limit: number; readonly offset: number }): Promise<{ items: { id: string; name: string; unit: string; state: PersonState }[]; total: number }> {
  const where = sql`q.federation_id = ${tx.federationId} AND q.inquiry_id = ${id} ${f.text ? sql`AND p.name ILIKE ${like(f.text)}` : sql``} ${f.state ? sql`AND q.state = ${f.state}` : sql``}`;
  const from = sql`FROM inquiry_person q JOIN person p ON p.federation_id = q.federation_id AND p.id = q.person_id LEFT JOIN membership m ON m.federation_id = q.federation_id AND m.person_id = q.person_id AND m.state = 'active' LEFT JOIN union_unit h ON h.federation_id = m.federation_id AND h.id = m.union_id WHERE ${where}`;
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n ${from}`.execute(rows(tx));
  const r = await sql<{ id: string; name: string; unit: string; state: PersonState }>`SELECT p.id, p.name, coalesce(h.name, '') AS unit, q.state ${from} ORDER BY p.name, p.id LIMIT ${f.limit} OFFSET ${f.offset}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}
export async function listUnanswered(tx: Tx, id: string): Promise<string[]> {
  return (await sql<{ id: string }>`SELECT person_id AS id FROM inquiry_person WHERE federation_id = ${tx.federationId} AND inquiry_id = ${id} AND state = 'invited' LIMIT 20000`.execute(rows(tx))).rows.map((x) => x.id);
}
/** Notes that somebody spoke, or would rather not; only once. */
export async function turnPerson(tx: Tx, id: string, personId: string, to: 'answered' | 'declined'): Promise<boolean> {
  return (await sql`UPDATE inquiry_person SET state = ${to} WHERE federation_id = ${tx.federationId} AND inquiry_id = ${id} AND person_id = ${personId} AND state <> 'answered'`.execute(rows(tx))).numAffectedRows === 1n;
}

export type AnswerRow = { readonly id: string; readonly inquiryId: string; readonly personId: string | null; readonly name: string | null; readonly channel: Channel; readonly text: Buffer; readonly reply: Buffer | null; readonly state: AnswerState };
const ANSWER = sql`a.id, a.inquiry_id AS "inquiryId", a.person_id AS "personId", p.name, a.channel, a.text, a.reply, a.state FROM inquiry_answer a LEFT JOIN person p ON p.federation_id = a.federation_id AND p.id = a.person_id`;
export async function insertAnswer(tx: Tx, a: { readonly id: string; readonly inquiryId: string; readonly personId: string | null; readonly channel: Channel; readonly text: Buffer; readonly enteredById: string | null }): Promise<void> {
  await sql`INSERT INTO inquiry_answer (federation_id, id, inquiry_id, person_id, channel, text, state, entered_by_id) VALUES (${tx.federationId}, ${a.id}, ${a.inquiryId}, ${a.personId}, ${a.channel}, ${a.text}, 'new', ${a.enteredById})`.execute(rows(tx));
}
export async function listAnswers(tx: Tx, id: string, f: { readonly channel?: string | undefined; readonly state?: string | undefined; readonly limit: number; readonly offset: number }): Promise<{ items: AnswerRow[]; total: number }> {
  const where = sql`a.federation_id = ${tx.federationId} AND a.inquiry_id = ${id} ${f.channel ? sql`AND a.channel = ${f.channel}` : sql``} ${f.state ? sql`AND a.state = ${f.state}` : sql``}`;
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n FROM inquiry_answer a WHERE ${where}`.execute(rows(tx));
  return { items: (await sql<AnswerRow>`SELECT ${ANSWER} WHERE ${where} ORDER BY a.id LIMIT ${f.limit} OFFSET ${f.offset}`.execute(rows(tx))).rows, total: n.rows[0]?.n ?? 0 };
}
export async function findAnswer(tx: Tx, id: string): Promise<AnswerRow | null> {
  return (await sql<AnswerRow>`SELECT ${ANSWER} WHERE a.federation_id = ${tx.federationId} AND a.id = ${id}`.execute(rows(tx))).rows[0] ?? null;
}
export async function followAnswer(tx: Tx, id: string, reply: Buffer | null): Promise<boolean> {
  return (await sql`UPDATE inquiry_answer SET state = ${reply === null ? 'following' : 'settled'}, reply = ${reply} WHERE federation_id = ${tx.federationId} AND id = ${id} AND state <> 'settled'`.execute(rows(tx))).numAffectedRows === 1n;
}

export type MineRow = InquiryRow & { readonly own: PersonState; readonly reply: Buffer | null };
/** Inquiries a person is invited to, latest first; with the reply to an answer given with the name. */
export async function listMine(tx: Tx, personId: string, page: { readonly limit: number; readonly offset: number }, id: string | null = null): Promise<{ items: MineRow[]; total: number }> {
  const where = sql`i.federation_id = ${tx.federationId} AND i.state <> 'draft' AND q.person_id = ${personId} ${id === null ? sql`` : sql`AND i.id = ${id}`}`;
  const join = sql`JOIN inquiry_person q ON q.federation_id = i.federation_id AND q.inquiry_id = i.id`;
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n FROM inquiry i ${join} WHERE ${where}`.execute(rows(tx));
  const r = await sql<MineRow>`SELECT q.own, q.reply, x.* FROM (SELECT q.inquiry_id, q.state AS own, (SELECT a.reply FROM inquiry_answer a WHERE a.federation_id = q.federation_id AND a.inquiry_id = q.inquiry_id AND a.person_id = q.person_id AND a.reply IS NOT NULL ORDER BY a.id LIMIT 1) AS reply FROM inquiry_person q WHERE q.federation_id = ${tx.federationId} AND q.person_id = ${personId}) q
    JOIN LATERAL (SELECT ${INQUIRY} WHERE i.federation_id = ${tx.federationId} AND i.id = q.inquiry_id AND i.state <> 'draft' ${id === null ? sql`` : sql`AND i.id = ${id}`}) x ON true ORDER BY x."closesOn" DESC, x.id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}
