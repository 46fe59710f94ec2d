import assert from 'node:assert/strict';
import test from 'node:test';
import { cases } from '#engines/cases';
import { ledger } from '#engines/ledger';
import { Refused } from '#shared/errors';
import { readSheet } from '#platform/sheets';
import { freshDatabase } from '#test/database';
import { actorWith, paymentStory, PURPOSE } from '#test/payments';
import { payments } from './index.ts';

const database = await freshDatabase();
const refused = (code: string) => (e: unknown): boolean => e instanceof Refused && e.word.code === code;
const linesOf = async (s: Awaited<ReturnType<typeof paymentStory>>, id: string) => (await s.within((tx) => payments.people(tx, s.accountant, id, { limit: 100, offset: 0 }))).items.flatMap((p) => p.of);
const draftOf = (s: Awaited<ReturnType<typeof paymentStory>>, lines: Parameters<typeof s.drafted>[0]) => ({ unionId: s.unionId, purpose: PURPOSE.name, period: '2026-11', title: '十一月建议奖', lines });

test('refused: an unknown purpose, another body under a key, an empty list, lines after submitting, somebody without the word', async () => {
  const s = await paymentStory(database);
  await assert.rejects(s.within((tx) => payments.draft(tx, s.accountant, { ...draftOf(s, []), purpose: 'nobody.declared' })), refused('payments.purposeUnknown'));
  const id = await s.drafted([s.line(0, 10_000n)]);
  await assert.rejects(s.within((tx) => payments.draft(tx, s.accountant, draftOf(s, [s.line(0, 20_000n)]))), refused('payments.keyTaken'));
  await assert.rejects(s.within((tx) => payments.draft(tx, s.accountant, draftOf(s, [s.line(1, 1n), s.line(1, 2n)]))), refused('payments.keyTaken'));
  const empty = await s.drafted([]);
  await assert.rejects(s.within((tx) => payments.submit(tx, s.accountant, { id: empty })), refused('payments.emptyList'));
  await s.bring(id, 'submitted');
  await assert.rejects(s.within((tx) => payments.addLines(tx, s.accountant, { listId: id, lines: [s.line(1, 5n)] })), refused('payments.notEditable'));
  const nobody = actorWith(s.federationId, { id: s.unionId, path: '/elsewhere/' }, s.people[4] ?? '');
  await assert.rejects(s.within((tx) => payments.approve(tx, nobody, { id })), (e) => e instanceof Refused && e.status === 404);
  const reader = { ...s.chair, grants: s.chair.grants.filter((g) => g.permission === 'paymentLists.read') };
  await assert.rejects(s.within((tx) => payments.approve(tx, reader, { id })), (e) => e instanceof Refused && e.status === 403);
  await assert.rejects(s.within((tx) => payments.file(tx, s.cashier, { id })), refused('cases.wrongState'));
  await assert.rejects(s.within((tx) => payments.settle(tx, s.cashier, { id, failed: [] })), refused('cases.wrongState'));
  await assert.rejects(s.within((tx) => payments.download(tx, s.cashier, { id, kind: 'csv' })), refused('payments.notFiled'));
});

test('four eyes: neither who made it, nor who submitted it, nor who added to it approves; the table says so too', async () => {
  const s = await paymentStory(database);
  const id = await s.drafted([s.line(0, 10_000n)]);
  await s.within((tx) => payments.submit(tx, s.cashier, { id }));
  for (const by of [s.accountant, s.cashier]) await assert.rejects(s.within((tx) => payments.approve(tx, by, { id })), refused('payments.ownHand'));
  await s.within((tx) => payments.sendBack(tx, s.chair, { id, text: '缺一人' }));
  await s.within((tx) => payments.addLines(tx, s.chair, { listId: id, lines: [s.line(1, 5_000n)] }));
  await s.within((tx) => payments.submit(tx, s.cashier, { id }));
  await assert.rejects(s.within((tx) => payments.approve(tx, s.chair, { id })), refused('payments.ownHand'));
  for (const who of [s.accountant, s.cashier]) {
    await assert.rejects(database.pool.query('UPDATE payment_list SET approved_by_id = $1, approved_at = now() WHERE id = $2', [who.personId, id]), /payment_list_four_eyes/);
  }
  const other = actorWith(s.federationId, { id: s.unionId, path: s.chair.grants[0]?.path ?? '' }, s.people[4] ?? '');
  await s.within((tx) => payments.approve(tx, other, { id }));
  assert.deepEqual(await s.balances(), [15_000n, 15_000n, 0n]);
});

