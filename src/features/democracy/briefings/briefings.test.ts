import assert from 'node:assert/strict';
import test from 'node:test';
import { notify } from '#engines/notify';
import { fixClock } from '#test/clock';
import { cast, foundBelow, foundCity, type Player } from '#test/people';
import { startHouse } from '#test/server';
import { remindAll } from './briefings.jobs.ts';
import { codeOf } from './room.service.ts';

type Question = { id: string; text: string; by: string; votes: number; state: string; answer: string; live: boolean | null; dueAt: string | null; may: string[] };
type Body = { id: string; state: string; later: number; votes: number; code: string; attended: number; minutes: string; may: string[]; total: number; briefingId: string; now: Question | null; items: (Question & { title: string; held: number; least: number; name: string; planned: number })[]; error?: { code: string; fields?: { path: string }[] } };
const PLAN = { title: '下半年厂情通报会', place: '礼堂', heldAt: '2026-11-25T06:00:00Z', endsAt: '2026-11-25T08:00:00Z', agenda: [{ title: '生产经营', by: '厂长' }] };

async function stage() {
  const clock = fixClock('2026-11-21T02:00:00Z');
  const house = await startHouse();
  const city = await foundCity(house, 'BRF');
  const shop = await foundBelow(house, city.federationId, city.one, 'BRF-1-1');
  const players = (await cast(house, city.federationId, [{ name: '王小兵', unionId: shop.id }, { name: '钱同事', unionId: shop.id }, { name: '高主席', unionId: city.one.id, offices: ['chair'] }, { name: '邻主席', unionId: city.other.id, offices: ['chair'] }])) as [Player, Player, Player, Player];
  const [worker, mate, chair, sibling] = players;
  const call = async (who: Player | null, method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<{ status: number; body: Body; text: string }> => {
    const a = await house.ask(method, `/api/v1${path}`, method === 'GET' ? undefined : (body ?? {}), { token: who?.token ?? null });
    return { status: a.status, body: a.body as Body, text: a.text };
  };
  const said = async (who: Player | null, method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<string> => {
    const a = await call(who, method, path, body);
    return a.status < 300 ? String(a.status) : `${a.status} ${(a.body.error?.fields ?? []).map((f) => f.path).join() || a.body.error?.code}`;
  };
  const plan = async (): Promise<string> => { const a = await call(chair, 'POST', '/briefings', { unionId: city.one.id, ...PLAN }); assert.equal(a.status, 200, a.text); return a.body.id; };
  const go = async (at: string): Promise<void> => { clock.set(at); const tokens = await house.tokens(city.federationId, players.map((p) => p.id)); for (const [i, p] of players.entries()) Object.assign(p, { token: tokens[i] }); };
  const inbox = async (who: Player): Promise<string[]> => (await house.within(city.federationId, (tx) => notify.inbox(tx, { personId: who.id, locale: 'zh' }, { limit: 50 }))).items.map((m) => m.title);
  return { house, city, worker, mate, chair, sibling, call, said, plan, go, inbox };
}

test('DEM-7 refusals: session, times, other unions, codes, closed rooms, own votes', { timeout: 240_000 }, async () => {
  const s = await stage();
  assert.equal((await s.call(null, 'GET', '/briefings')).status, 401);
  const no = (more: object, who = s.chair) => s.said(who, 'POST', '/briefings', { unionId: s.city.one.id, ...PLAN, ...more });
  assert.equal(await no({ title: ' ' }), '400 title');
  assert.equal(await no({ endsAt: PLAN.heldAt }), '400 endsAt');
  assert.equal(await no({ heldAt: '2026-11-20T06:00:00Z' }), '400 heldAt');
  assert.match(await no({}, s.sibling), /^404 /);
  assert.equal((await s.call(s.worker, 'POST', '/briefings', { unionId: s.city.one.id, ...PLAN })).status, 404);
  const id = await s.plan();
  for (const path of ['', '/questions', '/screen', '/attendance']) assert.equal((await s.call(s.sibling, 'GET', `/briefings/${id}${path}`)).status, 404, path);
  assert.equal((await s.call(s.sibling, 'POST', `/briefings/${id}/questions`, { text: '能看到吗？' })).status, 404);
  assert.equal(await s.said(s.worker, 'POST', `/briefings/${id}/check-in`, { code: '000000' }), '409 briefings.notLive');
  assert.equal(await s.said(s.chair, 'POST', `/briefings/${id}/end`), '409 cases.wrongState');
  assert.match(await s.said(s.chair, 'POST', `/briefings/${id}/call-off`, {}), /^400 /);
  const own = (await s.call(s.worker, 'POST', `/briefings/${id}/questions`, { text: '年终奖什么时候发？' })).body.id;
  assert.equal(await s.said(s.worker, 'POST', `/briefing-questions/${own}/vote`, { on: true }), '403 briefings.ownVote');
  assert.equal((await s.call(s.sibling, 'POST', `/briefing-questions/${own}/vote`, { on: true })).status, 404);
  assert.equal((await s.call(s.worker, 'POST', `/briefing-questions/${own}/moderate`, { state: 'hidden' })).status, 404);
  assert.equal(await s.said(s.chair, 'POST', `/briefing-questions/${own}/moderate`, { state: 'hidden' }), '200');
  assert.equal((await s.call(s.mate, 'POST', `/briefing-questions/${own}/vote`, { on: true })).status, 404, 'hidden from the room');
  await s.go('2026-11-25T06:00:00Z');
  assert.equal(await s.said(s.chair, 'POST', `/briefings/${id}/start`), '200');
  const wrong = codeOf(s.city.federationId, id) === '123456' ? '654321' : '123456';
  for (let i = 0; i < 10; i++) assert.equal(await s.said(s.mate, 'POST', `/briefings/${id}/check-in`, { code: wrong }), '400 code');
  assert.equal(await s.said(s.mate, 'POST', `/briefings/${id}/check-in`, { code: codeOf(s.city.federationId, id) }), '429 briefings.tooManyTries');
  for (let i = 0; i < 4; i++) assert.equal(await s.said(s.worker, 'POST', `/briefings/${id}/questions`, { text: `问题 ${i}` }), '200');
  assert.equal(await s.said(s.worker, 'POST', `/briefings/${id}/questions`, { text: '第六个问题' }), '429 briefings.askedMany');
});

test('DEM-7 a briefing: invited, checked in, asked with and without a name, voted, answered at once and later, minutes', { timeout: 240_000 }, async () => {
  const s = await stage();
  const id = await s.plan();
  assert.ok((await s.inbox(s.worker)).includes('邀请您参加：下半年厂情通报会'));
  assert.ok(!(await s.inbox(s.sibling)).some((m) => m.startsWith('邀请')));
  await s.go('2026-11-25T06:00:00Z');
  assert.equal(await s.said(s.chair, 'POST', `/briefings/${id}/start`), '200');
  const { code } = (await s.call(s.chair, 'GET', `/briefings/${id}/screen`)).body;
  for (let i = 0; i < 2; i++) assert.equal(await s.said(s.worker, 'POST', `/briefings/${id}/check-in`, { code }), '200');
  assert.equal((await s.call(s.chair, 'GET', `/briefings/${id}/attendance`)).body.total, 1, 'twice is once');
  const bonus = (await s.call(s.worker, 'POST', `/briefings/${id}/questions`, { text: '年终奖什么时候发？' })).body.id;
  const bus = (await s.call(s.mate, 'POST', `/briefings/${id}/questions`, { text: '班车能不能晚一点？', named: true })).body.id;
  await Promise.all(Array.from({ length: 8 }, () => s.call(s.mate, 'POST', `/briefing-questions/${bonus}/vote`, { on: true })));
  const seen = (await s.call(s.chair, 'GET', `/briefings/${id}/questions`)).body.items;
  assert.deepEqual(seen.map((q) => [q.text, q.votes, q.by]), [['年终奖什么时候发？', 1, ''], ['班车能不能晚一点？', 0, '钱同事']], 'a race of one person is one vote');
  await Promise.all([s.worker, s.chair].map((who) => s.call(who, 'POST', `/briefing-questions/${bus}/vote`, { on: true })));
  assert.equal((await s.call(s.chair, 'POST', `/briefing-questions/${bus}/vote`, { on: false })).body.votes, 1, 'taken back');
  const taken = await Promise.all([bonus, bus].map((q) => s.said(s.chair, 'POST', `/briefing-questions/${q}/moderate`, { state: 'answering' })));
  assert.equal(taken.filter((t) => t === '200').length, 1, `one is answered at a time: ${taken.join()}`);
  for (const q of [bonus, bus]) await s.call(s.chair, 'POST', `/briefing-questions/${q}/moderate`, { state: 'asked' });
  assert.equal(await s.said(s.chair, 'POST', `/briefing-questions/${bonus}/moderate`, { state: 'answering' }), '200');
  assert.equal((await s.call(s.chair, 'GET', `/briefings/${id}/screen`)).body.now?.text, '年终奖什么时候发？');
  assert.equal(await s.said(s.chair, 'POST', `/briefing-questions/${bonus}/answer`, { text: '一月底前发放。' }), '200');
  assert.equal(await s.said(s.chair, 'POST', `/briefing-questions/${bonus}/answer`, { text: '再答。' }), '409 briefings.answeredAlready');
  assert.equal(await s.said(s.worker, 'POST', `/briefing-questions/${bonus}/vote`, { on: true }), '403 briefings.ownVote');
  assert.equal(await s.said(s.mate, 'POST', `/briefing-questions/${bonus}/vote`, { on: true }), '409 briefings.voteClosed');
  const end = (await s.call(s.chair, 'POST', `/briefings/${id}/end`)).body;
  assert.deepEqual([end.state, end.later], ['ended', 1]);
  assert.equal(await s.said(s.worker, 'POST', `/briefings/${id}/questions`, { text: '会后还能问吗？' }), '409 briefings.notAsking');
  const open = (await s.call(s.mate, 'GET', `/briefings/${id}/questions`)).body.items.find((q) => q.id === bus);
  assert.equal(open?.dueAt, '2026-12-25T16:00:00.000Z', '30 days');
  assert.equal(await s.said(s.chair, 'POST', `/briefing-questions/${bus}/answer`, { text: '下月起延后半小时。' }), '200');
  assert.ok((await s.inbox(s.mate)).includes('您的提问有了答复'));
  const later = (await s.call(s.worker, 'GET', `/briefings/${id}/questions`)).body.items.find((q) => q.id === bus);
  assert.deepEqual([later?.answer, later?.live], ['下月起延后半小时。', false], 'everybody reads it');
  assert.match(await s.said(s.chair, 'POST', `/briefings/${id}/minutes`, { minutes: '短' }), /^400 /);
  assert.equal(await s.said(s.chair, 'POST', `/briefings/${id}/minutes`, { minutes: '一、厂长通报了生产经营情况。二、当场答复提问一个。' }), '200');
  assert.ok((await s.inbox(s.mate)).includes('通报会纪要：下半年厂情通报会'));
  const year = (await s.call(s.chair, 'GET', '/briefing-statistics?year=2026')).body.items.find((u) => u.id === s.city.one.id);
  assert.deepEqual([year?.held, year?.least], [1, 2]);
});

test('DEM-7 two a year: who has planned too few is reminded once in the half-year', { timeout: 240_000 }, async () => {
  const s = await stage();
  assert.equal(await remindAll(s.house.database, new Date('2026-10-21T02:00:00Z')), 0, 'not in October');
  assert.ok((await remindAll(s.house.database, new Date('2026-11-21T02:00:00Z'))) >= 1);
  assert.equal((await s.inbox(s.chair)).filter((m) => m === '今年还要召开通报会').length, 1);
  await remindAll(s.house.database, new Date('2026-11-28T02:00:00Z'));
  assert.equal((await s.inbox(s.chair)).filter((m) => m === '今年还要召开通报会').length, 1, 'once');
});
