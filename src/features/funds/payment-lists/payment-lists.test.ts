import assert from 'node:assert/strict';
import test from 'node:test';
import { identity } from '#engines/identity';
import { findPeople, savePeople } from '#engines/org';
import { notify } from '#engines/notify';
import { writeSheet } from '#platform/sheets';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { fixClock } from '#test/clock';
import { cast, foundCity, type Player } from '#test/people';
import { startHouse } from '#test/server';

type Row = { id: string; number: string; title: string; state: string; totalFen: string; people: number; lines: number; failed: number };
type Person = { id: string; name: string; staffNumber: string; unit: string; amountFen: string; of: { id: string; reason: string; state: string; attempt: number }[] };
type Body = Row & {
  error?: { code: string; fields?: { path: string; sentence: string }[] }; items: (Row & Person & { reason: string; fault: string | null; paidFen: string; process: string })[]; total: number; version: number; capital: string; may: string[]; story: { word: string; by: string; text: string }[];
  checksum: string | null; added: number; already: number; left: number; faults: number; paidFen: string; year: number; rows: { name: string; summary: string }[];
};

const TYPED = { staffNumber: 'A001', name: '', amount: '300', reason: '国庆慰问' };

async function stage() {
  fixClock('2026-11-16T01:00:00Z');
  const house = await startHouse();
  const city = await foundCity(house, 'Z');
  const [accountant, chair, cashier, sibling, auditor, one, two, far] = (await cast(house, city.federationId, [
    { name: '钱会计', unionId: city.one.id, offices: ['accountant'] }, { name: '李主席', unionId: city.one.id, offices: ['chair'] }, { name: '孙出纳', unionId: city.one.id, offices: ['cashier'] },
    { name: '邻会计', unionId: city.other.id, offices: ['accountant', 'chair', 'cashier'] }, { name: '罗经审', unionId: city.top.id, offices: ['auditor'] },
    { name: '王小兵', unionId: city.one.id }, { name: '李大山', unionId: city.one.id }, { name: '远方人', unionId: city.other.id },
  ])) as [Player, Player, Player, Player, Player, Player, Player, Player];
  await house.within(city.federationId, async (tx) => {
    const people = await findPeople(tx, [one, two, far].map((p) => p.id));
    await savePeople(tx, [one, two, far].map((p, i) => ({ ...(people.get(p.id) as NonNullable<ReturnType<typeof people.get>>), staffNumber: `A00${i + 1}` })));
  });
  const ask = async (who: Player | null, method: 'GET' | 'POST', path: string, body?: unknown): Promise<{ status: number; body: Body; text: string }> => {
    const a = await house.ask(method, `/api/v1${path}`, body, { token: who?.token ?? null });
    return { status: a.status, body: a.body as Body, text: a.text };
  };
  const make = async (title = '国庆慰问'): Promise<string> => (await ask(accountant, 'POST', '/payment-lists', { unionId: city.one.id, purpose: 'other', period: '2026-11', title })).body.id;
  const add = (id: string, rows: object[], who = accountant) => ask(who, 'POST', `/payment-lists/${id}/rows`, { id, rows: rows.map((r) => ({ ...TYPED, ...r })) });
  const step = (who: Player, id: string, verb: string, more: object = {}) => ask(who, 'POST', `/payment-lists/${id}/${verb}`, more);
  return { house, city, accountant, chair, cashier, sibling, auditor, one, two, far, ask, make, add, step };
}
type Stage = Awaited<ReturnType<typeof stage>>;

/** A list with both workers on it, taken to a state. */
async function brought(s: Stage, to: 'submitted' | 'approved' | 'filed', title?: string): Promise<string> {
  const id = await s.make(title);
  await s.add(id, [{}, { staffNumber: 'A002', amount: '200.50' }]);
  await s.step(s.accountant, id, 'submit');
  if (to !== 'submitted') await s.step(s.chair, id, 'approve');
  if (to === 'filed') await s.step(s.cashier, id, 'file');
  return id;
}

