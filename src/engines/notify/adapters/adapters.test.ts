import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { dingtalk, listen, mailServer, wecom } from '#test/outside';
import { dingtalkBody, sendDingtalk } from './dingtalk.ts';
import { ask, isPublic, outboundOf, Unreachable } from '#platform/outbound';
import { cutBytes, type RobotMessage } from './robot.rules.ts';
import { type SmsGateway, sendSms, smsQuestion } from './sms.ts';
import { closeMail, sendMail } from './smtp.ts';
import { sendWebhook, verifyWebhook } from './webhook.ts';
import { sendWecom, wecomBody } from './wecom.ts';

const here = outboundOf({ allow: ['127.0.0.1'], plainHttp: true });
const strict = outboundOf();
const now = new Date('2026-11-21T04:00:00Z');
const say: RobotMessage = { title: '有一封新来信', text: '请在三个工作日内签收', link: 'https://union.example/console/letters/1', linkText: '打开', mobiles: [] };
const why = (error: unknown): string => (error instanceof Unreachable ? error.code : `not ours: ${String(error)}`);
const codeOf = (run: Promise<unknown>): Promise<string> => run.then(() => 'went out', why);
const get = (url: string, o = strict) => ask({ url, method: 'GET', headers: {}, body: null }, o);

test('nothing is sent to addresses inside, however they are written', async () => {
  const inside = [
    'https://127.0.0.1/', 'https://2130706433/', 'https://0x7f.1/', 'https://0177.0.0.1/', 'https://10.1.2.3/', 'https://172.31.0.9/', 'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data', 'https://100.64.0.1/', 'https://0.0.0.0/', 'https://[::1]/', 'https://[::]/', 'https://[::ffff:10.0.0.1]/',
    'https://[::ffff:7f00:1]/', 'https://[fe80::1]/', 'https://[fd00::1]/', 'https://[64:ff9b::a00:1]/', 'https://[2002:7f00:1::]/', 'https://224.0.0.1/', 'https://255.255.255.255/',
  ];
  for (const url of inside) assert.equal(await codeOf(get(url)), 'addressRefused', url);
});

test('names are judged by what they resolve to, and one address inside spoils all', async () => {
  const resolving = (...addresses: string[]) =>
    outboundOf({ resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })) });
  assert.equal(await codeOf(get('https://robot.example/', resolving('10.0.0.7'))), 'addressRefused');
  assert.equal(await codeOf(get('https://robot.example/', resolving('93.184.215.14', '127.0.0.1'))), 'addressRefused');
  assert.equal(await codeOf(get('https://robot.example/', resolving('2606:4700::1111', 'fd12::1'))), 'addressRefused');
  assert.equal(await codeOf(get('https://robot.example/', resolving())), 'nameUnknown');
});

test('the name is asked once, and the connection goes to the address that was judged', async () => {
  const server = await listen(() => ({ body: '{"ok":true}' }));
  let asked = 0;
  const turning = outboundOf({
    allow: ['127.0.0.1'], plainHttp: true,
    resolve: async () => [{ address: ++asked === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }],
  });
  const answer = await get(server.url.replace('127.0.0.1', 'turning.example'), turning);
  assert.deepEqual([answer.status, asked], [200, 1]);
  await server.close();
});

test('plain http, other schemes, credentials in the address and broken addresses are refused', async () => {
  assert.equal(await codeOf(get('http://127.0.0.1:9/')), 'notHttps');
  assert.equal(await codeOf(get('http://93.184.215.14/', here)), 'addressRefused');
  assert.equal(await codeOf(get('ftp://example.cn/')), 'notHttps');
  assert.equal(await codeOf(get('file:///etc/passwd', here)), 'notHttps');
  assert.equal(await codeOf(get('https://user:secret@example.cn/')), 'badAddress');
  assert.equal(await codeOf(get('robot')), 'badAddress');
});

test('redirects are not followed and long answers are cut off', async () => {
  const inside = await listen(() => ({ body: '{"secret":1}' }));
  const server = await listen((seen) => (seen.path === '/turn' ? { status: 302, headers: { location: inside.url } } : { body: 'x'.repeat(200_000) }));
  assert.equal((await get(`${server.url}/turn`, here)).status, 302);
  assert.equal(inside.seen.length, 0);
  const outcome = await sendWebhook({ url: `${server.url}/turn`, secret: 's' }, { id: '1', type: 't', timestamp: '', data: {} }, here, now);
  assert.deepEqual(outcome, { state: 'failed', code: 'http302', again: 'never', channelFault: true });
  assert.equal(await codeOf(get(`${server.url}/long`, here)), 'answerTooLarge');
  await server.close();
  await inside.close();
});

