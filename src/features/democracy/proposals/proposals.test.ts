import assert from 'node:assert/strict';
import test from 'node:test';
import { notify } from '#engines/notify';
import { fixClock } from '#test/clock';
import { seatDelegates } from '#test/congress';
import type { Player } from '#test/people';
import { startHouse } from '#test/server';
import { appointTo, foundCompany } from '#test/suggestions';
import { lapseAll } from './proposals.jobs.ts';

type Item = { id: string; title: string; state: string; decision: string | null; asked: string; amountFen: number; name: string; why: string; department: string; score: number; place: { number: string } | null };
type Body = {
  id: string; number: string; state: string; version: number; may: string[]; as: string; seconders: number; people: { answer: string | null }[]; items: Item[]; alike: { id: string }[]; total: number; told: number; asked: number; open: { id: string }[]; delegate: boolean; answers: { inTime: boolean; satisfaction: string | null }[]; latestDueOn: string;
  suggestion: { id: string; number: string } | null; mergedInto: { id: string } | null; merged: { id: string }[]; figures: Record<string, number | null>; added: number; dueFen: number; totalFen: number; events: { word: string }[]; helpers: { opinion: string; me: boolean }[]; following: boolean; waiting: number; supporters: number; error?: { code: string; fields?: { path: string }[] };
};
type Method = 'GET' | 'POST' | 'PUT';
const TEXT = { title: '东门增设遮雨棚', kind: 'welfare', reason: '东门停车场无遮雨设施。', grounds: '东门每日停放电动车约六百辆，雨后多次短路。', remedy: '在东门北侧搭建遮雨棚一百二十米，同步增加充电桩。' };
const OTHER = { title: '铸造更衣室加热水', kind: 'welfare', reason: '铸造更衣室冬天没有热水。', grounds: '更衣室热水器损坏两年，二百六十四人使用。', remedy: '更换铸造分厂更衣室的热水机组并定期检修。' };

async function stage() {
  const clock = fixClock('2026-11-16T02:00:00Z');
  const house = await startHouse();
  const c = await foundCompany(house, 'PRP');
  // 方小舟 moves, 纪大海 and 乔敏 second; the chair decides, specialist and suggestion office answer; the accountant is no delegate
  const termId = await seatDelegates(house, c.federationId, c.company.id, [c.writer, c.mate, c.other, c.chair]);
  await appointTo(house, c.federationId, c.specialist, c.works.id, 'departmentLiaison');
  const everybody = [c.writer, c.mate, c.other, c.specialist, c.office, c.accountant, c.outsider, c.chair];
  const go = async (at: string): Promise<void> => { clock.set(at); const tokens = await house.tokens(c.federationId, everybody.map((p) => p.id)); for (const [i, p] of everybody.entries()) Object.assign(p, { token: tokens[i] }); };
  await go('2026-11-16T02:00:00Z');
  const call = async (who: Player | null, method: Method, path: string, body?: unknown): Promise<{ status: number; body: Body; text: string }> => {
    const a = await house.ask(method, `/api/v1${path}`, method === 'GET' ? undefined : (body ?? {}), { token: who?.token ?? null });
    return { status: a.status, body: a.body as Body, text: a.text };
  };
  const said = async (who: Player | null, method: Method, path: string, body?: unknown): Promise<string> => {
    const a = await call(who, method, path, body);
    return a.status < 300 ? String(a.status) : `${a.status} ${(a.body.error?.fields ?? []).map((f) => f.path).join() || a.body.error?.code}`;
  };
  const ok = async (who: Player, method: Method, path: string, body?: unknown): Promise<Body> => { const a = await call(who, method, path, body); assert.equal(a.status, 200, `${path} ${a.text}`); return a.body; };
  const SESSION = { termId, session: '八届三次', opensOn: '2026-11-16', closesOn: '2026-11-30', sessionOn: '2026-12-10' };
  const called = async (): Promise<string> => (await ok(c.chair, 'POST', '/proposal-collections', SESSION)).id;
  /** moved by the writer and seconded by both */
  const moved = async (collectionId: string, more: object = {}, mover = c.writer, seconders = [c.mate, c.other]): Promise<string> => {
    const { id } = await ok(mover, 'POST', '/proposals', { collectionId, ...TEXT, ...more, seconders: seconders.map((p) => p.id) });
    for (const p of seconders) await ok(p, 'POST', `/proposals/${id}/second`, { answer: 'yes' });
    return id;
  };
  const submitted = async (collectionId: string, more: object = {}): Promise<string> => { const id = await moved(collectionId, more); await ok(c.writer, 'POST', `/proposals/${id}/submit`); return id; };
  const filed = async (collectionId: string, more: object = {}): Promise<string> => { const id = await submitted(collectionId, more); await ok(c.chair, 'POST', `/proposals/${id}/decide`, { decision: 'filed' }); return id; };
  const one = (who: Player, id: string) => ok(who, 'GET', `/proposals/${id}`);
  const inbox = async (who: Player): Promise<string[]> => (await house.within(c.federationId, (tx) => notify.inbox(tx, { personId: who.id, locale: 'zh' }, { limit: 50 }))).items.map((m) => m.title);
  const audited = async (id: string): Promise<number> => (await house.database.pool.query<{ n: number }>("select count(*)::int as n from audit_entry where federation_id = $1 and subject_kind = 'proposal' and subject_id = $2", [c.federationId, id])).rows[0]?.n ?? 0;
  return { ...c, house, termId, SESSION, go, call, said, ok, called, moved, submitted, filed, one, inbox, audited };
}
const s = await stage();

