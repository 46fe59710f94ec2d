import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import test from 'node:test';
import { generateSync } from 'otplib';
import pino from 'pino';
import { identity } from '#engines/identity';
import { rows, sql } from '#platform/db';
import { log } from '#platform/log';
import { fixClock } from '#test/clock';
import { addPerson } from '#test/stage';
import { ALL, type Browser, newHolder, newPhone, openVendorStage, refused, UA } from '#test/vendor-stage';
import { DINGTALK, WECHAT, WECOM } from '#test/vendors';
import signIn from './index.ts';

const lines: string[] = [];
Reflect.set(log, pino.symbols.streamSym, { write: (line: string) => lines.push(line) });
log.level = 'trace';

const clock = fixClock('2026-11-21T02:10:00Z');
const { fake, stage, city, plant, setUp, browser, begin, come, boundMember, bindings, said, close } = await openVendorStage([signIn]);
const MINUTE = 60_000;
const nameIn = async (b: Browser): Promise<string | null> => (await b.ask('GET', '/api/v1/me')).body.person?.name ?? null;
test.after(close);

for (const vendor of ALL) {
  test(`${vendor}: bound once by hand, then straight in; the log, the session and the list say so; unbinding ends it`, async () => {
    const { id, holder, b } = await boundMember(vendor, '覃师傅');
    assert.equal(await said(id, 'saidBoundVendor'), 1);
    const second = browser();
    const r = await come(second, vendor, holder, '/letters');
    assert.deepEqual(r.body, { next: 'in', to: '/letters' });
    assert.equal(second.jar.get('niangjia-trail'), undefined, 'nothing stays behind');
    assert.equal(await nameIn(second), '覃师傅');
    assert.equal(await said(id, 'saidSignedIn'), 2);
    const session = await stage.in(city.federationId, (tx) => sql<{ method: string; app: string }>`select method, app from session where federation_id = ${city.federationId} and person_id = ${id} order by method = ${vendor} desc`.execute(rows(tx)));
    assert.deepEqual(session.rows[0], { method: vendor, app: 'member' });
    const mine = (await b.ask('GET', '/api/v1/me/vendors', undefined, { 'user-agent': UA[vendor] })).body.items.find((x: { vendor: string }) => x.vendor === vendor);
    assert.deepEqual([mine.directory, mine.open, /T\d\d:00:00\.000Z$/.test(mine.boundAt)], [false, true, true]);
    const stranger = (await boundMember(vendor === 'wecom' ? 'wechat' : 'wecom')).b;
    refused(await stranger.ask('DELETE', `/api/v1/me/vendors/${vendor}`, {}), 404, 'vendorNotBound');
    assert.deepEqual((await b.ask('DELETE', `/api/v1/me/vendors/${vendor}`, {})).body, { endedSessions: 1 });
    assert.equal((await second.ask('GET', '/api/v1/me')).status, 401, 'who came in that way is out');
    assert.equal((await come(browser(), vendor, holder)).body.next, 'bind');
    assert.equal(await said(id, 'saidUnboundVendor'), 1);
  });
}

for (const vendor of ['wecom', 'dingtalk'] as const) {
  test(`${vendor}: by the mobile number or staff number of the directory, where told to believe it; not after it was taken away`, async () => {
    setUp('mobile');
    const phone = newPhone();
    const id = await addPerson(stage, plant, { name: '蓝工', phone, staffNumber: `S-${phone}` });
    const holder = newHolder({ mobile: phone, userId: `S-${phone}`, ...(vendor === 'wecom' ? { id: `S-${phone}` } : {}) });
    const b = browser();
    assert.equal((await come(b, vendor, holder)).body.next, 'in');
    assert.equal(await nameIn(b), '蓝工');
    assert.equal((await b.ask('GET', '/api/v1/me/vendors')).body.items.find((x: { vendor: string }) => x.vendor === vendor).directory, true);
    assert.equal((await b.ask('DELETE', `/api/v1/me/vendors/${vendor}`, {})).status, 200);
    assert.equal((await come(browser(), vendor, holder)).body.next, 'bind', 'a directory does not put back what the person took away');
    setUp('staffNumber');
    assert.equal((await come(browser(), vendor, holder)).body.next, 'bind');
    const other = newPhone();
    await addPerson(stage, plant, { name: '工号人', staffNumber: `S-${other}` });
    const byNumber = browser();
    assert.equal((await come(byNumber, vendor, newHolder({ id: vendor === 'wecom' ? `S-${other}` : `u-${other}`, userId: `S-${other}` }))).body.next, 'in');
    assert.equal(await nameIn(byNumber), '工号人');
    assert.equal(await bindings(id), 0);
    setUp();
  });
}

