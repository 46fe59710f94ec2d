import assert from 'node:assert/strict';
import test from 'node:test';
import { endMembership } from '#engines/org';
import { rows, sql } from '#platform/db';
import { fixClock } from '#test/clock';
import { addPerson } from '#test/stage';
import { ALL, newHolder, newPhone, openVendorStage, refused, UA } from '#test/vendor-stage';
import signIn from './index.ts';

const clock = fixClock('2026-11-21T02:10:00Z');
const { fake, stage, city, town, plant, setUp, browser, begin, finish, come, signInByCode, bind, boundMember, bindings, said, close } = await openVendorStage([signIn]);
const MINUTE = 60_000;
test.after(close);

test('off unless set up: no buttons, and the addresses say so', async () => {
  setUp('ask', { offer: ['dingtalk'] });
  const b = browser();
  assert.deepEqual((await b.ask('GET', '/api/v1/sign-in/vendors', undefined, { 'user-agent': UA.wecom })).body.items, [{ vendor: 'dingtalk', straight: false }]);
  refused(await b.ask('POST', '/api/v1/sign-in/vendors/wecom/begin', {}), 404, 'vendorOff');
  refused(await finish(b, 'wecom', { code: 'x', state: 'x' }), 404, 'vendorOff');
  assert.equal((await b.ask('POST', '/api/v1/sign-in/vendors/github/begin', {})).status, 400);
  setUp('ask', { union: undefined });
  assert.equal((await come(b, 'wecom', newHolder())).body.error.code, 'identity.vendorOff', 'two federations and no union named');
  setUp('ask', { union: 'NOWHERE' });
  assert.equal((await come(b, 'wecom', newHolder())).body.error.code, 'identity.vendorOff');
  setUp();
});

test('states: forged, of another vendor, of another browser, replayed, outdated, none', async () => {
  const { holder } = await boundMember('wecom');
  const asked = (): number => fake.seen.filter((s) => s.path === '/cgi-bin/auth/getuserinfo').length;
  const before = asked();
  const b = browser();
  const { state } = await begin(b, 'wecom');
  const code = fake.codeFor(holder);
  for (const forged of ['', 'x', state.slice(0, -1), `${state}0`, `f${state.slice(1)}`, `${state.slice(0, 79)}${state[79] === '0' ? '1' : '0'}`, state.toUpperCase()]) {
    const r = await finish(b, 'wecom', { code, state: forged });
    assert.ok(r.status === 401 || (forged === '' && r.status === 400) || forged === state, `${forged}: ${r.status}`);
  }
  refused(await finish(b, 'dingtalk', { code, state }), 401, 'vendorStateEnded');
  const other = browser();
  refused(await finish(other, 'wecom', { code, state }), 401, 'vendorStateEnded');
  await begin(other, 'wecom');
  refused(await finish(other, 'wecom', { code, state }), 401, 'vendorStateEnded');
  clock.advance(10 * MINUTE);
  refused(await finish(b, 'wecom', { code, state }), 401, 'vendorStateEnded');
  assert.equal(asked(), before, 'the vendor is not even asked');
  const again = await begin(b, 'wecom');
  const trail = b.jar.get('niangjia-trail') ?? '';
  assert.equal((await finish(b, 'wecom', { code, state: again.state })).body.next, 'in');
  b.jar.set('niangjia-trail', trail);
  refused(await finish(b, 'wecom', { code: fake.codeFor(holder), state: again.state }), 401, 'vendorStateEnded');
});

test('of ten that bring one state at once, one comes in', async () => {
  const { holder } = await boundMember('wechat');
  const b = browser();
  const { state } = await begin(b, 'wechat');
  const headers = { cookie: `niangjia-trail=${b.jar.get('niangjia-trail')}`, 'user-agent': UA.wechat };
  const codes = Array.from({ length: 10 }, () => fake.codeFor(holder));
  const answers = await Promise.all(codes.map((code) => stage.ask('POST', '/api/v1/sign-in/vendors/wechat/finish', { code, state }, { headers })));
  assert.deepEqual(answers.map((r) => r.status).sort(), [200, ...Array.from({ length: 9 }, () => 401)]);
});

