import assert from 'node:assert/strict';
import test from 'node:test';
import { clock } from '#platform/clock';
import { jobs } from '#platform/jobs';
import { readSheet } from '#platform/sheets';
import { fixClock } from '#test/clock';
import { cast, type Player } from '#test/people';
import { startHouse } from '#test/server';
import { foundCompany } from '#test/suggestions';

type View = { id: string; state: string; good: number; bad: number; unmatched: number; taken: number; removed: number; kept: number; may: string[]; items: { row: number; notes: { sentence: string; stops: boolean }[]; id: string; state: string; title: string; authors: string }[]; total: number; schemes: { id: string }[]; error?: { code: string }; columns: { heading: string; field: string | null }[]; reasons: { count: number }[] };
const HEAD = ['提案编号', '姓名', '部门', '建议名称', '提出日期', '评审结果', '等级', '采纳日期', '完成日期', '年经济效益', '现状', '建议措施'];
const line = (n: number, more: Partial<Record<(typeof HEAD)[number], string>> = {}): string[] => HEAD.map((h) => more[h] ?? { 提案编号: `JY-${n}`, 姓名: '方小舟', 部门: 'R-W', 建议名称: `改进第${n}号夹具`, 提出日期: '2019-03-01', 评审结果: '实施完成', 等级: '二等', 采纳日期: '2019-03-10', 完成日期: '2019-06-01', 年经济效益: '5200', 现状: '装夹时间长。', 建议措施: '改为快速夹头。' }[h] ?? '');
const csv = (rows: readonly string[][]): Buffer => Buffer.from([HEAD, ...rows].map((r) => r.join(',')).join('\n'));

async function stage() {
  fixClock('2026-03-02T01:00:00Z');
  const house = await startHouse();
  const company = await foundCompany(house, 'R');
  const ask = async (who: Player | null, method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown) => {
    const a = await house.ask(method, `/api/v1${path}`, body, { token: who?.token ?? null });
    return { status: a.status, body: a.body as View, code: (a.body as View | null)?.error?.code };
  };
  const work = () => jobs.drain(house.database);
  const send = (who: Player | null, bytes: Buffer, union = company.company.id) => ask(who, 'POST', `/suggestion-imports?union=${union}&name=${encodeURIComponent('台账.csv')}`, bytes);
  const previewed = async (bytes: Buffer): Promise<View> => {
    const { body } = await send(company.office, bytes);
    await work();
    return (await ask(company.office, 'GET', `/suggestion-imports/${body.id}`)).body;
  };
  const imported = async (bytes: Buffer): Promise<View> => {
    const { id, good } = await previewed(bytes);
    assert.equal((await ask(company.office, 'POST', `/suggestion-imports/${id}/confirm`, { count: good })).status, 200);
    await work();
    return (await ask(company.office, 'GET', `/suggestion-imports/${id}`)).body;
  };
  const count = async (what: string): Promise<number> => Number((await house.database.pool.query<{ n: number }>(`select count(*)::int as n from ${what}`)).rows[0]?.n);
  return { ...company, house, ask, work, send, previewed, imported, count };
}

test('INN-1 register: refusals', async () => {
  const { ask, send, previewed, office, writer, specialist, outsider, works } = await stage();
  assert.equal((await send(null, csv([line(1)]))).status, 401);
  for (const who of [writer, specialist, outsider]) assert.equal((await send(who, csv([line(1)]))).status, 404, who.name);
  assert.equal((await send(office, csv([line(1)]), works.id)).code, 'suggestions.register.noScheme');
  assert.equal((await send(office, Buffer.from('甲,乙\n1,2\n'))).code, 'suggestions.register.noHeadings');
  assert.equal((await send(office, csv([]))).code, 'suggestions.register.nobody');
  const { id, state } = await previewed(csv([line(1), line(2)]));
  assert.equal(state, 'previewed');
  for (const [method, path, body] of [['GET', '', undefined], ['GET', '/rows', undefined], ['POST', '/confirm', { count: 2 }], ['POST', '/cancel', {}], ['POST', '/undo', {}], ['POST', '/report', {}], ['PUT', '/mapping', { mapping: { title: 0, submittedOn: 1 } }]] as const) {
    assert.equal((await ask(specialist, method, `/suggestion-imports/${id}${path}`, body)).status, 404, path);
  }
  assert.equal((await ask(office, 'POST', `/suggestion-imports/${id}/confirm`, { count: 1 })).code, 'suggestions.register.changed');
  assert.equal((await ask(office, 'POST', `/suggestion-imports/${id}/undo`, {})).code, 'suggestions.register.nothingToUndo');
  assert.equal((await ask(office, 'PUT', `/suggestion-imports/${id}/mapping`, { mapping: { title: 3 } })).code, 'suggestions.register.missing');
  assert.equal((await ask(office, 'POST', `/suggestion-imports/${id}/cancel`, {})).status, 200);
  assert.equal((await ask(office, 'POST', `/suggestion-imports/${id}/confirm`, { count: 2 })).code, 'suggestions.register.notChecked');
});

