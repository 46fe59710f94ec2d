import { rows, sql } from '#platform/db';
import type { Tx } from '#shared/call';

export type JournalRow = {
  id: string;
  bookId: string;
  on: string;
  key: string;
  summary: string;
  documentKind: string;
  documentId: string;
  madeBy: string | null;
  checkedBy: string | null;
  reverses: string | null;
  postedAt: Date;
  bodyHash: string;
  moves: { n: number; from: number; to: number; amount: string; red: boolean; tags: Record<string, string> | null }[];
};

const moves = sql`(SELECT coalesce(json_agg(json_build_object('n', m.n, 'from', m.from_no, 'to', m.to_no, 'amount', m.amount::text, 'red', m.red, 'tags', m.tags) ORDER BY m.n), '[]')
  FROM ledger_move m WHERE m.federation_id = j.federation_id AND m.book_id = j.book_id AND m.on_day = j.on_day AND m.journal_id = j.id) AS moves`;

const columns = sql`j.id, j.book_id AS "bookId", j.on_day AS on, j.key, j.summary, j.document_kind AS "documentKind", j.document_id AS "documentId",
  j.made_by AS "madeBy", j.checked_by AS "checkedBy", j.reverses, j.posted_at AS "postedAt", encode(j.body_hash, 'hex') AS "bodyHash"`;

/** Journals by id, with their moves; those that are not there are left out. */
export async function selectJournals(tx: Tx, ids: readonly string[]): Promise<JournalRow[]> {
  const found = await sql<JournalRow>`
    SELECT ${columns}, ${moves} FROM ledger_journal j
    WHERE j.federation_id = ${tx.federationId}::uuid AND j.id = ANY (${[...ids]}::uuid[])`.execute(rows(tx));
  return found.rows;
}

/** The journals that took these back. */
export async function selectReversals(tx: Tx, ids: readonly string[]): Promise<{ id: string; key: string; on: string; reverses: string }[]> {
  const found = await sql<{ id: string; key: string; on: string; reverses: string }>`
    SELECT j.id, j.key, j.on_day AS on, j.reverses FROM ledger_journal j
    WHERE j.federation_id = ${tx.federationId}::uuid AND j.reverses = ANY (${[...ids]}::uuid[])`.execute(rows(tx));
  return found.rows;
}

/** Ids of the journals that rest on a document, oldest first. */
export async function selectOfDocument(tx: Tx, kind: string, id: string, limit: number): Promise<string[]> {
  const found = await sql<{ id: string }>`
    SELECT j.id FROM ledger_journal j
    WHERE j.federation_id = ${tx.federationId}::uuid AND j.document_kind = ${kind} AND j.document_id = ${id}
    ORDER BY j.id LIMIT ${limit}`.execute(rows(tx));
  return found.rows.map((r) => r.id);
}
