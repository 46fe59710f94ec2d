import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { maskName, readName } from './person-name.ts';

const refusals: [text: string, code: string][] = [
  ['', 'nameMissing'],
  ['　', 'nameMissing'],
  ['·', 'nameMissing'],
  ['张三1', 'nameCharacters'],
  ['张三（队长）', 'nameCharacters'],
  ['=张三', 'nameCharacters'],
  ['张三😀', 'nameCharacters'],
  ['å¼ ä¸‰', 'nameGarbled'],
  ['锟斤拷', 'nameGarbled'],
  ['张\uFFFD', 'nameGarbled'],
  ['??', 'nameGarbled'],
  ['张'.repeat(61), 'nameLong'],
];
for (const [text, code] of refusals)
  test(`${text.slice(0, 12)} is refused: ${code}`, () => {
    const read = readName(text);
    assert.equal(!read.ok && read.why.code, `identifiers.${code}`);
  });

const taken: [text: string, name: string][] = [
  ['张三', '张三'],
  ['张　三', '张三'],
  ['张\u200B三\uFEFF', '张三'],
  ['一', '一'],
  ['买买提•吐尔逊', '买买提·吐尔逊'],
  ['买买提‧吐尔逊', '买买提·吐尔逊'],
  ['买买提・吐尔逊', '买买提·吐尔逊'],
  ['买买提 · 吐尔逊', '买买提·吐尔逊'],
  ['买买提.吐尔逊', '买买提·吐尔逊'],
  ['买买提．吐尔逊', '买买提·吐尔逊'],
  ['古丽·A·买买提', '古丽·A·买买提'],
  ['𠮷野家', '𠮷野家'],
  ['〇一', '〇一'],
  ['  John   Smith ', 'John Smith'],
  ['JOÃO O’Neill-Silva', 'JOÃO O’Neill-Silva'],
  ['Jose\u0301', 'José'],
  ['葛\u{E0100}城', '葛城'],
];
for (const [text, name] of taken)
  test(`${text} is read as ${name}`, () => {
    assert.deepEqual(readName(text), { ok: true, name, warnings: [] });
  });

test('private code points are taken with a warning', () => {
  const read = readName('王\uE001');
  assert.deepEqual(read.ok && read.warnings.map((w) => w.code), ['identifiers.namePrivateUse']);
});

test('property: what is stored reads as itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."张欧阳·•.。 　aB\u0301'-？") }), (text) => {
      const read = readName(text);
      if (!read.ok) return true;
      const again = readName(read.name);
      return again.ok && again.name === read.name;
    }),
    { numRuns: 5000 },
  );
});

test('masks', () => {
  assert.equal(maskName('张三'), '张*');
  assert.equal(maskName('欧阳娜'), '欧**');
  assert.equal(maskName('欧阳娜娜'), '欧**');
  assert.equal(maskName('张小三', 'ends'), '张*三');
  assert.equal(maskName('张三', 'ends'), '张*');
  assert.equal(maskName('𠮷野'), '𠮷*');
  assert.equal(maskName('一'), '*');
  assert.equal(maskName(''), '');
});
