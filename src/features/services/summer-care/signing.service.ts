import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId, newSecretId } from '#shared/ids';
import { secrets } from '#platform/secrets';
import { audit } from '#engines/audit';
import { claims, type Happening } from '#engines/claims';
import { rulebook } from '#engines/rulebook';
import { atField, type ChildFacts, notFound, openChild, openPeople, ownEntry, phoneAt, seal, subject } from './access.service.ts';
import { childKey } from './codes.service.ts';
import { listDays, setArrived, setExcused } from './days.sql.ts';
import * as q from './entries.sql.ts';
import { type Consent, findForMe, listConsents, type Session } from './programmes.sql.ts';
import type { api } from './summer-care.contract.ts';
import { beginsAt, daysOf, decidingAge, endsAt, isGuardian } from './summer-care.rules.ts';
import { words } from './summer-care.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Said = Pick<In<'signUp'>, 'child' | 'people' | 'contact'>;

/** A published session as this worker may see it. */
export const sessionForMe = async (tx: Tx, by: Actor, id: string): Promise<Session> => (await findForMe(tx, by, id)) ?? notFound();

/** The consent text in force. */
export async function consentOf(tx: Tx, s: Pick<Session, 'programmeId' | 'consentNo'>): Promise<Consent> {
  const found = (await listConsents(tx, s.programmeId)).find((c) => c.no === s.consentNo);
  if (found === undefined) throw new Error(`care programme ${s.programmeId} has no consent text ${s.consentNo}`);
  return found;
}

async function agreedTo(tx: Tx, s: Session, no: number, path: string): Promise<Consent> {
  if (no !== s.consentNo) throw atField(path, words.consentOther);
  return consentOf(tx, s);
}

/** How old the child is on the day that decides. @throws Refused when that is not an age of the session */
function ageFor(tx: Tx, s: Session, child: ChildFacts): number {
  if (child.birth > legalDateOf(tx.now)) throw atField('child.birth', words.birthFuture);
  const age = decidingAge(child.birth, s.startsOn, s.ageOn);
  if (age < s.ageFrom || age > s.ageTo) throw atField('child.birth', words.ageOut, { from: s.ageFrom, to: s.ageTo, on: s.ageOn ?? s.startsOn, age });
  return age;
}

function peopleOf(said: Said): { people: (Said['people'][number])[]; contact: Said['contact'] } {
  const people = said.people.map((p, i) => ({ ...p, phone: phoneAt(`people.${i}.phone`, p.phone) }));
  if (!people.some((p) => isGuardian(p.relation))) throw atField('people', words.guardianMissing);
  people.forEach((p, i) => { if (people.findIndex((x) => x.name === p.name && x.phone === p.phone) < i) throw atField(`people.${i}.name`, words.personTwice); });
  return { people, contact: { ...said.contact, phone: phoneAt('contact.phone', said.contact.phone) } };
}

/** Keeps the child with its days before a place is asked for: whatever is refused undoes all of it. */
async function keepChild(tx: Tx, by: Actor, s: Session, { key, child, notes, ...d }: In<'signUp'>): Promise<string> {
  const consent = await agreedTo(tx, s, d.consentNo, 'consentNo');
  if (notes && notes.consentNo !== consent.no) throw atField('notes.consentNo', words.consentOther);
  const { people, contact } = peopleOf({ child, ...d });
  const age = ageFor(tx, s, child);
  const id = newId();
  await q.insertEntries(tx, [{
    id, sessionId: s.id, guardianId: by.personId, key, child: seal(child), contact: seal(contact), age, ageFrom: s.ageFrom, ageTo: s.ageTo, consentNo: consent.no, consentHash: consent.hash,
    notes: notes ? { sealed: secrets.seal(notes.text), no: consent.no, hash: consent.hash } : null,
  }]);
  const days = daysOf(s);
  const lookUp = childKey(tx.federationId, child);
  if ((await q.insertDays(tx, days.map((day) => ({ entryId: id, sessionId: s.id, day, childKey: lookUp })))) < days.length) throw new Refused(words.childTwice);
  await q.putPickups(tx, people.map(({ id: _, ...p }, i) => ({ id: newSecretId(), entryId: id, no: i + 1, sealed: seal(p) })));
  return id;
}

/**
 * Signs a child up: the child, those who pick it up, consents and the claim in one transaction. One child is in one session on a day
 * (unique look-up of each of its days); a worker may sign several children up. Sent again with the same key it answers the same.
 * @throws Refused when the age does not fit, the child is in another session on one of the days, or the engine says no
 */
