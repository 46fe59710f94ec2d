/** The best `most` of many numbers by score: the least of those kept lies on top. */
export class Best {
  readonly scores: number[] = [];
  readonly numbers: number[] = [];
  readonly #most: number;
  constructor(most: number) { this.#most = most; }

  /** What a score must exceed to be kept. */
  get floor(): number { return this.scores.length < this.#most ? 0 : (this.scores[0] as number); }

  add(number: number, score: number): void {
    if (this.scores.length < this.#most) this.#rise(number, score);
    else if (score > (this.scores[0] as number)) this.#sink(number, score);
  }

  #set(at: number, number: number, score: number): void { this.scores[at] = score; this.numbers[at] = number; }

  #rise(number: number, score: number): void {
    let at = this.scores.length;
    for (this.#set(at, number, score); at > 0; ) {
      const above = (at - 1) >> 1;
      if ((this.scores[above] as number) <= score) break;
      this.#set(at, this.numbers[above] as number, this.scores[above] as number);
      at = above;
    }
    this.#set(at, number, score);
  }

  #sink(number: number, score: number): void {
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= this.scores.length) break;
      if (below + 1 < this.scores.length && (this.scores[below + 1] as number) < (this.scores[below] as number)) below += 1;
      if ((this.scores[below] as number) >= score) break;
      this.#set(at, this.numbers[below] as number, this.scores[below] as number);
      at = below;
    }
    this.#set(at, number, score);
  }
}
