import assert from 'node:assert/strict';
import test from 'node:test';
import { audit } from '#engines/audit';
import { notify } from '#engines/notify';
import { payments } from '#engines/payments';
import { fixClock } from '#test/clock';
import { actorWith } from '#test/payments';
import { cast, foundBelow, foundCity, type Player } from '#test/people';
import { startHouse, type TestHouse } from '#test/server';

type Refusal = { code: string; fields?: { path: string; code?: string }[] };
type Row = { id: string; number: string; title: string; state: string; totalFen: number; double: boolean; may: string[]; version: number };
const DAY = '2026-09-15T02:00:00Z';
const draft = { kind: 'material', title: '排样改双排', post: '3号冲床', madeFrom: '2026-09-14', madeTo: '2026-09-14', before: '120', after: '95', measure: '公斤', price: '12.5' };
const MONTHLY = { ...draft, kind: 'energy', title: '午休关空压机', post: '空压站', monthly: true, madeFrom: '2026-07-01', madeTo: '2026-08-31', before: '86', after: '0', price: '0.5' };

async function stage() {
  fixClock(DAY);
  const house = await startHouse();
  const city = await foundCity(house, 'S');
  const shop = await foundBelow(house, city.federationId, city.one, 'S-1-1');
  const [worker, mate, third, leader, chair, accountant, second, sibling, elsewhere] = (await cast(house, city.federationId, [
    { name: '王小兵', unionId: shop.id }, { name: '钱同事', unionId: shop.id }, { name: '孙同事', unionId: shop.id }, { name: '周班长', unionId: shop.id, offices: ['groupLeader'] },
    { name: '高主席', unionId: city.one.id, offices: ['chair'] }, { name: '赵会计', unionId: city.one.id, offices: ['accountant'] }, { name: '冯会计', unionId: city.one.id, offices: ['accountant', 'suggestionSpecialist'] },
    { name: '邻主席', unionId: city.other.id, offices: ['chair', 'accountant'] }, { name: '邻职工', unionId: city.other.id },
  ])) as [Player, Player, Player, Player, Player, Player, Player, Player, Player];
  return { house, city, shop, worker, mate, third, leader, chair, accountant, second, sibling, elsewhere };
}

const as = (house: TestHouse, who: Player | null) => ({
  async get<T>(path: string): Promise<{ status: number; body: T }> {
    const a = await house.ask('GET', `/api/v1${path}`, undefined, { token: who?.token ?? null });
    return { status: a.status, body: a.body as T };
  },
  async post<T = { id: string; state: string; error?: Refusal }>(path: string, body: unknown): Promise<{ status: number; body: T }> {
    const a = await house.ask('POST', `/api/v1${path}`, body, { token: who?.token ?? null });
    return { status: a.status, body: a.body as T };
  },
});

const enter = async (house: TestHouse, who: Player, more: object = {}): Promise<string> => {
  const { status, body } = await as(house, who).post('/savings', { ...draft, ...more });
  assert.equal(status, 200, JSON.stringify(body));
  return body.id;
};

