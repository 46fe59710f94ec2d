import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { rows, sql } from '#platform/db';
import { jobs, runs } from '#platform/jobs';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { defineWords } from '#shared/words';
import { freshDatabase } from '#test/database';

const database = await freshDatabase();
const federationId = newId();
const now = new Date();
const HOUSE = fileURLToPath(new URL('../../..', import.meta.url));
const words = defineWords('test', { noFile: ['没有文件', 'There is no file'] });
await database.pool.query('INSERT INTO federation (federation_id, name, founded_at) VALUES ($1, $2, $3)', [federationId, 'F', now]);
await database.pool.query('CREATE TABLE effect (run uuid, n int)');

/** What the counting run does before each step; a test sets it. */
let before: (n: number) => void | Promise<void> = () => {};
runs.define<{ upTo: number }, number>('test.count', async (run) => {
  for (let n = run.cursor ?? 0; n < run.input.upTo; n++) {
    await before(n);
    await run.step(async (tx) => {
      await sql`INSERT INTO effect VALUES (${run.id}, ${n})`.execute(rows(tx));
      return { done: n + 1, total: run.input.upTo, cursor: n + 1 };
    });
  }
  return { counted: run.input.upTo };
});
runs.define('test.refuse', async () => {
  throw new Refused(words.noFile, { slots: { file: 'a' } });
});

const begin = (kind: string, input: unknown, key = newId()): Promise<string> =>
  database.transaction(federationId, now, (tx) => runs.begin(tx, kind, input, { key, by: null }));
const find = async (id: string) => {
  const run = await database.read(federationId, now, (tx) => runs.find(tx, id));
  assert.ok(run);
  return run;
};
const effects = async (id: string): Promise<number[]> =>
  (await database.pool.query<{ n: number }>('SELECT n FROM effect WHERE run = $1 ORDER BY n', [id])).rows.map((row) => row.n);
const cancel = (id: string) => database.transaction(federationId, now, (tx) => runs.cancel(tx, id));

test('an undeclared kind is refused, the same key too, with the id of the first', async () => {
  await assert.rejects(begin('test.nothing', {}), /no such kind/);
  const first = await begin('test.count', { upTo: 1 }, 'one');
  await assert.rejects(begin('test.count', { upTo: 1 }, 'one'), (error) => error instanceof Refused && (error.data as { runId: string }).runId === first);
  await jobs.drain(database);
});

test('a run of another federation is not there', async () => {
  const id = await begin('test.count', { upTo: 1 });
  assert.equal(await database.read(newId(), now, (tx) => runs.find(tx, id)), null);
  await assert.rejects(database.transaction(newId(), now, (tx) => runs.cancel(tx, id)), Refused);
  await jobs.drain(database);
});

test('a run goes step by step and leaves its report', async () => {
  before = () => {};
  const id = await begin('test.count', { upTo: 3 });
  assert.equal((await find(id)).state, 'waiting');
  await jobs.drain(database);
  const { state, done, total, report } = await find(id);
  assert.deepEqual({ state, done, total, report }, { state: 'done', done: 3, total: 3, report: { counted: 3 } });
  assert.deepEqual(await effects(id), [0, 1, 2]);
  await assert.rejects(cancel(id), Refused);
});

test('a refusal ends it as failed with its word', async () => {
  const id = await begin('test.refuse', {});
  await jobs.drain(database);
  const { state, refusal, report } = await find(id);
  assert.deepEqual({ state, refusal, report }, { state: 'failed', refusal: 'test.noFile', report: { slots: { file: 'a' } } });
});

test('cancelled while it waits, it never starts; cancelled while it runs, it stops before the next step is kept', async () => {
  const waiting = await begin('test.count', { upTo: 3 });
  await cancel(waiting);
  const running = await begin('test.count', { upTo: 5 });
  before = async (n) => (n === 2 ? cancel(running) : undefined);
  await jobs.drain(database);
  assert.equal((await find(waiting)).state, 'cancelled');
  assert.deepEqual(await effects(waiting), []);
  const { state, done } = await find(running);
  assert.deepEqual({ state, done }, { state: 'cancelled', done: 2 });
  assert.deepEqual(await effects(running), [0, 1]);
});

