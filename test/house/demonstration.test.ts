import assert from 'node:assert/strict';
import test from 'node:test';
import { findPeople, listSubtree, loadUnion } from '#engines/org';
import { castId, DEMO_FEDERATION } from '../../src/demo/load.ts';
import { fixClock } from '../clock.ts';
import { startHouse } from '../server.ts';

fixClock('2026-11-21T02:10:00Z');

test('two files that ask for the demonstration at once get one each, with keys that open what is sealed in it', { timeout: 180_000 }, async () => {
  const [one, other] = await Promise.all([1, 2].map(() => startHouse({ mode: 'demo', demonstration: 'brief' })));
  assert.ok(one && other && one.database.config.database !== other.database.config.database);
  const people = await Promise.all([one, other].map((house) => house.within(DEMO_FEDERATION, (tx) => findPeople(tx, [castId('li')]))));
  assert.deepEqual(people.map((p) => [p.get(castId('li'))?.name, p.get(castId('li'))?.phone?.length]), [['李红梅', 11], ['李红梅', 11]]);
  const unions = await one.within(DEMO_FEDERATION, async (tx) => listSubtree(tx, (await loadUnion(tx, DEMO_FEDERATION)).path));
  assert.ok(unions.length > 40, `${String(unions.length)} unions`);
});
