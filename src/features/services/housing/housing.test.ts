import assert from 'node:assert/strict';
import test from 'node:test';
import { audit } from '#engines/audit';
import { claims } from '#engines/claims';
import { notify } from '#engines/notify';
import { endMembership } from '#engines/org';
import { fixClock } from '#test/clock';
import { cast, foundBelow, foundCity, type Player } from '#test/people';
import { startHouse } from '#test/server';
import { isLooking } from './applications.sql.ts';
import { lookForLeavers, turnAll } from './housing.jobs.ts';

type Refusal = { code: string; fields?: { path: string }[] };
type Queue = { standing: string; claimId: string; place: number | null; ahead: number; start: number; moves: { change: number; ahead: number; why: string }[]; flat: { label: string } | null; declines: number; dueAt: string | null };
type Body = {
  id: string; state: string; offered: number; number: string; order: number | null; queue: Queue; may: string[]; before: number; household: { incomeFen: number; members: { name: string }[] } | null; papers: number; files: { id: string }[]; version: number; mine: boolean; error?: Refusal; total: number; phase: string;
  items: { id: string; name: string; order: number; place: number; state: string; mine: boolean; standing: string; label: string }[]; tenancy: { id: string; state: string; notice: string; leaveBy: string | null; visits: { id: string; kind: string; may: string[]; checks: { label: string }[] }[] } | null; lived: number; people: number; flats: number;
};
const DAY = '2026-03-02T02:00:00Z';
const at = (days: number, minutes = 0): string => new Date(new Date(DAY).getTime() + days * 86_400_000 + minutes * 60_000).toISOString();
const flat = (label: string, more: object = {}) => ({ label, estate: '明湖公寓', rooms: 1, area: 4_200, rentFen: 120_000, ...more });
const wanted = (more: object = {}) => ({ title: '春季公租房配租', about: '按申请顺序轮候。', place: '明湖公寓管理处', opensAt: at(0, -60), closesAt: at(10), documents: ['身份证', '收入证明'], checks: ['门窗', '水电表'], tenancyMonths: 24, flats: [flat('3-501'), flat('3-502')], ...more });
const HOUSEHOLD = { members: [{ name: '林小满', relation: 'child', age: 4 }], incomeFen: 850_000, phone: '13800001234', livesNow: '合租，每月 1500 元', note: '' };

