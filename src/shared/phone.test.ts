import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { maskPhone, readMobile, readPhone } from './phone.ts';
import { say } from './words.ts';

const refusals: [text: string, code: string][] = [
  ['', 'phoneMissing'],
  ['1381234123', 'phoneMobileLength'],
  ['138123412345', 'phoneMobileLength'],
  ['12812341234', 'phoneMobileStart'],
  ['1410012345678', 'phoneDataCard'],
  ['1064812345678', 'phoneDataCard'],
  ['1.38E+10', 'scientific'],
  ['13812341234/13912341234', 'phoneSeveral'],
  ['13812341234、0571-87051234', 'phoneSeveral'],
  ['0571-87051234，87051235', 'phoneSeveral'],
  ['87051234', 'phoneNoArea'],
  ['110', 'phoneShape'],
  ['0571-123', 'phoneShape'],
  ['+852 123', 'phoneShape'],
  ['138O1234123', 'phoneCharacters'],
  ['张三', 'phoneCharacters'],
];
for (const [text, code] of refusals)
  test(`${text} is refused: ${code}`, () => {
    const read = readPhone(text);
    assert.ok(!read.ok);
    assert.equal(read.why.code, `identifiers.${code}`);
    assert.doesNotMatch(say(read.why, 'zh', read.slots) + say(read.why, 'en', read.slots), /[{}]/);
  });

const taken: [text: string, kind: string, number: string, e164?: string][] = [
  ['13812341234', 'mobile', '13812341234', '+8613812341234'],
  ['+86 138 1234 1234', 'mobile', '13812341234', '+8613812341234'],
  ['0086-138-1234-1234', 'mobile', '13812341234', '+8613812341234'],
  ['8613812341234', 'mobile', '13812341234', '+8613812341234'],
  ['１３８１２３４１２３４', 'mobile', '13812341234', '+8613812341234'],
  ['13812341234.0', 'mobile', '13812341234', '+8613812341234'],
  ['138.1234.1234', 'mobile', '13812341234', '+8613812341234'],
  ['0571-87051234', 'landline', '0571-87051234', '+8657187051234'],
  ['057187051234', 'landline', '0571-87051234', '+8657187051234'],
  ['（0571）8705 1234', 'landline', '0571-87051234', '+8657187051234'],
  ['+86 571 8705 1234', 'landline', '0571-87051234', '+8657187051234'],
  ['010-12345678-123', 'landline', '010-12345678-123'],
  ['010-12345678转123', 'landline', '010-12345678-123'],
  ['01012345678', 'landline', '010-12345678', '+861012345678'],
  ['0579-1234567', 'landline', '0579-1234567', '+865791234567'],
  ['400-123-4567', 'service', '4001234567'],
  ['+852 9123 4567', 'international', '+85291234567', '+85291234567'],
  ['00853-66123456', 'international', '+85366123456', '+85366123456'],
  ['+886 912 345 678', 'international', '+886912345678', '+886912345678'],
  ['+1 (415) 555-0100', 'international', '+14155550100', '+14155550100'],
];
for (const [text, kind, number, e164] of taken)
  test(`${text} is a ${kind} number`, () => {
    const read = readPhone(text);
    assert.ok(read.ok);
    assert.deepEqual([read.kind, read.number, read.e164], [kind, number, e164]);
    const again = readPhone(read.number);
    assert.equal(again.ok && again.number, number, 'the stored form reads as itself');
  });

test('virtual operators are only warned of', () => {
  for (const start of ['162', '165', '167', '170', '171']) {
    const read = readPhone(`${start}12345678`);
    assert.deepEqual(read.ok && read.warnings.map((w) => w.code), ['identifiers.phoneVirtual']);
  }
});

test('where a mobile is needed, a landline is refused', () => {
  const read = readMobile('0571-87051234');
  assert.equal(!read.ok && read.why.code, 'identifiers.phoneNotMobile');
  assert.ok(readMobile('138 1234 1234').ok);
});

test('property: 1[3-9] and nine digits, nothing else of eleven digits that begins with 1', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1e10, max: 2e10 - 1 }), (n) => {
      const read = readPhone(String(n));
      return /^1[3-9]\d{9}$/.test(String(n))
        ? read.ok && read.kind === 'mobile' && read.number === String(n)
        : !read.ok;
    }),
  );
});

test('property: no text makes the reader throw, and what it stores it reads again', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+-() 转/') }), (text) => {
      const read = readPhone(text);
      if (!read.ok) return true;
      const again = readPhone(read.number);
      return again.ok && again.number === read.number && again.kind === read.kind;
    }),
    { numRuns: 5000, examples: [['+8-600000']] },
  );
});

test('masks', () => {
  assert.equal(maskPhone('13812341234'), '138****1234');
  assert.equal(maskPhone('0571-87051234'), '0571-****1234');
  assert.equal(maskPhone('010-12345678-123'), '010-****5678');
  assert.equal(maskPhone('+85291234567'), '+852****4567');
  assert.equal(maskPhone('4001234567'), '****4567');
  assert.equal(maskPhone('12345'), '*****');
});
