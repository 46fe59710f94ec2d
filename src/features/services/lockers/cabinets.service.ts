import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { instantAt } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { doorWords } from '#platform/http';
import { secrets } from '#platform/secrets';
import { audit } from '#engines/audit';
import { claims } from '#engines/claims';
import { loadUnionFor, refuseEnded } from '#engines/org';
import { cabinetForKeeper, KEEP, KIND } from './access.service.ts';
import { type Cabinet, type Compartment, type CompartmentWanted, insertCabinet, listCompartments, putCompartments, setSimulator, setState, updateCabinet } from './cabinets.sql.ts';
import type { desk } from './desk.contract.ts';
import { listLive } from './loans.sql.ts';
import { DOOR_OPEN_MS, isItem } from './lockers.rules.ts';
import { words } from './lockers.words.ts';

type Desk<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
const NUMBER_TRIES = 5;
/** A cabinet stands until it is retired. */
const FOREVER = instantAt('2199-12-31');

const subject = (c: Pick<Cabinet, 'id' | 'unionId' | 'number'>) => ({ subject: { kind: 'locker', id: c.id }, unionId: c.unionId });

function refuseWrong(d: Pick<Desk<'place'>, 'opensMinute' | 'closesMinute' | 'hardware' | 'address' | 'key'>, keyThere: boolean): void {
  if (d.closesMinute <= d.opensMinute) throw new Refused(words.hoursWrong, { fields: [{ path: 'closesMinute', why: words.hoursWrong }] });
  if (d.hardware === 'http' && (d.address === '' || (d.key === undefined && !keyThere))) throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path: d.address === '' ? 'address' : 'key', why: words.addressNeeded }] });
}

/** Puts a cabinet up under the next number of the federation; it lends as soon as it has compartments. */
export async function place(tx: Tx, by: Actor, d: Desk<'place'>) {
  const union = await loadUnionFor(tx, by, KEEP, d.unionId);
  refuseEnded(union);
  refuseWrong(d, false);
  const id = await claims.put(tx, by, { id: newId(), unionId: union.id, kind: KIND, title: d.place, mode: 'units', places: 0, perPerson: d.perPerson, opensAt: tx.now, closesAt: FOREVER, place: d.place });
  const row = { ...d, id, unionId: union.id, keySealed: d.key === undefined ? null : secrets.seal(d.key) };
  let number: number | null = null;
  for (let i = 0; number === null && i < NUMBER_TRIES; i++) number = await insertCabinet(tx, row);
  if (number === null) throw new Error('no number for a locker cabinet');
  await audit.record(tx, by, words.auditPlaced, { ...subject({ id, unionId: union.id, number }), slots: { n: number, place: d.place } });
  return { id };
}

/** Changes place, hours and controller of a cabinet. */
export async function amend(tx: Tx, by: Actor, d: Desk<'amend'>) {
  const cabinet = await cabinetForKeeper(tx, by, d.id, true);
  if (cabinet.state === 'retired') throw new Refused(words.isRetired);
  refuseWrong(d, cabinet.keySealed !== null);
  await updateCabinet(tx, { ...d, keySealed: d.key === undefined ? null : secrets.seal(d.key) });
  const offer = await claims.findOffer(tx, d.id);
  if (offer?.state === 'open') await claims.amend(tx, by, d.id, { title: d.place, place: d.place });
  await audit.record(tx, by, words.auditAmended, { ...subject(cabinet), slots: { n: cabinet.number } });
  return { id: d.id };
}

function wanted(there: Compartment | undefined, d: Desk<'compartments'>['compartments'][number]): CompartmentWanted {
  if (there !== undefined && there.kind !== d.kind) throw new Refused(words.kindFixed, { slots: { no: d.no } });
  if (d.kind === 'lend' && d.lendHours === 0) throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path: 'compartments', why: words.hoursNeeded }] });
  if (d.kind !== 'swap' && !isItem(d.item)) throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path: 'compartments', why: words.itemUnknown }] });
  const [lends, takes] = [d.kind === 'lend', d.kind === 'take'];
  return { id: there?.id ?? newId(), no: d.no, kind: d.kind, item: d.kind === 'swap' ? '' : d.item, label: d.label, lendHours: lends ? d.lendHours : 0, capacity: takes ? d.capacity : 0, threshold: takes ? d.threshold : 0 };
}

