import assert from 'node:assert/strict';
import test from 'node:test';
import { Refused } from '#shared/errors';
import { freshDatabase } from '#test/database';
import { type PaymentStory, paymentStory, PURPOSE } from '#test/payments';
import { payments } from './index.ts';

const CONNECTIONS = 20;
const database = await freshDatabase({ poolSize: CONNECTIONS });
const all = <T>(count: number, run: (i: number) => Promise<T>): Promise<PromiseSettledResult<T>[]> => Promise.allSettled(Array.from({ length: count }, (_, i) => run(i)));
const done = <T>(results: readonly PromiseSettledResult<T>[]): T[] => results.flatMap((r) => (r.status === 'fulfilled' ? [r.value] : []));
const codes = (results: readonly PromiseSettledResult<unknown>[]): string[] =>
  [...new Set(results.flatMap((r) => (r.status === 'rejected' ? [r.reason instanceof Refused ? r.reason.word.code : String(r.reason)] : [])))].sort();
const draft = (s: PaymentStory, lines: readonly ReturnType<PaymentStory['line']>[], purpose = PURPOSE.name) =>
  s.within((tx) => payments.draft(tx, s.accountant, { unionId: s.unionId, purpose, period: '2026-11', title: '十一月建议奖', lines }));

test('the same keys drafted by many at once, in every order: each key is on exactly one list', async () => {
  const s = await paymentStory(database, 60);
  const lines = s.people.map((_, n) => s.line(n, 100n));
  const results = await all(CONNECTIONS, (i) => draft(s, i % 2 ? [...lines].reverse() : lines.slice(i, i + 40)));
  assert.deepEqual(codes(results), []);
  const added = done(results).reduce((n, r) => n + r.added, 0);
  assert.equal(added, 60);
  const { rows } = await database.pool.query<{ lists: number; lines: number; keys: number }>('SELECT count(DISTINCT list_id)::int AS lists, count(*)::int AS lines, count(DISTINCT key)::int AS keys FROM payment_line WHERE federation_id = $1', [s.federationId]);
  assert.deepEqual([rows[0]?.lines, rows[0]?.keys], [60, 60]);
  const { rows: empty } = await database.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM payment_list l WHERE federation_id = $1 AND NOT EXISTS (SELECT 1 FROM payment_line x WHERE x.federation_id = l.federation_id AND x.list_id = l.id)', [s.federationId]);
  assert.equal(empty[0]?.n, 0, 'nobody made a list of nothing');
});

test('one key wanted for two purposes at once: one gets it, the other is refused, nobody waits in a circle', async () => {
  const s = await paymentStory(database, 30);
  payments.usePurpose(OTHER);
  const lines = s.people.map((_, n) => s.line(n, 100n));
  const results = await all(CONNECTIONS, (i) => draft(s, i % 2 ? [...lines].reverse() : lines, i % 2 ? OTHER.name : PURPOSE.name));
  assert.deepEqual(codes(results), ['payments.keyTaken']);
  assert.equal(done(results).filter((r) => r.added === 30).length, 1);
});
const OTHER = { ...PURPOSE, name: 'story.other' };

test('added to two lists at once and withdrawn meanwhile: a living key is never on two, nobody falls below zero', async () => {
  const s = await paymentStory(database, 8);
  const ids = [await s.drafted([]), await s.drafted([])];
  const lines = s.people.flatMap((_, n) => [s.line(n, 100n), s.line(n, -60n, 'back')]);
  const results = await all(60, (i) => s.within(async (tx) => {
    const listId = ids[i % 2] ?? '';
    if (i % 5 < 3) return void (await payments.addLines(tx, s.accountant, { listId, lines: lines.slice(i % 8, (i % 8) + 8) }));
    const { items } = await payments.people(tx, s.accountant, listId, { limit: 100, offset: 0 });
    const some = items.flatMap((p) => p.of).find((l) => l.state === 'pending');
    if (some) await payments.removeLine(tx, s.accountant, { lineId: some.id, why: '试' });
  }));
  assert.deepEqual(codes(results).filter((c) => !['payments.belowZero', 'payments.stillLive'].includes(c)), []);
  const { rows } = await database.pool.query<{ n: number; least: bigint }>(
    `SELECT (SELECT count(*)::int FROM (SELECT key FROM payment_line WHERE federation_id = $1 AND state IN ('pending','paid') GROUP BY key HAVING count(*) > 1) AS twice) AS n,
      (SELECT min(sum) FROM (SELECT sum(amount_fen) FROM payment_line WHERE federation_id = $1 AND state = 'pending' GROUP BY list_id, person_id) AS s)::bigint AS least`, [s.federationId]);
  assert.equal(rows[0]?.n, 0);
  assert.ok((rows[0]?.least ?? 0n) >= 0n);
});

test('submitted, approved, filed, settled and cancelled by twenty at once: each step once, the ledger once', async () => {
  const s = await paymentStory(database, 4);
  const id = await s.drafted([s.line(0, 100n), s.line(1, 200n), s.line(1, -30n, 'back')]);
  const once = async (run: (i: number) => Promise<unknown>): Promise<void> => {
    const results = await all(CONNECTIONS, run);
    assert.equal(done(results).length, 1);
    assert.deepEqual(codes(results), ['cases.wrongState']);
  };
  await once(() => s.within((tx) => payments.submit(tx, s.accountant, { id })));
  await once(() => s.within((tx) => payments.approve(tx, s.chair, { id })));
  assert.deepEqual(await s.balances(), [270n, 270n, 0n]);
  await once(() => s.within((tx) => payments.file(tx, s.cashier, { id })));
  // Half of them settle, half of them cancel: one of all wins, and the ledger fits to which it was.
  const ends = await all(CONNECTIONS, (i) => s.within((tx) => (i % 2 ? payments.settle(tx, s.cashier, { id, failed: [] }) : payments.cancel(tx, s.chair, { id, text: '不发了' }))));
  assert.equal(done(ends).length, 1);
  assert.deepEqual(codes(ends), ['cases.wrongState']);
  const { list } = await s.within((tx) => payments.load(tx, s.chair, id));
  assert.deepEqual(await s.balances(), list.state === 'settled' ? [270n, 0n, -270n] : [0n, 0n, 0n]);
});

test('lines added while the list is submitted and approved: what is approved is what is owed', async () => {
  const s = await paymentStory(database, 20);
  const id = await s.drafted([s.line(0, 100n)]);
  const adding = all(19, (i) => s.within((tx) => payments.addLines(tx, s.accountant, { listId: id, lines: [s.line(i + 1, 100n)] })));
  const taking = (async () => {
    await s.within((tx) => payments.submit(tx, s.accountant, { id }));
    await s.within((tx) => payments.approve(tx, s.chair, { id }));
  })();
  const results = await adding;
  await taking;
  assert.deepEqual(codes(results).filter((c) => c !== 'payments.notEditable'), []);
  const { list } = await s.within((tx) => payments.load(tx, s.chair, id));
  assert.equal(list.lines, 1 + done(results).length);
  assert.deepEqual(await s.balances(), [list.totalFen, list.totalFen, 0n]);
});
