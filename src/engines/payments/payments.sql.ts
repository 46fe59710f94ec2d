import type { Actor, Tx } from '#shared/call';
import { inSubtrees, visibleTo } from '#engines/org';
import { type RawBuilder, rows, sql } from '#platform/db';

/** A list as rows hold it; its state and number are those of the case (`case_file` of the engine cases, read here). */
export type ListRow = {
  readonly id: string; readonly number: string; readonly state: string; readonly unionId: string; readonly unionName: string; readonly purpose: string; readonly title: string; readonly period: string;
  readonly madeById: string | null; readonly madeAt: Date; readonly submittedById: string | null; readonly submittedAt: Date | null; readonly approvedById: string | null; readonly approvedAt: Date | null;
  readonly filedById: string | null; readonly filedAt: Date | null; readonly settledById: string | null; readonly settledAt: Date | null; readonly cancelledAt: Date | null; readonly cancelledWhy: string;
  readonly xlsxHash: Buffer | null; readonly csvHash: Buffer | null;
};

/** A list with what it comes to: all that is not withdrawn, the people in it, and what failed of it; and by name who did what. */
export type ListSums = ListRow & {
  readonly madeBy: string | null; readonly submittedBy: string | null; readonly approvedBy: string | null; readonly filedBy: string | null; readonly settledBy: string | null; readonly people: number; readonly lines: number; readonly totalFen: bigint; readonly failed: number; readonly failedFen: bigint;
};

const COLUMNS = sql`l.id, c.number, c.state, l.union_id AS "unionId", u.name AS "unionName", l.purpose, l.title, l.period, l.made_by_id AS "madeById", l.made_at AS "madeAt",
  l.submitted_by_id AS "submittedById", l.submitted_at AS "submittedAt", l.approved_by_id AS "approvedById", l.approved_at AS "approvedAt", l.filed_by_id AS "filedById", l.filed_at AS "filedAt",
  l.settled_by_id AS "settledById", l.settled_at AS "settledAt", l.cancelled_at AS "cancelledAt", l.cancelled_why AS "cancelledWhy", l.xlsx_hash AS "xlsxHash", l.csv_hash AS "csvHash"`;
const nameOf = (column: string): RawBuilder<unknown> => sql`(SELECT p.name FROM person p WHERE p.federation_id = l.federation_id AND p.id = ${sql.ref(`l.${column}`)})`;
const NAMES = sql`${nameOf('made_by_id')} AS "madeBy", ${nameOf('submitted_by_id')} AS "submittedBy", ${nameOf('approved_by_id')} AS "approvedBy", ${nameOf('filed_by_id')} AS "filedBy", ${nameOf('settled_by_id')} AS "settledBy"`;
const FROM = sql`FROM payment_list l JOIN case_file c ON c.federation_id = l.federation_id AND c.id = l.id JOIN union_unit u ON u.federation_id = l.federation_id AND u.id = l.union_id`;
/** A cancelled list comes to what it came to when it was cancelled: its lines are withdrawn, all of them. */
const SUMS = sql`CROSS JOIN LATERAL (
    SELECT count(DISTINCT x.person_id)::int AS people, count(*)::int AS lines, coalesce(sum(x.amount_fen), 0)::bigint AS "totalFen",
      count(DISTINCT x.person_id) FILTER (WHERE x.state = 'failed')::int AS failed, coalesce(sum(x.amount_fen) FILTER (WHERE x.state = 'failed'), 0)::bigint AS "failedFen"
    FROM payment_line x WHERE x.federation_id = l.federation_id AND x.list_id = l.id
      AND (x.state <> 'withdrawn' OR x.ended_at >= l.cancelled_at OR x.ended_at > l.settled_at)) AS s`;

/** Keeps a new list. */
export async function insertList(tx: Tx, l: Pick<ListRow, 'id' | 'unionId' | 'purpose' | 'title' | 'period' | 'madeById'>): Promise<void> {
  await sql`INSERT INTO payment_list (federation_id, id, union_id, purpose, title, period, made_by_id, made_at)
    VALUES (${tx.federationId}, ${l.id}, ${l.unionId}, ${l.purpose}, ${l.title}, ${l.period}, ${l.madeById}, ${tx.now})`.execute(rows(tx));
}

