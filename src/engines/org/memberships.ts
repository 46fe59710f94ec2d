import { randomInt } from 'node:crypto';
import type { Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { legalDateOf } from '#shared/dates';
import * as q from './memberships.sql.ts';
import type { Membership } from './memberships.sql.ts';
import { words } from './org.words.ts';
import { findUnion } from './unions.sql.ts';

/** Twelve digits, the last a Luhn check digit, so that a mistyped card number is noticed. */
export function newCardNumber(): string {
  const body = Array.from({ length: 11 }, () => randomInt(10)).join('');
  let sum = 0;
  for (let i = 0; i < 11; i++) {
    const d = Number(body[10 - i]) * (i % 2 === 0 ? 2 : 1);
    sum += d > 9 ? d - 9 : d;
  }
  return body + String((10 - (sum % 10)) % 10);
}

/** A membership that begins today and is not yet written; the card number stays the person's own across unions when given. */
export function draftMembership(tx: Tx, m: Pick<Membership, 'personId' | 'unionId' | 'origin'> & Partial<Membership>): Membership {
  return {
    id: newId(), state: 'active', beganOn: legalDateOf(tx.now), endedOn: null, endReason: null, originId: null, cardNumber: newCardNumber(),
    category: 'regular', subsidised: false, department: '', job: '', employmentForm: '', employedOn: null, contractTo: null, ...m,
  };
}

/** Takes many in at once; answers the ids of the memberships that came about (a person may have only one that lives). */
export const admitMany = (tx: Tx, list: readonly Membership[]): Promise<Set<string>> => q.insertMemberships(tx, list);

/** Takes one person in, or says where the person already belongs. */
export async function admit(tx: Tx, m: Membership): Promise<Membership> {
  if ((await q.insertMemberships(tx, [m])).size === 1) return m;
  const [there] = await q.findLiving(tx, [m.personId]);
  const union = there === undefined ? null : await findUnion(tx, there.unionId);
  if (union === null) throw new Refused(words.memberOnce);
  throw new Refused(words.alreadyMember, { slots: { union: union.name } });
}

/** Ends the living membership. `reason` as in the table's check; the period stays in the history. */
export async function endMembership(tx: Tx, personId: string, reason: 'left' | 'lapsed' | 'expelled' | 'deceased' | 'transferred' | 'retired' | 'returned'): Promise<Membership> {
  const living = await q.lockLiving(tx, personId);
  if (living === null) throw new Refused(words.noMembership);
  await q.endMemberships(tx, [personId], legalDateOf(tx.now), reason);
  return living;
}

/** Ends the living period and opens another with changed fields on the same day: transfer, reserve (保留会籍), return. */
export async function continueMembership(tx: Tx, personId: string, reason: 'transferred' | 'retired' | 'returned', change: Partial<Membership> & { origin: string }): Promise<Membership> {
  const living = await endMembership(tx, personId, reason);
  return admit(tx, draftMembership(tx, { ...living, ...change, id: newId(), endedOn: null, endReason: null, beganOn: legalDateOf(tx.now) }));
}

/**
 * Ends the period in one union and begins the next in another on the same day: no gap, no overlap. The person must still be an active
 * member of the union that is left (or of the one it was merged into).
 */
export async function transferMembership(tx: Tx, o: { personId: string; fromUnionId: string; to: Pick<Membership, 'unionId' | 'originId' | 'category' | 'subsidised' | 'job'> | null }): Promise<Membership> {
  const living = await q.lockLiving(tx, o.personId);
  const from = await findUnion(tx, o.fromUnionId);
  if (living?.state !== 'active' || (living.unionId !== o.fromUnionId && living.unionId !== from?.mergedIntoId)) throw new Refused(words.movedMeanwhile, { slots: { union: from?.name ?? '' } });
  if (o.to === null) return endMembership(tx, o.personId, 'transferred');
  return continueMembership(tx, o.personId, 'transferred', { ...o.to, origin: 'transfer', department: '', employmentForm: '', employedOn: null, contractTo: null });
}

/** The members' part of a merger, in one statement. */
export const moveMembers = (tx: Tx, fromUnionId: string, toUnionId: string): Promise<number> =>
  q.moveMemberships(tx, fromUnionId, toUnionId, legalDateOf(tx.now));

/** Living memberships by person. */
export async function findMemberships(tx: Tx, personIds: readonly string[]): Promise<Map<string, Membership>> {
  return new Map((await q.findLiving(tx, personIds)).map((m) => [m.personId, m]));
}

export const { listHistory, undoOrigin } = q;
