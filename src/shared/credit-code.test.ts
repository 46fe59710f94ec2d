import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import vectors from '../../test/data/identifier-vectors.json' with { type: 'json' };
import { creditCheckCharacter, isCreditCode, readCreditCode } from './credit-code.ts';
import { say } from './words.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const codes = vectors.filter((v) => v.kind === 'uscc');

test('the vectors are all there', () => assert.equal(codes.length, 10));

// `published`: valid according to its source; `checksum`: according to the standard's arithmetic (see id-number.test.ts).
for (const v of codes)
  test(`${v.value} is ${v.published ? 'taken' : 'refused'} (${v.source})`, () => {
    assert.equal(readCreditCode(v.value).ok, v.published);
    assert.equal(creditCheckCharacter(v.value) === v.value[17], v.checksum);
  });

test('golden codes of rules.md §20.1', () => {
  for (const code of [
    '91350100M000100Y43',
    '91440300708461136T',
    '9144030071526726XG',
    '81310101MC00000044',
    '81310101MC1234566C',
    '81310101K00000014M',
  ]) {
    assert.ok(isCreditCode(code), code);
    assert.ok(readCreditCode(code).ok, code);
  }
});

test('the stored form is strict: lower case, forbidden letters, wrong check, 17 and 19 characters', () => {
  for (const code of [
    '91350100m000100y43',
    '9135O100M000100Y43',
    '9I350100M000100Y43',
    '91350100M000100Y44',
    '91350100M000100Y4',
    '91350100M000100Y433',
    ' 91350100M000100Y43',
    'XX0000000000000000',
  ])
    assert.equal(isCreditCode(code), false, code);
});

test('written carelessly, read as meant', () => {
  for (const text of [
    ' 91350100m000100y43',
    '９１３５０１００Ｍ０００１００Ｙ４３',
    '91350100 M000100Y43',
    '91350100-M000100Y43',
  ]) {
    const read = readCreditCode(text);
    assert.ok(read.ok, text);
    assert.equal(read.code, '91350100M000100Y43');
  }
});

const refusals: [text: string, code: string][] = [
  ['', 'creditMissing'],
  ['91350100M000100Y4A', 'creditCheck'],
  ['9135O100M000100Y43', 'creditCharacters'],
  ['9I350100M000100Y43', 'creditCharacters'],
  ['91350100M000100Y4', 'creditLength'],
  ['91350100M000100Y433', 'creditLength'],
  ['330102000012345', 'creditOldNumber'],
  ['000000000000000000', 'creditPlaceholder'],
  ['913501A0M000100Y43', 'creditRegion'],
  ['9.13501E+17', 'scientific'],
  ['913301027125523000', 'lostDigits'],
];
for (const [text, code] of refusals)
  test(`${text} is refused: ${code}`, () => {
    const read = readCreditCode(text);
    assert.ok(!read.ok);
    assert.equal(read.why.code, `identifiers.${code}`);
    assert.doesNotMatch(say(read.why, 'zh', read.slots) + say(read.why, 'en', read.slots), /[{}]/);
  });

test('unions are told from others, odd inner codes only warned of', () => {
  const grassroots = readCreditCode('81310101MC00000044');
  assert.ok(grassroots.ok);
  assert.deepEqual([grassroots.union, grassroots.department, grassroots.region], ['grassroots', '8', '310101']);
  const company = readCreditCode('91350100M000100Y43');
  assert.equal(company.ok && company.union, undefined);
  assert.deepEqual(company.ok && company.warnings, []);
  for (const code of ['91440300708461136T', '9144030071526726XG', '91110000600037341L', '91310110666007217T'])
    assert.deepEqual(readCreditCode(code), { ...readCreditCode(code), warnings: [] });
  const odd = readCreditCode(`91350100M000100X4${creditCheckCharacter('91350100M000100X4')}`);
  assert.deepEqual(odd.ok && odd.warnings.map((w) => w.code), ['identifiers.creditInnerCheck']);
});

const character = fc.constantFrom(...ALPHABET);
const validCode = fc
  .tuple(
    fc.constantFrom('81', '89', '91', '12', '52', 'N2'),
    fc.integer({ min: 110000, max: 659999 }),
    fc.array(character, { minLength: 9, maxLength: 9 }),
  )
  .map(([kind, region, body]) => `${kind}${region}${body.join('')}`)
  .map((first17) => first17 + creditCheckCharacter(first17));

test('property: well-made codes are taken, in lower case too', () => {
  fc.assert(
    fc.property(validCode, (code) => {
      const read = readCreditCode(code.toLowerCase());
      return isCreditCode(code) && read.ok && read.code === code;
    }),
  );
});

test('property: any one character changed is refused', () => {
  fc.assert(
    fc.property(validCode, fc.nat(17), character, (code, at, other) => {
      fc.pre(code[at] !== other);
      return !readCreditCode(code.slice(0, at) + other + code.slice(at + 1)).ok;
    }),
    { numRuns: 1000 },
  );
});
