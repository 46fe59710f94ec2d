import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { addDays, instantAt, legalDateOf } from '#shared/dates';
import { maskIdNumber } from '#shared/id-number';
import { maskPhone } from '#shared/phone';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { type Locale, say } from '#shared/words';
import type { Call, Download } from '#platform/http';
import { secrets } from '#platform/secrets';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { cases, type Held, type ListedCase } from '#engines/cases';
import { admit, continueMembership, draftMembership, findMemberships, findPeople, findUnion, loadPerson, loadUnionFor, offerMemberships, savePeople } from '#engines/org';
import type { api, Application } from './joining.contract.ts';
import { joiningProcess } from './joining.process.ts';
import { type ApplicationRow, closeApplication, findApplications } from './joining.sql.ts';
import { words } from './joining.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type View = z.input<typeof Application>;
type RowView = Omit<View, 'letter' | 'idNumber' | 'phone' | 'conflict' | 'returning' | 'mine' | 'version' | 'events' | 'cardNumber'>;

const EXPORT_MOST = 5000;

const stateOf = (state: string) => joiningProcess.states[state as keyof typeof joiningProcess.states];
const stepped = ({ file }: Held) => ({ id: file.id, state: file.state });

function rowView(c: ListedCase, told: ApplicationRow | undefined, now: Date, locale: Locale, may: string[]): RowView {
  return {
    id: c.id, number: c.number, union: c.unionName, state: c.state, stateWord: say(stateOf(c.state).word, locale), applicant: c.title, employer: told?.employer ?? '', job: told?.job ?? '',
    newForm: told?.newForm ?? '', unattached: told?.unattached ?? false, nextDue: c.nextDue?.toISOString() ?? null, late: c.nextDue !== null && c.nextDue < now, openedAt: c.openedAt.toISOString(), may,
  };
}

/** Applications over the subtrees in which the officer may read them. */
export async function register(tx: Tx, by: Actor, f: In<'register'>, call: Call) {
  const filter = {
    ...(f.unionId ? { unionPath: (await loadUnionFor(tx, by, 'joining.read', f.unionId)).path } : {}), ...(f.open === undefined ? {} : { open: f.open }), ...(f.text ? { text: f.text } : {}),
    ...(f.from ? { from: instantAt(f.from) } : {}), ...(f.to ? { to: instantAt(addDays(f.to, 1)) } : {}),
  };
  const { items, total } = await cases.listRegister(tx, joiningProcess, by, filter, f);
  const told = await findApplications(tx, items.map((c) => c.id));
  return { items: items.map((c) => rowView(c, told.get(c.id), tx.now, call.locale, c.isOpen ? ['approve', 'refuse', 'ask'] : [])), total };
}

/** The register as a spreadsheet, at most 5,000 rows and no document numbers; the export is in the log. */
export async function exportRegister(tx: Tx, by: Actor, f: In<'exportRegister'>, call: Call): Promise<Download> {
  const { items } = await register(tx, by, { ...f, limit: EXPORT_MOST, offset: 0 }, call);
  const form = (a: RowView): string => (a.newForm === '' ? '' : say(words[`form_${a.newForm}` as 'form_delivery'], call.locale));
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'register', id: tx.federationId }, slots: { n: items.length } });
  return exportSheet({
    name: words.exportName, now: tx.now, locale: call.locale, rows: items, shown: f.columns,
    columns: [
      { heading: words.number, under: ['applicant'], cell: (a) => a.number }, { heading: words.applicant, under: ['applicant'], cell: (a) => a.applicant }, { heading: words.unattachedShort, under: ['applicant'], cell: (a) => (a.unattached ? '✓' : '') },
      { heading: words.employer, under: ['employer'], cell: (a) => a.employer || form(a) }, { heading: words.job, under: ['job'], cell: (a) => a.job }, { heading: words.union, under: ['union'], cell: (a) => a.union },
      { heading: words.state, under: ['state'], cell: (a) => a.stateWord }, { heading: words.appliedAt, under: ['appliedAt'], cell: (a) => legalDateOf(new Date(a.openedAt)) },
      { heading: words.due, under: ['due'], cell: (a) => (a.nextDue ? legalDateOf(new Date(a.nextDue)) : '') },
    ],
  });
}

/** The own applications of whoever asks. */
export async function mine(tx: Tx, by: Actor, _o: In<'mine'>, call: Call) {
  const items = await cases.listOwn(tx, by.personId, ['joining'], { limit: 20, offset: 0 });
  const told = await findApplications(tx, items.map((c) => c.id));
  return { items: items.map((c) => rowView(c, told.get(c.id), tx.now, call.locale, c.isOpen ? ['say', 'withdraw'] : [])) };
}