test('DEM-2 refusals: who may call, move, second, decide; days; seconders; other unions', { timeout: 240_000 }, async () => {
  const { said, ok, call, chair, writer, mate, other, accountant, outsider, specialist, SESSION } = s;
  assert.equal(await said(null, 'GET', '/proposals'), '401 http.signInFirst');
  assert.match(await said(writer, 'POST', '/proposal-collections', SESSION), /^404/);
  assert.match(await said(chair, 'POST', '/proposal-collections', { ...SESSION, termId: s.works.id }), /^404/);
  for (const [more, field] of [[{ closesOn: '2026-11-10' }, 'closesOn'], [{ sessionOn: '2026-11-20' }, 'sessionOn'], [{ opensOn: '2026-11-01', closesOn: '2026-11-10' }, 'closesOn'], [{ session: 'x' }, 'session'], [{ opensOn: '2026-02-30' }, 'opensOn']] as const) {
    assert.equal(await said(chair, 'POST', '/proposal-collections', { ...SESSION, ...more }), `400 ${field}`);
  }
  const { id: k, told } = await ok(chair, 'POST', '/proposal-collections', SESSION);
  assert.equal(told, 4);
  assert.equal(await said(chair, 'POST', '/proposal-collections', SESSION), '409 session');
  assert.ok((await s.inbox(mate)).includes('征集职代会提案：八届三次'));
  assert.match(await said(accountant, 'POST', '/proposals', { collectionId: k, ...TEXT }), /^404 proposals.notDelegate/);
  assert.match(await said(outsider, 'POST', '/proposals', { collectionId: k, ...TEXT }), /^404/);
  assert.equal(await said(writer, 'POST', '/proposals', { collectionId: k, ...TEXT, remedy: '短' }), '400 remedy');
  assert.equal(await said(writer, 'POST', '/proposals', { collectionId: k, ...TEXT, seconders: [accountant.id] }), '400 people');
  assert.equal(await said(writer, 'POST', '/proposals', { collectionId: k, ...TEXT, seconders: [writer.id] }), '400 people');
  const { id } = await ok(writer, 'POST', '/proposals', { collectionId: k, ...TEXT, seconders: [mate.id] });
  assert.ok((await s.inbox(mate)).includes(`请您附议：${TEXT.title}`));
  assert.equal(await said(writer, 'POST', `/proposals/${id}/submit`), '409 proposals.tooFew');
  for (const who of [other, accountant, outsider, chair]) assert.equal((await call(who, 'GET', `/proposals/${id}`)).status, 404, who.name);
  assert.match(await said(other, 'POST', `/proposals/${id}/second`, { answer: 'yes' }), /^404/, 'was not asked');
  assert.match(await said(mate, 'POST', `/proposals/${id}/submit`), /^404/);
  assert.match(await said(chair, 'POST', `/proposals/${id}/decide`, { decision: 'filed' }), /^404/, 'not handed in');
  assert.ok(!(await call(chair, 'GET', `/search?text=${encodeURIComponent(TEXT.title)}`)).text.includes(id), 'nor found by an officer');
  await ok(mate, 'POST', `/proposals/${id}/second`, { answer: 'yes', word: '冬天更需要' });
  await ok(writer, 'POST', `/proposals/${id}/seconders`, { people: [other.id] });
  await ok(other, 'POST', `/proposals/${id}/second`, { answer: 'no' });
  assert.equal(await said(writer, 'POST', `/proposals/${id}/submit`), '409 proposals.tooFew');
  await ok(other, 'POST', `/proposals/${id}/second`, { answer: 'yes' });
  assert.ok((await s.one(writer, id)).may.includes('submit'));
  await ok(writer, 'PUT', `/proposals/${id}`, { ...TEXT, remedy: '搭建一百五十米遮雨棚并装充电桩。' });
  assert.deepEqual((await s.one(writer, id)).people.map((p) => p.answer), [null, null], 'another text is seconded anew');
  assert.equal(await said(writer, 'POST', `/proposals/${id}/submit`), '409 proposals.tooFew');
  for (const who of [mate, other]) await ok(who, 'POST', `/proposals/${id}/second`, { answer: 'yes' });
  await s.go('2026-12-01T01:00:00Z');
  assert.equal(await said(writer, 'POST', `/proposals/${id}/submit`), '409 proposals.windowClosed');
  assert.equal(await said(mate, 'POST', `/proposals/${id}/second`, { answer: 'no' }), '409 proposals.windowClosed');
  assert.equal(await said(writer, 'POST', '/proposals', { collectionId: k, ...TEXT }), '409 proposals.windowClosed');
  assert.equal(await lapseAll(s.house.database, new Date('2026-12-01T01:00:00Z')), 1);
  assert.equal((await s.one(writer, id)).state, 'lapsed');
  assert.ok((await s.inbox(writer)).includes('提案未在期限内提交'));
  assert.match(await said(specialist, 'GET', '/proposal-register'), /^404/);
  await s.go('2026-11-16T02:00:00Z');
});

