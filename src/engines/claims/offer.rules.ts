import type { Who } from './who.rules.ts';

/** How places find their people; see decision 0014. */
export const MODES = ['first', 'draw', 'queue', 'units'] as const;
export type Mode = (typeof MODES)[number];

/** How a place is paid for. */
export const PAYS = ['free', 'atHandOver', 'online', 'points'] as const;
export type Pays = (typeof PAYS)[number];

/** An offer as the engine keeps it. `price` is of one place, in fen or in hundredths of a point. */
export type Offer = {
  readonly id: string;
  readonly unionId: string;
  readonly kind: string;
  readonly title: string;
  readonly mode: Mode;
  readonly state: 'draft' | 'open' | 'closed' | 'cancelled';
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly perPerson: number;
  readonly party: number;
  readonly waits: boolean;
  readonly answerHours: number | null;
  readonly pays: Pays;
  readonly price: bigint;
  readonly holdMinutes: number;
  readonly bookId: string | null;
  readonly wallets: string;
  readonly soldNo: number | null;
  readonly who: Who;
  readonly series: string;
  readonly cancelUntil: Date | null;
  readonly transferable: boolean;
  readonly handOverFrom: Date | null;
  readonly handOverTo: Date | null;
  readonly place: string;
  readonly published: boolean;
  readonly lastNo: number;
  readonly version: number;
  readonly madeById: string | null;
  readonly endedAt: Date | null;
  readonly why: string;
};

/** Places of an offer: number 0 is for everybody, the others are quotas of unions and those below them. */
export type Pool = { readonly no: number; readonly unionId: string | null; readonly path: string; readonly capacity: number; readonly taken: number; readonly rollsUpAt: Date | null };

/** Something with a name that is given out as a whole; `free` = nobody has it and it is in order. */
export type Unit = { readonly id: string; readonly no: number; readonly label: string; readonly startsAt: Date | null; readonly endsAt: Date | null; readonly outOfOrder: string; readonly free: boolean };

/** States of a claim. The first seven are live, `offered` to `missed` hold a place, the last five are over. */
export const STATES = ['entered', 'waiting', 'offered', 'held', 'taken', 'handed', 'missed', 'returned', 'cancelled', 'declined', 'expired', 'lost'] as const;
export type ClaimState = (typeof STATES)[number];
export const LIVE: readonly ClaimState[] = STATES.slice(0, 7);
export const HOLDING: readonly ClaimState[] = STATES.slice(2, 7);

/** A claim as rows hold it. */
export type Claim = {
  readonly id: string;
  readonly offerId: string;
  readonly personId: string;
  readonly turn: number;
  /** the order in which the offer was asked */
  readonly no: number;
  /** the order that a draw gave */
  readonly rank: number | null;
  readonly poolNo: number;
  readonly places: number;
  readonly unitId: string | null;
  readonly state: ClaimState;
  readonly key: string;
  readonly amount: bigint;
  readonly journalId: string | null;
  readonly paidAt: Date | null;
  readonly paymentNo: string;
  readonly owedBack: boolean;
  readonly at: Date;
  readonly dueAt: Date | null;
  readonly handedAt: Date | null;
  readonly handedById: string | null;
  readonly endedAt: Date | null;
};

/** Limits of the engine. */
export const MOST = { asks: 1_000, pools: 200, units: 5_000, scans: 500 } as const;

/** Where an offer stands for those who want a place. */
export type Standing = 'draft' | 'coming' | 'on' | 'over' | 'cancelled';

export function standingAt(offer: Pick<Offer, 'state' | 'opensAt' | 'closesAt'>, at: Date): Standing {
  if (offer.state === 'draft' || offer.state === 'cancelled') return offer.state;
  if (at < offer.opensAt) return 'coming';
  return offer.state === 'open' && at < offer.closesAt ? 'on' : 'over';
}

/** The pools that somebody whose own pool is `no` may take a place from, the own one first, everybody's last. */
export function poolsFor(pools: readonly Pool[], no: number): readonly Pool[] {
  const own = pools.find((p) => p.no === no);
  const above = pools.filter((p) => p.no !== 0 && own !== undefined && own.no !== 0 && own.path.startsWith(p.path)).sort((a, b) => b.path.length - a.path.length);
  return [...above, ...pools.filter((p) => p.no === 0)];
}

/** The pool of the union a person belongs to: the nearest quota at or above it, or everybody's. */
export function poolOf(pools: readonly Pool[], path: string): number {
  const own = pools.filter((p) => p.no !== 0 && path.startsWith(p.path)).sort((a, b) => b.path.length - a.path.length)[0];
  return own?.no ?? 0;
}
