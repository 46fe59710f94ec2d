import type { Tx } from '#shared/call';
import { addMonths, legalDateOf } from '#shared/dates';
import { clock } from '#platform/clock';
import type { Database } from '#platform/db';
import { jobs } from '#platform/jobs';
import { notify } from '#engines/notify';
import { listTenants, officersOf } from '#engines/org';
import { REMIND_MONTHS, reminderDue } from './congress.rules.ts';
import { words } from './congress.words.ts';
import { listEnding } from './terms.sql.ts';

/** Tells the officers of each union whose term ends in six, three or one months, or is over; once for each. @returns how many were told of */
export async function remindOfEnds(tx: Tx): Promise<number> {
  const today = legalDateOf(tx.now);
  let told = 0;
  for (const term of await listEnding(tx, addMonths(today, Math.max(...REMIND_MONTHS)))) {
    const due = reminderDue(term.endsOn, today);
    if (due === null) continue;
    const officers = await officersOf(tx, [term.unionId], ['chair', 'viceChair', 'organiser']);
    if (officers.length === 0) continue;
    const [word, body] = due === 0 ? [words.tellOver, words.tellOverBody] : [words.tellEnds, words.tellEndsBody];
    await notify.tell(tx, {
      key: `congress/${term.id}/ends/${due}`, kind: 'congress.ends', word, body, slots: { body: term.body, number: term.number, n: due, day: term.endsOn }, link: `/console/congress/bodies/${term.bodyId}`, to: [...new Set(officers.map((o) => o.personId))], unionId: term.unionId,
    });
    told += 1;
  }
  return told;
}

/** Reminds in every federation, each in its own transaction. */
export async function remindAll(database: Database, now: Date): Promise<number> {
  let told = 0;
  for (const id of await database.read(null, now, listTenants)) told += await database.transaction(id, now, remindOfEnds, { retry: true });
  return told;
}

/** Background work of the part: each morning. */
export function declareJobs(): void {
  jobs.define('congress.ends', { every: '40 7 * * *', run: async ({ database }) => { await remindAll(database, clock.now()); } });
}
