import { Corpus } from './corpus.ts';
import type { StoredText } from './similarity.sql.ts';

/** Bytes of a text besides what its corpus takes: its id, its place in the map, union and time. */
const PER_TEXT = 150;

/** One collection of one federation in the memory of this process, as it stood at `position`. */
export class Shelf {
  corpus = new Corpus();
  position = 0n;
  /** what brings it up to date, one after the other */
  turn: Promise<void> = Promise.resolve();
  #numbers = new Map<string, number>();
  #ids: string[] = [];
  #unions: number[] = [];
  #times: number[] = [];
  #unionIds: string[] = [];
  #unionNumbers = new Map<string, number>();

  get bytes(): number { return this.corpus.bytes + this.#ids.length * PER_TEXT; }
  get unionIds(): readonly string[] { return this.#unionIds; }
  idOf(document: number): string { return this.#ids[document] ?? ''; }
  timeOf(document: number): number { return this.#times[document] ?? 0; }
  unionOf(document: number): number { return this.#unions[document] ?? -1; }
  find(id: string): number | undefined { return this.#numbers.get(id); }

  #union(id: string): number {
    let n = this.#unionNumbers.get(id);
    if (n === undefined) {
      n = this.#unionIds.push(id) - 1;
      this.#unionNumbers.set(id, n);
    }
    return n;
  }

  /**
   * Takes in one change. Changes come in the order of their positions; what is already in is passed over.
   * @param text the opened text, null when it was taken out
   */
  take(change: StoredText, text: string | null): void {
    const position = BigInt(change.position);
    if (position <= this.position) return;
    this.position = position;
    const old = this.#numbers.get(change.id);
    if (old !== undefined) this.corpus.remove(old);
    this.#numbers.delete(change.id);
    if (text === null) return;
    const document = this.corpus.add(text);
    this.#numbers.set(change.id, document);
    this.#ids[document] = change.id;
    this.#unions[document] = this.#union(change.unionId);
    this.#times[document] = change.writtenAt.getTime();
  }
}
