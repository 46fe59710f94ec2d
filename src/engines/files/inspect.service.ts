import { fileTypeFromBuffer } from 'file-type';
import { Refused } from '#shared/errors';
import type { Word } from '#shared/words';
import { officeFormat } from './archive.service.ts';
import { words } from './files.words.ts';
import { type Format, FORMATS, MOST_BYTES } from './kinds.rules.ts';
import { extensionOf } from './names.rules.ts';
import { rewritePicture } from './picture.service.ts';
import { plainText } from './text.rules.ts';

/** What an upload turned out to be, as it will be kept. */
export type Found = {
  readonly format: Format;
  readonly content: Buffer;
  readonly thumbnail: Buffer | null;
  readonly width: number | null;
  readonly height: number | null;
};

const refuse = (word: Word, slots = {}): Refused => new Refused(word, { status: 400, slots });
const same = (format: Format, content: Buffer): Found => ({ format, content, thumbnail: null, width: null, height: null });

/** `%PDF-` first, `%%EOF` last, and no script or program inside as far as its plain parts tell. */
function inspectPdf(bytes: Buffer): Found {
  const text = bytes.toString('latin1');
  if (!text.startsWith('%PDF-') || !text.slice(-2_048).includes('%%EOF')) throw refuse(words.brokenDocument);
  const names = text.replace(/#([0-9A-Fa-f]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  if (/\/(?:JavaScript|JS|Launch|RichMedia|XFA|EmbeddedFiles)\b/.test(names)) throw refuse(words.activeDocument);
  return same(FORMATS.pdf, bytes);
}

async function inspectPicture(bytes: Buffer, as: 'jpg' | 'png' | 'webp'): Promise<Found> {
  const picture = await rewritePicture(bytes, as);
  return { format: FORMATS[as], ...picture };
}

function inspectText(bytes: Buffer, claimed: string): Found {
  const text = plainText(bytes);
  if (text === null) throw refuse(words.notTaken);
  // Excel opens a CSV rightly only when a byte order mark says it is UTF-8.
  return claimed === 'csv' ? same(FORMATS.csv, Buffer.from(`\ufeff${text}`)) : same(FORMATS.txt, Buffer.from(text));
}

const byMagic = async (bytes: Buffer): Promise<string> =>
  (await fileTypeFromBuffer(bytes.subarray(0, 65_536)).catch(() => undefined))?.ext ?? '';

async function look(bytes: Buffer, claimed: string): Promise<Found> {
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))) {
    const office = await officeFormat(bytes);
    if (office === null) throw refuse(words.notTaken);
    return same(FORMATS[office], bytes);
  }
  // The mark of UTF-16 is also how some sound files begin.
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const ext = wide ? '' : await byMagic(bytes);
  if (ext === 'jpg' || ext === 'png' || ext === 'webp') return inspectPicture(bytes, ext);
  if (ext === 'apng') return inspectPicture(bytes, 'png');
  if (ext === 'pdf') return inspectPdf(bytes);
  if (ext === 'heic' || ext === 'heif' || ext === 'avif') throw refuse(words.heic);
  if (ext !== '') throw refuse(words.notTaken);
  return inspectText(bytes, claimed);
}

/**
 * Says what the bytes are, refuses what is not taken, and gives back what will be kept (pictures written anew).
 * @param name as sent; only its extension is looked at
 * @throws Refused with one sentence for each way an upload can be wrong
 */
export async function inspect(bytes: Buffer, name: string): Promise<Found> {
  if (bytes.length === 0) throw refuse(words.empty);
  const claimed = extensionOf(name);
  const found = await look(bytes, claimed);
  const most = MOST_BYTES[found.format.kind];
  if (bytes.length > most) {
    throw new Refused(words.tooLarge, { status: 413, slots: { mb: most / 1_000_000 } });
  }
  if (claimed !== '' && !found.format.claims.includes(claimed)) throw refuse(words.notWhatItSays, { ext: claimed });
  return found;
}
