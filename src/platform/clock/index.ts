/** The only clock. Whoever needs the time of a business call reads `tx.now`, which came from here once. */
let fixed: Date | null = null;
/** How far a running clock is ahead of the machine's (tests only). */
let ahead = 0;

export const clock = {
  /** The time now: the machine's, or the fixed time of a test. */
  now: (): Date => new Date(fixed ?? Date.now() + ahead),

  /** Fixes the time (tests only); null lets it run again. */
  set(at: Date | string | null): void {
    fixed = at === null ? null : new Date(at);
    if (fixed && Number.isNaN(fixed.getTime())) throw new Error(`Not a time: ${String(at)}`);
  },

  /** The time it is fixed at (tests only); null while it runs. */
  fixedAt: (): Date | null => fixed && new Date(fixed),

  /** Puts a running clock forward by milliseconds; it runs on from there (tests only). */
  skip(milliseconds: number): void {
    ahead += milliseconds;
  },

  /** Moves a fixed time on by milliseconds (tests only); fixes it first when it was running. */
  advance(milliseconds: number): Date {
    fixed = new Date((fixed?.getTime() ?? Date.now()) + milliseconds);
    return new Date(fixed);
  },
};
