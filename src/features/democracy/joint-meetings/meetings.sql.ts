/** Meetings, the work list, and who consented to what. States and dates of cases are read here and stepped by the engine. */
import type { Actor, Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import { visibleTo } from '#engines/org';
import { KEEP, type Page } from './councils.sql.ts';
import type { Ask, ItemState, MeetingState, Side } from './joint-meetings.rules.ts';

export type Draft = { readonly title: string; readonly detail: string; readonly ownerId: string; readonly dueOn: string };
export type MeetingRow = { readonly id: string; readonly councilId: string; readonly number: string; readonly state: MeetingState; readonly version: number; readonly title: string; readonly place: string; readonly heldAt: Date; readonly agenda: readonly string[]; readonly minutes: string; readonly draft: readonly Draft[]; readonly round: number; readonly items: number };
const MEETING = sql`m.id, m.council_id AS "councilId", c.number, c.state, c.version, m.title, m.place, m.held_at AS "heldAt", m.agenda, m.minutes, m.draft, m.round,
  CASE WHEN c.state = 'agreed' THEN (SELECT count(*)::int FROM joint_item i WHERE i.federation_id = m.federation_id AND i.meeting_id = m.id) ELSE jsonb_array_length(m.draft) END AS items
  FROM joint_meeting m JOIN case_file c ON c.federation_id = m.federation_id AND c.id = m.id`;
export async function findMeeting(tx: Tx, id: string): Promise<MeetingRow | null> {
  return (await sql<MeetingRow>`SELECT ${MEETING} WHERE m.federation_id = ${tx.federationId} AND m.id = ${id}`.execute(rows(tx))).rows[0] ?? null;
}
/** Meetings of a council, latest first; at most 100. */
export async function listMeetings(tx: Tx, councilId: string): Promise<MeetingRow[]> {
  return (await sql<MeetingRow>`SELECT ${MEETING} WHERE m.federation_id = ${tx.federationId} AND m.council_id = ${councilId} ORDER BY m.held_at DESC, m.id LIMIT 100`.execute(rows(tx))).rows;
}
export type Planned = { readonly title: string; readonly place: string; readonly heldAt: Date; readonly agenda: readonly string[] };
export async function insertMeeting(tx: Tx, id: string, councilId: string, p: Planned): Promise<void> {
  await sql`INSERT INTO joint_meeting (federation_id, id, council_id, title, place, held_at, agenda, minutes, draft, round) VALUES (${tx.federationId}, ${id}, ${councilId}, ${p.title}, ${p.place}, ${p.heldAt}, ${[...p.agenda]}::text[], '', '[]'::jsonb, 0)`.execute(rows(tx));
}
export async function updateMeeting(tx: Tx, id: string, p: Planned): Promise<void> {
  await sql`UPDATE joint_meeting SET title = ${p.title}, place = ${p.place}, held_at = ${p.heldAt}, agenda = ${[...p.agenda]}::text[] WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}
/** Minutes and work list as they are put to both sides from now on: a new round. */
export async function writeMinutes(tx: Tx, id: string, minutes: string, draft: readonly Draft[]): Promise<void> {
  await sql`UPDATE joint_meeting SET minutes = ${minutes}, draft = ${JSON.stringify(draft)}::jsonb, round = round + 1 WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** Notes that a side consents; each side once a round. */
export async function insertConsent(tx: Tx, subjectId: string, round: number, side: Side, personId: string): Promise<boolean> {
  const r = await sql`INSERT INTO joint_consent (federation_id, subject_id, round, side, person_id, at) VALUES (${tx.federationId}, ${subjectId}, ${round}, ${side}, ${personId}, ${tx.now}) ON CONFLICT (federation_id, subject_id, round, side) DO NOTHING`.execute(rows(tx));
  return r.numAffectedRows === 1n;
}
export async function listConsents(tx: Tx, subjectId: string, round: number): Promise<{ side: Side; name: string; at: Date }[]> {
  return (await sql<{ side: Side; name: string; at: Date }>`SELECT x.side, p.name, x.at FROM joint_consent x JOIN person p ON p.federation_id = x.federation_id AND p.id = x.person_id WHERE x.federation_id = ${tx.federationId} AND x.subject_id = ${subjectId} AND x.round = ${round} ORDER BY x.at, x.side LIMIT 2`.execute(rows(tx))).rows;
}

export type ItemRow = {
  readonly id: string; readonly councilId: string; readonly council: string; readonly meetingId: string; readonly meeting: string; readonly number: string; readonly state: ItemState; readonly version: number; readonly unionId: string; readonly title: string; readonly detail: string; readonly ownerId: string; readonly owner: string; readonly side: Side;
  readonly dueOn: string; readonly progress: number; readonly ask: Ask | null; readonly askText: string; readonly askDue: string | null; readonly askBy: string | null; readonly round: number; readonly followsId: string | null; readonly followedBy: string | null; readonly late: boolean;
};
const ITEM = (tx: Tx): RawBuilder<unknown> => sql`i.id, i.council_id AS "councilId", k.title AS council, i.meeting_id AS "meetingId", m.title AS meeting, c.number, c.state, c.version, c.union_id AS "unionId", i.title, i.detail, i.owner_id AS "ownerId", p.name AS owner, coalesce(r.side, 'union') AS side, i.due_on::text AS "dueOn", i.progress, i.ask, i.ask_text AS "askText", i.ask_due::text AS "askDue", b.name AS "askBy", i.round, i.follows_id AS "followsId",
  (SELECT n.id FROM joint_item n WHERE n.federation_id = i.federation_id AND n.follows_id = i.id LIMIT 1) AS "followedBy", c.is_open AND i.due_on < (${tx.now}::timestamptz AT TIME ZONE 'Asia/Shanghai')::date AS late`;
const FROM = sql`FROM joint_item i JOIN case_file c ON c.federation_id = i.federation_id AND c.id = i.id JOIN joint_council k ON k.federation_id = i.federation_id AND k.id = i.council_id JOIN joint_meeting m ON m.federation_id = i.federation_id AND m.id = i.meeting_id JOIN union_unit u ON u.federation_id = k.federation_id AND u.id = k.union_id
  JOIN person p ON p.federation_id = i.federation_id AND p.id = i.owner_id LEFT JOIN joint_representative r ON r.federation_id = i.federation_id AND r.council_id = i.council_id AND r.person_id = i.owner_id LEFT JOIN person b ON b.federation_id = i.federation_id AND b.id = i.ask_by_id`;
async function items(tx: Tx, where: RawBuilder<unknown>, limit: number, offset = 0): Promise<ItemRow[]> {
  return (await sql<ItemRow>`SELECT ${ITEM(tx)} ${FROM} WHERE i.federation_id = ${tx.federationId} AND ${where} ORDER BY c.is_open DESC, i.due_on, i.id LIMIT ${limit} OFFSET ${offset}`.execute(rows(tx))).rows;
}
export const findItem = async (tx: Tx, id: string): Promise<ItemRow | null> => (await items(tx, sql`i.id = ${id}`, 1))[0] ?? null;
/** Items of a council or of one meeting, open ones first; at most 200. */
export const listItems = (tx: Tx, o: { readonly councilId?: string; readonly meetingId?: string }): Promise<ItemRow[]> => items(tx, o.meetingId ? sql`i.meeting_id = ${o.meetingId}` : sql`i.council_id = ${o.councilId ?? ''}`, 200);
export type ItemFilter = { readonly unionPath?: string | undefined; readonly councilId?: string | undefined; readonly text?: string | undefined; readonly state?: string | undefined; readonly side?: string | undefined; readonly late?: boolean };
/** Items over the unions of the officer, open ones first, the earliest due on top. */
export async function listRegister(tx: Tx, by: Actor, f: ItemFilter, page: Page): Promise<{ items: ItemRow[]; total: number }> {
  const all: RawBuilder<unknown>[] = [visibleTo(by, KEEP)];
  if (f.unionPath) all.push(sql`starts_with(u.path, ${f.unionPath})`);
  if (f.councilId) all.push(sql`i.council_id = ${f.councilId}`);
  if (f.state) all.push(sql`c.state = ${f.state}`);
  if (f.side) all.push(sql`coalesce(r.side, 'union') = ${f.side}`);
  if (f.late) all.push(sql`c.is_open AND i.due_on < (${tx.now}::timestamptz AT TIME ZONE 'Asia/Shanghai')::date`);
  if (f.text) all.push(sql`(c.number = ${f.text} OR i.title ILIKE ${`%${f.text.replace(/[\\%_]/g, '\\$&')}%`})`);
  const where = sql.join(all, sql` AND `);
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n ${FROM} WHERE i.federation_id = ${tx.federationId} AND ${where}`.execute(rows(tx));
  return { items: await items(tx, where, page.limit, page.offset), total: n.rows[0]?.n ?? 0 };
}
/** Open items that a person owns anywhere, or that wait for the consent of the side the person speaks for. */
export const listWaiting = (tx: Tx, personId: string): Promise<ItemRow[]> => items(tx, sql`c.is_open AND ((i.owner_id = ${personId} AND c.state = 'working') OR (c.state = 'asked' AND EXISTS (SELECT 1 FROM joint_representative s WHERE s.federation_id = i.federation_id AND s.council_id = i.council_id AND s.person_id = ${personId} AND s.until IS NULL AND s.role <> 'member'
  AND NOT EXISTS (SELECT 1 FROM joint_consent x WHERE x.federation_id = i.federation_id AND x.subject_id = i.id AND x.round = i.round AND x.side = s.side))))`, 50);
/** Meetings whose minutes wait for the consent of the side the person speaks for. */
export async function listUnagreed(tx: Tx, personId: string): Promise<MeetingRow[]> {
  return (await sql<MeetingRow>`SELECT ${MEETING} JOIN joint_representative s ON s.federation_id = m.federation_id AND s.council_id = m.council_id AND s.person_id = ${personId} AND s.until IS NULL AND s.role <> 'member'
    WHERE m.federation_id = ${tx.federationId} AND c.state = 'drafted' AND NOT EXISTS (SELECT 1 FROM joint_consent x WHERE x.federation_id = m.federation_id AND x.subject_id = m.id AND x.round = m.round AND x.side = s.side) ORDER BY m.held_at, m.id LIMIT 50`.execute(rows(tx))).rows;
}
export async function countOwned(tx: Tx, councilId: string, personId: string): Promise<number> {
  return (await sql<{ n: number }>`SELECT count(*)::int AS n FROM joint_item i JOIN case_file c ON c.federation_id = i.federation_id AND c.id = i.id WHERE i.federation_id = ${tx.federationId} AND i.council_id = ${councilId} AND i.owner_id = ${personId} AND c.is_open`.execute(rows(tx))).rows[0]?.n ?? 0;
}
export async function insertItem(tx: Tx, i: Draft & { readonly id: string; readonly councilId: string; readonly meetingId: string; readonly followsId: string | null }): Promise<void> {
  await sql`INSERT INTO joint_item (federation_id, id, council_id, meeting_id, title, detail, owner_id, due_on, progress, ask_text, round, follows_id)
    VALUES (${tx.federationId}, ${i.id}, ${i.councilId}, ${i.meetingId}, ${i.title}, ${i.detail}, ${i.ownerId}, ${i.dueOn}::date, 0, '', 0, ${i.followsId})`.execute(rows(tx));
}
export async function setProgress(tx: Tx, id: string, progress: number): Promise<void> {
  await sql`UPDATE joint_item SET progress = ${progress} WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}
export async function setOwner(tx: Tx, id: string, ownerId: string): Promise<void> {
  await sql`UPDATE joint_item SET owner_id = ${ownerId} WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}
/** What is asked of both sides from now on: a new round. */
export async function setAsk(tx: Tx, id: string, a: { readonly ask: Ask; readonly text: string; readonly due: string | null; readonly byId: string }): Promise<void> {
  await sql`UPDATE joint_item SET ask = ${a.ask}, ask_text = ${a.text}, ask_due = ${a.due}::date, ask_by_id = ${a.byId}, round = round + 1 WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}
export async function clearAsk(tx: Tx, id: string): Promise<void> {
  await sql`UPDATE joint_item SET ask = NULL, ask_text = '', ask_due = NULL, ask_by_id = NULL WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}
/** Open items of the tenant that are due within so many days or late, with who is to hear of it; at most 2,000. */
export async function listDue(tx: Tx, today: string, within: number): Promise<{ id: string; title: string; unionId: string; dueOn: string; people: string[] }[]> {
  return (await sql<{ id: string; title: string; unionId: string; dueOn: string; people: string[] }>`SELECT i.id, i.title, c.union_id AS "unionId", i.due_on::text AS "dueOn", ARRAY(SELECT s.person_id FROM joint_representative s WHERE s.federation_id = i.federation_id AND s.council_id = i.council_id AND s.until IS NULL AND (s.role = 'contact' OR s.person_id = i.owner_id)) AS people
    FROM joint_item i JOIN case_file c ON c.federation_id = i.federation_id AND c.id = i.id WHERE i.federation_id = ${tx.federationId} AND c.is_open AND i.due_on <= ${today}::date + ${within}::int ORDER BY i.due_on, i.id LIMIT 2000`.execute(rows(tx))).rows;
}
