import assert from 'node:assert/strict';
import test from 'node:test';
import { textOfHtml } from './html-text.rules.ts';
import { readable } from './charset.rules.ts';
import { isList, isRobot, recipientOf, withoutAnyCode, withoutCode } from './mail.rules.ts';
import { cutQuotation, titleOf } from './quotation.reading.ts';

const headers = (h: Record<string, string>) => (name: string) => h[name] ?? '';

test('BOX-1 an address of another domain is elsewhere, one that is no mailbox unknown', () => {
  for (const address of ['a@other.example', 'mailbox+abcd@union.example.evil.example', 'mailbox+abcd@evil.example', 'plain', '@union.example']) assert.equal(recipientOf(address, 'union.example').kind, 'elsewhere', address);
  for (const address of ['mailbox@union.example', 'postmaster@union.example', 'mailbox+a%b@union.example', 'a%other.example@union.example', 'mailbox+abc.def@union.example', '"mailbox+abcd"@union.example']) assert.equal(recipientOf(address, 'union.example').kind, 'unknown', address);
  assert.deepEqual(recipientOf('MailBox+ABCDefgh23@Union.Example', 'union.example'), { kind: 'union', joinCode: 'abcdefgh23' });
  assert.deepEqual(recipientOf('mailbox+abcdefgh23.ABCDEFGHIJ234567abcd@union.example', 'union.example'), { kind: 'thread', token: 'abcdefghij234567abcd' });
});

test('BOX-1 robots and lists are told from people', () => {
  assert.equal(isRobot('', headers({})), true);
  assert.equal(isRobot('MAILER-DAEMON@a.example', headers({})), true);
  assert.equal(isRobot('a@b.cn', headers({ 'auto-submitted': 'auto-replied' })), true);
  assert.equal(isRobot('a@b.cn', headers({ 'content-type': 'multipart/report; report-type=delivery-status' })), true);
  assert.equal(isRobot('a@b.cn', headers({ 'auto-submitted': 'no', 'content-type': 'text/plain' })), false);
  assert.equal(isList(headers({ 'list-id': '<all.a.example>' })), true);
  assert.equal(isList(headers({ precedence: 'bulk' })), true);
  assert.equal(isList(headers({})), false);
});

const QUOTATIONS = [
  ['好的，明天见\n\n-----原始邮件-----\n发件人: 工会\n查询码 1234', '好的，明天见'],
  ['好的\n\n------------------ 原始邮件 ------------------\n发件人: "工会"', '好的'],
  ['共十六人\n\n在 2026-09-07 09:00，工会写道：\n> 请问几人', '共十六人'],
  ['Sixteen\n\nOn Mon, 7 Sep 2026 at 09:00, Union <u@union.example> wrote:\n> How many?', 'Sixteen'],
  ['在下面\n发件人：工会 <u@union.example>\n发送时间：今天', '在下面'],
  ['On Mon, Union wrote:\n> How many?\n\nSixteen of us', 'Sixteen of us'],
  ['食堂太辣\n-- \n张三 138', '食堂太辣'],
  ['没有引用的信\n第二行', '没有引用的信\n第二行'],
] as const;

for (const [given, kept] of QUOTATIONS) {
  test(`BOX-1 quotation: ${JSON.stringify(given.slice(0, 20))}`, () => assert.deepEqual(cutQuotation(given), { text: kept, cut: kept !== given }));
}

test('BOX-1 a code that is quoted back is taken out, however it is spaced', () => {
  assert.equal(withoutCode('码 1234 5678 9012 3456，1234567890123456，1234-5678-9012-3456', '1234567890123456'), '码 ****，****，****');
  assert.equal(withoutAnyCode('码 1234 5678 9012 3456 身份证 11010519491231002X 共 18 位 110105194912310021'), '码 **** 身份证 11010519491231002X 共 18 位 110105194912310021');
});

test('BOX-1 a title out of a subject, or of the first line', () => {
  assert.equal(titleOf('Re: 回复：Fwd: 食堂', ''), '食堂');
  assert.equal(titleOf(' ', '第一行\n第二行'), '第一行');
  assert.equal([...titleOf('长'.repeat(300), '')].length, 60);
});

test('BOX-1 HTML becomes text: no markup, no script, and in time whatever it looks like', () => {
  assert.equal(textOfHtml('<html><head><title>t</title><style>p{}</style></head><body><script>alert(1)</script><p>你好&nbsp;&amp; <b>各位</b></p><div>二<br>三</div><img src=x onerror=alert(1)></body>'), '你好 & 各位\n\n二\n三');
  assert.equal(textOfHtml('1 < 2 &lt;b&gt; &#20320;&#x597d; &#0; &#xD800;'), '1 < 2 <b> 你好');
  for (const bomb of ['<div'.repeat(200_000), '<'.repeat(900_000), '<!--'.repeat(200_000), '<script>'.repeat(100_000), '&'.repeat(900_000), '<p>'.repeat(300_000)]) assert.equal(typeof textOfHtml(bomb), 'string');
});

test('BOX-1 bare GBK in headers and bodies is read', () => {
  const gbk = Buffer.from('bbe1bbd3', 'hex'); // 会挥
  const mended = readable(Buffer.concat([Buffer.from('Subject: '), gbk, Buffer.from('\r\n\r\n'), gbk])).toString('utf8');
  assert.equal(mended, 'Subject: 会挥\r\n\r\n会挥');
  assert.match(readable(Buffer.from('Content-Type: text/plain; charset=klingon\r\n\r\n你好')).toString('utf8'), /charset=utf-8\r\n\r\n你好/);
  assert.match(readable(Buffer.from('Content-Type: text/plain; charset="cp936"\r\n\r\nx')).toString('utf8'), /charset="gbk"/);
});
