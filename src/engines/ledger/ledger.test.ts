import assert from 'node:assert/strict';
import test from 'node:test';
import { freshDatabase } from '#test/database';
import { CHART, type LedgerStory, ledgerStory, NOBODY, SYSTEM } from '#test/ledger';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { ledger, type Posting } from './index.ts';

const database = await freshDatabase();
const s = await ledgerStory(database);
const [ann = 0, bob = 0] = s.wallets;
const refused = (key: string) => (error: unknown): boolean => error instanceof Refused && error.word.code === `ledger.${key}`;
const post = (...batch: Posting[]) => s.within((tx) => ledger.post(tx, NOBODY, batch));
const balanceOf = async (story: LedgerStory, no: number, o = {}): Promise<bigint> => (await story.within((tx) => ledger.balances(tx, story.bookId, { accounts: [no], ...o })))[0]?.balance ?? -1n;

const refusals: readonly [why: string, key: string, posting: Partial<Posting>][] = [
  ['an account that is not there', 'accountMissing', { moves: [{ from: 9_999, to: ann, amount: 1n }] }],
  ['a heading', 'accountHeading', { moves: [{ from: s.no('200'), to: ann, amount: 1n }] }],
  ['a wallet below zero', 'short', { moves: [{ from: s.no('500'), to: ann, amount: 1n }] }],
  ['a budget below zero', 'short', { moves: [{ from: s.no('101'), to: s.no('500'), amount: 1n }] }],
  ['a day before the book', 'beforeBook', { on: '2026-08-31' }],
  ['a day that has not come', 'dayAhead', { on: '2026-11-22' }],
];
for (const [why, key, posting] of refusals) {
  test(`refused: ${why}`, async () => {
    const whole = s.journal(`r/${why}`, ann, s.no('500'), 1n, posting);
    await assert.rejects(post(whole), refused(key));
    await assert.rejects(s.within((tx) => ledger.post(tx, NOBODY, [s.journal(`r2/${why}`, s.no('402'), s.no('102'), 5n), whole])), refused(key), 'one wrong journal takes the batch with it');
    assert.equal(await balanceOf(s, s.no('102')), 0n);
  });
}

test('what is not the shape of a journal is our bug', async () => {
  for (const moves of [[], [{ from: ann, to: ann, amount: 1n }], [{ from: ann, to: bob, amount: 0n }], [{ from: ann, to: bob, amount: -1n }], [{ from: 1.5, to: bob, amount: 1n }]]) {
    await assert.rejects(async () => post(s.journal('shape', ann, bob, 1n, { moves })), /ledger: shape/);
  }
  const person = newId();
  await assert.rejects(s.within(async (tx) => ledger.post(tx, { madeBy: person, checkedBy: person }, [s.journal('self', ann, bob, 1n)])), /does not check/);
});

test('an account of another book cannot be reached: numbers belong to the book', async () => {
  const other = await ledgerStory(database, 1);
  const far = await s.within((tx) => ledger.openBook(tx, SYSTEM, { unionId: s.federationId, purpose: 'fund', commodity: 'CNY', begins: '2026-10', chart: CHART.slice(0, 2) }));
  await assert.rejects(post(s.journal('far', 1, s.no('402'), 1n, { bookId: far.id })), refused('accountMissing'));
  await assert.rejects(post(s.journal('foreign', 1, 2, 1n, { bookId: other.bookId })), refused('accountMissing'));
  await assert.rejects(s.within((tx) => ledger.openBook(tx, SYSTEM, { unionId: s.federationId, purpose: 'fund', commodity: 'points', begins: '2026-10', chart: [] })), refused('bookOther'));
});

test('the same key with the same contents answers the same and posts nothing; with others it is refused', async () => {
  const journal = s.journal('once', s.no('402'), s.no('102'), 100n);
  const [first] = await post(journal);
  const [again] = await post(journal);
  assert.deepEqual([again?.id, again?.again, first?.again], [first?.id, true, false]);
  const twice = await post(journal, journal, s.journal('fresh', s.no('402'), s.no('102'), 1n));
  assert.deepEqual(twice.map((p) => p.again), [true, true, false]);
  for (const other of [{ summary: '别的' }, { on: '2026-11-11' }, { document: { kind: 'suggestion', id: 'x' } }, { moves: [{ from: s.no('402'), to: s.no('102'), amount: 101n }] }, { moves: [{ from: s.no('402'), to: s.no('102'), amount: 100n, tags: { a: 'b' } }] }]) {
    await assert.rejects(post({ ...journal, ...other }), refused('keyTaken'));
    await assert.rejects(post(s.journal('bystander', s.no('402'), s.no('102'), 1n), { ...journal, ...other }), refused('keyTaken'));
  }
  assert.equal(await balanceOf(s, s.no('102')), 101n);
});

