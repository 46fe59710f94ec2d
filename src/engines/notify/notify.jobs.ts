import { clock } from '#platform/clock';
import type { Database } from '#platform/db';
import { jobs } from '#platform/jobs';
import { listTenants } from '#engines/org';
import { sweep } from './log.sql.ts';

const BATCHES = 200;

/** Takes old lines of the log away, tenant by tenant, in batches. */
async function sweepAll(database: Database): Promise<void> {
  for (const id of await database.read(null, clock.now(), listTenants)) {
    for (let i = 0; i < BATCHES && (await database.transaction(id, clock.now(), (tx) => sweep(tx))) > 0; i++);
  }
}

/** Declares the engine's background work; sending itself is a loop of its own, see dispatcher. */
export function declareJobs(): void {
  jobs.define('notify.sweep', { every: '50 2 * * *', minutes: 60, run: ({ database }) => sweepAll(database) });
}
