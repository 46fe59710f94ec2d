import assert from 'node:assert/strict';
import test from 'node:test';
import { clock } from '#platform/clock';
import { cases } from '#engines/cases';
import { newId } from '#shared/ids';
import { fixClock } from '#test/clock';
import { cast, type Player } from '#test/people';
import { startHouse } from '#test/server';
import { draftOf, foundCompany } from '#test/suggestions';
import { remindAll } from './review.jobs.ts';
import { insertExpert } from './settings.sql.ts';

type Opinion = { reviewer: { id: string; name: string }; mine: boolean; verdict: string | null; grade: number | null; text: string; conflict: string };
type Body = { id: string; state: string; error?: { code: string; sentence: string }; items: Opinion[]; asked: { id: string }[]; missing: number; may: string[]; agree: boolean | null; hidden: number; given: number; needsWord: boolean; as: string; events: { step: string; by: string }[]; total: number };

async function stage(o: { blind?: boolean } = {}) {
  fixClock('2026-03-02T01:00:00Z');
  const house = await startHouse();
  const s = await foundCompany(house, 'R', o);
  const experts = (await cast(house, s.federationId, [
    { name: '专家甲', unionId: s.tools.id }, { name: '专家乙', unionId: s.tools.id }, { name: '专家丙', unionId: s.tools.id }, { name: '同厂专家', unionId: s.works.id },
  ])) as [Player, Player, Player, Player];
  const enter = (who: readonly Player[], expertGroup: 'technology' | 'safety' = 'technology') => house.within(s.federationId, async (tx) => {
    for (const w of who) await insertExpert(tx, { id: newId(), schemeUnionId: s.company.id, personId: w.id, expertGroup, leads: false, fromDate: '2026-01-01' });
  });
  const ask = async (who: Player, method: 'GET' | 'POST', path: string, body?: unknown): Promise<{ status: number; body: Body; code: string | undefined; text: string }> => {
    const a = await house.ask(method, `/api/v1/suggestions${path}`, body, { token: who.token });
    return { status: a.status, body: a.body as Body, code: (a.body as Body).error?.code, text: JSON.stringify(a.body) };
  };
  const forwarded = async (more: object = {}): Promise<string> => {
    const { id } = (await ask(s.writer, 'POST', '', draftOf(more))).body;
    assert.equal((await ask(s.specialist, 'POST', `/${id}/forward`, { grade: 2 })).status, 200);
    return id;
  };
  const who = (id: string): Player => experts.find((e) => e.id === id) ?? s.writer;
  return { ...s, experts, enter, ask, forwarded, who, house };
}

test('INN-1 reviews, refusals: nobody to ask, not the unit, authors, outsiders, twice, without a grade', async () => {
  const { ask, forwarded, enter, experts: [a, b, , near], office, specialist, mate, outsider, writer } = await stage();
  const id = await forwarded({ coauthors: [{ personId: mate.id, share: 30 }] });
  assert.equal((await ask(specialist, 'POST', `/${id}/reviews/ask`, {})).status, 404);
  assert.equal((await ask(office, 'POST', `/${id}/reviews/ask`, {})).code, 'suggestions.review.noneLeft');
  await enter([a, mate]);
  assert.equal((await ask(office, 'POST', `/${id}/reviews/ask`, { reviewerIds: [mate.id] })).code, 'suggestions.review.cannotAsk');
  assert.equal((await ask(office, 'POST', `/${id}/reviews/ask`, { reviewerIds: [b.id] })).code, 'suggestions.review.cannotAsk', 'no expert');
  assert.equal((await ask(a, 'GET', `/${id}`)).status, 404, 'not asked yet');
  assert.equal((await ask(a, 'POST', `/${id}/reviews/give`, { verdict: 'adopt', text: '可以' })).status, 404);
  const asked = await ask(office, 'POST', `/${id}/reviews/ask`, {});
  assert.deepEqual([asked.body.asked.map((x) => x.id), asked.body.missing], [[a.id], 1], 'the co-author is never asked');
  assert.equal((await ask(office, 'POST', `/${id}/reviews/ask`, { reviewerIds: [a.id] })).code, 'suggestions.review.cannotAsk');
  for (const stranger of [writer, mate, outsider, near]) assert.equal((await ask(stranger, 'GET', `/${id}/reviews`)).status, 404);
  assert.equal((await ask(a, 'POST', `/${id}/reviews/give`, { verdict: 'implement', text: '可以实施' })).code, 'suggestions.review.gradeNeeded');
  assert.equal((await ask(a, 'POST', `/${id}/reviews/give`, { verdict: 'implement', grade: 1 })).status, 400, 'never without a word');
  assert.equal((await ask(a, 'POST', `/${id}/reviews/give`, { verdict: 'implement', grade: 1, text: '可以实施' })).status, 200);
  assert.equal((await ask(a, 'POST', `/${id}/reviews/give`, { verdict: 'reject', text: '改主意了' })).code, 'suggestions.review.gaveAlready');
  assert.equal((await ask(a, 'POST', `/${id}/adopt`, { text: '我来决定' })).status, 404);
});

