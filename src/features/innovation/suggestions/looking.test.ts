import assert from 'node:assert/strict';
import test from 'node:test';
import { similarity } from '#engines/similarity';
import { fixClock } from '#test/clock';
import type { Player } from '#test/people';
import { startHouse } from '#test/server';
import { draftOf, foundCompany } from '#test/suggestions';
import { saveScheme } from './scheme.sql.ts';

type Alike = { id: string; title: string; opens: boolean; joins: boolean; joined: boolean; mine: boolean; strong: boolean; authors: string; shared: string[]; excerpt: { text: string; shared: boolean }[]; score: number; supporters: number; standing: string; text: string; contests: boolean; name: string; unit: string; submittedOn: string };
type Body = { items: Alike[]; id: string; supporters: number; error?: { code: string; fields?: { path: string }[] } };

/** The matter of `draftOf` in other words. */
const TOLD_ANEW = { title: '剪板机后挡料装刻度尺', problem: '剪板机的后挡料上没有刻度，调整一次要试剪好几张板，又费材料又费时间。', remedy: '导轨两边贴上不锈钢刻度尺，加一个锁紧手柄。' };

async function stage() {
  fixClock('2026-03-02T01:00:00Z');
  const house = await startHouse();
  const company = await foundCompany(house, 'L');
  const ask = async (who: Player | null, method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) => {
    const a = await house.ask(method, `/api/v1/suggestions${path}`, body, { token: who?.token ?? null });
    return { status: a.status, body: a.body as Body, code: (a.body as Body).error?.code, text: a.text };
  };
  const written = async (who: Player, more: object = {}): Promise<string> => (await ask(who, 'POST', '', draftOf(more))).body.id;
  const alike = async (who: Player, more: object = {}) => (await ask(who, 'POST', '/look-alikes', { ...TOLD_ANEW, ...more })).body.items;
  return { ...company, ask, written, alike };
}

test('INN-1 look-alikes: not without a session or a scheme; what is too short finds nothing', async () => {
  const { ask, outsider, writer, alike } = await stage();
  assert.equal((await ask(null, 'POST', '/look-alikes', TOLD_ANEW)).status, 401);
  assert.equal((await ask(outsider, 'POST', '/look-alikes', TOLD_ANEW)).code, 'suggestions.noScheme');
  assert.deepEqual((await ask(writer, 'POST', '/look-alikes', { problem: '长'.repeat(2001) })).body.error?.fields?.map((f) => f.path), ['problem']);
  assert.deepEqual(await alike(writer, { title: '刻度', problem: '', remedy: '' }), []);
});

test('INN-1 look-alikes: of what is not shared yet nobody reads more than title, unit, day and state; another scheme is never found', async () => {
  const { ask, written, alike, writer, mate, other, specialist, outsider, house, federationId } = await stage();
  const id = await written(writer);
  const [seen] = await alike(other);
  assert.ok(seen);
  assert.deepEqual([seen.id, seen.opens, seen.mine, seen.joins, seen.authors, seen.excerpt, seen.submittedOn], [id, false, false, true, '', [], '2026-03-02']);
  assert.equal(seen.unit, (await ask(writer, 'GET', '/mine')).body.items[0]?.unit);
  assert.ok(seen.strong && seen.shared.length > 0 && seen.shared.every((p) => Object.values(TOLD_ANEW).join('\n').includes(p)), 'passages of the asker own text');
  assert.equal((await ask(other, 'POST', '/look-alikes', TOLD_ANEW)).text.includes('每次调整要试剪三四张板'), false);
  assert.deepEqual((await alike(writer)).map((a) => [a.mine, a.opens, a.joins]), [[true, true, false]]);
  assert.deepEqual(await alike(writer, { except: id }), []);

  await house.within(federationId, (tx) => saveScheme(tx, { unionId: outsider.unionId, openedOn: '2011-03-01', blind: false }));
  assert.deepEqual(await alike(outsider), [], 'another scheme does not find it');
  const elsewhere = await written(outsider, { title: '外厂的剪板机后挡料加装刻度' });
  similarity.forget();
  assert.deepEqual((await alike(mate)).map((a) => a.id), [id], 'nor is it found from here');
  assert.equal((await ask(outsider, 'POST', `/${id}/support`, {})).status, 404);
  assert.equal((await ask(mate, 'POST', `/${elsewhere}/support`, {})).status, 404);

  await ask(specialist, 'POST', `/${id}/adopt-unit`, { grade: 2 });
  const [open] = await alike(other);
  assert.deepEqual([open?.opens, open?.authors], [true, '方小舟']);
  assert.ok(open?.excerpt.some((p) => p.shared) && open.excerpt.map((p) => p.text).join('').startsWith('剪板机后挡料没有刻度'));
});

