/** Attendance, staff, releases, incidents and messages of sessions. Reads claims of the engine `claims`, never writes them. */
import type { Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import type { Page } from './programmes.sql.ts';

export type Day = { readonly entryId: string; readonly day: string; readonly excusedAt: Date | null; readonly absentToldAt: Date | null; readonly arrivedAt: Date | null; readonly leftAt: Date | null; readonly pickupId: string | null; readonly releaseId: string | null };
export type Release = { readonly id: string; readonly sessionId: string; readonly entryId: string; readonly day: string; readonly sealed: Buffer | null; readonly byId: string; readonly by: string; readonly at: Date; readonly state: 'asked' | 'confirmed' | 'declined'; readonly second: string | null; readonly decidedAt: Date | null };
export type Duty = { readonly id: string; readonly personId: string; readonly name: string; readonly staffNumber: string; readonly unit: string; readonly from: string; readonly to: string };

const DAY = sql`d.entry_id AS "entryId", d.day, d.excused_at AS "excusedAt", d.absent_told_at AS "absentToldAt", d.arrived_at AS "arrivedAt", d.left_at AS "leftAt", d.pickup_id AS "pickupId", d.release_id AS "releaseId"`;
async function days(tx: Tx, where: RawBuilder<unknown>): Promise<Day[]> {
  const r = await sql<Day>`SELECT ${DAY} FROM care_day d WHERE d.federation_id = ${tx.federationId} AND ${where} ORDER BY d.day, d.entry_id LIMIT 5000`.execute(rows(tx));
  return r.rows;
}

/** All children's marks of one day of a session. */
export const listDay = (tx: Tx, sessionId: string, day: string): Promise<Day[]> => days(tx, sql`d.session_id = ${sessionId} AND d.day = ${day}::date`);
/** All days of children. */
export const listDays = (tx: Tx, entryIds: readonly string[]): Promise<Day[]> => days(tx, sql`d.entry_id = ANY (${[...entryIds]}::uuid[])`);

/** A child's day, locked against others at the same door. */
export async function lockDay(tx: Tx, entryId: string, day: string): Promise<Day | null> {
  const r = await sql<Day>`SELECT ${DAY} FROM care_day d WHERE d.federation_id = ${tx.federationId} AND d.entry_id = ${entryId} AND d.day = ${day}::date FOR UPDATE`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Marks a child as there, or takes that back. */
export async function setArrived(tx: Tx, entryIds: readonly string[], day: string, at: Date | null, byId: string | null): Promise<void> {
  await sql`UPDATE care_day SET arrived_at = ${at}, arrived_by_id = ${at === null ? null : byId} WHERE federation_id = ${tx.federationId} AND entry_id = ANY (${[...entryIds]}::uuid[]) AND day = ${day}::date AND left_at IS NULL`.execute(rows(tx));
}

/** Marks a child as gone, with whom; or takes that back. */
export async function setLeft(tx: Tx, entryId: string, day: string, o: { readonly at: Date; readonly byId: string; readonly pickupId: string | null; readonly releaseId: string | null } | null): Promise<void> {
  await sql`UPDATE care_day SET left_at = ${o?.at ?? null}, left_by_id = ${o?.byId ?? null}, pickup_id = ${o?.pickupId ?? null}, release_id = ${o?.releaseId ?? null} WHERE federation_id = ${tx.federationId} AND entry_id = ${entryId} AND day = ${day}::date`.execute(rows(tx));
}

/** Says that a child stays away on a day, or comes after all. */
export async function setExcused(tx: Tx, entryId: string, day: string, at: Date | null): Promise<void> {
  await sql`UPDATE care_day SET excused_at = ${at} WHERE federation_id = ${tx.federationId} AND entry_id = ${entryId} AND day = ${day}::date`.execute(rows(tx));
}

/** Takes days out of a session. @returns false when a child was there on one of them */
export async function dropDays(tx: Tx, sessionId: string, list: readonly string[]): Promise<boolean> {
  const there = await sql`SELECT 1 FROM care_day WHERE federation_id = ${tx.federationId} AND session_id = ${sessionId} AND day = ANY (${[...list]}::date[]) AND arrived_at IS NOT NULL LIMIT 1`.execute(rows(tx));
  if (there.rows.length > 0) return false;
  await sql`DELETE FROM care_day WHERE federation_id = ${tx.federationId} AND session_id = ${sessionId} AND day = ANY (${[...list]}::date[])`.execute(rows(tx));
  return true;
}

/** Children of a session who have not come on a day and whose guardians were not told, each marked as told. */
export async function takeMissing(tx: Tx, sessionId: string, day: string): Promise<{ entryId: string; guardianId: string }[]> {
  const r = await sql<{ entryId: string; guardianId: string }>`UPDATE care_day d SET absent_told_at = ${tx.now} FROM care_entry e JOIN claim c ON c.federation_id = e.federation_id AND c.id = e.claim_id
    WHERE d.federation_id = ${tx.federationId} AND e.federation_id = d.federation_id AND e.id = d.entry_id AND d.session_id = ${sessionId} AND d.day = ${day}::date AND d.arrived_at IS NULL AND d.excused_at IS NULL AND d.absent_told_at IS NULL
      AND e.ended_at IS NULL AND e.guardian_id IS NOT NULL AND c.state IN ('taken','handed') RETURNING e.id AS "entryId", e.guardian_id AS "guardianId"`.execute(rows(tx));
  return r.rows;
}

/** Sessions that have care on a day. */
export async function listRunning(tx: Tx, day: string): Promise<string[]> {
  const r = await sql<{ id: string }>`SELECT s.id FROM care_session s JOIN offer o ON o.federation_id = s.federation_id AND o.id = s.id WHERE s.federation_id = ${tx.federationId} AND s.starts_on <= ${day}::date AND s.ends_on >= ${day}::date AND o.state IN ('open','closed') ORDER BY s.id LIMIT 2000`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

/** Sessions whose time of keeping is over. */
export async function listToForget(tx: Tx, today: string): Promise<string[]> {
  const r = await sql<{ id: string }>`SELECT s.id FROM care_session s JOIN offer o ON o.federation_id = s.federation_id AND o.id = s.id WHERE s.federation_id = ${tx.federationId} AND s.forgotten_at IS NULL AND o.state <> 'draft' AND s.ends_on + s.forget_days < ${today}::date ORDER BY s.ends_on, s.id LIMIT 200`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

const DUTY = sql`d.id, d.person_id AS "personId", p.name, p.staff_number AS "staffNumber", coalesce(mu.name, '') AS unit, d.from_on AS "from", d.to_on AS "to"`;
const DUTY_FROM = sql`care_duty d JOIN person p ON p.federation_id = d.federation_id AND p.id = d.person_id LEFT JOIN membership m ON m.federation_id = p.federation_id AND m.person_id = p.id AND m.state = 'active' LEFT JOIN union_unit mu ON mu.federation_id = m.federation_id AND mu.id = m.union_id`;

/** Staff of a session, or of one of its days. */
export async function listStaff(tx: Tx, sessionId: string, day: string | null = null): Promise<Duty[]> {
  const r = await sql<Duty>`SELECT ${DUTY} FROM ${DUTY_FROM} WHERE d.federation_id = ${tx.federationId} AND d.session_id = ${sessionId} AND ${day === null ? sql`true` : sql`d.from_on <= ${day}::date AND d.to_on >= ${day}::date`} ORDER BY d.from_on, p.name, d.id LIMIT 300`.execute(rows(tx));
  return r.rows;
}

/** Whether somebody is staff of a session on a day. */
export async function isStaff(tx: Tx, sessionId: string, personId: string, day: string): Promise<boolean> {
  const r = await sql`SELECT 1 FROM care_duty d WHERE d.federation_id = ${tx.federationId} AND d.session_id = ${sessionId} AND d.person_id = ${personId} AND d.from_on <= ${day}::date AND d.to_on >= ${day}::date LIMIT 1`.execute(rows(tx));
  return r.rows.length > 0;
}

/** Sessions somebody is staff of, today or later: with the next day of duty. */
export async function listDuties(tx: Tx, personId: string, today: string): Promise<{ sessionId: string; from: string; to: string }[]> {
  const r = await sql<{ sessionId: string; from: string; to: string }>`SELECT d.session_id AS "sessionId", min(greatest(d.from_on, ${today}::date)) AS "from", max(d.to_on) AS "to" FROM care_duty d JOIN offer o ON o.federation_id = d.federation_id AND o.id = d.session_id
    WHERE d.federation_id = ${tx.federationId} AND d.person_id = ${personId} AND d.to_on >= ${today}::date AND o.state IN ('open','closed') GROUP BY d.session_id ORDER BY 2, 1 LIMIT 50`.execute(rows(tx));
  return r.rows;
}

/** Puts people on a session's staff. */
export async function insertStaff(tx: Tx, list: readonly { readonly id: string; readonly sessionId: string; readonly personId: string; readonly from: string; readonly to: string }[]): Promise<void> {
  await sql`INSERT INTO care_duty (federation_id, id, session_id, person_id, from_on, to_on) SELECT ${tx.federationId}::uuid, x.* FROM unnest(${list.map((d) => d.id)}::uuid[], ${list.map((d) => d.sessionId)}::uuid[], ${list.map((d) => d.personId)}::uuid[], ${list.map((d) => d.from)}::date[], ${list.map((d) => d.to)}::date[]) AS x`.execute(rows(tx));
}

/** Takes somebody off a session's staff. @returns whether they were on it */
export async function dropStaff(tx: Tx, sessionId: string, id: string): Promise<boolean> {
  const r = await sql`DELETE FROM care_duty WHERE federation_id = ${tx.federationId} AND session_id = ${sessionId} AND id = ${id}`.execute(rows(tx));
  return (r.numAffectedRows ?? 0n) > 0n;
}

/** Active members below a union by the beginning of their name or number. */
export async function findMembers(tx: Tx, path: string, text: string, limit: number): Promise<{ id: string; name: string; staffNumber: string; unit: string }[]> {
  const like = `${text.replace(/[\\%_]/g, '\\$&')}%`;
  const r = await sql<{ id: string; name: string; staffNumber: string; unit: string }>`SELECT p.id, p.name, p.staff_number AS "staffNumber", u.name AS unit FROM membership m JOIN person p ON p.federation_id = m.federation_id AND p.id = m.person_id JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id
    WHERE m.federation_id = ${tx.federationId} AND m.state = 'active' AND u.path LIKE ${`${path}%`} AND (p.name LIKE ${like} OR p.staff_number LIKE ${like}) ORDER BY p.name, p.id LIMIT ${limit}`.execute(rows(tx));
  return r.rows;
}

/** Whether somebody is an active member below a union; their name. */
export async function findMember(tx: Tx, path: string, personId: string): Promise<string | null> {
  const r = await sql<{ name: string }>`SELECT p.name FROM membership m JOIN person p ON p.federation_id = m.federation_id AND p.id = m.person_id JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id
    WHERE m.federation_id = ${tx.federationId} AND m.person_id = ${personId} AND m.state = 'active' AND u.path LIKE ${`${path}%`} LIMIT 1`.execute(rows(tx));
  return r.rows[0]?.name ?? null;
}

const RELEASE = sql`r.id, r.session_id AS "sessionId", r.entry_id AS "entryId", r.day, r.sealed, r.by_id AS "byId", p.name AS by, r.at, r.state, q.name AS second, r.decided_at AS "decidedAt"`;
const RELEASE_FROM = sql`care_release r JOIN person p ON p.federation_id = r.federation_id AND p.id = r.by_id LEFT JOIN person q ON q.federation_id = r.federation_id AND q.id = r.second_id`;

/** Asks for a release. @returns false when one waits already */
export async function insertRelease(tx: Tx, r: { id: string; sessionId: string; entryId: string; day: string; sealed: Buffer; byId: string }): Promise<boolean> {
  const done = await sql`INSERT INTO care_release (federation_id, id, session_id, entry_id, day, sealed, by_id, at, state) VALUES (${tx.federationId}, ${r.id}, ${r.sessionId}, ${r.entryId}, ${r.day}::date, ${r.sealed}, ${r.byId}, ${tx.now}, 'asked') ON CONFLICT DO NOTHING`.execute(rows(tx));
  return (done.numAffectedRows ?? 0n) > 0n;
}

/** A release, locked. */
export async function lockRelease(tx: Tx, id: string): Promise<Release | null> {
  const r = await sql<Release>`SELECT ${RELEASE} FROM ${RELEASE_FROM} WHERE r.federation_id = ${tx.federationId} AND r.id = ${id} FOR UPDATE OF r`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Confirms or declines a release. */
export async function decideRelease(tx: Tx, id: string, state: 'confirmed' | 'declined', secondId: string): Promise<void> {
  await sql`UPDATE care_release SET state = ${state}, second_id = ${secondId}, decided_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND id = ${id} AND state = 'asked'`.execute(rows(tx));
}

/** Releases of a day, or of a child. */
export async function listReleases(tx: Tx, of: { readonly sessionId: string; readonly day: string } | { readonly entryId: string }): Promise<Release[]> {
  const where = 'entryId' in of ? sql`r.entry_id = ${of.entryId}` : sql`r.session_id = ${of.sessionId} AND r.day = ${of.day}::date`;
  const r = await sql<Release>`SELECT ${RELEASE} FROM ${RELEASE_FROM} WHERE r.federation_id = ${tx.federationId} AND ${where} ORDER BY r.at DESC, r.id LIMIT 200`.execute(rows(tx));
  return r.rows;
}

/** Keeps an incident. */
export async function insertIncidents(tx: Tx, list: readonly { readonly id: string; readonly sessionId: string; readonly entryId: string; readonly byId: string; readonly sealed: Buffer }[]): Promise<void> {
  await sql`INSERT INTO care_incident (federation_id, id, session_id, entry_id, at, by_id, sealed) SELECT ${tx.federationId}::uuid, x.id, x.session, x.entry, ${tx.now}::timestamptz, x.by, x.sealed
    FROM unnest(${list.map((i) => i.id)}::uuid[], ${list.map((i) => i.sessionId)}::uuid[], ${list.map((i) => i.entryId)}::uuid[], ${list.map((i) => i.byId)}::uuid[], ${list.map((i) => i.sealed)}::bytea[]) AS x(id, session, entry, by, sealed)`.execute(rows(tx));
}

/** Incidents of a child, latest first. */
export async function listIncidents(tx: Tx, entryId: string): Promise<{ id: string; at: Date; by: string; sealed: Buffer | null }[]> {
  const r = await sql<{ id: string; at: Date; by: string; sealed: Buffer | null }>`SELECT i.id, i.at, p.name AS by, i.sealed FROM care_incident i JOIN person p ON p.federation_id = i.federation_id AND p.id = i.by_id WHERE i.federation_id = ${tx.federationId} AND i.entry_id = ${entryId} ORDER BY i.at DESC, i.id LIMIT 100`.execute(rows(tx));
  return r.rows;
}

/** Keeps what was written to guardians. */
export async function insertMessage(tx: Tx, m: { id: string; sessionId: string; byId: string; text: string; receivers: number }): Promise<void> {
  await sql`INSERT INTO care_message (federation_id, id, session_id, at, by_id, text, receivers) VALUES (${tx.federationId}, ${m.id}, ${m.sessionId}, ${tx.now}, ${m.byId}, ${m.text}, ${m.receivers})`.execute(rows(tx));
}

/** What was written to the guardians of a session, latest first. */
export async function listMessages(tx: Tx, sessionId: string, page: Page): Promise<{ items: { id: string; at: Date; by: string; text: string; receivers: number }[]; total: number }> {
  const where = sql`m.federation_id = ${tx.federationId} AND m.session_id = ${sessionId}`;
  const r = await sql<{ id: string; at: Date; by: string; text: string; receivers: number }>`SELECT m.id, m.at, p.name AS by, m.text, m.receivers FROM care_message m JOIN person p ON p.federation_id = m.federation_id AND p.id = m.by_id WHERE ${where} ORDER BY m.at DESC, m.id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n FROM care_message m WHERE ${where}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}

/** Takes marks over that were made elsewhere: when children came and went, and with whom. */
export async function takeOverDays(tx: Tx, byId: string, list: readonly { readonly entryId: string; readonly day: string; readonly arrivedAt: Date; readonly leftAt: Date | null; readonly pickupId: string | null }[]): Promise<void> {
  await sql`UPDATE care_day d SET arrived_at = x.arrived, arrived_by_id = ${byId}, left_at = x.gone, left_by_id = CASE WHEN x.gone IS NULL THEN NULL ELSE ${byId}::uuid END, pickup_id = CASE WHEN x.gone IS NULL THEN NULL ELSE x.pickup END
    FROM unnest(${list.map((x) => x.entryId)}::uuid[], ${list.map((x) => x.day)}::date[], ${list.map((x) => x.arrivedAt)}::timestamptz[], ${list.map((x) => x.leftAt)}::timestamptz[], ${list.map((x) => x.pickupId)}::uuid[]) AS x(entry, day, arrived, gone, pickup)
    WHERE d.federation_id = ${tx.federationId} AND d.entry_id = x.entry AND d.day = x.day`.execute(rows(tx));
}
