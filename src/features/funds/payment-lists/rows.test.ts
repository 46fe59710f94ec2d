import assert from 'node:assert/strict';
import test from 'node:test';
import { pastedRows, typedRows } from './rows.reading.ts';

test('pasted text: tabs, commas, spaces; with headings in any order, or bare', () => {
  const row = (staffNumber: string, name: string, amount: string, reason: string) => ({ staffNumber, name, amount, reason });
  const cases: [text: string, rows: ReturnType<typeof row>[]][] = [
    ['A1\t王小兵\t300\t全勤\r\nA2\t李大山\t1,200.5\t夜班', [row('A1', '王小兵', '300', '全勤'), row('A2', '李大山', '1,200.5', '夜班')]],
    ['金额\t工号\t事由\n300\tA1\t全勤\n', [row('A1', '', '300', '全勤')]],
    ['A1,300,全勤\nA2,50,夜班', [row('A1', '', '300', '全勤'), row('A2', '', '50', '夜班')]],
    ['A1 王小兵 300 全勤', [row('A1', '王小兵', '300', '全勤')]],
    ['工号 姓名 金额 事由\nＡ１ 王小兵 ３００ 全勤\n合计 1人 300', [row('A1', '王小兵', '300', '全勤')]],
    ['', []],
  ];
  for (const [text, rows] of cases) assert.deepEqual(pastedRows(text), rows, text);
});

test('a sheet without its columns is none', () => {
  assert.equal(typedRows([['姓名', '部门'], ['王', '一']]), null);
  assert.deepEqual(typedRows([['某厂发放表'], ['工号', '发放金额(元)'], ['A1', '5']]), [{ staffNumber: 'A1', name: '', amount: '5', reason: '' }]);
});
