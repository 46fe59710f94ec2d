import assert from 'node:assert/strict';
import test from 'node:test';
import { fixClock } from '#test/clock';
import { startHouse } from '#test/server';
import { STATES } from './proposals.rules.ts';

test('DEM-2 the demonstration tells a story in every state, one session reported and paid', { timeout: 240_000 }, async () => {
  fixClock('2026-11-21T02:00:00Z');
  const house = await startHouse({ mode: 'demo', demonstration: true });
  const states = await house.database.pool.query<{ state: string }>("select distinct state from case_file where process = 'proposal'");
  assert.deepEqual(states.rows.map((r) => r.state).sort(), [...STATES].sort());
  const paid = await house.database.pool.query<{ n: number; fen: string }>("select count(*)::int as n, sum(amount_fen) as fen from payment_line where document_kind = 'proposal'");
  assert.deepEqual([paid.rows[0]?.n, Number(paid.rows[0]?.fen)], [3 + 4, 3 * 50_000 + 4 * 5_000], 'three filed ones, and the mover and three seconders of a hot topic');
});
