import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { newId } from '#shared/ids';
import { type Purpose, PURPOSES, textHash } from './consent.purposes.ts';
import { deviceOf } from './device.ts';
import { grantsOf } from './grants.ts';
import { addMinutes, DEMO_SESSIONS, SHIPPED } from './limits.rules.ts';
import { hashPassword, isOutdated, matches } from './password.hash.ts';
import { isCommon } from './guessable.rules.ts';
import { classesOf, tidyPassword, weakness } from './password.rules.ts';
import { type SessionFacts, standingOf, type StandingRules } from './standing.rules.ts';
import { federationOf, hashToken, newCode, newRecoveryCode, newSessionToken, tidyRecoveryCode } from './token.ts';
import { Touches } from './touches.ts';

const now = new Date('2026-11-21T02:00:00Z');
const live: StandingRules = {
  mode: 'live', sessions: SHIPPED.sessions, secondFactorOffices: ['platformAdmin', 'cashier'], administratorOffices: ['platformAdmin'], passwordDays: 90,
};
const demo: StandingRules = { ...live, mode: 'demo', sessions: DEMO_SESSIONS };
const facts = (o: Partial<SessionFacts>): SessionFacts => ({
  app: 'console', method: 'code', secondFactor: true, begunAt: now, seenAt: now, offices: [], passwordSetAt: null, mustChangePassword: false, ...o,
});
const after = (minutes: number): Date => addMinutes(now, minutes);

test('standing: a table of cases', () => {
  const DAY = 24 * 60;
  const cases: [string, Partial<SessionFacts>, StandingRules, number, [alive: boolean, awake: boolean, needs: string[]]][] = [
    ['worker, 30 days', { app: 'member' }, live, 30 * DAY, [true, false, []]],
    ['worker, 31 days', { app: 'member' }, live, 31 * DAY, [false, false, []]],
    ['chair in the console, 30 minutes', { offices: ['chair'] }, live, 30, [true, true, []]],
    ['chair in the console, 35 minutes', { offices: ['chair'] }, live, 35, [false, false, []]],
    ['chair on a phone, 35 minutes', { offices: ['chair'], app: 'member' }, live, 35, [true, false, ['again']]],
    ['chair in the demonstration, a day', { offices: ['chair'] }, demo, DAY, [true, true, []]],
    ['administrator, 14 minutes', { offices: ['platformAdmin'] }, live, 14, [true, true, []]],
    ['administrator, 15 minutes', { offices: ['platformAdmin'] }, live, 15, [false, false, []]],
    ['administrator busy for 12 hours', { offices: ['platformAdmin'], seenAt: after(12 * 60) }, live, 12 * 60, [false, false, []]],
    ['cashier without second factor', { offices: ['cashier'], secondFactor: false }, live, 0, [true, false, ['totp']]],
    ['the same in the demonstration', { offices: ['cashier'], secondFactor: false }, demo, 0, [true, true, []]],
    ['administrator with an old password', { offices: ['platformAdmin'], method: 'password', passwordSetAt: after(-90 * DAY) }, live, 0, [true, false, ['password']]],
    ['administrator with a password of 89 days', { offices: ['platformAdmin'], method: 'password', passwordSetAt: after(-89 * DAY) }, live, 0, [true, true, []]],
    ['administrator with an old password who came by code', { offices: ['platformAdmin'], passwordSetAt: after(-99 * DAY) }, live, 0, [true, true, []]],
    ['must change the password', { offices: ['chair'], mustChangePassword: true }, live, 0, [true, false, ['password']]],
  ];
  for (const [name, f, rules, minutes, expected] of cases) {
    const s = standingOf(facts(f), rules, after(minutes));
    assert.deepEqual([s.alive, s.officesAwake, s.needs], expected, name);
  }
});

test('standing: an office is never awake while something is asked, nor in a dead session', () => {
  const office = fc.constantFrom('chair', 'cashier', 'platformAdmin', 'auditor');
  const any = fc.record({
    app: fc.constantFrom('member' as const, 'console' as const, 'api' as const), method: fc.constantFrom('code' as const, 'password' as const),
    secondFactor: fc.boolean(), offices: fc.array(office, { maxLength: 3 }), mustChangePassword: fc.boolean(),
    begun: fc.integer({ min: 0, max: 40 * 24 * 60 }), seen: fc.integer({ min: 0, max: 40 * 24 * 60 }),
  });
  fc.assert(fc.property(any, (a) => {
    const s = standingOf(facts({ ...a, begunAt: after(-Math.max(a.begun, a.seen)), seenAt: after(-a.seen) }), live, now);
    if (s.officesAwake) {
      assert.ok(s.alive && s.needs.length === 0 && a.offices.length > 0);
      assert.ok(a.seen < 35 && Math.max(a.begun, a.seen) < 12 * 60);
      assert.ok(a.secondFactor || !a.offices.some((o) => ['cashier', 'platformAdmin'].includes(o)));
    }
  }));
});

test('passwords: common ones are known in every disguise, others are not', () => {
  for (const p of ['Password1!', 'p@$$w0rd', 'Admin@123', 'Qwerty#2026', 'Abcd1234!', 'Aa123456', '1qaz@WSX', 'Zhangsan1990', 'Woaini520!', 'Niangjia@2026', 'Summer2026!', 'Huawei@123', '!Qwer1234', 'aaaaAAAA1111']) {
    assert.ok(isCommon(p), p);
  }
  for (const p of ['Vx7#kqRt', 'gong-Mu9-tie', 'Lk2!wpzT', '7yMountain*Rice', 'Hs83-nnQw']) assert.ok(!isCommon(p), p);
});

