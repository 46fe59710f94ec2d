import assert from 'node:assert/strict';
import test from 'node:test';
import { fixClock } from '#test/clock';
import { startHouse } from '#test/server';

test('DEM-5 the demonstration tells a story in every state', { timeout: 240_000 }, async () => {
  fixClock('2026-11-21T02:00:00Z');
  const house = await startHouse({ mode: 'demo', demonstration: true });
  const states = await house.database.pool.query<{ state: string; n: number }>("select state, count(*)::int as n from case_file where process = 'disclosure' group by 1 order by 1");
  const found = new Set(states.rows.map((r) => r.state));
  for (const state of ['due', 'drafted', 'checking', 'published', 'feedback', 'rectifying', 'nothing', 'withdrawn', 'closed', 'archived']) assert.ok(found.has(state), `${state} among ${[...found].join()}`);
  const questions = await house.database.pool.query<{ late: number; open: number; upheld: number }>("select (count(*) filter (where answered_at is null and due_at < '2026-11-21T02:00:00Z'))::int as late, (count(*) filter (where answered_at is null))::int as open, (count(*) filter (where upheld))::int as upheld from disclosure_question");
  assert.ok((questions.rows[0]?.late ?? 0) > 0 && (questions.rows[0]?.open ?? 0) > 1 && questions.rows[0]?.upheld === 1);
});
