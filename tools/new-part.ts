/**
 * Makes a new part: `npm run tool tools/new-part.ts services lost-items`. Writes a small part that works (contract, process, rules,
 * service, sql with its migration, words, demonstration, tests, both screens), enters it in src/features/index.ts and brings
 * schema, statements and OpenAPI up to date. CONTRIBUTING.md says how to go on from there.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AREAS } from '#platform/http';

const HOUSE = fileURLToPath(new URL('..', import.meta.url));
const TEMPLATES = join(HOUSE, 'tools/new-part');

/** What stands for what in the templates. */
export type Names = { readonly part: string; readonly camel: string; readonly area: string; readonly folder: string; readonly table: string; readonly number: string };

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

const kebab = (text: string): string => text.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

async function nextNumber(): Promise<string> {
  const numbers = (await readdir(join(HOUSE, 'db/migrations'))).map((name) => Number(name.slice(0, 4))).filter((n) => Number.isInteger(n));
  return String(Math.max(0, ...numbers) + 1).padStart(4, '0');
}

/** Reads the two arguments, or says what is wrong with them. */
async function namesOf(area: string | undefined, part: string | undefined): Promise<Names> {
  const areas: readonly string[] = AREAS;
  const found = areas.find((one) => one === area || kebab(one) === area);
  if (!found || found === 'across') refuse(`Say in which area: ${areas.filter((one) => one !== 'across').map(kebab).join(', ')}.`);
  if (!part || !/^[a-z]{3,20}(-[a-z]{2,20}){0,2}$/.test(part)) refuse('Name the part with a plural noun in small letters, like lost-items.');
  const folder = `src/features/${kebab(found)}/${part}`;
  if (existsSync(join(HOUSE, folder))) refuse(`${folder} is there already.`);
  const camel = part.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return { part, camel, area: found, folder, table: `${part.replaceAll('-', '_')}_need`, number: await nextNumber() };
}

/** Where the text of a template belongs. */
function pathOf(template: string, n: Names): string {
  const name = template.replace(/\.txt$/, '');
  if (name === 'migration.sql') return `db/migrations/${n.number}_${n.part.replaceAll('-', '_')}.sql`;
  if (name === 'about.md' || name === 'index.ts') return `${n.folder}/${name}`;
  const screen = /^ui-(?:(member|console|both)-)?(.+)$/.exec(name);
  if (screen) return `${n.folder}/ui/${screen[1] ? `${screen[1]}/` : ''}${screen[2]}`;
  return `${n.folder}/${n.part}.${name}`;
}

const filled = (text: string, n: Names): string =>
  text.replaceAll('__part__', n.part).replaceAll('__camel__', n.camel).replaceAll('__area__', n.area).replaceAll('__table__', n.table);

async function enter(n: Names): Promise<void> {
  const path = join(HOUSE, 'src/features/index.ts');
  const text = await readFile(path, 'utf8');
  const line = `import ${n.camel} from './${n.folder.replace('src/features/', '')}/index.ts';`;
  const imports = [...text.matchAll(/^import .+;$/gm)];
  const last = imports.at(-1);
  const list = text.lastIndexOf('];');
  if (!last || list < 0) throw new Error('src/features/index.ts no longer looks as this tool knows it');
  const entered = `${text.slice(0, list).replace(/,?\s*$/, ',')}\n  ${n.camel},\n${text.slice(list)}`;
  const after = (last.index ?? 0) + last[0].length;
  await writeFile(path, `${entered.slice(0, after)}\n${line}${entered.slice(after)}`);
}

/** Runs one of the house's own tools, in the order in which they need each other. */
function bringUpToDate(tool: string): void {
  const { status } = spawnSync(process.execPath, [join(HOUSE, tool)], { cwd: HOUSE, stdio: 'inherit', env: { ...process.env, LOG_LEVEL: 'silent' } });
  if (status !== 0) throw new Error(`${tool} failed`);
}

/** The files of a new part: path and text. */
export async function filesOf(names: Names): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const template of (await readdir(TEMPLATES)).sort()) files.set(pathOf(template, names), filled(await readFile(join(TEMPLATES, template), 'utf8'), names));
  return files;
}

async function make(area: string | undefined, part: string | undefined): Promise<void> {
  const names = await namesOf(area, part);
  for (const [path, text] of await filesOf(names)) {
    await mkdir(dirname(join(HOUSE, path)), { recursive: true });
    await writeFile(join(HOUSE, path), text);
    say(path);
  }
  await enter(names);
  for (const tool of ['tools/dump-schema.ts', 'tools/print-sql.ts', 'tools/print-openapi.ts']) bringUpToDate(tool);
  say(`\n${names.folder} is there. Try it: npm test -- ${names.part} and npm run check; then read CONTRIBUTING.md on.`);
}

if (import.meta.main) await make(process.argv[2], process.argv[3]);
