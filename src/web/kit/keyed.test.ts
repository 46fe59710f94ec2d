import assert from 'node:assert/strict';
import test from 'node:test';
import { RefusedByServer } from './client.ts';
import { keyedPresses } from './keyed.ts';

const lost = new RefusedByServer(0, { code: 'kit.noNetwork', sentence: '没有网络' });
const refused = new RefusedByServer(409, { code: 'sold_out', sentence: '已经没有名额了' });

test('a refusal is not asked again; the next press has another key', async () => {
  const keys: string[] = [];
  const press = keyedPresses([0, 0]);
  for (const _ of [1, 2]) await assert.rejects(press('a', async (key) => { keys.push(key); throw refused; }), refused);
  assert.equal(keys.length, 2);
  assert.notEqual(keys[0], keys[1]);
});

test('a lost network: the same key again by itself, and with the next press of the same', async () => {
  const keys: string[] = [];
  const press = keyedPresses([0, 0]);
  await assert.rejects(press('a', async (key) => { keys.push(key); throw lost; }), lost);
  assert.equal(keys.length, 3);
  assert.equal(await press('a', async (key) => { keys.push(key); return 'yours'; }), 'yours');
  assert.equal(new Set(keys).size, 1);
  await press('a', async (key) => { keys.push(key); });
  assert.equal(new Set(keys).size, 2);
});

test('another wish meanwhile is another press', async () => {
  const keys: string[] = [];
  const press = keyedPresses([]);
  await assert.rejects(press('a', async (key) => { keys.push(key); throw lost; }));
  await press('b', async (key) => { keys.push(key); });
  assert.equal(new Set(keys).size, 2);
});
