import assert from 'node:assert/strict';
import { createPublicKey, randomBytes, verify } from 'node:crypto';
import test from 'node:test';
import { keyRing, secrets } from '#platform/secrets';
import { said } from '#shared/ballot-paper';
import { Refused } from '#shared/errors';
import { leafHash, rootFrom } from '#shared/merkle';
import { ballotStory, BY, minutes, motion, RULE } from '#test/ballots';
import { freshDatabase } from '#test/database';
import { sha256 } from './crypto.ts';
import { ballots, shownTurnout } from './index.ts';

secrets.use(keyRing([randomBytes(32)]));
const database = await freshDatabase();
const refusedWith = (code: string) => (error: unknown) => error instanceof Refused && error.word.code === `ballot.${code}`;

test('steps: levels are never lowered, the roll is frozen, a wrong state is refused', async () => {
  const s = await ballotStory(database, 3);
  const id = await s.prepared({ level: 'detached' });
  const step = (run: (tx: Parameters<typeof ballots.announce>[0]) => Promise<unknown>) => s.within(run);
  await assert.rejects(step((tx) => ballots.open(tx, BY, id)), refusedWith('stateWrong'));
  await assert.rejects(step((tx) => ballots.prepare(tx, BY, { unionId: s.federationId, kind: 'story', title: 'x', level: 'open', paper: { kind: 'motion' }, rule: RULE, opensAt: minutes(5), closesAt: minutes(5) })), refusedWith('timesWrong'));
  const empty = await s.prepared({}, { roll: [] });
  await assert.rejects(step((tx) => ballots.announce(tx, BY, empty)), refusedWith('rollEmpty'));
  await step((tx) => ballots.announce(tx, BY, id));
  await assert.rejects(step((tx) => ballots.raise(tx, BY, id, 'open')), refusedWith('levelLower'));
  await assert.rejects(step((tx) => ballots.raise(tx, BY, id, 'detached')), refusedWith('levelLower'));
  await ballots.makeKeys(database, s.federationId, id, minutes(0));
  const guard = async () => ({ present: 1, refused: { word: { code: 'story.few', zh: '人数不足', en: 'Too few' } } });
  await assert.rejects(step((tx) => ballots.open(tx, BY, id, guard)), (e: unknown) => e instanceof Refused && e.word.code === 'story.few');
  await step((tx) => ballots.open(tx, BY, id, async () => ({ present: 2 })));
  await assert.rejects(step((tx) => ballots.setRoll(tx, BY, id, ballots.rollOf([]))), refusedWith('rollFrozen'));
  await step((tx) => ballots.raise(tx, BY, id, 'blind'));
  await assert.rejects(s.token(id, 0), refusedWith('keysMissing'));
  await ballots.makeKeys(database, s.federationId, id, minutes(0));
  await s.token(id, 0);
  const other = await s.opened({ level: 'open' });
  await step((tx) => ballots.cast(tx, s.people[0] ?? '', other, motion('for')));
  await assert.rejects(step((tx) => ballots.raise(tx, BY, other, 'blind')), refusedWith('levelLate'));
  const found = await step((tx) => ballots.findBallot(tx, id)) as { entitled: number; present: number };
  assert.deepEqual([found.entitled, found.present], [3, 2]);
});

test('open: by name, changed until the close, each with its voter on the board', async () => {
  const s = await ballotStory(database, 3);
  const id = await s.opened({ level: 'open', presentOnly: true });
  const cast = (n: number, content: unknown) => s.within((tx) => ballots.cast(tx, s.people[n] ?? '', id, content));
  await assert.rejects(cast(0, motion('for')), refusedWith('notPresent'));
  await s.within((tx) => ballots.markPresent(tx, BY, id, s.people));
  await assert.rejects(cast(0, { kind: 'motion', choice: 'perhaps' }), (e: unknown) => e instanceof Refused && e.status === 400);
  for (const n of [0, 1]) await cast(n, motion('against'));
  await cast(0, motion('for'));
  const result = await s.closed(id);
  assert.deepEqual([result.counts.ballotsReturned, result.kind === 'motion' && [result.for, result.against, result.passed]], [2, [1, 1, false]]);
  assert.deepEqual(await s.within((tx) => ballots.countTurnout(tx, id)), { entitled: 3, present: 3, given: 2 });
});

