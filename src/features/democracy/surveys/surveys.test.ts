import assert from 'node:assert/strict';
import test from 'node:test';
import { FORM, question, surveyStage } from '#test/survey-story';
import { clock } from '#platform/clock';
import { readSheet } from '#platform/sheets';
import { gatherAll } from './surveys.jobs.ts';

const LONG = { timeout: 240_000 };
type Stage = Awaited<ReturnType<typeof surveyStage>>;
const good = (n: number, more: object = {}) => ({ q1: n, q2: { pick: ['a'] }, ...more });
const of = (s: Stage, i: number) => s.members[i] as Stage['chair'];

test('DEM-4 refusals: strangers, members at the desk, wrong questionnaires and times, who may not be anonymous', LONG, async () => {
  const s = await surveyStage();
  assert.equal((await s.ask(null, 'GET', '/surveys')).status, 401);
  assert.equal((await s.ask(of(s, 0), 'GET', '/survey-desk')).status, 404);
  assert.equal((await s.ask(s.sibling, 'POST', '/survey-desk', s.form())).status, 404);
  for (const [more, path] of [[{ closesOn: '2026-09-07', closesAt: '09:00' }, 'closesOn'], [{ opensOn: '2026-09-01', closesOn: '2026-09-02' }, 'closesOn'], [{ level: 'open', links: 3 }, 'links'], [{ closesOn: '2028-09-09' }, 'closesOn']] as const) {
    const { status, body } = await s.ask(s.chair, 'POST', '/survey-desk', s.form(more));
    assert.deepEqual([status, body.error?.fields?.[0]?.path], [400, path], JSON.stringify(more));
  }
  for (const bad of [{ ...FORM, sections: [] }, { ...FORM, layout: 'x' }, { ...FORM, sections: [{ ...FORM.sections[0], questions: [question('Q 1', 'scale')] }] }, { ...FORM, sections: [{ ...FORM.sections[0], questions: [question('q1', 'magic')] }] }]) assert.equal((await s.ask(s.chair, 'POST', '/survey-desk', s.form({ form: bad }))).status, 400);
  const circle = { ...FORM, headline: null, sections: [{ ...FORM.sections[0], questions: [question('q1', 'single', { showIf: { all: true, of: [{ ask: 'q2', is: 'answered', than: null }] } }), question('q2', 'single')] }] };
  const wrong = (await s.ask(s.chair, 'POST', '/survey-desk', s.form({ form: circle }))).body.id;
  assert.deepEqual((await s.ask(s.chair, 'GET', `/survey-desk/${wrong}`)).body.findings.map((f) => f.fault), ['laterAnswer', 'neverTrue'], 'a draft may be wrong and says so');
  assert.equal((await s.ask(s.chair, 'POST', `/survey-desk/${wrong}/announce`, {})).body.error?.code, 'surveys.formFaulty');
  assert.equal((await s.ask(s.chair, 'POST', '/survey-desk', s.form({ roll: { ages: ['below35'] } }))).status, 200);
  const few = (await s.ask(s.chair, 'POST', '/survey-desk', s.form({ roll: { sample: { n: 4, by: 'none' } } }))).body.id;
  assert.equal((await s.ask(s.chair, 'POST', `/survey-desk/${few}/announce`, {})).body.error?.code, 'surveys.tooFewForSecrecy');
  const none = (await s.ask(s.chair, 'POST', '/survey-desk', s.form({ roll: { sex: 'female' } }))).body.id;
  assert.equal((await s.ask(s.chair, 'POST', `/survey-desk/${none}/announce`, {})).body.error?.code, 'surveys.nobodyReached');
  const { id } = (await s.ask(s.chair, 'POST', '/survey-desk', s.form())).body;
  for (const path of [`/survey-desk/${id}`, `/survey-results/${id}`, `/survey-results/${id}/remarks`, `/survey-interviews/${id}?text=职`]) assert.equal((await s.ask(s.sibling, 'GET', encodeURI(path))).status, 404, path);
  assert.equal((await s.ask(of(s, 0), 'GET', `/surveys/${id}`)).status, 404, 'a draft is nobody’s');
  assert.equal((await s.ask(s.chair, 'GET', `/survey-results/${id}`)).body.error?.code, 'surveys.notCounted');
  assert.equal((await s.ask(s.chair, 'POST', `/survey-desk/${id}/remind`, {})).body.error?.code, 'surveys.notOpen');
  assert.equal((await s.ask(s.chair, 'PUT', `/survey-desk/${id}`, { ...s.form({ title: '改' }), version: 9 })).status, 400);
  assert.equal((await s.ask(s.chair, 'PUT', `/survey-desk/${id}`, { ...s.form({ title: '改过的' }), version: 9 })).body.error?.code, 'surveys.changedMeanwhile');
});

