import assert from 'node:assert/strict';
import test from 'node:test';
import { workbookOf } from '#test/workbook';
import type { Cell, ReadOptions, SheetRow } from './index.ts';
import { listSheets, readSheet, serialDate } from './index.ts';
import { lookOf } from './number-format.ts';

async function rowsOf(bytes: Uint8Array | string, options?: ReadOptions): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of readSheet({ bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes, name: 'x' }, options)) rows.push(row);
  return rows;
}
const texts = (rows: readonly SheetRow[]): string[][] => rows.map((r) => r.cells.map((c) => c.text));
const firstCells = async (cells: string, more: Parameters<typeof workbookOf>[0] = {}): Promise<readonly Cell[]> =>
  (await rowsOf(workbookOf({ ...more, rows: `<row r="1">${cells}</row>` })))[0]?.cells ?? [];

test('a cell of every type is read as what it is', async () => {
  const strings = '<si><t>张三</t></si><si><r><t>李</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 四</t></r><rPh sb="0" eb="1"><t>lǐ</t></rPh></si><si><t>a_x000D_b</t></si>';
  const cells = await firstCells(
    '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="inlineStr"><is><t>王&amp;五</t></is></c>' +
      '<c r="E1"><v>12.50</v></c><c r="F1" t="b"><v>1</v></c><c r="G1" t="e"><v>#N/A</v></c><c r="I1" t="d"><v>2024-05-01T08:30:00Z</v></c><c r="J1" t="str"><v><![CDATA[<x>]]></v></c>',
    { strings },
  );
  assert.deepEqual(
    cells.map((c) => [c.kind, c.text]),
    [
      ['text', '张三'], ['text', '李 四'], ['text', 'a\rb'], ['text', '王&五'], ['number', '12.5'], ['boolean', 'TRUE'],
      ['error', '#N/A'], ['empty', ''], ['date', '2024-05-01 08:30:00'], ['text', '<x>'],
    ],
  );
});

test('an ID number kept as a number shows its lost digits; a phone number does not', async () => {
  const [id, scientific, phone, staff, sum] = await firstCells(
    '<c><v>1.1010519491231E+17</v></c><c><v>110105194912310000</v></c><c><v>13812345678</v></c><c s="1"><v>123</v></c><c><v>0.30000000000000004</v></c>',
    { styles: '<numFmts count="1"><numFmt numFmtId="170" formatCode="000000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>' },
  );
  assert.deepEqual(id, { kind: 'number', text: '110105194912310000', raw: '1.1010519491231E+17', lostDigits: true });
  assert.equal(scientific?.lostDigits, true);
  assert.deepEqual(phone, { kind: 'number', text: '13812345678', raw: '13812345678' });
  assert.equal(staff?.text, '000123');
  assert.equal(sum?.text, '0.3');
});

test('a formula gives the value in the file and says that it is one', async () => {
  const cells = await firstCells('<c><f>1+1</f><v>2</v></c><c t="str"><f>HYPERLINK("x")</f><v>点我</v></c><c><f>NOW()</f></c><c t="inlineStr"><is><t>=1+1</t></is></c>');
  assert.deepEqual(cells.map((c) => [c.kind, c.text, c.formula ?? false]), [
    ['number', '2', true], ['text', '点我', true], ['text', '', true], ['text', '=1+1', false],
  ]);
});

test('dates are known by their number format, in both calendars', async () => {
  const styles =
    '<numFmts count="4"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="165" formatCode="0.00&quot;d&quot;"/><numFmt numFmtId="166" formatCode="[$-804]yyyy\\-mm\\-dd"/><numFmt numFmtId="167" formatCode="[h]:mm"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="31"/><xf numFmtId="22"/><xf numFmtId="167"/></cellXfs>';
  const cells = '<c s="0"><v>45413</v></c><c s="1"><v>45413</v></c><c s="2"><v>45413</v></c><c s="3"><v>45413</v></c><c s="4"><v>45413</v></c><c s="5"><v>45413</v></c><c s="6"><v>45413.75</v></c><c s="7"><v>0.5</v></c>';
  const day = '2024-05-01';
  assert.deepEqual((await firstCells(cells, { styles })).map((c) => c.text), ['45413', day, day, '45413', day, day, `${day} 18:00:00`, '12:00:00']);
  const in1904 = await firstCells('<c s="1"><v>43951</v></c>', { styles, workbook: '<workbookPr date1904="1"/>' });
  assert.equal(in1904[0]?.text, day);
});

