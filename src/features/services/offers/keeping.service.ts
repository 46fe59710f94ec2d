import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { type Locale, say } from '#shared/words';
import { type Call, doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { type ClaimRow, claims, claimWords, type Offer, type Pool, standingAt } from '#engines/claims';
import { notify } from '#engines/notify';
import { findUnionFor, findUnions, loadUnionFor } from '#engines/org';
import type { desk } from './keeping.contract.ts';
import * as q from './offers.sql.ts';
import { words } from './offers.words.ts';
import { rootsOf } from './places.service.ts';
import { stateText, stateTexts } from './state-text.service.ts';

export type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
type Row = z.input<(typeof desk)['claims']['out']>['items'][number];
const SHEET_MOST = 5_000;
const FREE_MOST = 500;
const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** An offer that this officer keeps: who holds its kind's word over its union. Others find nothing. */
export async function keptOffer(tx: Tx, by: Actor, offerId: string): Promise<Offer> {
  const offer = await claims.findOffer(tx, offerId);
  if (offer === null || (await findUnionFor(tx, by, claims.kindNamed(offer.kind).keep, offer.unionId)) === null) throw new Refused(doorWords.notFound, { status: 404 });
  return offer;
}

async function keptClaim(tx: Tx, by: Actor, offerId: string, id: string) {
  const offer = await keptOffer(tx, by, offerId);
  const claim = await claims.findClaim(tx, id);
  if (claim?.offerId !== offerId) throw new Refused(claimWords.claimUnknown, { status: 404 });
  return { offer, claim };
}

/** An offer as the desk reads it. */
export async function offerView(tx: Tx, offer: Offer, locale: Locale) {
  const kind = claims.kindNamed(offer.kind);
  const union = (await findUnions(tx, [offer.unionId])).get(offer.unionId);
  return {
    id: offer.id, kind: offer.kind, kindTitle: say(kind.title, locale), title: offer.title, union: union?.name ?? '', mode: offer.mode, standing: standingAt(offer, tx.now), opensAt: offer.opensAt.toISOString(), closesAt: offer.closesAt.toISOString(), party: offer.party,
    pays: offer.pays, price: String(offer.price), place: offer.place, handOverFrom: iso(offer.handOverFrom), handOverTo: iso(offer.handOverTo), handed: say(kind.handed, locale), stateTexts: stateTexts(offer.kind, locale), path: kind.consolePath.replace(':id', offer.id), published: offer.published,
  };
}

const poolName = (pool: Pool | undefined, unions: ReadonlyMap<string, { readonly name: string }>, locale: Locale): string =>
  (pool?.unionId ? unions.get(pool.unionId)?.name : undefined) ?? say(words.everybody, locale);

async function poolNames(tx: Tx, offerId: string, locale: Locale): Promise<(no: number) => string> {
  const pools = await claims.listPools(tx, offerId);
  const unions = await findUnions(tx, pools.flatMap((p) => p.unionId ?? []));
  return (no) => poolName(pools.find((p) => p.no === no), unions, locale);
}

/** What the desk shows of an offer beside the list: places by quota, what they came to, things that are free. */
export async function offer(tx: Tx, by: Actor, { offerId }: In<'offer'>, call: Call) {
  const o = await keptOffer(tx, by, offerId);
  const [count, pools] = [(await claims.countOffers(tx, [offerId])).get(offerId), await claims.listPools(tx, offerId)];
  const unions = await findUnions(tx, pools.flatMap((p) => p.unionId ?? []));
  const units = o.mode === 'units' ? await claims.listUnits(tx, offerId) : [];
  const standing = standingAt(o, tx.now);
  const kind = claims.kindNamed(o.kind);
  const limit = (places: number): number | null => (kind.noLimit !== undefined && places >= kind.noLimit ? null : places);
  return {
    ...await offerView(tx, o, call.locale),
    count: { places: limit(count?.places ?? 0), taken: count?.taken ?? 0, waiting: count?.waiting ?? 0, entered: count?.entered ?? 0, handed: count?.handed ?? 0, missed: count?.missed ?? 0, received: String(count?.received ?? 0n), owed: String(count?.owed ?? 0n) },
    pools: pools.map((p) => ({ no: p.no, unionId: p.unionId, union: p.unionId === null ? null : (unions.get(p.unionId)?.name ?? ''), capacity: limit(p.capacity), taken: p.taken, rollsUpAt: iso(p.rollsUpAt) })),
    free: units.filter((u) => u.free).slice(0, FREE_MOST).map((u) => ({ id: u.id, label: u.label })),
    may: [...(o.state === 'open' && o.mode !== 'units' ? ['setPlaces'] : []), ...(o.state === 'open' && pools.length > 1 ? ['movePlaces'] : []), ...(standing === 'on' ? ['add'] : []), ...(kind.handsOver !== false && (o.state === 'open' || o.state === 'closed') ? ['handOver'] : [])],
  };
}

function mayWith(o: Offer, c: ClaimRow): Row['may'] {
  const may: Row['may'] = [];
  if ((c.state === 'taken' || c.state === 'missed') && o.state !== 'cancelled' && claims.kindNamed(o.kind).handsOver !== false) may.push('handOver');
  if (c.state === 'handed') may.push('undo');
  if (['entered', 'waiting', 'offered', 'held', 'taken', 'missed'].includes(c.state)) may.push('remove');
  if (c.owedBack) may.push('refunded');
  return may;
}

/** A line of the desk's list. */
export const rowView = (o: Offer, c: ClaimRow, pool: (no: number) => string, locale: Locale): Row => ({
  id: c.id, no: c.no, rank: c.rank, name: c.name, staffNumber: c.staffNumber, unit: c.unit, unitLabel: c.unitLabel, places: c.places, state: c.state, stateText: stateText(o.kind, c.state, locale), pool: pool(c.poolNo), at: c.at.toISOString(), dueAt: iso(c.dueAt),
  handedAt: iso(c.handedAt), endedAt: iso(c.endedAt), amount: String(c.amount), paidAt: iso(c.paidAt), owedBack: c.owedBack, may: mayWith(o, c),
});

/** Rows of an offer as they are filtered, for the list, the export and the paper. */
export async function rowsOf(tx: Tx, by: Actor, o: Offer, f: Omit<In<'claims'>, 'offerId' | 'limit' | 'offset'>, page: { limit: number; offset: number }) {
  const unionPath = f.unionId === undefined ? undefined : (await loadUnionFor(tx, by, claims.kindNamed(o.kind).keep, f.unionId)).path;
  return claims.listClaims(tx, o.id, { states: f.state === undefined ? undefined : [f.state], text: f.text, unionPath, owed: f.owed === 'yes', ...page });
}

/** Who has what, in the order in which they are served. */
export async function list(tx: Tx, by: Actor, { offerId, limit, offset, ...f }: In<'claims'>, call: Call) {
  const o = await keptOffer(tx, by, offerId);
  const pool = await poolNames(tx, offerId, call.locale);
  const { items, total } = await rowsOf(tx, by, o, f, { limit, offset });
  return { items: items.map((c) => rowView(o, c, pool, call.locale)), total };
}

/** Whoever has a place, for paper with a line to sign. */
export async function sheet(tx: Tx, by: Actor, { offerId }: In<'sheet'>, call: Call) {
  const o = await keptOffer(tx, by, offerId);
  const pool = await poolNames(tx, offerId, call.locale);
  const { items, total } = await claims.listClaims(tx, offerId, { states: ['taken', 'handed', 'missed'], limit: SHEET_MOST, offset: 0 });
  return { offer: await offerView(tx, o, call.locale), items: items.map((c) => rowView(o, c, pool, call.locale)), total };
}

/** Sets how many places a pool has; whoever waits moves up. */
export async function setPlaces(tx: Tx, by: Actor, d: In<'setPlaces'>) {
  await keptOffer(tx, by, d.offerId);
  return { promoted: await claims.setPlaces(tx, by, d.offerId, d.no, d.places) };
}

/** Moves free places between quotas. */
export async function movePlaces(tx: Tx, by: Actor, d: In<'movePlaces'>) {
  await keptOffer(tx, by, d.offerId);
  return { promoted: await claims.movePlaces(tx, by, d.offerId, d) };
}

/** Members whom the officer may enter: by staff number or the beginning of a name. */
export async function people(tx: Tx, by: Actor, { offerId, text }: In<'people'>) {
  return { items: await q.listPeople(tx, await rootsOf(tx, await keptOffer(tx, by, offerId)), text) };
}

/** Enters a member who has no phone or stands at the counter: by the same rules as if they had asked themselves. */
export async function add(tx: Tx, by: Actor, d: In<'add'>, call: Call) {
  const o = await keptOffer(tx, by, d.offerId);
  const [answer] = await claims.decide(tx, d.offerId, [{ personId: d.personId, key: `desk/${newId()}`, places: d.places, unitId: d.unitId ?? null, at: tx.now }]);
  if (answer === undefined) throw new Error('offers: one wish has one answer');
  if ('no' in answer) throw claims.refusalFor(answer.offer, answer.no);
  if (!answer.fresh) throw new Refused(words.hasAlready);
  await audit.record(tx, by, claimWords.auditClaimed, { subject: { kind: 'offer', id: o.id }, unionId: o.unionId, slots: { title: o.title, n: 1 } });
  await notify.tell(tx, {
    key: `offers/added/${answer.claim.id}`, kind: 'offers.added', word: words.tellAdded, body: words.tellAddedBody, slots: { title: o.title, name: by.name }, link: `/places/${answer.claim.id}`, to: [d.personId], unionId: o.unionId,
  });
  return { id: answer.claim.id, state: answer.claim.state, stateText: stateText(o.kind, answer.claim.state, call.locale) };
}

/** Takes a place away, with the reason that the person is told. */
export async function remove(tx: Tx, by: Actor, { offerId, id, why }: In<'remove'>) {
  await keptClaim(tx, by, offerId, id);
  await claims.remove(tx, by, id, why);
  return { id };
}

/** Hands over without a code: the officer knows the person. */
export async function handOver(tx: Tx, by: Actor, { offerId, id, paid }: In<'handOver'>) {
  const { claim } = await keptClaim(tx, by, offerId, id);
  const [done] = await claims.handOver(tx, by, offerId, [{ code: claims.codesOf(tx.federationId, claim).code, at: tx.now, paid }]);
  if (done?.why) throw new Refused(done.why.word, done.why.slots ? { slots: done.why.slots } : {});
  return { id };
}

/** Takes a hand-over back that was a mistake. */
export async function undo(tx: Tx, by: Actor, { offerId, id, why }: In<'undo'>) {
  await keptClaim(tx, by, offerId, id);
  await claims.undoHandOver(tx, by, id, why);
  return { id };
}

/** Notes that money was given back. */
export async function refunded(tx: Tx, by: Actor, { offerId, id }: In<'refunded'>) {
  await keptClaim(tx, by, offerId, id);
  await claims.refunded(tx, by, id);
  return { id };
}