test('after an error it goes on behind the last finished step, and is given up after five tries', async () => {
  let failures = 1;
  before = (n) => {
    if (n === 2 && failures-- > 0) throw new Error('the disk is full');
  };
  const id = await begin('test.count', { upTo: 4 });
  await assert.rejects(jobs.drain(database), /disk is full/);
  assert.deepEqual([(await find(id)).state, (await find(id)).done], ['waiting', 2]);
  await again(id);
  assert.equal((await find(id)).state, 'done');
  assert.deepEqual(await effects(id), [0, 1, 2, 3]);
  failures = 100;
  const hopeless = await begin('test.count', { upTo: 4 });
  for (let tries = 1; tries < 5; tries++) {
    await jobs.drain(database).catch(() => {});
    await database.transaction(federationId, now, (tx) => jobs.enqueue(tx, 'runs.work', { runId: hopeless }));
  }
  await jobs.drain(database);
  assert.deepEqual([(await find(hopeless)).state, (await find(hopeless)).refusal], ['failed', 'jobs.broken']);
});

const again = async (id: string): Promise<void> => {
  await database.transaction(federationId, now, (tx) => jobs.enqueue(tx, 'runs.work', { runId: id }));
  await jobs.drain(database);
};

test('two workers at once: one works, the other leaves it', async () => {
  let second: Promise<string[]> | undefined;
  const id = await begin('test.count', { upTo: 2 });
  before = async (n) => {
    if (n !== 1) return;
    await database.transaction(federationId, now, (tx) => jobs.enqueue(tx, 'runs.work', { runId: id }));
    second = jobs.drain(database);
    assert.deepEqual(await second, ['runs.work']);
  };
  await jobs.drain(database);
  assert.deepEqual(await effects(id), [0, 1]);
});

test('a stop in the middle gives the run back, and the next start finishes it', { timeout: 60_000 }, async () => {
  const id = await begin('test.count', { upTo: 6 });
  const inside = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  before = async (n) => {
    if (n !== 3) return;
    inside.resolve();
    await goOn.promise;
  };
  await jobs.start(database);
  await inside.promise;
  const stopped = jobs.stop();
  goOn.resolve();
  await stopped;
  assert.deepEqual([(await find(id)).state, (await find(id)).done], ['waiting', 3]);
  before = () => {};
  await jobs.start(database);
  while ((await find(id)).state !== 'done') await new Promise((wake) => setTimeout(wake, 20));
  await jobs.stop();
  assert.deepEqual(await effects(id), [0, 1, 2, 3, 4, 5]);
});

const CHILD = `
  import { connect, rows, sql } from '#platform/db';
  import { jobs, runs } from '#platform/jobs';
  runs.define('test.count', async (run) => {
    for (let n = run.cursor ?? 0; n < run.input.upTo; n++) {
      await run.step(async (tx) => {
        await sql\`INSERT INTO effect VALUES (\${run.id}, \${n})\`.execute(rows(tx));
        return { done: n + 1, cursor: n + 1 };
      });
      console.log(n);
    }
  });
  await jobs.start(connect(JSON.parse(process.argv[1])));`;

test('killed with -9 in the middle, it is finished by the next process with every step done once', { timeout: 60_000 }, async () => {
  const upTo = 400;
  const id = await begin('test.count', { upTo });
  const child = spawn(process.execPath, ['--input-type=module', '-e', CHILD, JSON.stringify(database.config)], { cwd: HOUSE, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const part of child.stdout) if (String(part).includes('7\n')) break;
  child.kill('SIGKILL');
  assert.equal((await find(id)).state, 'running');
  before = () => {};
  await jobs.start(database);
  while ((await find(id)).state !== 'done') await new Promise((wake) => setTimeout(wake, 20));
  await jobs.stop();
  assert.deepEqual(await effects(id), Array.from({ length: upTo }, (_, n) => n));
});
