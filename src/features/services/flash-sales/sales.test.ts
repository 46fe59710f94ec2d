import assert from 'node:assert/strict';
import test from 'node:test';
import { claims } from '#engines/claims';
import { notify } from '#engines/notify';
import { readSheet } from '#platform/sheets';
import { fixClock } from '#test/clock';
import { cast, foundCity, type Player } from '#test/people';
import { pointsStage } from '#test/points';
import { startHouse, type TestHouse } from '#test/server';
import { remindAll } from './sales.jobs.ts';

const NOW = '2026-11-19T02:00:00Z';
const START = new Date('2026-11-21T02:00:00.000Z');
const later = (seconds: number): Date => new Date(START.getTime() + seconds * 1000);
type Refusal = { code: string; sentence: string; fields?: { path: string }[] };
type Body = {
  id: string; state: string; total: number; error?: Refusal; serverTime: string; left: number | null; bar: string | null; orderPublished: boolean; lastSeconds: number | null; remindedAt: string | null; promoted: number; needsApproval: boolean; places: number; taken: number; title: string;
  items: { id: string; no: number; name: string; seconds: number; mine: boolean; state: string }[]; checks: { name: string; level: string; text: string; basis: string }[]; may: string[]; events: { word: string; text: string }[]; version: number; seconds: { second: number; n: number; sum: number }[];
  unions: { name: string; taken: number; members: number; handed: number }[]; people: number; open: number; givenBack: number; costFen: number; perSecond: number; mine: { state: string; no: number } | null; photos: unknown[]; opensAt: string; handOverTo: string; tax: string;
};

const WANTED = {
  title: '一元抢 · 元旦汤圆', about: '两袋', measure: '盒', worthFen: 4_600, occasion: 'newYear', form: 'goods', pays: 'atHandOver', price: 100, places: 3, opensAt: START.toISOString(), closesAt: later(36_000).toISOString(),
  place: '职工之家', handOverFrom: later(86_400).toISOString(), handOverTo: later(500_000).toISOString(), tax: 'welfare', taxNote: '活动福利',
};

const talk = (house: TestHouse) => async (who: Player | null, method: 'GET' | 'POST' | 'PUT', path: string, body?: object, key?: string) => {
  const a = await house.ask(method, `/api/v1${path}`, body, { token: who?.token ?? null, headers: key ? { 'idempotency-key': key } : {} });
  return { status: a.status, body: a.body as Body, text: a.text };
};

async function stage() {
  const clock = fixClock(NOW);
  const house = await startHouse();
  const city = await foundCity(house, 'SAL');
  const [maker, chair, far, one, two, three, four, stranger] = (await cast(house, city.federationId, [
    { name: '组织委员', unionId: city.one.id, offices: ['organiser'] }, { name: '高主席', unionId: city.one.id, offices: ['chair'] }, { name: '邻厂主席', unionId: city.other.id, offices: ['chair'] },
    { name: '王小兵', unionId: city.one.id }, { name: '李大山', unionId: city.one.id }, { name: '赵四', unionId: city.one.id }, { name: '钱五', unionId: city.one.id }, { name: '远方人', unionId: city.other.id },
  ])) as [Player, Player, Player, Player, Player, Player, Player, Player];
  const ask = talk(house);
  const make = async (more: object = {}): Promise<string> => {
    const a = await ask(maker, 'POST', '/sales', { unionId: city.one.id, ...WANTED, ...more });
    assert.equal(a.status, 200, a.text);
    return a.body.id;
  };
  const publish = async (more: object = {}): Promise<string> => {
    const id = await make(more);
    assert.equal((await ask(maker, 'POST', `/sales/${id}/submit`, {})).body.state, 'waiting');
    assert.equal((await ask(chair, 'POST', `/sales/${id}/approve`, {})).body.state, 'coming');
    return id;
  };
  const press = async (who: Player, id: string, key = 'k') => {
    const a = await ask(who, 'POST', `/offers/${id}/claims`, {}, key);
    return a.status < 300 ? `${a.status} ${a.body.state}` : `${a.status} ${a.body.error?.code}`;
  };
  return { clock, house, city, maker, chair, far, one, two, three, four, stranger, ask, make, publish, press };
}