test('DEM-4 anonymity: fixed at the announcement, one token each, a paper changed until the close, nobody in the tables', LONG, async () => {
  const s = await surveyStage();
  const id = await s.open();
  const one = of(s, 0);
  assert.ok((await s.inbox(one)).some((x) => x.startsWith('请您回答：食堂调查')));
  assert.equal((await s.ask(s.chair, 'PUT', `/survey-desk/${id}`, { ...s.form({ level: 'open' }), version: 1 })).body.error?.code, 'surveys.announcedAlready');
  assert.equal((await s.ask(s.chair, 'DELETE', `/survey-desk/${id}`, {})).body.error?.code, 'surveys.announcedAlready');
  assert.equal((await s.ask(s.sibling, 'GET', `/surveys/${id}`)).status, 404);
  assert.equal((await s.ask(s.sibling, 'POST', `/surveys/${id}/token`, { blinded: 'AAAA' })).status, 404);
  assert.equal((await s.ask(one, 'POST', `/surveys/${id}/answers`, { paper: { given: good(5), about: {} } })).status, 409, 'nobody can answer by name here');
  const first = await s.answer(id, one, { given: good(1) });
  const second = await s.device(id, (blinded) => s.ask(one, 'POST', `/surveys/${id}/token`, { blinded }));
  assert.deepEqual([second.status, second.code], [409, 'ballot.tokenGiven'], 'no second token for one person');
  await s.post(id, first, { given: good(5) });
  assert.equal((await s.ask(one, 'GET', `/surveys/${id}`)).body.given, true);
  for (let i = 1; i < 9; i += 1) await s.answer(id, of(s, i), { given: i < 8 ? good(i < 6 ? 4 : 2, i === 7 ? { q2: { pick: ['c'] }, q3: '夜班没有热饭' } : {}) : { q1: 9, q2: { pick: ['z'] } }, about: { sex: i < 3 ? 'female' : 'male' } });
  const kept = (await s.ask(s.chair, 'GET', `/survey-desk/${id}`)).body;
  assert.deepEqual([kept.stage, kept.answered, kept.asked, kept.channels.own], ['open', 9, 14, 9]);
  assert.equal((await s.ask(s.chair, 'GET', `/survey-results/${id}`)).status, 409, 'no partial result');
  await s.close(id);
  const r = (await s.ask(one, 'GET', `/surveys/${id}/results?by=sex`)).body;
  assert.deepEqual([r.papers, r.invalid, r.asked], [8, 1, 14], 'nine papers, one of them nonsense; the changed one counts once');
  assert.deepEqual(r.questions[0]?.all.counts, [0, 2, 0, 5, 1], 'the last answer counts');
  assert.equal(r.headline, 750);
  assert.equal(r.by[0]?.groups.every((g) => g.figures === null), true, 'two women: nobody is shown');
  assert.deepEqual(r.questions.find((q) => q.id === 'q3')?.all.counts, [], 'one wrote something: nothing to see');
  for (const table of ['survey_remark', 'survey_result', 'ballot_paper']) {
    const all = await s.house.database.pool.query<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM ${table} t WHERE federation_id = $1`, [s.city.federationId]);
    assert.ok(all.rows.length > 0, table);
    for (const m of s.members) assert.ok(!all.rows.some((x) => x.row.includes(m.id)), `${table} does not know ${m.name}`);
  }
  const audit = await s.house.database.pool.query<{ slots: string }>(`SELECT slots::text FROM audit_entry WHERE federation_id = $1 AND subject_id = $2`, [s.city.federationId, id]);
  assert.ok(audit.rows.length > 0 && !audit.rows.some((x) => s.members.some((m) => x.slots.includes(m.id))));
});

test('DEM-4 single-use links: two devices at the same moment, one gets it; a wrong secret is nothing', LONG, async () => {
  const s = await surveyStage();
  const id = await s.open({ links: 2 });
  assert.equal((await s.ask(s.sibling, 'POST', `/survey-desk/${id}/links`, {})).status, 404);
  const { items } = (await s.ask(s.chair, 'POST', `/survey-desk/${id}/links`, {})).body;
  assert.equal(items.length, 2);
  const path = new URL(items[0]?.url ?? '').pathname.replace('/survey-link', '/survey-links');
  assert.equal((await s.ask(null, 'GET', path)).body.stage, 'open');
  assert.equal((await s.ask(null, 'GET', path.replace(/.$/, (c) => (c === 'A' ? 'B' : 'A')))).status, 404);
  assert.equal((await s.ask(null, 'GET', path.replace('/1/', '/2/'))).status, 404, 'a secret opens its own link only');
  const devices = await Promise.all([0, 1].map(() => s.device(id, (blinded) => s.ask(null, 'POST', `${path}/token`, { blinded }))));
  assert.deepEqual(devices.map((d) => d.status).sort(), [200, 409]);
  const winner = devices.find((d) => d.token !== null);
  assert.equal((await s.ask(null, 'POST', `${path}/token`, { blinded: winner?.asked.blinded })).status, 200, 'a lost answer is given again to the same device');
  if (winner?.token) assert.equal((await s.post(id, winner.token, { given: good(5) })).status, 200);
  assert.deepEqual((await s.ask(s.chair, 'POST', `/survey-desk/${id}/links`, {})).body.items.map((l) => l.used), [true, false]);
  assert.equal((await s.ask(s.chair, 'GET', `/survey-desk/${id}`)).body.channels.link, 1);
});

test('DEM-4 telephone: written down first, with consent; counted as a channel; reminders reach only the silent', LONG, async () => {
  const s = await surveyStage();
  const id = await s.open();
  const [a, b] = [of(s, 0), of(s, 1)];
  assert.equal((await s.ask(of(s, 2), 'POST', `/survey-interviews/${id}`, { personId: a.id, why: '野外作业', consent: true })).status, 404);
  assert.equal((await s.ask(s.chair, 'POST', `/survey-interviews/${id}`, { personId: a.id, why: '野外作业', consent: false })).status, 400);
  assert.equal((await s.ask(s.chair, 'POST', `/survey-interviews/${id}/token`, { personId: a.id, blinded: 'AAAA' })).body.error?.code, 'surveys.beginFirst');
  assert.equal((await s.ask(s.chair, 'POST', `/survey-interviews/${id}`, { personId: s.sibling.id, why: '野外作业', consent: true })).status, 404, 'not on the roll');
  assert.equal((await s.ask(s.chair, 'POST', `/survey-interviews/${id}`, { personId: s.chair.id, why: '野外作业', consent: true })).body.error?.code, 'surveys.ownInterview');
  assert.equal((await s.ask(s.chair, 'POST', `/survey-interviews/${id}`, { personId: a.id, why: '野外作业', consent: true })).status, 200);
  const { token } = await s.device(id, (blinded) => s.ask(s.chair, 'POST', `/survey-interviews/${id}/token`, { personId: a.id, blinded }));
  assert.ok(token);
  await s.post(id, token, { given: good(4) });
  assert.equal((await s.ask(s.chair, 'POST', `/survey-interviews/${id}`, { personId: a.id, why: '再问一次', consent: true })).body.error?.code, 'surveys.answeredAlready');
  assert.deepEqual((await s.ask(s.chair, 'GET', `/survey-desk/${id}`)).body.channels, { own: 0, link: 0, telephone: 1 });
  const reminded = await s.ask(s.chair, 'POST', `/survey-desk/${id}/remind`, {});
  assert.deepEqual(reminded.body, { reminded: true }, 'neither names nor a number');
  assert.equal((await s.ask(s.chair, 'POST', `/survey-desk/${id}/remind`, {})).body.error?.code, 'surveys.remindedAlready');
  assert.ok((await s.inbox(b)).some((x) => x.startsWith('还等着您的意见')));
  assert.ok(!(await s.inbox(a)).some((x) => x.startsWith('还等着您的意见')));
});

test('DEM-4 by name: what cannot be is refused at the answer; changed until the close; called off deletes unread', LONG, async () => {
  const s = await surveyStage();
  const id = await s.open({ level: 'open', resultsTo: 'office' });
  const [a, b] = [of(s, 0), of(s, 1)];
  const { status, body } = await s.ask(a, 'POST', `/surveys/${id}/answers`, { paper: { given: { q1: 9 }, about: {} } });
  assert.deepEqual([status, body.error?.fields?.map((f) => f.path)], [400, ['paper.given.q1', 'paper.given.q2']]);
  assert.equal((await s.ask(a, 'POST', `/surveys/${id}/answers`, { paper: { given: good(2), about: {} } })).status, 200);
  assert.equal((await s.ask(a, 'POST', `/surveys/${id}/answers`, { paper: { given: good(5, { q3: '不该出现' }), about: {} } })).status, 200);
  for (let i = 1; i < 6; i += 1) await s.ask(of(s, i), 'POST', `/surveys/${id}/answers`, { paper: { given: good(5), about: { sex: 'male' } } });
  await s.close(id);
  assert.equal((await s.ask(b, 'POST', `/surveys/${id}/answers`, { paper: { given: good(5), about: {} } })).status, 409, 'too late');
  assert.equal((await s.ask(b, 'GET', `/surveys/${id}/results`)).status, 404, 'for officers only');
  const r = (await s.ask(s.chair, 'GET', `/survey-results/${id}`)).body;
  assert.deepEqual([r.papers, r.questions[0]?.all.counts], [6, [0, 0, 0, 0, 6]]);
  assert.equal((await s.ask(s.chair, 'GET', `/survey-results/${id}/remarks`)).body.total, 0, 'what was not asked was dropped');
  const cross = (await s.ask(s.chair, 'GET', `/survey-results/${id}/cross?a=q2&b=q1`)).body;
  assert.ok(cross.cells.every((n) => n === null || n >= 5));
  await s.at('2026-09-07T01:00:00Z');
  const off = await s.open({ title: '另一份问卷' });
  await s.answer(off, a, { given: good(3) });
  assert.equal((await s.ask(s.chair, 'POST', `/survey-desk/${off}/call-off`, { why: '题目有误' })).status, 200);
  const left = await s.house.database.pool.query('SELECT 1 FROM ballot_paper WHERE ballot_id = $1', [off]);
  assert.equal(left.rowCount, 0);
  assert.ok((await s.inbox(b)).some((x) => x.startsWith('问卷已取消：另一份问卷')));
});

test('DEM-4 findings: open answers become topics, a finding becomes a task, those who were asked read what was done', LONG, async () => {
  const s = await surveyStage();
  const long = { ...FORM, sections: [{ ...FORM.sections[0], questions: [question('q1', 'scale'), question('q3', 'long')] }] };
  const id = await s.open({ form: long });
  const said = ['食堂晚饭太早，夜班没有热饭', '夜班吃不上热饭，食堂晚饭太早', '希望食堂给夜班留热饭', '班车只到地铁口，希望到宿舍区', '班车能不能开到宿舍区，从地铁口走太远', '体检很好'];
  for (const [i, q3] of said.entries()) await s.answer(id, of(s, i), { given: { q1: 4, q3 } });
  await s.close(id);
  assert.equal(await gatherAll(s.house.database, clock.now()), said.length);
  assert.equal(await gatherAll(s.house.database, clock.now()), 0);
  const found = (await s.ask(s.chair, 'GET', `/survey-results/${id}/remarks`)).body;
  assert.ok(found.total === 6 && found.topics.length >= 1 && (found.topics[0]?.remarks ?? 0) >= 2, JSON.stringify(found.topics));
  const topic = found.topics[0]?.id ?? '';
  assert.equal((await s.ask(s.sibling, 'PUT', `/survey-results/${id}/topics/${topic}`, { title: '夜班热饭' })).status, 404);
  assert.equal((await s.ask(s.chair, 'PUT', `/survey-results/${id}/topics/${topic}`, { title: '夜班热饭' })).status, 200);
  assert.equal((await s.ask(s.chair, 'POST', `/survey-results/${id}/topics/${topic}/merge`, { into: topic })).body.error?.code, 'surveys.topicsDiffer');
  const book = await s.house.ask('POST', `/api/v1/survey-results/${id}/export`, {}, { token: (await s.house.tokens(s.city.federationId, [s.chair.id]))[0] ?? null });
  assert.equal(book.status, 200);
  assert.ok(readSheet !== undefined);
  assert.equal((await s.ask(s.chair, 'POST', '/survey-tasks', { surveyId: id, finding: '夜班没有热饭', title: '留热饭', dueOn: '2026-09-09' })).body.error?.fields?.[0]?.path, 'dueOn');
  assert.equal((await s.ask(s.sibling, 'POST', '/survey-tasks', { surveyId: id, finding: '夜班没有热饭', title: '留热饭', dueOn: '2026-10-09' })).status, 404);
  const task = (await s.ask(s.chair, 'POST', '/survey-tasks', { surveyId: id, question: 'q3', finding: '夜班没有热饭', title: '留热饭', dueOn: '2026-10-09' })).body.id;
  const step = async (who: Stage['chair'], body: object) => s.ask(who, 'POST', `/survey-tasks/${task}/steps`, { version: (await s.ask(s.chair, 'GET', `/survey-tasks/${task}`)).body.version, ...body });
  assert.equal((await s.ask(s.liaison, 'GET', `/survey-tasks/${task}`)).status, 404, 'not given to anybody yet');
  assert.equal((await step(s.chair, { verb: 'assign', assigneeId: s.liaison.id })).status, 200);
  assert.equal((await step(s.liaison, { verb: 'report', text: '已与食堂谈妥', progress: 60 })).status, 200);
  assert.equal((await step(s.liaison, { verb: 'finish', text: '' })).status, 400);
  assert.equal((await step(s.liaison, { verb: 'finish', text: '夜班供应热饭到零点' })).status, 200);
  const deeds = (await s.ask(of(s, 9), 'GET', `/surveys/${id}/deeds`)).body;
  assert.deepEqual(deeds.items.map((x) => [x.state, x.answer]), [['done', '夜班供应热饭到零点']]);
  assert.ok((await s.inbox(of(s, 9))).some((x) => x.startsWith('您说了，我们做了：留热饭')));
  const again = (await s.ask(s.chair, 'POST', `/survey-desk/${id}/again`, {})).body.id;
  assert.equal((await s.ask(s.chair, 'GET', `/survey-desk/${again}`)).body.stage, 'draft');
});
