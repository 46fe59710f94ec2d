import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test, { before } from 'node:test';
import { freshDatabase } from '#test/database';
import { type LedgerStory, ledgerStory, NOBODY, SYSTEM } from '#test/ledger';
import { newId } from '#shared/ids';
import { rootFrom } from '#shared/merkle';
import { ledger, type LedgerFault } from './index.ts';

const database = await freshDatabase();
before(() => database.pool.query('GRANT UPDATE, DELETE ON ledger_journal, ledger_move, ledger_block TO CURRENT_USER'));

/** A book with ten sealed journals, one closed month, one reservation, and one journal that waits. */
async function story(): Promise<LedgerStory & { ids: string[] }> {
  const s = await ledgerStory(database, 2);
  const posted = await s.within((tx) => ledger.post(tx, NOBODY, Array.from({ length: 10 }, (_, i) =>
    s.journal(`j${i}`, s.wallets[0] ?? 0, s.no('500'), 100n, { on: i < 5 ? '2026-09-10' : '2026-11-10', moves: [{ from: s.wallets[0] ?? 0, to: s.no('500'), amount: 100n, tags: { b: '2', a: '1' } }, { from: s.no('402'), to: s.no('101'), amount: 7n }] }))));
  await s.within((tx) => ledger.closeMonth(tx, SYSTEM, s.bookId, '2026-09'));
  await s.within((tx) => ledger.reserve(tx, null, [{ bookId: s.bookId, key: 'h', from: s.no('101'), to: s.no('500'), amount: 5n, expiresAt: new Date('2026-12-01'), summary: '奖品', document: { kind: 'prize', id: '1' } }]));
  while ((await s.within((tx) => ledger.sealBlock(tx, s.bookId))) > 0);
  const [waiting] = await s.within((tx) => ledger.post(tx, NOBODY, [s.journal('waiting', s.no('402'), s.no('102'), 1n)]));
  return { ...s, ids: [...posted.map((p) => p.id), waiting?.id ?? ''] };
}

const faultsOf = async (s: LedgerStory): Promise<readonly LedgerFault[]> => (await s.within((tx) => ledger.verifyBook(tx, s.bookId))).faults;
const harm = (s: LedgerStory, sql: string, ...more: unknown[]) => database.pool.query(sql, [s.federationId, ...more]);

test('an untouched book has no fault', async () => {
  const s = await story();
  const found = await s.within((tx) => ledger.verifyBook(tx, s.bookId));
  assert.deepEqual([found.faults, found.journals, found.moves, found.unsealed, found.accounts], [[], 11, 21, 1, 9]);
});

const columns: readonly (readonly [column: string, value: string])[] = [
  ['summary', `summary || '。'`], ['document_id', `'x'`], ['document_kind', `'x'`], ['key', `key || 'x'`], ['made_by', `'${newId()}'`], ['checked_by', `'${newId()}'`],
  ['posted_at', `posted_at + interval '1 microsecond'`], ['reverses', `'${newId()}'`], ['body_hash', `sha256('x')`],
];
for (const [column, value] of columns) {
  test(`a journal whose ${column} was changed is named`, async () => {
    const s = await story();
    await harm(s, `UPDATE ledger_journal SET ${column} = ${value} WHERE federation_id = $1 AND id = $2`, s.ids[7]);
    assert.deepEqual(await faultsOf(s), [{ what: 'changed', id: s.ids[7] }]);
  });
}

