import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import test from 'node:test';
import { keyRing, secrets } from '#platform/secrets';
import type { Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { ballotStory, BY, motion } from '#test/ballots';
import { freshDatabase } from '#test/database';
import { ballots } from './index.ts';

secrets.use(keyRing([randomBytes(32)]));
const database = await freshDatabase();
const all = (id: string) => async (tx: Tx): Promise<string[]> => {
  const found: string[] = [];
  for await (const { content } of ballots.contents(tx, id)) found.push(JSON.stringify(content));
  return found.toSorted();
};
const isRefused = (error: unknown): boolean => error instanceof Refused && error.word.code === 'ballot.notCounted';

test('contents: nothing before the count; afterwards the last paper of each token, at every level', async () => {
  const s = await ballotStory(database, 6);
  const blind = await s.opened();
  await assert.rejects(s.within(all(blind)), isRefused, 'no partial contents');
  const first = await s.posted(blind, await s.token(blind, 0), 'for');
  await s.posted(blind, first.token, 'against');
  await s.posted(blind, await s.token(blind, 1), 'abstain');
  await s.closed(blind);
  assert.deepEqual(await s.within(all(blind)), [JSON.stringify(motion('abstain')), JSON.stringify(motion('against'))]);
  for (const level of ['open', 'detached'] as const) {
    const id = await s.opened({ level });
    for (const n of [0, 1, 2]) await s.within((tx) => ballots.cast(tx, s.people[n] ?? '', id, motion('for')));
    await s.within((tx) => ballots.cast(tx, s.people[0] ?? '', id, motion('against')));
    await s.closed(id);
    assert.deepEqual(await s.within(all(id)), [motion('against'), motion('for'), motion('for')].map((m) => JSON.stringify(m)), level);
  }
});

test('keys within a transaction: a story announces, makes keys and opens; an open ballot keeps its keys', async () => {
  const s = await ballotStory(database, 5);
  const id = await s.prepared();
  await s.within((tx) => ballots.makeKeysWithin(tx, id));
  assert.equal((await s.within((tx) => ballots.findBallot(tx, id)))?.keysReady, false, 'not announced yet');
  await s.within((tx) => ballots.announce(tx, BY, id));
  await s.within((tx) => ballots.makeKeysWithin(tx, id));
  await s.within((tx) => ballots.open(tx, BY, id));
  const before = await s.booth(id);
  await s.within((tx) => ballots.makeKeysWithin(tx, id));
  assert.deepEqual(await s.booth(id), before);
  await s.token(id, 0);
});