export async function signUp(tx: Tx, by: Actor, input: In<'signUp'>) {
  const s = await sessionForMe(tx, by, input.id);
  const before = await q.findByKey(tx, s.id, by.personId, input.key);
  const id = before?.id ?? await keepChild(tx, by, s, input);
  if (before === null) {
    const [answer] = await claims.decide(tx, s.id, [{ personId: by.personId, key: input.key, places: 1, unitId: null, at: tx.now }]);
    if (answer === undefined) throw new Error(`session ${s.id} answered nothing`);
    if ('no' in answer) throw claims.refusalFor(answer.offer, answer.no);
  }
  await audit.record(tx, by, words.auditSigned, subject(s));
  const e = (await q.findEntry(tx, id)) ?? notFound();
  return { id, state: e.state, ahead: e.ahead };
}

/** Follows what happens to places: ties a new one to its child, wipes a child that gave its place back, notes who came by the general scanner. */
export async function followClaims(tx: Tx, { offer, verb, claims: some }: Happening): Promise<void> {
  if (verb === 'claimed' && (await q.tieClaims(tx, offer.id, some)) < some.length) throw new Refused(words.signUpHere);
  const over = some.filter((c) => c.endedAt !== null);
  const today = legalDateOf(tx.now);
  for (const wipe of [true, false]) {
    const ended = over.filter((c) => (c.state !== 'returned') === wipe).map((c) => c.id);
    if (ended.length > 0) await q.endEntries(tx, ended, today, wipe);
  }
  if (verb !== 'handed') return;
  const came = (await q.listPlaced(tx, offer.id)).filter((e) => some.some((c) => c.id === e.claimId));
  await setArrived(tx, came.map((e) => e.id), today, tx.now, some[0]?.handedById ?? null);
}

/** Changes what was said: the child until the session begins, those who pick it up and the emergency contact until it is over. */
export async function edit(tx: Tx, by: Actor, { id, version, ...said }: In<'edit'>) {
  const { e, s } = await ownEntry(tx, by, id);
  if (tx.now >= endsAt(s)) throw new Refused(words.isOver);
  const was = openChild(e);
  const { people, contact } = peopleOf(said);
  const same = was !== null && was.name === said.child.name && was.birth === said.child.birth && was.sex === said.child.sex;
  if (!same && tx.now >= beginsAt(s)) throw new Refused(words.childFixed);
  const age = same ? e.age : ageFor(tx, s, said.child);
  if (!(await q.updateEntry(tx, id, version ?? e.version, { child: seal(said.child), contact: seal(contact), age }))) throw new Refused(words.changed);
  if (!same) await changeChild(tx, s, id, said.child);
  await changePeople(tx, id, people);
  await audit.record(tx, by, words.auditEdited, subject(s));
  return { id };
}

/** Another child, before the session begins: its days are those of the session, and those it stays away are kept. */
async function changeChild(tx: Tx, s: Session, id: string, child: ChildFacts): Promise<void> {
  const before = await listDays(tx, [id]);
  const lookUp = childKey(tx.federationId, child);
  await q.clearDays(tx, id);
  if ((await q.insertDays(tx, before.map(({ day }) => ({ entryId: id, sessionId: s.id, day, childKey: lookUp })))) < before.length) throw new Refused(words.childTwice);
  for (const x of before) if (x.excusedAt !== null) await setExcused(tx, id, x.day, x.excusedAt);
}

/** People who stay keep their codes; whoever is left out may not pick the child up any more; another person gets another code. */
async function changePeople(tx: Tx, entryId: string, people: Said['people']): Promise<void> {
  const there = openPeople(await q.listPickups(tx, [entryId]));
  if (people.some((p) => p.id !== undefined && !there.some((x) => x.id === p.id))) throw new Refused(words.personGone);
  const stays = (p: Said['people'][number]): boolean => there.some((x) => x.id === p.id && x.facts.name === p.name);
  await q.removePickups(tx, there.filter((x) => !people.some((p) => p.id === x.id && stays(p))).map((x) => x.id));
  let no = await q.lastNo(tx, entryId);
  await q.putPickups(tx, people.map((p) => {
    const old = there.find((x) => x.id === p.id);
    const kept = old !== undefined && stays(p);
    return { id: kept ? old.id : newSecretId(), entryId, no: kept ? old.no : ++no, sealed: seal({ name: p.name, phone: p.phone, relation: p.relation }) };
  }));
}

/** How many children of one worker may be in a session. */
export async function mostChildren(tx: Tx, unionId: string): Promise<number> {
  return (await rulebook.look(tx, { unionId }, ['summerCare.children.atMost'])).values['summerCare.children.atMost'];
}

