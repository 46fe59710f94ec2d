import assert from 'node:assert/strict';
import test from 'node:test';
import { clock } from '#platform/clock';
import { fixClock } from '#test/clock';
import type { Player } from '#test/people';
import { PLAN, workStage as stage, yuan } from '#test/suggestion-work';
import { remindAll } from './work.jobs.ts';

test('INN-1 a plan: who may carry it out, and who is refused', async () => {
  const { ask, adopted, writer, mate, other, outsider, specialist, inbox } = await stage();
  const id = await adopted();
  assert.equal((await ask(null, 'POST', `/${id}/plan`, { ...PLAN, ownerId: mate.id })).status, 401);
  assert.equal((await ask(mate, 'POST', `/${id}/plan`, { ...PLAN, ownerId: mate.id })).status, 404, 'colleagues name nobody');
  assert.equal((await ask(outsider, 'GET', `/${id}/work`)).status, 404);
  assert.deepEqual((await ask(specialist, 'POST', `/${id}/plan`, { ...PLAN, plan: '' , ownerId: mate.id })).body.error?.fields?.map((f) => f.path), ['plan']);
  assert.equal((await ask(specialist, 'POST', `/${id}/plan`, { ...PLAN, ownerId: outsider.id })).code, 'suggestions.work.ownerUnknown');
  assert.equal((await ask(specialist, 'POST', `/${id}/plan`, { ...PLAN, plannedTo: '2026-03-01', ownerId: mate.id })).code, 'suggestions.work.plannedBackwards');
  assert.equal((await ask(specialist, 'POST', `/${id}/plan`, { ...PLAN, plannedFrom: '2026-02-01', plannedTo: '2026-02-20', ownerId: mate.id })).code, 'suggestions.work.plannedPast');
  assert.equal((await ask(mate, 'POST', `/${id}/progress`, { text: '我来做。' })).status, 404, 'nobody entrusted it to this colleague');
  const found = await ask(specialist, 'GET', `/${id}/owners?text=${encodeURIComponent('乔')}`);
  assert.deepEqual(found.body.items.map((p) => p.name), ['乔敏']);
  assert.equal((await ask(specialist, 'GET', `/${id}/owners`)).body.items[0]?.author, true, 'the author stands first');
  assert.equal((await ask(specialist, 'POST', `/${id}/plan`, { ...PLAN, ownerId: other.id })).status, 200);
  assert.ok((await inbox(other)).includes('有一条建议请您实施'));
  assert.deepEqual((await ask(other, 'GET', `/${id}/work`)).body.may, ['progress', 'report']);
  assert.deepEqual((await ask(writer, 'GET', `/${id}/work`)).body.may, [], 'the author does not report for somebody else');
  assert.equal((await ask(writer, 'POST', `/${id}/report`, { text: '已经做完了。' })).status, 403);
});

test('INN-1 an owner without an office works, shows evidence, is sent back, and somebody else accepts', async () => {
  const { ask, adopted, mate, writer, other, specialist, office, facts, photo } = await stage();
  const id = await adopted();
  await ask(specialist, 'POST', `/${id}/plan`, { ...PLAN, ownerId: mate.id });
  assert.equal((await ask(mate, 'POST', `/${id}/progress`, { text: '样件已经做好。' })).body.state, 'implementing');
  const [before, after] = [await photo(mate), await photo(mate)];
  assert.equal((await ask(mate, 'POST', `/${id}/report`, { text: '全部装好。', evidence: [{ fileId: before, shows: 'before' }, { fileId: before, shows: 'after' }] })).code, 'suggestions.work.evidenceTwice');
  assert.equal((await ask(mate, 'POST', `/${id}/report`, { text: '全部装好。', evidence: [{ fileId: before, shows: 'before', label: '改前' }, { fileId: after, shows: 'after' }] })).body.state, 'accepting');
  assert.equal((await ask(mate, 'POST', `/${id}/accept`, {})).status, 404, 'the owner holds no office');
  assert.equal((await ask(writer, 'POST', `/${id}/accept`, {})).status, 404);
  assert.equal((await ask(specialist, 'POST', `/${id}/redo`, {})).status, 400, 'never without a reason');
  assert.equal((await ask(specialist, 'POST', `/${id}/redo`, { text: '锁紧手柄还没有装。' })).body.state, 'implementing');
  assert.equal((await ask(mate, 'POST', `/${id}/report`, { text: '手柄也装好了。' })).body.state, 'accepting');
  assert.equal((await ask(office, 'POST', `/${id}/accept`, {})).body.state, 'completed');
  assert.equal((await facts(id))?.completedOn, '2026-03-02');
  const shown = await ask(other, 'GET', `/${id}/work`);
  assert.deepEqual(shown.body.evidence.map((e) => [e.shows, e.label, e.file.id]), [['before', '改前', before], ['after', '', after]]);
  assert.deepEqual((await ask(specialist, 'POST', `/${id}/standardise`, { documentNumber: 'Q/HQ-GY-031', documentKind: 'processSheet', documentOn: '2028-01-01' })).body.error?.fields?.map((f) => f.path), ['documentOn']);
  assert.equal((await ask(specialist, 'POST', `/${id}/standardise`, { documentNumber: 'Q/HQ-GY-031', documentKind: 'processSheet', documentOn: '2026-03-01' })).body.state, 'standardised');
  assert.deepEqual([(await facts(id))?.standardisedOn, (await facts(id))?.documentNumber], ['2026-03-02', 'Q/HQ-GY-031']);
  const list = await ask(office, 'GET', '/standards?documentKind=processSheet');
  assert.deepEqual([list.body.total, list.body.items[0]?.documentNumber], [1, 'Q/HQ-GY-031']);
  assert.equal((await ask(office, 'GET', '/standards?documentKind=drawing')).body.total, 0);
  assert.equal((await ask(mate, 'GET', '/standards')).status, 404);
  assert.equal((await ask(office, 'POST', '/standards/export', {})).status, 200);
});

