import assert from 'node:assert/strict';
import test from 'node:test';
import type { Cell, SheetRow } from '#shared/sheet-cell';
import fc from 'fast-check';
import type { RosterField } from './columns.words.ts';
import { fieldWords, headingNames } from './columns.words.ts';
import { recogniseHeadings, tidyHeading } from './headings.rules.ts';

const cell = (text: string): Cell => ({ kind: text === '' ? 'empty' : 'text', text, raw: text });
const rowAt = (row: number, ...texts: string[]): SheetRow => ({ row, cells: texts.map(cell) });
const fieldOf = (heading: string): RosterField | null =>
  recogniseHeadings([rowAt(1, '姓名', '身份证号', heading)])?.recognised.find((r) => r.column === 2)?.field ?? null;

test('no heading row, no roster', () => {
  assert.equal(recogniseHeadings([]), null);
  assert.equal(recogniseHeadings([rowAt(1, '一分公司工会会员花名册'), rowAt(3, '张三', '男', '汉族', '11010519491231002X')]), null);
  assert.equal(recogniseHeadings([rowAt(1, '手机', '性别')]), null, 'neither a name nor an ID number');
  const late = [...Array.from({ length: 10 }, (_, i) => rowAt(i + 1, '说明')), rowAt(11, '姓名', '身份证号')];
  assert.equal(recogniseHeadings(late), null, 'not below the tenth row');
});

test('headings of any length are answered at once', () => {
  for (const piece of ['(', '（ ', ' ', '*', '姓名']) {
    const found = recogniseHeadings([rowAt(1, '姓名', '身份证号', ...Array.from({ length: 30 }, () => piece.repeat(15_000)))]);
    assert.equal(found?.mapping.name, 0);
  }
});

test('what is missing, not known, double or needs consent is said', () => {
  const found = recogniseHeadings([rowAt(4, '序号', '姓名', '电话', '手机', '健康状况', '银行卡号', '备注')]);
  assert.deepEqual(found?.missing, ['idNumber']);
  assert.deepEqual(found?.mapping, { name: 1, phone: 2 });
  assert.deepEqual(found?.unrecognised, [
    { column: 0, heading: '序号', why: 'unknown' }, { column: 3, heading: '手机', why: 'twice' }, { column: 4, heading: '健康状况', why: 'consent' },
    { column: 5, heading: '银行卡号', why: 'consent' }, { column: 6, heading: '备注', why: 'unknown' },
  ]);
});

test('every name in the table means its field, and no name stands for two', () => {
  const seen = new Map<string, string>();
  for (const field of Object.keys(headingNames) as RosterField[]) {
    assert.ok(headingNames[field].includes(fieldWords[field].zh), `${field}: the label is a name too`);
    for (const name of headingNames[field]) {
      assert.equal(seen.get(tidyHeading(name)) ?? field, field, name);
      seen.set(tidyHeading(name), field);
      if (field !== 'name' && field !== 'idNumber') assert.equal(fieldOf(name), field, name);
    }
  }
  assert.ok(seen.size > 250);
});

test('headings as people write them', () => {
  const table: [string, RosterField | null][] = [
    ['手机号码（必填）', 'phone'], ['* 联系电话 ', 'phone'], ['联 系\n电 话', 'phone'], ['本人手机号码', 'phone'], ['ＭＯＢＩＬＥ', 'phone'], ['常用手机', 'phone'],
    ['出生年月(yyyy-mm-dd)', 'birthDate'], ['【政治面貌】', 'politicalStatus'], ['第一学历', 'education'], ['文化程度：', 'education'],
    ['是否属于农民工', 'migrant'], ['职业技能等级（工种）', 'skillGrade'], ['入会时间', 'joinedOn'], ['加入工会时间', 'joinedOn'], ['用人单位统一社会信用代码', 'unitUscc'],
    ['现工作单位全称', 'unitName'], ['单位', 'unitName'], ['所属工会名称', 'unionName'], ['工会职务', 'unionPost'], ['行政职务', 'job'], ['E-mail', 'email'],
    ['劳动合同终止日期', 'contractTo'], ['所属部门（车间）', 'department'],
    ['配偶姓名', null], ['紧急联系人电话', null], ['家庭住址', null], ['户籍所在地', null], ['单位性质', null], ['单位地址', null], ['年龄', null], ['办公电话', null],
    ['工会经费', null], ['备注', null], ['', null], ['___', null],
  ];
  for (const [heading, field] of table) assert.equal(fieldOf(heading), field, heading);
});

