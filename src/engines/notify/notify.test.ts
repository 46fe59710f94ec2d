import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import test, { after } from 'node:test';
import { contactsOf, draftUnion, foundFederation, foundUnions, newPerson, savePeople, type Union } from '#engines/org';
import { clock } from '#platform/clock';
import { type Database, rows, sql } from '#platform/db';
import { keyRing, secrets } from '#platform/secrets';
import type { Tx } from '#shared/call';
import { newId } from '#shared/ids';
import { defineWords } from '#shared/words';
import { fixClock } from '#test/clock';
import { freshDatabase } from '#test/database';
import { dingtalk, listen, mailServer, wecom } from '#test/outside';
import PostalMime from 'postal-mime';
import { claim } from './claim.service.ts';
import { deliver } from './deliver.ts';
import { closeMail } from './adapters/smtp.ts';
import { notify, outboundOf, type Telling } from './index.ts';

const words = defineWords('letters', {
  title: ['您的来信已答复', 'Your letter was answered'],
  body: ['来信“{subject}”已由{union}答复。', 'Your letter "{subject}" was answered by {union}.'],
  code: ['验证码 {code}，{minutes} 分钟内有效', 'Code {code}, valid for {minutes} minutes'],
});
const slots = { subject: '食堂', union: '机械厂工会' };
const NOON = '2026-11-21T04:00:00Z'; // 12:00 in China
const NIGHT = '2026-11-21T15:00:00Z'; // 23:00

fixClock(NOON);
secrets.use(keyRing([randomBytes(32)]));
const database = await freshDatabase();
const outbound = outboundOf({ allow: ['127.0.0.1'], plainHttp: true });
const everywhere = sql<boolean>`true`;
after(closeMail);

type City = { id: string; plant: Union; in<T>(run: (tx: Tx) => Promise<T>): Promise<T>; person(o?: { email?: string; phone?: string; locale?: 'zh' | 'en' }): Promise<string> };

async function foundCity(): Promise<City> {
  const id = newId();
  const run = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.transaction(id, clock.now(), work);
  const plant = await run(async (tx) => {
    const top = await foundFederation(tx, { name: '市总工会', code: id.slice(-8) });
    const union = draftUnion({ name: '机械厂工会', code: 'P1', kind: 'enterprise', parentId: id }, top);
    await foundUnions(tx, [union]);
    return union;
  });
  const person: City['person'] = (o = {}) => run(async (tx) => {
    const p = { ...newPerson('王师傅'), email: o.email ?? null, phone: o.phone ?? null, locale: o.locale ?? 'zh' };
    await savePeople(tx, [p]);
    return p.id;
  });
  return { id, plant, in: run, person };
}

type Ways = Pick<Parameters<typeof notify.use>[0], 'email' | 'sms'>;
const use = (ways: Ways = {}, db: Database = database): void =>
  notify.use({ database: db, contactsOf, publicUrl: 'https://union.example', mode: 'demo', outbound, email: null, sms: null, ...ways });
const smtp = (port: number) => ({ host: '127.0.0.1', port, safety: 'none' as const, from: 'union@union.example', fromName: '市总工会' });
const telling = (to: Telling['to'], o: Partial<Telling> = {}): Telling =>
  ({ key: `letters/${newId()}`, kind: 'letters.answered', word: words.title, body: words.body, slots, link: '/letters/1', to, ...o });
const deliveries = (city: City) => city.in(async (tx) => (await sql<{ channel: string; state: string; code: string; tries: number; due: Date; address: Buffer | null }>`
  SELECT channel, state, code, tries::int AS tries, due_at AS due, address_sealed AS address FROM notify_delivery WHERE federation_id = ${tx.federationId} ORDER BY queued_at, id`.execute(rows(tx))).rows);
const attempts = (city: City) => city.in(async (tx) => (await sql<{ state: string; code: string; address: string }>`
  SELECT state, code, address_masked AS address FROM notify_attempt WHERE federation_id = ${tx.federationId} ORDER BY began_at, id`.execute(rows(tx))).rows);
const message = async (raw: string | undefined) => PostalMime.parse(raw ?? '');

