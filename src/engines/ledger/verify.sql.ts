import { rows, sql } from '#platform/db';
import type { Tx } from '#shared/call';
import type { JournalForm } from './chain.rules.ts';

/** A journal with all that its two hashes are taken over. */
export type WholeJournal = JournalForm & {
  readonly on: string;
  readonly summary: string;
  readonly documentKind: string;
  readonly documentId: string;
  readonly reverses: string | null;
  /** moves in the form of the body text, `[1,2,"50"],…`; null: it has none */
  readonly moves: string | null;
  readonly count: number;
  readonly tagged: boolean;
  /** every move takes more than 0 from one account to another, in order, red when the journal is a reversal */
  readonly sound: boolean;
};

/** Journals of a book by id, with their moves. */
export async function selectWhole(tx: Tx, bookId: string, ids: readonly string[]): Promise<WholeJournal[]> {
  const found = await sql<WholeJournal>`
    SELECT j.id, j.key, encode(j.body_hash, 'hex') AS "bodyHash", j.made_by AS "madeBy", j.checked_by AS "checkedBy",
           to_char(j.posted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "postedAt",
           j.on_day AS on, j.summary, j.document_kind AS "documentKind", j.document_id AS "documentId", j.reverses, m.moves, m.count, m.tagged, m.sound
    FROM ledger_journal j CROSS JOIN LATERAL (
      SELECT string_agg('[' || m.from_no || ',' || m.to_no || ',"' || m.amount || '"' || coalesce(',' || m.tags::text, '') || ']', ',' ORDER BY m.n) AS moves,
             count(*)::int AS count, coalesce(bool_or(m.tags IS NOT NULL), false) AS tagged,
             coalesce(bool_and(m.amount > 0 AND m.from_no <> m.to_no AND m.red = (j.reverses IS NOT NULL)) AND max(m.n) = count(*) AND min(m.n) = 1, false) AS sound
      FROM ledger_move m WHERE m.federation_id = j.federation_id AND m.book_id = j.book_id AND m.on_day = j.on_day AND m.journal_id = j.id) AS m
    WHERE j.federation_id = ${tx.federationId}::uuid AND j.book_id = ${bookId}::uuid AND j.id = ANY (${[...ids]}::uuid[])`.execute(rows(tx));
  return found.rows;
}

/** Everything in the queue of a book, by pages. */
export async function selectWaiting(tx: Tx, bookId: string, after: string, limit: number): Promise<{ id: string; journalIds: string[]; accountNos: number[] }[]> {
  const found = await sql<{ id: string; journalIds: string[]; accountNos: number[] }>`
    SELECT u.id, u.journal_ids::text[] AS "journalIds", u.account_nos AS "accountNos" FROM ledger_unsealed u
    WHERE u.federation_id = ${tx.federationId}::uuid AND u.book_id = ${bookId}::uuid AND u.id > ${after}::uuid ORDER BY u.id LIMIT ${limit}`.execute(rows(tx));
  return found.rows;
}

/** How many journals, moves and accounts a book holds. */
export async function countRows(tx: Tx, bookId: string): Promise<{ journals: bigint; moves: bigint; accounts: bigint }> {
  const where = sql`federation_id = ${tx.federationId}::uuid AND book_id = ${bookId}::uuid`;
  const found = await sql<{ journals: bigint; moves: bigint; accounts: bigint }>`
    SELECT (SELECT count(*) FROM ledger_journal WHERE ${where}) AS journals, (SELECT count(*) FROM ledger_move WHERE ${where}) AS moves,
           (SELECT count(*) FROM ledger_account WHERE ${where}) AS accounts`.execute(rows(tx));
  return found.rows[0] ?? { journals: 0n, moves: 0n, accounts: 0n };
}

const named = (tx: Tx, bookId: string, column: string) => sql`
  SELECT unnest(${sql.ref(column)}) FROM ledger_block WHERE federation_id = ${tx.federationId}::uuid AND book_id = ${bookId}::uuid
  UNION ALL SELECT unnest(${sql.ref(column)}) FROM ledger_unsealed WHERE federation_id = ${tx.federationId}::uuid AND book_id = ${bookId}::uuid`;

/** Journals that stand in no block and in no queue. */
export async function selectInserted(tx: Tx, bookId: string, limit: number): Promise<string[]> {
  const found = await sql<{ id: string }>`
    SELECT id::text FROM (SELECT j.id FROM ledger_journal j WHERE j.federation_id = ${tx.federationId}::uuid AND j.book_id = ${bookId}::uuid
      EXCEPT (${named(tx, bookId, 'journal_ids')})) AS t ORDER BY id LIMIT ${limit}`.execute(rows(tx));
  return found.rows.map((r) => r.id);
}

/** Accounts that stand in no block and in no queue. */
export async function selectInsertedAccounts(tx: Tx, bookId: string, limit: number): Promise<string[]> {
  const found = await sql<{ no: number }>`
    SELECT no FROM (SELECT a.no FROM ledger_account a WHERE a.federation_id = ${tx.federationId}::uuid AND a.book_id = ${bookId}::uuid
      EXCEPT (${named(tx, bookId, 'account_nos')})) AS t ORDER BY no LIMIT ${limit}`.execute(rows(tx));
  return found.rows.map((r) => String(r.no));
}

/** Moves whose journal is not there, or lies on another day or in another book: the ids they name. */
export async function selectLoose(tx: Tx, bookId: string, limit: number): Promise<string[]> {
  const found = await sql<{ id: string }>`
    SELECT DISTINCT m.journal_id::text AS id FROM ledger_move m WHERE m.federation_id = ${tx.federationId}::uuid AND m.book_id = ${bookId}::uuid
      AND NOT EXISTS (SELECT 1 FROM ledger_journal j WHERE j.federation_id = m.federation_id AND j.id = m.journal_id AND j.book_id = m.book_id AND j.on_day = m.on_day)
    ORDER BY 1 LIMIT ${limit}`.execute(rows(tx));
  return found.rows.map((r) => r.id);
}

