import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { instantAt, legalDateOf, timeOfDay } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { say } from '#shared/words';
import { type Call, doorWords, type Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { cases } from '#engines/cases';
import { notify } from '#engines/notify';
import { findUnionFor, loadUnionFor, officersOf, refuseEnded, type Union } from '#engines/org';
import { dayFacts } from './booking.service.ts';
import { clockOf, minutesOf, seatStart } from './hours.rules.ts';
import type { api } from './receptions.contract.ts';
import * as q from './receptions.sql.ts';
import type { DayRow } from './receptions.sql.ts';
import { words } from './receptions.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
const LEAST_MINUTES = 5;
const EXPORT_MOST = 2000;

async function held(tx: Tx, by: Actor, id: string, lock?: 'update' | 'share'): Promise<{ day: DayRow; union: Union }> {
  const day = await q.findDay(tx, id, lock);
  const union = day === null ? null : await findUnionFor(tx, by, 'receptions.hold', day.unionId);
  if (day === null || union === null) throw new Refused(doorWords.notFound, { status: 404 });
  return { day, union };
}

const noted = (tx: Tx, by: Actor, word: typeof words.auditPlanned, day: DayRow): Promise<unknown> =>
  audit.record(tx, by, word, { subject: { kind: 'reception', id: day.id }, unionId: day.unionId, slots: { date: day.heldOn } });

/** On and after the day it may be recorded, before it may be called off. */
function open(d: DayRow, now: Date): string[] {
  if (d.calledOff !== null) return [];
  return [...(d.heldOn <= legalDateOf(now) ? ['came', 'record'] : []), ...(instantAt(d.heldOn, d.fromMinute) > now ? ['callOff'] : [])];
}

const rowView = (d: DayRow, now: Date) => ({ ...dayFacts(d), booked: d.booked, items: d.items, may: open(d, now) });

/** Reception days over the subtrees of the officer, latest first. */
export async function register(tx: Tx, by: Actor, { unionId, ...f }: In<'register'>) {
  const unionPath = unionId ? (await loadUnionFor(tx, by, 'receptions.hold', unionId)).path : undefined;
  const { items, total } = await q.listDays(tx, by, { ...f, unionPath, today: legalDateOf(tx.now), minute: Math.floor(timeOfDay(tx.now) / 60_000) });
  return { items: items.map((d) => rowView(d, tx.now)), total };
}

/** The register as a spreadsheet, at most 2,000 days; the export is in the log. */
export async function exportRegister(tx: Tx, by: Actor, f: In<'exportRegister'>, call: Call): Promise<Download> {
  const { items } = await register(tx, by, { ...f, limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'register', id: tx.federationId }, slots: { n: items.length } });
  return exportSheet({
    name: words.exportName, now: tx.now, locale: call.locale, rows: items, shown: f.columns,
    columns: [
      { heading: words.date, under: ['date'], cell: (d) => d.heldOn }, { heading: words.hours, under: ['date'], cell: (d) => `${d.from}–${d.to}` }, { heading: words.union, under: ['union'], cell: (d) => d.union },
      { heading: words.place, under: ['place'], cell: (d) => d.place }, { heading: words.booked, under: ['booked'], cell: (d) => String(d.booked) }, { heading: words.slots, under: ['booked'], cell: (d) => String(d.slots) },
      { heading: words.items, under: ['items'], cell: (d) => String(d.items) },
      { heading: words.state, under: ['state'], cell: (d) => say(d.calledOff !== null ? words.off : d.may.includes('callOff') ? words.coming : words.past, call.locale) }, { heading: words.reason, under: ['state'], cell: (d) => d.calledOff },
    ],
  });
}

/** One day with who booked and what was recorded; letters the officer may not read show their number only. */
export async function day(tx: Tx, by: Actor, { id }: In<'day'>) {
  const { day: d } = await held(tx, by, id);
  const [bookings, items] = [await q.listBookings(tx, [id]), await q.listItems(tx, by, id)];
  return {
    ...rowView(d, tx.now),
    bookings: bookings.map((b) => ({ seat: b.seat, at: clockOf(seatStart(d, b.seat)), name: b.name, wish: b.wish, came: b.came, own: b.personId === by.personId })),
    list: items.map((i) => ({ letterId: i.open ? i.letterId : null, number: i.number, title: i.open ? i.title : '', seat: i.seat })),
  };
}

