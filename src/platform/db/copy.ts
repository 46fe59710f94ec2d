import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import type pg from 'pg';

/** What of pg's connection a query of our own uses. */
type Wire = {
  readonly stream: Duplex;
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(why: string): void;
};

/** The server is told to wait when this much lies unread. */
const HIGH_WATER = 1_048_576;

/** One COPY on the wire, told of what arrives. */
class Copy {
  wire: Wire | null = null;
  tag = '';
  readonly #text: string;
  readonly #onData: (chunk: Buffer) => void;
  readonly ready = Promise.withResolvers<void>();
  readonly end = Promise.withResolvers<void>();

  constructor(text: string, onData: (chunk: Buffer) => void) {
    this.#text = text;
    this.#onData = onData;
    this.ready.promise.catch(() => {});
    this.end.promise.catch(() => {});
  }

  submit(wire: Wire): null {
    this.wire = wire;
    wire.query(this.#text);
    return null;
  }

  askedForRows(): void {
    this.ready.resolve();
  }

  // The parser uses its buffer again: the bytes must be ours.
  take({ chunk }: { chunk: Buffer }): void {
    this.#onData(Buffer.from(chunk));
  }

  note({ text }: { text: string }): void {
    this.tag = text;
  }

  ignore(): void {}

  fail(error: Error): void {
    this.ready.reject(error);
    this.end.reject(error);
  }

  finish(): void {
    this.end.resolve();
  }
}

/** By what name pg's client calls a query of somebody else's making, message by message. */
const CALLED = {
  submit: 'submit',
  handleCopyInResponse: 'askedForRows',
  handleCopyData: 'take',
  handleCommandComplete: 'note',
  handleRowDescription: 'ignore',
  handleDataRow: 'ignore',
  handleEmptyQuery: 'ignore',
  handleError: 'fail',
  handleReadyForQuery: 'finish',
  callback: 'ignore',
} as const;

/** Queues the copy on the connection. */
function send(client: pg.ClientBase, copy: Copy): void {
  const query: Record<string, unknown> = {};
  for (const [call, method] of Object.entries(CALLED)) query[call] = copy[method].bind(copy);
  client.query(query as unknown as pg.Submittable);
}

const rowsOf = (tag: string): number => Number(/^COPY (\d+)/.exec(tag)?.[1] ?? Number.NaN);

/**
 * Streams `COPY … TO STDOUT`, with bounded memory however slowly it is read.
 * The connection can do nothing else until the end; read to the end or end the connection.
 * @returns the number of rows
 */
export async function* copyOut(client: pg.ClientBase, text: string): AsyncGenerator<Buffer, number> {
  const waiting: Buffer[] = [];
  let size = 0;
  let wake = Promise.withResolvers<void>();
  const copy = new Copy(text, (chunk) => {
    waiting.push(chunk);
    size += chunk.length;
    if (size > HIGH_WATER) copy.wire?.stream.pause();
    wake.resolve();
  });
  let over = false;
  const finish = (): void => {
    over = true;
    wake.resolve();
  };
  copy.end.promise.then(finish, finish);
  send(client, copy);
  while (true) {
    await wake.promise;
    wake = Promise.withResolvers<void>();
    if (over) wake.resolve();
    const chunks = waiting.splice(0);
    size = 0;
    copy.wire?.stream.resume();
    yield* chunks;
    if (over && waiting.length === 0) break;
  }
  await copy.end.promise;
  return rowsOf(copy.tag);
}

/**
 * Runs `COPY … FROM STDIN` with the given bytes, no faster than the server takes them.
 * @returns the number of rows
 */
export async function copyIn(client: pg.ClientBase, text: string, chunks: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<number> {
  const copy = new Copy(text, () => {});
  send(client, copy);
  await copy.ready.promise;
  const wire = copy.wire as Wire;
  let failed = false;
  copy.end.promise.catch(() => {
    failed = true;
  });
  try {
    for await (const chunk of chunks) {
      if (failed) break;
      wire.sendCopyFromChunk(chunk);
      if (wire.stream.writableNeedDrain) await Promise.race([once(wire.stream, 'drain'), copy.end.promise]);
    }
    wire.endCopyFrom();
  } catch (error) {
    if (failed) throw await copy.end.promise.then(() => error, (cause: unknown) => cause);
    wire.sendCopyFail('the source failed');
    await copy.end.promise.catch(() => {});
    throw error;
  }
  await copy.end.promise;
  return rowsOf(copy.tag);
}