async function stage() {
  const clock = fixClock(DAY);
  const house = await startHouse();
  const city = await foundCity(house, 'HSE');
  const shop = await foundBelow(house, city.federationId, city.one, 'HSE-1-1');
  const all = (await cast(house, city.federationId, [
    { name: '林建国', unionId: shop.id }, { name: '周同事', unionId: shop.id }, { name: '吴同事', unionId: city.one.id }, { name: '郑同事', unionId: city.one.id }, { name: '高主席', unionId: city.one.id, offices: ['chair'] },
    { name: '组织委员', unionId: shop.id, offices: ['organiser'] }, { name: '邻主席', unionId: city.other.id, offices: ['chair'] }, { name: '邻职工', unionId: city.other.id },
  ])) as [Player, Player, Player, Player, Player, Player, Player, Player];
  const [a, b, c, d, chair, below, sibling, elsewhere] = all;
  const call = async (who: Player | null, method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<{ status: number; body: Body; text: string }> => {
    const r = await house.ask(method, `/api/v1${path}`, method === 'GET' ? undefined : (body ?? {}), { token: who?.token ?? null });
    return { status: r.status, body: r.body as Body, text: r.text };
  };
  const said = async (who: Player | null, method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<string> => {
    const r = await call(who, method, path, body);
    return r.status < 300 ? '200' : `${r.status} ${(r.body.error?.fields ?? []).map((f) => f.path).join() || r.body.error?.code}`;
  };
  const go = async (days: number, minutes = 0): Promise<Date> => { clock.set(at(days, minutes)); const tokens = await house.tokens(city.federationId, all.map((p) => p.id)); for (const [i, p] of all.entries()) Object.assign(p, { token: tokens[i] }); return new Date(at(days, minutes)); };
  const published = async (more: object = {}): Promise<string> => {
    const r = await call(chair, 'POST', '/housing-allocations', { unionId: city.one.id, ...wanted(more) });
    assert.equal(r.status, 200, r.text);
    assert.equal(await said(chair, 'POST', `/housing-allocations/${r.body.id}/open`), '200');
    return r.body.id;
  };
  const draft = async (who: Player, id: string): Promise<string> => {
    const r = await call(who, 'POST', `/housing-allocations/${id}/applications`, { household: HOUSEHOLD });
    assert.equal(r.status, 200, r.text);
    return r.body.id;
  };
  const submitted = async (who: Player, id: string): Promise<string> => {
    const h = await draft(who, id);
    assert.equal(await said(who, 'POST', `/housing-applications/${h}/submit`), '200');
    return h;
  };
  const accepted = async (h: string): Promise<void> => assert.equal(await said(chair, 'POST', `/housing-applications/${h}/accept`), '200');
  const see = async (who: Player, h: string): Promise<Body> => {
    const r = await call(who, 'GET', `/housing-applications/${h}`);
    assert.equal(r.status, 200, r.text);
    return r.body;
  };
  const standing = async (who: Player, h: string): Promise<string> => { const { queue: q } = await see(who, h); return `${q.standing}${q.place ? ` ${q.place}` : ''}${q.flat ? ` ${q.flat.label}` : ''}`; };
  const answer = async (who: Player, h: string, accept: boolean): Promise<string> => said(who, 'POST', `/housing-applications/${h}/answer`, { claimId: (await see(who, h)).queue.claimId, accept });
  const start = async (id: string): Promise<void> => { await go(11); assert.equal(await said(chair, 'POST', `/housing-allocations/${id}/start`), '200'); };
  const turned = (now: Date): Promise<number> => turnAll(house.database, now);
  return { house, city, shop, a, b, c, d, chair, below, sibling, elsewhere, call, said, go, published, draft, submitted, accepted, see, standing, answer, start, turned };
}
const NO_PAPERS = { documents: [] };

test('SVC-10 allocations, refusals: session, scope, shape, times, states', { timeout: 240_000 }, async () => {
  const s = await stage();
  const no = (more: object, who: Player | null = s.chair, unionId = s.city.one.id) => s.said(who, 'POST', '/housing-allocations', { unionId, ...wanted(more) });
  assert.match(await no({}, null), /^401 /);
  assert.equal(await no({}, s.a), '404 http.notFound', 'a member keeps nothing');
  assert.match(await no({}, s.sibling), /^404 /);
  assert.match(await no({}, s.below), /^404 /, 'not above one’s own union');
  assert.equal(await no({ title: ' ' }), '400 title');
  assert.equal(await no({ flats: [] }), '400 flats');
  assert.equal(await no({ flats: [flat('3-501'), flat('3-501')] }), '400 flats.1.label');
  assert.equal(await no({ closesAt: at(-1) }), '409 closesAt');
  const id = await s.published(NO_PAPERS);
  assert.equal(await s.said(s.chair, 'POST', `/housing-allocations/${id}/start`), '409 housing.notReady', 'applications are still open');
  assert.equal(await s.said(s.chair, 'PUT', `/housing-allocations/${id}`, wanted()), '409 housing.notDraft');
  for (const who of [s.sibling, s.elsewhere]) assert.equal(await s.said(who, 'GET', `/housing-allocations/${id}`), '404 http.notFound', who.name);
  assert.equal(await s.said(s.sibling, 'POST', `/housing-allocations/${id}/close-applications`), '404 http.notFound');
});

test('SVC-10 applications: draft, papers, number kept, rejection, one objection; who else may not', { timeout: 240_000 }, async () => {
  const s = await stage();
  const id = await s.published();
  const begin = (who: Player, household: object = HOUSEHOLD) => s.said(who, 'POST', `/housing-allocations/${id}/applications`, { household });
  assert.equal(await begin(s.elsewhere), '404 http.notFound', 'another union');
  assert.equal(await begin(s.a, { ...HOUSEHOLD, phone: '12' }), '400 household.phone');
  const mine = await s.draft(s.a, id);
  assert.equal(await begin(s.a), '409 housing.alreadyApplied');
  assert.equal(await s.said(s.a, 'POST', `/housing-applications/${mine}/submit`), '409 files', 'papers are asked for');
  for (const who of [s.b, s.chair, s.sibling]) assert.equal(await s.said(who, 'GET', `/housing-applications/${mine}`), '404 http.notFound', 'a draft is nobody’s business');
  const open = await s.published({ ...NO_PAPERS, title: '第二次配租' });
  const [first, second] = [await s.submitted(s.a, open), await s.submitted(s.b, open)];
  assert.deepEqual([(await s.see(s.a, first)).order, (await s.see(s.b, second)).order], [1, 2]);
  assert.equal(await s.said(s.b, 'POST', `/housing-applications/${first}/accept`), '404 http.notFound');
  assert.equal(await s.said(s.chair, 'POST', `/housing-applications/${first}/ask`, { text: ' ' }), '400 text');
  assert.equal(await s.said(s.chair, 'POST', `/housing-applications/${first}/ask`, { text: '请补收入证明' }), '200');
  assert.equal(await s.said(s.b, 'PUT', `/housing-applications/${second}`, { household: HOUSEHOLD }), '409 housing.notChangeable');
  assert.equal(await s.said(s.a, 'PUT', `/housing-applications/${first}`, { household: { ...HOUSEHOLD, members: [] } }), '200');
  assert.equal(await s.said(s.a, 'POST', `/housing-applications/${first}/complete`), '200');
  assert.equal((await s.see(s.a, first)).order, 1, 'the number is kept');
  assert.equal(await s.said(s.chair, 'POST', `/housing-applications/${second}/reject`, { text: '已有住房' }), '200');
  assert.ok((await s.see(s.b, second)).may.includes('object'));
  assert.equal(await s.said(s.b, 'POST', `/housing-applications/${second}/object`, { text: '房子已经卖掉' }), '200');
  assert.equal(await s.said(s.chair, 'POST', `/housing-applications/${second}/uphold`, { text: '登记仍在名下' }), '200');
  assert.equal(await s.said(s.b, 'POST', `/housing-applications/${second}/object`, { text: '再来一次' }), '409 cases.wrongState');
  const late = await s.submitted(s.c, open);
  assert.equal(await s.said(s.chair, 'POST', `/housing-applications/${late}/reject`, { text: '不符合条件' }), '200');
  await s.go(12);
  assert.equal(await s.said(s.c, 'POST', `/housing-applications/${late}/object`, { text: '不同意' }), '409 housing.objectLate');
  assert.equal(await s.said(s.d, 'POST', `/housing-allocations/${open}/applications`, { household: HOUSEHOLD }), '409 housing.notApplying');
});

test('SVC-10 papers are sealed, opened by who checks, with a purpose that is logged, for an hour', { timeout: 240_000 }, async () => {
  const s = await stage();
  const id = await s.published(NO_PAPERS);
  const h = await s.submitted(s.a, id);
  const { rows } = await s.house.database.pool.query<{ sealed: Buffer }>('SELECT sealed FROM housing_application WHERE id = $1', [h]);
  const raw = rows[0]?.sealed.toString('latin1') ?? '';
  assert.ok(raw.length > 40 && !raw.includes('13800001234') && !raw.includes(Buffer.from('林小满').toString('latin1')));
  const seen = (await s.call(s.chair, 'GET', `/housing-applications/${h}`)).body;
  assert.equal(seen.household, null, 'not without a purpose');
  const own = (await s.see(s.a, h)).household;
  assert.deepEqual([own?.incomeFen, own?.members[0]?.name], [850_000, '林小满']);
  for (const [who, want] of [[s.b, '404'], [s.a, '404'], [s.sibling, '404'], [s.below, '404']] as const) assert.match(await s.said(who, 'POST', `/housing-applications/${h}/papers`, { purpose: '核对' }), new RegExp(`^${want}`), who.name);
  assert.equal(await s.said(s.chair, 'POST', `/housing-applications/${h}/papers`, { purpose: '' }), '400 purpose');
  const opened = await s.call(s.chair, 'POST', `/housing-applications/${h}/papers`, { purpose: '核对收入' });
  assert.equal(opened.body.household?.incomeFen, 850_000);
  const log = await s.house.within(s.city.federationId, (tx) => audit.list(tx, [s.city.top.path], { subject: { kind: 'housingApplication', id: h }, limit: 20 }, 'zh'));
  assert.ok(log.items.some((l) => l.purpose === '核对收入'));
  const found = await s.house.database.transaction(s.city.federationId, new Date(at(0, 61)), (tx) => isLooking(tx, h, s.chair.id));
  assert.equal(found, false, 'an hour later it is closed again');
});

test('SVC-10 strict order: by number of submission, not of acceptance; nobody enters past the check', { timeout: 240_000 }, async () => {
  const s = await stage();
  const id = await s.published(NO_PAPERS);
  const [a, b, c] = [await s.submitted(s.a, id), await s.submitted(s.b, id), await s.submitted(s.c, id)];
  const jump = await s.house.ask('POST', `/api/v1/offers/${id}/claims`, { places: 1 }, { token: s.d.token, headers: { 'idempotency-key': 'jump-the-queue' } } as never);
  assert.equal(jump.status, 409);
  assert.equal((jump.body as Body).error?.code, 'housing.applyFirst');
  await s.accepted(c);
  await s.go(1);
  await s.accepted(b);
  assert.equal(await s.standing(s.c, c), 'waiting 2', 'accepted first, submitted last');
  await s.accepted(a);
  assert.deepEqual([await s.standing(s.a, a), await s.standing(s.b, b), await s.standing(s.c, c)], ['waiting 1', 'waiting 2', 'waiting 3']);
  const { queue } = await s.see(s.c, c);
  assert.deepEqual([queue.start, queue.moves.map((m) => [m.change, m.why])], [0, [[2, 'joined']]], 'both came in before at one moment of the clock');
  const list = (await s.call(s.d, 'GET', `/housing-allocations/${id}/list`)).body;
  assert.deepEqual(list.items.map((x) => [x.place, x.order, x.name]), [[1, 1, '林**'], [2, 2, '周**'], [3, 3, '吴**']], 'published with masked names');
  await s.start(id);
  assert.deepEqual([await s.standing(s.a, a), await s.standing(s.b, b), await s.standing(s.c, c)], ['offered 3-501', 'offered 3-502', 'waiting 1']);
  assert.equal(await s.said(s.chair, 'POST', `/housing-allocations/${id}/start`), '409 housing.notReady');
  assert.ok((await s.see(s.c, c)).queue.moves.some((m) => m.why === 'offered' && m.change === -2));
  assert.ok((await s.house.within(s.city.federationId, (tx) => notify.inbox(tx, { personId: s.a.id, locale: 'zh' }, { limit: 20 }))).items.some((m) => m.title.startsWith('轮到您了')));
});

test('SVC-10 a declined flat goes to the next at once; the place is kept once, then lost; who does not answer has declined', { timeout: 240_000 }, async () => {
  const s = await stage();
  const id = await s.published({ ...NO_PAPERS, flats: [flat('3-501')] });
  const [a, b, c] = [await s.submitted(s.a, id), await s.submitted(s.b, id), await s.submitted(s.c, id)];
  for (const h of [a, b, c]) await s.accepted(h);
  await s.start(id);
  assert.equal(await s.answer(s.b, b, true), '409 housing.nothingOffered');
  assert.equal(await s.said(s.b, 'POST', `/housing-applications/${a}/answer`, { claimId: (await s.see(s.a, a)).queue.claimId, accept: true }), '404 http.notFound');
  assert.equal(await s.answer(s.a, a, false), '200');
  assert.deepEqual([await s.standing(s.a, a), await s.standing(s.b, b), await s.standing(s.c, c)], ['waiting 1', 'offered 3-501', 'waiting 2'], 'the next has it, the first keeps the place');
  const expired = await s.go(15, 1);
  await claims.sweep(s.house.database, expired);
  assert.deepEqual([await s.standing(s.a, a), (await s.see(s.b, b)).queue.standing], ['offered 3-501', 'paused'], 'no answer in 72 hours');
  await s.turned(expired);
  assert.equal(await s.standing(s.b, b), 'waiting 1');
  assert.equal(await s.answer(s.a, a, false), '200', 'the second time');
  assert.equal(await s.standing(s.b, b), 'offered 3-501');
  await s.turned(expired);
  assert.deepEqual([await s.standing(s.c, c), await s.standing(s.a, a)], ['waiting 1', 'waiting 2'], 'at the end of the queue now');
  assert.equal(await s.answer(s.b, b, true), '200');
  assert.equal(await s.standing(s.b, b), 'taken 3-501');
  assert.equal(await s.said(s.c, 'POST', `/housing-applications/${c}/leave`), '200');
  assert.equal(await s.standing(s.a, a), 'waiting 1');
});

test('SVC-10 races: flats given to exactly as many, whatever is answered at once', { timeout: 240_000 }, async () => {
  const s = await stage();
  const id = await s.published({ ...NO_PAPERS, flats: [flat('3-501')] });
  const [a, b] = [await s.submitted(s.a, id), await s.submitted(s.b, id)];
  await Promise.all([s.accepted(a), s.accepted(b)]);
  await s.start(id);
  const claimId = (await s.see(s.a, a)).queue.claimId;
  const both = await Promise.all([true, false, true].map((accept) => s.said(s.a, 'POST', `/housing-applications/${a}/answer`, { claimId, accept })));
  assert.equal(both.filter((x) => x === '200').length, 1, both.join());
  const { rows } = await s.house.database.pool.query<{ n: number }>("SELECT count(*)::int AS n FROM claim WHERE offer_id = $1 AND state IN ('offered','taken')", [id]);
  assert.equal(rows[0]?.n, 1);
  const { rows: order } = await s.house.database.pool.query<{ n: number }>('SELECT count(DISTINCT number)::int AS n FROM housing_application WHERE allocation_id = $1', [id]);
  assert.equal(order[0]?.n, 2);
});

test('SVC-10 moving in and out: both sign, keys, notice when the membership ends, the flat goes to the next', { timeout: 240_000 }, async () => {
  const s = await stage();
  const id = await s.published({ ...NO_PAPERS, flats: [flat('3-501')] });
  const [a, b] = [await s.submitted(s.a, id), await s.submitted(s.b, id)];
  for (const h of [a, b]) await s.accepted(h);
  await s.start(id);
  assert.equal(await s.answer(s.a, a, true), '200');
  const tenancy = (await s.see(s.a, a)).tenancy?.id ?? '';
  const plan = (kind: string, days: number, who = s.chair) => s.call(who, 'POST', `/housing-tenancies/${tenancy}/visits`, { kind, at: at(days) });
  assert.equal((await plan('moveIn', 13, s.sibling)).status, 404);
  assert.equal((await plan('moveIn', 3)).status, 400, 'in the past');
  assert.equal((await plan('moveOut', 13)).body.error?.code, 'housing.notLivedIn');
  const visit = (await plan('moveIn', 13)).body.id;
  const record = (v: string, more: object = {}, who = s.chair) => s.said(who, 'POST', `/housing-visits/${v}/record`, { checks: [{ label: '门窗', ok: true }, { label: '水电表', ok: true, note: '已抄表' }], keys: 2, electricity: '1024', water: '88', ...more });
  assert.equal(await s.said(s.a, 'POST', `/housing-visits/${visit}/sign`), '409 housing.officerFirst');
  assert.equal(await record(visit, {}, s.sibling), '404 http.notFound');
  assert.equal(await record(visit, { checks: [] }), '400 checks');
  assert.equal(await record(visit, { keys: 0 }), '400 keys');
  assert.equal(await record(visit, { absent: '没来' }), '400 absent');
  assert.equal(await record(visit), '200');
  assert.equal(await s.said(s.b, 'POST', `/housing-visits/${visit}/sign`), '404 http.notFound');
  assert.equal((await s.see(s.a, a)).queue.standing, 'taken', 'one signature is not enough');
  assert.equal(await s.said(s.a, 'POST', `/housing-visits/${visit}/sign`), '200');
  assert.equal(await record(visit), '409 housing.visitSigned');
  assert.deepEqual([(await s.see(s.a, a)).queue.standing, (await s.see(s.a, a)).tenancy?.state], ['lives', 'lives']);
  const figures = (await s.call(s.chair, 'GET', '/housing-statistics')).body;
  assert.deepEqual([figures.flats, figures.lived, figures.people], [1, 1, 2]);
  assert.equal(await lookForLeavers(s.house.database, await s.go(40)), 0);
  await s.house.within(s.city.federationId, (tx) => endMembership(tx, s.a.id, 'left'));
  assert.equal(await lookForLeavers(s.house.database, await s.go(41)), 1);
  assert.equal(await lookForLeavers(s.house.database, await s.go(41)), 0, 'asked once');
  const leaving = (await s.call(s.chair, 'GET', `/housing-applications/${a}`)).body.tenancy;
  assert.deepEqual([leaving?.state, leaving?.leaveBy], ['leaving', '2026-05-12']);
  const out = (await plan('moveOut', 45)).body.id;
  assert.equal(await record(out, { keys: 2, absent: '本人已离沪，委托寄回钥匙' }), '200');
  assert.deepEqual([(await s.call(s.chair, 'GET', `/housing-applications/${a}`)).body.tenancy?.state, await s.standing(s.b, b)], ['ended', 'offered 3-501'], 'the next is offered it in the same transaction');
});
