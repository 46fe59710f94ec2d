import { Transform } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, Bearer, Tx } from '#shared/call';
import type { Endpoint } from '#shared/contract';
import { Refused } from '#shared/errors';
import { type Locale, localeOf } from '#shared/words';
import type { Call, Download } from './call.ts';
import type { Route, SwiftService } from './feature.ts';
import { words } from './http.words.ts';
import { Limits } from './limits.ts';
import { shapeRefusal } from './refusals.ts';

/** Name of the session cookie. */
export const COOKIE = 'niangjia';
/** What the steps of signing in leave in a browser for one another, and where alone it travels. */
const TRAIL = { name: 'niangjia-trail', path: '/api/v1/sign-in' } as const;

/** What the door needs from the rest of the house; handed in by main so that platform knows nobody above it. */
export type DoorKeepers = {
  /** who a session token belongs to; null when unknown, revoked or run out */
  readonly actorOf: (token: string, now: Date) => Promise<Actor | null>;
  /** whose session it is, and nothing of memberships and offices */
  readonly bearerOf: (token: string, now: Date) => Promise<Bearer | null>;
  /** the tenant of a request without a session */
  readonly tenantOf: (hint: { joinCode?: string; followUp?: string }) => Promise<string | null>;
  /** how many audit lines a transaction has left so far */
  readonly audited: (tx: Tx) => number;
  readonly write: <T>(federationId: string, now: Date, run: (tx: Tx) => Promise<T>, o?: { statementTimeoutMs?: number }) => Promise<T>;
  readonly read: <T>(federationId: string, now: Date, run: (tx: Tx) => Promise<T>, o?: { statementTimeoutMs?: number }) => Promise<T>;
  readonly now: () => Date;
  /** the cookie travels over https only */
  readonly secureCookie: boolean;
};

const perPerson = new Limits(600, 300);
const perPersonWrites = new Limits(180, 90);

/** The session token of a request: `Authorization: Bearer …` or the cookie. */
export function tokenOf(request: FastifyRequest): string | null {
  const bearer = request.headers.authorization;
  if (bearer?.startsWith('Bearer ')) return bearer.slice(7, 207);
  return request.cookies[COOKIE] ?? null;
}

/** The language a request asks for. */
export const requestLocale = (request: FastifyRequest): Locale => localeOf(request.headers['accept-language']);

function refuseForeignWrites(request: FastifyRequest, e: Endpoint): void {
  if (e.method === 'GET' || request.headers.authorization !== undefined) return;
  if (request.headers['x-niangjia'] !== '1') throw new Refused(words.writesNeedHeader, { status: 403 });
}

function respectLimits(personId: string, e: Endpoint, now: Date): void {
  const wait = Math.max(
    perPerson.take(personId, now.getTime()),
    e.method === 'GET' ? 0 : perPersonWrites.take(personId, now.getTime()),
  );
  if (wait > 0) throw new Refused(words.tooMany, { status: 429, slots: { seconds: wait } });
}

/** Who holds the session of a `session` route, or a refusal. */
async function bearerFor(request: FastifyRequest, e: Endpoint, k: DoorKeepers, now: Date): Promise<Bearer> {
  refuseForeignWrites(request, e);
  const token = tokenOf(request);
  const by = token === null ? null : await k.bearerOf(token, now);
  if (by === null) throw new Refused(words.signInFirst, { status: 401 });
  respectLimits(by.personId, e, now);
  return by;
}

/** Who asks, or a refusal: 401 without a session, 404 without the permission word (as if the route were not there). */
export async function admit(request: FastifyRequest, e: Endpoint, k: DoorKeepers, now: Date): Promise<Actor | null> {
  refuseForeignWrites(request, e);
  if (e.can === 'anyone') return null;
  const token = tokenOf(request);
  const by = token === null ? null : await k.actorOf(token, now);
  if (by === null) throw new Refused(words.signInFirst, { status: 401 });
  respectLimits(by.personId, e, now);
  if (e.can === 'person') return by;
  if (e.can === 'member') {
    if (by.membership?.state !== 'active') throw new Refused(words.membersOnly, { status: 403 });
    return by;
  }
  if (!by.grants.some((g) => g.permission === e.can)) throw new Refused(words.notFound, { status: 404 });
  return by;
}

/** Where a text holds what no table can keep: a NUL, or half a character. Null when nowhere. */
function unkeepableIn(value: unknown, path: string): string | null {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? path : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const at = key.includes('\0') || !key.isWellFormed() ? path : unkeepableIn(inner, path === '' ? key : `${path}.${key}`);
    if (at !== null) return at;
  }
  return null;
}

