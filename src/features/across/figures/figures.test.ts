import assert from 'node:assert/strict';
import test from 'node:test';
import { countMembers } from '#engines/org';
import { clock } from '#platform/clock';
import { fixClock } from '#test/clock';
import { cast, foundBelow, foundCity, type Player } from '#test/people';
import { startHouse } from '#test/server';

type Share = { part: number; of: number };
type Figures = {
  union: { id: string } | null; year: number; members: { unions: number; members: number; women: Share }; letters: { opened: number; open: number; inTime: Share; satisfied: Share };
  months: { month: number; opened: number }[]; categories: { category: string; opened: number }[]; deadlines: { clock: string; kept: Share }[];
};
type Branches = { items: { id: string; name: string; below: number; members: number; opened: number }[]; total: number };

async function stage() {
  fixClock('2026-09-07T01:00:00Z');
  const house = await startHouse();
  const city = await foundCity(house, 'F');
  const shop = await foundBelow(house, city.federationId, city.one, 'F-1-1');
  const [writer, chair, up, sibling, below] = (await cast(house, city.federationId, [
    { name: '王小兵', unionId: city.one.id }, { name: '高主席', unionId: city.one.id, offices: ['chair'] }, { name: '上主席', unionId: city.top.id, offices: ['chair'] },
    { name: '邻主席', unionId: city.other.id, offices: ['chair'] }, { name: '钱班长', unionId: shop.id },
  ])) as [Player, Player, Player, Player, Player];
  const ask = async <T>(who: Player | null, method: 'GET' | 'POST', path: string, body?: unknown) => {
    const a = await house.ask(method, `/api/v1${path}`, body, { token: who?.token ?? null });
    return { status: a.status, body: a.body as T };
  };
  return { house, city, shop, ask, writer, chair, up, sibling, below };
}

test('PLT-4 refusals: no session, no office, a union out of reach, a year out of bounds', { timeout: 120_000 }, async () => {
  const { city, ask, writer, chair } = await stage();
  assert.equal((await ask(null, 'GET', '/figures')).status, 401);
  assert.equal((await ask(writer, 'GET', '/figures')).status, 404);
  for (const path of ['/figures', '/figures/branches']) assert.equal((await ask(chair, 'GET', `${path}?unionId=${city.other.id}`)).status, 404, path);
  assert.equal((await ask(chair, 'POST', '/figures/export', { unionId: city.top.id })).status, 404);
  assert.equal((await ask(chair, 'GET', '/figures?year=1900')).status, 400);
});

test('PLT-4: figures of a subtree with their denominators; the branches add up to the whole', { timeout: 120_000 }, async () => {
  const { house, city, shop, ask, writer, chair, up, below } = await stage();
  await house.within(city.federationId, (tx) => countMembers(tx, '2026-01-01'));
  const letter = { title: '浴室没有热水', text: '三号浴室连着一周没有热水。', category: 'living' };
  const { body: { id } } = await ask<{ id: string }>(writer, 'POST', '/letters', letter);
  await ask(below, 'POST', '/letters', { ...letter, category: 'pay' });
  await ask(chair, 'POST', `/letters/${id}/answer`, { text: '已经报修，明天恢复。' });
  await ask(writer, 'POST', `/letters/${id}/rate`, { rating: 2 });
  const f = (await ask<Figures>(chair, 'GET', '/figures')).body;
  assert.equal(f.union?.id, city.one.id);
  assert.deepEqual([f.members.unions, f.members.members], [2, 3]);
  assert.deepEqual([f.letters.opened, f.letters.open], [2, 1]);
  assert.deepEqual([f.letters.inTime, f.letters.satisfied], [{ part: 1, of: 1 }, { part: 0, of: 1 }]);
  assert.equal(f.months.length, 12);
  assert.equal(f.months[8]?.opened, 2);
  assert.deepEqual(f.categories.map((c) => [c.category, c.opened]).sort(), [['living', 1], ['pay', 1]]);
  assert.deepEqual(f.deadlines.find((d) => d.clock === 'accept')?.kept, { part: 1, of: 1 }, 'a deadline that still runs counts for nothing');
  clock.set('2026-09-20T01:00:00Z');
  assert.deepEqual((await ask<Figures>(chair, 'GET', '/figures')).body.deadlines.find((d) => d.clock === 'accept')?.kept, { part: 1, of: 2 }, 'one that passed counts as not kept');
  assert.equal((await ask<Figures>(chair, 'GET', '/figures?year=2025')).body.letters.opened, 0);
  const all = (await ask<Branches>(up, 'GET', '/figures/branches')).body;
  assert.deepEqual(all.items.map((b) => [b.name, b.below, b.members, b.opened]), [['F第二厂工会', 0, 1, 0], ['F第一厂工会', 1, 3, 2]]);
  const inner = (await ask<Branches>(up, 'GET', `/figures/branches?unionId=${city.one.id}`)).body;
  assert.deepEqual(inner.items.map((b) => [b.id, b.members, b.opened]), [[shop.id, 1, 1]]);
  const sheet = await house.ask('POST', '/api/v1/figures/export', {}, { token: chair.token });
  assert.match(String(sheet.headers['content-type']), /spreadsheetml/);
});
