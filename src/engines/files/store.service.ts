import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { secrets } from '#platform/secrets';
import { newSecretId } from '#shared/ids';
import { type KeySealer, opening, sealing } from './sealed.service.ts';

/** A folder of sealed files, named by id and nothing else. */
export type Store = {
  /** keeps bytes under an id; whole or not at all */
  put(federationId: string, id: string, variant: Variant, content: Buffer): Promise<void>;
  /** the bytes again, opened piece by piece */
  read(federationId: string, id: string, variant: Variant): Readable;
  /** takes all variants of an id away; nothing happens when there are none */
  remove(federationId: string, id: string): Promise<void>;
  /** keeps a stream of unknown content for a moment; `bytes` gives it back and forgets it */
  receive(stream: Readable): Promise<{ size: number; bytes(): Promise<Buffer>; forget(): Promise<void> }>;
  /** ids on disk that were last written before a time, for comparing with the table */
  idsBefore(federationId: string, time: Date): AsyncGenerator<string[]>;
  /** takes away what `receive` left behind when the process died */
  clearIncoming(before: Date): Promise<number>;
};

export type Variant = 'whole' | 'thumbnail';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const SUFFIX: Readonly<Record<Variant, string>> = { whole: '', thumbnail: '.t' };

function assertIds(...ids: string[]): void {
  for (const id of ids) if (!ID.test(id)) throw new Error('files are found by id only');
}

/** Writes beside, forces to disk, then renames: a file is there whole or not at all. */
async function writeSealed(path: string, content: Readable, keys: KeySealer, label: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const beside = `${path}.${process.pid}.part`;
  try {
    await pipeline(content, sealing(keys, label), createWriteStream(beside, { mode: 0o600 }));
    const handle = await open(beside, 'r+');
    await handle.sync().finally(() => handle.close());
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** Nothing is opened before the first piece is asked for, so that a stream nobody reads leaves nothing behind. */
async function* unsealed(path: string, keys: KeySealer, label: string): AsyncGenerator<Buffer> {
  const source = createReadStream(path);
  const plain = opening(keys, label);
  source.on('error', (error) => plain.destroy(error));
  try {
    for await (const piece of source.pipe(plain)) yield piece as Buffer;
  } finally {
    source.destroy();
  }
}

async function* oldIds(folder: string, time: Date): AsyncGenerator<string[]> {
  for (const shelf of await readdir(folder).catch(() => [])) {
    const ids = new Set<string>();
    for (const name of await readdir(join(folder, shelf)).catch(() => [])) {
      const found = await stat(join(folder, shelf, name)).catch(() => null);
      const id = name.slice(0, 36);
      if (found && found.mtime < time && ID.test(id)) ids.add(id);
    }
    if (ids.size > 0) yield [...ids];
  }
}

async function receiveInto(path: string, stream: Readable, keys: KeySealer): ReturnType<Store['receive']> {
  let size = 0;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of stream) {
      size += (chunk as Buffer).length;
      yield chunk as Buffer;
    }
  }
  await writeSealed(path, Readable.from(counted()), keys, 'incoming');
  return {
    size,
    forget: () => rm(path, { force: true }),
    async bytes() {
      const parts: Buffer[] = [];
      await pipeline(createReadStream(path), opening(keys, 'incoming'), async (plain: AsyncIterable<Buffer>) => {
        for await (const part of plain) parts.push(part);
      });
      return Buffer.concat(parts);
    },
  };
}

/** Opens the store in a folder. @param keys the key ring; without it nothing in the folder can be read */
export function openStore(folder: string, keys: KeySealer = secrets): Store {
  const pathOf = (federationId: string, id: string, variant: Variant): string => {
    assertIds(federationId, id);
    return join(folder, federationId, id.slice(-2), `${id}${SUFFIX[variant]}`);
  };
  const label = (federationId: string, id: string, variant: Variant): string => `${federationId} ${id} ${variant}`;
  const incoming = join(folder, 'incoming');
  return {
    put: (f, id, variant, content) => writeSealed(pathOf(f, id, variant), Readable.from([content]), keys, label(f, id, variant)),
    read: (f, id, variant) => Readable.from(unsealed(pathOf(f, id, variant), keys, label(f, id, variant)), { objectMode: false }),
    async remove(f, id) {
      for (const variant of ['whole', 'thumbnail'] as const) await rm(pathOf(f, id, variant), { force: true });
    },
    receive: (stream) => receiveInto(join(incoming, newSecretId()), stream, keys),
    idsBefore(f, time) {
      assertIds(f);
      return oldIds(join(folder, f), time);
    },
    async clearIncoming(before) {
      let cleared = 0;
      for (const name of await readdir(incoming).catch(() => [])) {
        const found = await stat(join(incoming, name)).catch(() => null);
        if (!found || found.mtime >= before) continue;
        await rm(join(incoming, name), { force: true });
        cleared += 1;
      }
      return cleared;
    },
  };
}
