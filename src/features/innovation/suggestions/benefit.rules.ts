import { addDays, addMonths, type LegalDate } from '#shared/dates';

/** How a benefit was reckoned: a quantity before and after, what one is worth, how often in a year. */
export type Reckoned = { readonly before: number; readonly after: number; readonly priceFen: number; readonly times: number };

const SCALE = 1_000_000;
const exact = (n: number): bigint => BigInt(Math.round(n * SCALE));

/**
 * What a reckoning comes to in fen, rounded half up: the difference between before and after (whichever is larger) × price × times in a year.
 * Quantities count to six decimals.
 */
export function reckon({ before, after, priceFen, times }: Reckoned): number {
  const difference = exact(before) > exact(after) ? exact(before) - exact(after) : exact(after) - exact(before);
  const unit = BigInt(SCALE) * BigInt(SCALE);
  return Number((2n * difference * BigInt(priceFen) * exact(times) + unit) / (2n * unit));
}

/** The months over which a benefit counts, from the adoption on; both days included (条例 1986 art. 9). */
export const windowOf = (adoptedOn: LegalDate, months: number): { from: LegalDate; to: LegalDate } => ({ from: adoptedOn, to: addDays(addMonths(adoptedOn, months), -1) });
