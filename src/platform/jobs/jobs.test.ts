import assert from 'node:assert/strict';
import test from 'node:test';
import { rows, sql } from '#platform/db';
import { jobs } from '#platform/jobs';
import { newId } from '#shared/ids';
import { freshDatabase } from '#test/database';
import { listFailed } from './jobs.sql.ts';

const database = await freshDatabase();
const federationId = newId();
const now = new Date();
const told: { data: unknown; federationId: string | null }[] = [];
let breaks = false;
jobs.define<{ n: number }>('test.tell', {
  tries: 1,
  run: async ({ data, federationId: of }) => {
    if (breaks) throw new Error('secret 13800000001');
    told.push({ data, federationId: of });
  },
});
jobs.define('test.swift', { atOnceStart: true, run: async () => {} });
jobs.define('test.tick', { every: '0 8 * * *', atOnceStart: true, run: async () => void told.push({ data: 'tick', federationId: null }) });
const enqueue = (n: number, o: { key?: string; after?: Date } = {}) => database.transaction(federationId, now, (tx) => jobs.enqueue(tx, 'test.tell', { n }, o));
const taken = () => told.splice(0).map((one) => one.data);

test('an undeclared job and one that carries contents are refused', async () => {
  await assert.rejects(database.transaction(federationId, now, (tx) => jobs.enqueue(tx, 'test.nothing', {})), /no such job/);
  await assert.rejects(database.transaction(federationId, now, (tx) => jobs.enqueue(tx, 'test.tell', { text: '长'.repeat(9_000) })), /ids, not contents/);
  assert.throws(() => jobs.define('test.tell', { run: async () => {} }), /two jobs/);
});

test('a job of a failed transaction does not exist', async () => {
  const failing = database.transaction(federationId, now, async (tx) => {
    await jobs.enqueue(tx, 'test.tell', { n: 0 });
    throw new Error('no');
  });
  await assert.rejects(failing, /no/);
  assert.deepEqual(await jobs.drain(database), []);
});

test('jobs run with their data and their tenant, one per key while it waits', async () => {
  await enqueue(1, { key: 'a' });
  await enqueue(2, { key: 'a' });
  await enqueue(3);
  await enqueue(3);
  assert.deepEqual(await jobs.drain(database), ['test.tell', 'test.tell', 'test.tell']);
  assert.equal(told[0]?.federationId, federationId);
  assert.deepEqual(taken(), [{ n: 1 }, { n: 3 }, { n: 3 }]);
  await enqueue(4, { key: 'a' });
  await jobs.drain(database);
  assert.deepEqual(taken(), [{ n: 4 }]);
});

test('a second job of a key that joins the waiting one keeps it from running before the commit', async () => {
  await enqueue(5, { key: 'held' });
  await database.transaction(federationId, now, async (tx) => {
    await jobs.enqueue(tx, 'test.tell', { n: 6 }, { key: 'held' });
    assert.deepEqual(await jobs.drain(database), []);
  });
  assert.deepEqual(await jobs.drain(database), ['test.tell']);
  assert.deepEqual(taken(), [{ n: 5 }]);
});

test('a job for later waits until then', async () => {
  await enqueue(7, { after: new Date(Date.now() + 3_600_000) });
  assert.deepEqual(await jobs.drain(database), []);
  assert.deepEqual(await jobs.drain(database, { early: true }), ['test.tell']);
  assert.deepEqual(taken(), [{ n: 7 }]);
});

test('what waits is worked off without a rest between one job and the next', { timeout: 20_000 }, async () => {
  let rest = 30;
  let unwatch = (): void => undefined;
  const all = new Promise<void>((over) => { unwatch = jobs.watch(() => { if (--rest === 0) over(); }); });
  for (let n = 0; n < 15; n++) await enqueue(100 + n);
  await database.transaction(federationId, now, async (tx) => { for (let n = 0; n < 15; n++) await jobs.enqueue(tx, 'test.swift', { n }); });
  await jobs.start(database);
  try {
    await all;
  } finally {
    unwatch();
    await jobs.stop();
  }
  taken();
});

test('the workers run what is enqueued, note what fails without its message, and stop', { timeout: 60_000 }, async () => {
  const ends: string[] = [];
  const unwatch = jobs.watch(({ name, failed }) => ends.push(`${name} ${failed}`));
  await jobs.start(database);
  await assert.rejects(jobs.start(database), /already/);
  try {
    await database.transaction(federationId, now, (tx) => jobs.enqueue(tx, 'test.tick', null));
    breaks = true;
    await enqueue(8);
    while (ends.length < 2) await new Promise((wake) => setTimeout(wake, 20));
    assert.deepEqual(ends.sort(), ['test.tell true', 'test.tick false']);
    const schedules = await database.read(null, now, (tx) => sql<{ name: string; timezone: string }>`SELECT name, timezone FROM pgboss.schedule WHERE name LIKE ${'test.%'}`.execute(rows(tx)));
    assert.deepEqual(schedules.rows, [{ name: 'test.tick', timezone: 'Asia/Shanghai' }]);
    let failed: Awaited<ReturnType<typeof listFailed>> = [];
    while (failed.length === 0) failed = await database.read(null, now, listFailed);
    assert.equal(failed[0]?.name, 'test.tell');
    assert.doesNotMatch(JSON.stringify(failed), /1380000/);
  } finally {
    unwatch();
    await jobs.stop();
  }
});
