import assert from 'node:assert/strict';
import test from 'node:test';
import { draftOf } from '#test/suggestions';
import { workStage, yuan } from '#test/suggestion-work';

const REASON = '技术委员会三月二日评定。';

async function stage() {
  const s = await workStage('V');
  const verified = async (value: number, more: object = {}): Promise<string> => {
    const id = await s.completed(more);
    assert.equal((await s.ask(s.accountant, 'POST', `/benefits/${await s.claimed(id, yuan(value))}/verify`, { verifiedFen: yuan(value) })).status, 200);
    return id;
  };
  const again = async (id: string, value: number): Promise<void> => {
    await s.ask(s.accountant, 'POST', `/benefits/${await s.claimed(id, yuan(value))}/verify`, { verifiedFen: yuan(value) });
  };
  const decide = (id: string, d: object) => s.ask(s.office, 'POST', `/${id}/awards`, { reason: REASON, ...d });
  return { ...s, verified, again, decide };
}

test('INN-1 awards: refusals', async () => {
  const { ask, verified, completed, decide, writer, mate, specialist, chair, accountant, adopted } = await stage();
  const id = await verified(120_000);
  assert.equal((await ask(null, 'POST', `/${id}/awards`, {})).status, 401);
  for (const who of [writer, mate, specialist, accountant]) assert.equal((await ask(who, 'POST', `/${id}/awards`, { ground: 'benefit', amountFen: yuan(800), reason: REASON })).status, 404, who.name);
  assert.equal((await decide(id, { ground: 'benefit', amountFen: yuan(800), reason: '' })).status, 400, 'every decision with an explanation');
  assert.equal((await decide(id, { ground: 'benefit', amountFen: yuan(1_800) })).code, 'suggestions.work.awardOutside');
  assert.equal((await decide(id, { ground: 'effect', level: 1, amountFen: yuan(2_500) })).code, 'suggestions.work.awardHasValue');
  assert.equal((await decide(id, { ground: 'reserve', amountFen: yuan(100) })).code, 'suggestions.work.awardState');
  const without = await completed({ title: '折弯机挡料加装刻度' });
  assert.equal((await decide(without, { ground: 'benefit', amountFen: yuan(100) })).code, 'suggestions.work.awardNoValue');
  assert.deepEqual((await decide(without, { ground: 'effect', amountFen: yuan(100) })).body.error?.fields?.map((f) => f.path), ['level']);
  const begun = await adopted({ title: '冲床挡料加装刻度' });
  assert.equal((await decide(begun, { ground: 'effect', level: 5, amountFen: yuan(100) })).code, 'suggestions.work.awardState');
  const shared = await verified(20_000, { title: '铣床挡料加装刻度', coauthors: [{ personId: chair.id, share: 20 }] });
  assert.equal((await ask(chair, 'POST', `/${shared}/awards`, { ground: 'benefit', amountFen: yuan(400), reason: REASON })).status, 404, 'nobody awards what he or she shares in');
});

test('INN-1 an award by verified value, split by shares; re-levelled from 3 to 2 it pays the difference (rules.md §28 row 27)', async () => {
  const { ask, verified, again, decide, mate, other, writer, office, facts, inbox } = await stage();
  const id = await verified(120_000, { coauthors: [{ personId: mate.id, share: 33 }, { personId: other.id, share: 33 }] });
  const before = await ask(office, 'GET', `/${id}/award`);
  assert.deepEqual([before.body.level, before.body.levelBorrowed, before.body.paidBeforeFen, before.body.grounds, before.body.unconfirmed], [3, 4, 0, ['benefit'], true], 'the table was not confirmed, and the officer sees it');
  assert.deepEqual((await decide(id, { ground: 'benefit', amountFen: yuan(800) })).body.paysFen, yuan(800));
  assert.equal((await decide(id, { ground: 'benefit', amountFen: yuan(800) })).code, 'suggestions.work.awardSame');
  await again(id, 600_000);
  const second = await decide(id, { ground: 'benefit', amountFen: yuan(1_800) });
  assert.deepEqual([second.body.level, second.body.paysFen], [2, yuan(1_000)]);
  const { awards } = (await ask(writer, 'GET', `/${id}/benefit`)).body;
  assert.deepEqual(awards.map((a) => [a.level, a.amountFen, a.paidBeforeFen, a.paysFen]), [[3, yuan(800), 0, yuan(800)], [2, yuan(1_800), yuan(800), yuan(1_000)]]);
  assert.deepEqual(awards[1]?.shares.map((s) => s.paysFen), [34_000, 33_000, 33_000]);
  assert.deepEqual(awards.map((a) => a.filedWith), ['', 'V总工会'], 'the second level is filed above');
  assert.equal((await facts(id))?.awardLevel, 2);
  for (const who of [writer, mate]) assert.ok((await inbox(who)).includes('您的建议获奖了'));
  await again(id, 50_000);
  assert.equal((await decide(id, { ground: 'benefit', amountFen: yuan(400) })).body.paysFen, 0, 'less than before pays nothing and takes nothing back');
});