test('FIN-4 refusals: who may not, wrong rows one by one, wrong states', { timeout: 120_000 }, async () => {
  const s = await stage();
  const { ask, accountant, chair, cashier, sibling, one } = s;
  assert.equal((await ask(null, 'GET', '/payment-lists')).status, 401);
  assert.equal((await ask(one, 'GET', '/payment-lists')).status, 404);
  for (const who of [chair, one]) assert.equal((await ask(who, 'POST', '/payment-lists', { unionId: s.city.one.id, purpose: 'other', period: '2026-11', title: '慰问' })).status, 404, 'who does not prepare');
  assert.equal((await ask(sibling, 'POST', '/payment-lists', { unionId: s.city.one.id, purpose: 'other', period: '2026-11', title: '慰问' })).status, 404);
  assert.equal((await ask(accountant, 'POST', '/payment-lists', { unionId: s.city.one.id, purpose: 'nothing', period: '2026-11', title: '慰问' })).body.error?.code, 'payments.purposeUnknown');
  assert.equal((await ask(accountant, 'POST', '/payment-lists', { unionId: s.city.one.id, purpose: 'other', period: '2026-13', title: '慰问' })).status, 400);
  const id = await s.make();
  const bad = await s.add(id, [{}, { staffNumber: '' }, { staffNumber: 'A009' }, { staffNumber: 'A003' }, { name: '别人' }, { staffNumber: 'A002', amount: '0' }, { staffNumber: 'A002', amount: '1.005' }, { staffNumber: 'A002', amount: '9999999' }, { staffNumber: 'A002', reason: '' }, { amount: '5' }]);
  assert.deepEqual(bad.body.error?.fields?.map((f) => f.path), ['rows.1.staffNumber', 'rows.2.staffNumber', 'rows.3.staffNumber', 'rows.4.name', 'rows.5.amount', 'rows.6.amount', 'rows.7.amount', 'rows.8.reason', 'rows.9.reason']);
  assert.equal((await ask(accountant, 'GET', `/payment-lists/${id}`)).body.lines, 0, 'none was added');
  for (const who of [sibling, one]) assert.equal((await s.add(id, [{}], who)).status, 404);
  assert.equal((await s.step(chair, id, 'approve')).status, 409);
  assert.equal((await s.step(accountant, id, 'approve')).status, 404);
  assert.equal((await s.step(cashier, id, 'download', { kind: 'csv' })).body.error?.code, 'payments.notFiled');
  assert.equal((await s.step(accountant, id, 'submit')).body.error?.code, 'payments.emptyList');
  assert.equal((await s.step(cashier, id, 'cancel', { text: '不发了' })).status, 403);
  await s.add(id, [{}]);
  await s.step(accountant, id, 'submit');
  assert.equal((await s.step(chair, id, 'approve', { version: 1 })).body.error?.code, 'cases.changedMeanwhile');
  assert.equal((await s.add(id, [{ staffNumber: 'A002' }])).body.error?.code, 'payments.notEditable');
});

