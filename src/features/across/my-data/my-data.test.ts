import assert from 'node:assert/strict';
import test from 'node:test';
import { unzipSync } from 'fflate';
import { audit } from '#engines/audit';
import { appoint, contactsOf, endMembership, findPeople, loadPerson } from '#engines/org';
import { notify } from '#engines/notify';
import { rows, sql } from '#platform/db';
import { fixClock } from '#test/clock';
import { freshDatabase } from '#test/database';
import { addPerson, foundCity, openStage, settled } from '#test/stage';
import signIn from '../sign-in/index.ts';
import myData from './index.ts';

fixClock('2026-11-23T01:30:00Z');
const stage = await openStage(await freshDatabase(), [signIn, myData], 'demo');
notify.use({ database: stage.db, contactsOf, publicUrl: 'http://localhost', mode: 'demo' });
const city = await foundCity(stage);
const plant = { federationId: city.federationId, unionId: city.plant.id };
const other = await foundCity(stage, 'TOWN');
test.after(() => stage.close());

let number = 13_400_000_000;
async function person(o: { union?: { federationId: string; unionId: string }; office?: string; name?: string } = {}) {
  const phone = String(++number);
  const id = await addPerson(stage, o.union ?? plant, { name: o.name ?? '何师傅', phone, ...(o.office ? { office: o.office } : {}) });
  return { id, phone, token: await stage.signIn(phone) };
}
const chair = await person({ office: 'chair', name: '主席' });
const above = await person({ union: { federationId: city.federationId, unionId: city.federationId }, office: 'chair', name: '上级主席' });
const foreign = await person({ union: { federationId: other.federationId, unionId: other.plant.id }, office: 'chair' });

const get = (path: string, token: string) => stage.ask('GET', `/api/v1${path}`, undefined, { token });
const post = (path: string, token: string, body: object = {}) => stage.ask('POST', `/api/v1${path}`, body, { token });
const correction = (changes: object) => ({ kind: 'correction', text: '登记时写错了', changes });
const ID = '11010519491231002X';

test('refused: nothing to correct, what cannot be read, what is the same, a second of the kind', async () => {
  const { token, phone } = await person();
  assert.equal((await post('/data-requests', token, correction({}))).body.error.code, 'my-data.nothingToCorrect');
  for (const [changes, path] of [[{ phone: '123456' }, 'changes.phone'], [{ idNumber: '110105194912310021' }, 'changes.idNumber'], [{ birthDate: '2027-01-01' }, 'changes.birthDate'], [{ sex: 'x' }, 'changes.sex']] as const) {
    const r = await post('/data-requests', token, correction(changes));
    assert.equal(r.status, 400, path);
    assert.equal(r.body.error.fields[0].path, path);
  }
  assert.equal((await post('/data-requests', token, correction({ phone }))).body.error.code, 'my-data.sameAsNow');
  assert.equal((await post('/data-requests', token, correction({ education: '本科' }))).status, 200);
  assert.equal((await post('/data-requests', token, correction({ education: '大专' }))).body.error.code, 'my-data.alreadyAsked');
  assert.equal((await post('/data-requests', token, { kind: 'closing', text: '不用了' })).body.error.code, 'my-data.stillMember');
});

