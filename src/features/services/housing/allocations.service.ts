import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { say } from '#shared/words';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { claims, type OfferWanted } from '#engines/claims';
import { loadUnionFor } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import * as q from './allocations.sql.ts';
import type { desk } from './desk.contract.ts';
import { words } from './housing.words.ts';
import { closeAll } from './queue.service.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
type Wanted = Omit<In<'put'>, 'unionId'>;
export const KIND = 'housing';
/** Why no flat is given out before the start; as it stands with the flats of the offer. */
export const NOT_STARTED = say(words.notStarted, 'zh');

/** An allocation for those who keep it. */
export async function loadKept(tx: Tx, by: Actor, id: string): Promise<q.Allocation> {
  const a = await q.findKept(tx, by, id);
  if (a === null) throw new Refused(doorWords.notFound, { status: 404 });
  return a;
}

function refuseTwice(flats: Wanted['flats']): void {
  const seen = new Set<string>();
  for (const [i, f] of flats.entries()) {
    if (seen.has(f.label)) throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path: `flats.${i}.label`, why: words.flatTwice }] });
    seen.add(f.label);
  }
}

async function write(tx: Tx, by: Actor, id: string, unionId: string, w: Wanted, version?: number): Promise<void> {
  refuseTwice(w.flats);
  const { values } = await rulebook.resolve(tx, { unionId }, ['housing.answer.hours']);
  const offer: OfferWanted = {
    id, unionId, kind: KIND, title: w.title, mode: 'queue', opensAt: new Date(w.opensAt), closesAt: new Date(w.closesAt), places: 0, answerHours: values['housing.answer.hours'], place: w.place, published: true,
    units: w.flats.map((f) => ({ label: f.label, outOfOrder: f.out === '' ? NOT_STARTED : f.out })),
  };
  await claims.put(tx, by, offer, version);
  await q.putAllocation(tx, { id, unionId, ...w }, w.flats.map((f, i) => ({ ...f, no: i + 1 })));
}

/** Prepares an allocation: nobody but its officers sees it yet. */
export async function put(tx: Tx, by: Actor, { unionId, ...w }: In<'put'>) {
  const union = await loadUnionFor(tx, by, 'housing.keep', unionId);
  const id = newId();
  await write(tx, by, id, union.id, w);
  return { id, state: 'draft' };
}

/** Changes an allocation that is being prepared. */
export async function save(tx: Tx, by: Actor, { id, ...w }: In<'save'>) {
  const a = await loadKept(tx, by, id);
  const offer = await claims.findOffer(tx, id);
  if (a.state !== 'draft' || offer === null) throw new Refused(words.notDraft);
  await write(tx, by, id, a.unionId, w, offer.version);
  return { id, state: 'draft' };
}

/** Publishes an allocation: members apply from its time on. */
export async function open(tx: Tx, by: Actor, { id }: In<'open'>) {
  const a = await loadKept(tx, by, id);
  if (a.state !== 'draft') throw new Refused(words.notDraft);
  if (a.closesAt <= tx.now) throw new Refused(words.closesPast, { fields: [{ path: 'closesAt', why: words.closesPast }] });
  await claims.open(tx, by, id);
  return { id, state: 'open' };
}

/** Takes no more applications from now on. Those who wait go on waiting. */
export async function closeApplications(tx: Tx, by: Actor, { id }: In<'closeApplications'>) {
  const a = await loadKept(tx, by, id);
  if (a.state !== 'open' || a.closesAt <= tx.now || a.opensAt >= tx.now) throw new Refused(words.notApplying);
  await claims.amend(tx, by, id, { closesAt: tx.now });
  return { id, state: 'open' };
}

/** Gives flats out from now on: what is free is offered to the first of the queue. @returns how many were offered */
export async function start(tx: Tx, by: Actor, { id }: In<'start'>) {
  const a = await loadKept(tx, by, id);
  if (a.state !== 'open' || a.startedAt !== null || a.closesAt > tx.now) throw new Refused(words.notReady);
  const waiting = (await q.listFlats(tx, id)).filter((f) => f.out === NOT_STARTED);
  const offered = await claims.putUnits(tx, by, id, waiting.map((f) => ({ no: f.no, label: f.label, startsAt: null, endsAt: null, outOfOrder: '' })));
  if (!(await q.markStarted(tx, id))) throw new Refused(words.notReady);
  await audit.record(tx, by, words.auditStarted, { subject: { kind: KIND, id }, unionId: a.unionId, slots: { title: a.title, n: offered } });
  return { id, state: 'open', offered };
}

/** Calls an allocation off: whoever waits or has not moved in is told why; who lives there stays. */
export async function callOff(tx: Tx, by: Actor, { id, why }: In<'callOff'>) {
  await loadKept(tx, by, id);
  await claims.callOff(tx, by, id, why);
  await closeAll(tx, id);
  return { id, state: 'cancelled' };
}

/** Adds a flat, or changes one: its name, rent, whether it is given out. Somebody who waits gets a free one at once. */
export async function putFlat(tx: Tx, by: Actor, { id, no, out, ...f }: In<'putFlat'>) {
  const a = await loadKept(tx, by, id);
  if (a.state !== 'open') throw new Refused(words.notOpenAny);
  const flats = await q.listFlats(tx, id);
  const there = flats.find((x) => x.no === no);
  if (no !== undefined && there === undefined) throw new Refused(doorWords.notFound, { status: 404 });
  if (flats.some((x) => x.label === f.label && x.no !== no)) throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path: 'label', why: words.flatTwice }] });
  if (there?.claim && out !== '') throw new Refused(words.flatTaken);
  const number = no ?? Math.max(0, ...flats.map((x) => x.no)) + 1;
  await q.putFlats(tx, id, [{ no: number, ...f }]);
  const outOfOrder = out === '' && a.startedAt === null ? NOT_STARTED : out;
  const offered = await claims.putUnits(tx, by, id, [{ no: number, label: f.label, startsAt: null, endsAt: null, outOfOrder }]);
  return { id, no: number, offered };
}
