import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { addDays, instantAt, legalDateOf, partsOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { say } from '#shared/words';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { loadUnionFor, refuseEnded } from '#engines/org';
import { checkChance, checkWitnesses, enterMany, prepare, publish, wrong } from './campaigns.service.ts';
import type { api } from './draws.contract.ts';
import { beginsNow, monthOf, nextMonth } from './draws.rules.ts';
import { findPeople } from './draws.sql.ts';
import { words } from './draws.words.ts';
import { keepPictures } from './pictures.service.ts';
import * as q from './schedules.sql.ts';
import { prizesShown } from './views.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
const FIRST = '00000000-0000-0000-0000-000000000000';
/** Days after the draw in which the prize waits. */
const PICK_DAYS = 14;

/** Monthly draws over the unions of the officer. */
export async function schedules(tx: Tx, by: Actor) {
  const items = [];
  for (const s of await q.listSchedules(tx, by)) {
    items.push({
      id: s.id, unionId: s.unionId, union: s.union, title: s.title, about: s.about, prizes: await prizesShown(tx, s.unionId, s.prizes), opensDay: s.opensDay, closesDay: s.closesDay, place: s.place, source: s.source, need: s.need, revealHours: s.revealHours,
      people: await findPeople(tx, s.path, s.witnessIds), active: s.active, lastMonth: s.lastMonth, lastId: s.lastId, nextMonth: nextMonth(s, legalDateOf(tx.now)), may: ['replan', 'pause'],
    });
  }
  return { items };
}

function scheduleOf(d: In<'plan'>, id: string): q.NewSchedule {
  checkChance(d);
  if (d.closesDay <= d.opensDay) wrong('closesDay', words.closesFirst);
  return { id, unionId: d.unionId, title: d.title, about: d.about, prizes: d.prizes, opensDay: d.opensDay, closesDay: d.closesDay, place: d.place, source: d.source, need: d.source === 'drand' ? 0 : d.need, revealHours: d.revealHours, witnessIds: d.source === 'drand' ? [] : d.witnesses };
}

/** Plans a draw for every month; it begins by itself on its day. */
export async function plan(tx: Tx, by: Actor, d: In<'plan'>) {
  const union = await loadUnionFor(tx, by, 'draws.keep', d.unionId);
  refuseEnded(union);
  const s = scheduleOf(d, newId());
  await checkWitnesses(tx, union.path, s.witnessIds);
  await q.putSchedule(tx, by, s);
  await keepPictures(tx, by, s.id, s.prizes);
  await audit.record(tx, by, words.auditPlanned, { subject: { kind: 'drawSchedule', id: s.id }, unionId: union.id, slots: { title: s.title } });
  return { id: s.id };
}

async function loadSchedule(tx: Tx, by: Actor, id: string): Promise<q.ScheduleRow> {
  const s = await q.findSchedule(tx, by, id);
  if (s === null) throw new Refused(doorWords.notFound, { status: 404 });
  return s;
}

/** Changes a plan from the next month's draw on. */
export async function replan(tx: Tx, by: Actor, d: In<'replan'>) {
  const there = await loadSchedule(tx, by, d.id);
  const s = scheduleOf({ ...d, unionId: there.unionId }, d.id);
  await checkWitnesses(tx, there.path, s.witnessIds);
  await q.putSchedule(tx, by, s);
  await keepPictures(tx, by, s.id, s.prizes);
  await audit.record(tx, by, words.auditPlanned, { subject: { kind: 'drawSchedule', id: s.id }, unionId: there.unionId, slots: { title: s.title } });
  return { id: s.id };
}

/** Lets a plan rest, or go on. A draw that has begun is held. */
export async function pause(tx: Tx, by: Actor, { id, active }: In<'pause'>) {
  const s = await loadSchedule(tx, by, id);
  await q.setActive(tx, id, active);
  await audit.record(tx, by, active ? words.auditResumed : words.auditPaused, { subject: { kind: 'drawSchedule', id }, unionId: s.unionId, slots: { title: s.title } });
  return { id };
}

/** Wishes to be entered by oneself into the draws of the own birthday month, or no longer. */
export async function wish(tx: Tx, by: Actor, { on }: In<'wish'>) {
  await q.setWish(tx, by.personId, on);
  await audit.record(tx, by, on ? words.auditWished : words.auditUnwished, { subject: { kind: 'person', id: by.personId }, unionId: by.membership?.unionId ?? null });
  return { on };
}

/**
 * Begins the draw of this month for a schedule: announced, open, and everybody who wishes it entered. Nothing happens when it is there
 * already or its days are over.
 * @returns the draw's id, null when there was nothing to do
 */
export async function begin(tx: Tx, s: q.ScheduleRow): Promise<string | null> {
  const today = legalDateOf(tx.now);
  const { month, opensAt, closesAt } = monthOf(s, today);
  if (!beginsNow(s, today) || (await q.hasMonth(tx, s.id, month))) return null;
  const id = newId();
  const birthMonth = partsOf(today).month;
  const title = say(words.monthTitle, 'zh', { title: s.title, month: birthMonth });
  const drawn = addDays(legalDateOf(closesAt), Math.ceil(s.revealHours / 24));
  await prepare(tx, { system: 'draws' }, {
    ...s, id, title, scheduleId: s.id, month, againOf: null, why: '', opensAt, closesAt, birthMonth, memberDays: 0, restDays: 0, handOverFrom: closesAt, handOverTo: instantAt(addDays(drawn, PICK_DAYS)),
  }, { name: s.union });
  await publish(tx, { system: 'draws' }, id);
  for (let page = await q.listWishing(tx, s.path, birthMonth, FIRST); page.length > 0; page = await q.listWishing(tx, s.path, birthMonth, page.at(-1) ?? FIRST)) await enterMany(tx, id, page, 'birthday');
  return id;
}
