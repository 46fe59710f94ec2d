import { createHash } from 'node:crypto';
import PostalMime, { type Email } from 'postal-mime';
import { Refused } from '#shared/errors';
import { oneLine, withoutInvisible } from '#shared/text';
import type { Locale } from '#shared/words';
import { readable } from './charset.rules.ts';
import { textOfHtml } from './html-text.rules.ts';
import { type Header, isList, isRobot, MAIL, messageIds } from './mail.rules.ts';
import { words } from './mail.words.ts';

/** An e-mail as it was read: text without markup, files as bytes. */
export type Incoming = {
  readonly messageId: string;
  /** ids it refers to, oldest first */
  readonly references: readonly string[];
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly locale: Locale;
  readonly files: readonly { readonly name: string; readonly content: Buffer }[];
  /** a bounce, an absence note, a report: taken and laid aside */
  readonly robot: boolean;
};

/** How many lines might begin a part, counted before anything is read. */
function boundaries(raw: Buffer): number {
  let n = 0;
  for (let at = raw.indexOf('\n--'); at >= 0 && n <= MAIL.mostBoundaries; at = raw.indexOf('\n--', at + 3)) n++;
  return n;
}

async function parse(raw: Buffer): Promise<Email> {
  if (boundaries(raw) > MAIL.mostBoundaries) throw new Refused(words.broken);
  try {
    return await PostalMime.parse(readable(raw), { forceRfc822Attachments: true, maxNestingDepth: 30, maxHeadersSize: 262_144, maxRfc822NestingDepth: 0 });
  } catch {
    throw new Refused(words.broken);
  }
}

const bytesOf = (content: ArrayBuffer | Uint8Array | string): Buffer =>
  typeof content === 'string' ? Buffer.from(content) : content instanceof Uint8Array ? Buffer.from(content.buffer, content.byteOffset, content.byteLength) : Buffer.from(content);

const ADDRESS = /^[^\s@<>"(),:;\\[\]]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?$/i;

function senderOf(mail: Email): string {
  const address = oneLine(mail.from?.address ?? '').toLowerCase();
  if (!ADDRESS.test(address)) throw new Refused(words.noSender);
  return address;
}

/** One id for a message that brought none: made of what it says, so a second delivery has the same. */
const idMade = (raw: Buffer): string => `${createHash('sha256').update(raw).digest('hex').slice(0, 40)}@no-id`;

const headerOf = (mail: Email): Header => (name) => oneLine(mail.headers.find((h) => h.key === name)?.value ?? '').toLowerCase();

/**
 * Reads an e-mail.
 * @param returnPath the envelope's sender; empty for bounces
 * @throws Refused with a sentence: not readable, no sender, over a list, too many hops
 */
export async function read(raw: Buffer, returnPath: string): Promise<Incoming> {
  const mail = await parse(raw);
  const header = headerOf(mail);
  if (mail.headers.filter((h) => h.key === 'received').length > MAIL.mostHops) throw new Refused(words.loops);
  const robot = isRobot(returnPath, header);
  if (!robot && isList(header)) throw new Refused(words.list);
  const from = robot ? '' : senderOf(mail);
  const text = withoutInvisible(mail.text?.trim() ? mail.text : textOfHtml(mail.html ?? '')).normalize('NFC').trim();
  const subject = oneLine(mail.subject ?? '').slice(0, 200).replace(/[\uD800-\uDBFF]$/, '');
  const own = messageIds(mail.messageId ?? '')[0];
  const references = [...messageIds(mail.references ?? ''), ...messageIds(mail.inReplyTo ?? '')];
  return {
    messageId: own ? oneLine(own) : idMade(raw), references: [...new Set(references)].map(oneLine), from, subject, text, robot,
    locale: /\p{Script=Han}/u.test(subject + text) ? 'zh' : 'en',
    files: mail.attachments.map((a) => ({ name: oneLine(a.filename ?? '').slice(0, 200), content: bytesOf(a.content) })),
  };
}
