import type { FileHandle } from 'node:fs/promises';

const BLOCK = 512;
const READ_AT_ONCE = 1_048_576;

/** Writes a tar archive (POSIX ustar; pax records for long names) to an open file. */
export class TarWriter {
  readonly #file: FileHandle;
  readonly #seconds: number;

  constructor(file: FileHandle, at: Date) {
    this.#file = file;
    this.#seconds = Math.floor(at.getTime() / 1000);
  }

  /** Adds one entry whose size is known beforehand. */
  async add(name: string, size: number, chunks: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<void> {
    if (Buffer.byteLength(name) > 100) {
      const record = paxRecord('path', name);
      await this.#write(Buffer.concat([headerOf('pax', record.length, 'x', this.#seconds), padded(record)]));
    }
    await this.#write(headerOf(name, size, '0', this.#seconds));
    let written = 0;
    for await (const chunk of chunks) {
      written += chunk.length;
      await this.#write(chunk);
    }
    if (written !== size) throw new Error(`${name} changed while it was being written: ${size} bytes were announced, ${written} came`);
    await this.#write(Buffer.alloc(-size & (BLOCK - 1)));
  }

  /** Writes the end mark. */
  end(): Promise<void> {
    return this.#write(Buffer.alloc(2 * BLOCK));
  }

  async #write(bytes: Buffer): Promise<void> {
    if (bytes.length > 0) await this.#file.appendFile(bytes);
  }
}

const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc(-bytes.length & (BLOCK - 1))]);

function paxRecord(key: string, value: string): Buffer {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  let length = rest + String(rest).length;
  if (String(length).length + rest !== length) length = rest + String(length).length;
  return Buffer.from(`${length} ${key}=${value}\n`);
}

function headerOf(name: string, size: number, kind: '0' | 'x', seconds: number): Buffer {
  const header = Buffer.alloc(BLOCK);
  const octal = (value: number, at: number, length: number): number => header.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at, 'latin1');
  Buffer.from(name).subarray(0, 100).copy(header);
  octal(0o600, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  if (size >= 8 ** 11) throw new Error(`${name} is too large for the archive`);
  octal(size, 124, 12);
  octal(seconds, 136, 12);
  header.write(' '.repeat(8), 148, 'latin1');
  header.write(kind, 156, 'latin1');
  header.write('ustar\x0000', 257, 'latin1');
  header.write(`${header.reduce((sum, byte) => sum + byte, 0).toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}

/** One entry of an archive; its bytes are read when they are asked for. */
export type TarEntry = { readonly name: string; readonly size: number; bytes(): AsyncGenerator<Buffer> };

/**
 * The entries of a tar archive, in order, with bounded memory.
 * @throws TarError when the bytes are not an archive or it is cut short
 */
export async function* readTar(file: FileHandle): AsyncGenerator<TarEntry> {
  let at = 0;
  let longName: string | null = null;
  while (true) {
    const header = await readAt(file, at, BLOCK);
    at += BLOCK;
    if (header.every((byte) => byte === 0)) return;
    const sum = Number.parseInt(header.toString('latin1', 148, 156), 8);
    if (header.fill(' ', 148, 156).reduce((all, byte) => all + byte, 0) !== sum) throw new TarError('header');
    const size = Number.parseInt(header.toString('latin1', 124, 136), 8);
    const kind = header.toString('latin1', 156, 157);
    const start = at;
    at += size + (-size & (BLOCK - 1));
    if (kind === 'x') {
      const record = (await readAt(file, start, Math.min(size, 65_536))).toString('utf8');
      longName = /^\d+ path=(.*)\n$/s.exec(record)?.[1] ?? null;
      continue;
    }
    const name = longName ?? header.toString('utf8', 0, Math.max(0, header.indexOf(0)) || 100).slice(0, 100);
    longName = null;
    yield { name, size, bytes: () => readBetween(file, start, start + size) };
  }
}

/** The file is not a whole archive. */
export class TarError extends Error {}

async function* readBetween(file: FileHandle, from: number, to: number): AsyncGenerator<Buffer> {
  for (let at = from; at < to; ) {
    const chunk = await readAt(file, at, Math.min(READ_AT_ONCE, to - at));
    at += chunk.length;
    yield chunk;
  }
}

async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let got = 0;
  while (got < length) {
    const { bytesRead } = await file.read(bytes, got, length - got, at + got);
    if (bytesRead === 0) throw new TarError('cut short');
    got += bytesRead;
  }
  return bytes;
}