test('DEM-2 from seconding to closing: filed, assigned within the rule’s days, answered, not satisfied, handled once more by another person, closed, reported', { timeout: 240_000 }, async () => {
  const { ok, said, call, chair, writer, mate, accountant, outsider, specialist, office } = s;
  const k = (await ok(chair, 'POST', '/proposal-collections', { ...s.SESSION, session: '八届四次' })).id;
  const id = await s.submitted(k);
  assert.equal(await said(mate, 'POST', `/proposals/${id}/second`, { answer: 'no' }), '409 proposals.notGathering');
  assert.ok((await s.inbox(chair)).includes(`新提案：${TEXT.title}`));
  assert.equal((await call(accountant, 'GET', `/proposals/${id}`)).body.as, 'officer', 'reads the register');
  assert.match(await said(accountant, 'POST', `/proposals/${id}/decide`, { decision: 'filed' }), /^404/);
  assert.match(await said(s.outsider, 'POST', `/proposals/${id}/decide`, { decision: 'filed' }), /^404/);
  await ok(chair, 'POST', `/proposals/${id}/give-back`, { text: '请补充费用测算。' });
  assert.match(await said(writer, 'POST', `/proposals/${id}/complete`, { ...TEXT, title: '东' }), /^400 title/);
  await ok(writer, 'POST', `/proposals/${id}/complete`, { ...TEXT, grounds: `${TEXT.grounds}预算十二万元。` });
  assert.equal(await said(chair, 'POST', `/proposals/${id}/decide`, { decision: 'rejected' }), '400 text');
  assert.equal((await call(outsider, 'GET', `/proposals/${id}`)).status, 404);
  assert.equal((await call(s.other, 'GET', '/proposals')).body.items.filter((x) => x.id === id).length, 0, 'not public before it is decided');
  await ok(chair, 'POST', `/proposals/${id}/decide`, { decision: 'filed' });
  assert.equal((await call(specialist, 'GET', '/proposals?text=遮雨')).body.items[0]?.id, id, 'every worker reads it now');
  assert.equal((await call(outsider, 'GET', '/proposals')).body.total, 0);
  assert.equal((await ok(specialist, 'POST', `/proposals/${id}/follow`, { on: true })).following, true);

  const give = (more: object) => ({ assigneeId: specialist.id, dueOn: '2026-12-31', ...more });
  assert.equal(await said(chair, 'POST', `/proposals/${id}/assign`, give({ dueOn: '2026-11-16' })), '400 dueOn', 'not today');
  assert.equal(await said(chair, 'POST', `/proposals/${id}/assign`, give({ dueOn: '2027-01-16' })), '400 dueOn', 'day 61');
  assert.equal(await said(chair, 'POST', `/proposals/${id}/assign`, give({ assigneeId: mate.id })), '400 assigneeId', 'holds no office');
  assert.equal(await said(chair, 'POST', `/proposals/${id}/assign`, give({ assigneeId: outsider.id })), '400 assigneeId');
  assert.equal(await said(chair, 'POST', `/proposals/${id}/assign`, give({ helpers: [specialist.id] })), '400 helpers');
  await ok(chair, 'POST', `/proposals/${id}/assign`, give({ dueOn: '2027-01-15', helpers: [office.id] }));
  assert.ok((await s.inbox(office)).includes('请您协办提案'));
  assert.match(await said(office, 'POST', `/proposals/${id}/answer`, { text: '我们部门没有意见，请承办部门答复。' }), /^(403|404)/, 'only helps');
  await ok(office, 'POST', `/proposals/${id}/opinion`, { text: '可以配合。' });
  assert.deepEqual((await s.one(specialist, id)).helpers.map((h) => h.opinion), ['可以配合。']);
  assert.deepEqual((await s.one(mate, id)).helpers.map((h) => h.opinion), [''], 'opinions stay inside');
  await ok(specialist, 'POST', `/proposals/${id}/progress`, { text: '已到现场测量。' });
  await s.go('2027-01-16T02:00:00Z');
  await ok(specialist, 'POST', `/proposals/${id}/answer`, { text: '资金有限，明年再考虑。请理解。' });
  const answered = await s.one(writer, id);
  assert.deepEqual([answered.state, answered.answers[0]?.inTime, answered.may.includes('dispute')], ['answered', false, true]);
  assert.ok((await s.inbox(specialist)).includes('提案有了答复'), 'who follows hears of it');
  assert.match(await said(mate, 'POST', `/proposals/${id}/rate`, { satisfaction: 'satisfied' }), /^404/);
  assert.equal(await said(writer, 'POST', `/proposals/${id}/rate`, { satisfaction: 'not' }), '400 text');
  await ok(writer, 'POST', `/proposals/${id}/rate`, { satisfaction: 'not', text: '没有具体时间。' });
  const again = { assigneeId: specialist.id, dueOn: '2027-02-10' };
  assert.equal(await said(chair, 'POST', `/proposals/${id}/assign`, again), '400 assigneeId', 'the second handling is another person’s');
  await ok(chair, 'POST', `/proposals/${id}/assign`, { ...again, assigneeId: office.id });
  await ok(office, 'POST', `/proposals/${id}/answer`, { text: '已列入三月施工计划，五月底前完成。' });
  await ok(writer, 'POST', `/proposals/${id}/rate`, { satisfaction: 'not', text: '还是太晚。' });
  assert.equal((await s.one(writer, id)).state, 'rated', 'no third time');
  assert.equal(await said(chair, 'POST', `/proposals/${id}/close`, { outcome: 'done', text: '无' }), '400 text');
  await ok(chair, 'POST', `/proposals/${id}/close`, { outcome: 'explained', text: '施工计划和照片已存档。' });
  const report = await ok(accountant, 'GET', `/proposal-collections/${k}/report`);
  assert.deepEqual([report.figures['submitted'], report.figures['filed'], report.figures['not'], report.figures['again'], report.figures['explained'], report.figures['doneShare'], report.figures['inTimeShare']], [1, 1, 1, 1, 1, 0, 1000]);
  assert.match(await said(accountant, 'POST', `/proposal-collections/${k}/reported`, { to: '八届五次' }), /^404/);
  await ok(chair, 'POST', `/proposal-collections/${k}/reported`, { to: '八届五次' });
  assert.equal(await said(chair, 'POST', `/proposal-collections/${k}/reported`, { to: '八届五次' }), '409 proposals.reportedAlready');
  assert.ok((await s.inbox(writer)).includes('提案办理情况已报告职代会'));
  assert.ok((await s.audited(id)) >= 14, 'every step stands in the log');
  await s.go('2026-11-16T02:00:00Z');
});

