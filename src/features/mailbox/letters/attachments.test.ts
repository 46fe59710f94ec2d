import assert from 'node:assert/strict';
import test from 'node:test';
import sharp from 'sharp';
import { fixClock } from '#test/clock';
import { cast, foundCity, type Player } from '#test/people';
import { startHouse } from '#test/server';

type Letter = { id: string; files: { id: string; name: string; image: boolean }[]; may: string[] };
const draft = { title: '班组加班费', text: '九月加班三十六小时，只发了二十小时的加班费。', category: 'pay' };

async function stage() {
  fixClock('2026-09-07T01:00:00Z');
  const house = await startHouse();
  const city = await foundCity(house, 'A');
  const [writer, chair, sibling] = (await cast(house, city.federationId, [
    { name: '王小兵', unionId: city.one.id }, { name: '高主席', unionId: city.one.id, offices: ['chair'] }, { name: '邻主席', unionId: city.other.id, offices: ['chair'] },
  ])) as [Player, Player, Player];
  const photo = await sharp({ create: { width: 320, height: 240, channels: 3, background: 'white' } }).jpeg().toBuffer();
  const ask = async <T>(who: Player | null, method: 'GET' | 'POST', path: string, body?: unknown) => {
    const a = await house.ask(method, `/api/v1${path}`, body, { token: who?.token ?? null });
    return { status: a.status, body: a.body as T, type: String(a.headers['content-type']) };
  };
  return { city, writer, chair, sibling, photo, ask };
}

test('BOX-1 photos of a letter are opened by those who may see the letter, and by nobody else', { timeout: 120_000 }, async () => {
  const { writer, chair, sibling, photo, ask } = await stage();
  const sent = await ask<{ id: string }>(writer, 'POST', '/attachments?name=photo.jpg', photo);
  const { body: { id } } = await ask<{ id: string }>(writer, 'POST', '/letters', { ...draft, files: [sent.body.id] });
  assert.equal((await ask(sibling, 'GET', `/attachments/${sent.body.id}`)).status, 404);
  assert.equal((await ask(null, 'GET', `/attachments/${sent.body.id}`)).status, 401);
  const seen = await ask<Letter>(chair, 'GET', `/letters/${id}`);
  assert.deepEqual(seen.body.files.map((f) => [f.id, f.image]), [[sent.body.id, true]]);
  for (const who of [writer, chair]) assert.match((await ask(who, 'GET', `/attachments/${sent.body.id}/thumbnail`)).type, /^image\//, who.name);
  assert.ok(!seen.body.may.includes('publish'), 'nothing is published before it is answered');
  await ask(chair, 'POST', `/letters/${id}/answer`, { text: '已查工资表，差额本月补发。' });
  assert.ok((await ask<Letter>(chair, 'GET', `/letters/${id}`)).body.may.includes('publish'));
  await ask(chair, 'POST', `/letters/${id}/publish`, { question: '加班费少发了怎么办？', answer: '差额本月补发。' });
  assert.deepEqual((await ask<Letter>(chair, 'GET', `/letters/${id}`)).body.may.filter((m) => m.includes('publish')), ['unpublish']);
});

test('BOX-1 photos of an anonymous letter are opened with its code only', { timeout: 120_000 }, async () => {
  const { city, chair, writer, photo, ask } = await stage();
  const joinCode = city.one.joinCode;
  const sent = await ask<{ id: string }>(null, 'POST', `/attachments/anonymous?name=my-own-name.jpg&joinCode=${joinCode}`, photo);
  const letter = await ask<{ code: string }>(null, 'POST', '/letters/anonymous', { ...draft, joinCode, files: [sent.body.id] });
  const other = await ask<{ code: string }>(null, 'POST', '/letters/anonymous', { ...draft, joinCode });
  const seen = await ask<Letter>(null, 'POST', '/letters/follow-up', { code: letter.body.code });
  assert.equal(seen.body.files.length, 1);
  assert.ok(!seen.body.files[0]?.name.includes('my-own-name'), 'the name a phone gave is not kept');
  const open = (code: string) => ask(null, 'POST', '/letters/follow-up/file', { code, id: sent.body.id, small: true });
  assert.equal((await open(other.body.code)).status, 404, 'another letter’s code opens nothing');
  assert.equal((await open('1234567890123456')).status >= 400, true);
  assert.match((await open(letter.body.code)).type, /^image\//);
  assert.equal((await ask(writer, 'GET', `/attachments/${sent.body.id}`)).status, 404);
  assert.match((await ask(chair, 'GET', `/attachments/${sent.body.id}`)).type, /^image\//);
});
