import { rows, sql } from '#platform/db';
import type { Tx } from '#shared/call';
import type { BlockForm, JournalForm } from './chain.rules.ts';

const at = (column: string) => sql`to_char(${sql.ref(column)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** One sealer at a time per book; the key of ledger_block stays the last line where advisory locks do not reach. */
export async function lockChain(tx: Tx, bookId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`ledger_block ${tx.federationId} ${bookId}`}, 0))`.execute(rows(tx));
}

/** Committed rows of the queue, oldest first, until they name about `most` things; at least one. */
export async function selectQueue(tx: Tx, bookId: string, most: number): Promise<{ id: string; journalIds: string[]; accountNos: number[] }[]> {
  const found = await sql<{ id: string; journalIds: string[]; accountNos: number[] }>`
    SELECT id, "journalIds", "accountNos" FROM (
      SELECT q.id, q.journal_ids::text[] AS "journalIds", q.account_nos AS "accountNos",
             sum(cardinality(q.journal_ids) + cardinality(q.account_nos)) OVER (ORDER BY q.id) AS upto, row_number() OVER (ORDER BY q.id) AS n
      FROM (SELECT u.id, u.journal_ids, u.account_nos FROM ledger_unsealed u
            WHERE u.federation_id = ${tx.federationId}::uuid AND u.book_id = ${bookId}::uuid ORDER BY u.id LIMIT ${most}) AS q) AS first
    WHERE upto <= ${most} OR n = 1 ORDER BY id`.execute(rows(tx));
  return found.rows;
}

/** The leaves' facts of journals, by id. */
export async function selectJournalForms(tx: Tx, ids: readonly string[]): Promise<JournalForm[]> {
  const found = await sql<JournalForm>`
    SELECT j.id, j.key, encode(j.body_hash, 'hex') AS "bodyHash", j.made_by AS "madeBy", j.checked_by AS "checkedBy", ${at('j.posted_at')} AS "postedAt"
    FROM ledger_journal j WHERE j.federation_id = ${tx.federationId}::uuid AND j.id = ANY (${[...ids]}::uuid[])`.execute(rows(tx));
  return found.rows;
}

export type Block = BlockForm & { readonly hash: string; readonly leaves: Buffer };

const blockColumns = sql`b.federation_id AS "federationId", b.book_id AS "bookId", b.block::text AS block, encode(b.prev_hash, 'hex') AS "prevHash", b.account_nos AS "accountNos",
  b.journal_ids::text[] AS "journalIds", b.leaves, encode(b.root, 'hex') AS root, encode(b.hash, 'hex') AS hash, ${at('b.sealed_at')} AS "sealedAt"`;

/** Blocks of a book after a number, in order. */
export async function selectBlocks(tx: Tx, bookId: string, after: string, limit: number): Promise<Block[]> {
  const found = await sql<Block>`
    SELECT ${blockColumns} FROM ledger_block b
    WHERE b.federation_id = ${tx.federationId}::uuid AND b.book_id = ${bookId}::uuid AND b.block > ${after}::bigint ORDER BY b.block LIMIT ${limit}`.execute(rows(tx));
  return found.rows;
}

/** The block that holds a journal. */
export async function selectBlockOf(tx: Tx, bookId: string, journalId: string): Promise<Block | undefined> {
  const found = await sql<Block>`
    SELECT ${blockColumns} FROM ledger_block b
    WHERE b.federation_id = ${tx.federationId}::uuid AND b.book_id = ${bookId}::uuid AND ${journalId}::uuid = ANY (b.journal_ids) LIMIT 1`.execute(rows(tx));
  return found.rows[0];
}

/** Number, hash and time of a book's newest block. */
export async function selectHead(tx: Tx, bookId: string): Promise<{ block: string; hash: string; sealedAt: string } | undefined> {
  const found = await sql<{ block: string; hash: string; sealedAt: string }>`
    SELECT b.block::text AS block, encode(b.hash, 'hex') AS hash, ${at('b.sealed_at')} AS "sealedAt" FROM ledger_block b
    WHERE b.federation_id = ${tx.federationId}::uuid AND b.book_id = ${bookId}::uuid ORDER BY b.block DESC LIMIT 1`.execute(rows(tx));
  return found.rows[0];
}

/** Adds a block and takes what it names off the queue. */
export async function insertBlock(tx: Tx, b: Block, queueIds: readonly string[]): Promise<void> {
  await sql`
    WITH sealed AS (
      DELETE FROM ledger_unsealed WHERE federation_id = ${tx.federationId}::uuid AND book_id = ${b.bookId}::uuid AND id = ANY (${[...queueIds]}::uuid[]))
    INSERT INTO ledger_block (federation_id, book_id, block, prev_hash, account_nos, journal_ids, leaves, root, hash, sealed_at)
    VALUES (${tx.federationId}::uuid, ${b.bookId}::uuid, ${b.block}::bigint, decode(${b.prevHash}, 'hex'), ${[...b.accountNos]}::int[], ${[...b.journalIds]}::uuid[],
            ${b.leaves}::bytea, decode(${b.root}, 'hex'), decode(${b.hash}, 'hex'), ${b.sealedAt}::timestamptz)`.execute(rows(tx));
}

/** Books with something that waits for the sealer; outside any tenant. */
export async function selectWaitingBooks(tx: Tx): Promise<{ federationId: string; bookId: string }[]> {
  const found = await sql<{ federationId: string; bookId: string }>`
    SELECT DISTINCT u.federation_id::text AS "federationId", u.book_id::text AS "bookId" FROM ledger_unsealed u LIMIT 10000`.execute(rows(tx));
  return found.rows;
}
