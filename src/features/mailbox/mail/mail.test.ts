import assert from 'node:assert/strict';
import net from 'node:net';
import { after } from 'node:test';
import test from 'node:test';
import type { TestHouse } from '#test/server';
import { fixClock } from '#test/clock';
import { openPost, type Post, WRITER } from '#test/mailbox';
import type { Player } from '#test/people';

const clock = fixClock('2026-09-07T01:00:00Z');
const post: Post = await openPost();
after(() => post.close());
const { house, chair, clerk } = post;

type Letter = {
  id: string; number: string; title: string; text: string; state: string; channel: string; privacy: string; writer: string; address: string | null; version: number;
  files: { name: string }[]; events: { step: string; by: string; text: string; files: { name: string }[] }[]; may: string[];
};
type Row = { id: string; number: string; title: string; channel: string; writer: string };

const as = (h: TestHouse, who: Player | null) => ({
  get: async <T>(path: string) => { const a = await h.ask('GET', `/api/v1${path}`, undefined, { token: who?.token ?? null }); return { status: a.status, body: a.body as T }; },
  post: async <T>(path: string, body: unknown) => { const a = await h.ask('POST', `/api/v1${path}`, body, { token: who?.token ?? null }); return { status: a.status, body: a.body as T }; },
});
const register = async (): Promise<Row[]> => (await as(house, chair).get<{ items: Row[] }>('/letters?limit=100')).body.items;
const letterOf = async (id: string): Promise<Letter> => (await as(house, chair).get<Letter>(`/letters/${id}`)).body;
const rowsOf = async (sql: string): Promise<Record<string, unknown>[]> => (await house.database.pool.query<Record<string, unknown>>(sql)).rows;
const BODY = '三号食堂的菜每天都太辣，能不能有一个不辣的菜？';
const letter = (id: string, more: object = {}) => ({ subject: '食堂太辣', text: BODY, messageId: `<${id}@worker.example>`, ...more });
/** Lets an hour and a day of ceilings go by. */
const later = (): void => void clock.advance(25 * 3_600_000);

test('BOX-1 e-mail refusals at the door: nobody’s mailbox, another domain, tricks to relay, too many mailboxes; each with a sentence in both languages', async () => {
  const nobody = await post.send(letter('r1', { to: 'mailbox+zzzzzzzzzz@union.example' }));
  assert.deepEqual([nobody.code, /没有这个工会信箱.*There is no such mailbox/.test(nobody.text)], [550, true], nobody.text);
  for (const to of ['somebody@elsewhere.example', 'mailbox%elsewhere.example@elsewhere.example', `mailbox+${post.city.one.joinCode}@elsewhere.example`]) {
    const relay = await post.send(letter('r2', { to }));
    assert.deepEqual([relay.code, /不转发.*nothing is relayed/.test(relay.text)], [550, true], to);
  }
  for (const to of ['user%elsewhere.example@union.example', 'union@union.example', 'mailbox@union.example']) assert.equal((await post.send(letter('r3', { to }))).code, 550, to);
  assert.equal((await post.send(letter('r4', { to: `mailbox+${post.city.one.joinCode}.aaaaaaaaaaaaaaaaaaaa@union.example` }))).code, 550);
  assert.equal((await register()).length, 0);
  assert.equal((await post.answers()).length, 0);
});

test('BOX-1 e-mail refusals by what came: too large, a list, no writer, nothing in it, too many hops', async () => {
  const large = await post.raw(Buffer.concat([Buffer.from(`From: ${WRITER}\r\nSubject: x\r\n\r\n`), Buffer.alloc(31_000_000, 'x ')]));
  assert.deepEqual([large.code, /30 MB/.test(large.text) || /size/i.test(large.text)], [552, true], large.text);
  assert.match((await post.send(letter('l1', { list: { id: { url: 'all.worker.example', comment: 'all' } } }))).text, /^550.*邮件列表.*mailing lists/);
  assert.match((await post.raw('Subject: x\r\n\r\nno From at all\r\n')).text, /^550.*发件人/);
  assert.match((await post.raw(`From: ${WRITER}\r\n\r\n\r\n`)).text, /^550.*没有文字/);
  assert.match((await post.raw(`${'Received: by a\r\n'.repeat(60)}From: ${WRITER}\r\nSubject: round\r\n\r\nx\r\n`)).text, /^550/);
  assert.equal((await register()).length, 0);
});

