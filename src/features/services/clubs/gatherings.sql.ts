/** Gatherings of clubs and who came. Reads activities that the union holds for its clubs (part `activities`), with their offers, ratings and costs; never writes them. */
import type { Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';

/** A gathering with what came of it. `stars`: sum of all ratings. */
export type GatheringRow = {
  readonly id: string; readonly clubId: string; readonly title: string; readonly place: string; readonly startsAt: Date; readonly about: string; readonly activity: boolean; readonly by: string; readonly droppedAt: Date | null; readonly why: string;
  readonly came: number; readonly stars: number; readonly ratings: number; readonly spentFen: bigint;
};
export type Said = { readonly title: string; readonly place: string; readonly startsAt: Date; readonly about: string };

const held = (tx: Tx, where: RawBuilder<unknown>): RawBuilder<unknown> => sql`SELECT g.id, g.club_id AS "clubId", g.title, g.place, g.starts_at AS "startsAt", g.about, false AS activity, p.name AS by, g.dropped_at AS "droppedAt", g.why,
    t.came, t.stars, t.ratings, coalesce((SELECT sum(x.amount_fen) FROM club_cost x WHERE x.federation_id = g.federation_id AND x.gathering_id = g.id AND x.removed_at IS NULL), 0)::bigint AS "spentFen"
  FROM club_gathering g JOIN person p ON p.federation_id = g.federation_id AND p.id = g.by_id
  CROSS JOIN LATERAL (SELECT count(*)::int AS came, coalesce(sum(x.stars), 0)::int AS stars, count(x.stars)::int AS ratings FROM club_attendance x WHERE x.federation_id = g.federation_id AND x.gathering_id = g.id) t
  WHERE g.federation_id = ${tx.federationId} AND ${where}`;

/** Published activities of the club's own union for the club. */
const activities = (tx: Tx, where: RawBuilder<unknown>): RawBuilder<unknown> => sql`SELECT a.id, a.club_id AS "clubId", a.title, a.place, a.starts_at AS "startsAt", left(a.about, 1000) AS about, true AS activity, p.name AS by, CASE WHEN o.state = 'cancelled' THEN a.starts_at END AS "droppedAt", o.why,
    coalesce((SELECT sum(x.places) FROM claim x WHERE x.federation_id = a.federation_id AND x.offer_id = a.id AND x.state = 'handed'), 0)::int AS came, t.stars, t.ratings,
    coalesce((SELECT sum(x.amount_fen) FROM activity_cost x WHERE x.federation_id = a.federation_id AND x.activity_id = a.id AND x.removed_at IS NULL), 0)::bigint AS "spentFen"
  FROM activity a JOIN club c ON c.federation_id = a.federation_id AND c.id = a.club_id AND c.union_id = a.union_id JOIN offer o ON o.federation_id = a.federation_id AND o.id = a.id AND o.state <> 'draft' JOIN person p ON p.federation_id = a.federation_id AND p.id = a.organiser_id
  CROSS JOIN LATERAL (SELECT coalesce(sum(x.stars), 0)::int AS stars, count(*)::int AS ratings FROM activity_rating x WHERE x.federation_id = a.federation_id AND x.activity_id = a.id) t
  WHERE a.federation_id = ${tx.federationId} AND ${where}`;

/** Everything a club did: its own gatherings and the union's activities for it. `at` asks which clubs. */
const events = (tx: Tx, at: (clubId: RawBuilder<unknown>) => RawBuilder<unknown>): RawBuilder<unknown> => sql`${held(tx, at(sql`g.club_id`))} UNION ALL ${activities(tx, at(sql`a.club_id`))}`;

const inYear = (year: number | undefined): RawBuilder<unknown> =>
  year === undefined ? sql`true` : sql`e."startsAt" >= (make_date(${year}, 1, 1)::timestamp AT TIME ZONE 'Asia/Shanghai') AND e."startsAt" < (make_date(${year} + 1, 1, 1)::timestamp AT TIME ZONE 'Asia/Shanghai')`;

/** What a club did and plans, latest first; with `kept` only what took or will take place. */
export async function listGatherings(tx: Tx, clubId: string, f: { year?: number | undefined; kept?: boolean; limit: number; offset: number }): Promise<{ items: GatheringRow[]; total: number }> {
  const of = sql`FROM (${events(tx, (club) => sql`${club} = ${clubId}`)}) e WHERE ${inYear(f.year)} AND ${f.kept ? sql`e."droppedAt" IS NULL` : sql`true`}`;
  const r = await sql<GatheringRow>`SELECT e.* ${of} ORDER BY e."startsAt" DESC, e.id LIMIT ${f.limit} OFFSET ${f.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n ${of}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}

/** A gathering of a club's own, or null. */
export async function findGathering(tx: Tx, id: string, lock = false): Promise<GatheringRow | null> {
  if (lock) await sql`SELECT 1 FROM club_gathering WHERE federation_id = ${tx.federationId} AND id = ${id} FOR UPDATE`.execute(rows(tx));
  const r = await sql<GatheringRow>`${held(tx, sql`g.id = ${id}`)}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** What is on next in these clubs. */
export async function listNext(tx: Tx, clubIds: readonly string[]): Promise<Map<string, { id: string; title: string; place: string; startsAt: Date }>> {
  const r = await sql<{ clubId: string; id: string; title: string; place: string; startsAt: Date }>`SELECT DISTINCT ON (g.club_id) g.club_id AS "clubId", g.id, g.title, g.place, g.starts_at AS "startsAt" FROM club_gathering g
    WHERE g.federation_id = ${tx.federationId} AND g.club_id = ANY (${[...clubIds]}::uuid[]) AND g.dropped_at IS NULL AND g.starts_at > ${tx.now} ORDER BY g.club_id, g.starts_at, g.id`.execute(rows(tx));
  return new Map(r.rows.map((x) => [x.clubId, x]));
}

/** What came of each club between two moments. */
export async function sumEvents(tx: Tx, clubIds: readonly string[], from: Date, to: Date): Promise<Map<string, { gatherings: number; attendances: number; stars: number; ratings: number }>> {
  const r = await sql<{ clubId: string; gatherings: number; attendances: number; stars: number; ratings: number }>`SELECT e."clubId", count(*)::int AS gatherings, sum(e.came)::int AS attendances, sum(e.stars)::int AS stars, sum(e.ratings)::int AS ratings
    FROM (${events(tx, (club) => sql`${club} = ANY (${[...clubIds]}::uuid[])`)}) e WHERE e."droppedAt" IS NULL AND e."startsAt" >= ${from} AND e."startsAt" < ${to} GROUP BY e."clubId"`.execute(rows(tx));
  return new Map(r.rows.map((x) => [x.clubId, x]));
}

/** Keeps gatherings, all at once. */
export async function insertGatherings(tx: Tx, list: readonly (Said & { readonly id: string; readonly clubId: string; readonly byId: string })[]): Promise<void> {
  await sql`INSERT INTO club_gathering (federation_id, id, club_id, title, place, starts_at, about, by_id, at) SELECT ${tx.federationId}::uuid, x.id, x.club, x.title, x.place, x.starts, x.about, x.by, ${tx.now}::timestamptz
    FROM unnest(${list.map((g) => g.id)}::uuid[], ${list.map((g) => g.clubId)}::uuid[], ${list.map((g) => g.title)}::text[], ${list.map((g) => g.place)}::text[], ${list.map((g) => g.startsAt)}::timestamptz[], ${list.map((g) => g.about)}::text[], ${list.map((g) => g.byId)}::uuid[])
      AS x(id, club, title, place, starts, about, by)`.execute(rows(tx));
}

/** Changes a gathering. */
export async function updateGathering(tx: Tx, id: string, s: Said): Promise<void> {
  await sql`UPDATE club_gathering SET title = ${s.title}, place = ${s.place}, starts_at = ${s.startsAt}, about = ${s.about} WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** Notes that a gathering did not take place. */
export async function dropGathering(tx: Tx, id: string, why: string): Promise<void> {
  await sql`UPDATE club_gathering SET dropped_at = ${tx.now}, why = ${why} WHERE federation_id = ${tx.federationId} AND id = ${id} AND dropped_at IS NULL`.execute(rows(tx));
}

/** Who came, by name. */
export async function listAttendance(tx: Tx, gatheringId: string): Promise<{ personId: string; name: string; way: string; stars: number | null; comment: string }[]> {
  const r = await sql<{ personId: string; name: string; way: string; stars: number | null; comment: string }>`SELECT x.person_id AS "personId", p.name, x.way, x.stars::int AS stars, x.comment FROM club_attendance x JOIN person p ON p.federation_id = x.federation_id AND p.id = x.person_id
    WHERE x.federation_id = ${tx.federationId} AND x.gathering_id = ${gatheringId} ORDER BY p.name, p.id LIMIT 2000`.execute(rows(tx));
  return r.rows;
}

/** One's own attendance of these gatherings, with the own rating. */
export async function findOwn(tx: Tx, personId: string, gatheringIds: readonly string[]): Promise<Map<string, { stars: number | null }>> {
  const r = await sql<{ id: string; stars: number | null }>`SELECT x.gathering_id AS id, x.stars::int AS stars FROM club_attendance x WHERE x.federation_id = ${tx.federationId} AND x.person_id = ${personId} AND x.gathering_id = ANY (${[...gatheringIds]}::uuid[])`.execute(rows(tx));
  return new Map(r.rows.map((x) => [x.id, x]));
}

/** Notes who came; who stands there stays as he or she is. */
export async function insertAttendance(tx: Tx, gatheringId: string, ids: readonly string[], way: 'list' | 'code'): Promise<void> {
  await sql`INSERT INTO club_attendance (federation_id, gathering_id, person_id, way, at) SELECT ${tx.federationId}::uuid, ${gatheringId}::uuid, x.id, ${way}, ${tx.now}::timestamptz FROM unnest(${[...ids]}::uuid[]) AS x(id) ON CONFLICT DO NOTHING`.execute(rows(tx));
}

/** Takes people off whom the list does not name any more. */
export async function keepOnly(tx: Tx, gatheringId: string, ids: readonly string[]): Promise<void> {
  await sql`DELETE FROM club_attendance WHERE federation_id = ${tx.federationId} AND gathering_id = ${gatheringId} AND NOT (person_id = ANY (${[...ids]}::uuid[]))`.execute(rows(tx));
}

/** Keeps a rating of somebody who came. @returns false when the person was not there */
export async function setRating(tx: Tx, gatheringId: string, personId: string, stars: number, comment: string): Promise<boolean> {
  const r = await sql`UPDATE club_attendance SET stars = ${stars}, comment = ${comment} WHERE federation_id = ${tx.federationId} AND gathering_id = ${gatheringId} AND person_id = ${personId} RETURNING 1`.execute(rows(tx));
  return r.rows.length > 0;
}

/** Many attendances of many gatherings with their ratings at once: demonstration. */
export async function plantAttendance(tx: Tx, list: { readonly gatheringIds: readonly string[]; readonly personIds: readonly string[]; readonly stars: readonly (number | null)[]; readonly comments: readonly string[] }): Promise<void> {
  await sql`INSERT INTO club_attendance (federation_id, gathering_id, person_id, way, at, stars, comment) SELECT ${tx.federationId}::uuid, x.g, x.p, 'list', g.starts_at, x.stars, x.comment
    FROM unnest(${[...list.gatheringIds]}::uuid[], ${[...list.personIds]}::uuid[], ${[...list.stars]}::smallint[], ${[...list.comments]}::text[]) AS x(g, p, stars, comment) JOIN club_gathering g ON g.federation_id = ${tx.federationId} AND g.id = x.g ON CONFLICT DO NOTHING`.execute(rows(tx));
}
