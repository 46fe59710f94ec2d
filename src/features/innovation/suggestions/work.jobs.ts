import type { Tx } from '#shared/call';
import { daysBetween, legalDateOf } from '#shared/dates';
import type { Database } from '#platform/db';
import { jobs } from '#platform/jobs';
import { notify } from '#engines/notify';
import { listTenants, officersOf, officesWith } from '#engines/org';
import { listOverdue } from './work.sql.ts';
import { words } from './work.words.ts';

const FIRST = '00000000-0000-0000-0000-000000000000';
/** Days between two reminders of the same plan. */
const EVERY_DAYS = 7;

/** Reminds owners and the unit's officers of one page of overdue plans: on the day after, then every week. @returns the last looked at, null at the end */
export async function remindPage(tx: Tx, after: string): Promise<string | null> {
  const today = legalDateOf(tx.now);
  const page = await listOverdue(tx, today, after);
  const officers = await officersOf(tx, [...new Set(page.map((s) => s.unionId))], [...officesWith('suggestions.review')]);
  for (const s of page) {
    const round = Math.floor((daysBetween(s.plannedTo, today) - 1) / EVERY_DAYS);
    const telling = { kind: 'suggestion.overdue', word: words.tellOverdue, body: words.tellOverdueBody, slots: { number: s.number, title: s.title, day: s.plannedTo } };
    const key = `suggestion/${s.id}/overdue/${s.plannedTo}/${round}`;
    await notify.tell(tx, { ...telling, key: `${key}/${s.ownerId}`, to: [s.ownerId], link: `/suggestions/${s.id}` });
    const desk = [...new Set(officers.filter((o) => o.unionId === s.unionId && o.personId !== s.ownerId && o.personId !== s.authorId).map((o) => o.personId))];
    if (desk.length > 0) await notify.tell(tx, { ...telling, key: `${key}/desk`, to: desk, link: `/console/suggestions/${s.id}` });
  }
  return page.at(-1)?.id ?? null;
}

/** Goes through all tenants, a page in each transaction. */
export async function remindAll(database: Database, now: Date): Promise<void> {
  for (const tenant of await database.read(null, now, listTenants)) {
    for (let after: string | null = FIRST; after !== null; ) {
      const from: string = after;
      after = await database.transaction(tenant, now, (tx) => remindPage(tx, from));
    }
  }
}

/** Declares the daily reminder; once per process. */
export function declareWork(): void {
  jobs.define('suggestions.overdue', { every: '30 8 * * *', minutes: 60, run: ({ database, now }) => remindAll(database, now) });
}