test('BOX-1 bounces, absence notes and our own e-mails are taken, laid aside and never answered', async () => {
  assert.equal((await post.raw(`From: ${WRITER}\r\nSubject: Undeliverable\r\n\r\nx\r\n`, post.mailbox, '')).code, 250);
  assert.equal((await post.send(letter('b2', { headers: { 'Auto-Submitted': 'auto-replied' } }))).code, 250);
  assert.equal((await post.send(letter('b3', { from: 'union@union.example' }))).code, 250);
  assert.equal((await post.send(letter('b4', { from: post.mailbox }))).code, 250);
  assert.equal((await register()).length, 0);
  assert.equal((await post.answers()).length, 0);
});

test('BOX-1 a letter by e-mail: filed, answered by itself in the conversation, its address sealed, masked and shown only with a purpose', async () => {
  assert.equal((await post.send(letter('first', { attachments: [{ filename: '菜单.txt', content: '麻婆豆腐' }, { filename: 'x.exe', content: Buffer.from('MZ\x90\x00\x03') }] }))).code, 250);
  const [row] = await register();
  assert.ok(row);
  assert.deepEqual([row.title, row.channel, row.writer], ['食堂太辣', 'email', '电子邮件来信人']);
  const seen = await letterOf(row.id);
  assert.deepEqual([seen.text, seen.privacy, seen.address, seen.files.map((f) => f.name)], [BODY, 'hidden', 'l***@worker.example', ['菜单.txt']]);
  assert.equal((await as(house, clerk).get<Letter>(`/letters/${row.id}`)).body.address, null, 'who may not answer sees no address');
  const [reply, ...more] = await post.answers();
  assert.ok(reply);
  assert.equal(more.length, 0);
  const header = (name: string): string => reply.headers.find((h) => h.key === name)?.value ?? '';
  assert.deepEqual([reply.to1, reply.envelopeFrom, header('auto-submitted'), reply.inReplyTo, reply.references, reply.subject],
    [WRITER, '', 'auto-replied', '<first@worker.example>', '<first@worker.example>', 'Re: 食堂太辣']);
  assert.match(reply.replyTo?.[0]?.address ?? '', new RegExp(`^mailbox\\+${post.city.one.joinCode}\\.[a-z2-7]{20}@union\\.example$`));
  assert.ok(reply.text?.includes(seen.number) && /x\.exe/.test(reply.text) && /\d{4} \d{4} \d{4} \d{4}/.test(reply.text) && /日/.test(reply.text), reply.text);
  const look = await as(house, chair).post<{ address: string }>(`/letters/${row.id}/address`, { purpose: '核实情况' });
  assert.deepEqual([look.status, look.body.address], [200, WRITER]);
  assert.equal((await as(house, clerk).post(`/letters/${row.id}/address`, { purpose: '核实情况' })).status, 404);
  assert.equal((await rowsOf(`select 1 from audit_entry t where t::text like '%核实情况%'`)).length, 1, 'the look stays in the log');
  for (const table of ['letter_mail', 'letter_mail_message', 'case_file', 'case_event', 'notify_message', 'notify_delivery', 'notify_attempt', 'audit_entry']) {
    assert.equal((await rowsOf(`select 1 from ${table} t where t::text like '%laowang%'`)).length, 0, `${table} holds the address in the clear`);
  }
});

test('BOX-1 the same e-mail delivered again, and six times at once, is one letter with one answer', async () => {
  later();
  const before = (await register()).length;
  const all = await Promise.all(Array.from({ length: 6 }, () => post.send(letter('twice', { subject: '发了两遍' }))));
  assert.deepEqual(all.map((s) => s.code), [250, 250, 250, 250, 250, 250]);
  assert.equal((await post.send(letter('twice', { subject: '发了两遍' }))).code, 250);
  assert.equal((await register()).length, before + 1);
  assert.equal((await post.answers()).length, 1);
});

test('BOX-1 to two mailboxes: a letter to each', async () => {
  later();
  const other = `mailbox+${post.city.other.joinCode}@union.example`;
  assert.equal((await post.send(letter('both', { to: [post.mailbox, other] }))).code, 250);
  const found = await rowsOf(`select origin_union_id from case_file where id in (select case_id from letter_mail_message where message_id = 'both@worker.example')`);
  assert.equal(new Set(found.map((r) => r['origin_union_id'])).size, 2);
  assert.equal((await post.answers()).length, 2);
});

