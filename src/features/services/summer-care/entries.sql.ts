/** Children in sessions, those who may pick them up, and their days. Reads claims of the engine `claims`, never writes them. */
import type { Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import type { Page } from './programmes.sql.ts';

/** A child in a session with the state of its place; `ahead`: how many wait before. */
export type Entry = {
  readonly id: string; readonly sessionId: string; readonly guardianId: string | null; readonly claimId: string | null; readonly key: string; readonly childSealed: Buffer | null; readonly contactSealed: Buffer | null; readonly notesSealed: Buffer | null; readonly age: number; readonly consentNo: number; readonly consentAt: Date;
  readonly notesAt: Date | null; readonly notesWithdrawnAt: Date | null; readonly endedAt: Date | null; readonly forgottenAt: Date | null; readonly version: number; readonly state: string; readonly no: number; readonly ahead: number; readonly paidAt: Date | null; readonly amount: bigint;
};
export type Pickup = { readonly id: string; readonly entryId: string; readonly no: number; readonly sealed: Buffer | null; readonly codeNo: number };
export type NewEntry = {
  readonly id: string; readonly sessionId: string; readonly guardianId: string; readonly key: string; readonly child: Buffer; readonly contact: Buffer; readonly age: number; readonly ageFrom: number; readonly ageTo: number; readonly consentNo: number; readonly consentHash: Buffer;
  readonly notes: { readonly sealed: Buffer; readonly no: number; readonly hash: Buffer } | null;
};

const ENTRY = sql`e.id, e.session_id AS "sessionId", e.guardian_id AS "guardianId", e.claim_id AS "claimId", e.key, e.child_sealed AS "childSealed", e.contact_sealed AS "contactSealed", e.notes_sealed AS "notesSealed", e.age::int AS age, e.consent_no::int AS "consentNo", e.consent_at AS "consentAt", e.notes_at AS "notesAt",
  e.notes_withdrawn_at AS "notesWithdrawnAt", e.ended_at AS "endedAt", e.forgotten_at AS "forgottenAt", e.version, coalesce(c.state, 'taken') AS state, coalesce(c.no, 0)::int AS no, c.paid_at AS "paidAt", coalesce(c.amount, 0)::bigint AS amount,
  CASE WHEN c.state = 'waiting' THEN (SELECT count(*) FROM claim b WHERE b.federation_id = c.federation_id AND b.offer_id = c.offer_id AND b.state = 'waiting' AND b.no < c.no) ELSE 0 END::int AS ahead`;
const FROM = sql`care_entry e LEFT JOIN claim c ON c.federation_id = e.federation_id AND c.id = e.claim_id`;

async function entries(tx: Tx, where: RawBuilder<unknown>, order: RawBuilder<unknown>, page: Page): Promise<Entry[]> {
  const r = await sql<Entry>`SELECT ${ENTRY} FROM ${FROM} WHERE e.federation_id = ${tx.federationId} AND ${where} ORDER BY ${order} LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  return r.rows;
}

/** One child in a session, whoever asks: scope is asked by the caller. */
export const findEntry = async (tx: Tx, id: string): Promise<Entry | null> => (await entries(tx, sql`e.id = ${id}`, sql`e.id`, { limit: 1, offset: 0 }))[0] ?? null;

/** What a worker sent before under this key. */
export const findByKey = async (tx: Tx, sessionId: string, guardianId: string, key: string): Promise<Entry | null> => (await entries(tx, sql`e.session_id = ${sessionId} AND e.guardian_id = ${guardianId} AND e.key = ${key}`, sql`e.id`, { limit: 1, offset: 0 }))[0] ?? null;

/** One's own children in one session. */
export const listOwnOf = (tx: Tx, sessionId: string, guardianId: string): Promise<Entry[]> => entries(tx, sql`e.session_id = ${sessionId} AND e.guardian_id = ${guardianId} AND e.ended_at IS NULL`, sql`c.no`, { limit: 20, offset: 0 });

/** All who have a place in a session, in their order. */
export const listPlaced = (tx: Tx, sessionId: string): Promise<Entry[]> => entries(tx, sql`e.session_id = ${sessionId} AND e.ended_at IS NULL AND c.state IN ('taken','handed')`, sql`c.no`, { limit: 1000, offset: 0 });

/** One's own children: what is still to come or running, or what is over. */
export async function listOwn(tx: Tx, guardianId: string, past: boolean, today: string, page: Page): Promise<{ items: Entry[]; total: number }> {
  const live = sql`(e.ended_at IS NULL AND EXISTS (SELECT 1 FROM care_session s JOIN offer o ON o.federation_id = s.federation_id AND o.id = s.id WHERE s.federation_id = e.federation_id AND s.id = e.session_id AND s.ends_on >= ${today}::date AND o.state <> 'cancelled'))`;
  const where = sql`e.guardian_id = ${guardianId} AND ${past ? sql`NOT ${live}` : live}`;
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n FROM care_entry e WHERE e.federation_id = ${tx.federationId} AND ${where}`.execute(rows(tx));
  return { items: await entries(tx, where, sql`e.made_at DESC, e.id`, page), total: n.rows[0]?.n ?? 0 };
}

/** Keeps a child; the claim is written by {@link tieClaims}. */
export async function insertEntries(tx: Tx, list: readonly NewEntry[]): Promise<void> {
  const each = <T>(of: (e: NewEntry) => T): T[] => list.map(of);
  await sql`INSERT INTO care_entry (federation_id, id, session_id, guardian_id, key, child_sealed, contact_sealed, notes_sealed, age, age_from, age_to, consent_no, consent_hash, consent_at, notes_no, notes_hash, notes_at, made_at)
    SELECT ${tx.federationId}::uuid, x.id, x.session, x.guardian, x.key, x.child, x.contact, x.notes, x.age, x.age_from, x.age_to, x.consent_no, x.consent_hash, ${tx.now}::timestamptz, x.notes_no, x.notes_hash, CASE WHEN x.notes IS NULL THEN NULL ELSE ${tx.now}::timestamptz END, ${tx.now}::timestamptz
    FROM unnest(${each((e) => e.id)}::uuid[], ${each((e) => e.sessionId)}::uuid[], ${each((e) => e.guardianId)}::uuid[], ${each((e) => e.key)}::text[], ${each((e) => e.child)}::bytea[], ${each((e) => e.contact)}::bytea[], ${each((e) => e.notes?.sealed ?? null)}::bytea[], ${each((e) => e.age)}::smallint[],
      ${each((e) => e.ageFrom)}::smallint[], ${each((e) => e.ageTo)}::smallint[], ${each((e) => e.consentNo)}::smallint[], ${each((e) => e.consentHash)}::bytea[], ${each((e) => e.notes?.no ?? null)}::smallint[], ${each((e) => e.notes?.hash ?? null)}::bytea[])
      AS x(id, session, guardian, key, child, contact, notes, age, age_from, age_to, consent_no, consent_hash, notes_no, notes_hash)`.execute(rows(tx));
}

/** Writes whose claim is whose: by session, worker and key. @returns how many found theirs */
export async function tieClaims(tx: Tx, sessionId: string, claims: readonly { readonly id: string; readonly personId: string; readonly key: string }[]): Promise<number> {
  const r = await sql`UPDATE care_entry e SET claim_id = x.id FROM unnest(${claims.map((c) => c.id)}::uuid[], ${claims.map((c) => c.personId)}::uuid[], ${claims.map((c) => c.key)}::text[]) AS x(id, person, key)
    WHERE e.federation_id = ${tx.federationId} AND e.session_id = ${sessionId} AND e.guardian_id = x.person AND e.key = x.key AND e.claim_id IS NULL AND e.ended_at IS NULL`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n);
}

