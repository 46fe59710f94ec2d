/**
 * Writes the sample rosters and their README into `samples/`, always the same bytes.
 * Run: node tools/make-samples.ts [folder]
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { writeCsv, writeSheet } from '#platform/sheets';
import { invent } from './samples/people.demo.ts';
import { dirtyCsv, dirtyWorkbook, spoil } from './samples/dirty.demo.ts';
import { readme } from './samples/readme.demo.ts';
import type { Sample, SampleColumn } from './samples/roster.demo.ts';
import { CLEAN_COLUMNS, CLEAN_SHEET } from './samples/roster.demo.ts';

/** Rows of each roster. */
export const ROWS = 5_000;
/** Each sample stays below this many bytes. */
export const MOST_BYTES = 1_000_000;

/** Every file of `samples/` by name. */
export async function makeSamples(): Promise<Map<string, Uint8Array>> {
  const clean = invent(ROWS, 20_261);
  // the ID number tells the birth date, so half of the rows leave it out, as sheets do
  const valueIn = (person: Sample, column: SampleColumn): string | number =>
    column.as === 'number' ? Number(person[column.of]) : column.of === 'birth' && person.idKind === '' && person.number % 2 === 0 ? '' : person[column.of];
  const rows = clean.map((person) => CLEAN_COLUMNS.map((c) => valueIn(person, c)));
  const columns = CLEAN_COLUMNS.map((c) => ({ heading: c.heading, kind: c.as ?? ('text' as const) }));
  const dirty = spoil(invent(ROWS, 20_262), 7);
  const files = new Map<string, Uint8Array>([
    ['roster-clean.xlsx', await bytesOf((to) => writeSheet(columns, rows, to, { sheet: CLEAN_SHEET }))],
    ['roster-clean.csv', await bytesOf((to) => writeCsv(columns, rows, to))],
    ['roster-dirty.xlsx', dirtyWorkbook(dirty)],
    ['roster-dirty.csv', dirtyCsv(dirty)],
  ]);
  for (const [name, bytes] of files) {
    if (bytes.length >= MOST_BYTES) throw new Error(`${name} has ${bytes.length} bytes, at most ${MOST_BYTES} are wanted`);
  }
  return files.set('README.md', Buffer.from(readme(ROWS)));
}

async function bytesOf(write: (to: PassThrough) => Promise<unknown>): Promise<Uint8Array> {
  const to = new PassThrough();
  const [bytes] = await Promise.all([buffer(to), write(to)]);
  return bytes;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = process.argv[2] ?? 'samples';
  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of await makeSamples()) {
    await writeFile(join(folder, name), bytes);
    process.stdout.write(`${join(folder, name)}  ${bytes.length} bytes\n`);
  }
}
