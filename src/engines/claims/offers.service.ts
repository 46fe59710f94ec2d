import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { audit } from '#engines/audit';
import { ledger } from '#engines/ledger';
import { listByState } from './claims.sql.ts';
import { words } from './claims.words.ts';
import { kindNamed, tellFollowers } from './kinds.ts';
import { end, fill, tellOf } from './moves.service.ts';
import { LIVE, type Mode, MOST, type Offer, type Pays } from './offer.rules.ts';
import * as q from './offers.sql.ts';
import { hasGate } from './pay.service.ts';
import { Who } from './who.rules.ts';

/** Who acts: a person, or a job of the system. */
export type Keeper = Actor | { readonly system: string };

/** What a part says of an offer; what is left out is as usual. Prices are of one place. */
export type OfferWanted = {
  /** the part's own row may have the same id */
  readonly id?: string;
  readonly unionId: string;
  readonly kind: string;
  readonly title: string;
  readonly mode: Mode;
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** places for everybody (pool 0); in mode `units` what has a name is counted instead */
  readonly places: number;
  /** quotas of unions beside them; what is left of one goes up at `rollsUpAt` */
  readonly quotas?: readonly { readonly unionId: string; readonly places: number; readonly rollsUpAt?: Date | null }[];
  readonly units?: readonly { readonly label: string; readonly startsAt?: Date | null; readonly endsAt?: Date | null; readonly outOfOrder?: string }[];
  readonly perPerson?: number;
  readonly party?: number;
  readonly waits?: boolean;
  readonly answerHours?: number | null;
  readonly pays?: Pays;
  readonly price?: bigint;
  readonly holdMinutes?: number;
  /** points: the book, the heading of the wallets and the code of the account they go to */
  readonly points?: { readonly bookId: string; readonly wallets: string; readonly sold: string };
  readonly who?: Partial<Who>;
  readonly series?: string;
  readonly cancelUntil?: Date | null;
  readonly transferable?: boolean;
  readonly handOverFrom?: Date | null;
  readonly handOverTo?: Date | null;
  readonly place?: string;
  readonly published?: boolean;
};

const DEFAULT_HOLD = 15;

async function rowOf(tx: Tx, by: Keeper, w: OfferWanted, id: string): Promise<q.OfferRow> {
  if (w.closesAt <= w.opensAt) throw new Refused(words.windowWrong, { fields: [{ path: 'closesAt', why: words.windowWrong }] });
  if (w.handOverFrom && w.handOverTo && w.handOverTo <= w.handOverFrom) throw new Refused(words.handOverWrong, { fields: [{ path: 'handOverTo', why: words.handOverWrong }] });
  const pays = w.pays ?? 'free';
  if ((pays === 'free') !== ((w.price ?? 0n) === 0n)) throw new Refused(words.priceWrong, { fields: [{ path: 'price', why: words.priceWrong }] });
  if (pays === 'online' && !hasGate()) throw new Refused(words.gateUnknown, { fields: [{ path: 'pays', why: words.gateUnknown }] });
  const sold = pays === 'points' && w.points ? (await ledger.accountNumbers(tx, w.points.bookId, [w.points.sold])).get(w.points.sold) : undefined;
  if (pays === 'points' && sold === undefined) throw new Refused(words.bookUnknown);
  return {
    id, unionId: w.unionId, kind: kindNamed(w.kind).name, title: w.title, mode: w.mode, opensAt: w.opensAt, closesAt: w.closesAt, perPerson: w.perPerson ?? 1, party: w.party ?? 1, waits: w.waits ?? false,
    answerHours: w.answerHours ?? null, pays, price: w.price ?? 0n, holdMinutes: w.holdMinutes ?? DEFAULT_HOLD, bookId: pays === 'points' ? (w.points?.bookId ?? null) : null, wallets: w.points?.wallets ?? '', soldNo: sold ?? null,
    who: Who.parse(w.who ?? {}), series: w.series ?? '', cancelUntil: w.cancelUntil ?? null, transferable: w.transferable ?? false, handOverFrom: w.handOverFrom ?? null, handOverTo: w.handOverTo ?? null, place: w.place ?? '',
    published: w.published ?? false, madeById: 'system' in by ? null : by.personId,
  };
}

