import assert from 'node:assert/strict';
import test from 'node:test';
import { fieldOfHeading, gradeOf, readRegisterRow, recognise, type RegisterField, stageOf } from './register-import.rules.ts';

const TODAY = '2026-03-02';
const ALL = { number: 0, title: 1, submittedOn: 2, result: 3, grade: 4, adoptedOn: 5, startedOn: 6, completedOn: 7, standardisedOn: 8, benefit: 9, category: 10, unit: 11, authors: 12 } as const;
const row = (cells: Partial<Record<keyof typeof ALL, string>>) => readRegisterRow(Object.keys(ALL).map((k) => cells[k as keyof typeof ALL] ?? ''), ALL, TODAY);

test('headings in many spellings find their field', () => {
  const table: readonly [string, RegisterField | null][] = [
    ['建议名称', 'title'], ['合理化建议名称', 'title'], ['提案题目（必填）', 'title'], ['提 出 日 期', 'submittedOn'], ['提案日期*', 'submittedOn'], ['所属单位', 'unit'], ['车间', 'unit'], ['建议人姓名', 'authors'], ['提案人', 'authors'],
    ['员工编号', 'staffNumbers'], ['年经济效益(元)', 'benefit'], ['是否采纳', 'result'], ['评定等级：', 'grade'], ['固化文件', 'documentNumber'], ['Title', 'title'], ['备注', null], ['联系电话', null],
  ];
  for (const [heading, field] of table) assert.equal(fieldOfHeading(heading), field, heading);
});

test('the heading row is found below titles, in any order; the first of two columns counts', () => {
  const found = recognise([['红旗机械厂合理化建议台账'], ['2016—2025年'], ['序号', '提出日期', '姓名', '建议名称', '建议标题', '备注'], ['1', '2020-01-02', '王强', '甲', '乙', '']]);
  assert.deepEqual([found?.at, found?.mapping], [2, { submittedOn: 1, authors: 2, title: 3 }]);
  assert.equal(recognise([['甲', '乙'], ['1', '2']]), null);
});

test('results and grades as people write them', () => {
  const stages: readonly [string, string | null][] = [['不采纳', 'rejected'], ['未采纳', 'rejected'], ['已采纳', 'adopted'], ['采纳可实施', 'started'], ['实施完成', 'completed'], ['已固化', 'standardised'], ['', null], ['待定', null]];
  for (const [text, stage] of stages) assert.equal(stageOf(text), stage, text);
  const grades: readonly [string, number | null][] = [['一等', 1], ['Ⅱ级', 2], ['三等奖', 3], ['2', 2], ['３', 3], ['优秀', null], ['', null]];
  for (const [text, grade] of grades) assert.equal(gradeOf(text), grade, text);
});

test('a row becomes a state with its dates; missing dates in between are filled', () => {
  const done = row({ title: '甲', submittedOn: '2020/1/2', result: '实施完成', grade: '二等', adoptedOn: '2020.1.20', completedOn: '2020年5月1日', benefit: '12,000.50', category: '安全环保' }).row;
  assert.deepEqual([done?.state, done?.adoptedOn, done?.startedOn, done?.completedOn, done?.benefitFen, done?.category, done?.grade], ['completed', '2020-01-20', '2020-05-01', '2020-05-01', 1_200_050, 'safety', 2]);
  assert.deepEqual(row({ title: '甲', submittedOn: '2020-01-02' }).row?.state, 'submitted');
  assert.deepEqual(row({ title: '甲', submittedOn: '2020-01-02', result: '不采纳', grade: '' }).row?.rejectedOn, '2020-01-02');
  assert.deepEqual(row({ title: '甲', submittedOn: '2020-01-02', result: '已固化', grade: '1' }).row?.standardisedOn, '2020-01-02');
});

test('what stops a row, and what is only put right', () => {
  const table: readonly [Parameters<typeof row>[0], string, boolean][] = [
    [{ submittedOn: '2020-01-02' }, 'titleMissing', true], [{ title: '长'.repeat(61), submittedOn: '2020-01-02' }, 'titleLong', true], [{ title: '甲' }, 'dateMissing', true], [{ title: '甲', submittedOn: '去年' }, 'dateWrong', true],
    [{ title: '甲', submittedOn: '2026-03-03' }, 'dateFuture', true], [{ title: '甲', submittedOn: '2020-02-01', adoptedOn: '2020-01-01', grade: '1' }, 'dateOrder', true], [{ title: '甲', submittedOn: '2020-01-02', result: '实施' }, 'gradeMissing', true],
    [{ title: '甲', submittedOn: '2020-01-02', benefit: '很多' }, 'moneyWrong', true], [{ title: '甲', submittedOn: '2020-01-02', benefit: '100' }, 'resultMissing', true], [{ title: '甲', submittedOn: '2020-01-02', category: '天文' }, 'categoryWrong', false],
  ];
  for (const [cells, why, stops] of table) {
    const read = row(cells);
    assert.deepEqual([read.problems.map((p) => p.why), read.row === null], [[why], stops], why);
  }
});
