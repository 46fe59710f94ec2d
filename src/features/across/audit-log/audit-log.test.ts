import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { audit } from '#engines/audit';
import { identity } from '#engines/identity';
import { rulebook } from '#engines/rulebook';
import { jobs } from '#platform/jobs';
import { newId } from '#shared/ids';
import { defineWords } from '#shared/words';
import { fixClock } from '#test/clock';
import { freshDatabase } from '#test/database';
import { addPerson, foundCity, openStage } from '#test/stage';
import auditLog from './index.ts';

const words = defineWords('test', { did: ['受理了来信{no}', 'accepted letter {no}'] });
const clock = fixClock('2026-11-21T02:10:00Z');
const stage = await openStage(await freshDatabase(), [auditLog], 'demo');
after(() => stage.close());
audit.declareJobs();

const city = await foundCity(stage);
const other = await foundCity(stage, 'OTHER');
async function person(c: typeof city, unionId: string, name: string, office?: string): Promise<{ id: string; token: string }> {
  const id = await addPerson(stage, { federationId: c.federationId, unionId }, { name, ...(office ? { office } : {}) });
  const [token = ''] = await stage.in(c.federationId, (tx) => identity.issueTokens(tx, [id]));
  return { id, token };
}
const topAuditor = await person(city, city.top.id, '审计', 'auditor');
const plantAuditor = await person(city, city.plant.id, '厂审计', 'auditor');
const clerk = await person(city, city.plant.id, '干事', 'mailboxClerk');
const worker = await person(city, city.plant.id, '张三');
const stranger = await person(other, other.top.id, '外审计', 'auditor');

const ask = (url: string, token?: string, locale = 'zh') => stage.ask('GET', url, undefined, { token, headers: { 'accept-language': locale } });
const sentences = (r: { body: { items: { sentence: string }[] } }): string[] => r.body.items.map((i) => i.sentence);
const letter = newId();

await stage.in(city.federationId, async (tx) => {
  const by = await identity.actorOf(clerk.token, tx.now);
  await audit.record(tx, by, words.did, { subject: { kind: 'letter', id: letter }, unionId: city.plant.id, slots: { no: '1' }, basis: { ruleSetId: (await rulebook.resolve(tx, { unionId: city.plant.id }, ['letters.accept.withinWorkdays'])).ruleSetId } });
  await audit.record(tx, by, words.did, { subject: { kind: 'letter', id: newId() }, unionId: city.top.id, slots: { no: '2' } });
  await audit.record(tx, null, words.did, { subject: { kind: 'letter', id: newId() }, slots: { no: '3' } });
  await audit.looked(tx, by, { subject: { kind: 'person', id: worker.id, name: '张三' }, unionId: city.plant.id, fields: ['idNumber'], purpose: '核对名册' });
});

test('refused: no session, no office, wrong shapes, a union outside the own subtree', async () => {
  for (const path of ['', '/looks', '/chain', `/basis/${newId()}`]) {
    assert.equal((await ask(`/api/v1/audit${path}`)).status, 401, path);
    assert.equal((await ask(`/api/v1/audit${path}`, clerk.token)).status, 404, path);
    assert.equal((await ask(`/api/v1/audit${path}`, worker.token)).status, 404, path);
  }
  for (const query of ['limit=0', 'limit=101', 'unionId=x', 'from=2026-13-01', 'after=%27%20OR%201%3D1', 'from=2026-11-21&to=2026-11-20']) {
    const r = await ask(`/api/v1/audit?${query}`, topAuditor.token);
    assert.equal(r.status, 400, `${query} ${JSON.stringify(r.body)}`);
  }
  assert.equal((await ask(`/api/v1/audit?unionId=${city.top.id}`, plantAuditor.token)).status, 404);
  assert.equal((await ask(`/api/v1/audit?unionId=${city.plant.id}`, stranger.token)).status, 404);
  assert.equal((await stage.ask('POST', '/api/v1/audit/verify', {}, { token: clerk.token })).status, 404);
  const notTop = await stage.ask('POST', '/api/v1/audit/verify', {}, { token: plantAuditor.token });
  assert.deepEqual([notTop.status, notTop.body.error.code], [403, 'auditLog.topOnly']);
});

