import { ask, type Asked, type Both, compare, EVIDENCE, pairKey, type Rarity } from './compare.ts';
import { Best } from './heap.ts';
import { bothForms } from './normal.ts';
import { Pool } from './pool.ts';
import { Postings } from './postings.ts';
import { COMMON } from './script.reading.ts';
import { heldOf, scoreOf } from './weights.rules.ts';

/** BM25, as usually set. */
const [K1, B] = [1.2, 0.75];
/** A shared pair of neighbours counts so much of what it would by itself: its characters count as well. Measured: docs/decisions/0009. */
const PAIR = 0.3;
/** Bounds on one question: postings read (the rarest terms first), candidates looked at closely, cells of alignment. */
const [MOST_POSTINGS, CANDIDATES, MOST_CELLS] = [1_200_000, 400, 1_500_000];
const ALIGNED = 160;
/** Numbers of removed texts stay in the lists; with more than this share of them it is time to build anew. */
const MOST_GONE = 0.3;

/** As if so many texts had been there before: in a handful every word would seem rare, or common. */
const BEFORE = 500;
/** In how many of those each common character stood. */
const stood = new Map<number, number>();
for (const [rank, c] of [...new Set(COMMON)].entries()) stood.set(c.charCodeAt(0), (BEFORE * 0.4) / (1 + rank / 12));


/** About what a text gets from the first stage when it is held against itself. */
export const fullOf = ({ written }: Asked): number => Math.max(1e-6, written.total + PAIR * written.pairTotal);