/** Keeps the days of children. A child who is somewhere else on one of them gets none there. @returns how many were kept */
export async function insertDays(tx: Tx, list: readonly { readonly entryId: string; readonly sessionId: string; readonly day: string; readonly childKey: Buffer | null }[]): Promise<number> {
  const r = await sql`INSERT INTO care_day (federation_id, entry_id, day, session_id, child_key)
    SELECT ${tx.federationId}::uuid, x.entry, x.day, x.session, x.key FROM unnest(${list.map((d) => d.entryId)}::uuid[], ${list.map((d) => d.day)}::date[], ${list.map((d) => d.sessionId)}::uuid[], ${list.map((d) => d.childKey)}::bytea[]) AS x(entry, day, session, key)
    ORDER BY x.key, x.day ON CONFLICT DO NOTHING`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n);
}

/** Takes all days of a child away: it is another child than was said at first. */
export async function clearDays(tx: Tx, entryId: string): Promise<void> {
  await sql`DELETE FROM care_day WHERE federation_id = ${tx.federationId} AND entry_id = ${entryId} AND arrived_at IS NULL`.execute(rows(tx));
}

/** Changes what was said about a child. @returns whether nobody changed it meanwhile */
export async function updateEntry(tx: Tx, id: string, version: number, w: { readonly child: Buffer; readonly contact: Buffer; readonly age: number }): Promise<boolean> {
  const r = await sql`UPDATE care_entry SET child_sealed = ${w.child}, contact_sealed = ${w.contact}, age = ${w.age}, version = version + 1 WHERE federation_id = ${tx.federationId} AND id = ${id} AND version = ${version} AND ended_at IS NULL AND forgotten_at IS NULL`.execute(rows(tx));
  return (r.numAffectedRows ?? 0n) > 0n;
}

