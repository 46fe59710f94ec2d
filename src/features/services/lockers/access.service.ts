import { type Actor, type Tx, mayIn } from '#shared/call';
import { Refused } from '#shared/errors';
import { doorWords } from '#platform/http';
import { claims } from '#engines/claims';
import { officersOf, officesWith } from '#engines/org';
import type { audit } from '#engines/audit';
import { type Cabinet, type Compartment, findCabinet, findCompartment, setOutOfOrder } from './cabinets.sql.ts';
import { clockOf, isOpenAt } from './lockers.rules.ts';
import { words } from './lockers.words.ts';

export const KIND = 'locker';
export const KEEP = 'lockers.keep';

/** The refusal that hides what is not one's own. */
export const notFound = (): never => { throw new Refused(doorWords.notFound, { status: 404 }); };

const keeps = (by: Actor, c: Cabinet): boolean => mayIn(by, KEEP, c.unionPath) || (c.sectorPath !== null && mayIn(by, KEEP, c.sectorPath));
const serves = (by: Actor, c: Cabinet): boolean => by.membership?.state === 'active' && by.membership.path.startsWith(c.unionPath);

/** A cabinet for those whom it serves and those who keep it. */
export async function cabinetFor(tx: Tx, by: Actor, id: string): Promise<Cabinet> {
  const cabinet = await findCabinet(tx, id);
  return cabinet !== null && (serves(by, cabinet) || keeps(by, cabinet)) ? cabinet : notFound();
}

/** A cabinet for an officer over its union. @param lock held against other changes */
export async function cabinetForKeeper(tx: Tx, by: Actor, id: string, lock = false): Promise<Cabinet> {
  const cabinet = await findCabinet(tx, id, lock);
  return cabinet !== null && keeps(by, cabinet) ? cabinet : notFound();
}

/** A compartment of a cabinet by its number. */
export async function doorOf(tx: Tx, cabinet: Cabinet, no: number): Promise<Compartment> {
  const door = await findCompartment(tx, cabinet.id, no);
  if (door === null) throw new Refused(words.doorUnknown, { status: 404 });
  return door;
}

/** Refuses what cannot be used now: paused, retired, outside its hours, out of order. */
export function refuseUnusable(cabinet: Cabinet, door: Compartment, now: Date): void {
  if (cabinet.state === 'retired') throw new Refused(words.isRetired);
  if (cabinet.state === 'paused') throw new Refused(words.paused, { slots: { why: cabinet.why } });
  if (!isOpenAt(cabinet, now)) throw new Refused(words.closed, { slots: { from: clockOf(cabinet.opensMinute), to: clockOf(cabinet.closesMinute) } });
  if (door.outOfOrder !== '') throw new Refused(words.outOfOrder, { slots: { why: door.outOfOrder } });
}

/** Those who keep the lockers of a union. */
export async function keepersOf(tx: Tx, unionId: string): Promise<string[]> {
  return [...new Set((await officersOf(tx, [unionId], officesWith(KEEP).filter((o) => o !== 'platformAdmin'))).map((o) => o.personId))];
}

/** Takes a compartment out of use with a reason, or into use again with none; what lends says so to the engine as well. */
export async function putOrder(tx: Tx, by: Parameters<typeof audit.record>[1], door: Compartment, why: string): Promise<void> {
  if (door.kind === 'lend') await claims.putUnits(tx, by ?? { system: 'lockers' }, door.cabinetId, [{ id: door.id, no: door.no, label: door.label, startsAt: null, endsAt: null, outOfOrder: why }]);
  await setOutOfOrder(tx, door.id, why);
}
