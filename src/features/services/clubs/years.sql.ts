/** Yearly reports and award lists of clubs. */
import type { Actor, Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import { visibleTo } from '#engines/org';
import type { Mark } from './clubs.rules.ts';
import type { Category } from './clubs.sql.ts';

export type ReportRow = { readonly clubId: string; readonly done: string; readonly plans: string; readonly by: string; readonly sentAt: Date };

/** Reports of these clubs for a year. */
export async function findReports(tx: Tx, clubIds: readonly string[], year: number): Promise<Map<string, ReportRow>> {
  const r = await sql<ReportRow>`SELECT x.club_id AS "clubId", x.done, x.plans, p.name AS by, x.sent_at AS "sentAt" FROM club_report x JOIN person p ON p.federation_id = x.federation_id AND p.id = x.by_id
    WHERE x.federation_id = ${tx.federationId} AND x.club_id = ANY (${[...clubIds]}::uuid[]) AND x.year = ${year}`.execute(rows(tx));
  return new Map(r.rows.map((x) => [x.clubId, x]));
}

/** Keeps a report; when it was first sent stays. */
export async function putReport(tx: Tx, o: { clubId: string; year: number; done: string; plans: string; byId: string }): Promise<void> {
  await sql`INSERT INTO club_report (federation_id, club_id, year, done, plans, by_id, sent_at, changed_at) VALUES (${tx.federationId}, ${o.clubId}, ${o.year}, ${o.done}, ${o.plans}, ${o.byId}, ${tx.now}, ${tx.now})
    ON CONFLICT (federation_id, club_id, year) DO UPDATE SET done = excluded.done, plans = excluded.plans, by_id = excluded.by_id, changed_at = excluded.changed_at`.execute(rows(tx));
}

export type ListRow = {
  readonly id: string; readonly unionId: string; readonly union: string; readonly path: string; readonly year: number; readonly most: number; readonly leastScore: number; readonly ruleSetId: string; readonly madeAt: Date; readonly publishedAt: Date | null; readonly publishedBy: string;
  readonly clubs: number; readonly winners: number; readonly prizeFen: bigint;
};
const LIST = sql`l.id, l.union_id AS "unionId", u.name AS union, u.path, l.year::int AS year, l.most, l.least_score AS "leastScore", l.rule_set_id AS "ruleSetId", l.made_at AS "madeAt", l.published_at AS "publishedAt", coalesce(p.name, '') AS "publishedBy", t.clubs, t.winners, t."prizeFen"`;
const LIST_FROM = sql`club_award_list l JOIN union_unit u ON u.federation_id = l.federation_id AND u.id = l.union_id LEFT JOIN person p ON p.federation_id = l.federation_id AND p.id = l.published_by_id
  CROSS JOIN LATERAL (SELECT count(*)::int AS clubs, count(*) FILTER (WHERE x.won)::int AS winners, coalesce(sum(x.prize_fen), 0)::bigint AS "prizeFen" FROM club_award x WHERE x.federation_id = l.federation_id AND x.list_id = l.id) t`;

/** Award lists over the subtrees of the officer, latest year first. */
export async function listAwardLists(tx: Tx, by: Actor, unionPath: string | undefined, page: { limit: number; offset: number }): Promise<{ items: ListRow[]; total: number }> {
  const where = sql`l.federation_id = ${tx.federationId} AND ${visibleTo(by, 'clubs.keep')} AND ${unionPath ? sql`u.path LIKE ${`${unionPath}%`}` : sql`true`}`;
  const r = await sql<ListRow>`SELECT ${LIST} FROM ${LIST_FROM} WHERE ${where} ORDER BY l.year DESC, u.path LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n FROM club_award_list l JOIN union_unit u ON u.federation_id = l.federation_id AND u.id = l.union_id WHERE ${where}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}

/** An award list for its officers, and once published for members of its union. */
export async function findAwardList(tx: Tx, by: Actor, id: string): Promise<ListRow | null> {
  const r = await sql<ListRow>`SELECT ${LIST} FROM ${LIST_FROM} WHERE l.federation_id = ${tx.federationId} AND l.id = ${id}
    AND (${visibleTo(by, 'clubs.keep')} OR (l.published_at IS NOT NULL AND ${by.membership?.path ?? ''} LIKE u.path || '%'))`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Makes the list of a union and year. @returns false when there is one */
export async function insertAwardList(tx: Tx, o: { id: string; unionId: string; year: number; most: number; leastScore: number; ruleSetId: string }): Promise<boolean> {
  const r = await sql`INSERT INTO club_award_list (federation_id, id, union_id, year, most, least_score, rule_set_id, made_at) VALUES (${tx.federationId}, ${o.id}, ${o.unionId}, ${o.year}, ${o.most}, ${o.leastScore}, ${o.ruleSetId}, ${tx.now})
    ON CONFLICT (federation_id, union_id, year) DO NOTHING RETURNING 1`.execute(rows(tx));
  return r.rows.length > 0;
}

export type AwardRow = { readonly clubId: string; readonly name: string; readonly category: Category; readonly leaderId: string | null; readonly place: number; readonly won: boolean; readonly score: number; readonly marks: readonly Mark[]; readonly prize: string; readonly prizeFen: bigint };
/** Keeps the ranking of a list. */
export async function insertAwards(tx: Tx, listId: string, list: readonly { clubId: string; place: number; won: boolean; score: number; marks: readonly Mark[] }[]): Promise<void> {
  await sql`INSERT INTO club_award (federation_id, list_id, club_id, place, won, score, marks) SELECT ${tx.federationId}::uuid, ${listId}::uuid, x.club, x.place, x.won, x.score, x.marks
    FROM unnest(${list.map((a) => a.clubId)}::uuid[], ${list.map((a) => a.place)}::int[], ${list.map((a) => a.won)}::bool[], ${list.map((a) => a.score)}::int[], ${list.map((a) => JSON.stringify(a.marks))}::jsonb[]) AS x(club, place, won, score, marks)`.execute(rows(tx));
}

/** The ranking of a list, best first. */
export async function listAwards(tx: Tx, listId: string): Promise<AwardRow[]> {
  const r = await sql<AwardRow>`SELECT a.club_id AS "clubId", c.name, c.category, l.person_id AS "leaderId", a.place, a.won, a.score, a.marks, a.prize, a.prize_fen AS "prizeFen" FROM club_award a JOIN club c ON c.federation_id = a.federation_id AND c.id = a.club_id
    LEFT JOIN club_role l ON l.federation_id = a.federation_id AND l.club_id = a.club_id AND l.role = 'leader' WHERE a.federation_id = ${tx.federationId} AND a.list_id = ${listId} ORDER BY a.place, c.name, c.id LIMIT 1000`.execute(rows(tx));
  return r.rows;
}

/** Publishes a list. @returns false when it is published already */
export async function publishList(tx: Tx, id: string, byId: string): Promise<boolean> {
  const r = await sql`UPDATE club_award_list SET published_at = ${tx.now}, published_by_id = ${byId} WHERE federation_id = ${tx.federationId} AND id = ${id} AND published_at IS NULL RETURNING 1`.execute(rows(tx));
  return r.rows.length > 0;
}

/** Keeps what winners get. */
export async function setPrizes(tx: Tx, listId: string, list: readonly { clubId: string; prize: string; prizeFen: number }[]): Promise<void> {
  await sql`UPDATE club_award a SET prize = x.prize, prize_fen = x.fen FROM unnest(${list.map((p) => p.clubId)}::uuid[], ${list.map((p) => p.prize)}::text[], ${list.map((p) => p.prizeFen)}::bigint[]) AS x(club, prize, fen)
    WHERE a.federation_id = ${tx.federationId} AND a.list_id = ${listId} AND a.club_id = x.club AND a.won`.execute(rows(tx));
}

/** Published awards of a club, latest first. */
export async function listAwardsOf(tx: Tx, clubId: string): Promise<{ year: number; place: number; prize: string }[]> {
  const r = await sql<{ year: number; place: number; prize: string }>`SELECT l.year::int AS year, a.place, a.prize FROM club_award a JOIN club_award_list l ON l.federation_id = a.federation_id AND l.id = a.list_id
    WHERE a.federation_id = ${tx.federationId} AND a.club_id = ${clubId} AND a.won AND l.published_at IS NOT NULL ORDER BY l.year DESC LIMIT 20`.execute(rows(tx));
  return r.rows;
}
