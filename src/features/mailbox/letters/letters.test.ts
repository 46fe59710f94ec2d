import assert from 'node:assert/strict';
import test from 'node:test';
import { audit } from '#engines/audit';
import { cases } from '#engines/cases';
import { notify } from '#engines/notify';
import { clock } from '#platform/clock';
import { fixClock } from '#test/clock';
import { cast, foundBelow, foundCity, type Player } from '#test/people';
import { startHouse, type TestHouse } from '#test/server';

type Letter = {
  id: string; number: string; state: string; writer: string; may: string[]; version: number; late: boolean; reportedTo: string | null; union: { name: string };
  nextDue: string | null; recheck: boolean; rating: number | null; reopened: number; events: { step: string; by: string; text: string }[]; clocks: { clock: string; due: string | null; met: string | null }[];
};

const draft = { title: '食堂太辣', text: '三号食堂的菜每天都太辣，能不能每天有一个不辣的菜？', category: 'living', place: '三号食堂' };
const MONDAY = '2026-09-07T01:00:00Z';

async function stage() {
  fixClock(MONDAY);
  const house = await startHouse();
  const city = await foundCity(house, 'T');
  const shop = await foundBelow(house, city.federationId, city.one, 'T-1-1');
  const [writer, chair, clerk, liaison, sibling, up, colleague] = (await cast(house, city.federationId, [
    { name: '王小兵', unionId: city.one.id }, { name: '高主席', unionId: city.one.id, offices: ['chair'] }, { name: '周经办', unionId: city.one.id, offices: ['mailboxClerk'] },
    { name: '何联络', unionId: city.one.id, offices: ['departmentLiaison'] }, { name: '邻主席', unionId: city.other.id, offices: ['chair'] },
    { name: '上主席', unionId: city.top.id, offices: ['chair'] }, { name: '钱同事', unionId: shop.id },
  ])) as [Player, Player, Player, Player, Player, Player, Player];
  return { house, city, writer, chair, clerk, liaison, sibling, up, colleague };
}

const as = (house: TestHouse, who: Player | null) => ({
  async get<T>(path: string): Promise<{ status: number; body: T }> {
    const a = await house.ask('GET', `/api/v1${path}`, undefined, { token: who?.token ?? null });
    return { status: a.status, body: a.body as T };
  },
  async post<T = { id: string; state: string; error?: { code: string; fields?: { path: string }[] } }>(path: string, body: unknown): Promise<{ status: number; body: T }> {
    const a = await house.ask('POST', `/api/v1${path}`, body, { token: who?.token ?? null });
    return { status: a.status, body: a.body as T };
  },
});

const sweep = (house: TestHouse) => cases.sweep((id, run) => house.database.transaction(id, clock.now(), run));

test('BOX-1 refusals: shape, session, other unions, wrong state, missing reason, own letter', { timeout: 120_000 }, async () => {
  const { house, city, writer, chair, clerk, sibling, colleague, liaison } = await stage();
  assert.equal((await as(house, null).post('/letters', draft)).status, 401);
  const short = await as(house, writer).post('/letters', { ...draft, text: '短' });
  assert.equal(short.status, 400);
  assert.deepEqual(short.body.error?.fields?.map((f) => f.path), ['text']);
  assert.equal((await as(house, writer).post('/letters', { ...draft, unionId: city.other.id })).body.error?.code, 'letters.notYourUnion');
  const { body: { id } } = await as(house, writer).post<{ id: string }>('/letters', draft);
  for (const stranger of [sibling, colleague, liaison]) assert.equal((await as(house, stranger).get(`/letters/${id}`)).status, 404, stranger.name);
  assert.equal((await as(house, sibling).post(`/letters/${id}/answer`, { text: '不归我管' })).status, 404);
  assert.equal((await as(house, writer).post(`/letters/${id}/accept`, {})).status, 404, 'no permission word, no route');
  assert.equal((await as(house, clerk).post(`/letters/${id}/answer`, { text: '经办不能答复' })).status, 404);
  assert.equal((await as(house, chair).post(`/letters/${id}/decline`, { text: ' ' })).status, 400);
  assert.equal((await as(house, writer).post(`/letters/${id}/rate`, { rating: 5 })).body.error?.code, 'cases.wrongState');
  const own = await as(house, chair).post<{ id: string }>('/letters', draft);
  assert.equal((await as(house, chair).post(`/letters/${own.body.id}/accept`, {})).body.error?.code, 'cases.ownCase');
  await as(house, clerk).post(`/letters/${id}/accept`, { version: 1 });
  assert.equal((await as(house, chair).post(`/letters/${id}/assign`, { version: 1, assigneeId: liaison.id })).body.error?.code, 'cases.changedMeanwhile');
  assert.equal((await as(house, chair).post(`/letters/${id}/assign`, { assigneeId: writer.id })).body.error?.code, 'cases.assigneeUnknown');
});

