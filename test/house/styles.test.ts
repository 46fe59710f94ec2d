import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { dirname, normalize } from 'node:path';
import test from 'node:test';

/** Every script and style sheet of the apps, by path. */
const files = new Map<string, string>();
for await (const path of glob('src/**/*.{ts,tsx,css}')) files.set(path, await readFile(path, 'utf8'));

const classesOf = (css: string): Set<string> => new Set([...css.replace(/\/\*.*?\*\//gs, '').matchAll(/\.([a-zA-Z][\w-]*)/g)].map((m) => m[1] ?? ''));
const sheets = new Map([...files].filter(([path]) => path.endsWith('.css')).map(([path, text]) => [path, classesOf(text)]));

/** Classes of the kit, which are everywhere. */
const common = [...sheets].filter(([path]) => path.startsWith('src/web/')).flatMap(([, classes]) => [...classes]);

/** What a file brings with it: imports of types vanish when the apps are built. */
const brings = (path: string): string[] => [...(files.get(path) ?? '').matchAll(/(?:import|export)\s+(type\s)?[^;'"]*?['"](\.[^'"]+)['"]/g)]
  .flatMap(([, type, to]) => { const found = normalize(`${dirname(path)}/${to ?? ''}`); return type === undefined && files.has(found) ? [found] : []; });

function reached(path: string, seen: Set<string> = new Set()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  if (!path.endsWith('.css')) for (const next of brings(path)) reached(next, seen);
  return seen;
}

const lacking = (screen: string): string[] => {
  const part = screen.slice(0, screen.indexOf('/ui/'));
  const used = [...(files.get(screen) ?? '').matchAll(/className="([^"]+)"/g)].flatMap((m) => (m[1] ?? '').split(/\s+/));
  const there = reached(screen);
  const has = new Set([...common, ...[...there].flatMap((path) => [...(sheets.get(path) ?? [])])]);
  return [...sheets].filter(([path]) => path.startsWith(`${part}/`) && !there.has(path)).flatMap(([path, classes]) => used.filter((c) => classes.has(c) && !has.has(c)).map((c) => `${screen}: .${c} of ${path}`));
};

test('every screen brings the style sheets of its part that it uses: opened first, it looks as it does after another', () => {
  const screens = [...files.keys()].filter((path) => path.includes('/ui/') && path.endsWith('.tsx') && /export default/.test(files.get(path) ?? ''));
  assert.ok(screens.length > 100, `${screens.length} screens`);
  assert.deepEqual(screens.flatMap(lacking), []);
});
