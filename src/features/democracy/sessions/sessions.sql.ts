/** Sessions with their case and union. Reads bodies and terms of `congress` (decision 0013) and units of the engine `org`. */
import type { Actor, Tx } from '#shared/call';
import { instantAt } from '#shared/dates';
import { type RawBuilder, rows, sql } from '#platform/db';
import { visibleTo } from '#engines/org';
import type { SessionState } from './sessions.rules.ts';

export type Page = { readonly limit: number; readonly offset: number };
export type Sort = 'regular' | 'extraordinary' | 'joint';
export type Planned = { readonly sort: Sort; readonly number: number; readonly mode: 'site' | 'online' | 'mixed'; readonly title: string; readonly about: string; readonly place: string; readonly calledBy: 'yearly' | 'employer' | 'union' | 'delegates'; readonly heldAt: Date; readonly endsAt: Date };
export type Hands = { readonly present: number; readonly for: number; readonly against: number };
export type SessionRow = Planned & {
  readonly id: string; readonly bodyId: string; readonly body: string; readonly termId: string; readonly kind: 'workers' | 'members'; readonly unionId: string; readonly union: string; readonly path: string; readonly state: SessionState; readonly version: number; readonly papersBy: string; readonly agreedEmployer: string; readonly agreedUnion: string; readonly ruleSetId: string;
  readonly entitled: number; readonly presentFirst: number; readonly present: number; readonly openedAt: Date | null; readonly closedAt: Date | null; readonly hands: Hands | null; readonly minutes: string; readonly publishBy: string | null; readonly publishedAt: Date | null; readonly report: string; readonly reportBy: Date | null; readonly reportedAt: Date | null;
  readonly items: number; readonly passed: number; readonly failed: number; readonly openTasks: number;
};
const COLUMNS = sql`z.id, z.body_id AS "bodyId", b.name AS body, b.kind, z.term_id AS "termId", z.union_id AS "unionId", u.name AS union, u.path, c.state, c.version, z.sort, z.number, z.mode, z.title, z.about, z.place, z.called_by AS "calledBy", z.held_at AS "heldAt", z.ends_at AS "endsAt", z.papers_by::text AS "papersBy", z.agreed_employer AS "agreedEmployer", z.agreed_union AS "agreedUnion", z.rule_set_id AS "ruleSetId",
  z.entitled, z.present_first AS "presentFirst", (SELECT count(*)::int FROM congress_session_seat s WHERE s.federation_id = z.federation_id AND s.session_id = z.id AND s.votes AND s.here <> '') AS present, z.opened_at AS "openedAt", z.closed_at AS "closedAt", z.hands, z.minutes, z.publish_by::text AS "publishBy", z.published_at AS "publishedAt", z.report, z.report_by AS "reportBy", z.reported_at AS "reportedAt",
  k.n AS items, k.passed, k.failed, k.tasks AS "openTasks"`;
const FROM = sql`congress_session z JOIN case_file c ON c.federation_id = z.federation_id AND c.id = z.id JOIN congress_body b ON b.federation_id = z.federation_id AND b.id = z.body_id JOIN union_unit u ON u.federation_id = z.federation_id AND u.id = z.union_id
  CROSS JOIN LATERAL (SELECT (count(*) FILTER (WHERE i.state <> 'withdrawn'))::int AS n, (count(*) FILTER (WHERE i.state = 'passed'))::int AS passed, (count(*) FILTER (WHERE i.state = 'failed'))::int AS failed, (count(*) FILTER (WHERE i.state = 'passed' AND i.exec_by <> '' AND i.exec_done_at IS NULL))::int AS tasks FROM congress_session_item i WHERE i.federation_id = z.federation_id AND i.session_id = z.id) k`;
