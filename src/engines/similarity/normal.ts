import { DIGITS, TRADITIONAL } from './script.reading.ts';
import { SAME } from './same.reading.ts';

/** No more than so many characters of a text are compared; and no more than so many code units are read to find them. */
export const MOST_CHARACTERS = 2_000;
const MOST_READ = 40_000;

/** A text as it is compared. `from` and `to`: where each character came from in the text as it was written (code units). */
export type Normal = { readonly chars: Uint16Array; readonly from: Int32Array; readonly to: Int32Array };

const plain = new Uint16Array(0x10000);
for (let c = 0x4e00; c < 0xa000; c++) plain[c] = c;
for (let c = 0x30; c < 0x3a; c++) plain[c] = c;
for (let c = 0x61; c < 0x7b; c++) { plain[c] = c; plain[c - 32] = c; }
for (let c = 0; c < 0x80; c++) if (plain[c] === 0) plain[c] = 1;
for (const c of '\u3000\u3001\u3002\uff0c\uff01\uff1f\uff1a\uff1b\u201c\u201d\u2018\u2019\u300a\u300b\uff08\uff09\u2014\u2026') plain[c.charCodeAt(0)] = 1;
const pairs = (text: string, into: (from: number, to: number) => void): void => {
  for (let i = 0; i + 1 < text.length; i += 2) into(text.charCodeAt(i), text.charCodeAt(i + 1));
};
pairs(TRADITIONAL, (from, to) => { plain[from] = to; });
pairs(DIGITS, (from, to) => { plain[from] = to; });

const KEPT = /[\p{L}\p{N}]/u;

/** What an unusual character becomes: its compatibility forms in lower case, letters and numbers only. */
function unusual(c: string): string {
  let out = '';
  for (const x of c.normalize('NFKC').toLowerCase()) if (KEPT.test(x)) for (let i = 0; i < x.length; i++) out += String.fromCharCode((plain[x.charCodeAt(i)] ?? 0) > 1 ? (plain[x.charCodeAt(i)] ?? 0) : x.charCodeAt(i));
  return out;
}

const raw = { chars: new Uint16Array(MOST_CHARACTERS + 64), from: new Int32Array(MOST_CHARACTERS + 64), to: new Int32Array(MOST_CHARACTERS + 64) };

function put(n: number, c: number, from: number, to: number): number {
  raw.chars[n] = c; raw.from[n] = from; raw.to[n] = to;
  return n + 1;
}

/** Letters and numbers of a text in one form (width, case, script), into `raw`; answers how many. */
function fold(text: string): number {
  let n = 0;
  const end = Math.min(text.length, MOST_READ);
  for (let i = 0; i < end && n < MOST_CHARACTERS; ) {
    const unit = text.charCodeAt(i);
    const known = plain[unit] ?? 0;
    if (known !== 0) {
      if (known !== 1) n = put(n, known, i, i + 1);
      i += 1;
      continue;
    }
    const c = String.fromCodePoint(text.codePointAt(i) ?? 0xfffd);
    const became = unusual(c);
    for (let k = 0; k < became.length && k < 8; k++) n = put(n, became.charCodeAt(k), i, i + c.length);
    i += c.length;
  }
  return Math.min(n, MOST_CHARACTERS);
}

type Node = { readonly next: Map<number, Node>; becomes: string | null };
const newNode = (): Node => ({ next: new Map(), becomes: null });
const root = newNode();
const folded = (text: string): number[] => Array.from(raw.chars.subarray(0, fold(text)));

function teach(phrase: string, becomes: string): void {
  let node = root;
  for (const c of folded(phrase)) {
    let next = node.next.get(c);
    if (next === undefined) {
      next = newNode();
      node.next.set(c, next);
    }
    node = next;
  }
  node.becomes ??= String.fromCharCode(...folded(becomes));
}
for (const group of SAME) {
  const [first = '', ...others] = group.split(' ');
  for (const phrase of [first, ...others]) teach(phrase, first === '-' ? '' : first);
}

const NONE = { length: 0, becomes: '' };
const phrase = { length: 0, becomes: '' };

/** The longest phrase of the classes that begins at `at`; length 0 when none does. */
function longest(at: number, n: number): { readonly length: number; readonly becomes: string } {
  let node: Node | undefined = root.next.get(raw.chars[at] ?? 0);
  if (node === undefined) return NONE;
  phrase.length = 0;
  for (let i = at; node !== undefined; node = i < n ? node.next.get(raw.chars[i] ?? 0) : undefined) {
    i += 1;
    if (node.becomes !== null) { phrase.length = i - at; phrase.becomes = node.becomes; }
  }
  return phrase;
}

const SIZE = 2 * (MOST_CHARACTERS + 64);
const spoken = { chars: new Uint16Array(SIZE), from: new Int32Array(SIZE), to: new Int32Array(SIZE) };

/** Phrases that mean the same become one, from `raw` into `spoken`; answers how many characters. */
function speak(n: number): number {
  let m = 0;
  for (let i = 0; i < n; ) {
    const { length, becomes } = longest(i, n);
    const size = length === 0 ? 1 : becomes.length;
    const [start, end] = [raw.from[i] ?? 0, raw.to[i + Math.max(length, 1) - 1] ?? 0];
    for (let k = 0; k < size && m < SIZE; k++, m++) {
      spoken.chars[m] = length === 0 ? (raw.chars[i] ?? 0) : becomes.charCodeAt(k);
      spoken.from[m] = start; spoken.to[m] = end;
    }
    i += Math.max(length, 1);
  }
  return Math.min(m, MOST_CHARACTERS);
}

/**
 * A text in the two forms in which it is compared: as it is written (one width, case and script), and said in one way. Views of memory
 * that the next text uses again: nothing is allotted for each of a million texts.
 */
export function bothForms(text: string): { written: Uint16Array; said: Uint16Array } {
  const n = fold(text);
  return { written: raw.chars.subarray(0, n), said: spoken.chars.subarray(0, speak(n)) };
}

/**
 * A text as it is compared: letters and numbers only, one width, case and script, phrases that mean the same written in one way.
 * At most 2,000 characters; whatever the text holds, it never throws.
 */
export function normalise(text: string): Normal {
  const m = speak(fold(text));
  return { chars: spoken.chars.slice(0, m), from: spoken.from.slice(0, m), to: spoken.to.slice(0, m) };
}
