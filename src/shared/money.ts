/** Money as whole fen (`bigint`): reading, writing, rounding, splitting (rules.md §1.4). No floats anywhere. */
import { capitals, moneyWords as words, yuanMark } from './money.words.ts';
import { refuse, type Reading } from './reading.ts';
import { bareCode } from './text.ts';

/** An amount in fen. */
export type Fen = bigint;

/** Largest amount that is read: below 10^15 fen, ten trillion yuan. */
const MOST_FEN = 10n ** 15n;

const AMOUNT = /^(-)?(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$/;

/**
 * Reads an amount in yuan as typed or as it stands in a cell: `1234.5`, `¥1,234.50`, `１２３４元`. A number is taken by
 * its shortest decimal writing. Anything smaller than a fen is refused, never rounded (0.005 is a mistake upstream).
 * @param o.negative also take negative amounts (`-5.00`); refused otherwise
 */
export function readYuan(cell: string | number, o: { negative?: boolean } = {}): Reading<{ fen: Fen }> {
  const text = String(cell).trim();
  if (text === '') return refuse(words.missing);
  const bare = bareCode(text)
    .replace(/\u2212/g, '-')
    .replace(/^(-?)(?:[¥\uFFE5]|CNY|RMB)/i, '$1')
    .replace(new RegExp(`${yuanMark}$`), '');
  const parts = AMOUNT.exec(bare);
  if (!parts) return refuse(words.shape, { text });
  const decimals = (parts[3] ?? '').replace(/0+$/, '');
  if (decimals.length > 2) return refuse(words.tooFine, { text });
  const size = BigInt((parts[2] ?? '').replace(/,/g, '')) * 100n + BigInt(decimals.padEnd(2, '0'));
  if (size >= MOST_FEN) return refuse(words.tooLarge);
  if (parts[1] && size > 0n && !o.negative) return refuse(words.negative);
  return { ok: true, fen: parts[1] ? -size : size, warnings: [] };
}

/** `1234.50`: yuan with two decimals and nothing else, as bank files and spreadsheets want it. */
export function plainYuan(fen: Fen): string {
  const size = fen < 0n ? -fen : fen;
  return `${fen < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
}

/** `¥1,234.50`, as people read it; negative `-¥1,234.50`. */
export function formatYuan(fen: Fen): string {
  const plain = plainYuan(fen < 0n ? -fen : fen);
  return `${fen < 0n ? '-' : ''}¥${plain.replace(/\B(?=(\d{3})+\.)/g, ',')}`;
}

/** The sum of amounts; 0 of none. */
export const sumFen = (amounts: Iterable<Fen>): Fen => {
  let sum = 0n;
  for (const a of amounts) sum += a;
  return sum;
};

/**
 * `fen × num / den` rounded half-up to whole fen, half away from zero for negative amounts, so that a reversal mirrors
 * what it reverses. Round once, at the document; see rules.md §1.4.
 */
export function shareOf(fen: Fen, num: bigint | number, den: bigint | number): Fen {
  const below = BigInt(den);
  if (below <= 0n) throw new Error('the lower number of a share is positive');
  const product = fen * BigInt(num);
  const size = product < 0n ? -product : product;
  const rounded = (2n * size + below) / (2n * below);
  return product < 0n ? -rounded : rounded;
}

/** A share in whole numbers: `[40, 100]`. */
export type Ratio = readonly [num: number, den: number];

/**
 * Splits an amount: each named share is rounded half-up, and the rest goes to the residual share, so that the parts
 * always add up. No part is negative for an amount ≥ 0: a share never takes more than what those before it left.
 * @param total 0 or more
 * @param shares all shares but the residual one, in the order in which they are served; together at most 1
 * @param restTo name of the share that takes the remainder
 */
export function split<K extends string, R extends string>(
  total: Fen,
  shares: Readonly<Record<K, Ratio>>,
  restTo: R,
): Record<K | R, Fen> {
  if (total < 0n) throw new Error('split a reversal by negating the split of the amount');
  const parts = {} as Record<K | R, Fen>;
  let left = total;
  for (const name of Object.keys(shares) as K[]) {
    if (String(name) === String(restTo)) throw new Error(`${restTo} takes the rest and has no share of its own`);
    const [num, den]: Ratio = shares[name];
    const part = shareOf(total, num, den);
    parts[name] = part < left ? part : left;
    left -= parts[name];
  }
  parts[restTo] = left;
  return parts;
}

/**
 * An amount in `count` equal parts, each rounded half-up, the last taking what is left (6000.00 in 72 parts: 71 of
 * 83.33 and one of 83.57; rules.md §28 row 16). No part is negative.
 */
export function instalments(total: Fen, count: number): Fen[] {
  if (!Number.isSafeInteger(count) || count < 1 || count > 10_000) throw new Error('1 to 10,000 instalments');
  if (total < 0n) throw new Error('split a reversal by negating the split of the amount');
  const each = shareOf(total, 1, count);
  const parts: Fen[] = [];
  let left = total;
  for (let i = 1; i < count; i++) {
    const part = each < left ? each : left;
    parts.push(part);
    left -= part;
  }
  parts.push(left);
  return parts;
}

/**
 * Splits a whole amount (fen or points) by weights, to the last unit: each part is the weight's share rounded down, and what
 * is left goes, one unit each, to the largest remainders, the earlier of equals first. Parts always add up, and no part is
 * further than one unit from its exact share. Shares of co-authors, for one.
 * @param total 0 or more
 * @param weights whole numbers, 0 or more, at least one above 0
 */
export function splitByWeights(total: Fen, weights: readonly (bigint | number)[]): Fen[] {
  const shares = weights.map(BigInt);
  const sum = sumFen(shares);
  if (total < 0n) throw new Error('split a reversal by negating the split of the amount');
  if (shares.some((w) => w < 0n) || sum === 0n) throw new Error('weights are 0 or more, and not all 0');
  const parts = shares.map((w) => (total * w) / sum);
  const order = shares.map((w, i) => ({ i, rest: (total * w) % sum })).sort((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest > b.rest ? -1 : 1));
  const left = Number(total - sumFen(parts));
  for (const { i } of order.slice(0, left)) parts[i] = (parts[i] ?? 0n) + 1n;
  return parts;
}

/** Up to eight digits in capitals, `inner` when something stands before them, so that a leading gap is told by 零. */
function capitalSection(value: number, inner: boolean): string {
  const digits = String(value).padStart(8, '0');
  let text = '';
  let gap = false;
  for (let at = 0; at < 8; at++) {
    const digit = Number(digits[at]);
    const place = 7 - at;
    if (digit === 0) gap = true;
    else {
      if (gap && (text !== '' || inner)) text += capitals.digits[0];
      text += capitals.digits.charAt(digit) + capitals.places[place % 4];
      gap = false;
    }
    if (place === 4 && value >= 10_000) {
      text += capitals.tenThousand;
      gap = false;
    }
  }
  return text;
}

/**
 * The amount in Chinese capitals as on vouchers and receipts: 壹仟零伍元整, 壹万元零伍角整, 壹分.
 * Follows the writing rules for bills of the People's Bank: 零 for gaps inside, once for a run of zeros; 零 after 元
 * when the yuan end in 0 or the jiao are 0 and something follows; 整 after 元 and after 角, so that nothing can be added.
 * @throws for 10^16 yuan and more
 */
export function capitalAmount(fen: Fen): string {
  const size = fen < 0n ? -fen : fen;
  const yuan = size / 100n;
  if (yuan >= 10n ** 16n) throw new Error('no capital amount for 10^16 yuan and more');
  const jiao = Number((size / 10n) % 10n);
  const cent = Number(size % 10n);
  const high = Number(yuan / 100_000_000n);
  const low = Number(yuan % 100_000_000n);
  let text = fen < 0n ? capitals.minus : '';
  if (high > 0) text += capitalSection(high, false) + capitals.hundredMillion;
  if (low > 0) text += capitalSection(low, high > 0);
  if (yuan > 0n) text += capitals.yuan;
  if (jiao === 0 && cent === 0)
    return yuan === 0n ? `${capitals.digits[0]}${capitals.yuan}${capitals.whole}` : text + capitals.whole;
  if (yuan > 0n && (jiao === 0 || yuan % 10n === 0n)) text += capitals.digits[0];
  if (jiao > 0) text += capitals.digits.charAt(jiao) + capitals.jiao;
  return text + (cent > 0 ? capitals.digits.charAt(cent) + capitals.fen : capitals.whole);
}
