import type { Database } from '#platform/db';

/** Counts what the tables hold, as the server does by itself a minute later: without it stories told seconds after thousands of rows were written are planned for empty tables. */
export async function countRows(database: Database): Promise<void> {
  await database.pool.query('ANALYZE');
}