test('a correction: asked, looked at with a purpose, carried out; the person sees who looked', async () => {
  const { id, token } = await person();
  const asked = await post('/data-requests', token, correction({ idNumber: ID, education: '本科' }));
  assert.equal(asked.status, 200, JSON.stringify(asked.body));
  const path = `/data-requests/${asked.body.id}`;
  for (const t of [foreign.token, (await person()).token]) {
    assert.equal((await get(path, t)).status, 404);
    assert.equal((await post(`${path}/carry-out`, t, { text: '好' })).status, 404);
    assert.equal((await post(`${path}/look`, t, { purpose: '核对' })).status, 404);
  }
  assert.equal((await post(`${path}/carry-out`, token, { text: '自己办' })).status, 404, 'not by the person');
  const seen = (await get(path, chair.token)).body;
  assert.deepEqual(seen.may.sort(), ['carryOut', 'decline', 'question']);
  assert.equal(seen.due.slice(0, 10), '2026-12-14', 'fifteen working days');
  const masked = seen.changes.find((c: { field: string }) => c.field === 'idNumber').wanted;
  assert.ok(!masked.includes('19491231'), masked);
  assert.equal((await post(`${path}/look`, chair.token, {})).status, 400);
  const full = (await post(`${path}/look`, chair.token, { purpose: '与证件核对' })).body.changes;
  assert.equal(full.find((c: { field: string }) => c.field === 'idNumber').wanted, ID);
  const looks = (await get('/my-data/looks', token)).body.items;
  assert.equal(looks.length, 1);
  assert.deepEqual([looks[0].by, looks[0].purpose], ['主席', '与证件核对']);
  assert.equal((await get('/my-data/looks', chair.token)).body.items.length, 0, 'each sees the own log only');
  assert.equal((await post(`${path}/carry-out`, chair.token, { text: '已核对' })).status, 200);
  const now = await stage.in(city.federationId, (tx) => loadPerson(tx, id));
  assert.deepEqual([now.idNumber, now.education, now.name], [ID, '本科', '何师傅']);
  assert.equal((await post(`${path}/carry-out`, chair.token, { text: '再办' })).status, 409);
  assert.ok((await get('/my-data/looks?act=write', token)).body.items.some((l: { sentence: string }) => l.sentence.includes('证件号码、学历')));
});

test('an identity number of somebody else is not written; nothing of the step stays', async () => {
  const { token } = await person();
  const asked = await post('/data-requests', token, correction({ idNumber: ID }));
  const path = `/data-requests/${asked.body.id}`;
  assert.equal((await post(`${path}/carry-out`, chair.token, { text: '好' })).body.error.code, 'my-data.idTaken');
  assert.equal((await get(path, token)).body.state, 'received');
});

test('the wanted values lie sealed: no table holds them in the clear', async () => {
  const { token } = await person();
  const wanted = '440524188001010014';
  await post('/data-requests', token, correction({ idNumber: wanted }));
  const tables = await stage.in(null, (tx) => sql<{ t: string }>`select tablename t from pg_tables where schemaname = 'public'`.execute(rows(tx)));
  assert.ok(tables.rows.length > 30);
  for (const { t } of tables.rows) {
    const found = await stage.in(null, (tx) => sql`select 1 from ${sql.table(t)} x where x::text like ${`%${wanted}%`} limit 1`.execute(rows(tx)));
    assert.equal(found.rows.length, 0, t);
  }
});

test('declined, appealed: the union above decides; above the highest nobody', async () => {
  const { id, token } = await person();
  const { id: request } = (await post('/data-requests', token, correction({ name: '何新名' }))).body;
  const path = `/data-requests/${request}`;
  assert.equal((await post(`${path}/decline`, chair.token, {})).status, 400, 'a reason is needed');
  assert.equal((await post(`${path}/decline`, chair.token, { text: '请提供改名证明' })).status, 200);
  assert.equal((await post(`${path}/appeal`, token, { text: '证明已交' })).body.state, 'received');
  assert.equal((await post(`${path}/carry-out`, chair.token, { text: '好' })).status, 404, 'no longer theirs');
  assert.equal((await post(`${path}/decline`, above.token, { text: '仍请提供' })).status, 200);
  assert.equal((await post(`${path}/appeal`, token, { text: '再请' })).body.error.code, 'my-data.noOneAbove');
  assert.equal((await stage.in(city.federationId, (tx) => loadPerson(tx, id))).name, '何师傅');
});

test('a chair asks: the union above decides', async () => {
  const asked = await post('/data-requests', chair.token, correction({ education: '大专' }));
  assert.equal((await get(`/data-requests/${asked.body.id}`, above.token)).body.person, '主席');
});

test('deletion of what was voluntary', async () => {
  const { id, token } = await person();
  await stage.in(city.federationId, (tx) => sql`update person set education = '本科', ethnicity = '汉' where id = ${id}`.execute(rows(tx)));
  const asked = await post('/data-requests', token, { kind: 'deletion', text: '不想留' });
  await post(`/data-requests/${asked.body.id}/carry-out`, chair.token, { text: '已删' });
  const now = await stage.in(city.federationId, (tx) => loadPerson(tx, id));
  assert.deepEqual([now.education, now.ethnicity, now.name], ['', '', '何师傅']);
});

