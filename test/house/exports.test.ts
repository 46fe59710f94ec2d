import assert from 'node:assert/strict';
import test from 'node:test';
import { unzipSync } from 'fflate';
import { notify } from '#engines/notify';
import type { Route } from '#platform/http';
import { readSheet } from '#platform/sheets';
import { fixClock } from '#test/clock';
import { openProbeStage } from './stage.ts';

fixClock('2026-11-21T02:10:00Z');
const stage = await openProbeStage();
// what waits to go out is tried once, so that the delivery log has lines
await notify.dispatch();
const DRAWN = await stage.database.pool.query<{ id: string }>('select draw_id as id from draw_result where federation_id = $1 order by drawn_at limit 1', [stage.guarded]);
const CLUBS = await stage.database.pool.query<{ club: string; list: string }>('select a.club_id as club, a.list_id as list from club_award a join club_gathering g on g.federation_id = a.federation_id and g.club_id = a.club_id where a.federation_id = $1 order by g.at, g.id limit 1', [stage.guarded]);
const TERMS = await stage.database.pool.query<{ id: string }>("select t.id from congress_term t join congress_delegate d on d.federation_id = t.federation_id and d.term_id = t.id and d.election_id is not null where t.federation_id = $1 order by t.began_on, t.id limit 1", [stage.guarded]);
const SURVEYED = await stage.database.pool.query<{ id: string }>("select survey_id as id from survey_remark where federation_id = $1 order by survey_id limit 1", [stage.guarded]);
const BOARDS = await stage.database.pool.query<{ id: string }>('select union_id as id from daily_question where federation_id = $1 order by union_id limit 1', [stage.guarded]);
const ASKED = await stage.database.pool.query<{ id: string }>('select inquiry_id as id from inquiry_answer where federation_id = $1 order by inquiry_id limit 1', [stage.guarded]);
const SESSIONS = await stage.database.pool.query<{ id: string }>('select session_id as id from congress_session_opinion where federation_id = $1 order by at, id limit 1', [stage.guarded]);
/** Exports of lists: files for which the columns that are shown can be named. */
const exports = stage.features.flatMap((f) => f.routes).filter(({ endpoint: e }) => e.download && 'columns' in e.in.shape);
const named = ({ endpoint: e }: Route): string => e.path;
const INPUT: Readonly<Record<string, Record<string, unknown>>> = {
  '/api/v1/union-search/export': { text: '工会' }, '/api/v1/draw-entrants/export': { id: DRAWN.rows[0]?.id }, '/api/v1/offer-claims/export': { offerId: DRAWN.rows[0]?.id },
  '/api/v1/club-gatherings/export': { id: CLUBS.rows[0]?.club }, '/api/v1/club-costs/export': { id: CLUBS.rows[0]?.club }, '/api/v1/club-awards/export': { id: CLUBS.rows[0]?.list }, '/api/v1/club-appraisal/export': { year: 2025 }, '/api/v1/congress-constituencies/export': { id: TERMS.rows[0]?.id }, '/api/v1/congress-delegates/export': { id: TERMS.rows[0]?.id },
  '/api/v1/session-seats/export': { id: SESSIONS.rows[0]?.id }, '/api/v1/session-opinions/export': { id: SESSIONS.rows[0]?.id },
  '/api/v1/survey-remarks/export': { id: SURVEYED.rows[0]?.id }, '/api/v1/inquiry-people/export': { id: ASKED.rows[0]?.id }, '/api/v1/inquiry-answers/export': { id: ASKED.rows[0]?.id }, '/api/v1/daily-bank/export': { unionId: BOARDS.rows[0]?.id },
};
const inputOf = ({ endpoint: e }: Route): Record<string, unknown> => INPUT[e.path] ?? {};

