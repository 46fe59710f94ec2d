import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the whole repository. */
export const HOUSE = fileURLToPath(new URL('..', import.meta.url));

export type Ran = { readonly code: number; readonly out: string; readonly err: string };

/** Runs a JavaScript program of node_modules under this Node and gathers what it says; ends it after five minutes. */
export function run(program: string, args: readonly string[], o: { cwd?: string } = {}): Promise<Ran> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [join(HOUSE, 'node_modules', program), ...args], {
      cwd: o.cwd ?? HOUSE, stdio: ['ignore', 'pipe', 'pipe'], timeout: 300_000, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', failed);
    child.on('close', (code) => done({ code: code ?? 1, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }));
  });
}

const LEFT_OUT = new Set(['node_modules', '.git', 'data', 'dist', '.tmp', 'coverage']);

/** Paths of all files below a folder, relative to the house, sorted; what is generated or installed is left out. */
export async function filesBelow(folder = '.', house = HOUSE): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(join(house, folder), { withFileTypes: true })) {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory() && !LEFT_OUT.has(entry.name)) found.push(...(await filesBelow(path, house)));
    else if (entry.isFile() && !entry.name.endsWith('.log')) found.push(path);
  }
  return found.sort();
}
