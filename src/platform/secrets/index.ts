/** Secrets at rest: sealed columns and keyed look-ups. */
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type KeyRing, keyRing } from './key-ring.ts';

export { type KeyRing, keyRing };

const fromText = (text: string): Buffer[] => text.split(',').map((key) => Buffer.from(key, 'base64'));

/** `keys.json` of the data folder: the ring that was made at the first start. Without it sealed columns stay sealed for ever. */
type KeyFile = { readonly keys: readonly string[] };

/**
 * The ring from the setting, or else from `keys.json` in the data folder, which the first start makes (mode 0600).
 * @param o.key base64 keys, newest first, separated by commas
 */
export function openKeyRing(o: { key?: string | undefined; dataDir: string }): KeyRing {
  if (o.key) return keyRing(fromText(o.key));
  const path = join(o.dataDir, 'keys.json');
  const { keys } = readKeys(path) ?? makeKeys(path, o.dataDir);
  return keyRing(keys.map((key) => Buffer.from(key, 'base64')));
}

function readKeys(path: string): KeyFile | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as KeyFile;
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null;
    throw error;
  }
}

/** Written aside and linked into place, so that of two first starts at once both use the same key. */
function makeKeys(path: string, dataDir: string): KeyFile {
  mkdirSync(dataDir, { recursive: true });
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, `${JSON.stringify({ keys: [randomBytes(32).toString('base64')] })}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(aside, path);
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside);
  }
  const made = readKeys(path);
  if (!made) throw new Error(`${path} vanished while it was being made`);
  return made;
}

let ring: KeyRing | null = null;

function current(): KeyRing {
  if (!ring) throw new Error('The key ring is not open: call secrets.use(openKeyRing(…)) at the start.');
  return ring;
}

/** The ring of this process; see {@link KeyRing} for what its functions promise. */
export const secrets = {
  /** Sets the ring, once at the start. */
  use(opened: KeyRing): void {
    ring = opened;
  },
  seal: (text: string): Buffer => current().seal(text),
  open: (sealed: Buffer): string => current().open(sealed),
  lookup: (kind: string, text: string): Buffer => current().lookup(kind, text),
  stale: (sealed: Buffer): boolean => current().stale(sealed),
};