const moves: readonly (readonly [what: string, sql: string])[] = [
  ['an amount', 'UPDATE ledger_move SET amount = amount + 1 WHERE federation_id = $1 AND journal_id = $2 AND n = 1'],
  ['an account', 'UPDATE ledger_move SET from_no = from_no + 1 WHERE federation_id = $1 AND journal_id = $2 AND n = 1'],
  ['a tag', `UPDATE ledger_move SET tags = '{"a":"1","b":"3"}' WHERE federation_id = $1 AND journal_id = $2 AND n = 1`],
  ['a move that is gone', 'DELETE FROM ledger_move WHERE federation_id = $1 AND journal_id = $2 AND n = 2'],
  ['a move that was added', `INSERT INTO ledger_move SELECT federation_id, book_id, on_day, journal_id, 3, from_no, to_no, amount, red, tags FROM ledger_move WHERE federation_id = $1 AND journal_id = $2 AND n = 2`],
];
for (const [what, sql] of moves) {
  test(`${what}: the journal is named, and the balance that no longer fits`, async () => {
    const s = await story();
    for (const at of [7, 10]) {
      await harm(s, sql, s.ids[at]);
      const found = await faultsOf(s);
      if (at === 7) assert.deepEqual(found[0], { what: 'changed', id: s.ids[7] }, what);
    }
  });
}

test('a red mark that was set by hand is named', async () => {
  const s = await story();
  await harm(s, 'UPDATE ledger_move SET red = true WHERE federation_id = $1 AND journal_id = $2', s.ids[7]);
  assert.deepEqual(await faultsOf(s), [{ what: 'unbalanced', id: s.ids[7] }]);
});

test('a journal that is gone is named, sealed or waiting; one that was slipped in; moves of no journal', async () => {
  const s = await story();
  for (const at of [8, 10]) {
    await harm(s, 'DELETE FROM ledger_move WHERE federation_id = $1 AND journal_id = $2', s.ids[at]);
    await harm(s, 'DELETE FROM ledger_journal WHERE federation_id = $1 AND id = $2', s.ids[at]);
  }
  const gone = await faultsOf(s);
  assert.deepEqual(gone.filter((f) => f.what === 'missing').map((f) => f.id), [s.ids[8], s.ids[10]]);
  const t = await story();
  const slipped = newId();
  await harm(t, `INSERT INTO ledger_journal SELECT federation_id, $2, book_id, on_day, 'slipped', body_hash, summary, document_kind, document_id, made_by, checked_by, reverses, posted_at FROM ledger_journal WHERE federation_id = $1 AND id = $3`, slipped, t.ids[7]);
  assert.deepEqual(await faultsOf(t), [{ what: 'inserted', id: slipped }]);
  const u = await story();
  const loose = newId();
  await harm(u, `INSERT INTO ledger_move SELECT federation_id, book_id, on_day, $2, n, from_no, to_no, amount, red, tags FROM ledger_move WHERE federation_id = $1 AND journal_id = $3 AND n = 2`, loose, u.ids[7]);
  assert.deepEqual((await faultsOf(u))[0], { what: 'loose', id: loose });
});

test('whose an account is, what it is, a balance, what is held: each is named', async () => {
  const cases: readonly (readonly [sql: string, what: LedgerFault['what'], account: 'wallet' | 'budget'])[] = [
    [`UPDATE ledger_account SET subject_id = '${newId()}' WHERE federation_id = $1 AND book_id = $2 AND no = $3`, 'account', 'wallet'],
    [`UPDATE ledger_account SET zh = 'x' WHERE federation_id = $1 AND book_id = $2 AND no = $3`, 'account', 'wallet'],
    [`UPDATE ledger_balance SET amount = amount + 1 WHERE federation_id = $1 AND book_id = $2 AND no = $3`, 'balance', 'wallet'],
    [`DELETE FROM ledger_balance WHERE federation_id = $1 AND book_id = $2 AND no = $3`, 'balance', 'wallet'],
    [`UPDATE ledger_balance SET held = held - 1 WHERE federation_id = $1 AND book_id = $2 AND no = $3`, 'held', 'budget'],
  ];
  for (const [sql, what, whose] of cases) {
    const s = await story();
    const no = whose === 'wallet' ? s.wallets[0] : s.no('101');
    await harm(s, sql, s.bookId, no);
    assert.deepEqual(await faultsOf(s), [{ what, id: String(no) }], sql);
  }
  const s = await story();
  await harm(s, `INSERT INTO ledger_account SELECT federation_id, book_id, 999, 'new', zh, en, kind, side, floored, heading, parent_no, NULL, NULL, NULL, opened_at FROM ledger_account WHERE federation_id = $1 AND book_id = $2 AND no = $3`, s.bookId, s.no('102'));
  assert.deepEqual(await faultsOf(s), [{ what: 'account', id: '999' }]);
});

