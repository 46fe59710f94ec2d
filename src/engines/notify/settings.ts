import { isIP } from 'node:net';
import { z } from 'zod';
import { Refused } from '#shared/errors';
import type { Word } from '#shared/words';
import { isAmong, isPublic, type Outbound } from '#platform/outbound';
import { maskSecret, maskUrl } from './mask.rules.ts';
import { words } from './notify.words.ts';

const url = z.string().trim().max(1_000);
const secret = z.string().max(500);
const line = z.string().trim().max(200).regex(/^[^\r\n]*$/);
const host = z.string().trim().min(1).max(253).regex(/^[A-Za-z0-9.:[\]-]+$/);
const fields = z.record(z.string().min(1).max(60).regex(/^(?!.*(?:__proto__|constructor|prototype))[\w.-]+$/), z.string().max(500))
  .refine((f) => Object.keys(f).length <= 20);

/** Settings of a channel, by kind. A secret left out when a channel is changed stays what it was. */
export const ChannelSettings = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('email'), host, port: z.number().int().min(1).max(65_535), safety: z.enum(['tls', 'starttls', 'none']), user: line.optional(),
    password: secret.optional(), from: z.email().max(200), fromName: line.min(1), mailbox: z.email().max(200).optional(),
  }),
  z.object({ kind: z.literal('sms'), provider: z.literal('visible') }),
  z.object({
    kind: z.literal('sms'), provider: z.literal('gateway'), url, method: z.enum(['POST', 'GET']), format: z.enum(['json', 'form', 'query']),
    fields, headers: fields, prefix: line,
    sign: z.object({ algorithm: z.enum(['hmac-sha256', 'hmac-sha1', 'sha256', 'md5']), secret: secret.optional(), over: z.string().max(500), encoding: z.enum(['hex', 'base64']) }).optional(),
    success: z.object({ at: line.min(1), is: line.min(1) }).optional(),
  }),
  z.object({ kind: z.literal('wecom'), url: url.optional() }),
  z.object({ kind: z.literal('dingtalk'), url: url.optional(), secret: secret.optional(), keyword: line.optional() }),
  z.object({ kind: z.literal('webhook'), url, secret: secret.optional() }),
]);
export type ChannelSettings = z.infer<typeof ChannelSettings>;

/** What rests sealed: the settings with nothing missing. */
export type FullSettings = ChannelSettings;

type Shown = Readonly<Record<string, unknown>>;

const holdsPlace = (template: string): boolean => /\{\w+\}/.test(template);
const shownFields = (f: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(f).map(([name, value]) => [name, holdsPlace(value) || value.length < 4 ? value : maskSecret(value)]));

/** The settings as officers see them: everything that opens a door is masked. */
export function shownOf(s: FullSettings): Shown {
  switch (s.kind) {
    case 'email': return { ...s, password: maskSecret(s.password ?? '') };
    case 'sms':
      if (s.provider === 'visible') return s;
      return { ...s, headers: shownFields(s.headers), fields: shownFields(s.fields), ...(s.sign ? { sign: { ...s.sign, secret: maskSecret(s.sign.secret ?? '') } } : {}) };
    case 'wecom': return { kind: s.kind, url: maskUrl(s.url ?? '') };
    case 'dingtalk': return { ...s, url: maskUrl(s.url ?? ''), secret: maskSecret(s.secret ?? '') };
    case 'webhook': return { ...s, url: maskUrl(s.url), secret: maskSecret(s.secret ?? '') };
  }
}

const refuse = (path: string, why: Word, slots?: Record<string, string>): Refused =>
  new Refused(why, { status: 400, ...(slots ? { slots } : {}), fields: [{ path: `settings.${path}`, why, ...(slots ? { slots } : {}) }] });

const keptFields = (given: Readonly<Record<string, string>>, old: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => {
    const before = old[name];
    return [name, before !== undefined && value.startsWith('••••') && value === maskSecret(before) ? before : value];
  }));

const keeps = (given: Readonly<Record<string, string>>): boolean => Object.values(given).some((value) => value.startsWith('••••'));
const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : address);

/**
 * New settings with the secrets of the old ones where none was given. A secret is never taken along to another server:
 * whoever changes the address enters it again.
 * @throws Refused
 */
