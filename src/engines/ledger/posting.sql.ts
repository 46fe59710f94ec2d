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

type Guarded = { readonly no: number; readonly amount: bigint; readonly held: bigint };

/** Locks balances with a floor, in order. */
async function lockBalances(tx: Tx, bookId: string, nos: readonly number[]): Promise<Guarded[]> {
  const found = await sql<Guarded>`
    SELECT b.no, b.amount, b.held FROM ledger_balance b
    WHERE b.federation_id = ${tx.federationId}::uuid AND b.book_id = ${bookId}::uuid AND b.no = ANY (${[...nos]}::int[])
    ORDER BY b.no FOR UPDATE`.execute(rows(tx));
  return found.rows;
}

/** The accounts of a book with these numbers; balances with a floor are locked, in order. */
export async function lockStandings(tx: Tx, bookId: string, nos: readonly number[]): Promise<Standing[]> {
  const guarded = new Map((await lockBalances(tx, bookId, nos)).map((b) => [b.no, b]));
  const found = await sql<Omit<Standing, 'amount' | 'held'>>`
    SELECT a.book_id AS "bookId", a.no, a.code, a.zh, a.side, a.heading, a.closed_on IS NOT NULL AS closed, k.begins, k.closed_through AS "closedThrough"
    FROM ledger_account a JOIN ledger_book k ON k.federation_id = a.federation_id AND k.id = a.book_id
    WHERE a.federation_id = ${tx.federationId}::uuid AND a.book_id = ${bookId}::uuid AND a.no = ANY (${[...nos]}::int[])`.execute(rows(tx));
  return found.rows.map((a) => ({ ...a, amount: guarded.get(a.no)?.amount ?? null, held: guarded.get(a.no)?.held ?? null }));
}

/** Adds to locked balances of a book, by number: to what they hold, or to what of it is held. */
export async function changeBalances(tx: Tx, bookId: string, changes: ReadonlyMap<number, bigint>, what: 'amount' | 'held'): Promise<void> {
  if (changes.size === 0) return;
  const column = sql.ref(what);
  const map = JSON.stringify(Object.fromEntries([...changes].map(([no, change]) => [no, String(change)])));
  await sql`
    UPDATE ledger_balance SET ${column} = ${column} + (${map}::jsonb ->> no::text)::bigint
    WHERE federation_id = ${tx.federationId}::uuid AND book_id = ${bookId}::uuid AND no = ANY (${[...changes.keys()]}::int[])`.execute(rows(tx));
}

/** A draft with the id and the hash under which it is written. */
export type Written = Draft & { readonly id: string; readonly bodyHash: string };

function columnsOf(batch: readonly Written[]) {
  const moves = batch.flatMap((j) => j.moves.map((m, i) => ({ ...m, journal: j, n: i + 1 })));
  return {
    ids: batch.map((j) => j.id), books: batch.map((j) => j.bookId), days: batch.map((j) => j.on), keys: batch.map((j) => j.key),
    hashes: batch.map((j) => `\\x${j.bodyHash}`), summaries: batch.map((j) => j.summary), kinds: batch.map((j) => j.document.kind),
    documents: batch.map((j) => j.document.id), reverses: batch.map((j) => j.reverses),
    moveBooks: moves.map((m) => m.journal.bookId), moveDays: moves.map((m) => m.journal.on), moveIds: moves.map((m) => m.journal.id),
    reds: moves.map((m) => m.journal.reverses !== null), ns: moves.map((m) => m.n), froms: moves.map((m) => m.from), tos: moves.map((m) => m.to),
    amounts: moves.map((m) => String(m.amount)), tags: moves.map((m) => (m.tags ? JSON.stringify(m.tags) : null)),
  };
}

/**
 * The only statement that posts: journals with their moves and their row in the queue of the sealer. Journals whose key is there already are left out. `IS TRUE` keeps the planner, which cannot know how long the
 * arrays are, from comparing each with each: it looks up a hash instead.
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
      RETURNING id, book_id),
    move AS (
      INSERT INTO ledger_move (federation_id, book_id, on_day, journal_id, n, from_no, to_no, amount, red, tags)
      SELECT ${tx.federationId}::uuid, m.* FROM unnest(${c.moveBooks}::uuid[], ${c.moveDays}::date[], ${c.moveIds}::uuid[], ${c.ns}::smallint[], ${c.froms}::int[], ${c.tos}::int[],
           ${c.amounts}::bigint[], ${c.reds}::boolean[], ${c.tags}::jsonb[]) AS m(book_id, on_day, journal_id, n, from_no, to_no, amount, red, tags)
      WHERE (m.journal_id IN (SELECT id FROM journal)) IS TRUE),
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
