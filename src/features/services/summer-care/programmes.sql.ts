/** Programmes, their sessions and consent texts. Reads offers, pools and claims of the engine `claims`, never writes them. */
import type { Actor, Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import { visibleTo } from '#engines/org';

export type Programme = {
  readonly id: string; readonly unionId: string; readonly union: string; readonly path: string; readonly title: string; readonly year: number; readonly about: string; readonly ageFrom: number; readonly ageTo: number; readonly ageOn: string | null; readonly opensAt: Date; readonly closesAt: Date;
  readonly priceFen: bigint; readonly consentNo: number; readonly publishedAt: Date | null; readonly version: number;
};
export type ProgrammeRow = Programme & { readonly sessions: number; readonly places: number; readonly taken: number; readonly waiting: number; readonly startsOn: string | null; readonly endsOn: string | null };
/** A session with its programme and what the engine says of its places. */
export type Session = {
  readonly id: string; readonly programmeId: string; readonly programme: string; readonly year: number; readonly unionId: string; readonly union: string; readonly path: string; readonly title: string; readonly site: string; readonly address: string; readonly startsOn: string; readonly endsOn: string;
  readonly weekdays: number; readonly daysOff: string[]; readonly opensMinute: number; readonly closesMinute: number; readonly capacity: number; readonly ageFrom: number; readonly ageTo: number; readonly ageOn: string | null; readonly priceFen: bigint; readonly consentNo: number; readonly about: string;
  readonly forgetDays: number; readonly forgottenAt: Date | null; readonly offer: 'draft' | 'open' | 'closed' | 'cancelled'; readonly opensAt: Date; readonly closesAt: Date; readonly places: number; readonly taken: number; readonly waiting: number; readonly mine: number; readonly staff: number; readonly came: number;
};
export type Consent = { readonly no: number; readonly text: string; readonly healthText: string; readonly hash: Buffer; readonly at: Date; readonly by: string };
export type SessionWanted = Pick<Session, 'id' | 'title' | 'site' | 'address' | 'startsOn' | 'endsOn' | 'weekdays' | 'daysOff' | 'opensMinute' | 'closesMinute' | 'capacity'>;
export type ProgrammeWanted = Pick<Programme, 'title' | 'year' | 'about' | 'ageFrom' | 'ageTo' | 'ageOn' | 'opensAt' | 'closesAt' | 'priceFen'>;
export type Page = { readonly limit: number; readonly offset: number };

const KEEP = 'summerCare.keep';
const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
const PROGRAMME = sql`g.id, g.union_id AS "unionId", u.name AS union, u.path, g.title, g.year::int AS year, g.about, g.age_from::int AS "ageFrom", g.age_to::int AS "ageTo", g.age_on AS "ageOn", g.opens_at AS "opensAt", g.closes_at AS "closesAt", g.price_fen AS "priceFen", g.consent_no::int AS "consentNo",
  g.published_at AS "publishedAt", g.version`;
const PROGRAMME_FROM = sql`care_programme g JOIN union_unit u ON u.federation_id = g.federation_id AND u.id = g.union_id`;
const COUNTS = sql`LEFT JOIN LATERAL (SELECT count(*) AS sessions, sum(s.capacity) FILTER (WHERE o.state <> 'cancelled') AS places, min(s.starts_on) AS starts_on, max(s.ends_on) AS ends_on,
    sum((SELECT count(*) FROM claim c WHERE c.federation_id = s.federation_id AND c.offer_id = s.id AND c.state IN ('held','taken','handed','missed'))) AS taken, sum((SELECT count(*) FROM claim c WHERE c.federation_id = s.federation_id AND c.offer_id = s.id AND c.state = 'waiting')) AS waiting
  FROM care_session s JOIN offer o ON o.federation_id = s.federation_id AND o.id = s.id WHERE s.federation_id = g.federation_id AND s.programme_id = g.id) k ON true`;
const COUNTED = sql`, coalesce(k.sessions, 0)::int AS sessions, coalesce(k.places, 0)::int AS places, coalesce(k.taken, 0)::int AS taken, coalesce(k.waiting, 0)::int AS waiting, k.starts_on AS "startsOn", k.ends_on AS "endsOn"`;

/** A programme for those who keep it. @param lock held against other changes */
export async function findKept(tx: Tx, by: Actor, id: string, lock = false): Promise<Programme | null> {
  const r = await sql<Programme>`SELECT ${PROGRAMME} FROM ${PROGRAMME_FROM} WHERE g.federation_id = ${tx.federationId} AND g.id = ${id} AND ${visibleTo(by, KEEP)} ${lock ? sql`FOR UPDATE OF g` : sql``}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

export type ProgrammeFilter = { readonly unionPath?: string | undefined; readonly text?: string | undefined; readonly year?: number | undefined };

/** Programmes over the subtrees of the officer, latest year first. */
export async function listProgrammes(tx: Tx, by: Actor, f: ProgrammeFilter, page: Page, id?: string): Promise<{ items: ProgrammeRow[]; total: number }> {
  const where = sql`g.federation_id = ${tx.federationId} AND ${visibleTo(by, KEEP)} AND ${id ? sql`g.id = ${id}` : sql`true`} AND ${f.unionPath ? sql`u.path LIKE ${`${f.unionPath}%`}` : sql`true`} AND ${f.year ? sql`g.year = ${f.year}` : sql`true`} AND ${f.text ? sql`g.title ILIKE ${like(f.text)}` : sql`true`}`;
  const r = await sql<ProgrammeRow>`SELECT ${PROGRAMME} ${COUNTED} FROM ${PROGRAMME_FROM} ${COUNTS} WHERE ${where} ORDER BY g.year DESC, g.opens_at DESC, g.id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${PROGRAMME_FROM} WHERE ${where}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}

/** Keeps a programme, new or changed. */
export async function putProgramme(tx: Tx, id: string, unionId: string, byId: string | null, w: ProgrammeWanted): Promise<void> {
  await sql`INSERT INTO care_programme (federation_id, id, union_id, year, title, about, age_from, age_to, age_on, opens_at, closes_at, price_fen, made_by_id, made_at)
    VALUES (${tx.federationId}, ${id}, ${unionId}, ${w.year}, ${w.title}, ${w.about}, ${w.ageFrom}, ${w.ageTo}, ${w.ageOn}::date, ${w.opensAt}, ${w.closesAt}, ${w.priceFen}, ${byId}, ${tx.now})
    ON CONFLICT (federation_id, id) DO UPDATE SET year = excluded.year, title = excluded.title, about = excluded.about, age_from = excluded.age_from, age_to = excluded.age_to, age_on = excluded.age_on, opens_at = excluded.opens_at, closes_at = excluded.closes_at,
      price_fen = excluded.price_fen, version = care_programme.version + 1`.execute(rows(tx));
}

/** Marks a programme as published. */
export async function markPublished(tx: Tx, id: string): Promise<void> {
  await sql`UPDATE care_programme SET published_at = ${tx.now}, version = version + 1 WHERE federation_id = ${tx.federationId} AND id = ${id} AND published_at IS NULL`.execute(rows(tx));
}

/** Takes a draft away, with its consent texts. */
export async function dropProgramme(tx: Tx, id: string): Promise<void> {
  await sql`DELETE FROM care_consent WHERE federation_id = ${tx.federationId} AND programme_id = ${id}`.execute(rows(tx));
  await sql`DELETE FROM care_programme WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** Puts a consent text in force: the next version. */
export async function insertConsent(tx: Tx, programmeId: string, c: { no: number; text: string; healthText: string; hash: Buffer; byId: string | null }): Promise<void> {
  await sql`INSERT INTO care_consent (federation_id, programme_id, no, text, health_text, hash, at, by_id) VALUES (${tx.federationId}, ${programmeId}, ${c.no}, ${c.text}, ${c.healthText}, ${c.hash}, ${tx.now}, ${c.byId})`.execute(rows(tx));
  await sql`UPDATE care_programme SET consent_no = ${c.no} WHERE federation_id = ${tx.federationId} AND id = ${programmeId}`.execute(rows(tx));
}

/** All versions of a programme's consent text, latest first. */
export async function listConsents(tx: Tx, programmeId: string): Promise<Consent[]> {
  const r = await sql<Consent>`SELECT c.no::int AS no, c.text, c.health_text AS "healthText", c.hash, c.at, coalesce(p.name, '') AS by FROM care_consent c LEFT JOIN person p ON p.federation_id = c.federation_id AND p.id = c.by_id
    WHERE c.federation_id = ${tx.federationId} AND c.programme_id = ${programmeId} ORDER BY c.no DESC LIMIT 100`.execute(rows(tx));
  return r.rows;
}

const session = (me: string | null): RawBuilder<unknown> => sql`s.id, s.programme_id AS "programmeId", g.title AS programme, g.year::int AS year, s.union_id AS "unionId", u.name AS union, u.path, s.title, s.site, s.address, s.starts_on AS "startsOn", s.ends_on AS "endsOn", s.weekdays::int AS weekdays,
  s.days_off::text[] AS "daysOff", s.opens_minute::int AS "opensMinute", s.closes_minute::int AS "closesMinute", s.capacity::int AS capacity, s.age_from::int AS "ageFrom", s.age_to::int AS "ageTo", g.age_on AS "ageOn", g.price_fen AS "priceFen", g.consent_no::int AS "consentNo", g.about, s.forget_days::int AS "forgetDays",
  s.forgotten_at AS "forgottenAt", o.state AS offer, o.opens_at AS "opensAt", o.closes_at AS "closesAt", coalesce(k.capacity, s.capacity)::int AS places, coalesce(k.taken, 0)::int AS taken,
  (SELECT count(*) FROM claim c WHERE c.federation_id = s.federation_id AND c.offer_id = s.id AND c.state = 'waiting')::int AS waiting, (SELECT count(*) FROM claim c WHERE c.federation_id = s.federation_id AND c.offer_id = s.id AND c.handed_at IS NOT NULL)::int AS came,
  ${me === null ? sql`0` : sql`(SELECT count(*) FROM care_entry e WHERE e.federation_id = s.federation_id AND e.session_id = s.id AND e.guardian_id = ${me} AND e.ended_at IS NULL)::int`} AS mine,
  (SELECT count(*) FROM care_duty d WHERE d.federation_id = s.federation_id AND d.session_id = s.id)::int AS staff`;
const SESSION_FROM = sql`care_session s JOIN care_programme g ON g.federation_id = s.federation_id AND g.id = s.programme_id JOIN offer o ON o.federation_id = s.federation_id AND o.id = s.id JOIN union_unit u ON u.federation_id = s.federation_id AND u.id = s.union_id
  LEFT JOIN offer_pool k ON k.federation_id = s.federation_id AND k.offer_id = s.id AND k.no = 0`;

/** A session, whoever asks: scope is asked by the caller. */
export async function findSession(tx: Tx, id: string, me: string | null = null): Promise<Session | null> {
  const r = await sql<Session>`SELECT ${session(me)} FROM ${SESSION_FROM} WHERE s.federation_id = ${tx.federationId} AND s.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** A session for an officer over its union. */
export async function findKeptSession(tx: Tx, by: Actor, id: string): Promise<Session | null> {
  const r = await sql<Session>`SELECT ${session(null)} FROM ${SESSION_FROM} WHERE s.federation_id = ${tx.federationId} AND s.id = ${id} AND ${visibleTo(by, KEEP)}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Sessions of a programme, in their order. */
export async function listSessions(tx: Tx, programmeId: string): Promise<Session[]> {
  const r = await sql<Session>`SELECT ${session(null)} FROM ${SESSION_FROM} WHERE s.federation_id = ${tx.federationId} AND s.programme_id = ${programmeId} ORDER BY s.starts_on, s.site, s.title, s.id LIMIT 200`.execute(rows(tx));
  return r.rows;
}

/** For members of the union that runs it and of those below, on either line. */
const forMe = (by: Actor): RawBuilder<boolean> => by.membership === null ? sql<boolean>`false` : sql<boolean>`(EXISTS (SELECT 1 FROM union_unit mu WHERE mu.federation_id = s.federation_id AND mu.id = ${by.membership.unionId} AND (mu.path LIKE u.path || '%' OR mu.sector_path LIKE u.path || '%')))`;
const mine = (by: Actor): RawBuilder<boolean> => sql<boolean>`EXISTS (SELECT 1 FROM care_entry e WHERE e.federation_id = s.federation_id AND e.session_id = s.id AND e.guardian_id = ${by.personId})`;

/** A published session for a worker whom it is for, or who has a child in it. */
export async function findForMe(tx: Tx, by: Actor, id: string): Promise<Session | null> {
  const r = await sql<Session>`SELECT ${session(by.personId)} FROM ${SESSION_FROM} WHERE s.federation_id = ${tx.federationId} AND s.id = ${id} AND o.state <> 'draft' AND (${forMe(by)} OR ${mine(by)})`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Sessions a worker may sign up for, nearest first; or what is over, latest first. */
export async function listForMe(tx: Tx, by: Actor, past: boolean, today: string, page: Page): Promise<{ items: Session[]; total: number }> {
  const where = sql`s.federation_id = ${tx.federationId} AND ${past ? sql`s.ends_on < ${today}::date` : sql`s.ends_on >= ${today}::date`} AND o.state IN ('open','closed') AND ${forMe(by)}`;
  const r = await sql<Session>`SELECT ${session(by.personId)} FROM ${SESSION_FROM} WHERE ${where} ORDER BY ${past ? sql`s.starts_on DESC, s.site, s.id` : sql`s.starts_on, s.site, s.id`} LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n FROM care_session s JOIN offer o ON o.federation_id = s.federation_id AND o.id = s.id JOIN union_unit u ON u.federation_id = s.federation_id AND u.id = s.union_id WHERE ${where}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}

/** Keeps a session beside its offer, new or changed. */
export async function putSession(tx: Tx, g: Pick<Programme, 'id' | 'unionId' | 'ageFrom' | 'ageTo'>, s: SessionWanted): Promise<void> {
  await sql`INSERT INTO care_session (federation_id, id, programme_id, union_id, title, site, address, starts_on, ends_on, weekdays, days_off, opens_minute, closes_minute, capacity, age_from, age_to)
    VALUES (${tx.federationId}, ${s.id}, ${g.id}, ${g.unionId}, ${s.title}, ${s.site}, ${s.address}, ${s.startsOn}::date, ${s.endsOn}::date, ${s.weekdays}, ${[...s.daysOff]}::date[], ${s.opensMinute}, ${s.closesMinute}, ${s.capacity}, ${g.ageFrom}, ${g.ageTo})
    ON CONFLICT (federation_id, id) DO UPDATE SET title = excluded.title, site = excluded.site, address = excluded.address, starts_on = excluded.starts_on, ends_on = excluded.ends_on, weekdays = excluded.weekdays, days_off = excluded.days_off, opens_minute = excluded.opens_minute,
      closes_minute = excluded.closes_minute, capacity = excluded.capacity, age_from = excluded.age_from, age_to = excluded.age_to`.execute(rows(tx));
}

/** Takes a session in draft away; its offer is called off by the caller. */
export async function dropSession(tx: Tx, id: string): Promise<void> {
  await sql`DELETE FROM care_duty WHERE federation_id = ${tx.federationId} AND session_id = ${id}`.execute(rows(tx));
  await sql`DELETE FROM care_session WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** Writes until when children's data are kept, decided when a session is published. */
export async function setForgetDays(tx: Tx, id: string, days: number, ruleSetId: string): Promise<void> {
  await sql`UPDATE care_session SET forget_days = ${days}, rule_set_id = ${ruleSetId} WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}
