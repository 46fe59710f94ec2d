import type { Database } from '#platform/db';
import { jobs } from '#platform/jobs';
import { listTenants } from '#engines/org';
import { type Employer, listEmployers } from './catalogue.sql.ts';
import { openDue } from './duties.service.ts';
import { countAudience, listPublic } from './reading.sql.ts';

const FIRST = '00000000-0000-0000-0000-000000000000';

/** Opens what has fallen due for every employer, one transaction each, and counts audiences anew. Reminding and reporting upwards is the sweep of the cases. @returns how many duties were opened */
export async function openAll(database: Database, now: Date): Promise<number> {
  let opened = 0;
  for (const tenant of await database.read(null, now, listTenants)) {
    for (let after = FIRST; ; ) {
      const page: Employer[] = await database.read(tenant, now, (tx) => listEmployers(tx, after));
      for (const e of page) opened += await database.transaction(tenant, now, (tx) => openDue(tx, e));
      const last = page.at(-1);
      if (last === undefined) break;
      after = last.unionId;
    }
    for (const id of await database.read(tenant, now, listPublic)) await database.transaction(tenant, now, (tx) => countAudience(tx, id).then(() => undefined));
  }
  return opened;
}

/** Declares the daily work; once per process. */
export function declareWork(): void {
  jobs.define('disclosure.due', { every: '20 6 * * *', minutes: 60, run: async ({ database, now }) => { await openAll(database, now); } });
}
