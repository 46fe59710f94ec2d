import assert from 'node:assert/strict';
import test from 'node:test';
import { freshDatabase } from '#test/database';
import { ledgerStory, NOBODY, SYSTEM } from '#test/ledger';
import { Refused } from '#shared/errors';
import { ledger } from './index.ts';

const CONNECTIONS = 40;
const database = await freshDatabase({ poolSize: CONNECTIONS });
const codes = (results: readonly PromiseSettledResult<unknown>[]): string[] =>
  results.flatMap((r) => (r.status === 'rejected' ? [r.reason instanceof Refused ? r.reason.word.code : String(r.reason)] : []));
const all = <T>(count: number, run: (i: number) => Promise<T>): Promise<PromiseSettledResult<T>[]> => Promise.allSettled(Array.from({ length: count }, (_, i) => run(i)));

test('40 connections drain one guarded account: what was there is spent to the last unit and no more', async () => {
  const s = await ledgerStory(database, 40);
  const budget = s.no('101');
  await s.within((tx) => ledger.post(tx, NOBODY, [s.journal('fill', s.no('402'), budget, 1_000n)]));
  const results = await all(400, (i) => s.within((tx) => ledger.post(tx, NOBODY, [s.journal(`take/${i}`, budget, s.no('500'), 7n)])));
  assert.equal(results.filter((r) => r.status === 'fulfilled').length, 142);
  assert.deepEqual(new Set(codes(results)), new Set(['ledger.short']));
  assert.equal((await s.within((tx) => ledger.available(tx, s.bookId, [budget]))).get(budget), 6n);
  assert.deepEqual((await s.within((tx) => ledger.verifyBook(tx, s.bookId))).faults, []);
});

test('batches that touch the same wallets in every order never wait in a circle', async () => {
  const s = await ledgerStory(database, 60);
  const results = await all(120, (i) => s.within((tx) => ledger.post(tx, NOBODY, s.wallets.map((_, k) => {
    const at = i % 2 === 0 ? k : s.wallets.length - 1 - k;
    return s.journal(`b${i}/${k}`, s.wallets[(at + i) % 60] ?? 0, i % 3 === 0 ? s.no('102') : s.no('500'), 1n);
  }))));
  assert.deepEqual(codes(results), []);
  const balances = await s.within((tx) => ledger.available(tx, s.bookId, s.wallets));
  assert.deepEqual(new Set(balances.values()), new Set([120n]));
});

test('one key sent by 40 at once is posted once, singly and in batches of mixed order', async () => {
  const s = await ledgerStory(database, 2);
  const one = s.journal('same', s.wallets[0] ?? 0, s.no('500'), 5n);
  const single = await all(CONNECTIONS, () => s.within((tx) => ledger.post(tx, NOBODY, [one])));
  assert.deepEqual(codes(single), []);
  const answers = single.flatMap((r) => (r.status === 'fulfilled' ? r.value : []));
  assert.deepEqual([new Set(answers.map((a) => a.id)).size, answers.filter((a) => !a.again).length], [1, 1]);
  // Accounts without a floor hold nobody up before the keys themselves meet.
  const batch = Array.from({ length: 50 }, (_, i) => s.journal(`mixed/${i}`, s.no('402'), s.no('102'), BigInt(i + 1)));
  const mixed = await all(CONNECTIONS, (i) => s.within((tx) => ledger.post(tx, NOBODY, i % 2 ? batch : [...batch].reverse())));
  assert.deepEqual(codes(mixed), []);
  const [bank] = await s.within((tx) => ledger.balances(tx, s.bookId, { accounts: [s.no('102')] }));
  assert.equal(bank?.balance, 1_275n);
});

test('reversed by 40 at once under 40 keys: once', async () => {
  const s = await ledgerStory(database, 1);
  const [posted] = await s.within((tx) => ledger.post(tx, NOBODY, [s.journal('j', s.no('402'), s.no('102'), 5n)]));
  const results = await all(CONNECTIONS, (i) => s.within((tx) => ledger.reverse(tx, NOBODY, { journalId: posted?.id ?? '', key: `back/${i}` })));
  assert.equal(results.filter((r) => r.status === 'fulfilled').length, 1);
  assert.deepEqual(new Set(codes(results)), new Set(['ledger.reversed']));
  assert.equal((await s.within((tx) => ledger.balances(tx, s.bookId, { accounts: [s.no('102')] })))[0]?.balance, 0n);
});

