import assert from 'node:assert/strict';
import net, { type AddressInfo } from 'node:net';
import test from 'node:test';
import nodemailer from 'nodemailer';
import PostalMime, { type Email } from 'postal-mime';
import { cast, foundCity, type Player } from '../people.ts';
import { mailServer } from '../outside.ts';
import { startHouse } from '../server.ts';

const WRITER = '"老王" <laowang@worker.example>';

async function freePort(): Promise<number> {
  const probe = net.createServer();
  await new Promise<void>((go) => probe.listen(0, '127.0.0.1', go));
  const { port } = probe.address() as AddressInfo;
  await new Promise((go) => probe.close(go));
  return port;
}

/** Waits for something that happens in the background. */
async function until<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let n = 0; n < 400; n++) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((go) => setTimeout(go, 50));
  }
  throw new Error('it never happened');
}

test('BOX-1 the whole story by e-mail, with the house at work: written, asked, replied, answered, rated, settled; and the listener ends with the house', { timeout: 120_000 }, async () => {
  const outside = await mailServer();
  const port = await freePort();
  const house = await startHouse({ env: {
    HOST: '127.0.0.1', MAILBOX_PORT: String(port), MAILBOX_DOMAIN: 'union.example', PUBLIC_URL: 'https://union.example',
    SMTP_HOST: '127.0.0.1', SMTP_PORT: String(outside.port), SMTP_SECURE: 'none', SMTP_FROM: 'union@union.example',
  } });
  await house.house.startWork();
  const city = await foundCity(house, 'MAIL');
  const [member, chair] = (await cast(house, city.federationId, [{ name: '王师傅', unionId: city.one.id }, { name: '高主席', unionId: city.one.id, offices: ['chair'] }])) as [Player, Player];
  const desk = async <T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> => {
    const a = await house.ask(method, `/api/v1${path}`, body, { token: chair.token });
    assert.equal(a.status, 200, a.text);
    return a.body as T;
  };
  const program = nodemailer.createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  const received = (that: (m: Email) => boolean): Promise<Email> => until(async () => {
    for (const { raw } of outside.mails) {
      const mail = await PostalMime.parse(raw);
      if (that(mail)) return mail;
    }
    return undefined;
  });

  // the phone tells the address
  const { unions } = (await house.ask('GET', '/api/v1/mailbox', undefined, { token: member.token })).body as { unions: { email: string | null }[] };
  const to = unions[0]?.email ?? '';
  assert.equal(to, `mailbox+${city.one.joinCode}@union.example`);
  const sent = await program.sendMail({ from: WRITER, to, subject: '浴室没有热水', messageId: '<one@worker.example>', text: '二号宿舍的浴室三天没有热水了，请修一修。' });
  assert.match(sent.response ?? '', /^250/);

  const auto = await received((m) => m.inReplyTo === '<one@worker.example>');
  const code = /\d{4} \d{4} \d{4} \d{4}/.exec(auto.text ?? '')?.[0] ?? '';
  const { items: [letter] } = await desk<{ items: { id: string; number: string; channel: string }[] }>('GET', '/letters?channel=email');
  assert.ok(letter && auto.text?.includes(letter.number) && code !== '');
  await desk('POST', `/letters/${letter.id}/ask`, { text: '请问是东侧还是西侧？' });
  const asked = await received((m) => m.text?.includes('东侧还是西侧') === true);
  await program.sendMail({ from: WRITER, to: asked.replyTo?.[0]?.address ?? '', subject: asked.subject ?? '', inReplyTo: asked.messageId ?? '', references: `${asked.references} ${asked.messageId}`, messageId: '<two@worker.example>', text: `西侧。\n\n在 2026年9月7日，工会写道：\n> ${code}` });
  const seen = await desk<{ events: { step: string; text: string }[]; may: string[] }>('GET', `/letters/${letter.id}`);
  assert.deepEqual(seen.events.map((e) => [e.step, e.text]), [['ask', '请问是东侧还是西侧？'], ['say', '西侧。']]);

  await desk('POST', `/letters/${letter.id}/answer`, { text: '加热器已换新，今晚恢复热水。' });
  const answer = await received((m) => m.text?.includes('今晚恢复热水') === true);
  assert.deepEqual([answer.subject, answer.inReplyTo, answer.references], ['Re: 浴室没有热水', '<two@worker.example>', '<one@worker.example> <two@worker.example>']);
  const follow = await house.ask('POST', '/api/v1/letters/follow-up/step', { code, step: 'rate', rating: 5 });
  assert.equal((follow.body as { state: string }).state, 'closed', follow.text);
  const mine = await house.ask('GET', '/api/v1/letters/mine', undefined, { token: member.token });
  assert.deepEqual((mine.body as { items: unknown[] }).items, [], 'it is nobody’s account’s letter');

  program.close();
  await house.house.close();
  await outside.close();
  await assert.rejects(new Promise((go, fail) => net.connect(port, '127.0.0.1').once('connect', go).once('error', fail)), /ECONNREFUSED/);
});
