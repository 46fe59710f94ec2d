import { rows, sql } from '#platform/db';
import type { Tx } from '#shared/call';
import type { Draft, Makers } from './posting.rules.ts';

/**
 * Keeps the months and accounts of these books as they are until the transaction ends: postings share the lock, closing a
 * month or an account takes it alone. Books in order, so that nobody waits in a circle.
 */
export async function lockBooks(tx: Tx, bookIds: readonly string[], how: 'shared' | 'alone'): Promise<void> {
  const lock = how === 'shared' ? sql`pg_advisory_xact_lock_shared` : sql`pg_advisory_xact_lock`;
  await sql`
    SELECT ${lock}(hashtextextended('ledger_book ' || ${tx.federationId} || ' ' || b.id, 0))
    FROM unnest(${[...new Set(bookIds)].sort()}::text[]) WITH ORDINALITY AS b(id, n) ORDER BY b.n`.execute(rows(tx));
}

/** What has to be known of an account before something is posted to it. */
export type Standing = {
  readonly bookId: string;
  readonly no: number;
  readonly code: string;
  readonly zh: string;
  readonly side: 'debit' | 'credit';
  readonly heading: boolean;
  readonly closed: boolean;
  readonly begins: string;
  readonly closedThrough: string | null;
  /** null: no floor */
  readonly amount: bigint | null;
  readonly held: bigint | null;
};

/** The accounts with these numbers; balances with a floor are locked, in order. `bookIds` and `nos` are as long as each other. */
export async function lockStandings(tx: Tx, bookIds: readonly string[], nos: readonly number[]): Promise<Standing[]> {
  const found = await sql<Standing>`
    WITH asked AS MATERIALIZED (SELECT t.book_id, t.no FROM unnest(${[...bookIds]}::uuid[], ${[...nos]}::int[]) AS t(book_id, no)),
    locked AS MATERIALIZED (
      SELECT b.book_id, b.no, b.amount, b.held FROM ledger_balance b
      JOIN asked ON asked.book_id = b.book_id AND asked.no = b.no
      WHERE b.federation_id = ${tx.federationId}::uuid ORDER BY b.book_id, b.no FOR UPDATE OF b)
    SELECT a.book_id AS "bookId", a.no, a.code, a.zh, a.side, a.heading, a.closed_on IS NOT NULL AS closed,
           k.begins, k.closed_through AS "closedThrough", locked.amount, locked.held
    FROM asked
    JOIN ledger_account a ON a.federation_id = ${tx.federationId}::uuid AND a.book_id = asked.book_id AND a.no = asked.no
    JOIN ledger_book k ON k.federation_id = a.federation_id AND k.id = a.book_id
    LEFT JOIN locked ON locked.book_id = a.book_id AND locked.no = a.no`.execute(rows(tx));
  return found.rows;
}

/** A draft with the id and the hash under which it is written. */
export type Written = Draft & { readonly id: string; readonly bodyHash: string };

function columnsOf(batch: readonly Written[]) {
  const moves = batch.flatMap((j) => j.moves.map((m, i) => ({ ...m, id: j.id, n: i + 1 })));
  return {
    ids: batch.map((j) => j.id), books: batch.map((j) => j.bookId), days: batch.map((j) => j.on), keys: batch.map((j) => j.key),
    hashes: batch.map((j) => `\\x${j.bodyHash}`), summaries: batch.map((j) => j.summary), kinds: batch.map((j) => j.document.kind),
    documents: batch.map((j) => j.document.id), reverses: batch.map((j) => j.reverses),
    moveIds: moves.map((m) => m.id), ns: moves.map((m) => m.n), froms: moves.map((m) => m.from), tos: moves.map((m) => m.to),
    amounts: moves.map((m) => String(m.amount)), tags: moves.map((m) => (m.tags ? JSON.stringify(m.tags) : null)),
  };
}