test('SVC-3 refusals: who may not make, see or approve; what does not fit; what cannot be sent', { timeout: 120_000 }, async () => {
  const s = await stage();
  assert.equal((await s.ask(null, 'POST', '/sales', WANTED)).status, 401);
  assert.equal((await s.ask(s.one, 'POST', '/sales', { unionId: s.city.one.id, ...WANTED })).status, 404, 'no office');
  assert.equal((await s.ask(s.far, 'POST', '/sales', { unionId: s.city.one.id, ...WANTED })).status, 404, 'another union');
  const wrong = async (more: object) => { const a = await s.ask(s.maker, 'POST', '/sales', { unionId: s.city.one.id, ...WANTED, ...more }); return [a.status, a.body.error?.fields?.[0]?.path]; };
  assert.deepEqual(await wrong({ opensAt: '2026-11-19T01:59:00Z' }), [400, 'opensAt']);
  assert.deepEqual(await wrong({ price: 4_601 }), [400, 'price']);
  assert.deepEqual(await wrong({ closesAt: START.toISOString() }), [409, 'closesAt']);
  assert.deepEqual(await wrong({ handOverFrom: null, handOverTo: START.toISOString() }), [400, 'handOverTo']);
  assert.deepEqual(await wrong({ unions: [s.city.other.id] }), [400, 'unions']);
  assert.deepEqual(await wrong({ pays: 'points' }), [400, 'pays']);
  assert.deepEqual(await wrong({ measure: '' }), [400, 'measure']);
  const id = await s.make({ tax: '', place: '' });
  for (const who of [s.one, s.far, s.stranger]) assert.equal((await s.ask(who, 'GET', `/sales/${id}`)).status, 404, 'a draft is not there for others');
  assert.equal((await s.ask(s.far, 'GET', `/sale-register/${id}`)).status, 404);
  const sent = await s.ask(s.maker, 'POST', `/sales/${id}/submit`, {});
  assert.equal(sent.body.error?.code, 'sales.stopped');
  assert.match(sent.body.error?.sentence ?? '', /税务认定.*领取地点/s);
  assert.equal((await s.ask(s.chair, 'POST', `/sales/${id}/approve`, {})).body.error?.code, 'sales.notWaiting');
  claims.useGate(null);
  assert.equal((await s.ask(s.maker, 'POST', '/sales', { unionId: s.city.one.id, ...WANTED, pays: 'online' })).body.error?.code, 'claims.gateUnknown', 'there is no gate');
});

test('SVC-3 approval: not by whoever made it; returned, changed, sent again; approved once; too late is returned', { timeout: 120_000 }, async () => {
  const s = await stage();
  const own = await s.ask(s.chair, 'POST', '/sales', { unionId: s.city.one.id, ...WANTED });
  assert.equal((await s.ask(s.chair, 'POST', `/sales/${own.body.id}/submit`, {})).body.error?.code, 'sales.noApprover', 'nobody else could');
  const id = await s.make();
  assert.deepEqual((await s.ask(s.maker, 'GET', `/sale-register/${id}`)).body.checks.filter((c) => c.level !== 'ok').map((c) => c.name), ['picture']);
  await s.ask(s.maker, 'POST', `/sales/${id}/submit`, {});
  assert.equal((await s.ask(s.maker, 'POST', `/sales/${id}/approve`, {})).status, 404, 'an organiser does not approve');
  assert.equal((await s.ask(s.maker, 'PUT', `/sales/${id}`, WANTED)).body.error?.code, 'sales.notDraft');
  assert.equal((await s.ask(s.chair, 'POST', `/sales/${id}/return`, { text: ' ' })).status, 400);
  assert.equal((await s.ask(s.chair, 'POST', `/sales/${id}/return`, { text: '数量再少一点' })).body.state, 'draft');
  const changed = await s.ask(s.maker, 'GET', `/sale-register/${id}`);
  assert.equal((await s.ask(s.maker, 'PUT', `/sales/${id}`, { ...WANTED, places: 2, version: changed.body.version + 1 })).body.error?.code, 'claims.changedMeanwhile');
  assert.equal((await s.ask(s.maker, 'PUT', `/sales/${id}`, { ...WANTED, places: 2, version: changed.body.version })).status, 200);
  assert.equal((await s.ask(s.maker, 'POST', `/sales/${id}/submit`, {})).body.state, 'waiting');
  const waits = await s.ask(s.chair, 'GET', `/sale-register/${id}`);
  assert.ok(waits.body.may.includes('approve'));
  assert.deepEqual(waits.body.events.map((e) => e.text).filter(Boolean), ['数量再少一点']);
  assert.equal((await s.ask(s.chair, 'POST', `/sales/${id}/approve`, {})).body.state, 'coming');
  assert.equal((await s.ask(s.chair, 'POST', `/sales/${id}/approve`, {})).body.error?.code, 'sales.notWaiting');
  assert.equal((await s.ask(s.one, 'GET', `/sales/${id}`)).body.title, WANTED.title);
  assert.equal((await s.ask(s.stranger, 'GET', `/sales/${id}`)).status, 404, 'for members of this union');
  const late = await s.make();
  await s.ask(s.maker, 'POST', `/sales/${late}/submit`, {});
  s.clock.set(later(1));
  assert.equal((await s.ask(s.chair, 'POST', `/sales/${late}/approve`, {})).body.error?.code, 'sales.startPassed');
  s.clock.set(NOW);
  assert.equal((await s.ask(s.maker, 'POST', `/sales/${late}/withdraw`, {})).body.state, 'draft');
});

