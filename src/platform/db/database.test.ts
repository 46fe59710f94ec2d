import assert from 'node:assert/strict';
import test from 'node:test';
import { NO_FEDERATION, planByValues, rows, sql } from '#platform/db';
import { newId } from '#shared/ids';
import type { Tx } from '#shared/call';
import { freshDatabase } from '#test/database';

const database = await freshDatabase({ poolSize: 4 });
const federationId = newId();
const now = new Date('2026-11-21T08:00:00Z');
await database.pool.query('CREATE TABLE tally (id int PRIMARY KEY, n bigint NOT NULL)');
await database.pool.query('INSERT INTO tally VALUES (1, 0), (2, 0)');
const add = (tx: Tx, id: number) => sql`UPDATE tally SET n = n + 1 WHERE id = ${id}`.execute(rows(tx));
const read = async (id: number): Promise<bigint> =>
  database.read(null, now, async (tx) => (await sql<{ n: bigint }>`SELECT n FROM tally WHERE id = ${id}`.execute(rows(tx))).rows[0]?.n ?? -1n);

test('a failed transaction leaves nothing and calls nothing back', async () => {
  let called = false;
  const failing = database.transaction(federationId, now, async (tx) => {
    tx.afterCommit(() => {
      called = true;
    });
    await add(tx, 1);
    throw new Error('changed my mind');
  });
  await assert.rejects(failing, /changed my mind/);
  assert.equal(called, false);
  assert.equal(await read(1), 0n);
});

test('a swallowed statement error is not taken for a commit', async () => {
  const swallowing = database.transaction(federationId, now, async (tx) => {
    await add(tx, 1);
    await sql`SELECT 1 / 0`.execute(rows(tx)).catch(() => {});
  });
  await assert.rejects(swallowing, /nothing was written/);
  assert.equal(await read(1), 0n);
});

test('a statement that ends the transaction from inside is found out', async () => {
  await assert.rejects(database.transaction(federationId, now, (tx) => sql`ROLLBACK`.execute(rows(tx))), /from inside/);
});

test('a transaction that has ended cannot be used', async () => {
  let kept: Tx | undefined;
  await database.transaction(federationId, now, async (tx) => {
    kept = tx;
  });
  assert.throws(() => rows(kept as Tx), /has ended/);
});

test('a reading transaction cannot write', async () => {
  await assert.rejects(database.read(federationId, now, (tx) => add(tx, 1)), /read-only/);
});

test('a statement that runs too long is stopped, and the limit ends with the transaction', async () => {
  const slow = database.transaction(null, now, (tx) => sql`SELECT pg_sleep(20)`.execute(rows(tx)), { statementTimeout: 20 });
  await assert.rejects(slow, /statement timeout/);
  const limits = await database.transaction(null, now, (tx) => sql<{ statement_timeout: string }>`SHOW statement_timeout`.execute(rows(tx)));
  assert.equal(limits.rows[0]?.statement_timeout, '30s');
});

/** Two transactions that take the same two rows in opposite order; each waits until the other has its first. */
async function crossing(retry: boolean): Promise<PromiseSettledResult<unknown>[]> {
  const first = Promise.withResolvers<void>();
  const second = Promise.withResolvers<void>();
  const one = database.transaction(null, now, async (tx) => {
    await add(tx, 1);
    first.resolve();
    await second.promise;
    await add(tx, 2);
  }, { retry });
  const other = database.transaction(null, now, async (tx) => {
    await add(tx, 2);
    second.resolve();
    await first.promise;
    await add(tx, 1);
  }, { retry });
  return Promise.allSettled([one, other]);
}

test('a deadlock fails one of two when no retry was asked for, and none when it was', async () => {
  const before = await read(1);
  const without = await crossing(false);
  assert.deepEqual(without.map((r) => r.status).sort(), ['fulfilled', 'rejected']);
  assert.equal(await read(1), before + 1n);
  const withRetry = await crossing(true);
  assert.deepEqual(withRetry.map((r) => r.status), ['fulfilled', 'fulfilled']);
  assert.equal(await read(1), before + 3n);
  assert.equal(await read(2), before + 3n);
});

test('what follows a commit runs in order after it, and its failure does not undo it', async () => {
  const told: string[] = [];
  const before = await read(1);
  const value = await database.transaction(federationId, now, async (tx) => {
    tx.afterCommit(async () => void told.push(`saw ${await read(1)}`));
    tx.afterCommit(() => {
      throw new Error('the mail server is away');
    });
    tx.afterCommit(() => void told.push('last'));
    await add(tx, 1);
    return 'value';
  });
  assert.equal(value, 'value');
  assert.deepEqual(told, [`saw ${before + 1n}`, 'last']);
});