test('FIN-4 prepared by hand, sent back, corrected, approved, paid, recorded; those paid are told, the log tells it all', { timeout: 120_000 }, async () => {
  const s = await stage();
  const { ask, accountant, chair, cashier, auditor, one, two, house } = s;
  const id = await s.make();
  assert.deepEqual((await s.add(id, [{}, { staffNumber: 'A002', amount: '¥1,200.50' }])).body, { added: 2, already: 0, left: 0 });
  assert.deepEqual((await s.add(id, [{}])).body, { added: 0, already: 1, left: 0 }, 'the same sheet again adds nothing');
  const seen = (await ask(accountant, 'GET', `/payment-lists/${id}`)).body;
  assert.deepEqual([seen.totalFen, seen.people, seen.capital, seen.may.sort()], ['150050', 2, '壹仟伍佰元零伍角整', ['add', 'cancel', 'edit', 'submit']]);
  const waiting = async (who: Player): Promise<number> => (await ask(who, 'GET', '/worklist')).body.items.filter((i) => i.id === id).length;
  assert.deepEqual([await waiting(accountant), await waiting(chair)], [0, 0], 'a draft waits for nobody');
  await s.step(accountant, id, 'submit');
  assert.deepEqual([await waiting(accountant), await waiting(chair), await waiting(cashier)], [0, 1, 0], 'it waits for those whose turn it is');
  assert.equal((await s.step(chair, id, 'send-back', { text: '' })).status, 400);
  await s.step(chair, id, 'send-back', { text: '李大山的金额请核对' });
  const { items } = (await ask(accountant, 'GET', `/payment-lists/${id}/people?text=A002`)).body;
  assert.deepEqual([items.length, items[0]?.name, items[0]?.amountFen], [1, '李大山', '120050']);
  const lineId = items[0]?.of[0]?.id ?? '';
  assert.equal((await s.ask(s.sibling, 'POST', `/payment-lists/${id}/lines/${lineId}/withdraw`, { why: '金额有误' })).status, 404);
  assert.equal((await s.ask(accountant, 'POST', `/payment-lists/${id}/lines/${lineId}/withdraw`, { why: '金额有误' })).status, 200);
  await s.add(id, [{ staffNumber: 'A002', amount: '200' }]);
  await s.step(accountant, id, 'submit');
  assert.deepEqual((await ask(chair, 'GET', `/payment-lists/${id}`)).body.may.sort(), ['approve', 'cancel', 'sendBack']);
  assert.equal((await s.step(chair, id, 'approve')).status, 200);
  assert.deepEqual((await ask(one, 'GET', '/my-payments')).body.items.map((i) => [i.state, i.amountFen]), [['coming', '30000']]);
  assert.equal((await s.step(cashier, id, 'file')).status, 200);
  const csv = await s.step(cashier, id, 'download', { kind: 'csv' });
  assert.match(csv.text, /A001,王小兵,300\.00,国庆慰问/);
  assert.match(csv.text, /合计,2人,500\.00,校验码 [0-9a-f]{16}/);
  for (const who of [accountant, chair, auditor]) assert.equal((await s.step(who, id, 'download', { kind: 'csv' })).status, 404, 'who does not pay has no file');
  assert.equal((await s.step(cashier, id, 'settle', { failed: [{ personId: two.id, why: '银行退票' }] })).status, 200);
  const mine = (await ask(one, 'GET', '/my-payments')).body;
  assert.deepEqual([mine.total, mine.year, mine.paidFen, mine.items[0]?.state, mine.items[0]?.reason], [1, 2026, '30000', 'paid', '国庆慰问']);
  assert.equal((await ask(two, 'GET', '/my-payments')).body.items[0]?.state, 'failed');
  const inbox = async (who: Player) => (await house.within(s.city.federationId, (tx) => notify.inbox(tx, { personId: who.id, locale: 'zh' }, { limit: 20 }))).items.map((m) => m.title);
  assert.deepEqual([await inbox(one), await inbox(two)], [['款项已发放：国庆慰问'], ['有一笔款项未能发放']]);
  assert.ok((await inbox(chair)).includes('发放表待审批：国庆慰问') && (await inbox(cashier)).includes('发放表待付款：国庆慰问') && (await inbox(accountant)).includes('发放表被退回：国庆慰问'));
  const again = (await s.step(accountant, id, 'again', { period: '2026-12', title: '国庆慰问补发' })).body.id;
  const anew = (await ask(accountant, 'GET', `/payment-lists/${again}/people`)).body.items[0];
  assert.deepEqual([anew?.name, anew?.of[0]?.attempt], ['李大山', 3], 'withdrawn, failed, now the third');
  const story = (await ask(auditor, 'GET', `/payment-lists/${id}`)).body;
  assert.deepEqual([story.state, story.failed, story.may], ['settled', 1, []]);
  assert.deepEqual(story.story.map((e) => [e.word, e.by]), [['编制', '钱会计'], ['提交审批', '钱会计'], ['退回修改', '李主席'], ['提交审批', '钱会计'], ['审批通过', '李主席'], ['生成付款文件', '孙出纳'], ['登记发放结果', '孙出纳']]);
  const { rows } = await house.database.pool.query<{ word: string }>('SELECT word FROM audit_entry WHERE federation_id = $1 AND subject_kind = $2 AND subject_id = $3', [s.city.federationId, 'paymentList', id]);
  for (const word of ['payments.auditDrafted', 'payments.auditAdded', 'payments.auditRemoved', 'payments.auditMoney', 'payments.auditDownloaded', 'cases.auditStep']) assert.ok(rows.some((r) => r.word === word), word);
});