/** Path, query and body joined and parsed by the contract; names of the path win. */
export function parseInput(request: FastifyRequest, e: Endpoint): unknown {
  const body = e.method === 'GET' || e.upload ? {} : (request.body ?? {});
  if (typeof body !== 'object' || Array.isArray(body)) throw new Refused(words.notJson, { status: 400 });
  const given = { ...(request.query as object), ...body, ...(request.params as object) };
  const parsed = e.in.safeParse(given);
  if (!parsed.success) throw shapeRefusal(parsed.error);
  const unkeepable = unkeepableIn(parsed.data, '');
  if (unkeepable !== null) throw new Refused(words.checkInput, { status: 400, fields: [{ path: unkeepable, why: words.fieldWrong }] });
  return parsed.data;
}

function bounded(request: FastifyRequest, maxBytes: number): Transform {
  let seen = 0;
  const gate = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > maxBytes) done(new Refused(words.bodyTooLarge, { status: 413 }));
      else done(null, chunk);
    },
  });
  request.raw.on('error', (error) => gate.destroy(error));
  request.raw.on('aborted', () => gate.destroy(new Error('upload aborted')));
  return request.raw.pipe(gate);
}

const KEY_CHARS = 100;

function keyOf(request: FastifyRequest): string | null {
  const key = request.headers['idempotency-key'];
  return typeof key === 'string' && key.trim() !== '' && key.length <= KEY_CHARS ? key.trim() : null;
}

function callOf(request: FastifyRequest, reply: FastifyReply, e: Endpoint, k: DoorKeepers): Omit<Call, 'prepared'> {
  if (e.upload && Number(request.headers['content-length'] ?? 0) > e.upload.maxBytes) {
    throw new Refused(words.bodyTooLarge, { status: 413 });
  }
  const keepCookie = (name: string, path: string, value: string | null, maxAge?: number): void => {
    const usual = { path, httpOnly: true, sameSite: 'lax', secure: k.secureCookie } as const;
    if (value === null) reply.clearCookie(name, usual);
    else reply.setCookie(name, value, { ...usual, ...(maxAge === undefined ? {} : { maxAge }) });
  };
  return {
    requestId: request.id,
    locale: requestLocale(request),
    token: e.can === 'anyone' ? null : tokenOf(request),
    userAgent: String(request.headers['user-agent'] ?? '').slice(0, 300),
    key: keyOf(request),
    body: e.upload ? bounded(request, e.upload.maxBytes) : null,
    setSession: (token, maxAgeSeconds) => keepCookie(COOKIE, '/', token, maxAgeSeconds),
    trail: request.cookies[TRAIL.name] ?? null,
    setTrail: (value, maxAgeSeconds) => keepCookie(TRAIL.name, TRAIL.path, value, maxAgeSeconds),
  };
}

async function tenantFor(route: Route, by: Actor | null, input: unknown, k: DoorKeepers): Promise<string> {
  if (by !== null) return by.federationId;
  const hint = (route.options.tenant as ((i: unknown) => { federationId?: string; joinCode?: string; followUp?: string }) | undefined)?.(input) ?? {};
  const federationId = hint.federationId ?? (await k.tenantOf(hint));
  if (federationId === null) throw new Refused(words.notFound, { status: 404 });
  return federationId;
}

/** The whole life of a request after routing: admit → parse → begin → service → audit check → commit. */
export async function serve(route: Route, request: FastifyRequest, reply: FastifyReply, k: DoorKeepers): Promise<unknown> {
  const e = route.endpoint;
  const now = k.now();
  if (e.can === 'session') {
    const holder = await bearerFor(request, e, k, now);
    return (route.alone as unknown as SwiftService)(holder, parseInput(request, e), keyOf(request), now);
  }
  const by = await admit(request, e, k, now);
  const input = parseInput(request, e);
  const bare = { ...callOf(request, reply, e, k), prepared: null };
  if (route.alone) return route.alone(by, input, bare, now);
  const prepare = route.options.prepare as ((by: Actor | null, input: unknown, call: Call) => Promise<unknown>) | undefined;
  const call: Call = prepare ? { ...bare, prepared: await prepare(by, input, bare) } : bare;
  const federationId = await tenantFor(route, by, input, k);
  const limit = route.options.statementTimeoutMs === undefined ? {} : { statementTimeoutMs: route.options.statementTimeoutMs };
  if (e.method === 'GET') return k.read(federationId, now, (tx) => route.run(tx, by, input, call), limit);
  return k.write(federationId, now, async (tx) => {
    const answer = await route.run(tx, by, input, call);
    if (e.unaudited === undefined && k.audited(tx) === 0) throw new Error(`${e.method} ${e.path} left no audit line`);
    return answer;
  }, limit);
}

/** Sends a file so that a browser cannot mistake it for a page. */
export function sendDownload(reply: FastifyReply, d: Download): FastifyReply {
  const name = encodeURIComponent(d.name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return reply
    .header('content-type', d.type)
    .header('content-disposition', `${d.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-store')
    .send(d.content);
}
