import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { audit } from '#engines/audit';
import { identity } from '#engines/identity';
import { newId } from '#shared/ids';
import { fixClock } from '#test/clock';
import { freshDatabase } from '#test/database';
import { addPerson, foundCity, openStage } from '#test/stage';
import rules from './index.ts';

fixClock('2026-11-21T02:10:00Z');
const stage = await openStage(await freshDatabase(), [rules], 'demo');
after(() => stage.close());

const city = await foundCity(stage);
const other = await foundCity(stage, 'OTHER');
async function tokenOf(c: typeof city, unionId: string, name: string, office?: string): Promise<string> {
  const id = await addPerson(stage, { federationId: c.federationId, unionId }, { name, ...(office ? { office } : {}) });
  return (await stage.in(c.federationId, (tx) => identity.issueTokens(tx, [id])))[0] ?? '';
}
const top = await tokenOf(city, city.top.id, '李主席', 'chair');
const chair = await tokenOf(city, city.plant.id, '王主席', 'chair');
const clerk = await tokenOf(city, city.plant.id, '干事', 'mailboxClerk');
const worker = await tokenOf(city, city.plant.id, '张三');
const stranger = await tokenOf(other, other.top.id, '外主席', 'chair');

const ACCEPT = 'letters.accept.withinWorkdays';
const ask = (url: string, token?: string, locale = 'zh') => stage.ask('GET', url, undefined, { token, headers: { 'accept-language': locale } });
const post = (path: string, body: object, token: string) => stage.ask('POST', `/api/v1/rules/${path}`, body, { token });
const deciding = (more: object = {}) => ({ param: ACCEPT, unionId: city.plant.id, value: 3, from: '2026-12-01', document: '厂工字〔2026〕8号', ...more });
async function lineOf(param: string, token = chair, unionId = city.plant.id, more = '') {
  const { body } = await ask(`/api/v1/rules?unionId=${unionId}${more}`, token);
  return body.items.flatMap((a: { lines: { param: string }[] }) => a.lines).find((l: { param: string }) => l.param === param);
}

test('refused: no session, no office, another union, another federation, wrong shapes', async () => {
  const url = `/api/v1/rules?unionId=${city.plant.id}`;
  assert.deepEqual([(await ask(url)).status, (await ask(url, worker)).status, (await ask(url, stranger)).status], [401, 404, 404]);
  assert.equal((await ask(`/api/v1/rules?unionId=${city.top.id}`, chair)).status, 404);
  assert.equal((await ask('/api/v1/rules?unionId=1', chair)).status, 400);
  assert.equal((await ask(`/api/v1/rules/${ACCEPT}/history?unionId=${city.top.id}`, chair)).status, 404);
  assert.equal((await ask(`/api/v1/rules/letters.nothing/history?unionId=${city.plant.id}`, chair)).status, 404);
  assert.equal((await post('decisions', deciding(), clerk)).status, 404);
  assert.equal((await post('decisions', deciding({ unionId: city.top.id }), chair)).status, 404);
  assert.equal((await post('decisions', deciding({ unionId: city.plant.id }), stranger)).status, 404);
  assert.equal((await post('decisions', deciding({ from: '1.12.2026' }), chair)).status, 400);
  assert.equal((await post('decisions', deciding({ document: '' }), chair)).status, 400);
  assert.equal((await post('decisions', deciding({ regionCode: '310000' }), chair)).status, 403);
  assert.equal((await post(`decisions/${newId()}/end`, { on: '2026-12-01' }, chair)).status, 404);
});

test('refused with a sentence at the field: value, first day, what would have no effect', async () => {
  const at = async (more: object): Promise<unknown[]> => {
    const { status, body } = await post('decisions', deciding(more), chair);
    return [status, body.error.fields[0].path, body.error.code];
  };
  assert.deepEqual(await at({ value: 99 }), [400, 'value', 'rulebook.wrongValue']);
  assert.deepEqual(await at({ value: null }), [400, 'value', 'rulebook.wrongValue']);
  assert.deepEqual(await at({ from: '2026-11-20' }), [400, 'from', 'rulebook.notBackwards']);
  assert.deepEqual(await at({ to: '2026-11-30' }), [400, 'to', 'rulebook.endBeforeStart']);
  assert.deepEqual(await at({ param: 'security.log.keepDays', value: 179 }), [400, 'value', 'rulebook.wrongValue']);
  const looser = { param: 'congress.resolution.majority', value: { op: 'GE', num: 1, den: 2, base: 'entitled' } };
  assert.deepEqual(await at(looser), [400, 'value', 'rulebook.looserThanLaw']);
});

