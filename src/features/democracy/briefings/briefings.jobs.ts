import type { Tx } from '#shared/call';
import { legalDateOf, partsOf } from '#shared/dates';
import type { Database } from '#platform/db';
import { jobs } from '#platform/jobs';
import { notify } from '#engines/notify';
import { listTenants, officersOf, officesWith } from '#engines/org';
import { neededBy, remindIn } from './briefings.rules.ts';
import { everyUnion, sumYear } from './briefings.sql.ts';
import { words } from './briefings.words.ts';
import { leastOf } from './figures.service.ts';

const PAGE = 100;

/** Tells the officers of unions that have too few briefings held and planned; once in a half-year each. @returns how many unions of this page, and whether there are more */
export async function remindPage(tx: Tx, offset: number): Promise<{ reminded: number; more: boolean }> {
  const { year, month } = partsOf(legalDateOf(tx.now));
  const { half, now } = remindIn(month);
  if (!now) return { reminded: 0, more: false };
  const { items, total } = await sumYear(tx, everyUnion, { year, unionPath: undefined, limit: PAGE, offset });
  let reminded = 0;
  for (const u of items) {
    const least = await leastOf(tx, u.id);
    if (u.held + u.planned >= neededBy(least, half)) continue;
    const to = [...new Set((await officersOf(tx, [u.id], officesWith('briefings.keep').filter((o) => o !== 'platformAdmin'))).map((o) => o.personId))];
    if (to.length === 0) continue;
    await notify.tell(tx, { key: `briefings/${u.id}/due/${year}/${half}`, kind: 'briefings.due', word: words.tellDue, body: words.tellDueBody, slots: { union: u.name, least, n: u.held + u.planned, date: `${year}-${half === 1 ? '06-30' : '12-31'}` }, link: '/console/briefings', unionId: u.id, to });
    reminded += 1;
  }
  return { reminded, more: offset + PAGE < total };
}

/** Goes through all unions of all tenants, a page in each transaction. @returns how many were told */
export async function remindAll(database: Database, now: Date): Promise<number> {
  let reminded = 0;
  for (const id of await database.read(null, now, listTenants)) {
    for (let offset = 0; ; offset += PAGE) {
      const from = offset;
      const page = await database.transaction(id, now, (tx) => remindPage(tx, from));
      reminded += page.reminded;
      if (!page.more) break;
    }
  }
  return reminded;
}

/** Declares the weekly reminder; once per process. */
export function declareWork(): void {
  jobs.define('briefings.remind', { every: '40 7 * * 1', minutes: 60, run: async ({ database, now }) => { await remindAll(database, now); } });
}
