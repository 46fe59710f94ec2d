import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';
import { Refused } from '#shared/errors';
import { say, type Slots, type Word } from '#shared/words';
import { clock } from '#platform/clock';
import type { Config } from '#platform/config';
import type { Database } from '#platform/db';
import { Limits } from '#platform/http';
import { log } from '#platform/log';
import { MAIL } from './mail.rules.ts';
import { words } from './mail.words.ts';
import { type Place, placeOf, take } from './receiving.service.ts';

const EDGE = {
  connections: 40,
  /** of one mail server at the same time, and begun in a minute */
  connectionsEach: 8,
  connectionsAMinute: 60,
  mailsAMinute: 60,
  wrongAddressesAMinute: 30,
  /** bytes of all e-mails that are being received */
  bytesAtOnce: 150_000_000,
  /** nothing heard for so long */
  idleMs: 60_000,
  /** one connection altogether */
  longestMs: 600_000,
  closeMs: 5_000,
} as const;

const both = (word: Word, slots: Slots = {}): string => `${say(word, 'zh', slots)} / ${say(word, 'en', slots)}`;

/** A refusal as SMTP says it: code, enhanced code, one line in both languages. */
const answer = (code: number, enhanced: string, word: Word, slots?: Slots): Error => Object.assign(new Error(`${enhanced} ${both(word, slots)}`), { responseCode: code });

const codeFor = (error: Refused): readonly [number, string] => (error.status === 429 ? [451, '4.7.1'] : error.word === words.unknownRecipient ? [550, '5.1.1'] : error.word === words.tooLarge ? [552, '5.3.4'] : [550, '5.7.1']);

/** What went wrong, for the sender. Anything but a refusal is our fault: the other server keeps the letter and tries again. */
function said(error: unknown): Error {
  if (error instanceof Refused) return answer(...codeFor(error), error.word, error.slots);
  log.error({ error }, 'a letter by e-mail could not be taken in');
  return answer(451, '4.3.0', words.failed);
}

type Done = (error?: Error | null) => void;
const settle = (run: Promise<unknown>, done: Done): void => void run.then(() => done(), (error: unknown) => done(error instanceof Error && 'responseCode' in error ? error : said(error)));

/** Counts per mail server; its address is kept in memory only, never in a log. */
class Edge {
  readonly #open = new Map<string, number>();
  readonly begun = new Limits(EDGE.connectionsAMinute, EDGE.connectionsAMinute);
  readonly mails = new Limits(EDGE.mailsAMinute, EDGE.mailsAMinute);
  readonly wrong = new Limits(EDGE.wrongAddressesAMinute, EDGE.wrongAddressesAMinute);
  bytes = 0;