test('detached: replaced until mixed, then final; the number is found on the board and proved by root and signature', async () => {
  const s = await ballotStory(database, 8);
  const id = await s.opened({ level: 'detached' });
  const cast = (n: number, choice: 'for' | 'against') => s.within((tx) => ballots.cast(tx, s.people[n] ?? '', id, motion(choice)));
  const first = await cast(0, 'for');
  const again = await cast(0, 'against');
  for (const n of [1, 2, 3]) await cast(n, 'for');
  assert.equal(await s.within((tx) => ballots.mix(tx, id)), 0, 'four are too few');
  await cast(4, 'for');
  assert.equal(await s.within((tx) => ballots.mix(tx, id)), 5);
  await assert.rejects(cast(0, 'for'), refusedWith('mixedAlready'));
  await Promise.all([5, 6].map((n) => cast(n, 'for')));
  const booth = await s.booth(id);
  const result = await s.closed(id);
  assert.deepEqual(result.kind === 'motion' && [result.for, result.against, result.passed], [6, 1, true]);
  await assert.rejects(s.within((tx) => ballots.prove(tx, id, { number: first.number ?? '' })), refusedWith('entryUnknown'), 'it was replaced');
  const proof = await s.within((tx) => ballots.prove(tx, id, { number: again.number ?? '' }));
  const path = proof.path.map((n) => ({ side: n.side, hash: Buffer.from(n.hash, 'hex') }));
  assert.equal(Buffer.from(rootFrom(sha256, leafHash(sha256, Buffer.from(proof.hash, 'hex')), path)).toString('hex'), proof.root);
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: booth.sealKey }, format: 'jwk' });
  assert.ok(verify(null, said.head(proof.head), key, Buffer.from(proof.signature, 'base64url')));
  assert.ok(!verify(null, said.head(`${proof.head} `), key, Buffer.from(proof.signature, 'base64url')));
});

test('a restored backup holds envelopes but not their key: who put them in may vote again', async () => {
  const s = await ballotStory(database, 6);
  const id = await s.opened({ level: 'detached' });
  const cast = (n: number) => s.within((tx) => ballots.cast(tx, s.people[n] ?? '', id, motion('for')));
  for (let n = 0; n < 5; n += 1) await cast(n);
  assert.equal(await s.within((tx) => ballots.publishable(tx, id)), false);
  await database.pool.query('DELETE FROM ballot_envelope_key WHERE ballot_id = $1', [id]);
  assert.equal(await s.within((tx) => ballots.mix(tx, id)), 0);
  assert.equal((await s.within((tx) => ballots.countTurnout(tx, id))).given, 0);
  for (let n = 0; n < 4; n += 1) await cast(n);
  const result = await s.closed(id);
  assert.equal(result.counts.ballotsReturned, 4);
  assert.equal(await s.within((tx) => ballots.publishable(tx, id)), false, 'four papers are too few to be shown');
});

test('by the clock: keys are made, the vote opens when the quorum is there, closes and is counted; calling off deletes what was voted', async () => {
  const s = await ballotStory(database, 5);
  const id = await s.prepared({ level: 'detached', opensAt: minutes(10), closesAt: minutes(20) });
  await s.within((tx) => ballots.announce(tx, BY, id));
  await ballots.sweep(database, minutes(5));
  await ballots.sweep(database, minutes(10));
  await s.within((tx) => ballots.cast(tx, s.people[0] ?? '', id, motion('for')), minutes(11));
  await assert.rejects(s.within((tx) => ballots.cast(tx, s.people[1] ?? '', id, motion('for')), minutes(20)), refusedWith('tooLate'));
  await ballots.sweep(database, minutes(20));
  const ballot = await s.within((tx) => ballots.findBallot(tx, id));
  assert.ok(ballot?.state === 'closed');
  assert.equal(ballot.result?.counts.ballotsReturned, 1);
  const off = await s.opened({ level: 'detached' });
  await s.within((tx) => ballots.cast(tx, s.people[0] ?? '', off, motion('for')));
  await s.within((tx) => ballots.callOff(tx, BY, off, '议案撤回'));
  assert.equal(await s.within((tx) => ballots.countPapers(tx, off)), 0);
  const { rows } = await database.pool.query<{ word: string }>("SELECT word FROM audit_entry WHERE subject_kind = 'ballot' AND subject_id = $1 ORDER BY at, id", [id]);
  assert.deepEqual(rows.map((r) => r.word.replace('ballot.', '')), ['auditPrepared', 'auditRoll', 'auditAnnounced', 'auditOpened', 'auditClosed', 'auditCounted'], 'and no line of who voted');
});

test('turnout: small units stand together with the next smallest', () => {
  const unit = (unionId: string, entitled: number) => ({ unionId, entitled, present: 0, given: 1 });
  assert.deepEqual(shownTurnout([unit('a', 9), unit('b', 7)]).others, null);
  assert.deepEqual(shownTurnout([unit('a', 9), unit('b', 4), unit('c', 7)]), { units: [unit('a', 9)], others: { entitled: 11, present: 0, given: 2 } });
  assert.deepEqual(shownTurnout([unit('a', 2), unit('b', 2)]).units, []);
});
