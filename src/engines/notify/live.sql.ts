import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';

/** Says something to every process that listens on this database. */
export async function callOut(tx: Tx, channel: string, texts: readonly string[]): Promise<void> {
  await sql`SELECT pg_notify(${channel}, t) FROM unnest(${[...texts]}::text[]) AS t`.execute(rows(tx));
}
