import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import test, { after, before } from 'node:test';
import fc from 'fast-check';
import sharp from 'sharp';
import { files, keepFilesIn, openStore } from '#engines/files';
import { foundFederation } from '#engines/org';
import { keyRing } from '#platform/secrets';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newId, newSecretId } from '#shared/ids';
import { freshDatabase } from '#test/database';
import { opening, sealing } from './sealed.service.ts';

const database = await freshDatabase();
const folder = await mkdtemp(join(tmpdir(), 'niangjia-files-'));
const keys = keyRing([randomBytes(32)]);
const store = openStore(folder, keys);
keepFilesIn(store);
after(() => rm(folder, { recursive: true, force: true }));

const federationId = newId();
const person = (name: string): Actor => ({ federationId, personId: newId(), sessionId: 's', name, locale: 'zh', membership: null, grants: [] });
const [worker, other] = [person('张三'), person('李四')];
const T = new Date('2026-11-21T08:25:10Z');
const HOUR = 3_600_000;
const inTx = <R>(run: (tx: Tx) => Promise<R>, now = T): Promise<R> => database.transaction(federationId, now, run);
const refusedAs = (code: string) => (error: unknown): boolean => error instanceof Refused && error.word.code === `files.${code}`;
const body = (...parts: (Buffer | string)[]): Readable => Readable.from(parts.map((p) => Buffer.from(p)));
const collect = async (stream: Readable): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
};
const everyFile = async (): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((f) => f.isFile()).map((f) => join(f.parentPath, f.name));

const upload = async (by: Actor | null, text: string | Buffer = '三号楼的水管又漏了', name = '说明.txt', now = T) => {
  const received = await files.receive(body(text), name, { anonymous: by === null });
  return inTx((tx) => files.keep(tx, by, received), now);
};

files.declareOwner('note', { mayOpen: async (_tx, by, id) => by.personId === worker.personId && id.startsWith('0'), keepDays: 30, most: 3 });

before(() => inTx((tx) => foundFederation(tx, { name: '市总工会', code: 'TOP' })));

test('a broken upload leaves nothing: no row, no bytes', async () => {
  await assert.rejects(files.receive(body('%PDF-1.7 half'), 'a.pdf', { anonymous: false }), refusedAs('brokenDocument'));
  await assert.rejects(files.receive(body(), 'a.pdf', { anonymous: false }), refusedAs('empty'));
  const failing = Readable.from((async function* () { yield Buffer.alloc(100_000); throw new Error('line lost'); })());
  await assert.rejects(files.receive(failing, 'a.txt', { anonymous: false }), /line lost/);
  assert.deepEqual(await everyFile(), []);
});

test('only whoever uploaded a file can attach it, once, and only so many', async () => {
  const mine = await upload(worker);
  const owner = { kind: 'note', id: newSecretId() };
  const attach = (by: Actor | null, ids: string[], to = owner) => inTx((tx) => files.attach(tx, by, ids, to));
  await assert.rejects(attach(other, [mine.id]), refusedAs('attachmentGone'));
  await assert.rejects(attach(null, [mine.id]), refusedAs('attachmentGone'));
  await assert.rejects(attach(worker, [mine.id, newSecretId()]), refusedAs('attachmentGone'));
  await assert.rejects(attach(worker, [mine.id, mine.id]), refusedAs('attachmentGone'));
  await assert.rejects(attach(worker, Array.from({ length: 4 }, newSecretId)), refusedAs('tooManyAttachments'));
  const both = await Promise.allSettled([attach(worker, [mine.id]), attach(worker, [mine.id], { kind: 'note', id: newSecretId() })]);
  assert.equal(both.filter((b) => b.status === 'fulfilled').length, 1);
  await assert.rejects(attach(worker, [mine.id]), refusedAs('attachmentGone'));
});

