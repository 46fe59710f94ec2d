import { factsOf } from './compare.ts';
import { type Normal, normalise } from './normal.ts';

/** A passage that two texts share: code units from (inclusive) and to (exclusive) in each as it was written. */
export type Passage = { readonly first: readonly [from: number, to: number]; readonly second: readonly [from: number, to: number] };
/** Why two texts are alike, and what speaks against it. */
export type Explanation = {
  readonly passages: readonly Passage[];
  readonly contradicts: { readonly numbers: readonly [first: string[], second: string[]]; readonly codes: readonly [first: string[], second: string[]]; readonly denial: boolean; readonly ask: boolean };
};

const SHORTEST = 2;
const MOST_PASSAGES = 12;
/** Characters that are explained; more is not marked on a screen. */
const EXPLAINED = 800;

/** The longest run that both have among what is not marked yet. */
function longestRun(a: Uint16Array, b: Uint16Array, usedA: Uint8Array, usedB: Uint8Array): { a: number; b: number; length: number } {
  const row = new Int16Array(b.length + 1);
  let found = { a: 0, b: 0, length: 0 };
  for (let i = 0; i < a.length; i++) {
    let diagonal = 0;
    for (let k = 0; k < b.length; k++) {
      const above = row[k + 1] as number;
      const length = a[i] === b[k] && usedA[i] === 0 && usedB[k] === 0 ? diagonal + 1 : 0;
      row[k + 1] = length;
      if (length > found.length) found = { a: i - length + 1, b: k - length + 1, length };
      diagonal = above;
    }
  }
  return found;
}

const span = (n: Normal, at: number, length: number): [number, number] => [n.from[at] ?? 0, n.to[at + length - 1] ?? 0];
const only = (a: readonly string[], b: readonly string[]): string[] => [...new Set(a)].filter((x) => !b.includes(x));

/**
 * The passages that two texts share, the longest first, and what contradicts: numbers and codes that only one has, a denial in one of
 * them, another question. Phrases that mean the same count as shared.
 */
export function explain(first: string, second: string, most = MOST_PASSAGES): Explanation {
  const [a, b] = [normalise(first), normalise(second)];
  const [x, y] = [a.chars.subarray(0, EXPLAINED), b.chars.subarray(0, EXPLAINED)];
  const [usedA, usedB] = [new Uint8Array(x.length), new Uint8Array(y.length)];
  const passages: Passage[] = [];
  while (passages.length < most) {
    const run = longestRun(x, y, usedA, usedB);
    if (run.length < SHORTEST) break;
    usedA.fill(1, run.a, run.a + run.length);
    usedB.fill(1, run.b, run.b + run.length);
    passages.push({ first: span(a, run.a, run.length), second: span(b, run.b, run.length) });
  }
  const [f, g] = [factsOf(x), factsOf(y)];
  const both = f.asks !== 0 && g.asks !== 0;
  return { passages, contradicts: { numbers: [only(f.numbers, g.numbers), only(g.numbers, f.numbers)], codes: [only(f.codes, g.codes), only(g.codes, f.codes)], denial: f.denials > 0 !== g.denials > 0, ask: both && (f.asks & g.asks) === 0 } };
}