test('an operator may open networks, and nothing beyond them', () => {
  fc.assert(fc.property(fc.ipV4(), (address) => {
    const [a = 0, b = 0] = address.split('.').map(Number);
    const inner = a === 10 || a === 127 || a === 0 || a >= 224 || (a === 192 && b === 168) || (a === 172 && b >= 16 && b < 32) || (a === 169 && b === 254) || (a === 100 && b >= 64 && b < 128);
    if (inner) assert.equal(isPublic(address), false);
    assert.equal(isPublic(`::ffff:${address}`), isPublic(address));
  }));
  assert.equal(isPublic('not an address'), false);
  assert.throws(() => outboundOf({ allow: ['10.0.0.0/40'] }));
  assert.throws(() => outboundOf({ allow: ['intranet'] }));
});

test('WeCom: refusals of the robot are told apart', async () => {
  let minute = 0;
  const robot = await wecom({ key: 'right', now: () => minute });
  const to = (key: string) => ({ url: `${robot.url}/cgi-bin/webhook/send?key=${key}` });
  assert.deepEqual(await sendWecom(to('wrong'), say, here), { state: 'failed', code: '93000', again: 'never', channelFault: true });
  for (let i = 0; i < 20; i++) assert.equal((await sendWecom(to('right'), say, here)).state, 'sent');
  assert.deepEqual(await sendWecom(to('right'), say, here), { state: 'failed', code: '45009', again: 'pause', waitSeconds: 60 });
  minute += 60_000;
  assert.deepEqual(await sendWecom(to('right'), say, here), { state: 'sent', code: '0' });
  await robot.close();
});

test('WeCom: people are called by mobile in text, otherwise markdown; sizes are kept', async () => {
  const robot = await wecom({ key: 'k' });
  const to = { url: `${robot.url}/cgi-bin/webhook/send?key=k` };
  const long = { ...say, text: '娘家'.repeat(5_000) };
  for (const m of [say, { ...say, mobiles: ['13800000000'] }, long, { ...long, mobiles: ['13800000000'] }]) {
    assert.deepEqual(await sendWecom(to, m, here), { state: 'sent', code: '0' });
  }
  const texts = robot.seen.map((s) => JSON.parse(s.body) as { msgtype: string; text?: { mentioned_mobile_list: string[] } });
  assert.deepEqual(texts.map((t) => t.msgtype), ['markdown', 'text', 'markdown', 'text']);
  assert.deepEqual(texts[1]?.text?.mentioned_mobile_list, ['13800000000']);
  await robot.close();
});

test('DingTalk: signature, keyword and refusals', async () => {
  const at = now.getTime();
  const robot = await dingtalk({ token: 't', secret: 'SECright', keyword: '娘家', now: () => at });
  const url = `${robot.url}/robot/send?access_token=t`;
  const bad = { state: 'failed', code: '310000', again: 'never', channelFault: true };
  assert.deepEqual(await sendDingtalk({ url, secret: 'SECwrong', keyword: '娘家' }, say, here, now), bad);
  assert.deepEqual(await sendDingtalk({ url, secret: 'SECright', keyword: '娘家' }, say, here, new Date(at - 3_700_000)), bad);
  assert.deepEqual(await sendDingtalk({ url, secret: 'SECright' }, say, here, now), bad);
  assert.deepEqual(await sendDingtalk({ url: url.replace('=t', '=other'), secret: 'SECright' }, say, here, now), { ...bad, code: '300005' });
  assert.deepEqual(await sendDingtalk({ url, secret: 'SECright', keyword: '娘家' }, { ...say, mobiles: ['13900000001'] }, here, now), { state: 'sent', code: '0' });
  assert.equal(robot.seen.at(-1)?.query.get('access_token'), 't');
  await robot.close();
});

test('text from people cannot make links, calls or pictures in a group', () => {
  const evil = { ...say, title: '# [点我](https://evil.example)', text: '<@all> ![x](http://e/p.png) @13800000000', mobiles: [] };
  const wecomText = (wecomBody(evil) as { markdown: { content: string } }).markdown.content;
  const dingText = (dingtalkBody(evil) as { markdown: { text: string } }).markdown.text;
  for (const text of [wecomText, dingText]) {
    assert.doesNotMatch(text.replace(`[打开](${say.link})`, ''), /[[\]<>@!]/);
  }
});

