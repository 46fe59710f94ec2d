import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { codeFaults } from './check-tidy.code.ts';
import { migrationFaults } from './check-tidy.migrations.ts';
import { roomFaults } from './check-tidy.parts.ts';
import { isText, linkFaults, textFaults } from './check-tidy.texts.ts';
import { wordsFaults } from './check-tidy.words.ts';
import type { Finding } from './check-report.ts';
import { filesBelow, HOUSE } from './check-run.ts';

const textOf = (path: string): Promise<string> => readFile(join(HOUSE, path), 'utf8');
const CODE = /^(src|test|tools|bench)\/.+[.](ts|tsx|mjs)$/;

/** Sizes, names, Chinese outside words, any, silenced checks, clocks, left-overs. */
export async function checkCode(): Promise<Finding> {
  const files = (await filesBelow()).filter((file) => CODE.test(file));
  const looks = await Promise.all(files.map(async (file) => codeFaults(file, await textOf(file))));
  const functions = looks.reduce((sum, look) => sum + look.functions, 0);
  return { check: 'tidy code', looked: files.length, of: 'files', floor: 600, faults: looks.flatMap((look) => look.faults), note: `${functions} functions` };
}

/** Every part and engine has what each must have, and its files are called what they are. */
export async function checkRooms(): Promise<Finding> {
  const { faults, parts, engines } = roomFaults(await filesBelow('src'));
  return { check: 'rooms', looked: parts + engines, of: 'rooms', floor: 20, faults, note: `${parts} parts, ${engines} engines` };
}

/** Every word is there in both languages, with the same slots, under a code of its own. */
export async function checkWords(): Promise<Finding> {
  const files = (await filesBelow('src')).filter((file) => file.endsWith('.words.ts'));
  const modules = new Map<string, unknown>();
  for (const file of files) modules.set(file, await import(pathToFileURL(join(HOUSE, file)).href));
  const { faults, words } = wordsFaults(modules);
  return { check: 'words', looked: words, of: 'words', floor: 2_000, faults, note: `${files.length} files` };
}

/** No path or host of one machine, no unfinished merge, no dead link, in any text of the tree. */
export async function checkTexts(): Promise<Finding> {
  const files = (await filesBelow()).filter(isText);
  const faults: string[] = [];
  let links = 0;
  for (const file of files) {
    const text = await textOf(file);
    faults.push(...textFaults(file, text));
    if (!file.endsWith('.md')) continue;
    const looked = linkFaults(HOUSE, file, text);
    faults.push(...looked.faults);
    links += looked.links;
  }
  return { check: 'texts', looked: files.length, of: 'files', floor: 700, faults, note: `${links} links` };
}

/** Migrations say why, keep the tenant first in every key, and leave ids, times and effects to the application. */
export async function checkMigrations(): Promise<Finding> {
  const files = (await filesBelow('db/migrations')).filter((file) => file.endsWith('.sql'));
  const looks = await Promise.all(files.map(async (file) => migrationFaults(file, await textOf(file))));
  const tables = looks.reduce((sum, look) => sum + look.tables, 0);
  return { check: 'migrations', looked: tables, of: 'tables', floor: 40, faults: looks.flatMap((look) => look.faults), note: `${files.length} files` };
}
