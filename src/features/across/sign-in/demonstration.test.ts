import assert from 'node:assert/strict';
import test from 'node:test';
import { identity } from '#engines/identity';
import { newId } from '#shared/ids';
import { fixClock } from '#test/clock';
import { freshDatabase } from '#test/database';
import { addPerson, foundCity, openStage } from '#test/stage';
import signIn, { demoSignIn, showCode, useDemonstration } from './index.ts';

const clock = fixClock('2026-11-21T02:00:00Z');
const stage = await openStage(await freshDatabase(), [signIn, demoSignIn], 'demo');
const city = await foundCity(stage);
const li = await addPerson(stage, { federationId: city.federationId, unionId: city.plant.id }, { name: '李主席', phone: '13500000001', office: 'chair' });
useDemonstration({
  db: stage.db,
  cast: async (locale) => [{ id: li, name: '李主席', title: locale === 'zh' ? '工会主席' : 'Chairperson', says: '…', app: 'console', unionName: city.plant.name }],
});
test.after(() => stage.close());

test('somebody who is not there cannot be played', async () => {
  assert.equal((await stage.ask('POST', '/api/v1/demo/sign-in', { person: newId() })).status, 404);
  assert.equal((await stage.ask('POST', '/api/v1/demo/sign-in', { person: 'li' })).status, 400);
});

test('one click and a visitor is inside, with the office', async () => {
  const cast = await stage.ask('GET', '/api/v1/demo/cast', undefined, { headers: { 'accept-language': 'en' } });
  assert.equal(cast.body.people[0].title, 'Chairperson');
  const r = await stage.ask('POST', '/api/v1/demo/sign-in', { person: cast.body.people[0].id, app: 'console' });
  assert.equal(r.cookie, r.body.token);
  const me = await stage.ask('GET', '/api/v1/me', undefined, { token: r.body.token });
  assert.equal(me.body.mode, 'demo');
  assert.deepEqual(me.body.scopes, [{ unionId: city.plant.id, name: city.plant.name }]);
});

test('codes are shown instead of sent, with the phone masked', async () => {
  await showCode({ federationId: city.federationId, personId: li, phone: '13500000001', code: '246810', text: '', at: clock.now() });
  assert.deepEqual((await stage.ask('GET', '/api/v1/demo/codes')).body.items, [{ phone: '135****0001', code: '246810', sentAt: '2026-11-21T02:00:00.000Z' }]);
});

test('tokens for load tests open sessions of their people', async () => {
  const [one, two] = await stage.in(city.federationId, (tx) => identity.issueTokens(tx, [li, li]));
  assert.notEqual(one, two);
  assert.equal((await stage.ask('GET', '/api/v1/me', undefined, { token: two })).body.person.id, li);
});