test('INN-1 awards at the edges: exactly a million, borrowed one lower, effect without a value, a reserve that is applied later', async () => {
  const { ask, verified, completed, decide, specialist, office, writer, other, mate } = await stage();
  const million = await verified(1_000_000);
  assert.equal((await decide(million, { ground: 'benefit', borrowed: true, amountFen: yuan(2_600) })).code, 'suggestions.work.awardOutside');
  assert.equal((await decide(million, { ground: 'benefit', amountFen: yuan(2_600) })).body.level, 1);
  assert.equal((await decide(await verified(999_999.99, { title: '折弯机挡料加装刻度' }), { ground: 'benefit', amountFen: yuan(2_000) })).body.level, 2);
  const effect = await completed({ title: '铣床挡料加装刻度' });
  assert.equal((await decide(effect, { ground: 'effect', level: 3, borrowed: true, amountFen: yuan(400) })).body.level, 4);
  const { id } = (await ask(writer, 'POST', '', draftOf({ title: '镗床挡料加装刻度' }))).body;
  await ask(specialist, 'POST', `/${id}/adopt-unit-only`, { grade: 2, text: '设备年底到货后再做。' });
  assert.deepEqual((await ask(office, 'GET', `/${id}/award`)).body.grounds, ['reserve']);
  assert.equal((await decide(id, { ground: 'reserve', amountFen: yuan(200) })).body.level, 5);
  assert.equal((await ask(office, 'POST', `/${id}/implement-later`, { grade: 1 })).body.state, 'implementing');
  await ask(specialist, 'POST', `/${id}/plan`, { plannedFrom: '2026-03-02', plannedTo: '2026-03-20', plan: '到货后安装。', ownerId: mate.id });
  await ask(mate, 'POST', `/${id}/report`, { text: '装好了。' });
  await ask(office, 'POST', `/${id}/accept`, {});
  assert.equal((await decide(id, { ground: 'effect', level: 4, amountFen: yuan(500) })).body.paysFen, yuan(300), 'what the reserve paid is deducted');
  assert.equal((await ask(other, 'GET', `/${id}/benefit`)).body.awards.length, 2);
});

test('INN-1 two officers at once decide one award; taking the adoption back takes the award back', async () => {
  const { ask, verified, decide, office, chair, writer, facts } = await stage();
  const id = await verified(120_000);
  const both = await Promise.all([decide(id, { ground: 'benefit', amountFen: yuan(800) }), ask(chair, 'POST', `/${id}/awards`, { ground: 'benefit', amountFen: yuan(1_000), reason: REASON })]);
  assert.deepEqual(both.map((b) => b.status), [200, 200]);
  const { awards } = (await ask(writer, 'GET', `/${id}/benefit`)).body;
  assert.equal(awards.reduce((sum, a) => sum + a.paysFen, 0), Math.max(yuan(1_000), awards[0]?.amountFen ?? 0), 'never both sums');
  assert.equal((await ask(office, 'POST', `/${id}/revoke`, { text: '经核实系抄袭他厂资料。' })).body.state, 'revoked');
  assert.ok((await ask(writer, 'GET', `/${id}/benefit`)).body.awards.every((a) => a.takenBackAt !== null));
  assert.equal((await facts(id))?.awardLevel, null);
  assert.equal((await decide(id, { ground: 'benefit', amountFen: yuan(800) })).code, 'suggestions.work.awardState');
});
