import assert from 'node:assert/strict';
import test from 'node:test';
import { cases } from '#engines/cases';
import { notify } from '#engines/notify';
import { similarity } from '#engines/similarity';
import { clock } from '#platform/clock';
import { jobs } from '#platform/jobs';
import { fixClock } from '#test/clock';
import { cast, foundBelow, foundCity, type Player } from '#test/people';
import { startHouse } from '#test/server';
import { sweepSurveys } from './topics.jobs.ts';

type Row = { id: string | null; number: string; title: string; elsewhere: { id: string } | null };
type Results = { people: number; votes: number[][]; texts: string[][]; hidden: string[]; places: { union: string | null; asked: number; people: number; votes: number[][] }[] };
type Body = {
  id: string; state: string; version: number; may: string[]; letters: number; told: number; moved: number; asked: number; total: number; items: Row[]; result: string; topic: { id: string; name: string } | null;
  survey: { state: string; asked: number; answered: number } | null; results: Results | null; measures: { id: string; state: string; late: boolean; may: string[] }[];
  events: { step: string; text: string; note: string; byKind: string }[]; question: string; error?: { code: string; fields?: { path: string }[] };
};

const DAY = '2026-09-07T01:00:00Z';
const QUESTIONS = [
  { kind: 'single', text: '热水什么时候最不够？', options: ['早上', '晚上', '整天'] }, { kind: 'several', text: '还缺什么？', options: ['柜子', '凳子'] },
  { kind: 'scale', text: '对更衣室满意吗？' }, { kind: 'yesNo', text: '等过一刻钟以上吗？' }, { kind: 'open', text: '还想说什么？' },
];
const sheet = (choice = 1, text = '') => ({ answers: [{ choices: [choice] }, { choices: [0, 1] }, { choices: [1] }, { choices: [0] }, { text }] });