async function poolRows(tx: Tx, w: OfferWanted): Promise<q.PoolRow[]> {
  const quotas = w.quotas ?? [];
  if (new Set(quotas.map((x) => x.unionId)).size < quotas.length) throw new Refused(words.poolTwice);
  if (quotas.length > MOST.pools) throw new Error(`claims: more than ${MOST.pools} quotas`);
  const paths = await q.pathsOf(tx, [w.unionId, ...quotas.map((x) => x.unionId)]);
  const home = paths.get(w.unionId);
  if (home === undefined || quotas.some((x) => !(paths.get(x.unionId) ?? '').startsWith(home))) throw new Refused(words.poolOutside);
  const all: q.PoolRow[] = [{ no: 0, unionId: null, path: '', capacity: w.places, rollsUpAt: null }];
  for (const [i, x] of quotas.entries()) all.push({ no: i + 1, unionId: x.unionId, path: paths.get(x.unionId) ?? '', capacity: x.places, rollsUpAt: x.rollsUpAt ?? null });
  return all;
}

const unitRows = (w: OfferWanted): q.UnitRow[] =>
  (w.units ?? []).map((u, i) => ({ id: newId(), no: i + 1, label: u.label, startsAt: u.startsAt ?? null, endsAt: u.endsAt ?? null, outOfOrder: u.outOfOrder ?? '' }));

/**
 * Prepares an offer, or changes one that is being prepared (`version` as it was read). Nobody but officers sees it yet. Who may is
 * asked by the part.
 * @throws Refused when times, price or quotas do not fit, or somebody else changed it meanwhile
 */
export async function put(tx: Tx, by: Keeper, w: OfferWanted, version?: number): Promise<string> {
  const id = w.id ?? newId();
  const row = await rowOf(tx, by, w, id);
  const pools = await poolRows(tx, w);
  if (version === undefined) await q.insertOffer(tx, row);
  else {
    const there = await q.findOffer(tx, id, true);
    if (there === null) throw new Refused(words.offerUnknown, { status: 404 });
    if (there.state !== 'draft') throw new Refused(words.notDraft);
    if (!(await q.updateOffer(tx, row, version))) throw new Refused(words.changedMeanwhile);
    await q.dropUnits(tx, id, (await q.listUnits(tx, id)).map((u) => u.id));
  }
  await q.setPools(tx, id, pools);
  await q.putUnits(tx, id, unitRows(w));
  await audit.record(tx, by, words.auditPut, { subject: { kind: 'offer', id }, unionId: w.unionId, slots: { title: w.title } });
  return id;
}

async function offerAt(tx: Tx, id: string, states: readonly Offer['state'][]): Promise<Offer> {
  const offer = await q.findOffer(tx, id, true);
  if (offer === null) throw new Refused(words.offerUnknown, { status: 404 });
  if (!states.includes(offer.state)) throw new Refused(words.notOpen);
  return offer;
}

/** Publishes an offer: from its time on it can be claimed. */
export async function open(tx: Tx, by: Keeper, id: string): Promise<void> {
  const offer = await offerAt(tx, id, ['draft']);
  const [pools, units] = [await q.listPools(tx, id), await q.listUnits(tx, id)];
  const places = units.length > 0 ? units.length : pools.reduce((n, p) => n + p.capacity, 0);
  if (places === 0) throw new Refused(words.placesMissing);
  await q.moveOffer(tx, id, ['draft'], 'open');
  await tellFollowers(tx, { offer: { ...offer, state: 'open' }, verb: 'opened', claims: [] });
  await audit.record(tx, by, words.auditOpened, { subject: { kind: 'offer', id }, unionId: offer.unionId, slots: { title: offer.title, places } });
}

/** Ends an offer: nothing is claimed and nobody moves up any more. Who waits is told that it is over by the part, if at all. */
export async function close(tx: Tx, by: Keeper, id: string): Promise<void> {
  const offer = await offerAt(tx, id, ['open']);
  await q.moveOffer(tx, id, ['open'], 'closed');
  await tellFollowers(tx, { offer: { ...offer, state: 'closed' }, verb: 'closed', claims: [] });
  await audit.record(tx, by, words.auditClosed, { subject: { kind: 'offer', id }, unionId: offer.unionId, slots: { title: offer.title } });
}

