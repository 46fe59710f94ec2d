import { shareOf } from '#shared/money';

/** Kinds of savings, as workers tell them apart. */
export const KINDS = ['material', 'energy', 'parts', 'time', 'scrap', 'other'] as const;
export type Kind = (typeof KINDS)[number];

const WHOLE_SHARE = 10_000;

/** Reads a decimal such as `12.5` as whole numbers of its `places`-th part; null for anything else. */
export function readDecimal(text: string, places: number): bigint | null {
  const m = /^(\d{1,9})(?:\.(\d*))?$/.exec(text.trim());
  if (!m) return null;
  const fraction = (m[2] ?? '').replace(/0+$/, '');
  if (fraction.length > places) return null;
  return BigInt(m[1] ?? '0') * 10n ** BigInt(places) + BigInt(fraction.padEnd(places, '0') || '0');
}

/** Writes what {@link readDecimal} read: `12500` thousandths are `12.5`. */
export function sayDecimal(parts: bigint, places: number): string {
  const unit = 10n ** BigInt(places);
  const fraction = String(parts % unit).padStart(places, '0').replace(/0+$/, '');
  return `${parts / unit}${fraction === '' ? '' : `.${fraction}`}`;
}

/**
 * What was saved, in fen: (before − after) × price, rounded half-up once.
 * @param before thousandths of the measure; @param price ten-thousandths of a yuan for one of it
 */
export const reckon = (before: bigint, after: bigint, price: bigint): bigint => shareOf((before - after) * price, 1, 100_000);

/** The amount while it is typed: null until the three numbers can be read and something was saved. */
export function reckonTyped(before: string, after: string, price: string): bigint | null {
  const [b, a, p] = [readDecimal(before, 3), readDecimal(after, 3), readDecimal(price, 4)];
  if (b === null || a === null || p === null || b <= a || p === 0n) return null;
  return reckon(b, a, p);
}

/** How many months a per-month saving covers; 1 for a one-off one. Both days are legal dates. */
export function monthsOf(monthly: boolean, from: string, to: string): number {
  if (!monthly) return 1;
  const [y1 = 0, m1 = 0] = from.split('-').map(Number);
  const [y2 = 0, m2 = 0] = to.split('-').map(Number);
  return (y2 - y1) * 12 + m2 - m1 + 1;
}

/** Equal shares in ten-thousandths that sum exactly; who stands first takes what is left over. */
export function equalShares(people: number): number[] {
  const each = Math.floor(WHOLE_SHARE / people);
  return Array.from({ length: people }, (_, i) => each + (i < WHOLE_SHARE - each * people ? 1 : 0));
}

/** A post by what people mean: no spaces, no difference of width or case. */
export const postKey = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