test('the transaction carries its tenant and its one clock reading', async () => {
  await database.transaction(federationId, now, async (tx) => {
    assert.equal(tx.federationId, federationId);
    assert.equal(tx.now, now);
  });
  await database.read(null, now, async (tx) => assert.equal(tx.federationId, NO_FEDERATION));
});

test('values arrive as documented, and days are days in China', async () => {
  const at = new Date('2026-11-20T16:30:00.123Z');
  const never = database.read(null, now, (tx) => sql`SELECT ${'2026-02-29'}::date`.execute(rows(tx)));
  await assert.rejects(never, /out of range/);
  const { rows: [row] } = await database.read(null, now, (tx) =>
    sql`SELECT 9007199254740993::bigint AS big, '{1,NULL}'::bigint[] AS bigs, 1.10::numeric AS exact, '{2026-02-28}'::date[] AS days,
      ${at}::timestamptz AS at, (${at}::timestamptz)::date AS day, ${Buffer.from('a')}::bytea AS bytes, '{"a":[1]}'::jsonb AS json`.execute(rows(tx)),
  );
  assert.deepEqual(row, {
    big: 9007199254740993n, bigs: [1n, null], exact: '1.10', days: ['2026-02-28'], at, day: '2026-11-21', bytes: Buffer.from('a'), json: { a: [1] },
  });
});

test('statements are prepared once per connection and by name, long ones are not', async () => {
  const one = await freshDatabase({ poolSize: 1 });
  for (let i = 0; i < 3; i++) await one.read(null, now, (tx) => sql`SELECT ${i}::int AS prepared_once`.execute(rows(tx)));
  await one.read(null, now, (tx) => sql`SELECT ${1}::int, ${sql.lit('x'.repeat(9_000))} AS too_long`.execute(rows(tx)));
  const { rows: names } = await one.pool.query<{ statement: string; uses: bigint }>(
    "SELECT statement, generic_plans + custom_plans AS uses FROM pg_prepared_statements WHERE statement LIKE '%prepared_once' OR statement LIKE '%too_long'",
  );
  assert.deepEqual(names, [{ statement: 'SELECT $1::int AS prepared_once', uses: 3n }]);
});

test('a transaction may have its statements planned for their values; the next one on the same connection plans as usual', async () => {
  const one = await freshDatabase({ poolSize: 1 });
  const ask = (planned: boolean) => one.read(null, now, async (tx) => {
    if (planned) await planByValues(tx);
    for (let i = 0; i < 8; i++) await sql`SELECT ${i}::int AS planned_so`.execute(rows(tx));
    const { rows: [plans] } = await sql<{ kept: bigint; own: bigint }>`SELECT generic_plans AS kept, custom_plans AS own FROM pg_prepared_statements WHERE statement LIKE '%planned_so'`.execute(rows(tx));
    return plans;
  });
  assert.deepEqual(await ask(true), { kept: 0n, own: 8n });
  assert.ok(((await ask(false))?.kept ?? 0n) > 0n);
});

test('a connection whose names are used up is replaced', async () => {
  const one = await freshDatabase({ poolSize: 1 });
  const pidOf = async (): Promise<number> => (await one.pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]?.pid ?? 0;
  const before = await pidOf();
  await one.read(null, now, async (tx) => {
    for (let i = 0; i < 2_005; i++) await sql`SELECT ${sql.lit(i)} + ${1}::int`.execute(rows(tx));
    const { rows: [count] } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM pg_prepared_statements`.execute(rows(tx));
    assert.equal(count?.n, 2_000);
  });
  assert.notEqual(await pidOf(), before);
});

test('statements sent side by side in one transaction all arrive', async () => {
  const answers = await database.transaction(null, now, (tx) =>
    Promise.all(Array.from({ length: 20 }, (_, i) => sql<{ i: number }>`SELECT ${i}::int AS i`.execute(rows(tx)))),
  );
  assert.deepEqual(answers.map((a) => a.rows[0]?.i), Array.from({ length: 20 }, (_, i) => i));
});

test('a connection that the server ends fails its transaction and not the process', async () => {
  const cut = database.transaction(null, now, async (tx) => {
    const { rows: [own] } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(rows(tx));
    await database.pool.query('SELECT pg_terminate_backend($1)', [own?.pid]);
    await add(tx, 1);
  });
  await assert.rejects(cut);
  assert.equal(typeof (await read(1)), 'bigint');
});