test('BOX-1 the story: accepted, assigned, reported, answered, disputed, answered again, rated, asked again, reopened', { timeout: 120_000 }, async () => {
  const { house, city, writer, chair, clerk, liaison } = await stage();
  const { body: { id } } = await as(house, writer).post<{ id: string; number: string }>('/letters', { ...draft, privacy: 'hidden' });
  const see = async (who: Player): Promise<Letter> => (await as(house, who).get<Letter>(`/letters/${id}`)).body;
  assert.deepEqual((await see(writer)).clocks.map((c) => c.due), ['2026-09-09T10:00:00.000Z', '2026-09-16T10:00:00.000Z', '2026-09-28T10:00:00.000Z'], '2, 7 and 15 working days, the weekend before National Day worked');
  await as(house, clerk).post(`/letters/${id}/accept`, {});
  await as(house, chair).post(`/letters/${id}/assign`, { assigneeId: liaison.id, text: '请核实' });
  const passed = await see(liaison);
  assert.equal(passed.writer, '来信人（隐名）', 'whoever only works on it does not learn the name');
  assert.deepEqual(passed.may, ['report']);
  assert.equal((await see(chair)).writer, '王小兵');
  await as(house, liaison).post(`/letters/${id}/report`, { text: '已换调料' });
  assert.ok(!(await see(writer)).events.some((e) => e.step === 'report'), 'reports are for officers');
  assert.equal((await as(house, chair).post(`/letters/${id}/answer`, { text: '从明天起每餐有一个不辣的菜' })).body.state, 'answered');
  assert.equal((await as(house, writer).post(`/letters/${id}/dispute`, { text: '今天还是辣的' })).body.state, 'accepted');
  await as(house, chair).post(`/letters/${id}/answer`, { text: '已约谈厨师' });
  assert.equal((await as(house, writer).post(`/letters/${id}/rate`, { rating: 4 })).body.state, 'closed');
  const { rows: named } = await house.database.pool.query('select 1 from audit_entry where subject_id = $1 and (person_id = $2 or by_name = $3)', [id, writer.id, '王小兵']);
  assert.equal(named.length, 0, 'the log does not tell auditors what the letter keeps from them');
  assert.equal((await see(writer)).may.includes('confirm'), false, 'not asked again before four weeks are over');
  fixClock('2026-10-12T02:00:00Z');
  await sweep(house);
  const [token = ''] = await house.tokens(city.federationId, [writer.id]);
  const later = { ...writer, token };
  const again = await see(later);
  assert.ok(again.recheck && again.may.includes('confirm'));
  assert.equal((await as(house, later).post(`/letters/${id}/reopen`, { text: '又辣了' })).body.state, 'accepted');
  assert.equal((await see(later)).reopened, 2);
  const told = await house.within(city.federationId, (tx) => notify.inbox(tx, { personId: writer.id, locale: 'zh' }, { limit: 50 }));
  assert.ok(told.items.some((m) => m.title === '您的来信有答复了'));
  const lines = await house.within(city.federationId, (tx) => audit.list(tx, [city.top.path], { subject: { kind: 'letter', id }, limit: 50 }, 'zh'));
  assert.ok(lines.items.length >= 8, 'every step stands in the log');
});

