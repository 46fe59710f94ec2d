import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {
  bareCode,
  escapeCell,
  graphemes,
  halfWidth,
  oneLine,
  safeFileName,
  searchText,
  truncate,
  withoutInvisible,
} from './text.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\n',
      '/',
      '\\',
      '.',
      ' ',
      '　',
      '＝',
      '\u202E',
      '\u200B',
      'a',
      '张',
      '\0',
      'nul',
      'con',
      '\uD800',
    ),
  }),
);

test('full-width to half-width', () => {
  assert.equal(halfWidth('ＡＢｃ１２３（！）　～'), 'ABc123(!) ~');
  assert.equal(halfWidth('张三，“好”。'), '张三,“好”。');
});

test('what cannot be seen goes, emoji stay whole', () => {
  assert.equal(withoutInvisible('张\u200B\uFEFF\u202E三\u0000\u0007'), '张三');
  assert.equal(withoutInvisible('a\r\nb\rc\u2028d\te'), 'a\nb\nc\nd\te');
  assert.equal(withoutInvisible('👩\u200D🔧 a\u200Db'), '👩\u200D🔧 ab');
  assert.equal(withoutInvisible('x\uD800y'), 'x\uFFFDy');
  assert.equal(oneLine('  张\u3000\u200B三 \n 李四 '), '张 三 李四');
  assert.equal(bareCode(" '１２ 34\u200B５” "), '12345');
});

test('texts that look alike are found alike', () => {
  assert.equal(searchText('ＡＢＣ　Ｄ'), 'abc d');
  assert.equal(searchText('买买提•吐尔逊'), searchText('买买提・吐尔逊'));
  assert.equal(searchText('⼯会'), searchText('工会'));
  assert.equal(searchText('Jose\u0301'), searchText('JOSÉ'));
});

test('property: the search form is its own search form', () => {
  fc.assert(
    fc.property(anyText, (t) => searchText(searchText(t)) === searchText(t)),
    { numRuns: 2000 },
  );
});

const names: [given: string, safe: string][] = [
  ['花名册.xlsx', '花名册.xlsx'],
  ['../../etc/passwd', 'passwd'],
  ['..\\..\\windows\\system32\\花名册.xlsx', '花名册.xlsx'],
  ['C:\\fakepath\\a.csv', 'a.csv'],
  ['a/b/', 'b'],
  ['..', '文件'],
  ['', '文件'],
  ['/', '文件'],
  ['. .', '文件'],
  ['.htaccess', 'htaccess'],
  ['a.txt. . ', 'a.txt'],
  ['照片\u202Egpj.exe', '照片gpj.exe'],
  ['a\u0000.png', 'a.png'],
  ['a\nb.png', 'b.png'],
  ['a:b*c?.png', 'a_b_c_.png'],
  ['a／b∕c.png', 'a_b_c.png'],
  ['con', '_con'],
  ['NUL.txt', '_NUL.txt'],
  ['com1.tar.gz', '_com1.tar.gz'],
  ['LPT¹.txt', '_LPT¹.txt'],
  ['control.txt', 'control.txt'],
  ['增长50%.xlsx', '增长50%.xlsx'],
];
for (const [given, safe] of names)
  test(`file name ${JSON.stringify(given)}`, () => assert.equal(safeFileName(given), safe));

test('a long name keeps its extension', () => {
  const safe = safeFileName(`${'张'.repeat(300)}.xlsx`);
  assert.ok(Buffer.byteLength(safe) <= 180);
  assert.match(safe, /^张+\.xlsx$/);
});

test('property: a safe name has no path, nothing reserved, fits, and is its own safe name', () => {
  fc.assert(
    fc.property(anyText, (t) => {
      const safe = safeFileName(t);
      assert.doesNotMatch(safe, /[/\\<>:"|?*\p{Cc}\u202A-\u202E]/u);
      assert.doesNotMatch(safe, /^[.\s]|[.\s]$|^$/u);
      assert.doesNotMatch(safe, /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
      assert.ok(Buffer.byteLength(safe) <= 180);
      assert.equal(safeFileName(safe), safe);
    }),
    { numRuns: 3000 },
  );
});

test('formulas in cells are never exported as formulas', () => {
  for (const bad of [
    '=1+1',
    '+1',
    '-1+1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '\u200B=1',
    '＝1+1',
    '－1',
    '+8613812341234',
    '-',
    "=cmd|'/C calc'!A0",
    '-1,000',
  ])
    assert.equal(escapeCell(bad), `'${bad}`);
  for (const good of ['张三', '1234', '-12.50', '-3', 'a=b', "'=1", '', '2026-11-21', '¥1,234.50'])
    assert.equal(escapeCell(good), good);
});

test('property: an escaped cell begins with nothing a spreadsheet would run', () => {
  fc.assert(
    fc.property(anyText, (t) => {
      const cell = escapeCell(t);
      assert.ok(cell.endsWith(t));
      if (!/^-\d+(\.\d+)?$/.test(cell)) assert.doesNotMatch(withoutInvisible(cell).trimStart(), /^[=+\-@＝＋－＠]/);
      assert.doesNotMatch(cell, /^[\t\r\n]/);
    }),
    { numRuns: 3000 },
  );
});

test('cut by what a reader calls a character', () => {
  assert.equal(truncate('工会之家', 4), '工会之家');
  assert.equal(truncate('工会之家人', 4), '工会之…');
  assert.equal(truncate('👩‍🔧👩‍🔧👩‍🔧', 2), '👩‍🔧…');
  assert.equal(truncate('👩‍🔧👩‍🔧', 2), '👩‍🔧👩‍🔧');
  assert.equal(truncate('abc', 2, ''), 'ab');
  assert.equal(graphemes('𠮷e\u0301').length, 2);
});

test('property: a cut text is a beginning and never too long', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (t, most) => {
      const cut = truncate(t, most);
      return (
        cut === t || (cut.endsWith('…') && t.startsWith(cut.slice(0, -1)) && graphemes(cut.slice(0, -1)).length < most)
      );
    }),
  );
});

test('without a segmenter, as in old phone browsers, code points are counted', () => {
  const segmenter = Object.getOwnPropertyDescriptor(Intl, 'Segmenter');
  assert.ok(segmenter);
  Reflect.deleteProperty(Intl, 'Segmenter');
  try {
    assert.equal(truncate('𠮷𠮷𠮷', 2), '𠮷…');
  } finally {
    Object.defineProperty(Intl, 'Segmenter', segmenter);
  }
});
