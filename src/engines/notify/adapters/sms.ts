import { createHash, createHmac, randomBytes } from 'node:crypto';
import { ask, type Outbound, type Question, Unreachable } from '#platform/outbound';
import { judgeStatus, type Outcome, outcomeOf, sent } from './outcome.ts';

/**
 * A short-message gateway reached over HTTP, described as data so that any provider fits. In `fields`, `headers` and
 * `sign.over` stand `{phone}`, `{text}`, `{id}` (the same through all tries), `{timestamp}` (seconds), `{millis}`,
 * `{nonce}` and, outside `sign.over`, `{sign}`.
 */
export type SmsGateway = {
  readonly provider: 'gateway';
  readonly url: string;
  readonly method: 'POST' | 'GET';
  readonly format: 'json' | 'form' | 'query';
  /** dots in a name nest it in JSON: `sms.to` */
  readonly fields: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** what stands before every text, e.g. the registered signature 【…】 */
  readonly prefix: string;
  readonly sign?: { readonly algorithm: 'hmac-sha256' | 'hmac-sha1' | 'sha256' | 'md5'; readonly secret: string; readonly over: string; readonly encoding: 'hex' | 'base64' } | undefined;
  /** where the answer says how it went (`data.code`) and what counts as success; without it any 2xx does */
  readonly success?: { readonly at: string; readonly is: string } | undefined;
};

/** For demonstration: texts land in a table that the demonstration shows. */
export type SmsVisible = { readonly provider: 'visible' };

export type Sms = { readonly id: string; readonly phone: string; readonly text: string };

const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

function signature(g: SmsGateway, values: Readonly<Record<string, string>>): string {
  if (!g.sign) return '';
  const over = fill(g.sign.over, { ...values, secret: g.sign.secret });
  const kind = g.sign.algorithm.replace('hmac-', '');
  const sum = g.sign.algorithm.startsWith('hmac-') ? createHmac(kind, g.sign.secret) : createHash(kind);
  return sum.update(over, 'utf8').digest(g.sign.encoding);
}

function nested(fields: readonly (readonly [string, string])[]): Record<string, unknown> {
  const root: Record<string, unknown> = Object.create(null);
  for (const [name, value] of fields) {
    const steps = name.split('.');
    let place = root;
    for (const step of steps.slice(0, -1)) {
      const next = place[step];
      if (typeof next === 'object' && next !== null) place = next as Record<string, unknown>;
      else place = place[step] = Object.create(null) as Record<string, unknown>;
    }
    place[steps.at(-1) ?? name] = value;
  }
  return root;
}

/** The request that a gateway's description makes of one text. Values are escaped by the format; none can add a field. */
export function smsQuestion(g: SmsGateway, sms: Sms, now: Date, nonce: string): Question {
  const millis = now.getTime();
  const values = {
    phone: sms.phone, text: g.prefix + sms.text, id: sms.id, timestamp: String(Math.floor(millis / 1000)), millis: String(millis), nonce,
  };
  const all = { ...values, sign: signature(g, values) };
  const fields = Object.entries(g.fields).map(([name, template]) => [name, fill(template, all)] as const);
  const headers: Record<string, string> = {};
  for (const [name, template] of Object.entries(g.headers)) headers[name.toLowerCase()] = fill(template, all).replace(/[\r\n]/g, ' ');
  if (g.format === 'json') {
    return { url: g.url, method: g.method, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body: JSON.stringify(nested(fields)) };
  }
  const form = new URLSearchParams(fields.map(([name, value]) => [name, value]));
  if (g.format === 'form') {
    return { url: g.url, method: g.method, headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8', ...headers }, body: form.toString() };
  }
  if (!URL.canParse(g.url)) throw new Unreachable('badAddress', false);
  const url = new URL(g.url);
  for (const [name, value] of form) url.searchParams.set(name, value);
  return { url: url.href, method: g.method, headers, body: null };
}

function valueAt(body: string, place: string): string | null {
  try {
    let here: unknown = JSON.parse(body);
    for (const step of place.split('.')) {
      if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return null;
      here = (here as Record<string, unknown>)[step];
    }
    return typeof here === 'object' ? null : String(here);
  } catch {
    return null;
  }
}

/** Hands one text to the gateway. */
export async function sendSms(g: SmsGateway, sms: Sms, o: Outbound, now: Date): Promise<Outcome> {
  try {
    const answer = await ask(smsQuestion(g, sms, now, randomBytes(12).toString('hex')), o);
    const bad = judgeStatus(answer);
    if (bad) return bad;
    if (!g.success) return sent(`http${answer.status}`);
    const told = valueAt(answer.body, g.success.at);
    if (told === g.success.is) return sent(told.slice(0, 40));
    return { state: 'failed', code: told === null ? 'badAnswer' : told.slice(0, 40), again: 'later' };
  } catch (error) {
    return outcomeOf(error);
  }
}