test('SVC-3: before the start not_started, at the second one each, then sold out; the order is published masked, figures and export', { timeout: 120_000 }, async () => {
  const s = await stage();
  const id = await s.publish();
  assert.equal((await s.ask(s.one, 'POST', `/sales/${id}/reminder`, { on: true })).body.remindedAt, later(-600).toISOString());
  s.clock.set(later(-0.001));
  assert.equal(await s.press(s.one, id), '409 not_started');
  s.clock.set(START);
  assert.equal(await s.press(s.stranger, id), '409 not_eligible');
  assert.equal(await s.press(s.one, id), '201 taken', 'an earlier press harms nothing, and its key is free');
  assert.equal(await s.press(s.one, id), '200 taken');
  s.clock.set(later(2));
  for (const who of [s.two, s.three]) assert.equal(await s.press(who, id), '201 taken');
  s.clock.set(later(3.5));
  assert.equal(await s.press(s.four, id), '409 sold_out');
  const seen = await s.ask(s.four, 'GET', `/sales/${id}`);
  assert.deepEqual([seen.body.state, seen.body.left, seen.body.lastSeconds, seen.body.serverTime], ['on', 0, 2, later(3.5).toISOString()]);
  assert.equal((await s.ask(s.one, 'GET', `/sales/${id}/order`)).status, 404, 'not published yet');
  assert.equal((await s.ask(s.maker, 'POST', `/sales/${id}/show-order`, { shown: true })).status, 200, 'nothing is left, so it is over');
  assert.equal(seen.body.bar, null, 'nothing stands against an ordinary member');
  const order = await s.ask(s.four, 'GET', `/sales/${id}/order`);
  assert.deepEqual(order.body.items.map((x) => [x.no, x.name, x.seconds, x.mine]), [[1, '王**', 0, false], [2, '李**', 2, false], [3, '赵*', 2, false]]);
  assert.equal(order.text.includes('王小兵'), false);
  const hall = await s.ask(s.maker, 'GET', `/sale-register/${id}/hall`);
  assert.deepEqual([hall.body.places, hall.body.taken, hall.body.seconds, hall.body.lastSeconds], [3, 3, [{ second: 0, n: 1, sum: 1 }, { second: 2, n: 2, sum: 3 }], 2]);
  assert.equal(hall.text.includes('王'), false, 'no names in the hall');
  const report = await s.ask(s.maker, 'GET', `/sale-register/${id}/report`);
  assert.deepEqual([report.body.people, report.body.open, report.body.costFen, report.body.perSecond], [3, 3, 13_500, 1.5]);
  assert.deepEqual(report.body.unions.map((u) => [u.taken, u.members]), [[3, 6]]);
  assert.equal((await s.ask(s.far, 'GET', `/sale-register/${id}/report`)).status, 404);
  const file = await s.house.house.server.inject({ method: 'POST', url: `/api/v1/sale-register/${id}/export`, payload: '{}', headers: { 'x-niangjia': '1', 'content-type': 'application/json', authorization: `Bearer ${s.maker.token}` } });
  const rows: string[][] = [];
  for await (const row of readSheet({ bytes: new Uint8Array(file.rawPayload), name: 'a.xlsx' })) rows.push(row.cells.map((c) => c.text));
  assert.deepEqual(rows.map((r) => [r[0], r[2], r[3]]), [['顺序', '抢完用时（秒）', '姓名'], ['1', '0', '王小兵'], ['2', '2', '李大山'], ['3', '2', '赵四']]);
  const log = await s.house.database.pool.query<{ zh: string }>(`SELECT zh FROM audit_entry WHERE federation_id = $1 AND subject_kind = 'sale' AND subject_id = $2 ORDER BY at, id`, [s.city.federationId, id]);
  assert.deepEqual(log.rows.map((r) => r.zh.slice(0, 4)), ['编制了一', '公布了一', '导出了一']);
});

