/** Activities themselves. Reads offers, pools and claims of the engine `claims`, never writes them. */
import type { Actor, Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import type { Pays, Who } from '#engines/claims';
import { visibleTo } from '#engines/org';
import type { Kind, Question } from './activities.rules.ts';

export type Quota = { readonly unionId: string; readonly places: number; readonly rollsUpAt: string | null };
export type Planned = { readonly item: string; readonly fen: number };
/** What is said about an activity, as it is kept. Amounts of one person in fen or hundredths of a point. */
export type Wanted = {
  readonly kind: Kind; readonly title: string; readonly about: string; readonly place: string; readonly startsAt: Date; readonly endsAt: Date; readonly opensAt: Date | null; readonly closesAt: Date; readonly cancelUntil: Date | null;
  readonly places: number; readonly family: number; readonly pays: Pays; readonly price: bigint; readonly waits: boolean; readonly quotas: readonly Quota[]; readonly who: Partial<Who>; readonly questions: readonly Question[];
  readonly plan: readonly Planned[]; readonly plannedFen: bigint; readonly clubId: string | null; readonly selfCheckIn: boolean; readonly seriesId: string | null;
};
/** An activity with its case, its union and what the engine says about its places; `taken` and the rest are places, `waiting` people. */
export type ActivityRow = Wanted & {
  readonly id: string; readonly unionId: string; readonly union: string; readonly path: string; readonly organiserId: string; readonly organiser: string; readonly number: string; readonly state: string; readonly version: number; readonly authorId: string | null;
  readonly nextDue: Date | null; readonly reminded: number; readonly offer: 'draft' | 'open' | 'closed' | 'cancelled' | null; readonly why: string; readonly capacity: number; readonly taken: number; readonly waiting: number; readonly came: number; readonly changedAt: Date;
  readonly stars: number | null; readonly ratings: number;
};

const COLUMNS = sql`a.id, a.union_id AS "unionId", u.name AS union, u.path, a.organiser_id AS "organiserId", p.name AS organiser, c.number, c.state, c.version, c.author_id AS "authorId", c.next_due AS "nextDue", c.changed_at AS "changedAt", a.reminded, a.kind, a.title, a.about, a.place,
  a.starts_at AS "startsAt", a.ends_at AS "endsAt", a.opens_at AS "opensAt", a.closes_at AS "closesAt", a.cancel_until AS "cancelUntil", a.places, a.family::int AS family, a.pays, a.price, a.waits, a.quotas, a.who, a.questions, a.plan, a.planned_fen AS "plannedFen",
  a.club_id AS "clubId", a.self_check_in AS "selfCheckIn", a.series_id AS "seriesId", o.state AS offer, coalesce(o.why, '') AS why, coalesce(q.capacity, a.places)::int AS capacity, coalesce(q.taken, 0)::int AS taken, coalesce(k.waiting, 0)::int AS waiting,
  coalesce(k.came, 0)::int AS came, r.stars::float8 AS stars, coalesce(r.n, 0)::int AS ratings`;
const FROM = sql`activity a JOIN case_file c ON c.federation_id = a.federation_id AND c.id = a.id JOIN union_unit u ON u.federation_id = a.federation_id AND u.id = a.union_id JOIN person p ON p.federation_id = a.federation_id AND p.id = a.organiser_id
  LEFT JOIN offer o ON o.federation_id = a.federation_id AND o.id = a.id
  LEFT JOIN LATERAL (SELECT sum(x.capacity) AS capacity, sum(x.taken) AS taken FROM offer_pool x WHERE x.federation_id = o.federation_id AND x.offer_id = o.id) q ON true
  LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE x.state = 'waiting') AS waiting, sum(x.places) FILTER (WHERE x.state = 'handed') AS came FROM claim x WHERE x.federation_id = o.federation_id AND x.offer_id = o.id) k ON true
  LEFT JOIN LATERAL (SELECT avg(x.stars) AS stars, count(*) AS n FROM activity_rating x WHERE x.federation_id = a.federation_id AND x.activity_id = a.id) r ON true`;
const tenant = (tx: Tx): RawBuilder<boolean> => sql<boolean>`a.federation_id = ${tx.federationId}`;
const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** Published for this person: a member of one of the unions it is for, on either line. */
const forMe = (by: Actor): RawBuilder<boolean> => by.membership === null ? sql<boolean>`false` : sql<boolean>`(o.state IN ('open','closed','cancelled') AND EXISTS (SELECT 1 FROM activity_audience d JOIN union_unit du ON du.federation_id = d.federation_id AND du.id = d.union_id
  JOIN union_unit mu ON mu.federation_id = d.federation_id AND mu.id = ${by.membership.unionId} WHERE d.federation_id = a.federation_id AND d.activity_id = a.id AND (mu.path LIKE du.path || '%' OR mu.sector_path LIKE du.path || '%')))`;
const claimed = (by: Actor): RawBuilder<boolean> => sql<boolean>`EXISTS (SELECT 1 FROM claim x WHERE x.federation_id = a.federation_id AND x.offer_id = a.id AND x.person_id = ${by.personId})`;
const kept = (by: Actor): RawBuilder<boolean> => visibleTo(by, 'activities.keep');

/** An activity for whoever may see it: its officers, whoever drafted it, those it is published for or who have a place. */
export async function findActivity(tx: Tx, by: Actor, id: string): Promise<ActivityRow | null> {
  const r = await sql<ActivityRow>`SELECT ${COLUMNS} FROM ${FROM} WHERE ${tenant(tx)} AND a.id = ${id} AND (${kept(by)} OR a.organiser_id = ${by.personId} OR ${forMe(by)} OR ${claimed(by)})`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Activities by their ids, whoever asks: for what the system does by itself. */
export async function findActivities(tx: Tx, ids: readonly string[]): Promise<ActivityRow[]> {
  const r = await sql<ActivityRow>`SELECT ${COLUMNS} FROM ${FROM} WHERE ${tenant(tx)} AND a.id = ANY (${[...ids]}::uuid[]) ORDER BY a.id`.execute(rows(tx));
  return r.rows;
}

/** An activity for those who keep it, or null. */
export async function findKept(tx: Tx, by: Actor, permission: string, id: string): Promise<ActivityRow | null> {
  const r = await sql<ActivityRow>`SELECT ${COLUMNS} FROM ${FROM} WHERE ${tenant(tx)} AND a.id = ${id} AND ${visibleTo(by, permission)}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** An activity for those who keep it, locked. */
export async function lockKept(tx: Tx, by: Actor, permission: string, id: string): Promise<boolean> {
  const r = await sql`SELECT 1 FROM activity a JOIN union_unit u ON u.federation_id = a.federation_id AND u.id = a.union_id WHERE ${tenant(tx)} AND a.id = ${id} AND ${visibleTo(by, permission)} FOR UPDATE OF a`.execute(rows(tx));
  return r.rows.length > 0;
}

const json = (value: unknown): RawBuilder<unknown> => sql`${JSON.stringify(value)}::jsonb`;
const VALUES = (w: Wanted) => [
  w.kind, w.title, w.about, w.place, w.startsAt, w.endsAt, w.opensAt, w.closesAt, w.cancelUntil, w.places, w.family, w.pays, w.price, w.waits, json(w.quotas), json(w.who), json(w.questions), json(w.plan), w.plannedFen, w.clubId, w.selfCheckIn, w.seriesId,
].map((v) => (typeof v === 'object' && v !== null && 'toOperationNode' in v ? v : sql`${v}`) as RawBuilder<unknown>);
const NAMES = sql`kind, title, about, place, starts_at, ends_at, opens_at, closes_at, cancel_until, places, family, pays, price, waits, quotas, who, questions, plan, planned_fen, club_id, self_check_in, series_id`;

/** Keeps a new activity, and for whom it is. */
export async function insertActivity(tx: Tx, o: { id: string; unionId: string; organiserId: string }, w: Wanted, audience: readonly string[]): Promise<void> {
  await sql`INSERT INTO activity (federation_id, id, union_id, organiser_id, ${NAMES}) VALUES (${tx.federationId}, ${o.id}, ${o.unionId}, ${o.organiserId}, ${sql.join(VALUES(w))})`.execute(rows(tx));
  await addAudience(tx, o.id, audience);
}

/** Changes what is said about an activity. */
export async function updateActivity(tx: Tx, id: string, w: Wanted): Promise<void> {
  await sql`UPDATE activity SET (${NAMES}) = (${sql.join(VALUES(w))}) WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** Says for whom an activity is. */
export async function setAudience(tx: Tx, id: string, unionIds: readonly string[]): Promise<void> {
  await sql`DELETE FROM activity_audience WHERE federation_id = ${tx.federationId} AND activity_id = ${id}`.execute(rows(tx));
  await addAudience(tx, id, unionIds);
}

async function addAudience(tx: Tx, id: string, unionIds: readonly string[]): Promise<void> {
  await sql`INSERT INTO activity_audience (federation_id, activity_id, union_id) SELECT ${tx.federationId}::uuid, ${id}::uuid, x.id FROM unnest(${[...unionIds]}::uuid[]) AS x(id)`.execute(rows(tx));
}

/** Unions an activity is for, by name. */
export async function listAudience(tx: Tx, id: string): Promise<{ id: string; name: string }[]> {
  const r = await sql<{ id: string; name: string }>`SELECT u.id, u.name FROM activity_audience d JOIN union_unit u ON u.federation_id = d.federation_id AND u.id = d.union_id WHERE d.federation_id = ${tx.federationId} AND d.activity_id = ${id} ORDER BY u.path LIMIT 50`.execute(rows(tx));
  return r.rows;
}

export type Browse = { readonly from: Date; readonly to: Date | null; readonly past: boolean; readonly unionPath?: string | undefined; readonly kind?: string | undefined; readonly text?: string | undefined; readonly limit: number; readonly offset: number };

/** What is on for this person: nearest first, or, of the past, latest first. */
export async function listForMe(tx: Tx, by: Actor, f: Browse): Promise<{ items: ActivityRow[]; total: number }> {
  const time = f.past ? sql`a.ends_at <= ${f.from}` : sql`a.ends_at > ${f.from} AND ${f.to === null ? sql`true` : sql`a.starts_at < ${f.to}`}`;
  const where = sql`${tenant(tx)} AND ${time} AND o.state IN ('open','closed') AND ${forMe(by)} AND ${f.unionPath ? sql`u.path LIKE ${`${f.unionPath}%`}` : sql`true`} AND ${f.kind ? sql`a.kind = ${f.kind}` : sql`true`}
    AND ${f.text ? sql`(a.title ILIKE ${like(f.text)} OR a.place ILIKE ${like(f.text)})` : sql`true`}`;
  const list = await sql<ActivityRow>`SELECT ${COLUMNS} FROM ${FROM} WHERE ${where} ORDER BY ${f.past ? sql`a.starts_at DESC, a.id` : sql`a.starts_at, a.id`} LIMIT ${f.limit} OFFSET ${f.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n FROM activity a JOIN union_unit u ON u.federation_id = a.federation_id AND u.id = a.union_id JOIN offer o ON o.federation_id = a.federation_id AND o.id = a.id WHERE ${where}`.execute(rows(tx));
  return { items: list.rows, total: n.rows[0]?.n ?? 0 };
}

/** Unions that have something on for this person, for the filter of the list. */
export async function listHosts(tx: Tx, by: Actor): Promise<{ id: string; name: string }[]> {
  const r = await sql<{ id: string; name: string }>`SELECT DISTINCT u.id, u.name FROM activity a JOIN union_unit u ON u.federation_id = a.federation_id AND u.id = a.union_id JOIN offer o ON o.federation_id = a.federation_id AND o.id = a.id
    WHERE ${tenant(tx)} AND a.ends_at > ${tx.now} AND o.state IN ('open','closed') AND ${forMe(by)} ORDER BY u.name, u.id LIMIT 30`.execute(rows(tx));
  return r.rows;
}

/** What a person drafted, latest change first. */
export async function listOwn(tx: Tx, by: Actor, page: { limit: number; offset: number }): Promise<ActivityRow[]> {
  const r = await sql<ActivityRow>`SELECT ${COLUMNS} FROM ${FROM} WHERE ${tenant(tx)} AND a.organiser_id = ${by.personId} ORDER BY c.changed_at DESC, a.id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  return r.rows;
}

export type Filter = { readonly unionPath?: string | undefined; readonly text?: string | undefined; readonly state?: string | undefined; readonly kind?: string | undefined; readonly from?: string | undefined; readonly to?: string | undefined; readonly seriesId?: string | undefined };
const STATE_IS: Readonly<Record<string, (now: Date) => RawBuilder<unknown>>> = {
  upcoming: (now) => sql`o.state IN ('open','closed') AND a.ends_at > ${now}`, over: (now) => sql`o.state IN ('open','closed') AND a.ends_at <= ${now}`, cancelled: () => sql`o.state = 'cancelled'`,
};

/** One page of the register over the subtrees where the officer keeps activities, latest beginning first. */
export async function listRegister(tx: Tx, by: Actor, f: Filter, page: { limit: number; offset: number }): Promise<{ items: ActivityRow[]; total: number }> {
  const all: RawBuilder<unknown>[] = [tenant(tx), kept(by)];
  if (f.unionPath) all.push(sql`u.path LIKE ${`${f.unionPath}%`}`);
  if (f.kind) all.push(sql`a.kind = ${f.kind}`);
  if (f.from) all.push(sql`a.starts_at >= (${f.from}::date::timestamp AT TIME ZONE 'Asia/Shanghai')`);
  if (f.to) all.push(sql`a.starts_at < ((${f.to}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')`);
  if (f.seriesId) all.push(sql`a.series_id = ${f.seriesId}`);
  if (f.state) all.push(STATE_IS[f.state]?.(tx.now) ?? sql`c.state = ${f.state}`);
  if (f.text) all.push(sql`(c.number = ${f.text} OR a.title ILIKE ${like(f.text)} OR a.place ILIKE ${like(f.text)} OR p.name ILIKE ${like(f.text)})`);
  const where = sql.join(all, sql` AND `);
  const list = await sql<ActivityRow>`SELECT ${COLUMNS} FROM ${FROM} WHERE ${where} ORDER BY a.starts_at DESC, a.id DESC LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${FROM} WHERE ${where}`.execute(rows(tx));
  return { items: list.rows, total: n.rows[0]?.n ?? 0 };
}

/** Published activities that begin before `until` and of which fewer than `step` reminders went out; each is marked, so that nobody reminds twice. */
export async function takeToRemind(tx: Tx, step: 1 | 2, until: Date): Promise<string[]> {
  const r = await sql<{ id: string }>`UPDATE activity a SET reminded = ${step} FROM offer o WHERE a.federation_id = ${tx.federationId} AND o.federation_id = a.federation_id AND o.id = a.id AND o.state IN ('open','closed')
    AND a.reminded < ${step} AND a.starts_at > ${tx.now} AND a.starts_at <= ${until} RETURNING a.id`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

/** A moved activity is reminded of again. */
export async function forgetReminders(tx: Tx, id: string): Promise<void> {
  await sql`UPDATE activity SET reminded = 0 WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** People with a place (and whether they are there). */
export async function listHolders(tx: Tx, id: string): Promise<string[]> {
  const r = await sql<{ id: string }>`SELECT x.person_id AS id FROM claim x WHERE x.federation_id = ${tx.federationId} AND x.offer_id = ${id} AND x.state IN ('held','taken','handed') ORDER BY x.no LIMIT 20000`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}