test('drafted twice: the second time everything is on a list already and no list is made', async () => {
  const s = await paymentStory(database);
  const lines = [s.line(0, 100n), s.line(1, 200n), s.line(1, 300n, 'other')];
  const first = await s.within((tx) => payments.draft(tx, { system: 'rewards' }, draftOf(s, [...lines, s.line(0, 100n)])));
  assert.deepEqual([first.added, first.already, first.left], [3, 0, []]);
  const again = await s.within((tx) => payments.draft(tx, { system: 'rewards' }, draftOf(s, lines)));
  assert.deepEqual(again, { id: null, number: null, added: 0, already: 3, left: [] });
  const more = await s.within((tx) => payments.draft(tx, { system: 'rewards' }, draftOf(s, [...lines, s.line(2, 50n)])));
  assert.deepEqual([more.added, more.already], [1, 3]);
  const places = await s.within((tx) => payments.findByKeys(tx, [...lines.map((l) => l.key), 'suggestion/nobody']));
  assert.deepEqual([...places.values()].map((p) => [p.listId, p.state, p.listState, p.attempt, p.paidAt]), lines.map(() => [first.id, 'pending', 'drafted', 1, null]));
});

test('set-offs: taken while the person stays at zero or more, whole or not at all; the rest waits for the next list', async () => {
  const s = await paymentStory(database);
  const back = (n: number, amount: bigint, what: string) => s.line(n, -amount, what);
  const first = await s.within((tx) => payments.draft(tx, s.accountant, draftOf(s, [back(0, 60n, 'a'), s.line(0, 100n), back(0, 50n, 'b'), back(0, 40n, 'c'), back(1, 1n, 'd'), s.line(2, 5n)])));
  assert.deepEqual([first.added, first.left], [4, [back(0, 50n, 'b').key, back(1, 1n, 'd').key]]);
  const id = first.id ?? '';
  const seen = await s.within((tx) => payments.load(tx, s.accountant, id));
  assert.deepEqual([seen.list.totalFen, seen.list.people, seen.list.lines], [5n, 2, 4]);
  const reward = (await linesOf(s, id)).find((l) => l.amountFen === 100n);
  await assert.rejects(s.within((tx) => payments.removeLine(tx, s.accountant, { lineId: reward?.id ?? '', why: '重复' })), refused('payments.belowZero'));
  const next = await s.within((tx) => payments.addLines(tx, s.accountant, { listId: id, lines: [s.line(1, 1n), back(1, 1n, 'd')] }));
  assert.deepEqual([next.added, next.left], [2, []]);
  await s.bring(id, 'settled');
  assert.deepEqual(await s.balances(), [5n, 0n, -5n]);
  const csv = await s.within((tx) => payments.download(tx, s.cashier, { id, kind: 'csv' }));
  assert.equal(csv.bytes.toString('utf8').trim().split('\r\n').length, 3, 'whoever comes to nothing has no row');
});