test('serial days at the seams of the calendars', () => {
  const table: [number, boolean, string | null][] = [
    [0.25, false, '06:00:00'], [1, false, '1900-01-01'], [59, false, '1900-02-28'], [60, false, '1900-02-29'], [61, false, '1900-03-01'],
    [45413.999999, false, '2024-05-02'], [2958465, false, '9999-12-31'], [2958466, false, null], [-1, false, null], [Number.NaN, false, null],
    [0, true, '1904-01-01'], [1462, true, '1908-01-02'],
  ];
  for (const [serial, from1904, day] of table) assert.equal(serialDate(serial, from1904), day, String(serial));
  for (const code of ['General', '0.00', '#,##0', '@', '"d"0', '0.00E+00', '[Red]0', '_-* #,##0']) assert.equal(lookOf(200, code).kind, 'plain', code);
  for (const code of ['yyyy/m/d', 'd-mmm-yy', 'h:mm AM/PM', '[mm]:ss', 'm"月"d"日"']) assert.equal(lookOf(200, code).kind, 'date', code);
});

test('the first visible sheet is read unless one is named', async () => {
  const bytes = workbookOf({
    rows: '<row><c><v>1</v></c></row>',
    sheets: '<sheet name="藏" sheetId="1" state="veryHidden" r:id="s1"/><sheet name="会员" sheetId="2" r:id="s2"/>',
    more: { 'xl/worksheets/sheet2.xml': '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="3"><x:c r="B3"><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>' },
  });
  assert.deepEqual(texts(await rowsOf(bytes)), [['', '2']]);
  assert.deepEqual((await rowsOf(bytes))[0]?.row, 3);
  assert.deepEqual(texts(await rowsOf(bytes, { sheet: '藏' })), [['1']]);
  assert.deepEqual(await listSheets({ bytes, name: 'x' }), [{ name: '藏', visible: false }, { name: '会员', visible: true }]);
});

test('rows keep their numbers, empty ones are not given out', async () => {
  const rows = await rowsOf(workbookOf({ rows: '<row r="2"><c r="A2"><v>1</v></c></row><row r="3"/><row r="4"><c r="A4" s="1"/></row><row r="9"><c r="C9"><v>2</v></c></row><row><c><v>3</v></c></row>' }));
  assert.deepEqual(rows.map((r) => r.row), [2, 9, 10]);
});

test('text files: encodings, separators, quotes, line ends', async () => {
  const gbk = Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb5, 0xe7, 0xbb, 0xb0, 0x0d, 0x0a, 0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0x31, 0x0a]);
  const table: [string | Uint8Array, string[][]][] = [
    ['姓名,电话\n张三,1\n', [['姓名', '电话'], ['张三', '1']]],
    ['\ufeff姓名;电话\r\n张三;1', [['姓名', '电话'], ['张三', '1']]],
    ['姓名\t电话\r张三\t"1\n2"\r', [['姓名', '电话'], ['张三', '1\n2']]],
    [gbk, [['姓名', '电话'], ['张三', '1']]],
    [Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('姓名\t电话\n张三\t1', 'utf16le')]), [['姓名', '电话'], ['张三', '1']]],
    ['a,"b ""c"", d"\n\n,,\n1,2\n', [['a', 'b "c", d'], ['1', '2']]],
    ['a,b "c" d\n', [['a', 'b "c" d']]],
    ['地址;区\n"a,b,c,d,e";1\n"f,g,h,i,j";2', [['地址', '区'], ['a,b,c,d,e', '1'], ['f,g,h,i,j', '2']]],
    ['𠮷野,㐂\n', [['𠮷野', '㐂']]],
  ];
  for (const [file, expected] of table) assert.deepEqual(texts(await rowsOf(file)), expected);
  assert.deepEqual((await rowsOf('a\n\n\nb')).map((r) => r.row), [1, 4]);
});

test('a character cut in two by the reading window stays whole', async () => {
  for (const encode of [(s: string) => Buffer.from(s), (s: string) => Buffer.concat([Buffer.from('\ufeff', 'utf16le'), Buffer.from(s, 'utf16le')])]) {
    const lines = Array.from({ length: 9_000 }, (_, i) => `${'x'.repeat(i % 3)}工会𠮷${i}`);
    const rows = await rowsOf(encode(lines.join('\n')));
    assert.deepEqual(rows.map((r) => r.cells[0]?.text), lines);
  }
});

test('formulas in a text file are marked and never evaluated', async () => {
  const [row] = await rowsOf('=1+1,"=""0012""",-5,+86\n');
  assert.deepEqual(row?.cells.map((c) => [c.text, c.formula ?? false]), [['=1+1', true], ['0012', true], ['-5', false], ['+86', false]]);
});