test('INN-1 register: bad rows are named, authors matched or kept as text, nothing is paid; then the whole is undone', async () => {
  const { ask, imported, count, office, writer, mate, house } = await stage();
  const before = await count('suggestion');
  const view = await imported(csv([
    line(1), line(2, { 姓名: '方小舟、纪大海' }), line(3, { 姓名: '已退休的人' }), line(4, { 评审结果: '不采纳', 等级: '', 采纳日期: '', 完成日期: '', 年经济效益: '' }), line(5, { 评审结果: '', 等级: '', 采纳日期: '', 完成日期: '', 年经济效益: '' }),
    line(6, { 建议名称: '' }), line(7, { 部门: '火星分厂' }), line(1), line(9, { 提出日期: '2027-01-01' }), line(10, { 等级: '' }),
  ]));
  assert.deepEqual([view.state, view.good, view.bad, view.taken, view.unmatched], ['done', 5, 5, 5, 1]);
  const bad = (await ask(office, 'GET', `/suggestion-imports/${view.id}/rows`)).body.items;
  assert.deepEqual(bad.map((r) => r.row), [7, 8, 9, 10, 11]);
  assert.ok(bad[1]?.notes[0]?.sentence.includes('火星分厂'));
  const report = await house.ask('POST', `/api/v1/suggestion-imports/${view.id}/report`, {}, { token: office.token });
  assert.equal(report.status, 200);
  const list = await ask(office, 'GET', '/suggestions?limit=50');
  assert.deepEqual(list.body.items.map((s) => s.state).sort(), ['completed', 'completed', 'completed', 'rejected', 'submitted']);
  const shared = list.body.items.find((s) => s.authors === '方小舟、纪大海');
  assert.ok(shared, 'both authors were found');
  assert.equal((await ask(mate, 'GET', '/suggestions/mine')).body.items.length, 1);
  assert.equal((await count("suggestion where authors_text = '已退休的人'")), 1);
  assert.equal(await count('suggestion_benefit') + await count('suggestion_award') + await count('ledger_journal'), 0, 'nothing is paid or credited');
  const own = (await ask(writer, 'GET', '/suggestions/mine')).body.items.find((s) => s.state === 'completed');
  assert.equal((await ask(writer, 'POST', `/suggestions/${own?.id}/benefits`, { claimedFen: 100_000, basis: '今年重新测算。' })).status, 200);
  fixClock('2026-03-03T01:00:00Z');
  assert.equal((await ask(office, 'POST', `/suggestion-imports/${view.id}/undo`, {})).status, 200);
  await jobs.drain(house.database);
  const undone = (await ask(office, 'GET', `/suggestion-imports/${view.id}`)).body;
  assert.deepEqual([undone.state, undone.removed, undone.kept], ['undone', 4, 1], 'what somebody worked on since stays');
  assert.equal(await count('suggestion'), before + 1);
  assert.equal((await ask(office, 'POST', `/suggestion-imports/${view.id}/undo`, {})).code, 'suggestions.register.nothingToUndo');
});

test('INN-1 register: other columns, corrected by hand; the same sheet twice is refused row by row', async () => {
  const { ask, previewed, imported, work, office } = await stage();
  const odd = Buffer.from(['题目,措施,谁提的,哪天', '改进夹具,改为快速夹头。,方小舟,2019-03-01'].join('\n'));
  const first = await previewed(odd);
  assert.deepEqual([first.state, first.may.includes('map')], ['read', true], 'no column says when');
  assert.equal((await ask(office, 'PUT', `/suggestion-imports/${first.id}/mapping`, { mapping: { title: 0, remedy: 1, authors: 2, submittedOn: 3 } })).status, 200);
  await work();
  assert.deepEqual([(await ask(office, 'GET', `/suggestion-imports/${first.id}`)).body.good], [1]);
  await imported(csv([line(1), line(2)]));
  assert.deepEqual([(await previewed(csv([line(1), line(3)]))).good], [1], 'the number exists already');
});