  enter(address: string): boolean {
    const n = (this.#open.get(address) ?? 0) + 1;
    this.#open.set(address, n);
    return n <= EDGE.connectionsEach && this.begun.take(address, clock.now().getTime()) === 0;
  }

  leave(address: string): void {
    const n = (this.#open.get(address) ?? 1) - 1;
    if (n <= 0) this.#open.delete(address);
    else this.#open.set(address, n);
  }
}

/** Everything of a message, within its own limit and that of all together. What is too large is read to its end, as SMTP asks, and dropped. */
async function collect(stream: SMTPServerDataStream, edge: Edge): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  let crowded = false;
  try {
    for await (const part of stream as AsyncIterable<Buffer>) {
      crowded ||= edge.bytes + part.length > EDGE.bytesAtOnce;
      if (stream.sizeExceeded || crowded || bytes + part.length > MAIL.mostBytes) {
        edge.bytes -= bytes;
        bytes = 0;
        parts.length = 0;
        continue;
      }
      bytes += part.length;
      edge.bytes += part.length;
      parts.push(part);
    }
    if (crowded) throw new Refused(words.tooBusy, { status: 429 });
    if (stream.sizeExceeded || (stream.byteLength ?? 0) > MAIL.mostBytes) throw new Refused(words.tooLarge, { slots: { mb: MAIL.mostBytes / 1_000_000 } });
    return Buffer.concat(parts);
  } finally {
    edge.bytes -= bytes;
  }
}

type Setup = { readonly domain: string; readonly own: readonly string[] };

async function askRecipient(database: Database, edge: Edge, setup: Setup, address: string, session: SMTPServerSession): Promise<void> {
  if (session.envelope.rcptTo.length >= MAIL.mostRecipients) throw answer(452, '4.5.3', words.tooManyRecipients, { n: MAIL.mostRecipients });
  await placeOf(database, address, setup.domain).catch((error: unknown) => {
    if (error instanceof Refused && edge.wrong.take(session.remoteAddress, clock.now().getTime()) > 0) throw answer(421, '4.7.1', words.tooManyTries);
    throw error;
  });
}

async function takeMail(database: Database, edge: Edge, setup: Setup, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
  const raw = await collect(stream, edge);
  if (edge.mails.take(session.remoteAddress, clock.now().getTime()) > 0) throw new Refused(words.tooBusy, { status: 429 });
  const { mailFrom, rcptTo } = session.envelope;
  const places = new Map<string, Place>();
  for (const { address } of rcptTo) {
    const place = await placeOf(database, address, setup.domain);
    places.set('caseId' in place ? place.caseId : place.joinCode, place);
  }
  const how = await take(database, raw, { returnPath: mailFrom ? mailFrom.address : '', places: [...places.values()], own: setup.own });
  log.info({ how, bytes: raw.length, mailboxes: places.size }, 'a letter by e-mail');
}

async function certificates(mailbox: NonNullable<Config['mailbox']>): Promise<Pick<SMTPServerOptions, 'key' | 'cert'> & { disabledCommands: string[] }> {
  if (!mailbox.tls) return { disabledCommands: ['AUTH', 'STARTTLS'] };
  return { disabledCommands: ['AUTH'], cert: await readFile(mailbox.tls.cert), key: await readFile(mailbox.tls.key) };
}

/** A listener that takes letters by e-mail. `stop` lets what is being taken in come to its end. */
export type Listener = { readonly port: number; stop(): Promise<void> };

/**
 * Listens for letters by e-mail. Takes what is addressed to a union's mailbox or answers a letter; relays nothing, for nobody.
 * A message is acknowledged after the letter was committed, and not before.
 * @param o.port 0 picks a free one (tests) · @param o.own addresses we send from
 */
export async function listen(database: Database, mailbox: NonNullable<Config['mailbox']>, o: { host: string; port?: number; own: readonly string[] }): Promise<Listener> {
  const edge = new Edge();
  const setup: Setup = { domain: mailbox.domain, own: o.own.map((address) => address.toLowerCase()) };
  const server = new SMTPServer({
    ...(await certificates(mailbox)), name: mailbox.domain, banner: 'Niangjia', authOptional: true, size: MAIL.mostBytes, maxClients: EDGE.connections, disableReverseLookup: true,
    useXClient: false, useXForward: false, useProxy: false, socketTimeout: EDGE.idleMs, closeTimeout: EDGE.closeMs, logger: false, maxAllowedUnauthenticatedCommands: 50,
    onConnect: (session, done) => done(edge.enter(session.remoteAddress) ? null : answer(421, '4.7.0', words.tooBusy)),
    onClose: (session) => edge.leave(session.remoteAddress),
    onRcptTo: (to, session, done) => settle(askRecipient(database, edge, setup, to.address, session), done),
    onData: (stream, session, done) => settle(takeMail(database, edge, setup, stream, session), done),
  });
  server.on('error', (error) => log.debug({ error: error.message }, 'a mail server left in the middle'));
  server.server.on('connection', (socket: { destroy(): void; once(event: 'close', run: () => void): void }) => {
    const end = setTimeout(() => socket.destroy(), EDGE.longestMs);
    end.unref();
    socket.once('close', () => clearTimeout(end));
  });
  await new Promise<void>((go, fail) => {
    server.server.once('error', fail);
    server.listen(o.port ?? mailbox.port, o.host, () => go());
  });
  return { port: (server.server.address() as AddressInfo).port, stop: () => new Promise((go) => server.close(() => go())) };
}
