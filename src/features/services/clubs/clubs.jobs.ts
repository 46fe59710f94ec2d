import { clock } from '#platform/clock';
import type { Database } from '#platform/db';
import { jobs } from '#platform/jobs';
import { listTenants } from '#engines/org';
import { makeDue } from './awards.service.ts';

/** Makes last year's award lists of every federation where they are due and not there yet. @returns how many lists */
export async function awardAll(database: Database, now: Date): Promise<number> {
  let made = 0;
  for (const id of await database.read(null, now, listTenants)) made += await database.transaction(id, now, makeDue, { retry: true });
  return made;
}

/** Background work of the part: each morning of January. */
export function declareJobs(): void {
  jobs.define('clubs.awards', { every: '20 6 * 1 *', run: async ({ database }) => { await awardAll(database, clock.now()); } });
}