test('passwords: the four classes and the own words', () => {
  assert.deepEqual(['abc', 'aB', 'aB1', 'aB1#', '密码'].map(classesOf), [1, 2, 3, 4, 1]);
  assert.equal(tidyPassword('Ａｂ１＃'), 'Ab1#');
  assert.equal(weakness('Vx7#kqRt', { administrator: false, own: ['', 'x'], numbers: SHIPPED.password }), null, 'single letters are nobody\'s name');
  assert.equal(weakness('Vx7#kqRt', { administrator: true, own: [], numbers: SHIPPED.password })?.why.code, 'identity.passwordShort');
  assert.equal(weakness('Vx7#李四kqRt', { administrator: false, own: ['李四'], numbers: SHIPPED.password })?.why.code, 'identity.passwordPersonal');
});

test('passwords: hashes are argon2id, salted, and nobody without one gets in', async () => {
  const [a, b] = [await hashPassword('Vx7#kqRt'), await hashPassword('Vx7#kqRt')];
  assert.match(a, /^\$argon2id\$v=19\$m=24576,t=2,p=1\$/);
  assert.notEqual(a, b);
  assert.deepEqual([await matches(a, 'Vx7#kqRt'), await matches(a, 'Vx7#kqRu'), await matches(null, 'Vx7#kqRt')], [true, false, false]);
  assert.equal(isOutdated(a), false);
  assert.equal(isOutdated(a.replace('m=24576', 'm=19456')), true);
});

test('tokens: name their federation, differ, and nothing else is taken for one', () => {
  const id = newId();
  const token = newSessionToken(id);
  assert.equal(federationOf(token), id);
  assert.equal(hashToken(token).length, 32);
  assert.equal(new Set(Array.from({ length: 1_000 }, () => newSessionToken(id))).size, 1_000);
  fc.assert(fc.property(fc.string(), (s) => federationOf(s) === null));
  for (const odd of [`${token}=`, token.slice(1), token.replace('.', '!'), `${token}\n`]) assert.equal(federationOf(odd), null, odd);
  assert.match(newCode(), /^\d{6}$/);
  const recovery = newRecoveryCode();
  assert.equal(tidyRecoveryCode(` ${recovery.toUpperCase().replace('-', ' – ')}`), tidyRecoveryCode(recovery));
});

test('devices are named coarsely', () => {
  assert.equal(deviceOf('Mozilla/5.0 (Linux; Android 14; 23127PN0CC) AppleWebKit/537.36 Chrome/116 Mobile MicroMessenger/8.0.49'), 'Android · WeChat');
  assert.equal(deviceOf('Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36 Edg/130.0'), 'Windows · Edge');
  assert.equal(deviceOf('curl/8'), '');
  fc.assert(fc.property(fc.string({ maxLength: 300 }), (s) => deviceOf(s).length <= 60));
});

test('grants: each office over its own subtree, members over their union, nobody anywhere else', () => {
  const wordsOf = (office: string) => ({ chair: ['a.answer'], member: ['a.write'], person: ['a.read'] })[office] ?? [];
  const office = { office: 'chair', unionId: 'u1', path: '/x/' };
  const holder = { federationId: 'f', offices: [office], member: { unionId: 'u2', path: '/x/y/' } };
  assert.deepEqual(grantsOf(holder, [], wordsOf), [
    { permission: 'a.answer', unionId: 'u1', path: '/x/' }, { permission: 'a.write', unionId: 'u2', path: '/x/y/' }, { permission: 'a.read', unionId: 'u2', path: '/x/y/' },
  ]);
  const stranger = grantsOf({ federationId: 'f', offices: [], member: null }, [], wordsOf);
  assert.deepEqual(stranger, [{ permission: 'a.read', unionId: 'f', path: '/-/' }]);
});

test('touches: the newest use of each session, coarse, in the order of random ids, and taken once', () => {
  const t = new Touches();
  const at = new Date('2026-11-21T02:47:31Z');
  t.note('f', 'b', { officer: false, seenAt: new Date('2026-11-21T01:00:00Z'), now: at });
  t.note('f', 'a', { officer: true, seenAt: new Date('2026-11-21T01:00:00Z'), now: at });
  t.note('f', 'c', { officer: false, seenAt: new Date('2026-11-21T02:00:00Z'), now: at });
  assert.equal(t.latest('a', now).toISOString(), '2026-11-21T02:45:00.000Z');
  assert.equal(t.latest('c', now), now);
  const [list] = t.take();
  assert.deepEqual(list?.seen.map((s) => [s.id, s.at.toISOString()]), [['a', '2026-11-21T02:45:00.000Z'], ['b', '2026-11-21T02:00:00.000Z']]);
  assert.deepEqual(t.take(), []);
});

test('consents: whoever changes a text raises its version here as well', () => {
  const now_ = Object.fromEntries(Object.entries(PURPOSES).map(([k, p]) => [k, `${p.version} ${textHash(k as Purpose).toString('hex').slice(0, 16)}`]));
  assert.deepEqual(now_, TEXTS);
});

/** Version and beginning of the hash of each text. */
const TEXTS: Readonly<Record<string, string>> = {
  notice: '1 4a40bb366a69a5d1',
  identity: '1 bf3b3e9bd807fce7',
  health: '1 d1cfc622afc66eda',
  bankAccount: '1 ad559bcb06275a8f',
  hardship: '1 8636219023de5ef5',
  portrait: '1 93c71a25258456c6',
  location: '1 cd59e7a8721d9366',
  children: '1 ba9b34281d0bb559',
  publication: '1 3c8dc02f0a11f5f4',
  sharing: '1 b0c847e5e781c3a5',
};