test('INN-8 refusals: shape, session, amounts, time, colleagues, other unions, own, wrong state', { timeout: 120_000 }, async () => {
  const { house, worker, mate, leader, chair, sibling, elsewhere, third, accountant } = await stage();
  assert.equal((await as(house, null).post('/savings', draft)).status, 401);
  const path = async (more: object) => { const { status, body } = await as(house, worker).post('/savings', { ...draft, ...more }); return [status, ...(body.error?.fields ?? []).map((f) => f.path)]; };
  assert.deepEqual(await path({ title: ' ' }), [400, 'title']);
  assert.deepEqual(await path({ after: '120' }), [400, 'after']);
  assert.deepEqual(await path({ price: undefined }), [400, 'amountFen']);
  assert.deepEqual(await path({ price: undefined, amountFen: 100 }), [400, 'reckoned']);
  assert.deepEqual(await path({ price: '1.00001' }), [400, 'price']);
  assert.deepEqual(await path({ madeTo: '2026-09-16' }), [400, 'madeTo']);
  assert.deepEqual(await path({ madeFrom: '2026-09-15' }), [400, 'madeTo']);
  assert.deepEqual(await path({ madeFrom: '2026-06-01', madeTo: '2026-06-01' }), [400, 'madeTo']);
  assert.deepEqual(await path({ monthly: true, madeFrom: '2025-08-01' }), [400, 'madeFrom']);
  assert.deepEqual(await path({ colleagues: [elsewhere.id] }), [400, 'colleagues']);
  const id = await enter(house, worker, { colleagues: [mate.id, third.id] });
  for (const stranger of [sibling, elsewhere]) assert.equal((await as(house, stranger).get(`/savings/${id}`)).status, 404);
  assert.equal((await as(house, sibling).post(`/savings/${id}/verify`, {})).status, 404);
  assert.equal((await as(house, mate).get(`/savings/${id}`)).status, 200, 'who shares sees it');
  assert.equal((await as(house, worker).post(`/savings/${id}/verify`, {})).status, 404, 'no permission word, no route');
  assert.equal((await as(house, accountant).post(`/savings/${id}/verify`, {})).status, 404, 'finance comes second');
  assert.deepEqual((await as(house, leader).post(`/savings/${id}/verify`, { amountFen: 31_251 })).body.error?.fields?.map((f) => f.path), ['amountFen'], 'never more than claimed');
  assert.deepEqual((await as(house, leader).post(`/savings/${id}/verify`, { amountFen: 31_249 })).body.error?.fields?.map((f) => f.path), ['text'], 'lower with a reason');
  assert.equal((await as(house, leader).post(`/savings/${id}/refuse`, { text: ' ' })).status, 400);
  assert.equal((await as(house, leader).post(`/savings/${id}/verify`, { version: 7 })).body.error?.code, 'cases.changedMeanwhile');
  const own = await enter(house, leader, { title: '班长自己的' , post: '5号冲床' });
  assert.equal((await as(house, leader).post(`/savings/${own}/verify`, {})).body.error?.code, 'cases.ownCase');
  assert.equal((await as(house, chair).post(`/savings/${own}/verify`, {})).body.state, 'counted', 'it went up to whoever has no part in it');
  const shared = await enter(house, worker, { title: '和班长一起', post: '6号冲床', colleagues: [leader.id] });
  assert.equal((await as(house, leader).post(`/savings/${shared}/verify`, {})).body.error?.code, 'cases.ownCase');
  assert.equal((await as(house, leader).post('/savings/verify-many', { ids: [shared, own] })).body.error?.code, 'savings.nothingVerified');
  await as(house, leader).post(`/savings/${id}/verify`, {});
  assert.equal((await as(house, leader).post(`/savings/${id}/refuse`, { text: '再想想' })).body.error?.code, 'cases.wrongState');
  assert.equal((await as(house, worker).post(`/savings/${id}/withdraw`, {})).body.error?.code, 'cases.wrongState');
});

test('INN-8 a union where nobody verifies says so; a large one without an accountant as well', { timeout: 120_000 }, async () => {
  const { house, city, elsewhere } = await stage();
  const lonely = await foundBelow(house, city.federationId, city.top, 'S-9');
  const [nobody, ...withLeader] = (await cast(house, city.federationId, [{ name: '无人核', unionId: lonely.id }])) as [Player];
  assert.equal(withLeader.length, 0);
  assert.equal((await as(house, nobody).post('/savings', draft)).body.error?.code, 'savings.noVerifier');
  const [leader, one] = (await cast(house, city.federationId, [{ name: '李班长', unionId: lonely.id, offices: ['groupLeader'] }, { name: '小李', unionId: lonely.id }])) as [Player, Player];
  const large = await enter(house, one, { before: '2000', after: '0', price: '5.01' });
  assert.equal((await as(house, leader).post(`/savings/${large}/verify`, {})).body.error?.code, 'savings.noAccountant');
  assert.equal((await as(house, leader).post(`/savings/${large}/verify`, { amountFen: 1_000_000, text: '按结算价' })).body.state, 'counted', 'at the bound finance is not asked');
  assert.equal((await as(house, elsewhere).get(`/savings/${large}`)).status, 404);
});

