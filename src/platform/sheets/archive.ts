import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { Refused } from '#shared/errors';
import type { Entry, ZipFile } from 'yauzl';
import yauzl from 'yauzl';
import type { SheetLimits } from './limits.ts';
import { megabytes } from './limits.ts';
import { words } from './sheets.words.ts';

/** A file somebody sent: on disk, or in memory with the name it came under. */
export type SheetFile =
  | { readonly path: string; readonly bytes?: undefined }
  | { readonly bytes: Uint8Array; readonly name: string; readonly path?: undefined };

/** An opened .xlsx: its parts by name, nothing unpacked yet. Nothing is ever written to disk under a name from inside. */
export type Archive = {
  has(part: string): boolean;
  /** Unpacks one part as it is read; refuses when it is not what the index promised. */
  open(part: string): AsyncGenerator<Uint8Array>;
  close(): void;
};

export const damaged = (): Refused => new Refused(words.damaged, { status: 400 });

/** Our own refusals pass; whatever a library says about broken input becomes "damaged". */
export const asDamaged = (error: unknown): Refused => (error instanceof Refused ? error : damaged());

/** Size of the file in bytes; refuses empty and oversized ones before anything is opened. */
export async function checkSize(file: SheetFile, limits: SheetLimits): Promise<number> {
  const size = file.path === undefined ? file.bytes.byteLength : (await stat(file.path)).size;
  if (size === 0) throw new Refused(words.emptyFile, { status: 400 });
  if (size > limits.fileBytes) {
    throw new Refused(words.fileTooLarge, { status: 413, slots: { megabytes: megabytes(limits.fileBytes) } });
  }
  return size;
}

const OPTIONS = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true } as const;

/** Opens the zip index of an .xlsx and checks every entry in it: number, names, doubles, encryption, method. */
export async function openArchive(file: SheetFile, limits: SheetLimits): Promise<Archive> {
  const zip = await openZip(file);
  try {
    const entries = await readIndex(zip, limits);
    let unpacked = 0;
    return {
      has: (part) => entries.has(part.toLowerCase()),
      open(part) {
        const entry = entries.get(part.toLowerCase());
        if (!entry) throw damaged();
        unpacked += entry.uncompressedSize;
        checkWeight(entry, unpacked, limits);
        return unpack(zip, entry);
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw asDamaged(error);
  }
}

async function openZip(file: SheetFile): Promise<ZipFile> {
  if (file.path !== undefined) await stat(file.path); // a file that is not there is the caller's mistake, not a damaged sheet
  try {
    const zip = await (file.path === undefined
      ? yauzl.fromBufferPromise(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength), OPTIONS)
      : yauzl.openPromise(file.path, OPTIONS));
    zip.on('error', () => {}); // what goes wrong reaches us through the promises below; a late echo must not end the process
    return zip;
  } catch (error) {
    throw asDamaged(error);
  }
}

function readIndex(zip: ZipFile, limits: SheetLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries) throw damaged();
  const entries = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      try {
        const name = checkedName(entry);
        if (entries.has(name) || entries.size >= limits.entries) throw damaged();
        if (entry.isEncrypted()) throw new Refused(words.encrypted, { status: 400 });
        entries.set(name, entry);
        zip.readEntry();
      } catch (error) {
        reject(asDamaged(error));
      }
    });
    zip.readEntry();
  });
}

function checkedName(entry: Entry): string {
  const name = Buffer.from(entry.fileNameRaw).toString('utf8').replaceAll('\\', '/');
  if (name.includes('\0') || yauzl.validateFileName(name) !== null) throw new Refused(words.unsafeNames, { status: 400 });
  return name.toLowerCase();
}

function checkWeight(entry: Entry, unpackedSoFar: number, limits: SheetLimits): void {
  const tight = entry.uncompressedSize > limits.ratio * Math.max(1, entry.compressedSize);
  if (tight && entry.uncompressedSize > limits.ratioFromBytes) throw new Refused(words.packedTooTightly, { status: 413 });
  if (unpackedSoFar > limits.unpackedBytes) {
    throw new Refused(words.unpackedTooLarge, { status: 413, slots: { megabytes: megabytes(limits.unpackedBytes) } });
  }
}

async function* unpack(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw damaged();
  let packed: Readable | undefined;
  let plain: Readable | undefined;
  try {
    packed = await zip.openReadStreamPromise(entry, { decodeFileData: false });
    plain = entry.compressionMethod === 8 ? inflated(packed) : packed;
    let size = 0;
    let sum = 0;
    for await (const chunk of plain as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > entry.uncompressedSize) throw damaged();
      sum = crc32(chunk, sum);
      yield chunk;
    }
    if (size !== entry.uncompressedSize || sum !== entry.crc32) throw damaged();
  } catch (error) {
    throw asDamaged(error);
  } finally {
    packed?.destroy();
    plain?.destroy();
  }
}

function inflated(packed: Readable): Readable {
  const inflate = createInflateRaw({ chunkSize: 65_536 });
  packed.on('error', (error) => inflate.destroy(error));
  return packed.pipe(inflate);
}