/** Keeps health notes with the consent to them, or wipes them: then when the consent was withdrawn. */
export async function setNotes(tx: Tx, id: string, notes: { readonly sealed: Buffer; readonly no: number; readonly hash: Buffer } | null): Promise<void> {
  await sql`UPDATE care_entry SET notes_sealed = ${notes?.sealed ?? null}, notes_no = coalesce(${notes?.no ?? null}, notes_no), notes_hash = coalesce(${notes?.hash ?? null}, notes_hash), notes_at = ${notes ? sql`${tx.now}` : sql`notes_at`}, notes_withdrawn_at = ${notes ? null : tx.now}, version = version + 1
    WHERE federation_id = ${tx.federationId} AND id = ${id} AND forgotten_at IS NULL`.execute(rows(tx));
}

/** Keeps to which version of the consent text a guardian agreed, and when. */
export async function setConsent(tx: Tx, id: string, no: number, hash: Buffer): Promise<void> {
  await sql`UPDATE care_entry SET consent_no = ${no}, consent_hash = ${hash}, consent_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** Those who may pick these children up. */
export async function listPickups(tx: Tx, entryIds: readonly string[]): Promise<Pickup[]> {
  const r = await sql<Pickup>`SELECT p.id, p.entry_id AS "entryId", p.no::int AS no, p.sealed, p.code_no::int AS "codeNo" FROM care_pickup p WHERE p.federation_id = ${tx.federationId} AND p.entry_id = ANY (${[...entryIds]}::uuid[]) AND p.removed_at IS NULL ORDER BY p.entry_id, p.no LIMIT 10000`.execute(rows(tx));
  return r.rows;
}

/** One who picked a child up, also when they are no longer listed. */
export async function findPickups(tx: Tx, ids: readonly string[]): Promise<Pickup[]> {
  const r = await sql<Pickup>`SELECT p.id, p.entry_id AS "entryId", p.no::int AS no, p.sealed, p.code_no::int AS "codeNo" FROM care_pickup p WHERE p.federation_id = ${tx.federationId} AND p.id = ANY (${[...ids]}::uuid[]) LIMIT 10000`.execute(rows(tx));
  return r.rows;
}

/** Lists people, or changes what is said about those who are listed. Numbers go on from the last. */
export async function putPickups(tx: Tx, list: readonly { readonly id: string; readonly entryId: string; readonly no: number; readonly sealed: Buffer }[]): Promise<void> {
  await sql`INSERT INTO care_pickup (federation_id, id, entry_id, no, sealed, made_at) SELECT ${tx.federationId}::uuid, x.id, x.entry, x.no, x.sealed, ${tx.now}::timestamptz
    FROM unnest(${list.map((p) => p.id)}::uuid[], ${list.map((p) => p.entryId)}::uuid[], ${list.map((p) => p.no)}::smallint[], ${list.map((p) => p.sealed)}::bytea[]) AS x(id, entry, no, sealed) ON CONFLICT (federation_id, id) DO UPDATE SET sealed = excluded.sealed`.execute(rows(tx));
}

/** The last number used for a child. */
export async function lastNo(tx: Tx, entryId: string): Promise<number> {
  const r = await sql<{ n: number }>`SELECT coalesce(max(no), 0)::int AS n FROM care_pickup WHERE federation_id = ${tx.federationId} AND entry_id = ${entryId}`.execute(rows(tx));
  return r.rows[0]?.n ?? 0;
}

/** Takes people off the list: their codes are worth nothing from now on. What is said of them stays until the child is forgotten, for the days they picked it up. */
export async function removePickups(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`UPDATE care_pickup SET removed_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND id = ANY (${[...ids]}::uuid[]) AND removed_at IS NULL`.execute(rows(tx));
}

/** Makes a lost code invalid. */
export async function nextCode(tx: Tx, id: string): Promise<void> {
  await sql`UPDATE care_pickup SET code_no = code_no + 1 WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/**
 * Ends entries whose place is gone: days to come are given up. With `wipe` everything about the child goes at once, because it never came.
 * @returns how many
 */
export async function endEntries(tx: Tx, claimIds: readonly string[], today: string, wipe: boolean): Promise<number> {
  const r = await sql<{ id: string }>`UPDATE care_entry SET ended_at = ${tx.now}, child_sealed = CASE WHEN ${wipe} THEN NULL ELSE child_sealed END, contact_sealed = CASE WHEN ${wipe} THEN NULL ELSE contact_sealed END, notes_sealed = NULL
    WHERE federation_id = ${tx.federationId} AND claim_id = ANY (${[...claimIds]}::uuid[]) AND ended_at IS NULL RETURNING id`.execute(rows(tx));
  const ids = r.rows.map((x) => x.id);
  await sql`DELETE FROM care_day WHERE federation_id = ${tx.federationId} AND entry_id = ANY (${ids}::uuid[]) AND arrived_at IS NULL AND (day >= ${today}::date OR ${wipe})`.execute(rows(tx));
  if (wipe) await sql`UPDATE care_pickup SET sealed = NULL, removed_at = coalesce(removed_at, ${tx.now}) WHERE federation_id = ${tx.federationId} AND entry_id = ANY (${ids}::uuid[])`.execute(rows(tx));
  else await sql`UPDATE care_day SET child_key = NULL WHERE federation_id = ${tx.federationId} AND entry_id = ANY (${ids}::uuid[])`.execute(rows(tx));
  return ids.length;
}

/** Wipes everything about the children of a session: what is left are ages and counts. @returns how many children, and their guardians */
export async function forgetSession(tx: Tx, sessionId: string): Promise<{ children: number; guardianIds: string[] }> {
  const before = await sql<{ id: string; guardian: string | null }>`SELECT id, guardian_id AS guardian FROM care_entry WHERE federation_id = ${tx.federationId} AND session_id = ${sessionId} AND forgotten_at IS NULL LIMIT 5000`.execute(rows(tx));
  const ids = before.rows.map((x) => x.id);
  await sql`UPDATE care_entry SET child_sealed = NULL, contact_sealed = NULL, notes_sealed = NULL, guardian_id = NULL, claim_id = NULL, ended_at = coalesce(ended_at, ${tx.now}), forgotten_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND id = ANY (${ids}::uuid[])`.execute(rows(tx));
  await sql`UPDATE care_pickup SET sealed = NULL, removed_at = coalesce(removed_at, ${tx.now}) WHERE federation_id = ${tx.federationId} AND entry_id = ANY (${ids}::uuid[])`.execute(rows(tx));
  await sql`UPDATE care_day SET child_key = NULL WHERE federation_id = ${tx.federationId} AND session_id = ${sessionId}`.execute(rows(tx));
  await sql`UPDATE care_release SET sealed = NULL WHERE federation_id = ${tx.federationId} AND session_id = ${sessionId}`.execute(rows(tx));
  await sql`UPDATE care_incident SET sealed = NULL WHERE federation_id = ${tx.federationId} AND session_id = ${sessionId}`.execute(rows(tx));
  await sql`UPDATE care_session SET forgotten_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND id = ${sessionId}`.execute(rows(tx));
  return { children: ids.length, guardianIds: [...new Set(before.rows.flatMap((x) => x.guardian ?? []))] };
}
