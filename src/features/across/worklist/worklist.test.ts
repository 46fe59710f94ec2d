import assert from 'node:assert/strict';
import test from 'node:test';
import { cases } from '#engines/cases';
import { clock } from '#platform/clock';
import { fixClock } from '#test/clock';
import { cast, foundCity, type Player } from '#test/people';
import { startHouse, type TestHouse } from '#test/server';

type Item = { id: string; number: string; title: string; author: string | null; privacyWord: string; origin: string; late: boolean; reported: boolean; givenToMe: boolean; path: string; nextDue: string | null; story?: { word: string; by: string; text: string }[] };
type List = { items: Item[]; total: number };
type Counts = {
  waiting: number; today: number; late: number; reported: number; processes: { process: string; waiting: number }[];
  letters: null | { lastDays: { date: string; opened: number }[]; answerDays: { quarter: string; now: number | null; answered: number }; satisfaction: { good: number; of: number } };
};

const MONDAY = '2026-09-07T01:00:00Z';
const letter = (title: string, privacy = 'named') => ({ title, text: `${title}：希望工会帮忙问一问，谢谢。`, category: 'living', privacy });

async function stage() {
  fixClock(MONDAY);
  const house = await startHouse();
  const city = await foundCity(house, 'W');
  const [writer, shy, chair, clerk, liaison, sibling, up] = (await cast(house, city.federationId, [
    { name: '王小兵', unionId: city.one.id }, { name: '林不露', unionId: city.one.id }, { name: '高主席', unionId: city.one.id, offices: ['chair'] },
    { name: '周经办', unionId: city.one.id, offices: ['mailboxClerk'] }, { name: '何联络', unionId: city.one.id, offices: ['departmentLiaison'] },
    { name: '邻主席', unionId: city.other.id, offices: ['chair'] }, { name: '上主席', unionId: city.top.id, offices: ['chair'] },
  ])) as [Player, Player, Player, Player, Player, Player, Player];
  return { house, city, writer, shy, chair, clerk, liaison, sibling, up };
}

