import type { Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { audit } from '#engines/audit';
import { promote } from './allot.rules.ts';
import { findClaims, listByState, setRanks } from './claims.sql.ts';
import { words } from './claims.words.ts';
import { offerFor } from './decide.service.ts';
import { change, give, nextOf, tellOf } from './moves.service.ts';
import type { Claim } from './offer.rules.ts';
import { listPools, listUnits } from './offers.sql.ts';
import type { Keeper } from './offers.service.ts';

const AT_ONCE = 1_000;

/**
 * Gives the places of a drawn offer out in the order of the draw: the first as far as places and quotas go, the others wait in that order
 * or have lost, and all are told. Once: after it nobody is `entered` any more.
 * @param order claims that were entered, best first; all of them and nobody else
 * @returns those who got a place, in their order
 * @throws Refused when the claims are not exactly those entered
 */
export async function settle(tx: Tx, by: Keeper, offerId: string, order: readonly string[]): Promise<Claim[]> {
  const offer = await offerFor(tx, offerId, true);
  const entered = new Set((await listByState(tx, offerId, ['entered'], 2_000_000)).map((c) => c.id));
  if (entered.size !== order.length || new Set(order).size !== order.length || !order.every((id) => entered.has(id))) throw new Refused(words.changedMeanwhile);
  await setRanks(tx, offerId, order);
  const ranked = await listByState(tx, offerId, ['entered'], 2_000_000);
  const { turns } = promote(offer, await listPools(tx, offerId), await listUnits(tx, offerId), ranked, tx.now);
  const next = nextOf(offer, tx.now);
  for (let i = 0; i < turns.length; i += AT_ONCE) await give(tx, offer, turns.slice(i, i + AT_ONCE), next, { silent: next.to === 'taken' });
  const won = new Set(turns.map((t) => t.claim.id));
  const others = ranked.filter((c) => !won.has(c.id));
  const to = offer.waits ? 'waiting' : 'lost';
  for (let i = 0; i < others.length; i += AT_ONCE) {
    const some = await change(tx, null, offer, 'settled', others.slice(i, i + AT_ONCE).map((c) => ({ id: c.id, from: 'entered', to, verb: 'settled' })));
    await tellOf(tx, offer, some, to === 'waiting' ? words.tellReserve : words.tellLost, to === 'waiting' ? words.tellReserveBody : words.tellLostBody, { verb: to === 'waiting' ? 'reserve' : 'lost' });
  }
  const winners = await inOrder(tx, offerId, turns.map((t) => t.claim.id));
  if (next.to === 'taken') for (let i = 0; i < winners.length; i += AT_ONCE) await tellOf(tx, offer, winners.slice(i, i + AT_ONCE), words.tellWon, words.tellWonBody, { verb: 'won', urgent: true });
  await audit.record(tx, by, words.auditSettled, { subject: { kind: 'offer', id: offerId }, unionId: offer.unionId, slots: { title: offer.title, n: winners.length } });
  return winners;
}

async function inOrder(tx: Tx, offerId: string, ids: readonly string[]): Promise<Claim[]> {
  const found = new Map((await findClaims(tx, offerId, ids)).map((c) => [c.id, c]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** Those who entered a draw, in the order in which they did. */
export async function entered(tx: Tx, offerId: string): Promise<Claim[]> {
  return listByState(tx, offerId, ['entered'], 2_000_000);
}
