import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { maskName } from '#shared/person-name';
import { secrets } from '#platform/secrets';
import { audit } from '#engines/audit';
import { continueMembership, endMembership, findMemberships, findUnion, listHistory } from '#engines/org';
import type { api } from './members.contract.ts';
import { findByCard } from './members.sql.ts';
import { words } from './members.words.ts';
import { loadMember } from './register.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;

async function atDesk(tx: Tx, by: Actor, id: string) {
  if (id === by.personId) throw new Refused(words.ownDesk);
  return loadMember(tx, by, 'members.manage', id);
}

/** Retirement: the membership is reserved from today (中国工会章程 art. 8). */
export async function retire(tx: Tx, by: Actor, { id }: In<'retire'>) {
  const m = await atDesk(tx, by, id);
  if (m.state === 'reserved') throw new Refused(words.alreadyReserved);
  await continueMembership(tx, id, 'retired', { state: 'reserved', origin: 'retirement' });
  await audit.record(tx, by, words.auditRetired, { subject: { kind: 'person', id }, unionId: m.unionId, slots: { name: m.name } });
  return { id };
}

/** A reserved membership becomes active again. */
export async function restore(tx: Tx, by: Actor, { id }: In<'restore'>) {
  const m = await atDesk(tx, by, id);
  if (m.state !== 'reserved') throw new Refused(words.notReserved);
  await continueMembership(tx, id, 'returned', { state: 'active', origin: 'return' });
  await audit.record(tx, by, words.auditReturned, { subject: { kind: 'person', id }, unionId: m.unionId, slots: { name: m.name } });
  return { id };
}

/** Ends a membership; the period stays in the history. */
export async function end(tx: Tx, by: Actor, { id, reason }: In<'end'>) {
  const m = await atDesk(tx, by, id);
  await endMembership(tx, id, reason);
  await audit.record(tx, by, words.auditEnded, { subject: { kind: 'person', id }, unionId: m.unionId, slots: { name: m.name, reason: words[`reason_${reason}`] } });
  return { id };
}

/** Leaving is free (中国工会章程 art. 6). */
export async function leave(tx: Tx, by: Actor) {
  const ended = await endMembership(tx, by.personId, 'left');
  await audit.record(tx, by, words.auditLeft, { subject: { kind: 'person', id: by.personId }, unionId: ended.unionId });
  return { id: by.personId };
}

/** What stands in the QR of a card: number and a signature, so that no card can be made up. */
const signed = (cardNumber: string): string => `NJ1.${cardNumber}.${secrets.lookup('card', cardNumber).toString('base64url').slice(0, 22)}`;

/** The own card and every period of membership. */
export async function card(tx: Tx, by: Actor) {
  const living = (await findMemberships(tx, [by.personId])).get(by.personId);
  const union = living === undefined ? null : await findUnion(tx, living.unionId);
  const history = await listHistory(tx, by.personId);
  const first = history.at(-1)?.beganOn ?? '';
  return {
    card: living === undefined || union === null ? null : { name: by.name, union: union.name, cardNumber: living.cardNumber, state: living.state, since: first, qr: signed(living.cardNumber) },
    periods: history.map((p) => ({ union: p.unionName, state: p.state, beganOn: p.beganOn, endedOn: p.endedOn, endReason: p.endReason, category: p.category })),
  };
}

/** Whether a card that somebody shows is valid now. */
export async function check(tx: Tx, _by: Actor, { qr }: In<'check'>) {
  const cardNumber = /^NJ1\.(\d{12})\./.exec(qr)?.[1];
  const found = cardNumber === undefined || signed(cardNumber) !== qr ? null : await findByCard(tx, cardNumber);
  if (found === null) throw new Refused(words.cardUnknown, { status: 404 });
  return { name: maskName(found.name, 'surname'), union: found.union, state: found.state as 'active' | 'reserved' | 'ended' };
}
