import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, startEmbedded } from '#platform/db';
import { Refused } from '#shared/errors';
import { readPid } from './embedded-folder.ts';

const IN_HURRY = { fsync: 'off' };
const root = process.getuid?.() === 0;
const nobody = { uid: 65_534, gid: 65_534 };
const folders: string[] = [];
const children: ChildProcess[] = [];
after(() => {
  for (const child of children) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'niangjia-embedded-'));
  folders.push(folder);
  return folder;
}

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Waits for something that must come true by itself; the test's own limit ends it otherwise. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(20);
}

const MODULE = fileURLToPath(new URL('./index.ts', import.meta.url));
const CHILD = `
  import { connect, startEmbedded } from ${JSON.stringify(MODULE)};
  const server = await startEmbedded({ dataDir: process.argv[1], settings: { fsync: 'off' } });
  const database = connect(server.config);
  await database.pool.query('SELECT pg_advisory_xact_lock(1); CREATE TABLE IF NOT EXISTS mark (n int)');
  console.log(JSON.stringify({ adopted: server.adopted }));
  process.stdin.on('data', async (line) => {
    if (String(line).startsWith('insert')) {
      await database.pool.query('INSERT INTO mark VALUES (1)');
      console.log('inserted');
      return;
    }
    await database.close();
    await server.stop();
    process.exit(0);
  });`;

/** Another process that uses the folder's server until it is told to stop. */
async function inOtherProcess(dataDir: string, as: { uid?: number; gid?: number } = {}): Promise<{ child: ChildProcess; adopted: boolean }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', CHILD, dataDir], { stdio: ['pipe', 'pipe', 'inherit'], cwd: '/', ...as });
  children.push(child);
  const first = await line(child);
  return { child, adopted: (JSON.parse(first) as { adopted: boolean }).adopted };
}

async function line(child: ChildProcess): Promise<string> {
  const [part] = (await Promise.race([once(child.stdout as NonNullable<ChildProcess['stdout']>, 'data'), once(child, 'exit').then(() => ['"ended"'])])) as [Buffer];
  return String(part);
}

async function stopChild(child: ChildProcess): Promise<void> {
  child.stdin?.write('stop\n');
  await once(child, 'exit');
}

const pidOf = (dataDir: string): number => readPid(join(dataDir, 'postgres')) ?? 0;

test('starts, keeps what was written, stops, starts again; no TCP, UTF-8, pinyin order, checksums', { timeout: 120_000 }, async () => {
  const dataDir = newFolder();
  const first = await startEmbedded({ dataDir, settings: IN_HURRY });
  assert.equal(first.adopted, false);
  const database = connect(first.config);
  const show = async (name: string): Promise<unknown> => Object.values((await database.pool.query(`SHOW ${name}`)).rows[0] as object)[0];
  assert.deepEqual(await Promise.all(['listen_addresses', 'server_encoding', 'data_checksums'].map(show)), ['', 'UTF8', 'on']);
  const { rows } = await database.pool.query("SELECT n FROM unnest('{张三,李四,阿宝,王五}'::text[]) AS n ORDER BY n");
  assert.deepEqual(rows.map((row: { n: string }) => row.n), ['阿宝', '李四', '王五', '张三']);
  await database.pool.query("CREATE TABLE note AS SELECT '工会' AS text");
  await database.close();
  const pid = pidOf(dataDir);
  await first.stop();
  await first.stop();
  assert.equal(alive(pid), false);
  const second = await startEmbedded({ dataDir, settings: IN_HURRY });
  const again = connect(second.config);
  assert.equal((await again.pool.query('SELECT text FROM note')).rows[0]?.text, '工会');
  await again.close();
  await second.stop();
});

test('a folder of another PostgreSQL is refused in a sentence', async () => {
  const dataDir = newFolder();
  const server = await startEmbedded({ dataDir, settings: IN_HURRY });
  await server.stop();
  writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '16\n');
  await assert.rejects(startEmbedded({ dataDir }), (error) => error instanceof Refused && error.word.code === 'database.otherVersion' && error.slots['found'] === '16');
});

test('a server that cannot start is refused with its own last words', { timeout: 120_000 }, async () => {
  const refused = startEmbedded({ dataDir: newFolder(), settings: { ...IN_HURRY, shared_buffers: 'much' } });
  await assert.rejects(refused, (error) => error instanceof Refused && error.word.code === 'database.notStarted' && /shared_buffers/.test(String(error.slots['why'])));
});

test('killed with -9, a process leaves no server behind, and the next start finds every committed row', { timeout: 120_000 }, async () => {
  const dataDir = newFolder();
  const { child } = await inOtherProcess(dataDir);
  child.stdin?.write('insert\n');
  assert.match(await line(child), /inserted/);
  const pid = pidOf(dataDir);
  child.kill('SIGKILL');
  await until(() => !alive(pid));
  const server = await startEmbedded({ dataDir, settings: IN_HURRY });
  const database = connect(server.config);
  assert.equal((await database.pool.query('SELECT FROM mark')).rowCount, 1);
  await database.close();
  await server.stop();
});