test('INN-8 the story: entered, lowered, passed to finance, confirmed by another person, struck off; audit and messages', { timeout: 120_000 }, async () => {
  const { house, city, worker, mate, leader, accountant, second } = await stage();
  const id = await enter(house, worker, { before: '5000', after: '0', price: '5', colleagues: [mate.id] });
  assert.equal((await as(house, leader).post(`/savings/${id}/verify`, { amountFen: 2_000_001, text: '有一半是旧料' })).body.state, 'withFinance');
  assert.equal((await as(house, leader).post(`/savings/${id}/confirm`, {})).status, 404);
  const sums = async () => (await as(house, accountant).get<{ all: { fen: number; entries: number }; waiting: { fen: number }; persons: { name: string; fen: number }[]; months: { fen: number }[] }>('/saving-sums')).body;
  assert.deepEqual([(await sums()).all.fen, (await sums()).waiting.fen], [0, 2_000_001], 'nothing counts before finance has seen it');
  const seen = (await as(house, accountant).get<Row>(`/savings/${id}`)).body;
  assert.deepEqual(seen.may, ['confirm', 'reject']);
  assert.equal((await as(house, accountant).post(`/savings/${id}/confirm`, { amountFen: 2_000_002 })).status, 400);
  assert.equal((await as(house, accountant).post(`/savings/${id}/confirm`, {})).body.state, 'counted');
  const now = await sums();
  assert.deepEqual([now.all, now.waiting.fen, now.months[8]?.fen], [{ fen: 2_000_001, entries: 1 }, 0, 2_000_001]);
  assert.deepEqual(now.persons.map((p) => [p.name, p.fen]), [['王小兵', 1_000_001], ['钱同事', 1_000_000]], 'parts add up to the fen');
  const both = await enter(house, worker, { title: '两头都是他', post: '9号', before: '5000', after: '0', price: '5' });
  assert.equal((await as(house, second).post(`/savings/${both}/verify`, {})).body.state, 'withFinance');
  assert.equal((await as(house, second).post(`/savings/${both}/confirm`, {})).body.error?.code, 'savings.secondPerson');
  assert.equal((await as(house, accountant).post(`/savings/${both}/reject`, { text: '不是节约' })).body.state, 'refused');
  assert.equal((await as(house, accountant).post(`/savings/${id}/strike`, { text: '抽查读数有误' })).body.state, 'refused');
  assert.equal((await sums()).all.fen, 0);
  const lines = await house.within(city.federationId, (tx) => audit.list(tx, [city.top.path], { subject: { kind: 'saving', id }, limit: 9 }, 'zh'));
  assert.equal(lines.items.length, 4, 'entered, passed, confirmed, struck off');
  const told = await house.within(city.federationId, (tx) => notify.inbox(tx, { personId: worker.id, locale: 'zh' }, { limit: 20 }));
  assert.ok(told.items.some((m) => m.title.startsWith('节约撤销计入')), JSON.stringify(told.items.map((m) => m.title)));
});

test('INN-8 counted once: a double is shown, needs a word, is left out of batches, and two verifiers cannot race past each other', { timeout: 120_000 }, async () => {
  const { house, worker, mate, leader, chair } = await stage();
  const first = await enter(house, worker);
  const twin = await enter(house, mate, { title: '3号冲床双排', post: ' 3号 冲床' });
  const later = await enter(house, mate, { title: '又一天', madeFrom: '2026-09-13', madeTo: '2026-09-13' });
  const register = async (query = '') => (await as(house, leader).get<{ items: Row[]; total: number; countedFen: number }>(`/saving-register${query}`)).body;
  assert.deepEqual((await register()).items.map((r) => [r.title, r.double]).sort(), [['3号冲床双排', true], ['又一天', false], ['排样改双排', true]]);
  assert.equal((await register('?double=true')).total, 2);
  const race = await Promise.all([as(house, leader).post(`/savings/${first}/verify`, {}), as(house, chair).post(`/savings/${twin}/verify`, {})]);
  assert.deepEqual(race.map((r) => r.status).sort(), [200, 409], 'one of two verifiers of a post sees the other’s decision');
  const open = race[0]?.status === 200 ? twin : first;
  const refused = race.find((r) => r.status === 409)?.body.error;
  assert.deepEqual([refused?.code, refused?.fields?.map((f) => f.path)], ['savings.likelyDouble', ['doubleWord']]);
  const batch = await as(house, leader).post<{ verified: number; passed: number; skipped: { id: string; why: string }[] }>('/savings/verify-many', { ids: [open, later] });
  assert.deepEqual([batch.body.verified, batch.body.skipped.map((s) => [s.id, s.why])], [1, [[open, '可能重复，需要逐笔看']]]);
  assert.equal((await as(house, leader).post(`/savings/${open}/verify`, { doubleWord: '早晚两班各做了一次' })).body.state, 'counted');
  assert.equal((await register()).countedFen, 3 * 31_250);
  const { rows } = await house.database.pool.query<{ double_word: string }>('select double_word from saving where id = $1', [open]);
  assert.equal(rows[0]?.double_word, '早晚两班各做了一次');
  await assert.rejects(house.database.pool.query("update saving set double_word = '' where id = $1", [open]), /saving_counted_once/, 'the table holds it too');
});

