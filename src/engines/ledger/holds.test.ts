import assert from 'node:assert/strict';
import test from 'node:test';
import { freshDatabase } from '#test/database';
import { ledgerStory, NOBODY, SYSTEM } from '#test/ledger';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { ledger } from './index.ts';

const database = await freshDatabase();
const refused = (key: string) => (error: unknown): boolean => error instanceof Refused && error.word.code === `ledger.${key}`;
const DECEMBER = new Date('2026-12-01T00:00:00Z');

/** A book whose budget holds 100. */
async function funded() {
  const s = await ledgerStory(database, 1);
  const budget = s.no('101');
  await s.within((tx) => ledger.post(tx, NOBODY, [s.journal('fill', s.no('402'), budget, 100n)]));
  const hold = (key: string, amount: bigint, o = {}) => ({ bookId: s.bookId, key, from: budget, to: s.no('500'), amount, expiresAt: DECEMBER, summary: '奖品', document: { kind: 'prize', id: key }, ...o });
  const left = async (): Promise<bigint | undefined> => (await s.within((tx) => ledger.available(tx, s.bookId, [budget]))).get(budget);
  return { s, budget, hold, left };
}

test('refused: more than there is, an account without a floor, a key with other contents, what is not there', async () => {
  const { s, budget, hold, left } = await funded();
  const reserve = (...holds: ReturnType<typeof hold>[]) => s.within((tx) => ledger.reserve(tx, null, holds));
  await assert.rejects(reserve(hold('much', 101n)), refused('short'));
  await assert.rejects(reserve(hold('a', 60n), hold('b', 60n)), refused('short'));
  await assert.rejects(reserve(hold('free', 1n, { from: s.no('102') })), refused('noFloor'));
  await assert.rejects(reserve(hold('head', 1n, { to: s.no('200') })), refused('accountHeading'));
  await reserve(hold('k', 1n));
  await assert.rejects(reserve(hold('k', 2n)), refused('keyTaken'));
  await assert.rejects(reserve(hold('m', 2n), hold('m', 3n)), refused('keyTaken'));
  await assert.rejects(s.within((tx) => ledger.confirm(tx, NOBODY, [newId()])), refused('holdMissing'));
  await assert.rejects(s.within((tx) => ledger.cancel(tx, [newId()])), refused('holdMissing'));
  await assert.rejects(s.within((tx) => ledger.loadHold(tx, 'nothing')), refused('holdMissing'));
  await assert.rejects(s.within((tx) => ledger.post(tx, NOBODY, [s.journal('take', budget, s.no('500'), 100n)])), refused('short'), 'what is held cannot be spent');
  assert.equal(await left(), 99n);
});

test('reserved, asked again, confirmed once: one journal, nothing held', async () => {
  const { s, budget, hold, left } = await funded();
  const [first] = await s.within((tx) => ledger.reserve(tx, null, [hold('h', 30n)]));
  const [again] = await s.within((tx) => ledger.reserve(tx, null, [hold('h', 30n)]), '2026-11-22T08:00:00Z');
  assert.deepEqual([again?.id, again?.state, await left()], [first?.id, 'open', 70n]);
  const id = first?.id ?? '';
  const [done] = await s.within((tx) => ledger.confirm(tx, NOBODY, [id]));
  assert.deepEqual(await s.within((tx) => ledger.confirm(tx, NOBODY, [id])), [done]);
  await assert.rejects(s.within((tx) => ledger.cancel(tx, [id])), refused('holdEnded'));
  const journal = await s.within((tx) => ledger.loadJournal(tx, done?.journalId ?? ''));
  assert.deepEqual([journal.key, journal.moves], [`hold/${id}`, [{ from: budget, to: s.no('500'), amount: 30n }]]);
  const [balance] = await s.within((tx) => ledger.balances(tx, s.bookId, { accounts: [budget] }));
  assert.deepEqual(balance, { no: budget, balance: 70n, held: 0n });
});

test('a whole account can be held by several and confirmed in one go', async () => {
  const { s, hold, left } = await funded();
  const holds = await s.within((tx) => ledger.reserve(tx, null, [hold('x', 40n), hold('y', 60n)]));
  assert.equal(await left(), 0n);
  await s.within((tx) => ledger.confirm(tx, NOBODY, holds.map((h) => h.id)));
  assert.deepEqual([await left(), (await s.within((tx) => ledger.verifyBook(tx, s.bookId))).faults], [0n, []]);
});

test('given up and expired ones free what they held, and cannot be confirmed', async () => {
  const { s, hold, left } = await funded();
  const [a, b, c] = await s.within((tx) => ledger.reserve(tx, null, [hold('a', 10n), hold('b', 20n, { expiresAt: new Date('2026-11-21T09:00:00Z') }), hold('c', 30n)]));
  await s.within((tx) => ledger.cancel(tx, [a?.id ?? '']));
  await s.within((tx) => ledger.cancel(tx, [a?.id ?? '']));
  assert.equal(await left(), 50n);
  assert.equal(await ledger.sweepHolds(database, new Date('2026-11-21T08:59:59Z')), 0);
  assert.equal(await ledger.sweepHolds(database, new Date('2026-11-21T09:00:00Z')), 1);
  assert.equal(await left(), 70n);
  for (const ended of [a, b]) await assert.rejects(s.within((tx) => ledger.confirm(tx, NOBODY, [c?.id ?? '', ended?.id ?? ''])), refused('holdEnded'));
  assert.deepEqual([(await s.within((tx) => ledger.loadHold(tx, 'b'))).state, await left()], ['expired', 70n]);
  assert.deepEqual((await s.within((tx) => ledger.verifyBook(tx, s.bookId))).faults, []);
});

test('an account with something held in it is not closed', async () => {
  const { s, hold, budget } = await funded();
  await s.within((tx) => ledger.reserve(tx, null, [hold('h', 1n)]));
  await assert.rejects(s.within((tx) => ledger.closeAccount(tx, SYSTEM, s.bookId, budget)), refused('accountNotEmpty'));
});