test('DEM-2 merged with which, turned into a suggestion that is really made, rejected; decisions are taken back; look-alikes', { timeout: 240_000 }, async () => {
  const { ok, said, chair, writer, mate, other } = s;
  const k = (await ok(chair, 'POST', '/proposal-collections', { ...s.SESSION, session: '八届五次' })).id;
  const first = await s.filed(k, OTHER);
  const later = await s.submitted(k, { ...OTHER, title: '更衣室热水机组更换' });
  const found = await ok(other, 'POST', '/proposal-look-alikes', { title: '更衣室热水', reason: '铸造更衣室冬天没有热水可用。', remedy: '更换热水机组。' });
  assert.ok(found.items.some((x) => x.id === first), 'what is being written is like what was filed');
  assert.deepEqual((await ok(chair, 'GET', `/proposals/${later}/targets`)).alike.map((x) => x.id).includes(first), true);
  assert.equal(await said(chair, 'POST', `/proposals/${later}/decide`, { decision: 'merged', text: '相同' }), '400 intoId');
  assert.equal(await said(chair, 'POST', `/proposals/${later}/decide`, { decision: 'merged', text: '相同', intoId: later }), '400 intoId');
  await ok(chair, 'POST', `/proposals/${later}/decide`, { decision: 'merged', text: '内容相同', intoId: first });
  assert.equal((await s.one(mate, later)).mergedInto?.id, first);
  assert.deepEqual((await s.one(mate, first)).merged.map((x) => x.id), [later]);
  assert.equal(await said(chair, 'POST', `/proposals/${first}/take-back`, { text: '误点' }), '409 proposals.othersMerged');
  await ok(chair, 'POST', `/proposals/${later}/take-back`, { text: '不是同一件事' });
  await ok(chair, 'POST', `/proposals/${later}/decide`, { decision: 'suggestion', text: '由合理化建议办理' });
  const turned = await s.one(writer, later);
  assert.equal(turned.state, 'suggestion');
  assert.ok(turned.suggestion);
  const made = await ok(writer, 'GET', `/suggestions/${turned.suggestion.id}`);
  assert.deepEqual([made.state, made.supporters], ['submitted', 2], 'a suggestion of the mover, supported by the seconders');
  assert.match(await said(chair, 'POST', `/proposals/${later}/take-back`, { text: '不行' }), /^409 cases.wrongState/);
  const third = await s.submitted(k, { title: '每月增发食用油一桶' });
  await ok(chair, 'POST', `/proposals/${third}/decide`, { decision: 'rejected', text: '福利费方案已审议' });
  assert.ok((await s.inbox(writer)).includes('提案未立案'));
  await ok(chair, 'POST', `/proposals/${third}/take-back`, { text: '重新审查' });
  assert.equal((await s.one(writer, third)).state, 'submitted');
  assert.equal(await said(chair, 'POST', `/proposal-collections/${k}/reported`, { to: '下次' }), '409 proposals.undecidedLeft');
});

