import { chinaCalendar } from '#shared/china-calendar';
import type { Tx } from '#shared/call';
import { sayDeadline } from '#shared/date-phrases';
import { newId } from '#shared/ids';
import { addWorkdays, closingOf } from '#shared/worktime';
import type { Locale, Slots, Word } from '#shared/words';
import { audit } from '#engines/audit';
import { notify } from '#engines/notify';
import { findUnion, officersOf } from '#engines/org';
import * as q from './cases.sql.ts';
import type { CaseFile } from './cases.sql.ts';
import { words } from './cases.words.ts';
import { periodsOf } from './periods.ts';
import type { Process } from './process.rules.ts';
import { allProcesses, processNamed } from './registry.ts';
import { step } from './steps.service.ts';
import * as s from './sweep.sql.ts';
import { consoleLink, correspond, inBoth, memberLink, officersFor } from './tell.ts';

const BATCH = 500;
const WARN_WORKDAYS = 1;

/** How the sweep reaches the database: one transaction per tenant and batch. */
export type Runner = <T>(federationId: string | null, run: (tx: Tx) => Promise<T>) => Promise<T>;

const eventOf = (file: CaseFile, step: string, data: Record<string, unknown>) => ({
  id: newId(), caseId: file.id, position: file.version, step, fromState: file.state, toState: file.state, byKind: 'system' as const, byId: null,
  byTitle: '', text: '', shownTo: 'all' as const, files: [], data, at: file.changedAt,
});

async function tellAll(tx: Tx, files: readonly CaseFile[], o: { to: (f: CaseFile) => Promise<string[]>; title: Word; body: Word; kind: string; slots: (f: CaseFile, locale: Locale) => Slots }): Promise<void> {
  for (const file of files) {
    const p = processNamed(file.process);
    const to = await o.to(file);
    if (to.length === 0) continue;
    await notify.tell(tx, { key: `${p.name}/${file.id}/${file.version}/${o.kind}`, to, kind: `${p.name}.${o.kind}`, word: inBoth(o.title, (l) => ({ number: file.number, ...o.slots(file, l) })), body: inBoth(o.body, (l) => ({ title: file.title, ...o.slots(file, l) })), link: consoleLink(p, file.id) });
  }
}

async function held(tx: Tx, file: CaseFile) {
  const union = await findUnion(tx, file.unionId);
  if (union === null) throw new Error(`case ${file.id} belongs to no union`);
  return { file, union };
}

/** Reminds, once per clock, whoever can act, one working day before a deadline. */
export async function warn(tx: Tx): Promise<number> {
  const hours = { calendar: chinaCalendar, spans: [{ from: 0, to: 1440 }] };
  const until = closingOf(addWorkdays(tx.now, WARN_WORKDAYS, chinaCalendar), hours);
  const files = await s.takeWarnings(tx, until, BATCH);
  if (files.length === 0) return 0;
  await q.insertEvents(tx, files.map((f) => ({ ...eventOf(f, 'warned', { clock: f.nextClock }), shownTo: 'officers' as const, at: tx.now })));
  await tellAll(tx, files, {
    kind: 'warned', title: words.dueSoonTitle, body: words.dueSoonBody,
    to: async (f) => (f.assigneeId ? [f.assigneeId] : officersFor(tx, processNamed(f.process), await held(tx, f))),
    slots: (f, l) => ({ clock: f.nextClock ? words[`clock_${f.nextClock}`][l] : '', due: f.nextDue ? sayDeadline(f.nextDue, l, tx.now) : '' }),
  });
  return files.length;
}

/** Reports late cases one union further up, each period again, until somebody acts. */
export async function escalate(tx: Tx, p: Process): Promise<number> {
  if (p.rules.escalateEvery === undefined) return 0;
  const again = (await periodsOf(tx, p, tx.federationId)).escalation(tx.now);
  if (again === null) return 0;
  const files = await s.takeEscalations(tx, again, p.name, BATCH);
  if (files.length === 0) return 0;
  await q.insertEvents(tx, files.map((f) => ({ ...eventOf(f, f.upName === null ? 'escalatedTop' : 'escalated', { union: f.upName ?? '', level: f.lateLevel }), at: tx.now })));
  await audit.recordEach(tx, { system: 'cases.sweep' }, words.escalated, files.filter((f) => f.upName !== null).map((f) => ({ subject: { kind: f.process, id: f.id }, unionId: f.lateUnionId, slots: { union: f.upName ?? '' } })));
  const here = new Map<string, string>();
  for (const f of files) here.set(f.unionId, (await findUnion(tx, f.unionId))?.name ?? '');
  await tellAll(tx, files, {
    kind: 'late', title: words.lateTitle, body: words.lateBody, slots: (f) => ({ union: here.get(f.unionId) ?? '' }),
    to: async (f) => {
      const officers = await officersOf(tx, [f.lateUnionId ?? f.unionId], ['chair', 'viceChair', 'mailboxClerk']);
      const barred = await Promise.all(officers.map((o) => q.isBarred(tx, f.id, o.personId)));
      return [...new Set(officers.filter((_, i) => !barred[i]).map((o) => o.personId))];
    },
  });
  return files.length;
}

/** Takes the step that the process allows when its author has stayed silent long enough. */
export async function lapse(tx: Tx, p: Process): Promise<number> {
  if (!p.rules.lapses?.length) return 0;
  const due = await s.listLapsed(tx, p.name, BATCH);
  for (const { id, state } of due) {
    const rule = p.rules.lapses.find((l) => l.state === state);
    if (rule) await step(tx, p, rule.step, id, { kind: 'system', job: 'cases.sweep' });
  }
  return due.length;
}

/** Asks authors again, weeks after the answer, whether it is really settled. */
export async function recheck(tx: Tx): Promise<number> {
  const files = await s.takeRechecks(tx, BATCH);
  for (const file of files) {
    const p = processNamed(file.process);
    const to = file.authorId ?? file.subjectId;
    if (to !== null) await notify.tell(tx, { key: `${p.name}/${file.id}/recheck/${file.reopened}`, to: [to], kind: `${p.name}.recheck`, word: words.recheckTitle, body: words.recheckBody, slots: { title: file.title, number: file.number }, link: memberLink(p, file.id) });
    else await correspond(tx, { process: p, held: await held(tx, file), occasion: `recheck/${file.reopened}`, said: { title: words.recheckTitle, body: words.recheckBody }, text: '' });
  }
  if (files.length > 0) await q.insertEvents(tx, files.map((f) => ({ ...eventOf(f, 'recheckAsked', {}), at: tx.now })));
  return files.length;
}

/** One round over all tenants: reminders, escalations, lapses, rechecks. Safe to run in several processes at once. */
export async function sweep(run: Runner): Promise<{ warned: number; escalated: number; lapsed: number; rechecked: number }> {
  const done = { warned: 0, escalated: 0, lapsed: 0, rechecked: 0 };
  for (const federation of await run(null, s.listDueFederations)) {
    done.warned += await run(federation, warn);
    done.rechecked += await run(federation, recheck);
    for (const p of allProcesses()) {
      // What ends by itself at its deadline is not reported as late.
      done.lapsed += await run(federation, (tx) => lapse(tx, p));
      done.escalated += await run(federation, (tx) => escalate(tx, p));
    }
  }
  return done;
}
