import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import test from 'node:test';
import { keyRing, secrets } from '#platform/secrets';
import { blind, paperOf, receiptFits } from '#shared/ballot-booth';
import { Refused } from '#shared/errors';
import { ballotStory, bent, BY, minutes, motion } from '#test/ballots';
import { freshDatabase } from '#test/database';
import { ballots } from './index.ts';

secrets.use(keyRing([randomBytes(32)]));
const database = await freshDatabase();
const refusedWith = (code: string) => (error: unknown) => error instanceof Refused && error.word.code === `ballot.${code}`;

test('blind: who is not on the roll, too early, twice, with nonsense: no token', async () => {
  const s = await ballotStory(database, 3);
  const id = await s.prepared();
  const ask = (personId: string, blinded: string, at?: Date) => s.within((tx) => ballots.issueToken(tx, personId, id, blinded), at);
  await assert.rejects(ask(s.people[0] ?? '', ''), refusedWith('ballotUnknown'));
  await s.within((tx) => ballots.announce(tx, BY, id));
  await assert.rejects(ask(s.people[0] ?? '', ''), refusedWith('tooEarly'));
  await assert.rejects(s.within((tx) => ballots.open(tx, BY, id)), refusedWith('keysMissing'));
  await ballots.makeKeys(database, s.federationId, id, minutes(0));
  await s.within((tx) => ballots.open(tx, BY, id));
  const booth = await s.booth(id);
  const [one, other] = [await blind(booth, ''), await blind(booth, '')];
  await assert.rejects(ask('01930000-0000-7000-8000-000000000000', one.blinded), refusedWith('notOnRoll'));
  for (const wrong of ['', 'AAAA', Buffer.alloc(256, 255).toString('base64url')]) await assert.rejects(ask(s.people[0] ?? '', wrong), refusedWith('tokenWrong'), wrong);
  const answer = await ask(s.people[0] ?? '', one.blinded);
  assert.deepEqual(await ask(s.people[0] ?? '', one.blinded), answer, 'a lost answer is asked for again');
  await assert.rejects(ask(s.people[0] ?? '', other.blinded), refusedWith('tokenGiven'));
  const raced = await Promise.allSettled([one, other].map((asked) => ask(s.people[1] ?? '', asked.blinded)));
  assert.deepEqual(raced.map((r) => r.status).toSorted(), ['fulfilled', 'rejected'], 'of two at once one');
  await assert.rejects(s.within((tx) => ballots.cast(tx, s.people[2] ?? '', id, motion('for'))), refusedWith('otherLevel'));
});

test('blind: forged, of another ballot, replayed, double and late papers are refused', async () => {
  const s = await ballotStory(database, 4);
  const [id, other] = [await s.opened({ closesAt: minutes(30) }), await s.opened()];
  const booth = await s.booth(id);
  const token = await s.token(id, 0);
  const ready = await paperOf(booth, token, motion('for'));
  assert.ok(ready);
  const post = (body: string, at?: Date, ballot = id) => s.within((tx) => ballots.post(tx, ballot, body), at);
  for (const wrong of ['', 'AA', '!', ready.body.slice(0, -8)]) await assert.rejects(post(wrong), refusedWith('paperWrong'), wrong);
  // class 2 bytes, then token 65, salt 32, signature 256, turn 4, length 4, sealed, mark 64
  for (const at of [3, 40, 80, 120, 300, 400, -80, -1]) await assert.rejects(post(bent(ready.body, at)), (e) => refusedWith('forged')(e) || refusedWith('paperWrong')(e), `byte ${at}`);
  await assert.rejects(post(ready.body, undefined, other), refusedWith('forged'), 'another ballot’s token');
  const receipt = await post(ready.body);
  assert.deepEqual(await post(ready.body), receipt, 'the same again is the same paper');
  assert.equal(await receiptFits(booth, receipt, ready.hash), true);
  assert.equal(await receiptFits(booth, { ...receipt, signature: bent(receipt.signature, 5) }, ready.hash), false);
  const double = await paperOf(booth, token, motion('against'));
  await assert.rejects(post(double?.body ?? ''), refusedWith('twice'));
  const skipped = await paperOf(booth, { ...token, turn: 2 }, motion('against'));
  await assert.rejects(post(skipped?.body ?? ''), refusedWith('twice'), 'a turn that is not due');
  const second = await s.posted(id, ready.token, 'against');
  await assert.rejects(post((await paperOf(booth, second.token, motion('for')))?.body ?? '', minutes(30)), refusedWith('tooLate'));
  const result = await s.closed(id);
  assert.deepEqual([result.counts.ballotsReturned, result.kind === 'motion' && result.against], [1, 1]);
  await assert.rejects(post(ready.body, minutes(61)), refusedWith('tooLate'));
});

test('blind: from the roll to the board; every receipt is found and proved, the last paper of a token counts', async () => {
  const s = await ballotStory(database, 9);
  const id = await s.opened();
  const cast = [];
  for (let n = 0; n < 8; n += 1) {
    cast.push(await s.posted(id, await s.token(id, n), n < 5 ? 'for' : 'against'));
    if (n === 5) assert.equal(await s.within((tx) => ballots.mix(tx, id)), 6);
  }
  const changed = await s.posted(id, cast[0]?.token ?? await s.token(id, 8), 'against');
  assert.deepEqual(await s.within((tx) => ballots.countTurnout(tx, id)), { entitled: 9, present: 0, given: 8 });
  assert.equal(await s.within((tx) => ballots.countPapers(tx, id)), 8);
  await assert.rejects(s.within((tx) => ballots.prove(tx, id, { paper: changed.receipt.paper })), refusedWith('notCounted'));
  await assert.rejects(s.within((tx) => ballots.declare(tx, BY, id)), refusedWith('stateWrong'));
  const result = await s.closed(id);
  assert.deepEqual(result.kind === 'motion' && [result.for, result.against], [4, 4]);
  for (const { receipt } of [...cast, changed]) {
    const proof = await s.within((tx) => ballots.prove(tx, id, { paper: receipt.paper }));
    assert.equal(Buffer.from(receipt.paper, 'base64url').toString('hex'), proof.hash);
  }
  await assert.rejects(s.within((tx) => ballots.prove(tx, id, { paper: randomBytes(32).toString('base64url') })), refusedWith('entryUnknown'));
  assert.equal((await s.published(id)).length, 9 + 2);
  await s.within((tx) => ballots.declare(tx, BY, id));
  assert.deepEqual(s.heard.filter((h) => h.startsWith(id)).map((h) => h.split(' ')[1]), ['prepared', 'announced', 'opened', 'closed', 'counted', 'declared']);
  const { rows: [left] } = await database.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM ballot_key WHERE ballot_id = $1 AND secret IS NOT NULL', [id]);
  assert.equal(left?.n, 0, 'all secrets are gone');
});
