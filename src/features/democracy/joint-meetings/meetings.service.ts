import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { addDays, chinaTime, instantAt, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import type { Word } from '#shared/words';
import { doorWords } from '#platform/http';
import { cases } from '#engines/cases';
import { notify } from '#engines/notify';
import { rulebook } from '#engines/rulebook';
import { loadKept, loadRunning } from './councils.service.ts';
import { type CouncilRow, listPeople } from './councils.sql.ts';
import type { api } from './joint-meetings.contract.ts';
import { itemProcess, meetingProcess } from './joint-meetings.process.ts';
import { bothOf, speaks, type Side } from './joint-meetings.rules.ts';
import { words } from './joint-meetings.words.ts';
import * as q from './meetings.sql.ts';
import { loadMeeting, sideOf } from './views.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;

export const wrong = (path: string, why: Word): never => { throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path, why }] }); };
/** A step that this part has allowed itself: whoever speaks for a side may hold no office. */
export const entrusted = (actor: Actor) => ({ kind: 'person', actor, entrusted: true }) as const;
const SYSTEM = { kind: 'system', job: 'jointMeetings' } as const;

/** Those of a council who are to hear: everybody, or who speaks for a side. */
export async function hearers(tx: Tx, councilId: string, o: { readonly speakers?: true; readonly side?: Side; readonly but?: string } = {}): Promise<string[]> {
  return (await listPeople(tx, councilId)).filter((p) => p.until === null && (!o.speakers || speaks(p.role)) && (o.side === undefined || p.side === o.side) && p.id !== o.but).map((p) => p.id);
}

function planned(tx: Tx, d: Omit<In<'plan'>, 'councilId'>): q.Planned {
  const heldAt = new Date(d.heldAt);
  if (heldAt <= tx.now) wrong('heldAt', words.heldPast);
  return { title: d.title, place: d.place, heldAt, agenda: d.agenda };
}
async function invite(tx: Tx, c: CouncilRow, id: string, p: q.Planned, word: Word): Promise<void> {
  const to = await hearers(tx, c.id);
  if (to.length > 0) await notify.tell(tx, { key: `jointMeetings/${id}/invited/${p.heldAt.getTime()}/${p.place}`.slice(0, 200), kind: 'jointMeetings.invited', word, body: words.tellInvitedBody, slots: { title: p.title, union: c.union, other: c.otherName, time: chinaTime(p.heldAt), place: p.place || '—' }, link: `/joint-meetings/meetings/${id}`, unionId: c.unionId, to });
}

/** Plans a meeting of both bodies and invites their representatives; its minutes are due so many days after it. */
export async function plan(tx: Tx, by: Actor, { councilId, ...d }: In<'plan'>) {
  const c = await loadRunning(tx, by, councilId);
  const p = planned(tx, d);
  const people = (await listPeople(tx, councilId)).filter((x) => x.until === null && speaks(x.role));
  if (!bothOf(people.map((x) => x.side))) throw new Refused(words.sidesMissing);
  const within = (await rulebook.look(tx, { unionId: c.unionId }, ['jointMeetings.minutes.withinDays'])).values['jointMeetings.minutes.withinDays'];
  const { id } = await cases.open(tx, meetingProcess, { unionId: c.unionId, title: p.title, text: p.agenda.join('\n') || p.title, privacy: 'named', channel: 'desk', filedBy: by, dues: { finish: instantAt(addDays(legalDateOf(p.heldAt), within + 1)) } });
  await q.insertMeeting(tx, id, councilId, p);
  await invite(tx, c, id, p, words.tellInvited);
  return { id };
}

/** Changes a meeting that was not held yet; everybody hears of another time or place. */
export async function change(tx: Tx, by: Actor, { id, version, ...d }: In<'change'>) {
  const { meeting: m, council } = await loadMeeting(tx, by, id);
  const c = await loadKept(tx, by, council.id);
  if (m.state !== 'planned' || m.version !== version) throw new Refused(words.changedMeanwhile);
  const p = planned(tx, d);
  await cases.note(tx, meetingProcess, id, { kind: 'person', actor: by }, {}, words.did_change);
  await q.updateMeeting(tx, id, p);
  if (p.heldAt.getTime() !== m.heldAt.getTime() || p.place !== m.place) await invite(tx, c, id, p, words.tellMoved);
  return { id };
}

/** Calls a meeting off; everybody is told why. */
export async function callOff(tx: Tx, by: Actor, { id, version, text }: In<'callOff'>) {
  const { meeting: m, council } = await loadMeeting(tx, by, id);
  const c = await loadKept(tx, by, council.id);
  await cases.step(tx, meetingProcess, 'callOff', id, { kind: 'person', actor: by }, { version, text });
  const to = await hearers(tx, c.id);
  if (to.length > 0) await notify.tell(tx, { key: `jointMeetings/${id}/calledOff`, kind: 'jointMeetings.invited', word: words.tellCalledOff, body: words.tellCalledOffBody, slots: { title: m.title, why: text }, link: `/joint-meetings/meetings/${id}`, unionId: c.unionId, to });
  return { id };
}

