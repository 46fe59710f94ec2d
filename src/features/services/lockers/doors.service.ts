import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import type { Word } from '#shared/words';
import { clock } from '#platform/clock';
import type { Database } from '#platform/db';
import { claims, type Happening } from '#engines/claims';
import { files } from '#engines/files';
import { notify } from '#engines/notify';
import { listTenants } from '#engines/org';
import { findCabinet, findCompartmentById, putStockBack } from './cabinets.sql.ts';
import { endOpening, findOpening, insertOpening, listForgotten, type Opening } from './doors.sql.ts';
import { hardwareOf } from './hardware.service.ts';
import { findLoan, insertAsked, setEnded, setLent } from './loans.sql.ts';
import type { Outcome } from './lockers.rules.ts';
import { words } from './lockers.words.ts';
import { raiseJam } from './reports.service.ts';
import { sweepSwaps } from './swap.sql.ts';
import { lockerWays } from './ways.service.ts';

/** An order without an answer for so long is one whose process went down. */
const FORGOTTEN_MS = 60_000;

/** Follows claims of lockers: a claim is a loan whose door is still to be opened, a hand-over is the open door. */
export async function followClaims(tx: Tx, { verb, claims: of }: Happening): Promise<void> {
  const ids = of.map((c) => c.id);
  if (verb === 'claimed') await insertAsked(tx, of.flatMap((c) => (c.unitId === null ? [] : [{ id: c.id, unitId: c.unitId, personId: c.personId }])));
  else if (verb === 'handed') await setLent(tx, ids);
  else if (verb === 'returned' || verb === 'cancelled' || verb === 'expired' || verb === 'ended') await setEnded(tx, ids);
}

/** A tap that is to be noted: the same key at the same compartment is the same tap. */
export type NewTap = Omit<Opening, 'id' | 'askedAt' | 'outcome'>;

/** Notes a tap. @returns it, and whether it is new @throws Refused when the key was somebody else's or for something else */
export async function noteTap(tx: Tx, tap: NewTap): Promise<{ readonly opening: Opening; readonly fresh: boolean }> {
  const id = newId();
  const fresh = await insertOpening(tx, { id, ...tap });
  const opening = fresh ? { id, ...tap, askedAt: tx.now, outcome: null } : await findOpening(tx, tap.compartmentId, tap.key);
  if (opening === null || opening.personId !== tap.personId || opening.purpose !== tap.purpose || opening.quantity !== tap.quantity || opening.loanId !== tap.loanId) throw new Refused(words.keyUsed);
  return { opening, fresh };
}

/** The claim ends whose door did not open: nothing stands under that name. */
async function undoLoan(tx: Tx, by: Actor | null, loanId: string, outcome: Outcome): Promise<void> {
  const loan = await findLoan(tx, loanId);
  const claim = loan?.claimId ? await claims.findClaim(tx, loan.claimId) : null;
  if (loan === null || claim?.state !== 'taken') return;
  if (by !== null) return claims.cancel(tx, by, claim.id);
  await claims.giveBack(tx, null, claim.id, outcome);
  await notify.tell(tx, { key: `lockers/${loanId}/lost`, kind: 'lockers.notOpened', word: words.tellNotOpened, body: words.tellNotOpenedBody, slots: { label: loan.label, place: loan.place }, link: `/lockers/${loan.cabinetId}`, to: [loan.personId], unionId: loan.unionId });
}

async function lend(tx: Tx, by: Actor, opening: Opening): Promise<void> {
  const loan = opening.loanId === null ? null : await findLoan(tx, opening.loanId);
  const claim = loan?.claimId ? await claims.findClaim(tx, loan.claimId) : null;
  if (claim?.state === 'taken') await claims.handOver(tx, by, opening.cabinetId, [{ code: claims.codesOf(tx.federationId, claim).code, at: tx.now, paid: false }]);
}

/** What follows from a door's answer, once. @param by null: nobody waits for it any more */
export async function settleTap(tx: Tx, by: Actor | null, opening: Opening, outcome: Outcome): Promise<boolean> {
  if (!(await endOpening(tx, opening.id, outcome))) return false;
  if (opening.purpose === 'borrow' && outcome === 'opened' && by !== null) await lend(tx, by, opening);
  if (opening.purpose === 'borrow' && outcome !== 'opened' && opening.loanId !== null) await undoLoan(tx, by, opening.loanId, outcome);
  if (opening.purpose === 'take' && outcome !== 'opened') await putStockBack(tx, opening.compartmentId, opening.quantity);
  if (outcome === 'jammed') await reportJam(tx, opening.cabinetId, opening.compartmentId);
  return true;
}

/** The house reports a door that does not move. */
export async function reportJam(tx: Tx, cabinetId: string, compartmentId: string): Promise<void> {
  const [cabinet, door] = [await findCabinet(tx, cabinetId), await findCompartmentById(tx, compartmentId)];
  if (cabinet !== null && door !== null) await raiseJam(tx, cabinet, door);
}

/** Gives the order to the hardware, outside every transaction. */
export async function order(federationId: string, o: { readonly cabinetId: string; readonly no: number; readonly order: string }): Promise<'opened' | 'offline' | 'jammed'> {
  const cabinet = await lockerWays().database.read(federationId, clock.now(), (tx) => findCabinet(tx, o.cabinetId));
  return cabinet === null ? 'offline' : hardwareOf(federationId, cabinet).open({ order: o.order, no: o.no });
}

/**
 * Opens the door of a tap that is committed, and notes what came of it in a transaction of its own. A process that goes down in between
 * leaves a tap without an answer, which {@link sweepForgotten} undoes.
 */
export async function openDoor(by: Actor, opening: Opening, no: number): Promise<Outcome> {
  const outcome = await order(by.federationId, { cabinetId: opening.cabinetId, no, order: opening.id });
  const { database } = lockerWays();
  const first = await database.transaction(by.federationId, clock.now(), (tx) => settleTap(tx, by, opening, outcome), { retry: true });
  return first ? outcome : 'lost';
}

const REFUSALS: Readonly<Record<'offline' | 'jammed' | 'lost', Word>> = { offline: words.doorOffline, jammed: words.doorJammed, lost: words.doorLost };
const RETURNS: Readonly<Record<'offline' | 'jammed' | 'lost', Word>> = { offline: words.returnOffline, jammed: words.returnJammed, lost: words.doorLost };

/** The sentence for a door that did not open. */
export const notOpened = (outcome: Exclude<Outcome, 'opened'>, back = false): Refused => new Refused((back ? RETURNS : REFUSALS)[outcome], { data: { outcome } });

/** Undoes taps that nobody answered: the process that gave the order went down. @returns how many */
export async function sweepForgotten(database: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - FORGOTTEN_MS);
  let n = 0;
  for (const id of await database.read(null, now, listTenants)) {
    n += await database.transaction(id, now, async (tx) => {
      const forgotten = await listForgotten(tx, before);
      for (const opening of forgotten) await settleTap(tx, null, opening, 'lost');
      const swaps = await sweepSwaps(tx, before);
      if (swaps.dropped.length > 0) await files.letGo(tx, 'lockerSwap', swaps.dropped);
      return forgotten.length + swaps.dropped.length + swaps.back;
    });
  }
  return n;
}