test('confidence tells how sure we are, and the surer column wins', () => {
  const found = recogniseHeadings([rowAt(1, '员工的手机号', '身份证号', '手机', '姓 名', '性别')]);
  assert.deepEqual(found?.recognised.map((r) => [r.column, r.field, r.how, r.confidence]), [
    [1, 'idNumber', 'exact', 1], [2, 'phone', 'exact', 1], [3, 'name', 'normalised', 0.95], [4, 'sex', 'exact', 1],
  ]);
  assert.deepEqual(found?.unrecognised, [{ column: 0, heading: '员工的手机号', why: 'twice' }]);
  const alone = recogniseHeadings([rowAt(1, '员工的手机号', '身份证号', '姓名')]);
  assert.deepEqual(alone?.recognised[0], { field: 'phone', column: 0, heading: '员工的手机号', how: 'contains', confidence: 0.7 });
});

test('titles and notes above, people below: the heading row is found', () => {
  const found = recogniseHeadings([
    rowAt(1, '东海重工集团工会会员花名册'),
    rowAt(2, '填表单位：一分公司', '', '', '填表日期：2026年10月'),
    rowAt(4, '序号', '姓名', '性别', '公民身份号码', '联系方式'),
    rowAt(5, '1', '张三', '男', '11010519491231002X', '13812345678'),
    rowAt(6, '2', '李四', '女', '11010119900307109X', '13912345678'),
  ]);
  assert.equal(found?.row, 4);
  assert.deepEqual(found?.mapping, { name: 1, sex: 2, idNumber: 3, phone: 4 });
  assert.deepEqual(found?.missing, []);
});

test('a heading of two rows is read as one', () => {
  const found = recogniseHeadings([
    rowAt(1, '会员名册'),
    rowAt(2, '序号', '姓名', '身份证', '', '合同', '', '手机'),
    rowAt(3, '', '', '类别', '号码', '类型', '到期日', ''),
    rowAt(4, '1', '张三', '居民身份证', '11010519491231002X', '固定期限', '2027-01-01', '13812345678'),
  ]);
  assert.equal(found?.mapping.name, 1);
  assert.equal(found?.mapping.phone, 6);
  assert.equal(found?.mapping.employmentForm, 4);
});

test('the order of the columns does not matter', () => {
  const headings = ['姓名', '身份证号', '手机', '性别', '民族', '学历', '所属工会', '入会时间', '备注'];
  fc.assert(
    fc.property(fc.shuffledSubarray(headings, { minLength: headings.length }), (order) => {
      const found = recogniseHeadings([rowAt(1, ...order)]);
      for (const r of found?.recognised ?? []) assert.equal(order[r.column], r.heading);
      assert.deepEqual(found?.recognised.map((r) => r.field).sort(), ['education', 'ethnicity', 'idNumber', 'joinedOn', 'name', 'phone', 'sex', 'unionName']);
    }),
  );
});

test('any rows at all: an answer, never a crash, each field and each column once', () => {
  const text = fc.oneof(fc.constantFrom('姓名', '身份证号', '手机', '工会', '单位', '('), fc.string({ unit: 'binary', maxLength: 12 }));
  fc.assert(
    fc.property(fc.array(fc.array(text, { maxLength: 8 }), { maxLength: 12 }), (rows) => {
      const found = recogniseHeadings(rows.map((r, i) => rowAt(i + 1, ...r)));
      const columns = [...(found?.recognised ?? []), ...(found?.unrecognised ?? [])].map((r) => r.column);
      assert.equal(new Set(columns).size, columns.length);
      assert.equal(new Set(found?.recognised.map((r) => r.field)).size, found?.recognised.length ?? 0);
    }),
    { numRuns: 300 },
  );
});
