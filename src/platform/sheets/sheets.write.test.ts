import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import test from 'node:test';
import fc from 'fast-check';
import type { SheetColumn, SheetRow, SheetValue } from './index.ts';
import { columnLetters, readSheet, writeCsv, writeSheet } from './index.ts';

async function written(write: typeof writeSheet | typeof writeCsv, columns: SheetColumn[], rows: Iterable<SheetValue[]> | AsyncIterable<SheetValue[]>): Promise<Buffer> {
  const to = new PassThrough();
  const [bytes] = await Promise.all([buffer(to), write(columns, rows, to)]);
  return bytes;
}
async function readBack(bytes: Uint8Array): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of readSheet({ bytes, name: 'back.xlsx' })) rows.push(row);
  return rows;
}
const columns: SheetColumn[] = [{ heading: '姓名' }, { heading: '身份证号', width: 22 }, { heading: '人数', kind: 'number' }, { heading: '金额', kind: 'money' }, { heading: '入会日期', kind: 'date' }];

test('what was written is read back with its types', async () => {
  const bytes = await written(writeSheet, columns, [['张三', '11010519491231002X', 7, 123_450n, '2024-05-01'], ['<李&"四">', '0012', null, -5, '不详']]);
  const [head, first, second] = await readBack(bytes);
  assert.deepEqual(head?.cells.map((c) => c.text), columns.map((c) => c.heading));
  assert.deepEqual(first?.cells.map((c) => [c.kind, c.text]), [['text', '张三'], ['text', '11010519491231002X'], ['number', '7'], ['number', '1234.5'], ['date', '2024-05-01']]);
  assert.deepEqual(second?.cells.map((c) => [c.kind, c.text]), [['text', '<李&"四">'], ['text', '0012'], ['empty', ''], ['number', '-0.05'], ['text', '不详']]);
});

test('nothing written can become a formula', async () => {
  const risky = ['=1+1', '+1', '-1+2', '@SUM(A1)', '\tx', '\rx', ' =1', '＝1', '=HYPERLINK("http://x","y")'];
  const one: SheetColumn[] = [{ heading: 'x' }];
  const sheet = await readBack(await written(writeSheet, one, risky.map((r) => [r])));
  assert.deepEqual(sheet.slice(1).map((r) => [r.cells[0]?.kind, r.cells[0]?.text, r.cells[0]?.formula]), risky.map((r) => ['text', r, undefined]));
  const csv = await written(writeCsv, one, risky.map((r) => [r]));
  const cells = (await readBack(csv)).slice(1).map((r) => r.cells[0]?.text);
  assert.deepEqual(cells, risky.map((r) => `'${r}`));
  assert.equal((await written(writeCsv, [{ heading: 'n', kind: 'number' }], [[-5]])).toString('utf8'), '\ufeffn\r\n-5\r\n');
});

test('a numeric column never rounds: what does not fit stays text', async () => {
  const number: SheetColumn[] = [{ heading: 'n', kind: 'number' }];
  const values = [110105194912310021n, 1e300, Number.POSITIVE_INFINITY, '7', 999_999_999_999_999];
  const rows = await readBack(await written(writeSheet, number, values.map((v) => [v])));
  assert.deepEqual(rows.slice(1).map((r) => [r.cells[0]?.kind, r.cells[0]?.text]), [
    ['text', '110105194912310021'], ['text', '1e+300'], ['text', 'Infinity'], ['text', '7'], ['number', '999999999999999'],
  ]);
});

test('any text comes back from an .xlsx as it was', async () => {
  const text = fc.string({ unit: 'binary', maxLength: 40 }).filter((t) => t.isWellFormed());
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { maxLength: 20 }), async (rows) => {
      const three = ['a', 'b', 'c'].map((heading) => ({ heading }));
      const back = await readBack(await written(writeSheet, three, rows));
      const expected = rows.flatMap((row, i) => (row.some((t) => t !== '') ? [{ row: i + 2, texts: row }] : []));
      assert.deepEqual(back.slice(1).map((r) => ({ row: r.row, texts: [0, 1, 2].map((i) => r.cells[i]?.text ?? '') })), expected);
    }),
    { numRuns: 60 },
  );
});

test('the same rows give the same bytes, and a broken source ends the writing', async () => {
  const rows = Array.from({ length: 3_000 }, (_, i) => [`会员${i}`, String(i), i, i, '2024-05-01']);
  assert.deepEqual(await written(writeSheet, columns, rows), await written(writeSheet, columns, rows));
  async function* broken(): AsyncGenerator<SheetValue[]> {
    yield ['x'];
    throw new Error('the database went away');
  }
  const to = new PassThrough();
  to.resume();
  await assert.rejects(writeSheet(columns, broken(), to), /went away/);
  assert.equal(to.destroyed, true);
});

test('column letters', () => {
  assert.deepEqual([0, 25, 26, 701, 702, 16_383].map(columnLetters), ['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
});
