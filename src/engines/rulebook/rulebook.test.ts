import assert from 'node:assert/strict';
import test, { before } from 'node:test';
import { draftUnion, foundFederation, foundUnions, type Union } from '#engines/org';
import { pack, rulebook, usual } from '#engines/rulebook';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { freshDatabase } from '#test/database';

const database = await freshDatabase();
const federationId = newId();
const by: Actor = { federationId, personId: newId(), sessionId: 's', name: '李主席', locale: 'zh', membership: null, grants: [] };
const T = new Date('2026-11-21T08:00:00Z');
const inTx = <R>(run: (tx: Tx) => Promise<R>, now = T): Promise<R> => database.transaction(federationId, now, run);

let top: Union;
let district: Union;
let factory: Union;
let elsewhere: Union;

before(() => inTx(async (tx) => {
  top = await foundFederation(tx, { name: '市总工会', code: 'TOP', regionCode: '310000' });
  district = draftUnion({ name: '区', code: 'D', kind: 'district', parentId: top.id, regionCode: '310115' }, top);
  factory = draftUnion({ name: '厂', code: 'F', kind: 'enterprise', parentId: district.id }, district);
  elsewhere = draftUnion({ name: '外', code: 'E', kind: 'district', parentId: top.id, regionCode: '330100' }, top);
  await foundUnions(tx, [district, factory, elsewhere]);
}));

const ACCEPT = 'letters.accept.withinWorkdays';
const deciding = (unionId: string, value: unknown, more = {}) =>
  ({ param: ACCEPT, unionId, value, from: '2026-11-21', document: '工字〔2026〕1号', article: '', statute: false, note: '', ...more });
const accept = async (unionId: string, at?: string): Promise<number> => (await inTx((tx) => rulebook.look(tx, { unionId, at }, [ACCEPT]))).values[ACCEPT];
const refusedAs = (code: string) => (error: unknown): boolean => error instanceof Refused && error.word.code === `rulebook.${code}`;

test('an unknown number, a wrong value and a day in the past are refused', async () => {
  await assert.rejects(inTx((tx) => rulebook.decide(tx, by, deciding(factory.id, 3, { param: 'letters.nothing' }))), refusedAs('unknownParam'));
  for (const value of [0, 11, '3', 2.5, null, { num: 1, den: 2 }]) {
    await assert.rejects(inTx((tx) => rulebook.decide(tx, by, deciding(factory.id, value))), refusedAs('wrongValue'));
  }
  await assert.rejects(inTx((tx) => rulebook.decide(tx, by, deciding(factory.id, 3, { from: '2026-11-20' }))), refusedAs('notBackwards'));
  await assert.rejects(inTx((tx) => rulebook.decide(tx, by, deciding(factory.id, 3, { to: '2026-11-20' }))), refusedAs('endBeforeStart'));
  await assert.rejects(inTx((tx) => rulebook.decide(tx, by, deciding(newId(), 3))), refusedAs('unknownUnion'));
  await assert.rejects(inTx((tx) => rulebook.look(tx, { unionId: newId() }, [ACCEPT])), refusedAs('unknownUnion'));
  await assert.rejects(inTx((tx) => rulebook.look(tx, { unionId: factory.id }, ['letters.nothing'])), /nobody declared/);
});

test('the day of a decision is the day in China, not in Greenwich', async () => {
  const late = new Date('2026-11-21T16:30:00Z');
  await assert.rejects(inTx((tx) => rulebook.decide(tx, by, deciding(elsewhere.id, 3)), late), refusedAs('notBackwards'));
  await assert.rejects(inTx(async (tx) => {
    await rulebook.decide(tx, by, deciding(elsewhere.id, 3, { from: '2026-11-22' }));
    throw new Error('only trying');
  }, late), /only trying/);
});

test('a decision that the law above would silence is refused; a law of the place is not', async () => {
  const majority = { op: 'GE', num: 1, den: 2, base: 'entitled' };
  const about = { param: 'congress.resolution.majority', value: majority };
  await assert.rejects(inTx((tx) => rulebook.decide(tx, by, deciding(elsewhere.id, 3, about))), refusedAs('looserThanLaw'));
  const { values: shanghai } = await inTx((tx) => rulebook.look(tx, { unionId: factory.id }, ['congress.resolution.majority']));
  const { values: zhejiang } = await inTx((tx) => rulebook.look(tx, { unionId: elsewhere.id }, ['congress.resolution.majority']));
  assert.equal(shanghai['congress.resolution.majority'].op, 'GE');
  assert.equal(zhejiang['congress.resolution.majority'].op, 'GT');
  await inTx((tx) => rulebook.decide(tx, by, deciding(elsewhere.id, 3, { ...about, regionCode: '330000', statute: true })));
  const after = await inTx((tx) => rulebook.look(tx, { unionId: elsewhere.id }, ['congress.resolution.majority']));
  assert.equal(after.values['congress.resolution.majority'].op, 'GE');
  assert.equal(after.basis[0]?.at, 'region');
});

