import { lookup as systemLookup } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import { type BlockList, isIP, type LookupFunction } from 'node:net';
import { isAmong, isPublic, networksOf } from './reach.ts';

type Found = { readonly address: string; readonly family: number };

/** Where the house may send to. Made once by {@link outboundOf}. */
export type Outbound = {
  readonly allowed: BlockList;
  /** plain http may be spoken to the operator's networks (demonstration and tests) */
  readonly plainHttp: boolean;
  readonly resolve: (name: string) => Promise<readonly Found[]>;
};

/**
 * Why nothing could be sent. `later` says whether trying again may help.
 * The code is what the delivery log shows; it never holds an address.
 */
export class Unreachable extends Error {
  readonly code: string;
  readonly later: boolean;
  constructor(code: string, later: boolean) {
    super(code);
    this.name = 'Unreachable';
    this.code = code;
    this.later = later;
  }
}

/**
 * @param o.allow networks that may be reached although they are not public
 * @param o.plainHttp speak plain http to those networks
 * @param o.resolve stands in for DNS in tests
 */
export function outboundOf(o: { allow?: readonly string[]; plainHttp?: boolean; resolve?: Outbound['resolve'] } = {}): Outbound {
  return {
    allowed: networksOf(o.allow ?? []),
    plainHttp: o.plainHttp ?? false,
    resolve: o.resolve ?? ((name) => systemLookup(name, { all: true })),
  };
}

/** All addresses of a host, each of which may be reached. @throws Unreachable when one of them may not, or none is known */
export async function reach(host: string, o: Outbound, mustBeAllowed = false): Promise<readonly Found[]> {
  const name = host.replace(/^\[|\]$/g, '');
  const family = isIP(name);
  const found = family > 0 ? [{ address: name, family }] : await o.resolve(name).catch(() => []);
  if (found.length === 0) throw new Unreachable('nameUnknown', true);
  for (const { address } of found) {
    const listed = isAmong(o.allowed, address);
    if (!listed && (mustBeAllowed || !isPublic(address))) throw new Unreachable('addressRefused', false);
  }
  return found;
}

/** What came back: never more than the limit of bytes. */
export type Answer = { readonly status: number; readonly body: string; readonly retryAfter: number | null };

export type Question = {
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
};

const TIMEOUT_MS = 10_000;
const MOST_BYTES = 65_536;

/** The address of a target, checked for shape: https (http only where allowed), no credentials in it. @throws Unreachable */
export function targetOf(url: string, o: Outbound): URL {
  const target = URL.canParse(url) ? new URL(url) : null;
  if (target?.username !== '' || target.password !== '') throw new Unreachable('badAddress', false);
  if (target.protocol !== 'https:' && !(target.protocol === 'http:' && o.plainHttp)) throw new Unreachable('notHttps', false);
  return target;
}

/**
 * Sends one request to the outside. The address is resolved and checked once and the connection goes to exactly that
 * address, so a name cannot change its meaning in between. Redirects are not followed; answers are cut off at 64 KiB;
 * ten seconds for everything.
 * @throws Unreachable
 */
export async function ask(q: Question, o: Outbound): Promise<Answer> {
  const target = targetOf(q.url, o);
  const found = await reach(target.hostname, o, target.protocol === 'http:');
  const pinned: LookupFunction = (_name, options, done) => {
    const first = found[0] as Found;
    if (options.all) done(null, found.map((f) => ({ address: f.address, family: f.family })));
    else done(null, first.address, first.family);
  };
  return new Promise<Answer>((resolve, reject) => {
    const speak = target.protocol === 'https:' ? https.request : http.request;
    const request = speak(target, {
      method: q.method, lookup: pinned, agent: false, signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { ...q.headers, 'user-agent': 'Niangjia', ...(q.body === null ? {} : { 'content-length': String(Buffer.byteLength(q.body)) }) },
    }, (answer) => gather(answer, resolve, reject));
    request.on('error', (error: NodeJS.ErrnoException) => reject(whyOf(error)));
    request.end(q.body ?? undefined);
  });
}

function whyOf(error: NodeJS.ErrnoException): Unreachable {
  if (error instanceof Unreachable) return error;
  if (error.name === 'AbortError' || error.name === 'TimeoutError' || error.code === 'ETIMEDOUT') return new Unreachable('timeout', true);
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY/.test(error.code ?? '')) return new Unreachable('certificate', true);
  return new Unreachable('noConnection', true);
}

function gather(answer: http.IncomingMessage, resolve: (a: Answer) => void, reject: (e: Error) => void): void {
  const parts: Buffer[] = [];
  let size = 0;
  answer.on('data', (part: Buffer) => {
    size += part.length;
    if (size > MOST_BYTES) answer.destroy(new Unreachable('answerTooLarge', false));
    else parts.push(part);
  });
  answer.on('error', (error) => reject(whyOf(error)));
  answer.on('end', () => {
    const wait = Number(answer.headers['retry-after']);
    resolve({
      status: answer.statusCode ?? 0,
      body: Buffer.concat(parts).toString('utf8'),
      retryAfter: Number.isFinite(wait) && wait > 0 ? Math.min(wait, 86_400) : null,
    });
  });
}