test('DEM-2 500 yuan for a filed proposal, 50 yuan a person for a hot topic, once, however many draw at once', { timeout: 240_000 }, async () => {
  const { ok, said, call, chair, writer, mate, accountant, specialist } = s;
  const k = (await ok(chair, 'POST', '/proposal-collections', { ...s.SESSION, session: '八届六次' })).id;
  const hot = await s.filed(k, { title: '夜班津贴标准调整' });
  const plain = await s.filed(k, { title: '班车线路延伸到新村' });
  const seconded = await s.moved(k, { title: '食堂延长夜宵时间' }, writer, [mate, chair]);
  await ok(writer, 'POST', `/proposals/${seconded}/submit`);
  await ok(chair, 'POST', `/proposals/${seconded}/decide`, { decision: 'filed' });
  assert.equal(await said(chair, 'POST', `/proposals/${seconded}/hot`, { on: true }), '403 proposals.hotOwn', 'who seconded it is paid for it');
  assert.match(await said(accountant, 'POST', `/proposals/${hot}/hot`, { on: true }), /^404/);
  await ok(chair, 'POST', `/proposals/${hot}/hot`, { on: true });
  const due = await ok(accountant, 'GET', `/proposal-collections/${k}/rewards`);
  assert.deepEqual(due.items.map((x) => [x.why, x.name, x.amountFen]).sort(), [['filed', '方小舟', 50_000], ['filed', '方小舟', 50_000], ['filed', '方小舟', 50_000], ['hot', '乔敏', 5_000], ['hot', '方小舟', 5_000], ['hot', '纪大海', 5_000]].sort());
  assert.equal(due.dueFen, 165_000);
  for (const who of [specialist, writer]) assert.equal((await call(who, 'POST', `/proposal-collections/${k}/rewards`)).status, 404);
  const drawn = await Promise.all([1, 2, 3].map(() => call(accountant, 'POST', `/proposal-collections/${k}/rewards`)));
  assert.deepEqual(drawn.map((d) => d.status).sort(), [200, 409, 409]);
  assert.equal(drawn.find((d) => d.status === 200)?.body.added, 6);
  assert.equal((await ok(accountant, 'GET', `/proposal-collections/${k}/rewards`)).dueFen, 0);
  assert.equal(await said(chair, 'POST', `/proposals/${plain}/take-back`, { text: '撤销' }), '409 proposals.onList');
  assert.equal(await said(chair, 'POST', `/proposals/${hot}/hot`, { on: false }), '409 proposals.onList');
});

