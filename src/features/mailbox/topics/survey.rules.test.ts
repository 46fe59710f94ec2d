import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { type Answer, choicesOf, type Count, countOne, coverSmall, joined, noCount, type Question, REST, shuffled, wronglyAnswered, wronglyMade } from './survey.rules.ts';

const QUESTIONS: readonly Question[] = [
  { kind: 'single', text: '哪一餐？', options: ['早', '中', '晚'] }, { kind: 'several', text: '缺什么？', options: ['热水', '柜子'] },
  { kind: 'scale', text: '满意吗？', options: [] }, { kind: 'yesNo', text: '去过吗？', options: [] }, { kind: 'open', text: '还有什么？', options: [] },
];
const chosen = (...choices: number[]) => ({ choices, text: '' });
const GOOD: readonly Answer[] = [chosen(1), chosen(0, 1), chosen(4), chosen(0), { choices: [], text: '多放点盐' }];

test('BOX-3 questions: choices belong to choosing, two at least, none twice', () => {
  assert.deepEqual(wronglyMade(QUESTIONS), []);
  const bad: Question[] = [{ kind: 'single', text: 'a', options: ['x'] }, { kind: 'several', text: 'b', options: ['x', 'x'] }, { kind: 'scale', text: 'c', options: ['x', 'y'] }, { kind: 'open', text: 'd', options: ['x', 'y'] }];
  assert.deepEqual(wronglyMade(bad), [0, 1, 2, 3]);
  assert.deepEqual(QUESTIONS.map(choicesOf), [3, 2, 5, 2, 0]);
});

test('BOX-3 answers: one of each, known choices, open ones may stay empty', () => {
  assert.deepEqual(wronglyAnswered(QUESTIONS, GOOD), []);
  assert.deepEqual(wronglyAnswered(QUESTIONS, [...GOOD.slice(0, 4), { choices: [], text: '' }]), []);
  assert.deepEqual(wronglyAnswered(QUESTIONS, []), [0, 1, 2, 3]);
  const wrong = [[0, chosen(0, 1)], [0, chosen(3)], [0, chosen(-1)], [1, chosen()], [1, chosen(1, 1)], [2, chosen(5)], [3, { choices: [0], text: 'x' }], [4, chosen(0)]] as const;
  for (const [at, answer] of wrong) assert.deepEqual(wronglyAnswered(QUESTIONS, GOOD.with(at, { ...answer })), [at], JSON.stringify([at, answer]));
});

test('BOX-3 counting adds one person and one vote for each choice', () => {
  const once = countOne(noCount(QUESTIONS), GOOD);
  assert.deepEqual(once, { people: 1, votes: [[0, 1, 0], [1, 1], [0, 0, 0, 0, 1], [1, 0], []] });
  assert.deepEqual(joined(once, once).votes[1], [2, 2]);
});

const people = (n: number): Count => ({ people: n, votes: [[n, 0]] });
const cells = (...of: number[]) => new Map(of.map((n, i) => [i + 1, people(n)]));
const seen = (m: Map<number, Count>): Record<string, number> => Object.fromEntries([...m].map(([place, c]) => [place, c.people]));

test('BOX-3 small groups: hidden, and the next smallest with them when the rest would tell', () => {
  for (const [counts, shown] of [
    [cells(), {}], [cells(4), {}], [cells(5), { 1: 5 }], [cells(2, 2), {}], [cells(2, 3), { 0: 5 }],
    [cells(10, 20), { 1: 10, 2: 20 }], [cells(10, 20, 4), { 2: 20, 0: 14 }], [cells(10, 3, 3), { 1: 10, 0: 6 }], [cells(7, 1), { 0: 8 }],
    [cells(0, 9), { 2: 9 }], [new Map([[0, people(2)], [1, people(8)], [2, people(9)]]), { 2: 9, 0: 10 }],
  ] as const) assert.deepEqual(seen(coverSmall(counts, 5)), shown, JSON.stringify([...counts].map(([, c]) => c.people)));
});

test('BOX-3 small groups, any: nothing shown is small, nothing is lost, nothing hidden follows from the total', () => {
  fc.assert(fc.property(fc.array(fc.nat(30), { maxLength: 12 }), fc.integer({ min: 3, max: 12 }), (sizes, smallest) => {
    const counts = cells(...sizes);
    const shown = coverSmall(counts, smallest);
    const all = sizes.reduce((a, b) => a + b, 0);
    const hidden = [...counts].filter(([place, c]) => c.people > 0 && !shown.has(place)).map(([, c]) => c.people);
    assert.ok([...shown.values()].every((c) => c.people >= smallest));
    if (all < smallest) return void assert.equal(shown.size, 0);
    assert.equal([...shown.values()].reduce((n, c) => n + c.people, 0), all);
    assert.equal(shown.get(REST)?.people ?? 0, hidden.reduce((a, b) => a + b, 0), 'the rest is the sum of what is hidden');
  }), { numRuns: 500 });
});

test('BOX-3 shuffling keeps everything', () => {
  fc.assert(fc.property(fc.array(fc.integer()), fc.nat(), (list, seed) => {
    let s = seed;
    const out = shuffled(list, (n) => { s = (s * 48_271 + 7) % 2_147_483_647; return s % n; });
    assert.deepEqual(out.toSorted((a, b) => a - b), list.toSorted((a, b) => a - b));
  }));
});
