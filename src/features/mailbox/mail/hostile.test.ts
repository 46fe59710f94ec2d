import assert from 'node:assert/strict';
import net from 'node:net';
import test, { after } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { fixClock } from '#test/clock';
import { openPost, WRITER } from '#test/mailbox';

const clock = fixClock('2026-09-07T01:00:00Z');
const post = await openPost();
after(() => post.close());

const crlf = (text: string): string => text.replace(/\r?\n/g, '\r\n');
type Filed = { title: string; text: string; files: string[] };

/** Sends bytes; what was said, and the letter they became. */
async function sent(raw: string | Buffer): Promise<{ code: number; letter: Filed | null }> {
  clock.advance(3 * 3_600_000);
  const { rows: [before] } = await post.house.database.pool.query<{ n: number }>('select count(*)::int as n from case_file');
  const { code } = await post.raw(typeof raw === 'string' ? crlf(raw) : raw);
  const { rows } = await post.house.database.pool.query<Filed & { n: number }>(`select c.title, e.text, (select count(*)::int from case_file) as n,
    array(select f.name from stored_file f where f.owner_id = c.id order by f.name) as files from case_file c join case_event e on e.case_id = c.id and e.position = 1 order by c.opened_at desc, c.number desc limit 1`);
  return { code, letter: rows[0] && rows[0].n > (before?.n ?? 0) ? rows[0] : null };
}

const head = (more = ''): string => `From: ${WRITER}\nSubject: x\n${more}`;

