import assert from 'node:assert/strict';
import test from 'node:test';
import { answeredInTime, type Counted, figuresOf, windowOf } from './proposals.rules.ts';

const one = (more: Partial<Counted>): Counted => ({ state: 'submitted', kind: 'welfare', decision: null, dueOn: null, answeredOn: null, dueAgainOn: null, answeredAgainOn: null, satisfaction: null, satisfactionAgain: null, outcome: null, assignedOn: null, ...more });
const answered = { decision: 'filed', assignedOn: '2026-03-01', dueOn: '2026-04-01', answeredOn: '2026-04-01' } as const;

test('DEM-2 proposals are moved from the first day to the last, both included', () => {
  const c = { opensOn: '2026-03-01', closesOn: '2026-03-10' };
  for (const [day, stage] of [['2026-02-28', 'coming'], ['2026-03-01', 'open'], ['2026-03-10', 'open'], ['2026-03-11', 'over']] as const) assert.equal(windowOf(c, day), stage, day);
});

test('DEM-2 an answer on its day is in time, one day later it is not; the second handling counts by its own day', () => {
  assert.equal(answeredInTime(one(answered)), true);
  assert.equal(answeredInTime(one({ ...answered, answeredOn: '2026-04-02' })), false);
  assert.equal(answeredInTime(one({ ...answered, answeredOn: '2026-04-02', dueAgainOn: '2026-05-01', answeredAgainOn: '2026-05-01' })), true);
  assert.equal(answeredInTime(one({ decision: 'filed', assignedOn: '2026-03-01', dueOn: '2026-04-01' })), null);
});

test('DEM-2 the rates of a session have five denominators', () => {
  const f = figuresOf([
    one({ ...answered, state: 'closed', satisfaction: 'satisfied', outcome: 'done' }), one({ ...answered, state: 'closed', satisfaction: 'mostly', outcome: 'partly', answeredOn: '2026-04-09' }), one({ ...answered, state: 'rated', satisfaction: 'not', satisfactionAgain: 'not', dueAgainOn: '2026-05-01', answeredAgainOn: '2026-05-02' }),
    one({ ...answered, answeredOn: null, state: 'working' }), one({ state: 'filed', decision: 'filed' }), one({ state: 'merged', decision: 'merged' }), one({ state: 'suggestion', decision: 'suggestion' }), one({ state: 'rejected', decision: 'rejected' }), one({}),
    one({ state: 'gathering' }), one({ state: 'withdrawn' }), one({ state: 'lapsed' }),
  ]);
  assert.deepEqual([f.submitted, f.decided, f.filed, f.merged, f.suggestion, f.rejected, f.waiting], [9, 8, 5, 1, 1, 1, 1], 'what was never handed in counts nowhere');
  assert.deepEqual([f.assigned, f.answered, f.inTime, f.rated, f.satisfied, f.mostly, f.not, f.again], [4, 3, 1, 3, 1, 1, 1, 1]);
  assert.deepEqual([f.filedShare, f.answeredShare, f.inTimeShare, f.satisfiedShare, f.doneShare], [625, 750, 333, 667, 200]);
  assert.deepEqual(Object.values(figuresOf([])).filter((x) => x !== 0), [null, null, null, null, null]);
});
