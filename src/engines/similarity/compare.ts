import { ASKS, COUNTED, DENIES, NUMBERED } from './asks.reading.ts';

/** How telling a character and a pair of neighbours are: the rarer in the corpus, the more. */
export type Rarity = { one(c: number): number; two(key: number): number };
export const pairKey = (a: number, b: number): number => (a << 16) | b;

/**
 * What two texts have in common and what speaks against them, in this order; all between 0 and 1. *Chars* and *pairs* are weighed by how
 * rare they are; *said* means phrases of one meaning made one, *written* as it stands. *First*: what the first stage gave, as a share of what the text itself would get.
 */
export const EVIDENCE = [
  'writtenCharsOfFirst', 'writtenCharsOfSecond', 'writtenPairs', 'saidCharsOfFirst', 'saidCharsOfSecond', 'saidChars', 'saidPairs', 'order', 'run', 'length',
  'missingOfFirst', 'missingOfSecond', 'numbers', 'codes', 'denial', 'ask', 'first',
] as const;
/** Characters that are aligned; what stands behind is compared without its order. */
const ALIGNED = 160;

const need = new Int16Array(0x10000);
const askOf = new Uint16Array(0x10000);
const askPair = new Map<number, number>();
ASKS.forEach((phrases, bit) => { for (const p of phrases.split(' ')) if (p.length === 1) askOf[p.charCodeAt(0)] = 1 << bit; else askPair.set(pairKey(p.charCodeAt(0), p.charCodeAt(1)), 1 << bit); });
const denies = new Uint8Array(0x10000);
for (const c of DENIES) denies[c.charCodeAt(0)] = 1;

const counted = new Uint8Array(0x10000);
for (const c of COUNTED) counted[c.charCodeAt(0)] = 1;
const numbered = new Set([...NUMBERED].map((c) => c.charCodeAt(0)));

/** Numbers and Latin codes of a text, which question it asks and how often it denies. */
export type Facts = { readonly numbers: readonly string[]; readonly codes: readonly string[]; readonly asks: number; readonly denials: number };
const isDigit = (c: number): boolean => c >= 48 && c <= 57;
const isLatin = (c: number): boolean => c >= 97 && c <= 122;

/** Reads the facts of a normalised text. */
export function factsOf(chars: Uint16Array): Facts {
  const [numbers, codes]: string[][] = [[], []];
  let [asks, denials] = [0, 0];
  for (let i = 0; i < chars.length; i++) {
    const c = chars[i] as number;
    asks |= (askOf[c] as number) | (i + 1 < chars.length ? (askPair.get(pairKey(c, chars[i + 1] as number)) ?? 0) : 0);
    denials += denies[c] as number;
    const kind = isDigit(c) ? isDigit : isLatin(c) ? isLatin : null;
    if (kind === null) continue;
    const from = i;
    while (i + 1 < chars.length && kind(chars[i + 1] as number)) i++;
    const run = String.fromCharCode(...chars.subarray(from, i + 1));
    const isNumber = kind === isDigit && (run.length > 1 || counted[chars[i + 1] as number] === 1 || numbered.has(chars[from - 1] as number));
    if (isNumber) numbers?.push(run);
    if (kind === isLatin) codes?.push(run);
  }
  return { numbers: numbers ?? [], codes: codes ?? [], asks, denials };
}

/** What it says against two texts that only one has numbers. */
const ONE_SIDED = 0.35;

/** Of two lists of runs: 1 when both have some and none is shared, between when some are. */
function against(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return a.length + b.length === 0 ? 0 : ONE_SIDED;
  const other = a.filter((x) => !b.includes(x)).length + b.filter((x) => !a.includes(x)).length;
  return other / (a.length + b.length);
}

/** One form of the first text of many comparisons. */
type Form = { readonly chars: Uint16Array; readonly ones: Float32Array; readonly total: number; readonly pairs: ReadonlyMap<number, number>; readonly pairTotal: number };
/** The first text of many comparisons: as it is written, and with phrases of one meaning made one. */
export type Asked = { readonly written: Form; readonly said: Form; readonly facts: Facts };
/** A text in both forms. */
export type Both = { readonly written: Uint16Array; readonly said: Uint16Array };

function formOf(chars: Uint16Array, rarity: Rarity): Form {
  const ones = Float32Array.from(chars, (c) => rarity.one(c));
  const pairs = new Map<number, number>();
  let [total, pairTotal] = [0, 0];
  for (let i = 0; i < chars.length; i++) {
    total += ones[i] as number;
    if (i === 0) continue;
    const key = pairKey(chars[i - 1] as number, chars[i] as number);
    if (pairs.has(key)) continue;
    const w = rarity.two(key);
    pairs.set(key, w);
    pairTotal += w;
  }
  return { chars, ones, total, pairs, pairTotal };
}

