import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { ledger } from '#engines/ledger';
import { Refused } from '#shared/errors';
import { freshDatabase } from '#test/database';
import { type PaymentStory, paymentStory, PURPOSE } from '#test/payments';
import { payments } from './index.ts';

const database = await freshDatabase();
const PEOPLE = 4;

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant('draft' as const), keys: fc.array(fc.nat(11), { minLength: 1, maxLength: 8 }) }) },
  { weight: 8, arbitrary: fc.record({ what: fc.constant('forward' as const), list: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constantFrom('submit' as const, 'approve' as const, 'file' as const), list: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('settle' as const), list: fc.nat(5), fails: fc.array(fc.nat(PEOPLE - 1), { maxLength: 2 }) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constantFrom('cancel' as const, 'sendBack' as const), list: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('remove' as const), line: fc.nat(20) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Twelve things that may be paid: eight rewards and four that take one back. */
const wanted = (s: PaymentStory, k: number) => (k < 8 ? s.line(k % PEOPLE, BigInt(100 + k), `s${k}`) : s.line(k % PEOPLE, BigInt(-50 - k), `s${k}`));

/** The next thing that is usually done with a list. */
async function forward(s: PaymentStory, id: string): Promise<void> {
  const { list } = await s.within((tx) => payments.load(tx, s.chair, id));
  if (list.state === 'drafted' || list.state === 'returned') await s.within((tx) => payments.submit(tx, s.accountant, { id }));
  else if (list.state === 'submitted') await s.within((tx) => payments.approve(tx, s.chair, { id }));
  else if (list.state === 'approved') await s.within((tx) => payments.file(tx, s.cashier, { id }));
  else if (list.state === 'filed') await s.within((tx) => payments.settle(tx, s.cashier, { id, failed: [] }));
}

async function take(s: PaymentStory, lists: string[], one: Step): Promise<void> {
  const id = 'list' in one ? (lists[one.list % Math.max(lists.length, 1)] ?? '') : '';
  if ('list' in one && id === '') return;
  if (one.what === 'draft') {
    const made = await s.within((tx) => payments.draft(tx, s.accountant, { unionId: s.unionId, purpose: PURPOSE.name, period: '2026', title: '建议奖', lines: one.keys.map((k) => wanted(s, k)) }));
    if (made.id) lists.push(made.id);
  } else if (one.what === 'forward') await forward(s, id);
  else if (one.what === 'settle') await s.within((tx) => payments.settle(tx, s.cashier, { id, failed: one.fails.map((n) => ({ personId: s.people[n] ?? '', why: '退票' })) }));
  else if (one.what === 'remove') {
    const { rows } = await database.pool.query<{ id: string }>('SELECT id FROM payment_line WHERE federation_id = $1 ORDER BY id', [s.federationId]);
    const line = rows[one.line % Math.max(rows.length, 1)]?.id;
    if (line) await s.within((tx) => payments.removeLine(tx, s.accountant, { lineId: line, why: '重算' }));
  } else if (one.what === 'submit') await s.within((tx) => payments.submit(tx, s.accountant, { id }));
  else if (one.what === 'file') await s.within((tx) => payments.file(tx, s.cashier, { id }));
  else await s.within((tx) => payments[one.what as 'approve' | 'cancel' | 'sendBack'](tx, s.chair, { id, text: '原因' }));
}

type Seen = { state: string; line: string; n: number; amount: bigint };

async function whatIs(s: PaymentStory): Promise<Seen[]> {
  const { rows } = await database.pool.query<Seen>(`SELECT c.state, x.state AS line, count(*)::int AS n, sum(x.amount_fen)::bigint AS amount FROM payment_line x
    JOIN case_file c ON c.federation_id = x.federation_id AND c.id = x.list_id WHERE x.federation_id = $1 GROUP BY 1, 2`, [s.federationId]);
  return rows;
}

test('whatever is done in whatever order: the ledger is the sum of the lines, keys are paid once, nobody is below zero', { timeout: 300_000 }, async () => {
  let settled = 0;
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
    const s = await paymentStory(database, PEOPLE);
    const lists: string[] = [];
    for (const one of steps) await take(s, lists, one).catch((e: unknown) => { if (!(e instanceof Refused)) throw e; });
    const seen = await whatIs(s);
    const sum = (is: (x: Seen) => boolean): bigint => seen.filter(is).reduce((all, x) => all + x.amount, 0n);
    const owed = sum((x) => (x.state === 'approved' || x.state === 'filed') && x.line === 'pending');
    const paid = sum((x) => x.line === 'paid');
    assert.deepEqual(await s.balances(), [owed + paid, owed, -paid]);
    assert.equal(seen.some((x) => (x.state === 'settled' || x.state === 'cancelled') && x.line === 'pending'), false);
    settled += paid > 0n ? 1 : 0;
    const { rows } = await database.pool.query(`SELECT 1 FROM payment_line WHERE federation_id = $1 AND state IN ('pending','paid') GROUP BY key HAVING count(*) > 1
      UNION ALL SELECT 1 FROM payment_line WHERE federation_id = $1 AND state IN ('pending','paid') GROUP BY list_id, person_id HAVING sum(amount_fen) < 0`, [s.federationId]);
    assert.deepEqual(rows, []);
    const book = await s.within((tx) => ledger.findBook(tx, s.unionId, 'payments'));
    if (book) assert.deepEqual((await s.within((tx) => ledger.verifyBook(tx, book.id))).faults, []);
  }), { numRuns: 40 });
  assert.ok(settled > 0, 'no run ever paid anything');
});
