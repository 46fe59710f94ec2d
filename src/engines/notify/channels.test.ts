import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { contactsOf } from '#engines/org';
import { clock } from '#platform/clock';
import { rows, sql } from '#platform/db';
import { newId } from '#shared/ids';
import { dingtalk, listen, mailServer, wecom } from '#test/outside';
import { database, deliveries, everywhere, foundCity, NOON, smtp, telling, use, words } from '#test/telling';
import { closeMail } from './adapters/smtp.ts';
import { notify } from './index.ts';

after(closeMail);

test('codes and outside addresses rest sealed and are forgotten once sent', async () => {
  use({ sms: { provider: 'visible' } });
  const city = await foundCity();
  const secret = '739142';
  await city.in((tx) => notify.write(tx, {
    key: `code/${newId()}`, kind: 'identity.code', word: words.title, body: words.code, slots: { minutes: 5 }, secret: { code: secret }, link: '/', locale: 'zh', to: { phone: '13812345678' },
  }));
  const dump = async (): Promise<string> => {
    const tables = ['notify_message', 'notify_delivery', 'notify_attempt', 'notify_inbox', 'notify_channel'];
    const texts = await Promise.all(tables.map((t) => city.in(async (tx) => (await sql<{ t: string }>`SELECT t::text AS t FROM ${sql.table(t)} AS t`.execute(rows(tx))).rows.map((r) => r.t).join('\n'))));
    return texts.join('\n');
  };
  assert.doesNotMatch(await dump(), new RegExp(`${secret}|13812345678`));
  await notify.dispatch();
  const shown = await city.in((tx) => notify.listVisible(tx, 10));
  assert.deepEqual(shown.map((s) => [s.phone, s.text]), [['138****5678', `验证码 ${secret}，5 分钟内有效`]]);
  assert.doesNotMatch(await dump(), new RegExp(`${secret}|13812345678`));
  const [d] = await deliveries(city);
  assert.equal(d?.address, null);
  const sealed = await city.in(async (tx) => (await sql<{ s: Buffer | null }>`SELECT secret_sealed AS s FROM notify_message WHERE federation_id = ${tx.federationId}`.execute(rows(tx))).rows);
  assert.deepEqual(sealed.map((r) => r.s), [null]);
});

test('short messages go out only for what is marked so', async () => {
  use({ sms: { provider: 'visible' } });
  const city = await foundCity();
  const one = await city.person({ phone: '13800000001' });
  await city.in((tx) => notify.tell(tx, telling([one])));
  await city.in((tx) => notify.tell(tx, telling([one], { sms: true })));
  await notify.dispatch();
  assert.equal((await city.in((tx) => notify.listVisible(tx, 10))).length, 1);
});

