import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { chinaTime, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { maskName } from '#shared/person-name';
import { maskPhone } from '#shared/phone';
import { say } from '#shared/words';
import type { Call } from '#platform/http';
import { secrets } from '#platform/secrets';
import { audit } from '#engines/audit';
import { notify } from '#engines/notify';
import { notFound, openChild, openPerson, openRelease, openText, phoneAt, seal, keptSession, sessionAtWork, subject } from './access.service.ts';
import * as d from './days.sql.ts';
import { atDoor, childAt, tellGuardian } from './door.service.ts';
import * as q from './entries.sql.ts';
import { certificateOf } from './guardian.service.ts';
import { findSession, type Session } from './programmes.sql.ts';
import type { staff } from './staff.contract.ts';
import { type DayState, dayState, daysOf, missingFrom } from './summer-care.rules.ts';
import { words } from './summer-care.words.ts';
import { absentMinutes } from './views.service.ts';

type In<K extends keyof typeof staff> = z.output<(typeof staff)[K]['in']>;

const headOf = (s: Session) => ({ id: s.id, title: s.title, programme: s.programme, site: s.site, address: s.address, union: s.union, startsOn: s.startsOn, endsOn: s.endsOn, opensMinute: s.opensMinute, closesMinute: s.closesMinute });

/** Sessions one is staff of, today first. */
export async function duties(tx: Tx, by: Actor) {
  const today = legalDateOf(tx.now);
  const items = [];
  for (const duty of await d.listDuties(tx, by.personId, today)) {
    const s = await findSession(tx, duty.sessionId);
    const day = s === null ? undefined : daysOf(s).find((x) => x >= duty.from && x <= duty.to);
    if (s !== null && day !== undefined) items.push({ ...headOf(s), day, today: day === today, children: s.taken });
  }
  return { items };
}

const acts = (state: DayState, today: boolean): string[] => {
  if (!today) return [];
  if (state === 'left') return ['undoHandOver', 'incident'];
  return state === 'here' ? ['undoSignIn', 'release', 'incident'] : ['signIn'];
};

/** The list of a day, for its staff and for officers. What health notes say is another call, which is logged. */
export async function day(tx: Tx, by: Actor, { id, day: on }: In<'day'>, { locale }: Call) {
  const s = await sessionAtWork(tx, by, id, on);
  const today = on === legalDateOf(tx.now);
  const entries = await q.listPlaced(tx, id);
  const marks = new Map((await d.listDay(tx, id, on)).map((x) => [x.entryId, x]));
  const people = new Map((await q.findPickups(tx, [...marks.values()].flatMap((x) => x.pickupId ?? []))).map((p) => [p.id, openPerson(p.sealed)]));
  const releases = await d.listReleases(tx, { sessionId: id, day: on });
  const from = missingFrom(on, s.opensMinute, await absentMinutes(tx, s.unionId));
  // officers who are not staff of the day see who is there, not the names of children
  const names = new Map(entries.map((e) => { const name = openChild(e)?.name ?? ''; return [e.id, s.onDuty ? name : maskName(name)]; }));
  const withWhom = (x: d.Day): string => {
    const who = x.pickupId ? people.get(x.pickupId) : openRelease(releases.find((r) => r.id === x.releaseId)?.sealed ?? null);
    return who ? `${who.name}（${say(words[`relation_${who.relation}`], locale)}）` : '';
  };
  const items = entries.flatMap((e) => {
    const x = marks.get(e.id);
    if (x === undefined) return [];
    const state = dayState(x, from, tx.now);
    return [{ entryId: e.id, no: e.no, child: names.get(e.id) ?? '', age: e.age, state, arrivedAt: x.arrivedAt?.toISOString() ?? null, leftAt: x.leftAt?.toISOString() ?? null, leftWith: withWhom(x), health: e.notesSealed !== null, unpaid: e.paidAt === null ? Number(e.amount) : 0, told: x.absentToldAt !== null, may: acts(state, today) }];
  });
  const onDuty = (await d.listStaff(tx, id, on)).map((x) => x.name);
  return {
    session: headOf(s), day: on, isDay: daysOf(s).includes(on), today, days: daysOf(s), items, releases: releases.map((r) => releaseView(r, names.get(r.entryId) ?? '', by)), staff: onDuty, may: [...(today && s.onDuty ? ['health'] : []), ...(today ? ['scan'] : [])],
  };
}

function releaseView(r: d.Release, child: string, by: Actor) {
  const facts = openRelease(r.sealed);
  return {
    id: r.id, entryId: r.entryId, child, taker: facts?.name ?? '', relation: facts?.relation ?? ('other' as const), phone: maskPhone(facts?.phone ?? ''), reason: facts?.reason ?? '', by: r.by, at: r.at.toISOString(), state: r.state, second: r.second, decidedAt: r.decidedAt?.toISOString() ?? null,
    may: r.state === 'asked' ? (r.byId === by.personId ? ['decline'] : ['confirm', 'decline']) : [],
  };
}

/** What allergies and health notes of today's children say, with whom to call: for staff of today only, and each look is in the log. */
export async function health(tx: Tx, by: Actor, { id }: In<'health'>, { locale }: Call) {
  const s = await sessionAtWork(tx, by, id);
  if (!s.onDuty) throw new Refused(words.dutyOnly);
  await audit.looked(tx, by, { ...subject(s), fields: ['health', 'contact'], purpose: say(words.purposeDay, locale) });
  const today = new Set((await d.listDay(tx, id, legalDateOf(tx.now))).map((x) => x.entryId));
  return {
    items: (await q.listPlaced(tx, id)).flatMap((e) => {
      const contact = openPerson(e.contactSealed);
      return e.notesSealed !== null && today.has(e.id) ? [{ entryId: e.id, no: e.no, child: openChild(e)?.name ?? '', text: openText(e.notesSealed), contact: contact ? `${contact.name}（${say(words[`relation_${contact.relation}`], locale)}）` : '', phone: contact?.phone ?? '' }] : [];
    }),
  };
}

/** Asks to hand a child to somebody who is not listed. Another member of staff must confirm. */
export async function askRelease(tx: Tx, by: Actor, { id, entryId, ...said }: In<'askRelease'>) {
  const door = await atDoor(tx, by, id);
  const { day: mark } = await childAt(tx, door, entryId);
  if (mark.arrivedAt === null) throw new Refused(words.notHere);
  if (mark.leftAt !== null) throw new Refused(words.leftAlready);
  const releaseId = newId();
  const sealed = seal({ name: said.taker, phone: phoneAt('phone', said.phone), relation: said.relation, reason: said.reason });
  if (!(await d.insertRelease(tx, { id: releaseId, sessionId: id, entryId, day: door.today, sealed, byId: by.personId }))) throw new Refused(words.askedAlready);
  const to = (await d.listStaff(tx, id, door.today)).map((x) => x.personId).filter((x) => x !== by.personId);
  if (to.length > 0) await notify.tell(tx, { key: `summerCare/${releaseId}/ask`, kind: 'summerCare.release', word: words.tellAskRelease, body: words.tellAskReleaseBody, slots: { title: door.s.title, by: by.name }, link: `/summer-care/duty/${id}`, to, unionId: door.s.unionId, urgent: true });
  await audit.record(tx, by, words.auditAsked, subject(door.s));
  return { id: releaseId };
}

/** Confirms a release, as another person than who asked, or declines it. Confirmed, the child has left. */
export async function decideRelease(tx: Tx, by: Actor, { id, confirm }: In<'decideRelease'>) {
  const seen = (await d.lockRelease(tx, id)) ?? notFound();
  const door = await atDoor(tx, by, seen.sessionId);
  if (seen.state !== 'asked' || seen.day !== door.today) throw new Refused(words.decidedAlready);
  if (confirm && seen.byId === by.personId) throw new Refused(words.secondSame);
  await d.decideRelease(tx, id, confirm ? 'confirmed' : 'declined', by.personId);
  if (confirm) {
    const { e, day: mark } = await childAt(tx, door, seen.entryId);
    if (mark.arrivedAt === null) throw new Refused(words.notHere);
    if (mark.leftAt !== null) throw new Refused(words.leftAlready);
    await d.setLeft(tx, e.id, door.today, { at: tx.now, byId: by.personId, pickupId: null, releaseId: id });
    await tellGuardian(tx, door.s, e, { sign: `released/${id}`, kind: 'released', word: words.tellReleased, body: words.tellReleasedBody, slots: { time: chinaTime(tx.now).slice(11) }, urgent: true });
  }
  await audit.record(tx, by, confirm ? words.auditReleased : words.auditRefused, subject(door.s));
  return { id };
}

/** Notes what happened to a child; the text is sealed, the guardian is told that there is one. */
export async function incident(tx: Tx, by: Actor, { id, entryId, text }: In<'incident'>) {
  const door = await atDoor(tx, by, id);
  const { e } = await childAt(tx, door, entryId);
  const incidentId = newId();
  await d.insertIncidents(tx, [{ id: incidentId, sessionId: id, entryId, byId: by.personId, sealed: secrets.seal(text) }]);
  await tellGuardian(tx, door.s, e, { sign: `incident/${incidentId}`, kind: 'incident', word: words.tellIncident, body: words.tellIncidentBody, slots: {}, urgent: true });
  await audit.record(tx, by, words.auditIncident, subject(door.s));
  return { id: incidentId };
}

/** Certificates of all who came, to be printed at the end. Names in full: the look is in the log. */
export async function certificates(tx: Tx, by: Actor, { id }: In<'certificates'>, { locale }: Call) {
  const s = await keptSession(tx, by, id);
  if (s.forgottenAt !== null) throw new Refused(words.forgotten);
  if (legalDateOf(tx.now) < s.endsOn) throw new Refused(words.notEnded, { slots: { day: s.endsOn } });
  await audit.looked(tx, by, { ...subject(s), fields: ['child'], purpose: say(words.purposeCertificates, locale) });
  const entries = await q.listPlaced(tx, id);
  const came = Map.groupBy((await d.listDays(tx, entries.map((e) => e.id))).filter((x) => x.arrivedAt !== null), (x) => x.entryId);
  return { items: entries.flatMap((e) => { const n = came.get(e.id)?.length ?? 0; return n > 0 ? [certificateOf(s, e, n)] : []; }) };
}