/** Plans a day for the future and says so in the union's group; every place has five minutes at least. */
export async function plan(tx: Tx, by: Actor, { unionId, place, heldOn, from, to, slots }: In<'plan'>) {
  const union = await loadUnionFor(tx, by, 'receptions.hold', unionId);
  refuseEnded(union);
  const [fromMinute, toMinute] = [minutesOf(from), minutesOf(to)];
  const fields = toMinute <= fromMinute ? [{ path: 'to', why: words.wrongHours }] : toMinute - fromMinute < slots * LEAST_MINUTES ? [{ path: 'slots', why: words.tooTight }] : instantAt(heldOn, fromMinute) <= tx.now ? [{ path: 'heldOn', why: words.inPast }] : [];
  if (fields.length > 0) throw new Refused(doorWords.checkInput, { status: 400, fields });
  const id = newId();
  await q.insertDay(tx, { id, unionId, heldOn, fromMinute, toMinute, place, slots, by: by.personId });
  await notify.tell(tx, { key: `receptions/${id}/planned`, kind: 'receptions.planned', word: words.tellPlanned, body: words.tellPlannedBody, slots: { date: heldOn, from, to, place, n: slots }, link: '/receptions', unionId, to: { groups: [unionId] } });
  await audit.record(tx, by, words.auditPlanned, { subject: { kind: 'reception', id }, unionId, slots: { date: heldOn } });
  return { id };
}

/** Calls a day off before it begins; whoever booked is told why and is free to book another. */
export async function callOff(tx: Tx, by: Actor, { id, text }: In<'callOff'>) {
  const { day: d } = await held(tx, by, id, 'update');
  if (d.calledOff !== null) throw new Refused(words.wasCalledOff);
  if (instantAt(d.heldOn, d.fromMinute) <= tx.now) throw new Refused(words.inPast);
  const booked = await q.listBookings(tx, [id]);
  await q.callOffDay(tx, id, text);
  if (booked.length > 0) {
    await notify.tell(tx, {
      key: `receptions/${id}/off`, to: booked.map((b) => b.personId), kind: 'receptions.calledOff', word: words.tellOff, body: words.tellOffBody,
      slots: { union: d.unionName, date: d.heldOn, reason: text }, link: '/receptions', sms: true,
    });
  }
  await noted(tx, by, words.auditCalledOff, d);
  return { id };
}

function refuseEarly(d: DayRow, now: Date): void {
  if (d.calledOff !== null) throw new Refused(words.wasCalledOff);
  if (d.heldOn > legalDateOf(now)) throw new Refused(words.notYet);
}

/** Records whether whoever booked a place came. */
export async function came(tx: Tx, by: Actor, { id, seat, came: yes }: In<'came'>) {
  const { day: d } = await held(tx, by, id, 'share');
  refuseEarly(d, tx.now);
  if (!(await q.setCame(tx, id, seat, yes))) throw new Refused(words.seatFree);
  await noted(tx, by, words.auditCame, d);
  return { id };
}

/** A matter about the chairperson goes one level up and the chairpersons of the union are barred from it, as with letters written on the phone. */
async function addressFor(tx: Tx, union: Union, aboutChair: boolean): Promise<{ unionId: string; barred: { personId: string; why: string }[] }> {
  if (!aboutChair) return { unionId: union.id, barred: [] };
  const chairs = await officersOf(tx, [union.id], ['chair']);
  return { unionId: (await cases.oneLevelUp(tx, union))?.id ?? union.id, barred: chairs.map((c) => ({ personId: c.personId, why: 'aboutChair' })) };
}

/**
 * Makes a letter of what somebody brought forward. With a place: in the name of whoever booked it, who follows it like any other letter.
 * Without: nobody's name is kept, and the follow-up code (16 digits) is told this once.
 * The link to the place is not kept where the name is withheld or the matter concerns the chairperson.
 */
export async function record(tx: Tx, by: Actor, { id, seat, title, text, category, place, aboutChair, hidden }: In<'record'>) {
  const { day: d, union } = await held(tx, by, id, 'share');
  refuseEarly(d, tx.now);
  const booking = seat === undefined ? null : (await q.listBookings(tx, [id])).find((b) => b.seat === seat);
  if (booking === undefined) throw new Refused(words.seatFree);
  if (booking?.personId === by.personId) throw new Refused(words.ownItem);
  const address = await addressFor(tx, union, aboutChair);
  const opened = await cases.open(tx, cases.processNamed('letter'), {
    unionId: address.unionId, originUnionId: union.id, title, text, privacy: booking === null ? 'anonymous' : hidden ? 'hidden' : 'named', channel: 'reception',
    authorId: booking?.personId ?? null, filedBy: by, facts: { category, place, aboutChair }, barred: address.barred,
  });
  await q.insertItem(tx, { letterId: opened.id, dayId: id, seat: hidden || aboutChair ? null : (seat ?? null) });
  if (booking) await q.setCame(tx, id, booking.seat, true);
  await audit.record(tx, by, words.auditRecorded, { subject: { kind: 'reception', id }, unionId: d.unionId, slots: { number: opened.number } });
  return { number: opened.number, code: opened.code };
}