/** Calls an offer off: all claims that are not handed over end, points come back, money is owed back, everybody is told why. */
export async function callOff(tx: Tx, by: Keeper, id: string, why: string): Promise<void> {
  const offer = await offerAt(tx, id, ['draft', 'open', 'closed']);
  await q.moveOffer(tx, id, ['draft', 'open', 'closed'], 'cancelled', why);
  const off: Offer = { ...offer, state: 'cancelled', why };
  const live = LIVE.filter((s) => s !== 'handed');
  for (let claims = await listByState(tx, id, live, MOST.asks); claims.length > 0; claims = await listByState(tx, id, live, MOST.asks)) {
    const ended = await end(tx, 'system' in by ? null : by, off, claims, { to: 'cancelled', verb: 'ended', why });
    await tellOf(tx, off, ended, words.tellCancelled, words.tellCancelledBody, { verb: 'off', slots: { why }, urgent: true });
  }
  await audit.record(tx, by, words.auditCancelled, { subject: { kind: 'offer', id }, unionId: offer.unionId, slots: { title: offer.title, why: audit.veil(why) } });
}

/**
 * Changes what an open offer says and that takes nothing from anybody: title, end, place, hand-over, cancelling, publication.
 * @throws Refused when times do not fit or it is over
 */
export async function amend(tx: Tx, by: Keeper, id: string, to: Partial<Pick<OfferWanted, 'title' | 'closesAt' | 'place' | 'handOverFrom' | 'handOverTo' | 'cancelUntil' | 'published' | 'transferable' | 'waits' | 'answerHours'>>): Promise<void> {
  const offer = await offerAt(tx, id, ['open', 'closed']);
  const next: Offer = { ...offer, ...to };
  if (next.closesAt <= next.opensAt) throw new Refused(words.windowWrong, { fields: [{ path: 'closesAt', why: words.windowWrong }] });
  if (next.handOverFrom && next.handOverTo && next.handOverTo <= next.handOverFrom) throw new Refused(words.handOverWrong, { fields: [{ path: 'handOverTo', why: words.handOverWrong }] });
  await q.updateOffer(tx, next, offer.version);
  await audit.record(tx, by, words.auditPut, { subject: { kind: 'offer', id }, unionId: offer.unionId, slots: { title: next.title } });
}

/**
 * Sets how many places a pool has (0: everybody's). More places go to those who wait at once.
 * @returns how many of them got one
 * @throws Refused when more are taken than there would be
 */
export async function setPlaces(tx: Tx, by: Keeper, id: string, no: number, places: number): Promise<number> {
  const offer = await offerAt(tx, id, ['open']);
  const pool = (await q.listPools(tx, id)).find((p) => p.no === no);
  if (pool === undefined) throw new Refused(words.poolUnknown, { status: 404 });
  if (places < pool.taken) throw new Refused(words.fewerThanTaken, { slots: { taken: pool.taken } });
  await q.changePools(tx, id, [{ no, capacity: places - pool.capacity }]);
  await audit.record(tx, by, words.auditPlaces, { subject: { kind: 'offer', id }, unionId: offer.unionId, slots: { title: offer.title, from: pool.capacity, to: places } });
  return fill(tx, offer);
}

/** Moves free places from one pool to another; whoever waits there moves up. */
export async function movePlaces(tx: Tx, by: Keeper, id: string, o: { readonly from: number; readonly to: number; readonly places: number }): Promise<number> {
  const offer = await offerAt(tx, id, ['open']);
  const pools = await q.listPools(tx, id);
  const [from, to] = [pools.find((p) => p.no === o.from), pools.find((p) => p.no === o.to)];
  if (from === undefined || to === undefined || from === to) throw new Refused(words.poolUnknown, { status: 404 });
  if (from.capacity - o.places < from.taken) throw new Refused(words.fewerThanTaken, { slots: { taken: from.taken } });
  await q.changePools(tx, id, [{ no: o.from, capacity: -o.places }, { no: o.to, capacity: o.places }]);
  await audit.record(tx, by, words.auditMoved, { subject: { kind: 'offer', id }, unionId: offer.unionId, slots: { title: offer.title, places: o.places } });
  return fill(tx, offer);
}

/** Adds things to an offer, or changes those with the same number: label, times, whether they are given out. Who waits moves up. */
export async function putUnits(tx: Tx, by: Keeper, id: string, units: readonly (Omit<q.UnitRow, 'id'> & { readonly id?: string })[]): Promise<number> {
  const offer = await offerAt(tx, id, ['draft', 'open']);
  if (units.length > MOST.units) throw new Error(`claims: more than ${MOST.units} things`);
  await q.putUnits(tx, id, units.map((u) => ({ ...u, id: u.id ?? newId() })));
  await audit.record(tx, by, words.auditUnit, { subject: { kind: 'offer', id }, unionId: offer.unionId, slots: { title: offer.title, label: units.map((u) => u.label).slice(0, 5).join('、').slice(0, 100) } });
  return fill(tx, offer);
}