test('INN-1 two experts who do not see each other, by load, never of the unit when others are there; the office sees both and decides', async () => {
  const { ask, forwarded, enter, experts, office, who, house } = await stage();
  const [a, , , near] = experts;
  await enter(experts);
  const first = await forwarded();
  await ask(office, 'POST', `/${first}/reviews/ask`, { reviewerIds: [a.id] });
  const id = await forwarded({ title: '折弯机前托料架加装滚轮' });
  const asked = (await ask(office, 'POST', `/${id}/reviews/ask`, {})).body.asked.map((x) => x.id);
  assert.equal(asked.length, 2);
  assert.ok(!asked.includes(a.id) && !asked.includes(near.id), 'the loaded one and the neighbour are spared');
  const [one, two] = asked.map(who) as [Player, Player];
  const inbox = await house.ask('GET', '/api/v1/messages', undefined, { token: one.token });
  assert.ok(JSON.stringify(inbox.body).includes('请您评审一条建议'));
  assert.equal((await ask(office, 'POST', `/${id}/adopt-for-implementation`, { grade: 2 })).code, 'suggestions.review.unheard');
  assert.equal((await ask(one, 'POST', `/${id}/reviews/give`, { verdict: 'implement', grade: 1, text: '节省时间，可以推广。' })).body.given, 1);
  const before = await ask(two, 'GET', `/${id}/reviews`);
  assert.deepEqual([before.body.items.length, before.body.hidden], [1, 1]);
  assert.ok(!before.text.includes('节省时间') && !before.text.includes(one.name));
  await ask(two, 'POST', `/${id}/reviews/give`, { verdict: 'implement', grade: 2, text: '一般改进。' });
  assert.equal((await ask(two, 'GET', `/${id}/reviews`)).body.items.length, 2, 'after giving an own one');
  const seen = await ask(office, 'GET', `/${id}/reviews`);
  assert.deepEqual([seen.body.items.map((r) => r.grade).toSorted(), seen.body.agree, seen.body.needsWord], [[1, 2], false, false]);
  assert.equal((await ask(office, 'POST', `/${id}/adopt-for-implementation`, { grade: 1 })).body.state, 'implementing');
  assert.equal((await ask(two, 'GET', '/reviews/mine?waits=true')).body.total, 0);
  assert.equal((await ask(office, 'POST', `/${first}/adopt-for-implementation`, { grade: 3, text: '专家出差，情况清楚，先行决定。' })).body.state, 'implementing', 'with a word why');
  assert.equal((await ask(a, 'POST', `/${first}/reviews/give`, { verdict: 'adopt', text: '晚了' })).code, 'suggestions.review.notWaiting');
  const quality = await ask(office, 'GET', '/reviews/quality');
  assert.deepEqual(quality.body.items.find((g) => (g as unknown as { group: string }).group === 'technology'), { group: 'technology', opinions: 2, suggestions: 1, pairs: 1, same: 1, graded: 1, kappa: -1 });
  assert.equal((await ask(office, 'GET', '/reviews/quality/items?group=technology')).body.total, 1);
  assert.equal((await ask(one, 'GET', '/reviews/quality')).status, 404);
});

test('INN-1 who steps back is barred, another is asked; replacing; reminders', async () => {
  const { ask, forwarded, enter, experts: [a, b, c], office, house, specialist } = await stage();
  await enter([a, b, c]);
  const id = await forwarded();
  await ask(office, 'POST', `/${id}/reviews/ask`, { reviewerIds: [a.id, b.id] });
  assert.equal((await ask(a, 'POST', `/${id}/reviews/step-back`, {})).status, 400, 'never without a word');
  assert.equal((await ask(a, 'POST', `/${id}/reviews/step-back`, { text: '建议人是我爱人' })).status, 200);
  for (const path of [`/${id}`, `/${id}/reviews`]) assert.equal((await ask(a, 'GET', path)).status, 404);
  assert.equal((await ask(a, 'POST', `/${id}/reviews/give`, { verdict: 'adopt', text: '再评' })).status, 404);
  const seen = (await ask(office, 'GET', `/${id}/reviews`)).body;
  assert.deepEqual(seen.items.map((r) => [r.reviewer.name, r.conflict]).toSorted(), [['专家丙', ''], ['专家乙', ''], ['专家甲', '建议人是我爱人']].toSorted());
  fixClock('2026-03-06T01:00:00Z');
  assert.equal(await remindAll(house.database, clock.now()), 2);
  assert.equal(await remindAll(house.database, clock.now()), 0, 'once a period');
  assert.equal((await ask(office, 'POST', `/${id}/reviews/replace`, { reviewerId: b.id })).code, 'suggestions.review.noneLeft', 'nobody is left: the one who stepped back is not asked again');
  assert.equal((await ask(specialist, 'POST', `/${id}/reviews/replace`, { reviewerId: b.id })).status, 404);
});

