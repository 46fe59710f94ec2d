import type { Actor, Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import { visibleTo } from '#engines/org';

// The number and the name of term and body are read from the tables of part congress (decision 0013).

/** When proposals are collected for a session. Days are legal dates. */
export type CollectionRow = {
  readonly id: string; readonly unionId: string; readonly union: string; readonly path: string; readonly termId: string; readonly termNumber: number; readonly body: string; readonly session: string; readonly sessionOn: string; readonly opensOn: string; readonly closesOn: string;
  readonly about: string; readonly seconders: number; readonly answerDays: number; readonly reportedOn: string | null; readonly reportedTo: string; readonly proposals: number; readonly filed: number; readonly closed: number;
};
type Written = { readonly session: string; readonly sessionOn: string; readonly opensOn: string; readonly closesOn: string; readonly about: string };

const counted = (which: RawBuilder<unknown>) => sql`(SELECT count(*)::int FROM proposal p WHERE p.federation_id = k.federation_id AND p.collection_id = k.id AND ${which})`;
const COLUMNS = sql`k.id, k.union_id AS "unionId", u.name AS union, u.path, k.term_id AS "termId", t.number AS "termNumber", b.name AS body, k.session, k.session_on::text AS "sessionOn", k.opens_on::text AS "opensOn", k.closes_on::text AS "closesOn", k.about, k.seconders,
  k.answer_days AS "answerDays", k.reported_on::text AS "reportedOn", k.reported_to AS "reportedTo", ${counted(sql`p.submitted_on IS NOT NULL`)} AS proposals, ${counted(sql`p.decision = 'filed'`)} AS filed, ${counted(sql`p.closed_on IS NOT NULL`)} AS closed`;
const FROM = sql`FROM proposal_collection k JOIN union_unit u ON u.federation_id = k.federation_id AND u.id = k.union_id
  JOIN congress_term t ON t.federation_id = k.federation_id AND t.id = k.term_id JOIN congress_body b ON b.federation_id = t.federation_id AND b.id = t.body_id`;

async function list(tx: Tx, where: RawBuilder<unknown>, limit: number, offset = 0): Promise<CollectionRow[]> {
  const r = await sql<CollectionRow>`SELECT ${COLUMNS} ${FROM} WHERE k.federation_id = ${tx.federationId} AND ${where} ORDER BY k.session_on DESC, k.id LIMIT ${limit} OFFSET ${offset}`.execute(rows(tx));
  return r.rows;
}

/** Collections over the subtrees of an officer, the latest session first. */
export async function listForDesk(tx: Tx, by: Actor, unionPath: string | undefined, page: { limit: number; offset: number }): Promise<{ items: CollectionRow[]; total: number }> {
  const where = sql`${visibleTo(by, 'proposals.read')} ${unionPath ? sql`AND u.path LIKE ${`${unionPath}%`}` : sql``}`;
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n ${FROM} WHERE k.federation_id = ${tx.federationId} AND ${where}`.execute(rows(tx));
  return { items: await list(tx, where, page.limit, page.offset), total: n.rows[0]?.n ?? 0 };
}

/** Collections of the unions above a worker's own, the latest session first; at most 30. */
export const listForWorker = (tx: Tx, path: string): Promise<CollectionRow[]> => list(tx, sql`starts_with(${path}, u.path)`, 30);
/** Collections of these terms that are open on a day. */
export const listOpen = (tx: Tx, termIds: readonly string[], today: string): Promise<CollectionRow[]> =>
  list(tx, sql`k.term_id = ANY (${[...termIds]}::uuid[]) AND k.opens_on <= ${today}::date AND k.closes_on >= ${today}::date`, 20);
/** One, whoever asks. */
export const findCollection = async (tx: Tx, id: string): Promise<CollectionRow | null> => (await list(tx, sql`k.id = ${id}`, 1))[0] ?? null;
/** One, for an officer who holds the permission word there. */
export const findCollectionFor = async (tx: Tx, by: Actor, permission: string, id: string): Promise<CollectionRow | null> => (await list(tx, sql`k.id = ${id} AND ${visibleTo(by, permission)}`, 1))[0] ?? null;

/** @returns false when this session of the term has one already */
export async function insertCollection(tx: Tx, c: Written & { readonly id: string; readonly unionId: string; readonly termId: string; readonly seconders: number; readonly answerDays: number; readonly ruleSetId: string; readonly byId: string }): Promise<boolean> {
  const r = await sql`INSERT INTO proposal_collection (federation_id, id, union_id, term_id, session, session_on, opens_on, closes_on, about, seconders, answer_days, rule_set_id, called_by_id, called_at)
    VALUES (${tx.federationId}, ${c.id}, ${c.unionId}, ${c.termId}, ${c.session}, ${c.sessionOn}::date, ${c.opensOn}::date, ${c.closesOn}::date, ${c.about}, ${c.seconders}, ${c.answerDays}, ${c.ruleSetId}, ${c.byId}, ${tx.now})
    ON CONFLICT (federation_id, term_id, session) DO NOTHING`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n) === 1;
}

/** Changes name, days and text. @returns false when another collection of the term has this name */
export async function updateCollection(tx: Tx, id: string, termId: string, c: Written): Promise<boolean> {
  const r = await sql`UPDATE proposal_collection k SET session = ${c.session}, session_on = ${c.sessionOn}::date, opens_on = ${c.opensOn}::date, closes_on = ${c.closesOn}::date, about = ${c.about}
    WHERE k.federation_id = ${tx.federationId} AND k.id = ${id} AND NOT EXISTS (SELECT 1 FROM proposal_collection x WHERE x.federation_id = k.federation_id AND x.term_id = ${termId} AND x.session = ${c.session} AND x.id <> k.id)`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n) === 1;
}

/** Keeps that what became of them was reported. @returns false when it was already */
export async function markReported(tx: Tx, id: string, o: { readonly on: string; readonly to: string }): Promise<boolean> {
  const r = await sql`UPDATE proposal_collection SET reported_on = ${o.on}::date, reported_to = ${o.to} WHERE federation_id = ${tx.federationId} AND id = ${id} AND reported_on IS NULL`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n) === 1;
}

/** Proposals that are still being gathered although their days are over, or were not completed before their session; at most 500. */
export async function listLapsed(tx: Tx, today: string): Promise<string[]> {
  const r = await sql<{ id: string }>`SELECT p.id FROM proposal p JOIN proposal_collection k ON k.federation_id = p.federation_id AND k.id = p.collection_id JOIN case_file c ON c.federation_id = p.federation_id AND c.id = p.id
    WHERE p.federation_id = ${tx.federationId} AND ((c.state = 'gathering' AND k.closes_on < ${today}::date) OR (c.state = 'returned' AND k.session_on < ${today}::date)) ORDER BY p.id LIMIT 500`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}