test('PLT-5 each auditor sees the own subtree, in the own language; the top sees what belongs to nobody', async () => {
  const top = await ask('/api/v1/audit', topAuditor.token);
  assert.deepEqual(sentences(top).sort(), ['受理了来信1', '受理了来信2', '受理了来信3', '查看了张三的证件号码，用途：核对名册']);
  const plant = await ask('/api/v1/audit', plantAuditor.token, 'en');
  assert.deepEqual(sentences(plant).sort(), ['accepted letter 1', 'looked at the identity number of 张三; purpose: 核对名册']);
  assert.deepEqual(sentences(await ask('/api/v1/audit', stranger.token)), []);
  const looks = await ask('/api/v1/audit/looks', plantAuditor.token);
  assert.deepEqual([looks.body.items.length, looks.body.items[0].by.name, looks.body.items[0].fields], [1, '干事', ['idNumber']]);
});

test('narrowed by person, subject, days and union, page by page', async () => {
  const count = async (query: string): Promise<number> => (await ask(`/api/v1/audit?${query}`, topAuditor.token)).body.items.length;
  assert.equal(await count(`personId=${clerk.id}`), 3);
  assert.equal(await count(`personId=${worker.id}`), 0);
  assert.equal(await count(`subjectKind=letter&subjectId=${letter}`), 1);
  assert.equal(await count(`unionId=${city.plant.id}`), 2);
  assert.equal(await count('from=2026-11-21&to=2026-11-21'), 4);
  assert.equal(await count('from=2026-11-22'), 0);
  assert.equal(await count('to=2026-11-20'), 0);
  const first = await ask('/api/v1/audit?limit=3', topAuditor.token);
  const second = await ask(`/api/v1/audit?limit=3&after=${encodeURIComponent(first.body.next)}`, topAuditor.token);
  assert.deepEqual([first.body.items.length, second.body.items.length, second.body.next], [3, 1, null]);
});

test('a decision shows the rules it rested on', async () => {
  const { body } = await ask(`/api/v1/audit?subjectKind=letter&subjectId=${letter}`, plantAuditor.token);
  const basis = await ask(`/api/v1/audit/basis/${body.items[0].basis.ruleSetId}`, plantAuditor.token);
  assert.deepEqual(basis.body.items, ['来信受理时限：2 个工作日以内（本平台建议值）']);
});

test('PLT-5 a verification is asked for, leaves its own line, runs in the background and names what was changed', async () => {
  const before = await ask('/api/v1/audit/chain', topAuditor.token);
  assert.deepEqual([before.body.check, before.body.block, before.body.may], [null, '0', ['verify']]);
  await audit.seal(stage.db, clock.advance(60_000));
  const asked = await stage.ask('POST', '/api/v1/audit/verify', {}, { token: topAuditor.token });
  assert.deepEqual([asked.status, asked.body], [200, { asked: true }]);
  assert.deepEqual(await jobs.drain(stage.db), ['audit.verify']);
  const good = (await ask('/api/v1/audit/chain', topAuditor.token)).body;
  assert.deepEqual([good.block, good.waiting, good.check.entries, good.check.faultCount], ['1', 1, 4, 0]);
  assert.match(good.head, new RegExp(`^${city.federationId}:1:[0-9a-f]{64}$`));
  assert.equal(sentences(await ask('/api/v1/audit?limit=1', topAuditor.token))[0], '要求核验整条日志');

  await stage.db.pool.query('GRANT UPDATE ON audit_entry TO CURRENT_USER');
  const { rows } = await stage.db.pool.query(`UPDATE audit_entry SET slots = '{"no":"7"}' WHERE subject_id = $1 RETURNING id`, [letter]);
  await stage.ask('POST', '/api/v1/audit/verify', {}, { token: topAuditor.token });
  clock.advance(1_000);
  await jobs.drain(stage.db);
  const bad = (await ask('/api/v1/audit/chain', topAuditor.token)).body;
  assert.deepEqual(bad.check.faults, [{ what: 'changed', id: (rows[0] as { id: string }).id }]);
  const seenBelow = (await ask('/api/v1/audit/chain', plantAuditor.token)).body;
  assert.deepEqual([seenBelow.check.faultCount, seenBelow.check.faults, seenBelow.may], [1, [], []]);
});
