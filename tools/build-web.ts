/** Builds the two web apps into dist/web when anything they are made of has changed. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { appConfig } from '../vite.config.ts';
import type { App, FirstScreen } from './web-plugins.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const out = join(root, 'dist/web');
const stamp = join(out, '.stamp');

/** Whether a file can end up in an app: all of src/web and shared, and of each feature what the web floor may see. */
export const belongsToWeb = (path: string): boolean =>
  /^src\/(web|shared)\//.test(path) || /^src\/features\/.*(\/ui\/|\.(contract|words|rules)\.ts$)/.test(path);

/** A fingerprint of everything the apps are made of. */
export async function webFingerprint(): Promise<string> {
  const inSrc = (await readdir(join(root, 'src'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter(belongsToWeb);
  const files = [...inSrc, 'package-lock.json', 'vite.config.ts', 'tools/web-plugins.ts', 'tools/build-web.ts'].sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update('\0').update(await readFile(join(root, file)));
  return hash.digest('hex');
}

async function buildApp(app: App): Promise<FirstScreen> {
  let weight: FirstScreen = { script: 0, style: 0, files: [] };
  const mode = process.env['NODE_ENV'];
  await build({ ...appConfig(app, (told) => { weight = told; }), logLevel: 'warn' });
  // The bundler sets it for itself; what runs afterwards in this process and its children is no bundle.
  if (mode === undefined) delete process.env['NODE_ENV'];
  else process.env['NODE_ENV'] = mode;
  return weight;
}

/**
 * Builds both apps unless dist/web already holds exactly this source.
 * @returns the folder with `member/` and `console/`, and the first screens' weights when it built
 */
export async function buildWebIfStale(): Promise<{ folder: string; built: Readonly<Record<App, FirstScreen>> | null }> {
  const fingerprint = await webFingerprint();
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === fingerprint) return { folder: out, built: null };
  await mkdir(out, { recursive: true });
  await rm(stamp, { force: true });
  const member = await buildApp('member');
  const desk = await buildApp('console');
  await writeFile(stamp, fingerprint);
  return { folder: out, built: { member, console: desk } };
}

if (import.meta.main) {
  const { built } = await buildWebIfStale();
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  if (!built) say('dist/web is up to date');
  else for (const [app, w] of Object.entries(built)) say(`${app}: first screen ${kb(w.script)} script, ${kb(w.style)} style (gzip), ${w.files.length} files`);
}
