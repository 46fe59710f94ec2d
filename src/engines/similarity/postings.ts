/** Terms and where they occur, in a few large typed arrays: what a list of JavaScript objects would take ten times the memory for. */
const CHUNK = 1 << 20;
const FIRST_BLOCK = 8;
const LARGEST_BLOCK = 4096;
/** Doublings from the first block to the largest. */
const LEVELS = 9;
const LINK = 4;

const grown = (a: Int32Array, size: number): Int32Array<ArrayBuffer> => { const b = new Int32Array(size); b.set(a); return b; };
const slotOf = (key: number, mask: number): number => { const h = Math.imul(key ^ (key >>> 15), 0x9e3779b1); return (h ^ (h >>> 13)) & mask; };

/**
 * An inverted index that only grows: each term's documents as gaps in variable length, in blocks that double from 8 to 4,096 bytes.
 * A term that occurs once takes no block. Keys are 32 bits: one character, or two neighbours.
 */
export class Postings {
  #table = new Int32Array(1 << 12);
  #keys = new Int32Array(1 << 11);
  /** documents that hold the term; the last of them + 1; first block; where to write next; where the block ends */
  #held = new Int32Array(1 << 11);
  #last = new Int32Array(1 << 11);
  #head = new Int32Array(1 << 11);
  #next = new Int32Array(1 << 11);
  #end = new Int32Array(1 << 11);
  #terms = 0;
  #chunks: Uint8Array[] = [];
  #free = 0;

  get terms(): number { return this.#terms; }
  /** Memory in bytes. */
  get bytes(): number { return this.#table.byteLength + 6 * this.#keys.byteLength + this.#chunks.length * CHUNK; }

  /** The number of a term; -1 when no document holds it. */
  find(key: number): number {
    const mask = this.#table.length - 1;
    for (let slot = slotOf(key, mask); ; slot = (slot + 1) & mask) {
      const term = (this.#table[slot] as number) - 1;
      if (term < 0 || this.#keys[term] === key) return term;
    }
  }

  /** How many documents hold a term; 0 for -1. */
  held(term: number): number { return term < 0 ? 0 : (this.#held[term] as number); }

  #place(key: number): number {
    const mask = this.#table.length - 1;
    let slot = slotOf(key, mask);
    for (let term = (this.#table[slot] as number) - 1; term >= 0; slot = (slot + 1) & mask, term = (this.#table[slot] as number) - 1) if (this.#keys[term] === key) return term;
    if (this.#terms === this.#keys.length) this.#widen();
    if (this.#terms * 2 > mask) { this.#rehash(); return this.#place(key); }
    this.#table[slot] = this.#terms + 1;
    this.#keys[this.#terms] = key;
    return this.#terms++;
  }

  #widen(): void {
    const size = Math.ceil(this.#keys.length * 1.5);
    [this.#keys, this.#held, this.#last, this.#head, this.#next, this.#end] = [this.#keys, this.#held, this.#last, this.#head, this.#next, this.#end].map((a) => grown(a, size)) as [Int32Array<ArrayBuffer>, Int32Array<ArrayBuffer>, Int32Array<ArrayBuffer>, Int32Array<ArrayBuffer>, Int32Array<ArrayBuffer>, Int32Array<ArrayBuffer>];
  }

  #rehash(): void {
    this.#table = new Int32Array(this.#table.length * 2);
    const mask = this.#table.length - 1;
    for (let term = 0; term < this.#terms; term++) {
      let slot = slotOf(this.#keys[term] as number, mask);
      while (this.#table[slot] !== 0) slot = (slot + 1) & mask;
      this.#table[slot] = term + 1;
    }
  }

  #allot(size: number): number {
    if ((this.#free & (CHUNK - 1)) + size > CHUNK) this.#free = (this.#free | (CHUNK - 1)) + 1;
    const at = this.#free;
    if (at >= this.#chunks.length * CHUNK) this.#chunks.push(new Uint8Array(CHUNK));
    this.#free += size;
    return at;
  }

  #block(term: number, size: number): void {
    const at = this.#allot(size);
    this.#next[term] = at;
    this.#end[term] = at + size - LINK;
  }

  /** Takes the next block of a term, twice as large, and links it: 28 bits of address in units of 8 bytes, 4 bits of level. */
  #extend(term: number): void {
    const end = this.#end[term] as number;
    const full = this.#chunks[end >>> 20] as Uint8Array;
    const link = end & (CHUNK - 1);
    const level = Math.min(LEVELS, ((full[link + 3] as number) >>> 4) + 1);
    const size = FIRST_BLOCK << level;
    this.#block(term, size);
    const at = this.#next[term] as number;
    const unit = at >>> 3;
    full[link] = unit & 255; full[link + 1] = (unit >>> 8) & 255; full[link + 2] = (unit >>> 16) & 255;
    full[link + 3] = ((full[link + 3] as number) & 240) | ((unit >>> 24) & 15);
    (this.#chunks[at >>> 20] as Uint8Array)[(at & (CHUNK - 1)) + size - LINK + 3] = level << 4;
  }

  #write(term: number, byte: number): void {
    if (this.#next[term] === this.#end[term]) this.#extend(term);
    const at = this.#next[term] as number;
    (this.#chunks[at >>> 20] as Uint8Array)[at & (CHUNK - 1)] = byte;
    this.#next[term] = at + 1;
  }

  #gap(term: number, gap: number): void {
    let rest = gap;
    while (rest > 127) { this.#write(term, (rest & 127) | 128); rest >>>= 7; }
    this.#write(term, rest);
  }

  /** Notes that a document holds a term. Documents come in ascending order; the same twice counts once. */
  add(key: number, document: number): void {
    const term = this.#place(key);
    const last = this.#last[term] as number;
    if (last === document + 1) return;
    const held = this.#held[term] as number;
    if (held === 1) {
      this.#block(term, FIRST_BLOCK);
      this.#head[term] = this.#next[term] as number;
      this.#gap(term, last);
    }
    if (held > 0) this.#gap(term, document + 1 - last);
    this.#held[term] = held + 1;
    this.#last[term] = document + 1;
  }

  /** Adds `weight` to the score of each document that holds the term. */
  score(term: number, weight: number, scores: Float32Array): void {
    const held = this.#held[term] as number;
    if (held === 1) { const d = (this.#last[term] as number) - 1; scores[d] = (scores[d] as number) + weight; return; }
    let size = FIRST_BLOCK;
    let at = this.#head[term] as number;
    let chunk = this.#chunks[at >>> 20] as Uint8Array;
    let i = at & (CHUNK - 1);
    let end = i + size - LINK;
    let document = -1;
    let [gap, shift] = [0, 0];
    for (let left = held; left > 0; ) {
      if (i === end) {
        at = ((chunk[i] as number) | ((chunk[i + 1] as number) << 8) | ((chunk[i + 2] as number) << 16) | (((chunk[i + 3] as number) & 15) << 24)) << 3;
        chunk = this.#chunks[at >>> 20] as Uint8Array;
        i = at & (CHUNK - 1);
        size = Math.min(LARGEST_BLOCK, size * 2);
        end = i + size - LINK;
      }
      const byte = chunk[i++] as number;
      gap |= (byte & 127) << shift;
      if (byte > 127) { shift += 7; continue; }
      document += gap;
      scores[document] = (scores[document] as number) + weight;
      gap = 0; shift = 0; left -= 1;
    }
  }
}