test('cut texts fit and stay whole characters', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 3, max: 60 }), (text, most) => {
    const cut = cutBytes(text, most);
    assert.ok(Buffer.byteLength(cut) <= most);
    assert.ok(cut === text || text.startsWith(cut.slice(0, -1)));
    assert.doesNotMatch(cut, /[\ud800-\udbff](?![\udc00-\udfff])/);
  }));
});

test('webhooks: a receiver can tell a genuine event from a changed, stale or foreign one', async () => {
  const server = await listen((_seen, count) => ({ status: [500, 429, 404, 204][count - 1] ?? 200, ...(count === 2 ? { headers: { 'retry-after': '120' } } : {}) }));
  const secret = `whsec_${Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')}`;
  const event = { id: 'delivery-1', type: 'letters.answered', timestamp: now.toISOString(), data: { link: '/letters/1' } };
  const send = () => sendWebhook({ url: server.url, secret }, event, here, now);
  assert.deepEqual(await send(), { state: 'failed', code: 'http500', again: 'later' });
  assert.deepEqual(await send(), { state: 'failed', code: 'http429', again: 'pause', waitSeconds: 120 });
  assert.deepEqual(await send(), { state: 'failed', code: 'http404', again: 'never', channelFault: true });
  assert.deepEqual(await send(), { state: 'sent', code: 'http204' });
  const { headers, body } = server.seen[0] as (typeof server.seen)[number];
  assert.equal(verifyWebhook(secret, headers, body, now), true);
  assert.equal(verifyWebhook('whsec_AAAA', headers, body, now), false);
  assert.equal(verifyWebhook(secret, headers, `${body} `, now), false);
  assert.equal(verifyWebhook(secret, { ...headers, 'webhook-id': 'other' }, body, now), false);
  assert.equal(verifyWebhook(secret, headers, body, new Date(now.getTime() + 301_000)), false);
  assert.ok(server.seen.every((s) => s.headers['webhook-id'] === 'delivery-1'));
  await server.close();
});

const gateway = (url: string): SmsGateway => ({
  provider: 'gateway', url, method: 'POST', format: 'json', prefix: '【娘家】', headers: { 'X-Sign': '{sign}' },
  fields: { 'sms.to': '{phone}', 'sms.text': '{text}', id: '{id}', at: '{timestamp}' },
  sign: { algorithm: 'hmac-sha256', secret: 'k', over: '{timestamp}{phone}{text}', encoding: 'hex' },
  success: { at: 'data.code', is: 'OK' },
});

test('SMS: the gateway is asked in its own form and believed only by its own word', async () => {
  const { createHmac } = await import('node:crypto');
  const server = await listen((seen, count) => {
    const body = JSON.parse(seen.body) as { sms: { to: string; text: string }; id: string; at: string };
    const want = createHmac('sha256', 'k').update(`${body.at}${body.sms.to}${body.sms.text}`).digest('hex');
    if (seen.headers['x-sign'] !== want) return { body: '{"data":{"code":"SIGN"}}' };
    return { body: count === 2 ? '{"data":{"code":"OK"}}' : count === 3 ? 'no json' : '{"data":{"code":"LIMIT"}}' };
  });
  const sms = { id: 'd1', phone: '13800000000', text: '您的来信已答复 "{phone}"' };
  assert.deepEqual(await sendSms(gateway(server.url), sms, here, now), { state: 'failed', code: 'LIMIT', again: 'later' });
  assert.deepEqual(await sendSms(gateway(server.url), sms, here, now), { state: 'sent', code: 'OK' });
  assert.deepEqual(await sendSms(gateway(server.url), sms, here, now), { state: 'failed', code: 'badAnswer', again: 'later' });
  assert.equal((JSON.parse(server.seen[1]?.body ?? '') as { sms: { text: string } }).sms.text, '【娘家】您的来信已答复 "{phone}"');
  await server.close();
});

