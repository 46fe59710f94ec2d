import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { Shown } from '#shared/shown';
import { words as w } from './messages.words.ts';

const when = z.iso.datetime();
const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Page = { after: z.string().max(120).optional(), limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual) };

/** A message in the reader's language. `link` is a path of the phone app, or of the console when it begins with `/console/`. */
export const Message = z.object({
  id: z.uuid(), kind: z.string(), title: z.string(), body: z.string(), link: z.string(), urgent: z.boolean(), toldAt: when, readAt: when.nullable(),
});

const email = z.enum(['now', 'digest', 'off']);
const sms = z.enum(['now', 'off']);

/** Hours in China. The inbox cannot be switched off; urgent messages pass quiet hours and digests. */
export const Choices = z.object({
  quietFrom: hour, quietTo: hour, digestAt: hour,
  groups: z.array(z.object({ group: z.string(), title: z.string(), email, sms })),
});

const Kind = z.enum(['email', 'sms', 'wecom', 'dingtalk', 'webhook']);
const secret = z.string().max(500);
const text = z.string().trim().max(200).regex(/^[^\r\n]*$/);
const url = z.string().trim().max(1_000);
const fields = z.record(z.string().min(1).max(60).regex(/^[\w.-]+$/), z.string().max(500)).refine((f) => Object.keys(f).length <= 20);

/**
 * Settings of a channel. Secrets never come back: an answer holds `••••` in their place, and a change that leaves them out
 * (or sends the dots back) keeps them, unless the server's address changes.
 */
export const Settings = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('email'), host: z.string().trim().min(1).max(253).regex(/^[A-Za-z0-9.:[\]-]+$/), port: z.int().min(1).max(65_535),
    safety: z.enum(['tls', 'starttls', 'none']), user: text.optional(), password: secret.optional(), from: z.email().max(200), fromName: text.min(1),
    /** where answers to letters go, as `mailbox@…`; the union's code is put before the @ */
    mailbox: z.email().max(200).optional(),
  }),
  z.object({
    kind: z.literal('sms'), provider: z.enum(['gateway', 'visible']), url: url.optional(), method: z.enum(['POST', 'GET']).optional(),
    format: z.enum(['json', 'form', 'query']).optional(), fields: fields.optional(), headers: fields.optional(), prefix: text.optional(),
    sign: z.object({ algorithm: z.enum(['hmac-sha256', 'hmac-sha1', 'sha256', 'md5']), secret: secret.optional(), over: z.string().max(500), encoding: z.enum(['hex', 'base64']) }).optional(),
    success: z.object({ at: text.min(1), is: text.min(1) }).optional(),
  }),
  z.object({ kind: z.literal('wecom'), url: url.optional() }),
  z.object({ kind: z.literal('dingtalk'), url: url.optional(), secret: secret.optional(), keyword: text.optional() }),
  z.object({ kind: z.literal('webhook'), url, secret: secret.optional() }),
]);

export const Channel = z.object({
  id: z.uuid(), unionId: z.uuid(), unionName: z.string(), kind: Kind, name: z.string(), settings: z.record(z.string(), z.unknown()), kinds: z.array(z.string()),
  enabled: z.boolean(), fault: z.string(), faultWhy: z.string(), faultAt: when.nullable(), pausedUntil: when.nullable(), changedAt: when,
});

const ChannelInput = {
  name: z.string().trim().min(1).max(40), settings: Settings,
  /** kinds (`letters.answered`) or groups (`letters`) of messages; none: all */
  kinds: z.array(z.string().regex(/^[a-z][A-Za-z0-9-]*(\.[A-Za-z0-9-]+)*$/).max(80)).max(40).default([]), enabled: z.boolean().default(true),
};

export const LogLine = z.object({
  id: z.uuid(), deliveryId: z.uuid(), channel: Kind, channelName: z.string().nullable(), unionName: z.string().nullable(), kind: z.string(), group: z.string(),
  /** masked: `138****5678` */
  address: z.string(), number: z.int(), state: z.enum(['sending', 'sent', 'failed', 'lost']), code: z.string(), why: z.string(), beganAt: when, endedAt: when.nullable(),
  delivery: z.enum(['waiting', 'sending', 'sent', 'skipped', 'dead']), dueAt: when.nullable(),
});

const LogFilter = {
  /** a union and all below it */
  unionId: z.uuid().optional(), channel: Kind.optional(), channelId: z.uuid().optional(), deliveryId: z.uuid().optional(), state: z.enum(['sending', 'sent', 'failed', 'lost']).optional(),
  delivery: z.enum(['waiting', 'sending', 'sent', 'skipped', 'dead']).optional(),
};

const none = z.object({});
const own = 'a person’s own inbox and choices concern nobody else';

