import { createHash } from 'node:crypto';
import type { Tx } from '#shared/call';
import { newId } from '#shared/ids';
import { type Locale, say, type Slots, type Word } from '#shared/words';
import { secrets } from '#platform/secrets';
import type { MailThread } from './adapters/mail.rules.ts';
import { wake } from './wake.ts';
import { announce } from './live.ts';
import { current } from './setup.ts';
import * as q from './tell.sql.ts';

/** What is said, in both languages. */
export type Content = {
  /** unique for this effect: `letters/ID/answered`. Told twice under one key, it is one message. */
  readonly key: string;
  /** `letters.answered`; what stands before the dot is the group people choose by */
  readonly kind: string;
  readonly word: Word;
  readonly body: Word;
  readonly slots?: Slots;
  /** path inside the apps: `/letters/ID`, `/console/letters/ID` */
  readonly link: string;
  /** passes quiet hours and digests */
  readonly urgent?: boolean;
  /** in whose name: its mail server and gateway are used when it has its own */
  readonly unionId?: string;
  /** e-mail conversation to keep */
  readonly thread?: MailThread;
};

/** Who hears it. What is said to groups is read by everybody in them: nothing about single people belongs there. */
export type Receivers =
  | readonly string[]
  | {
      readonly people?: readonly string[];
      /** unions whose group robots say it and whose webhooks (theirs and those above) report it */
      readonly groups?: readonly string[];
      /** people the robots call by name in the group */
      readonly call?: readonly string[];
    };

export type Telling = Content & {
  readonly to: Receivers;
  /** also goes out as a short message: only what a person waits for */
  readonly sms?: boolean;
};

const PEOPLE_AT_ONCE = 10_000;
const MOST_PEOPLE = 2_000_000;
const KIND = /^[a-z][A-Za-z0-9-]*(\.[A-Za-z][A-Za-z0-9-]*)+$/;

function check(c: Content): void {
  if (c.key === '' || c.key.length > 200) throw new Error(`notify: the key of ${c.kind} has ${c.key.length} characters, not 1 to 200`);
  if (!KIND.test(c.kind) || c.kind.length > 80) throw new Error(`notify: ${c.kind} is no kind of message`);
  if (!/^\/(?!\/)/.test(c.link) || c.link.length > 500) throw new Error(`notify: the link of ${c.kind} is no path of ours`);
}

const render = (c: Content, locale: Locale): { title: string; body: string } => ({
  title: say(c.word, locale, c.slots).slice(0, 300), body: say(c.body, locale, c.slots).slice(0, 5_000),
});

function messageOf(tx: Tx, c: Content, calls: readonly string[], secret: Slots): q.NewMessage {
  check(c);
  const [zh, en] = [render(c, 'zh'), render(c, 'en')];
  const hash = createHash('sha256').update(JSON.stringify([c.kind, zh, en, c.link, c.unionId ?? '', c.urgent ?? false, c.thread ?? null]));
  return {
    id: newId(), key: c.key, contentHash: hash.digest(), kind: c.kind, group: c.kind.slice(0, c.kind.indexOf('.')),
    titleCode: c.word.code, titleZh: zh.title, titleEn: en.title, bodyCode: c.body.code, bodyZh: zh.body, bodyEn: en.body,
    slots: c.slots ?? {}, secretSealed: Object.keys(secret).length === 0 ? null : secrets.seal(JSON.stringify(secret)), link: c.link,
    urgent: c.urgent ?? false, unionId: c.unionId ?? null, calls, thread: c.thread ?? null, toldAt: tx.now,
  };
}

/** The message of this key: written now, or found. @throws when the key stands for something else */
async function keep(tx: Tx, message: q.NewMessage): Promise<string> {
  if (await q.insertMessage(tx, message)) return message.id;
  const there = await q.findMessageByKey(tx, message.key);
  if (!there.contentHash.equals(message.contentHash)) throw new Error(`notify: the key of a ${message.kind} message was used for another content`);
  return there.id;
}

/**
 * Tells people, and groups of unions. Everything is written in the business transaction; nothing leaves the house before
 * its commit. Set-based: any number of receivers in a few statements for every 10,000.
 * The same key and person (or group) is told once, whatever happens. The same key with another content is a mistake of
 * the caller and throws.
 * @returns how many people had not been told yet
 */
