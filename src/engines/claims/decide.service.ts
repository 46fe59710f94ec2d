import type { Tx } from '#shared/call';
import { addDays, instantAt, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { allot, type Allotment, type Ask, type No, type Stand, type Wanted } from './allot.rules.ts';
import { findClaims, insertClaims, listClaimsOf, listFacts, type NewClaim } from './claims.sql.ts';
import { words } from './claims.words.ts';
import { isFollowed, tellFollowers } from './kinds.ts';
import { type Claim, MOST, type Offer, type Pool, standingAt, type Unit } from './offer.rules.ts';
import { changePools, findOffer, listPools, listUnits, pathsOf, takeNumbers } from './offers.sql.ts';
import { takePoints, walletsOf } from './points.service.ts';
import { barOf, type Facts } from './who.rules.ts';

/** What became of a wish. `fresh`: it was granted now and not before. */
export type Answer = { readonly claim: Claim; readonly fresh: boolean } | { readonly no: No; readonly offer: Pick<Offer, 'party' | 'who'> };

/** Everything that a decision looks at. */
export type Scene = { readonly offer: Offer; readonly pools: readonly Pool[]; readonly units: readonly Unit[]; readonly stands: ReadonlyMap<string, Stand> };

/** Paths of the unions an offer is for. */
export async function rootsOf(tx: Tx, offer: Offer): Promise<string[]> {
  return [...(await pathsOf(tx, offer.who.unions.length > 0 ? offer.who.unions : [offer.unionId])).values()];
}

/** The facts about people that this offer asks for. */
export const factsOf = (tx: Tx, offer: Offer, personIds: readonly string[]): Promise<Facts[]> => {
  const { misses, restDays, memberDays } = offer.who;
  const missesSince = misses === null ? null : instantAt(addDays(legalDateOf(tx.now), -misses.days));
  return listFacts(tx, personIds, { series: restDays > 0 ? offer.series : '', kind: offer.kind, unionId: offer.unionId, missesSince, long: memberDays > 0 });
};

/** Looks at an offer as those who ask find it. @param lock for points: wallets stay as they are to the end of the transaction */
export async function sceneFor(tx: Tx, offer: Offer, asks: readonly Pick<Ask, 'personId' | 'key'>[], lock: boolean): Promise<Scene> {
  const personIds = [...new Set(asks.map((a) => a.personId))];
  const pools = await listPools(tx, offer.id);
  const units = offer.mode === 'units' ? await listUnits(tx, offer.id) : [];
  const claims = Map.groupBy(await listClaimsOf(tx, offer.id, personIds, asks.map((a) => a.key)), (c) => c.personId);
  const roots = await rootsOf(tx, offer);
  const facts = await factsOf(tx, offer, personIds);
  const wallets = offer.pays === 'points' ? await walletsOf(tx, offer, personIds, lock) : null;
  const stands = new Map(facts.map((f): [string, Stand] => [f.personId, {
    path: f.paths[0] ?? '', bar: barOf(offer.who, roots, f, tx.now), claims: claims.get(f.personId) ?? [], wallet: wallets === null ? null : (wallets.get(f.personId)?.available ?? 0n),
  }]));
  return { offer, pools, units, stands };
}

const dueAt = (offer: Offer, w: Wanted, now: Date): Date | null => (w.state === 'held' ? new Date(now.getTime() + offer.holdMinutes * 60_000) : null);

/** Writes what was granted: numbers, rows, places, points. @returns the claims, in the order of the list */
async function write(tx: Tx, offer: Offer, { writes, took }: Allotment): Promise<Claim[]> {
  const first = await takeNumbers(tx, offer.id, writes.length);
  const fresh = writes.map((w, i): NewClaim => ({
    id: newId(), personId: w.ask.personId, turn: w.turn, no: first + i, poolNo: w.poolNo, places: w.ask.places, unitId: w.unitId, state: w.state, key: w.ask.key, amount: w.amount, at: w.ask.at, dueAt: dueAt(offer, w, tx.now),
  }));
  await insertClaims(tx, offer.id, fresh);
  await changePools(tx, offer.id, [...took].map(([no, taken]) => ({ no, taken })));
  if (offer.pays === 'points') await takePoints(tx, offer, fresh.filter((c) => c.state === 'taken'));
  const claims = fresh.map((c): Claim => ({ ...c, offerId: offer.id, rank: null, journalId: null, paidAt: null, paymentNo: '', owedBack: false, handedAt: null, handedById: null, endedAt: null }));
  if (isFollowed(offer.kind)) await tellFollowers(tx, { offer, verb: 'claimed', claims: await findClaims(tx, offer.id, claims.map((c) => c.id)) });
  return claims;
}

/** An offer that is there for people: not in preparation. */
export async function offerFor(tx: Tx, offerId: string, lock = false): Promise<Offer> {
  const offer = await findOffer(tx, offerId, lock);
  if (offer === null || offer.state === 'draft') throw new Refused(words.offerUnknown, { status: 404 });
  return offer;
}

/**
 * Decides up to 1,000 wishes for places of one offer, in their order, in this transaction, under the lock of the offer: side by side with
 * any number of others nothing is given twice.
 * @throws Refused 404 when there is no such offer or it is being prepared
 */
export async function decide(tx: Tx, offerId: string, asks: readonly Ask[]): Promise<Answer[]> {
  if (asks.length > MOST.asks) throw new Error(`claims: more than ${MOST.asks} wishes at once`);
  const seen = await offerFor(tx, offerId);
  // Outside its hours nothing is granted that was not before, so nobody needs to wait for the lock.
  const on = asks.some((a) => standingAt(seen, a.at) === 'on');
  const offer = on ? await offerFor(tx, offerId, true) : seen;
  const scene = await sceneFor(tx, offer, asks, on);
  const found = allot(offer, scene.pools, scene.units, asks, scene.stands);
  const claims = on && found.writes.length > 0 ? await write(tx, offer, found) : [];
  return found.verdicts.map((v): Answer => {
    if ('no' in v) return { no: v.no, offer: seen };
    if ('give' in v) return { claim: v.give, fresh: false };
    return { claim: claims[v.write] as Claim, fresh: true };
  });
}

/** The sentence for a wish that is not granted. The codes of the common ones are fixed for programs that ask. */
export function refusalFor(offer: Pick<Offer, 'party' | 'who'>, no: No): Refused {
  const codes: Partial<Record<No, string>> = { soldOut: 'sold_out', notStarted: 'not_started', ended: 'ended', limitReached: 'limit_reached' };
  const bars: readonly No[] = ['notMember', 'otherUnion', 'tooNew', 'resting', 'missed', 'otherGroup'];
  const days = no === 'tooNew' ? offer.who.memberDays : offer.who.restDays;
  const code = codes[no] ?? (bars.includes(no) ? 'not_eligible' : undefined);
  return new Refused(words[no], { slots: { most: offer.party, days }, ...(code === undefined ? {} : { code }), data: { reason: no } });
}