test('BOX-1 an answer goes out in the conversation; a reply becomes a step without what it quotes; after the end it says how to go on', async () => {
  later();
  await post.send(letter('thread', { subject: '宿舍漏水' }));
  const [row] = (await register()).filter((r) => r.title === '宿舍漏水');
  assert.ok(row);
  const [auto] = await post.answers();
  const code = /\d{4} \d{4} \d{4} \d{4}/.exec(auto?.text ?? '')?.[0] ?? '';
  const back = auto?.replyTo?.[0]?.address ?? '';
  await as(house, clerk).post(`/letters/${row.id}/accept`, {});
  await as(house, clerk).post(`/letters/${row.id}/ask`, { text: '请问是哪一栋？' });
  const asked = await post.answers();
  assert.deepEqual(asked.map((m) => m.references), ['<thread@worker.example>', '<thread@worker.example>']);
  assert.ok(asked.some((m) => m.text?.includes('请问是哪一栋？') && m.text.includes(`> ${BODY.slice(0, 5)}`)));
  const quotation = `\n\n-----原始邮件-----\n发件人: 工会\n${asked[1]?.text ?? ''}`;
  const reply = { to: back, subject: 'Re: 宿舍漏水', text: `二栋三楼。${quotation}`, inReplyTo: asked[1]?.messageId ?? '', references: `<thread@worker.example> ${asked[1]?.messageId ?? ''}` };
  for (let n = 0; n < 2; n++) assert.equal((await post.send({ ...reply, messageId: '<reply@worker.example>' })).code, 250);
  const said = (await letterOf(row.id)).events.filter((e) => e.step === 'say');
  assert.deepEqual(said.map((e) => [e.text, e.by, e.files.map((f) => f.name)]), [['二栋三楼。', '电子邮件来信人', ['邮件原文.txt']]]);
  assert.equal((await rowsOf(`select 1 from case_event t where t::text like '%${code}%'`)).length, 0);
  // by what it refers to, written to the union's own mailbox
  assert.equal((await post.send({ subject: 'Re: 宿舍漏水', text: '四楼也漏。', references: '<thread@worker.example>', messageId: '<reply2@worker.example>' })).code, 250);
  assert.equal((await letterOf(row.id)).events.filter((e) => e.step === 'say').length, 2);
  // the same reference by somebody else begins a letter of its own
  await post.send({ from: 'stranger@worker.example', subject: 'Re: 宿舍漏水', text: '我冒充一下，看看能不能接上去。', references: '<thread@worker.example>', messageId: '<forged@worker.example>' });
  assert.equal((await letterOf(row.id)).events.filter((e) => e.step === 'say').length, 2);
  await as(house, chair).post(`/letters/${row.id}/answer`, { text: '防水下周重做。' });
  const answers = await post.answers();
  const answer = answers.find((m) => m.text?.includes('防水下周重做。'));
  assert.deepEqual([answer?.to1, answer?.inReplyTo, answer?.references], [WRITER, '<reply2@worker.example>', '<thread@worker.example> <reply@worker.example> <reply2@worker.example>']);
  assert.equal((await as(house, null).post('/letters/follow-up/step', { code, step: 'rate', rating: 4 })).status, 200);
  assert.equal((await letterOf(row.id)).state, 'closed');
  assert.equal((await post.send({ ...reply, messageId: '<late@worker.example>' })).code, 250);
  const [closed] = await post.answers();
  assert.ok(closed?.text?.includes(code) && /已办结/.test(closed.text), closed?.text);
  assert.equal((await as(house, null).post('/letters/follow-up/step', { code, step: 'reopen', text: '又漏了' })).status, 200);
  assert.equal((await letterOf(row.id)).state, 'accepted');
});

test('BOX-1 ceilings: five answers by itself an hour, twenty letters a day for one address', async () => {
  later();
  await post.answers();
  const codes: number[] = [];
  for (let n = 0; n < 21; n++) {
    clock.advance(10_000);
    codes.push((await post.send(letter(`many${n}`, { from: 'many@worker.example' }))).code);
  }
  assert.deepEqual([codes.filter((c) => c === 250).length, codes.at(-1)], [20, 550]);
  assert.equal((await post.answers()).length, 5);
});

test('BOX-1 a transaction that fails is not acknowledged: the other server keeps the letter, and the next delivery files it', async () => {
  later();
  const before = (await register()).length;
  await house.database.pool.query('alter table letter_mail rename to letter_mail_away');
  const failed = await post.send(letter('crash', { subject: '断电' }));
  await house.database.pool.query('alter table letter_mail_away rename to letter_mail');
  assert.deepEqual([failed.code, /稍后再发/.test(failed.text)], [451, true], failed.text);
  assert.equal((await register()).length, before);
  assert.equal((await post.send(letter('crash', { subject: '断电' }))).code, 250);
  assert.equal((await register()).length, before + 1);
});

test('BOX-1 a server that opens too many connections is sent away', async () => {
  const sockets = Array.from({ length: 12 }, () => net.connect(post.port, '127.0.0.1'));
  const greetings = await Promise.all(sockets.map((s) => new Promise<string>((go) => s.once('data', (d) => go(d.toString())))));
  assert.ok(greetings.some((g) => g.startsWith('220')) && greetings.some((g) => g.startsWith('421')), greetings.join());
  for (const s of sockets) s.destroy();
});
