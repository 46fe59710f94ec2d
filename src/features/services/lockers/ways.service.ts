import type { Database } from '#platform/db';
import type { Outbound } from '#platform/outbound';

/** What the doors need of the house: transactions of their own around an order to the hardware, and the way out to controllers. */
export type LockerWays = { readonly database: Database; readonly outbound: Outbound };

let ways: LockerWays | null = null;

/** Tells the part once, at the start. */
export function useLockerWays(given: LockerWays): void {
  ways = given;
}

/** See {@link useLockerWays}. */
export function lockerWays(): LockerWays {
  if (ways === null) throw new Error('lockers: call useLockerWays at the start');
  return ways;
}
