import assert from 'node:assert/strict';
import test from 'node:test';
import { notify } from '#engines/notify';
import { admitMany, contactsOf, continueMembership, draftMembership, listOpenOffers, newPerson, savePeople } from '#engines/org';
import { fixClock } from '#test/clock';
import { idOf, openRosterStage, person, sheetOf } from '#test/rosters';
import { offerStep } from './offers.service.ts';

fixClock('2026-11-21T10:00:00+08:00');
const { db, stage, federationId, works, other, tokens, step, work, imported, preview } = await openRosterStage();
notify.use({ database: db, contactsOf, publicUrl: 'http://localhost', mode: 'demo' });
const see = async (id: string) => (await stage.ask('GET', `/api/v1/roster-imports/${id}/offers`, undefined, { token: tokens.chair })).body;
const offersOf = async (id: string) => (await db.pool.query('select person_id from membership_offer where origin_id = $1', [id])).rows.length;

/** People of the other union who stand on the roster. */
async function elsewhere(numbers: readonly number[]): Promise<string[]> {
  const people = numbers.map((n) => ({ ...newPerson(`外${'一二三四五六七八九十'[n % 10] ?? ''}`), idKind: 'residentId' as const, idNumber: idOf(n) }));
  await stage.in(federationId, async (tx) => {
    await savePeople(tx, people);
    await admitMany(tx, people.map((p) => draftMembership(tx, { personId: p.id, unionId: other.id, origin: 'demo' })));
  });
  return people.map((p) => p.id);
}
const rowsFor = (numbers: readonly number[]) => numbers.map((n) => [`外${'一二三四五六七八九十'[n % 10] ?? ''}`, idOf(n), `1380001${String(n).padStart(4, '0')}`, '']);

test('ORG-3 refusals: another’s import, one that is not finished; inviting is begun once', async () => {
  const numbers = [701, 702];
  await elsewhere(numbers);
  const waiting = await preview(sheetOf([...rowsFor(numbers), person(703)]));
  assert.equal((await step(waiting, 'offers')).status, 409);
  const id = await imported(sheetOf([...rowsFor(numbers), person(704)]));
  for (const who of [tokens.sibling, tokens.stranger]) assert.equal((await step(id, 'offers', {}, who)).status, 404);
  const pressed = await Promise.all([step(id, 'offers'), step(id, 'offers')]);
  assert.deepEqual(pressed.map((r) => r.status).sort(), [200, 409]);
  await work();
  assert.deepEqual(await see(id), { elsewhere: 2, offered: 2, working: false, may: [] });
});

test('ORG-3 members elsewhere are invited once per import, however often it runs; who moved meanwhile is left out; each is told', async () => {
  const numbers = [711, 712, 713, 714];
  const people = await elsewhere(numbers);
  const id = await imported(sheetOf([...rowsFor(numbers), person(715)]));
  await stage.in(federationId, (tx) => continueMembership(tx, people[3] ?? '', 'transferred', { unionId: works.id, origin: 'transfer' }));
  const once = () => stage.in(federationId, (tx) => offerStep(tx, { importId: id, by: null }, 0));
  const [a, b] = await Promise.all([once(), once()]);
  assert.equal(a.offered + b.offered, 3);
  assert.equal((await once()).offered, 0);
  assert.equal(await offersOf(id), 3);
  const open = await stage.in(federationId, (tx) => listOpenOffers(tx, people[0] ?? ''));
  assert.deepEqual(open.map((o) => [o.origin, o.originId]), [['roster', id]]);
  const told = await db.pool.query("select count(*)::int as n from notify_inbox i join notify_message m on m.federation_id = i.federation_id and m.id = i.message_id where m.kind = 'rosters.offer' and i.person_id = any($1::uuid[])", [people]);
  assert.equal(told.rows[0].n, 3, 'each once');
  const again = await imported(sheetOf([...rowsFor(numbers), person(716)]));
  const second = await stage.in(federationId, (tx) => offerStep(tx, { importId: again, by: null }, 0));
  assert.equal(second.offered, 0, 'an open invitation to the same union is not repeated');
});
