import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { capitalAmount, formatYuan, instalments, plainYuan, readYuan, shareOf, split, splitByWeights, sumFen } from './money.ts';
import { say } from './words.ts';

const refusals: [cell: string | number, code: string][] = [
  ['', 'missing'],
  ['  ', 'missing'],
  ['0.005', 'tooFine'],
  [0.005, 'tooFine'],
  ['1,234.567', 'tooFine'],
  [0.1 + 0.2, 'tooFine'],
  ['12,34', 'shape'],
  ['1,2345', 'shape'],
  ['1.2万', 'shape'],
  ['一百', 'shape'],
  ['=1+1', 'shape'],
  ['1e3', 'shape'],
  [Number.NaN, 'shape'],
  [1e300, 'shape'],
  ['.', 'shape'],
  ['--5', 'shape'],
  ['-0.01', 'negative'],
  [-5, 'negative'],
  ['99999999999999999', 'tooLarge'],
];
for (const [cell, code] of refusals)
  test(`${cell} is refused: ${code}`, () => {
    const read = readYuan(cell);
    assert.ok(!read.ok);
    assert.equal(read.why.code, `money.${code}`);
    assert.doesNotMatch(say(read.why, 'zh', read.slots) + say(read.why, 'en', read.slots), /[{}]/);
  });

const taken: [cell: string | number, fen: bigint][] = [
  ['1234.5', 123450n],
  ['¥1,234.50', 123450n],
  ['￥１，２３４．５０', 123450n],
  ['1,234,567.89元', 123456789n],
  ['RMB 12', 1200n],
  ['12.', 1200n],
  ['12.500', 1250n],
  ['0', 0n],
  ['-0.00', 0n],
  [0.1, 10n],
  [1234.56, 123456n],
  [8567.89, 856789n],
  ['9999999999999.99', 999999999999999n],
];
for (const [cell, fen] of taken)
  test(`${cell} is ${fen} fen`, () => assert.deepEqual(readYuan(cell), { ok: true, fen, warnings: [] }));

test('negative amounts where they are allowed', () => {
  const read = readYuan('-¥1,234.50', { negative: true });
  assert.equal(read.ok && read.fen, -123450n);
});

test('written', () => {
  assert.equal(formatYuan(123450n), '¥1,234.50');
  assert.equal(formatYuan(-123450n), '-¥1,234.50');
  assert.equal(formatYuan(0n), '¥0.00');
  assert.equal(formatYuan(5n), '¥0.05');
  assert.equal(formatYuan(99999n), '¥999.99');
  assert.equal(formatYuan(100000n), '¥1,000.00');
  assert.equal(formatYuan(3544230000n), '¥35,442,300.00');
  assert.equal(plainYuan(-5n), '-0.05');
});

const capital: [yuan: string, text: string][] = [
  ['0', '零元整'],
  ['0.01', '壹分'],
  ['0.10', '壹角整'],
  ['1.01', '壹元零壹分'],
  ['10', '壹拾元整'],
  ['100.00', '壹佰元整'],
  ['1005.00', '壹仟零伍元整'],
  ['10000.50', '壹万元零伍角整'],
  ['100000001.00', '壹亿零壹元整'],
  ['1680.32', '壹仟陆佰捌拾元零叁角贰分'],
  ['107000.53', '壹拾万柒仟元零伍角叁分'],
  ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
  ['325.04', '叁佰贰拾伍元零肆分'],
  ['1409.50', '壹仟肆佰零玖元伍角整'],
  ['6007.14', '陆仟零柒元壹角肆分'],
  ['100005000', '壹亿零伍仟元整'],
  ['100500', '壹拾万零伍佰元整'],
  ['200000000', '贰亿元整'],
  ['1000000000000', '壹万亿元整'],
  ['1000000010000', '壹万亿零壹万元整'],
  ['30010500', '叁仟零壹万零伍佰元整'],
];
for (const [yuan, text] of capital)
  test(`${yuan} in capitals`, () => {
    const read = readYuan(yuan);
    assert.ok(read.ok);
    assert.equal(capitalAmount(read.fen), text);
  });

test('a negative amount in capitals, and one that is too large', () => {
  assert.equal(capitalAmount(-10000n), '负壹佰元整');
  assert.throws(() => capitalAmount(10n ** 18n));
});

const fen = fc.bigInt({ min: 0n, max: 10n ** 15n - 1n });

/** Reads capitals back, apart from the code under test, digit by digit. */
function meantBy(text: string): bigint {
  const section = (t: string): bigint => {
    let sum = 0n;
    let high = 0n;
    let digit = 0n;
    for (const c of t) {
      const d = '零壹贰叁肆伍陆柒捌玖'.indexOf(c);
      if (d >= 0) digit = BigInt(d);
      else if (c === '万') {
        high = (sum + digit) * 10000n;
        sum = 0n;
        digit = 0n;
      } else {
        sum += digit * 10n ** BigInt(' 拾佰仟'.indexOf(c));
        digit = 0n;
      }
    }
    return high + sum + digit;
  };
  const [yuanText, rest = ''] = text.includes('元') ? text.split('元') : ['', text];
  const [high, low] = (yuanText ?? '').includes('亿') ? (yuanText ?? '').split('亿') : ['', yuanText];
  const jiao = /(.)角/.exec(rest)?.[1] ?? '零';
  const cent = /(.)分/.exec(rest)?.[1] ?? '零';
  const small = BigInt('零壹贰叁肆伍陆柒捌玖'.indexOf(jiao) * 10 + '零壹贰叁肆伍陆柒捌玖'.indexOf(cent));
  return (section(high ?? '') * 100_000_000n + section(low ?? '')) * 100n + small;
}

