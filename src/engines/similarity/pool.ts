const SHIFT = 19;
const CHUNK = 1 << SHIFT;

/** Characters of many texts, one behind the other, in chunks of a megabyte. */
export class Pool {
  #chunks: Uint16Array[] = [];
  #free = 0;

  get bytes(): number { return this.#chunks.length * CHUNK * 2; }

  /** Keeps a text (at most half a million characters) and answers where. */
  keep(chars: Uint16Array): number {
    if ((this.#free & (CHUNK - 1)) + chars.length > CHUNK) this.#free = (this.#free | (CHUNK - 1)) + 1;
    if (this.#free + chars.length > this.#chunks.length * CHUNK) this.#chunks.push(new Uint16Array(CHUNK));
    const at = this.#free;
    if (chars.length > 0) (this.#chunks[at >>> SHIFT] as Uint16Array).set(chars, at & (CHUNK - 1));
    this.#free += chars.length;
    return at;
  }

  read(at: number, length: number): Uint16Array {
    const from = at & (CHUNK - 1);
    return (this.#chunks[at >>> SHIFT] ?? EMPTY).subarray(from, from + length);
  }
}
const EMPTY = new Uint16Array(0);
