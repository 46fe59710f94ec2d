import { rows, sql } from '#platform/db';
import type { Tx } from '#shared/call';

/** Keeps the waiting job from being picked up before this transaction has ended. @returns whether it still waits */
export async function holdWaiting(tx: Tx, name: string, key: string): Promise<boolean> {
  const { rows: found } = await sql`
    SELECT id FROM pgboss.job WHERE name = ${name} AND singleton_key = ${key} AND state = 'created' FOR UPDATE`.execute(rows(tx));
  return found.length > 0;
}

/** Makes the queue of a job where it is missing, inside the transaction. */
export async function ensureQueue(tx: Tx, name: string, options: object): Promise<void> {
  await sql`
    SELECT pgboss.create_queue(${name}, ${JSON.stringify(options)}::jsonb)
    WHERE NOT EXISTS (SELECT FROM pgboss.queue WHERE name = ${name})`.execute(rows(tx));
}

/** Jobs that gave up, newest first: name, when, what the error was called. At most 100. */
export async function listFailed(tx: Tx): Promise<{ id: string; name: string; at: Date; tries: number; error: unknown }[]> {
  const { rows: found } = await sql<{ id: string; name: string; at: Date; tries: number; error: unknown }>`
    SELECT id, name, completed_on AS at, retry_count AS tries, output AS error
    FROM pgboss.job WHERE state = 'failed' ORDER BY completed_on DESC LIMIT 100`.execute(rows(tx));
  return found;
}
