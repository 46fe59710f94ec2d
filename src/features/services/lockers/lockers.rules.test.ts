import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { clockOf, daysLate, doorStateAt, isOpenAt, loanStateAt, reminderNo, stockAfter } from './lockers.rules.ts';

const at = (text: string): Date => new Date(text);

test('hours are those of China’s clocks; the closing minute is shut', () => {
  const hours = { opensMinute: 7 * 60, closesMinute: 20 * 60 };
  assert.deepEqual(['2026-11-16T22:59:00Z', '2026-11-16T23:00:00Z', '2026-11-16T11:59:59Z', '2026-11-16T12:00:00Z'].map((t) => isOpenAt(hours, at(t))), [false, true, true, false]);
  assert.ok(isOpenAt({ opensMinute: 0, closesMinute: 1440 }, at('2026-11-16T15:59:59Z')));
  assert.deepEqual([clockOf(0), clockOf(450), clockOf(1440)], ['00:00', '07:30', '24:00']);
});

test('a loan is opening, out, overdue, missing or over', () => {
  const loan = { lentAt: at('2026-11-01T00:00:00Z'), dueAt: at('2026-11-04T00:00:00Z'), missingAt: null, endedAt: null, ending: null };
  assert.equal(loanStateAt({ ...loan, lentAt: null, dueAt: null }, at('2026-11-02T00:00:00Z')), 'opening');
  assert.equal(loanStateAt(loan, at('2026-11-04T00:00:00Z')), 'out');
  assert.equal(loanStateAt(loan, at('2026-11-04T00:00:01Z')), 'overdue');
  assert.equal(loanStateAt({ ...loan, missingAt: at('2026-11-18T00:00:00Z') }, at('2026-11-18T00:00:01Z')), 'missing');
  assert.equal(loanStateAt({ ...loan, endedAt: at('2026-11-03T00:00:00Z'), ending: 'returned' }, at('2026-12-01T00:00:00Z')), 'returned');
  assert.deepEqual([0, 1, 2, 3, 5].map((d) => reminderNo(loan.dueAt, new Date(loan.dueAt.getTime() + d * 86_400_000), 2)), [1, 1, 2, 2, 3]);
  assert.equal(daysLate(loan.dueAt, at('2026-11-06T01:00:00Z')), 2);
});

test('what a compartment looks like', () => {
  const now = at('2026-11-16T02:00:00Z');
  const door = { kind: 'lend' as const, outOfOrder: '', stock: 0, threshold: 0, loan: null };
  assert.equal(doorStateAt(door, now), 'free');
  assert.equal(doorStateAt({ ...door, outOfOrder: 'x' }, now), 'outOfOrder');
  assert.deepEqual([5, 2, 0].map((stock) => doorStateAt({ ...door, kind: 'take', stock, threshold: 2 }, now)), ['stocked', 'low', 'empty']);
  assert.equal(doorStateAt({ ...door, kind: 'swap' }, now), 'swap');
});

test('a refill never leaves less than nothing, and what was taken meanwhile stays taken', () => {
  assert.equal(stockAfter(13, { expected: 15, found: 14, added: 4 }), 16);
  fc.assert(fc.property(fc.nat(100), fc.nat(100), fc.nat(100), fc.nat(100), (now, expected, found, added) => {
    const after = stockAfter(now, { expected, found, added });
    assert.ok(after >= 0);
    if (now === expected) assert.equal(after, found + added);
  }));
});
