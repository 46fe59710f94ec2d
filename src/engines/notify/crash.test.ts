import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { contactsOf, foundFederation, newPerson, savePeople } from '#engines/org';
import { rows, sql } from '#platform/db';
import { keyRing, secrets } from '#platform/secrets';
import type { Tx } from '#shared/call';
import { newId } from '#shared/ids';
import { defineWords } from '#shared/words';
import { freshDatabase } from '#test/database';
import { mailServer } from '#test/outside';
import { notify } from './index.ts';

const words = defineWords('letters', { title: ['您的来信已答复', 'Your letter was answered'], body: ['请查看', 'Please look'] });
const PEOPLE = 200;
const KILLS = 6;
const SENDER = fileURLToPath(new URL('../../../test/sender.ts', import.meta.url));

const key = randomBytes(32);
secrets.use(keyRing([key]));
const database = await freshDatabase();
const federationId = newId();
const inCity = <T>(run: (tx: Tx) => Promise<T>): Promise<T> => database.transaction(federationId, new Date(), run);
const idsOf = (raw: string): string => /^Message-ID: (.+)$/im.exec(raw)?.[1] ?? '';

test('killed again and again while it sends: nobody is left out, doubles carry the same id, and the log tells of each', async () => {
  const mail = await mailServer();
  const email = { host: '127.0.0.1', port: mail.port, safety: 'none' as const, from: 'union@union.example', fromName: '工会' };
  notify.use({ database, contactsOf, publicUrl: 'https://union.example', mode: 'live', email });
  const people = Array.from({ length: PEOPLE }, (_, i) => ({ ...newPerson('张三'), email: `w${i}@example.cn` }));
  await inCity(async (tx) => {
    await foundFederation(tx, { name: '市总工会', code: 'C' });
    await savePeople(tx, people);
    await notify.tell(tx, { key: 'all', kind: 'letters.answered', word: words.title, body: words.body, link: '/letters', urgent: true, to: people.map((p) => p.id) });
  });
  const { connectionString: url, host, port, user, password, database: name } = database.pool.options as Record<'connectionString' | 'host' | 'user' | 'password' | 'database', string | undefined> & { port?: number };
  const connection = url ? { url } : { host, port, user, ...(password ? { password } : {}), database: name };
  const begin = (): ChildProcess => spawn(process.execPath, [SENDER], { env: { ...process.env, LOG_LEVEL: 'silent', SENDER: JSON.stringify({ connection, key: key.toString('base64'), email }) }, stdio: 'ignore' });
  const atLeast = async (n: number): Promise<void> => { while (mail.mails.length < n) await new Promise((go) => setTimeout(go, 3)); };
  const freed = (): Promise<unknown> => inCity((tx) => sql`UPDATE notify_delivery SET due_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND state = 'sending'`.execute(rows(tx)));
  for (let kill = 1; kill <= KILLS; kill++) {
    const sender = begin();
    await atLeast(mail.mails.length + 7 + kill);
    sender.kill('SIGKILL');
    await new Promise((go) => sender.once('exit', go));
    await freed(); // as if the two minutes of the lease had passed
  }
  while ((await notify.dispatch()) > 0);
  const byReceiver = Map.groupBy(mail.mails, (m) => m.to[0] ?? '');
  assert.equal(byReceiver.size, PEOPLE);
  for (const mails of byReceiver.values()) assert.equal(new Set(mails.map((m) => idsOf(m.raw))).size, 1);
  const { states, lost } = await inCity(async (tx) => ({
    states: (await sql<{ state: string; n: number }>`SELECT state, count(*)::int AS n FROM notify_delivery WHERE federation_id = ${tx.federationId} GROUP BY state`.execute(rows(tx))).rows,
    lost: (await sql<{ n: number }>`SELECT count(*)::int AS n FROM notify_attempt WHERE federation_id = ${tx.federationId} AND state = 'lost'`.execute(rows(tx))).rows[0]?.n ?? 0,
  }));
  assert.deepEqual(states, [{ state: 'sent', n: PEOPLE }]);
  const doubles = mail.mails.length - PEOPLE;
  assert.ok(doubles <= lost, `${doubles} doubles, ${lost} lost tries`);
  assert.ok(lost > 0, 'no kill came between sending and writing it down: the test looked at nothing');
  await mail.close();
});