test('a closed month that was changed, a carried balance, a month opened by hand: each is named', async () => {
  for (const [sql, what] of [
    [`UPDATE ledger_period SET moved = moved + 1 WHERE federation_id = $1`, 'period'],
    [`UPDATE ledger_carried SET balance = balance + 1 WHERE federation_id = $1 AND no = 1`, 'carried'],
    [`UPDATE ledger_book SET closed_through = NULL WHERE federation_id = $1`, 'period'],
  ] as const) {
    const s = await story();
    await harm(s, sql);
    assert.deepEqual(await faultsOf(s), [{ what, id: '2026-09' }], sql);
  }
});

test('a block that was changed or taken out breaks the chain; a chain rewritten as a whole lacks the printed head', async () => {
  const changes = [`UPDATE ledger_block SET sealed_at = sealed_at + interval '1 hour'`, `UPDATE ledger_block SET root = sha256('x')`, `UPDATE ledger_block SET leaves = overlay(leaves placing '\\x00'::bytea from 1)`, `DELETE FROM ledger_block`];
  for (const change of changes) {
    const s = await story();
    await s.within((tx) => ledger.sealBlock(tx, s.bookId));
    await harm(s, `${change} WHERE federation_id = $1 AND block = 1`);
    assert.ok((await faultsOf(s)).some((f) => f.what === 'block'), change);
  }
  const s = await story();
  const printed = await s.within((tx) => ledger.head(tx, s.bookId));
  await harm(s, `INSERT INTO ledger_unsealed SELECT federation_id, book_id, $2, journal_ids, account_nos FROM ledger_block WHERE federation_id = $1`, newId());
  await harm(s, `DELETE FROM ledger_block WHERE federation_id = $1`);
  await s.within((tx) => ledger.sealBlock(tx, s.bookId), '2026-11-22T00:00:00Z');
  assert.deepEqual(await faultsOf(s), []);
  const found = await s.within((tx) => ledger.verifyBook(tx, s.bookId, new Map([[printed.block, printed.hash]])));
  assert.deepEqual(found.faults, [{ what: 'head', id: printed.block }]);
});

test('a key that was posted twice is named, where somebody took the constraint away', async () => {
  const own = await freshDatabase();
  const s = await ledgerStory(own, 1);
  await s.within((tx) => ledger.post(tx, NOBODY, [s.journal('a', s.no('402'), s.no('102'), 1n), s.journal('b', s.no('402'), s.no('102'), 1n)]));
  await own.pool.query('ALTER TABLE ledger_journal DROP CONSTRAINT ledger_journal_key');
  await own.pool.query('GRANT UPDATE ON ledger_journal TO CURRENT_USER');
  await own.pool.query(`UPDATE ledger_journal SET key = 'a' WHERE federation_id = $1 AND key = 'b'`, [s.federationId]);
  const [found] = await ledger.verifyAll(own, s.federationId, new Date('2026-11-21T08:00:00Z'));
  assert.ok(found?.faults.some((f) => f.what === 'key' && f.id === 'a'));
});

test('a journal can be proved to whoever keeps the head: its path leads to the root of its block', async () => {
  const s = await story();
  const proof = await s.within((tx) => ledger.proofOf(tx, s.ids[3] ?? ''));
  const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
  const leaf = sha256(Buffer.concat([Buffer.of(0), Buffer.from(proof?.leaf ?? '')]));
  const root = rootFrom(sha256, leaf, (proof?.path ?? []).map((p) => ({ side: p.side, hash: Buffer.from(p.hash, 'hex') })));
  assert.equal(Buffer.from(root).toString('hex'), proof?.root);
  assert.equal(await s.within((tx) => ledger.proofOf(tx, s.ids[10] ?? '')), undefined);
});
