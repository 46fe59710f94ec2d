import { execFile } from 'node:child_process';
import { chownSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, realpathSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refused } from '#shared/errors';
import { words } from './embedded.words.ts';
import type { Binaries, Owner } from './embedded-binaries.ts';

const NOBODY = 65_534;
/** Bytes in the address of a Unix socket, the closing zero included. */
const SOCKET_ADDRESS = process.platform === 'linux' ? 108 : 104;
export const SOCKET = '.s.PGSQL.5432';

/**
 * How the server names its own folder. On Linux through its working directory, which this process enters for it:
 * so a server that runs as another user needs no right to pass through the folders above (a clone under /root), and
 * the socket's address is short however long the path is.
 */
export const hereOf = (folder: string): string => (process.platform === 'linux' ? '/proc/self/cwd' : folder);

/** PostgreSQL refuses to run as root: then its folder's owner runs it, or nobody. */
export function ownerOf(folder: string): Owner {
  if (process.getuid?.() !== 0) return undefined;
  const found = existsSync(folder) ? statSync(folder) : null;
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : { uid: NOBODY, gid: NOBODY };
}

/** Gives the folder and all in it to the owner, when root's hands got into it (a copy, a restore). */
export function giveTo(owner: Owner, folder: string): void {
  if (!owner || !existsSync(folder) || statSync(folder).uid === owner.uid) return;
  const give = (path: string): void => {
    if (lstatSync(path).isDirectory()) for (const name of readdirSync(path)) give(join(path, name));
    if (!lstatSync(path).isSymbolicLink()) chownSync(path, owner.uid, owner.gid);
  };
  give(folder);
}

/** Refuses a folder of another user or of another PostgreSQL. */
export function checkFolder(folder: string, release: string): void {
  const uid = process.getuid?.();
  if (uid !== undefined && uid !== 0 && statSync(folder).uid !== uid) throw new Refused(words.otherOwner, { slots: { folder } });
  const found = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  const wanted = release.split('.')[0] ?? release;
  if (found !== wanted) throw new Refused(words.otherVersion, { slots: { found, wanted } });
}

/**
 * Makes a new cluster: UTF-8, ICU with Chinese order (pinyin), data checksums, reached by its socket only.
 * Made aside and moved into place: an interrupted start leaves nothing half made, and of two at once one wins.
 */
export async function makeCluster(binaries: Binaries, owner: Owner, folder: string, durable: boolean): Promise<void> {
  const aside = `${folder}.new-${process.pid}`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  if (owner) chownSync(aside, owner.uid, owner.gid);
  const settings = ['--username=niangjia', '--auth=trust', '--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=zh', '--data-checksums', '--no-instructions'];
  const args = ['-D', hereOf(aside), ...settings, ...(durable ? [] : ['--no-sync'])];
  try {
    await run(join(binaries.folder, 'bin', 'initdb'), args, aside, owner);
    renameSync(aside, folder);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(join(folder, 'PG_VERSION'))) throw error;
  }
}

function run(program: string, args: string[], cwd: string, owner: Owner): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { cwd, env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' }, ...owner }, (error, _out, told) => {
      if (error) reject(new Refused(words.notMade, { slots: { why: told.trim().split('\n').at(-1) ?? error.message, log: cwd } }));
      else resolve();
    });
  });
}

/** What `postmaster.pid` says, or null when there is none. */
export function readPid(folder: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(join(folder, 'postmaster.pid'), 'utf8'), 10);
    return Number.isSafeInteger(pid) && pid > 1 ? pid : null;
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null;
    throw error;
  }
}

/** Whether the process is alive and, where that can be seen, is a server of this folder and not a later user of its number. */
export function servesFolder(pid: number, folder: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as { code?: string }).code === 'ESRCH') return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
  } catch (error) {
    return (error as { code?: string }).code !== 'ENOENT' && !existsSync(`/proc/${pid}/cwd`);
  }
}

/**
 * The folder under which clients find the socket: the data folder, or a short link to it when its path is too long.
 * @returns the folder, and how to take the link away again
 */
export function socketFolder(folder: string): { host: string; drop: () => void } {
  if (Buffer.byteLength(join(folder, SOCKET)) < SOCKET_ADDRESS) return { host: folder, drop: () => {} };
  const made = mkdtempSync(join(tmpdir(), 'nj-'));
  symlinkSync(folder, join(made, 's'));
  const drop = (): void => rmSync(made, { recursive: true, force: true });
  process.once('exit', drop);
  return {
    host: join(made, 's'),
    drop: () => {
      process.off('exit', drop);
      drop();
    },
  };
}