test('BOX-1 late letters are reported up level by level; the writer sees it', { timeout: 120_000 }, async () => {
  const { house, city, colleague, chair, up } = await stage();
  const { body: { id } } = await as(house, colleague).post<{ id: string }>('/letters', draft);
  const see = async (who: Player): Promise<Letter> => (await as(house, who).get<Letter>(`/letters/${id}`)).body;
  fixClock('2026-09-09T10:00:01Z');
  assert.equal((await sweep(house)).escalated, 1);
  assert.equal((await see(chair)).reportedTo, 'T第一厂工会');
  assert.equal((await sweep(house)).escalated, 0, 'once a period');
  fixClock('2026-09-11T10:00:01Z');
  await sweep(house);
  assert.equal((await see(colleague)).reportedTo, 'T总工会');
  assert.equal((await see(up)).late, true);
  const told = await house.within(city.federationId, (tx) => notify.inbox(tx, { personId: up.id, locale: 'zh' }, { limit: 50 }));
  assert.equal(told.items.filter((m) => m.title.startsWith('下级逾期')).length, 1);
  await as(house, up).post(`/letters/${id}/answer`, { text: '上级直接办理' });
  fixClock('2026-09-20T10:00:01Z');
  assert.equal((await sweep(house)).escalated, 0, 'an answered letter is no longer late');
});

test('BOX-1 a letter about the chairperson goes one level up, and the chairperson never sees it', { timeout: 120_000 }, async () => {
  const { house, writer, chair, clerk, up } = await stage();
  const { body: { id } } = await as(house, writer).post<{ id: string }>('/letters', { ...draft, aboutChair: true });
  for (const barred of [chair, clerk]) assert.equal((await as(house, barred).get(`/letters/${id}`)).status, 404);
  assert.equal((await as(house, up).get<Letter>(`/letters/${id}`)).body.union.name, 'T总工会');
  const list = (await as(house, chair).get<{ items: unknown[] }>('/letters')).body.items;
  assert.equal(list.length, 0);
});

test('BOX-1 publication carries no names; ten letters a day are enough', { timeout: 120_000 }, async () => {
  const { house, writer, chair, clerk, sibling, colleague } = await stage();
  const { body: { id } } = await as(house, writer).post<{ id: string }>('/letters', draft);
  assert.equal((await as(house, clerk).post(`/letters/${id}/publish`, { question: '食堂能不能不辣？', answer: '每餐有一个不辣的菜' })).body.error?.code, 'letters.notAnsweredYet');
  await as(house, chair).post(`/letters/${id}/answer`, { text: '好' });
  const named = await as(house, clerk).post(`/letters/${id}/publish`, { question: '王小兵问：食堂能不能不辣？', answer: '打 13812345678 报名' });
  assert.deepEqual(named.body.error?.fields?.map((f) => f.path), ['question', 'answer']);
  assert.equal((await as(house, sibling).post(`/letters/${id}/publish`, { question: '食堂能不能不辣？', answer: '每餐有一个不辣的菜' })).status, 404);
  assert.equal((await as(house, clerk).post(`/letters/${id}/publish`, { question: '食堂能不能不辣？', answer: '每餐有一个不辣的菜' })).status, 200);
  assert.equal((await as(house, colleague).get<{ items: unknown[] }>('/letter-board')).body.items.length, 1);
  for (let i = 0; i < 9; i++) assert.equal((await as(house, writer).post('/letters', draft)).status, 200);
  assert.equal((await as(house, writer).post('/letters', draft)).status, 429);
});

test('BOX-1 two officers at once: one step is taken, the other is told', { timeout: 120_000 }, async () => {
  const { house, writer, chair, clerk } = await stage();
  const { body: { id } } = await as(house, writer).post<{ id: string }>('/letters', draft);
  const both = await Promise.all([chair, clerk, chair, clerk].map((who) => as(house, who).post(`/letters/${id}/accept`, {})));
  assert.deepEqual(both.map((b) => b.status).sort(), [200, 409, 409, 409]);
  const seen = (await as(house, chair).get<Letter>(`/letters/${id}`)).body;
  assert.equal(seen.events.filter((e) => e.step === 'accept').length, 1);
});
