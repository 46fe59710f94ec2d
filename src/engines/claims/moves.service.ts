import type { Actor, Tx } from '#shared/call';
import { chinaTime } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import type { Word } from '#shared/words';
import { notify } from '#engines/notify';
import { promote, rollUps, type Turn } from './allot.rules.ts';
import { type Change, changeClaims, findClaim, findClaims, insertEvents, listByState, oweBack } from './claims.sql.ts';
import { words } from './claims.words.ts';
import { factsOf, offerFor, rootsOf } from './decide.service.ts';
import { type Happening, tellFollowers } from './kinds.ts';
import { type Claim, type ClaimState, HOLDING, type Offer } from './offer.rules.ts';
import { changePools, listPools, listUnits } from './offers.sql.ts';
import { returnPoints, takePoints, walletsOf } from './points.service.ts';
import { barOf } from './who.rules.ts';

const HOUR = 3_600_000;
/** How long a place is kept for somebody who waited and must pay for it, where the offer says nothing. */
const PAY_HOURS = 12;
const AT_ONCE = 1_000;

/** A person, or null for a job of the system. */
export type Mover = Actor | null;

/** Tells these people what happened to their claims of an offer, all the same. */
export async function tellOf(tx: Tx, offer: Offer, claims: readonly Claim[], word: Word, body: Word, o: { readonly verb: string; readonly slots?: Record<string, string>; readonly urgent?: boolean }): Promise<void> {
  const [first] = claims;
  if (first === undefined) return;
  await notify.tell(tx, {
    key: `claims/${first.id}/${o.verb}/${tx.now.getTime()}`, kind: `claims.${o.verb}`, word, body, slots: { title: offer.title, ...o.slots }, link: claims.length === 1 ? `/places/${first.id}` : '/places',
    to: [...new Set(claims.map((c) => c.personId))], unionId: offer.unionId, ...(o.urgent ? { urgent: true } : {}),
  });
}

const until = (dueAt: Date | null): Record<string, string> => ({ until: dueAt === null ? '' : chinaTime(dueAt) });

/** Changes claims, notes it, tells followers. Each must be in the state it is believed to be in. @returns them as they are now */
export async function change(tx: Tx, by: Mover, offer: Offer, verb: Happening['verb'], changes: readonly Change[]): Promise<Claim[]> {
  if (changes.length === 0) return [];
  if ((await changeClaims(tx, changes)) !== changes.length) throw new Refused(words.changedMeanwhile);
  await insertEvents(tx, by?.personId ?? null, changes.map((c) => ({ id: newId(), claimId: c.id, verb: c.verb, why: c.why ?? '' })));
  const claims = await findClaims(tx, offer.id, changes.map((c) => c.id));
  await tellFollowers(tx, { offer, verb, claims });
  return claims;
}

/** Places that claims hold in pools; what has a thing is counted by the thing. */
function freed(claims: readonly Claim[]): { no: number; taken: number }[] {
  const back = new Map<number, number>();
  for (const c of claims) if (HOLDING.includes(c.state) && c.unitId === null) back.set(c.poolNo, (back.get(c.poolNo) ?? 0) - c.places);
  return [...back].map(([no, taken]) => ({ no, taken }));
}

/**
 * Ends claims: their places are free, their points come back, money that was received is owed back; then whoever waits moves up. The
 * offer is locked.
 */
export async function end(tx: Tx, by: Mover, offer: Offer, claims: readonly Claim[], o: { readonly to: Extract<ClaimState, 'returned' | 'cancelled' | 'declined' | 'expired' | 'lost'>; readonly verb: Happening['verb']; readonly why?: string }): Promise<Claim[]> {
  const ended = await change(tx, by, offer, o.verb, claims.map((c) => ({ id: c.id, from: c.state, to: o.to, verb: o.verb, ...(o.why === undefined ? {} : { why: o.why }) })));
  await changePools(tx, offer.id, freed(claims));
  if (o.to !== 'returned') {
    await returnPoints(tx, claims);
    await oweBack(tx, claims.map((c) => c.id));
  }
  if (claims.some((c) => HOLDING.includes(c.state))) await fill(tx, offer);
  return ended;
}

/** What somebody gets whose turn has come. */
function becomes(offer: Offer, now: Date): { readonly to: 'offered' | 'held' | 'taken'; readonly dueAt: Date | null } {
  const hours = offer.answerHours ?? (offer.pays === 'online' ? PAY_HOURS : null);
  if (hours === null) return { to: 'taken', dueAt: null };
  const due = new Date(now.getTime() + hours * HOUR);
  const last = offer.handOverTo !== null && offer.handOverTo > now && offer.handOverTo < due ? offer.handOverTo : due;
  return { to: offer.pays === 'online' ? 'held' : 'offered', dueAt: last };
}

