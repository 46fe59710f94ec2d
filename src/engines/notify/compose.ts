import { createHash } from 'node:crypto';
import { type Locale, say, type Slots } from '#shared/words';
import type { Letter, MailThread } from './adapters/mail.rules.ts';
import type { RobotMessage } from './adapters/robot.rules.ts';
import type { WebhookEvent } from './adapters/webhook.ts';
import type { MessageRow } from './claim.sql.ts';
import { words } from './notify.words.ts';

/** A message in one language, its secret values filled in. */
export type Said = { readonly title: string; readonly text: string; readonly link: string };

const SMS_CHARACTERS = 450;
const DIGEST_PARTS = 30;

/** What a reader of this language gets. `publicUrl` makes the link absolute. */
export function saidIn(m: MessageRow, locale: Locale, secret: Slots, publicUrl: string): Said {
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (whole, slot: string) => String(secret[slot] ?? whole));
  return locale === 'zh'
    ? { title: fill(m.titleZh), text: fill(m.bodyZh), link: publicUrl + m.link }
    : { title: fill(m.titleEn), text: fill(m.bodyEn), link: publicUrl + m.link };
}

/** One message as an e-mail. */
export function letterOf(o: { id: string; locale: Locale; said: Said; thread: MailThread | null; leave: string | null }): Letter {
  return {
    id: o.id, locale: o.locale, subject: o.said.title, parts: [o.said], open: say(words.open, o.locale),
    foot: say(o.thread?.code ? words.footReply : words.foot, o.locale), thread: o.thread ?? undefined,
    unsubscribe: o.leave === null ? undefined : { url: o.leave, text: say(words.unsubscribe, o.locale) },
  };
}

/** Several messages as one e-mail. Its id follows from what is in it: the same set sent twice is the same e-mail. */
export function digestOf(o: { ids: readonly string[]; locale: Locale; said: readonly Said[]; leave: string; home: string }): Letter {
  const id = `digest-${createHash('sha256').update([...o.ids].sort().join()).digest('hex').slice(0, 32)}`;
  const shown = o.said.slice(0, DIGEST_PARTS);
  const more = o.said.length - shown.length;
  return {
    id, locale: o.locale, subject: say(words.digestSubject, o.locale, { count: o.said.length }), open: say(words.open, o.locale), foot: say(words.foot, o.locale),
    parts: more === 0 ? shown : [...shown, { title: say(words.digestMore, o.locale, { count: more }), text: '', link: o.home }],
    unsubscribe: { url: o.leave, text: say(words.unsubscribe, o.locale) },
  };
}

/** The text of a short message: the body alone, as what counts is short; without the link, which carriers often block. */
export function smsText(said: Said): string {
  const text = said.text.replace(/\s+/g, ' ').trim() || said.title;
  return [...text].length > SMS_CHARACTERS ? `${[...text].slice(0, SMS_CHARACTERS - 1).join('')}…` : text;
}

/** What a robot says: in Chinese, the language of the groups. */
export const robotMessageOf = (said: Said, mobiles: readonly string[]): RobotMessage =>
  ({ title: said.title, text: said.text, link: said.link, linkText: say(words.open, 'zh'), mobiles });

/** What a webhook reports: what happened, in both languages, and where to look; no person stands in it but by the text itself. */
export const eventOf = (m: MessageRow, id: string, zh: Said, en: Said): WebhookEvent => ({
  id, type: m.kind, timestamp: m.toldAt.toISOString(),
  data: { union: m.unionId, word: m.titleCode, title: { zh: zh.title, en: en.title }, text: { zh: zh.text, en: en.text }, link: zh.link },
});
