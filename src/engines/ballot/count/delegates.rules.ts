import type { Band, Share } from '#engines/rulebook';
import { boundary, meets } from '#shared/thresholds';
import { type Locale, say } from '#shared/words';
import { spoken } from './basis.rules.ts';
import { delegatesWords as words } from './delegates.words.ts';
import type { Said } from './paper.rules.ts';

const ceil = (num: bigint, den: bigint): number => Number((num + den - 1n) / den);
const upTo = (s: Share, n: number): number => ceil(BigInt(s.num) * BigInt(n), BigInt(s.den));

/** What a table of the rulebook asks for: at least, at most (null: no limit), and the sum written out. */
export type Bounds = { readonly least: number; readonly most: number | null; readonly formula: string };

/**
 * The numbers of a table (delegates for workers, committee members for members, presidium for delegates).
 * @throws Error when the table does not reach so far: the rulebook never keeps such a one
 */
export function numberFor(bands: readonly Band[], n: number): Bounds {
  const band = bands.find((b) => b.from <= n && (b.to === null || n <= b.to));
  if (band === undefined) throw new Error(`ballot: no band for ${n}`);
  const { from, least: base, step = 0, per = 1, share } = band;
  const stepped = base + step * Math.floor((n - from) / per);
  const shared = share ? upTo(share, n) : 0;
  const byShare = share !== undefined && shared > stepped;
  const steps = step === 0 ? String(base) : `${base} + ${step} × ⌊(${n} − ${from}) ÷ ${per}⌋ = ${stepped}`;
  return { least: Math.max(stepped, shared), most: band.most ?? null, formula: byShare ? `⌈${n} × ${share.num} ÷ ${share.den}⌉ = ${shared}` : steps };
}

/** Whether so many are within the bounds; null when they are. */
export function checkNumber(count: number, bounds: Pick<Bounds, 'least' | 'most'>): Said | null {
  if (count < bounds.least) return { word: words.tooFew, slots: { count, bound: bounds.least } };
  return bounds.most !== null && count > bounds.most ? { word: words.tooMany, slots: { count, bound: bounds.most } } : null;
}

/** A group of voters that elects delegates: a workshop, a branch, a congress that sends to a joint one. */
export type Constituency = { readonly id: string; readonly size: number };
/** `quota` is the exact share of the seats; `by` says how the last of them came. */
export type Allotted = Constituency & { readonly seats: number; readonly by: 'quota' | 'remainder' | 'atLeastOne' | 'nobody' };

const first = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Largest remainder among those whose quota is one at least; equal remainders go to the larger, then by id. */
function byRemainder(seats: number, list: readonly Constituency[]): Allotted[] {
  const all = list.reduce((n, c) => n + BigInt(c.size), 0n);
  const quotas = list.map((c) => ({ c, whole: Number((BigInt(seats) * BigInt(c.size)) / all), rest: (BigInt(seats) * BigInt(c.size)) % all }));
  const left = seats - quotas.reduce((n, q) => n + q.whole, 0);
  const lucky = new Set([...quotas].sort((a, b) => (a.rest < b.rest ? 1 : a.rest > b.rest ? -1 : b.c.size - a.c.size || first(a.c.id, b.c.id))).slice(0, left).map((q) => q.c));
  return quotas.map(({ c, whole }) => ({ ...c, seats: whole + (lucky.has(c) ? 1 : 0), by: lucky.has(c) ? 'remainder' : 'quota' }));
}

/**
 * Seats for constituencies in proportion to their size, one at least for each that has anybody (rules.md §7.1). Those whose share is
 * below one get their one seat first; the others divide the rest by largest remainder. In the order given.
 * @returns `ok: false` with the seats that would be needed when there are fewer seats than constituencies
 */
export function apportion(seats: number, constituencies: readonly Constituency[]): { readonly ok: true; readonly items: readonly Allotted[] } | { readonly ok: false; readonly needed: number } {
  if (constituencies.some((c) => !Number.isSafeInteger(c.size) || c.size < 0) || !Number.isSafeInteger(seats) || seats < 0) throw new Error('ballot: sizes and seats are whole numbers');
  let rest = constituencies.filter((c) => c.size > 0);
  if (rest.length > seats) return { ok: false, needed: rest.length };
  const done = new Map<string, Allotted>(constituencies.filter((c) => c.size === 0).map((c) => [c.id, { ...c, seats: 0, by: 'nobody' }]));
  let open = seats;
  for (;;) {
    const all = rest.reduce((n, c) => n + BigInt(c.size), 0n);
    const small = rest.filter((c) => BigInt(open) * BigInt(c.size) < all);
    if (small.length === 0) break;
    for (const c of small) done.set(c.id, { ...c, seats: 1, by: 'atLeastOne' });
    open -= small.length;
    rest = rest.filter((c) => !done.has(c.id));
  }
  if (rest.length > 0) for (const a of byRemainder(open, rest)) done.set(a.id, a);
  return { ok: true, items: constituencies.map((c) => done.get(c.id) as Allotted) };
}

export type Trait = 'women' | 'frontLine' | 'dispatched' | 'managers' | 'young';
/** A bound on a trait: a share of the delegates, or as many as their share of the workers. `must` is refused, the others are advice. */
export type TraitRule = { readonly trait: Trait; readonly bound: { readonly kind: 'least' | 'most'; readonly share: Share } | { readonly kind: 'proportion' }; readonly must: boolean };
export type Finding = { readonly trait: Trait; readonly holds: boolean; readonly must: boolean; readonly count: number; readonly bound: number; readonly said: Said };
/** Numbers of people with each trait; one that is left out is nobody. */
export type Traits = { readonly total: number } & Readonly<Partial<Record<Trait, number>>>;

/** Who the delegates are against who they should be: every rule with what was found, also where it holds. */
export function checkTraits(delegates: Traits, workers: Traits, rules: readonly TraitRule[]): Finding[] {
  return rules.map(({ trait, bound, must }) => {
    const count = delegates[trait] ?? 0;
    const share = bound.kind === 'proportion' ? { num: workers[trait] ?? 0, den: Math.max(1, workers.total) } : bound.share;
    const most = bound.kind === 'most';
    const limit = most ? boundary(delegates.total, { op: 'LE', ...share }) : upTo(share, delegates.total);
    const holds = most ? meets(count, delegates.total, { op: 'LE', ...share }) : count >= limit;
    const said = spoken(most ? words.atMost : words.atLeast, (l: Locale) => ({ who: say(words[trait], l), count, total: delegates.total, bound: limit }));
    return { trait, holds, must, count, bound: limit, said };
  });
}

/** Fewest candidates for so many seats: one more at least where there must be a surplus, none where the rate is 0 (rules.md §5). */
export const minCandidates = (seats: number, surplus: Share): number => (surplus.num === 0 ? seats : seats + Math.max(1, upTo(surplus, seats)));