test('INN-1 an author carries out what is his own; an officer who carries it out does not accept it; co-authors may be owners', async () => {
  const { ask, adopted, writer, mate, specialist, office } = await stage();
  const own = await adopted();
  await ask(specialist, 'POST', `/${own}/plan`, { ...PLAN, ownerId: writer.id });
  assert.deepEqual((await ask(writer, 'GET', `/${own}/work`)).body.may, ['progress', 'report']);
  assert.equal((await ask(writer, 'POST', `/${own}/progress`, { text: '刻度尺已买。' })).status, 200);
  assert.equal((await ask(writer, 'POST', `/${own}/report`, { text: '自己装好了。' })).body.state, 'accepting');
  const officers = await adopted({ title: '折弯机挡料加装刻度' });
  await ask(office, 'POST', `/${officers}/plan`, { ...PLAN, ownerId: specialist.id });
  await ask(specialist, 'POST', `/${officers}/report`, { text: '专员装好了。' });
  assert.equal((await ask(specialist, 'POST', `/${officers}/accept`, {})).code, 'suggestions.work.ownWork');
  assert.deepEqual((await ask(specialist, 'GET', `/${officers}/work`)).body.may, []);
  assert.equal((await ask(office, 'POST', `/${officers}/accept`, {})).status, 200);
  const shared = await adopted({ title: '冲床挡料加装刻度', coauthors: [{ personId: mate.id, share: 40 }] });
  await ask(specialist, 'POST', `/${shared}/plan`, { ...PLAN, ownerId: mate.id });
  assert.equal((await ask(mate, 'POST', `/${shared}/report`, { text: '合作者装好了。' })).body.state, 'accepting');
  assert.equal((await ask(office, 'POST', `/${shared}/abandon`, { text: '设备报废，不再实施。' })).body.state, 'abandoned');
});

test('INN-1 overdue plans: owner and specialist are reminded the day after and every week, once each', async () => {
  const { ask, adopted, mate, specialist, inbox, house } = await stage();
  const id = await adopted();
  await ask(specialist, 'POST', `/${id}/plan`, { ...PLAN, plannedTo: '2026-03-05', ownerId: mate.id });
  const overdue = async (who: Player): Promise<number> => (await inbox(who)).filter((t) => t === '建议实施超过计划日期').length;
  for (const [at, n] of [['2026-03-05', 0], ['2026-03-06', 1], ['2026-03-09', 1], ['2026-03-13', 2]] as const) {
    fixClock(`${at}T01:00:00Z`);
    await remindAll(house.database, clock.now());
    await remindAll(house.database, clock.now());
    assert.deepEqual([await overdue(mate), await overdue(specialist)], [n, n], at);
  }
  assert.equal((await ask(mate, 'GET', `/${id}/work`)).body.overdueDays, 8);
});

