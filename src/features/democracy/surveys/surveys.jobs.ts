import { jobs } from '#platform/jobs';
import type { Database } from '#platform/db';
import { listTenants } from '#engines/org';
import { gather, prepareGathering } from './counting.service.ts';

/** Gathers open answers of counted surveys into topics, some hundred at a time. @returns how many were looked at */
export async function gatherAll(database: Database, now: Date): Promise<number> {
  let seen = 0;
  for (const tenant of await database.read(null, now, listTenants)) {
    // what is put is found by others after the commit, so comparing has a transaction of its own
    const some = await database.transaction(tenant, now, prepareGathering);
    if (some.length === 0) continue;
    await database.transaction(tenant, now, (tx) => gather(tx, some));
    seen += some.length;
  }
  return seen;
}

/** Declares the minute's work; once per process. */
export function declareWork(): void {
  jobs.define('surveys.gather', { every: '* * * * *', run: ({ database, now }) => gatherAll(database, now).then(() => undefined) });
}
