import type { Actor, Tx } from '#shared/call';
import { newId } from '#shared/ids';
import { type RawBuilder, rows, sql } from '#platform/db';
import { inSubtrees, visibleTo } from '#engines/org';
import type { LoanState } from './lockers.rules.ts';

export type Loan = {
  readonly id: string; readonly cabinetId: string; readonly compartmentId: string; readonly claimId: string | null; readonly personId: string; readonly item: string; readonly label: string; readonly askedAt: Date; readonly lentAt: Date | null;
  readonly dueAt: Date | null; readonly missingAt: Date | null; readonly endedAt: Date | null; readonly ending: 'returned' | 'writtenOff' | 'notOpened' | null; readonly note: string;
};
export type LoanRow = Loan & { readonly name: string; readonly staffNumber: string; readonly unit: string; readonly no: number; readonly cabinetNumber: number; readonly place: string; readonly union: string; readonly unionId: string };

const LOAN = sql`l.id, l.cabinet_id AS "cabinetId", l.compartment_id AS "compartmentId", l.claim_id AS "claimId", l.person_id AS "personId", l.item, l.label, l.asked_at AS "askedAt", l.lent_at AS "lentAt", l.due_at AS "dueAt",
  l.missing_at AS "missingAt", l.ended_at AS "endedAt", l.ending, l.note`;
const ROW = sql`${LOAN}, p.name, p.staff_number AS "staffNumber", coalesce(mu.name, '') AS unit, d.no, k.number AS "cabinetNumber", k.place, u.name AS union, u.id AS "unionId"`;
const FROM = sql`FROM locker_loan l JOIN locker_compartment d ON d.federation_id = l.federation_id AND d.id = l.compartment_id JOIN locker_cabinet k ON k.federation_id = l.federation_id AND k.id = l.cabinet_id
  JOIN union_unit u ON u.federation_id = k.federation_id AND u.id = k.union_id JOIN person p ON p.federation_id = l.federation_id AND p.id = l.person_id
  LEFT JOIN membership m ON m.federation_id = l.federation_id AND m.person_id = l.person_id AND m.state = 'active' LEFT JOIN union_unit mu ON mu.federation_id = m.federation_id AND mu.id = m.union_id`;

