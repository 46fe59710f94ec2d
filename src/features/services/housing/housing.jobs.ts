import { clock } from '#platform/clock';
import type { Database } from '#platform/db';
import { jobs } from '#platform/jobs';
import { listTenants } from '#engines/org';
import { findAny, listTurning } from './allocations.sql.ts';
import { turnBySystem } from './queue.service.ts';
import { askAll } from './tenancies.service.ts';

/** Offers what is free and lets those wait again whose declined flat has gone: allocation by allocation, each in its own transaction. @returns how many were offered a flat */
export async function turnAll(database: Database, now: Date): Promise<number> {
  let offered = 0;
  for (const federation of await database.read(null, now, listTenants)) {
    for (const id of await database.read(federation, now, listTurning)) {
      offered += await database.transaction(federation, now, async (tx) => {
        const a = await findAny(tx, id);
        return a === null ? 0 : turnBySystem(tx, a);
      }, { retry: true });
    }
  }
  return offered;
}

/** Looks for people who left and terms that end. @returns how many were asked to hand over */
export async function lookForLeavers(database: Database, now: Date): Promise<number> {
  let asked = 0;
  for (const federation of await database.read(null, now, listTenants)) asked += await database.transaction(federation, now, askAll, { retry: true });
  return asked;
}

/** Background work of the part. */
export function declareJobs(): void {
  jobs.define('housing.turn', { every: '* * * * *', run: async ({ database }) => { await turnAll(database, clock.now()); } });
  jobs.define('housing.leavers', { every: '20 5 * * *', minutes: 30, run: async ({ database }) => { await lookForLeavers(database, clock.now()); } });
}
