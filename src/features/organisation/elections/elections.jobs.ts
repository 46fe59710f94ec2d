import { clock } from '#platform/clock';
import type { Database } from '#platform/db';
import { jobs } from '#platform/jobs';
import { listTenants } from '#engines/org';
import { remindOfEnds } from './terms.service.ts';

/** Reminds in every federation, each in its own transaction. */
export async function remindAll(database: Database, now: Date): Promise<number> {
  let told = 0;
  for (const id of await database.read(null, now, listTenants)) told += await database.transaction(id, now, remindOfEnds, { retry: true });
  return told;
}

/** Background work of the part: each morning. */
export const declareJobs = (): void => jobs.define('elections.terms', { every: '50 7 * * *', run: async ({ database }) => { await remindAll(database, clock.now()); } });