test('a spent wallet answers a retry as before, and has nothing left for another', async () => {
  const person = await ledgerStory(database, 1);
  const [wallet = 0] = person.wallets;
  const give = person.journal('give', wallet, person.no('500'), 10n);
  const take = person.journal('take', person.no('402'), wallet, 10n);
  const send = (...batch: Posting[]) => person.within((tx) => ledger.post(tx, NOBODY, batch));
  // Out of the wallet is a debit of what the union owes: wallet as `to`.
  await send(give);
  await send(take);
  assert.equal((await send(take))[0]?.again, true);
  assert.deepEqual((await send(give, take)).map((p) => p.again), [true, true]);
  await assert.rejects(send(take, person.journal('more', person.no('402'), wallet, 1n)), (e) => refused('short')(e) && (e as Refused).slots['available'] === '0');
  assert.equal(await balanceOf(person, wallet), 0n);
});

test('a reversal takes a journal back once, both refer to each other, and the turnover is as if neither had been', async () => {
  const c = await ledgerStory(database, 1);
  const { within } = c;
  const [posted] = await within((tx) => ledger.post(tx, NOBODY, [c.journal('levy', c.no('402'), c.no('102'), 60n, { moves: [{ from: c.no('402'), to: c.no('102'), amount: 60n }, { from: c.no('211'), to: c.no('102'), amount: 40n }] })]));
  const id = posted?.id ?? '';
  await assert.rejects(within((tx) => ledger.reverse(tx, NOBODY, { journalId: newId(), key: 'x' })), refused('journalMissing'));
  const red = await within((tx) => ledger.reverse(tx, NOBODY, { journalId: id, key: 'levy/back' }));
  assert.deepEqual(await within((tx) => ledger.reverse(tx, NOBODY, { journalId: id, key: 'levy/back', on: '2026-11-19' })), { ...red, again: true });
  await assert.rejects(within((tx) => ledger.reverse(tx, NOBODY, { journalId: id, key: 'levy/again' })), refused('reversed'));
  await assert.rejects(within((tx) => ledger.reverse(tx, NOBODY, { journalId: red.id, key: 'y' })), refused('reversalOfReversal'));
  const [original, reversal] = await within(async (tx) => [await ledger.loadJournal(tx, id), await ledger.loadJournal(tx, red.id)] as const);
  assert.deepEqual([original.reversedBy?.id, reversal.reverses, reversal.summary], [red.id, id, '冲销：合理化建议奖励']);
  assert.deepEqual(await within((tx) => ledger.journalsOf(tx, { kind: 'suggestion', id: 'levy' })), [id, red.id]);
  const trial = await within((tx) => ledger.trialBalance(tx, c.bookId, '2026-11'));
  assert.deepEqual(trial.map((t) => [t.code, t.debit, t.credit, t.closing]), [['102', 0n, 0n, 0n], ['211', 0n, 0n, 0n], ['402', 0n, 0n, 0n]]);
});

test('what has been spent cannot be reversed away', async () => {
  const c = await ledgerStory(database, 1);
  const [wallet = 0] = c.wallets;
  const [given] = await c.within((tx) => ledger.post(tx, NOBODY, [c.journal('give', wallet, c.no('500'), 10n), c.journal('spend', c.no('402'), wallet, 4n)]));
  await assert.rejects(c.within((tx) => ledger.reverse(tx, NOBODY, { journalId: given?.id ?? '', key: 'back' })), refused('short'));
});

test('a statement by pages carries its balance on; a trial balance sums to zero; sums go by kind and by tag', async () => {
  const c = await ledgerStory(database, 2);
  const [a = 0, b = 0] = c.wallets;
  const days = ['2026-09-05', '2026-10-05', '2026-10-05', '2026-11-01', '2026-11-20'];
  await c.within((tx) => ledger.post(tx, NOBODY, days.map((on, i) => c.journal(`j${i}`, a, c.no('500'), BigInt(i + 1), { on, moves: [{ from: a, to: c.no('500'), amount: BigInt(i + 1), tags: { project: i < 3 ? 'one' : 'two' } }, { from: b, to: c.no('500'), amount: 10n }] }))));
  const all = await c.within((tx) => ledger.statement(tx, c.bookId, a));
  assert.deepEqual(all.items.map((l) => [l.amount, l.balance]), [[1n, 1n], [2n, 3n], [3n, 6n], [4n, 10n], [5n, 15n]]);
  const paged = [];
  for (let after: string | undefined; ; ) {
    const page = await c.within((tx) => ledger.statement(tx, c.bookId, a, { limit: 2, ...(after ? { after } : {}) }));
    paged.push(...page.items);
    after = page.next;
    if (!after) break;
  }
  assert.deepEqual(paged, all.items);
  const october = await c.within((tx) => ledger.statement(tx, c.bookId, a, { from: '2026-10-01', to: '2026-10-31' }));
  assert.deepEqual([october.opening, october.items.map((l) => l.balance)], [1n, [3n, 6n]]);
  await assert.rejects(c.within((tx) => ledger.statement(tx, c.bookId, a, { after: 'nonsense' })), refused('pageLost'));
  for (const month of ['2026-09', '2026-10', '2026-11']) {
    const trial = await c.within((tx) => ledger.trialBalance(tx, c.bookId, month));
    const sum = (of: 'opening' | 'debit' | 'credit' | 'closing'): bigint => trial.reduce((n, t) => n + t[of], 0n);
    assert.deepEqual([sum('opening'), sum('closing'), sum('debit') - sum('credit')], [0n, 0n, 0n]);
    assert.ok(trial.every((t) => t.code !== ''), 'people stand under their heading');
  }
  const span = { from: '2026-09-01', to: '2026-11-30' };
  assert.deepEqual(await c.within((tx) => ledger.sums(tx, c.bookId, span)), [{ kind: 'expense', value: '', debit: 65n, credit: 0n }, { kind: 'liability', value: '', debit: 0n, credit: 65n }]);
  assert.deepEqual((await c.within((tx) => ledger.sums(tx, c.bookId, { ...span, tag: 'project' }))).filter((t) => t.kind === 'expense').map((t) => [t.value, t.debit]), [['', 50n], ['one', 6n], ['two', 9n]]);
  assert.equal(await balanceOf(c, a, { on: '2026-10-31' }), 6n);
});