/** Prepares a text to be compared with many. */
export const ask = (text: Both, rarity: Rarity): Asked => ({ written: formOf(text.written, rarity), said: formOf(text.said, rarity), facts: factsOf(text.said) });

const best = new Float32Array(ALIGNED + 1);
const runs = new Int16Array(ALIGNED + 1);

/** Weight of the longest common subsequence, and the longest shared run, of the first 160 characters. */
function align(a: Form, d: Uint16Array, out: Float32Array): void {
  const m = Math.min(ALIGNED, a.chars.length);
  const n = Math.min(ALIGNED, d.length);
  best.fill(0, 0, n + 1);
  runs.fill(0, 0, n + 1);
  let run = 0;
  for (let i = 0; i < m; i++) {
    const c = a.chars[i] as number;
    const w = a.ones[i] as number;
    let diagonal = 0;
    let left = 0;
    let before = 0;
    for (let k = 1; k <= n; k++) {
      const up = best[k] as number;
      const upRun = runs[k] as number;
      if (d[k - 1] === c) {
        left = diagonal + w;
        runs[k] = before + 1;
        if (before + 1 > run) run = before + 1;
      } else {
        if (up > left) left = up;
        runs[k] = 0;
      }
      best[k] = left;
      diagonal = up;
      before = upRun;
    }
  }
  out[0] = best[n] as number;
  out[1] = run;
}
const aligned = new Float32Array(2);

const share = (part: number, whole: number): number => (whole > 0 ? Math.min(1, part / whole) : 0);
/** What a comparison of one form found; reused, so that nothing is allotted for each of hundreds of candidates. */
const seen = { shared: 0, total: 0, pairs: 0, pairTotal: 0, missingFirst: 0, missingSecond: 0 };

function overlap(a: Form, d: Uint16Array, rarity: Rarity): void {
  const q = a.chars;
  for (let i = 0; i < q.length; i++) { const c = q[i] as number; need[c] = (need[c] as number) + 1; }
  let [shared, total, missing, pairs, pairTotal] = [0, 0, 0, 0, 0];
  for (let i = 0; i < d.length; i++) {
    const c = d[i] as number;
    const w = rarity.one(c);
    total += w;
    if ((need[c] as number) > 0) { need[c] = (need[c] as number) - 1; shared += w; } else if (w > missing) missing = w;
    if (i === 0) continue;
    const key = pairKey(d[i - 1] as number, c);
    const known = a.pairs.get(key);
    if (known !== undefined) pairs += known;
    pairTotal += known ?? rarity.two(key);
  }
  let missingFirst = 0;
  for (let i = 0; i < q.length; i++) { const c = q[i] as number; if ((need[c] as number) > 0 && (a.ones[i] as number) > missingFirst) missingFirst = a.ones[i] as number; }
  for (let i = 0; i < q.length; i++) need[q[i] as number] = 0;
  seen.shared = shared; seen.total = total; seen.pairs = pairs; seen.pairTotal = pairTotal; seen.missingFirst = missingFirst; seen.missingSecond = missing;
}

/** Weight of the rarest terms there are: what a missing one is held against. */
const RAREST = 12;

/** Fills `out` with the evidence of a prepared text and another; without `order` the two texts are not aligned. */
export function compare(a: Asked, d: Both, rarity: Rarity, first: number, out: Float32Array, order = true): void {
  overlap(a.written, d.written, rarity);
  out[0] = share(seen.shared, a.written.total); out[1] = share(seen.shared, seen.total); out[2] = share(2 * seen.pairs, a.written.pairTotal + seen.pairTotal);
  overlap(a.said, d.said, rarity);
  out[3] = share(seen.shared, a.said.total); out[4] = share(seen.shared, seen.total); out[5] = share(2 * seen.shared, a.said.total + seen.total);
  out[6] = share(2 * seen.pairs, a.said.pairTotal + seen.pairTotal);
  out[10] = seen.missingFirst / RAREST; out[11] = seen.missingSecond / RAREST;
  const [m, n] = [a.said.chars.length, d.said.length];
  if (order) align(a.said, d.said, aligned); else aligned.fill(0);
  out[7] = share(2 * (aligned[0] as number), a.said.total + seen.total); out[8] = share(aligned[1] as number, Math.min(m, n)); out[9] = share(Math.min(m, n), Math.max(m, n));
  const f = factsOf(d.said);
  out[12] = against(a.facts.numbers, f.numbers); out[13] = against(a.facts.codes, f.codes);
  out[14] = (a.facts.denials > 0) === (f.denials > 0) ? 0 : 1;
  out[16] = first;
  out[15] = a.facts.asks !== 0 && f.asks !== 0 && (a.facts.asks & f.asks) === 0 ? 1 : 0;
}