test('FIN-4 rows are read from a sheet and from pasted text by their headings, checked, and named', { timeout: 120_000 }, async () => {
  const s = await stage();
  const id = await s.make();
  const to = new PassThrough();
  const [bytes] = await Promise.all([buffer(to), writeSheet([{ heading: '序号' }, { heading: '姓名' }, { heading: '工号' }, { heading: '金额（元）', kind: 'money' }, { heading: '备注' }], [['1', '王小兵', 'A001', 30_000n, '全勤'], ['2', '不对', 'A002', 100n, '全勤'], ['', '合计', '', 30_100n, '']], to)]);
  const read = await s.house.ask('POST', `/api/v1/payment-lists/${id}/read-rows?name=a.xlsx`, bytes, { token: s.accountant.token });
  assert.equal(read.status, 200, read.text);
  const { items } = read.body as Body;
  assert.deepEqual(items, [{ staffNumber: 'A001', name: '王小兵', amount: '300', reason: '全勤' }, { staffNumber: 'A002', name: '不对', amount: '1', reason: '全勤' }]);
  const checked = (await s.ask(s.accountant, 'POST', `/payment-lists/${id}/match-rows`, { rows: items })).body;
  assert.deepEqual([checked.faults, checked.items[0]?.fault, checked.items[1]?.fault], [1, null, '工号 A002 的姓名是李大山，与填写的不一致。']);
  const wrong = await s.house.ask('POST', `/api/v1/payment-lists/${id}/read-rows?name=a.csv`, Buffer.from('甲,乙\n1,2\n'), { token: s.accountant.token });
  assert.equal((wrong.body as Body).error?.code, 'paymentLists.noColumns');
  assert.equal((await s.house.ask('POST', `/api/v1/payment-lists/${id}/read-rows?name=a.csv`, Buffer.from('工号,金额\nA001,2\n'), { token: s.sibling.token })).status, 404);
});

test('FIN-4 the register over unions: scope, filters, what it comes to; a list on paper; what is held about me', { timeout: 120_000 }, async () => {
  const s = await stage();
  const first = await brought(s, 'filed', '技能比武奖励');
  const second = await brought(s, 'submitted', '运动会奖励');
  const titles = async (who: Player, query: string) => (await s.ask(who, 'GET', `/payment-lists?${query}`)).body.items.map((l) => l.title);
  assert.deepEqual(await titles(s.auditor, ''), ['运动会奖励', '技能比武奖励']);
  assert.deepEqual(await titles(s.sibling, ''), []);
  for (const [query, found] of [['state=filed', 1], ['purpose=other', 2], ['purpose=none', 0], ['text=比武', 1], ['from=2026-11-01&to=2026-11-30', 2], ['from=2026-12-01', 0], ['to=2026-10-31', 0]] as const) assert.equal((await titles(s.chair, query)).length, found, query);
  const paper = (await s.ask(s.chair, 'GET', `/payment-lists/${first}/sheet`)).body;
  assert.deepEqual([paper.rows.map((r) => [r.name, r.summary]), paper.checksum?.length], [[['王小兵', '国庆慰问'], ['李大山', '国庆慰问']], 16]);
  assert.equal((await s.ask(s.sibling, 'GET', `/payment-lists/${second}/sheet`)).status, 404);
  const held = identity.allHoldings().find((h) => h.key === 'payments');
  assert.deepEqual(await s.house.within(s.city.federationId, (tx) => held?.collect(tx, s.one.id, 'zh') ?? Promise.resolve([])), [{ label: '技能比武奖励 · 国庆慰问', value: '¥300.00 · 2026-11-16' }]);
  await s.step(s.chair, first, 'cancel', { text: '改发实物' });
  assert.equal((await s.ask(s.one, 'GET', '/my-payments')).body.total, 0);
});