export type Hit = { readonly document: number; readonly score: number };
function same(a: Uint16Array, b: Uint16Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Texts by number, searched by what they share. Numbers only grow; memory in typed arrays only. */
export class Corpus implements Rarity {
  #postings = new Postings();
  #pool = new Pool();
  #written = new Int32Array(1024);
  #said = new Int32Array(1024);
  #lengths = new Uint32Array(1024);
  #gone = new Uint8Array(1024);
  #scores = new Float32Array(1024);
  #ones = new Float32Array(0x10000);
  #onesAt = 0;
  #count = 0;
  #live = 0;
  #characters = 0;
  #evidence = new Float32Array(EVIDENCE.length);

  /** Texts that were ever added; the next gets this number. */
  get count(): number { return this.#count; }
  get live(): number { return this.#live; }
  /** Whether so much was removed that it should be built anew. */
  get worn(): boolean { return this.#count > 1000 && this.#live < this.#count * (1 - MOST_GONE); }
  /** Memory in bytes. */
  get bytes(): number { return this.#postings.bytes + this.#pool.bytes + this.#written.length * 17 + this.#ones.byteLength; }

  #grow(): void {
    const size = Math.ceil(this.#written.length * 1.4);
    const [written, said, lengths, gone] = [new Int32Array(size), new Int32Array(size), new Uint32Array(size), new Uint8Array(size)];
    written.set(this.#written); said.set(this.#said); lengths.set(this.#lengths); gone.set(this.#gone);
    [this.#written, this.#said, this.#lengths, this.#gone, this.#scores] = [written, said, lengths, gone, new Float32Array(size)];
  }

  /** Adds a text; answers its number. */
  add(text: string): number {
    if (this.#count === this.#written.length) this.#grow();
    const { written, said } = bothForms(text);
    const document = this.#count++;
    this.#written[document] = this.#pool.keep(written);
    this.#said[document] = same(written, said) ? (this.#written[document] as number) : this.#pool.keep(said);
    this.#lengths[document] = (written.length << 16) | said.length;
    this.#characters += written.length;
    this.#live += 1;
    for (let i = 0; i < written.length; i++) {
      this.#postings.add(written[i] as number, document);
      if (i > 0) this.#postings.add(pairKey(written[i - 1] as number, written[i] as number), document);
    }
    return document;
  }

  /** Takes a text out; twice is once. */
  remove(document: number): void {
    if (this.#gone[document] === 1) return;
    this.#gone[document] = 1;
    this.#live -= 1;
    this.#characters -= this.#length(document);
  }

  #length(document: number): number { return (this.#lengths[document] as number) >>> 16; }

  /** Both forms of a text. */
  text(document: number): Both {
    return { written: this.#pool.read(this.#written[document] as number, this.#length(document)), said: this.#pool.read(this.#said[document] as number, (this.#lengths[document] as number) & 0xffff) };
  }

  /** Rarity as in BM25. */
  #rarity(held: number): number { return Math.log(1 + (this.#count + BEFORE - held + 0.5) / (held + 0.5)); }

  one(c: number): number {
    let w = this.#ones[c] as number;
    if (w === 0) w = this.#ones[c] = this.#rarity(this.#postings.held(this.#postings.find(c)) + (stood.get(c) ?? 0));
    return w;
  }

  two(key: number): number { return this.#rarity(this.#postings.held(this.#postings.find(key))); }

  /** Prepares a text to be looked for. */
  prepare(text: string): Asked {
    this.#settle();
    const { written, said } = bothForms(text);
    return ask({ written: written.slice(), said: said.slice() }, this);
  }

  /** Weighs characters anew once a twentieth has been added. */
  #settle(): void {
    if (this.#count - this.#onesAt <= this.#onesAt / 20) return;
    this.#ones.fill(0);
    this.#onesAt = this.#count;
  }

  #addUp({ written }: Asked): void {
    const terms = [...new Set(written.chars)].map((c) => ({ term: this.#postings.find(c), weight: this.one(c) }));
    for (const [key, w] of written.pairs) terms.push({ term: this.#postings.find(key), weight: w * PAIR });
    terms.sort((x, y) => this.#postings.held(x.term) - this.#postings.held(y.term));
    this.#scores.fill(0, 0, this.#count);
    let read = 0;
    for (const { term, weight } of terms) {
      read += this.#postings.held(term);
      if (read > MOST_POSTINGS) break;
      if (term >= 0) this.#postings.score(term, weight, this.#scores);
    }
  }

  /** The texts that share most with one by BM25 over characters and pairs; unordered. */
  candidates(asked: Asked, most: number, allowed: (document: number) => boolean): Best {
    this.#addUp(asked);
    const mean = Math.max(1, this.#characters / Math.max(1, this.#live));
    const best = new Best(most);
    for (let d = 0; d < this.#count; d++) {
      const sum = this.#scores[d] as number;
      if (sum === 0 || sum * (K1 + 1) <= best.floor) continue;
      const score = sum * (K1 + 1) / (1 + K1 * (1 - B + B * this.#length(d) / mean));
      if (score > best.floor && this.#gone[d] === 0 && allowed(d)) best.add(d, score);
    }
    return best;
  }

  /**
   * The texts most like one, best first; equals in the order in which they came.
   * @param limit how many at most
   * @param allowed what may be found; asked only for what could be among the best
   * @param by `words`: how much of the text asked for is found, whatever else stands there
   */
  search(text: string, limit: number, allowed: (document: number) => boolean = () => true, by: 'likeness' | 'words' = 'likeness'): Hit[] {
    return this.#look(this.prepare(text), limit, allowed, by === 'likeness' ? scoreOf : heldOf);
  }

  /** The texts most like one that is here. */
  searchLike(document: number, limit: number, allowed: (document: number) => boolean): Hit[] {
    this.#settle();
    return this.#look(ask(this.text(document), this), limit, allowed, scoreOf);
  }

  #look(asked: Asked, limit: number, allowed: (document: number) => boolean, score: (evidence: Float32Array) => number): Hit[] {
    const { numbers, scores } = this.candidates(asked, Math.max(CANDIDATES, 2 * limit), allowed);
    const order = numbers.map((_, i) => i).sort((x, y) => (scores[y] as number) - (scores[x] as number) || (numbers[x] as number) - (numbers[y] as number));
    const itself = fullOf(asked);
    let cells = 0;
    const hits = order.map((i): Hit => {
      const document = numbers[i] as number;
      const d = this.text(document);
      cells += Math.min(ALIGNED, asked.said.chars.length) * Math.min(ALIGNED, d.said.length);
      compare(asked, d, this, (scores[i] as number) / itself, this.#evidence, cells <= MOST_CELLS);
      return { document, score: score(this.#evidence) };
    });
    return hits.sort((x, y) => y.score - x.score || x.document - y.document).slice(0, limit);
  }
}