test('a key used for another content is a mistake that stops the caller; the same content is told once', async () => {
  use();
  const city = await foundCity();
  const [one, two] = [await city.person(), await city.person()];
  const first = telling([one]);
  assert.equal((await city.in((tx) => notify.tell(tx, first))).told, 1);
  assert.equal((await city.in((tx) => notify.tell(tx, { ...first, to: [one, one, two] }))).told, 1);
  assert.equal((await city.in((tx) => notify.tell(tx, { ...first, to: [one, two] }))).told, 0);
  await assert.rejects(city.in((tx) => notify.tell(tx, { ...first, slots: { ...slots, subject: '宿舍' } })), /another content/);
  for (const bad of [{ link: 'https://evil.example' }, { link: '//evil.example' }, { kind: 'letters' }, { key: '' }]) {
    await assert.rejects(city.in((tx) => notify.tell(tx, telling([one], bad))), /notify:/);
  }
  assert.equal(await city.in((tx) => notify.unread(tx, one)), 1);
});

test('what was told in a transaction that fails was never told', async () => {
  const mail = await mailServer();
  use({ email: smtp(mail.port) });
  const city = await foundCity();
  const one = await city.person({ email: 'w@example.cn' });
  await assert.rejects(city.in(async (tx) => {
    await notify.tell(tx, telling([one]));
    await notify.dispatch();
    throw new Error('business failed');
  }));
  assert.equal(await notify.dispatch(), 0);
  assert.equal(mail.mails.length, 0);
  assert.equal(await city.in((tx) => notify.unread(tx, one)), 0);
  await mail.close();
});

test('the inbox shows each reader the own language and nobody else’s messages', async () => {
  use();
  const city = await foundCity();
  const other = await foundCity();
  const [one, two] = [await city.person(), await city.person()];
  for (let i = 0; i < 5; i++) await city.in((tx) => notify.tell(tx, telling([one])));
  const read = (personId: string, o = {}, locale: 'zh' | 'en' = 'en') => city.in((tx) => notify.inbox(tx, { personId, locale }, o));
  await assert.rejects(read(one, { after: "x' or 1=1" }), { name: 'Refused' });
  assert.equal((await read(two)).items.length, 0);
  assert.equal((await other.in((tx) => notify.inbox(tx, { personId: one, locale: 'zh' }))).items.length, 0);
  const page = await read(one, { limit: 3 });
  const rest = await read(one, { limit: 3, after: page.next });
  assert.equal(new Set([...page.items, ...rest.items].map((m) => m.id)).size, 5);
  assert.equal(rest.next, undefined);
  assert.equal(page.items[0]?.body, 'Your letter "食堂" was answered by 机械厂工会.');
  assert.equal((await read(one, {}, 'zh')).items[0]?.title, '您的来信已答复');
  const first = page.items[0]?.id as string;
  assert.equal(await city.in((tx) => notify.read(tx, two, [first])), 0);
  assert.equal(await city.in((tx) => notify.read(tx, one, [first])), 1);
  assert.equal(await city.in((tx) => notify.unread(tx, one)), 4);
  assert.equal(await city.in((tx) => notify.read(tx, one, {})), 4);
  assert.equal((await read(one, { unreadOnly: true })).items.length, 0);
});

test('e-mail goes to those who have an address and want it, in their language; unsubscribing works from the letter', async () => {
  const mail = await mailServer();
  use({ email: smtp(mail.port) });
  const city = await foundCity();
  const zh = await city.person({ email: 'zh@example.cn' });
  const en = await city.person({ email: 'en@example.cn', locale: 'en' });
  const none = await city.person();
  await city.in((tx) => notify.tell(tx, telling([zh, en, none])));
  assert.equal(mail.mails.length, 0);
  await notify.dispatch();
  assert.deepEqual(mail.mails.flatMap((m) => m.to).sort(), ['en@example.cn', 'zh@example.cn']);
  const english = await message(mail.mails.find((m) => m.to[0] === 'en@example.cn')?.raw);
  assert.equal(english.subject, 'Your letter was answered');
  assert.match(english.text ?? '', /https:\/\/union\.example\/letters\/1/);
  const token = /unsubscribe\/([\w-]+)/.exec(english.text ?? '')?.[1] as string;
  assert.equal(notify.readLeaveToken(`${token.slice(0, -3)}AAA`), null);
  const leaving = notify.readLeaveToken(token);
  assert.deepEqual(leaving, { federationId: city.id, personId: en, group: 'letters' });
  // Told before, unsubscribed before it was sent: the choice of now counts.
  await city.in((tx) => notify.tell(tx, telling([zh, en])));
  await city.in((tx) => notify.declineEmail(tx, en, 'letters'));
  await city.in((tx) => notify.tell(tx, telling([en], { urgent: true })));
  await notify.dispatch();
  assert.deepEqual(mail.mails.slice(2).flatMap((m) => m.to), ['zh@example.cn']);
  assert.deepEqual((await deliveries(city)).map((d) => d.state).sort(), ['sent', 'sent', 'sent', 'skipped']);
  assert.deepEqual((await attempts(city)).map((a) => a.address).sort(), ['e***@example.cn', 'z***@example.cn', 'z***@example.cn']);
  await mail.close();
});