test('INN-1 joining: once, not one own, not what is decided; taken back again; the log knows', async () => {
  const { ask, written, alike, writer, mate, other, specialist, house } = await stage();
  const id = await written(writer, { coauthors: [{ personId: mate.id, share: 40 }] });
  assert.equal((await ask(null, 'POST', `/${id}/support`, {})).status, 401);
  assert.equal((await ask(writer, 'POST', `/${id}/support`, {})).code, 'suggestions.looking.ownNotJoined');
  assert.equal((await ask(mate, 'POST', `/${id}/support`, {})).code, 'suggestions.looking.ownNotJoined');
  assert.equal((await ask(other, 'POST', `/${id}/support`, { text: '字'.repeat(201) })).status, 400);
  assert.equal((await ask(other, 'DELETE', `/${id}/support`)).code, 'suggestions.looking.notJoined');
  assert.deepEqual((await ask(other, 'POST', `/${id}/support`, { text: '我们工具车间的剪板机也一样。' })).body, { id, supporters: 1 });
  assert.equal((await ask(other, 'POST', `/${id}/support`, {})).code, 'suggestions.looking.joinedAlready');
  assert.deepEqual((await alike(other)).map((a) => [a.joined, a.joins, a.supporters]), [[true, false, 1]]);
  assert.equal((await ask(other, 'GET', `/${id}`)).status, 404, 'joining opens nothing');
  assert.equal((await ask(other, 'GET', `/${id}/supporters`)).status, 404);
  assert.deepEqual((await ask(writer, 'GET', `/${id}/supporters`)).body.items.map((s) => [s.name, s.text]), [['乔敏', '我们工具车间的剪板机也一样。']]);
  const [own] = (await ask(other, 'GET', '/mine?joined=true')).body.items;
  assert.deepEqual([own?.id, own?.opens, own?.authors], [id, false, '']);
  assert.deepEqual((await ask(other, 'GET', '/mine')).body.items, []);
  assert.deepEqual((await ask(other, 'DELETE', `/${id}/support`)).body, { id, supporters: 0 });
  const log = await house.database.pool.query<{ word: string }>('select word from audit_entry where subject_id = $1 and person_id = $2 order by id', [id, other.id]);
  assert.deepEqual(log.rows.map((r) => r.word), ['suggestions.looking.auditJoined', 'suggestions.looking.auditLeft']);
  await ask(specialist, 'POST', `/${id}/reject-unit`, { text: '设备年内报废，不再改造。' });
  assert.equal((await ask(other, 'POST', `/${id}/support`, {})).code, 'suggestions.looking.joinOver');
});

test('INN-1 many join at once: each is counted once', async () => {
  const { ask, written, writer, other, specialist, office, accountant, chair } = await stage();
  const id = await written(writer);
  const all = [other, specialist, office, accountant, chair];
  const answers = await Promise.all([...all, ...all].map((p) => ask(p, 'POST', `/${id}/support`, {})));
  assert.deepEqual(answers.map((a) => a.status).sort(), [...all.map(() => 200), ...all.map(() => 409)]);
  assert.equal((await ask(writer, 'GET', `/${id}/supporters`)).body.items.length, 5);
});

