import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import vectors from '../../test/data/identifier-vectors.json' with { type: 'json' };
import { dateOfDay, dayNumber } from './dates.ts';
import { idCheckCharacter, maskIdNumber, readIdNumber } from './id-number.ts';
import { provinceOf } from './provinces.ts';
import { say } from './words.ts';

const TODAY = '2026-11-21';

/*
 * identifier-vectors.json: `published` says whether the library the vector comes from publishes the number as valid;
 * `checksum` is what the standard's arithmetic says about it, computed apart from our code, and null where there is no
 * check digit (15-digit numbers). Where both are given they agree; we accept exactly what is published as valid, and
 * where there is a checksum our arithmetic must agree with it.
 */
const ids = vectors.filter((v) => v.kind === 'id' || v.kind === 'id15');

test('the vectors are all there', () => {
  assert.equal(ids.filter((v) => v.kind === 'id').length, 25);
  assert.equal(ids.filter((v) => v.kind === 'id15').length, 5);
});

for (const v of ids)
  test(`${v.kind} ${v.value} is ${v.published ? 'taken' : 'refused'} (${v.source})`, () => {
    const read = readIdNumber(v.value, TODAY);
    assert.equal(read.ok, v.published);
    if (v.checksum !== null && /^\d{17}[\dX]$/.test(v.value))
      assert.equal(idCheckCharacter(v.value) === v.value[17], v.checksum);
  });

const refusals: [text: string, code: string][] = [
  ['', 'idMissing'],
  ['　 ', 'idMissing'],
  ['110105194912310021', 'idCheck'],
  ['110101199003070000', 'lostDigits'],
  ['3.30102E+17', 'scientific'],
  ['11010519491231002A', 'idCharacters'],
  ['1101051949X231002X', 'idCharacters'],
  ['1101051949123100', 'idLength'],
  ['1101051949123100211', 'idLength'],
  ['12345678901234X', 'idLength'],
  ['991105194912310', 'idRegion'],
  ['811105194912310', 'idRegion'],
  ['10010519491231002X', 'idRegion'],
  ['440308199902301512', 'idDate'],
  ['110101190002290011', 'idDate'],
  ['610104620932690', 'idDateOld'],
];
for (const [text, code] of refusals)
  test(`${text} is refused: ${code}`, () => {
    const read = readIdNumber(text, TODAY);
    assert.ok(!read.ok);
    assert.equal(read.why.code, `identifiers.${code}`);
    assert.doesNotMatch(say(read.why, 'zh', read.slots) + say(read.why, 'en', read.slots), /[{}]/);
  });

test('golden numbers of rules.md §20.2', () => {
  for (const number of ['11010519491231002X', '440524188001010014', '11010119900307109X'])
    assert.ok(readIdNumber(number, TODAY).ok, number);
});

test('what a number tells', () => {
  const read = readIdNumber('11010519491231002X', TODAY);
  assert.deepEqual(read, {
    ok: true,
    number: '11010519491231002X',
    kind: 'resident',
    birthDate: '1949-12-31',
    sex: 'female',
    region: '110105',
    warnings: [],
  });
  const foreigner = readIdNumber('932682198501010017', TODAY);
  assert.ok(foreigner.ok);
  assert.deepEqual([foreigner.kind, foreigner.region, foreigner.sex], ['foreignPermanent', '320000', 'male']);
  const hongKong = readIdNumber('81000019980902013x', TODAY);
  assert.ok(hongKong.ok);
  assert.equal(hongKong.kind, 'hongKongMacaoTaiwan');
  assert.equal(provinceOf(hongKong.region)?.zh, '香港');
});

test('written carelessly, read as meant', () => {
  for (const text of [
    ' 110105 19491231 002x ',
    '１１０１０５１９４９１２３１００２Ｘ',
    "'11010519491231002X",
    '\uFEFF110105\u200B19491231002ｘ',
    '11010519491231002Ⅹ',
    '110105-19491231-002X',
  ]) {
    const read = readIdNumber(text, TODAY);
    assert.ok(read.ok, text);
    assert.equal(read.number, '11010519491231002X');
  }
});

