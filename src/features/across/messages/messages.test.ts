import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { identity } from '#engines/identity';
import { notify, outboundOf } from '#engines/notify';
import { contactsOf, findPeople, savePeople } from '#engines/org';
import { newId } from '#shared/ids';
import { defineWords } from '#shared/words';
import { fixClock } from '#test/clock';
import { freshDatabase } from '#test/database';
import { listen, mailServer, wecom } from '#test/outside';
import { addPerson, foundCity, openStage } from '#test/stage';
import PostalMime from 'postal-mime';
import messages from './index.ts';

const words = defineWords('letters', { title: ['您的来信已答复', 'Your letter was answered'], body: ['请查看', 'Please look'] });
const clock = fixClock('2026-11-21T02:10:00Z');
const stage = await openStage(await freshDatabase(), [messages], 'demo');
after(() => stage.close());
const mail = await mailServer();
after(() => mail.close());
notify.use({
  database: stage.db, contactsOf, publicUrl: 'https://union.example', mode: 'demo', sms: { provider: 'visible' }, outbound: outboundOf({ allow: ['127.0.0.1'], plainHttp: true }),
  email: { host: '127.0.0.1', port: mail.port, safety: 'none', from: 'union@union.example', fromName: '市总工会' },
});
notify.nameGroup('letters', words.title);

const city = await foundCity(stage);
const other = await foundCity(stage, 'OTHER');
async function person(c: typeof city, unionId: string, name: string, office?: string, email?: string): Promise<{ id: string; token: string }> {
  const id = await addPerson(stage, { federationId: c.federationId, unionId }, { name, ...(office ? { office } : {}) });
  if (email) await stage.in(c.federationId, async (tx) => { const p = (await findPeople(tx, [id])).get(id); if (p) await savePeople(tx, [{ ...p, email }]); });
  const [token = ''] = await stage.in(c.federationId, (tx) => identity.issueTokens(tx, [id]));
  return { id, token };
}
const worker = await person(city, city.plant.id, '张三', undefined, 'zhang@example.cn');
const colleague = await person(city, city.plant.id, '李四');
const chair = await person(city, city.plant.id, '厂主席', 'chair', 'chair@example.cn');
const top = await person(city, city.top.id, '总主席', 'chair');
const stranger = await person(other, other.top.id, '外主席', 'chair');

const ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, by?: { token: string } | null, body?: unknown, locale = 'zh') =>
  stage.ask(method, url, body, { token: by?.token, headers: { 'accept-language': locale } });
const tell = (to: readonly string[], o: { unionId?: string; groups?: string[] } = {}) => stage.in(city.federationId, (tx) =>
  notify.tell(tx, { key: `letters/${newId()}`, kind: 'letters.answered', word: words.title, body: words.body, link: '/letters/1', to: { people: to, groups: o.groups ?? [] }, ...(o.unionId ? { unionId: o.unionId } : {}) }));
const hook = { name: '数据中心', settings: { kind: 'webhook', url: 'https://data.example.cn/hook' } };

test('refused: no session, no office, wrong shapes', async () => {
  const routes: [Parameters<typeof ask>[0], string, unknown?][] = [
    ['GET', '/api/v1/messages'], ['GET', '/api/v1/messages/unread'], ['POST', '/api/v1/messages/read', { ids: [newId()] }], ['GET', '/api/v1/messages/choices'],
    ['PUT', '/api/v1/messages/choices', {}], ['GET', '/api/v1/live'], ['GET', '/api/v1/message-channels'], ['POST', '/api/v1/message-channels', hook],
    ['PUT', `/api/v1/message-channels/${newId()}`, hook], ['DELETE', `/api/v1/message-channels/${newId()}`], ['POST', `/api/v1/message-channels/${newId()}/try`, {}],
    ['GET', '/api/v1/message-log'], ['POST', '/api/v1/message-log/retry', { deliveryIds: [newId()] }], ['GET', '/api/v1/message-log/shown'],
  ];
  for (const [method, url, body] of routes) {
    assert.equal((await ask(method, url, null, body)).status, 401, `${method} ${url}`);
    if (url.startsWith('/api/v1/message-')) assert.equal((await ask(method, url, worker, body)).status, 404, `${method} ${url}`);
  }
  const bad: [Parameters<typeof ask>[0], string, unknown?][] = [
    ['GET', '/api/v1/messages?limit=101'], ['GET', '/api/v1/messages?after=x'], ['POST', '/api/v1/messages/read', {}], ['POST', '/api/v1/messages/read', { ids: ['x'] }],
    ['PUT', '/api/v1/messages/choices', { quietFrom: '24:00', quietTo: '07:00', digestAt: '08:00', groups: [] }],
    ['PUT', '/api/v1/messages/choices', { quietFrom: '22:00', quietTo: '07:00', digestAt: '08:00', groups: [{ group: 'nothing', email: 'now', sms: 'now' }] }],
    ['PUT', '/api/v1/messages/choices', { quietFrom: '22:00', quietTo: '07:00', digestAt: '08:00', groups: [{ group: 'letters', email: 'now', sms: 'digest' }] }],
    ['POST', '/api/v1/message-channels', { ...hook, unionId: city.plant.id, settings: { kind: 'webhook', url: 'https://192.168.0.1/' } }],
    ['POST', '/api/v1/message-channels', { ...hook, unionId: city.plant.id, settings: { kind: 'pigeon' } }],
    ['GET', '/api/v1/message-log?after=x'], ['POST', '/api/v1/message-log/retry', { deliveryIds: [] }],
  ];
  for (const [method, url, body] of bad) {
    const r = await ask(method, url, chair, body);
    assert.equal(r.status, 400, `${method} ${url} ${JSON.stringify(r.body)}`);
  }
  for (const token of ['a'.repeat(60), 'Z'.repeat(180)]) {
    assert.equal((await ask('GET', `/api/v1/unsubscribe/${token}`)).status, 400);
    assert.equal((await ask('POST', `/api/v1/unsubscribe/${token}`, null, {})).status, 400);
  }
});

