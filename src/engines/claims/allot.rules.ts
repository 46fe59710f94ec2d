import { type Claim, type ClaimState, LIVE, type Offer, type Pool, poolOf, poolsFor, standingAt, type Unit } from './offer.rules.ts';
import type { Bar } from './who.rules.ts';

/** One wish, in the order of arrival. `unitId`: that thing and no other. */
export type Ask = { readonly personId: string; readonly key: string; readonly places: number; readonly unitId: string | null; readonly at: Date };

/** What is known about who asks. `wallet`: what is there to pay with, in hundredths of a point; null where points do not matter. */
export type Stand = { readonly path: string; readonly bar: Bar | null; readonly claims: readonly Claim[]; readonly wallet: bigint | null };

/** Why a wish is not granted. */
export type No = 'notStarted' | 'ended' | 'soldOut' | 'limitReached' | 'keyUsed' | 'tooMany' | 'unitTaken' | 'unitUnknown' | 'short' | Bar;

/** A claim to be written; the number and id are given when it is. */
export type Wanted = { readonly ask: Ask; readonly turn: number; readonly state: Extract<ClaimState, 'entered' | 'waiting' | 'held' | 'taken'>; readonly poolNo: number; readonly unitId: string | null; readonly amount: bigint };

/** What became of a wish: a claim of before, one to be written (`write` is its place in the list), or a reason. */
export type Verdict = { readonly give: Claim } | { readonly write: number } | { readonly no: No };

export type Allotment = { readonly verdicts: readonly Verdict[]; readonly writes: readonly Wanted[]; /** places taken from each pool */ readonly took: ReadonlyMap<number, number> };

const LATER: readonly ClaimState[] = ['entered', 'waiting'];

/** What goes down while a batch is decided: places, things, wallets, and what people have by now. */
class Shelf {
  readonly #pools: readonly Pool[];
  readonly #units: readonly Unit[];
  readonly #gone = new Set<string>();
  readonly #left: Map<number, number>;
  readonly took = new Map<number, number>();

  constructor(pools: readonly Pool[], units: readonly Unit[]) {
    this.#pools = pools;
    this.#units = units;
    this.#left = new Map(pools.map((p) => [p.no, p.capacity - p.taken]));
  }

