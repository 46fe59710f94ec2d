import assert from 'node:assert/strict';
import test from 'node:test';
import { identity } from '#engines/identity';
import { rows, sql } from '#platform/db';
import { fixClock } from '#test/clock';
import { freshDatabase } from '#test/database';
import { openStage } from '#test/stage';
import signIn from './index.ts';

const clock = fixClock('2026-11-21T02:00:00Z');
const stage = await openStage(await freshDatabase(), [signIn], 'live');
test.after(() => stage.close());

const person = { name: '秦岚', phone: '13600000001', password: 'Vx7#kqRt-mLp' };
const federation = { name: '江州市总工会', code: 'JZ' };
const become = (o: object) => stage.ask('POST', '/api/v1/first-administrator', { ...person, federation, ...o });
const look = async (link: string) => (await stage.ask('GET', `/api/v1/first-administrator?link=${link}`)).body;
const newLink = async () => (await identity.firstAdministratorLink(stage.db, clock.now())) ?? '';
const count = async () => (await stage.in(null, (tx) => sql<{ n: bigint }>`select (select count(*) from person) + (select count(*) from federation) as n`.execute(rows(tx)))).rows[0]?.n;

test('a link that is wrong, replaced or older than a day makes nobody an administrator', async () => {
  const replaced = await newLink();
  const link = await newLink();
  for (const bad of ['x'.repeat(43), replaced]) {
    assert.deepEqual(await look(bad), { open: false, needsFederation: false });
    assert.equal((await become({ link: bad })).body.error.code, 'identity.linkEnded');
  }
  assert.deepEqual(await look(link), { open: true, needsFederation: true });
  clock.advance(24 * 3_600_000);
  assert.equal((await become({ link })).status, 401);
  assert.equal(await count(), 0n);
});

test('weak passwords, bad phones and a missing federation are refused and leave the link open', async () => {
  const link = await newLink();
  assert.equal((await become({ link, password: 'Vx7#kqRt' })).body.error.code, 'identity.passwordShort');
  assert.equal((await become({ link, phone: '123456' })).body.error.code, 'identity.badPhone');
  assert.equal((await become({ link, federation: undefined })).body.error.code, 'identity.federationNeeded');
  assert.equal(await count(), 0n);
  assert.equal((await look(link)).open, true);
});

test('the link works once, also for two at the same moment; then the authenticator is asked for', async () => {
  const link = await newLink();
  const all = await Promise.all([become({ link }), become({ link, name: '许衡', phone: '13600000002' }), become({ link, name: '孟川', phone: '13600000003' })]);
  const won = all.filter((r) => r.status === 200);
  assert.equal(won.length, 1);
  assert.equal(await count(), 2n, 'one federation, one person');
  const me = await stage.ask('GET', '/api/v1/me', undefined, { token: won[0]?.cookie ?? '' });
  assert.deepEqual(me.body.needs, ['totp', 'consent']);
  assert.deepEqual(me.body.offices.map((o: { kind: string; unionName: string }) => [o.kind, o.unionName]), [['platformAdmin', federation.name]]);
  assert.equal((await look(link)).open, false);
  assert.equal(await identity.firstAdministratorLink(stage.db, clock.now()), null, 'no further link once there is one');
});

test('the new password signs in', async () => {
  const r = await stage.ask('POST', '/api/v1/sign-in/password', { name: '13600000001', password: person.password, app: 'console' });
  const others = await stage.ask('POST', '/api/v1/sign-in/password', { name: '13600000002', password: person.password, app: 'console' });
  const third = await stage.ask('POST', '/api/v1/sign-in/password', { name: '13600000003', password: person.password, app: 'console' });
  assert.deepEqual([r, others, third].map((x) => x.status).sort(), [200, 401, 401]);
});