test('15 digits become 18', () => {
  for (const [old, now] of [
    ['150102880730303', '150102198807303035'],
    ['610104620927690', '610104196209276908'],
  ] as const) {
    const read = readIdNumber(old, TODAY);
    assert.ok(read.ok);
    assert.equal(read.number, now);
    assert.deepEqual(
      read.warnings.map((w) => w.code),
      ['identifiers.idUpgraded'],
    );
  }
});

test('born today is no future, born tomorrow is', () => {
  const number = (date: string): string => {
    const first17 = `330102${date.replaceAll('-', '')}001`;
    return first17 + idCheckCharacter(first17);
  };
  assert.ok(readIdNumber(number('2026-11-21'), TODAY).ok);
  const tomorrow = readIdNumber(number('2026-11-22'), TODAY);
  assert.equal(!tomorrow.ok && tomorrow.why.code, 'identifiers.idFuture');
});

test('regions only warn, and only a table can tell', () => {
  const lookup = (code: string): 'current' | 'abolished' | undefined =>
    code === '110105' ? 'current' : code === '440401' ? 'abolished' : undefined;
  const codes = (n: string): string[] => {
    const read = readIdNumber(n, TODAY, lookup);
    return read.ok ? read.warnings.map((w) => w.code) : ['refused'];
  };
  assert.deepEqual(codes('11010519491231002X'), []);
  assert.deepEqual(codes('44040119580101000X'), ['identifiers.idRegionAbolished']);
  assert.deepEqual(codes('500154199804106120'), ['identifiers.idRegionUnknown']);
  const old = readIdNumber('440524188001010014', TODAY);
  assert.deepEqual(old.ok && old.warnings.map((w) => w.code), ['identifiers.idVeryOld']);
});

const validId = fc
  .record({
    region: fc.constantFrom('110105', '330102', '440308', '650102', '810000', '830000', '932682'),
    day: fc.integer({ min: dayNumber('1930-01-01'), max: dayNumber('2026-11-21') }),
    sequence: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ region, day, sequence }) => {
    const first17 = region + dateOfDay(day).replaceAll('-', '') + String(sequence).padStart(3, '0');
    return first17 + idCheckCharacter(first17);
  });

test('property: every well-made number is read back unchanged', () => {
  fc.assert(
    fc.property(validId, (id) => {
      const read = readIdNumber(id, TODAY);
      return read.ok && read.number === id && read.birthDate.replaceAll('-', '') === id.slice(6, 14);
    }),
  );
});

test('property: any one character changed is refused', () => {
  fc.assert(
    fc.property(validId, fc.nat(17), fc.constantFrom(...'0123456789X'), (id, at, other) => {
      fc.pre(id[at] !== other);
      return !readIdNumber(id.slice(0, at) + other + id.slice(at + 1), TODAY).ok;
    }),
    { numRuns: 1000 },
  );
});

test('property: two neighbours exchanged are refused', () => {
  fc.assert(
    fc.property(validId, fc.nat(16), (id, at) => {
      fc.pre(id[at] !== id[at + 1]);
      return !readIdNumber(`${id.slice(0, at)}${id[at + 1]}${id[at]}${id.slice(at + 2)}`, TODAY).ok;
    }),
    { numRuns: 1000 },
  );
});

test('property: no text makes the reader throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof readIdNumber(text, TODAY).ok === 'boolean'));
});

test('masks', () => {
  assert.equal(maskIdNumber('310101199001011234'), '310***********1234');
  assert.equal(maskIdNumber('310101199001011234', { secret: true }), '**************1234');
  assert.equal(maskIdNumber('310101900101123'), '310********1123');
  assert.equal(maskIdNumber('12345678'), '********');
  assert.equal(maskIdNumber(''), '');
});
