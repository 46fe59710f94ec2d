import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newSecretId } from '#shared/ids';
import { clock } from '#platform/clock';
import { Answered, type Call } from '#platform/http';
import { secrets } from '#platform/secrets';
import { audit } from '#engines/audit';
import { files, type Received } from '#engines/files';
import { cabinetFor, cabinetForKeeper, notFound, refuseUnusable } from './access.service.ts';
import { keyOf } from './borrow.service.ts';
import { type Compartment, listCompartments } from './cabinets.sql.ts';
import type { desk } from './desk.contract.ts';
import { notOpened, order, reportJam } from './doors.service.ts';
import type { api } from './lockers.contract.ts';
import { words } from './lockers.words.ts';
import * as q from './swap.sql.ts';
import { lockerWays } from './ways.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Begun = { readonly swap: q.Swap; readonly door: Compartment; readonly fresh: boolean };

/** Says once who may open pictures of the swap box: those whom the cabinet serves. */
export function declareSwapFiles(): void {
  files.declareOwner('lockerSwap', {
    most: 1,
    mayOpen: async (tx, by, id) => {
      const swap = await q.findSwap(tx, id);
      return swap?.state === 'in' && cabinetFor(tx, by, swap.cabinetId).then(() => true, (error: unknown) => { if (error instanceof Refused) return false; throw error; });
    },
  });
}

/** Of a request nothing is kept but this: who sees the table cannot tell whose it was, the same request again is still known. */
const hashOf = (by: Actor, key: string): Buffer => secrets.lookup('locker/swap', `${by.federationId}/${by.personId}/${key}`);

/** Before the transaction: takes the picture in, without its name. */
export const receivePhoto = async (_by: Actor | null, input: In<'photo'>, call: Call): Promise<Received> => {
  if (call.body === null) return notFound();
  return files.receive(call.body, input.name, { anonymous: true });
};

/** Keeps a picture for the swap box: nobody's, and only the hour. */
export async function photo(tx: Tx, _by: Actor, _input: In<'photo'>, call: Call) {
  const kept = await files.keep(tx, null, call.prepared as Received);
  return { id: kept.id, name: kept.name, thumbnail: kept.thumbnail };
}

async function boxOf(tx: Tx, by: Actor, cabinetId: string): Promise<Compartment> {
  const cabinet = await cabinetFor(tx, by, cabinetId);
  const door = (await listCompartments(tx, [cabinet.id])).find((d) => d.kind === 'swap');
  if (door === undefined) throw new Refused(words.noSwap);
  refuseUnusable(cabinet, door, tx.now);
  return door;
}

async function beginPut(tx: Tx, by: Actor, d: In<'put'>, keyHash: Buffer): Promise<Begun> {
  const door = await boxOf(tx, by, d.id);
  const id = newSecretId();
  const fresh = await q.insertSwap(tx, { id, cabinetId: d.id, compartmentId: door.id, title: d.title, note: d.note, keyHash, putOn: legalDateOf(tx.now) });
  if (fresh && d.photoId !== undefined) await files.attach(tx, null, [d.photoId], { kind: 'lockerSwap', id });
  const swap = await q.findSwapOfKey(tx, keyHash);
  if (swap === null || swap.cabinetId !== d.id || swap.title !== d.title) throw new Refused(words.keyUsed);
  return { swap, door, fresh };
}

async function beginTake(tx: Tx, by: Actor, d: In<'takeSwap'>, keyHash: Buffer): Promise<Begun> {
  const door = await boxOf(tx, by, d.id);
  const there = await q.findSwap(tx, d.swapId);
  if (there?.cabinetId !== d.id) return notFound();
  const fresh = await q.reserveSwap(tx, there.id, keyHash);
  const swap = await q.findSwap(tx, there.id);
  if (swap === null || !swap.keyHash.equals(keyHash)) throw new Refused(words.swapGone);
  return { swap, door, fresh };
}

/** The door opens, and the thing is in or out; when it does not, it is as before. Nothing is written of who or when. */
async function finish(by: Actor, { swap, door, fresh }: Begun, from: 'putting' | 'taking'): Promise<Answered> {
  const answer = { outcome: 'opened' as const, no: door.no };
  if (!fresh) return new Answered(swap.state === from ? 202 : 200, swap.state === from ? { ...answer, outcome: 'opening' } : answer);
  const outcome = await order(by.federationId, { cabinetId: swap.cabinetId, no: door.no, order: newSecretId() });
  await lockerWays().database.transaction(by.federationId, clock.now(), async (tx) => {
    const today = legalDateOf(tx.now);
    if (outcome === 'opened') await q.settleSwap(tx, swap.id, { from, to: from === 'putting' ? 'in' : 'taken', on: today });
    else if (from === 'taking') await q.settleSwap(tx, swap.id, { from, to: 'in', on: today });
    else await q.dropSwap(tx, swap.id);
    if ((from === 'putting') !== (outcome === 'opened')) await files.letGo(tx, 'lockerSwap', [swap.id]);
    if (outcome === 'jammed') await reportJam(tx, swap.cabinetId, door.id);
  }, { retry: true });
  if (outcome !== 'opened') throw notOpened(outcome);
  return new Answered(201, answer);
}

/** Puts something into the swap box. Whoever does leaves no name. */
export async function put(by: Actor, d: In<'put'>, call: Call): Promise<Answered> {
  const keyHash = hashOf(by, keyOf(call));
  return finish(by, await lockerWays().database.transaction(by.federationId, clock.now(), (tx) => beginPut(tx, by, d, keyHash), { retry: true }), 'putting');
}

/** Takes something out of the swap box. Whoever does leaves no name. */
export async function takeSwap(by: Actor, d: In<'takeSwap'>, call: Call): Promise<Answered> {
  const keyHash = hashOf(by, keyOf(call));
  return finish(by, await lockerWays().database.transaction(by.federationId, clock.now(), (tx) => beginTake(tx, by, d, keyHash), { retry: true }), 'taking');
}

/** A keeper takes out what does not belong there; the keeper is named, with the reason. */
export async function removeSwap(tx: Tx, by: Actor, d: z.output<(typeof desk)['removeSwap']['in']>) {
  const swap = await q.findSwap(tx, d.id);
  if (swap === null) return notFound();
  const cabinet = await cabinetForKeeper(tx, by, swap.cabinetId);
  if (!(await q.removeSwap(tx, swap.id, d.text, legalDateOf(tx.now)))) throw new Refused(words.wrongState);
  await files.letGo(tx, 'lockerSwap', [swap.id]);
  await audit.record(tx, by, words.auditRemoved, { subject: { kind: 'locker', id: cabinet.id }, unionId: cabinet.unionId, slots: { n: cabinet.number, why: audit.veil(d.text) } });
  return { id: swap.id };
}
