import { open } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import { createReadStream } from 'node:fs';
import { type Ends, readEnds, type Seen } from './board-file.ts';
import { BoardCheck, type Check } from './check.ts';
import { heldBy, looker, TOOLS } from './look.ts';

const AT_ONCE = 1_000;
/** Fewer entries are looked at without threads. */
const FEW = 5_000;
/** The longest line that may be the last: a head holds the result of a large election. */
const LAST_LINE = 16_000_000;

/** Looks at pieces of a file, several at a time, and hands them back in their order. */
class Lookers {
  readonly #idle: Worker[];
  readonly #wanted: ((w: Worker) => void)[] = [];
  constructor(ends: Ends, threads: number) {
    const workerData = { header: ends.header, content: ends.head.content };
    this.#idle = Array.from({ length: threads }, () => new Worker(new URL('./worker.ts', import.meta.url), { workerData }));
  }

  async look(lines: readonly string[]): Promise<Seen[]> {
    const worker = this.#idle.pop() ?? (await new Promise<Worker>((go) => this.#wanted.push(go)));
    try {
      return await new Promise<Seen[]>((done, failed) => {
        worker.once('message', (seen: Seen[]) => {
          worker.off('error', failed);
          done(seen);
        });
        worker.once('error', failed);
        worker.postMessage(lines);
      });
    } finally {
      const next = this.#wanted.shift();
      if (next) next(worker);
      else this.#idle.push(worker);
    }
  }

  async end(): Promise<void> {
    await Promise.all(this.#idle.map((w) => w.terminate()));
  }
}

/** The last line of a file, without reading the rest. */
async function lastLine(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    for (let length = Math.min(size, 65_536); ; length = Math.min(size, length * 16)) {
      const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
      const text = buffer.toString('utf8').trimEnd();
      const at = text.lastIndexOf('\n');
      if (at >= 0) return text.slice(at + 1);
      if (length === size || length >= LAST_LINE) return '';
    }
  } finally {
    await file.close();
  }
}

async function* pieces(path: string): AsyncGenerator<string[]> {
  let some: string[] = [];
  for await (const line of createInterface({ input: createReadStream(path, { highWaterMark: 1_048_576 }), crlfDelay: Number.POSITIVE_INFINITY })) {
    some.push(line);
    if (some.length === AT_ONCE) {
      yield some;
      some = [];
    }
  }
  if (some.length > 0) yield some;
}

/** All lines but the first and the last. */
async function* entryPieces(path: string): AsyncGenerator<string[]> {
  let [first, held] = [true, null as string | null];
  for await (const some of pieces(path)) {
    const lines = held === null ? some : [held, ...some];
    if (first) lines.shift();
    first = false;
    held = lines.pop() ?? null;
    if (lines.length > 0) yield lines;
  }
}

async function headerLineOf(path: string): Promise<string> {
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) return line;
  return '';
}

/**
 * Verifies a published file: every signature, seal, hash and turn, chain, root and signed head, and counts all papers anew by a second
 * implementation of the count. Needs no database; memory grows with the voters, not with the file.
 * @param o.notice the fingerprint as it was printed before the vote
 * @param o.threads as many as there are processors unless told
 */
export async function verifyBoard(path: string, o: { readonly notice?: string | null; readonly threads?: number } = {}): Promise<Check[]> {
  const ends = readEnds(await headerLineOf(path), await lastLine(path));
  if (ends === null) return [{ check: 'form', ok: false, facts: {} }];
  const check = new BoardCheck(ends, TOOLS);
  const threads = o.threads ?? (ends.head.entries < FEW ? 0 : availableParallelism());
  const own = threads === 0 ? looker(ends.header, ends.head.content) : null;
  const lookers = threads > 0 ? new Lookers(ends, threads) : null;
  const running: Promise<Seen[]>[] = [];
  const takeFirst = async (): Promise<void> => { for (const seen of (await running.shift()) ?? []) check.take(seen); };
  try {
    for await (const lines of entryPieces(path)) {
      running.push(own ? Promise.resolve(lines.map(own)) : (lookers as Lookers).look(lines));
      if (running.length > threads * 2) await takeFirst();
    }
    while (running.length > 0) await takeFirst();
  } finally {
    await Promise.allSettled(running);
    await lookers?.end();
  }
  return check.end(heldBy(ends), o.notice ?? null);
}
