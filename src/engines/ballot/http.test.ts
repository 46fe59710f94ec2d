import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import test, { after } from 'node:test';
import pino from 'pino';
import { z } from 'zod';
import { bind, buildServer, feature } from '#platform/http';
import { log } from '#platform/log';
import { keyRing, secrets } from '#platform/secrets';
import { paperOf } from '#shared/ballot-booth';
import { endpoint } from '#shared/contract';
import { ballotStory, BY, motion, NOON } from '#test/ballots';
import { freshDatabase } from '#test/database';
import { ballots } from './index.ts';

const lines: string[] = [];
Reflect.set(log, pino.symbols.streamSym, { write: (line: string) => lines.push(line) });
log.level = 'trace';
secrets.use(keyRing([randomBytes(32)]));
const database = await freshDatabase();
const s = await ballotStory(database, 6);

const word = (zh: string) => ({ code: 'story.post', zh, en: zh });
const postPaper = endpoint({
  method: 'POST', path: '/api/v1/papers', can: 'anyone', about: word('投票'), unaudited: 'who votes when is nobody’s business',
  in: z.object({ federationId: z.uuid(), ballotId: z.uuid(), body: z.string().max(100_000) }), out: z.object({ ballot: z.string(), paper: z.string(), signature: z.string() }),
});
const story = feature({
  name: 'story', area: 'democracy', title: word('投票'), permissions: {},
  routes: [bind(postPaper, (tx, _by, i) => ballots.post(tx, i.ballotId, i.body), { tenant: (i) => ({ federationId: i.federationId }) })],
});
let asked = 0;
const nobody = async (): Promise<null> => {
  asked += 1;
  return null;
};
const server = buildServer({
  features: [story], log, web: null, ready: async () => true, metricsToken: null,
  keepers: {
    actorOf: nobody, bearerOf: nobody, tenantOf: nobody, audited: () => 0, now: () => NOON, secureCookie: false,
    write: (federationId, now, run) => database.transaction(federationId, now, run), read: (federationId, now, run) => database.read(federationId, now, run),
  },
});
after(() => server.close());

const AGENT = 'SITU-HANDSET/7.1 (Linux; Android 14)';
const ADDRESS = '203.0.113.77';
const COOKIE = 'niangjia=0123456789abcdef.session-of-somebody';

test('DEM-3 a paper that comes with cookie, address and agent, wanted or not, leaves nothing of them in the log or the tables', async () => {
  const id = await s.opened();
  const ready = await paperOf(await s.booth(id), await s.token(id, 0), motion('for'));
  const from = lines.length;
  const send = (body: string) => server.inject({
    method: 'POST', url: '/api/v1/papers', remoteAddress: ADDRESS, payload: { federationId: s.federationId, ballotId: id, body },
    headers: { 'x-niangjia': '1', 'user-agent': AGENT, cookie: COOKIE, 'x-forwarded-for': ADDRESS, referer: `https://union.example/me/${s.people[0]}`, 'x-device-id': 'SITU-HANDSET-ID' },
  });
  const taken = await send(ready?.body ?? '');
  assert.equal(taken.statusCode, 200, taken.body);
  assert.equal((JSON.parse(taken.body) as { paper: string }).paper, ready?.hash);
  assert.equal(taken.headers['set-cookie'], undefined, 'and nothing is left in the browser');
  assert.equal((await send('!')).statusCode, 400);
  await s.within((tx) => ballots.callOff(tx, BY, id, '议案撤回'));
  assert.equal((await send(ready?.body ?? '')).statusCode, 409);
  assert.equal(asked, 0, 'no session was looked up');
  const written = lines.slice(from);
  assert.ok(written.filter((l) => l.includes('/api/v1/papers')).length >= 3, 'the log was not seen');
  const marks = [AGENT, 'SITU-HANDSET', ADDRESS, '0123456789abcdef', s.people[0] ?? '', ready?.hash ?? '', ready?.body.slice(0, 60) ?? ''];
  assert.deepEqual(written.filter((l) => marks.some((m) => l.includes(m))), []);
  for (const line of written.map((l) => JSON.parse(l) as Record<string, unknown>).filter((l) => l['route'] === '/api/v1/papers')) assert.deepEqual(Object.keys(line).toSorted(), ['level', 'method', 'ms', 'msg', 'route', 'status', 'time']);
  lines.push(JSON.stringify({ planted: AGENT }));
  assert.equal(lines.filter((l) => marks.some((m) => l.includes(m))).length, 1, 'control: a planted line is found');
});