test('a month closed while 40 post to it: each posting is in the totals or refused', async () => {
  const s = await ledgerStory(database, 1);
  const month = (i: number) => s.journal(`sep/${i}`, s.no('402'), s.no('102'), 1n, { on: '2026-09-30' });
  const posting = all(400, (i) => s.within((tx) => ledger.post(tx, NOBODY, [month(i)])));
  await new Promise((go) => setTimeout(go, 60));
  const closed = await s.within((tx) => ledger.closeMonth(tx, SYSTEM, s.bookId, '2026-09'));
  const results = await posting;
  const posted = results.filter((r) => r.status === 'fulfilled').length;
  assert.deepEqual([...new Set(codes(results))].filter((c) => c !== 'ledger.monthClosed'), []);
  assert.equal(closed, BigInt(posted));
  assert.deepEqual((await s.within((tx) => ledger.verifyBook(tx, s.bookId))).faults, []);
});

test('a posting that is under way when a month is closed is waited for; one that comes after is refused', async () => {
  const s = await ledgerStory(database, 1);
  const wrote = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const late = s.within(async (tx) => {
    await ledger.post(tx, NOBODY, [s.journal('late', s.no('402'), s.no('102'), 1n, { on: '2026-09-30' })]);
    wrote.resolve();
    await held.promise;
  });
  await wrote.promise;
  const closing = s.within((tx) => ledger.closeMonth(tx, SYSTEM, s.bookId, '2026-09'));
  const after = s.within((tx) => ledger.post(tx, NOBODY, [s.journal('after', s.no('402'), s.no('102'), 1n, { on: '2026-09-30' })]));
  assert.equal(await Promise.race([closing.then(() => 'closed'), new Promise((go) => setTimeout(() => go('waits'), 200))]), 'waits');
  held.resolve();
  await late;
  const [count, later] = [await closing, await after.then(() => 1n, () => 0n)];
  // The other posting either came before the closing got its turn, and is counted, or was refused.
  assert.equal(count, 1n + later);
  assert.deepEqual((await s.within((tx) => ledger.verifyBook(tx, s.bookId))).faults, []);
});

test('reservations of 40 at once hold no more than there is, and are confirmed once', async () => {
  const s = await ledgerStory(database, 1);
  const budget = s.no('101');
  await s.within((tx) => ledger.post(tx, NOBODY, [s.journal('fill', s.no('402'), budget, 100n)]));
  const expiresAt = new Date('2026-12-01T00:00:00Z');
  const reserve = (i: number) => s.within((tx) => ledger.reserve(tx, null, [{ bookId: s.bookId, key: `h${i}`, from: budget, to: s.no('500'), amount: 9n, expiresAt, summary: '奖品', document: { kind: 'prize', id: String(i) } }]));
  const results = await all(80, reserve);
  const holds = results.flatMap((r) => (r.status === 'fulfilled' ? r.value : []));
  assert.deepEqual([holds.length, new Set(codes(results))], [11, new Set(['ledger.short'])]);
  const ids = holds.map((h) => h.id);
  const ends = await all(44, (i) => s.within(async (tx) => (i % 4 === 3 ? ledger.cancel(tx, [ids[i % 11] ?? '']) : ledger.confirm(tx, NOBODY, i % 2 ? ids.slice(0, 5) : [ids[i % 11] ?? '']))));
  assert.deepEqual([...new Set(codes(ends))].filter((c) => c !== 'ledger.holdEnded'), []);
  const found = await s.within((tx) => ledger.verifyBook(tx, s.bookId));
  assert.deepEqual([found.faults, found.faultCount], [[], 0]);
  const states = await Promise.all(holds.map((h) => s.within((tx) => ledger.loadHold(tx, h.key))));
  const confirmed = states.filter((h) => h.state === 'confirmed').length;
  assert.equal((await s.within((tx) => ledger.available(tx, s.bookId, [budget]))).get(budget), 100n - 9n * BigInt(confirmed + states.filter((h) => h.state === 'open').length));
});

test('a journal that commits late is sealed late, never skipped; two sealers at once make one chain', async () => {
  const s = await ledgerStory(database, 1);
  const entry = (key: string) => s.journal(key, s.no('402'), s.no('102'), 1n);
  const wrote = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const late = s.within(async (tx) => {
    await ledger.post(tx, NOBODY, [entry('late')]);
    wrote.resolve();
    await held.promise;
  });
  await wrote.promise;
  await s.within((tx) => ledger.post(tx, NOBODY, [entry('later')]));
  const both = await Promise.all([s.within((tx) => ledger.sealBlock(tx, s.bookId)), s.within((tx) => ledger.sealBlock(tx, s.bookId))]);
  // Seven accounts of the chart, one wallet, one journal.
  assert.equal(both[0] + both[1], 9);
  held.resolve();
  await late;
  assert.equal(await s.within((tx) => ledger.sealBlock(tx, s.bookId)), 1);
  const found = await s.within((tx) => ledger.verifyBook(tx, s.bookId));
  assert.deepEqual([found.blocks, found.journals, found.accounts, found.unsealed, found.faultCount], [2, 2, 8, 0, 0]);
});
