import { clock } from '#platform/clock';
import type { Database } from '#platform/db';
import { jobs } from '#platform/jobs';
import { audit } from '#engines/audit';
import { listTenants } from '#engines/org';
import { findActivities, takeToRemind } from './activities.sql.ts';
import { words } from './activities.words.ts';
import { remind } from './deciding.service.ts';

const HOUR = 3_600_000;
const STEPS = [{ step: 2, hours: 2 }, { step: 1, hours: 24 }] as const;

/** Reminds everybody with a place of what begins within two hours, and within a day; each activity once for each. @returns how many activities */
export async function remindAll(database: Database, now: Date): Promise<number> {
  let reminded = 0;
  for (const id of await database.read(null, now, listTenants)) {
    for (const { step, hours } of STEPS) {
      reminded += await database.transaction(id, now, async (tx) => {
        const due = await findActivities(tx, await takeToRemind(tx, step, new Date(now.getTime() + hours * HOUR)));
        for (const a of due) {
          const n = await remind(tx, a, step);
          if (n > 0) await audit.record(tx, { system: 'activities' }, words.auditReminded, { subject: { kind: 'activity', id: a.id }, unionId: a.unionId, slots: { title: a.title, n } });
        }
        return due.length;
      }, { retry: true });
    }
  }
  return reminded;
}

/** Background work of the part. */
export function declareJobs(): void {
  jobs.define('activities.remind', { every: '*/10 * * * *', run: async ({ database }) => { await remindAll(database, clock.now()); } });
}
