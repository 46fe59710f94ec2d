import assert from 'node:assert/strict';
import test from 'node:test';
import { fixClock } from '#test/clock';
import { cast, foundCity, type Player } from '#test/people';
import { startHouse } from '#test/server';

type Hit = { kind: string; title: string; note: string; path: string };
const letter = (title: string, privacy = 'named', aboutChair = false) => ({ title, text: `${title}：希望工会帮忙问一问，谢谢。`, category: 'living', privacy, aboutChair });

async function stage() {
  fixClock('2026-09-07T01:00:00Z');
  const house = await startHouse();
  const city = await foundCity(house, 'S');
  const [writer, shy, chair, clerk, sibling] = (await cast(house, city.federationId, [
    { name: '王小兵', unionId: city.one.id }, { name: '林不露', unionId: city.one.id }, { name: '高主席', unionId: city.one.id, offices: ['chair'] },
    { name: '周经办', unionId: city.one.id, offices: ['mailboxClerk'] }, { name: '王邻居', unionId: city.other.id, offices: ['chair'] },
  ])) as [Player, Player, Player, Player, Player];
  const ask = async <T>(who: Player | null, method: 'GET' | 'POST', path: string, body?: unknown) => {
    const a = await house.ask(method, `/api/v1${path}`, body, { token: who?.token ?? null });
    return { status: a.status, body: a.body as T };
  };
  const find = async (who: Player, text: string, kind?: string) => (await ask<{ items: Hit[] }>(who, 'GET', `/search?text=${encodeURIComponent(text)}`)).body.items.filter((h) => !kind || h.kind === kind).map((h) => h.title);
  return { house, city, ask, find, writer, shy, chair, clerk, sibling };
}

test('search refuses: no session, one character', { timeout: 120_000 }, async () => {
  const { ask, chair } = await stage();
  assert.equal((await ask(null, 'GET', '/search?text=aa')).status, 401);
  assert.equal((await ask(null, 'GET', '/search/mine?text=aa')).status, 401);
  assert.equal((await ask(chair, 'GET', '/search?text=a')).status, 400);
});

test('search finds people and unions only within the scope and for the office', { timeout: 120_000 }, async () => {
  const { find, writer, chair, clerk, sibling } = await stage();
  assert.deepEqual(await find(chair, '王小', 'person'), ['王小兵']);
  assert.deepEqual(await find(sibling, '王小', 'person'), [], 'a sibling union’s people are not found');
  assert.deepEqual(await find(clerk, '王小', 'person'), [], 'the mailbox clerk looks nobody up');
  assert.deepEqual(await find(writer, '王小', 'person'), []);
  assert.deepEqual(await find(chair, '第一厂', 'union'), ['S第一厂工会']);
  assert.deepEqual(await find(chair, '第二厂', 'union'), []);
  assert.deepEqual(await find(chair, '%%', 'union'), [], 'wildcards are meant literally');
});

test('search finds letters by number and words, without withheld names, and none about the searching chairperson', { timeout: 120_000 }, async () => {
  const { ask, find, writer, shy, chair, sibling } = await stage();
  await ask(shy, 'POST', '/letters', letter('浴室没有热水', 'hidden'));
  await ask(writer, 'POST', '/letters', letter('主席不开会', 'named', true));
  assert.deepEqual(await find(chair, '热水', 'case'), ['浴室没有热水']);
  assert.deepEqual(await find(chair, '2026-00001', 'case'), ['浴室没有热水']);
  assert.deepEqual(await find(chair, '信 2026-00001', 'case'), ['浴室没有热水']);
  assert.deepEqual(await find(chair, '开会', 'case'), []);
  assert.deepEqual(await find(sibling, '热水', 'case'), []);
  const all = await ask(chair, 'GET', `/search?text=${encodeURIComponent('热水')}`);
  assert.ok(!JSON.stringify(all.body).includes('林不露'));
});

test('a worker finds his or her own things and nobody else’s', { timeout: 120_000 }, async () => {
  const { ask, writer, shy } = await stage();
  await ask(writer, 'POST', '/letters', letter('浴室没有热水'));
  const own = await ask<{ items: { title: string }[] }>(writer, 'GET', `/search/mine?text=${encodeURIComponent('热水')}`);
  assert.deepEqual(own.body.items.map((i) => i.title), ['浴室没有热水']);
  assert.deepEqual((await ask<{ items: unknown[] }>(shy, 'GET', `/search/mine?text=${encodeURIComponent('热水')}`)).body.items, []);
});
