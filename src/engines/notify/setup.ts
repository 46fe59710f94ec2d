import type { Tx } from '#shared/call';
import { type Locale, say } from '#shared/words';
import type { Database } from '#platform/db';
import { type Outbound, outboundOf } from '#platform/outbound';
import type { SmsGateway, SmsVisible } from './adapters/sms.ts';
import { replyAddress, type SmtpSettings } from './adapters/smtp.ts';
import { words } from './notify.words.ts';

/** Where a person can be reached; tidied numbers, null when unknown. */
export type Contact = {
  readonly personId: string;
  readonly name: string;
  readonly locale: Locale;
  readonly phone: string | null;
  readonly email: string | null;
};

/** What the engine needs of the house; handed in once at the start. */
export type Setup = {
  readonly database: Database;
  /** addresses of people, from org */
  readonly contactsOf: (tx: Tx, personIds: readonly string[]) => Promise<readonly Contact[]>;
  /** how people reach the installation, without a slash at the end */
  readonly publicUrl: string;
  /** short messages may be made visible instead of sent, in demonstration only */
  readonly mode: 'demo' | 'live';
  /** the installation's own mail server and gateway, for unions that set up none */
  readonly email?: SmtpSettings | null;
  readonly sms?: SmsGateway | SmsVisible | null;
  /** the mailbox that takes letters by e-mail, `mailbox@union.example`; null: none is taken */
  readonly mailbox?: string | null;
  /** where may be sent to; the public internet over https unless told */
  readonly outbound?: Outbound;
};

let setup: (Setup & { readonly outbound: Outbound }) | null = null;

/** Sets the engine up, once at the start. */
export function use(given: Setup): void {
  setup = { ...given, outbound: given.outbound ?? outboundOf() };
}

/** The set-up; absent only when main forgot it. */
export function current(): Setup & { readonly outbound: Outbound } {
  if (!setup) throw new Error('notify is not set up: call notify.use(…) at the start');
  return setup;
}

/** Settings of the environment as ways out: `smtp` and `sms` of the configuration. */
export function waysOf(config: {
  readonly smtp: { host: string; port: number; secure: 'tls' | 'starttls' | 'none'; user?: string | undefined; password?: string | undefined; from: string } | null;
  readonly mailbox: { domain: string } | null;
  readonly sms: { url: string; token: string; sign: string } | null;
  readonly mode: 'demo' | 'live';
}): { email: SmtpSettings | null; sms: SmsGateway | SmsVisible | null; mailbox: string | null } {
  const { smtp, sms } = config;
  const mailbox = config.mailbox && `mailbox@${config.mailbox.domain.toLowerCase()}`;
  const email = smtp && {
    host: smtp.host, port: smtp.port, safety: smtp.secure, user: smtp.user, password: smtp.password, from: smtp.from, fromName: say(words.sender, 'zh'),
    ...(mailbox ? { mailbox } : {}),
  };
  const gateway: SmsGateway | null = sms && {
    provider: 'gateway', url: sms.url, method: 'POST', format: 'json', fields: { phone: '{phone}', text: '{text}', id: '{id}' },
    headers: sms.token === '' ? {} : { authorization: `Bearer ${sms.token}` }, prefix: sms.sign === '' ? '' : `【${sms.sign}】`,
  };
  return { email, sms: gateway ?? (config.mode === 'demo' ? { provider: 'visible' } : null), mailbox };
}

/** The address that takes letters by e-mail for a code (of a union, of a conversation); null where none are taken. */
export function mailboxAddress(code: string): string | null {
  const mailbox = setup?.mailbox;
  return mailbox ? replyAddress(mailbox, code.toLowerCase()) : null;
}
