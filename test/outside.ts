import { createHmac } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/**
 * The outside world for tests: stand-ins on this machine that insist on the documented formats and signatures of
 * WeCom's and DingTalk's robots, an SMS gateway, a webhook receiver and a mail server. Port 0 picks a free one.
 */

export type Seen = { readonly path: string; readonly query: URLSearchParams; readonly headers: http.IncomingHttpHeaders; readonly body: string };
export type Said = { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: string };
export type Outside = { readonly url: string; readonly seen: Seen[]; close(): Promise<void> };

/** A plain server that notes what came and says what `answer` says (200 and `{}` unless told). */
export async function listen(answer: (seen: Seen, count: number) => Said | Promise<Said>, port = 0): Promise<Outside> {
  const seen: Seen[] = [];
  const server = http.createServer(async (request, reply) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const url = new URL(request.url ?? '/', 'http://outside');
    const one = { path: url.pathname, query: url.searchParams, headers: request.headers, body: Buffer.concat(parts).toString('utf8') };
    seen.push(one);
    const said = await answer(one, seen.length);
    reply.writeHead(said.status ?? 200, { 'content-type': 'application/json', ...said.headers });
    reply.end(said.body ?? '{}');
  });
  await new Promise<void>((go) => server.listen(port, '127.0.0.1', go));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: () => new Promise((go) => { server.close(() => go()); server.closeAllConnections(); }),
  };
}

const errcode = (code: number, message: string): Said => ({ body: JSON.stringify({ errcode: code, errmsg: message }) });
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const parse = (text: string): unknown => { try { return JSON.parse(text); } catch { return null; } };

/** WeCom's group robot: checks key, message type, sizes and the call list; 20 messages in any 60 seconds by `now`. */
export async function wecom(o: { key: string; now?: () => number }): Promise<Outside> {
  const times: number[] = [];
  return listen((seen) => {
    if (seen.path !== '/cgi-bin/webhook/send' || seen.query.get('key') !== o.key) return errcode(93000, 'invalid webhook url');
    const body = parse(seen.body);
    if (!isObject(body) || !String(seen.headers['content-type']).startsWith('application/json')) return errcode(40058, 'invalid request parameter');
    const part = body[String(body['msgtype'])];
    if (body['msgtype'] !== 'text' && body['msgtype'] !== 'markdown') return errcode(40008, 'invalid message type');
    if (!isObject(part) || typeof part['content'] !== 'string' || part['content'] === '') return errcode(44004, 'empty content');
    const most = body['msgtype'] === 'text' ? 2048 : 4096;
    if (Buffer.byteLength(part['content']) > most) return errcode(45002, 'content size out of limit');
    if (body['msgtype'] === 'markdown' && 'mentioned_mobile_list' in part) return errcode(40058, 'markdown calls nobody by mobile');
    const list = part['mentioned_mobile_list'];
    if (list !== undefined && !(Array.isArray(list) && list.every((m) => typeof m === 'string'))) return errcode(40058, 'mentioned_mobile_list');
    const now = (o.now ?? Date.now)();
    if (times.filter((t) => now - t < 60_000).length >= 20) return errcode(45009, 'reach max api daily quota limit');
    times.push(now);
    return errcode(0, 'ok');
  });
}

/** DingTalk's custom robot with a signature: checks token, clock (one hour), signature, message shape, keyword. */
export async function dingtalk(o: { token: string; secret?: string; keyword?: string; now?: () => number }): Promise<Outside> {
  return listen((seen) => {
    if (seen.path !== '/robot/send' || seen.query.get('access_token') !== o.token) return errcode(300005, 'token is not exist');
    if (!String(seen.headers['content-type']).startsWith('application/json')) return errcode(43004, 'Content-Type');
    if (o.secret) {
      const at = Number(seen.query.get('timestamp'));
      const want = createHmac('sha256', o.secret).update(`${at}\n${o.secret}`).digest('base64');
      if (Math.abs((o.now ?? Date.now)() - at) > 3_600_000) return errcode(310000, 'invalid timestamp');
      if (seen.query.get('sign') !== want) return errcode(310000, 'sign not match');
    }
    const body = parse(seen.body);
    if (!isObject(body)) return errcode(40035, 'param error');
    const part = body[String(body['msgtype'])];
    const text = isObject(part) ? String(part[body['msgtype'] === 'text' ? 'content' : 'text'] ?? '') : '';
    if (body['msgtype'] !== 'text' && body['msgtype'] !== 'markdown') return errcode(400105, 'unsupported message type');
    if (text === '' || (body['msgtype'] === 'markdown' && typeof (part as Record<string, unknown>)['title'] !== 'string')) return errcode(40035, 'missing text or title');
    const mobiles = isObject(body['at']) ? (body['at']['atMobiles'] as unknown[] | undefined) ?? [] : [];
    if (!mobiles.every((m) => text.includes(`@${String(m)}`))) return errcode(40035, 'called people stand in the text too');
    if (o.keyword && !text.includes(o.keyword)) return errcode(310000, 'keywords not in content');
    return errcode(0, 'ok');
  });
}

export type Mail = { readonly from: string; readonly to: string[]; readonly raw: string };
export type MailServer = { readonly port: number; readonly mails: Mail[]; close(): Promise<void> };

/** A mail server. `refuse` may answer an SMTP code for a receiver; `login` is asked for when given. */
export async function mailServer(o: { refuse?: (to: string, count: number) => number | null; login?: { user: string; password: string }; port?: number } = {}): Promise<MailServer> {
  const mails: Mail[] = [];
  let asked = 0;
  const server = new SMTPServer({
    disabledCommands: o.login ? ['STARTTLS'] : ['STARTTLS', 'AUTH'], allowInsecureAuth: true, authOptional: !o.login, logger: false, closeTimeout: 50,
    onAuth: (auth, _session, done) => {
      if (auth.username === o.login?.user && auth.password === o.login?.password) done(null, { user: auth.username });
      else done(Object.assign(new Error('bad login'), { responseCode: 535 }));
    },
    onRcptTo: (to, _session, done) => {
      const code = o.refuse?.(to.address, ++asked) ?? null;
      done(code === null ? null : Object.assign(new Error('refused'), { responseCode: code }));
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map((r) => r.address), raw: Buffer.concat(parts).toString('utf8') });
        done();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((go) => server.listen(o.port ?? 0, '127.0.0.1', go));
  return { port: (server.server.address() as AddressInfo).port, mails, close: () => new Promise((go) => server.close(() => go())) };
}
