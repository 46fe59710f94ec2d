import assert from 'node:assert/strict';
import { generateKeyPairSync, hash, randomBytes, sign } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import { keyRing, secrets } from '#platform/secrets';
import { bytesIn, idBytes, said } from '#shared/ballot-paper';
import { type BallotStory, ballotStory, bent, motion } from '#test/ballots';
import { freshDatabase } from '#test/database';
import { ballots, verifyBoard } from '../index.ts';
import type { Check } from './check.ts';

secrets.use(keyRing([randomBytes(32)]));
const database = await freshDatabase();
const folder = await mkdtemp(join(tmpdir(), 'niangjia-board-'));
after(() => rm(folder, { recursive: true, force: true }));
const file = join(folder, 'board.jsonl');

/** What is wrong with these lines, in words: `check`, or `entries:reason@no`. */
async function faults(lines: readonly string[], o: Parameters<typeof verifyBoard>[1] = {}): Promise<string[]> {
  await writeFile(file, `${lines.join('\n')}\n`);
  return (await verifyBoard(file, o)).filter((c) => !c.ok).map((c: Check) => (c.reason ? `${c.check}:${c.reason}@${c.facts['no']}` : c.check));
}

const s: BallotStory = await ballotStory(database, 9);
const blind = await s.opened();
for (let n = 0; n < 8; n += 1) {
  const { token } = await s.posted(blind, await s.token(blind, n), n < 5 ? 'for' : 'against');
  if (n === 0) await s.posted(blind, token, 'abstain');
}
const notice = await s.within((tx) => ballots.fingerprint(tx, blind));
await s.closed(blind);
const lines = await s.published(blind);
const [header = '', ...entries] = lines.slice(0, -1);
const last = lines.at(-1) ?? '';

type Line = { no: number; hash: string; chain: string; body: string };
const entry = (n: number): Line => JSON.parse(entries[n - 1] ?? '') as Line;
const changed = (n: number, to: Partial<Line>): string[] => [header, ...entries.map((e, i) => (i === n - 1 ? JSON.stringify({ ...entry(n), ...to }) : e)), last];
/** Numbers and chain made anew over changed bodies, as somebody would who knows how it is done. */
function rechained(bodies: readonly string[], head = header): string[] {
  const id = idBytes(blind);
  const sha = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer');
  const all = bodies.map((body) => ({ body, hash: sha(said.paper(id, Buffer.from(body, 'base64url'))) })).sort((a, b) => Buffer.compare(a.hash, b.hash));
  let chain = sha(said.board(sha(bytesIn(head))));
  return [head, ...all.map((x, i) => {
    chain = sha(said.chain(chain, x.hash));
    return JSON.stringify({ no: i + 1, hash: x.hash.toString('hex'), chain: chain.toString('hex'), body: x.body });
  }), last];
}
const bodies = entries.map((_, i) => entry(i + 1).body);

test('what is no board is refused', async () => {
  for (const none of [[''], ['{}'], [header], [header, last.slice(1)], [last, header]]) assert.deepEqual(await faults(none), ['form']);
});

test('each kind of tampering is named with the first bad entry', async () => {
  assert.deepEqual(await faults(lines), [], 'the whole file fits');
  assert.deepEqual(await faults(lines, { threads: 2 }), []);
  const after_ = ['chain', 'root', 'roll', 'count'];
  assert.deepEqual(await faults(changed(4, { body: bent(entry(4).body, -70) })), ['entries:hash@4', ...after_], 'a changed content');
  assert.deepEqual(await faults(changed(4, { body: 'AAAA' })), ['entries:shape@4', ...after_]);
  assert.deepEqual(await faults(changed(5, { hash: '0'.repeat(64) })), ['entries:order@5', ...after_]);
  assert.deepEqual(await faults([header, ...entries.toSpliced(2, 1), last]), ['entries:number@3', 'length', ...after_], 'one taken out');
  assert.deepEqual(await faults([header, ...entries.toSpliced(2, 0, entries[2] ?? ''), last]), ['entries:number@4', 'length', ...after_], 'one put in');
  assert.deepEqual(await faults([header, ...entries.toSpliced(2, 2, entries[3] ?? '', entries[2] ?? ''), last]), ['entries:number@3', ...after_], 'two exchanged');
  assert.deepEqual((await faults([`${header.slice(0, -1)} }`, ...entries, last])).slice(0, 2), ['header', 'entries:chain@1'], 'another header');
});

test('whoever numbers and chains anew is found out by marks, tokens and the signed head', async () => {
  assert.deepEqual(await faults(rechained(bodies)), [], 'control: the same made anew is the same');
  const single = bodies.findIndex((_, n) => !isDouble(n));
  assert.deepEqual(await faults(rechained(bodies.toSpliced(single, 1))), ['length', 'chain', 'root', 'roll', 'count'], 'one taken out');
  const forged = rechained(bodies.with(single, bent(bodies[single] ?? '', -1)));
  assert.match((await faults(forged))[0] ?? '', /^entries:mark@\d$/, 'a content that its voter did not mark');
  const foreign = rechained(bodies.with(single, bent(bodies[single] ?? '', 110)));
  assert.match((await faults(foreign))[0] ?? '', /^entries:(token|mark)@\d$/);
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const other = JSON.stringify({ ...(JSON.parse(header) as object), keys: { ...(JSON.parse(header) as { keys: object }).keys, seal: publicKey.export({ format: 'jwk' }).x } });
  const headText = JSON.stringify({ ...(JSON.parse((JSON.parse(last) as { head: string }).head) as object), header: hash('sha256', other, 'hex') });
  const resigned = [...rechained(bodies, other).slice(0, -1), JSON.stringify({ head: headText, signature: sign(null, said.head(headText), privateKey).toString('base64url') })];
  const found = await faults(resigned, { notice });
  assert.ok(found.includes('notice') && found.includes('chain'), 'another seal is not the one that was announced');
});

/** Whether the n-th body (from 0) is one of two papers of a token. */
function isDouble(n: number): boolean {
  const token = (body: string): string => Buffer.from(body, 'base64url').subarray(2, 67).toString('hex');
  return bodies.filter((b) => token(b) === token(bodies[n] ?? '')).length > 1;
}

test('a wrong count and more tokens than the roll are found even when they are signed', async () => {
  const { head } = JSON.parse(last) as { head: string };
  const told = JSON.parse(head) as { result: { for: number; against: number }; issued: number; voters: number };
  const lie = JSON.stringify({ ...told, result: { ...told.result, for: told.result.for + 1, against: told.result.against - 1 } });
  assert.deepEqual(await faults([header, ...entries, JSON.stringify({ head: lie, signature: (JSON.parse(last) as { signature: string }).signature })]), ['signature', 'count']);
  const more = JSON.stringify({ ...told, issued: told.issued - 1 });
  assert.ok((await faults([header, ...entries, JSON.stringify({ head: more, signature: '' })])).includes('roll'));
  assert.deepEqual(await faults(lines, { notice: '0'.repeat(64) }), ['notice']);
});

test('detached and open boards fit as well', async () => {
  for (const level of ['detached', 'open'] as const) {
    const id = await s.opened({ level });
    for (let n = 0; n < 7; n += 1) await s.within((tx) => ballots.cast(tx, s.people[n] ?? '', id, motion(n < 4 ? 'for' : 'abstain')));
    await s.closed(id);
    assert.deepEqual(await faults(await s.published(id)), [], level);
  }
});
