import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { Refused } from '#shared/errors';
import { words } from './files.words.ts';
import { ARCHIVE } from './kinds.rules.ts';

const refuse = (word: (typeof words)[keyof typeof words]): Refused => new Refused(word, { status: 400 });
const ACTIVE = /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml|activeX\/|macrosheets\/|dialogsheets\/)/i;
const CONTENT_TYPES = '[Content_Types].xml';

async function unpack(zip: ZipFile, entry: Entry, room: number): Promise<{ bytes: number; text: string }> {
  let bytes = 0;
  const parts: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    bytes += (chunk as Buffer).length;
    if (bytes > room) throw refuse(words.bombDocument);
    if (entry.fileName === CONTENT_TYPES && bytes <= 1_000_000) parts.push(chunk as Buffer);
  }
  return { bytes, text: Buffer.concat(parts).toString('utf8') };
}

async function walk(zip: ZipFile, packed: number): Promise<{ names: Set<string>; contentTypes: string }> {
  const most = Math.min(ARCHIVE.mostBytes, Math.max(packed * ARCHIVE.mostRatio, 2_000_000));
  const names = new Set<string>();
  let contentTypes = '';
  let bytes = 0;
  for await (const entry of zip.eachEntry()) {
    if (names.size >= ARCHIVE.mostEntries || bytes + entry.uncompressedSize > most) throw refuse(words.bombDocument);
    if (entry.isEncrypted()) throw refuse(words.brokenDocument);
    if (ACTIVE.test(entry.fileName)) throw refuse(words.activeDocument);
    const inner = await unpack(zip, entry, most - bytes);
    bytes += inner.bytes;
    names.add(entry.fileName);
    if (entry.fileName === CONTENT_TYPES) contentTypes = inner.text;
  }
  return { names, contentTypes };
}

/**
 * Whether an archive is a Word or Excel document, and a harmless one: every entry is unpacked (into nothing) and
 * counted; names that leave the folder, wrong sizes, passwords and macros are refused.
 * @returns `docx`, `xlsx`, or null for any other archive
 * @throws Refused
 */
export async function officeFormat(bytes: Buffer): Promise<'docx' | 'xlsx' | null> {
  let zip: ZipFile | undefined;
  try {
    zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: false });
    const { names, contentTypes } = await walk(zip, bytes.length);
    if (contentTypes === '') return null;
    if (/macroEnabled|vbaProject/i.test(contentTypes)) throw refuse(words.activeDocument);
    if (names.has('word/document.xml')) return 'docx';
    return names.has('xl/workbook.xml') ? 'xlsx' : null;
  } catch (error) {
    throw error instanceof Refused ? error : refuse(words.brokenDocument);
  } finally {
    zip?.close();
  }
}