test('INN-1 what is like it is kept when it is handed in, and contested by its author only', async () => {
  const { ask, written, writer, other, mate, specialist } = await stage();
  const first = await written(writer);
  const found = await written(other, TOLD_ANEW);
  assert.equal((await ask(writer, 'GET', `/${found}/look-alikes`)).status, 404);
  const kept = (await ask(other, 'GET', `/${found}/look-alikes`)).body.items;
  assert.deepEqual(kept.map((k) => [k.id, k.standing, k.text, k.contests, k.opens]), [[first, 'found', '', true, false]]);
  assert.deepEqual((await ask(writer, 'GET', `/${first}/look-alikes`)).body.items, [], 'what was first is like nothing');
  assert.equal((await ask(other, 'POST', `/${found}/look-alikes/contest`, { earlierId: first, text: '短' })).status, 400);
  assert.equal((await ask(mate, 'POST', `/${found}/look-alikes/contest`, { earlierId: first, text: '我们的是数控剪板机' })).status, 404);
  assert.equal((await ask(other, 'POST', `/${found}/look-alikes/contest`, { earlierId: found, text: '我们的是数控剪板机' })).code, 'suggestions.looking.notAlike');
  assert.equal((await ask(other, 'POST', `/${found}/look-alikes/contest`, { earlierId: first, text: '我们的是数控剪板机，刻度在面板上。' })).status, 200);
  assert.deepEqual((await ask(other, 'GET', `/${found}/look-alikes`)).body.items.map((k) => [k.standing, k.text]), [['contested', '我们的是数控剪板机，刻度在面板上。']]);

  const third = await written(mate, { ...TOLD_ANEW, differs: [{ earlierId: first, why: '我说的是新购的那台' }, { earlierId: '01930000-0000-7000-8000-00000000dead', why: '没有这一条' }] });
  assert.deepEqual(new Map((await ask(mate, 'GET', `/${third}/look-alikes`)).body.items.map((k) => [k.id, k.standing])), new Map([[first, 'contested'], [found, 'found']]));

  const fourth = await written(mate, { title: '下料班地面重新划线', problem: '下料班的通道标线磨掉了，叉车和人混行很危险。', remedy: '用耐磨标线漆重新划黄线，叉车道和人行道分开。', category: 'safety' });
  assert.deepEqual((await ask(mate, 'GET', `/${fourth}/look-alikes`)).body.items, []);
  await ask(specialist, 'POST', `/${fourth}/give-back`, { text: '请写清楚是哪一段。' });
  assert.equal((await ask(mate, 'POST', `/${fourth}/complete`, { ...draftOf(TOLD_ANEW), text: '' })).status, 200);
  assert.ok((await ask(mate, 'GET', `/${fourth}/look-alikes`)).body.items.some((k) => k.id === first), 'completed with another text it is compared anew');
  const retitled = (await ask(specialist, 'GET', `?text=${encodeURIComponent('后挡料装刻度尺')}`)).body.items.find((k) => k.id === fourth);
  assert.equal(retitled?.title, TOLD_ANEW.title, 'its new title stands and is found');
  similarity.forget();
});

test('INN-1 two who hand in the same at the same moment are found by one of them', async () => {
  const { ask, writer, other } = await stage();
  const ids = (await Promise.all([ask(writer, 'POST', '', draftOf()), ask(other, 'POST', '', draftOf(TOLD_ANEW))])).map((a) => a.body.id) as [string, string];
  const kept = [...(await ask(writer, 'GET', `/${ids[0]}/look-alikes`)).body.items, ...(await ask(other, 'GET', `/${ids[1]}/look-alikes`)).body.items];
  assert.equal(kept.length, 1);
});
