import type { z } from 'zod';
import { type Actor, may, type Tx } from '#shared/call';
import { type Locale, say } from '#shared/words';
import type { Call } from '#platform/http';
import { cases, type ListedCase, type Process } from '#engines/cases';
import { notify } from '#engines/notify';
import { findUnion } from '#engines/org';
import type { api } from './home.contract.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Home = z.input<(typeof api)['home']['out']>;

/** Cards show this many of my things; the rest are one press away. */
const SHOWN = 5;
const LOOKED_AT = 20;

const pathOf = (p: Process, id: string): string => p.memberPath.replace(':id', id);
const placesOf = (p: Process): number => Math.max(1, ...Object.values(p.states).map((s) => s.place ?? 0));

function thingOf(tx: Tx, c: ListedCase, locale: Locale): Home['things'][number] {
  const p = cases.processNamed(c.process);
  const state = p.states[c.state];
  return {
    id: c.id, process: c.process, processTitle: say(p.title, locale), number: `${say(p.prefix, locale)} ${c.number}`, title: c.title,
    stateWord: say(state?.word ?? p.title, locale), waits: state?.waits ?? 'nobody', place: state?.place ?? null, places: placesOf(p),
    who: c.assigneeTitle || c.unionName, due: c.nextDue?.toISOString() ?? null, late: c.nextDue !== null && c.nextDue < tx.now,
    changedAt: c.changedAt.toISOString(), path: pathOf(p, c.id),
  };
}

/** Whether the author is asked how content he is; in other states that wait for him he is asked to complete something. */
const isRated = (p: Process, state: string): boolean => Object.values(p.steps).some((s) => s.can === 'author' && s.from.includes(state) && (s.needs ?? []).includes('rating'));

function askedOf(tx: Tx, c: ListedCase, locale: Locale): Home['waiting'][number] {
  const p = cases.processNamed(c.process);
  const recheck = c.recheckDue !== null && c.recheckDue <= tx.now && p.states[c.state]?.waits !== 'author';
  return { id: c.id, process: c.process, processTitle: say(p.title, locale), why: recheck ? 'recheck' : isRated(p, c.state) ? 'answered' : 'returned', title: c.title, since: c.changedAt.toISOString(), path: pathOf(p, c.id) };
}

/** What waits at the desk: for officers who read some register, and for whoever was given something to work on. */
async function deskOf(tx: Tx, by: Actor): Promise<Home['desk']> {
  const counted = await cases.countWaiting(tx, by);
  const officer = cases.allProcesses().some((p) => may(by, p.readers));
  if (!officer && counted.length === 0) return null;
  return { waiting: counted.reduce((n, c) => n + c.waiting, 0), late: counted.reduce((n, c) => n + c.late, 0) };
}

/** Everything the first screen shows, in one answer. What waits for me is not repeated among my things. */
export async function home(tx: Tx, by: Actor, _o: In<'home'>, call: Call): Promise<Home> {
  const waiting = await cases.listForAuthor(tx, by.personId);
  const asked = new Set(waiting.map((c) => c.id));
  const own = (await cases.listOwn(tx, by.personId, null, { limit: LOOKED_AT, offset: 0 })).filter((c) => !asked.has(c.id));
  const union = by.membership === null ? null : await findUnion(tx, by.membership.unionId);
  return {
    name: by.name, union: union?.name ?? null, unread: await notify.unread(tx, by.personId),
    waiting: waiting.map((c) => askedOf(tx, c, call.locale)),
    things: own.slice(0, SHOWN).map((c) => thingOf(tx, c, call.locale)), moreThings: own.length > SHOWN || asked.size > 0,
    desk: await deskOf(tx, by),
  };
}

/** All my things, the latest change first. */
export async function things(tx: Tx, by: Actor, page: In<'things'>, call: Call) {
  return { items: (await cases.listOwn(tx, by.personId, null, page)).map((c) => thingOf(tx, c, call.locale)) };
}
