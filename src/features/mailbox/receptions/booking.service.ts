import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { instantAt, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { findUnion, listAncestors } from '#engines/org';
import { clockOf, seatStart } from './hours.rules.ts';
import type { api } from './receptions.contract.ts';
import { type BookingRow, type DayRow, deleteBooking, findDay, insertBooking, listBookings, listComing } from './receptions.sql.ts';
import { words } from './receptions.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;

/** What every view of a day says. */
export const dayFacts = (d: DayRow) => ({ id: d.id, union: d.unionName, heldOn: d.heldOn, from: clockOf(d.fromMinute), to: clockOf(d.toMinute), place: d.place, slots: d.slots, calledOff: d.calledOff });

/** The own union and those above it: their receptions are open to the member. */
async function reach(tx: Tx, by: Actor): Promise<string[]> {
  const own = by.membership === null ? null : await findUnion(tx, by.membership.unionId);
  return own === null ? [] : [own, ...(await listAncestors(tx, own))].filter((u) => u.state === 'active').map((u) => u.id);
}

const isOver = (d: DayRow, now: Date): boolean => instantAt(d.heldOn, d.toMinute) <= now;

function openView(d: DayRow, taken: readonly BookingRow[], by: Actor, now: Date) {
  const mine = taken.find((b) => b.personId === by.personId);
  const seats = Array.from({ length: d.slots }, (_, i) => i + 1).map((seat) => ({
    seat, at: clockOf(seatStart(d, seat)), free: !taken.some((b) => b.seat === seat) && instantAt(d.heldOn, seatStart(d, seat)) > now,
  }));
  const begun = instantAt(d.heldOn, d.fromMinute) <= now;
  return {
    ...dayFacts(d), seats, mine: mine ? { seat: mine.seat, at: clockOf(seatStart(d, mine.seat)), wish: mine.wish } : null,
    may: d.calledOff !== null ? [] : mine ? (begun ? [] : ['cancel']) : seats.some((s) => s.free) ? ['book'] : [],
  };
}

/** Coming reception days of the own union and those above it. Nobody learns who has the other places. */
export async function upcoming(tx: Tx, by: Actor) {
  const days = (await listComing(tx, await reach(tx, by), legalDateOf(tx.now))).filter((d) => !isOver(d, tx.now));
  const taken = await listBookings(tx, days.map((d) => d.id));
  return { items: days.map((d) => openView(d, taken.filter((b) => b.dayId === d.id), by, tx.now)) };
}

async function dayFor(tx: Tx, by: Actor, id: string): Promise<DayRow> {
  const day = await findDay(tx, id, 'share');
  if (day === null || !(await reach(tx, by)).includes(day.unionId)) throw new Refused(doorWords.notFound, { status: 404 });
  return day;
}

/** Takes a place with an optional wish. One place a day for a person, one person for a place: the table sees to both. */
export async function book(tx: Tx, by: Actor, { id, seat, wish }: In<'book'>) {
  const day = await dayFor(tx, by, id);
  if (day.calledOff !== null || seat > day.slots || instantAt(day.heldOn, seatStart(day, seat)) <= tx.now) throw new Refused(words.notOpen);
  const how = await insertBooking(tx, day, { seat, personId: by.personId, wish });
  if (how !== 'booked') throw new Refused(how === 'twice' ? words.bookedThatDay : words.seatTaken);
  await audit.record(tx, by, words.auditBooked, { subject: { kind: 'reception', id }, unionId: day.unionId, slots: { date: day.heldOn } });
  return { id };
}

/** Gives the own place back, until the reception begins. */
export async function cancel(tx: Tx, by: Actor, { id }: In<'cancel'>) {
  const day = await dayFor(tx, by, id);
  if (instantAt(day.heldOn, day.fromMinute) <= tx.now) throw new Refused(words.tooLate);
  if (!(await deleteBooking(tx, id, by.personId))) throw new Refused(words.noBooking);
  await audit.record(tx, by, words.auditCancelled, { subject: { kind: 'reception', id }, unionId: day.unionId, slots: { date: day.heldOn } });
  return { id };
}