test('a worker reads the own messages in the own language and marks them read; a colleague sees none of it', async () => {
  await tell([worker.id]);
  await tell([worker.id]);
  const listed = await ask('GET', '/api/v1/messages', worker, undefined, 'en');
  assert.deepEqual(listed.body.items.map((m: { title: string; link: string; readAt: null }) => [m.title, m.link, m.readAt]), [['Your letter was answered', '/letters/1', null], ['Your letter was answered', '/letters/1', null]]);
  const id = listed.body.items[0].id as string;
  assert.deepEqual((await ask('GET', '/api/v1/messages', colleague)).body.items, []);
  assert.deepEqual((await ask('POST', '/api/v1/messages/read', colleague, { ids: [id] })).body, { changed: 0, unread: 0 });
  assert.deepEqual((await ask('POST', '/api/v1/messages/read', worker, { ids: [id] })).body, { changed: 1, unread: 1 });
  assert.equal((await ask('GET', '/api/v1/messages?unread=true', worker)).body.items.length, 1);
  const seen = listed.body.items[0].toldAt as string;
  clock.advance(1_000);
  await tell([worker.id]);
  assert.deepEqual((await ask('POST', '/api/v1/messages/read', worker, { until: seen })).body, { changed: 1, unread: 1 });
  assert.deepEqual((await ask('GET', '/api/v1/messages/unread', worker)).body, { unread: 1 });
});

test('choices are kept, and the link in an e-mail changes them without signing in, but only when the button is pressed', async () => {
  const put = await ask('PUT', '/api/v1/messages/choices', worker, { quietFrom: '23:00', quietTo: '06:00', digestAt: '18:00', groups: [{ group: 'letters', email: 'now', sms: 'off' }] });
  assert.equal(put.status, 200);
  const mine = async () => (await ask('GET', '/api/v1/messages/choices', worker)).body;
  assert.deepEqual((await mine()).groups.find((g: { group: string }) => g.group === 'letters'), { group: 'letters', title: '您的来信已答复', email: 'now', sms: 'off' });
  assert.equal((await mine()).quietFrom, '23:00');
  await notify.dispatch();
  const text = (await PostalMime.parse(mail.mails[0]?.raw ?? '')).text ?? '';
  const token = /unsubscribe\/([\w-]+)/.exec(text)?.[1];
  assert.deepEqual((await ask('GET', `/api/v1/unsubscribe/${token}`)).body, { group: '您的来信已答复' });
  assert.equal((await mine()).groups.find((g: { group: string }) => g.group === 'letters').email, 'now');
  assert.equal((await ask('POST', `/api/v1/unsubscribe/${token}`, null, {})).status, 200);
  assert.equal((await mine()).groups.find((g: { group: string }) => g.group === 'letters').email, 'off');
});