test('property: capitals mean the amount, never with two 零 in a row or one before 元', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fen,
        fc.bigInt({ min: 0n, max: 10n ** 7n }),
        fen.map((f) => (f / 10n ** 6n) * 10n ** 6n),
      ),
      (f) => {
        const text = capitalAmount(f);
        return meantBy(text) === f && !/零零|零[万亿]/.test(text) && (f < 100n || !text.includes('零元'));
      },
    ),
    { numRuns: 2000 },
  );
});

test('property: what is written is read again', () => {
  fc.assert(
    fc.property(fen, (f) => {
      for (const text of [formatYuan(f), plainYuan(f)])
        assert.deepEqual(readYuan(text), { ok: true, fen: f, warnings: [] });
    }),
  );
});

test('half-up, mirrored below zero', () => {
  assert.deepEqual([shareOf(5n, 1, 2), shareOf(-5n, 1, 2), shareOf(4n, 1, 3), shareOf(5n, 1, 3)], [3n, -3n, 1n, 2n]);
  assert.throws(() => shareOf(1n, 1, 0));
});

test('the levy of rules.md §28 row 10: 12,345.00 splits into 4,938.00 and 7,407.00', () => {
  const levy = shareOf(61_725_000n, 2, 100);
  assert.equal(levy, 1_234_500n);
  assert.deepEqual(split(levy, { upper: [40, 100] }, 'own'), { upper: 493_800n, own: 740_700n });
});

test('a machine of 6,000.00 over 72 months (row 16): 71 of 83.33 and one of 83.57', () => {
  const parts = instalments(600_000n, 72);
  assert.equal(parts.length, 72);
  assert.deepEqual([...new Set(parts.slice(0, 71))], [8_333n]);
  assert.equal(parts.at(-1), 8_357n);
});

test('one fen halved and halved: the second half finds nothing left', () => {
  assert.deepEqual(split(1n, { a: [1, 2], b: [1, 2] }, 'rest'), { a: 1n, b: 0n, rest: 0n });
});

test('splits that make no sense are our bug', () => {
  assert.throws(() => split(-1n, { a: [1, 2] }, 'b'));
  assert.throws(() => split(1n, { a: [1, 2] }, 'a'));
  assert.throws(() => instalments(1n, 0));
  assert.throws(() => instalments(-1n, 2));
});

test('property: parts add up, none is negative, each is within a fen of its share', () => {
  fc.assert(
    fc.property(
      fc.oneof(fen, fc.bigInt({ min: 0n, max: 9n })),
      fc.integer({ min: 0, max: 50 }),
      fc.integer({ min: 0, max: 50 }),
      (total, a, b) => {
        const parts = split(total, { a: [a, 100], b: [b, 100] }, 'rest');
        assert.equal(sumFen(Object.values(parts)), total);
        for (const [part, share] of [
          [parts.a, a],
          [parts.b, b],
        ] as const) {
          const off = part * 100n - total * BigInt(share);
          assert.ok(part >= 0n && off <= 50n && off >= -100n);
        }
        assert.ok(parts.rest >= 0n);
      },
    ),
  );
});

test('property: instalments add up and none is negative', () => {
  fc.assert(
    fc.property(fc.oneof(fen, fc.bigInt({ min: 0n, max: 50n })), fc.integer({ min: 1, max: 400 }), (total, n) => {
      const parts = instalments(total, n);
      return parts.length === n && sumFen(parts) === total && parts.every((p) => p >= 0n);
    }),
  );
});

test('a split by weights refuses what cannot be split', () => {
  assert.throws(() => splitByWeights(-1n, [1]));
  assert.throws(() => splitByWeights(1n, []));
  assert.throws(() => splitByWeights(1n, [0, 0]));
  assert.throws(() => splitByWeights(1n, [2, -1]));
});

const weighed: [total: bigint, weights: number[], parts: bigint[]][] = [
  [100n, [1, 1, 1], [34n, 33n, 33n]],
  [12000n, [50, 30, 20], [6000n, 3600n, 2400n]],
  [1n, [1, 2], [0n, 1n]],
  [2n, [1, 1, 1], [1n, 1n, 0n]],
  [0n, [3, 4], [0n, 0n]],
  [7n, [0, 1, 0], [0n, 7n, 0n]],
  [10n, [1, 1, 1, 1, 1, 1, 1], [2n, 2n, 2n, 1n, 1n, 1n, 1n]],
];
for (const [total, weights, parts] of weighed)
  test(`${total} split by ${weights.join(':')}`, () => assert.deepEqual(splitByWeights(total, weights), parts));

test('parts by weight add up, and none is a whole unit away from its share', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 30 }).filter((w) => w.some((x) => x > 0));
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), weights, (total, w) => {
    const parts = splitByWeights(total, w);
    const sum = BigInt(w.reduce((a, b) => a + b, 0));
    assert.equal(sumFen(parts), total);
    parts.forEach((part, i) => {
      const off = part * sum - total * BigInt(w[i] ?? 0);
      assert.ok(off > -sum && off < sum);
    });
  }));
});
