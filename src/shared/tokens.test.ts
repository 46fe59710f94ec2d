import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { formatFollowUpCode, readFollowUpCode } from './tokens.ts';

test('what is no code', () => {
  for (const [text, code] of [
    ['', 'codeMissing'],
    [' - ', 'codeMissing'],
    ['1234 5678 9012 345', 'codeLength'],
    ['1234 5678 9012 3456 7', 'codeLength'],
    ['1234 5678 9012 34x6', 'codeLetters'],
    ['一二三四', 'codeLetters'],
  ]) {
    const read = readFollowUpCode(text ?? '');
    assert.equal(!read.ok && read.why.code, `tokens.${code}`, text);
  }
});

test('as people type it', () => {
  for (const text of [
    '1234 5678 9012 3456',
    '1234-5678-9012-3456',
    '１２３４５６７８９０１２３４５６',
    ' l234 5678 9Ol2 3456 ',
    '1234.5678.9012.3456',
    '1234\u200B567890123456',
  ])
    assert.deepEqual(readFollowUpCode(text), { ok: true, code: '1234567890123456', warnings: [] }, text);
});

test('in groups of four', () => assert.equal(formatFollowUpCode('1234567890123456'), '1234 5678 9012 3456'));

test('property: shown and read back', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { minLength: 16, maxLength: 16 }), (digits) => {
      const read = readFollowUpCode(formatFollowUpCode(digits.join('')));
      return read.ok && read.code === digits.join('');
    }),
  );
});
