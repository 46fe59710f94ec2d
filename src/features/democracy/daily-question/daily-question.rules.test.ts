import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { bitsOf, fits, isWanted, markOf, placesOf, pointsFor, textKey, wantedDays } from './daily-question.rules.ts';

test('DEM-6 what is answered: one option where one is asked for, none twice, none that is not there', () => {
  assert.deepEqual([fits('single', 4, [2]), fits('single', 4, [0, 1]), fits('single', 4, []), fits('trueFalse', 2, [2]), fits('multiple', 4, [0, 3]), fits('multiple', 4, [1, 1]), fits('multiple', 4, [4])], [true, false, false, false, true, false, false]);
  fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1 }), (places) => assert.deepEqual(placesOf(bitsOf(places)), [...places].sort())));
});

test('DEM-6 days: weekdays leave Saturday and Sunday out; the same question is recognised', () => {
  assert.deepEqual([isWanted('weekdays', '2026-11-20'), isWanted('weekdays', '2026-11-21'), isWanted('weekdays', '2026-11-22'), isWanted('every', '2026-11-22')], [true, false, false, true]);
  assert.equal(wantedDays('weekdays', '2025-01-01', '2025-12-31').length, 261);
  assert.deepEqual(wantedDays('every', '2026-11-22', '2026-11-21'), []);
  assert.equal(textKey(' 工会 主席，任期几年？'), textKey('工会主席任期几年?'));
});

test('DEM-6 marks and points: a void day is nobody’s, the streak pays on each full week', () => {
  const day = { day: '2026-11-20', void: false, correct: null };
  assert.deepEqual([markOf(day, '2026-11-20'), markOf(day, '2026-11-21'), markOf({ ...day, correct: true }, '2026-11-21'), markOf({ ...day, correct: false }, '2026-11-20'), markOf({ ...day, void: true, correct: false }, '2026-11-21')], ['open', 'missed', 'right', 'wrong', 'void']);
  const worth = { answered: 1, right: 1, streak: 5, everyDays: 7 };
  assert.deepEqual([pointsFor(true, 1, worth), pointsFor(false, 6, worth), pointsFor(true, 7, worth), pointsFor(false, 14, worth)], [{ answer: 2, streak: 0 }, { answer: 1, streak: 0 }, { answer: 2, streak: 5 }, { answer: 1, streak: 5 }]);
});