test('BOX-1 hostile: what cannot be read is refused for good, and nothing is filed', { timeout: 120_000 }, async () => {
  const nested = Array.from({ length: 200 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`).join('');
  for (const [what, raw] of [
    ['headers of a megabyte', `${head(`X-Long: ${'a'.repeat(1_000_000)}\n`)}\ntext\n`],
    ['a hundred thousand headers', `${head('X-A: 1\n'.repeat(100_000))}\ntext\n`],
    ['twenty thousand parts', `${head('Content-Type: multipart/mixed; boundary=B\n')}\n${'--B\nContent-Type: text/plain\n\nx\n'.repeat(20_000)}--B--\n`],
    ['two hundred levels', `${head()}${nested}\nx\n`],
    ['no address in From', 'From: <script>alert(1)</script>\nSubject: x\n\ntext\n'],
    ['a group in From', 'From: all: a@b.cn, c@d.cn;\nSubject: x\n\ntext\n'],
  ] as const) assert.deepEqual(await sent(raw), { code: 550, letter: null }, what);
});

test('BOX-1 hostile: NULs, line tricks and markup leave clean text; only HTML becomes text', async () => {
  const nul = await sent(`${head('Message-ID: <nul\0@x>\n')}\nte\0xt with \u0007 bells and \u202Eturned\n`);
  assert.deepEqual([nul.code, nul.letter?.text], [250, 'text with  bells and turned']);
  const html = await sent(`From: ${WRITER}\nSubject: =?utf-8?B?${Buffer.from('<b>标题</b>\nBcc: a@b.cn').toString('base64')}?=\nContent-Type: text/html; charset=utf-8\n\n<script>alert(1)</script><p>第一段 &lt;ok&gt;</p><p>第二段</p><img src="https://track.example/x.gif">\n`);
  assert.deepEqual([html.code, html.letter?.title, html.letter?.text], [250, '<b>标题</b> Bcc: a@b.cn', '第一段 <ok>\n\n第二段']);
});

test('BOX-1 hostile: GBK and GB18030 are read, named or bare; unknown character sets do no harm', async () => {
  const gbk = (hex: string): Buffer => Buffer.from(hex, 'hex');
  const FOOD = gbk('b7b9b2cbd3d6c0e4d3d6b9f3'); // 饭菜又冷又贵
  const body = (line: string): Buffer => Buffer.concat([Buffer.from(crlf(`From: ${WRITER}\nSubject: `)), FOOD, Buffer.from(crlf(`\n${line}\n`)), FOOD, Buffer.from('\r\n')]);
  for (const line of ['Content-Type: text/plain; charset=gb2312\n', 'Content-Type: text/plain; charset="GB18030"\n', 'Content-Type: text/plain; charset=cp936\n', '']) {
    const { code, letter } = await sent(body(line));
    assert.deepEqual([code, letter?.title, letter?.text], [250, '饭菜又冷又贵', '饭菜又冷又贵'], line);
  }
  const encoded = await sent(`From: ${WRITER}\nSubject: =?gbk?B?${FOOD.toString('base64')}?=\nContent-Type: text/plain; charset=klingon\n\n你好\n`);
  assert.deepEqual([encoded.letter?.title, encoded.letter?.text], ['饭菜又冷又贵', '你好']);
});

const zipBomb = (): Buffer => {
  const packed = deflateRawSync(Buffer.alloc(50_000_000));
  const name = Buffer.from('word/document.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(50_000_000, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(50_000_000, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, central, name, end]);
};

test('BOX-1 hostile: bombs, programs, mails in mails and tricks in names are not taken; the letter stands and its writer is told', async () => {
  await post.answers();
  clock.advance(3 * 3_600_000);
  const { code } = await post.send({
    subject: '附件', text: '请看附件。', messageId: '<files@x>',
    attachments: [
      { filename: '报告.docx', content: zipBomb() }, { filename: '../../etc/passwd', content: '#!/bin/sh\nrm -rf /\n' }, { filename: 'run.exe', content: Buffer.from('4d5a900003000000', 'hex') },
      { filename: '转发.eml', contentType: 'message/rfc822', content: 'From: a@b.cn\r\nSubject: inner\r\n\r\ninner text' }, { filename: '照片.jpg', content: Buffer.from('not a picture') },
      ...Array.from({ length: 60 }, (_, i) => ({ filename: `${i}.txt`, content: `${i}` })),
    ],
  });
  assert.equal(code, 250);
  const { rows } = await post.house.database.pool.query<{ name: string }>(`select f.name from stored_file f join case_file c on c.id = f.owner_id where c.title = '附件' order by f.name`);
  assert.equal(rows.length, 9);
  assert.ok(rows.every(({ name }) => !/[\\/]|\.\./.test(name) && !/docx|exe|eml|jpg/.test(name)), JSON.stringify(rows));
  const [reply] = await post.answers();
  for (const name of ['报告.docx', 'run.exe', '转发.eml', '照片.jpg']) assert.ok(reply?.text?.includes(name), `${name} in ${reply?.text}`);
});

test('BOX-1 hostile: {slots} in a subject are not filled in, and no header can be slipped into the answer', async () => {
  await post.answers();
  await sent(`From: ${WRITER}\nMessage-ID: <slots@x>\nSubject: {code} {text}\n\n{code} 请{number}看{quote}一看这件事\n`);
  const [reply] = await post.answers();
  assert.equal(reply?.subject, 'Re: {code} {text}');
});

test('BOX-1 hostile: half a conversation, words that are none and a message broken off leave nothing behind, and the listener lives', async () => {
  const talk = (lines: readonly string[]): Promise<string> => new Promise((go) => {
    const socket = net.connect(post.port, '127.0.0.1');
    let heard = '';
    let next = 0;
    socket.on('data', (d) => {
      heard += d.toString();
      const line = lines[next++];
      if (line === undefined) socket.destroy();
      else socket.write(`${line}\r\n`, () => { if (line.startsWith('From:')) socket.destroy(); });
    });
    socket.on('error', () => {});
    socket.on('close', () => go(heard));
  });
  assert.match(await talk(['EHLO a', 'AUTH PLAIN AGEAYg==', 'VRFY root', 'EXPN all', 'STARTTLS']), /220.*[\s\S]*50[02]/);
  assert.match(await talk(['EHLO a', 'MAIL FROM:<a@b.cn> SIZE=99999999']), /552/);
  await talk(['EHLO a', 'MAIL FROM:<a@b.cn>', `RCPT TO:<${post.mailbox}>`, 'DATA', `From: a@b.cn\r\nSubject: halb\r\n\r\nabgebrochen`]).catch(() => '');
  assert.equal((await sent(`${head()}\nDie Leitung steht noch, der Brief kommt an.\n`)).code, 250);
  const { rows } = await post.house.database.pool.query(`select 1 from case_file where title = 'halb'`);
  assert.equal(rows.length, 0);
});
