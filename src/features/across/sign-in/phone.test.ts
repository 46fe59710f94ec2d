import assert from 'node:assert/strict';
import test from 'node:test';
import { fixClock } from '#test/clock';
import { freshDatabase } from '#test/database';
import { addPerson, foundCity, openStage, settled } from '#test/stage';
import signIn from './index.ts';

const clock = fixClock('2026-11-21T02:10:00Z');
const stage = await openStage(await freshDatabase(), [signIn], 'demo');
const city = await foundCity(stage);
test.after(() => stage.close());

let number = 13_200_000_000;
const newPhone = (): string => String(++number);

test('a new phone: proved on both sides, then only the new one signs in; other sessions end', async () => {
  const phone = newPhone();
  await addPerson(stage, { federationId: city.federationId, unionId: city.plant.id }, { name: '韦工', phone });
  const token = await stage.signIn(phone);
  const other = await stage.signIn(phone);
  const taken = newPhone();
  const change = (o: object) => stage.ask('PUT', '/api/v1/me/phone', { phone: taken, newCode: '000000', ...o }, { token });
  const sendTo = (to: string) => stage.ask('POST', '/api/v1/me/phone/code-requests', { phone: to }, { token });
  assert.equal((await stage.ask('POST', '/api/v1/me/phone/code-requests', { phone: '12' }, { token })).status, 400);
  assert.equal((await change({ phone })).body.error.code, 'identity.samePhone');
  assert.equal((await sendTo(taken)).status, 200);
  await settled();
  const newCode = stage.codes.at(-1)?.code ?? '';
  assert.equal((await change({ newCode })).body.error.code, 'identity.passwordProof', 'the old side is asked for');
  const code = await stage.codeFor(phone);
  const wrong = await change({ newCode: newCode === '111111' ? '222222' : '111111', code });
  assert.deepEqual([wrong.status, wrong.body.error.fields[0].path], [403, 'newCode']);
  const done = await change({ newCode, code });
  assert.deepEqual(done.body, { phone: `${taken.slice(0, 3)}****${taken.slice(-4)}`, endedSessions: 1 }, JSON.stringify(done.body));
  assert.equal((await stage.ask('GET', '/api/v1/me', undefined, { token: other })).status, 401);
  assert.equal((await stage.ask('GET', '/api/v1/me', undefined, { token })).status, 200);
  clock.advance(60_000);
  assert.ok(await stage.signIn(taken));
  const before = stage.codes.length;
  await stage.codeFor(phone);
  assert.equal(stage.codes.length, before, 'the old number is nobody\'s');
  const numbers = await Promise.all(Array.from({ length: 8 }, () => sendTo(newPhone())));
  assert.ok(numbers.filter((r) => r.status === 200).length <= 5);
  assert.ok(numbers.some((r) => r.body.error?.code === 'identity.newPhoneLocked'));
});