export async function tell(tx: Tx, t: Telling): Promise<{ id: string; told: number }> {
  const to = Array.isArray(t.to) ? { people: t.to as readonly string[] } : (t.to as Exclude<Receivers, readonly string[]>);
  const people = [...new Set(to.people ?? [])];
  if (people.length > MOST_PEOPLE) throw new Error(`notify: ${people.length} receivers are too many for one call`);
  const id = await keep(tx, messageOf(tx, t, to.call ?? [], {}));
  const ways = people.length === 0 ? [] : await waysFor(tx, t.sms ?? false);
  const about = { messageId: id, group: t.kind.slice(0, t.kind.indexOf('.')), kind: t.kind, urgent: t.urgent ?? false };
  const fresh: string[] = [];
  for (let from = 0; from < people.length; from += PEOPLE_AT_ONCE) {
    const some = await q.insertInbox(tx, id, people.slice(from, from + PEOPLE_AT_ONCE));
    for (const way of ways) await q.insertPersonal(tx, way, about, some.map((person) => ({ id: newId(), person })));
    for (const person of some) fresh.push(person);
  }
  const groups = to.groups?.length ? await q.listGroupChannels(tx, to.groups, t.kind) : [];
  await q.insertGroup(tx, about, groups.map((c) => ({ id: newId(), channelId: c.id, kind: c.kind })));
  if (fresh.length > 0) tx.afterCommit(() => announce({ federationId: tx.federationId, messageId: id, people: fresh }));
  tx.afterCommit(wake);
  return { id, told: fresh.length };
}

async function waysFor(tx: Tx, sms: boolean): Promise<('email' | 'sms')[]> {
  const { email, sms: gateway } = current();
  const own = await q.listWays(tx);
  return (['email', 'sms'] as const).filter((way) => (way === 'email' ? email != null || own.has(way) : sms && (gateway != null || own.has(way))));
}

/** A message to an address that belongs to no known person: the writer of an e-mail, a telephone that signs in. */
export type Writing = Content & {
  readonly to: { readonly email: string } | { readonly phone: string };
  readonly locale: Locale;
  /** slots that must never rest in the clear; they are sealed, and gone once the message was sent */
  readonly secret?: Slots;
};

/**
 * Writes to an outside address by e-mail or short message, after the commit. The address is sealed and forgotten once the
 * message was sent. Quiet hours and choices do not apply: somebody is waiting for it.
 */
export async function write(tx: Tx, w: Writing): Promise<{ deliveryId: string }> {
  const id = await keep(tx, messageOf(tx, w, [], w.secret ?? {}));
  const [channel, address] = 'email' in w.to ? (['email', w.to.email] as const) : (['sms', w.to.phone] as const);
  const deliveryId = await q.insertOutside(tx, {
    id: newId(), messageId: id, channel, target: secrets.lookup(`notify-${channel}`, address).toString('hex'), addressSealed: secrets.seal(address),
    locale: w.locale, urgent: true,
  });
  tx.afterCommit(wake);
  return { deliveryId };
}

const wholeText: Word = { code: 'notify.text', zh: '{text}', en: '{text}' };

/**
 * One short message whose whole text is secret, as a one-time code: sealed until it was sent, then forgotten. Opens its own
 * transaction, so it fits where identity asks for somebody who sends codes.
 */
export async function sendCode(m: { readonly federationId: string; readonly phone: string; readonly text: string; readonly at: Date }): Promise<void> {
  await current().database.transaction(m.federationId, m.at, (tx) =>
    write(tx, { key: `code/${newId()}`, kind: 'identity.code', word: wholeText, body: wholeText, secret: { text: m.text }, link: '/', locale: 'zh', urgent: true, to: { phone: m.phone } }));
}

/** Sends a trial through one channel: to the person for mail and SMS, otherwise into its group. */
export async function tellThrough(tx: Tx, c: Content, channel: { id: string; kind: q.ChannelKind }, personId: string): Promise<string> {
  const id = await keep(tx, messageOf(tx, c, [], {}));
  const personal = channel.kind === 'email' || channel.kind === 'sms';
  const deliveryId = newId();
  await q.insertThrough(tx, { id: deliveryId, messageId: id, channel: channel.kind, channelId: channel.id, personId: personal ? personId : null });
  tx.afterCommit(wake);
  return deliveryId;
}