for (const vendor of ALL) {
  test(`${vendor}: a code that was used, a vendor that is down, errs or sends nonsense`, async () => {
    const { holder } = await boundMember(vendor);
    const b = browser();
    const code = fake.codeFor(holder);
    assert.equal((await finish(b, vendor, { code, state: (await begin(b, vendor)).state })).body.next, 'in');
    const b2 = browser();
    refused(await finish(b2, vendor, { code, state: (await begin(b2, vendor)).state }), 401, 'vendorRefused');
    for (const broken of [{ status: 500 }, { status: 429 }, { status: 302, headers: { location: 'http://127.0.0.1:1/' } }, { body: '<html>' }, { body: '[]' }, { body: '{"errcode":-1}' }, { body: '{}' }, { body: `{"x":"${'a'.repeat(70_000)}"}` }]) {
      fake.broken = broken;
      const r = await come(b2, vendor, holder);
      fake.broken = null;
      assert.ok([403, 424].includes(r.status), `${JSON.stringify(broken).slice(0, 60)}: ${r.status} ${JSON.stringify(r.body)}`);
      assert.equal(b2.jar.get('niangjia'), undefined);
    }
    assert.equal((await come(b2, vendor, holder)).body.next, 'in', 'and afterwards it works again');
  });
}

test('strangers: guests and other firms at the vendor, onlookers in WeChat', async () => {
  refused(await come(browser(), 'wecom', newHolder({ guest: true })), 403, 'vendorStranger');
  refused(await come(browser(), 'wecom', newHolder({ corp: 'ww-other' })), 403, 'vendorStranger');
  refused(await come(browser(), 'dingtalk', newHolder({ corp: 'ding-other' })), 403, 'vendorStranger');
  refused(await come(browser(), 'wechat', newHolder({ snapshot: true })), 403, 'vendorStranger');
});

test('somebody of another federation: never found by the phone, and never bound', async () => {
  setUp('mobile');
  const phone = newPhone();
  await addPerson(stage, { federationId: town.federationId, unionId: town.plant.id }, { name: '外乡人', phone });
  for (const vendor of ['wecom', 'dingtalk'] as const) {
    const b = browser();
    const r = await come(b, vendor, newHolder({ mobile: phone }));
    assert.equal(r.body.next, 'bind');
    assert.equal(b.jar.get('niangjia'), undefined);
    await signInByCode(b, phone);
    refused(await bind(b, r.body.claim), 403, 'vendorElsewhere');
  }
  setUp();
});

test('somebody of the own federation whose union does not use the vendor is not bound, and no longer let in after going elsewhere', async () => {
  const phone = newPhone();
  await addPerson(stage, { federationId: city.federationId, unionId: city.top.id }, { name: '机关人', phone });
  const b = browser();
  const r = await come(b, 'wecom', newHolder());
  await signInByCode(b, phone);
  refused(await bind(b, r.body.claim), 403, 'vendorElsewhere');
  const { id, holder } = await boundMember('wecom');
  await stage.in(city.federationId, (tx) => sql`update membership set union_id = ${city.top.id} where federation_id = ${city.federationId} and person_id = ${id}`.execute(rows(tx)));
  refused(await come(browser(), 'wecom', holder), 403, 'vendorElsewhere');
});

test('two people with the same phone, an officer, an unknown number: the directory decides nothing', async () => {
  setUp('mobile');
  const phone = newPhone();
  const shared = [await addPerson(stage, plant, { name: '父', phone }), await addPerson(stage, plant, { name: '子', phone })];
  assert.equal((await come(browser(), 'wecom', newHolder({ mobile: phone }))).body.next, 'bind');
  for (const id of shared) assert.equal(await bindings(id), 0);
  const chairPhone = newPhone();
  const chair = await addPerson(stage, plant, { name: '高主席', phone: chairPhone, office: 'chair' });
  assert.equal((await come(browser(), 'dingtalk', newHolder({ mobile: chairPhone }))).body.next, 'bind');
  assert.equal(await bindings(chair), 0);
  for (const mobile of [newPhone(), '0571-87051234', 'x', '+1-5551234567']) assert.equal((await come(browser(), 'wecom', newHolder({ mobile }))).body.next, 'bind', mobile);
  setUp('ask');
  const own = newPhone();
  const id = await addPerson(stage, plant, { name: '只问不猜', phone: own });
  assert.equal((await come(browser(), 'wecom', newHolder({ mobile: own }))).body.next, 'bind', 'unless the settings believe the directory');
  assert.equal(await bindings(id), 0);
});

test('a person whose membership ended is refused with the sentence that says how to join, bound or found', async () => {
  const { id, holder, phone } = await boundMember('dingtalk');
  await stage.in(city.federationId, (tx) => endMembership(tx, id, 'left'));
  const r = await come(browser(), 'dingtalk', holder);
  refused(r, 403, 'vendorNotMember');
  assert.match(r.body.error.sentence, /入会二维码/);
  const b = browser();
  const claim = await come(b, 'wecom', newHolder());
  await signInByCode(b, phone);
  refused(await bind(b, claim.body.claim), 403, 'vendorNotMember');
  setUp('mobile');
  refused(await come(browser(), 'wecom', newHolder({ mobile: phone })), 403, 'vendorNotMember');
  setUp();
});