test('the second factor is asked for as with any other way', async () => {
  const { holder, b } = await boundMember('wecom');
  const { secret } = (await b.ask('POST', '/api/v1/me/totp', {})).body as { secret: string };
  const code = (): string => generateSync({ secret, epoch: Math.floor(clock.now().getTime() / 1_000) });
  assert.equal((await b.ask('POST', '/api/v1/me/totp/confirm', { code: code() })).status, 200);
  const second = browser();
  const r = await come(second, 'wecom', holder, '/card');
  assert.deepEqual([r.body.next, r.body.to, second.jar.get('niangjia')], ['totp', '/card', undefined]);
  refused(await second.ask('POST', '/api/v1/sign-in/second-step', { ticket: r.body.ticket, code: '000000' }), 401, 'secondWrong');
  clock.advance(MINUTE);
  assert.equal((await second.ask('POST', '/api/v1/sign-in/second-step', { ticket: r.body.ticket, code: code() })).body.next, 'in');
  const session = await stage.in(city.federationId, (tx) => sql<{ method: string; second_factor: boolean }>`select method, second_factor from session where federation_id = ${city.federationId} and token_hash = ${createHash('sha256').update(second.jar.get('niangjia') ?? '').digest()}`.execute(rows(tx)));
  assert.deepEqual(session.rows[0], { method: 'wecom', second_factor: true });
});

test('WeCom’s token is fetched once, and again when it is no longer taken', async () => {
  setUp();
  const { holder } = await boundMember('wecom');
  const fetched = (): number => fake.seen.filter((s) => s.path === '/cgi-bin/gettoken').length;
  const before = fetched();
  for (let i = 0; i < 3; i++) assert.equal((await come(browser(), 'wecom', holder)).body.next, 'in');
  assert.equal(fetched(), before);
  fake.dropTokens();
  assert.equal((await come(browser(), 'wecom', holder)).body.next, 'in');
  assert.equal(fetched(), before + 1);
  clock.advance(3 * 60 * MINUTE);
  assert.equal((await come(browser(), 'wecom', holder)).body.next, 'in');
  assert.equal(fetched(), before + 2);
});

test('each vendor is reached as it documents: inside its browser, outside, and where it must stand first', async () => {
  setUp('mobile');
  const inside = (await begin(browser(), 'wecom')).url;
  assert.equal(inside.pathname + inside.hash, '/connect/oauth2/authorize#wechat_redirect');
  assert.deepEqual([...inside.searchParams.keys()], ['appid', 'redirect_uri', 'response_type', 'scope', 'state', 'agentid']);
  assert.equal(inside.searchParams.get('scope'), 'snsapi_privateinfo');
  const outside = new URL((await browser().ask('POST', '/api/v1/sign-in/vendors/wecom/begin', {}, { 'user-agent': 'Mozilla/5.0 Chrome/140' })).body.url);
  assert.deepEqual([outside.pathname, outside.searchParams.get('login_type'), outside.searchParams.get('agentid')], ['/wwlogin/sso/login', 'CorpApp', WECOM.agentId]);
  const ding = (await begin(browser(), 'dingtalk')).url;
  assert.deepEqual([ding.pathname, ding.searchParams.get('scope'), ding.searchParams.get('corpId'), ding.searchParams.get('prompt')], ['/oauth2/auth', 'openid corpid', DINGTALK.corpId, 'consent']);
  const wx = (await begin(browser(), 'wechat')).url;
  assert.deepEqual([...wx.searchParams.keys()], ['appid', 'redirect_uri', 'response_type', 'scope', 'state']);
  assert.deepEqual([wx.searchParams.get('scope'), wx.hash], ['snsapi_base', '#wechat_redirect']);
  for (const url of [inside, outside, ding, wx]) assert.match(url.searchParams.get('state') ?? '', /^[a-z0-9]{1,128}$/);
  setUp();
  const offered = async (userAgent: string) => (await browser().ask('GET', '/api/v1/sign-in/vendors', undefined, { 'user-agent': userAgent })).body.items.map((x: { vendor: string; straight: boolean }) => `${x.vendor}${x.straight ? '!' : ''}`).join();
  assert.deepEqual([await offered(UA.wecom), await offered(UA.dingtalk), await offered(UA.wechat), await offered('Mozilla/5.0 (iPhone) Safari/604')], ['wecom!,dingtalk', 'wecom,dingtalk!', 'wecom,dingtalk,wechat!', 'wecom,dingtalk']);
});

test('forgetting a person forgets the accounts; secrets and the vendor’s names for people stand in no log and no table', async () => {
  const { id, holder } = await boundMember('wecom');
  const all = await stage.in(city.federationId, (tx) => sql<{ row: string }>`select v::text as row from vendor_account v where federation_id = ${city.federationId}`.execute(rows(tx)));
  const texts = [...lines, ...all.rows.map((r) => r.row)];
  assert.ok(lines.length > 50 && all.rows.length > 5);
  const hidden = [WECOM.secret, DINGTALK.clientSecret, WECHAT.secret, holder.id, '13900000', fake.url, 'access_token'];
  assert.deepEqual(hidden.filter((h) => texts.some((text) => text.includes(h))), []);
  await stage.in(city.federationId, (tx) => identity.forget(tx, id));
  assert.equal(await bindings(id), 0);
});
