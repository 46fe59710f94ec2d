import assert from 'node:assert/strict';
import test from 'node:test';
import { clock } from '#platform/clock';

test('what is no time is refused', () => assert.throws(() => clock.set('tomorrow'), /Not a time/));

test('the clock can be fixed, moved and let go; what it gave does not move it', () => {
  clock.set('2026-11-21T08:00:00Z');
  clock.now().setFullYear(1999);
  assert.equal(clock.now().toISOString(), '2026-11-21T08:00:00.000Z');
  clock.advance(86_400_000);
  assert.equal(clock.now().toISOString(), '2026-11-22T08:00:00.000Z');
  clock.set(null);
  assert.ok(Math.abs(clock.now().getTime() - Date.now()) < 60_000);
});