/** Of each list: one of its columns on the screen, and what an export of that column alone holds. */
const ONE: Readonly<Record<string, readonly [column: string, headings: readonly string[]]>> = {
  '/api/v1/letters/export': ['title', ['编号', '标题', '类别']],
  '/api/v1/worklist/export': ['due', ['期限']],
  '/api/v1/members/export': ['state', ['会籍', '类别']],
  '/api/v1/joining/export': ['applicant', ['编号', '申请人', '两非一无']],
  '/api/v1/transfers/export': ['name', ['编号', '姓名']],
  '/api/v1/transfers/offers/export': ['origin', ['来源']],
  '/api/v1/data-requests/export': ['title', ['编号', '请求']],
  '/api/v1/contact-boxes/export': ['state', ['状态']],
  '/api/v1/topics/export': ['letters', ['来信']],
  '/api/v1/reception-days/export': ['booked', ['已预约', '名额']],
  '/api/v1/disclosure-register/export': ['entry', ['目录', '期间']],
  '/api/v1/disclosure-questions/export': ['by', ['提问人']],
  '/api/v1/briefing-register/export': ['attended', ['签到']],
  '/api/v1/roster-imports/export': ['file', ['文件', '行数']],
  '/api/v1/union-search/export': ['name', ['工会代码', '名称']],
  '/api/v1/audit/export': ['what', ['做了什么', '用途']],
  '/api/v1/message-log/export': ['to', ['发给']],
  '/api/v1/permissions/export': ['usual', ['职务', '通常']],
  '/api/v1/payment-lists/export': ['people', ['人数', '笔数']],
  '/api/v1/rewards/items/export': ['amount', ['金额（元）']],
  '/api/v1/indicators/items/export': ['kind', ['类别']],
  '/api/v1/indicators/people/export': ['union', ['所在工会']],
  '/api/v1/point-accounts/export': ['debt', ['待补']],
  '/api/v1/prize-reservations/export': ['points', ['分值', '单价（元）']],
  '/api/v1/suggestions/export': ['submitted', ['提出日期']],
  '/api/v1/suggestions/standards/export': ['document', ['文件编号']],
  '/api/v1/suggestions/benefits/export': ['claimedBy', ['申报人', '申报日期']],
  '/api/v1/ballot-desk/export': ['turnout', ['应投', '已投']],
  '/api/v1/appraisals/export': ['leaders', ['被评议人数']],
  '/api/v1/election-terms/export': ['stands', ['任期状态', '剩余天数']],
  '/api/v1/election-desk/export': ['planned', ['计划选举日期', '选举日期']],
  '/api/v1/draw-desk/export': ['given', ['中签人数', '已领取']],
  '/api/v1/draw-entrants/export': ['prize', ['奖品', '单价（元）', '个税（元）', '个税处理']],
  '/api/v1/sale-register/export': ['taken', ['已抢', '已领']],
  '/api/v1/offer-claims/export': ['name', ['姓名']],
  '/api/v1/locker-cabinets/export': ['hours', ['开放时间']],
  '/api/v1/locker-reports/export': ['by', ['报告人', '报告时间']],
  '/api/v1/locker-loan-register/export': ['borrower', ['借用人', '工号', '所在工会']],
  '/api/v1/housing-register/export': ['flats', ['房源']],
  '/api/v1/housing-applications/export': ['people', ['居住人数']],
  '/api/v1/summer-care-programmes/export': ['title', ['项目', '年度']],
  '/api/v1/summer-care-children/export': ['child', ['序号', '孩子']],
  '/api/v1/housing-queue/export': ['order', ['排队序号']],
  '/api/v1/housing-tenancies/export': ['rent', ['月租（元）']],
  '/api/v1/saving-register/export': ['made', ['从', '到', '月数']],
  '/api/v1/club-register/export': ['leader', ['负责人']],
  '/api/v1/club-gatherings/export': ['place', ['地点']],
  '/api/v1/club-costs/export': ['item', ['项目']],
  '/api/v1/club-grants/export': ['usual', ['参考额（元）']],
  '/api/v1/club-appraisal/export': ['place', ['名次']],
  '/api/v1/club-awards/export': ['prize', ['奖励', '奖金（元）']],
  '/api/v1/activity-register/export': ['places', ['名额', '已报', '候补']],
  '/api/v1/session-register/export': ['present', ['应到', '实到']],
  '/api/v1/joint-decisions/export': ['verdict', ['结果']],
  '/api/v1/session-seats/export': ['here', ['签到', '签到时间']],
  '/api/v1/session-opinions/export': ['by', ['代表团', '姓名']],
  '/api/v1/congress-bodies/export': ['seats', ['名额', '在任']],
  '/api/v1/congress-constituencies/export': ['workers', ['人数']],
  '/api/v1/congress-delegates/export': ['sex', ['性别', '年龄']],
  '/api/v1/survey-desk/export': ['turnout', ['应答人数', '已答']],
  '/api/v1/proposal-register/export': ['mover', ['提案人', '所在单位']],
  '/api/v1/survey-remarks/export': ['topic', ['话题']],
  '/api/v1/survey-tasks/export': ['owner', ['承办人']],
  '/api/v1/inquiry-desk/export': ['people', ['邀请', '回应']],
  '/api/v1/inquiry-people/export': ['unit', ['所在工会']],
  '/api/v1/joint-item-register/export': ['owner', ['承办方', '承办人']],
  '/api/v1/daily-bank/export': ['topic', ['分类']],
  '/api/v1/inquiry-answers/export': ['reply', ['答复或处理']],
};

