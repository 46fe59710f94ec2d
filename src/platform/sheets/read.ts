import { open } from 'node:fs/promises';
import { Refused } from '#shared/errors';
import type { Archive, SheetFile } from './archive.ts';
import { checkSize, openArchive } from './archive.ts';
import type { SheetRow } from '#shared/sheet-cell';
import { readCsv } from './csv.ts';
import type { SheetLimits } from './limits.ts';
import { USUAL_LIMITS } from './limits.ts';
import { NO_STRINGS, readSharedStrings } from './shared-strings.ts';
import { words } from './sheets.words.ts';
import { chooseSheet, readLooks, readWorkbook } from './workbook.ts';
import { readWorksheet } from './worksheet.ts';

/** Limits to narrow, and the name of the sheet to read (an .xlsx; the first visible one unless told). */
export type ReadOptions = Partial<SheetLimits> & { readonly sheet?: string };

/**
 * The rows of a spreadsheet that have something in them, one after the other, in bounded memory whatever the file.
 * .xlsx, or comma / semicolon / tab separated text; told apart by content, the name does not matter.
 * Formulas are never evaluated. Merged cells are left as they are: the value stands in the first of them.
 * @throws Refused with one sentence for everything a file can have wrong, before the first row or while reading;
 *   rows already given out stay given out, so nothing is to be kept before the end was reached
 */
export async function* readSheet(file: SheetFile, options: ReadOptions = {}): AsyncGenerator<SheetRow> {
  const { sheet, ...narrowed } = options;
  const limits: SheetLimits = { ...USUAL_LIMITS, ...narrowed };
  await checkSize(file, limits);
  if ((await formatOf(file)) === 'text') {
    yield* readCsv(file, limits);
    return;
  }
  const archive = await openArchive(file, limits);
  try {
    const workbook = await readWorkbook(archive, limits);
    const part = chooseSheet(workbook, sheet);
    const strings = workbook.strings === null ? NO_STRINGS : await readSharedStrings(archive, workbook.strings, limits);
    const looks = workbook.styles === null ? [] : await readLooks(archive, workbook.styles, limits);
    yield* readWorksheet(archive, part, { strings, looks, from1904: workbook.from1904, limits });
  } finally {
    archive.close();
  }
}

/** The sheets of an .xlsx, for a person to choose from; a text file has one without a name. */
export async function listSheets(file: SheetFile, options: Partial<SheetLimits> = {}): Promise<{ name: string; visible: boolean }[]> {
  const limits: SheetLimits = { ...USUAL_LIMITS, ...options };
  await checkSize(file, limits);
  if ((await formatOf(file)) === 'text') return [{ name: '', visible: true }];
  let archive: Archive | undefined;
  try {
    archive = await openArchive(file, limits);
    return (await readWorkbook(archive, limits)).sheets.map(({ name, visible }) => ({ name, visible }));
  } finally {
    archive?.close();
  }
}

/** `PK` and what may follow it: an entry, the end of an empty archive, a spanned one. */
const ZIP_MARKS: ReadonlySet<number> = new Set([0x504b0304, 0x504b0506, 0x504b0708]);

/** A zip, or text; the old binary format (`D0 CF 11 E0`, also the wrapping of encrypted workbooks) is refused here. */
async function formatOf(file: SheetFile): Promise<'zip' | 'text'> {
  const head = await headOf(file);
  if (head.readUInt32BE(0) === 0xd0cf11e0) {
    const encrypted = head.includes(Buffer.from('EncryptedPackage', 'utf16le')) || head.includes(Buffer.from('EncryptionInfo', 'utf16le'));
    throw new Refused(encrypted ? words.encrypted : words.oldFormat, { status: 400 });
  }
  return ZIP_MARKS.has(head.readUInt32BE(0)) ? 'zip' : 'text';
}

/** The first bytes (at least four, filled up with spaces); a compound file's directory is looked for in the first megabyte. */
async function headOf(file: SheetFile): Promise<Buffer> {
  const head = Buffer.alloc(1024 * 1024, ' ');
  if (file.path === undefined) {
    head.set(file.bytes.subarray(0, head.length));
    return head;
  }
  const handle = await open(file.path, 'r');
  try {
    await handle.read(head, 0, head.length, 0);
    return head;
  } finally {
    await handle.close();
  }
}