test('quiet hours hold everything but what is urgent', async () => {
  const mail = await mailServer();
  use({ email: smtp(mail.port) });
  const city = await foundCity();
  const one = await city.person({ email: 'w@example.cn' });
  clock.set(NIGHT);
  await city.in((tx) => notify.tell(tx, telling([one])));
  await city.in((tx) => notify.tell(tx, telling([one], { urgent: true })));
  await notify.dispatch();
  assert.equal(mail.mails.length, 1);
  assert.deepEqual((await deliveries(city)).filter((d) => d.state === 'waiting').map((d) => [d.code, d.due.toISOString(), d.tries]), [['quiet', '2026-11-21T23:30:00.000Z', 0]]);
  clock.set('2026-11-21T23:29:00Z');
  await notify.dispatch();
  assert.equal(mail.mails.length, 1);
  clock.set('2026-11-21T23:30:00Z');
  await notify.dispatch();
  assert.equal(mail.mails.length, 2);
  clock.set(NOON);
  await mail.close();
});

test('two dispatchers at once, and twenty: each message goes out once', async () => {
  const mail = await mailServer();
  use({ email: smtp(mail.port) });
  const city = await foundCity();
  const people = await Promise.all(Array.from({ length: 120 }, (_, i) => city.person({ email: `w${i}@example.cn` })));
  await city.in((tx) => notify.tell(tx, telling(people)));
  await Promise.all(Array.from({ length: 20 }, () => notify.dispatch()));
  assert.equal(mail.mails.length, 120);
  assert.equal(new Set(mail.mails.map((m) => m.to[0])).size, 120);
  assert.equal((await attempts(city)).filter((a) => a.state === 'sent').length, 120);
  await mail.close();
});

test('a crash between sending and writing it down: sent again under the same id, and the log says so', async () => {
  const mail = await mailServer();
  use({ email: smtp(mail.port) });
  const city = await foundCity();
  const one = await city.person({ email: 'w@example.cn' });
  await city.in((tx) => notify.tell(tx, telling([one])));
  const lease = { id: newId(), until: new Date(clock.now().getTime() + 120_000) };
  const { jobs } = await city.in((tx) => claim(tx, lease));
  for (const job of jobs) await deliver(job.parcel, clock.now(), async () => {});
  // The process dies here. Nobody touches it while the lease runs; then another takes it over.
  await notify.dispatch();
  assert.equal(mail.mails.length, 1);
  clock.advance(121_000);
  await notify.dispatch();
  await notify.dispatch();
  const ids = await Promise.all(mail.mails.map(async (m) => (await message(m.raw)).messageId));
  assert.equal(ids.length, 2);
  assert.equal(ids[0], ids[1]);
  assert.deepEqual((await attempts(city)).map((a) => a.state), ['lost', 'sent']);
  assert.deepEqual((await deliveries(city)).map((d) => d.state), ['sent']);
  clock.set(NOON);
  await mail.close();
});

test('failures wait longer each time, end as dead letters, and can be sent again', async () => {
  let broken = true;
  const mail = await mailServer({ refuse: () => (broken ? 451 : null) });
  use({ email: smtp(mail.port) });
  const city = await foundCity();
  const one = await city.person({ email: 'w@example.cn' });
  await city.in((tx) => notify.tell(tx, telling([one], { urgent: true })));
  let before = 0;
  for (let i = 1; i <= 8; i++) {
    await notify.dispatch();
    const [d] = await deliveries(city);
    assert.equal(d?.tries, i);
    if (i === 8) break;
    assert.equal(d?.state, 'waiting');
    const wait = (d?.due as Date).getTime() - clock.now().getTime();
    assert.ok(wait >= before && wait <= 6 * 3_600_000 * 1.2, `wait ${wait}`);
    before = Math.min(wait, 5 * 3_600_000);
    assert.equal(await notify.dispatch(), 0);
    clock.advance(wait);
  }
  assert.deepEqual((await deliveries(city)).map((d) => [d.state, d.code]), [['dead', 'smtp451']]);
  const dead = await city.in((tx) => notify.log(tx, { seen: everywhere, delivery: 'dead' }));
  assert.equal(dead.items.length, 8);
  broken = false;
  assert.equal(await city.in((tx) => notify.retry(tx, [dead.items[0]?.deliveryId as string], sql<boolean>`false`)), 0);
  assert.equal(await city.in((tx) => notify.retry(tx, [dead.items[0]?.deliveryId as string], everywhere)), 1);
  await notify.dispatch();
  assert.equal(mail.mails.length, 1);
  clock.set(NOON);
  await mail.close();
});

