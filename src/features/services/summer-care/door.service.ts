import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { chinaTime, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { maskPhone } from '#shared/phone';
import { say } from '#shared/words';
import type { Call } from '#platform/http';
import { audit } from '#engines/audit';
import { claims } from '#engines/claims';
import { notify, type Telling } from '#engines/notify';
import { openChild, openPeople, type PersonFacts, sessionAtWork, subject } from './access.service.ts';
import { findByCode, isPickupCode, tidyCode } from './codes.service.ts';
import * as d from './days.sql.ts';
import * as q from './entries.sql.ts';
import type { Session } from './programmes.sql.ts';
import { dayState, missingFrom } from './summer-care.rules.ts';
import { words } from './summer-care.words.ts';
import type { staff } from './staff.contract.ts';
import { absentMinutes } from './views.service.ts';

type In<K extends keyof typeof staff> = z.output<(typeof staff)[K]['in']>;
type AtDoor = { readonly s: Session; readonly entries: readonly q.Entry[]; readonly today: string };

/** The session with its children, for staff of today. */
export async function atDoor(tx: Tx, by: Actor, id: string): Promise<AtDoor> {
  const s = await sessionAtWork(tx, by, id);
  return { s, entries: await q.listPlaced(tx, id), today: legalDateOf(tx.now) };
}

/** A child of the session with its day, locked. */
export async function childAt(tx: Tx, { entries, today }: AtDoor, entryId: string): Promise<{ e: q.Entry; day: d.Day }> {
  const e = entries.find((x) => x.id === entryId);
  if (e === undefined) throw new Refused(words.entryUnknown, { status: 404 });
  const day = await d.lockDay(tx, entryId, today);
  if (day === null) throw new Refused(words.notToday);
  return { e, day };
}

/** Tells the guardian of a child. */
export const tellGuardian = (tx: Tx, s: Session, e: Pick<q.Entry, 'id' | 'guardianId'>, t: Pick<Telling, 'word' | 'body' | 'slots'> & { sign: string; kind: string; urgent?: boolean }): Promise<void> =>
  e.guardianId === null ? Promise.resolve() : notify.tell(tx, {
    key: `summerCare/${e.id}/${t.sign}`, kind: `summerCare.${t.kind}`, word: t.word, body: t.body, slots: { title: s.title, site: s.site, ...t.slots }, link: `/summer-care/entries/${e.id}`, to: [e.guardianId], unionId: s.unionId, ...(t.urgent ? { urgent: true } : {}),
  }).then(() => undefined);

const clock = (at: Date): string => chinaTime(at).slice(11);

type Read = { readonly e: q.Entry; readonly person: { readonly id: string; readonly facts: PersonFacts } | null };

/** Whose code this is. @throws Refused with a sentence for the door: not listed, another session, no code */
async function readCode(tx: Tx, door: AtDoor, code: string): Promise<Read> {
  if (isPickupCode(code)) {
    const list = openPeople(await q.listPickups(tx, door.entries.map((e) => e.id)));
    const found = findByCode(tx.federationId, list, code);
    const e = found === null ? undefined : door.entries.find((x) => x.id === found.entryId);
    if (found === null || e === undefined) throw new Refused(words.notListed);
    return { e, person: { id: found.id, facts: found.facts } };
  }
  const given = tidyCode(code);
  const e = door.entries.find((x) => { if (x.claimId === null) return false; const c = claims.codesOf(tx.federationId, { id: x.claimId, no: x.no }); return c.code === given || c.short === given; });
  if (e === undefined) throw new Refused(given.startsWith('NJC1.') ? words.codeOther : words.codeUnknown);
  return { e, person: null };
}

const owes = (e: q.Entry): number => (e.paidAt === null ? Number(e.amount) : 0);

/** Reads a code at the door: whose it is, and what may be done. The look is in the log. */
export async function scan(tx: Tx, by: Actor, { id, code }: In<'scan'>, { locale }: Call) {
  const door = await atDoor(tx, by, id);
  const { e, person } = await readCode(tx, door, code);
  await audit.looked(tx, by, { ...subject(door.s), subject: { kind: 'careEntry', id: e.id }, fields: person ? ['child', 'pickup'] : ['child'], purpose: say(words.purposeScan, locale) });
  const { day } = await childAt(tx, door, e.id);
  const state = dayState(day, missingFrom(day.day, door.s.opensMinute, await absentMinutes(tx, door.s.unionId)), tx.now);
  return {
    entryId: e.id, child: openChild(e)?.name ?? '', age: e.age, state, unpaid: owes(e), health: e.notesSealed !== null, person: person ? { id: person.id, name: person.facts.name, relation: person.facts.relation, phone: maskPhone(person.facts.phone) } : null,
    may: state === 'left' ? ['undoHandOver'] : state === 'here' ? (person ? ['handOver'] : ['undoSignIn']) : ['signIn'],
  };
}

/** Signs a child in for today; the first time also hands the place over (and takes the money, where there is any). */
export async function signIn(tx: Tx, by: Actor, { id, entryId, paid }: In<'signIn'>) {
  // the place before the day, as whoever gives a place back locks them
  await claims.findOffer(tx, id, true);
  const door = await atDoor(tx, by, id);
  const { e, day } = await childAt(tx, door, entryId);
  if (day.leftAt !== null) throw new Refused(words.leftAlready);
  if (day.arrivedAt !== null) throw new Refused(words.hereAlready);
  if (e.state === 'taken') {
    if (e.claimId === null) throw new Error(`entry ${e.id} has no claim`);
    const [done] = await claims.handOver(tx, by, id, [{ code: claims.codesOf(tx.federationId, { id: e.claimId, no: e.no }).code, at: tx.now, paid }]);
    if (done?.why) throw new Refused(done.why.word, done.why.slots ? { slots: done.why.slots } : {});
  }
  await d.setArrived(tx, [entryId], door.today, tx.now, by.personId);
  await tellGuardian(tx, door.s, e, { sign: `arrived/${door.today}/${tx.now.getTime()}`, kind: 'arrived', word: words.tellArrived, body: words.tellArrivedBody, slots: { time: clock(tx.now) } });
  await audit.record(tx, by, words.auditSignedIn, subject(door.s));
  return { id: entryId };
}

/** Takes a sign-in of today back. */
export async function undoSignIn(tx: Tx, by: Actor, { id, entryId }: In<'undoSignIn'>) {
  const door = await atDoor(tx, by, id);
  const { day } = await childAt(tx, door, entryId);
  if (day.leftAt !== null) throw new Refused(words.undoLater);
  if (day.arrivedAt === null) throw new Refused(words.notHere);
  await d.setArrived(tx, [entryId], door.today, null, null);
  await audit.record(tx, by, words.auditUndone, subject(door.s));
  return { id: entryId };
}

/** Hands a child over to the person whose code was read: nobody who is not on the child's list, and no code of a child. */
export async function handOver(tx: Tx, by: Actor, { id, code }: In<'handOver'>, { locale }: Call) {
  const door = await atDoor(tx, by, id);
  const { e, person } = await readCode(tx, door, code);
  if (person === null) throw new Refused(words.notListed);
  const { day } = await childAt(tx, door, e.id);
  if (day.arrivedAt === null) throw new Refused(words.notHere);
  if (day.leftAt !== null) throw new Refused(words.leftAlready);
  await d.setLeft(tx, e.id, door.today, { at: tx.now, byId: by.personId, pickupId: person.id, releaseId: null });
  const relation = say(words[`relation_${person.facts.relation}`], locale);
  await tellGuardian(tx, door.s, e, { sign: `left/${door.today}/${tx.now.getTime()}`, kind: 'left', word: words.tellLeft, body: words.tellLeftBody, slots: { time: clock(tx.now), relation } });
  await audit.record(tx, by, words.auditHandedOver, subject(door.s));
  return { id: e.id, child: openChild(e)?.name ?? '', person: `${person.facts.name}（${relation}）` };
}

/** Takes a hand-over of today back: the child is here. */
export async function undoHandOver(tx: Tx, by: Actor, { id, entryId }: In<'undoHandOver'>) {
  const door = await atDoor(tx, by, id);
  const { day } = await childAt(tx, door, entryId);
  if (day.leftAt === null) throw new Refused(words.notLeft);
  await d.setLeft(tx, entryId, door.today, null);
  await audit.record(tx, by, words.auditUndone, subject(door.s));
  return { id: entryId };
}

