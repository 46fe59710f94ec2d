import { Refused } from '#shared/errors';
import type { Archive } from './archive.ts';
import { damaged } from './archive.ts';
import type { SheetLimits } from './limits.ts';
import { words } from './sheets.words.ts';
import { readWholeXml } from './xml.ts';
import { unescapeText } from './xml-text.ts';

/** The texts that cells point at by number. */
export type SharedStrings = { readonly count: number; at(index: number): string };

export const NO_STRINGS: SharedStrings = {
  count: 0,
  at() {
    throw damaged();
  },
};

/**
 * Texts kept as UTF-8 end to end in one block with their ends in a second one: a fifth of what the same texts
 * cost as separate strings, and the garbage collector has nothing to walk through.
 */
export class TextStore implements SharedStrings {
  #bytes = Buffer.allocUnsafe(64 * 1024);
  #used = 0;
  #ends = new Uint32Array(4_096);
  count = 0;
  readonly #most: number;

  constructor(mostBytes: number) {
    this.#most = mostBytes;
  }

  add(text: string): void {
    const most = text.length * 3;
    if (this.#used + most > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.#used + most, Math.ceil(this.#bytes.length * 1.5)));
      this.#bytes.copy(larger, 0, 0, this.#used);
      this.#bytes = larger;
    }
    this.#used += this.#bytes.write(text, this.#used, 'utf8');
    if (this.#used > this.#most) throw new Refused(words.tooMuchText, { status: 413 });
    if (this.count === this.#ends.length) {
      const larger = new Uint32Array(this.#ends.length * 2);
      larger.set(this.#ends);
      this.#ends = larger;
    }
    this.#ends[this.count] = this.#used;
    this.count += 1;
    // an end costs four bytes even when the text costs none
    if (this.count * 4 > this.#most) throw new Refused(words.tooMuchText, { status: 413 });
  }

  at(index: number): string {
    if (!Number.isInteger(index) || index < 0 || index >= this.count) throw damaged();
    const from = index === 0 ? 0 : (this.#ends[index - 1] as number);
    return this.#bytes.toString('utf8', from, this.#ends[index]);
  }
}

/** Reads sharedStrings.xml. Rich text is joined; the reading aids (pinyin, furigana) that may stand beside it are left out. */
export async function readSharedStrings(archive: Archive, part: string, limits: SheetLimits): Promise<SharedStrings> {
  const store = new TextStore(limits.sharedTextBytes);
  let text = '';
  let inItem = false;
  let inText = false;
  let inReading = 0;
  await readWholeXml(
    archive.open(part),
    {
      open(name) {
        if (name === 'si') {
          inItem = true;
          text = '';
        } else if (name === 'rPh') inReading += 1;
        else if (name === 't') inText = inItem && inReading === 0;
      },
      text(piece) {
        if (!inText) return;
        text += piece;
        if (text.length > limits.tokenChars) throw damaged();
      },
      close(name) {
        if (name === 't') inText = false;
        else if (name === 'rPh') inReading -= 1;
        else if (name === 'si') {
          store.add(unescapeText(text));
          inItem = false;
        }
      },
    },
    limits,
  );
  return store;
}
