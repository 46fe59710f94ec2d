import assert from 'node:assert/strict';
import test from 'node:test';
import { identity } from '#engines/identity';
import { rows, sql } from '#platform/db';
import { fixClock } from '#test/clock';
import { freshDatabase } from '#test/database';
import { addPerson, foundCity, openStage, settled } from '#test/stage';
import signIn from './index.ts';

const clock = fixClock('2026-11-21T02:10:00Z');
const stage = await openStage(await freshDatabase(), [signIn], 'demo');
const city = await foundCity(stage);
const plant = { federationId: city.federationId, unionId: city.plant.id };
const MINUTE = 60_000;
test.after(() => stage.close());

let number = 13_800_000_000;
const newPhone = (): string => String(++number);

const codeFor = (phone: string) => stage.codeFor(phone);
const signInByCode = (phone: string) => stage.signIn(phone);

async function newMember(o: { office?: string; staffNumber?: string } = {}): Promise<{ id: string; phone: string; token: string }> {
  const phone = newPhone();
  const id = await addPerson(stage, plant, { name: '韦工', phone, ...o });
  return { id, phone, token: await signInByCode(phone) };
}

const GOOD = 'Vx7#kqRt';
const enter = (name: string, password: string, more: object = {}) => stage.ask('POST', '/api/v1/sign-in/password', { name, password, keep: 'token', ...more });

test('shape: what cannot be a phone or code is refused at its field', async () => {
  for (const phone of ['', '12345', '138000000011', 'drop table', '0571-87051234']) {
    const r = await stage.ask('POST', '/api/v1/sign-in/code-requests', { phone });
    assert.equal(r.status, 400, phone);
    assert.equal(r.body.error.fields[0].path, 'phone');
  }
  const r = await stage.ask('POST', '/api/v1/sign-in/code', { phone: '13800000001', code: '12345' });
  assert.equal(r.status, 400);
});

test('every route for persons answers 401 without a session and with a wrong one', async () => {
  const member = await newMember();
  const [federation, secret] = member.token.split('.');
  const wrong = [undefined, 'x', `${federation}.${'A'.repeat(43)}`, `${'A'.repeat(22)}.${secret}`, `${member.token}A`];
  const routes = signIn.routes.filter((r) => r.endpoint.can === 'person');
  assert.ok(routes.length >= 14);
  for (const { endpoint } of routes) {
    const url = endpoint.path.replace(':id', member.id).replace(':purpose', 'health');
    for (const token of wrong) {
      const r = await stage.ask(endpoint.method, url, endpoint.method === 'GET' ? undefined : {}, { token });
      assert.equal(r.status, 401, `${endpoint.method} ${url} with ${token}`);
    }
  }
});

test('one-time codes: unknown phones get the same answer and no message', async () => {
  const phone = newPhone();
  const before = stage.codes.length;
  const r = await stage.ask('POST', '/api/v1/sign-in/code-requests', { phone });
  await settled();
  assert.deepEqual(r.body, { resendAfterSeconds: 60, validSeconds: 300 });
  assert.equal(stage.codes.length, before);
  const again = await stage.ask('POST', '/api/v1/sign-in/code-requests', { phone });
  assert.equal(again.body.error.code, 'identity.codeTooSoon');
});

test('one-time codes: 60 seconds between two, five an hour, then again', async () => {
  const phone = newPhone();
  await addPerson(stage, plant, { name: '韦工', phone });
  for (let i = 0; i < 5; i++) {
    await codeFor(phone);
    clock.advance(59_000);
    const soon = await stage.ask('POST', '/api/v1/sign-in/code-requests', { phone });
    assert.equal(soon.status, 429);
    assert.equal(soon.body.error.code, 'identity.codeTooSoon');
    assert.equal(soon.body.error.data.seconds, 1);
    clock.advance(1_000);
  }
  const sixth = await stage.ask('POST', '/api/v1/sign-in/code-requests', { phone });
  assert.equal(sixth.body.error.code, 'identity.codeTooMany');
  clock.advance(55 * MINUTE);
  assert.match(await codeFor(phone), /^\d{6}$/);
});