test('when the database itself is killed the next start recovers it', { timeout: 120_000 }, async () => {
  const dataDir = newFolder();
  const { child } = await inOtherProcess(dataDir);
  child.stdin?.write('insert\n');
  await line(child);
  process.kill(pidOf(dataDir), 'SIGKILL');
  child.kill('SIGKILL');
  const server = await startEmbedded({ dataDir, settings: IN_HURRY });
  const database = connect(server.config);
  assert.equal((await database.pool.query('SELECT FROM mark')).rowCount, 1);
  await database.close();
  await server.stop();
});

test('a database that is killed under a running process is started again by it', { timeout: 120_000 }, async () => {
  const dataDir = newFolder();
  const server = await startEmbedded({ dataDir, settings: IN_HURRY });
  const database = connect(server.config);
  await database.pool.query('CREATE TABLE kept AS SELECT 1 AS n');
  const pid = pidOf(dataDir);
  process.kill(pid, 'SIGKILL');
  const asked = (): Promise<boolean> => database.pool.query('SELECT FROM kept').then(({ rowCount }) => rowCount === 1, () => false);
  await until(async () => pidOf(dataDir) !== pid && (await asked()));
  const second = pidOf(dataDir);
  await database.close();
  await server.stop();
  assert.equal(alive(second), false);
});

test('of two first starts at once one starts and one joins; the server stays until the last has gone', { timeout: 120_000 }, async () => {
  const dataDir = newFolder();
  const two = await Promise.all([inOtherProcess(dataDir), inOtherProcess(dataDir)]);
  assert.deepEqual(two.map((one) => one.adopted).sort(), [false, true]);
  const pid = pidOf(dataDir);
  const starter = two.find((one) => !one.adopted)?.child as ChildProcess;
  const joined = two.find((one) => one.adopted)?.child as ChildProcess;
  await stopChild(starter);
  joined.stdin?.write('insert\n');
  assert.match(await line(joined), /inserted/);
  assert.equal(pidOf(dataDir), pid);
  joined.kill('SIGKILL');
  await until(() => !alive(pid));
});

test('a stale lock file is no obstacle, even when its number belongs to another process now', { timeout: 120_000 }, async () => {
  const dataDir = newFolder();
  const first = await startEmbedded({ dataDir, settings: IN_HURRY });
  await first.stop();
  const lock = join(dataDir, 'postgres', 'postmaster.pid');
  const stranger = spawn('sleep', ['60'], { ...(root ? nobody : {}) });
  children.push(stranger);
  for (const pid of [2 ** 22 - 7, stranger.pid]) {
    writeFileSync(lock, `${pid}\n/proc/self/cwd\n1700000000\n5432\n/proc/self/cwd\n\n  123456    654321\nready\n`, { mode: 0o600 });
    if (root) chownSync(lock, nobody.uid, nobody.gid);
    const next = await startEmbedded({ dataDir, settings: IN_HURRY });
    assert.equal(next.adopted, false);
    await next.stop();
    assert.equal(existsSync(lock), false);
  }
});

test('a path too long for a socket works', { timeout: 120_000 }, async () => {
  const dataDir = join(newFolder(), '很长的路径'.repeat(8), 'data');
  const server = await startEmbedded({ dataDir, settings: IN_HURRY });
  const database = connect(server.config);
  assert.equal((await database.pool.query('SELECT 1 AS one')).rows[0]?.one, 1);
  await database.close();
  await server.stop();
  assert.equal(existsSync(server.config.host ?? ''), false);
});

const reachable = root && spawnSync(process.execPath, ['-e', 'require("fs").readFileSync(process.argv[1])', MODULE], { cwd: '/', ...nobody }).status === 0;

test('runs as an ordinary user, whose folder root may then use too', { timeout: 120_000, skip: reachable ? false : 'needs root and a clone that others may read' }, async () => {
  const dataDir = newFolder();
  chownSync(dataDir, nobody.uid, nobody.gid);
  const { child, adopted } = await inOtherProcess(dataDir, nobody);
  assert.equal(adopted, false);
  const joined = await startEmbedded({ dataDir, settings: IN_HURRY });
  assert.equal(joined.adopted, true);
  await joined.stop();
  await stopChild(child);
  const server = await startEmbedded({ dataDir, settings: IN_HURRY });
  await server.stop();
  const again = await inOtherProcess(dataDir, nobody);
  await stopChild(again.child);
});

test('the server writes no statement and no value into its log', { timeout: 120_000 }, async () => {
  const dataDir = newFolder();
  const server = await startEmbedded({ dataDir, settings: IN_HURRY });
  const database = connect(server.config);
  await database.pool.query('CREATE TABLE phone (number text PRIMARY KEY)');
  await database.pool.query("INSERT INTO phone VALUES ('13800000001')");
  await assert.rejects(database.pool.query("INSERT INTO phone VALUES ('13800000001')"));
  await assert.rejects(database.pool.query("SELECT '13800000001x'::int"));
  await database.close();
  await server.stop();
  const log = readFileSync(join(dataDir, 'postgres.log'), 'utf8');
  assert.match(log, /ready to accept connections/);
  assert.doesNotMatch(log, /1380000/);
});
