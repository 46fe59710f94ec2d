import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, closeSync, constants, existsSync, fchownSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import type { Binaries, Owner } from './embedded-binaries.ts';
import { hereOf } from './embedded-folder.ts';

/** An old log is put aside at this size; two are kept. */
const LOG_BYTES = 10_000_000;
/** How long to wait for the server to say that it was the last holder who let go. */
const LAST_HOLDER = 2_000;

/**
 * The server lives as long as somebody holds the other end of its standard input, a named pipe: the process that
 * started it and any that joined. The kernel closes the ends of a process that was killed, so nothing is left behind.
 */
const SUPERVISOR = `exec 3<&0
"$@" </dev/null 3<&- 4>&- & p=$!
echo "$p" >&4
( trap "" TERM INT HUP; cat <&3 >/dev/null; kill -INT "$p"; echo stopping >&4 ) 2>/dev/null &
exec 3<&-
trap 'kill -INT "$p"' TERM INT HUP
while :; do wait "$p"; rc=$?; kill -0 "$p" 2>/dev/null || break; done
exit "$rc"`;

/**
 * Usual settings of the server. Its log has its own life only: an error of a statement may quote personal data and is
 * logged by the application, without values.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '120',
  shared_buffers: '256MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  // A first load writes much once: what it took is given back at the next checkpoint instead of kept for the next such load.
  min_wal_size: '32MB',
  wal_recycle: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  wal_compression: 'on',
  random_page_cost: '1.1',
  jit: 'off',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_timezone: 'Asia/Shanghai',
  timezone: 'Asia/Shanghai',
};

/** A server that this process started. */
export type Server = {
  /** process number of the postmaster */
  readonly pid: number;
  /** resolves with the exit code when the server has ended */
  readonly ended: Promise<number>;
  /** makes the pipe findable for others: call it once the server is known to be the one of its folder */
  publish(): void;
  /** lets go; resolves when the server has ended, or stays on because others hold it */
  letGo(): Promise<void>;
};

const pipeOf = (folder: string): string => `${folder}.hold`;
export const logOf = (folder: string): string => `${folder}.log`;

/** Starts the server of a folder; it may still turn out that another has the folder, then it ends at once. */
export async function startServer(binaries: Binaries, owner: Owner, folder: string, extra: Readonly<Record<string, string>>): Promise<Server> {
  const { pipe, reading, held } = await makePipe(folder, owner);
  const log = openLog(folder, owner);
  const here = hereOf(folder);
  const settings = Object.entries({ ...SETTINGS, unix_socket_directories: here, ...extra }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = [join(binaries.folder, 'bin', 'postgres'), '-D', here, ...settings];
  // Its own session: Ctrl-C in the terminal must reach the application first, not the database under it.
  const child = spawn('/bin/sh', ['-c', SUPERVISOR, 'niangjia-postgres', ...command], {
    cwd: folder,
    detached: true,
    stdio: [reading.fd, log, log, 'ignore', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C' },
    ...owner,
  });
  const ended = new Promise<number>((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1));
    child.once('error', () => resolve(1));
  });
  closeSync(log);
  await reading.close();
  const lines = listen(child);
  const pid = Number(await Promise.race([lines.first, ended.then(() => 0)]));
  let found = pipe;
  const letGo = async (): Promise<void> => {
    child.ref();
    lines.said.ref();
    await held.close();
    const wait = setTimeout(() => child.emit('abandoned'), LAST_HOLDER);
    const last = await Promise.race([ended, lines.stopping, new Promise<'others'>((resolve) => child.once('abandoned', () => resolve('others')))]);
    clearTimeout(wait);
    if (last !== 'others') await ended;
    lines.said.destroy();
    child.unref();
    if (last !== 'others') rmSync(found, { force: true });
  };
  const publish = (): void => {
    renameSync(pipe, pipeOf(folder));
    found = pipeOf(folder);
    // A running server alone does not keep this process alive.
    child.unref();
    lines.said.unref();
  };
  return { pid, ended, publish, letGo };
}

async function makePipe(folder: string, owner: Owner): Promise<{ pipe: string; reading: FileHandle; held: FileHandle }> {
  const pipe = `${folder}.hold-${process.pid}`;
  rmSync(pipe, { force: true });
  execFileSync('mkfifo', ['-m', '600', pipe]);
  if (owner) chownSync(pipe, owner.uid, owner.gid);
  // Opening one end waits for the other.
  const [reading, held] = await Promise.all([open(pipe, constants.O_RDONLY), open(pipe, constants.O_WRONLY)]);
  return { pipe, reading, held };
}

function openLog(folder: string, owner: Owner): number {
  const path = logOf(folder);
  if (existsSync(path) && statSync(path).size > LOG_BYTES) renameSync(path, `${path}.old`);
  const log = openSync(path, 'a', 0o600);
  if (owner) fchownSync(log, owner.uid, owner.gid);
  return log;
}

function listen(child: ChildProcess): { first: Promise<string>; stopping: Promise<'stopping'>; said: Socket } {
  const said = child.stdio[4] as Socket;
  const first = Promise.withResolvers<string>();
  const stopping = Promise.withResolvers<'stopping'>();
  let text = '';
  said.on('data', (part: Buffer) => {
    text += part.toString('utf8');
    const lines = text.split('\n');
    if (lines.length > 1) first.resolve(lines[0] ?? '');
    if (text.includes('stopping')) stopping.resolve('stopping');
  });
  said.on('error', () => {});
  return { first: first.promise, stopping: stopping.promise, said };
}

/**
 * Holds a running server of the folder that another process started.
 * @returns how to let go, or null when nobody supervises it (any more)
 */
export async function holdRunning(folder: string): Promise<(() => Promise<void>) | null> {
  try {
    const held = await open(pipeOf(folder), constants.O_WRONLY | constants.O_NONBLOCK);
    return () => held.close();
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === 'ENXIO' || code === 'ENOENT') return null;
    throw error;
  }
}

/** The last line of the server's log, for a refusal. */
export function lastWords(folder: string): string {
  const lines = existsSync(logOf(folder)) ? readFileSync(logOf(folder), 'utf8').trim().split('\n') : [];
  return (lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? '').replace(/^.*?(FATAL|PANIC): +/, '').slice(0, 300);
}
