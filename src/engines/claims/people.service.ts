import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { audit } from '#engines/audit';
import { findClaim, insertEvents, listClaimsOf, setPerson } from './claims.sql.ts';
import { words } from './claims.words.ts';
import { factsOf, rootsOf, sceneFor } from './decide.service.ts';
import { tellFollowers } from './kinds.ts';
import { change, end, locked, type Mover, tellOf } from './moves.service.ts';
import { type Claim, LIVE, type Offer } from './offer.rules.ts';
import { returnPoints, takePoints, walletsOf } from './points.service.ts';
import { barOf } from './who.rules.ts';

const GIVING = ['entered', 'waiting', 'offered', 'held', 'taken'] as const;
const subject = (offer: Offer) => ({ subject: { kind: 'offer', id: offer.id }, unionId: offer.unionId, slots: { title: offer.title } });

/** A claim of one's own with its offer locked; somebody else's is as if it were not there. */
async function own(tx: Tx, by: Actor, claimId: string, from: Parameters<typeof locked>[2]): Promise<{ offer: Offer; claim: Claim }> {
  const seen = await findClaim(tx, claimId);
  if (seen?.personId !== by.personId) throw new Refused(words.claimUnknown, { status: 404 });
  return locked(tx, claimId, from);
}

/** Until when somebody may give a place back; waiting and entering may be ended at any time. */
function refuseLate(tx: Tx, offer: Offer, claim: Claim): void {
  const free = claim.state === 'entered' || claim.state === 'waiting' || claim.state === 'offered' || claim.state === 'held';
  if (!free && offer.cancelUntil !== null && tx.now >= offer.cancelUntil) throw new Refused(words.tooLateToCancel);
}

/**
 * Gives one's own place back: it is free for the next, points return, money is owed back.
 * @throws Refused when it was handed over, is over, or the time for it is
 */
export async function cancel(tx: Tx, by: Actor, claimId: string): Promise<void> {
  const { offer, claim } = await own(tx, by, claimId, GIVING);
  refuseLate(tx, offer, claim);
  await end(tx, by, offer, [claim], { to: 'cancelled', verb: 'cancelled' });
  await audit.record(tx, by, words.auditGiven, subject(offer));
}

/** Takes somebody's place away, with a reason that the person is told. Who may is asked by the part. */
export async function remove(tx: Tx, by: Mover, claimId: string, why: string): Promise<void> {
  const { offer, claim } = await locked(tx, claimId, [...GIVING, 'missed']);
  const ended = await end(tx, by, offer, [claim], { to: 'cancelled', verb: 'cancelled', why });
  await tellOf(tx, offer, ended, words.tellRemoved, words.tellRemovedBody, { verb: 'removed', slots: { why } });
  await audit.record(tx, by ?? { system: 'claims' }, words.auditRemoved, { ...subject(offer), slots: { title: offer.title, why: audit.veil(why) } });
}

/**
 * Accepts a place that was offered; points are taken now, online payment begins.
 * @throws Refused when the time is over or points do not suffice
 */
export async function accept(tx: Tx, by: Actor, claimId: string): Promise<Claim> {
  const { offer, claim } = await own(tx, by, claimId, ['offered']);
  if (claim.dueAt !== null && claim.dueAt <= tx.now) throw new Refused(words.dueOver);
  if (offer.pays === 'points' && ((await walletsOf(tx, offer, [by.personId], true)).get(by.personId)?.available ?? 0n) < claim.amount) throw new Refused(words.short);
  const [accepted] = await change(tx, by, offer, 'accepted', [{ id: claim.id, from: 'offered', to: 'taken', verb: 'accepted' }]);
  if (offer.pays === 'points') await takePoints(tx, offer, [claim]);
  await audit.record(tx, by, words.auditAccepted, subject(offer));
  return accepted ?? claim;
}

/** Declines a place that was offered: it goes to the next. */
export async function decline(tx: Tx, by: Actor, claimId: string): Promise<void> {
  const { offer, claim } = await own(tx, by, claimId, ['offered', 'held']);
  await end(tx, by, offer, [claim], { to: 'declined', verb: 'declined' });
  await audit.record(tx, by, words.auditDeclined, subject(offer));
}

/**
 * Passes a place on to a colleague who may have it. Points change hands: the giver's come back, the receiver's are taken.
 * @throws Refused when the offer does not allow it, or the receiver has one, may not have one, or cannot pay
 */
export async function transfer(tx: Tx, by: Actor, claimId: string, toId: string): Promise<void> {
  const { offer, claim } = await own(tx, by, claimId, ['taken']);
  if (!offer.transferable) throw new Refused(words.notTransferable);
  refuseLate(tx, offer, claim);
  if (toId === by.personId) throw new Refused(words.receiverHas);
  const [facts] = await factsOf(tx, offer, [toId]);
  if (facts === undefined) throw new Refused(words.receiverUnknown);
  if (barOf(offer.who, await rootsOf(tx, offer), facts, tx.now) !== null) throw new Refused(words.receiverBarred);
  const theirs = (await listClaimsOf(tx, offer.id, [toId], [claim.key])).filter((c) => LIVE.includes(c.state) || c.key === claim.key);
  if (theirs.length > 0 && offer.perPerson <= theirs.filter((c) => LIVE.includes(c.state)).length) throw new Refused(words.receiverHas);
  if (theirs.some((c) => c.key === claim.key)) throw new Refused(words.receiverHas);
  if (offer.pays === 'points') {
    await returnPoints(tx, [claim]);
    if (((await walletsOf(tx, offer, [toId], true)).get(toId)?.available ?? 0n) < claim.amount) throw new Refused(words.short);
  }
  const used = new Set(theirs.map((c) => c.turn));
  let turn = 1;
  while (used.has(turn)) turn++;
  await setPerson(tx, claim.id, toId, turn);
  const moved = { ...claim, personId: toId, turn };
  if (offer.pays === 'points') await takePoints(tx, offer, [moved]);
  await insertEvents(tx, by.personId, [{ id: newId(), claimId: claim.id, verb: 'transferred', why: '' }]);
  await tellFollowers(tx, { offer, verb: 'transferred', claims: [moved] });
  await tellOf(tx, offer, [moved], words.tellGiven, words.tellGivenBody, { verb: 'given', slots: { giver: by.name } });
  await audit.record(tx, by, words.auditTransferred, subject(offer));
}

/** What keeps a person from an offer, or null: for a page that says so before anybody presses anything. */
export async function barFor(tx: Tx, offer: Offer, personId: string): Promise<ReturnType<typeof barOf>> {
  const stand = (await sceneFor(tx, offer, [{ personId, key: '' }], false)).stands.get(personId);
  return stand === undefined ? 'notMember' : stand.bar;
}