export function joined(given: ChannelSettings, old: FullSettings | null): FullSettings {
  const blank = (text: string | undefined): boolean => text === undefined || text === '' || text.startsWith('••••');
  if (given.kind === 'email') {
    if (given.user === undefined || given.user === '') return { ...given, password: '' };
    if (!blank(given.password)) return given;
    if (old?.kind !== 'email' || !old.password) throw refuse('password', words.secretMissing);
    if (old.host !== given.host || old.port !== given.port || old.safety !== given.safety) throw refuse('password', words.secretAgain);
    return { ...given, password: old.password };
  }
  if (given.kind === 'sms' && given.provider === 'gateway') return joinedGateway(given, old, blank);
  if (given.kind === 'wecom') return { kind: 'wecom', url: blank(given.url) || given.url?.endsWith('/…') ? (old?.kind === 'wecom' ? old.url : '') : given.url };
  if (given.kind === 'dingtalk') {
    const before = old?.kind === 'dingtalk' ? old : null;
    const keepUrl = blank(given.url) || given.url?.endsWith('/…');
    const merged = { ...given, url: keepUrl ? before?.url : given.url };
    if (!given.secret?.startsWith('••••')) return merged;
    if (!keepUrl && hostOf(given.url ?? '') !== hostOf(before?.url ?? '')) throw refuse('secret', words.secretAgain);
    return { ...merged, secret: before?.secret };
  }
  if (given.kind === 'webhook') {
    const before = old?.kind === 'webhook' ? old : null;
    const target = given.url.endsWith('/…') ? (before?.url ?? '') : given.url;
    if (!blank(given.secret)) return { ...given, url: target };
    if (!before) throw refuse('secret', words.secretMissing);
    if (hostOf(target) !== hostOf(before.url)) throw refuse('secret', words.secretAgain);
    return { ...given, url: target, secret: before.secret };
  }
  return given;
}

type Gateway = Extract<ChannelSettings, { provider: 'gateway' }>;

function joinedGateway(given: Gateway, old: FullSettings | null, blank: (text: string | undefined) => boolean): Gateway {
  const before = old?.kind === 'sms' && old.provider === 'gateway' ? old : null;
  const takes = keeps(given.headers) || keeps(given.fields) || (given.sign !== undefined && blank(given.sign.secret));
  if (!takes) return given;
  if (!before) throw refuse('sign.secret', words.secretMissing);
  if (hostOf(before.url) !== hostOf(given.url)) throw refuse('sign.secret', words.secretAgain);
  const sign = given.sign && blank(given.sign.secret) ? { ...given.sign, secret: before.sign?.secret ?? '' } : given.sign;
  return { ...given, headers: keptFields(given.headers, before.headers), fields: keptFields(given.fields, before.fields), ...(sign ? { sign } : {}) };
}

function checkUrl(address: string, path: string, o: Outbound): URL {
  const target = URL.canParse(address) ? new URL(address) : null;
  const open = target?.protocol === 'https:' || (target?.protocol === 'http:' && o.plainHttp);
  if (!target || !open || target.username !== '' || target.password !== '') throw refuse(path, words.urlBad);
  checkHost(target.hostname, path, o);
  return target;
}

function checkHost(name: string, path: string, o: Outbound): void {
  const plain = name.replace(/^\[|\]$/g, '');
  const inside = isIP(plain) > 0 ? !isPublic(plain) && !isAmong(o.allowed, plain) : /^(localhost|.+\.(localhost|local|internal))$/i.test(plain);
  if (inside) throw refuse(path, words.urlInside);
}

/**
 * Whether full settings can work: shapes, addresses that are not inside, parameters the robots' addresses carry. Names are
 * looked up, and judged again, each time something is sent.
 * @throws Refused
 */
export function checkSettings(s: FullSettings, o: Outbound, mode: 'demo' | 'live'): void {
  if (s.kind === 'email') {
    checkHost(s.host, 'host', o);
    if (s.safety === 'none' && !(isIP(s.host) > 0 && isAmong(o.allowed, s.host))) throw refuse('safety', words.plainOutside);
  } else if (s.kind === 'sms') {
    if (s.provider === 'visible') {
      if (mode !== 'demo') throw refuse('provider', words.visibleDemo);
      return;
    }
    checkUrl(s.url, 'url', o);
    if (!Object.values(s.fields).some((f) => f.includes('{phone}')) && !s.url.includes('{phone}')) throw refuse('fields', words.phoneField);
  } else {
    const target = checkUrl(s.url ?? '', 'url', o);
    const name = s.kind === 'wecom' ? 'key' : s.kind === 'dingtalk' ? 'access_token' : null;
    if (name !== null && !target.searchParams.get(name)) throw refuse('url', words.urlKey, { name });
    if (s.kind === 'webhook' && (s.secret ?? '').length < 16) throw refuse('secret', words.secretMissing);
  }
}