/** One application, masked; the applicant sees it without the officers' notes. */
export async function one(tx: Tx, by: Actor, { id }: In<'one'>, call: Call): Promise<View> {
  const seen = await cases.load(tx, joiningProcess, by, id);
  const told = (await findApplications(tx, [id])).get(id);
  const person = (await findPeople(tx, [seen.file.subjectId ?? ''])).get(seen.file.subjectId ?? '');
  const membership = (await findMemberships(tx, [person?.id ?? seen.file.id])).get(person?.id ?? '');
  const own = seen.as === 'author';
  return {
    ...rowView({ ...seen.file, unionName: seen.union.name, originName: seen.union.name, authorName: null, assigneeName: null, subjectName: null }, told, tx.now, call.locale, seen.may),
    letter: told?.letter ?? '', idNumber: person?.idNumber ? maskIdNumber(person.idNumber) : '', phone: told ? maskPhone(secrets.open(told.phoneSealed)) : '', conflict: !own && (told?.conflict ?? false), returning: !own && (told?.returning ?? false),
    mine: own, version: seen.file.version, cardNumber: seen.file.state === 'approved' ? (membership?.cardNumber ?? null) : null,
    events: seen.events.map((e) => ({ id: e.id, word: say(e.step === 'opened' ? words.sent : ((joiningProcess.steps as Record<string, { word: typeof words.sent }>)[e.step]?.word ?? words.application), call.locale), by: e.byKind === 'author' || e.step === 'opened' ? seen.file.title : (e.byName ?? ''), text: e.text, at: e.at.toISOString() })),
  };
}

async function approveOne(tx: Tx, by: Actor, id: string): Promise<void> {
  const held = await cases.step(tx, joiningProcess, 'approve', id, { kind: 'person', actor: by });
  const told = (await findApplications(tx, [id])).get(id);
  const personId = held.file.subjectId;
  if (told === undefined || personId === null) throw new Error(`application ${id} tells of nobody`);
  const person = await loadPerson(tx, personId);
  await savePeople(tx, [{ ...person, phone: secrets.open(told.phoneSealed), newForm: told.newForm || person.newForm }]);
  const particulars = { unionId: held.union.id, originId: id, category: told.unattached ? 'unattached' as const : 'regular' as const, subsidised: told.unattached, job: told.job };
  const living = (await findMemberships(tx, [personId])).get(personId);
  if (living?.state === 'active') throw new Refused(words.alreadyMember, { slots: { union: (await findUnion(tx, living.unionId))?.name ?? '' } });
  if (living) await continueMembership(tx, personId, 'returned', { ...particulars, state: 'active', origin: 'return' });
  else await admit(tx, draftMembership(tx, { personId, origin: told.returning ? 'return' : 'application', ...particulars }));
  await closeApplication(tx, id);
}

/** The applicant belongs to another union by now: the application ends and becomes an invitation to transfer, with what was told. */
async function divertOne(tx: Tx, by: Actor, id: string): Promise<void> {
  const held = await cases.step(tx, joiningProcess, 'divert', id, { kind: 'person', actor: by });
  const told = (await findApplications(tx, [id])).get(id);
  await closeApplication(tx, id);
  if (told) await offerMemberships(tx, [{ id: newId(), personId: told.personId, unionId: held.union.id, origin: 'desk', originId: null, employer: told.employer, job: told.job, newForm: told.newForm, unattached: told.unattached, offeredBy: by.personId }]);
}

/** Admits up to a hundred applicants; those who belong to another union by now are invited to transfer instead, and named. */
export async function approve(tx: Tx, by: Actor, { ids }: In<'approve'>, call: Call) {
  const left: { id: string; why: string }[] = [];
  const fit: string[] = [];
  for (const id of new Set(ids)) {
    const held = await cases.loadSeen(tx, joiningProcess, by, id, { lock: true });
    const living = (await findMemberships(tx, [held.file.subjectId ?? ''])).get(held.file.subjectId ?? '');
    const union = living?.state === 'active' ? await findUnion(tx, living.unionId) : null;
    if (union === null || held.file.state !== 'applied' || living?.unionId === held.union.id) { fit.push(id); continue; }
    await divertOne(tx, by, id);
    left.push({ id, why: say(words.divertedTo, call.locale, { name: held.file.title, union: union.name }) });
  }
  for (const id of fit) await approveOne(tx, by, id);
  return { approved: fit.length, left };
}

const decided = (verb: 'refuse' | 'withdraw') => async (tx: Tx, by: Actor, { id, ...given }: { id: string; text?: string }) => {
  const held = await cases.step(tx, joiningProcess, verb, id, { kind: 'person', actor: by }, given);
  await closeApplication(tx, id);
  return stepped(held);
};

export const refuse = decided('refuse');
export const withdraw = decided('withdraw');

const said = (verb: 'ask' | 'say') => async (tx: Tx, by: Actor, { id, text }: { id: string; text: string }) =>
  stepped(await cases.step(tx, joiningProcess, verb, id, { kind: 'person', actor: by }, { text }));

export const ask = said('ask');
export const add = said('say');
