import assert from 'node:assert/strict';
import test from 'node:test';
import type { Outcome } from '#engines/ballot';
import { fixClock } from '#test/clock';
import { startHouse } from '#test/server';
import { aboveWorst } from './appraisals.rules.ts';

test('DEM-3 the demonstration: an appraisal in every state; 243 leaders of a year, more than 95 % took part, more than 80 % of the marks above the worst (source 004)', { timeout: 240_000 }, async () => {
  fixClock('2026-11-21T02:00:00Z');
  const house = await startHouse({ mode: 'demo', demonstration: true });
  const { rows } = await house.database.pool.query<{ state: string; year: number; union: string; leaders: number; result: Outcome | null }>(`SELECT b.state, a.year, u.code AS union, b.result, (SELECT count(*)::int FROM appraisal_leader l WHERE l.federation_id = a.federation_id AND l.appraisal_id = a.id) AS leaders
    FROM appraisal a JOIN ballot b ON b.federation_id = a.federation_id AND b.id = a.id JOIN union_unit u ON u.federation_id = a.federation_id AND u.id = a.union_id`);
  for (const state of ['prepared', 'announced', 'open', 'closed', 'declared', 'void']) assert.ok(rows.some((r) => r.state === state), state);
  const year = rows.filter((r) => r.union === 'HQ' && r.year === 2025 && r.state === 'declared');
  const sum = (of: (r: (typeof year)[number]) => number): number => year.reduce((n, r) => n + of(r), 0);
  assert.equal(sum((r) => r.leaders), 243);
  const [entitled, returned] = [sum((r) => r.result?.counts.entitled ?? 0), sum((r) => r.result?.counts.ballotsReturned ?? 0)];
  assert.ok(returned * 100 > entitled * 95, `${returned} of ${entitled}`);
  const persons = year.flatMap((r) => (r.result?.kind === 'appraisal' ? r.result.persons : []));
  assert.ok((aboveWorst(persons) ?? 0) > 8_000);
  assert.ok(persons.every((p) => p.valid) && persons.some((p) => p.consequences.some((c) => c.id === 'talk' && c.holds)), 'somebody needs a talk');
});
