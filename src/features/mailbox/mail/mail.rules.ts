/** Pure rules of letters by e-mail: addresses, robots, quotations. No clock, no database. */

export const MAIL = {
  /** bytes of one e-mail */
  mostBytes: 30_000_000,
  /** lines that may begin a part: more of them is no letter */
  mostBoundaries: 5_000,
  mostRecipients: 5,
  mostFiles: 9,
  mostText: 5_000,
  mostTitle: 60,
  /** hops another server may have written down */
  mostHops: 50,
  /** letters one address may begin on one day */
  lettersADay: 20,
  /** e-mails we send by ourselves to one address in an hour */
  autoRepliesAnHour: 5,
} as const;

export type Recipient = { readonly kind: 'union'; readonly joinCode: string } | { readonly kind: 'thread'; readonly token: string } | { readonly kind: 'unknown' } | { readonly kind: 'elsewhere' };

/** Who an address means: `mailbox+CODE@domain` a union, `mailbox+CODE.TOKEN@domain` a letter; anything of another domain is elsewhere. */
export function recipientOf(address: string, domain: string): Recipient {
  const at = address.lastIndexOf('@');
  if (at < 1 || address.slice(at + 1).toLowerCase() !== domain.toLowerCase()) return { kind: 'elsewhere' };
  const found = /^mailbox\+([a-z0-9]{4,20})(?:\.([a-z2-7]{20}))?$/i.exec(address.slice(0, at));
  if (!found) return { kind: 'unknown' };
  return found[2] ? { kind: 'thread', token: found[2].toLowerCase() } : { kind: 'union', joinCode: (found[1] ?? '').toLowerCase() };
}

/** A header's values, lower case; empty when it is not there. */
export type Header = (name: string) => string;

/** Whether a program wrote it: bounces, absence notes, reports. They are taken and laid aside, never answered. */
export function isRobot(returnPath: string, header: Header): boolean {
  const auto = header('auto-submitted');
  return returnPath === '' || (auto !== '' && !auto.startsWith('no')) || header('x-autoreply') !== '' || header('x-autorespond') !== '' ||
    header('content-type').startsWith('multipart/report') || /^(mailer-daemon|postmaster)@/i.test(returnPath);
}

/** Whether it came over a list: such mail is not a letter to us and is never answered. */
export const isList = (header: Header): boolean => header('list-id') !== '' || header('list-post') !== '' || /^(bulk|list|junk)/.test(header('precedence'));

/** Takes a follow-up code out of a text, however its digits are spaced, so that nobody reads it who was not told it. */
export function withoutCode(text: string, code: string): string {
  return code === '' ? text : text.replace(new RegExp([...code].join('[\\s\\u00a0-]{0,3}'), 'g'), '****');
}

/** A text in which nothing could be a follow-up code any more: the quoted parts of a conversation hold ours. */
export const withoutAnyCode = (text: string): string => text.replace(/(?<!\d)\d{4}(?:[\s\u00a0-]{0,3}\d{4}){3}(?!\d)/g, '****');

/** A text cut to the length a letter may have. */
export function shortened(text: string, most: number): { readonly text: string; readonly cut: boolean } {
  return text.length <= most ? { text, cut: false } : { text: `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`, cut: true };
}

/** The letter quoted below an answer: its first lines, marked. */
export const quoted = (text: string): string => shortened(text.trim(), 300).text.split('\n').map((line) => `> ${line}`).join('\n');

/** The ids of a References or In-Reply-To header, oldest first, at most 20. */
export const messageIds = (header: string): string[] => [...header.matchAll(/<([^<>\s]{3,250})>/g)].map((m) => m[1] ?? '').slice(-20);