test('balances as they were known at an instant leave later postings out', async () => {
  const c = await ledgerStory(database, 1);
  const entry = (key: string, on: string) => c.journal(key, c.no('402'), c.no('102'), 5n, { on });
  await c.within((tx) => ledger.post(tx, NOBODY, [entry('a', '2026-11-01')]), '2026-11-02T00:00:00Z');
  await c.within((tx) => ledger.post(tx, NOBODY, [entry('b', '2026-11-01')]), '2026-11-05T00:00:00Z');
  assert.equal(await balanceOf(c, c.no('102'), { on: '2026-11-01' }), 10n);
  assert.equal(await balanceOf(c, c.no('102'), { on: '2026-11-01', knownAt: new Date('2026-11-03T00:00:00Z') }), 5n);
});

test('charts: headings hold, codes are unique, opening again opens nothing, thousands of people at once', async () => {
  const c = await ledgerStory(database, 0);
  const open = (...chart: Parameters<typeof ledger.openAccounts>[3][number][]) => c.within((tx) => ledger.openAccounts(tx, SYSTEM, c.bookId, chart));
  await assert.rejects(open({ code: '500', name: '别的', kind: 'asset' }), refused('accountTaken'));
  await assert.rejects(open({ code: '5001', name: '明细', kind: 'expense', parent: '500' }), refused('parentNoHeading'));
  await assert.rejects(open({ code: '2001', name: '明细', kind: 'asset', parent: '200' }), refused('parentOther'));
  await assert.rejects(open({ code: '9', name: '明细', kind: 'asset', parent: '8' }), /before its heading/);
  assert.deepEqual(await open(...CHART), new Map(CHART.map((a) => [a.code, c.no(a.code)])));
  const people = Array.from({ length: 5_000 }, () => newId());
  const first = await c.within((tx) => ledger.openFor(tx, SYSTEM, c.bookId, { heading: '200', kind: 'person', subjectIds: people, floored: true }));
  const again = await c.within((tx) => ledger.openFor(tx, SYSTEM, c.bookId, { heading: '200', kind: 'person', subjectIds: [...people].reverse(), floored: true }));
  assert.equal(new Set(first.values()).size, 5_000);
  assert.deepEqual(new Map([...again].sort()), new Map([...first].sort()));
  const own = await c.within((tx) => ledger.accountsOf(tx, { kind: 'person', id: people[7] ?? '' }));
  assert.deepEqual(own.map((a) => [a.no, a.commodity, a.zh, a.balance]), [[first.get(people[7] ?? ''), 'points', '职工积分', 0n]]);
  await assert.rejects(c.within((tx) => ledger.openFor(tx, SYSTEM, c.bookId, { heading: '500', kind: 'person', subjectIds: people.slice(0, 1), floored: true })), refused('parentNoHeading'));
});

test('an account with something in it is not closed; a closed one takes nothing', async () => {
  const c = await ledgerStory(database, 1);
  await c.within((tx) => ledger.post(tx, NOBODY, [c.journal('a', c.no('402'), c.no('102'), 5n)]));
  await assert.rejects(c.within((tx) => ledger.closeAccount(tx, SYSTEM, c.bookId, c.no('102'))), refused('accountNotEmpty'));
  await c.within((tx) => ledger.closeAccount(tx, SYSTEM, c.bookId, c.no('301')));
  await assert.rejects(c.within((tx) => ledger.closeAccount(tx, SYSTEM, c.bookId, c.no('301'))), refused('accountClosed'));
  await assert.rejects(c.within((tx) => ledger.post(tx, NOBODY, [c.journal('b', c.no('301'), c.no('102'), 5n)])), refused('accountClosed'));
});
