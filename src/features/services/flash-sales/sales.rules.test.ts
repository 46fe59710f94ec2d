import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { type CheckFacts, checksOf, costOf, curveOf, daysFor, needsApproval } from './sales.rules.ts';

const FACTS: CheckFacts = {
  worth: 6_800, price: 100, pays: 'atHandOver', places: 3_000, members: 3_400, occasion: 'midAutumn', form: 'goods', tax: 'welfare', cap: 150_000, spentMost: 143_300, overCap: 0, noticeHours: 24, hoursToStart: 24, pickUp: true, books: true, gate: false, pictures: 1,
};
const level = (name: string, more: Partial<CheckFacts>) => checksOf({ ...FACTS, ...more }).find((c) => c.name === name)?.level;

test('the union bears the difference of worth and price for each, everything where points pay, and never less than nothing', () => {
  assert.equal(costOf({ worth: 6_800, price: 100, pays: 'atHandOver' }), 6_700);
  assert.equal(costOf({ worth: 6_800, price: 2_000, pays: 'points' }), 6_800);
  fc.assert(fc.property(fc.nat(1e8), fc.nat(1e8), (worth, price) => costOf({ worth, price, pays: 'online' }) >= 0));
  assert.deepEqual(checksOf(FACTS).find((c) => c.name === 'cost')?.slots, { cost: 6_700, total: 20_100_000 });
});

test('each check holds at its bound and says so one step beyond', () => {
  assert.ok(checksOf(FACTS).every((c) => c.level === 'ok'));
  const beyond: readonly [name: string, more: Partial<CheckFacts>, level: string][] = [
    ['cap', { spentMost: 143_301 }, 'warn'], ['cost', { price: 6_800 }, 'warn'], ['occasion', { occasion: 'other' }, 'warn'], ['tax', { tax: '' }, 'stop'], ['notice', { hoursToStart: 23.9 }, 'warn'], ['notice', { hoursToStart: 0 }, 'stop'],
    ['pickUp', { pickUp: false }, 'stop'], ['pays', { pays: 'online' }, 'stop'], ['pays', { pays: 'points', books: false }, 'stop'], ['places', { members: 2_999 }, 'warn'], ['picture', { pictures: 0 }, 'warn'],
  ];
  for (const [name, more, expected] of beyond) assert.equal(level(name, more), expected, `${name} ${JSON.stringify(more)}`);
  assert.equal(level('pays', { pays: 'online', gate: true }), 'ok');
  assert.equal(level('places', { members: 0 }), 'ok', 'nobody counted yet');
  assert.deepEqual([needsApproval(0, 0), needsApproval(1, 0), needsApproval(100_000, 100_000)], [false, true, false]);
});

test('months of membership are days of the calendar before the start', () => {
  assert.deepEqual([daysFor(0, '2026-11-21'), daysFor(1, '2026-03-31'), daysFor(12, '2025-03-01')], [0, 31, 365]);
});

test('the curve adds up, whatever the seconds', () => {
  assert.deepEqual(curveOf([{ second: 0, n: 2 }, { second: 3, n: 1 }, { second: 9, n: 5 }], 9), [{ second: 0, n: 2, sum: 2 }, { second: 3, n: 1, sum: 3 }]);
});
