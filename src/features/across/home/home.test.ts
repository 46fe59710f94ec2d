import assert from 'node:assert/strict';
import test from 'node:test';
import { clock } from '#platform/clock';
import { fixClock } from '#test/clock';
import { cast, foundCity, type Player } from '#test/people';
import { startHouse } from '#test/server';

type Thing = { id: string; title: string; stateWord: string; waits: string; place: number | null; places: number; who: string; due: string | null; path: string };
type Home = { name: string; union: string | null; waiting: { id: string; why: string; title: string; path: string }[]; things: Thing[]; moreThings: boolean; desk: { waiting: number; late: number } | null };

const letter = (title: string) => ({ title, text: `${title}：希望工会帮忙问一问，谢谢。`, category: 'living' });

async function stage() {
  fixClock('2026-09-07T01:00:00Z');
  const house = await startHouse();
  const city = await foundCity(house, 'H');
  const [writer, chair, other] = (await cast(house, city.federationId, [
    { name: '王小兵', unionId: city.one.id }, { name: '高主席', unionId: city.one.id, offices: ['chair'] }, { name: '钱同事', unionId: city.one.id },
  ])) as [Player, Player, Player];
  const ask = async <T>(who: Player | null, method: 'GET' | 'POST', path: string, body?: unknown) => {
    const a = await house.ask(method, path, body, { token: who?.token ?? null });
    return { status: a.status, body: a.body as T };
  };
  return { house, city, ask, writer, chair, other };
}

test('PLT-1 refusals: nobody without a session, no page out of bounds', { timeout: 120_000 }, async () => {
  const { ask, writer } = await stage();
  assert.equal((await ask(null, 'GET', '/api/v1/home')).status, 401);
  assert.equal((await ask(null, 'GET', '/api/v1/home/things')).status, 401);
  assert.equal((await ask(writer, 'GET', '/api/v1/home/things?limit=1000')).status, 400);
});

test('PLT-1: a letter goes from my things to what waits for me and back, and is nobody else’s', { timeout: 120_000 }, async () => {
  const { house, city, ask, writer, chair, other } = await stage();
  const empty = await ask<Home>(writer, 'GET', '/api/v1/home');
  assert.deepEqual([empty.body.waiting, empty.body.things, empty.body.desk], [[], [], null]);
  const { body: { id } } = await ask<{ id: string }>(writer, 'POST', '/api/v1/letters', letter('浴室没有热水'));
  const sent = (await ask<Home>(writer, 'GET', '/api/v1/home')).body;
  assert.deepEqual(sent.things.map((t) => [t.title, t.place, t.places, t.waits, t.path]), [['浴室没有热水', 1, 4, 'office', `/letters/${id}`]]);
  assert.ok(sent.things[0]?.due, 'until when');
  assert.equal(sent.things[0]?.who, 'H第一厂工会');
  assert.deepEqual((await ask<Home>(other, 'GET', '/api/v1/home')).body.things, []);
  assert.deepEqual((await ask<Home>(chair, 'GET', '/api/v1/home')).body.desk, { waiting: 1, late: 0 });
  await ask(chair, 'POST', `/api/v1/letters/${id}/answer`, { text: '已经报修，明天恢复。' });
  const answered = (await ask<Home>(writer, 'GET', '/api/v1/home')).body;
  assert.deepEqual(answered.waiting.map((a) => [a.why, a.title]), [['answered', '浴室没有热水']]);
  assert.deepEqual(answered.things, [], 'what waits for me is not repeated');
  await ask(writer, 'POST', `/api/v1/letters/${id}/rate`, { rating: 4 });
  assert.deepEqual((await ask<Home>(writer, 'GET', '/api/v1/home')).body.waiting, []);
  clock.set('2026-10-12T01:00:00Z');
  const [token = ''] = await house.tokens(city.federationId, [writer.id]);
  assert.deepEqual((await ask<Home>({ ...writer, token }, 'GET', '/api/v1/home')).body.waiting.map((a) => a.why), ['recheck'], 'asked again four weeks later');
});

test('PLT-1: five newest things on the first screen, all of them page by page', { timeout: 120_000 }, async () => {
  const { ask, writer } = await stage();
  for (let i = 1; i <= 7; i++) {
    clock.set(`2026-09-07T0${i}:00:00Z`);
    await ask(writer, 'POST', '/api/v1/letters', letter(`第${i}件事情`));
  }
  const home = (await ask<Home>(writer, 'GET', '/api/v1/home')).body;
  assert.deepEqual(home.things.map((t) => t.title), [7, 6, 5, 4, 3].map((i) => `第${i}件事情`));
  assert.equal(home.moreThings, true);
  const rest = await ask<{ items: Thing[] }>(writer, 'GET', '/api/v1/home/things?limit=5&offset=5');
  assert.deepEqual(rest.body.items.map((t) => t.title), [2, 1].map((i) => `第${i}件事情`));
});