test('INN-1 register: what is exported is read back the same', async () => {
  const { ask, imported, previewed, office, house, count } = await stage();
  const view = await imported(csv([line(1), line(2, { 姓名: '方小舟、纪大海' }), line(3, { 评审结果: '已固化' }), line(4, { 姓名: '已退休的人' }), line(5, { 评审结果: '未采纳', 等级: '', 采纳日期: '', 完成日期: '', 年经济效益: '' })]));
  const fetched = async (): Promise<{ bytes: Buffer; rows: string[][] }> => {
    const r = await house.house.server.inject({ method: 'POST', url: '/api/v1/suggestion-register/export', payload: '{}', headers: { 'x-niangjia': '1', 'content-type': 'application/json', authorization: `Bearer ${office.token}` } });
    assert.equal(r.statusCode, 200, r.body.slice(0, 200));
    const rows: string[][] = [];
    for await (const row of readSheet({ bytes: new Uint8Array(r.rawPayload), name: 'a.xlsx' })) rows.push(row.cells.map((c) => c.text));
    return { bytes: r.rawPayload, rows: [rows[0] ?? [], ...rows.slice(1).sort((a, b) => String(a[0]).localeCompare(String(b[0])))] };
  };
  const before = await fetched();
  assert.equal(before.rows.length, 6);
  fixClock(new Date(clock.now().getTime() + 60_000).toISOString());
  await ask(office, 'POST', `/suggestion-imports/${view.id}/undo`, {});
  await jobs.drain(house.database);
  assert.equal(await count('suggestion'), 0);
  const again = await previewed(before.bytes);
  assert.deepEqual([again.good, again.bad], [5, 0], JSON.stringify(again.reasons));
  await ask(office, 'POST', `/suggestion-imports/${again.id}/confirm`, { count: 5 });
  await jobs.drain(house.database);
  assert.deepEqual((await fetched()).rows, before.rows);
});

test('INN-1 register: more rows than one step takes; what is there is found by its likes at once and gone after the undo; a person with one name in many units is told apart by the unit', async () => {
  const { ask, imported, count, office, writer, house, federationId, tools } = await stage();
  await cast(house, federationId, [{ name: '方小舟', unionId: tools.id }]);
  const view = await imported(csv(Array.from({ length: 2_100 }, (_, i) => line(i + 1, i === 1_500 ? { 姓名: '查无此人' } : i === 2_050 ? { 部门: 'R-T' } : {}))));
  assert.deepEqual([view.state, view.taken, view.unmatched], ['done', 2_100, 1]);
  assert.equal(await count('suggestion_author'), 2_099);
  assert.equal(await count(`suggestion_author a join person p on p.id = a.person_id where a.person_id <> '${writer.id}'`), 1, 'the one of the other unit');
  const like = async (): Promise<number> => (await ask(writer, 'POST', '/suggestions/look-alikes', { title: '改进第7号夹具', problem: '装夹时间长。', remedy: '改为快速夹头。' })).body.items.length;
  assert.ok(await like() > 0);
  fixClock('2026-03-03T01:00:00Z');
  assert.equal((await ask(office, 'POST', `/suggestion-imports/${view.id}/undo`, {})).status, 200);
  await jobs.drain(house.database);
  const undone = (await ask(office, 'GET', `/suggestion-imports/${view.id}`)).body;
  assert.deepEqual([undone.state, undone.removed, undone.kept, await count('suggestion'), await like()], ['undone', 2_100, 0, 0, 0]);
});

test('INN-1 register: an office of one unit reads what is of the unit and what lies there, newest first, and nothing else', async () => {
  const { ask, imported, specialist, office, works, tools } = await stage();
  await imported(csv([line(1), line(2, { 部门: 'R-T', 提出日期: '2019-04-01', 采纳日期: '2019-05-10' }), line(3, { 提出日期: '2019-05-01', 采纳日期: '2019-05-10' })]));
  const numbers = async (who: Player, query = ''): Promise<string[]> => (await ask(who, 'GET', `/suggestions?limit=50${query}`)).body.items.map((s) => (s as unknown as { number: string }).number);
  assert.deepEqual(await numbers(specialist), ['JY-3', 'JY-1']);
  assert.deepEqual(await numbers(office), ['JY-3', 'JY-2', 'JY-1']);
  assert.deepEqual(await numbers(office, `&unionId=${tools.id}`), ['JY-2']);
  assert.deepEqual(await numbers(office, `&unionId=${works.id}&from=2019-04-01`), ['JY-3']);
});
