import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { formatCard, maskCard, passesLuhn, readBankAccount, type AccountKind } from './bank-card.ts';

const golden = ['4111111111111111', '6222020000000000000', '6217001234567890122'];

test('golden cards of rules.md §20.3, and each with one digit changed', () => {
  for (const number of golden) {
    assert.ok(readBankAccount(number).ok, number);
    for (let at = 0; at < number.length; at++)
      for (let d = 1; d < 10; d++) {
        const other = number.slice(0, at) + String((Number(number[at]) + d) % 10) + number.slice(at + 1);
        assert.equal(readBankAccount(other).ok, false, other);
      }
  }
});

const refusals: [text: string, kind: AccountKind, code: string][] = [
  ['', 'card', 'cardMissing'],
  ['6217001234567890123', 'card', 'cardCheck'],
  ['621700123456789', 'card', 'cardCheck'],
  ['6217001234567890000', 'card', 'lostDigits'],
  ['6.217E+18', 'card', 'scientific'],
  ['62170012', 'card', 'cardLength'],
  ['62170012345678901220', 'card', 'cardLength'],
  ['0000000000000000', 'card', 'cardPlaceholder'],
  ['6217工行1234567890', 'card', 'cardCharacters'],
  ['12345', 'passbook', 'accountLength'],
  ['1202O123', 'corporate', 'accountCharacters'],
];
for (const [text, kind, code] of refusals)
  test(`${kind} ${text} is refused: ${code}`, () => {
    const read = readBankAccount(text, kind);
    assert.equal(!read.ok && read.why.code, `identifiers.${code}`);
  });

test('spaces, hyphens and full-width digits', () => {
  const read = readBankAccount(' ６２１７ 0012-3456 7890 122 ');
  assert.deepEqual(read, { ok: true, number: '6217001234567890122', kind: 'card', warnings: [] });
});

test('passbooks and company accounts are not checked by Luhn, and say so', () => {
  const read = readBankAccount('6217001234567890123', 'corporate');
  assert.deepEqual(read.ok && read.warnings.map((w) => w.code), ['identifiers.accountUnchecked']);
});

test('property: exactly one last digit completes a card', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { minLength: 12, maxLength: 18 }), (digits) => {
      const body = digits.join('');
      return [...'0123456789'].filter((d) => passesLuhn(body + d)).length === 1;
    }),
  );
});

test('as on the card, and masked', () => {
  assert.equal(formatCard('6217001234567890122'), '6217 0012 3456 7890 122');
  assert.equal(maskCard('6217001234567890122'), '**** 0122');
  assert.equal(maskCard('1234567'), '****');
});
