import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { keyRing, secrets } from '#platform/secrets';
import { Refused } from '#shared/errors';
import type { Order } from '../../../test/ballot-process.ts';
import { ballotStory, BY, minutes, motion } from '#test/ballots';
import { freshDatabase } from '#test/database';
import { ballots, verifyBoard } from './index.ts';

const key = randomBytes(32);
secrets.use(keyRing([key]));
const database = await freshDatabase({ poolSize: 16 });
const folder = await mkdtemp(join(tmpdir(), 'niangjia-crash-'));
const children = new Set<ChildProcess>();
after(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

const VOTERS = 400;
const KILLS = 3;
const s = await ballotStory(database, VOTERS);

/** Starts a process on a ballot and kills it some milliseconds after it began; what it had said until then. */
async function killed(ballotId: string, act: Order['act'], people: readonly string[], within: number): Promise<string[]> {
  const order: Order = { database: database.config, key: key.toString('base64'), federationId: s.federationId, ballotId, act, people, at: minutes(1).toISOString() };
  const child = spawn(process.execPath, [fileURLToPath(new URL('../../../test/ballot-process.ts', import.meta.url))], { env: { ...process.env, ORDER: JSON.stringify(order), LOG_LEVEL: 'fatal' }, stdio: ['ignore', 'pipe', 'inherit'] });
  children.add(child);
  let said = '';
  let going: (() => void) | null = null;
  const gone = once(child, 'exit');
  const go = new Promise<void>((done) => { going = done; });
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (said.startsWith('go')) going?.();
  });
  await Promise.race([go, gone]);
  await Promise.race([pause(randomInt(within)), gone]);
  child.kill('SIGKILL');
  await gone;
  children.delete(child);
  return said.split('\n').slice(1, -1);
}

const inBox = async (id: string): Promise<{ envelopes: number; papers: number }> =>
  (await database.pool.query<{ envelopes: number; papers: number }>('SELECT (SELECT count(*) FROM ballot_envelope WHERE ballot_id = $1)::int AS envelopes, (SELECT count(*) FROM ballot_paper WHERE ballot_id = $1)::int AS papers', [id])).rows[0] ?? { envelopes: -1, papers: -1 };

test('killed while voting, mixing and counting: what was acknowledged is counted, once', async () => {
  const id = await s.opened({ level: 'detached' });
  const acknowledged: string[] = [];
  const share = VOTERS / KILLS;
  for (let k = 0; k < KILLS; k += 1) {
    const [said] = await Promise.all([killed(id, 'vote', s.people.slice(Math.floor(k * share), Math.floor((k + 1) * share)), 400), killed(id, 'mix', [], 400)]);
    acknowledged.push(...said.map((line) => line.split(' ')[1] ?? ''));
  }
  assert.ok(acknowledged.length > 0, 'nobody voted before the kills');
  const given = (await s.within((tx) => ballots.countTurnout(tx, id))).given;
  assert.ok(given >= acknowledged.length);
  const before = await inBox(id);
  assert.equal(before.envelopes + before.papers, given, 'each waits or is mixed, never both');
  await s.within((tx) => ballots.close(tx, BY, id), minutes(2));
  for (let k = 0; k < KILLS; k += 1) await killed(id, 'finish', [], 60 * (k + 1));
  await ballots.finishNow(database, s.federationId, id, minutes(3));
  const result = (await s.within((tx) => ballots.findBallot(tx, id)))?.result;
  assert.equal(result?.counts.ballotsReturned, given);
  assert.deepEqual(await inBox(id), { envelopes: 0, papers: given });
  for (const number of acknowledged) await s.within((tx) => ballots.prove(tx, id, { number }));
  const file = join(folder, 'board.jsonl');
  await writeFile(file, `${(await s.published(id)).join('\n')}\n`);
  assert.deepEqual((await verifyBoard(file)).filter((c) => !c.ok), []);
});

test('races: one person many times, the same paper many times, voting while mixing and closing, counting and keys twice', async () => {
  const id = await s.opened({ level: 'detached' });
  const cast = (n: number) => s.within((tx) => ballots.cast(tx, s.people[n] ?? '', id, motion('for')));
  const tries = await Promise.all(Array.from({ length: 8 }, () => cast(0)));
  assert.equal((await inBox(id)).envelopes, 1, 'the last envelope replaces the others');
  const own = tries.map((t) => t.number ?? '');
  let over = false;
  const mixing = Promise.all([0, 1, 2].map(async () => { while (!over) await s.within((tx) => ballots.mix(tx, id)); }));
  const voting = Array.from({ length: 120 }, async (_, n) => {
    await pause(randomInt(300));
    return cast(n + 1).then((c) => c.number, (error: unknown) => { if (!(error instanceof Refused)) throw error; return null; });
  });
  await pause(150);
  await s.within((tx) => ballots.close(tx, BY, id), minutes(2));
  const numbers = (await Promise.all(voting)).filter((n) => n !== null);
  over = true;
  await mixing;
  const finished = await Promise.all([0, 1].map(() => ballots.finishNow(database, s.federationId, id, minutes(3))));
  assert.deepEqual(finished.toSorted(), [false, true]);
  assert.equal((await inBox(id)).papers, numbers.length + 1);
  const given = await database.pool.query<{ n: number }>("SELECT count(*)::int AS n FROM audit_entry WHERE word = 'ballot.auditRestored'");
  assert.equal(given.rows[0]?.n, 0, 'no envelope was taken for one without its key');
  for (const number of numbers) await s.within((tx) => ballots.prove(tx, id, { number }));
  const kept = await Promise.all(own.map((number) => s.within((tx) => ballots.prove(tx, id, { number })).then(() => 1, () => 0)));
  assert.equal(kept.reduce<number>((n, k) => n + k, 0), 1);

  const blind = await s.prepared();
  await s.within((tx) => ballots.announce(tx, BY, blind));
  await Promise.all([0, 1, 2].map(() => ballots.makeKeys(database, s.federationId, blind, minutes(0))));
  await s.within((tx) => ballots.open(tx, BY, blind));
  const token = await s.token(blind, 0);
  const { ready } = await s.posted(blind, token, 'for');
  await Promise.all(Array.from({ length: 12 }, (_, i) => s.within<unknown>((tx) => (i % 3 > 0 ? ballots.mix(tx, blind) : ballots.post(tx, blind, ready.body)))));
  const more = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => s.token(blind, n)));
  const papers = await Promise.all(more.map((t) => s.posted(blind, t, 'against')));
  assert.equal(papers.length, 6);
  const mixed = await Promise.all(Array.from({ length: 8 }, () => s.within((tx) => ballots.mix(tx, blind))));
  assert.equal(mixed.reduce((n, m) => n + m, 0), 7, 'of eight who mix at once one does');
  const result = await s.closed(blind);
  assert.equal(result.counts.ballotsReturned, 7);
});
