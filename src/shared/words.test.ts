import assert from 'node:assert/strict';
import test from 'node:test';
import { defineWords, say } from '#shared/words';

const words = defineWords('told', {
  letters: ['{n} 封来信', '{n} {n:letter waits|letters wait} for {name}'],
  plain: ['没有空位', 'No slot'],
});

test('a slot that was not given stays visible, the noun that goes with it too', () => {
  assert.equal(say(words.letters, 'en'), '{n} {n:letter waits|letters wait} for {name}');
  assert.equal(say(words.letters, 'zh', { name: '王' }), '{n} 封来信');
});

test('one thing, no thing, two things', () => {
  const told = [1, '1', 0, 2, '1.5', '1,001'].map((n) => say(words.letters, 'en', { n, name: 'you' }));
  assert.deepEqual(told, ['1 letter waits for you', '1 letter waits for you', '0 letters wait for you', '2 letters wait for you', '1.5 letters wait for you', '1,001 letters wait for you']);
  assert.equal(say(words.letters, 'zh', { n: 1 }), '1 封来信');
});

test('what is filled in is not read as a slot again', () => {
  assert.equal(say(words.letters, 'en', { n: 1, name: '{n:a|b}' }), '1 letter waits for {n:a|b}');
  assert.equal(say(words.plain, 'en', { n: 1 }), 'No slot');
});
