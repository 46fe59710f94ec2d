import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { sumFen } from '#shared/money';
import { among, daysOf, unitAward } from './rewards.rules.ts';

test('a reward is split by shares to the last fen, and always adds up', () => {
  assert.deepEqual(among(12_000n, [{ personId: 'a', share: 3400 }, { personId: 'b', share: 3300 }, { personId: 'c', share: 3300 }]).map((x) => x.amountFen), [4080n, 3960n, 3960n]);
  assert.deepEqual(among(3_000n, [{ personId: 'a', share: 10_000 }, { personId: 'b', share: 0 }]), [{ personId: 'a', amountFen: 3_000n }], 'who joined by a merger without a share gets nothing');
  assert.deepEqual(among(1n, [{ personId: 'a', share: 5000 }, { personId: 'b', share: 5000 }]), [{ personId: 'a', amountFen: 1n }]);
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 10 }).filter((s) => s.some((x) => x > 0)), (amount, shares) => {
    assert.equal(sumFen(among(amount, shares.map((share, i) => ({ personId: String(i), share }))).map((x) => x.amountFen)), amount);
  }));
});

test('a best unit gets one per cent of a month’s payroll', () => {
  for (const [payroll, award] of [[569_300_000n, 5_693_000n], [1n, 0n], [50n, 1n], [49n, 0n]] as const) assert.equal(unitAward(payroll, { num: 1, den: 100 }), award);
});

test('months have their last day', () => {
  for (const [month, to] of [['2024-02', '2024-02-29'], ['2025-02', '2025-02-28'], ['2025-12', '2025-12-31'], ['2100-02', '2100-02-28']] as const) assert.deepEqual(daysOf(month), { from: `${month}-01`, to });
});
