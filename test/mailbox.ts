import { setTimeout as pause } from 'node:timers/promises';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import PostalMime, { type Email } from 'postal-mime';
import { notify } from '#engines/notify';
import { listen } from '../src/features/mailbox/mail/listener.service.ts';
import { mailServer, type MailServer } from './outside.ts';
import { cast, foundCity, type Player } from './people.ts';
import { startHouse, type TestHouse } from './server.ts';

/** A house that takes letters by e-mail, a mail server that receives the answers, and a worker's mail program. */

export const DOMAIN = 'union.example';
export const WRITER = 'laowang@worker.example';

/** What the mail server said: its code, and the sentence. */
export type Said = { readonly code: number; readonly text: string };

export type Post = {
  readonly house: TestHouse;
  readonly city: Awaited<ReturnType<typeof foundCity>>;
  readonly chair: Player;
  readonly clerk: Player;
  readonly port: number;
  readonly outside: MailServer;
  /** the union's mailbox */
  readonly mailbox: string;
  /** sends a message as a mail server does */
  send(message: SendMailOptions, o?: { port?: number }): Promise<Said>;
  /** sends these bytes */
  raw(raw: string | Buffer, to?: string | string[], from?: string): Promise<Said>;
  /** e-mails that have gone out since the last time, read */
  answers(): Promise<(Email & { envelopeFrom: string; to1: string })[]>;
  close(): Promise<void>;
};

const said = (run: Promise<{ response?: string }>): Promise<Said> =>
  run.then((info) => ({ code: Number(/^\d{3}/.exec(info.response ?? '')?.[0] ?? 0), text: info.response ?? '' }),
    (error: { responseCode?: number; response?: string; message: string }) => ({ code: error.responseCode ?? 0, text: error.response ?? error.message }));

/** Opens all of it; the caller closes it. */
export async function openPost(): Promise<Post> {
  const outside = await mailServer();
  const house = await startHouse({ env: { SMTP_HOST: '127.0.0.1', SMTP_PORT: String(outside.port), SMTP_SECURE: 'none', SMTP_FROM: `union@${DOMAIN}`, MAILBOX_PORT: '2525', MAILBOX_DOMAIN: DOMAIN, PUBLIC_URL: 'https://union.example' } });
  const city = await foundCity(house, 'POST');
  const [chair, clerk] = (await cast(house, city.federationId, [{ name: '高主席', unionId: city.one.id, offices: ['chair'] }, { name: '周经办', unionId: city.one.id, offices: ['mailboxClerk'] }])) as [Player, Player];
  const listener = await listen(house.database, { port: 2525, domain: DOMAIN }, { host: '127.0.0.1', port: 0, own: [`mailbox@${DOMAIN}`, `union@${DOMAIN}`] });
  const mailbox = `mailbox+${city.one.joinCode}@${DOMAIN}`;
  const send: Post['send'] = async (message, o = {}) => {
    const transport = nodemailer.createTransport({ host: '127.0.0.1', port: o.port ?? listener.port, ignoreTLS: true, name: 'worker.example' });
    return said(transport.sendMail({ from: WRITER, to: mailbox, ...message })).finally(() => transport.close());
  };
  let read = 0;
  return {
    house, city, chair, clerk, port: listener.port, outside, mailbox, send,
    raw: (raw, to = mailbox, from = WRITER) => send({ raw, envelope: { from, to } }),
    async answers() {
      await notify.dispatch();
      const some = outside.mails.slice(read);
      read = outside.mails.length;
      return Promise.all(some.map(async (m) => ({ ...(await PostalMime.parse(m.raw)), envelopeFrom: m.from, to1: m.to[0] ?? '' })));
    },
    async close() {
      await listener.stop();
      await outside.close();
      await pause(0);
    },
  };
}
