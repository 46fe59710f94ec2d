import { createHash } from 'node:crypto';

/** Somebody who may be asked, with what a sample may be stratified by. */
export type Candidate = { readonly id: string; readonly stratum: string };

const keyOf = (seed: string, id: string): string => createHash('sha256').update(`${seed}/${id}`).digest('hex');

/** Largest remainder: how many of `n` fall to each stratum by its size; ties go to the larger stratum, then to the first by name. */
export function shareOut(n: number, sizes: ReadonlyMap<string, number>): Map<string, number> {
  const all = [...sizes.values()].reduce((a, b) => a + b, 0);
  const want = Math.min(n, all);
  const parts = [...sizes].map(([name, size]) => ({ name, size, whole: Math.floor((want * size) / all), rest: (want * size) % all }));
  let left = want - parts.reduce((a, p) => a + p.whole, 0);
  const seats = new Map(parts.map((p) => [p.name, p.whole]));
  for (const p of [...parts].sort((a, b) => b.rest - a.rest || b.size - a.size || (a.name < b.name ? -1 : 1))) {
    if (left === 0) break;
    if ((seats.get(p.name) ?? 0) >= p.size) continue;
    seats.set(p.name, (seats.get(p.name) ?? 0) + 1);
    left -= 1;
  }
  return seats;
}

/**
 * A sample that anybody with the list and the seed can draw again: people in the order of SHA-256 of `seed/id`, the first of each stratum.
 * @param n how many; everybody when there are no more
 */
export function drawSample(people: readonly Candidate[], n: number, seed: string): string[] {
  const strata = new Map<string, Candidate[]>();
  for (const p of people) strata.set(p.stratum, [...(strata.get(p.stratum) ?? []), p]);
  const seats = shareOut(n, new Map([...strata].map(([name, of]) => [name, of.length])));
  return [...strata].flatMap(([name, of]) => of.map((p) => [keyOf(seed, p.id), p.id] as const).sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, seats.get(name) ?? 0).map(([, id]) => id));
}
