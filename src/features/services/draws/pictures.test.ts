import assert from 'node:assert/strict';
import test from 'node:test';
import sharp from 'sharp';
import { drawStage } from '#test/draw-story';

type Seen = { prizes: { name: string; photo: string | null }[]; terms: string[]; who: string };
const LONG = { timeout: 120_000 };

test('SVC-4 a prize’s picture is opened by whoever sees the draw, not before it is public and not by others', LONG, async () => {
  const s = await drawStage();
  const [one] = s.members;
  assert.ok(one);
  const content = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a33' } }).jpeg().toBuffer();
  const sent = await s.house.ask('POST', '/api/v1/attachments?name=blanket.jpg', content, { token: s.chair.token });
  const photo = (sent.body as { id: string }).id;
  const prizes = [{ name: '羊毛毯', count: 1, value: 22_000, tax: 'borne', photo }];
  assert.equal((await s.ask(s.chair, 'POST', '/draw-desk', s.form({ prizes: [{ ...prizes[0], photo: '01a20000-0000-7000-8000-00000000aaaa' }] }))).status, 409, 'a picture that is not there');
  const { id } = (await s.ask(s.chair, 'POST', '/draw-desk', s.form({ prizes }))).body;
  const opens = async (who: typeof s.chair): Promise<number> => (await s.ask(who, 'GET', `/attachments/${photo}/thumbnail`)).status;
  assert.deepEqual([await opens(one), await opens(s.sibling), await opens(s.chair)], [404, 404, 200], 'a draft is nobody’s');
  const kept = (await s.ask(s.chair, 'GET', `/draw-desk/${id}`)).body as unknown as { version: number };
  assert.equal((await s.ask(s.chair, 'PUT', `/draw-desk/${id}`, { ...s.form({ prizes }), version: kept.version })).status, 200, 'the picture it has stays');
  await s.ask(s.chair, 'POST', `/draw-desk/${id}/announce`, {});
  assert.deepEqual([await opens(one), await opens(s.sibling)], [200, 404]);
  const seen = (await s.ask(one, 'GET', `/draws/${id}`)).body as unknown as Seen;
  assert.deepEqual(seen.prizes.map((p) => [p.name, p.photo]), [['羊毛毯', photo]]);
});

test('SVC-4 the rules of a draw are published in both languages and read in the reader’s', LONG, async () => {
  const s = await drawStage();
  const id = await s.open();
  const [one] = s.members;
  assert.ok(one);
  const read = async (language: string): Promise<Seen & { rules: string }> => (await s.house.ask('GET', `/api/v1/draws/${id}`, undefined, { token: one.token, headers: { 'accept-language': language } })).body as Seen & { rules: string };
  const [zh, en] = [await read('zh-CN'), await read('en')];
  assert.ok(zh.terms.length > 1);
  assert.equal(zh.terms.length, en.terms.length);
  assert.ok(zh.terms.every((t) => /\p{Script=Han}/u.test(t)) && /候补/.test(zh.terms.at(-1) ?? ''));
  assert.equal(en.terms.at(-1), 'All others wait in their order and move up when somebody gives a place up');
  assert.equal(zh.rules, en.rules, 'one text is published, whoever reads it');
  assert.ok((JSON.parse(zh.rules) as { terms: string[] }).terms.every((t) => t.split('\n').length === 2));
});
