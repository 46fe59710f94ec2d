import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { instantAt, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { clock } from '#platform/clock';
import { Answered, type Call } from '#platform/http';
import { audit } from '#engines/audit';
import { type Answer, claims, claimWords } from '#engines/claims';
import { rulebook } from '#engines/rulebook';
import { cabinetFor, cabinetForKeeper, doorOf, notFound, refuseUnusable } from './access.service.ts';
import { type Cabinet, type Compartment, takeStock } from './cabinets.sql.ts';
import type { desk } from './desk.contract.ts';
import { noteTap, notOpened, openDoor } from './doors.service.ts';
import { countTaken, findOpening, type Opening } from './doors.sql.ts';
import { findLoan, findLoanOfClaim } from './loans.sql.ts';
import type { api } from './lockers.contract.ts';
import { words } from './lockers.words.ts';
import { tellShortage } from './refills.service.ts';
import { lockerWays } from './ways.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;

/** The key of a tap; without one a repeated tap could open a door twice. */
export function keyOf(call: Call): string {
  if (call.key === null) throw new Refused(claimWords.keyMissing, { status: 400 });
  return call.key;
}

const write = <T>(by: Actor, run: (tx: Tx) => Promise<T>): Promise<T> => lockerWays().database.transaction(by.federationId, clock.now(), run, { retry: true });
const read = <T>(by: Actor, run: (tx: Tx) => Promise<T>): Promise<T> => lockerWays().database.read(by.federationId, clock.now(), run);

/** Opens the door if the tap is new; an old one gets the answer of then. 201: it opened now; 200: it had; 202: it is still waited for. */
async function tapped(by: Actor, t: { readonly opening: Opening; readonly fresh: boolean }, no: number): Promise<200 | 201 | 202> {
  const outcome = t.fresh ? await openDoor(by, t.opening, no) : t.opening.outcome;
  if (outcome === null) return 202;
  if (outcome !== 'opened') throw notOpened(outcome, t.opening.purpose === 'return');
  return t.fresh ? 201 : 200;
}

/** What a compartment lends, found before anything is claimed; what was claimed under this key already is not refused any more. */
async function doorToBorrow(tx: Tx, by: Actor, d: In<'borrow'>, key: string): Promise<{ cabinet: Cabinet; door: Compartment }> {
  const cabinet = await cabinetFor(tx, by, d.id);
  const door = await doorOf(tx, cabinet, d.no);
  if (door.kind !== 'lend') throw new Refused(words.notLent);
  if (!(await claims.listMine(tx, by.personId, [cabinet.id])).some((c) => c.key === key)) refuseUnusable(cabinet, door, tx.now);
  return { cabinet, door };
}

const refusalOf = (a: Extract<Answer, { no: unknown }>): Refused => {
  if (a.no === 'unitTaken') return new Refused(words.doorTaken);
  return a.no === 'limitReached' ? new Refused(words.limit, { code: 'limit_reached' }) : claims.refusalFor(a.offer, a.no);
};

/**
 * Borrows what is in a compartment: it is claimed, then the door opens, then it is lent. A door that does not open ends the claim at once.
 * @throws Refused 409 when somebody else was quicker, the cabinet is closed, or the door jams or is offline
 */
export async function borrow(by: Actor, d: In<'borrow'>, call: Call, now: Date): Promise<Answered> {
  const key = keyOf(call);
  const { door } = await read(by, (tx) => doorToBorrow(tx, by, d, key));
  const answer = await claims.claim(by.federationId, d.id, { personId: by.personId, key, places: 1, unitId: door.id, at: now });
  if ('no' in answer) throw refusalOf(answer);
  const opening = await read(by, (tx) => findOpening(tx, door.id, `claim/${answer.claim.id}`));
  if (opening === null) throw new Refused(words.keyUsed);
  const status = await tapped(by, { opening, fresh: answer.fresh }, d.no);
  const loan = await read(by, (tx) => findLoanOfClaim(tx, answer.claim.id));
  return new Answered(status, { outcome: status === 202 ? 'opening' : 'opened', no: door.no, label: door.label, loanId: loan?.id ?? null, dueAt: loan?.dueAt?.toISOString() ?? null, left: null });
}

async function noteTaking(tx: Tx, by: Actor, d: In<'take'>, key: string): Promise<{ readonly tap: { readonly opening: Opening; readonly fresh: boolean }; readonly door: Compartment; readonly left: number }> {
  const cabinet = await cabinetFor(tx, by, d.id);
  const door = await doorOf(tx, cabinet, d.no);
  if (door.kind !== 'take') throw new Refused(words.notTaken);
  const tap = await noteTap(tx, { cabinetId: cabinet.id, compartmentId: door.id, purpose: 'take', key, personId: by.personId, loanId: null, quantity: d.quantity });
  if (!tap.fresh) return { tap, door, left: door.stock };
  refuseUnusable(cabinet, door, tx.now);
  const left = await takeStock(tx, door.id, d.quantity);
  if (left === null) throw new Refused(words.outOfStock);
  const most = (await rulebook.look(tx, { unionId: cabinet.unionId }, ['lockers.take.perDay'])).values['lockers.take.perDay'];
  if ((await countTaken(tx, by.personId, cabinet.id, instantAt(legalDateOf(tx.now)))) > most) throw new Refused(words.enoughToday, { slots: { most } });
  await tellShortage(tx, cabinet, { ...door, stock: left }, d.quantity);
  await audit.record(tx, by, words.auditTook, { subject: { kind: 'locker', id: cabinet.id }, unionId: cabinet.unionId, slots: { n: cabinet.number, label: door.label, count: d.quantity } });
  return { tap, door, left };
}

/** Takes consumables: the stock goes down with the tap and comes back when the door does not open. */
export async function take(by: Actor, d: In<'take'>, call: Call): Promise<Answered> {
  const key = keyOf(call);
  const { tap, door, left } = await write(by, (tx) => noteTaking(tx, by, d, key));
  const status = await tapped(by, tap, d.no);
  return new Answered(status, { outcome: status === 202 ? 'opening' : 'opened', no: door.no, label: door.label, loanId: null, dueAt: null, left });
}

/** Opens the door of what one has, to put it back; confirming comes after. */
export async function returnDoor(by: Actor, d: In<'returnDoor'>, call: Call): Promise<Answered> {
  const key = keyOf(call);
  const { loan, tap } = await write(by, async (tx) => {
    const found = await findLoan(tx, d.id);
    if (found?.personId !== by.personId) return notFound();
    if (found.endedAt !== null) throw new Refused(words.isOver);
    if (found.lentAt === null) throw new Refused(words.notYetLent);
    const noted = await noteTap(tx, { cabinetId: found.cabinetId, compartmentId: found.compartmentId, purpose: 'return', key, personId: by.personId, loanId: found.id, quantity: 0 });
    if (noted.fresh) await audit.record(tx, by, words.auditOpened, { subject: { kind: 'locker', id: found.cabinetId }, unionId: found.unionId, slots: { n: found.cabinetNumber, no: found.no } });
    return { loan: found, tap: noted };
  });
  const status = await tapped(by, tap, loan.no);
  return new Answered(status, { outcome: status === 202 ? 'opening' : 'opened', no: loan.no, label: loan.label, loanId: loan.id, dueAt: loan.dueAt?.toISOString() ?? null, left: null });
}

/** A keeper opens a door to look, mend or refill. */
export async function serviceDoor(by: Actor, d: z.output<(typeof desk)['serviceDoor']['in']>, call: Call): Promise<Answered> {
  const key = keyOf(call);
  const tap = await write(by, async (tx) => {
    const cabinet = await cabinetForKeeper(tx, by, d.id);
    const door = await doorOf(tx, cabinet, d.no);
    const noted = await noteTap(tx, { cabinetId: cabinet.id, compartmentId: door.id, purpose: 'service', key, personId: by.personId, loanId: null, quantity: 0 });
    if (noted.fresh) await audit.record(tx, by, words.auditOpened, { subject: { kind: 'locker', id: cabinet.id }, unionId: cabinet.unionId, slots: { n: cabinet.number, no: d.no } });
    return noted;
  });
  const status = await tapped(by, tap, d.no);
  return new Answered(status, { outcome: status === 202 ? 'opening' : 'opened', no: d.no });
}
