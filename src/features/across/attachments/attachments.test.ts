import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after } from 'node:test';
import sharp from 'sharp';
import { files, keepFilesIn, openStore } from '#engines/files';
import { identity } from '#engines/identity';
import { newSecretId } from '#shared/ids';
import { fixClock } from '#test/clock';
import { freshDatabase } from '#test/database';
import { addPerson, foundCity, openStage } from '#test/stage';
import attachments from './index.ts';

fixClock('2026-11-21T02:10:00Z');
const stage = await openStage(await freshDatabase(), [attachments], 'demo');
const folder = await mkdtemp(join(tmpdir(), 'niangjia-files-'));
keepFilesIn(openStore(folder));
after(async () => {
  await stage.close();
  await rm(folder, { recursive: true, force: true });
});

const city = await foundCity(stage);
const elsewhere = await foundCity(stage, 'OTHER');
async function tokenIn(c: typeof city, name: string): Promise<{ id: string; token: string }> {
  const id = await addPerson(stage, { federationId: c.federationId, unionId: c.plant.id }, { name });
  const [token = ''] = await stage.in(c.federationId, (tx) => identity.issueTokens(tx, [id]));
  return { id, token };
}
const worker = await tokenIn(city, '张三');
const colleague = await tokenIn(city, '李四');
const stranger = await tokenIn(elsewhere, '王五');
const photo = await sharp({ create: { width: 800, height: 400, channels: 3, background: 'teal' } }).jpeg().toBuffer();

const RAW = { 'content-type': 'application/octet-stream' };
const send = (url: string, body: Buffer | string, token?: string) => stage.ask('POST', url, Buffer.from(body), { token, headers: RAW });
const upload = (name: string, body: Buffer | string, token: string | undefined = worker.token) => send(`/api/v1/attachments?name=${encodeURIComponent(name)}`, body, token);

files.declareOwner('picture', { mayOpen: async (_tx, by) => by.personId === colleague.id });

test('refused: no session, no name, nothing in it, too large, not what it says', async () => {
  assert.equal((await send('/api/v1/attachments?name=a.jpg', photo)).status, 401);
  assert.equal((await send('/api/v1/attachments', photo, worker.token)).status, 400);
  const empty = await upload('a.jpg', '');
  assert.deepEqual([empty.status, empty.body.error.code], [400, 'files.empty']);
  const large = await upload('a.jpg', Buffer.alloc(20_000_001, 1));
  assert.equal(large.status, 413);
  const disguised = await upload('a.pdf', photo);
  assert.deepEqual([disguised.status, disguised.body.error.code], [400, 'files.notWhatItSays']);
  assert.match(disguised.body.error.sentence, /“pdf”/);
  const script = await upload('a.svg', '<svg onload="alert(1)"/>');
  assert.equal(script.body.error.code, 'files.notTaken');
  const json = await stage.ask('POST', '/api/v1/attachments?name=a.jpg', { a: 1 }, { token: worker.token });
  assert.ok(json.status >= 400 && json.status < 500, String(json.status));
});

test('a picture goes in and comes out upright, small, and never as a page', async () => {
  const { status, body } = await upload('../../三号楼.jpg', photo);
  assert.deepEqual([status, body.name, body.kind, body.width, body.thumbnail], [200, '三号楼.jpg', 'image', 800, true]);
  const whole = await stage.ask('GET', `/api/v1/attachments/${body.id}`, undefined, { token: worker.token });
  assert.equal(whole.headers['content-type'], 'image/jpeg');
  assert.equal(whole.headers['x-content-type-options'], 'nosniff');
  assert.match(String(whole.headers['content-security-policy']), /default-src 'none'; sandbox/);
  assert.match(String(whole.headers['content-disposition']), /^inline; filename\*=UTF-8''%E4%B8%89/);
  assert.equal((await sharp(whole.body).metadata()).width, 800);
  const small = await stage.ask('GET', `/api/v1/attachments/${body.id}/thumbnail`, undefined, { token: worker.token });
  assert.equal((await sharp(small.body).metadata()).width, 360);
});

test('before it is attached only its uploader sees it; afterwards whoever the owner lets in', async () => {
  const { body } = await upload('a.jpg', photo);
  const open = (token: string | undefined) => stage.ask('GET', `/api/v1/attachments/${body.id}`, undefined, { token }).then((r) => r.status);
  assert.deepEqual([await open(worker.token), await open(colleague.token), await open(stranger.token), await open(undefined)], [200, 404, 404, 401]);
  await stage.in(city.federationId, (tx) => files.attach(tx, null, [], { kind: 'picture', id: newSecretId() }));
  const by = await identity.actorOf(worker.token, new Date('2026-11-21T02:10:00Z'));
  await stage.in(city.federationId, (tx) => files.attach(tx, by, [body.id], { kind: 'picture', id: newSecretId() }));
  assert.deepEqual([await open(worker.token), await open(colleague.token), await open(stranger.token), await open(undefined)], [404, 200, 404, 401]);
  assert.equal((await stage.ask('DELETE', `/api/v1/attachments/${body.id}`, undefined, { token: worker.token })).status, 404);
});

test('an own upload is taken back by its uploader only', async () => {
  const { body } = await upload('a.txt', '水管漏了');
  const remove = (token: string) => stage.ask('DELETE', `/api/v1/attachments/${body.id}`, undefined, { token }).then((r) => r.status);
  assert.deepEqual([await remove(colleague.token), await remove(worker.token), await remove(worker.token)], [404, 200, 404]);
});

test('anonymous: a session is not even read, documents are refused, nothing of the person is kept', async () => {
  const to = (name: string, joinCode: string) => `/api/v1/attachments/anonymous?name=${encodeURIComponent(name)}&joinCode=${joinCode}`;
  assert.equal((await send(to('a.jpg', 'NOSUCHCODE'), photo)).status, 404);
  const document = await send(to('张三.pdf', city.plant.joinCode), '%PDF-1.7\n%%EOF\n');
  assert.equal(document.body.error.code, 'files.anonymousKinds');
  const sent = await send(to('张三的照片.jpg', city.plant.joinCode), photo, worker.token);
  assert.deepEqual([sent.status, sent.body.name], [200, '图片.jpg']);
  const { rows } = await stage.db.pool.query('SELECT uploaded_by, to_jsonb(f)::text AS whole FROM stored_file f WHERE id = $1', [sent.body.id]);
  const row = rows[0] as { uploaded_by: unknown; whole: string };
  assert.equal(row.whole.includes(worker.id), false);
  assert.equal(row.uploaded_by, null);
  assert.equal((await stage.ask('GET', `/api/v1/attachments/${sent.body.id}`, undefined, { token: worker.token })).status, 404);
});