/** Puts minutes and a work list to both sides; written anew, both consent anew. Nothing on the list holds before that. */
export async function record(tx: Tx, by: Actor, { id, version, minutes, draft }: In<'record'>) {
  const { meeting: m, council } = await loadMeeting(tx, by, id);
  const c = await loadKept(tx, by, council.id);
  if (m.heldAt > tx.now) throw new Refused(words.notHeld);
  const owners = new Set(await hearers(tx, c.id));
  for (const [i, d] of draft.entries()) {
    if (!owners.has(d.ownerId)) wrong(`draft.${i}.ownerId`, words.ownerUnknown);
    if (d.dueOn <= legalDateOf(tx.now)) wrong(`draft.${i}.dueOn`, words.duePast);
  }
  await cases.step(tx, meetingProcess, 'record', id, { kind: 'person', actor: by }, { version });
  await q.writeMinutes(tx, id, minutes, draft);
  const to = await hearers(tx, c.id, { speakers: true });
  await notify.tell(tx, { key: `jointMeetings/${id}/minutes/${m.round + 1}`, kind: 'jointMeetings.minutes', word: words.tellMinutes, body: words.tellMinutesBody, slots: { title: m.title, n: draft.length }, link: `/joint-meetings/meetings/${id}`, unionId: c.unionId, to });
  return { id };
}

/** The side for which this person consents to what stands in this round, or the refusal. */
export function speakerOf(c: CouncilRow, state: { readonly round: number; readonly waits: boolean }, seen: number): Side {
  const side = sideOf(c);
  if (side === null) throw new Refused(words.notSpeaker, { status: 403 });
  if (!state.waits) throw new Refused(words.notWaiting);
  if (state.round !== seen) throw new Refused(words.writtenAnew);
  return side;
}

/** Opens an agreed item; its owner hears of it. */
export async function openItem(tx: Tx, by: Actor, c: CouncilRow, o: { readonly meetingId: string; readonly item: q.Draft; readonly followsId: string | null }): Promise<string> {
  const { id } = await cases.open(tx, itemProcess, { unionId: c.unionId, title: o.item.title, text: o.item.detail || o.item.title, privacy: 'named', channel: 'meeting', filedBy: by, dues: { finish: instantAt(addDays(o.item.dueOn, 1)) } });
  await q.insertItem(tx, { ...o.item, id, councilId: c.id, meetingId: o.meetingId, followsId: o.followsId });
  await notify.tell(tx, { key: `jointMeetings/item/${id}/opened`, kind: 'jointMeetings.item', word: words.tellItem, body: words.tellItemBody, slots: { title: o.item.title, day: o.item.dueOn, council: c.title }, link: `/joint-meetings/items/${id}`, unionId: c.unionId, to: [o.item.ownerId] });
  return id;
}

/** A side agrees the minutes as it read them. With the second side they hold, and every item on the list begins. */
export async function agree(tx: Tx, by: Actor, { id, round }: In<'agree'>) {
  const { council: c } = await loadMeeting(tx, by, id);
  const side = speakerOf(c, await lockedMeeting(tx, by, id), round);
  if (!(await q.insertConsent(tx, id, round, side, by.personId))) throw new Refused(words.consentedAlready);
  const sides = (await q.listConsents(tx, id, round)).map((x) => x.side);
  if (!bothOf(sides)) return { id, agreed: false };
  await cases.step(tx, meetingProcess, 'seal', id, SYSTEM);
  const { meeting: m } = await loadMeeting(tx, by, id);
  for (const item of m.draft) await openItem(tx, by, c, { meetingId: id, item, followsId: null });
  const to = await hearers(tx, c.id);
  await notify.tell(tx, { key: `jointMeetings/${id}/agreed`, kind: 'jointMeetings.minutes', word: words.tellAgreed, body: words.tellAgreedBody, slots: { title: m.title, n: m.draft.length }, link: `/joint-meetings/meetings/${id}`, unionId: c.unionId, to });
  return { id, agreed: true };
}

/** The step of the side locks the case; the round is read again behind the lock. */
async function lockedMeeting(tx: Tx, by: Actor, id: string): Promise<{ round: number; waits: boolean }> {
  const before = await q.findMeeting(tx, id);
  if (before?.state !== 'drafted') return { round: before?.round ?? 0, waits: false };
  await cases.step(tx, meetingProcess, 'agree', id, entrusted(by));
  const m = await q.findMeeting(tx, id);
  return { round: m?.round ?? 0, waits: m?.state === 'drafted' };
}

/** A side says what has to be written otherwise; who keeps the meeting hears it. */
export async function object(tx: Tx, by: Actor, { id, round, text }: In<'object'>) {
  const { meeting: m, council: c } = await loadMeeting(tx, by, id);
  const side = speakerOf(c, { round: m.round, waits: m.state === 'drafted' }, round);
  await cases.step(tx, meetingProcess, 'object', id, entrusted(by), { text });
  const to = await hearers(tx, c.id, { speakers: true, but: by.personId });
  if (to.length > 0) await notify.tell(tx, { key: `jointMeetings/${id}/objected/${round}/${m.version}`, kind: 'jointMeetings.minutes', word: words.tellObjected, body: words[`tellObjected_${side}`], slots: { title: m.title, text }, link: `/joint-meetings/meetings/${id}`, unionId: c.unionId, to });
  return { id };
}