test('one-time codes: many requests at once send one message', async () => {
  const phone = newPhone();
  await addPerson(stage, plant, { name: '韦工', phone });
  const all = await Promise.all(Array.from({ length: 12 }, () => stage.ask('POST', '/api/v1/sign-in/code-requests', { phone })));
  await settled();
  assert.equal(all.filter((r) => r.status === 200).length, 1);
  assert.equal(stage.codes.filter((m) => m.phone === phone).length, 1);
});

test('one-time codes: five tries, five minutes, one use', async () => {
  const phone = newPhone();
  await addPerson(stage, plant, { name: '韦工', phone });
  const say = (code: string) => stage.ask('POST', '/api/v1/sign-in/code', { phone, code, keep: 'token' });
  const tried = await codeFor(phone);
  const other = tried === '000000' ? '000001' : '000000';
  for (let i = 0; i < 5; i++) assert.equal((await say(other)).status, 401);
  assert.equal((await say(tried)).body.error.code, 'identity.codeWrong', 'the right code after five wrong ones');
  clock.advance(MINUTE);
  const late = await codeFor(phone);
  clock.advance(5 * MINUTE);
  assert.equal((await say(late)).status, 401, 'after five minutes');
  const good = await codeFor(phone);
  const at_once = await Promise.all(Array.from({ length: 4 }, () => say(good)));
  assert.deepEqual(at_once.map((r) => r.status).sort(), [200, 401, 401, 401], 'one code, one sign-in');
});

test('passwords: weak ones are refused, each with its reason', async () => {
  const { token, phone } = await newMember({ staffNumber: 'GX20267' });
  const cases: [string, string][] = [
    ['Ab1#', 'passwordShort'], ['abcdefgh1', 'passwordClasses'], ['Password1!', 'passwordCommon'], ['P@ssw0rd2026', 'passwordCommon'],
    ['Woaini1314', 'passwordCommon'], ['Abc12345!', 'passwordCommon'], ['Qwer1234!', 'passwordCommon'], ['1qaz2WSX', 'passwordCommon'],
    [`Mk#${phone}`, 'passwordPersonal'], ['Mk#gx20267', 'passwordPersonal'], [`${'aB3#'.repeat(40)}`, 'passwordLong'],
  ];
  for (const [password, why] of cases) {
    const r = await stage.ask('PUT', '/api/v1/me/password', { password }, { token });
    assert.equal(r.body.error?.code, `identity.${why}`, password);
    assert.equal(r.status, 400);
    assert.equal(r.body.error.fields[0].path, 'password');
  }
});

test('passwords: changing one needs the present one or a code, refuses the last five, ends other sessions', async () => {
  const { token, phone } = await newMember();
  const set = (o: object, by = token) => stage.ask('PUT', '/api/v1/me/password', o, { token: by });
  const list = ['Vx7#kqRt', 'Vx7#kqRu', 'Vx7#kqRv', 'Vx7#kqRw', 'Vx7#kqRx', 'Vx7#kqRy'];
  assert.equal((await set({ password: list[0] })).status, 200, 'the first, in a young session');
  assert.equal((await set({ password: list[1] })).body.error.code, 'identity.passwordProof');
  assert.equal((await set({ password: list[1], current: 'wrong' })).status, 403);
  const other = await signInByCode(phone);
  assert.deepEqual((await set({ password: list[1], code: await codeFor(phone) }, other)).body, { endedSessions: 1 });
  assert.equal((await stage.ask('GET', '/api/v1/me', undefined, { token })).status, 401);
  for (let i = 2; i < 5; i++) {
    clock.advance(1_000);
    assert.equal((await set({ password: list[i], current: list[i - 1] }, other)).status, 200);
  }
  for (const old of list.slice(0, 5)) {
    assert.equal((await set({ password: old, current: list[4] }, other)).body.error?.code, 'identity.passwordUsed', old);
  }
  clock.advance(1_000);
  assert.equal((await set({ password: list[5], current: list[4] }, other)).status, 200);
  assert.equal((await set({ password: list[0], current: list[5] }, other)).status, 200, 'the sixth last may come back');
});

