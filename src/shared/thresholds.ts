/**
 * 以上, 超过, 过半数, 不超过 … as data, compared with whole numbers only.
 * Civil Code art. 1259: 以上, 以下, 以内, 届满 include the number; 不满, 超过, 以外 exclude it (rules.md §1.1).
 */
import { lawNumerals, thresholdsWords as words } from './thresholds.words.ts';
import { say, type Locale, type Word } from './words.ts';

/** GE 以上 (included), GT 超过 (excluded), LE 不超过 (included), LT 不满 (excluded). */
export type Comparator = 'GE' | 'GT' | 'LE' | 'LT';

/** A share of a base, `num/den`, with its comparator. Kept in the rulebook, so that history can be recomputed. */
export type Threshold = { readonly op: Comparator; readonly num: number; readonly den: number };

/** What a share is taken of (rules.md §1.2): 应到, 实到, 发出, 收回, 有效票. They are never the same number by nature. */
export type CountBase = 'entitled' | 'present' | 'ballotsIssued' | 'ballotsReturned' | 'validBallots';

/** A threshold together with what it is taken of. */
export type Majority = Threshold & { readonly base: CountBase };

const made = (op: Comparator, num: number, den: number): Threshold => {
  if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den) || num < 0 || den < 1)
    throw new Error(`threshold ${num}/${den} is not a share in whole numbers`);
  return { op, num, den };
};

/** 三分之二以上, 不少于, 不得低于: `atLeast(2, 3)`. */
export const atLeast = (num: number, den: number): Threshold => made('GE', num, den);
/** 超过: `moreThan(1, 2)`. */
export const moreThan = (num: number, den: number): Threshold => made('GT', num, den);
/** 不超过, 以下: `atMost(1, 5)`. */
export const atMost = (num: number, den: number): Threshold => made('LE', num, den);
/** 不满: `lessThan(1, 3)`. */
export const lessThan = (num: number, den: number): Threshold => made('LT', num, den);

/** 三分之二以上. */
export const TWO_THIRDS_OR_MORE = atLeast(2, 3);
/** 过半数, 超过半数: exactly half does not pass. */
export const MORE_THAN_HALF = moreThan(1, 2);
/** 半数以上: exactly half passes. */
export const HALF_OR_MORE = atLeast(1, 2);
/** 三分之一以上. */
export const ONE_THIRD_OR_MORE = atLeast(1, 3);

/**
 * Whether a count meets the threshold over its base. Counts and sums of money alike (`bigint` for fen).
 * Of an empty base nothing is a majority: GE and GT are never met when the base is 0.
 */
export function meets(count: number | bigint, base: number | bigint, t: Threshold): boolean {
  const whole = BigInt(base);
  if (whole < 0n) throw new Error('a base is never negative');
  if (whole === 0n && (t.op === 'GE' || t.op === 'GT')) return false;
  const left = BigInt(t.den) * BigInt(count);
  const right = BigInt(t.num) * whole;
  switch (t.op) {
    case 'GE':
      return left >= right;
    case 'GT':
      return left > right;
    case 'LE':
      return left <= right;
    case 'LT':
      return left < right;
  }
}

/** Whether the count meets a majority over the base it names. */
export const meetsMajority = (count: number, counts: Readonly<Record<CountBase, number>>, m: Majority): boolean =>
  meets(count, counts[m.base], m);

/**
 * The number a screen names: for GE and GT the smallest count that meets the threshold, for LE and LT the largest
 * (−1 when none does). With an empty base, where GE and GT cannot be met, the answer is 1.
 */
export function boundary(base: number, t: Threshold): number {
  if (base === 0 && (t.op === 'GE' || t.op === 'GT')) return 1;
  const product = BigInt(t.num) * BigInt(base);
  const den = BigInt(t.den);
  const down = Number(product / den);
  const exact = product % den === 0n;
  switch (t.op) {
    case 'GE':
      return exact ? down : down + 1;
    case 'GT':
      return down + 1;
    case 'LE':
      return down;
    case 'LT':
      return exact ? down - 1 : down;
  }
}

function sayShare(t: Threshold, locale: Locale): string {
  if (t.den === 100) return `${t.num}%`;
  const numeral = (n: number): string => (locale === 'zh' ? (lawNumerals[n] ?? String(n)) : String(n));
  return say(words.fraction, locale, { num: numeral(t.num), den: numeral(t.den) });
}

const phrase: Record<Comparator, Word> = {
  GE: words.atLeast,
  GT: words.moreThan,
  LE: words.atMost,
  LT: words.lessThan,
};

/** The threshold in words: 三分之二以上 / at least 2/3, 过半数 / more than half. */
export function sayThreshold(t: Threshold, locale: Locale): string {
  if (t.num * 2 === t.den && t.op === 'GT') return words.moreThanHalf[locale];
  if (t.num * 2 === t.den && t.op === 'GE') return words.halfOrMore[locale];
  return say(phrase[t.op], locale, { share: sayShare(t, locale) });
}

/** What a base is called: 应到 / entitled. */
export const baseWord = (base: CountBase): Word => words[base];
