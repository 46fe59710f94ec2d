import assert from 'node:assert/strict';
import test from 'node:test';
import { identity } from '#engines/identity';
import { rows, sql } from '#platform/db';
import { fixClock } from '#test/clock';
import { freshDatabase } from '#test/database';
import { addPerson, foundCity, openStage } from '#test/stage';
import signIn from './index.ts';

const clock = fixClock('2026-11-21T02:00:00Z');
const stage = await openStage(await freshDatabase(), [signIn], 'live');
const city = await foundCity(stage);
const plant = { federationId: city.federationId, unionId: city.plant.id };
test.after(() => stage.close());

let number = 13_700_000_000;
async function newMember(): Promise<{ id: string; token: string }> {
  const phone = String(++number);
  const id = await addPerson(stage, plant, { name: '冯师傅', phone });
  return { id, token: await stage.signIn(phone) };
}
const give = (token: string, purpose: string, o: object) => stage.ask('PUT', `/api/v1/me/consents/${purpose}`, o, { token });
const withdraw = (token: string, purpose: string) => stage.ask('DELETE', `/api/v1/me/consents/${purpose}`, {}, { token });
const stands = (id: string, purpose: 'health' | 'portrait') => stage.in(city.federationId, (tx) => identity.consented(tx, id, purpose));

test('the privacy notice can be read by anyone, in both languages', async () => {
  const zh = await stage.ask('GET', '/api/v1/privacy-notice');
  const en = await stage.ask('GET', '/api/v1/privacy-notice?locale=en');
  assert.equal(zh.body.sections.length, en.body.sections.length);
  assert.match(zh.body.sections[0].text, /工会法/);
  assert.match(en.body.sections[0].text, /Trade Union Law/);
});

test('refused: unknown purposes, a text that was not the one read, nothing to withdraw', async () => {
  const { token, id } = await newMember();
  assert.equal((await give(token, 'everything', { version: 1 })).status, 400);
  assert.equal((await give(token, 'health', { version: 2 })).body.error.code, 'consent.outdated');
  assert.equal((await give(token, 'health', {})).status, 400);
  assert.equal((await withdraw(token, 'health')).body.error.code, 'consent.notGiven');
  assert.equal((await withdraw(token, 'notice')).body.error.code, 'consent.noticeStays');
  assert.equal(await stands(id, 'health'), false);
});

test('given, withdrawn, given again, refused: each answer is kept, the last one holds', async () => {
  const { token, id } = await newMember();
  const given = await give(token, 'health', { version: 1 });
  assert.equal(given.body.state, 'given');
  assert.equal(await stands(id, 'health'), true);
  assert.equal(await stands(id, 'portrait'), false, 'each purpose for itself');
  clock.advance(60_000);
  const withdrawn = await withdraw(token, 'health');
  assert.deepEqual([withdrawn.body.state, withdrawn.body.givenAt, withdrawn.body.withdrawnAt], ['withdrawn', '2026-11-21T02:02:00.000Z', '2026-11-21T02:03:00.000Z']);
  assert.equal(await stands(id, 'health'), false);
  assert.equal((await withdraw(token, 'health')).status, 409);
  assert.equal((await give(token, 'health', { version: 1 })).body.state, 'given');
  assert.equal((await give(token, 'health', { version: 1, refuse: true })).body.state, 'refused');
  assert.equal(await stands(id, 'health'), false);
  const history = await stage.in(city.federationId, (tx) => identity.consentHistory(tx, id));
  assert.equal(history.length, 3);
  assert.ok(history.every((h) => h.channel === 'phone'));
  const lines = await stage.in(city.federationId, (tx) => sql<{ word: string }>`select word from audit_entry where person_id = ${id} and word like 'consent.%' order by word`.execute(rows(tx)));
  assert.deepEqual(lines.rows.map((l) => l.word), ['consent.saidConsented', 'consent.saidConsented', 'consent.saidRefused', 'consent.saidWithdrew']);
});

test('two answers at once leave one that holds', async () => {
  const { token, id } = await newMember();
  const all = await Promise.all(Array.from({ length: 8 }, (_, i) => give(token, 'health', { version: 1, refuse: i % 2 === 0 })));
  assert.ok(all.every((r) => r.status === 200));
  const standing = await stage.in(city.federationId, (tx) => sql`select 1 from consent where person_id = ${id} and replaced_at is null`.execute(rows(tx)));
  assert.equal(standing.rows.length, 1);
});

test('a consent to an outdated text no longer counts; a refusal of it may be asked again', async () => {
  const { token, id } = await newMember();
  await give(token, 'health', { version: 1 });
  const purposes = identity.PURPOSES as unknown as Record<string, { version: number; oldestValid: number }>;
  const before = purposes['health'];
  assert.ok(before);
  purposes['health'] = { ...before, version: 2, oldestValid: 2 };
  try {
    assert.equal(await stands(id, 'health'), false);
    const list = (await stage.ask('GET', '/api/v1/me/consents', undefined, { token })).body.items;
    assert.equal(list.find((c: { purpose: string }) => c.purpose === 'health').state, 'outdated');
  } finally {
    purposes['health'] = before;
  }
});

test('reading the notice is what the first screen asks for, and it blocks nothing', async () => {
  const { token } = await newMember();
  assert.deepEqual((await stage.ask('GET', '/api/v1/me', undefined, { token })).body.needs, ['consent']);
  await give(token, 'notice', { version: 1 });
  assert.deepEqual((await stage.ask('GET', '/api/v1/me', undefined, { token })).body.needs, []);
});

test('jobs ask for many people at once and leave out those who withdrew', async () => {
  const members = [await newMember(), await newMember(), await newMember()];
  for (const m of members) await give(m.token, 'portrait', { version: 1 });
  await withdraw(members[1]?.token ?? '', 'portrait');
  const left = await stage.in(city.federationId, (tx) => identity.consentedAmong(tx, members.map((m) => m.id), 'portrait'));
  assert.deepEqual([...left].sort(), [members[0]?.id, members[2]?.id].sort());
});
