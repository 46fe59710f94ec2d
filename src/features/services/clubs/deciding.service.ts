import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { cases, type Given } from '#engines/cases';
import { claims, type Happening } from '#engines/claims';
import { confirmedOf, loadKept } from './access.service.ts';
import { clubProcess } from './clubs.process.ts';
import { NO_LIMIT } from './clubs.rules.ts';
import * as q from './clubs.sql.ts';
import { words } from './clubs.words.ts';
import type { desk } from './desk.contract.ts';
import * as p from './people.sql.ts';

export const KIND = 'clubPlace';
/** Clubs do not close by themselves. */
const FAR = new Date('2199-12-31T00:00:00Z');
type Verb = 'approve' | 'giveBack' | 'decline' | 'suspend' | 'resume' | 'dissolve';

/** Puts the places of an approved club into the engine, opens them and gives the founders theirs; who proposed it leads it. */
async function found(tx: Tx, by: Actor, c: q.ClubRow): Promise<void> {
  const founders = await confirmedOf(tx, c);
  if (c.places !== null && c.places < founders.length) throw new Refused(words.placesFew, { slots: { n: founders.length } });
  const today = legalDateOf(tx.now);
  await q.setFounded(tx, c.id, today);
  await claims.put(tx, by, { id: c.id, unionId: c.unionId, kind: KIND, title: c.name, mode: 'first', opensAt: tx.now, closesAt: FAR, places: c.places ?? NO_LIMIT, waits: true, who: { unions: [c.unionId] }, place: c.meets });
  await claims.open(tx, by, c.id);
  await claims.decide(tx, c.id, founders.map((personId) => ({ personId, key: `founder/${c.id}`, places: 1, unitId: null, at: tx.now })));
  const leader = c.authorId ?? founders[0];
  if (leader !== undefined) await p.putRole(tx, c.id, 'leader', leader, today);
}

const OVER: readonly string[] = ['declined', 'dissolved'];

function takes<V extends Verb>(verb: V) {
  return async (tx: Tx, by: Actor, { id, text, version }: z.output<(typeof desk)[V]['in']>) => {
    const c = await loadKept(tx, by, id);
    const given: Given = { ...(text ? { text } : {}), ...(version ? { version } : {}) };
    const held = await cases.step(tx, clubProcess, verb, id, { kind: 'person', actor: by }, given);
    if (verb === 'approve') await found(tx, by, c);
    if (verb === 'dissolve') await claims.callOff(tx, by, id, text);
    if (OVER.includes(held.file.state)) await q.freeName(tx, id);
    return { id, state: held.file.state };
  };
}

/** Approves a club: its founders are members from now on and others can join. */
export const approve = takes('approve');
/** Returns a proposal with remarks. */
export const giveBack = takes('giveBack');
/** Declines a proposal with a reason. */
export const decline = takes('decline');
/** Suspends a club: nobody joins and nothing is entered until it is resumed. */
export const suspend = takes('suspend');
/** Resumes a suspended club. */
export const resume = takes('resume');
/** Dissolves a club: all memberships end and everybody is told why. */
export const dissolve = takes('dissolve');

/** Sets the limit of a running club and what the places are called; null is no limit. */
export async function setPlaces(tx: Tx, by: Actor, c: q.ClubRow, name: string, places: number | null): Promise<void> {
  const next = places ?? NO_LIMIT;
  if (next < c.members) throw new Refused(words.placesTaken, { slots: { n: c.members } });
  if (name !== c.name) await claims.amend(tx, by, c.id, { title: name });
  if (next !== c.capacity) await claims.setPlaces(tx, by, c.id, 0, next);
}

const ENDS: readonly Happening['verb'][] = ['cancelled', 'ended', 'declined', 'expired'];

/**
 * Follows memberships, however they come and go: nobody joins a club that is not active, a leader hands over first, and who leaves has no role any more.
 * @throws Refused, which undoes it
 */
export async function followPlaces(tx: Tx, { offer, verb, claims: those }: Happening): Promise<void> {
  const ends = ENDS.includes(verb);
  if (!ends && verb !== 'claimed') return;
  const [c] = await q.findClubs(tx, [offer.id]);
  if (c === undefined) return;
  if (verb === 'claimed' && c.state !== 'active') throw new Refused(words.notActive);
  if (!ends || offer.state === 'cancelled') return;
  if (those.some((x) => x.personId === c.leaderId)) throw new Refused(words.leaderStays);
  await p.dropRolesOf(tx, offer.id, those.map((x) => x.personId));
}
