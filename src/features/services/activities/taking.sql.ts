/** What people said when signing up, what they thought of it, their pictures. Reads claims of the engine `claims`. */
import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import type { Answers } from './activities.rules.ts';

export type Entry = { readonly personId: string; readonly family: number; readonly sealed: Buffer | null; readonly answers: Answers; readonly changedAt: Date };

/** Keeps what people say when signing up; said again it is replaced. */
export async function putEntries(tx: Tx, activityId: string, list: readonly Omit<Entry, 'changedAt'>[]): Promise<void> {
  await sql`INSERT INTO activity_entry (federation_id, activity_id, person_id, family, family_sealed, answers, changed_at)
    SELECT ${tx.federationId}::uuid, ${activityId}::uuid, x.person_id, x.family, x.sealed, x.answers::jsonb, ${tx.now}::timestamptz
    FROM unnest(${list.map((e) => e.personId)}::uuid[], ${list.map((e) => e.family)}::smallint[], ${list.map((e) => e.sealed)}::bytea[], ${list.map((e) => JSON.stringify(e.answers))}::text[]) AS x(person_id, family, sealed, answers)
    ON CONFLICT (federation_id, activity_id, person_id) DO UPDATE SET family = excluded.family, family_sealed = excluded.family_sealed, answers = excluded.answers, changed_at = excluded.changed_at`.execute(rows(tx));
}

/** What these people said, by person; all of them when nobody is named. */
export async function findEntries(tx: Tx, activityId: string, personIds: readonly string[]): Promise<Map<string, Entry>> {
  const r = await sql<Entry>`SELECT e.person_id AS "personId", e.family::int AS family, e.family_sealed AS sealed, e.answers, e.changed_at AS "changedAt" FROM activity_entry e
    WHERE e.federation_id = ${tx.federationId} AND e.activity_id = ${activityId} AND e.person_id = ANY (${[...personIds]}::uuid[])`.execute(rows(tx));
  return new Map(r.rows.map((e) => [e.personId, e]));
}

export type Rating = { readonly personId: string; readonly name: string; readonly stars: number; readonly comment: string; readonly at: Date };

/** A person's rating. */
export async function findRating(tx: Tx, activityId: string, personId: string): Promise<Rating | null> {
  const r = await sql<Rating>`SELECT r.person_id AS "personId", p.name, r.stars::int AS stars, r.comment, r.at FROM activity_rating r JOIN person p ON p.federation_id = r.federation_id AND p.id = r.person_id
    WHERE r.federation_id = ${tx.federationId} AND r.activity_id = ${activityId} AND r.person_id = ${personId}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Keeps ratings; the first time stays, which is where the week of changing begins. */
export async function putRatings(tx: Tx, activityId: string, list: readonly { personId: string; stars: number; comment: string }[]): Promise<void> {
  await sql`INSERT INTO activity_rating (federation_id, activity_id, person_id, stars, comment, at, changed_at)
    SELECT ${tx.federationId}::uuid, ${activityId}::uuid, x.person_id, x.stars, x.comment, ${tx.now}::timestamptz, ${tx.now}::timestamptz
    FROM unnest(${list.map((r) => r.personId)}::uuid[], ${list.map((r) => r.stars)}::smallint[], ${list.map((r) => r.comment)}::text[]) AS x(person_id, stars, comment)
    ON CONFLICT (federation_id, activity_id, person_id) DO UPDATE SET stars = excluded.stars, comment = excluded.comment, changed_at = excluded.changed_at`.execute(rows(tx));
}

/** Ratings, latest first. */
export async function listRatings(tx: Tx, activityId: string, page: { limit: number; offset: number }): Promise<Rating[]> {
  const r = await sql<Rating>`SELECT r.person_id AS "personId", p.name, r.stars::int AS stars, r.comment, r.at FROM activity_rating r JOIN person p ON p.federation_id = r.federation_id AND p.id = r.person_id
    WHERE r.federation_id = ${tx.federationId} AND r.activity_id = ${activityId} ORDER BY r.at DESC, r.person_id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  return r.rows;
}

/** The person's claim that counts as having been there, or the live one. */
export async function findPlace(tx: Tx, activityId: string, personId: string): Promise<{ id: string; no: number; state: string; places: number } | null> {
  const r = await sql<{ id: string; no: number; state: string; places: number }>`SELECT x.id, x.no, x.state, x.places::int AS places FROM claim x WHERE x.federation_id = ${tx.federationId} AND x.offer_id = ${activityId} AND x.person_id = ${personId}
    AND x.state IN ('waiting','offered','held','taken','handed','missed') ORDER BY x.no LIMIT 1`.execute(rows(tx));
  return r.rows[0] ?? null;
}

