/**
 * Rate limits per person or token, never per address: a whole plant sits behind one.
 * A leaky bucket in memory; each app process counts for itself.
 */
export class Limits {
  readonly #perMinute: number;
  readonly #burst: number;
  readonly #buckets = new Map<string, { level: number; at: number }>();

  /** @param perMinute steady rate · @param burst how many at once */
  constructor(perMinute: number, burst: number) {
    this.#perMinute = perMinute;
    this.#burst = burst;
  }

  /** Takes one; answers 0 when allowed, otherwise the seconds to wait. At most 100,000 keys are remembered, the oldest is forgotten first. */
  take(key: string, nowMs: number): number {
    const bucket = this.#buckets.get(key);
    if (bucket === undefined) {
      this.#buckets.set(key, { level: 1, at: nowMs });
      if (this.#buckets.size > 100_000) this.#buckets.delete(this.#buckets.keys().next().value as string);
      return 0;
    }
    // Stories of the demonstration are told back in time; then nothing has leaked.
    const level = Math.max(0, bucket.level - (Math.max(0, nowMs - bucket.at) / 60_000) * this.#perMinute);
    if (level + 1 > this.#burst) return Math.max(1, Math.ceil(((level + 1 - this.#burst) / this.#perMinute) * 60));
    bucket.level = level + 1;
    bucket.at = nowMs;
    return 0;
  }
}