test('an officer reads what holds, in both languages, with its source and what is not confirmed', async () => {
  const { body } = await ask(`/api/v1/rules?unionId=${city.plant.id}`, clerk);
  assert.deepEqual(body.items.map((a: { area: string }) => a.area), ['letters', 'membership', 'union', 'privacy', 'security', 'access', 'suggestions', 'savings', 'sales', 'lockers', 'activities', 'tax', 'clubs', 'housing', 'disclosure', 'summerCare', 'congress', 'elections', 'proposals', 'dailyQuestion', 'jointMeetings']);
  assert.ok(body.unconfirmed > 20);
  const line = await lineOf(ACCEPT, clerk);
  assert.deepEqual([line.title, line.now.said, line.now.place, line.now.basis, line.now.confidence, line.now.may, line.may],
    ['来信受理时限', '2 个工作日以内', '全国', '本平台建议值', 'unconfirmed', [], []]);
  const { body: en } = await ask(`/api/v1/rules?unionId=${city.plant.id}&area=union`, chair, 'en');
  const term = en.items[0].lines.find((l: { param: string }) => l.param === 'union.term.years');
  assert.deepEqual([term.now.said, term.now.basis], ['3 or 5 years', 'Trade Union Law (amended 2021), art. 16']);
  assert.equal(/[\u4e00-\u9fff]/.test(JSON.stringify(en.items)), false);
});

test('a decision holds from its first day for the union, leaves an audit line, is ended, and its history stays', async () => {
  const { status, body } = await post('decisions', deciding(), chair);
  assert.equal(status, 200);
  assert.equal((await post('decisions', deciding({ value: 4 }), chair)).body.error.code, 'rulebook.sameDay');
  const line = await lineOf(ACCEPT);
  assert.deepEqual([line.now.value, line.later[0].value, line.later[0].place, line.later[0].may], [2, 3, '机械厂工会', ['end']]);
  assert.equal((await lineOf(ACCEPT, chair, city.plant.id, '&at=2026-12-01')).now.value, 3);
  assert.equal((await lineOf(ACCEPT, top, city.top.id, '&at=2026-12-01')).now.value, 2);
  const logged = await stage.in(city.federationId, (tx) => audit.list(tx, [city.plant.path], { subject: { kind: 'rule', id: ACCEPT }, limit: 5 }, 'en'));
  assert.equal(logged.items[0]?.sentence, 'decided “Time to accept a letter”: within 3 working days, from 2026-12-01, by 厂工字〔2026〕8号');
  assert.equal((await post(`decisions/${body.id}/end`, { on: '2026-12-01' }, clerk)).status, 404);
  assert.equal((await post(`decisions/${body.id}/end`, { on: '2026-12-01' }, stranger)).status, 404);
  assert.equal((await post(`decisions/${body.id}/end`, { on: '2026-11-21' }, chair)).status, 200);
  assert.equal((await post(`decisions/${body.id}/end`, { on: '2026-11-21' }, chair)).body.error.code, 'rulebook.alreadyOver');
  const history = await ask(`/api/v1/rules/${ACCEPT}/history?unionId=${city.plant.id}`, clerk);
  assert.deepEqual(history.body.items.map((d: Record<string, unknown>) => [d['said'], d['withdrawn'], d['by'], d['endedBy']]), [['3 个工作日以内', true, '王主席', '王主席']]);
});

test('the top union confirms a suggested value for everybody, once', async () => {
  const line = await lineOf('letters.finish.withinWorkdays', top, city.top.id);
  assert.deepEqual(line.now.may, ['confirm']);
  const confirm = (token: string, ruleId = line.now.id) => post('confirm', { param: line.param, ruleId }, token);
  const notTop = await confirm(chair);
  assert.deepEqual([notTop.status, notTop.body.error.code], [403, 'rules.topConfirms']);
  assert.equal((await confirm(top, newId())).body.error.code, 'rulebook.nothingToConfirm');
  assert.equal((await confirm(top)).status, 200);
  assert.equal((await confirm(top)).body.error.code, 'rulebook.alreadyConfirmed');
  assert.equal((await lineOf('letters.finish.withinWorkdays')).now.confidence, 'confirmed');
  assert.equal((await lineOf('letters.finish.withinWorkdays', stranger, other.top.id)).now.confidence, 'unconfirmed');
});

test('the top union enters the law of a region', async () => {
  const value = { op: 'GE', num: 1, den: 2, base: 'entitled' };
  const entered = await post('decisions', deciding({ param: 'congress.resolution.majority', unionId: city.top.id, value, regionCode: '330000', document: '浙江省企业民主管理条例' }), top);
  assert.equal(entered.status, 200);
  await stage.db.pool.query(`UPDATE union_unit SET region_code = '330108' WHERE id = $1`, [city.plant.id]);
  const line = await lineOf('congress.resolution.majority', chair, city.plant.id, '&at=2026-12-02');
  assert.deepEqual([line.now.said, line.now.place, line.now.confidence], ['应到人数的 1/2 以上（含）', '浙江', 'statute']);
});
