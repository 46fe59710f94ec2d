import { resolve } from 'node:path';
import { Refused } from '#shared/errors';
import { say, type Slots, type Word } from '#shared/words';
import { z } from 'zod';
import { words } from './config.words.ts';
import { choice, line, type Setting, setting, type Values, web } from './setting.ts';
import { VENDOR_SETTINGS, type VendorSettings, vendorsOf } from './vendors.ts';

export type { VendorMatch, VendorSettings } from './vendors.ts';

const count = (most: number, usual: number) => setting(z.coerce.number().int().min(1).max(most).default(usual), words.count, { most });
const port = z.coerce.number().int().min(1).max(65_535);

/** Every setting: its shape and what it must be. Anything else in the environment is none of our business. */
const SETTINGS = {
  PORT: setting(port.default(8080), words.port),
  HOST: setting(line.default('0.0.0.0'), words.text),
  DATA_DIR: setting(line.default('./data'), words.folder),
  DATABASE_URL: setting(z.string().regex(/^postgres(ql)?:\/\//).optional(), words.postgres),
  POOL_SIZE: count(200, 10),
  NIANGJIA_MODE: choice(['demo', 'live'], 'demo'),
  NIANGJIA_KEY: setting(z.string().regex(/^[A-Za-z0-9+/_-]{43}=?(,[A-Za-z0-9+/_-]{43}=?)*$/).optional(), words.key),
  PUBLIC_URL: setting(web.optional(), words.web),
  TRUST_PROXY: choice(['yes', 'no'], 'no'),
  LOG_LEVEL: choice(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info'),
  SMTP_HOST: setting(line.optional(), words.text),
  SMTP_PORT: setting(port.default(587), words.port),
  SMTP_SECURE: choice(['tls', 'starttls', 'none'], 'starttls'),
  SMTP_USER: setting(line.optional(), words.text),
  SMTP_PASSWORD: setting(line.optional(), words.text),
  SMTP_FROM: setting(z.email().optional(), words.mailbox),
  MAILBOX_PORT: setting(port.optional(), words.port),
  MAILBOX_DOMAIN: setting(line.regex(/^[a-z0-9.-]+$/i).optional(), words.domain),
  MAILBOX_CERT: setting(line.optional(), words.file),
  MAILBOX_KEY: setting(line.optional(), words.file),
  SMS_URL: setting(web.optional(), words.web),
  SMS_TOKEN: setting(line.optional(), words.text),
  SMS_SIGN: setting(line.optional(), words.text),
  PAYMENT_URL: setting(web.optional(), words.payment),
  PAYMENT_SECRET: setting(line.min(32).optional(), words.payment),
  LOCKER_NETWORKS: setting(z.string().regex(/^[0-9a-f.:/]+(,[0-9a-f.:/]+)*$/i).optional(), words.networks),
  ...VENDOR_SETTINGS,
} as const satisfies Readonly<Record<string, Setting>>;

type Settings = Values<typeof SETTINGS>;

/** All settings, read once at the start. An empty value counts as not set. */
export type Config = {
  readonly port: number;
  readonly host: string;
  /** absolute path of the data folder */
  readonly dataDir: string;
  /** an own PostgreSQL; without it the embedded one is started */
  readonly databaseUrl: string | undefined;
  readonly poolSize: number;
  readonly mode: 'demo' | 'live';
  /** master keys in base64, newest first, separated by commas; without it the keys are in the data folder */
  readonly key: string | undefined;
  /** how people reach the installation, without a slash at the end */
  readonly publicUrl: string;
  /** whether `X-Forwarded-For` of the proxy in front is believed */
  readonly trustProxy: boolean;
  readonly logLevel: string;
  /** outgoing mail; null: none is sent */
  readonly smtp: { host: string; port: number; secure: 'tls' | 'starttls' | 'none'; user?: string; password?: string; from: string } | null;
  /** incoming letters by mail; null: no listener. `tls`: files of a certificate and its key (PEM), then STARTTLS is offered */
  readonly mailbox: { port: number; domain: string; tls?: { cert: string; key: string } } | null;
  /** SMS gateway over HTTP; null: none */
  readonly sms: { url: string; token: string; sign: string } | null;
  /** networks in which controllers of lockers stand although they are not public, as `10.1.0.0/16` */
  readonly lockerNetworks: readonly string[];
  /** where places are paid for online, and the secret shared with it; null: no online payment */
  readonly payment: { url: string; secret: string } | null;
  /** sign-in by WeCom, DingTalk and WeChat; null: off */
  readonly vendors: VendorSettings;
};

/**
 * Reads the settings from the environment.
 * @throws Refused with one sentence naming the first setting whose value is wrong
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read: Record<string, unknown> = {};
  for (const [name, { schema, expected, slots }] of Object.entries(SETTINGS) as [string, Setting][]) {
    const given = env[name]?.trim();
    const result = schema.safeParse(given === '' ? undefined : given);
    if (!result.success) throw wrong(name, expected, slots);
    read[name] = result.data;
  }
  const s = read as Settings;
  if (s.SMTP_HOST && !s.SMTP_FROM) throw wrong('SMTP_FROM', words.mailbox);
  if (s.MAILBOX_PORT && !s.MAILBOX_DOMAIN) throw wrong('MAILBOX_DOMAIN', words.domain);
  if (s.MAILBOX_CERT && !s.MAILBOX_KEY) throw wrong('MAILBOX_KEY', words.file);
  if (s.MAILBOX_KEY && !s.MAILBOX_CERT) throw wrong('MAILBOX_CERT', words.file);
  if ((s.PAYMENT_URL === undefined) !== (s.PAYMENT_SECRET === undefined)) throw wrong(s.PAYMENT_URL ? 'PAYMENT_SECRET' : 'PAYMENT_URL', words.payment);
  return {
    port: s.PORT,
    host: s.HOST,
    dataDir: resolve(s.DATA_DIR),
    databaseUrl: s.DATABASE_URL,
    poolSize: s.POOL_SIZE,
    mode: s.NIANGJIA_MODE,
    key: s.NIANGJIA_KEY,
    publicUrl: s.PUBLIC_URL ?? `http://localhost:${s.PORT}`,
    trustProxy: s.TRUST_PROXY === 'yes',
    logLevel: s.LOG_LEVEL,
    smtp: s.SMTP_HOST
      ? { host: s.SMTP_HOST, port: s.SMTP_PORT, secure: s.SMTP_SECURE, user: s.SMTP_USER, password: s.SMTP_PASSWORD, from: s.SMTP_FROM ?? '' }
      : null,
    mailbox: s.MAILBOX_PORT
      ? { port: s.MAILBOX_PORT, domain: s.MAILBOX_DOMAIN ?? '', ...(s.MAILBOX_CERT && s.MAILBOX_KEY ? { tls: { cert: resolve(s.MAILBOX_CERT), key: resolve(s.MAILBOX_KEY) } } : {}) }
      : null,
    sms: s.SMS_URL ? { url: s.SMS_URL, token: s.SMS_TOKEN ?? '', sign: s.SMS_SIGN ?? '' } : null,
    lockerNetworks: s.LOCKER_NETWORKS?.split(',') ?? [],
    payment: s.PAYMENT_URL && s.PAYMENT_SECRET ? { url: s.PAYMENT_URL, secret: s.PAYMENT_SECRET } : null,
    vendors: vendorsOf(s, (name) => { throw wrong(name, words.together); }),
  };
}

/** The refusal names what was expected in both languages, because its slots are words themselves. */
function wrong(name: string, expected: Word, slots: Slots = {}): Refused {
  const word = {
    code: words.wrong.code,
    zh: say(words.wrong, 'zh', { name, expected: say(expected, 'zh', slots) }),
    en: say(words.wrong, 'en', { name, expected: say(expected, 'en', slots) }),
  };
  return new Refused(word, { status: 400 });
}
