import assert from 'node:assert/strict';
import test from 'node:test';
import { freshDatabase } from '#test/database';
import { ledgerStory, NOBODY, SYSTEM } from '#test/ledger';
import { Refused } from '#shared/errors';
import { ledger } from './index.ts';

const database = await freshDatabase();
const refused = (key: string) => (error: unknown): boolean => error instanceof Refused && error.word.code === `ledger.${key}`;

/** A book with three journals in each month from September to November. */
async function filled() {
  const s = await ledgerStory(database, 1);
  const days = ['2026-09-01', '2026-09-15', '2026-09-30', '2026-10-01', '2026-10-15', '2026-10-31', '2026-11-01', '2026-11-15', '2026-11-20'];
  await s.within((tx) => ledger.post(tx, NOBODY, days.map((on, i) => s.journal(`j${i}`, s.no('402'), s.no('102'), BigInt(10 ** i), { on }))));
  const close = (month: string, at?: string) => s.within((tx) => ledger.closeMonth(tx, SYSTEM, s.bookId, month), at);
  const bank = async (on?: string): Promise<bigint | undefined> => (await s.within((tx) => ledger.balances(tx, s.bookId, { accounts: [s.no('102')], ...(on ? { on } : {}) })))[0]?.balance;
  return { s, days, close, bank };
}

test('months are closed in order, after their end, once', async () => {
  const { close } = await filled();
  await assert.rejects(close('2026-10'), refused('monthOrder'));
  await assert.rejects(close('2026-08'), refused('monthOrder'));
  assert.equal(await close('2026-09'), 3n);
  await assert.rejects(close('2026-09'), refused('monthOrder'));
  await assert.rejects(close('2026-10', '2026-10-30T08:00:00Z'), refused('monthNotOver'));
  assert.equal(await close('2026-10', '2026-10-31T08:00:00Z'), 3n);
  await assert.rejects(close('2026-11'), refused('monthNotOver'));
});

test('a closed month takes no posting, but answers what was posted to it before; reversals go to an open month', async () => {
  const { s, days, close } = await filled();
  await close('2026-09');
  await assert.rejects(s.within((tx) => ledger.post(tx, NOBODY, [s.journal('late', s.no('402'), s.no('102'), 1n, { on: '2026-09-30' })])), refused('monthClosed'));
  const [again] = await s.within((tx) => ledger.post(tx, NOBODY, [s.journal('j0', s.no('402'), s.no('102'), 1n, { on: days[0] ?? '' })]));
  assert.equal(again?.again, true);
  await assert.rejects(s.within((tx) => ledger.reverse(tx, NOBODY, { journalId: again?.id ?? '', key: 'back', on: '2026-09-30' })), refused('monthClosed'));
  const red = await s.within((tx) => ledger.reverse(tx, NOBODY, { journalId: again?.id ?? '', key: 'back' }));
  assert.equal((await s.within((tx) => ledger.loadJournal(tx, red.id))).on, '2026-11-21');
  assert.deepEqual([await s.within((tx) => ledger.isOpen(tx, s.bookId, '2026-09-30')), await s.within((tx) => ledger.isOpen(tx, s.bookId, '2026-10-01'))], [false, true]);
});

test('balances, statements and trial balances are the same before closing, after closing and after reopening', async () => {
  const { s, days, close, bank } = await filled();
  const look = async () => ({
    at: await Promise.all(days.map((day) => bank(day))), now: await bank(),
    trials: await Promise.all(['2026-09', '2026-10', '2026-11'].map((m) => s.within((tx) => ledger.trialBalance(tx, s.bookId, m)))),
    lines: (await s.within((tx) => ledger.statement(tx, s.bookId, s.no('102'), { from: '2026-10-15', limit: 2 }))),
  });
  const before = await look();
  assert.deepEqual(before.at, [1n, 11n, 111n, 1_111n, 11_111n, 111_111n, 1_111_111n, 11_111_111n, 111_111_111n]);
  await close('2026-09');
  assert.deepEqual(await look(), before);
  await close('2026-10');
  assert.deepEqual(await look(), before);
  await assert.rejects(s.within((tx) => ledger.reopenMonth(tx, SYSTEM, s.bookId, '2026-09')), refused('monthNotLast'));
  await s.within((tx) => ledger.reopenMonth(tx, SYSTEM, s.bookId, '2026-10'));
  assert.deepEqual(await look(), before);
  await s.within((tx) => ledger.post(tx, NOBODY, [s.journal('found', s.no('402'), s.no('102'), 5n, { on: '2026-10-20' })]));
  assert.equal(await close('2026-10'), 4n);
  assert.equal(await bank('2026-10-31'), 111_116n);
  assert.deepEqual((await s.within((tx) => ledger.verifyBook(tx, s.bookId))).faults, []);
});

test('sealed for ever: in order, only closed months, with all journals in blocks; never reopened', async () => {
  const { s, close } = await filled();
  const seal = (month: string) => s.within((tx) => ledger.sealPeriod(tx, SYSTEM, s.bookId, month));
  await assert.rejects(seal('2026-09'), refused('monthNotClosed'));
  await close('2026-09');
  await close('2026-10');
  await assert.rejects(seal('2026-10'), refused('monthSealOrder'));
  const head = await seal('2026-09');
  assert.match(head.hash, /^[0-9a-f]{64}$/);
  assert.deepEqual(await seal('2026-09'), await s.within((tx) => ledger.head(tx, s.bookId)));
  await seal('2026-10');
  await assert.rejects(s.within((tx) => ledger.reopenMonth(tx, SYSTEM, s.bookId, '2026-10')), refused('monthNotLast'));
  const periods = await s.within((tx) => ledger.periods(tx, s.bookId));
  assert.deepEqual(periods.map((p) => [p.month, p.state, p.journals]), [['2026-10', 'sealed', 3n], ['2026-09', 'sealed', 3n]]);
  const found = await s.within((tx) => ledger.verifyBook(tx, s.bookId));
  assert.deepEqual([found.unsealed, found.faults], [0, []]);
});
