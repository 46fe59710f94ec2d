import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { maskName } from '#shared/person-name';
import { doorWords } from '#platform/http';
import { claims, standingAt } from '#engines/claims';
import type { api } from './offers.contract.ts';
import * as q from './offers.sql.ts';
import { words } from './offers.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;

async function shown(tx: Tx, by: Actor, offerId: string): Promise<q.Counted> {
  const found = await q.findCount(tx, by, offerId);
  if (found === null) throw new Refused(doorWords.notFound, { status: 404 });
  return found;
}

/** Places and how many are taken now, with the server's time: what a screen in the hall asks every second. */
export async function count(tx: Tx, by: Actor, { offerId }: In<'count'>) {
  const c = await shown(tx, by, offerId);
  return { title: c.title, places: c.places, taken: c.taken, opensAt: c.opensAt.toISOString(), closesAt: c.closesAt.toISOString(), now: tx.now.toISOString() };
}

/** The order in which an offer was asked, names masked, once it is published and nothing can be had any more. */
export async function order(tx: Tx, by: Actor, { offerId, ...page }: In<'order'>) {
  const c = await shown(tx, by, offerId);
  const offer = await claims.findOffer(tx, offerId);
  if (offer === null || !offer.published || (standingAt(offer, tx.now) !== 'over' && c.taken < c.places)) throw new Refused(words.notPublished);
  const { items, total } = await claims.listOrder(tx, offerId, page);
  return {
    title: offer.title, places: c.places, total, opensAt: offer.opensAt.toISOString(), drawn: offer.mode === 'draw',
    items: items.map((x) => ({ no: x.no, rank: x.rank, name: maskName(x.name), unit: x.unit, places: x.places, at: x.at.toISOString() })),
  };
}
