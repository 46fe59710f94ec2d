import { rows, sql } from '#platform/db';
import type { Tx } from '#shared/call';

export type PeriodRow = {
  readonly month: string;
  readonly journals: bigint;
  /** sum of all moves, as text: it may be larger than a bigint */
  readonly moved: string;
  readonly closedAt: Date;
  readonly closedBy: string | null;
  readonly sealedAt: Date | null;
  readonly sealedBlock: bigint | null;
};

/** How many journals a span of days holds, and how much they move. */
export async function selectTotals(tx: Tx, bookId: string, from: string, to: string): Promise<{ journals: bigint; moved: string }> {
  const found = await sql<{ journals: bigint; moved: string }>`
    SELECT count(DISTINCT m.journal_id) AS journals, coalesce(sum(m.amount), 0)::numeric::text AS moved FROM ledger_move m
    WHERE m.federation_id = ${tx.federationId}::uuid AND m.book_id = ${bookId}::uuid AND m.on_day >= ${from}::date AND m.on_day <= ${to}::date`.execute(rows(tx));
  return found.rows[0] ?? { journals: 0n, moved: '0' };
}

/** Carries balances over: those of the month before and what moved since, without zeros. */
export async function insertCarried(tx: Tx, bookId: string, m: { month: string; before: string | null; from: string; to: string }): Promise<void> {
  const days = sql`m.federation_id = ${tx.federationId}::uuid AND m.book_id = ${bookId}::uuid AND m.on_day >= ${m.from}::date AND m.on_day <= ${m.to}::date`;
  await sql`
    INSERT INTO ledger_carried (federation_id, book_id, month, no, balance)
    SELECT ${tx.federationId}::uuid, ${bookId}::uuid, ${m.month}, no, sum(x)::bigint FROM (
      SELECT c.no, c.balance AS x FROM ledger_carried c WHERE c.federation_id = ${tx.federationId}::uuid AND c.book_id = ${bookId}::uuid AND c.month = ${m.before}
      UNION ALL SELECT m.to_no, m.amount FROM ledger_move m WHERE ${days}
      UNION ALL SELECT m.from_no, -m.amount FROM ledger_move m WHERE ${days}) AS sides
    GROUP BY no HAVING sum(x) <> 0`.execute(rows(tx));
}

/** Takes back what was carried over from a month. */
export async function deleteCarried(tx: Tx, bookId: string, month: string): Promise<void> {
  await sql`DELETE FROM ledger_carried WHERE federation_id = ${tx.federationId}::uuid AND book_id = ${bookId}::uuid AND month = ${month}`.execute(rows(tx));
}

/** Writes a closed month down and the book's last closed month. */
export async function insertPeriod(tx: Tx, bookId: string, p: { month: string; journals: bigint; moved: string; closedBy: string | null }): Promise<void> {
  await sql`
    WITH closed AS (
      INSERT INTO ledger_period (federation_id, book_id, month, journals, moved, closed_at, closed_by)
      VALUES (${tx.federationId}::uuid, ${bookId}::uuid, ${p.month}, ${String(p.journals)}::bigint, ${p.moved}::numeric, ${tx.now}::timestamptz, ${p.closedBy}::uuid))
    UPDATE ledger_book SET closed_through = ${p.month} WHERE federation_id = ${tx.federationId}::uuid AND id = ${bookId}::uuid`.execute(rows(tx));
}

/** Takes a closed month back; the one before it is then the last. */
export async function deletePeriod(tx: Tx, bookId: string, month: string, before: string | null): Promise<void> {
  await sql`
    WITH opened AS (DELETE FROM ledger_period WHERE federation_id = ${tx.federationId}::uuid AND book_id = ${bookId}::uuid AND month = ${month})
    UPDATE ledger_book SET closed_through = ${before} WHERE federation_id = ${tx.federationId}::uuid AND id = ${bookId}::uuid`.execute(rows(tx));
}

/** Closed months, newest first; at most 600. */
export async function selectPeriods(tx: Tx, bookId: string): Promise<PeriodRow[]> {
  const found = await sql<PeriodRow>`
    SELECT p.month, p.journals, p.moved::text AS moved, p.closed_at AS "closedAt", p.closed_by AS "closedBy", p.sealed_at AS "sealedAt", p.sealed_block AS "sealedBlock"
    FROM ledger_period p WHERE p.federation_id = ${tx.federationId}::uuid AND p.book_id = ${bookId}::uuid ORDER BY p.month DESC LIMIT 600`.execute(rows(tx));
  return found.rows;
}

/** Seals a closed month at the head of the book's chain. */
export async function sealMonth(tx: Tx, bookId: string, month: string, head: { block: string; hash: string }): Promise<void> {
  await sql`
    UPDATE ledger_period SET sealed_at = ${tx.now}::timestamptz, sealed_block = ${head.block}::bigint, sealed_hash = decode(${head.hash}, 'hex')
    WHERE federation_id = ${tx.federationId}::uuid AND book_id = ${bookId}::uuid AND month = ${month}`.execute(rows(tx));
}