const tenant = (tx: Tx): RawBuilder<boolean> => sql<boolean>`z.federation_id = ${tx.federationId}`;
const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
const seated = (by: { readonly personId: string }): RawBuilder<boolean> => sql<boolean>`EXISTS (SELECT 1 FROM congress_session_seat s WHERE s.federation_id = z.federation_id AND s.session_id = z.id AND s.person_id = ${by.personId})`;
/** Of a union on the way up from the own one; the congress of members is for members. */
const forMe = (by: Actor): RawBuilder<boolean> => (by.membership === null ? sql<boolean>`false` : sql<boolean>`(starts_with(${by.membership.path}::text, u.path) AND (b.kind = 'workers' OR ${by.membership.state === 'active'}::boolean))`);
const PUBLIC = sql`z.published_at IS NOT NULL`;

/** A session that an officer keeps. @param lock for a step; `share` for what must not overlap with one */
export async function findKept(tx: Tx, by: Actor, id: string, lock?: 'update' | 'share'): Promise<SessionRow | null> {
  if (lock) await lockSession(tx, id, lock);
  const r = await sql<SessionRow>`SELECT ${COLUMNS} FROM ${FROM} WHERE ${tenant(tx)} AND z.id = ${id} AND ${visibleTo(by, 'sessions.keep')}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Holds a session: a vote opens and a session closes under `update`, people come and go under `share`. */
export async function lockSession(tx: Tx, id: string, lock: 'update' | 'share'): Promise<void> {
  await (lock === 'update' ? sql`SELECT 1 FROM congress_session z WHERE ${tenant(tx)} AND z.id = ${id} FOR UPDATE` : sql`SELECT 1 FROM congress_session z WHERE ${tenant(tx)} AND z.id = ${id} FOR SHARE`).execute(rows(tx));
}

/** A session for whoever sits in it from the notice on, and for workers of the union once it is published. */
export async function findMine(tx: Tx, by: Actor, id: string): Promise<SessionRow | null> {
  const r = await sql<SessionRow>`SELECT ${COLUMNS} FROM ${FROM} WHERE ${tenant(tx)} AND z.id = ${id} AND ((c.state NOT IN ('preparing','confirmed') AND ${seated(by)}) OR (${PUBLIC} AND ${forMe(by)}))`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Whether this person may open the papers of a session: whoever sits in it, or keeps it. */
export async function mayOpenPapers(tx: Tx, by: Actor, id: string): Promise<boolean> {
  const r = await sql`SELECT 1 FROM ${FROM} WHERE ${tenant(tx)} AND z.id = ${id} AND (${visibleTo(by, 'sessions.keep')} OR (c.state NOT IN ('preparing','confirmed') AND ${seated(by)}))`.execute(rows(tx));
  return r.rows.length > 0;
}

export type MyRow = SessionRow & { readonly seat: 'delegate' | 'observer' | 'guest' | null; readonly here: boolean; readonly fresh: number; readonly votes: number };

/** Sessions in which a person sits, and published ones of the own unions; those that go on first, then the latest. */
export async function listMine(tx: Tx, by: Actor, page: Page): Promise<{ items: MyRow[]; total: number }> {
  const r = await sql<MyRow & { n: number }>`SELECT ${COLUMNS}, y.class AS seat, coalesce(y.here <> '', false) AS here, CASE WHEN y.class IS NULL THEN 0 ELSE (SELECT count(*)::int FROM congress_session_paper p WHERE p.federation_id = z.federation_id AND p.session_id = z.id AND (y.seen_at IS NULL OR p.put_at > y.seen_at)) END AS fresh,
      (SELECT count(*)::int FROM congress_session_item i JOIN ballot x ON x.federation_id = i.federation_id AND x.id = i.id AND x.state = 'open' JOIN ballot_voter v ON v.federation_id = x.federation_id AND v.ballot_id = x.id AND v.person_id = ${by.personId} AND v.present AND NOT v.given WHERE i.federation_id = z.federation_id AND i.session_id = z.id) AS votes, (count(*) OVER ())::int AS n
    FROM ${FROM} LEFT JOIN congress_session_seat y ON y.federation_id = z.federation_id AND y.session_id = z.id AND y.person_id = ${by.personId}
    WHERE ${tenant(tx)} AND c.state <> 'calledOff' AND ((y.delegate_id IS NOT NULL AND c.state NOT IN ('preparing','confirmed')) OR (${PUBLIC} AND ${forMe(by)})) ORDER BY (c.state IN ('open','sitting','adjourned')) DESC, z.held_at DESC, z.id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  return { items: r.rows, total: r.rows[0]?.n ?? 0 };
}