test('INN-8 sums are derived: per month, by kind, unit, post and person; what the worker sees of them', { timeout: 120_000 }, async () => {
  const { house, city, shop, worker, mate, leader, chair, sibling } = await stage();
  const once = await enter(house, worker);
  const monthly = await enter(house, worker, { ...MONTHLY, colleagues: [mate.id] });
  const refused = await enter(house, mate, { title: '不算的', post: '8号' });
  const back = await enter(house, mate, { title: '拿回来的', post: '8号', madeFrom: '2026-09-10', madeTo: '2026-09-10' });
  assert.equal((await as(house, leader).post<{ verified: number }>('/savings/verify-many', { ids: [once, monthly] })).body.verified, 2);
  await as(house, leader).post(`/savings/${refused}/refuse`, { text: '不是节约' });
  assert.equal((await as(house, mate).post(`/savings/${back}/withdraw`, {})).body.state, 'withdrawn');
  type Sums = { all: { fen: number; entries: number }; people: number; months: { month: number; fen: number }[]; kinds: { kind: string; fen: number }[]; units: { name: string; fen: number }[]; posts: { id: string; name: string; fen: number }[]; persons: { id: string; fen: number }[] };
  const { body: s } = await as(house, chair).get<Sums>('/saving-sums?year=2026');
  assert.deepEqual([s.all, s.people], [{ fen: 31_250 + 2 * 4_300, entries: 2 }, 2]);
  assert.deepEqual(s.months.filter((m) => m.fen > 0), [{ month: 7, fen: 4_300, entries: 1 }, { month: 8, fen: 4_300, entries: 1 }, { month: 9, fen: 31_250, entries: 1 }]);
  assert.deepEqual(s.kinds.filter((k) => k.fen > 0).map((k) => [k.kind, k.fen]), [['material', 31_250], ['energy', 8_600]]);
  assert.deepEqual(s.units.map((u) => [u.name, u.fen]), [['S-1-1工会', 39_850]]);
  assert.deepEqual(s.persons.map((p) => [p.id, p.fen]), [[worker.id, 31_250 + 4_300], [mate.id, 4_300]]);
  assert.equal((await as(house, sibling).get<Sums>('/saving-sums')).body.all.fen, 0);
  assert.equal((await as(house, sibling).get(`/saving-sums?unionId=${shop.id}`)).status, 404);
  const drill = async (query: string) => (await as(house, chair).get<{ items: Row[]; countedFen: number }>(`/saving-register?${query}`)).body;
  assert.deepEqual((await drill('month=2026-07&state=counted')).items.map((r) => r.id), [monthly]);
  assert.deepEqual((await drill(`personId=${mate.id}&state=counted`)).items.map((r) => r.id), [monthly]);
  assert.deepEqual((await drill(`postId=${s.posts[0]?.id ?? ''}`)).items.map((r) => r.id), [once]);
  assert.equal((await drill(`unionId=${city.one.id}`)).countedFen, 39_850);
  const { body: t } = await as(house, mate).get<{ mine: { fen: number }; unit: { fen: number }; all: { name: string; fen: number } | null }>('/savings/together');
  assert.deepEqual([t.mine.fen, t.unit.fen, t.all?.name, t.all?.fen], [4_300, 39_850, city.one.name, 39_850]);
  const { rows } = await house.database.pool.query<{ fen: bigint }>(`select sum(counted_fen * case when monthly then 2 else 1 end)::bigint as fen from saving where counted_on is not null and ended_on is null`);
  assert.equal(rows[0]?.fen, BigInt(s.all.fen));
  for (const path of ['/saving-register/export', '/saving-sums/export']) assert.equal((await house.ask('POST', `/api/v1${path}`, {}, { token: chair.token })).status, 200, path);
});

