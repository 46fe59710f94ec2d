import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { log } from '#platform/log';
import { Refused } from '#shared/errors';
import pg from 'pg';
import type { Connection } from './database.ts';
import { words } from './embedded.words.ts';
import { type Binaries, findBinaries, type Owner } from './embedded-binaries.ts';
import { checkFolder, giveTo, makeCluster, ownerOf, readPid, servesFolder, socketFolder } from './embedded-folder.ts';
import { holdRunning, lastWords, logOf, type Server, startServer } from './embedded-server.ts';

/** A running embedded PostgreSQL, ours or another process's on the same data folder. */
export type Embedded = {
  readonly config: Connection;
  /** lets go of the server; it ends when nobody else on this data folder uses it */
  stop(): Promise<void>;
  /** another process had started it */
  readonly adopted: boolean;
};

/** A starting server may have a long log to replay. */
const START = 120_000;
/** After a kill, the old server's processes may hold its memory for a moment. */
const STALE = 5_000;
const LOOK_AGAIN = 25;

const pause = (): Promise<void> => new Promise((wake) => setTimeout(wake, LOOK_AGAIN));

/**
 * Starts PostgreSQL on `dataDir/postgres`, or joins the one that already runs there. It ends when the last process
 * that uses it stops or dies, however it dies.
 * @param o.settings server settings beside the usual, e.g. `{ fsync: 'off' }` for tests
 * @throws Refused with a sentence when it cannot run here
 */
export async function startEmbedded(o: { dataDir: string; settings?: Readonly<Record<string, string>> }): Promise<Embedded> {
  if (process.platform === 'win32') throw new Refused(words.noBinaries, { slots: { platform: 'win32' } });
  const folder = resolve(o.dataDir, 'postgres');
  mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
  const owner = ownerOf(folder);
  const binaries = findBinaries(owner, dirname(folder));
  const settings = o.settings ?? {};
  if (!existsSync(join(folder, 'PG_VERSION'))) await makeCluster(binaries, owner, folder, settings['fsync'] !== 'off');
  giveTo(owner, folder);
  checkFolder(folder, binaries.release);
  const { host, drop } = socketFolder(folder);
  const config: Connection = { host, user: 'niangjia', database: 'niangjia' };
  const place: Place = { binaries, owner, folder, settings, host };
  try {
    const held = await keepRunning(place);
    await makeDatabase(host);
    const stop = async (): Promise<void> => {
      await held.letGo();
      drop();
    };
    let stopped: Promise<void> | undefined;
    return { config, adopted: held.adopted, stop: () => (stopped ??= stop()) };
  } catch (error) {
    drop();
    throw error;
  }
}

type Place = { binaries: Binaries; owner: Owner; folder: string; settings: Readonly<Record<string, string>>; host: string };
type Held = { letGo: () => Promise<void>; adopted: boolean; ended: Promise<unknown> };

/** Joins or starts, and starts again should the server end without having been asked to (killed for want of memory). */
async function keepRunning(place: Place): Promise<Omit<Held, 'ended'>> {
  let held = await joinOrStart(place);
  const { adopted } = held;
  let stopping = false;
  let restarting: Promise<void> | null = null;
  const startAgain = async (): Promise<void> => {
    log.error('the database ended unexpectedly and is started again');
    await held.letGo();
    held = await joinOrStart(place);
    if (stopping) await held.letGo();
    else watch();
  };
  const watch = (): void => {
    void held.ended.then(() => {
      if (!stopping) restarting = startAgain().catch((error: unknown) => log.fatal({ error }, 'the database does not start again'));
    });
  };
  watch();
  const letGo = async (): Promise<void> => {
    stopping = true;
    await held.letGo();
    await restarting;
  };
  return { adopted, letGo };
}

/** The end of a server that another process looks after. */
const NEVER = new Promise<never>(() => {});

async function joinOrStart(place: Place): Promise<Held> {
  const { folder, host } = place;
  const until = Date.now() + START;
  let staleUntil = 0;
  while (Date.now() < until) {
    const pid = readPid(folder);
    if (pid !== null && servesFolder(pid, folder)) {
      const letGo = await holdRunning(folder);
      if (letGo && (await answers(host))) return { letGo, adopted: true, ended: NEVER };
      // Starting, recovering or going down: one of these ends.
      await letGo?.();
      await pause();
      continue;
    }
    // A number that now belongs to somebody else would make PostgreSQL refuse; the folder is surely free.
    if (pid !== null) rmSync(join(folder, 'postmaster.pid'), { force: true });
    const server = await startServer(place.binaries, place.owner, folder, place.settings);
    if (await becameReady(server, place, until)) {
      server.publish();
      return { letGo: server.letGo, adopted: false, ended: server.ended };
    }
    await server.letGo();
    const taken = readPid(folder);
    if (taken !== null && servesFolder(taken, folder)) continue;
    staleUntil ||= Date.now() + STALE;
    if (Date.now() > staleUntil || !/lock file|shared memory block/.test(lastWords(folder))) break;
    await pause();
  }
  throw new Refused(words.notStarted, { slots: { why: lastWords(folder), log: logOf(folder) }, status: 500 });
}

/** Waits until the server answers and the folder is its own; false when it ended instead. */
async function becameReady(server: Server, place: Place, until: number): Promise<boolean> {
  let over = false;
  void server.ended.then(() => {
    over = true;
  });
  while (!over && Date.now() < until) {
    if (readPid(place.folder) === server.pid && (await answers(place.host))) return !over;
    await pause();
  }
  return false;
}

const clientOf = (host: string, wait: number): pg.Client => {
  const client = new pg.Client({ host, user: 'niangjia', database: 'postgres', connectionTimeoutMillis: wait });
  client.on('error', () => {});
  return client;
};

async function answers(host: string): Promise<boolean> {
  const client = clientOf(host, 5_000);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function makeDatabase(host: string): Promise<void> {
  const client = clientOf(host, 60_000);
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = 'niangjia'");
    if (rowCount === 0) await client.query('CREATE DATABASE niangjia');
  } catch (error) {
    // Two first starts at once: the other made it.
    const code = (error as { code?: string }).code;
    if (code !== '42P04' && code !== '23505') throw error;
  } finally {
    await client.end();
  }
}
