import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { afterDecline, type Before, movesOf, phaseOf, standingOf } from './housing.rules.ts';

const at = (n: number): Date => new Date(Date.UTC(2026, 0, 1) + n * 60_000);

test('movement: who left before, was offered a flat, or came in before with an older number', () => {
  const before: Before[] = [
    { joinedAt: at(1), leftAt: at(5), how: 'promoted' }, { joinedAt: at(2), leftAt: at(20), how: 'promoted' }, { joinedAt: at(3), leftAt: at(20), how: 'promoted' },
    { joinedAt: at(12), leftAt: at(30), how: 'cancelled' }, { joinedAt: at(4), leftAt: null, how: null },
  ];
  const { start, moves } = movesOf(at(10), before);
  assert.equal(start, 3, 'the first had its flat already, the fourth was not there yet');
  assert.deepEqual(moves.map((m) => [m.change, m.ahead, m.why]), [[1, 4, 'joined'], [-2, 2, 'offered'], [-1, 1, 'left']]);
});

test('the sum of all movements is where one stands now, never below nobody', () => {
  const one = fc.record({ joined: fc.integer({ min: 0, max: 50 }), lasts: fc.option(fc.integer({ min: 1, max: 50 })) });
  fc.assert(fc.property(fc.integer({ min: 0, max: 50 }), fc.array(one, { maxLength: 40 }), (me, list) => {
    const before = list.map((x): Before => ({ joinedAt: at(x.joined), leftAt: x.lasts === null ? null : at(x.joined + x.lasts), how: 'promoted' }));
    const { start, moves } = movesOf(at(me), before);
    const now = before.filter((b) => b.leftAt === null).length;
    assert.equal(start + moves.reduce((n, m) => n + m.change, 0), now);
    assert.equal(moves.at(-1)?.ahead ?? start, now);
    assert.ok(moves.every((m) => m.ahead >= 0));
  }));
});

test('declines: the place is kept until the rulebook says otherwise', () => {
  assert.equal(afterDecline(1, { atMost: 2, out: 0 }), 'keeps');
  assert.equal(afterDecline(2, { atMost: 2, out: 0 }), 'end');
  assert.equal(afterDecline(2, { atMost: 2, out: 1 }), 'out');
  assert.equal(afterDecline(1, { atMost: 1, out: 1 }), 'out');
});

test('phases and standings', () => {
  const a = { state: 'open', opensAt: at(0), closesAt: at(10), startedAt: null };
  assert.deepEqual([phaseOf({ ...a, state: 'draft' }, at(1)), phaseOf(a, at(-1)), phaseOf(a, at(1)), phaseOf(a, at(10)), phaseOf({ ...a, startedAt: at(11) }, at(12)), phaseOf({ ...a, state: 'cancelled' }, at(1))], ['draft', 'coming', 'applying', 'checking', 'running', 'over']);
  assert.equal(standingOf({ claim: 'declined', again: true, ended: false }), 'paused');
  assert.equal(standingOf({ claim: 'handed', again: false, ended: false }), 'lives');
  assert.equal(standingOf({ claim: 'returned', again: false, ended: true }), 'out');
  assert.equal(standingOf({ claim: null, again: false, ended: false }), 'none');
});
