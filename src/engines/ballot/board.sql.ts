import type { PoolClient } from 'pg';
import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import type { Database } from '#platform/db';

/** What is published around the entries: first line, last line and its signature, roots of the blocks; `short`: the root alone, for a board that is kept. */
export type BoardRow = { readonly header: string; readonly head: string; readonly signature: Buffer; readonly blocks: Buffer; readonly short: { readonly head: string; readonly signature: Buffer } | null };
type Stored = Omit<BoardRow, 'short'> & { readonly shortHead: string | null; readonly shortSignature: Buffer | null };

/** Writes what a finished board is made of, and the result. */
export async function setBoard(tx: Tx, ballotId: string, b: BoardRow & { readonly result: unknown }): Promise<void> {
  await sql`UPDATE ballot SET header = ${b.header}, head = ${b.head}, signature = ${b.signature}, short_head = ${b.short?.head ?? null}, short_signature = ${b.short?.signature ?? null}, blocks = ${b.blocks}, result = ${JSON.stringify(b.result)}::jsonb, version = version + 1
    WHERE federation_id = ${tx.federationId} AND id = ${ballotId}`.execute(rows(tx));
}

/** The board of a counted ballot; null before. */
export async function findBoard(tx: Tx, ballotId: string): Promise<BoardRow | null> {
  const r = await sql<Stored>`SELECT b.header, b.head, b.signature, b.blocks, b.short_head AS "shortHead", b.short_signature AS "shortSignature" FROM ballot b WHERE b.federation_id = ${tx.federationId} AND b.id = ${ballotId} AND b.head IS NOT NULL`.execute(rows(tx));
  const [board] = r.rows;
  return board ? { ...board, short: board.shortHead !== null && board.shortSignature !== null ? { head: board.shortHead, signature: board.shortSignature } : null } : null;
}

/**
 * Writes the tables of envelopes, papers, roll and keys anew, so that what was deleted is gone from their files as well. Outside of any
 * transaction; gives up after two seconds of waiting for a lock.
 * @throws when somebody still looks at the tables as they were before (a backup, a long report): what that one may still read would stay
 */
export async function eraseDeleted(database: Database): Promise<void> {
  const client = await database.pool.connect();
  try {
    await client.query('SET lock_timeout = 2000; SET statement_timeout = 0');
    await waitForOlder(client);
    for (const table of ['ballot_envelope', 'ballot_envelope_key', 'ballot_key', 'ballot_card']) await client.query(`VACUUM (FULL) ${table}`);
    for (const table of ['ballot_paper', 'ballot_voter', 'ballot']) await client.query(`VACUUM ${table}`);
  } finally {
    client.release(true);
  }
}

const LOOKS = 50;
const BETWEEN_MS = 100;

/** Waits until nobody in this database holds a view of the rows from before now; five seconds at most. */
async function waitForOlder(client: PoolClient): Promise<void> {
  const { rows: [now] } = await client.query<{ id: string }>('SELECT pg_current_xact_id()::xid::text AS id');
  for (let look = 0; look < LOOKS; look += 1) {
    const { rows: [older] } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM (
      SELECT a.backend_xmin AS x FROM pg_stat_activity a WHERE (a.datname = current_database() OR a.datname IS NULL) AND a.pid <> pg_backend_pid()
      UNION ALL SELECT p.transaction FROM pg_prepared_xacts p WHERE p.database = current_database() UNION ALL SELECT s.xmin FROM pg_replication_slots s) v
      WHERE v.x IS NOT NULL AND age(v.x) >= age($1::xid)`, [now?.id]);
    if (older?.n === 0) return;
    await new Promise((go) => setTimeout(go, BETWEEN_MS));
  }
  throw new Error('the tables are still being read as they were before');
}

/** Notes that nothing of a ballot's waiting time is left in the files. */
export async function setDestroyed(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`UPDATE ballot SET destroyed = true WHERE federation_id = ${tx.federationId} AND id = ANY (${[...ids]}::uuid[])`.execute(rows(tx));
}

/** Ended ballots after which the files were not written anew yet. */
export async function listUndestroyed(tx: Tx): Promise<string[]> {
  const r = await sql<{ id: string }>`SELECT b.id FROM ballot b WHERE b.federation_id = ${tx.federationId} AND NOT b.destroyed AND (b.state IN ('declared','void') OR (b.state = 'closed' AND b.head IS NOT NULL)) LIMIT 1000`.execute(rows(tx));
  return r.rows.map((b) => b.id);
}