test('INN-1 blind: nothing that an expert receives tells who wrote', async () => {
  const { ask, forwarded, enter, experts: [a, b], office, writer, mate, works, house, specialist } = await stage({ blind: true });
  await enter([a, b]);
  const id = await forwarded({ coauthors: [{ personId: mate.id, share: 40 }], place: '下料班小舟工位' });
  await ask(office, 'POST', `/${id}/reviews/ask`, {});
  await ask(writer, 'POST', `/${id}/say`, { text: '补充：手柄已经试装。' });
  const receives = async (): Promise<string> => {
    const paths = [`/api/v1/suggestions/${id}`, `/api/v1/suggestions/${id}/reviews`, '/api/v1/suggestions/reviews/mine', '/api/v1/messages', '/api/v1/suggestions/mine', `/api/v1/suggestions/${id}/work`, `/api/v1/suggestions/${id}/benefits`, `/api/v1/suggestions/${id}/look-alikes`, `/api/v1/suggestions/${id}/supporters`, `/api/v1/suggestions/${id}/owners?text=`, `/api/v1/suggestions/${id}/alike`];
    const answers = await Promise.all(paths.map((p) => house.ask('GET', p, undefined, { token: a.token })));
    return JSON.stringify(answers.map((x) => x.body));
  };
  const tells = (text: string): string[] => [writer.name, writer.id, mate.name, mate.id, works.id, works.name, '小舟工位', specialist.name].filter((t) => text.includes(t));
  assert.deepEqual(tells(await receives()), []);
  assert.equal((await ask(a, 'GET', `/${id}`)).body.as, 'reviewer');
  for (const expert of [a, b]) await ask(expert, 'POST', `/${id}/reviews/give`, { verdict: 'implement', grade: 2, text: '可以。' });
  assert.deepEqual(tells(await receives()), [], 'after giving, the other opinion but no author');
  await ask(office, 'POST', `/${id}/adopt-for-implementation`, { grade: 2 });
  assert.deepEqual(tells(await receives()), [], 'nor from where it is carried out');
});

test('INN-1 an appeal is heard by other experts and decided by another officer', async () => {
  const { ask, forwarded, enter, experts: [a, b, c], office, chair, writer } = await stage();
  await enter([a, b, c]);
  const id = await forwarded();
  await ask(office, 'POST', `/${id}/reviews/ask`, { reviewerIds: [a.id] });
  await ask(a, 'POST', `/${id}/reviews/give`, { verdict: 'reject', text: '没有必要。' });
  await ask(office, 'POST', `/${id}/reject`, { text: '已有同类装置。' });
  assert.equal((await ask(writer, 'POST', `/${id}/appeal`, { text: '那台设备没有这种装置。' })).body.state, 'appealed');
  assert.equal((await ask(office, 'POST', `/${id}/adopt-for-implementation`, { grade: 3, text: '再看可以' })).code, 'suggestions.review.sameJudge');
  assert.equal((await ask(chair, 'POST', `/${id}/reviews/ask`, { reviewerIds: [a.id] })).code, 'suggestions.review.cannotAsk', 'spoke in the first round');
  assert.deepEqual((await ask(chair, 'POST', `/${id}/reviews/ask`, {})).body.asked.map((x) => x.id).toSorted(), [b.id, c.id].toSorted());
  for (const expert of [b, c]) assert.equal((await ask(expert, 'POST', `/${id}/reviews/give`, { verdict: 'implement', grade: 3, text: '可行。' })).status, 200);
  assert.equal((await ask(chair, 'POST', `/${id}/adopt-for-implementation`, { grade: 3 })).body.state, 'implementing');
  assert.equal((await ask(a, 'GET', `/${id}/reviews`)).body.items.length, 1, 'of the second round the first reviewer learns nothing');
});

test('INN-1 an expert speaks once, even twice at the same moment', async () => {
  const { ask, forwarded, enter, experts: [a, b], office } = await stage();
  await enter([a, b]);
  const id = await forwarded();
  await ask(office, 'POST', `/${id}/reviews/ask`, {});
  const both = await Promise.all([1, 3].map((grade) => ask(a, 'POST', `/${id}/reviews/give`, { verdict: 'implement', grade, text: '可以' })));
  assert.deepEqual(both.map((x) => x.status).toSorted(), [200, 409]);
  assert.ok(cases.processNamed('suggestion').steps['askExperts']);
});