test('SVC-3: raising the number, calling off, copying, reminders told once, limits of the form', { timeout: 120_000 }, async () => {
  const s = await stage();
  const id = await s.publish({ places: 1, waits: true });
  for (const who of [s.one, s.two]) await s.ask(who, 'POST', `/sales/${id}/reminder`, { on: true });
  await s.ask(s.two, 'POST', `/sales/${id}/reminder`, { on: false });
  s.clock.set(later(-600));
  assert.equal(await remindAll(s.house.database, later(-600)), 1);
  assert.equal(await remindAll(s.house.database, later(-540)), 0, 'once');
  const inbox = await s.house.within(s.city.federationId, (tx) => notify.inbox(tx, { personId: s.one.id, locale: 'zh' }, { limit: 5 }));
  assert.match(JSON.stringify(inbox), /还有 10 分钟开抢/);
  s.clock.set(START);
  assert.equal(await s.press(s.one, id), '201 taken');
  assert.equal(await s.press(s.two, id), '202 waiting');
  assert.equal((await s.ask(s.maker, 'POST', `/sales/${id}/raise`, { by: 1 })).body.promoted, 1);
  assert.equal((await s.ask(s.far, 'POST', `/sales/${id}/call-off`, { why: '到货不合格' })).status, 404);
  assert.equal((await s.ask(s.maker, 'POST', `/sales/${id}/call-off`, { why: '到货不合格' })).body.state, 'cancelled');
  const mine = await s.ask(s.one, 'GET', `/sales/${id}`);
  assert.deepEqual([mine.body.state, mine.body.mine?.state], ['cancelled', 'cancelled']);
  assert.equal((await s.ask(s.maker, 'POST', `/sales/${id}/call-off`, { why: '再来一次' })).body.error?.code, 'sales.nothingLeft');
  const copied = await s.ask(s.maker, 'POST', `/sales/${id}/copy`, { opensAt: later(7 * 86_400).toISOString() });
  const copy = await s.ask(s.maker, 'GET', `/sale-register/${copied.body.id}`);
  assert.deepEqual([copy.body.state, copy.body.places, copy.body.tax, copy.body.handOverTo], ['draft', 2, '', later(7 * 86_400 + 500_000).toISOString()]);
});

test('SVC-3: no approval where the rulebook asks for none; the cap of the year is shown with what was had before', { timeout: 120_000 }, async () => {
  const s = await stage();
  const decide = (param: string, value: number) => s.ask(s.chair, 'POST', '/rules/decisions', { unionId: s.city.one.id, param, value, from: '2026-11-19', document: '工会委员会决议' });
  const first = await s.publish();
  s.clock.set(START);
  await s.press(s.one, first);
  s.clock.set(NOW);
  const decided = await decide('sales.approve.aboveFen', 100_000);
  if (decided.status === 200) {
    const id = await s.make();
    assert.equal((await s.ask(s.maker, 'POST', `/sales/${id}/submit`, {})).body.state, 'coming');
  }
  const big = await s.make({ worthFen: 149_000 });
  const cap = (await s.ask(s.maker, 'GET', `/sale-register/${big}`)).body.checks.find((c) => c.name === 'cap');
  assert.deepEqual([cap?.level, /¥45\.00.*1 人会超过/s.test(cap?.text ?? ''), /基层工会经费收支管理办法/.test(cap?.basis ?? '')], ['warn', true, true], cap?.text);
  assert.equal(decided.status, 200, decided.text);
});

test('SVC-3 for points: they leave the wallet with the press, and come back when it is called off', { timeout: 120_000 }, async () => {
  const p = await pointsStage();
  const [maker, chair] = (await cast(p.house, p.city.federationId, [{ name: '组织委员', unionId: p.city.one.id, offices: ['organiser'] }, { name: '高主席', unionId: p.city.one.id, offices: ['chair'] }])) as [Player, Player];
  const ask = talk(p.house);
  await p.give(p.one, 30);
  const clock = fixClock('2026-11-10T02:00:00Z');
  const opensAt = new Date('2026-11-10T03:00:00Z');
  const made = await ask(maker, 'POST', '/sales', { unionId: p.city.one.id, ...WANTED, pays: 'points', price: 2_000, opensAt: opensAt.toISOString() });
  assert.equal(made.status, 200, made.text);
  const id = made.body.id;
  await ask(maker, 'POST', `/sales/${id}/submit`, {});
  await ask(chair, 'POST', `/sales/${id}/approve`, {});
  clock.set(opensAt);
  const press = async (who: Player) => { const a = await ask(who, 'POST', `/offers/${id}/claims`, {}, 'k'); return a.status < 300 ? a.body.state : a.body.error?.code; };
  assert.equal(await press(p.two), 'claims.short');
  assert.equal(await press(p.one), 'taken');
  assert.equal((await p.wallet(p.one)).balance, 1_000);
  assert.equal((await ask(maker, 'POST', `/sales/${id}/call-off`, { why: '供应商停产' })).body.state, 'cancelled');
  assert.equal((await p.wallet(p.one)).balance, 3_000);
  assert.equal(claims.kindNamed('sale').memberPath, '/flash-sales/:id');
});