/**
 * The only statement that posts: journals with their moves, the floored balances they change and their row in the queue of
 * the sealer. Journals whose key is there already are left out.
 * @param batch in the order of the keys
 * @param queueId ids for the rows of the queue, one for each book
 * @returns the ids that were written
 */
export async function insertJournals(tx: Tx, batch: readonly Written[], makers: Makers, queueId: string): Promise<Set<string>> {
  const c = columnsOf(batch);
  const found = await sql<{ id: string }>`
    WITH journal AS (
      INSERT INTO ledger_journal (federation_id, id, book_id, on_day, key, body_hash, summary, document_kind, document_id, made_by, checked_by, reverses, posted_at)
      SELECT ${tx.federationId}::uuid, g.id, g.book_id, g.on_day, g.key, g.body_hash, g.summary, g.kind, g.document, ${makers.madeBy}::uuid,
             ${makers.checkedBy ?? null}::uuid, g.reverses, ${tx.now}::timestamptz
      FROM unnest(${c.ids}::uuid[], ${c.books}::uuid[], ${c.days}::date[], ${c.keys}::text[], ${c.hashes}::bytea[], ${c.summaries}::text[],
                  ${c.kinds}::text[], ${c.documents}::text[], ${c.reverses}::uuid[])
           AS g(id, book_id, on_day, key, body_hash, summary, kind, document, reverses)
      ON CONFLICT ON CONSTRAINT ledger_journal_key DO NOTHING
      RETURNING id, book_id, on_day, reverses),
    move AS (
      INSERT INTO ledger_move (federation_id, book_id, on_day, journal_id, n, from_no, to_no, amount, red, tags)
      SELECT ${tx.federationId}::uuid, j.book_id, j.on_day, j.id, m.n, m.from_no, m.to_no, m.amount, j.reverses IS NOT NULL, m.tags
      FROM unnest(${c.moveIds}::uuid[], ${c.ns}::smallint[], ${c.froms}::int[], ${c.tos}::int[], ${c.amounts}::bigint[], ${c.tags}::jsonb[])
           AS m(id, n, from_no, to_no, amount, tags)
      JOIN journal j ON j.id = m.id
      RETURNING book_id, from_no, to_no, amount),
    change AS (
      SELECT book_id, no, sum(amount)::bigint AS debit FROM (
        SELECT book_id, to_no AS no, amount FROM move UNION ALL SELECT book_id, from_no, -amount FROM move) AS side
      GROUP BY book_id, no),
    balance AS (
      UPDATE ledger_balance b SET amount = b.amount + CASE a.side WHEN 'debit' THEN change.debit ELSE -change.debit END
      FROM change JOIN ledger_account a ON a.federation_id = ${tx.federationId}::uuid AND a.book_id = change.book_id AND a.no = change.no
      WHERE b.federation_id = ${tx.federationId}::uuid AND b.book_id = change.book_id AND b.no = change.no AND change.debit <> 0),
    queue AS (
      INSERT INTO ledger_unsealed (federation_id, book_id, id, journal_ids, account_nos)
      SELECT ${tx.federationId}::uuid, j.book_id, ${queueId}::uuid, array_agg(j.id ORDER BY j.id), '{}' FROM journal j GROUP BY j.book_id)
    SELECT id FROM journal`.execute(rows(tx));
  return new Set(found.rows.map((r) => r.id));
}

/** What stands under these keys. */
export async function selectByKeys(tx: Tx, keys: readonly string[]): Promise<{ key: string; id: string; bodyHash: string }[]> {
  const found = await sql<{ key: string; id: string; bodyHash: string }>`
    SELECT j.key, j.id, encode(j.body_hash, 'hex') AS "bodyHash" FROM ledger_journal j
    WHERE j.federation_id = ${tx.federationId}::uuid AND j.key = ANY (${[...keys]}::text[])`.execute(rows(tx));
  return found.rows;
}
