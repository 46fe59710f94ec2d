import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { asPrefix, veiled } from './search.rules.ts';

test('numbers are veiled in the middle and keep their length', () => {
  assert.equal(veiled('10002345'), '10••••45');
  assert.equal(veiled('12345'), '12345');
  fc.assert(fc.property(fc.stringMatching(/^\d{6,20}$/), (n) => veiled(n).length === n.length && veiled(n) !== n));
});

test('a pattern means its own characters', () => {
  assert.equal(asPrefix('王'), '王%');
  assert.equal(asPrefix('50%_\\'), '50\\%\\_\\\\%');
});
