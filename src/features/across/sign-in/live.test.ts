import assert from 'node:assert/strict';
import test from 'node:test';
import { generateSync } from 'otplib';
import { audit } from '#engines/audit';
import { identity } from '#engines/identity';
import { appoint, endOffice, officesOf } from '#engines/org';
import { rows, sql } from '#platform/db';
import { bind, feature } from '#platform/http';
import { endpoint } from '#shared/contract';
import type { Actor, Tx } from '#shared/call';
import { defineWords } from '#shared/words';
import { fixClock } from '#test/clock';
import { freshDatabase } from '#test/database';
import { addPerson, foundCity, openStage } from '#test/stage';
import { z } from 'zod';
import signIn from './index.ts';

const words = defineWords('desk', { title: ['办公桌', 'Desk'], said: ['坐下', 'sat down'] });
const sit = endpoint({ method: 'POST', path: '/api/v1/desk', can: 'desk.sit', about: words.title, in: z.object({}), out: z.object({ who: z.string() }) });
const desk = feature({
  name: 'desk', area: 'across', title: words.title, permissions: { 'desk.sit': ['chair', 'cashier', 'platformAdmin'], 'desk.read': ['member'] },
  routes: [bind(sit, async (tx: Tx, by: Actor) => {
    await audit.record(tx, by, words.said, { subject: { kind: 'desk', id: '1' } });
    return { who: by.name };
  })],
});

const clock = fixClock('2026-11-21T02:00:00Z');
const stage = await openStage(await freshDatabase(), [signIn, desk], 'live');
const city = await foundCity(stage);
const plant = { federationId: city.federationId, unionId: city.plant.id };
const MINUTE = 60_000;
test.after(() => stage.close());

let number = 13_900_000_000;
async function newPerson(office?: string): Promise<{ id: string; phone: string }> {
  const phone = String(++number);
  return { phone, id: await addPerson(stage, plant, { name: '石干事', phone, ...(office ? { office } : {}) }) };
}

const get = (path: string, token: string) => stage.ask('GET', path, undefined, { token });
const post = (path: string, token: string | undefined, body: object = {}) => stage.ask('POST', path, body, { token });
const codeOf = (secret: string): string => generateSync({ secret, epoch: Math.floor(clock.now().getTime() / 1_000) });
const wrongCode = (secret: string): string => String((Number(codeOf(secret)) + 500_000) % 1_000_000).padStart(6, '0');