test('a decision holds from its first day, for the union and those below, and leaves the past alone', async () => {
  assert.equal(await accept(factory.id), 2);
  const before = await inTx((tx) => rulebook.resolve(tx, { unionId: factory.id }, [ACCEPT]));
  await inTx((tx) => rulebook.decide(tx, by, deciding(district.id, 4, { from: '2026-12-01', to: '2026-12-31' })));
  assert.equal(await accept(factory.id), 2);
  assert.equal(await accept(factory.id, '2026-12-01'), 4);
  assert.equal(await accept(factory.id, '2026-12-31'), 4);
  assert.equal(await accept(factory.id, '2027-01-01'), 2);
  assert.equal(await accept(top.id, '2026-12-05'), 2);
  assert.equal(await accept(elsewhere.id, '2026-12-05'), 2);
  await assert.rejects(inTx((tx) => rulebook.decide(tx, by, deciding(district.id, 5, { from: '2026-12-01' }))), refusedAs('sameDay'));
  await assert.rejects(inTx((tx) => rulebook.decide(tx, by, deciding(factory.id, 5, { from: '2026-12-02' }))), refusedAs('looserThanLaw'));
  await inTx((tx) => rulebook.decide(tx, by, deciding(factory.id, 3, { from: '2026-12-02' })));
  assert.equal(await accept(factory.id, '2026-12-05'), 3);
  const kept = await inTx((tx) => rulebook.setOf(tx, before.ruleSetId));
  assert.equal(kept?.[0]?.value, 2);
});

test('equal numbers make one set, another number makes another; a set says its sources', async () => {
  const keys = [ACCEPT, 'letters.workingHours', 'union.fundLevy.share'] as const;
  const a = await inTx((tx) => rulebook.resolve(tx, { unionId: elsewhere.id }, keys));
  const b = await inTx((tx) => rulebook.resolve(tx, { unionId: elsewhere.id, at: '2026-12-24' }, [...keys].reverse()));
  const c = await inTx((tx) => rulebook.resolve(tx, { unionId: factory.id, at: '2026-12-24' }, keys));
  assert.equal(a.ruleSetId, b.ruleSetId);
  assert.notEqual(a.ruleSetId, c.ruleSetId);
  const { rows } = await database.pool.query('SELECT count(*)::int AS n FROM rule_set WHERE id = $1', [a.ruleSetId]);
  assert.equal((rows[0] as { n: number }).n, 1);
  const said = await inTx((tx) => rulebook.basisOf(tx, c.ruleSetId, 'zh'));
  assert.deepEqual(said, [
    '来信受理时限：3 个工作日以内（工字〔2026〕1号）',
    '办公时间：09:00–12:00、13:30–18:00（本平台建议值）',
    '工会经费占工资总额的比例：2%（中华人民共和国工会法（2021年修正）第 43 条）',
  ]);
  assert.deepEqual(await inTx((tx) => rulebook.basisOf(tx, newId(), 'en')), []);
});

test('a kept set that was changed in the database is never believed', async () => {
  const { ruleSetId } = await inTx((tx) => rulebook.resolve(tx, { unionId: elsewhere.id }, ['letters.finishComplex.withinWorkdays', 'security.log.keepDays']));
  assert.equal((await inTx((tx) => rulebook.setOf(tx, ruleSetId)))?.length, 2);
  await database.pool.query(`UPDATE rule_set SET content = jsonb_set(content, '{0,value}', '31') WHERE id = $1`, [ruleSetId]);
  await assert.rejects(inTx((tx) => rulebook.setOf(tx, ruleSetId)), /was changed/);
  await assert.rejects(inTx((tx) => rulebook.basisOf(tx, ruleSetId, 'zh')), /was changed/);
});

test('a part brings its own numbers, once, and none that its own shape refuses', async () => {
  const title = { code: 't.p', zh: '起评分', en: 'Points to begin with' };
  const told = (value: number) => ({ 'test.points': { shape: { kind: 'whole', min: 1, max: 9 }, unit: 'points', comparator: 'GE', stricter: 'larger', rules: [usual(value, title)] } }) as const;
  assert.throws(() => rulebook.shelve(pack('test', { 'test.points': title }, told(10))), /ships a value that it refuses/);
  rulebook.shelve(pack('test', { 'test.points': title }, told(4)));
  assert.throws(() => rulebook.shelve(pack('test', { 'test.points': title }, told(4))), /declared twice/);
  const { values } = await inTx((tx) => rulebook.look(tx, { unionId: factory.id }, ['test.points']));
  assert.equal(values['test.points'], 4);
});