async function stage() {
  fixClock(DAY);
  const house = await startHouse();
  const city = await foundCity(house, 'T');
  const [siteA, siteB] = [await foundBelow(house, city.federationId, city.one, 'T-1-A'), await foundBelow(house, city.federationId, city.one, 'T-1-B')];
  const [chair, clerk, sibling, up, writer, liaison] = (await cast(house, city.federationId, [
    { name: '高主席', unionId: city.one.id, offices: ['chair'] }, { name: '周经办', unionId: city.one.id, offices: ['mailboxClerk'] }, { name: '邻主席', unionId: city.other.id, offices: ['chair'] },
    { name: '上主席', unionId: city.top.id, offices: ['chair'] }, { name: '王小兵', unionId: siteA.id }, { name: '何联络', unionId: city.one.id, offices: ['departmentLiaison'] },
  ])) as [Player, Player, Player, Player, Player, Player];
  const ask = async (who: Player | null, method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<{ status: number; body: Body }> => {
    const a = await house.ask(method, `/api/v1${path}`, body, { token: who?.token ?? null });
    return { status: a.status, body: a.body as Body };
  };
  const write = async (who: Player, title: string, text = '更衣室的热水总是不够，晚班下来只有冷水。', more: object = {}): Promise<string> => (await ask(who, 'POST', '/letters', { title, text, category: 'living', ...more })).body.id;
  const inbox = async (who: Player) => (await house.within(city.federationId, (tx) => notify.inbox(tx, { personId: who.id, locale: 'zh' }, { limit: 50 }))).items;
  const crowd = (n: number, unionId: string) => cast(house, city.federationId, Array.from({ length: n }, (_, i) => ({ name: `工友${'甲乙丙丁戊己庚辛壬癸子丑'[i] ?? ''}`, unionId })));
  const openTopic = async (title = '更衣室热水', letterIds: string[] = []) => (await ask(clerk, 'POST', '/topics', { title, letterIds })).body.id;
  const again = async <P extends Player>(who: P): Promise<P> => ({ ...who, token: (await house.tokens(city.federationId, [who.id]))[0] ?? '' });
  return { house, city, siteA, siteB, chair, clerk, sibling, up, writer, liaison, ask, write, inbox, crowd, openTopic, again };
}

test('BOX-3 refusals: strangers, letters one may not see, own letters, wrong states, bad questionnaires', { timeout: 120_000 }, async () => {
  const s = await stage();
  const { ask, chair, clerk, sibling, up, writer } = s;
  const letter = await s.write(writer, '更衣室没有热水');
  const own = await s.write(clerk, '我自己的信');
  const barred = await s.write(writer, '主席的亲戚不排队', '更衣室的柜子主席的亲戚先挑。', { aboutChair: true, unionId: s.city.one.id });
  assert.equal((await ask(writer, 'POST', '/topics', { title: '热水' })).status, 404, 'a member opens none');
  const id = await s.openTopic();
  assert.equal((await ask(sibling, 'GET', `/topics/${id}`)).status, 404);
  assert.equal((await ask(sibling, 'POST', `/topics/${id}/letters`, { ids: [letter] })).status, 404);
  const theirs = (await ask(sibling, 'POST', '/topics', { title: '别家的问题' })).body.id;
  assert.equal((await ask(sibling, 'POST', `/topics/${theirs}/letters`, { ids: [letter] })).status, 404, 'a letter of another union');
  for (const hidden of [own, barred]) assert.equal((await ask(clerk, 'POST', `/topics/${id}/letters`, { ids: [letter, hidden] })).status, 404, 'own, or about the chair');
  assert.equal((await ask(clerk, 'GET', `/topics/${id}`)).body.letters, 0, 'all or none');
  assert.equal((await ask(clerk, 'POST', `/topics/${id}/tell`, { text: '都办好了' })).status, 404, 'the clerk tells no results');
  assert.equal((await ask(chair, 'POST', `/topics/${id}/tell`, { text: '都办好了' })).body.error?.code, 'topics.noLetters');
  for (const questions of [[], [{ kind: 'single', text: '选哪个？', options: ['只有一个'] }], [{ kind: 'scale', text: '几分？', options: ['一', '二'] }], Array(11).fill(QUESTIONS[2])]) {
    assert.equal((await ask(clerk, 'PUT', `/topics/${id}/survey`, { title: '热水问卷', questions })).status, 400);
  }
  assert.equal((await ask(chair, 'POST', `/topics/${id}/survey/send`, { unionIds: [s.city.one.id], until: '2026-09-20' })).body.error?.code, 'topics.noSurvey');
  await ask(clerk, 'PUT', `/topics/${id}/survey`, { title: '热水问卷', questions: QUESTIONS });
  assert.equal((await ask(clerk, 'POST', `/topics/${id}/survey/send`, { unionIds: [s.city.one.id], until: '2026-09-20' })).status, 404, 'the clerk sends none');
  assert.equal((await ask(chair, 'POST', `/topics/${id}/survey/send`, { unionIds: [s.city.other.id], until: '2026-09-20' })).status, 404, 'members of others are not asked');
  for (const until of ['2026-09-07', '2027-09-20']) assert.deepEqual((await ask(chair, 'POST', `/topics/${id}/survey/send`, { unionIds: [s.city.one.id], until })).body.error?.fields?.map((f) => f.path), ['until']);
  assert.equal((await ask(up, 'POST', `/topics/${id}/measures`, { title: '修锅炉', unionId: s.city.other.id, due: '2026-09-20' })).body.error?.code, 'topics.unionOutside');
});

test('BOX-3 gathering: look-alikes by words, one topic each, undo, joining and undoing it', { timeout: 120_000 }, async () => {
  const s = await stage();
  const { ask, clerk, chair, writer } = s;
  const [one, two, three, far] = [await s.write(writer, '更衣室没有热水'), await s.write(writer, '晚班更衣室热水不够'), await s.write(writer, '更衣室的热水器坏了'), await s.write(writer, '探亲假路费怎么报', '家在外省，一年回去一次，只报单程。')];
  const near = (await ask(clerk, 'GET', `/topic-letters/${one}/alike`)).body;
  assert.deepEqual(near.items.map((l) => l.id).sort(), [two, three].sort());
  assert.equal((await ask(s.sibling, 'GET', `/topic-letters/${one}/alike`)).status, 404);
  const id = await s.openTopic('更衣室热水', [one]);
  assert.deepEqual((await ask(clerk, 'GET', `/topics/${id}/alike`)).body.items.map((l) => l.id).sort(), [two, three].sort(), 'what is in it is not offered');
  assert.deepEqual((await ask(clerk, 'GET', `/topics/${id}/alike?text=${encodeURIComponent('探亲假路费')}`)).body.items.map((l) => l.id), [far]);
  assert.equal((await ask(clerk, 'POST', `/topics/${id}/letters`, { ids: [two, three] })).body.letters, 3);
  const other = await s.openTopic('热水器');
  assert.equal((await ask(clerk, 'POST', `/topics/${other}/letters`, { ids: [far, two] })).body.error?.code, 'topics.elsewhere');
  assert.equal((await ask(chair, 'GET', `/letters/${two}`)).body.topic?.id, id);
  assert.equal((await ask(writer, 'GET', `/letters/${two}`)).body.events.some((e) => e.note.includes('更衣室热水')), false, 'the writer does not see the desk’s notes');
  assert.equal((await ask(clerk, 'POST', `/topics/${id}/letters/release`, { ids: [three] })).body.letters, 2);
  assert.equal((await ask(clerk, 'POST', `/topics/${id}/letters/release`, { ids: [three] })).body.error?.code, 'topics.notInTopic');
  assert.equal((await ask(clerk, 'POST', `/topics/${other}/letters`, { ids: [three] })).status, 200);
  assert.equal((await ask(clerk, 'POST', `/topics/${other}/merge`, { intoId: other })).status, 400);
  assert.equal((await ask(clerk, 'POST', `/topics/${other}/merge`, { intoId: id })).body.moved, 1);
  assert.equal((await ask(clerk, 'GET', `/topics/${id}`)).body.letters, 3);
  assert.equal((await ask(clerk, 'GET', `/topics/${other}`)).body.state, 'merged');
  assert.equal((await ask(clerk, 'POST', `/topics/${other}/split`, {})).body.moved, 1);
  assert.deepEqual((await ask(clerk, 'GET', `/topics/${other}/letters`)).body.items.map((l) => l.id), [three]);
});

test('BOX-3 proposals: three open letters on one matter of one’s own scope, remembered when they are not, undone, gone once gathered', { timeout: 120_000 }, async () => {
  const s = await stage();
  const { ask, clerk, sibling, writer } = s;
  const proposed = async (who: Player): Promise<string[][]> => ((await ask(who, 'GET', '/topic-proposals')).body.items as unknown as { letters: Row[] }[]).map((g) => g.letters.map((l) => l.id ?? '').sort());
  const ids = [await s.write(writer, '更衣室没有热水'), await s.write(writer, '晚班更衣室热水不够')];
  await s.write(writer, '探亲假路费怎么报', '家在外省，一年回去一次，只报单程。');
  assert.equal((await ask(writer, 'GET', '/topic-proposals')).status, 404, 'a member is proposed nothing');
  assert.deepEqual(await proposed(clerk), [], 'two are no group');
  ids.push(await s.write(writer, '更衣室的热水器坏了'));
  assert.deepEqual(await proposed(clerk), [[...ids].sort()]);
  assert.deepEqual(await proposed(sibling), [], 'of another union');
  assert.equal((await ask(sibling, 'POST', '/topic-proposals/apart', { ids })).status, 404);
  assert.equal((await ask(clerk, 'POST', '/topic-proposals/together', { ids })).body.error?.code, 'topics.notApart');
  assert.equal((await ask(clerk, 'POST', '/topic-proposals/apart', { ids })).status, 200);
  assert.deepEqual(await proposed(clerk), [], 'not proposed again');
  assert.deepEqual((await ask(clerk, 'GET', `/topic-letters/${ids[0] ?? ''}/alike`)).body.items.map((l) => l.id).sort(), ids.slice(1).sort(), 'still found by who looks for it');
  assert.equal((await ask(clerk, 'POST', '/topic-proposals/together', { ids })).status, 200);
  assert.deepEqual(await proposed(clerk), [[...ids].sort()]);
  await s.openTopic('更衣室热水', ids);
  assert.deepEqual(await proposed(clerk), [], 'gathered');
});

test('BOX-3 a letter that is sent on is found where it went, and no longer where it was', { timeout: 120_000 }, async () => {
  const s = await stage();
  const { ask, clerk, sibling, writer } = s;
  const [one, two] = [await s.write(writer, '更衣室没有热水', undefined, { unionId: s.city.one.id }), await s.write(writer, '更衣室热水不够', undefined, { unionId: s.city.one.id })];
  const near = async (who: Player, id: string) => (await ask(who, 'GET', `/topic-letters/${id}/alike`)).body.items?.map((l) => l.id);
  assert.deepEqual(await near(clerk, one), [two]);
  for (const id of [one, two]) assert.equal((await ask(s.chair, 'POST', `/letters/${id}/redirect`, { unionId: s.city.other.id, text: '属于你厂' })).status, 200);
  assert.deepEqual(await near(sibling, one), [two]);
  assert.equal((await ask(clerk, 'GET', `/topic-letters/${one}/alike`)).status, 404);
});

test('BOX-3 letters from before there was a collection are taken in', { timeout: 120_000 }, async () => {
  const s = await stage();
  const { ask, clerk, writer, house } = s;
  const [one, two] = [await s.write(writer, '更衣室没有热水'), await s.write(writer, '更衣室热水不够')];
  await house.database.pool.query('delete from similar_text where federation_id = $1', [s.city.federationId]);
  similarity.forget();
  assert.deepEqual((await ask(clerk, 'GET', `/topic-letters/${one}/alike`)).body.items, []);
  assert.equal(await cases.listLikenesses(house.database, clock.now()), 2);
  assert.equal(await cases.listLikenesses(house.database, clock.now()), 0, 'once');
  assert.deepEqual((await ask(clerk, 'GET', `/topic-letters/${one}/alike`)).body.items.map((l) => l.id), [two]);
});

test('BOX-3 two officers gather the same letter at once: it belongs to one topic', { timeout: 120_000 }, async () => {
  const s = await stage();
  const letters = [await s.write(s.writer, '热水一'), await s.write(s.writer, '热水二')];
  const topics = await Promise.all([0, 1, 2, 3].map((n) => s.openTopic(`热水 ${String(n)}`)));
  const tried = await Promise.all(topics.map((id, n) => s.ask(n % 2 ? s.chair : s.clerk, 'POST', `/topics/${id}/letters`, { ids: n % 2 ? letters : letters.toReversed() })));
  assert.deepEqual(tried.map((t) => t.status).sort(), [200, 409, 409, 409]);
  const { rows } = await s.house.database.pool.query('select count(*)::int as n, count(distinct topic_id)::int as topics from topic_letter');
  assert.deepEqual(rows, [{ n: 2, topics: 1 }]);
});

test('BOX-3 the questionnaire: the members of the chosen unions once each, one sheet a person, counted above the floor', { timeout: 180_000 }, async () => {
  const s = await stage();
  const { ask, chair, clerk } = s;
  const [atA, atB] = [await s.crowd(6, s.siteA.id), await s.crowd(3, s.siteB.id)];
  const outsider = (await s.crowd(1, s.city.other.id))[0] as Player;
  const id = await s.openTopic();
  await ask(clerk, 'PUT', `/topics/${id}/survey`, { title: '热水问卷', intro: '几分钟', questions: QUESTIONS });
  const sent = await ask(chair, 'POST', `/topics/${id}/survey/send`, { unionIds: [s.city.one.id], until: '2026-09-20' });
  assert.deepEqual([sent.status, sent.body.asked], [200, 6 + 3 + 4], 'both sites and the four of the union itself');
  assert.equal((await ask(clerk, 'PUT', `/topics/${id}/survey`, { title: '改一改', questions: QUESTIONS })).body.error?.code, 'topics.wasSent');
  await jobs.drain(s.house.database);
  await jobs.drain(s.house.database);
  const [survey] = (await ask(atA[0] as Player, 'GET', '/questionnaires')).body.items;
  const at = `/questionnaires/${survey?.id ?? ''}`;
  assert.equal((await s.inbox(atB[0] as Player)).filter((m) => m.link === at).length, 1);
  assert.equal((await ask(outsider, 'GET', at)).status, 404);
  assert.equal((await ask(outsider, 'POST', `${at}/answer`, sheet())).status, 404);
  assert.deepEqual((await ask(atA[0] as Player, 'POST', `${at}/answer`, { answers: [{ choices: [0, 1] }, { choices: [] }, { choices: [1] }, { choices: [0] }] })).body.error?.fields?.map((f) => f.path), ['answers.0', 'answers.1']);
  const twice = await Promise.all([1, 2, 3, 4].map(() => ask(atA[0] as Player, 'POST', `${at}/answer`, sheet(0, '第一个人'))));
  assert.deepEqual(twice.map((t) => t.status).sort(), [200, 409, 409, 409], 'one sheet a person');
  for (const p of atA.slice(1)) assert.equal((await ask(p, 'POST', `${at}/answer`, sheet(1, '水太凉'))).status, 200);
  for (const p of atB.slice(0, 2)) assert.equal((await ask(p, 'POST', `${at}/answer`, sheet(2))).status, 200);
  assert.equal((await ask(chair, 'POST', `/topics/${id}/act`, {})).body.error?.code, 'topics.stillOpen');
  const seen = (await ask(chair, 'GET', `/topics/${id}`)).body;
  assert.deepEqual([seen.survey?.answered, seen.results], [8, null], 'nobody sees results before the end');
  assert.equal((await ask(clerk, 'POST', `/topics/${id}/survey/remind`, {})).status, 200);
  assert.equal((await ask(clerk, 'POST', `/topics/${id}/survey/remind`, {})).body.error?.code, 'topics.reminded');
  await jobs.drain(s.house.database);
  assert.deepEqual([(await s.inbox(atA[1] as Player)).length, (await s.inbox(atB[2] as Player)).length], [1, 2], 'only who has not answered');
  fixClock('2026-09-20T16:00:01Z');
  const late = await s.again(atB[2] as Player);
  assert.equal((await ask(late, 'POST', `${at}/answer`, sheet())).body.error?.code, 'topics.surveyOver');
  assert.equal((await sweepSurveys(s.house.database, clock.now())).counted, 1);
  assert.equal((await sweepSurveys(s.house.database, clock.now())).counted, 0, 'once');
  const { results } = (await ask(await s.again(chair), 'GET', `/topics/${id}`)).body;
  assert.deepEqual(results?.votes[0], [1, 5, 2]);
  assert.deepEqual(results?.places.map((p) => [p.union, p.people]), [[null, 8]], 'two answers of one site take the six of the other with them');
  assert.equal(results.hidden.length, 2);
  assert.deepEqual(results.texts[4]?.toSorted(), ['水太凉', '水太凉', '水太凉', '水太凉', '水太凉', '第一个人'].toSorted());
  assert.equal((await ask(late, 'GET', at)).status, 200, 'whoever was asked sees the results');
  const { rows: left } = await s.house.database.pool.query('select count(*)::int as n from topic_sheet');
  assert.deepEqual(left, [{ n: 0 }], 'the sheets are gone');
});

test('BOX-3 closing while people answer: whoever was told “thank you” is counted, nobody else', { timeout: 120_000 }, async () => {
  const s = await stage();
  const people = await s.crowd(12, s.siteA.id);
  const id = await s.openTopic();
  await s.ask(s.clerk, 'PUT', `/topics/${id}/survey`, { title: '热水问卷', questions: QUESTIONS });
  await s.ask(s.chair, 'POST', `/topics/${id}/survey/send`, { unionIds: [s.siteA.id], until: '2026-09-20' });
  const at = `/questionnaires/${(await s.ask(people[0] as Player, 'GET', '/questionnaires')).body.items[0]?.id ?? ''}/answer`;
  for (const p of people.slice(0, 4)) await s.ask(p, 'POST', at, sheet());
  const all = await Promise.all([...people.slice(4).map((p) => s.ask(p, 'POST', at, sheet())), s.ask(s.chair, 'POST', `/topics/${id}/survey/end`, {})]);
  assert.equal(all.at(-1)?.status, 200);
  const thanked = 4 + all.slice(0, -1).filter((a) => a.status === 200).length;
  assert.ok(all.slice(0, -1).every((a) => a.status === 200 || a.body.error?.code === 'topics.surveyOver'));
  await jobs.drain(s.house.database);
  const { survey, results } = (await s.ask(s.chair, 'GET', `/topics/${id}`)).body;
  assert.equal(survey?.answered, thanked);
  assert.equal(results?.people ?? 0, thanked >= 5 ? thanked : 0);
});

test('BOX-3 measures: on the work list, reported up when late, done with proof; then the result reaches every writer once', { timeout: 180_000 }, async () => {
  const s = await stage();
  const { ask, chair, clerk, liaison } = s;
  const writers = await s.crowd(4, s.siteA.id);
  const letters = await Promise.all(writers.map((p, i) => s.write(p, `更衣室热水不够 ${String(i)}`, undefined, i === 1 ? { privacy: 'hidden' } : {})));
  const anonymous = (await ask(null, 'POST', '/letters/anonymous', { title: '更衣室冷水', text: '更衣室晚上只有冷水，洗不了澡。', category: 'living', joinCode: s.city.one.joinCode })).body as unknown as { code: string };
  const nameless = (await ask(chair, 'GET', `/letters?text=${encodeURIComponent('更衣室冷水')}`)).body.items[0]?.id ?? '';
  const id = await s.openTopic('更衣室热水', [...letters, nameless]);
  await ask(clerk, 'POST', `/topics/${id}/act`, {});
  const added = await ask(clerk, 'POST', `/topics/${id}/measures`, { title: '换锅炉', unionId: s.city.one.id, assigneeId: liaison.id, due: '2026-09-10' });
  assert.equal(added.status, 200);
  const waits = async (who: Player) => (await ask(who, 'GET', '/worklist')).body.items as unknown as { id: string; process: string; late: boolean; reported: boolean }[];
  assert.ok((await waits(clerk)).some((w) => w.process === 'topic') && (await waits(liaison)).some((w) => w.id === added.body.id));
  assert.equal((await ask(chair, 'POST', `/topics/${id}/tell`, { text: '锅炉已换，晚班有热水' })).body.error?.code, 'topics.measuresLeft');
  fixClock('2026-09-10T10:00:01Z');
  await cases.sweep((f, run) => s.house.database.transaction(f, clock.now(), run));
  const [officer, head, up] = await Promise.all([liaison, chair, s.up].map((p) => s.again(p))) as [Player, Player, Player];
  assert.ok((await waits(up)).some((w) => w.id === added.body.id && w.late && w.reported), 'overdue: one union up');
  assert.equal((await ask(officer, 'POST', `/measures/${added.body.id}/drop`, { text: '不办了' })).status, 404);
  assert.equal((await ask(officer, 'POST', `/measures/${added.body.id}/finish`, { text: '' })).status, 400);
  assert.equal((await ask(officer, 'POST', `/measures/${added.body.id}/finish`, { text: '新锅炉已装好，附照片' })).body.state, 'done');
  assert.deepEqual((await ask(head, 'POST', `/topics/${id}/tell`, { text: `${writers[0]?.name ?? ''}反映的锅炉已换` })).body.error?.fields?.map((f) => f.path), ['text']);
  assert.equal((await ask(head, 'POST', `/topics/${id}/publish`, { question: '热水不够？', answer: '锅炉已换' })).body.error?.code, 'topics.notToldYet');
  assert.equal((await ask(head, 'POST', `/topics/${id}/tell`, { text: '锅炉已换，晚班有热水' })).body.state, 'told');
  await jobs.drain(s.house.database);
  await jobs.drain(s.house.database);
  for (const [i, letter] of letters.entries()) {
    const writer = await s.again(writers[i] as Player);
    const story = (await ask(writer, 'GET', `/letters/${letter}`)).body.events.filter((e) => e.step === 'inform');
    assert.deepEqual(story.map((e) => [e.text, e.note]), [['锅炉已换，晚班有热水', '与另外 4 封来信一并办理']]);
    assert.equal((await s.inbox(writer)).filter((m) => m.title === '您反映的问题有结果了').length, 1);
    assert.ok(!JSON.stringify((await ask(writer, 'GET', `/letters/${letter}`)).body).includes(writers[(i + 1) % 4]?.name ?? '-'), 'nobody learns who else wrote');
  }
  const followed = (await ask(null, 'POST', '/letters/follow-up', { code: anonymous.code })).body;
  assert.equal(followed.events.filter((e) => e.step === 'inform').length, 1, 'without a name: by the code');
  const topic = (await ask(head, 'GET', `/topics/${id}`)).body;
  assert.deepEqual([topic.letters, topic.told, topic.result], [5, 5, '锅炉已换，晚班有热水']);
  assert.equal((await ask(head, 'POST', `/topics/${id}/letters/release`, { ids: [letters[0]] })).body.error?.code, 'topics.gatherOver');
  assert.equal((await ask(head, 'POST', `/topics/${id}/publish`, { question: '更衣室热水不够怎么办？', answer: '锅炉已换，打 13812345678' })).status, 400);
  assert.equal((await ask(head, 'POST', `/topics/${id}/publish`, { question: '更衣室热水不够怎么办？', answer: '锅炉已换，晚班有热水' })).status, 200);
  assert.equal((await ask(await s.again(writers[2] as Player), 'GET', '/letter-board')).body.items.length, 1);
  assert.equal((await ask(head, 'POST', `/topics/${id}/close`, {})).body.state, 'closed');
  assert.equal((await ask(head, 'POST', '/topics/export', {})).status, 200);
});