/** Those whose turn it would be and who may not have it any more: they left the union, or have no points. */
async function sift(tx: Tx, offer: Offer, turns: readonly Turn[], to: ClaimState): Promise<{ readonly good: readonly Turn[]; readonly barred: readonly Claim[] }> {
  const ids = turns.map((t) => t.claim.personId);
  const roots = await rootsOf(tx, offer);
  const fit = new Set((await factsOf(tx, offer, ids)).filter((f) => barOf({ ...offer.who, restDays: 0 }, roots, f, tx.now) === null).map((f) => f.personId));
  const wallets = offer.pays === 'points' && to === 'taken' ? await walletsOf(tx, offer, ids, true) : null;
  const good = turns.filter((t) => fit.has(t.claim.personId) && (wallets === null || (wallets.get(t.claim.personId)?.available ?? 0n) >= t.claim.amount));
  return { good, barred: turns.filter((t) => !good.includes(t)).map((t) => t.claim) };
}

/**
 * Gives free places to those who wait, in their order, as far as places go, and tells them. Quotas whose time has come roll up before.
 * The offer is locked by the caller; calling it when nothing is free changes nothing.
 * @returns how many got one
 */
export async function fill(tx: Tx, offer: Offer): Promise<number> {
  if (offer.state !== 'open' || (offer.handOverTo !== null && offer.handOverTo <= tx.now)) return 0;
  for (const m of rollUps(await listPools(tx, offer.id), tx.now)) await changePools(tx, offer.id, [{ no: m.from, capacity: -m.places }, { no: m.to, capacity: m.places }]);
  let given = 0;
  for (;;) {
    const waiting = await listByState(tx, offer.id, ['waiting'], AT_ONCE);
    if (waiting.length === 0) return given;
    const units = offer.mode === 'units' || offer.mode === 'queue' ? await listUnits(tx, offer.id) : [];
    const { turns } = promote(offer, await listPools(tx, offer.id), units, waiting, tx.now);
    if (turns.length === 0) return given;
    const next = becomes(offer, tx.now);
    const { good, barred } = await sift(tx, offer, turns, next.to);
    const expired = await change(tx, null, offer, 'expired', barred.map((c) => ({ id: c.id, from: c.state, to: 'expired', verb: 'barred' })));
    await tellOf(tx, offer, expired, words.tellExpired, words.tellExpiredBody, { verb: 'expired' });
    given += await give(tx, offer, good, next);
    if (barred.length === 0 && turns.length < AT_ONCE) return given;
  }
}

/** Gives places to people whose turn it is; see {@link fill}. */
export async function give(tx: Tx, offer: Offer, turns: readonly Turn[], next: { readonly to: 'offered' | 'held' | 'taken'; readonly dueAt: Date | null }, o: { readonly silent?: boolean } = {}): Promise<number> {
  if (turns.length === 0) return 0;
  const claims = await change(tx, null, offer, 'promoted', turns.map((t) => ({ id: t.claim.id, from: t.claim.state, to: next.to, poolNo: t.poolNo, unitId: t.unitId, dueAt: next.dueAt, verb: 'promoted' })));
  const took = new Map<number, number>();
  for (const t of turns) if (t.unitId === null) took.set(t.poolNo, (took.get(t.poolNo) ?? 0) + t.claim.places);
  await changePools(tx, offer.id, [...took].map(([no, taken]) => ({ no, taken })));
  if (offer.pays === 'points' && next.to === 'taken') await takePoints(tx, offer, claims);
  if (o.silent) return claims.length;
  if (next.to === 'offered') await tellOf(tx, offer, claims, words.tellTurn, words.tellTurnBody, { verb: 'turn', slots: until(next.dueAt), urgent: true });
  else if (next.to === 'held') await tellOf(tx, offer, claims, words.tellPay, words.tellPayBody, { verb: 'pay', slots: until(next.dueAt), urgent: true });
  else await tellOf(tx, offer, claims, words.tellYours, words.tellYoursBody, { verb: 'yours' });
  return claims.length;
}

/** What somebody gets from a draw or a list, at once: see {@link fill}. */
export const nextOf = becomes;

/** A claim of an offer with the offer locked, in one of these states. */
export async function locked(tx: Tx, claimId: string, from: readonly ClaimState[]): Promise<{ offer: Offer; claim: Claim }> {
  const seen = await findClaim(tx, claimId);
  if (seen === null) throw new Refused(words.claimUnknown, { status: 404 });
  const offer = await offerFor(tx, seen.offerId, true);
  const claim = (await findClaim(tx, claimId)) ?? seen;
  if (!from.includes(claim.state)) throw new Refused(words.stateWrong);
  return { offer, claim };
}
