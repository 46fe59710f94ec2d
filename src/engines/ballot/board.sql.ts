import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import type { Database } from '#platform/db';

/** What is published around the entries: first line, last line and its signature, roots of the blocks. */
export type BoardRow = { readonly header: string; readonly head: string; readonly signature: Buffer; readonly blocks: Buffer };

/** Writes what a finished board is made of, and the result. */
export async function setBoard(tx: Tx, ballotId: string, b: BoardRow & { readonly result: unknown }): Promise<void> {
  await sql`UPDATE ballot SET header = ${b.header}, head = ${b.head}, signature = ${b.signature}, blocks = ${b.blocks}, result = ${JSON.stringify(b.result)}::jsonb, version = version + 1
    WHERE federation_id = ${tx.federationId} AND id = ${ballotId}`.execute(rows(tx));
}

/** The board of a counted ballot; null before. */
export async function findBoard(tx: Tx, ballotId: string): Promise<BoardRow | null> {
  const r = await sql<BoardRow>`SELECT b.header, b.head, b.signature, b.blocks FROM ballot b WHERE b.federation_id = ${tx.federationId} AND b.id = ${ballotId} AND b.head IS NOT NULL`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/**
 * Writes the tables of envelopes, papers, roll and keys anew, so that what was deleted is gone from their files as well. Outside of any
 * transaction; gives up after two seconds of waiting for others.
 */
export async function eraseDeleted(database: Database): Promise<void> {
  const client = await database.pool.connect();
  try {
    await client.query('SET lock_timeout = 2000; SET statement_timeout = 0');
    for (const table of ['ballot_envelope', 'ballot_envelope_key', 'ballot_key']) await client.query(`VACUUM (FULL) ${table}`);
    for (const table of ['ballot_paper', 'ballot_voter', 'ballot']) await client.query(`VACUUM ${table}`);
  } finally {
    client.release(true);
  }
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