test('a file opens only through its owner, and looks as if it were not there to everybody else', async () => {
  const mine = await upload(worker);
  const id = `0${newSecretId().slice(1)}`;
  await assert.rejects(inTx((tx) => files.openFor(tx, other, mine.id)), refusedAs('notFound'));
  assert.equal((await inTx((tx) => files.openFor(tx, worker, mine.id))).name, '说明.txt');
  await inTx((tx) => files.attach(tx, worker, [mine.id], { kind: 'note', id }));
  const opened = await inTx((tx) => files.openFor(tx, worker, mine.id));
  assert.equal((await collect(opened.content)).toString('utf8'), '三号楼的水管又漏了');
  assert.deepEqual([opened.type, opened.inline], ['text/plain; charset=utf-8', false]);
  await assert.rejects(inTx((tx) => files.openFor(tx, other, mine.id)), refusedAs('notFound'));
  await assert.rejects(inTx((tx) => files.openFor(tx, worker, newSecretId())), refusedAs('notFound'));
  await assert.rejects(inTx((tx) => files.openFor(tx, worker, mine.id, 'thumbnail')), refusedAs('notFound'));
  await assert.rejects(inTx((tx) => files.open(tx, mine.id, () => false)), refusedAs('notFound'));
  await assert.rejects(database.transaction(newId(), T, (tx) => files.openFor(tx, worker, mine.id)), refusedAs('notFound'));
  assert.equal((await inTx((tx) => files.open(tx, mine.id, (o) => o.id === id))).name, '说明.txt');
});

test('an owner whose kind declared nothing opens through its own part only', async () => {
  const mine = await upload(worker);
  await inTx((tx) => files.attach(tx, worker, [mine.id], { kind: 'silent', id: newSecretId() }));
  await assert.rejects(inTx((tx) => files.openFor(tx, worker, mine.id)), refusedAs('notFound'));
  assert.equal((await inTx((tx) => files.open(tx, mine.id, () => true))).name, '说明.txt');
});

test('an anonymous upload keeps no person, no name and no minute, takes no documents, and attaches by its id alone', async () => {
  await assert.rejects(upload(null, '%PDF-1.7\n/Author (Zhang San)\n%%EOF\n', '张三.pdf'), refusedAs('anonymousKinds'));
  const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } }).withExif({ IFD0: { Artist: 'Zhang San' } }).jpeg().toBuffer();
  const hidden = await upload(null, photo, '张三的手机.jpg');
  assert.equal(hidden.name, '图片.jpg');
  const { rows } = await database.pool.query('SELECT * FROM stored_file WHERE id = $1', [hidden.id]);
  const row = rows[0] as Record<string, unknown>;
  assert.equal(row['uploaded_by'], null);
  assert.deepEqual(row['uploaded_at'], new Date('2026-11-21T08:00:00Z'));
  await inTx((tx) => files.attach(tx, null, [hidden.id], { kind: 'note', id: newSecretId() }));
  const opened = await inTx((tx) => files.open(tx, hidden.id, () => true));
  assert.equal((await collect(opened.content)).includes('Zhang San'), false);
  assert.equal((await collect((await inTx((tx) => files.open(tx, hidden.id, () => true, 'thumbnail'))).content)).subarray(8, 12).toString(), 'WEBP');
});

test('on disk nothing can be read and nothing has a name', async () => {
  const words = '这里写着一个秘密'.repeat(100);
  const mine = await upload(worker, words, '秘密.txt');
  for (const path of await everyFile()) {
    assert.match(path.slice(folder.length), /^\/[0-9a-f-]{36}\/[0-9a-f]{2}\/[0-9a-f-]{36}(\.t)?$/);
    assert.equal((await readFile(path)).includes(Buffer.from('秘密')), false);
  }
  const path = (await everyFile()).find((p) => p.endsWith(mine.id)) as string;
  const bytes = await readFile(path);
  bytes[bytes.length - 20] = (bytes[bytes.length - 20] as number) ^ 1;
  await writeFile(path, bytes);
  await assert.rejects(collect((await inTx((tx) => files.openFor(tx, worker, mine.id))).content));
  assert.throws(() => store.read(federationId, '../../etc/passwd', 'whole'), /by id only/);
});

