import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import test from 'node:test';
import { surveyStage } from '#test/survey-story';
import { clock } from '#platform/clock';
import { writeSheet } from '#platform/sheets';
import { warnAll } from './daily-question.jobs.ts';

const LONG = { timeout: 240_000 };
type Item = { id: string; day: string; mark: string; points: number; text: string; wanted: boolean; questionId: string | null; may: string[]; fault: string | null; fresh: number; gapOn: string | null; version: number; given: number[]; askedOn: string | null; options: string[]; right: string; kind: string };
type Out = {
  id: string; items: Item[]; total: number; faults: number; added: number; left: number; may: string[]; streak: number; best: number; points: number; wrong: number; correct: boolean; mark: string; reviewed: boolean; question: { day: string; text: string } | null; chosen: number[]; answers: number; rightOnes: number; answered: number;
  own: { given: number[]; correct: boolean; points: number } | null; told: { right: number[]; answered: number } | null; all: { members: number; people: number; answers: number; rightOnes: number }; months: { month: number; answers: number }[]; error?: { code: string; fields?: { path: string }[] };
};
const s = await surveyStage();
type Who = Parameters<typeof s.ask>[0];
const ask = async (who: Who, method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<{ status: number; body: Out }> => { const a = await s.ask(who, method, path, body); return { status: a.status, body: a.body as unknown as Out }; };
const code = async (who: Who, method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<string | undefined> => (await ask(who, method, path, body)).body.error?.code;
const unionId = s.city.one.id;
const [ann, ben, cid] = s.members as [typeof s.chair, typeof s.chair, typeof s.chair];
const question = (n: number, more: object = {}) => ({ unionId, kind: 'single', text: `第${n}题：会费按工资的百分之几缴纳？`, options: ['0.1%', '0.5%', '2%'], right: [1], explanation: '按工资收入的千分之五。', source: '工发〔1978〕101号', topic: '工会知识', ...more });
const day = (n: number): string => `2026-09-${String(n).padStart(2, '0')}`;
/** Nine in the morning of a day of September. */
const on = (n: number): Promise<void> => s.at(`${day(n)}T01:00:00Z`);

test('DEM-6 refusals: no session, no office, another union, wrong shape, nothing asked yet', LONG, async () => {
  assert.equal((await ask(null, 'GET', '/daily-question')).status, 401);
  assert.equal((await ask(ann, 'GET', '/daily-boards')).status, 404);
  assert.equal((await ask(s.sibling, 'POST', '/daily-boards', { unionId, days: 'every', pointsFrom: null })).status, 404);
  assert.deepEqual([(await ask(ann, 'GET', '/daily-question')).body.question, (await ask(ann, 'GET', '/daily-question/wrong')).status], [null, 404]);
  assert.equal((await ask(s.chair, 'POST', '/daily-boards', { unionId, days: 'sometimes', pointsFrom: null })).status, 400);
  assert.equal((await ask(s.chair, 'POST', '/daily-boards', { unionId, days: 'every', pointsFrom: day(7) })).status, 200);
  assert.equal(await code(s.chair, 'POST', '/daily-boards', { unionId, days: 'every', pointsFrom: null }), 'dailyQuestion.boardThere');
  assert.equal((await ask(s.chair, 'POST', '/daily-bank', question(1, { right: [0, 1] }))).body.error?.fields?.[0]?.path, 'right');
  assert.equal((await ask(s.chair, 'POST', '/daily-bank', question(1, { options: ['同', '同', '异'] }))).body.error?.fields?.[0]?.path, 'options');
  assert.equal((await ask(s.sibling, 'POST', '/daily-bank', question(1))).status, 404);
  assert.equal(await code(s.chair, 'POST', '/daily-schedule/fill', { unionId, from: day(7), to: day(9) }), 'dailyQuestion.bankEmpty');
  assert.equal(await code(ann, 'POST', '/daily-question/answer', { day: day(7), given: [1] }), 'dailyQuestion.noQuestion');
});

test('DEM-6 a sheet of questions is read with what is wrong, and taken as a whole', LONG, async () => {
  const upload = async (rows: readonly (readonly string[])[]): Promise<Out> => {
    const content = new PassThrough();
    const [bytes] = await Promise.all([buffer(content), writeSheet(['题目', '题型', '选项A', '选项B', '选项C', '答案', '解析'].map((heading) => ({ heading })), rows.map((r) => [...r]), content)]);
    return (await s.house.ask('POST', `/api/v1/daily-bank-sheets/${unionId}/read?name=a.xlsx`, bytes, { token: s.chair.token })).body as Out;
  };
  const bad = await upload([['职代会几分之几出席才能开？', '单选题', '一半', '三分之二', '', 'D', ''], ['职代会几分之几出席才能开？', '', '一半', '三分之二', '', 'B', ''], ['职代会几分之几出席才能开?', '', '一半', '三分之二', '', 'B', ''], ['十二三五一', '填空题', '甲', '乙', '', 'A', '']]);
  assert.deepEqual([bad.faults, bad.items.map((x) => x.fault !== null)], [3, [true, false, true, true]]);
  const rowsOf = (read: Out) => read.items.map(({ fault: _, ...line }) => line);
  assert.equal(await code(s.chair, 'POST', `/daily-bank-sheets/${unionId}`, { rows: rowsOf(bad) }), 'dailyQuestion.faultsLeft');
  const good = await upload([['职代会几分之几出席才能开？', '单选题', '一半', '三分之二', '', 'B', '三分之二以上。'], ['工会主席可以兼任厂长', '判断题', '', '', '', '错', ''], ['哪些要公开', '多选题', '工资', '病历', '社保', 'A、C', '']]);
  assert.equal(good.faults, 0, JSON.stringify(good));
  assert.equal((await ask(s.sibling, 'POST', `/daily-bank-sheets/${unionId}`, { rows: rowsOf(good) })).status, 404);
  assert.equal((await ask(s.chair, 'POST', `/daily-bank-sheets/${unionId}`, { rows: rowsOf(good) })).body.added, 3);
  assert.equal(await code(s.chair, 'POST', `/daily-bank-sheets/${unionId}`, { rows: rowsOf(good) }), 'dailyQuestion.faultsLeft', 'the bank has them');
  for (let n = 1; n <= 9; n++) assert.equal((await ask(s.chair, 'POST', '/daily-bank', question(n))).status, 200);
  assert.equal((await ask(s.chair, 'POST', '/daily-bank', question(1))).body.error?.fields?.[0]?.path, 'text', 'the same question stands there once');
});

test('DEM-6 the schedule has no gaps unseen: the officer is warned once, fills it, and changes nothing that was answered', LONG, async () => {
  assert.equal(await warnAll(s.house.database, clock.now()), 1);
  await warnAll(s.house.database, clock.now());
  assert.equal((await s.inbox(s.chair)).filter((t) => t.startsWith('每日一题快没题了')).length, 1);
  const first = (await ask(s.chair, 'GET', `/daily-bank?unionId=${unionId}&text=${encodeURIComponent('第1题')}`)).body.items[0]?.id ?? '';
  assert.equal((await ask(s.chair, 'POST', '/daily-schedule', { unionId, day: day(6), questionId: first })).body.error?.fields?.[0]?.path, 'day');
  assert.equal((await ask(s.sibling, 'POST', '/daily-schedule', { unionId, day: day(7), questionId: first })).status, 404);
  assert.equal((await ask(s.chair, 'POST', '/daily-schedule', { unionId, day: day(7), questionId: first })).status, 200);
  const filled = (await ask(s.chair, 'POST', '/daily-schedule/fill', { unionId, from: day(7), to: day(20) })).body;
  assert.deepEqual([filled.added, filled.left], [11, 2], 'one is set, eleven are left in the bank');
  assert.equal(await warnAll(s.house.database, clock.now()), 0);
  assert.equal(await code(s.chair, 'POST', `/daily-bank/${first}/state`, { state: 'withdrawn' }), 'dailyQuestion.setAlready');
  const days = (await ask(s.chair, 'GET', `/daily-schedule?unionId=${unionId}&month=2026-09`)).body.items;
  assert.deepEqual([days.length, days.filter((d) => d.questionId).length, days[0]?.wanted, days[19]?.wanted], [30, 12, false, true]);
  assert.equal(new Set(days.flatMap((d) => d.questionId ?? [])).size, 12, 'none is asked twice');
});

const rightOf = async (): Promise<number[]> => {
  const r = await s.house.database.pool.query<{ answer: number }>('SELECT q.answer FROM daily_day d JOIN daily_question q ON q.federation_id = d.federation_id AND q.id = d.question_id WHERE d.federation_id = $1 AND d.day = $2', [s.city.federationId, clock.now().toISOString().slice(0, 10)]);
  return [0, 1, 2, 3, 4, 5].filter((p) => ((r.rows[0]?.answer ?? 0) & (1 << p)) !== 0);
};
const points = async (who: typeof s.chair): Promise<number> => (await ask(who, 'GET', '/daily-question')).body.points;

test('DEM-6 two taps count once: one answer, one journal, whatever comes at the same time', LONG, async () => {
  const body = { day: day(7), given: [1] };
  assert.equal(await code(ann, 'POST', '/daily-question/answer', { day: day(7), given: [0, 1] }), 'http.checkInput');
  assert.equal(await code(ann, 'POST', '/daily-question/answer', { day: day(8), given: [1] }), 'dailyQuestion.noQuestion', 'not before its day');
  assert.equal((await ask(s.sibling, 'POST', '/daily-question/answer', body)).status, 404);
  assert.equal((await ask(ann, 'GET', '/daily-question')).body.told, null, 'what is right is told afterwards');
  assert.equal((await ask(ann, 'GET', `/daily-question/days/${day(7)}`)).status, 404);
  const taps = await Promise.all(Array.from({ length: 8 }, () => ask(ann, 'POST', '/daily-question/answer', body)));
  assert.deepEqual(taps.map((t) => [t.status, t.body.own?.correct, t.body.own?.points]), Array.from({ length: 8 }, () => [200, true, 2]));
  assert.equal(await code(ann, 'POST', '/daily-question/answer', { ...body, given: [2] }), 'dailyQuestion.answeredAlready');
  const both = await Promise.all([[0], [2]].map((given) => ask(ben, 'POST', '/daily-question/answer', { day: day(7), given })));
  assert.deepEqual(both.map((t) => t.status).sort(), [200, 409], 'of two choices one counts');
  const rows = await s.house.database.pool.query<{ answers: number; journals: number }>("SELECT (SELECT count(*)::int FROM daily_answer WHERE federation_id = $1) AS answers, (SELECT count(*)::int FROM ledger_journal WHERE federation_id = $1 AND key LIKE 'daily/%') AS journals", [s.city.federationId]);
  assert.deepEqual(rows.rows[0], { answers: 2, journals: 2 });
  assert.deepEqual([await points(ann), await points(ben)], [2, 1]);
  const own = await ask(s.chair, 'POST', '/daily-question/answer', body);
  assert.deepEqual([own.body.own?.correct, own.body.points], [true, 0], 'who sets the questions gets no points');
  assert.equal(await code(s.chair, 'POST', '/daily-schedule/clear', { unionId, day: day(7) }), 'dailyQuestion.answersThere');
  const asked = (await ask(s.chair, 'GET', `/daily-figures?unionId=${unionId}&day=${day(7)}`)).body;
  assert.deepEqual([asked.answers, asked.rightOnes, asked.chosen[1]], [3, 2, 2]);
});

test('DEM-6 streaks: seven days pay, a missed day breaks, a void one does not; wrong ones are reviewed', LONG, async () => {
  for (const n of [8, 9, 10, 11, 12]) {
    await on(n);
    assert.equal(await code(ann, 'POST', '/daily-question/answer', { day: day(n - 1), given: [1] }), 'dailyQuestion.dayOver');
    assert.equal((await ask(ann, 'POST', '/daily-question/answer', { day: day(n), given: await rightOf() })).body.own?.points, 2);
    if (n !== 9) await ask(cid, 'POST', '/daily-question/answer', { day: day(n), given: [0] });
  }
  await on(13);
  assert.deepEqual([(await ask(ann, 'GET', '/daily-question')).body.streak, (await ask(cid, 'GET', '/daily-question')).body.streak], [6, 3]);
  const seventh = (await ask(ann, 'POST', '/daily-question/answer', { day: day(13), given: await rightOf() })).body;
  assert.deepEqual([seventh.streak, seventh.own?.points, seventh.points], [7, 7, 19], '2 for the answer, 5 for the week');
  await on(15);
  assert.deepEqual([(await ask(ann, 'GET', '/daily-question')).body.streak, (await ask(ann, 'GET', '/daily-question')).body.best], [0, 7], 'the 14th was missed');
  assert.equal((await ask(s.sibling, 'POST', '/daily-schedule/void', { unionId, day: day(14), why: '答案有误' })).status, 404);
  assert.equal((await ask(s.chair, 'POST', '/daily-schedule/void', { unionId, day: day(16), why: '答案有误' })).body.error?.fields?.[0]?.path, 'day');
  assert.equal((await ask(s.chair, 'POST', '/daily-schedule/void', { unionId, day: day(14), why: '答案有误' })).status, 200);
  assert.equal(await code(s.chair, 'POST', '/daily-schedule/void', { unionId, day: day(14), why: '答案有误' }), 'dailyQuestion.noneToVoid');
  assert.equal((await ask(ann, 'GET', '/daily-question')).body.streak, 7, 'a void day breaks nothing');
  const mine = (await ask(ann, 'GET', '/daily-question/months/2026-09')).body;
  assert.deepEqual(mine.items.map((d) => d.mark), ['right', 'right', 'right', 'right', 'right', 'right', 'right', 'void', 'open']);
  assert.deepEqual([mine.points, mine.answered, mine.rightOnes], [19, 7, 7]);

  const wrong = (await ask(cid, 'GET', '/daily-question/wrong')).body;
  assert.ok(wrong.total >= 3 && wrong.items.every((x) => !Object.keys(x).includes('right')), 'without what is right');
  const one = wrong.items[0]?.day ?? '';
  assert.equal((await ask(cid, 'POST', `/daily-question/days/${one}/review`, { given: [0] })).body.correct, false);
  const right = (await ask(cid, 'GET', `/daily-question/days/${one}`)).body.told?.right ?? [];
  const again = (await ask(cid, 'POST', `/daily-question/days/${one}/review`, { given: right })).body;
  assert.equal(again.correct, true);
  assert.equal((await ask(cid, 'GET', '/daily-question/wrong')).body.total, wrong.total - 1);
  const row = await s.house.database.pool.query<{ correct: boolean }>('SELECT correct FROM daily_answer WHERE federation_id = $1 AND person_id = $2 AND day = $3', [s.city.federationId, cid.id, one]);
  assert.equal(row.rows[0]?.correct, false, 'what was answered stays answered');
});

test('DEM-6 the bank after asking: nothing asked is changed; figures by unit; an ended board asks nobody', LONG, async () => {
  const bank = (await ask(s.chair, 'GET', `/daily-bank?unionId=${unionId}&use=asked&limit=100`)).body.items;
  const past = bank.find((x) => x.askedOn === day(8)) as Item;
  assert.equal(await code(s.chair, 'PUT', `/daily-bank/${past.id}`, { ...question(77), version: past.version }), 'dailyQuestion.askedAlready');
  assert.equal((await ask(s.sibling, 'PUT', `/daily-bank/${past.id}`, { ...question(77), version: past.version })).status, 404);
  assert.equal((await ask(s.chair, 'POST', `/daily-bank/${past.id}/state`, { state: 'withdrawn' })).status, 200);
  assert.equal(await code(s.chair, 'POST', '/daily-schedule', { unionId, day: day(20), questionId: past.id }), 'dailyQuestion.withdrawn');
  const sums = (await ask(s.chair, 'GET', `/daily-statistics?unionId=${unionId}&year=2026`)).body;
  const rows = await s.house.database.pool.query<{ n: number; people: number }>('SELECT count(*)::int AS n, count(DISTINCT person_id)::int AS people FROM daily_answer WHERE federation_id = $1', [s.city.federationId]);
  assert.deepEqual([sums.all.answers, sums.all.people, sums.months[0]?.answers], [rows.rows[0]?.n, rows.rows[0]?.people, rows.rows[0]?.n]);
  const board = (await ask(s.chair, 'GET', '/daily-boards')).body.items[0] as Item;
  assert.equal(await code(s.chair, 'PUT', `/daily-boards/${unionId}`, { version: 9, running: false, days: 'every', pointsFrom: null }), 'dailyQuestion.changedMeanwhile');
  assert.equal((await ask(s.chair, 'PUT', `/daily-boards/${unionId}`, { version: board.version, running: false, days: 'weekdays', pointsFrom: null })).status, 200);
  assert.equal((await ask(ann, 'GET', '/daily-question')).body.question, null);
  assert.equal(await code(s.chair, 'POST', '/daily-schedule/fill', { unionId, from: day(16), to: day(20) }), 'dailyQuestion.boardClosed');
  const log = await s.house.database.pool.query<{ n: number }>("SELECT count(*)::int AS n FROM audit_entry WHERE federation_id = $1 AND subject_kind = 'dailyBoard'", [s.city.federationId]);
  assert.ok((log.rows[0]?.n ?? 0) >= 16);
});