/**
 * Guarded balances that are not the sum of the moves, and floored accounts without one. Sorted together and not joined, so
 * that it stays as fast while the planner knows nothing of the tables.
 */
export async function selectWrongBalances(tx: Tx, bookId: string, limit: number): Promise<string[]> {
  const own = sql`m.federation_id = ${tx.federationId}::uuid AND m.book_id = ${bookId}::uuid`;
  const found = await sql<{ no: number }>`
    SELECT no FROM (
      SELECT a.no, 0::bigint AS debit, 0::bigint AS amount, 0 AS kept, CASE WHEN a.floored THEN 1 ELSE 0 END AS floored, CASE a.side WHEN 'debit' THEN 1 ELSE -1 END AS side
      FROM ledger_account a WHERE a.federation_id = ${tx.federationId}::uuid AND a.book_id = ${bookId}::uuid
      UNION ALL SELECT b.no, 0, b.amount, 1, 0, 0 FROM ledger_balance b WHERE b.federation_id = ${tx.federationId}::uuid AND b.book_id = ${bookId}::uuid
      UNION ALL SELECT m.to_no, m.amount, 0, 0, 0, 0 FROM ledger_move m WHERE ${own}
      UNION ALL SELECT m.from_no, -m.amount, 0, 0, 0, 0 FROM ledger_move m WHERE ${own}) AS t
    GROUP BY no HAVING sum(kept) <> sum(floored) OR (sum(kept) = 1 AND (sum(amount) <> sum(side) * sum(debit) OR sum(amount) < 0))
    ORDER BY no LIMIT ${limit}`.execute(rows(tx));
  return found.rows.map((r) => String(r.no));
}

/** Accounts whose held amount is not the sum of their open reservations. */
export async function selectWrongHeld(tx: Tx, bookId: string, limit: number): Promise<string[]> {
  const found = await sql<{ no: number }>`
    SELECT no FROM (
      SELECT b.no, b.held AS x FROM ledger_balance b WHERE b.federation_id = ${tx.federationId}::uuid AND b.book_id = ${bookId}::uuid
      UNION ALL SELECT h.from_no, -h.amount FROM ledger_hold h
      WHERE h.federation_id = ${tx.federationId}::uuid AND h.book_id = ${bookId}::uuid AND h.state = 'open') AS t
    GROUP BY no HAVING sum(x) <> 0 ORDER BY no LIMIT ${limit}`.execute(rows(tx));
  return found.rows.map((r) => String(r.no));
}

/** Keys that stand more than once in the federation, with one of their books. */
export async function selectDoubleKeys(tx: Tx, limit: number): Promise<{ bookId: string; id: string }[]> {
  const found = await sql<{ bookId: string; id: string }>`
    SELECT min(j.book_id::text) AS "bookId", j.key AS id FROM ledger_journal j WHERE j.federation_id = ${tx.federationId}::uuid
    GROUP BY j.key HAVING count(*) > 1 ORDER BY j.key LIMIT ${limit}`.execute(rows(tx));
  return found.rows;
}

/** Whether the balances carried over from a month are those of the month before and what moved since. */
export async function carriedAgrees(tx: Tx, bookId: string, m: { month: string; before: string | null; from: string; to: string }): Promise<boolean> {
  const days = sql`m.federation_id = ${tx.federationId}::uuid AND m.book_id = ${bookId}::uuid AND m.on_day >= ${m.from}::date AND m.on_day <= ${m.to}::date`;
  const carriedFrom = (of: Tx, month: string | null, sign: 1 | -1) => sql`SELECT c.no, ${sql.lit(sign)} * c.balance AS x FROM ledger_carried c
    WHERE c.federation_id = ${of.federationId}::uuid AND c.book_id = ${bookId}::uuid AND c.month = ${month}`;
  const found = await sql<{ agrees: boolean }>`
    SELECT NOT EXISTS (SELECT 1 FROM (
      ${carriedFrom(tx, m.before, 1)} UNION ALL SELECT m.to_no, m.amount FROM ledger_move m WHERE ${days}
      UNION ALL SELECT m.from_no, -m.amount FROM ledger_move m WHERE ${days} UNION ALL ${carriedFrom(tx, m.month, -1)}) AS sides
    GROUP BY no HAVING sum(x) <> 0) AS agrees`.execute(rows(tx));
  return found.rows[0]?.agrees ?? false;
}

/** Sealed months of a book with the block each names. */
export async function selectSealedMonths(tx: Tx, bookId: string): Promise<{ month: string; block: string; hash: string }[]> {
  const found = await sql<{ month: string; block: string; hash: string }>`
    SELECT p.month, p.sealed_block::text AS block, encode(p.sealed_hash, 'hex') AS hash FROM ledger_period p
    WHERE p.federation_id = ${tx.federationId}::uuid AND p.book_id = ${bookId}::uuid AND p.sealed_block > 0 ORDER BY p.month LIMIT 600`.execute(rows(tx));
  return found.rows;
}

/** The books of the federation, oldest first. */
export async function selectBookIds(tx: Tx): Promise<string[]> {
  const found = await sql<{ id: string }>`SELECT b.id FROM ledger_book b WHERE b.federation_id = ${tx.federationId}::uuid ORDER BY b.id LIMIT 100000`.execute(rows(tx));
  return found.rows.map((r) => r.id);
}
