import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { checkText, setOff, summaryOf, sumsByPerson } from './lines.rules.ts';

const line = (personId: string, amountFen: bigint) => ({ personId, amountFen });

test('set-offs: cases', () => {
  const cases: [lines: [string, bigint][], standing: [string, bigint][], takes: bigint[]][] = [
    [[['a', 100n], ['a', -100n]], [], [100n, -100n]],
    [[['a', -100n], ['a', 100n]], [], [-100n, 100n]],
    [[['a', 100n], ['a', -101n]], [], [100n]],
    [[['a', -101n], ['a', -1n], ['a', 100n]], [], [-1n, 100n]],
    [[['a', -30n]], [['a', 30n]], [-30n]],
    [[['a', -30n]], [['b', 30n]], []],
  ];
  for (const [lines, standing, takes] of cases) assert.deepEqual(setOff(lines.map(([p, n]) => line(p, n)), new Map(standing)).takes.map((l) => l.amountFen), takes);
});

test('set-offs: whatever comes, nobody falls below zero and nothing is lost', () => {
  const some = fc.array(fc.record({ personId: fc.constantFrom('a', 'b', 'c'), amountFen: fc.bigInt({ min: -50n, max: 50n }).filter((n) => n !== 0n) }), { maxLength: 30 });
  fc.assert(fc.property(some, (lines) => {
    const { takes, leaves } = setOff(lines, new Map());
    assert.equal(takes.length + leaves.length, lines.length);
    assert.ok(leaves.every((l) => l.amountFen < 0n));
    assert.ok([...sumsByPerson(takes).values()].every((n) => n >= 0n));
    const sums = sumsByPerson(takes);
    assert.ok(leaves.every((l) => (sums.get(l.personId) ?? 0n) + l.amountFen < 0n), 'what was left would not fit now either');
  }));
});

test('reasons of one person in one line; the checksum sees every row', () => {
  const more = (n: number): string => `+${n}`;
  assert.equal(summaryOf(['甲', '乙', '甲'], more), '甲；乙');
  assert.equal(summaryOf(['甲', '乙', '丙', '丁'], more), '甲；乙；丙 +4');
  assert.equal(summaryOf(['长'.repeat(200)], more).length, 120);
  const row = { personId: 'x', position: 1, staffNumber: '1', name: '王', amountFen: 100n, summary: '' };
  assert.notEqual(checkText([row]), checkText([{ ...row, amountFen: 101n }]));
  assert.notEqual(checkText([row]), checkText([row, { ...row, position: 2 }]));
});