/** Sets compartments up or changes what is in them; a compartment keeps its use. The first that lends opens the offer. */
export async function compartments(tx: Tx, by: Actor, d: Desk<'compartments'>) {
  const cabinet = await cabinetForKeeper(tx, by, d.id, true);
  if (cabinet.state === 'retired') throw new Refused(words.isRetired);
  const twice = d.compartments.find((x, i) => d.compartments.some((y, j) => j < i && y.no === x.no));
  if (twice !== undefined) throw new Refused(words.twice, { slots: { no: twice.no } });
  const there = new Map((await listCompartments(tx, [cabinet.id])).map((x) => [x.no, x]));
  const list = d.compartments.map((x) => wanted(there.get(x.no), x));
  const lends = list.filter((x) => x.kind === 'lend');
  const offer = await claims.findOffer(tx, cabinet.id);
  if (lends.length > 0) await claims.putUnits(tx, by, cabinet.id, lends.map((x) => ({ id: x.id, no: x.no, label: x.label, startsAt: null, endsAt: null, outOfOrder: there.get(x.no)?.outOfOrder ?? '' })));
  if (lends.length > 0 && offer?.state === 'draft') await claims.open(tx, by, cabinet.id);
  await putCompartments(tx, cabinet.id, list);
  await audit.record(tx, by, words.auditCompartments, { ...subject(cabinet), slots: { n: cabinet.number, count: list.length } });
  return { id: cabinet.id };
}

async function move(tx: Tx, by: Actor, id: string, from: readonly Cabinet['state'][]): Promise<Cabinet> {
  const cabinet = await cabinetForKeeper(tx, by, id, true);
  if (!from.includes(cabinet.state)) throw new Refused(words.wrongState);
  return cabinet;
}

/** Puts a cabinet out of use for a while; what is out can still be given back. */
export async function pause(tx: Tx, by: Actor, d: Desk<'pause'>) {
  const cabinet = await move(tx, by, d.id, ['active']);
  await setState(tx, d.id, 'paused', d.text);
  await audit.record(tx, by, words.auditPaused, { ...subject(cabinet), slots: { n: cabinet.number, why: audit.veil(d.text) } });
  return { id: d.id };
}

/** Puts it into use again. */
export async function resume(tx: Tx, by: Actor, d: Desk<'resume'>) {
  const cabinet = await move(tx, by, d.id, ['paused']);
  await setState(tx, d.id, 'active', '');
  await audit.record(tx, by, words.auditResumed, { ...subject(cabinet), slots: { n: cabinet.number } });
  return { id: d.id };
}

/** Takes a cabinet away for good, once everything is back or written off. */
export async function retire(tx: Tx, by: Actor, d: Desk<'retire'>) {
  const cabinet = await move(tx, by, d.id, ['active', 'paused']);
  const out = (await listLive(tx, [cabinet.id])).length;
  if (out > 0) throw new Refused(words.stillOut, { slots: { n: out } });
  const offer = await claims.findOffer(tx, cabinet.id);
  if (offer?.state === 'open') await claims.close(tx, by, cabinet.id);
  await setState(tx, d.id, 'retired', d.text);
  await audit.record(tx, by, words.auditRetired, { ...subject(cabinet), slots: { n: cabinet.number, why: audit.veil(d.text) } });
  return { id: d.id };
}

async function simulated(tx: Tx, by: Actor, id: string): Promise<Cabinet> {
  const cabinet = await cabinetForKeeper(tx, by, id);
  if (cabinet.hardware !== 'simulator') throw new Refused(words.notSimulator);
  return cabinet;
}

async function simulatorView(tx: Tx, cabinet: Pick<Cabinet, 'id' | 'cut'>) {
  const doors = await listCompartments(tx, [cabinet.id]);
  return {
    id: cabinet.id, cut: cabinet.cut, now: tx.now.toISOString(),
    doors: doors.map((d) => ({ no: d.no, label: d.label, kind: d.kind, jammed: d.jammed, open: d.openedAt !== null && tx.now.getTime() - d.openedAt.getTime() < DOOR_OPEN_MS, openedAt: d.openedAt?.toISOString() ?? null })),
  };
}

/** The doors of a simulated cabinet as they stand this moment. */
export async function simulator(tx: Tx, by: Actor, { id }: Desk<'simulator'>) {
  return simulatorView(tx, await simulated(tx, by, id));
}

/** Cuts the network of a simulated cabinet, jams or frees a door, or shuts one. */
export async function simulate(tx: Tx, by: Actor, d: Desk<'simulate'>) {
  const cabinet = await simulated(tx, by, d.id);
  await setSimulator(tx, cabinet.id, { cut: d.cut, no: d.no, jammed: d.jammed, ...(d.shut ? { openedAt: null } : {}) });
  await audit.record(tx, by, words.auditSimulated, { ...subject(cabinet), slots: { n: cabinet.number } });
  return simulatorView(tx, { id: cabinet.id, cut: d.cut ?? cabinet.cut });
}
