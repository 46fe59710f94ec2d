import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { Refused } from '#shared/errors';
import { words } from './backup.words.ts';
import { FILES, KEYS, MANIFEST, type Manifest, manifest, partName, sumLine, sumName } from './manifest.ts';
import { readTar, type TarEntry, TarError } from './tar.ts';

const LONGEST_MANIFEST = 16_777_216;

/** Opens a backup for reading. @throws Refused when there is none */
export async function openBackup(path: string): Promise<FileHandle> {
  return open(path, 'r').catch((error: { code?: string }) => {
    throw new Refused(words.cannotRead, { slots: { file: path, why: error.code ?? '' } });
  });
}

/**
 * Reads the whole file and compares every part with its sum, every table with the manifest.
 * @returns the manifest
 * @throws Refused when the file is no backup, or a part of it is missing, altered or cut short
 */
export async function verify(file: FileHandle, path: string): Promise<Manifest> {
  const damaged = (where: string): Refused => new Refused(words.damaged, { slots: { file: path, where } });
  const parts = new Map<string, number>();
  const files = { count: 0, bytes: 0 };
  let keys = false;
  let first = true;
  let last: { name: string; line: string } | null = null;
  let found: Manifest | null = null;
  try {
    for await (const entry of readTar(file)) {
      if (first && !/^(tables\/|manifest\.json)/.test(entry.name)) throw new Refused(words.notBackup, { slots: { file: path } });
      first = false;
      if (found && entry.name !== sumName(MANIFEST)) throw damaged(entry.name);
      if (last) {
        if (entry.name !== sumName(last.name) || (await textOf(entry)) !== last.line) throw damaged(last.name);
        last = null;
        continue;
      }
      const { hash, text } = await hashOf(entry);
      last = { name: entry.name, line: sumLine(entry.name, hash) };
      if (entry.name === MANIFEST) found = manifest.parse(JSON.parse(text));
      else if (entry.name === KEYS) keys = true;
      else if (entry.name.startsWith(FILES)) {
        files.count++;
        files.bytes += entry.size;
      } else parts.set(entry.name, entry.size);
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    if (first) throw new Refused(words.notBackup, { slots: { file: path } });
    throw damaged(error instanceof TarError ? error.message : MANIFEST);
  }
  if (first) throw new Refused(words.notBackup, { slots: { file: path } });
  if (!found || last) throw damaged(MANIFEST);
  const whole = found.tables.every((table) => Array.from({ length: table.parts }, (_, i) => partName(table.name, i + 1)).every((name) => parts.has(name)));
  if (!whole || files.count !== found.files.count || files.bytes !== found.files.bytes || keys !== found.withKeys) throw damaged(MANIFEST);
  return found;
}

/** The parts of a verified backup without the sums that follow each. */
export async function* partsOf(file: FileHandle): AsyncGenerator<TarEntry> {
  let isSum = false;
  for await (const entry of readTar(file)) {
    if (!isSum) yield entry;
    isSum = !isSum;
  }
}

async function textOf(entry: TarEntry): Promise<string> {
  if (entry.size > 1_024) return '';
  let text = '';
  for await (const chunk of entry.bytes()) text += chunk.toString('utf8');
  return text;
}

async function hashOf(entry: TarEntry): Promise<{ hash: string; text: string }> {
  const hash = createHash('sha256');
  const keep = entry.name === MANIFEST && entry.size <= LONGEST_MANIFEST;
  const kept: Buffer[] = [];
  for await (const chunk of entry.bytes()) {
    hash.update(chunk);
    if (keep) kept.push(chunk);
  }
  return { hash: hash.digest('hex'), text: Buffer.concat(kept).toString('utf8') };
}
