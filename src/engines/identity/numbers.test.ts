import assert from 'node:assert/strict';
import test from 'node:test';
import { rulebook } from '#engines/rulebook';
import type { Actor } from '#shared/call';
import { newId } from '#shared/ids';
import { fixClock } from '#test/clock';
import { freshDatabase } from '#test/database';
import { addPerson, foundCity, openStage } from '#test/stage';
import signIn from '../../features/across/sign-in/index.ts';
import { SHIPPED } from './limits.rules.ts';
import { forgetNumbers, numbersOf } from './numbers.ts';

const clock = fixClock('2026-11-21T02:00:00Z');
const stage = await openStage(await freshDatabase(), [signIn], 'live');
test.after(() => stage.close());

test('before there is a federation the shipped numbers hold, and they are those of the rulebook', async () => {
  assert.deepEqual(await numbersOf(null), SHIPPED);
  assert.deepEqual(await numbersOf(newId()), SHIPPED);
  const city = await foundCity(stage);
  assert.deepEqual(await numbersOf(city.federationId), SHIPPED);
  forgetNumbers();
});

test('what a federation decides holds: tries, minutes, length of passwords', async () => {
  const { federationId, plant } = await foundCity(stage, 'TOWN');
  const phone = '13300000001';
  const id = await addPerson(stage, { federationId, unionId: plant.id }, { name: '何工', phone });
  const by: Actor = { federationId, personId: id, sessionId: newId(), name: '何工', locale: 'zh', membership: null, grants: [] };
  const decide = (param: string, value: number) => stage.in(federationId, (tx) => rulebook.decide(tx, by, {
    param, value, unionId: federationId, from: '2026-11-21', document: '总工办〔2026〕9号', article: '3', statute: false, note: '',
  }));
  await decide('security.signIn.failuresBeforeLock', 3);
  await decide('security.signIn.lockMinutes', 60);
  await decide('security.password.leastLength', 10);
  forgetNumbers();
  const n = await numbersOf(federationId);
  assert.deepEqual([n.lock, n.password.least], [{ tries: 3, minutes: 60 }, 10]);
  const token = await stage.signIn(phone);
  const set = (password: string) => stage.ask('PUT', '/api/v1/me/password', { password }, { token });
  assert.match((await set('Vx7#kqRt')).body.error.sentence, /10/);
  assert.equal((await set('Vx7#kqRt-z')).status, 200);
  const enter = (password: string) => stage.ask('POST', '/api/v1/sign-in/password', { name: phone, password });
  for (let i = 0; i < 3; i++) assert.equal((await enter('wrong')).status, 401);
  assert.match((await enter('Vx7#kqRt-z')).body.error.sentence, /60/);
  clock.advance(31 * 60_000);
  assert.equal((await enter('Vx7#kqRt-z')).status, 429, 'not after the usual thirty minutes');
  clock.advance(30 * 60_000);
  assert.equal((await enter('Vx7#kqRt-z')).status, 200);
});