test('passwords: unknown names, wrong passwords and people without one get the same sentence', async () => {
  const { phone } = await newMember();
  const known = await newMember();
  await stage.ask('PUT', '/api/v1/me/password', { password: GOOD }, { token: known.token });
  const answers = [await enter(newPhone(), GOOD), await enter(phone, GOOD), await enter(known.phone, 'wrong')];
  for (const r of answers) {
    assert.equal(r.status, 401);
    assert.deepEqual(r.body, answers[0]?.body);
  }
});

test('passwords: locked for 30 minutes after the fifth failure, known or not; a code still opens (golden row 35)', async () => {
  const { token, phone } = await newMember({ staffNumber: 'L-1' });
  await stage.ask('PUT', '/api/v1/me/password', { password: GOOD }, { token });
  for (const name of [phone, newPhone()]) {
    for (let i = 0; i < 5; i++) assert.equal((await enter(name, 'wrong')).status, 401);
    const sixth = await enter(name, GOOD);
    assert.equal(sixth.status, 429);
    assert.equal(sixth.body.error.code, 'identity.locked');
    assert.match(sixth.body.error.sentence, /30分钟/);
  }
  assert.equal((await enter('L-1', GOOD, { unionCode: 'CITY-1' })).status, 429, 'the other name of the same person');
  assert.ok(await signInByCode(phone));
  clock.advance(28 * MINUTE);
  assert.equal((await enter(phone, GOOD)).status, 429);
  clock.advance(2 * MINUTE);
  assert.equal((await enter(phone, GOOD)).status, 200);
  const lines = await stage.in(city.federationId, (tx) => sql<{ n: bigint }>`select count(*) n from audit_entry where word = 'identity.saidLocked'`.execute(rows(tx)));
  assert.equal(lines.rows[0]?.n, 1n);
});

test('passwords: of many wrong tries at once exactly five are compared', async () => {
  const { token, phone } = await newMember();
  await stage.ask('PUT', '/api/v1/me/password', { password: GOOD }, { token });
  const all = await Promise.all(Array.from({ length: 40 }, (_, i) => enter(phone, `wrong ${i}`)));
  assert.equal(all.filter((r) => r.status === 401).length, 5);
  assert.equal(all.filter((r) => r.body.error.code === 'identity.locked').length, 35);
});

test('passwords: a right one forgets the wrong ones before it', async () => {
  const { token, phone } = await newMember();
  await stage.ask('PUT', '/api/v1/me/password', { password: GOOD }, { token });
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < 4; i++) assert.equal((await enter(phone, 'wrong')).status, 401);
    assert.equal((await enter(phone, 'Ｖx７＃kqRt')).status, 200, 'full-width letters of a Chinese keyboard');
  }
});

test('staff numbers: the union decides between two of the same', async () => {
  const other = await foundCity(stage, 'TOWN');
  const here = await newMember({ staffNumber: '1001' });
  await stage.ask('PUT', '/api/v1/me/password', { password: GOOD }, { token: here.token });
  assert.equal((await enter('1001', GOOD)).status, 200, 'the only one');
  await addPerson(stage, { federationId: other.federationId, unionId: other.plant.id }, { name: '另一位', staffNumber: '1001' });
  const unclear = await enter('1001', GOOD);
  assert.equal(unclear.body.error.code, 'identity.staffWrong');
  assert.equal((await enter('1001', GOOD, { unionCode: 'TOWN-1' })).status, 401);
  assert.equal((await enter('1001', GOOD, { unionCode: 'CITY' })).status, 200, 'the union above');
  assert.equal((await enter('1001', GOOD, { unionCode: 'CITY-1' })).status, 200);
});