async function fetched(route: Route, input: Record<string, unknown>): Promise<{ bytes: Uint8Array; rows: string[][] }> {
  const r = await stage.house.server.inject({
    method: 'POST', url: route.endpoint.path, payload: JSON.stringify(input),
    headers: { 'x-niangjia': '1', 'content-type': 'application/json', authorization: `Bearer ${stage.anyWhole().token}` },
  });
  assert.equal(r.statusCode, 200, `${named(route)} answered ${r.statusCode}: ${r.body.slice(0, 300)}`);
  assert.match(String(r.headers['content-type']), /spreadsheetml/, named(route));
  assert.match(String(r.headers['content-disposition']), /2026-11-21\.xlsx/, named(route));
  const bytes = new Uint8Array(r.rawPayload);
  const rows: string[][] = [];
  for await (const row of readSheet({ bytes, name: 'a.xlsx' })) rows.push(row.cells.map((c) => c.text));
  return { bytes, rows };
}

const lines = async (): Promise<number> => {
  const r = await stage.database.pool.query<{ n: number }>('select count(*)::int as n from audit_entry where federation_id = $1', [stage.guarded]);
  return r.rows[0]?.n ?? 0;
};

test('every list of the console has its export', () => {
  assert.deepEqual(exports.map(named).sort(), Object.keys(ONE).sort());
});

test('an export is refused without a session, to whoever holds no office, and with columns that are none', async () => {
  for (const route of exports) {
    assert.equal((await stage.call(route, inputOf(route))).status, 401, named(route));
    assert.equal((await stage.call(route, { ...inputOf(route), columns: 'title' }, { token: stage.anyWhole().token })).status, 400, named(route));
    if (route.endpoint.can === 'person') continue;
    for (const who of [stage.member, stage.revoked]) assert.equal((await stage.call(route, inputOf(route), { token: who.token })).status, 404, `${named(route)} for ${who === stage.member ? 'a member' : 'a revoked office'}`);
  }
});

test('an export holds the rows of the list, leaves one line in the log, and narrowed to one column holds that alone', async () => {
  for (const route of exports) {
    const before = await lines();
    const { rows } = await fetched(route, inputOf(route));
    assert.equal(await lines(), before + 1, `${named(route)} is in the log once`);
    assert.ok(rows.length > 1, `${named(route)}: the demonstration has rows for it`);
    const [column, headings] = ONE[named(route)] ?? ['', []];
    const narrow = await fetched(route, { ...inputOf(route), columns: [column] });
    assert.deepEqual(narrow.rows[0], headings, named(route));
    assert.ok(Math.abs(narrow.rows.length - rows.length) <= 2, `${named(route)}: the same rows (but for the lines of these exports)`);
    const none = await fetched(route, { ...inputOf(route), columns: ['nothing-of-this-list'] });
    assert.ok((none.rows[0]?.length ?? 0) > 0, `${named(route)}: columns nobody knows leave no empty sheet`);
  }
});

test('filters narrow the export as they narrow the list', async () => {
  const at = (path: string): Route => { const r = exports.find((e) => named(e) === path); assert.ok(r, path); return r; };
  const states = async (path: string, input: Record<string, unknown>, column: string): Promise<string[]> => [...new Set((await fetched(at(path), { ...input, columns: [column] })).rows.slice(1).map((r) => r[0] ?? ''))];
  assert.deepEqual(await states('/api/v1/members/export', { state: 'reserved' }, 'state'), ['保留']);
  assert.deepEqual(await states('/api/v1/reception-days/export', { state: 'coming' }, 'state'), ['待举行']);
  assert.deepEqual((await states('/api/v1/reception-days/export', { state: 'past' }, 'state')), ['已举行']);
  assert.deepEqual(await states('/api/v1/roster-imports/export', { state: 'done' }, 'state'), ['已完成']);
  assert.deepEqual(await states('/api/v1/message-log/export', { delivery: 'dead' }, 'result'), ['无法送达']);
  const [open, all] = [await fetched(at('/api/v1/joining/export'), { open: 'true' }), await fetched(at('/api/v1/joining/export'), {})];
  assert.ok(open.rows.length < all.rows.length, 'those that wait are fewer than all');
});

test('what people write never becomes a formula', async () => {
  const letters = exports.find((e) => named(e) === '/api/v1/letters/export');
  assert.ok(letters);
  const title = '=HYPERLINK("http://example.org","工资")';
  const sent = await stage.ask('POST', '/api/v1/letters', { title, text: '@SUM(1) 请看一看这件事情。', category: 'pay' }, { token: stage.member.token });
  assert.equal(sent.status, 200, sent.text);
  const { bytes, rows } = await fetched(letters, {});
  assert.ok(rows.some((r) => r.includes(title)), 'it stands there as it was written');
  const sheet = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml']);
  assert.ok(sheet.includes('HYPERLINK') && !/<f[ >/]/.test(sheet), 'as text, without any formula');
});