test('the file: one row for each person, its count, total and checksum below, the same bytes again though people are renamed, each download in the log', async () => {
  const s = await paymentStory(database);
  const id = await s.drafted([s.line(1, 12_345n), s.line(0, 10_000n), s.line(1, 655n, 'second')]);
  await s.bring(id, 'filed');
  const get = (kind: 'xlsx' | 'csv') => s.within((tx) => payments.download(tx, s.cashier, { id, kind }));
  const [xlsx, csv] = [await get('xlsx'), await get('csv')];
  await database.pool.query(`UPDATE person SET name = '改名', staff_number = 'X' WHERE federation_id = $1`, [s.federationId]);
  assert.ok((await get('xlsx')).bytes.equals(xlsx.bytes) && (await get('csv')).bytes.equals(csv.bytes));
  const rows: string[][] = [];
  for await (const row of readSheet({ bytes: new Uint8Array(csv.bytes), name: xlsx.name })) rows.push(row.cells.map((c) => c.text));
  assert.deepEqual(rows.slice(0, 3), [['序号', '工号', '姓名', '金额', '事由'], ['1', 'HQ00000', '职工0', '100.00', '建议奖 reward'], ['2', 'HQ00001', '职工1', '130.00', '建议奖 reward；建议奖 second']]);
  assert.deepEqual(rows[3]?.slice(1, 4), ['合计', '2人', '230.00']);
  const seen = await s.within((tx) => payments.load(tx, s.cashier, id));
  assert.equal(rows[3]?.[4], `校验码 ${seen.checksum ?? ''}`);
  assert.match(seen.checksum ?? '', /^[0-9a-f]{16}$/);
  await assert.rejects(s.within((tx) => payments.download(tx, { ...s.cashier, grants: s.cashier.grants.filter((g) => g.permission !== 'paymentLists.pay') }, { id, kind: 'csv' })), (e) => e instanceof Refused && e.status === 404);
  const { rows: log } = await database.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM audit_entry WHERE federation_id = $1 AND word = 'payments.auditDownloaded'`, [s.federationId]);
  assert.equal(log[0]?.n, 4);
});

test('settled: who failed is no longer owed, may stand on the next list under the same key, and is never paid twice', async () => {
  const s = await paymentStory(database);
  const id = await s.drafted([s.line(0, 100n), s.line(1, 200n), s.line(1, -50n, 'back')]);
  await s.bring(id, 'filed');
  await assert.rejects(s.within((tx) => payments.settle(tx, s.cashier, { id, failed: [{ personId: s.people[4] ?? '', why: '销户' }] })), refused('payments.notInList'));
  await assert.rejects(s.within((tx) => payments.settle(tx, s.cashier, { id, failed: [{ personId: s.people[1] ?? '', why: ' ' }] })), refused('payments.failedWhy'));
  await s.within((tx) => payments.settle(tx, s.cashier, { id, failed: [{ personId: s.people[1] ?? '', why: '账户已注销' }] }));
  assert.deepEqual(await s.balances(), [100n, 0n, -100n]);
  await assert.rejects(s.within((tx) => payments.draft(tx, s.accountant, draftOf(s, [s.line(1, 999n)]))), refused('payments.keyTaken'));
  const again = await s.within((tx) => payments.draftAgain(tx, s.accountant, { listId: id, title: '补发', period: '2026-12' }));
  assert.equal(again.added, 2);
  await assert.rejects(s.within((tx) => payments.draftAgain(tx, s.accountant, { listId: id, title: '补发', period: '2026-12' })), refused('payments.nothingFailed'));
  await s.bring(again.id, 'settled');
  assert.deepEqual(await s.balances(), [250n, 0n, -250n]);
  assert.deepEqual((await s.within((tx) => payments.draft(tx, s.accountant, draftOf(s, [s.line(0, 100n), s.line(1, 200n)])))).added, 0);
  const own = await s.within((tx) => payments.listOf(tx, s.people[1] ?? '', { limit: 10, offset: 0 }));
  assert.deepEqual(own.map((o) => [o.amountFen, o.state, o.attempt, o.why]).sort(), [[-50n, 'failed', 1, '账户已注销'], [-50n, 'paid', 2, ''], [200n, 'failed', 1, '账户已注销'], [200n, 'paid', 2, '']].sort());
  const place = (await s.within((tx) => payments.findByKeys(tx, [s.line(1, 200n).key]))).get(s.line(1, 200n).key);
  assert.deepEqual([place?.state, place?.attempt, place?.listId], ['paid', 2, again.id]);
});

test('sent back, changed, submitted anew; withdrawn keys are free for other contents; what is not approved nobody sees', async () => {
  const s = await paymentStory(database);
  const id = await s.drafted([s.line(0, 100n), s.line(1, 200n)]);
  await s.bring(id, 'submitted');
  await s.within((tx) => payments.sendBack(tx, s.chair, { id, text: '第二人金额有误' }));
  const line = (await linesOf(s, id)).find((x) => x.amountFen === 200n);
  await s.within((tx) => payments.removeLine(tx, s.accountant, { lineId: line?.id ?? '', why: '金额有误' }));
  await s.within((tx) => payments.addLines(tx, s.accountant, { listId: id, lines: [s.line(1, 250n)] }));
  assert.equal((await s.within((tx) => payments.listOf(tx, s.people[1] ?? '', { limit: 10, offset: 0 }))).length, 0);
  await s.bring(id, 'approved');
  assert.deepEqual((await s.within((tx) => payments.listOf(tx, s.people[1] ?? '', { limit: 10, offset: 0 }))).map((o) => [o.amountFen, o.listState]), [[250n, 'approved']]);
  const { events } = await s.within((tx) => cases.load(tx, payments.process, s.chair, id));
  assert.deepEqual(events.map((e) => e.step).sort(), ['approve', 'opened', 'sendBack', 'submit', 'submit']);
  assert.deepEqual(await s.balances(), [350n, 350n, 0n]);
});

for (const to of ['drafted', 'submitted', 'approved', 'filed'] as const) {
  test(`cancelled when ${to}: the keys are free, the ledger is as before, its books verify`, async () => {
    const s = await paymentStory(database);
    const id = await s.drafted([s.line(0, 100n), s.line(1, 200n), s.line(1, -20n, 'back')]);
    if (to !== 'drafted') await s.bring(id, to);
    await s.within((tx) => payments.cancel(tx, s.chair, { id, text: '改由行政发放' }));
    assert.deepEqual(await s.balances(), [0n, 0n, 0n]);
    const { list } = await s.within((tx) => payments.load(tx, s.chair, id));
    assert.deepEqual([list.state, list.cancelledWhy, list.totalFen, (await linesOf(s, id)).every((l) => l.state === 'withdrawn')], ['cancelled', '改由行政发放', 280n, true]);
    await assert.rejects(s.within((tx) => payments.cancel(tx, s.chair, { id, text: '再一次' })), refused('cases.wrongState'));
    const next = await s.within((tx) => payments.draft(tx, s.accountant, draftOf(s, [s.line(0, 777n)])));
    assert.equal(next.added, 1);
    const book = await s.within((tx) => ledger.findBook(tx, s.unionId, 'payments'));
    if (book) assert.deepEqual((await s.within((tx) => ledger.verifyBook(tx, book.id))).faults, []);
  });
}

test('ten thousand lines in one call, to the end', { timeout: 180_000 }, async () => {
  const s = await paymentStory(database, 2_500);
  const lines = Array.from({ length: 10_000 }, (_, i) => s.line(i % 2_500, BigInt(100 + i), `s${Math.floor(i / 2_500)}`));
  const id = await s.drafted(lines);
  await assert.rejects(s.within((tx) => payments.addLines(tx, s.accountant, { listId: id, lines: [s.line(0, 1n, 'more')] })), refused('payments.tooMany'));
  await s.bring(id, 'settled');
  const total = lines.reduce((sum, l) => sum + l.amountFen, 0n);
  assert.deepEqual(await s.balances(), [total, 0n, -total]);
});
