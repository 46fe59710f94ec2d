import assert from 'node:assert/strict';
import test from 'node:test';
import { answerFaults, maskName, movedBy, perHead, perMille, type Question, repeatsOf, sameDay, standingOf, tidyAnswers } from './activities.rules.ts';

const QUESTIONS: readonly Question[] = [
  { ask: 'choice', label: '尺码', required: true, options: ['M', 'L'] }, { ask: 'text', label: '备注', required: false, options: [] }, { ask: 'number', label: '身高', required: true, options: [] }, { ask: 'yesNo', label: '乘车', required: true, options: [] },
];

test('SVC-1 answers: what is missing and what is of another kind', () => {
  assert.deepEqual(answerFaults(QUESTIONS, ['M', null, 0, false]), []);
  assert.deepEqual(answerFaults(QUESTIONS, []), [{ at: 0, why: 'missing' }, { at: 2, why: 'missing' }, { at: 3, why: 'missing' }]);
  assert.deepEqual(answerFaults(QUESTIONS, ['XL', 7, '170', 'yes']), [0, 1, 2, 3].map((at) => ({ at, why: 'wrong' })));
  assert.deepEqual(answerFaults(QUESTIONS, ['  ', '', Number.NaN, true]), [{ at: 0, why: 'missing' }, { at: 2, why: 'wrong' }]);
  assert.deepEqual(tidyAnswers(QUESTIONS, [' M ', ' ', 3, false, 'too many']), ['M', null, 3, false]);
});

test('SVC-1 standing: from a draft to its end', () => {
  const at = (h: number): Date => new Date(Date.UTC(2026, 10, 21, h));
  const a = { state: 'approved', offer: 'open' as const, opensAt: at(1), closesAt: at(5), startsAt: at(6), endsAt: at(8), waits: true, places: 2, taken: 1 };
  const cases = [
    [{ state: 'submitted', offer: null }, 3, 'submitted'], [{}, 0, 'coming'], [{}, 3, 'open'], [{ taken: 2 }, 3, 'waiting'], [{ taken: 2, waits: false }, 3, 'full'], [{}, 5, 'closed'], [{ offer: 'closed' as const }, 3, 'closed'], [{}, 6, 'running'], [{}, 8, 'over'], [{ offer: 'cancelled' as const }, 9, 'cancelled'],
  ] as const;
  for (const [change, hour, expected] of cases) assert.equal(standingOf({ ...a, ...change }, at(hour)), expected);
});

test('SVC-1 arithmetic: series, same day, shares, money for each, names', () => {
  assert.deepEqual(repeatsOf('2026-12-24', 3, 2), ['2027-01-07', '2027-01-21']);
  assert.equal(movedBy(new Date('2026-11-21T06:00:00Z'), 14).toISOString(), '2026-12-05T06:00:00.000Z');
  assert.equal(sameDay(new Date('2026-11-21T00:00:00Z'), new Date('2026-11-21T16:00:00Z')), true, 'midnight closes the day');
  assert.equal(sameDay(new Date('2026-11-21T00:00:00Z'), new Date('2026-11-21T16:00:01Z')), false);
  assert.deepEqual([perMille(1, 3), perMille(0, 5), perMille(0, 0)], [333, 0, null]);
  assert.deepEqual([perHead(1001, 2), perHead(1000, 3), perHead(5, 0)], [501, 333, null]);
  assert.deepEqual(['王小兵', '李', '欧阳文静儿子', ' 马 '].map(maskName), ['王**', '李', '欧***', '马']);
});