test('INN-8 the sesame prize: confirmed once a month from the ranking, told, taken back', { timeout: 120_000 }, async () => {
  const { house, city, worker, mate, leader, chair, accountant, sibling, shop } = await stage();
  await as(house, leader).post('/savings/verify-many', { ids: [await enter(house, worker), await enter(house, mate, { post: '8号', before: '100' })] });
  const award = (who: Player, more: object = {}) => as(house, who).post<{ winners: number; error?: Refusal }>('/saving-prizes', { unionId: city.one.id, month: '2026-09', people: [worker.id, mate.id], ...more });
  assert.equal((await award(leader)).status, 404);
  assert.equal((await award(sibling)).status, 404);
  assert.equal((await award(chair)).body.error?.code, 'savings.monthRunning');
  fixClock('2026-10-09T02:00:00Z');
  const [token = ''] = await house.tokens(city.federationId, [chair.id]);
  const officer = { ...chair, token };
  assert.equal((await award(officer, { people: [leader.id] })).body.error?.code, 'savings.notRanked');
  assert.equal((await award(officer, { people: Array.from({ length: 11 }, () => crypto.randomUUID()) })).body.error?.code, 'savings.prizeMost');
  type Prizes = { count: number; eachFen: number; ranking: { id: string; fen: number; won: boolean }[]; may: string[] };
  const see = async (unionId = city.one.id) => (await as(house, officer).get<Prizes>(`/saving-prizes?month=2026-09&unionId=${unionId}`)).body;
  const before = await see();
  assert.deepEqual([before.count, before.eachFen, before.ranking.map((p) => [p.id, p.fen]), before.may], [10, 5_000, [[worker.id, 31_250], [mate.id, 6_250]], ['award']]);
  const race = await Promise.all([award(officer), award(officer)]);
  assert.deepEqual(race.map((r) => r.body.winners ?? r.body.error?.code).sort(), [2, 'savings.prizeConfirmed']);
  assert.deepEqual((await see()).ranking.map((p) => p.won), [true, true]);
  const payLines = async () => (await house.database.pool.query<{ key: string; amount_fen: bigint; state: string }>("select key, amount_fen, state from payment_line where key like 'saving/%' and state <> 'withdrawn' order by amount_fen, key")).rows;
  assert.deepEqual((await payLines()).map((x) => [x.key, x.amount_fen, x.state]), [worker.id, mate.id].sort().map((id) => [`saving/2026-09/prize/${id}`, 5_000n, 'pending']), 'one list, one line for each winner');
  assert.equal((await award(officer, { unionId: shop.id, people: [worker.id] })).body.error?.code, 'savings.notRanked', 'nobody wins twice a month');
  const inbox = async () => (await house.within(city.federationId, (tx) => notify.inbox(tx, { personId: worker.id, locale: 'zh' }, { limit: 20 }))).items.map((m) => m.title);
  assert.ok((await inbox()).includes('您获得 2026-09 芝麻奖'));
  assert.equal((await as(house, officer).post('/saving-prizes/take-back', { unionId: city.one.id, month: '2026-09', text: '名单有误' })).status, 200);
  assert.equal((await payLines()).length, 0);
  assert.equal((await as(house, officer).post<{ error: Refusal }>('/saving-prizes/take-back', { unionId: city.one.id, month: '2026-09', text: '名单有误' })).body.error.code, 'savings.noPrize');
  assert.equal((await award(officer, { people: [worker.id] })).body.winners, 1);
  const { rows: [list] } = await house.database.pool.query<{ id: string }>("select list_id as id from payment_line where key like 'saving/%' and state <> 'withdrawn'");
  await house.within(city.federationId, (tx) => payments.submit(tx, actorWith(city.federationId, city.one, accountant.id), { id: list?.id ?? '' }));
  assert.equal((await as(house, officer).post<{ error: Refusal }>('/saving-prizes/take-back', { unionId: city.one.id, month: '2026-09', text: '名单有误' })).body.error.code, 'savings.prizeOnList');
  const lines = await house.within(city.federationId, (tx) => audit.list(tx, [city.top.path], { subject: { kind: 'savingPrize', id: city.one.id }, limit: 9 }, 'zh'));
  assert.equal(lines.items.length, 3);
});
