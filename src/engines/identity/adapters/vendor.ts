import { ask, type Outbound, type Question, Unreachable } from '#platform/outbound';

/** Vendors whose accounts may open the door: WeCom 企业微信, DingTalk 钉钉, WeChat 微信. */
export type VendorName = 'wecom' | 'dingtalk' | 'wechat';

/** Who a vendor says somebody is. */
export type VendorAccount = {
  /** the vendor's lasting name for the account, within `realm` of its vendor; personal data, never stored or logged as it is */
  readonly id: string;
  /** as the firm's directory or the vendor knows it; null when not asked for or not told */
  readonly mobile: string | null;
  /** the account's name in the firm's directory, where firms use the staff number; null when not asked for */
  readonly staffNumber: string | null;
};

/** How an account that nobody has bound yet finds its person; see the setting `…_MATCH`. */
export type Match = 'ask' | 'mobile' | 'staffNumber';

/** One vendor as it is set up here. */
export type Vendor = {
  readonly name: VendorName;
  /** the firm or service account whose names for people are meant */
  readonly realm: string;
  readonly match: Match;
  /** code of the union whose people come in this way; undefined: the only federation */
  readonly union: string | undefined;
  /** where the browser is sent; `inside` is the vendor's own browser */
  signInUrl(o: { state: string; back: string; inside: boolean }): string;
  /** asks the vendor whose code this is; each code works once. @throws VendorFault */
  whoIs(code: string, now: Date): Promise<VendorAccount>;
  /** works in the vendor's own browser only */
  readonly insideOnly: boolean;
};

/**
 * Why a vendor named nobody. `code`: what the browser brought is wrong, used or outdated. `stranger`: somebody, but none of the firm.
 * `down`: no answer, or one that says our settings are wrong. `told` is the vendor's own number, fit for a log.
 */
export class VendorFault extends Error {
  readonly why: 'code' | 'stranger' | 'down';
  readonly told: string;
  constructor(why: VendorFault['why'], told: string) {
    super(`${why} ${told}`);
    this.name = 'VendorFault';
    this.why = why;
    this.told = told;
  }
}

/** What a vendor answered: the object of its JSON, and the HTTP status. */
export type Said = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

/** Asks a vendor; what cannot be reached or read is `down`. Neither address nor body is ever in a message: both carry secrets. */
export async function askVendor(q: { url: string; headers?: Record<string, string>; json?: unknown }, o: Outbound): Promise<Said> {
  const question: Question = q.json === undefined
    ? { url: q.url, method: 'GET', headers: q.headers ?? {}, body: null }
    : { url: q.url, method: 'POST', headers: { 'content-type': 'application/json; charset=utf-8', ...q.headers }, body: JSON.stringify(q.json) };
  const answer = await ask(question, o).catch((why: unknown) => {
    throw new VendorFault('down', why instanceof Unreachable ? why.code : 'noConnection');
  });
  if (answer.status >= 500 || answer.status === 429) throw new VendorFault('down', `http${answer.status}`);
  try {
    const body: unknown = JSON.parse(answer.body);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { status: answer.status, body: body as Record<string, unknown> };
  } catch {
    // falls through: what is no JSON is as good as nothing
  }
  throw new VendorFault('down', 'badAnswer');
}

/** A text of an answer; null when it is missing, empty or too long to be meant. */
export function textOf(body: Said['body'], name: string): string | null {
  const value = body[name];
  return typeof value === 'string' && value !== '' && value.length <= 1_000 ? value : null;
}

/** The `errcode` of WeCom, WeChat and DingTalk's older interfaces; 0 when there is none. */
export const errcodeIn = (body: Said['body']): number => (typeof body['errcode'] === 'number' ? body['errcode'] : 0);

/** An address with its query, in the order given (WeChat compares it letter by letter). */
export const addressOf = (base: string, query: Readonly<Record<string, string>>, end = ''): string => `${base}?${new URLSearchParams(query).toString().replaceAll('+', '%20')}${end}`;

/**
 * The application's own token, fetched once and used until five minutes before its end (vendors limit how often it may be asked for).
 * `forget` drops it when the vendor no longer takes it.
 */
export function appToken(fetchNew: () => Promise<{ token: string; seconds: number }>): { get(now: Date): Promise<string>; forget(): void } {
  let held: { token: Promise<string>; until: number } | null = null;
  return {
    get(now) {
      if (held !== null && held.until > now.getTime()) return held.token;
      const asked = fetchNew();
      const fresh = { token: asked.then((a) => a.token), until: Number.POSITIVE_INFINITY };
      held = fresh;
      asked.then((a) => { fresh.until = now.getTime() + Math.max(0, a.seconds - 300) * 1_000; }, () => { if (held === fresh) held = null; });
      return fresh.token;
    },
    forget() {
      held = null;
    },
  };
}

const seconds = (value: unknown): number => (typeof value === 'number' && value > 0 ? value : 0);

/** A token out of an answer. @throws VendorFault */
export function tokenIn(body: Said['body'], names: { token: string; seconds: string }): { token: string; seconds: number } {
  const token = textOf(body, names.token);
  if (token === null) throw new VendorFault('down', String(body['errcode'] ?? body['code'] ?? 'noToken').slice(0, 60));
  return { token, seconds: seconds(body[names.seconds]) };
}
