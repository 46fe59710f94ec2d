import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { freshDatabase } from '#test/database';
import { type LedgerStory, ledgerStory, NOBODY } from '#test/ledger';
import { Refused } from '#shared/errors';
import { ledger, type Posting } from './index.ts';

const database = await freshDatabase();
const FREE = ['500', '102', '211', '301', '402'];
const RUNS = { numRuns: 25 };

const move = fc.record({ from: fc.nat(FREE.length - 1), step: fc.integer({ min: 1, max: FREE.length - 1 }), amount: fc.bigInt({ min: 1n, max: 10n ** 12n }) });
const day = fc.constantFrom('2026-09-01', '2026-09-30', '2026-10-15', '2026-11-01', '2026-11-21');
const plan = fc.array(fc.record({ on: day, moves: fc.array(move, { minLength: 1, maxLength: 6 }) }), { minLength: 1, maxLength: 20 });

const postings = (s: LedgerStory, journals: readonly { on: string; moves: readonly { from: number; step: number; amount: bigint }[] }[]): Posting[] =>
  journals.map(({ on, moves }, i) => s.journal(`p${i}`, 0, 0, 1n, {
    on, moves: moves.map((m) => ({ from: s.no(FREE[m.from] ?? ''), to: s.no(FREE[(m.from + m.step) % FREE.length] ?? ''), amount: m.amount })),
  }));

const inBook = async (s: LedgerStory): Promise<[string, bigint][]> => {
  const chart = await s.within((tx) => ledger.chart(tx, s.bookId));
  const found = new Map((await s.within((tx) => ledger.balances(tx, s.bookId))).map((b) => [b.no, b.balance]));
  return chart.map((a): [string, bigint] => [a.code, found.get(a.no) ?? 0n]);
};

const debitSum = async (s: LedgerStory): Promise<bigint> => {
  const chart = new Map((await s.within((tx) => ledger.chart(tx, s.bookId))).map((a) => [a.code, a.side]));
  return (await inBook(s)).reduce((sum, [code, balance]) => sum + (chart.get(code) === 'debit' ? balance : -balance), 0n);
};

test('whatever is posted, a book sums to zero; in any order and in any batches it ends with the same balances', async () => {
  await fc.assert(fc.asyncProperty(plan, fc.infiniteStream(fc.nat(100)), async (journals, dice) => {
    const [one, other] = [await ledgerStory(database, 0), await ledgerStory(database, 0)];
    await one.within((tx) => ledger.post(tx, NOBODY, postings(one, journals)));
    const shuffled = postings(other, journals).map((p) => ({ p, at: dice.next().value })).sort((a, b) => a.at - b.at).map(({ p }) => p);
    for (const p of shuffled) await other.within((tx) => ledger.post(tx, NOBODY, [p]));
    assert.equal(await debitSum(one), 0n);
    assert.deepEqual(await inBook(one), await inBook(other));
    assert.deepEqual((await one.within((tx) => ledger.verifyBook(tx, one.bookId))).faults, []);
  }), RUNS);
});

test('any part of a batch sent again changes nothing; reversing everything brings everything back to zero', async () => {
  await fc.assert(fc.asyncProperty(plan, fc.nat(20), fc.nat(20), async (journals, from, count) => {
    const s = await ledgerStory(database, 0);
    const batch = postings(s, journals);
    const posted = await s.within((tx) => ledger.post(tx, NOBODY, batch));
    const before = await inBook(s);
    const again = await s.within((tx) => ledger.post(tx, NOBODY, batch.slice(from, from + count)));
    assert.deepEqual(again, posted.slice(from, from + count).map((p) => ({ ...p, again: true })));
    assert.deepEqual(await inBook(s), before);
    for (const { id, key } of posted) await s.within((tx) => ledger.reverse(tx, NOBODY, { journalId: id, key: `${key}/back` }));
    assert.ok((await inBook(s)).every(([, balance]) => balance === 0n));
    assert.deepEqual((await s.within((tx) => ledger.verifyBook(tx, s.bookId))).faults, []);
  }), RUNS);
});

test('a guarded wallet follows a plain model: what would go below zero is refused, everything else is done', async () => {
  const step = fc.record({ give: fc.boolean(), amount: fc.bigInt({ min: 1n, max: 20n }), wallet: fc.nat(2) });
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
    const s = await ledgerStory(database, 3);
    const model = [0n, 0n, 0n];
    for (const [i, { give, amount, wallet }] of steps.entries()) {
      const no = s.wallets[wallet] ?? 0;
      const journal = give ? s.journal(`s${i}`, no, s.no('500'), amount) : s.journal(`s${i}`, s.no('402'), no, amount);
      const done = await s.within((tx) => ledger.post(tx, NOBODY, [journal])).then(() => true, (e: unknown) => { if (e instanceof Refused && e.word.code === 'ledger.short') return false; throw e; });
      assert.equal(done, give || (model[wallet] ?? 0n) >= amount);
      if (done) model[wallet] = (model[wallet] ?? 0n) + (give ? amount : -amount);
    }
    const kept = await s.within((tx) => ledger.available(tx, s.bookId, s.wallets));
    assert.deepEqual(s.wallets.map((no) => kept.get(no)), model);
  }), RUNS);
});
