import { rows, sql } from '#platform/db';
import type { Tx } from '#shared/call';
import { newId } from '#shared/ids';

/** Tables like those of journals and moves, with their keys, indexes and checks and without anything else. */
export async function makeBareTables(tx: Tx): Promise<void> {
  await sql`CREATE TABLE bare_journal (LIKE ledger_journal INCLUDING ALL)`.execute(rows(tx));
  await sql`CREATE TABLE bare_move (LIKE ledger_move INCLUDING ALL)`.execute(rows(tx));
}

/** As many rows as `count` journals of one move, by two plain set-based inserts: what the ledger is held against. */
export async function insertBare(tx: Tx, bookId: string, count: number): Promise<void> {
  const ids = Array.from({ length: count }, newId);
  await sql`
    INSERT INTO bare_journal (federation_id, id, book_id, on_day, key, body_hash, summary, document_kind, document_id, posted_at)
    SELECT ${tx.federationId}::uuid, g.id, ${bookId}::uuid, '2026-11-10', g.key, decode(repeat('ab', 32), 'hex'), 'Reward for a suggestion', 'suggestion', g.key, ${tx.now}::timestamptz
    FROM unnest(${ids}::uuid[], ${ids.map((id) => `suggestion/${id}/reward`)}::text[]) AS g(id, key)`.execute(rows(tx));
  await sql`
    INSERT INTO bare_move (federation_id, book_id, on_day, journal_id, n, from_no, to_no, amount, red)
    SELECT ${tx.federationId}::uuid, ${bookId}::uuid, '2026-11-10', g.id, 1, g.no, 1, 120, false
    FROM unnest(${ids}::uuid[], ${ids.map((_, i) => 100 + (i * 7919) % 10_000)}::int[]) AS g(id, no)`.execute(rows(tx));
}
