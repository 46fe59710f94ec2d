import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import fastifyStatic from '@fastify/static';
import compileStringify from 'fast-json-stringify';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import helmet from 'helmet';
import { Refused } from '#shared/errors';
import { Answered, Download } from './call.ts';
import { admit, type DoorKeepers, parseInput, requestLocale, sendDownload, serve } from './door.ts';
import type { Feature, Route } from './feature.ts';
import { words } from './http.words.ts';
import { endStreams, streamLive } from './live.ts';
import { registry, requestSeconds } from './metrics.ts';
import { jsonSchema, openApi } from './openapi.ts';
import { refusalBody } from './refusals.ts';

export type ServerOptions = {
  readonly features: readonly Feature[];
  readonly keepers: DoorKeepers;
  readonly log: FastifyBaseLogger;
  /** folder with `member/` and `console/` as built; null when only the interface is wanted */
  readonly web: string | null;
  /** answers whether the database can be reached; for readiness */
  readonly ready: () => Promise<boolean>;
  /** bearer that may read /metrics from elsewhere; without it only this machine may */
  readonly metricsToken: string | null;
};

const JSON_LIMIT = 1_000_000;
/** How long a closing server lets running requests finish. */
const LAST_ANSWERS_MS = 3_000;

function refusalOf(error: FastifyError | Refused, requestId: string): Refused {
  if (error instanceof Refused) return error;
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Refused(words.bodyTooLarge, { status: 413 });
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) return new Refused(words.notJson, { status });
  if (error.code === '57014' || error.code === '53300') return new Refused(words.busy, { status: 503 });
  return new Refused(words.ourMistake, { status: 500, slots: { request: requestId.slice(-12) } });
}

function answerErrors(app: FastifyInstance, log: FastifyBaseLogger): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refused = refusalOf(error, request.id);
    if (refused.status >= 500) log.error({ err: error, route: request.routeOptions.url, request: request.id }, 'request failed');
    if (reply.raw.headersSent) return reply.raw.destroy();
    return reply.status(refused.status).send(refusalBody(refused, requestLocale(request)));
  });
}

const answerLost = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  reply.status(404).send(refusalBody(new Refused(words.notFound), requestLocale(request)));

/** Answers a `session` route: nothing that a page would need is added to what is sent. */
function swiftly(route: Route, keepers: DoorKeepers): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  const write = (reply: FastifyReply, status: number, body: unknown): void => {
    const text = JSON.stringify(body);
    reply.hijack();
    reply.raw.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', 'content-length': Buffer.byteLength(text) });
    reply.raw.end(text);
  };
  return async (request, reply) => {
    try {
      const answer = await serve(route, request, reply, keepers);
      write(reply, answer instanceof Answered ? answer.status : 200, route.endpoint.out.parse(answer instanceof Answered ? answer.body : answer));
    } catch (error) {
      if (!(error instanceof Refused) || error.status >= 500) throw error;
      write(reply, error.status, refusalBody(error, requestLocale(request)));
    }
  };
}

/**
 * How the answers of a route become text: what its contract names and nothing else. Made when the first answer leaves: for all of a
 * thousand routes at once it would cost seconds at every start.
 */
function writerOf(route: Route): (answer: unknown) => string {
  let write: ((answer: unknown) => string) | null = null;
  return (answer) => {
    write ??= compileStringify(jsonSchema(route.endpoint.out, 'output'));
    return write(answer);
  };
}

function addRoute(app: FastifyInstance, route: Route, keepers: DoorKeepers): void {
  const e = route.endpoint;
  const write = writerOf(route);
  app.route({
    method: e.method,
    url: e.path,
    ...(e.upload ? { bodyLimit: e.upload.maxBytes } : {}),
    handler: e.can === 'session' ? swiftly(route, keepers) : async (request, reply) => {
      if (route.live) return startLive(route, request, reply, keepers);
      // What a person may not have is an answer like any other; the error handler is for what nobody expected.
      const answer = await serve(route, request, reply, keepers).catch((error: unknown) => {
        if (!(error instanceof Refused) || error.status >= 500) throw error;
        return reply.status(error.status).send(refusalBody(error, requestLocale(request)));
      });
      if (reply.sent) return reply;
      if (answer instanceof Download) return sendDownload(reply, answer);
      reply.header('cache-control', 'no-store').type('application/json; charset=utf-8');
      return answer instanceof Answered ? reply.status(answer.status).send(write(answer.body)) : reply.send(write(answer ?? {}));
    },
  });
}

async function startLive(route: Route, request: FastifyRequest, reply: FastifyReply, keepers: DoorKeepers): Promise<FastifyReply> {
  const by = await admit(request, route.endpoint, keepers, keepers.now());
  parseInput(request, route.endpoint);
  if (by === null || route.live === undefined) throw new Error('live routes need a person');
  return streamLive(request, reply, by, route.live, keepers);
}