export const api = {
  list: endpoint({
    method: 'GET', path: '/api/v1/messages', can: 'person', about: w.aboutList, in: z.object({ ...Page, unread: z.stringbool().default(false) }),
    out: z.object({ items: z.array(Message), next: z.string().optional() }),
  }),
  /** 1,000 stands for more */
  unread: endpoint({ method: 'GET', path: '/api/v1/messages/unread', can: 'person', about: w.aboutUnread, in: none, out: z.object({ unread: z.int() }) }),
  read: endpoint({
    method: 'POST', path: '/api/v1/messages/read', can: 'person', about: w.aboutRead, unaudited: own,
    /** `ids`, or `until`: everything told up to this moment (the newest message on the screen) */
    in: z.object({ ids: z.array(z.uuid()).min(1).max(100).optional(), until: when.optional() }), out: z.object({ changed: z.int(), unread: z.int() }),
  }),
  choices: endpoint({ method: 'GET', path: '/api/v1/messages/choices', can: 'person', about: w.aboutChoices, in: none, out: Choices }),
  choose: endpoint({
    method: 'PUT', path: '/api/v1/messages/choices', can: 'person', about: w.aboutChoose, unaudited: own, out: Choices,
    in: z.object({ quietFrom: hour, quietTo: hour, digestAt: hour, groups: z.array(z.object({ group: z.string().max(80), email, sms })).max(100) }),
  }),
  live: endpoint({ method: 'GET', path: '/api/v1/live', can: 'person', about: w.aboutLive, in: none, out: none }),
  leave: endpoint({
    method: 'GET', path: '/api/v1/unsubscribe/:token', can: 'anyone', about: w.aboutLeave, in: z.object({ token: z.string().min(40).max(190) }),
    out: z.object({ group: z.string() }),
  }),
  left: endpoint({
    method: 'POST', path: '/api/v1/unsubscribe/:token', can: 'anyone', about: w.aboutLeft, in: z.object({ token: z.string().min(40).max(190) }),
    out: z.object({ group: z.string() }),
  }),

  channels: endpoint({
    method: 'GET', path: '/api/v1/message-channels', can: 'messages.channels', about: w.aboutChannels, in: z.object({ unionId: z.uuid().optional() }),
    out: z.object({ items: z.array(Channel), groups: z.array(z.object({ group: z.string(), title: z.string() })), may: z.array(z.string()) }),
  }),
  addChannel: endpoint({
    method: 'POST', path: '/api/v1/message-channels', can: 'messages.channels', about: w.aboutAdd, in: z.object({ unionId: z.uuid(), ...ChannelInput }),
    /** `secret`: made for a webhook that brought none, shown this once */
    out: z.object({ channel: Channel, secret: z.string().optional() }),
  }),
  changeChannel: endpoint({
    method: 'PUT', path: '/api/v1/message-channels/:id', can: 'messages.channels', about: w.aboutChange, in: z.object({ id: z.uuid(), ...ChannelInput }), out: Channel,
  }),
  removeChannel: endpoint({
    method: 'DELETE', path: '/api/v1/message-channels/:id', can: 'messages.channels', about: w.aboutRemove, in: z.object({ id: z.uuid() }), out: z.object({ done: z.literal(true) }),
  }),
  tryChannel: endpoint({
    method: 'POST', path: '/api/v1/message-channels/:id/try', can: 'messages.channels', about: w.aboutTry, in: z.object({ id: z.uuid() }),
    /** how it went stands in the log under this delivery, within seconds */
    out: z.object({ deliveryId: z.uuid() }),
  }),
  log: endpoint({
    method: 'GET', path: '/api/v1/message-log', can: 'messages.log', about: w.aboutLog,
    in: z.object({ ...LogFilter, ...Page }),
    out: z.object({ items: z.array(LogLine), next: z.string().optional(), may: z.array(z.string()) }),
  }),
  exportLog: endpoint({
    method: 'POST', path: '/api/v1/message-log/export', can: 'messages.log', about: w.aboutExportLog, download: true, in: z.object({ ...LogFilter, ...Shown }), out: none,
  }),
  retry: endpoint({
    method: 'POST', path: '/api/v1/message-log/retry', can: 'messages.log', about: w.aboutRetry, in: z.object({ deliveryIds: z.array(z.uuid()).min(1).max(100) }),
    out: z.object({ count: z.int() }),
  }),
  /** demonstration only; empty in live mode */
  shown: endpoint({
    method: 'GET', path: '/api/v1/message-log/shown', can: 'messages.log', about: w.aboutShown, in: none,
    out: z.object({ items: z.array(z.object({ id: z.uuid(), phone: z.string(), text: z.string(), sentAt: when })) }),
  }),
};