test('a refused receiver is not asked twice', async () => {
  const mail = await mailServer({ refuse: () => 550 });
  use({ email: smtp(mail.port) });
  const city = await foundCity();
  const one = await city.person({ email: 'gone@example.cn' });
  await city.in((tx) => notify.tell(tx, telling([one])));
  await notify.dispatch();
  assert.deepEqual((await deliveries(city)).map((d) => [d.state, d.code, d.tries]), [['dead', 'smtp550', 1]]);
  await mail.close();
});

test('a digest gathers, comes once a day at the chosen hour, and survives a crash', async () => {
  const mail = await mailServer();
  use({ email: smtp(mail.port) });
  notify.nameGroup('letters', words.title);
  const city = await foundCity();
  const one = await city.person({ email: 'w@example.cn' });
  await assert.rejects(city.in((tx) => notify.choose(tx, one, { quietFrom: '22:00', quietTo: '07:00', digestAt: '18:00', groups: [{ group: 'nothing', email: 'off', sms: 'off' }] })), { name: 'Refused' });
  const chosen = await city.in((tx) => notify.choose(tx, one, { quietFrom: '22:00', quietTo: '07:00', digestAt: '18:00', groups: [{ group: 'letters', email: 'digest', sms: 'off' }] }));
  assert.deepEqual(chosen.groups.find((g) => g.group === 'letters'), { group: 'letters', title: words.title, email: 'digest', sms: 'off' });
  for (let i = 0; i < 3; i++) await city.in((tx) => notify.tell(tx, telling([one])));
  await city.in((tx) => notify.tell(tx, telling([one], { urgent: true })));
  await notify.dispatch();
  assert.equal(mail.mails.length, 1);
  clock.set('2026-11-21T10:00:00Z'); // 18:00 in China
  const lease = { id: newId(), until: new Date(clock.now().getTime() + 120_000) };
  const { jobs } = await city.in((tx) => claim(tx, lease));
  for (const job of jobs) await deliver(job.parcel, clock.now(), async () => {});
  await Promise.all([notify.dispatch(), notify.dispatch()]);
  assert.equal(mail.mails.length, 2);
  clock.advance(121_000);
  await Promise.all([notify.dispatch(), notify.dispatch(), notify.dispatch()]);
  assert.equal(mail.mails.length, 3);
  const [lost, again] = await Promise.all(mail.mails.slice(1).map((m) => message(m.raw)));
  assert.equal(lost?.messageId, again?.messageId);
  assert.equal(again?.subject, '您有 3 条工会消息');
  clock.set('2026-11-22T10:00:00Z');
  await notify.dispatch();
  assert.equal(mail.mails.length, 3);
  await city.in((tx) => notify.tell(tx, telling([one])));
  clock.set('2026-11-23T10:00:00Z');
  await notify.dispatch();
  assert.equal((await message(mail.mails[3]?.raw)).subject, '您有 1 条工会消息');
  clock.set(NOON);
  await mail.close();
});

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

test('ten thousand receivers in one call', async () => {
  use();
  const city = await foundCity();
  const people = Array.from({ length: 10_000 }, () => newPerson('甲'));
  await city.in(async (tx) => { for (let i = 0; i < people.length; i += 1_000) await savePeople(tx, people.slice(i, i + 1_000)); });
  const { told } = await city.in((tx) => notify.tell(tx, telling(people.map((p) => p.id))));
  assert.equal(told, 10_000);
  assert.equal(await city.in((tx) => notify.unread(tx, people[9_999]?.id as string)), 1);
});

test('old lines of the log go after a year, not earlier', async () => {
  const mail = await mailServer();
  use({ email: smtp(mail.port) });
  const city = await foundCity();
  const one = await city.person({ email: 'w@example.cn' });
  await city.in((tx) => notify.tell(tx, telling([one])));
  await notify.dispatch();
  clock.advance(181 * 86_400_000);
  assert.equal(await city.in((tx) => notify.sweep(tx)), 0);
  clock.advance(186 * 86_400_000);
  assert.ok((await city.in((tx) => notify.sweep(tx))) > 0);
  assert.deepEqual(await attempts(city), []);
  clock.set(NOON);
  await mail.close();
});
