import type { Tx } from '#shared/call';
import { chinaTime } from '#shared/dates';
import type { Word } from '#shared/words';
import type { Database } from '#platform/db';
import { jobs } from '#platform/jobs';
import { audit } from '#engines/audit';
import { notify, type Telling } from '#engines/notify';
import { listTenants } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import { keepersOf } from './access.service.ts';
import { sweepForgotten } from './doors.service.ts';
import { listDue, type LoanRow, setMissing } from './loans.sql.ts';
import { daysLate, reminderNo } from './lockers.rules.ts';
import { words } from './lockers.words.ts';

const FIRST = '00000000-0000-0000-0000-000000000000';
const DAY = 86_400_000;
const slotsOf = (l: LoanRow) => ({ label: l.label, place: l.place, no: l.no, due: l.dueAt === null ? '' : chinaTime(l.dueAt) });

/** A message about a loan to its borrower; `sign` makes the key: the same again is the same message. */
const toBorrower = (l: LoanRow, sign: string, kind: string, word: Word, body: Word): Telling => ({ key: `lockers/${l.id}/${sign}`, kind: `lockers.${kind}`, word, body, slots: slotsOf(l), link: `/locker-loans/${l.id}`, to: [l.personId], unionId: l.unionId });

/** Asks a borrower to give back what is late. */
export const lateTelling = (l: LoanRow, sign: string): Telling => toBorrower(l, sign, 'late', words.tellLate, words.tellLateBody);

const KEYS = ['lockers.remind.everyDays', 'lockers.escalate.afterDays', 'lockers.missing.afterDays'] as const;
type Terms = { readonly every: number; readonly escalate: number; readonly missing: number };

async function termsOf(tx: Tx, page: readonly LoanRow[]): Promise<Map<string, Terms>> {
  const terms = new Map<string, Terms>();
  for (const unionId of new Set(page.map((l) => l.unionId))) {
    const { values } = await rulebook.look(tx, { unionId }, [...KEYS]);
    terms.set(unionId, { every: values['lockers.remind.everyDays'], escalate: values['lockers.escalate.afterDays'], missing: values['lockers.missing.afterDays'] });
  }
  return terms;
}

async function tellKeepers(tx: Tx, l: LoanRow, sign: 'escalated' | 'missing'): Promise<void> {
  const to = await keepersOf(tx, l.unionId);
  const [word, body] = sign === 'escalated' ? [words.tellKeeperLate, words.tellKeeperLateBody] : [words.tellMissing, words.tellMissingBody];
  if (to.length > 0) await notify.tell(tx, { key: `lockers/${l.id}/${sign}`, kind: `lockers.${sign}`, word, body, slots: slotsOf(l), link: `/console/lockers/loans?text=${encodeURIComponent(l.name)}`, to, unionId: l.unionId });
}

async function remindOne(tx: Tx, l: LoanRow, dueAt: Date, t: Terms): Promise<void> {
  if (l.missingAt !== null) return;
  if (dueAt > tx.now) return notify.tell(tx, toBorrower(l, 'soon', 'soon', words.tellSoon, words.tellSoonBody)).then(() => undefined);
  const late = daysLate(dueAt, tx.now);
  if (late >= t.missing) {
    await setMissing(tx, [l.id]);
    await audit.record(tx, { system: 'lockers' }, words.auditMissing, { subject: { kind: 'locker', id: l.cabinetId }, unionId: l.unionId, slots: { n: l.cabinetNumber, label: l.label } });
    return tellKeepers(tx, l, 'missing');
  }
  await notify.tell(tx, lateTelling(l, `late/${reminderNo(dueAt, tx.now, t.every)}`));
  if (late >= t.escalate) await tellKeepers(tx, l, 'escalated');
}

/** Reminds the borrowers of a page of loans: a day before, when late, then every so many days; tells keepers; lists what is given up. @returns the last loan looked at, null when there are no more */
export async function remindPage(tx: Tx, after: string): Promise<string | null> {
  const page = await listDue(tx, new Date(tx.now.getTime() + DAY), after);
  const terms = await termsOf(tx, page);
  for (const l of page) {
    const t = terms.get(l.unionId);
    // What is lent for less than two days needs no word the day before.
    const short = l.lentAt !== null && l.dueAt !== null && l.dueAt > tx.now && l.dueAt.getTime() - l.lentAt.getTime() < 2 * DAY;
    if (t !== undefined && l.dueAt !== null && !short) await remindOne(tx, l, l.dueAt, t);
  }
  return page.at(-1)?.id ?? null;
}

/** Goes through what is due in all tenants, a page in each transaction. */
export async function remindAll(database: Database, now: Date): Promise<void> {
  for (const id of await database.read(null, now, listTenants)) {
    let after: string | null = FIRST;
    while (after !== null) {
      const from: string = after;
      after = await database.transaction(id, now, (tx) => remindPage(tx, from));
    }
  }
}

/** Background work of the part. */
export function declareWork(): void {
  jobs.define('lockers.sweep', { every: '* * * * *', run: async ({ database, now }) => { await sweepForgotten(database, now); } });
  jobs.define('lockers.remind', { every: '15 9,15 * * *', minutes: 60, run: ({ database, now }) => remindAll(database, now) });
}