test('ways outside the app lead home', async () => {
  const { holder } = await boundMember('wecom');
  for (const next of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/ok\n//x', 'letters', '/\t/evil.example', '/a b']) {
    assert.equal((await come(browser(), 'wecom', holder, next)).body.to, '/', next);
  }
  assert.equal((await come(browser(), 'wecom', holder, '/letters/7?tab=2')).body.to, '/letters/7?tab=2');
  const { url } = await begin(browser(), 'wecom', '//evil.example');
  assert.equal(url.searchParams.get('redirect_uri'), 'https://union.example/sign-in/wecom');
});

test('claims: of another browser, tampered, outdated, used, in an old session', async () => {
  const phone = newPhone();
  await addPerson(stage, plant, { name: '慢工', phone });
  const b = browser();
  const { claim } = (await come(b, 'wecom', newHolder())).body as { claim: string };
  const victim = browser();
  await signInByCode(victim, phone);
  refused(await bind(victim, claim), 403, 'vendorClaimEnded');
  await begin(victim, 'wecom');
  refused(await bind(victim, claim), 403, 'vendorClaimEnded');
  assert.equal((await stage.ask('POST', '/api/v1/sign-in/vendors/bind', { claim })).status, 401, 'nobody');
  await signInByCode(b, phone);
  for (const bad of [claim.slice(0, -2), `B${claim.slice(1)}`, Buffer.from('{"v":"wecom"}').toString('base64url').padEnd(40, 'A')]) refused(await bind(b, bad), 403, 'vendorClaimEnded');
  const trail = b.jar.get('niangjia-trail') ?? '';
  assert.equal((await bind(b, claim)).status, 200);
  b.jar.set('niangjia-trail', trail);
  for (const again of [claim, `${claim}=`, ` ${claim}`]) refused(await bind(b, again), 403, 'vendorClaimEnded');
  const old = browser();
  await signInByCode(old, phone);
  clock.advance(121 * MINUTE);
  const late = (await come(old, 'dingtalk', newHolder())).body.claim as string;
  refused(await bind(old, late), 403, 'vendorNotFresh');
  clock.advance(30 * MINUTE);
  await signInByCode(old, phone);
  refused(await bind(old, late), 403, 'vendorClaimEnded');
});

test('one account has one person and one person one account of a vendor, whoever comes at once', async () => {
  const holder = newHolder();
  const people = await Promise.all(Array.from({ length: 6 }, async (_, i) => {
    const phone = newPhone();
    const id = await addPerson(stage, plant, { name: `竞${i}`, phone });
    return { id, phone, b: browser() };
  }));
  const claims: string[] = [];
  for (const p of people) {
    claims.push((await come(p.b, 'dingtalk', holder)).body.claim);
    await signInByCode(p.b, p.phone);
  }
  const answers = await Promise.all(people.map((p, i) => bind(p.b, claims[i] ?? '')));
  assert.deepEqual(answers.map((r) => r.status).sort(), [200, 409, 409, 409, 409, 409]);
  assert.deepEqual(new Set(answers.filter((r) => r.status === 409).map((r) => r.body.error.code)), new Set(['identity.vendorTaken']));
  assert.equal((await Promise.all(people.map((p) => bindings(p.id)))).reduce((a, n) => a + n, 0), 1);
  const { b, phone } = await boundMember('wecom');
  const second = (await come(browser(), 'wecom', newHolder())).body;
  assert.equal(second.next, 'bind');
  const claim = (await come(b, 'wecom', newHolder())).body.claim;
  await signInByCode(b, phone);
  refused(await bind(b, claim), 409, 'vendorAnother');
});

test('the directory binds once, however many devices arrive together', async () => {
  setUp('mobile');
  const phone = newPhone();
  const id = await addPerson(stage, plant, { name: '多机', phone });
  const holder = newHolder({ mobile: phone });
  const answers = await Promise.all(Array.from({ length: 6 }, () => come(browser(), 'wecom', holder)));
  assert.deepEqual(answers.map((r) => r.body.next), Array.from({ length: 6 }, () => 'in'));
  assert.equal(await bindings(id), 1);
  assert.equal(await said(id, 'saidDirectoryBound'), 1);
  setUp();
});

test('an account that signs in without end is paused', async () => {
  const { holder } = await boundMember('wechat');
  let r = await come(browser(), 'wechat', holder);
  for (let i = 0; i < 30 && r.status === 200; i++) r = await come(browser(), 'wechat', holder);
  refused(r, 429, 'vendorTooOften');
  assert.match(r.body.error.sentence, /30分钟/);
  clock.advance(31 * MINUTE);
  assert.equal((await come(browser(), 'wechat', holder)).body.next, 'in');
});

