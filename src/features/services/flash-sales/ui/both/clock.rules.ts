/** One look at the server's clock: when it was asked, when the answer came (own clock), what it said. Milliseconds. */
export type Look = { readonly asked: number; readonly answered: number; readonly said: number };
/** How far the server's clock is ahead of one's own, and how wrong that may be at most. */
export type Offset = { readonly ahead: number; readonly within: number };

/** The middle of asking and answering is when the server looked; half the way is how wrong that can be. */
export const offsetOf = (l: Look): Offset => ({ ahead: l.said - (l.asked + l.answered) / 2, within: (l.answered - l.asked) / 2 });

/** The better of two: the one that can be less wrong. */
export const better = (a: Offset | null, b: Offset): Offset => (a === null || b.within <= a.within ? b : a);

const EARLIEST = 20_000;
const SPREAD = 60_000;

/**
 * How long to wait before looking once more: at a moment of chance between 80 and 20 seconds before the start, so that not everybody asks
 * at once; null when that is over. The start itself is no moment at which anybody asks.
 * @param toStart milliseconds to the start
 * @param chance 0 to 1
 */
export function lookAgainIn(toStart: number, chance: number): number | null {
  const latest = toStart - EARLIEST;
  if (latest <= 0) return null;
  return latest <= SPREAD ? latest * chance : toStart - EARLIEST - SPREAD * chance;
}

/** When to ask how many are left, once it is on: every 4 to 7 seconds, each phone at its own moments; never twice a second. */
export const countAgainIn = (chance: number): number => 4_000 + 3_000 * chance;

export type Parts = { readonly d: number; readonly h: string; readonly m: string; readonly s: string };

/** What a countdown shows: the second in which it is, so that it says 0 only when it is over. */
export function partsOf(ms: number): Parts {
  const left = Math.max(0, Math.ceil(ms / 1000));
  const two = (n: number): string => String(n).padStart(2, '0');
  return { d: Math.floor(left / 86_400), h: two(Math.floor(left / 3_600) % 24), m: two(Math.floor(left / 60) % 60), s: two(left % 60) };
}

/** Milliseconds until what is shown changes. */
export const nextTick = (ms: number): number => (ms <= 0 ? 1_000 : ms % 1000 || 1000);
