import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { Composed, decideJointly, sayJoint } from './joint.rules.ts';

const branches = ['b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'b7', 'b8'];
const all = { op: 'GE', num: 1, den: 1 } as const;
const most = { op: 'GT', num: 1, den: 2 } as const;
const passed = (ballot: string, weight = 1) => ({ weight, rule: { kind: 'passed', ballot } as Composed });
/** Source 004: more than half of eight branch congresses agree, and the joint body of their delegates does not veto. */
const eight: Composed = { kind: 'share', ...all, of: [{ weight: 1, rule: { kind: 'share', ...most, of: branches.map((b) => passed(b)) } }, { weight: 1, rule: { kind: 'noVeto', ballot: 'joint' } }] };
const results = (yes: string[], no: string[] = []): Map<string, boolean> => new Map([...yes.map((b) => [b, true] as const), ...no.map((b) => [b, false] as const)]);
const verdict = (rule: Composed, yes: string[], no: string[] = []): string => decideJointly(rule, results(yes, no)).verdict;

test('eight congresses and a veto: exactly half is not enough, a veto ends it, what is open stays open', () => {
  assert.equal(verdict(eight, branches.slice(0, 4), [...branches.slice(4), 'joint']), 'failed');
  assert.equal(verdict(eight, branches.slice(0, 5), ['joint']), 'passed');
  assert.equal(verdict(eight, branches.slice(0, 5)), 'open', 'the joint body has not spoken');
  assert.equal(verdict(eight, [...branches, 'joint']), 'failed', 'vetoed by the joint body');
  assert.equal(verdict(eight, ['joint']), 'failed', 'a veto decides before the rest has voted');
  assert.equal(verdict(eight, [], branches.slice(0, 4)), 'failed', 'five can no longer agree');
  assert.equal(verdict(eight, []), 'open');
});

test('in proportion to delegates: one large congress may outweigh seven', () => {
  const rule: Composed = { kind: 'share', ...most, of: branches.map((b, i) => passed(b, i === 0 ? 8 : 1)) };
  assert.equal(verdict(rule, ['b1']), 'passed');
  assert.equal(verdict(rule, branches.slice(1), ['b1']), 'failed');
});

test('the decision is written out', () => {
  const { lines } = decideJointly(eight, results(branches.slice(0, 5), ['joint']));
  assert.equal(lines.length, 11);
  assert.deepEqual([lines[1], lines[10]].map((l) => l && [l.depth, l.ballot, l.verdict, sayJoint(l, 'zh'), sayJoint(l, 'en')]), [
    [1, null, 'passed', '同意 5，未决 3，共 8，须过半数（至少 5）', '5 of 8 agreed, 3 still open, more than half must agree (at least 5)'],
    [1, 'joint', 'passed', '没有否决', 'not vetoed'],
  ]);
});

test('rules that are none', () => {
  for (const rule of [{ kind: 'share', ...all, of: [] }, { kind: 'share', op: 'LE', num: 1, den: 2, of: [passed('a')] }, { kind: 'share', op: 'GE', num: 3, den: 2, of: [passed('a')] }, { kind: 'passed' }, { kind: 'share', ...all, of: [{ weight: 0, rule: { kind: 'passed', ballot: 'a' } }] }]) {
    assert.equal(Composed.safeParse(rule).success, false, JSON.stringify(rule));
  }
  assert.equal(Composed.safeParse(eight).success, true);
});

test('decided means: however the open votes end, it stays so; open means that they matter', () => {
  let next = 0;
  const leaf = fc.constantFrom('passed', 'noVeto').map((kind) => ({ kind, ballot: '' }) as Composed);
  const share = (inner: fc.Arbitrary<Composed>) => fc.record({ kind: fc.constant('share' as const), op: fc.constantFrom('GE' as const, 'GT' as const), num: fc.integer({ min: 0, max: 3 }), den: fc.constant(3), of: fc.array(fc.record({ weight: fc.integer({ min: 1, max: 3 }), rule: inner }), { minLength: 1, maxLength: 3 }) }) as fc.Arbitrary<Composed>;
  const numbered = (rule: Composed): Composed => (rule.kind === 'share' ? { ...rule, of: rule.of.map((b) => ({ ...b, rule: numbered(b.rule) })) } : { ...rule, ballot: `v${next++}` });
  const met = { passed: 0, failed: 0, open: 0 };
  fc.assert(fc.property(share(fc.oneof(leaf, share(leaf))), fc.array(fc.constantFrom(true, false, undefined), { minLength: 9, maxLength: 9 }), (drawn, known) => {
    next = 0;
    const rule = numbered(drawn);
    const told = new Map<string, boolean>(known.flatMap((v, i) => (v === undefined || i >= next ? [] : [[`v${i}`, v] as const])));
    const open = Array.from({ length: next }, (_, i) => `v${i}`).filter((b) => !told.has(b));
    const ends = new Set(Array.from({ length: 2 ** open.length }, (_, bits) => decideJointly(rule, new Map<string, boolean>([...told, ...open.map((b, i) => [b, (bits >> i) % 2 === 1] as const)])).verdict));
    const now = decideJointly(rule, told).verdict;
    assert.equal(ends.has('open'), false);
    assert.equal(now, ends.size === 1 ? [...ends][0] : 'open');
    met[now] += 1;
  }), { numRuns: 500 });
  assert.ok(Math.min(met.passed, met.failed, met.open) > 20, JSON.stringify(met));
});