const asker = (house: TestHouse) => async <T>(who: Player | null, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<{ status: number; body: T }> => {
  const a = await house.ask(method, `/api/v1${path}`, body, { token: who?.token ?? null });
  return { status: a.status, body: a.body as T };
};

test('PLT-2 refusals: no session, an unknown process, a stranger, a union out of reach, too many views', { timeout: 120_000 }, async () => {
  const { house, city, writer, chair, sibling } = await stage();
  const ask = asker(house);
  assert.equal((await ask(null, 'GET', '/worklist')).status, 401);
  assert.equal((await ask(null, 'GET', '/worklist/counts')).status, 401);
  assert.equal((await ask(chair, 'GET', '/worklist?limit=5000')).status, 400);
  assert.equal((await ask(chair, 'GET', `/worklist?unionId=${city.other.id}`)).status, 404);
  const { body: { id } } = await ask<{ id: string }>(writer, 'POST', '/letters', letter('浴室没有热水'));
  assert.equal((await ask(chair, 'GET', `/worklist/items/nothing/${id}`)).status, 404);
  assert.equal((await ask(sibling, 'GET', `/worklist/items/letter/${id}`)).status, 404);
  assert.equal((await ask(chair, 'PUT', '/views', { screen: 'Work List', name: 'x', query: '' })).status, 400);
  for (let i = 0; i < 20; i++) assert.equal((await ask(chair, 'PUT', '/views', { screen: 'worklist', name: `视图${i}`, query: `text=${i}` })).status, 200);
  assert.equal((await ask<{ error: { code: string } }>(chair, 'PUT', '/views', { screen: 'worklist', name: '多一个', query: '' })).body.error.code, 'worklist.tooManyViews');
  const mine = await ask<{ items: { id: string }[] }>(chair, 'GET', '/views?screen=worklist');
  assert.equal((await ask(sibling, 'DELETE', `/views/${mine.body.items[0]?.id}`)).status, 404, 'nobody deletes the view of another');
});

test('PLT-2: the most urgent first, names only where the writer gives them, never one’s own letter', { timeout: 120_000 }, async () => {
  const { house, writer, shy, chair, clerk, liaison, sibling } = await stage();
  const ask = asker(house);
  const first = await ask<{ id: string }>(writer, 'POST', '/letters', letter('浴室没有热水'));
  await ask(shy, 'POST', '/letters', letter('班长打人', 'hidden'));
  await ask(chair, 'POST', '/letters', letter('主席自己的信'));
  await ask(clerk, 'POST', `/letters/${first.body.id}/assign`, { assigneeId: liaison.id });
  const seen = await ask<List>(chair, 'GET', '/worklist');
  assert.deepEqual(seen.body.items.map((i) => i.title), ['班长打人', '浴室没有热水'], 'accept runs out before answer');
  assert.equal(seen.body.total, 2);
  const [hidden, named] = seen.body.items as [Item, Item];
  assert.equal(hidden.author, null);
  assert.equal(named.author, '王小兵');
  assert.ok(!JSON.stringify(seen.body).includes('林不露'), 'a withheld name is nowhere in the list');
  assert.equal(hidden.path, `/letters/${hidden.id}`);
  assert.match(hidden.number, /^信 2026-\d{5}$/);
  const given = await ask<List>(liaison, 'GET', '/worklist');
  assert.deepEqual(given.body.items.map((i) => [i.title, i.givenToMe]), [['浴室没有热水', true]], 'a liaison sees what was given to him or her');
  assert.equal((await ask<List>(sibling, 'GET', '/worklist')).body.total, 0);
  assert.equal((await ask<List>(writer, 'GET', '/worklist')).body.total, 0);
  const story = await ask<Item>(chair, 'GET', `/worklist/items/letter/${hidden.id}`);
  assert.ok(!JSON.stringify(story.body).includes('林不露'), 'nor in the plain story');
  assert.equal(story.body.story?.length, 1);
  assert.deepEqual((await ask<List>(chair, 'GET', `/worklist?text=${encodeURIComponent('热水')}`)).body.items.map((i) => i.title), ['浴室没有热水']);
});

test('PLT-2: late ones are reported up and counted; tiles stand with their denominators; the export is in the log', { timeout: 120_000 }, async () => {
  const { house, city, writer, chair, up } = await stage();
  const ask = asker(house);
  const { body: { id } } = await ask<{ id: string }>(writer, 'POST', '/letters', letter('浴室没有热水'));
  await ask(writer, 'POST', '/letters', letter('食堂太辣'));
  await ask(chair, 'POST', `/letters/${id}/answer`, { text: '已经报修，明天恢复。' });
  await ask(writer, 'POST', `/letters/${id}/rate`, { rating: 5 });
  const fresh = await ask<Counts>(chair, 'GET', '/worklist/counts');
  assert.equal(fresh.body.waiting, 1);
  assert.equal(fresh.body.letters?.lastDays.length, 7);
  assert.equal(fresh.body.letters?.lastDays.at(-1)?.opened, 2);
  assert.deepEqual(fresh.body.letters?.answerDays, { quarter: '2026-Q3', now: 0, answered: 1, before: null, answeredBefore: 0 });
  assert.deepEqual(fresh.body.letters?.satisfaction, { good: 1, of: 1 });
  clock.set('2026-09-10T12:00:00Z');
  await cases.sweep((tenant, run) => house.database.transaction(tenant, clock.now(), run));
  const late = await ask<Counts>(chair, 'GET', '/worklist/counts');
  assert.deepEqual([late.body.late, late.body.today], [1, 0]);
  const above = await ask<List>(up, 'GET', '/worklist');
  assert.deepEqual(above.body.items.map((i) => [i.title, i.late, i.reported]), [['食堂太辣', true, true]]);
  assert.equal((await ask<Counts>(up, 'GET', '/worklist/counts')).body.reported, 1);
  assert.equal((await ask<Counts>(writer, 'GET', '/worklist/counts')).body.letters, null, 'no figures about letters for those who do not read them');
  const sheet = await house.ask('POST', '/api/v1/worklist/export', {}, { token: chair.token });
  assert.equal(sheet.status, 200);
  assert.match(String(sheet.headers['content-type']), /spreadsheetml/);
  const logged = await house.database.pool.query('select zh from audit_entry where federation_id = $1 and word = $2', [city.federationId, 'worklist.auditExported']);
  assert.deepEqual(logged.rows, [{ zh: '导出了 {n} 件待办' }]);
});

test('PLT-2: saved views are one’s own, replaced under the same name, deleted', { timeout: 120_000 }, async () => {
  const { house, chair, clerk } = await stage();
  const ask = asker(house);
  const kept = await ask<{ id: string }>(chair, 'PUT', '/views', { screen: 'letters', name: '工资', query: 'category=pay' });
  const again = await ask<{ id: string }>(chair, 'PUT', '/views', { screen: 'letters', name: '工资', query: 'category=pay&open=true' });
  assert.equal(kept.body.id, again.body.id);
  assert.deepEqual((await ask<{ items: { name: string; query: string }[] }>(chair, 'GET', '/views?screen=letters')).body.items.map((v) => [v.name, v.query]), [['工资', 'category=pay&open=true']]);
  assert.deepEqual((await ask<{ items: unknown[] }>(chair, 'GET', '/views?screen=worklist')).body.items, []);
  assert.deepEqual((await ask<{ items: unknown[] }>(clerk, 'GET', '/views?screen=letters')).body.items, []);
  assert.equal((await ask(chair, 'DELETE', `/views/${kept.body.id}`)).status, 200);
  assert.equal((await ask(chair, 'DELETE', `/views/${kept.body.id}`)).status, 404);
});