test('what nobody sent is erased after 24 hours, what is kept until a day is erased after it, strays too', async () => {
  const waiting = await upload(worker);
  const attached = await upload(worker);
  const freed = await upload(worker);
  const young = await upload(worker, '新', '新.txt', new Date(T.getTime() + 20 * HOUR));
  const owner = newSecretId();
  await inTx((tx) => files.attach(tx, worker, [attached.id], { kind: 'note', id: newSecretId() }));
  await inTx((tx) => files.attach(tx, worker, [freed.id], { kind: 'silent', id: owner }));
  assert.equal(await inTx((tx) => files.letGo(tx, 'silent', [owner])), 1);
  await files.sweepAll(database, new Date(T.getTime() + 25 * HOUR));
  const there = async (): Promise<Set<string>> => new Set((await everyFile()).map((p) => p.slice(p.lastIndexOf('/') + 1, p.lastIndexOf('/') + 37)));
  const now = await there();
  assert.deepEqual([waiting, attached, freed, young].map((f) => now.has(f.id)), [false, true, false, true]);
  await files.sweepAll(database, new Date(T.getTime() + 31 * 24 * HOUR));
  assert.equal((await there()).has(attached.id), false);
  const stray = newSecretId();
  await store.put(federationId, stray, 'whole', Buffer.from('x'));
  const path = (await everyFile()).find((p) => p.endsWith(stray)) as string;
  await utimes(path, T, T);
  assert.equal(await files.sweepAllStrays(database, new Date(T.getTime() + 25 * HOUR)), 1);
  assert.equal((await there()).has(stray), false);
});

test('an own upload can be taken back, nobody else’s', async () => {
  const mine = await upload(worker);
  await assert.rejects(inTx((tx) => files.discard(tx, other, mine.id)), refusedAs('notFound'));
  await inTx((tx) => files.discard(tx, worker, mine.id));
  await assert.rejects(inTx((tx) => files.openFor(tx, worker, mine.id)), refusedAs('notFound'));
  assert.equal((await everyFile()).some((p) => p.includes(mine.id)), false);
});

test('one person cannot pile up uploads', async () => {
  const eager = person('王五');
  for (let i = 0; i < 40; i++) await upload(eager, `${i} 份`);
  await assert.rejects(upload(eager), refusedAs('tooManyWaiting'));
  await upload(other);
});

test('many owners at once, each with its files in their order', async () => {
  const [a, b, c] = [await upload(worker, '一', '一.txt'), await upload(worker, '二', '二.txt'), await upload(worker, '三', '三.txt')];
  const [first, second] = [newSecretId(), newSecretId()];
  await inTx((tx) => files.attach(tx, worker, [c.id, a.id], { kind: 'note', id: first }));
  await inTx((tx) => files.attach(tx, worker, [b.id], { kind: 'note', id: second }));
  const found = await inTx((tx) => files.listOf(tx, 'note', [first, second, newSecretId()]));
  assert.deepEqual([found.get(first)?.map((f) => f.name), found.get(second)?.map((f) => f.name), found.size], [['三.txt', '一.txt'], ['二.txt'], 2]);
});

test('sealed bytes open again whatever their length, and any change is noticed', async () => {
  const through = async (bytes: Buffer, step: 'seal' | 'open', label: string): Promise<Buffer> =>
    collect(body(bytes.subarray(0, 70_000), bytes.subarray(70_000)).pipe(step === 'seal' ? sealing(keys, label) : opening(keys, label)));
  await fc.assert(fc.asyncProperty(fc.constantFrom(0, 1, 65_535, 65_536, 65_537, 131_072, 200_001), fc.nat(), fc.integer({ min: 1, max: 255 }), async (size, place, flip) => {
    const plain = randomBytes(size);
    const sealed = await through(plain, 'seal', 'a');
    assert.ok((await through(sealed, 'open', 'a')).equals(plain));
    await assert.rejects(through(sealed, 'open', 'b'));
    await assert.rejects(through(sealed.subarray(0, sealed.length - 1 - (place % sealed.length)), 'open', 'a'));
    const changed = Buffer.from(sealed);
    const at = place % sealed.length;
    changed[at] = (changed[at] as number) ^ flip;
    await assert.rejects(through(changed, 'open', 'a'));
  }), { numRuns: 40 });
});
