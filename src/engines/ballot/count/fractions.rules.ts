/** An exact fraction of whole numbers, never negative, the denominator never 0. */
export type Fraction = { readonly num: bigint; readonly den: bigint };
/** The same as text in lowest terms, so that it can be kept as JSON. */
export type WrittenFraction = { readonly num: string; readonly den: string };

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

export const fraction = (num: number | bigint, den: number | bigint): Fraction => {
  const [n, d] = [BigInt(num), BigInt(den)];
  const by = gcd(n, d);
  return by === 0n ? { num: 0n, den: 1n } : { num: n / by, den: d / by };
};
export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.den + b.num * a.den, a.den * b.den);
export const times = (a: Fraction, n: number | bigint): Fraction => fraction(a.num * BigInt(n), a.den);
export const sum = (list: readonly Fraction[]): Fraction => list.reduce(plus, { num: 0n, den: 1n });
export const written = (f: Fraction): WrittenFraction => ({ num: String(f.num), den: String(f.den) });

/** `scale` times the fraction, rounded half up: `scaled(1/3, 10_000)` is 3333, which is 33.33%. */
export const scaled = (f: Fraction, scale: number): number => Number((2n * f.num * BigInt(scale) + f.den) / (2n * f.den));
