import type { Database } from '#platform/db';
import { jobs } from '#platform/jobs';
import { chinaTime } from '#shared/dates';
import { notify } from '#engines/notify';
import { listTenants } from '#engines/org';
import { listToRemind, takeReminders } from './sales.sql.ts';
import { words } from './sales.words.ts';

const PAGE = 5_000;
const MINUTE = 60_000;

/** Tells those who wanted it that a sale begins soon, each once, a page in each transaction. @returns how many */
export async function remindAll(database: Database, now: Date): Promise<number> {
  let told = 0;
  for (const id of await database.read(null, now, listTenants)) {
    for (const sale of await database.read(id, now, listToRemind)) {
      for (let more = true; more; ) {
        const to = await database.transaction(id, now, async (tx) => {
          const people = await takeReminders(tx, sale.id, PAGE);
          if (people.length > 0) {
            await notify.tell(tx, {
              key: `sales/${sale.id}/soon/${people[0]}`, kind: 'sales.soon', word: words.tellSoon, body: words.tellSoonBody, to: people, unionId: sale.unionId, link: `/flash-sales/${sale.id}`, urgent: true,
              slots: { title: sale.title, minutes: Math.max(1, Math.round((sale.opensAt.getTime() - now.getTime()) / MINUTE)), at: chinaTime(sale.opensAt).slice(11), places: sale.places },
            });
          }
          return people;
        }, { retry: true });
        told += to.length;
        more = to.length === PAGE;
      }
    }
  }
  return told;
}

/** Background work of the part. */
export function declareWork(): void {
  jobs.define('sales.remind', { every: '* * * * *', minutes: 5, run: async ({ database, now }) => { await remindAll(database, now); } });
}