test('a number that only a region has is missing elsewhere', async () => {
  const { values } = await inTx((tx) => rulebook.look(tx, { unionId: factory.id }, ['union.found.withinMonths']));
  assert.equal(values['union.found.withinMonths'], 6);
  await assert.rejects(inTx((tx) => rulebook.look(tx, { unionId: elsewhere.id }, ['union.found.withinMonths'])), /nothing holds/);
});

test('what was rolled back is never remembered, and what another process wrote is seen at once', async () => {
  const union = elsewhere.id;
  await assert.rejects(inTx(async (tx) => {
    await rulebook.decide(tx, by, deciding(union, 7));
    assert.equal((await rulebook.look(tx, { unionId: union }, [ACCEPT])).values[ACCEPT], 7);
    throw new Error('rolled back');
  }), /rolled back/);
  assert.equal(await accept(union), 2);
  await database.pool.query(`INSERT INTO rule_decision (federation_id, id, param, union_id, place, valid_from, value, document, article, statute, note, decided_by, decided_at)
    VALUES ($1, $2, $3, $4::uuid, $4::text, '2026-11-21', '6', 'd', '', false, '', $2, now())`, [federationId, newId(), ACCEPT, union]);
  await database.pool.query('UPDATE rule_book SET stamp = $2 WHERE federation_id = $1', [federationId, newId()]);
  assert.equal(await accept(union), 6);
});

test('a confirmation is made once, only for what needs it, and changes no number', async () => {
  const line = async () => (await inTx((tx) => rulebook.chapters(tx, { unionId: top.id }, 'letters'))).lines.find((l) => l.param.key === ACCEPT);
  const usual = (await line())?.now;
  assert.equal(usual?.confidence, 'unconfirmed');
  const confirm = (ruleId: string, param: string = ACCEPT) => inTx((tx) => rulebook.confirm(tx, by, { param, ruleId, note: '' }));
  await assert.rejects(confirm(newId()), refusedAs('nothingToConfirm'));
  const law = (await inTx((tx) => rulebook.chapters(tx, { unionId: top.id }, 'union'))).lines.find((l) => l.param.key === 'union.committee.fromMembers')?.now;
  await assert.rejects(confirm(law?.id ?? '', 'union.committee.fromMembers'), refusedAs('nothingToConfirm'));
  const before = await inTx((tx) => rulebook.resolve(tx, { unionId: top.id }, [ACCEPT]));
  await confirm(usual?.id ?? '');
  await assert.rejects(confirm(usual?.id ?? ''), refusedAs('alreadyConfirmed'));
  assert.equal((await line())?.now?.confidence, 'confirmed');
  assert.equal((await inTx((tx) => rulebook.resolve(tx, { unionId: top.id }, [ACCEPT]))).ruleSetId, before.ruleSetId);
});

test('a decision is ended from today on, one that has not begun is withdrawn, and its history stays', async () => {
  const union = top.id;
  const id = await inTx((tx) => rulebook.decide(tx, by, deciding(union, 3)));
  const later = await inTx((tx) => rulebook.decide(tx, by, deciding(union, 4, { from: '2027-03-01' })));
  const end = (decision: string, on: string, now = T) => inTx(async (tx) => rulebook.endDecision(tx, by, await rulebook.loadDecision(tx, decision), on), now);
  await assert.rejects(end(newId(), '2026-12-01'), refusedAs('unknownDecision'));
  await assert.rejects(end(id, '2026-11-20'), refusedAs('notBackwards'));
  await end(later, '2026-11-21');
  assert.equal(await accept(union, '2027-03-02'), 3);
  await assert.rejects(end(later, '2027-03-03'), refusedAs('alreadyOver'));
  await end(id, '2026-11-30');
  assert.equal(await accept(union, '2026-11-30'), 3);
  assert.equal(await accept(union, '2026-12-01'), 2);
  await assert.rejects(end(id, '2026-12-05', new Date('2026-12-02T00:00:00Z')), refusedAs('alreadyOver'));
  const first = await inTx((tx) => rulebook.historyOf(tx, union, ACCEPT, { limit: 1 }));
  const second = await inTx((tx) => rulebook.historyOf(tx, union, ACCEPT, { limit: 1, after: first.next }));
  assert.deepEqual([first.items[0]?.id, second.items[0]?.id, second.next], [later, id, undefined]);
  await inTx((tx) => rulebook.decide(tx, by, deciding(union, 5, { from: '2027-03-01' })));
});

test('two officers deciding at once: one holds, the other is told', async () => {
  const tries = await Promise.allSettled([5, 6, 7].map((value) => inTx((tx) => rulebook.decide(tx, by, deciding(factory.id, value, { param: 'letters.firstAnswer.withinWorkdays' })))));
  assert.equal(tries.filter((t) => t.status === 'fulfilled').length, 1);
  for (const t of tries) if (t.status === 'rejected') assert.ok(refusedAs('sameDay')(t.reason), String(t.reason));
});