test('channels: inside addresses, missing keys and stolen secrets are refused; nothing secret comes back', async () => {
  use();
  const city = await foundCity();
  const add = (settings: Parameters<typeof notify.addChannel>[2]['settings'], name = '通道') =>
    city.in((tx) => notify.addChannel(tx, city.plant.id, { name, settings, kinds: [], enabled: true }, everywhere));
  const refused = async (run: Promise<unknown>): Promise<string> => run.then(() => 'accepted', (e: { word?: { code: string } }) => e.word?.code ?? String(e));
  assert.equal(await refused(add({ kind: 'webhook', url: 'https://10.0.0.1/hook' })), 'notify.urlInside');
  assert.equal(await refused(add({ kind: 'webhook', url: 'https://localhost/hook' })), 'notify.urlInside');
  assert.equal(await refused(add({ kind: 'webhook', url: 'ftp://example.cn/' })), 'notify.urlBad');
  assert.equal(await refused(add({ kind: 'wecom', url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send' })), 'notify.urlKey');
  assert.equal(await refused(add({ kind: 'dingtalk', url: 'https://oapi.dingtalk.com/robot/send' })), 'notify.urlKey');
  assert.equal(await refused(add({ kind: 'email', host: 'smtp.example.cn', port: 25, safety: 'none', from: 'a@example.cn', fromName: 'x' })), 'notify.plainOutside');
  const email = { kind: 'email' as const, host: 'smtp.example.cn', port: 465, safety: 'tls' as const, user: 'u', password: 'very secret', from: 'a@example.cn', fromName: '市总' };
  const { channel } = await add(email);
  assert.equal(await refused(add(email)), 'notify.channelTwice');
  const change = (settings: typeof email | Omit<typeof email, 'password'>) =>
    city.in((tx) => notify.changeChannel(tx, channel.id, { name: '邮件', settings, kinds: [], enabled: true }, everywhere));
  const { password: _, ...without } = email;
  assert.equal(await refused(change({ ...without, host: 'smtp.evil.example' })), 'notify.secretAgain');
  assert.equal(await refused(change({ ...without, fromName: '市总工会' })), 'accepted');
  const hook = await add({ kind: 'webhook', url: 'https://data.example.cn/hook?token=abcdef' });
  assert.match(hook.secret ?? '', /^whsec_/);
  const listed = JSON.stringify(await city.in((tx) => notify.listChannels(tx, everywhere)));
  assert.doesNotMatch(listed, /very secret|abcdef/);
  assert.ok(!listed.includes(hook.secret?.slice(6) as string));
  assert.deepEqual(await city.in((tx) => notify.listChannels(tx, sql<boolean>`false`)), []);
  assert.equal(await refused(city.in((tx) => notify.removeChannel(tx, channel.id, sql<boolean>`false`))), 'notify.channelUnknown');
  notify.use({ database, contactsOf, publicUrl: 'https://union.example', mode: 'live' });
  assert.equal(await refused(add({ kind: 'sms', provider: 'visible' })), 'notify.visibleDemo');
});

test('groups: robots of the union and webhooks above hear it, at most twenty a minute, and never twice', async () => {
  use();
  const city = await foundCity();
  const robot = await wecom({ key: 'k', now: () => clock.now().getTime() });
  const ding = await dingtalk({ token: 't', secret: 'SECx', now: () => clock.now().getTime() });
  const hook = await listen(() => ({}));
  const person = await city.person({ phone: '13800000007' });
  const add = (unionId: string, settings: Parameters<typeof notify.addChannel>[2]['settings'], kinds: string[] = []) =>
    city.in((tx) => notify.addChannel(tx, unionId, { name: '群', settings, kinds, enabled: true }, everywhere));
  await add(city.plant.id, { kind: 'wecom', url: `${robot.url}/cgi-bin/webhook/send?key=k` });
  await add(city.plant.id, { kind: 'dingtalk', url: `${ding.url}/robot/send?access_token=t`, secret: 'SECx' }, ['other']);
  await add(city.id, { kind: 'wecom', url: `${robot.url}/cgi-bin/webhook/send?key=wrong` });
  await add(city.id, { kind: 'webhook', url: `${hook.url}/hook` }, ['letters.answered']);
  for (let i = 0; i < 30; i++) await city.in((tx) => notify.tell(tx, telling({ groups: [city.plant.id], call: i === 0 ? [person] : [] })));
  await Promise.all(Array.from({ length: 6 }, () => notify.dispatch()));
  assert.equal(robot.seen.length, 20);
  assert.match(robot.seen.map((s) => s.body).join(), /"mentioned_mobile_list":\["13800000007"\]/);
  assert.equal(ding.seen.length, 0);
  assert.equal(hook.seen.length, 30);
  clock.advance(61_000);
  await Promise.all(Array.from({ length: 6 }, () => notify.dispatch()));
  assert.equal(robot.seen.length, 30);
  assert.ok((await deliveries(city)).every((d) => d.state === 'sent'));
  assert.equal(new Set(hook.seen.map((s) => s.headers['webhook-id'])).size, 30);
  clock.set(NOON);
  await Promise.all([robot.close(), ding.close(), hook.close()]);
});

test('a robot that was removed is marked at its channel; a trial shows when it works again', async () => {
  use();
  const city = await foundCity();
  const robot = await wecom({ key: 'new' });
  const officer = await city.person();
  const { channel } = await city.in((tx) => notify.addChannel(tx, city.plant.id, { name: '群', settings: { kind: 'wecom', url: `${robot.url}/cgi-bin/webhook/send?key=old` }, kinds: [], enabled: true }, everywhere));
  await city.in((tx) => notify.tell(tx, telling({ groups: [city.plant.id] })));
  await notify.dispatch();
  assert.equal((await city.in((tx) => notify.listChannels(tx, everywhere)))[0]?.fault, '93000');
  await city.in((tx) => notify.changeChannel(tx, channel.id, { name: '群', settings: { kind: 'wecom', url: `${robot.url}/cgi-bin/webhook/send?key=new` }, kinds: [], enabled: true }, everywhere));
  const { deliveryId } = await city.in((tx) => notify.tryChannel(tx, channel.id, officer, everywhere));
  await assert.rejects(city.in((tx) => notify.tryChannel(tx, channel.id, officer, everywhere)), { name: 'Refused', status: 429 });
  await notify.dispatch();
  const tried = await city.in((tx) => notify.log(tx, { seen: everywhere, deliveryId }));
  assert.deepEqual(tried.items.map((l) => [l.state, l.code, l.address]), [['sent', '0', `${new URL(robot.url).host}/…`]]);
  assert.equal((await city.in((tx) => notify.listChannels(tx, everywhere)))[0]?.fault, '');
  await city.in((tx) => notify.tell(tx, telling({ groups: [city.plant.id] })));
  await city.in((tx) => notify.removeChannel(tx, channel.id, everywhere));
  await notify.dispatch();
  assert.equal((await deliveries(city)).at(-1)?.code, 'channelGone');
  await robot.close();
});

test('the operator’s own mail server may stand inside; an officer’s may not', async () => {
  const own = await mailServer();
  notify.use({ database, contactsOf, publicUrl: 'https://union.example', mode: 'live', email: smtp(own.port) });
  const city = await foundCity();
  const one = await city.person({ email: 'w@example.cn' });
  await city.in((tx) => notify.tell(tx, telling([one])));
  await notify.dispatch();
  assert.equal(own.mails.length, 1);
  use({ email: smtp(own.port) });
  await city.in((tx) => notify.addChannel(tx, city.id, { name: '邮箱', settings: { kind: 'email', ...smtp(own.port) }, kinds: [], enabled: true }, everywhere));
  notify.use({ database, contactsOf, publicUrl: 'https://union.example', mode: 'live', email: smtp(own.port) });
  await city.in((tx) => notify.tell(tx, telling([one])));
  await notify.dispatch();
  assert.equal(own.mails.length, 1);
  assert.deepEqual((await deliveries(city)).map((d) => d.code), ['smtp250', 'addressRefused']);
  await own.close();
});

test('a union’s own mail server is used for what is said in its name, the nearest one above otherwise', async () => {
  const [own, usual] = [await mailServer(), await mailServer()];
  use({ email: smtp(usual.port) });
  const city = await foundCity();
  const one = await city.person({ email: 'w@example.cn' });
  await city.in((tx) => notify.addChannel(tx, city.plant.id, { name: '本厂邮箱', settings: { kind: 'email', ...smtp(own.port) }, kinds: [], enabled: true }, everywhere));
  await city.in((tx) => notify.tell(tx, telling([one], { unionId: city.plant.id })));
  await city.in((tx) => notify.tell(tx, telling([one])));
  await notify.dispatch();
  assert.deepEqual([own.mails.length, usual.mails.length], [1, 1]);
  await Promise.all([own.close(), usual.close()]);
});
