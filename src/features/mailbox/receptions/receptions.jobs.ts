import { jobs } from '#platform/jobs';
import type { Database } from '#platform/db';
import type { Tx } from '#shared/call';
import { legalDateOf, monthEnd, monthStart } from '#shared/dates';
import { notify } from '#engines/notify';
import { listTenants } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import { listPlanning } from './receptions.sql.ts';
import { words } from './receptions.words.ts';

/** From this day of a month on the chairperson is reminded. */
const REMIND_FROM_DAY = 10;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Reminds the chairpersons of one page of unions, once a month each. @returns the last union looked at, null when there are no more */
export async function remindPage(tx: Tx, after: string): Promise<string | null> {
  const today = legalDateOf(tx.now);
  const page = await listPlanning(tx, { after, today, from: monthStart(today), to: monthEnd(today) });
  for (const u of page) {
    const { values } = await rulebook.look(tx, { unionId: u.unionId }, ['reception.leastPerMonth']);
    const n = values['reception.leastPerMonth'];
    if (u.planned >= n) continue;
    await notify.tell(tx, {
      key: `receptions/remind/${u.unionId}/${today.slice(0, 7)}/${n}`, to: [u.chairId], kind: 'receptions.remind', word: words.remind, body: words.remindBody,
      slots: { union: u.name, n }, link: '/console/receptions', unionId: u.unionId,
    });
  }
  return page.at(-1)?.unionId ?? null;
}

/** Goes through all unions of all tenants, a page in each transaction. */
export async function remindAll(database: Database, now: Date): Promise<void> {
  if (Number(legalDateOf(now).slice(8)) < REMIND_FROM_DAY) return;
  for (const id of await database.read(null, now, listTenants)) {
    let after: string | null = FIRST;
    while (after !== null) {
      const from: string = after;
      after = await database.transaction(id, now, (tx) => remindPage(tx, from));
    }
  }
}

/** Declares the daily reminder; once per process. */
export function declareWork(): void {
  jobs.define('receptions.remind', { every: '20 8 * * *', minutes: 60, run: ({ database, now }) => remindAll(database, now) });
}
