import { createHash } from 'node:crypto';
import nodemailer from 'nodemailer';
import { oneLine } from './robot.rules.ts';
import { isAmong, type Outbound, reach, Unreachable } from '#platform/outbound';
import { type Outcome, outcomeOf, sent } from './outcome.ts';
import { type Letter, mailHtml, mailText } from './mail.rules.ts';

/** A mail server that takes our letters. `mailbox` is the address answers come back to, with `+CODE` before the @. */
export type SmtpSettings = {
  readonly host: string;
  readonly port: number;
  /** `tls` from the first byte (465) · `starttls` (587) · `none` only inside the operator's own networks */
  readonly safety: 'tls' | 'starttls' | 'none';
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly from: string;
  readonly fromName: string;
  readonly mailbox?: string | undefined;
};

type Post = { readonly transport: ReturnType<typeof transportOf>; readonly at: number; readonly by: Outbound };

const posts = new Map<string, Post>();
const MOST_POSTS = 50;
/** A name is resolved and checked again after this long. */
const FRESH_MS = 300_000;

function transportOf(s: SmtpSettings, address: string) {
  return nodemailer.createTransport({
    host: address, port: s.port, secure: s.safety === 'tls', requireTLS: s.safety === 'starttls', ignoreTLS: s.safety === 'none',
    ...(s.user ? { auth: { user: s.user, pass: s.password ?? '' } } : {}),
    tls: { servername: s.host, minVersion: 'TLSv1.2' },
    pool: true, maxConnections: 5, maxMessages: 200, maxRequeues: 0, allowInternalNetworkInterfaces: true,
    connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 15_000, dnsTimeout: 5_000,
    disableFileAccess: true, disableUrlAccess: true,
  });
}

async function postOf(s: SmtpSettings, o: Outbound): Promise<Post> {
  const key = createHash('sha256').update(JSON.stringify(s)).digest('hex');
  const kept = posts.get(key);
  if (kept && kept.by === o && performance.now() - kept.at < FRESH_MS) return kept;
  kept?.transport.close();
  const found = await reach(s.host, o);
  const address = found[0]?.address ?? '';
  if (s.safety === 'none' && !isAmong(o.allowed, address)) throw new Unreachable('notEncrypted', false);
  const post = { transport: transportOf(s, address), at: performance.now(), by: o };
  posts.set(key, post);
  const oldest = posts.size > MOST_POSTS ? posts.keys().next().value : undefined;
  if (oldest !== undefined) {
    posts.get(oldest)?.transport.close();
    posts.delete(oldest);
  }
  return post;
}

/** Closes all connections to mail servers. */
export function closeMail(): void {
  for (const { transport } of posts.values()) transport.close();
  posts.clear();
}

type SmtpError = { readonly responseCode?: number; readonly code?: string };

function judge(error: unknown): Outcome {
  const { responseCode, code } = error as SmtpError;
  if (code === 'EAUTH' || responseCode === 535 || responseCode === 530) return { state: 'failed', code: 'smtp535', again: 'later', channelFault: true };
  if (responseCode === 421 || responseCode === 450 || responseCode === 452) return { state: 'failed', code: `smtp${responseCode}`, again: 'later', waitSeconds: 300 };
  if (responseCode !== undefined && responseCode >= 500) return { state: 'failed', code: `smtp${responseCode}`, again: 'never' };
  if (responseCode !== undefined) return { state: 'failed', code: `smtp${responseCode}`, again: 'later' };
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return { state: 'failed', code: 'badAddress', again: 'never' };
  if (code === 'ETLS') return { state: 'failed', code: 'certificate', again: 'later', channelFault: true };
  return outcomeOf(error);
}

const idOf = (id: string): string => `<${id.replace(/[<>\s]/g, '')}>`;

/** Where answers to a letter go: the mailbox with the thread's code, as in `mailbox+CODE@union.example`. */
export function replyAddress(mailbox: string, code: string): string {
  const at = mailbox.lastIndexOf('@');
  return `${mailbox.slice(0, at)}+${code}${mailbox.slice(at)}`;
}

/**
 * Hands one letter to the mail server. Its Message-ID is made from the delivery, so a second try after a lost answer
 * carries the same one and mail programs show it once.
 */
export async function sendMail(s: SmtpSettings, to: string, l: Letter, o: Outbound): Promise<Outcome> {
  try {
    const { transport } = await postOf(s, o);
    const domain = s.from.slice(s.from.lastIndexOf('@') + 1);
    const replyTo = l.thread?.code && s.mailbox ? replyAddress(s.mailbox, l.thread.code) : undefined;
    const earlier = l.thread?.references ?? [];
    const before = l.thread?.inReplyTo ?? earlier.at(-1);
    const info = await transport.sendMail({
      from: { name: oneLine(s.fromName), address: s.from }, to: { name: '', address: to },
      subject: oneLine(l.subject), text: mailText(l), html: mailHtml(l), messageId: idOf(`${l.id}@${domain}`),
      ...(replyTo ? { replyTo } : {}),
      ...(before ? { inReplyTo: idOf(before), references: [...new Set([...earlier, before])].slice(-20).map(idOf) } : {}),
      ...(l.thread?.robot ? { envelope: { from: '', to } } : {}),
      headers: { 'Auto-Submitted': l.thread?.robot ? 'auto-replied' : 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      ...(l.unsubscribe ? { list: { unsubscribe: { url: l.unsubscribe.url, comment: '' } } } : {}),
    });
    return sent(`smtp${/^\d{3}/.exec(info.response ?? '')?.[0] ?? '250'}`);
  } catch (error) {
    return judge(error);
  }
}