test('INN-1 benefits: refusals', async () => {
  const { ask, adopted, completed, claimed, writer, mate, other, office, accountant, accountant2 } = await stage();
  const early = await adopted();
  assert.equal((await ask(writer, 'POST', `/${early}/benefits`, { claimedFen: 100, basis: '还没有做完。' })).code, 'suggestions.work.notDone');
  const id = await completed({ coauthors: [{ personId: other.id, share: 30 }] });
  assert.equal((await ask(accountant, 'POST', `/${id}/benefits`, { claimedFen: 100, basis: '我来申报。' })).status, 403, 'finance claims nothing');
  assert.deepEqual((await ask(writer, 'POST', `/${id}/benefits`, { claimedFen: 0, basis: '没有' })).body.error?.fields?.map((f) => f.path), ['claimedFen']);
  assert.equal((await ask(writer, 'POST', `/${id}/benefits`, { claimedFen: 100, basis: '按板材计算。', reckoning: { what: '板材', unit: '张', before: 5, after: 1, priceFen: 8600, times: 250 } })).code, 'suggestions.work.reckonedOtherwise');
  const claim = await claimed(id, yuan(86_000));
  assert.equal((await ask(mate, 'POST', `/${id}/benefits`, { claimedFen: 100, basis: '实施人再报一次。' })).code, 'suggestions.work.claimOpen');
  for (const who of [writer, office]) assert.equal((await ask(who, 'POST', `/benefits/${claim}/verify`, { verifiedFen: 100 })).status, 404, who.name);
  assert.equal((await ask(other, 'POST', `/benefits/${claim}/verify`, { verifiedFen: yuan(86_000) })).code, 'suggestions.work.ownBenefit', 'an accountant who shares in it');
  assert.equal((await ask(accountant, 'POST', `/benefits/${claim}/verify`, { verifiedFen: yuan(86_001) })).code, 'suggestions.work.moreThanClaimed');
  assert.equal((await ask(accountant, 'POST', `/benefits/${claim}/verify`, { verifiedFen: yuan(80_000) })).code, 'suggestions.work.lowerNeedsReason');
  assert.equal((await ask(accountant, 'POST', `/benefits/${claim}/refuse`, {})).status, 400, 'never without a reason');
  assert.equal((await ask(accountant, 'POST', '/benefits/01930000-0000-7000-8000-00000000dead/verify', { verifiedFen: 1 })).status, 404);
  assert.equal((await ask(accountant2, 'POST', `/benefits/${claim}/refuse`, { text: '缺少领料单。' })).status, 200);
  assert.equal((await ask(accountant, 'POST', `/benefits/${claim}/verify`, { verifiedFen: 1, text: '晚了一步。' })).code, 'suggestions.work.claimSettled');
});

test('INN-1 a benefit counts once: verified lower with a reason, then replaced; lists and sums', async () => {
  const { ask, completed, claimed, facts, inbox, writer, mate, accountant, office } = await stage();
  const id = await completed();
  const first = await claimed(id, yuan(86_000));
  assert.ok((await inbox(accountant)).includes('有效益申报请核定'));
  assert.equal((await ask(accountant, 'GET', '/benefits?state=claimed')).body.claimedFen, yuan(86_000));
  assert.equal((await ask(accountant, 'POST', `/benefits/${first}/verify`, { verifiedFen: yuan(80_000), text: '扣除刻度尺和人工费用。' })).status, 200);
  assert.deepEqual([(await facts(id))?.benefitFen, (await facts(id))?.benefitOn], [yuan(80_000), '2026-03-02']);
  assert.ok((await inbox(writer)).includes('您的建议效益已核定'));
  const second = (await ask(mate, 'POST', `/${id}/benefits`, { claimedFen: 860_000, basis: '全年实际。', reckoning: { what: '板材', unit: '张', before: 5, after: 1, priceFen: 8600, times: 25 } })).body.id;
  assert.equal((await facts(id))?.benefitFen, yuan(80_000), 'what was verified stands until the next is');
  assert.equal((await ask(accountant, 'POST', `/benefits/${second}/verify`, { verifiedFen: 860_000, text: '按全年实际用量核定。' })).status, 200);
  assert.equal((await facts(id))?.benefitFen, 860_000);
  const seen = await ask(writer, 'GET', `/${id}/benefit`);
  assert.deepEqual([seen.body.claims.map((c) => c.state), seen.body.windowTo, seen.body.may], [['verified', 'replaced'], '2027-03-01', ['claim']]);
  const list = await ask(office, 'GET', '/benefits');
  assert.deepEqual([list.body.total, list.body.verifiedFen, list.body.claimedFen], [2, 860_000, 0]);
  assert.equal((await ask(accountant, 'POST', '/benefits/export', {})).status, 200);
});

test('INN-1 two accountants at once: one verifies, the other reads a sentence', async () => {
  const { ask, completed, claimed, accountant, accountant2, facts } = await stage();
  for (let round = 0; round < 3; round++) {
    const id = await completed({ title: `剪板机后挡料加装刻度${round}` });
    const claim = await claimed(id, 100_000);
    const both = await Promise.all([ask(accountant, 'POST', `/benefits/${claim}/verify`, { verifiedFen: 100_000 }), ask(accountant2, 'POST', `/benefits/${claim}/verify`, { verifiedFen: 90_000, text: '扣除材料费。' })]);
    assert.deepEqual(both.map((b) => b.status).sort(), [200, 409]);
    assert.equal(both.find((b) => b.status === 409)?.code, 'suggestions.work.claimSettled');
    assert.equal((await facts(id))?.benefitFen, both[0]?.status === 200 ? 100_000 : 90_000);
  }
});
