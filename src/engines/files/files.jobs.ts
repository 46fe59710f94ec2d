import type { Database } from '#platform/db';
import { jobs } from '#platform/jobs';
import { selectFederations } from './files.sql.ts';
import { store } from './place.service.ts';
import { BATCH, sweep, sweepStrays } from './sweep.service.ts';

/** Erases in every federation what is over; answers how many files. */
export async function sweepAll(database: Database, now: Date): Promise<number> {
  let erased = 0;
  for (const federationId of await database.read(null, now, selectFederations)) {
    for (let last = BATCH; last === BATCH; erased += last) last = await database.transaction(federationId, now, sweep);
  }
  return erased;
}

/** Erases in every federation bytes that no row speaks of, and what broken uploads left behind. */
export async function sweepAllStrays(database: Database, now: Date): Promise<number> {
  let erased = await store().clearIncoming(new Date(now.getTime() - 24 * 3_600_000));
  for (const federationId of await database.read(null, now, selectFederations)) {
    erased += await database.transaction(federationId, now, sweepStrays);
  }
  return erased;
}

/** Hourly: what is over. Every night: what a crash left on disk. */
export function declareJobs(): void {
  jobs.define('files.sweep', { every: '17 * * * *', minutes: 30, run: ({ database, now }) => sweepAll(database, now) });
  jobs.define('files.sweepStrays', { every: '20 4 * * *', minutes: 120, run: ({ database, now }) => sweepAllStrays(database, now) });
}
