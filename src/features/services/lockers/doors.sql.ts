import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import type { Outcome } from './lockers.rules.ts';

export type Opening = {
  readonly id: string; readonly cabinetId: string; readonly compartmentId: string; readonly purpose: 'borrow' | 'return' | 'take' | 'service'; readonly key: string; readonly personId: string; readonly loanId: string | null;
  readonly quantity: number; readonly askedAt: Date; readonly outcome: Outcome | null;
};

const OPENING = sql`o.id, o.cabinet_id AS "cabinetId", o.compartment_id AS "compartmentId", o.purpose, o.key, o.person_id AS "personId", o.loan_id AS "loanId", o.quantity, o.asked_at AS "askedAt", o.outcome`;

/** Notes a tap, if it is new. @returns whether it was */
export async function insertOpening(tx: Tx, o: Omit<Opening, 'askedAt' | 'outcome'>): Promise<boolean> {
  const r = await sql`INSERT INTO locker_opening (federation_id, id, cabinet_id, compartment_id, purpose, key, person_id, loan_id, quantity, asked_at)
    VALUES (${tx.federationId}, ${o.id}, ${o.cabinetId}, ${o.compartmentId}, ${o.purpose}, ${o.key}, ${o.personId}, ${o.loanId}, ${o.quantity}, ${tx.now}) ON CONFLICT (federation_id, compartment_id, key) DO NOTHING`.execute(rows(tx));
  return r.numAffectedRows === 1n;
}

/** The tap of this key at a compartment. */
export async function findOpening(tx: Tx, compartmentId: string, key: string): Promise<Opening | null> {
  const r = await sql<Opening>`SELECT ${OPENING} FROM locker_opening o WHERE o.federation_id = ${tx.federationId} AND o.compartment_id = ${compartmentId} AND o.key = ${key}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Notes what became of a tap, once. @returns whether nobody had before */
export async function endOpening(tx: Tx, id: string, outcome: Outcome): Promise<boolean> {
  const r = await sql`UPDATE locker_opening SET outcome = ${outcome}, ended_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND id = ${id} AND outcome IS NULL`.execute(rows(tx));
  return r.numAffectedRows === 1n;
}

/** Taps without an answer since before a moment; at most 100. Held, and those that another process holds are left to it. */
export async function listForgotten(tx: Tx, before: Date): Promise<Opening[]> {
  const r = await sql<Opening>`SELECT ${OPENING} FROM locker_opening o WHERE o.federation_id = ${tx.federationId} AND o.outcome IS NULL AND o.asked_at < ${before} ORDER BY o.asked_at, o.id LIMIT 100 FOR UPDATE SKIP LOCKED`.execute(rows(tx));
  return r.rows;
}

/** Whether the door was opened for giving this loan back. */
export async function wasOpenedFor(tx: Tx, loanId: string): Promise<boolean> {
  const r = await sql`SELECT 1 FROM locker_opening o WHERE o.federation_id = ${tx.federationId} AND o.loan_id = ${loanId} AND o.purpose = 'return' AND o.outcome = 'opened' LIMIT 1`.execute(rows(tx));
  return r.rows.length > 0;
}

/** How much of consumables a person took from a cabinet since a moment. */
export async function countTaken(tx: Tx, personId: string, cabinetId: string, since: Date): Promise<number> {
  const r = await sql<{ n: number }>`SELECT coalesce(sum(o.quantity), 0)::int AS n FROM locker_opening o WHERE o.federation_id = ${tx.federationId} AND o.person_id = ${personId} AND o.cabinet_id = ${cabinetId} AND o.purpose = 'take' AND o.asked_at >= ${since}
    AND (o.outcome IS NULL OR o.outcome = 'opened')`.execute(rows(tx));
  return r.rows[0]?.n ?? 0;
}

export type OpeningRow = Opening & { readonly name: string; readonly no: number; readonly label: string };

/** The latest openings of a cabinet, with who asked for them; at most 50. */
export async function listOpenings(tx: Tx, cabinetId: string): Promise<OpeningRow[]> {
  const r = await sql<OpeningRow>`SELECT ${OPENING}, p.name, d.no, d.label FROM locker_opening o JOIN person p ON p.federation_id = o.federation_id AND p.id = o.person_id JOIN locker_compartment d ON d.federation_id = o.federation_id AND d.id = o.compartment_id
    WHERE o.federation_id = ${tx.federationId} AND o.cabinet_id = ${cabinetId} ORDER BY o.asked_at DESC, o.id LIMIT 50`.execute(rows(tx));
  return r.rows;
}

/** Whether the last order to a cabinet's controller found no connection, and since when. */
export async function offlineSince(tx: Tx, cabinetIds: readonly string[]): Promise<Map<string, Date>> {
  const r = await sql<{ id: string; outcome: string; at: Date }>`SELECT DISTINCT ON (o.cabinet_id) o.cabinet_id AS id, o.outcome, o.asked_at AS at FROM locker_opening o
    WHERE o.federation_id = ${tx.federationId} AND o.cabinet_id = ANY (${[...cabinetIds]}::uuid[]) AND o.outcome IS NOT NULL ORDER BY o.cabinet_id, o.asked_at DESC LIMIT 1000`.execute(rows(tx));
  return new Map(r.rows.filter((o) => o.outcome === 'offline').map((o) => [o.id, o.at]));
}