/** Sets up an authenticator in a session. */
async function enrol(token: string): Promise<{ secret: string; recoveryCodes: string[] }> {
  const begun = await post('/api/v1/me/totp', token);
  assert.match(begun.body.uri, /^otpauth:\/\/totp\//);
  assert.match(begun.body.qr, /^data:image\/png;base64,/);
  const done = await post('/api/v1/me/totp/confirm', token, { code: codeOf(begun.body.secret) });
  assert.equal(done.status, 200, JSON.stringify(done.body));
  clock.advance(MINUTE);
  return { secret: begun.body.secret, recoveryCodes: done.body.recoveryCodes };
}

/** Signs in with a code up to the second step. */
async function half(phone: string, app: 'member' | 'console' = 'console'): Promise<string> {
  const r = await stage.ask('POST', '/api/v1/sign-in/code', { phone, code: await stage.codeFor(phone), app });
  assert.equal(r.body.next, 'totp', JSON.stringify(r.body));
  assert.equal(r.cookie, null);
  clock.advance(MINUTE);
  return r.body.ticket;
}

const second = (ticket: string, code: string) => stage.ask('POST', '/api/v1/sign-in/second-step', { ticket, code });

test('the demonstration does not exist in live mode', async () => {
  for (const [method, path] of [['GET', '/api/v1/demo/cast'], ['POST', '/api/v1/demo/sign-in'], ['GET', '/api/v1/demo/codes']] as const) {
    assert.equal((await stage.ask(method, path, method === 'POST' ? { person: (await newPerson()).id } : undefined)).status, 404, path);
  }
  await assert.rejects(stage.in(city.federationId, (tx) => identity.issueTokens(tx, [])), /demonstration mode only/);
});

test('the cookie travels over https only', async () => {
  const { phone } = await newPerson();
  const r = await stage.ask('POST', '/api/v1/sign-in/code', { phone, code: await stage.codeFor(phone) });
  assert.match(r.cookieLine, /Secure/);
});

test('finance and administrators use no office before an authenticator is set up', async () => {
  for (const office of ['cashier', 'platformAdmin']) {
    const token = await stage.signIn((await newPerson(office)).phone, 'console');
    const me = (await get('/api/v1/me', token)).body;
    assert.deepEqual(me.needs, ['totp', 'consent']);
    assert.deepEqual(me.grants, ['desk.read'], 'a member all the same');
    assert.deepEqual(me.scopes, []);
    assert.equal((await post('/api/v1/desk', token)).status, 404);
    await enrol(token);
    assert.equal((await post('/api/v1/desk', token)).status, 200, 'the session in which it was confirmed');
    assert.deepEqual((await get('/api/v1/me', token)).body.needs, ['consent']);
  }
  const chair = await stage.signIn((await newPerson('chair')).phone, 'console');
  assert.equal((await post('/api/v1/desk', chair)).status, 200, 'a chair needs none');
});

test('second step: asked for once set up; wrong, replayed and old codes are refused', async () => {
  const { phone } = await newPerson('cashier');
  const { secret } = await enrol(await stage.signIn(phone, 'console'));
  const ticket = await half(phone);
  assert.equal((await second('x'.repeat(43), codeOf(secret))).body.error.code, 'identity.ticketEnded');
  assert.equal((await second(ticket, wrongCode(secret))).body.error.code, 'identity.secondWrong');
  const used = codeOf(secret);
  const there = await second(ticket, used);
  assert.equal(there.body.next, 'in');
  assert.equal((await post('/api/v1/desk', there.cookie ?? '')).status, 200);
  assert.equal((await second(ticket, used)).body.error.code, 'identity.ticketEnded', 'a ticket is used up');
  const again = await half(phone);
  clock.advance(-MINUTE);
  assert.equal((await second(again, used)).body.error.code, 'identity.secondWrong', 'a code works once');
  clock.advance(MINUTE);
  const late = codeOf(secret);
  clock.advance(MINUTE);
  assert.equal((await second(again, late)).status, 401, 'two steps later');
  clock.advance(10 * MINUTE);
  assert.equal((await second(again, codeOf(secret))).body.error.code, 'identity.ticketEnded', 'after ten minutes');
});

test('second step: one code used many times at once opens one session', async () => {
  const { phone } = await newPerson('cashier');
  const { secret } = await enrol(await stage.signIn(phone, 'console'));
  const tickets = [await half(phone), await half(phone), await half(phone)];
  const code = codeOf(secret);
  const all = await Promise.all(tickets.map((t) => second(t, code)));
  assert.equal(all.filter((r) => r.status === 200).length, 1);
});

test('second step: locked after five wrong ones, also by parallel tries', async () => {
  const { phone } = await newPerson('cashier');
  const { secret } = await enrol(await stage.signIn(phone, 'console'));
  const ticket = await half(phone);
  const all = await Promise.all(Array.from({ length: 20 }, () => second(ticket, wrongCode(secret))));
  assert.equal(all.filter((r) => r.body.error.code === 'identity.secondWrong').length, 5);
  assert.equal((await second(ticket, codeOf(secret))).body.error.code, 'identity.secondLocked');
});

test('recovery codes: each works once; renewing ends the old ones; removing puts the office to sleep everywhere', async () => {
  const { phone } = await newPerson('cashier');
  const { secret, recoveryCodes } = await enrol(await stage.signIn(phone, 'console'));
  assert.equal(recoveryCodes.length, 10);
  const [one = '', two = '', three = ''] = recoveryCodes;
  assert.equal((await second(await half(phone), 'aaaaa-aaaaa')).status, 401);
  const inside = await second(await half(phone), one.toUpperCase().replace('-', ' '));
  const token = inside.cookie ?? '';
  assert.equal(inside.status, 200);
  assert.equal((await second(await half(phone), one)).status, 401, 'used');
  assert.equal((await get('/api/v1/me', token)).body.safety.recoveryCodesLeft, 9);
  const fresh = await post('/api/v1/me/totp/recovery-codes', token, { code: codeOf(secret) });
  assert.equal(fresh.body.recoveryCodes.length, 10);
  assert.equal((await second(await half(phone), two)).status, 401, 'replaced');
  assert.equal((await stage.ask('DELETE', '/api/v1/me/totp', { code: three }, { token })).status, 403);
  clock.advance(MINUTE);
  assert.equal((await post('/api/v1/desk', token)).status, 200);
  assert.equal((await stage.ask('DELETE', '/api/v1/me/totp', { code: fresh.body.recoveryCodes[0] }, { token })).status, 200);
  assert.equal((await post('/api/v1/desk', token)).status, 404);
  assert.deepEqual((await get('/api/v1/me', token)).body.needs, ['totp', 'consent']);
});

test('a revoked office is gone from the next request on', async () => {
  const { id, phone } = await newPerson();
  const holding = await stage.in(city.federationId, (tx) => appoint(tx, { personId: id, unionId: city.federationId, office: 'chair' }));
  const token = await stage.signIn(phone, 'console');
  assert.equal((await post('/api/v1/desk', token)).status, 200);
  await stage.in(city.federationId, (tx) => endOffice(tx, holding.id));
  assert.equal((await post('/api/v1/desk', token)).status, 404);
  assert.deepEqual(await stage.in(city.federationId, (tx) => officesOf(tx, id)), []);
});

test('a federation takes a permission away from an office: gone from the next request on', async () => {
  const { phone } = await newPerson('chair');
  const token = await stage.signIn(phone, 'console');
  assert.equal((await post('/api/v1/desk', token)).status, 200);
  const decide = (allowed: boolean) => stage.in(city.federationId, (tx) => sql`insert into office_permission values (${city.federationId}, 'chair', 'desk.sit', ${allowed})
    on conflict (federation_id, office, permission) do update set allowed = excluded.allowed`.execute(rows(tx)));
  await decide(false);
  assert.equal((await post('/api/v1/desk', token)).status, 404);
  await decide(true);
  assert.equal((await post('/api/v1/desk', token)).status, 200);
});

test('officers: the console ends after 30 idle minutes and 12 hours; a phone stays, its office sleeps', async () => {
  const { phone } = await newPerson('chair');
  clock.set('2026-11-22T02:00:00Z');
  const busy = await stage.signIn(phone, 'console');
  const idle = await stage.signIn(phone, 'console');
  const mobile = await stage.signIn(phone, 'member');
  for (let i = 0; i < 5; i++) {
    clock.advance(25 * MINUTE);
    assert.equal((await post('/api/v1/desk', busy)).status, 200, `busy after ${i + 1} × 25 minutes`);
    await identity.writeTouches(clock.now());
  }
  assert.equal((await get('/api/v1/me', idle)).status, 401);
  const sleeping = await get('/api/v1/me', mobile);
  assert.deepEqual(sleeping.body.needs, ['again', 'consent']);
  assert.equal((await post('/api/v1/desk', mobile)).status, 404);
  for (let i = 0; i < 25; i++) {
    clock.advance(25 * MINUTE);
    await get('/api/v1/me', busy);
  }
  assert.equal((await get('/api/v1/me', busy)).status, 401, 'twelve hours');
  clock.set('2026-11-21T12:00:00Z');
});

test('administrators: one console session at a time', async () => {
  const { phone } = await newPerson('platformAdmin');
  const first = await stage.signIn(phone, 'console');
  const next = await stage.signIn(phone, 'console');
  assert.equal((await get('/api/v1/me', first)).status, 401);
  assert.equal((await get('/api/v1/me', next)).status, 200);
});

test('workers: thirty idle days, the last use written to the hour and never with the request', async () => {
  const { id, phone } = await newPerson();
  const token = await stage.signIn(phone);
  const seen = async () => (await stage.in(city.federationId, (tx) => sql<{ seen_at: Date }>`select seen_at from session where person_id = ${id}`.execute(rows(tx)))).rows[0]?.seen_at.toISOString();
  const before = await seen();
  assert.match(before ?? '', /:00:00\.000Z$/);
  clock.advance(29 * 24 * 60 * MINUTE);
  assert.equal((await get('/api/v1/me', token)).status, 200);
  assert.equal(await seen(), before, 'nothing is written while the request runs');
  await identity.writeTouches(clock.now());
  const after = await seen();
  assert.notEqual(after, before);
  assert.match(after ?? '', /:00:00\.000Z$/);
  clock.advance(29 * 24 * 60 * MINUTE);
  assert.equal((await get('/api/v1/me', token)).status, 200);
  clock.advance(31 * 24 * 60 * MINUTE);
  assert.equal((await get('/api/v1/me', token)).status, 401);
  assert.ok((await identity.sweepOld(new Date(clock.now().getTime() + 2 * 24 * 60 * MINUTE))) > 0);
  assert.equal(await seen(), undefined, 'dead sessions are removed');
});

test('administrators: a password of 8 characters is too short, and after 90 days it must be changed', async () => {
  const { phone } = await newPerson('platformAdmin');
  const token = await stage.signIn(phone, 'console');
  const set = (password: string, more: object = {}, by = token) => stage.ask('PUT', '/api/v1/me/password', { password, ...more }, { token: by });
  assert.match((await set('Vx7#kqRt')).body.error.sentence, /12/);
  assert.equal((await set('Vx7#kqRt-mLp')).status, 200);
  const { secret } = await enrol(token);
  clock.advance(90 * 24 * 60 * MINUTE);
  const r = await stage.ask('POST', '/api/v1/sign-in/password', { name: phone, password: 'Vx7#kqRt-mLp', app: 'console' });
  const there = (await second(r.body.ticket, codeOf(secret))).cookie ?? '';
  assert.deepEqual((await get('/api/v1/me', there)).body.needs, ['password', 'consent']);
  assert.equal((await post('/api/v1/desk', there)).status, 404);
  assert.equal((await set('Vx7#kqRt-mLq', { current: 'Vx7#kqRt-mLp' }, there)).status, 200);
  assert.equal((await post('/api/v1/desk', there)).status, 200);
});
