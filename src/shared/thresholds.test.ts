import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {
  atLeast,
  atMost,
  baseWord,
  boundary,
  HALF_OR_MORE,
  lessThan,
  meets,
  meetsMajority,
  MORE_THAN_HALF,
  moreThan,
  ONE_THIRD_OR_MORE,
  sayThreshold,
  TWO_THIRDS_OR_MORE,
  type Threshold,
} from './thresholds.ts';

// rules.md §1.1, computed there
const golden: [base: number, twoThirds: number, moreThanHalf: number, half: number][] = [
  [30, 20, 16, 15],
  [31, 21, 16, 16],
  [100, 67, 51, 50],
  [101, 68, 51, 51],
];
for (const [base, twoThirds, more, half] of golden)
  test(`of ${base}: 三分之二以上 ${twoThirds}, 过半数 ${more}, 半数以上 ${half}`, () => {
    for (const [t, least] of [
      [TWO_THIRDS_OR_MORE, twoThirds],
      [MORE_THAN_HALF, more],
      [HALF_OR_MORE, half],
    ] as const) {
      assert.equal(boundary(base, t), least);
      assert.equal(meets(least - 1, base, t), false);
      assert.equal(meets(least, base, t), true);
    }
  });

test('a congress of 30 (rules.md §28 rows 1 to 3)', () => {
  const counts = { entitled: 30, present: 20, ballotsIssued: 20, ballotsReturned: 20, validBallots: 20 };
  assert.equal(meets(counts.present, counts.entitled, TWO_THIRDS_OR_MORE), true);
  assert.equal(meetsMajority(16, counts, { ...MORE_THAN_HALF, base: 'entitled' }), true);
  assert.equal(meetsMajority(15, counts, { ...MORE_THAN_HALF, base: 'entitled' }), false);
  assert.equal(meetsMajority(15, counts, { ...HALF_OR_MORE, base: 'entitled' }), true);
  assert.equal(meetsMajority(11, counts, { ...MORE_THAN_HALF, base: 'present' }), true);
  assert.equal(meets(59, 90, TWO_THIRDS_OR_MORE), false);
});

test('不超过 20%, 不满, and shares of money to the fen (row 21: 80.00% and 80.01%)', () => {
  assert.equal(meets(20, 100, atMost(1, 5)), true);
  assert.equal(meets(21, 100, atMost(1, 5)), false);
  assert.equal(meets(33, 99, lessThan(1, 3)), false);
  assert.equal(meets(32, 99, lessThan(1, 3)), true);
  assert.equal(meets(800_000n, 1_000_000n, moreThan(80, 100)), false);
  assert.equal(meets(800_100n, 1_000_000n, moreThan(80, 100)), true);
});

test('of nobody nothing is a majority', () => {
  assert.equal(meets(0, 0, TWO_THIRDS_OR_MORE), false);
  assert.equal(meets(0, 0, HALF_OR_MORE), false);
  assert.equal(meets(0, 0, atMost(1, 5)), true);
  assert.equal(boundary(0, MORE_THAN_HALF), 1);
});

test('shares that are none are our bug', () => {
  assert.throws(() => atLeast(1, 0));
  assert.throws(() => atLeast(0.5, 1));
  assert.throws(() => atLeast(-1, 2));
  assert.throws(() => meets(1, -1, HALF_OR_MORE));
});

test('in words', () => {
  const both = (t: Threshold): string[] => [sayThreshold(t, 'zh'), sayThreshold(t, 'en')];
  assert.deepEqual(both(TWO_THIRDS_OR_MORE), ['三分之二以上', 'at least 2/3']);
  assert.deepEqual(both(MORE_THAN_HALF), ['过半数', 'more than half']);
  assert.deepEqual(both(HALF_OR_MORE), ['半数以上', 'half or more']);
  assert.deepEqual(both(ONE_THIRD_OR_MORE), ['三分之一以上', 'at least 1/3']);
  assert.deepEqual(both(atMost(20, 100)), ['不超过20%', 'at most 20%']);
});

const threshold = fc
  .tuple(fc.constantFrom('GE', 'GT', 'LE', 'LT'), fc.integer({ min: 1, max: 1000 }), fc.nat(1000))
  .map(([op, den, num]): Threshold => ({ op, num: num % (den + 1), den }));

test('property: the boundary is where the answer turns', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000_000 }), threshold, (base, t) => {
      const b = boundary(base, t);
      const up = t.op === 'GE' || t.op === 'GT';
      return up ? meets(b, base, t) && !meets(b - 1, base, t) : meets(b, base, t) && !meets(b + 1, base, t);
    }),
  );
});

test('property: 过半数 cannot hold for two sides at once, 半数以上 only at exactly half', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.nat(10_000), (base, yes) => {
      const count = yes % (base + 1);
      const no = base - count;
      assert.ok(!(meets(count, base, MORE_THAN_HALF) && meets(no, base, MORE_THAN_HALF)));
      assert.equal(meets(count, base, HALF_OR_MORE) && meets(no, base, HALF_OR_MORE), count === no);
    }),
  );
});

test('what a share is counted of is said in both languages', () => {
  assert.deepEqual([baseWord('entitled').zh, baseWord('validBallots').en], ['应到', 'valid ballots']);
});