export type Filter = { readonly unionPath?: string | undefined; readonly text?: string | undefined; readonly state?: string | undefined; readonly sort?: string | undefined; readonly year?: number | undefined };

/** The register over the subtrees of an officer, latest first. */
export async function listRegister(tx: Tx, by: Actor, f: Filter, page: Page): Promise<{ items: SessionRow[]; total: number }> {
  const where = sql`${tenant(tx)} AND ${visibleTo(by, 'sessions.keep')} ${f.unionPath ? sql`AND starts_with(u.path, ${f.unionPath})` : sql``} ${f.state ? sql`AND c.state = ${f.state}` : sql``} ${f.sort ? sql`AND z.sort = ${f.sort}` : sql``}
    ${f.year ? sql`AND z.held_at >= ${instantAt(`${f.year}-01-01`)} AND z.held_at < ${instantAt(`${f.year + 1}-01-01`)}` : sql``} ${f.text ? sql`AND (z.title ILIKE ${like(f.text)} OR u.name ILIKE ${like(f.text)})` : sql``}`;
  const r = await sql<SessionRow & { n: number }>`SELECT ${COLUMNS}, (count(*) OVER ())::int AS n FROM ${FROM} WHERE ${where} ORDER BY z.held_at DESC, z.id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  return { items: r.rows, total: r.rows[0]?.n ?? 0 };
}

export type BodyRow = { readonly id: string; readonly name: string; readonly union: string; readonly unionId: string; readonly path: string; readonly termId: string; readonly term: number; readonly kind: 'workers' | 'members'; readonly entitled: number; readonly nextNumber: number; readonly nextJoint: number };

/** Bodies with a term that sits, which may be convened by this officer. */
export async function listBodies(tx: Tx, by: Actor, f: { readonly unionId?: string | undefined; readonly bodyId?: string | undefined }): Promise<BodyRow[]> {
  const r = await sql<BodyRow>`SELECT b.id, b.name, u.name AS union, u.id AS "unionId", u.path, t.id AS "termId", t.number AS term, b.kind, (SELECT count(*)::int FROM congress_delegate d WHERE d.federation_id = t.federation_id AND d.term_id = t.id AND d.class = 'delegate' AND d.until IS NULL) AS entitled, least(200, 1 + x.sessions) AS "nextNumber", least(200, 1 + x.joints) AS "nextJoint"
    FROM congress_body b JOIN congress_term t ON t.federation_id = b.federation_id AND t.body_id = b.id AND t.confirmed_at IS NOT NULL AND t.ended_on IS NULL JOIN union_unit u ON u.federation_id = b.federation_id AND u.id = b.union_id
      CROSS JOIN LATERAL (SELECT (count(*) FILTER (WHERE z.sort <> 'joint'))::int AS sessions, (count(*) FILTER (WHERE z.sort = 'joint'))::int AS joints FROM congress_session z JOIN case_file c ON c.federation_id = z.federation_id AND c.id = z.id AND c.state <> 'calledOff' WHERE z.federation_id = t.federation_id AND z.term_id = t.id) x
    WHERE b.federation_id = ${tx.federationId} AND b.form = 'congress' AND ${visibleTo(by, 'sessions.keep')} ${f.unionId ? sql`AND u.id = ${f.unionId}` : sql``} ${f.bodyId ? sql`AND b.id = ${f.bodyId}` : sql``} ORDER BY length(u.path), u.path, b.kind DESC LIMIT 100`.execute(rows(tx));
  return r.rows;
}

/** Another session of the term that was opened and is not closed. Who opens one waits for whoever is opening another. */
export async function findOther(tx: Tx, z: Pick<SessionRow, 'id' | 'termId'>): Promise<string | null> {
  await sql`SELECT t.id FROM congress_term t WHERE t.federation_id = ${tx.federationId} AND t.id = ${z.termId} FOR NO KEY UPDATE`.execute(rows(tx));
  const r = await sql<{ title: string }>`SELECT z.title FROM congress_session z WHERE ${tenant(tx)} AND z.term_id = ${z.termId} AND z.id <> ${z.id} AND z.opened_at IS NOT NULL AND z.closed_at IS NULL LIMIT 1`.execute(rows(tx));
  return r.rows[0]?.title ?? null;
}

/** Keeps a new session. */
export async function insertSession(tx: Tx, o: { readonly id: string; readonly bodyId: string; readonly termId: string; readonly unionId: string; readonly papersBy: string; readonly ruleSetId: string; readonly byId: string }, p: Planned): Promise<void> {
  await sql`INSERT INTO congress_session (federation_id, id, body_id, term_id, union_id, sort, number, mode, title, about, place, called_by, held_at, ends_at, papers_by, rule_set_id, by_id)
    VALUES (${tx.federationId}, ${o.id}, ${o.bodyId}, ${o.termId}, ${o.unionId}, ${p.sort}, ${p.number}, ${p.mode}, ${p.title}, ${p.about}, ${p.place}, ${p.calledBy}, ${p.heldAt}, ${p.endsAt}, ${o.papersBy}, ${o.ruleSetId}, ${o.byId})`.execute(rows(tx));
}

/** Changes the plan; a changed plan has to be agreed anew. */
export async function updatePlan(tx: Tx, id: string, papersBy: string, p: Planned): Promise<void> {
  await sql`UPDATE congress_session SET sort = ${p.sort}, number = ${p.number}, mode = ${p.mode}, title = ${p.title}, about = ${p.about}, place = ${p.place}, called_by = ${p.calledBy}, held_at = ${p.heldAt}, ends_at = ${p.endsAt}, papers_by = ${papersBy} WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

export type Marked = {
  readonly agreedEmployer?: string; readonly agreedUnion?: string; readonly opened?: { readonly entitled: number; readonly present: number }; readonly hands?: Hands; readonly closed?: { readonly publishBy: string; readonly reportBy: Date | null }; readonly minutes?: string; readonly report?: string;
};

/** Writes what a step leaves behind. */
export async function mark(tx: Tx, id: string, m: Marked): Promise<void> {
  await sql`UPDATE congress_session SET agreed_employer = coalesce(${m.agreedEmployer ?? null}::text, agreed_employer), agreed_union = coalesce(${m.agreedUnion ?? null}::text, agreed_union),
      opened_at = CASE WHEN ${m.opened !== undefined}::boolean THEN ${tx.now}::timestamptz ELSE opened_at END, entitled = coalesce(${m.opened?.entitled ?? null}::int, entitled), present_first = coalesce(${m.opened?.present ?? null}::int, present_first), hands = coalesce(${m.hands ? JSON.stringify(m.hands) : null}::jsonb, hands),
      closed_at = CASE WHEN ${m.closed !== undefined}::boolean THEN ${tx.now}::timestamptz ELSE closed_at END, publish_by = coalesce(${m.closed?.publishBy ?? null}::date, publish_by), report_by = coalesce(${m.closed?.reportBy ?? null}::timestamptz, report_by),
      minutes = coalesce(${m.minutes ?? null}::text, minutes), published_at = CASE WHEN ${m.minutes !== undefined}::boolean THEN ${tx.now}::timestamptz ELSE published_at END, report = coalesce(${m.report ?? null}::text, report), reported_at = CASE WHEN ${m.report !== undefined}::boolean THEN ${tx.now}::timestamptz ELSE reported_at END
    WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** Workers of a union and those below it: whom a resolution concerns. */
export async function listWorkers(tx: Tx, path: string, membersOnly: boolean): Promise<string[]> {
  const r = await sql<{ id: string }>`SELECT DISTINCT m.person_id AS id FROM membership m JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id WHERE m.federation_id = ${tx.federationId} AND starts_with(u.path, ${path}) AND (m.state = 'active' OR (NOT ${membersOnly}::boolean AND m.state = 'reserved')) ORDER BY 1 LIMIT 100000`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}
