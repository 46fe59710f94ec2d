import type { Actor, Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import { inSubtrees, visibleTo } from '#engines/org';

export type Report = {
  readonly id: string; readonly cabinetId: string; readonly compartmentId: string; readonly loanId: string | null; readonly kind: 'missing' | 'broken' | 'jammed' | 'dirty'; readonly text: string; readonly reportedAt: Date; readonly reportedBy: string | null;
  readonly settledAt: Date | null; readonly settledHow: 'mended' | 'replaced' | 'fine' | null; readonly settledNote: string; readonly settledBy: string | null;
  readonly no: number; readonly label: string; readonly item: string; readonly cabinetNumber: number; readonly place: string; readonly union: string; readonly unionId: string;
};
export type NewReport = Pick<Report, 'id' | 'cabinetId' | 'compartmentId' | 'loanId' | 'kind' | 'text'> & { readonly byId: string | null };

const REPORT = sql`r.id, r.cabinet_id AS "cabinetId", r.compartment_id AS "compartmentId", r.loan_id AS "loanId", r.kind, r.text, r.reported_at AS "reportedAt", p.name AS "reportedBy", r.settled_at AS "settledAt", r.settled_how AS "settledHow",
  r.settled_note AS "settledNote", s.name AS "settledBy", d.no, d.label, d.item, k.number AS "cabinetNumber", k.place, u.name AS union, u.id AS "unionId"`;
const FROM = sql`FROM locker_report r JOIN locker_compartment d ON d.federation_id = r.federation_id AND d.id = r.compartment_id JOIN locker_cabinet k ON k.federation_id = r.federation_id AND k.id = r.cabinet_id
  JOIN union_unit u ON u.federation_id = k.federation_id AND u.id = k.union_id LEFT JOIN person p ON p.federation_id = r.federation_id AND p.id = r.reported_by_id LEFT JOIN person s ON s.federation_id = r.federation_id AND s.id = r.settled_by_id`;

/** Writes a report. */
export async function insertReport(tx: Tx, r: NewReport): Promise<void> {
  await sql`INSERT INTO locker_report (federation_id, id, cabinet_id, compartment_id, loan_id, kind, text, reported_by_id, reported_at)
    VALUES (${tx.federationId}, ${r.id}, ${r.cabinetId}, ${r.compartmentId}, ${r.loanId}, ${r.kind}, ${r.text}, ${r.byId}, ${tx.now})`.execute(rows(tx));
}

/** One report. @param lock held to the end of the transaction */
export async function findReport(tx: Tx, id: string, lock = false): Promise<Report | null> {
  const r = await sql<Report>`SELECT ${REPORT} ${FROM} WHERE r.federation_id = ${tx.federationId} AND r.id = ${id} ${lock ? sql`FOR UPDATE OF r` : sql``}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Settles all open reports of a compartment at once: it is in order, or it is not. @returns how many */
export async function settleReports(tx: Tx, compartmentId: string, o: { readonly how: string; readonly note: string; readonly byId: string }): Promise<number> {
  const r = await sql`UPDATE locker_report SET settled_at = ${tx.now}, settled_by_id = ${o.byId}, settled_how = ${o.how}, settled_note = ${o.note}
    WHERE federation_id = ${tx.federationId} AND compartment_id = ${compartmentId} AND settled_at IS NULL`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n);
}

/** How many open reports a person has made: somebody who reports everything is asked to wait. */
export async function countOpenReports(tx: Tx, o: { readonly personId?: string; readonly compartmentId?: string; readonly kind?: string }): Promise<number> {
  const r = await sql<{ n: number }>`SELECT count(*)::int AS n FROM locker_report r WHERE r.federation_id = ${tx.federationId} AND r.settled_at IS NULL AND ${o.personId ? sql`r.reported_by_id = ${o.personId}` : sql`true`}
    AND ${o.compartmentId ? sql`r.compartment_id = ${o.compartmentId}` : sql`true`} AND ${o.kind ? sql`r.kind = ${o.kind}` : sql`true`}`.execute(rows(tx));
  return r.rows[0]?.n ?? 0;
}

export type Within = { readonly unionPath?: string | undefined; readonly cabinetId?: string | undefined };
type Page = { readonly limit: number; readonly offset: number };
const within = (by: Actor, f: Within) => sql`${visibleTo(by, 'lockers.keep')} AND ${f.unionPath ? inSubtrees([f.unionPath]) : sql`true`} AND ${f.cabinetId ? sql`k.id = ${f.cabinetId}` : sql`true`}`;

/** Reports over the unions of the officer: open ones, oldest first, or settled ones, latest first. */
export async function listReports(tx: Tx, by: Actor, f: Within & { readonly open: boolean; readonly kind?: string | undefined }, page: Page): Promise<{ items: Report[]; total: number }> {
  const where = sql`WHERE r.federation_id = ${tx.federationId} AND ${within(by, f)} AND (r.settled_at IS NULL) = ${f.open} AND ${f.kind ? sql`r.kind = ${f.kind}` : sql`true`}`;
  const r = await sql<Report>`SELECT ${REPORT} ${FROM} ${where} ORDER BY ${f.open ? sql`r.reported_at` : sql`r.settled_at DESC`}, r.id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n ${FROM} ${where}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}

export type Shortage = { readonly compartmentId: string; readonly cabinetId: string; readonly cabinetNumber: number; readonly place: string; readonly union: string; readonly no: number; readonly item: string; readonly label: string; readonly stock: number; readonly capacity: number };

/** Compartments whose stock is at or below its mark, cabinet by cabinet. */
export async function listShortages(tx: Tx, by: Actor, f: Within, page: Page): Promise<{ items: Shortage[]; total: number }> {
  const from = sql`FROM locker_compartment d JOIN locker_cabinet k ON k.federation_id = d.federation_id AND k.id = d.cabinet_id JOIN union_unit u ON u.federation_id = k.federation_id AND u.id = k.union_id
    WHERE d.federation_id = ${tx.federationId} AND d.kind = 'take' AND d.stock <= d.threshold AND k.state <> 'retired' AND ${within(by, f)}`;
  const r = await sql<Shortage>`SELECT d.id AS "compartmentId", k.id AS "cabinetId", k.number AS "cabinetNumber", k.place, u.name AS union, d.no, d.item, d.label, d.stock, d.capacity ${from} ORDER BY k.number, d.no LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n ${from}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}

export type RefillLine = { readonly compartmentId: string; readonly label: string; readonly expected: number; readonly found: number; readonly added: number };

/** Writes a refill round with its lines. */
export async function insertRefill(tx: Tx, o: { readonly id: string; readonly cabinetId: string; readonly byId: string; readonly note: string; readonly lines: readonly RefillLine[] }): Promise<void> {
  await sql`INSERT INTO locker_refill (federation_id, id, cabinet_id, at, by_id, note) VALUES (${tx.federationId}, ${o.id}, ${o.cabinetId}, ${tx.now}, ${o.byId}, ${o.note})`.execute(rows(tx));
  const each = <K extends keyof RefillLine>(field: K): RefillLine[K][] => o.lines.map((l) => l[field]);
  await sql`INSERT INTO locker_refill_line (federation_id, refill_id, compartment_id, label, expected, found, added)
    SELECT ${tx.federationId}::uuid, ${o.id}::uuid, x.* FROM unnest(${each('compartmentId')}::uuid[], ${each('label')}::text[], ${each('expected')}::int[], ${each('found')}::int[], ${each('added')}::int[]) AS x`.execute(rows(tx));
}

export type RefillRow = { readonly id: string; readonly cabinetId: string; readonly cabinetNumber: number; readonly place: string; readonly union: string; readonly at: Date; readonly by: string; readonly note: string; readonly lines: readonly RefillLine[] };

/** Refill rounds over the unions of the officer, latest first. */
export async function listRefills(tx: Tx, by: Actor, f: Within, page: Page): Promise<{ items: RefillRow[]; total: number }> {
  const from = sql`FROM locker_refill f JOIN locker_cabinet k ON k.federation_id = f.federation_id AND k.id = f.cabinet_id JOIN union_unit u ON u.federation_id = k.federation_id AND u.id = k.union_id JOIN person p ON p.federation_id = f.federation_id AND p.id = f.by_id
    WHERE f.federation_id = ${tx.federationId} AND ${within(by, f)}`;
  const r = await sql<RefillRow>`SELECT f.id, k.id AS "cabinetId", k.number AS "cabinetNumber", k.place, u.name AS union, f.at, p.name AS by, f.note,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('compartmentId', x.compartment_id, 'label', x.label, 'expected', x.expected, 'found', x.found, 'added', x.added) ORDER BY x.label), '[]') FROM locker_refill_line x WHERE x.federation_id = f.federation_id AND x.refill_id = f.id) AS lines
    ${from} ORDER BY f.at DESC, f.id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n ${from}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}
