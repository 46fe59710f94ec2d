import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { better, countAgainIn, lookAgainIn, nextTick, offsetOf, partsOf } from './clock.rules.ts';

test('the offset is wrong by half the way at most, whatever way the answer took longer', () => {
  fc.assert(fc.property(fc.integer({ min: -86_400_000, max: 86_400_000 }), fc.nat(5_000), fc.nat(5_000), (ahead, there, back) => {
    const asked = 1_800_000_000_000;
    const o = offsetOf({ asked, answered: asked + there + back, said: asked + there + ahead });
    assert.ok(Math.abs(o.ahead - ahead) <= o.within + 1e-6);
  }));
  assert.deepEqual(better({ ahead: 5, within: 100 }, { ahead: 9, within: 200 }), { ahead: 5, within: 100 });
  assert.deepEqual(better(null, { ahead: 9, within: 200 }), { ahead: 9, within: 200 });
});

test('nobody asks in the last twenty seconds, and the phones ask at different moments', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.float({ min: 0, max: Math.fround(0.999), noNaN: true }), (toStart, chance) => {
    const wait = lookAgainIn(toStart, chance);
    if (toStart <= 20_000) assert.equal(wait, null);
    else assert.ok(wait !== null && wait >= 0 && toStart - wait >= 20_000, String(wait));
  }));
  assert.deepEqual([lookAgainIn(600_000, 0), lookAgainIn(600_000, 1)], [580_000, 520_000]);
  assert.ok(countAgainIn(0) >= 1_000);
});

test('the countdown shows zero only at the start, and changes with the second', () => {
  assert.deepEqual(partsOf(90_061_000), { d: 1, h: '01', m: '01', s: '01' });
  assert.deepEqual(partsOf(1), { d: 0, h: '00', m: '00', s: '01' });
  assert.deepEqual(partsOf(0), { d: 0, h: '00', m: '00', s: '00' });
  fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000 }), (ms) => partsOf(ms - nextTick(ms)).s !== partsOf(ms).s));
});