test('an officer sets up channels of the own subtree only; secrets never come back', async () => {
  const add = (by: { token: string }, unionId: string, body: object = hook) => ask('POST', '/api/v1/message-channels', by, { unionId, ...body });
  assert.equal((await add(chair, city.top.id)).status, 404);
  assert.equal((await add(stranger, city.plant.id)).status, 404);
  const made = await add(chair, city.plant.id);
  assert.equal(made.status, 200, JSON.stringify(made.body));
  assert.match(made.body.secret, /^whsec_/);
  const id = made.body.channel.id as string;
  for (const [method, url, body] of [['PUT', `/api/v1/message-channels/${id}`, hook], ['DELETE', `/api/v1/message-channels/${id}`, undefined], ['POST', `/api/v1/message-channels/${id}/try`, {}]] as const) {
    assert.equal((await ask(method, url, stranger, body)).status, 404, `${method} ${url}`);
  }
  assert.deepEqual((await ask('GET', '/api/v1/message-channels', stranger)).body.items, []);
  for (const by of [chair, top]) {
    const listed = await ask('GET', '/api/v1/message-channels', by);
    assert.equal(listed.body.items.length, 1);
    assert.ok(!JSON.stringify(listed.body).includes(made.body.secret.slice(6)));
  }
  const moved = await ask('PUT', `/api/v1/message-channels/${id}`, chair, { name: '数据中心', settings: { kind: 'webhook', url: 'https://evil.example/hook' } });
  assert.deepEqual([moved.status, moved.body.error.code], [400, 'notify.secretAgain']);
  const renamed = await ask('PUT', `/api/v1/message-channels/${id}`, chair, { name: '数据平台', settings: { kind: 'webhook', url: 'https://data.example.cn/other' }, kinds: ['letters'] });
  assert.deepEqual([renamed.status, renamed.body.name, renamed.body.kinds], [200, '数据平台', ['letters']]);
  assert.equal((await ask('DELETE', `/api/v1/message-channels/${id}`, top)).status, 200);
});

test('a broken robot shows its fault and its dead letters; after the repair they are sent again', async () => {
  const robot = await wecom({ key: 'right', now: () => clock.advance(0).getTime() });
  const receiver = await listen(() => ({}));
  const settings = (key: string) => ({ kind: 'wecom', url: `${robot.url}/cgi-bin/webhook/send?key=${key}` });
  const made = await ask('POST', '/api/v1/message-channels', chair, { unionId: city.plant.id, name: '厂群', settings: settings('wrong') });
  const id = made.body.channel.id as string;
  await tell([], { groups: [city.plant.id] });
  await notify.dispatch();
  const [channel] = (await ask('GET', '/api/v1/message-channels', chair)).body.items;
  assert.deepEqual([channel.fault, channel.faultWhy], ['93000', '机器人已被移出群聊或地址有误（93000）']);
  assert.deepEqual((await ask('GET', '/api/v1/message-log?delivery=dead', stranger)).body.items, []);
  const dead = (await ask('GET', `/api/v1/message-log?delivery=dead&channelId=${id}`, chair, undefined, 'en')).body;
  assert.deepEqual(dead.items.map((l: { state: string; why: string; address: string }) => [l.state, l.why, l.address]), [['failed', 'the robot was removed or its address is wrong (93000)', `${new URL(robot.url).host}/…`]]);
  await ask('PUT', `/api/v1/message-channels/${id}`, chair, { name: '厂群', settings: settings('right') });
  const deliveryIds = [dead.items[0].deliveryId];
  assert.equal((await ask('POST', '/api/v1/message-log/retry', stranger, { deliveryIds })).status, 409);
  assert.deepEqual((await ask('POST', '/api/v1/message-log/retry', chair, { deliveryIds })).body, { count: 1 });
  await notify.dispatch();
  const tried = await ask('POST', `/api/v1/message-channels/${id}/try`, chair, {});
  assert.equal((await ask('POST', `/api/v1/message-channels/${id}/try`, chair, {})).status, 429);
  await notify.dispatch();
  const [line] = (await ask('GET', `/api/v1/message-log?deliveryId=${tried.body.deliveryId}`, chair)).body.items;
  assert.deepEqual([line.state, line.why], ['sent', '对方已接收']);
  assert.equal(robot.seen.length, 3);
  await Promise.all([robot.close(), receiver.close()]);
});

test('the log shows masked addresses to the officers of the union it was said for, and nobody’s name', async () => {
  await tell([chair.id], { unionId: city.plant.id });
  await notify.dispatch();
  const lines = (await ask('GET', '/api/v1/message-log?channel=email', chair)).body.items;
  assert.deepEqual(lines.map((l: { address: string }) => l.address), ['c***@example.cn']);
  assert.doesNotMatch(JSON.stringify(lines), /厂主席|chair@/);
  assert.ok((await ask('GET', '/api/v1/message-log?channel=email', top)).body.items.length > 1);
});

test('what a person holds here is shown and can be forgotten', async () => {
  const holding = identity.allHoldings().find((h) => h.key === 'messages');
  const rows = await stage.in(city.federationId, async (tx) => holding?.collect(tx, worker.id, 'zh') ?? []);
  assert.ok(rows.length >= 3);
  assert.equal(await stage.in(city.federationId, async (tx) => holding?.erase?.(tx, worker.id)), true);
  assert.deepEqual((await ask('GET', '/api/v1/messages', worker)).body.items, []);
});
