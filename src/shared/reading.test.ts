import assert from 'node:assert/strict';
import test from 'node:test';
import { Refused } from './errors.ts';
import { readPhone } from './phone.ts';
import { taken } from './reading.ts';

test('a refusal becomes a 400 that stands at its field', () => {
  assert.throws(
    () => taken(readPhone('138'), 'phone'),
    (e) =>
      e instanceof Refused &&
      e.status === 400 &&
      e.word.code === 'identifiers.phoneShape' &&
      e.fields[0]?.path === 'phone',
  );
});

test('a value goes through', () => assert.equal(taken(readPhone('138 1234 1234')).number, '13812341234'));