test('a shared phone: the choice comes after the proof, once, and only among its people', async () => {
  const phone = newPhone();
  const [first, second] = [await addPerson(stage, plant, { name: '父', phone }), await addPerson(stage, plant, { name: '子', phone })];
  const stranger = await newMember();
  const r = await stage.ask('POST', '/api/v1/sign-in/code', { phone, code: await codeFor(phone), keep: 'token' });
  assert.equal(r.body.next, 'choose');
  assert.deepEqual(r.body.choices.map((c: { person: string }) => c.person).sort(), [first, second].sort());
  const pick = (person: string) => stage.ask('POST', '/api/v1/sign-in/choose', { ticket: r.body.ticket, person, keep: 'token' });
  assert.equal((await pick(stranger.id)).status, 401);
  const chosen = await pick(second);
  assert.equal((await stage.ask('GET', '/api/v1/me', undefined, { token: chosen.body.token })).body.person.name, '子');
  assert.equal((await pick(first)).status, 401, 'used up');
});

test('sessions: listed coarsely, revoked at once, only the own', async () => {
  const { token, phone } = await newMember();
  const second = await signInByCode(phone);
  const stranger = await newMember();
  const mine = (await stage.ask('GET', '/api/v1/me/sessions', undefined, { token })).body.items;
  assert.equal(mine.length, 2);
  for (const s of mine) {
    assert.match(s.begun, /T\d\d:00:00\.000Z$/);
    assert.match(s.seen, /T\d\d:00:00\.000Z$/);
  }
  const there = mine.find((s: { current: boolean }) => !s.current);
  assert.equal((await stage.ask('DELETE', `/api/v1/me/sessions/${there.id}`, {}, { token: stranger.token })).status, 404);
  assert.equal((await stage.ask('GET', '/api/v1/me', undefined, { token: second })).status, 200);
  assert.equal((await stage.ask('DELETE', `/api/v1/me/sessions/${there.id}`, {}, { token })).status, 200);
  assert.equal((await stage.ask('GET', '/api/v1/me', undefined, { token: second })).status, 401);
  await signInByCode(phone);
  assert.deepEqual((await stage.ask('POST', '/api/v1/me/sessions/end-others', {}, { token })).body, { ended: 1 });
  assert.equal((await stage.ask('POST', '/api/v1/sign-out', {}, { token })).status, 200);
  assert.equal((await stage.ask('GET', '/api/v1/me', undefined, { token })).status, 401);
});

test('sessions: never more than twenty; the one used longest ago goes', async () => {
  const { token, id, phone } = await newMember();
  clock.advance(61 * MINUTE);
  await stage.in(city.federationId, (tx) => identity.issueTokens(tx, Array.from({ length: 19 }, () => id)));
  const newest = await signInByCode(phone);
  assert.equal((await stage.ask('GET', '/api/v1/me/sessions', undefined, { token: newest })).body.items.length, 20);
  assert.equal((await stage.ask('GET', '/api/v1/me', undefined, { token })).status, 401);
});

test('cookies: not readable by scripts, kept by the same site, cleared on the way out', async () => {
  const phone = newPhone();
  await addPerson(stage, plant, { name: '韦工', phone });
  const r = await stage.ask('POST', '/api/v1/sign-in/code', { phone, code: await codeFor(phone) }, { headers: { 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) MicroMessenger/8.0' } });
  assert.deepEqual(r.body, { next: 'in' });
  assert.match(r.cookieLine, /HttpOnly/);
  assert.match(r.cookieLine, /SameSite=Lax/);
  const headers = { cookie: `niangjia=${r.cookie}` };
  const list = await stage.ask('GET', '/api/v1/me/sessions', undefined, { headers });
  assert.equal(list.body.items[0].device, 'iPhone · WeChat');
  const out = await stage.ask('POST', '/api/v1/sign-out', {}, { headers });
  assert.match(out.cookieLine, /^niangjia=;/);
  assert.equal((await stage.ask('GET', '/api/v1/me', undefined, { headers })).status, 401);
});

test('preferences: language and letter size', async () => {
  const { token } = await newMember();
  assert.equal((await stage.ask('PUT', '/api/v1/me/preferences', { textSize: 'huge' }, { token })).status, 400);
  assert.deepEqual((await stage.ask('PUT', '/api/v1/me/preferences', { locale: 'en', largeType: true }, { token })).body, { locale: 'en', textSize: 'large', largeType: true });
  const me = (await stage.ask('GET', '/api/v1/me', undefined, { token })).body;
  assert.deepEqual([me.locale, me.textSize, me.largeType], ['en', 'large', true]);
});