test('SMS: no text can add a field or a header of its own', () => {
  const sms = { id: 'd', phone: '13800000000', text: '1&to=999"}\r\nX-Evil: 1' };
  const form = smsQuestion({ ...gateway('https://g.example'), format: 'form', fields: { to: '{phone}', text: '{text}' }, headers: { 'X-Text': '{text}' } }, sms, now, 'n');
  assert.deepEqual([...new URLSearchParams(form.body ?? '').keys()], ['to', 'text']);
  assert.doesNotMatch(form.headers['x-text'] ?? '', /[\r\n]/);
  const query = smsQuestion({ ...gateway('https://g.example/send?a=1'), method: 'GET', format: 'query', fields: { to: '{phone}', text: '{text}' } }, sms, now, 'n');
  assert.deepEqual([...new URL(query.url).searchParams.keys()], ['a', 'to', 'text']);
  const deep = smsQuestion({ ...gateway('https://g.example'), fields: { '__proto__.x': '1', a: '{text}' } }, sms, now, 'n');
  assert.equal(({} as { x?: string }).x, undefined);
  assert.equal((JSON.parse(deep.body ?? '') as { a: string }).a, `【娘家】${sms.text}`);
});

const letter = {
  id: 'delivery-9', locale: 'zh' as const, subject: '您的来信\r\nBcc: evil@example.cn', open: '打开', foot: '娘家',
  parts: [{ title: '答复 <b>', text: '第一行\n第二行', link: 'https://union.example/letters/9' }],
};

test('e-mail: refused receivers, wrong login and busy servers are told apart', async () => {
  const codes = [550, 450, 421];
  const server = await mailServer({ refuse: (_to, count) => codes[count - 1] ?? null });
  const settings = { host: '127.0.0.1', port: server.port, safety: 'none' as const, from: 'union@union.example', fromName: '市总工会' };
  const send = () => sendMail(settings, 'w@example.cn', letter, here);
  assert.deepEqual(await send(), { state: 'failed', code: 'smtp550', again: 'never' });
  assert.deepEqual(await send(), { state: 'failed', code: 'smtp450', again: 'later', waitSeconds: 300 });
  assert.deepEqual(await send(), { state: 'failed', code: 'noConnection', again: 'later' });
  assert.deepEqual(await send(), { state: 'sent', code: 'smtp250' });
  assert.equal(server.mails.length, 1);
  const strictly = await sendMail({ ...settings, port: server.port }, 'w@example.cn', letter, strict);
  assert.deepEqual(strictly, { state: 'failed', code: 'addressRefused', again: 'never', channelFault: true });
  await server.close();
  const locked = await mailServer({ login: { user: 'u', password: 'right' } });
  const wrong = await sendMail({ ...settings, port: locked.port, user: 'u', password: 'wrong' }, 'w@example.cn', letter, here);
  assert.deepEqual(wrong, { state: 'failed', code: 'smtp535', again: 'later', channelFault: true });
  closeMail();
  await locked.close();
});

test('e-mail: the thread is kept, a repeated try has the same id, and no header can be smuggled in', async () => {
  const server = await mailServer();
  const settings = { host: '127.0.0.1', port: server.port, safety: 'none' as const, from: 'union@union.example', fromName: '市总工会', mailbox: 'mailbox@union.example' };
  const thread = { code: 'SZ01', inReplyTo: '<worker-2@mail.example>', references: ['<worker-1@mail.example>'] };
  const whole = { ...letter, thread, unsubscribe: { url: 'https://union.example/leave/abc', text: '退订' } };
  await sendMail(settings, 'w@example.cn', whole, here);
  await sendMail(settings, 'w@example.cn', whole, here);
  const [one, two] = await Promise.all(server.mails.map((m) => PostalMime.parse(m.raw)));
  assert.equal(one?.messageId, '<delivery-9@union.example>');
  assert.equal(two?.messageId, one?.messageId);
  assert.equal(one?.inReplyTo, '<worker-2@mail.example>');
  assert.equal(one?.references, '<worker-1@mail.example> <worker-2@mail.example>');
  assert.deepEqual(one?.replyTo?.map((a) => a.address), ['mailbox+SZ01@union.example']);
  assert.equal(one?.bcc, undefined);
  assert.deepEqual(server.mails[0]?.to, ['w@example.cn']);
  assert.match(one?.headers.find((h) => h.key === 'list-unsubscribe')?.value ?? '', /^<https:\/\/union\.example\/leave\/abc>/);
  assert.match(one?.html ?? '', /答复 &lt;b&gt;/);
  assert.match(one?.text ?? '', /第一行\r?\n第二行/);
  closeMail();
  await server.close();
});
