import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { chinaTime, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import type { Word } from '#shared/words';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { cases, type Given } from '#engines/cases';
import { claims } from '#engines/claims';
import { notify } from '#engines/notify';
import { activityProcess } from './activities.process.ts';
import { DOORS_OPEN_MINUTES, repeatsOf, sameDay } from './activities.rules.ts';
import * as q from './activities.sql.ts';
import { words } from './activities.words.ts';
import type { desk } from './desk.contract.ts';
import { copyOf, KEEP, movedTo, newSeries, pointsOf } from './drafting.service.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
const PUBLISHED = ['open', 'closed'];

/** An activity for those who keep it, locked to the end of the transaction. */
export async function loadKept(tx: Tx, by: Actor, id: string, o: { published?: boolean } = {}): Promise<q.ActivityRow> {
  if (!(await q.lockKept(tx, by, KEEP, id))) throw new Refused(doorWords.notFound, { status: 404 });
  const [a] = await q.findActivities(tx, [id]);
  if (a === undefined) throw new Refused(doorWords.notFound, { status: 404 });
  if (o.published && !PUBLISHED.includes(a.offer ?? '')) throw new Refused(a.offer === 'cancelled' ? words.isOver : words.notPublished);
  return a;
}

/** An activity for those who keep it, to be looked at. */
export async function seeKept(tx: Tx, by: Actor, id: string): Promise<q.ActivityRow> {
  const a = await q.findKept(tx, by, KEEP, id);
  if (a === null) throw new Refused(doorWords.notFound, { status: 404 });
  return a;
}

/** From two hours before it begins people are checked in. */
const doorsOpen = (startsAt: Date): Date => new Date(startsAt.getTime() - DOORS_OPEN_MINUTES * 60_000);

/** Puts the places of an approved activity into the engine and opens them. Quotas are taken out of the places; the rest is for everybody. */
async function openPlaces(tx: Tx, by: Actor, a: q.ActivityRow): Promise<void> {
  const closesAt = a.closesAt;
  if (a.startsAt <= tx.now) throw new Refused(words.startsPast);
  if (closesAt <= tx.now) throw new Refused(words.closesPast);
  const points = a.pays === 'points' ? await pointsOf(tx, a.unionId) : null;
  if (a.pays === 'points' && points === null) throw new Refused(words.pointsUnknown);
  if (a.pays === 'online' && !claims.hasGate()) throw new Refused(words.onlineUnknown);
  await claims.put(tx, by, {
    id: a.id, unionId: a.unionId, kind: 'activity', title: a.title, mode: 'first', opensAt: a.opensAt ?? tx.now, closesAt, places: a.places - a.quotas.reduce((n, x) => n + x.places, 0),
    quotas: a.quotas.map((x) => ({ unionId: x.unionId, places: x.places, rollsUpAt: x.rollsUpAt === null ? null : new Date(x.rollsUpAt) })), party: 1 + a.family, waits: a.waits, pays: a.pays, price: a.price, ...(points ? { points } : {}),
    who: { ...a.who, unions: (await q.listAudience(tx, a.id)).map((u) => u.id) }, cancelUntil: a.cancelUntil ?? closesAt, handOverFrom: doorsOpen(a.startsAt), handOverTo: a.endsAt, place: a.place,
  });
  await claims.open(tx, by, a.id);
}

type Verb = 'approve' | 'giveBack' | 'decline' | 'publish' | 'drop';

function takes<K extends Verb>(verb: K) {
  return async (tx: Tx, by: Actor, { id, ...given }: { id: string; text?: string; version?: number | undefined }) => {
    const a = await loadKept(tx, by, id);
    const said: Given = { ...(given.text ? { text: given.text } : {}), ...(given.version ? { version: given.version } : {}) };
    const held = await cases.step(tx, activityProcess, verb, id, { kind: 'person', actor: by }, said);
    if (verb === 'approve' || verb === 'publish') await openPlaces(tx, by, a);
    return { id, state: held.file.state };
  };
}

/** Approves what a worker drafted: it is published and open. */
export const approve = takes('approve');
/** Returns a draft with remarks; the author changes it and sends it again. */
export const giveBack = takes('giveBack');
/** Declines a draft with a reason. */
export const decline = takes('decline');
/** Publishes what officers drafted themselves. */
export const publish = takes('publish');
/** Drops what officers drafted themselves. */
export const drop = takes('drop');

/** Makes a weekly series of a published activity: the others are published at once. @returns all of the series, the first included */
export async function repeat(tx: Tx, by: Actor, { id, times, everyWeeks }: In<'repeat'>) {
  const a = await loadKept(tx, by, id, { published: true });
  const seriesId = a.seriesId ?? newSeries();
  if (a.seriesId === null) await q.updateActivity(tx, id, { ...a, seriesId });
  const ids = [id];
  for (const day of repeatsOf(legalDateOf(a.startsAt), times, everyWeeks)) {
    const next = await copyOf(tx, by, a, movedTo(a, day, seriesId));
    await publish(tx, by, { id: next.id });
    ids.push(next.id);
  }
  await audit.record(tx, by, words.auditRepeated, { subject: { kind: 'activity', id }, unionId: a.unionId, slots: { title: a.title, n: ids.length } });
  return { ids };
}

async function tellHolders(tx: Tx, a: q.ActivityRow, told: { readonly verb: string; readonly word: Word; readonly body: Word; readonly startsAt: Date; readonly place: string; readonly urgent?: boolean }): Promise<number> {
  const people = await q.listHolders(tx, a.id);
  if (people.length === 0) return 0;
  await notify.tell(tx, {
    key: `activities/${a.id}/${told.verb}`, kind: `activities.${told.verb.split('/')[0]}`, word: told.word, body: told.body, slots: { title: a.title, time: chinaTime(told.startsAt), place: told.place }, link: `/activities/${a.id}`, unionId: a.unionId, to: people,
    ...(told.urgent ? { urgent: true } : {}),
  });
  return people.length;
}

/** Reminds everybody with a place: the day before, or two hours before. */
export const remind = (tx: Tx, a: q.ActivityRow, step: 1 | 2): Promise<number> =>
  tellHolders(tx, a, { verb: `${step === 1 ? 'day' : 'soon'}/${a.startsAt.getTime()}`, word: step === 1 ? words.tellDay : words.tellSoon, body: step === 1 ? words.tellDayBody : words.tellSoonBody, startsAt: a.startsAt, place: a.place, urgent: step === 2 });

/** Changes a published activity that is not over: words, time, place. Who has a place is told when time or place changed. */
export async function amend(tx: Tx, by: Actor, { id, startsAt: s, endsAt: e, closesAt: c, cancelUntil: u, ...said }: In<'amend'>) {
  const a = await loadKept(tx, by, id, { published: true });
  if (a.endsAt <= tx.now) throw new Refused(words.isOver);
  const [startsAt, endsAt, closesAt] = [new Date(s), new Date(e), new Date(c)];
  const refuse = (path: string, why: Word): never => { throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path, why }] }); };
  if (endsAt <= startsAt) refuse('endsAt', words.endsBefore);
  if (endsAt <= tx.now) refuse('endsAt', words.startsPast);
  if (closesAt > endsAt) refuse('closesAt', words.closesAfter);
  if (a.opensAt !== null && closesAt <= a.opensAt) refuse('closesAt', words.opensAfter);
  if (a.kind === 'outing' && !sameDay(startsAt, endsAt)) refuse('endsAt', words.outingOvernight);
  const cancelUntil = u === null ? null : new Date(u);
  if (cancelUntil !== null && cancelUntil > startsAt) refuse('cancelUntil', words.cancelAfter);
  await q.updateActivity(tx, id, { ...a, ...said, startsAt, endsAt, closesAt, cancelUntil });
  await claims.amend(tx, by, id, { title: said.title, place: said.place, closesAt, cancelUntil: cancelUntil ?? closesAt, handOverFrom: doorsOpen(startsAt), handOverTo: endsAt });
  if (startsAt.getTime() !== a.startsAt.getTime() || said.place !== a.place) {
    await q.forgetReminders(tx, id);
    await tellHolders(tx, { ...a, title: said.title }, { verb: `moved/${tx.now.getTime()}`, word: words.tellMoved, body: words.tellMovedBody, startsAt, place: said.place, urgent: true });
  }
  await audit.record(tx, by, words.auditSaved, { subject: { kind: 'activity', id }, unionId: a.unionId, slots: { title: said.title } });
  return { id, state: a.state };
}

/** Calls an activity off before it begins: everybody is told why, points come back, money is owed back. */
export async function callOff(tx: Tx, by: Actor, { id, why }: In<'callOff'>) {
  const a = await loadKept(tx, by, id, { published: true });
  if (a.startsAt <= tx.now) throw new Refused(a.endsAt <= tx.now ? words.isOver : words.isRunning);
  await claims.callOff(tx, by, id, why);
  return { id, state: 'cancelled' };
}

/** Ends the sign-up before its time; those who have a place keep it. */
export async function close(tx: Tx, by: Actor, { id }: In<'close'>) {
  const a = await loadKept(tx, by, id, { published: true });
  await claims.close(tx, by, id);
  return { id, state: a.state };
}