export type PhotoState = 'waiting' | 'released' | 'contested' | 'removed';
export type Photo = { readonly id: string; readonly activityId: string; readonly byId: string; readonly by: string; readonly caption: string; readonly state: PhotoState; readonly contestedById: string | null; readonly contestedBy: string; readonly why: string; readonly at: Date };
const PHOTO = sql`f.id, f.activity_id AS "activityId", f.by_id AS "byId", p.name AS by, f.caption, f.state, f.contested_by_id AS "contestedById", coalesce(k.name, '') AS "contestedBy", f.why, f.at`;
const PHOTO_FROM = sql`activity_photo f JOIN person p ON p.federation_id = f.federation_id AND p.id = f.by_id LEFT JOIN person k ON k.federation_id = f.federation_id AND k.id = f.contested_by_id`;

/** Keeps pictures that were just given; nobody but officers and the giver sees them yet. */
export async function insertPhotos(tx: Tx, activityId: string, byId: string, caption: string, ids: readonly string[]): Promise<void> {
  await sql`INSERT INTO activity_photo (federation_id, id, activity_id, by_id, caption, state, consented_at, at) SELECT ${tx.federationId}::uuid, x.id, ${activityId}::uuid, ${byId}::uuid, ${caption}, 'waiting', ${tx.now}::timestamptz, ${tx.now}::timestamptz FROM unnest(${[...ids]}::uuid[]) AS x(id)`.execute(rows(tx));
}

/** One picture. */
export async function findPhoto(tx: Tx, id: string): Promise<Photo | null> {
  const r = await sql<Photo>`SELECT ${PHOTO} FROM ${PHOTO_FROM} WHERE f.federation_id = ${tx.federationId} AND f.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Pictures of an activity: the released ones and one's own, or all for officers; at most 200. */
export async function listPhotos(tx: Tx, activityId: string, personId: string, all: boolean): Promise<Photo[]> {
  const r = await sql<Photo>`SELECT ${PHOTO} FROM ${PHOTO_FROM} WHERE f.federation_id = ${tx.federationId} AND f.activity_id = ${activityId} AND f.state <> 'removed' AND (${all} OR f.state = 'released' OR f.by_id = ${personId}) ORDER BY f.at, f.id LIMIT 200`.execute(rows(tx));
  return r.rows;
}

/** How many pictures somebody gave to an activity. */
export async function countPhotos(tx: Tx, activityId: string, personId: string): Promise<number> {
  const r = await sql<{ n: number }>`SELECT count(*)::int AS n FROM activity_photo f WHERE f.federation_id = ${tx.federationId} AND f.activity_id = ${activityId} AND f.by_id = ${personId} AND f.state <> 'removed'`.execute(rows(tx));
  return r.rows[0]?.n ?? 0;
}

/** Changes where a picture stands, only from the state it is believed to be in. */
export async function movePhoto(tx: Tx, id: string, from: readonly PhotoState[], o: { to: PhotoState; why: string; contestedById?: string | null; decidedById?: string | null }): Promise<boolean> {
  const r = await sql`UPDATE activity_photo SET state = ${o.to}, why = ${o.why}, contested_by_id = coalesce(${o.contestedById ?? null}::uuid, contested_by_id), decided_by_id = coalesce(${o.decidedById ?? null}::uuid, decided_by_id),
      decided_at = CASE WHEN ${o.decidedById ?? null}::uuid IS NULL THEN decided_at ELSE ${tx.now}::timestamptz END
    WHERE federation_id = ${tx.federationId} AND id = ${id} AND state = ANY (${[...from]}::text[])`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n) > 0;
}

/** People of a subtree in an order that a seed gives: those who came in the stories of the demonstration. */
export async function listBelow(tx: Tx, path: string, seed: string, limit: number): Promise<{ id: string; name: string }[]> {
  const r = await sql<{ id: string; name: string }>`SELECT p.id, p.name FROM membership m JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id JOIN person p ON p.federation_id = m.federation_id AND p.id = m.person_id
    WHERE m.federation_id = ${tx.federationId} AND m.state = 'active' AND u.path LIKE ${`${path}%`} ORDER BY md5(p.id::text || ${seed}), p.id LIMIT ${limit}`.execute(rows(tx));
  return r.rows;
}