  /** Takes places out of one pool, the own first; the pool's number, or null. */
  take(home: number, places: number): number | null {
    const pool = poolsFor(this.#pools, home).find((p) => (this.#left.get(p.no) ?? 0) >= places);
    if (pool === undefined) return null;
    this.#left.set(pool.no, (this.#left.get(pool.no) ?? 0) - places);
    this.took.set(pool.no, (this.took.get(pool.no) ?? 0) + places);
    return pool.no;
  }

  /** Takes a thing: the one that is wished for, or the first that is free and still to come. */
  takeUnit(wish: string | null, at: Date): Unit | 'unitUnknown' | 'unitTaken' | 'soldOut' {
    const free = (u: Unit): boolean => u.free && !this.#gone.has(u.id) && (u.endsAt === null || u.endsAt > at);
    const unit = this.#units.find((u) => (wish === null ? free(u) : u.id === wish));
    if (unit === undefined) return wish === null ? 'soldOut' : 'unitUnknown';
    if (!free(unit)) return 'unitTaken';
    this.#gone.add(unit.id);
    return unit;
  }
}

/** What one person has, with what this batch has given them. */
type Own = { readonly stand: Stand; readonly fresh: { readonly n: number; readonly wanted: Wanted }[]; spent: bigint };

const same = (c: { readonly places: number; readonly unitId: string | null }, ask: Ask): boolean => c.places === ask.places && (ask.unitId === null || c.unitId === ask.unitId);

/** What was there before: the same request, or the one place that a person may have. */
function before(offer: Offer, own: Own, ask: Ask): Verdict | null {
  const earlier = own.stand.claims.find((c) => c.key === ask.key);
  if (earlier) return same(earlier, ask) ? { give: earlier } : { no: 'keyUsed' };
  const now = own.fresh.find((f) => f.wanted.ask.key === ask.key);
  if (now) return same({ places: now.wanted.ask.places, unitId: now.wanted.unitId }, ask) ? { write: now.n } : { no: 'keyUsed' };
  const live = own.stand.claims.filter((c) => LIVE.includes(c.state));
  if (live.length + own.fresh.length < offer.perPerson) return null;
  const only = live[0] ?? null;
  const onlyNow = own.fresh[0];
  if (offer.perPerson === 1 && only && same(only, ask)) return { give: only };
  if (offer.perPerson === 1 && onlyNow && same({ places: onlyNow.wanted.ask.places, unitId: onlyNow.wanted.unitId }, ask)) return { write: onlyNow.n };
  return { no: 'limitReached' };
}

function refusal(offer: Pick<Offer, 'state' | 'opensAt' | 'closesAt' | 'party'>, bar: Bar | null, ask: Ask): No | null {
  const standing = standingAt(offer, ask.at);
  if (standing === 'draft' || standing === 'coming') return 'notStarted';
  if (standing !== 'on') return 'ended';
  if (bar !== null) return bar;
  return ask.places > offer.party ? 'tooMany' : null;
}

/** Where a wish leads that nothing stands against. */
function place(offer: Offer, shelf: Shelf, home: number, ask: Ask): { readonly state: Wanted['state']; readonly poolNo: number; readonly unitId: string | null } | No {
  const later = (state: 'entered' | 'waiting') => ({ state, poolNo: home, unitId: null });
  const got: Wanted['state'] = offer.pays === 'online' ? 'held' : 'taken';
  if (offer.mode === 'draw') return later('entered');
  if (offer.mode === 'queue') return later('waiting');
  if (offer.mode === 'units') {
    const unit = shelf.takeUnit(ask.unitId, ask.at);
    if (typeof unit === 'object') return { state: got, poolNo: home, unitId: unit.id };
    return offer.waits && unit === 'soldOut' ? later('waiting') : unit;
  }
  const pool = shelf.take(home, ask.places);
  if (pool !== null) return { state: got, poolNo: pool, unitId: null };
  return offer.waits ? later('waiting') : 'soldOut';
}

/** The smallest turn that a person has not in use. */
function turnOf(own: Own): number {
  const used = new Set([...own.stand.claims.filter((c) => LIVE.includes(c.state)).map((c) => c.turn), ...own.fresh.map((f) => f.wanted.turn)]);
  let turn = 1;
  while (used.has(turn)) turn++;
  return turn;
}

/**
 * Decides wishes in order of arrival. Pure: the same offer, places, people and wishes give the same answer. Never gives out more than
 * there is, nor more to one person than the offer allows; a wish that was granted before gets what it got then, whatever the hour.
 * @param stands by person; somebody without one is not a member
 */
export function allot(offer: Offer, pools: readonly Pool[], units: readonly Unit[], asks: readonly Ask[], stands: ReadonlyMap<string, Stand>): Allotment {
  const shelf = new Shelf(pools, units);
  const people = new Map<string, Own>();
  const writes: Wanted[] = [];
  const decide = (ask: Ask): Verdict => {
    const own = people.get(ask.personId) ?? { stand: stands.get(ask.personId) ?? { path: '', bar: 'notMember', claims: [], wallet: null }, fresh: [], spent: 0n };
    people.set(ask.personId, own);
    const there = before(offer, own, ask);
    if (there) return there;
    const refused = refusal(offer, own.stand.bar, ask);
    if (refused) return { no: refused };
    const amount = offer.price * BigInt(ask.places);
    if (offer.pays === 'points' && (own.stand.wallet ?? 0n) - own.spent < amount) return { no: 'short' };
    const placed = place(offer, shelf, poolOf(pools, own.stand.path), ask);
    if (typeof placed === 'string') return { no: placed };
    const wanted: Wanted = { ask, turn: turnOf(own), amount, ...placed };
    if (!LATER.includes(wanted.state)) own.spent += amount;
    own.fresh.push({ n: writes.length, wanted });
    writes.push(wanted);
    return { write: writes.length - 1 };
  };
  return { verdicts: asks.map(decide), writes, took: shelf.took };
}

/** Why somebody gets nothing of an offer of which nothing is left and of which they have nothing. */
export function goneFor(offer: Pick<Offer, 'state' | 'opensAt' | 'closesAt' | 'party'>, ask: Ask): No {
  return refusal(offer, null, ask) ?? 'soldOut';
}

/** Somebody whose turn has come: the pool or thing the place is taken from. */
export type Turn = { readonly claim: Claim; readonly poolNo: number; readonly unitId: string | null };

/**
 * Who of those waiting gets a place now, in their order. Somebody whose party is larger than what is left stays where they are, and
 * those behind who fit go before.
 * @param waiting in their order
 */
export function promote(offer: Offer, pools: readonly Pool[], units: readonly Unit[], waiting: readonly Claim[], now: Date): { readonly turns: readonly Turn[]; readonly took: ReadonlyMap<number, number> } {
  const shelf = new Shelf(pools, units);
  const turns: Turn[] = [];
  for (const claim of waiting) {
    if (offer.mode === 'units' || units.length > 0) {
      const unit = shelf.takeUnit(null, now);
      if (typeof unit !== 'object') break;
      turns.push({ claim, poolNo: claim.poolNo, unitId: unit.id });
      continue;
    }
    const poolNo = shelf.take(claim.poolNo, claim.places);
    if (poolNo !== null) turns.push({ claim, poolNo, unitId: null });
  }
  return { turns, took: shelf.took };
}

/** What quotas give up when their time has come: from pool, to pool, places. Deeper quotas first, so that places go up step by step. */
export function rollUps(pools: readonly Pool[], now: Date): { readonly from: number; readonly to: number; readonly places: number }[] {
  const left = new Map(pools.map((p) => [p.no, p.capacity - p.taken]));
  const moves: { from: number; to: number; places: number }[] = [];
  const due = pools.filter((p) => p.no !== 0 && p.rollsUpAt !== null && p.rollsUpAt <= now).sort((a, b) => b.path.length - a.path.length);
  for (const pool of due) {
    const places = left.get(pool.no) ?? 0;
    const to = poolsFor(pools, pool.no).find((p) => p.no !== pool.no)?.no ?? 0;
    if (places > 0) {
      moves.push({ from: pool.no, to, places });
      left.set(to, (left.get(to) ?? 0) + places);
    }
    left.set(pool.no, 0);
  }
  return moves;
}