test('closing: only without membership and office, then no way in or to the person is left', async () => {
  const { id, phone, token } = await person();
  await stage.ask('PUT', '/api/v1/me/password', { password: 'Vx7#kqRt' }, { token });
  await stage.in(city.federationId, (tx) => endMembership(tx, id, 'left'));
  const asked = await post('/data-requests', token, { kind: 'closing', text: '离开本市' });
  assert.equal(asked.status, 200, JSON.stringify(asked.body));
  const path = `/data-requests/${asked.body.id}`;
  assert.equal((await get(path, chair.token)).status, 404, 'without a union the federation decides');
  const holding = await stage.in(city.federationId, (tx) => appoint(tx, { personId: id, unionId: city.federationId, office: 'auditor' }));
  assert.equal((await post(`${path}/carry-out`, above.token, { text: '好' })).body.error.code, 'my-data.stillMember');
  await stage.in(city.federationId, (tx) => sql`delete from office_holding where id = ${holding.id}`.execute(rows(tx)));
  assert.equal((await post(`${path}/carry-out`, above.token, { text: '已注销' })).status, 200);
  assert.equal((await get('/me', token)).status, 401);
  const before = stage.codes.length;
  await stage.codeFor(phone);
  assert.equal(stage.codes.length, before, 'no code goes out');
  assert.equal((await stage.ask('POST', '/api/v1/sign-in/password', { name: phone, password: 'Vx7#kqRt' })).status, 401);
  const left = (await stage.in(city.federationId, (tx) => findPeople(tx, [id]))).get(id);
  assert.deepEqual([left?.name, left?.phone, left?.email], ['何师傅', null, null]);
});

test('what is held: every kind with why and how long; numbers masked; export in full after a proof', async () => {
  const { id, phone, token } = await person();
  await stage.in(city.federationId, (tx) => sql`update person set name = '<b>何</b>' where id = ${id}`.execute(rows(tx)));
  const kinds = (await get('/my-data', token)).body.items;
  assert.deepEqual(kinds.map((k: { key: string }) => k.key), ['person', 'membership', 'offices', 'cases', 'consents', 'sessions', 'vendors']);
  assert.ok(kinds.every((k: { why: string; kept: string }) => k.why.length > 5 && k.kept.length > 3));
  const shown = JSON.stringify(kinds);
  assert.ok(!shown.includes(phone) && shown.includes(`${phone.slice(0, 3)}****`));
  assert.equal((await post('/my-data/export', token)).status, 403);
  assert.equal((await post('/my-data/export', token, { code: '000000' })).status, 403);
  assert.equal((await post('/my-data/code-requests', token)).body.phone, `${phone.slice(0, 3)}****${phone.slice(-4)}`);
  await settled();
  const code = stage.codes.at(-1)?.code ?? '';
  const r = await stage.raw('POST', '/api/v1/my-data/export', { code }, token);
  assert.equal(r.statusCode, 200, r.body.slice(0, 200));
  const files = unzipSync(r.rawPayload);
  const data = JSON.parse(Buffer.from(files['data.json'] ?? []).toString());
  assert.ok(JSON.stringify(data).includes(phone));
  const html = Buffer.from(files['data.html'] ?? []).toString();
  assert.ok(html.includes('&lt;b&gt;何') && !html.includes('<b>何'));
  const line = await stage.in(city.federationId, (tx) => audit.list(tx, [city.top.path], { personId: id, limit: 5 }, 'zh'));
  assert.ok(line.items.some((l) => l.word === 'my-data.saidExported'));
  assert.equal((await stage.raw('POST', '/api/v1/my-data/export', { code }, token)).statusCode, 403, 'a code works once');
});

test('the register: of one union its own, of the union above all below, of another federation nothing', async () => {
  const { token } = await person();
  const asked = await post('/data-requests', token, { kind: 'deletion', text: '请办' });
  const list = (await get('/data-requests?open=true&limit=100', chair.token)).body;
  assert.ok(list.items.some((r: { id: string }) => r.id === asked.body.id));
  assert.equal((await get('/data-requests', token)).status, 404, 'members have no register');
  assert.ok((await get('/data-requests?limit=100', above.token)).body.total >= list.total);
  assert.ok(!(await get('/data-requests?limit=100', foreign.token)).body.items.some((r: { id: string }) => r.id === asked.body.id));
});
