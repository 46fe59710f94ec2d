import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { newPerson, savePeople } from '#engines/org';
import { clock } from '#platform/clock';
import { sql } from '#platform/db';
import { newId } from '#shared/ids';
import { mailServer } from '#test/outside';
import { attempts, deliveries, everywhere, foundCity, NIGHT, NOON, slots, smtp, telling, use, words } from '#test/telling';
import PostalMime from 'postal-mime';
import { closeMail } from './adapters/smtp.ts';
import { claim } from './claim.service.ts';
import { deliver } from './deliver.ts';
import { notify } from './index.ts';

after(closeMail);
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
  assert.deepEqual((await attempts(city)).map((a) => a.address).sort(), ['e***@example.cn', 'e***@example.cn', 'z***@example.cn', 'z***@example.cn']);
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
  for (const job of jobs) await deliver(job.parcel, job.trusted, clock.now(), async () => {});
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
    const wait = (d?.due ?? clock.now()).getTime() - clock.now().getTime();
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
  for (const job of jobs) await deliver(job.parcel, job.trusted, clock.now(), async () => {});
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
