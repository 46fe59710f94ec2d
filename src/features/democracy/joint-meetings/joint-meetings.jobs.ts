import type { Tx } from '#shared/call';
import { daysBetween, legalDateOf } from '#shared/dates';
import type { Database } from '#platform/db';
import { jobs } from '#platform/jobs';
import { notify } from '#engines/notify';
import { listTenants } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import { reminder } from './joint-meetings.rules.ts';
import { words } from './joint-meetings.words.ts';
import { listDue } from './meetings.sql.ts';

const MOST_AHEAD = 30;

/** Reminds owners and the contacts of both sides of items that are soon due or late; once a day each. @returns how many items */
export async function remindDue(tx: Tx): Promise<number> {
  const today = legalDateOf(tx.now);
  let n = 0;
  for (const item of await listDue(tx, today, MOST_AHEAD)) {
    const { values } = await rulebook.look(tx, { unionId: item.unionId }, ['jointMeetings.remind.daysBefore', 'jointMeetings.remind.everyDays']);
    const left = daysBetween(today, item.dueOn);
    const kind = reminder(left, { before: values['jointMeetings.remind.daysBefore'], every: values['jointMeetings.remind.everyDays'] });
    if (kind === null || item.people.length === 0) continue;
    await notify.tell(tx, { key: `jointMeetings/item/${item.id}/${kind}/${today}`, kind: 'jointMeetings.item', word: kind === 'late' ? words.tellLate : words.tellSoon, body: kind === 'late' ? words.tellLateBody : words.tellSoonBody, slots: { title: item.title, day: item.dueOn, n: Math.abs(left) }, link: `/joint-meetings/items/${item.id}`, unionId: item.unionId, to: item.people });
    n += 1;
  }
  return n;
}

/** The same for every tenant. */
export async function remindAll(database: Database, now: Date): Promise<number> {
  let n = 0;
  for (const id of await database.read(null, now, listTenants)) n += await database.transaction(id, now, remindDue);
  return n;
}

/** Declares the daily reminder; once per process. */
export function declareWork(): void {
  jobs.define('jointMeetings.remind', { every: '30 8 * * *', minutes: 30, run: async ({ database, now }) => { await remindAll(database, now); } });
}