/** Lets one call at a time look for keys and draft: what the next one sees is what this one wrote. */
export async function lockPurpose(tx: Tx, unionId: string, purpose: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('payment_list ' || ${tx.federationId} || ' ' || ${unionId} || ' ' || ${purpose}, 0))`.execute(rows(tx));
}

/** One list; `lock` holds it and its lines against every other change. */
export async function findList(tx: Tx, id: string, lock = false): Promise<ListRow | null> {
  if (lock) await sql`SELECT 1 FROM payment_list l WHERE l.federation_id = ${tx.federationId} AND l.id = ${id} FOR UPDATE`.execute(rows(tx));
  const r = await sql<ListRow>`SELECT ${COLUMNS} ${FROM} WHERE l.federation_id = ${tx.federationId} AND l.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** What several lists come to. */
export async function findSums(tx: Tx, ids: readonly string[]): Promise<Map<string, ListSums>> {
  const r = await sql<ListSums>`SELECT ${COLUMNS}, ${NAMES}, s.* ${FROM} ${SUMS} WHERE l.federation_id = ${tx.federationId} AND l.id = ANY (${[...ids]}::uuid[])`.execute(rows(tx));
  return new Map(r.rows.map((l) => [l.id, l]));
}

/** What lists are narrowed by. */
export type ListFilter = {
  readonly unionPath?: string | undefined; readonly purpose?: string | undefined; readonly state?: string | undefined; readonly text?: string | undefined;
  /** months, `2026-03`; a list for a whole year belongs to each of its months */
  readonly from?: string | undefined; readonly to?: string | undefined; readonly limit: number; readonly offset: number;
};

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

function narrowed(tx: Tx, by: Actor, f: ListFilter): RawBuilder<unknown> {
  return sql`WHERE l.federation_id = ${tx.federationId} AND ${visibleTo(by, 'paymentLists.read')} AND ${f.unionPath ? inSubtrees([f.unionPath]) : sql`true`}
    AND ${f.purpose ? sql`l.purpose = ${f.purpose}` : sql`true`} AND ${f.state ? sql`c.state = ${f.state}` : sql`true`}
    AND ${f.from ? sql`l.period || '-12' >= ${f.from}` : sql`true`} AND ${f.to ? sql`l.period <= ${f.to}` : sql`true`}
    AND ${f.text ? sql`(l.title ILIKE ${like(f.text)} OR c.number ILIKE ${like(f.text)})` : sql`true`}`;
}

/** Lists over the subtrees where the actor may read them, latest first. */
export async function listLists(tx: Tx, by: Actor, f: ListFilter): Promise<{ items: ListSums[]; total: number }> {
  const where = narrowed(tx, by, f);
  const page = await sql<ListSums>`SELECT ${COLUMNS}, ${NAMES}, s.* ${FROM} ${SUMS} ${where} ORDER BY l.made_at DESC, l.id DESC LIMIT ${f.limit} OFFSET ${f.offset}`.execute(rows(tx));
  const all = await sql<{ n: number }>`SELECT count(*)::int AS n ${FROM} ${where}`.execute(rows(tx));
  return { items: page.rows, total: all.rows[0]?.n ?? 0 };
}

/** Who submitted, or nobody any more (it was sent back). */
export async function setSubmitted(tx: Tx, id: string, by: string | null): Promise<void> {
  await sql`UPDATE payment_list SET submitted_by_id = ${by}::uuid, submitted_at = CASE WHEN ${by}::uuid IS NULL THEN NULL ELSE ${tx.now}::timestamptz END
    WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** Who approved; the table refuses whoever made or submitted it. */
export async function setApproved(tx: Tx, id: string, by: string): Promise<void> {
  await sql`UPDATE payment_list SET approved_by_id = ${by}, approved_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** Who made the payment file, and what its bytes are. */
export async function setFiled(tx: Tx, id: string, by: string, hashes: { xlsx: Buffer; csv: Buffer }): Promise<void> {
  await sql`UPDATE payment_list SET filed_by_id = ${by}, filed_at = ${tx.now}, xlsx_hash = ${hashes.xlsx}, csv_hash = ${hashes.csv} WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** Who recorded the result. */
export async function setSettled(tx: Tx, id: string, by: string): Promise<void> {
  await sql`UPDATE payment_list SET settled_by_id = ${by}, settled_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** Who cancelled it and why. */
export async function setCancelled(tx: Tx, id: string, by: string, why: string): Promise<void> {
  await sql`UPDATE payment_list SET cancelled_by_id = ${by}, cancelled_at = ${tx.now}, cancelled_why = ${why} WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}
