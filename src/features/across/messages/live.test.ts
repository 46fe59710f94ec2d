import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import test, { after } from 'node:test';
import { auditedCount } from '#engines/audit';
import { notify } from '#engines/notify';
import { contactsOf, foundFederation, newPerson, savePeople } from '#engines/org';
import { clock } from '#platform/clock';
import { buildServer } from '#platform/http';
import { log } from '#platform/log';
import { keyRing, secrets } from '#platform/secrets';
import { newId } from '#shared/ids';
import { defineWords } from '#shared/words';
import { freshDatabase } from '#test/database';
import messages from './index.ts';

const words = defineWords('letters', { title: ['您的来信已答复', 'Your letter was answered'], body: ['请查看', 'Please look'] });
secrets.use(keyRing([randomBytes(32)]));
let hub: ReturnType<typeof notify.listen> | null = null;
after(() => hub?.stop());
const database = await freshDatabase();
notify.use({ database, contactsOf, publicUrl: 'https://union.example', mode: 'demo' });
hub = notify.listen();
await hub.ready;

const federationId = newId();
const people = [newPerson('张三'), newPerson('李四')];
await database.transaction(federationId, clock.now(), async (tx) => {
  await foundFederation(tx, { name: '市总工会', code: 'C' });
  await savePeople(tx, people);
});
const sessions = new Map(people.map((p) => [`token-of-${p.name}`, p.id]));
const app = buildServer({
  features: [messages], log, web: null, ready: async () => true, metricsToken: null,
  keepers: {
    actorOf: async (token) => {
      const personId = sessions.get(decodeURIComponent(token));
      return personId ? { federationId, personId, sessionId: token, name: '', locale: 'zh', membership: null, grants: [] } : null;
    },
    bearerOf: async () => null, tenantOf: async () => null, audited: auditedCount, now: clock.now, secureCookie: false,
    write: (id, now, run) => database.transaction(id, now, run), read: (id, now, run) => database.read(id, now, run),
  },
});
await app.listen({ port: 0, host: '127.0.0.1' });
after(() => app.close());
const base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;

/** Reads the stream until a text stands in it. */
async function hear(response: Response, text: string): Promise<string> {
  let heard = '';
  const decoder = new TextDecoder();
  for await (const part of response.body ?? []) {
    heard += decoder.decode(part as Uint8Array, { stream: true });
    if (heard.includes(text)) break;
  }
  return heard;
}

const open = (token: string, signal?: AbortSignal, last?: string): Promise<Response> => fetch(`${base}/api/v1/live`, {
  headers: { authorization: `Bearer ${encodeURIComponent(token)}`, ...(last ? { 'last-event-id': last } : {}) }, ...(signal ? { signal } : {}),
});
const tell = (to: string) => database.transaction(federationId, clock.now(), (tx) =>
  notify.tell(tx, { key: newId(), kind: 'letters.answered', word: words.title, body: words.body, link: '/letters/1', to: [to] }));

test('no session, no stream', async () => {
  assert.equal((await open('nobody')).status, 401);
});

test('a message reaches the open app with the routes that are stale, and a new connection takes up where the old one broke', async () => {
  const [one, two] = people.map((p) => p.id) as [string, string];
  const stop = new AbortController();
  const stream = await open('token-of-张三', stop.signal);
  assert.match(stream.headers.get('content-type') ?? '', /^text\/event-stream/);
  await tell(two);
  await tell(one);
  const heard = await hear(stream, '"stale"');
  assert.equal(heard.match(/event: told/g)?.length, 1);
  assert.match(heard, /\/api\/v1\/messages\/unread/);
  const last = /id: (\S+)/.exec(heard)?.[1] as string;
  stop.abort();
  await tell(one);
  const again = new AbortController();
  const missed = await hear(await open('token-of-张三', again.signal, last), 'event: resync');
  assert.equal(missed.match(/event: told/g)?.length, 1);
  assert.ok(!missed.includes(`id: ${last}\n`));
  again.abort();
});

test('a server that closes ends its streams and does not wait for the people who have the app open', async () => {
  const stream = await open('token-of-李四');
  const heard = hear(stream, 'never said');
  await app.close();
  assert.ok(!(await heard).includes('never said'));
});