test('DEM-2 races: the last yes taken back while it is handed in; two officers decide at once', { timeout: 240_000 }, async () => {
  const { ok, call, chair, writer, mate, house } = s;
  const k = (await ok(chair, 'POST', '/proposal-collections', { ...s.SESSION, session: '八届七次' })).id;
  for (let i = 0; i < 4; i++) {
    const id = await s.moved(k, { title: `第 ${i} 次同时提交` });
    const [handed] = await Promise.all([call(writer, 'POST', `/proposals/${id}/submit`), call(mate, 'POST', `/proposals/${id}/second`, { answer: 'no' })]);
    const row = await house.database.pool.query<{ yes: number; state: string }>("select c.state, (select count(*)::int from proposal_seconder x where x.proposal_id = c.id and x.answer = 'yes') as yes from case_file c where c.id = $1", [id]);
    assert.equal(row.rows[0]?.state === 'submitted', handed.status === 200);
    if (handed.status === 200) assert.equal(row.rows[0]?.yes, 2, 'nothing is handed in with fewer seconders than the rule asks for');
  }
  const id = await s.submitted(k, { title: '两人同时审查的提案' });
  const both = await Promise.all([call(chair, 'POST', `/proposals/${id}/decide`, { decision: 'filed' }), call(chair, 'POST', `/proposals/${id}/decide`, { decision: 'rejected', text: '重复' })]);
  assert.deepEqual(both.map((b) => b.status).sort(), [200, 409]);
});