function addOperations(app: FastifyInstance, o: ServerOptions): void {
  app.get('/healthz', async () => ({ ok: true }));
  app.get('/readyz', async (_request, reply) => ((await o.ready()) ? { ok: true } : reply.status(503).send({ ok: false })));
  app.get('/metrics', async (request, reply) => {
    const local = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '') && o.metricsToken === null;
    const known = o.metricsToken !== null && request.headers.authorization === `Bearer ${o.metricsToken}`;
    if (!local && !known) throw new Refused(words.notFound, { status: 404 });
    return reply.type(registry.contentType).send(await registry.metrics());
  });
  let document: ReturnType<typeof openApi> | null = null;
  app.get('/api/openapi.json', async () => {
    document ??= openApi(o.features);
    return document;
  });
}

function addWeb(app: FastifyInstance, web: string | null): void {
  const found = web !== null && existsSync(join(web, 'member', 'index.html'));
  if (found) {
    const options = { preCompressed: true, wildcard: false, maxAge: '1y', immutable: true, decorateReply: false } as const;
    app.register(fastifyStatic, { ...options, decorateReply: true, root: join(web, 'console'), prefix: '/console/', index: false });
    app.register(fastifyStatic, { ...options, root: join(web, 'member'), prefix: '/', index: false });
  }
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    const page = request.method === 'GET' && !path.startsWith('/api/') && !/\.\w{2,5}$/.test(path);
    if (!found || !page) return answerLost(request, reply);
    const which = path === '/console' || path.startsWith('/console/') ? 'console' : 'member';
    return reply.header('cache-control', 'no-cache').sendFile('index.html', join(web as string, which), { immutable: false, maxAge: 0 });
  });
}

/** Number of a request: the process that served it and a count. */
function requestIds(): () => string {
  const process = randomBytes(5).toString('hex');
  let count = 0;
  return () => `${process}-${(count++).toString(36).padStart(6, '0')}`;
}

/** The headers that helmet sets, the same for every answer: asked of it once. */
function securityHeaders(https: boolean): [string, string][] {
  const set: [string, string][] = [];
  const answer = { setHeader: (name: string, value: string) => { set.push([name, value]); }, removeHeader: () => undefined };
  helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'], connectSrc: ["'self'"], frameAncestors: ["'self'"], upgradeInsecureRequests: null,
      },
    },
    hsts: https,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  })({} as IncomingMessage, answer as unknown as ServerResponse, () => undefined);
  return set;
}

/** Builds the server: every route of every part, health, metrics, OpenAPI, both apps. Does not listen yet. */
export function buildServer(o: ServerOptions): FastifyInstance {
  const nextRequestId = requestIds();
  const app: FastifyInstance = Fastify({
    loggerInstance: o.log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: nextRequestId,
    // Nothing is logged through a request, so it needs no log of its own.
    childLoggerFactory: (logger) => logger,
    bodyLimit: JSON_LIMIT,
    requestTimeout: 120_000,
    keepAliveTimeout: 72_000,
    routerOptions: { maxParamLength: 200 },
    // An address that cannot be read (broken escapes, endless names) leads nowhere, and says so like any other.
    frameworkErrors: (_error, request, reply) => answerLost(request as FastifyRequest, reply as unknown as FastifyReply),
  });
  app.register(cookie);
  const headers = securityHeaders(o.keepers.secureCookie);
  // What is no page needs to say only that it is none.
  const short = headers.filter(([name]) => /^(strict-transport-security|x-content-type-options)$/i.test(name)).concat([['content-security-policy', "default-src 'none'; frame-ancestors 'none'"]]);
  app.addHook('onRequest', (request, reply, done) => {
    for (const [name, value] of request.url.startsWith('/api/') ? short : headers) reply.raw.setHeader(name, value);
    done();
  });
  app.addContentTypeParser('application/octet-stream', (_request, _payload, done) => done(null, null));
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'page';
    requestSeconds.observe({ method: request.method, route, status: reply.raw.statusCode }, reply.elapsedTime / 1000);
    o.log.info({ method: request.method, route, status: reply.raw.statusCode, ms: Math.round(reply.elapsedTime) }, 'request');
    done();
  });
  app.addHook('preClose', (done) => {
    endStreams();
    // Browsers also keep connections on which they asked nothing yet; nobody waits for those either.
    setTimeout(() => app.server.closeAllConnections(), LAST_ANSWERS_MS).unref();
    done();
  });
  answerErrors(app, o.log);
  app.register(async (routes) => {
    for (const f of o.features) for (const route of f.routes) addRoute(routes, route, o.keepers);
    addOperations(routes, o);
  });
  addWeb(app, o.web);
  return app;
}
