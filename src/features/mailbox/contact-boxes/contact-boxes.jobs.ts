import { jobs } from '#platform/jobs';
import type { Database } from '#platform/db';
import type { Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { say } from '#shared/words';
import { cases } from '#engines/cases';
import { notify } from '#engines/notify';
import { listTenants, officesWith } from '#engines/org';
import { everyDaysOf } from './access.service.ts';
import { openingProcess } from './contact-boxes.process.ts';
import { setDuty } from './contact-boxes.sql.ts';
import { words } from './contact-boxes.words.ts';
import { dueAfter, standingOn } from './dates.rules.ts';
import { type DueRow, listActive, listTold, updateDue } from './openings.sql.ts';

const FIRST = '00000000-0000-0000-0000-000000000000';

/** The due days of a page by what the rulebook says today; a changed rule reaches every box by the next morning. */
async function dueDays(tx: Tx, page: readonly DueRow[]): Promise<DueRow[]> {
  const every = new Map<string, number>();
  for (const unionId of new Set(page.map((b) => b.unionId))) every.set(unionId, await everyDaysOf(tx, unionId));
  const now = page.map((b) => ({ ...b, dueOn: dueAfter(b, every.get(b.unionId) ?? 7) }));
  const changed = now.filter((b, i) => b.dueOn !== page[i]?.dueOn);
  if (changed.length > 0) await updateDue(tx, changed);
  return now;
}

async function openDuty(tx: Tx, b: DueRow): Promise<void> {
  const title = say(words.dutyTitle, 'zh', { n: b.number, place: b.place });
  const { id } = await cases.open(tx, openingProcess, { unionId: b.unionId, title, text: '', privacy: 'named', channel: 'system', facts: { box: b.id } });
  await setDuty(tx, b.id, id);
}

/** Puts due boxes of one page on the work list and tells keepers and officers, once when due and once when overdue. @returns the last box looked at, null when there are no more */
export async function remindPage(tx: Tx, after: string): Promise<string | null> {
  const today = legalDateOf(tx.now);
  const page = await listActive(tx, after);
  const due = (await dueDays(tx, page)).filter((b) => b.dueOn <= today);
  const told = await listTold(tx, due.map((b) => b.id), officesWith('contactBoxes.keep').filter((o) => o !== 'platformAdmin'), today);
  for (const b of due) {
    if (b.dutyId === null) await openDuty(tx, b);
    const late = standingOn(today, { dueOn: b.dueOn, retiredOn: null }) === 'overdue';
    // A keeper stands before the box with the phone; an officer looks at it from the desk.
    for (const [keeper, way, link] of [[true, 'box', `/contact-boxes/${b.id}/open`], [false, 'desk', `/console/contact-boxes/${b.id}`]] as const) {
      const to = told.filter((t) => t.boxId === b.id && t.keeper === keeper).map((t) => t.personId);
      if (to.length > 0) await remind(tx, b, { late, way, link, to });
    }
  }
  return page.at(-1)?.id ?? null;
}

async function remind(tx: Tx, b: DueRow, { late, way, link, to }: { late: boolean; way: string; link: string; to: string[] }): Promise<void> {
  await notify.tell(tx, {
    key: `contactBoxes/${b.id}/${b.dueOn}/${late ? 'late' : 'due'}/${way}`, to, kind: late ? 'contactBoxes.late' : 'contactBoxes.due', word: late ? words.tellLate : words.tellDue, body: late ? words.tellLateBody : words.tellDueBody,
    slots: { union: b.unionName, n: b.number, place: b.place, date: b.dueOn }, link, unionId: b.unionId,
  });
}

/** Goes through all boxes of all tenants, a page in each transaction. */
export async function remindAll(database: Database, now: Date): Promise<void> {
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
  jobs.define('contactBoxes.remind', { every: '10 7 * * *', minutes: 60, run: ({ database, now }) => remindAll(database, now) });
}