/** One loan with whose and where it is. @param lock held to the end of the transaction */
export async function findLoan(tx: Tx, id: string, lock = false): Promise<LoanRow | null> {
  const r = await sql<LoanRow>`SELECT ${ROW} ${FROM} WHERE l.federation_id = ${tx.federationId} AND l.id = ${id} ${lock ? sql`FOR UPDATE OF l` : sql``}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** The loan that a claim is. */
export async function findLoanOfClaim(tx: Tx, claimId: string): Promise<LoanRow | null> {
  const r = await sql<LoanRow>`SELECT ${ROW} ${FROM} WHERE l.federation_id = ${tx.federationId} AND l.claim_id = ${claimId}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

type Claimed = { readonly id: string; readonly unitId: string; readonly personId: string };

/** Notes that doors are to be opened for claims that were just made: a loan and an opening each. */
export async function insertAsked(tx: Tx, claims: readonly Claimed[]): Promise<void> {
  const at = [claims.map((c) => c.id), claims.map((c) => c.unitId), claims.map((c) => c.personId), claims.map(() => newId()), claims.map(() => newId())] as const;
  const given = sql`unnest(${at[0]}::uuid[], ${at[1]}::uuid[], ${at[2]}::uuid[], ${at[3]}::uuid[], ${at[4]}::uuid[]) AS x(claim, unit, person, loan, opening)`;
  await sql`INSERT INTO locker_loan (federation_id, id, cabinet_id, compartment_id, claim_id, person_id, item, label, asked_at)
    SELECT ${tx.federationId}::uuid, x.loan, d.cabinet_id, d.id, x.claim, x.person, d.item, d.label, ${tx.now}::timestamptz FROM ${given} JOIN locker_compartment d ON d.federation_id = ${tx.federationId} AND d.id = x.unit`.execute(rows(tx));
  await sql`INSERT INTO locker_opening (federation_id, id, cabinet_id, compartment_id, purpose, key, person_id, loan_id, asked_at)
    SELECT ${tx.federationId}::uuid, x.opening, d.cabinet_id, d.id, 'borrow', 'claim/' || x.claim, x.person, x.loan, ${tx.now}::timestamptz FROM ${given} JOIN locker_compartment d ON d.federation_id = ${tx.federationId} AND d.id = x.unit`.execute(rows(tx));
}

/** The door opened: these claims are lent from now on, for as long as their compartments say. */
export async function setLent(tx: Tx, claimIds: readonly string[]): Promise<void> {
  await sql`UPDATE locker_loan l SET lent_at = ${tx.now}::timestamptz, due_at = ${tx.now}::timestamptz + d.lend_hours * interval '1 hour' FROM locker_compartment d
    WHERE l.federation_id = ${tx.federationId} AND d.federation_id = l.federation_id AND d.id = l.compartment_id AND l.claim_id = ANY (${[...claimIds]}::uuid[]) AND l.lent_at IS NULL`.execute(rows(tx));
}

/** These claims are over: given back, or never lent. What was written off says so before. */
export async function setEnded(tx: Tx, claimIds: readonly string[]): Promise<void> {
  await sql`UPDATE locker_loan SET ended_at = ${tx.now}::timestamptz, ending = CASE WHEN lent_at IS NULL THEN 'notOpened' ELSE 'returned' END
    WHERE federation_id = ${tx.federationId} AND claim_id = ANY (${[...claimIds]}::uuid[]) AND ended_at IS NULL`.execute(rows(tx));
}

/** Ends a loan as an officer decided, or says what was found when it came back. */
export async function endLoan(tx: Tx, id: string, o: { readonly ending: 'returned' | 'writtenOff'; readonly byId: string | null; readonly note: string }): Promise<void> {
  await sql`UPDATE locker_loan SET ended_at = coalesce(ended_at, ${tx.now}::timestamptz), ending = ${o.ending}, ended_by_id = ${o.byId}::uuid, note = ${o.note} WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** Gives loans up as missing. @returns those that were not yet */
export async function setMissing(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const r = await sql<{ id: string }>`UPDATE locker_loan SET missing_at = ${tx.now}::timestamptz WHERE federation_id = ${tx.federationId} AND id = ANY (${[...ids]}::uuid[]) AND missing_at IS NULL AND ended_at IS NULL AND lent_at IS NOT NULL RETURNING id`.execute(rows(tx));
  return r.rows.map((l) => l.id);
}

/** Loans of cabinets that are not over, by compartment. */
export async function listLive(tx: Tx, cabinetIds: readonly string[]): Promise<LoanRow[]> {
  const r = await sql<LoanRow>`SELECT ${ROW} ${FROM} WHERE l.federation_id = ${tx.federationId} AND l.cabinet_id = ANY (${[...cabinetIds]}::uuid[]) AND l.ended_at IS NULL LIMIT 20000`.execute(rows(tx));
  return r.rows;
}

/** A person's loans: what is out first, soonest due, then what is over, latest first. What never opened is left out. */
export async function listMine(tx: Tx, personId: string, page: { readonly limit: number; readonly offset: number }): Promise<{ items: LoanRow[]; total: number }> {
  const where = sql`WHERE l.federation_id = ${tx.federationId} AND l.person_id = ${personId} AND l.lent_at IS NOT NULL`;
  const r = await sql<LoanRow>`SELECT ${ROW} ${FROM} ${where} ORDER BY (l.ended_at IS NOT NULL), CASE WHEN l.ended_at IS NULL THEN l.due_at END, l.asked_at DESC, l.id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n FROM locker_loan l ${where}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}

export type LoanFilter = { readonly unionPath?: string | undefined; readonly cabinetId?: string | undefined; readonly text?: string | undefined; readonly item?: string | undefined; readonly state?: LoanState | undefined };

const inState = (state: LoanState, now: Date): RawBuilder<unknown> => ({
  opening: sql`l.ended_at IS NULL AND l.lent_at IS NULL`, out: sql`l.ended_at IS NULL AND l.lent_at IS NOT NULL AND l.missing_at IS NULL AND l.due_at >= ${now}`, overdue: sql`l.ended_at IS NULL AND l.missing_at IS NULL AND l.due_at < ${now}`,
  missing: sql`l.ended_at IS NULL AND l.missing_at IS NOT NULL`, returned: sql`l.ending = 'returned'`, writtenOff: sql`l.ending = 'writtenOff'`, notOpened: sql`l.ending = 'notOpened'`,
})[state];

/** Loans from cabinets over the unions of the officer: missing and overdue ones first, then by time. */
export async function listLoans(tx: Tx, by: Actor, f: LoanFilter, page: { readonly limit: number; readonly offset: number }): Promise<{ items: LoanRow[]; total: number }> {
  const like = f.text ? `${f.text.replace(/[\\%_]/g, '\\$&')}%` : null;
  const where = sql`WHERE l.federation_id = ${tx.federationId} AND ${visibleTo(by, 'lockers.keep')} AND ${f.unionPath ? inSubtrees([f.unionPath]) : sql`true`} AND ${f.cabinetId ? sql`l.cabinet_id = ${f.cabinetId}` : sql`true`}
    AND (${like}::text IS NULL OR p.name LIKE ${like} OR p.staff_number LIKE ${like} OR l.label LIKE ${like}) AND ${f.item ? sql`l.item = ${f.item}` : sql`true`} AND ${f.state ? inState(f.state, tx.now) : sql`true`}`;
  const r = await sql<LoanRow>`SELECT ${ROW} ${FROM} ${where} ORDER BY (l.ended_at IS NOT NULL), CASE WHEN l.ended_at IS NULL THEN l.due_at END, l.asked_at DESC, l.id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n ${FROM} ${where}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}

/** Loans whose time is over, or nearly, after a given one; at most 200. */
export async function listDue(tx: Tx, until: Date, after: string): Promise<LoanRow[]> {
  const r = await sql<LoanRow>`SELECT ${ROW} ${FROM} WHERE l.federation_id = ${tx.federationId} AND l.ended_at IS NULL AND l.lent_at IS NOT NULL AND l.due_at <= ${until} AND l.id > ${after} ORDER BY l.id LIMIT 200`.execute(rows(tx));
  return r.rows;
}
