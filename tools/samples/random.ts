/** Numbers that look random and are the same every time (mulberry32). */
export type Random = {
  /** a whole number from 0 to below `n` */
  below(n: number): number;
  one<T>(list: readonly T[]): T;
  /** true in `n` of a hundred cases */
  percent(n: number): boolean;
  shuffled<T>(list: readonly T[]): T[];
};

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return {
    below,
    one: <T>(list: readonly T[]): T => list[below(list.length)] as T,
    percent: (n) => below(100) < n,
    shuffled<T>(list: readonly T[]): T[] {
      const copy = [...list];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
      }
      return copy;
    },
  };
}
