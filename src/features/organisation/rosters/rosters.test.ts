import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test, { after, before } from 'node:test';
import { admitMany, draftMembership, draftUnion, foundUnions, newPerson, savePeople, type Union } from '#engines/org';
import { jobs } from '#platform/jobs';
import { readSheet } from '#platform/sheets';
import { idCheckCharacter } from '#shared/id-number';
import { fixClock } from '#test/clock';
import { freshDatabase } from '#test/database';
import { addPerson, foundCity, openStage, type Stage } from '#test/stage';
import { eraseOld } from './work.jobs.ts';
import signIn from '../../across/sign-in/index.ts';
import rosters from './index.ts';

const clock = fixClock('2026-11-21T10:00:00+08:00');
const db = await freshDatabase();
const stage: Stage = await openStage(db, [signIn, rosters], 'demo');
rosters.jobs?.();
after(() => stage.close());

let city: Awaited<ReturnType<typeof foundCity>>;
let works: Union;
let other: Union;
let chair: string;
let clerk: string;
let sibling: string;
let stranger: string;
const UNITS = ['一分公司工会', '二分公司工会', '三分公司工会', '铸造车间工会', '物流中心工会', '技术中心工会'];

before(async () => {
  city = await foundCity(stage);
  const { federationId, top } = city;
  await stage.in(federationId, async (tx) => {
    works = draftUnion({ name: '东海重工工会', code: 'DH', kind: 'enterprise', parentId: federationId }, top);
    other = draftUnion({ name: '红星造船工会', code: 'HX', kind: 'enterprise', parentId: federationId }, top);
    await foundUnions(tx, [works, other, ...UNITS.map((name, n) => draftUnion({ name, code: `DH-${n + 1}`, kind: 'branch', parentId: works.id }, works))]);
  });
  const at = (unionId: string, phone: string, office?: string) => addPerson(stage, { federationId, unionId }, { name: '测试员', phone, ...(office ? { office } : {}) });
  await at(works.id, '13900000001', 'chair');
  await at(works.id, '13900000002', 'organiser');
  await at(other.id, '13900000003', 'chair');
  await at(works.id, '13900000005');
  const abroad = await foundCity(stage, 'FAR');
  await addPerson(stage, { federationId: abroad.federationId, unionId: abroad.plant.id }, { name: '外地', phone: '13900000004', office: 'chair' });
  [chair, clerk, sibling, stranger] = [await stage.signIn('13900000001', 'console'), await stage.signIn('13900000002', 'console'), await stage.signIn('13900000003', 'console'), await stage.signIn('13900000004', 'console')];
});

/** An ID number of nobody for the n-th test person. */
function idOf(n: number): string {
  const body = `119999${1970 + (n % 30)}0${1 + (n % 9)}1${n % 10}${String(n % 1000).padStart(3, '0')}`;
  return body + idCheckCharacter(body);
}

const sheetOf = (rows: readonly (readonly string[])[], headings = ['姓名', '身份证号', '手机号码', '所属工会']): Buffer =>
  Buffer.from([headings, ...rows].map((r) => r.join(',')).join('\n'));
const person = (n: number, more: readonly string[] = []): string[] => [`张三${'甲乙丙丁戊己庚辛壬癸'[n % 10]}`, idOf(n), `1380000${String(n).padStart(4, '0')}`, ...more];

async function send(bytes: Buffer, o: { token?: string | undefined; union?: string; name?: string } = {}) {
  const query = new URLSearchParams({ union: o.union ?? works.id, name: o.name ?? '花名册.csv' });
  return stage.ask('POST', `/api/v1/roster-imports?${query}`, bytes, { token: 'token' in o ? o.token : chair, headers: { 'content-type': 'application/octet-stream' } });
}
async function get(id: string) {
  const answer = await stage.ask('GET', `/api/v1/roster-imports/${id}`, undefined, { token: chair });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body;
}
const step = (id: string, what: string, body: unknown = {}, token = chair) => stage.ask(what === 'mapping' ? 'PUT' : 'POST', `/api/v1/roster-imports/${id}/${what}`, body, { token });
const rowsOf = async (id: string, query = '', token = chair) => (await stage.ask('GET', `/api/v1/roster-imports/${id}/rows?limit=100&${query}`, undefined, { token })).body;
const work = () => jobs.drain(db);

async function preview(bytes: Buffer, o: Parameters<typeof send>[1] = {}): Promise<string> {
  const sent = await send(bytes, o);
  assert.equal(sent.status, 200, JSON.stringify(sent.body));
  await work();
  return sent.body.id;
}
async function imported(bytes: Buffer, o: Parameters<typeof send>[1] = {}): Promise<string> {
  const id = await preview(bytes, o);
  const confirmed = await step(id, 'confirm', { people: (await get(id)).takes });
  assert.equal(confirmed.status, 200, JSON.stringify(confirmed.body));
  await work();
  return id;
}
const membersOf = async (code: string): Promise<number> =>
  Number((await db.pool.query(`select count(*)::int as n from membership m join union_unit u on u.id = m.union_id where u.code like $1 and m.origin = 'roster' and m.state <> 'ended'`, [code])).rows[0].n);
const peopleCount = async (): Promise<number> => Number((await db.pool.query('select count(*)::int as n from person')).rows[0].n);

test('refused: without a session, without the office, for another federation or a sibling union', async () => {
  const bytes = sheetOf([person(900)]);
  assert.equal((await send(bytes, { token: undefined })).status, 401);
  assert.equal((await send(bytes, { token: await stage.signIn('13900000005') })).status, 404);
  assert.equal((await send(bytes, { token: sibling })).status, 404);
  assert.equal((await send(bytes, { token: stranger })).status, 404);
  assert.equal((await send(bytes, { union: city.federationId })).status, 404, 'the union above is not theirs');
  const id = await preview(bytes);
  for (const token of [sibling, stranger]) {
    for (const [method, path] of [['GET', ''], ['GET', '/rows'], ['POST', '/confirm'], ['POST', '/cancel'], ['POST', '/undo'], ['POST', '/report'], ['PUT', '/mapping']] as const) {
      const body = path === '/confirm' ? { people: 1 } : path === '/mapping' ? { mapping: { name: 0, idNumber: 1 } } : {};
      assert.equal((await stage.ask(method, `/api/v1/roster-imports/${id}${path}`, method === 'GET' ? undefined : body, { token })).status, 404, `${method} ${path}`);
    }
    assert.deepEqual((await stage.ask('GET', '/api/v1/roster-imports', undefined, { token })).body.items, []);
  }
  assert.equal((await get(id)).state, 'previewed');
});

test('refused: hostile and hopeless files, with a sentence and nothing kept', async () => {
  const before = (await db.pool.query('select count(*)::int as n from roster_import')).rows[0].n;
  const cases: [string, Buffer][] = [
    ['empty', Buffer.alloc(0)], ['old format', Buffer.from('d0cf11e0a1b11ae1', 'hex')], ['a broken archive', Buffer.from('PK\u0003\u0004broken')],
    ['no headings', Buffer.from('甲,乙\n1,2\n')], ['nobody', sheetOf([])], ['a picture', await readFile(new URL('../../../../samples/roster-clean.xlsx', import.meta.url)).then((b) => b.subarray(0, 5000))],
  ];
  for (const [what, bytes] of cases) {
    const answer = await send(bytes, { name: '../../etc/passwd' });
    assert.equal(answer.status, 400, `${what}: ${JSON.stringify(answer.body)}`);
    assert.match(answer.body.sentence ?? answer.body.message ?? JSON.stringify(answer.body), /[\u4e00-\u9fff]/);
  }
  assert.equal((await send(Buffer.alloc(41 * 1024 * 1024))).status, 413);
  assert.equal((await db.pool.query('select count(*)::int as n from roster_import')).rows[0].n, before);
});

test('refused: steps at the wrong time, columns that cannot be', async () => {
  const id = await preview(sheetOf([person(1), person(2)]));
  assert.equal((await step(id, 'undo')).status, 409);
  assert.equal((await step(id, 'confirm', { people: 1 })).status, 409, 'the preview says 2');
  assert.equal((await step(id, 'mapping', { mapping: { name: 0 } })).status, 400);
  assert.equal((await step(id, 'mapping', { mapping: { name: 0, idNumber: 0 } })).status, 400);
  assert.equal((await step(id, 'mapping', { mapping: { name: 0, idNumber: 50 } })).status, 400);
  assert.equal((await step(id, 'mapping', { mapping: { name: 0, idNumber: 1, nonsense: 2 } })).status, 400);
  assert.equal((await step(id, 'report', { open: true, purpose: '核对' }, clerk)).status, 403, 'an organiser sees masked numbers only');
  assert.equal((await step(id, 'cancel')).status, 200);
  const view = await get(id);
  assert.deepEqual([view.state, view.erased, view.may], ['cancelled', true, []]);
  assert.equal((await step(id, 'cancel')).status, 409);
  assert.equal((await step(id, 'confirm', { people: 2 })).status, 409);
  assert.equal((await step(id, 'report')).status, 409, 'the sheet is gone');
  assert.equal((await db.pool.query('select count(*)::int as n from roster_row where import_id = $1', [id])).rows[0].n, 0);
});

test('nobody is written before the confirmation, and the columns may be put right', async () => {
  const before = await peopleCount();
  const sent = await send(sheetOf([['李四', idOf(11), '13800000011', '无'], ['王五', idOf(12), '13800000012', '无']], ['姓名', '号', '手机号码', '健康状况']));
  assert.equal(sent.status, 200);
  await work();
  const read = await get(sent.body.id);
  assert.equal(read.state, 'read');
  assert.deepEqual(read.missing, ['idNumber']);
  assert.ok(read.columns.find((c: { column: number }) => c.column === 3).consent);
  assert.deepEqual(read.columns.find((c: { column: number }) => c.column === 3).examples, []);
  assert.ok(!JSON.stringify(read).includes(idOf(11)), 'numbers are veiled');
  assert.equal((await step(sent.body.id, 'confirm', { people: 2 })).status, 409);
  assert.equal((await step(sent.body.id, 'mapping', { mapping: { name: 0, idNumber: 1, phone: 2, department: 3 } })).status, 400, 'health data stays out');
  assert.equal((await step(sent.body.id, 'mapping', { mapping: { name: 0, idNumber: 1, phone: 2 } })).status, 200);
  await work();
  const view = await get(sent.body.id);
  assert.deepEqual([view.state, view.counts.new, view.takes], ['previewed', 2, 2]);
  assert.equal(await peopleCount(), before);
  assert.equal((await db.pool.query(`select count(*)::int as n from membership where origin = 'roster'`)).rows[0].n, 0);
});

test('the clean sample becomes a union: 5,000 people in six branches, and undone again', { timeout: 120_000 }, async () => {
  const before = await peopleCount();
  const bytes = await readFile(new URL('../../../../samples/roster-clean.xlsx', import.meta.url));
  const id = await preview(bytes, { name: 'roster-clean.xlsx' });
  const seen = await get(id);
  assert.deepEqual([seen.counts.people, seen.counts.new, seen.counts.rejected], [5000, 5000, 0]);
  assert.equal(seen.units.length, 6);
  assert.equal(seen.sample.length, 10);
  assert.match(seen.sample[0].idNumber, /\*{6,}/);
  assert.equal(await peopleCount(), before);
  assert.equal((await step(id, 'confirm', { people: 5000 })).status, 200);
  await work();
  const done = await get(id);
  assert.deepEqual([done.state, done.result.added, done.done, done.total], ['done', 5000, 5000, 5000]);
  assert.equal(await membersOf('DH-%'), 5000);
  assert.equal((await db.pool.query('select sum(members + reserved)::int as n from union_figure f join union_unit u on u.id = f.union_id where u.code like $1', ['DH-%'])).rows[0].n, 5000);
  const log = await db.pool.query('select word from audit_entry where subject_id = $1 order by id', [id]);
  assert.deepEqual(log.rows.map((r) => r.word), ['rosters.auditRead', 'rosters.auditChecked', 'rosters.auditConfirmed', 'rosters.auditDone']);

  const twice = await imported(bytes, { name: 'again.xlsx' });
  assert.deepEqual([(await get(twice)).result.added, (await get(twice)).result.same], [0, 5000], 'the same sheet again changes nothing');
  assert.equal((await step(twice, 'undo')).status, 409, 'nothing to undo');

  assert.equal((await step(id, 'undo')).status, 200);
  await work();
  const undone = await get(id);
  assert.deepEqual([undone.state, undone.result.taken, undone.result.kept], ['undone', 5000, 0]);
  assert.equal(await membersOf('DH-%'), 0);
  assert.equal(await peopleCount(), before);
  assert.equal((await step(id, 'undo')).status, 409);
});

test('the dirty sample: exactly the planted rows are refused, each with its reason and in the report', { timeout: 120_000 }, async () => {
  const id = await preview(await readFile(new URL('../../../../samples/roster-dirty.xlsx', import.meta.url)), { name: 'roster-dirty.xlsx' });
  const view = await get(id);
  assert.deepEqual([view.counts.people, view.counts.new, view.counts.rejected], [5000, 4700, 300]);
  const count = (field: string): number => view.reasons.filter((r: { reason: string }) => r.reason.startsWith(field)).reduce((n: number, r: { count: number }) => n + r.count, 0);
  assert.deepEqual(
    [count('idNumber:rosters.duplicateInSheet'), count('idNumber:rosters.idAsNumber'), count('phone'), count('unionName'), count('joinedOn'), count('name'), count('idNumber:identifiers.idMissing')],
    [35, 45, 50, 30, 25, 20, 20],
  );
  const bad = await rowsOf(id, 'show=bad');
  assert.equal(bad.total, 300);
  assert.ok(bad.items.every((r: { row: number; notes: { sentence: string; stops: boolean }[] }) => r.row > 4 && r.notes.some((n) => n.stops && /[\u4e00-\u9fff]/.test(n.sentence) && !n.sentence.includes('{'))));
  const english = await stage.ask('GET', `/api/v1/roster-imports/${id}/rows?reason=unionName:rosters.unitUnknown`, undefined, { token: chair, headers: { 'accept-language': 'en' } });
  assert.equal(english.body.total, 30);
  assert.match(english.body.items[0].notes[0].sentence, /There is no union/);
  assert.equal((await step(id, 'confirm', { people: 4700 })).status, 200);
  await work();
  assert.equal(await membersOf('DH-%'), 4700);

  const masked = await reportOf(id, { format: 'xlsx' });
  assert.equal(masked.length, 301);
  const texts = masked.flat();
  assert.ok(!texts.some((t) => /^\d{17}[\dX]$/i.test(t)), 'ID numbers are masked');
  assert.ok(!texts.some((t) => /健康/.test(t)), 'what was never taken is not in the report');
  const inFull = await reportOf(id, { format: 'csv', open: true, purpose: '退回单位更正' });
  assert.ok(inFull.flat().some((t) => /^\d{17}[\dX]$/i.test(t)));
  assert.ok(inFull.flat().every((t) => !/^[=+@]/.test(t)), 'nothing that a program takes for a formula');
  assert.equal((await step(id, 'report', { open: true })).status, 400, 'a look needs a purpose');
  const looks = await db.pool.query(`select purpose from audit_entry where subject_id = $1 and act = 'look'`, [id]);
  assert.deepEqual(looks.rows, [{ purpose: '退回单位更正' }]);
  assert.equal((await step(id, 'undo')).status, 200);
  await work();
  assert.equal(await membersOf('DH-%'), 0);
});

async function reportOf(id: string, wish: object): Promise<string[][]> {
  const r = (await step(id, 'report', wish)).body as Buffer;
  const rows: string[][] = [];
  for await (const row of readSheet({ bytes: r, name: 'report' })) rows.push(row.cells.map((c) => c.text));
  return rows;
}

test('somebody who belongs elsewhere is offered to be transferred; the other union is named only to whom it concerns', async () => {
  await stage.in(city.federationId, async (tx) => {
    const there = { ...newPerson('赵六'), idKind: 'residentId' as const, idNumber: idOf(301) };
    await savePeople(tx, [there]);
    await admitMany(tx, [draftMembership(tx, { personId: there.id, unionId: other.id, origin: 'demo' })]);
  });
  const id = await imported(sheetOf([['赵六', idOf(301), '13800000301', ''], person(302)]));
  const view = await get(id);
  assert.deepEqual([view.result.added, view.result.elsewhere], [1, 1]);
  const rows = await rowsOf(id);
  assert.deepEqual([rows.items[0].outcome, rows.items[0].other], ['elsewhere', '另一个工会']);
  assert.ok(!JSON.stringify(rows).includes('红星'));
});

test('a member of the same union gets what the cells say, empty ones change nothing, and undo gives the former values back', async () => {
  const headings = ['姓名', '身份证号', '手机号码', '岗位', '学历'];
  await imported(sheetOf([['钱七', idOf(401), '13800000401', '钳工', '大专']], headings));
  const of = async () => (await db.pool.query(`select p.id, p.name, p.education, m.job, p.changed_at from person p join membership m on m.person_id = p.id where p.name like '钱七%'`)).rows[0];
  const before = await of();
  assert.deepEqual([before.education, before.job], ['college', '钳工']);
  clock.advance(60_000);
  const id = await imported(sheetOf([['钱七', idOf(401), '', '数控车工', '']], headings));
  assert.deepEqual((await get(id)).result.updated, 1);
  assert.deepEqual([(await of()).job, (await of()).education], ['数控车工', 'college']);
  clock.advance(60_000);
  const both = await imported(sheetOf([['钱七', idOf(401), '13800000499', '', '本科']], headings));
  assert.equal((await of()).education, 'bachelor');
  assert.equal((await step(both, 'undo')).status, 200);
  await work();
  assert.deepEqual([(await get(both)).result.restored, (await of()).education, (await of()).job], [1, 'college', '数控车工']);
  assert.equal((await step(id, 'undo')).status, 200);
  await work();
  assert.equal((await of()).job, '钳工');
});

test('undo leaves whom something refers to, says how many, and is over after seven days', async () => {
  const id = await imported(sheetOf([person(501), person(502), person(503)]));
  await stage.signIn('13800000502');
  assert.equal((await step(id, 'undo')).status, 200);
  await work();
  const view = await get(id);
  assert.deepEqual([view.state, view.result.taken, view.result.kept], ['undone', 2, 1]);
  const kept = await rowsOf(id, 'show=kept');
  assert.deepEqual([kept.total, kept.items[0].undo], [1, 'kept']);
  const late = await imported(sheetOf([person(511), person(512)]));
  clock.advance(7 * 86_400_000 + 1000);
  chair = await stage.signIn('13900000001', 'console');
  const refused = await step(late, 'undo');
  assert.equal(refused.status, 409);
  assert.match(JSON.stringify(refused.body), /7 天.*2 人/);
  await stage.in(city.federationId, eraseOld);
  assert.ok((await get(late)).erased);
  assert.equal((await db.pool.query('select (select count(*) from roster_row where import_id = $1)::int + (select count(*) from roster_piece where import_id = $1)::int as n', [late])).rows[0].n, 0);
  assert.equal((await step(late, 'report')).status, 409);
});

test('two imports of one sheet at once: everybody once, and both say what they did', { timeout: 60_000 }, async () => {
  const bytes = sheetOf(Array.from({ length: 1500 }, (_, n) => [`孙${n % 2 ? '一' : '二'}`, idOf(2000 + n), `1370000${String(n).padStart(4, '0')}`, UNITS[n % 6] ?? '']).filter((r, n, all) => all.findIndex((x) => x[1] === r[1]) === n));
  const [first, second] = [await preview(bytes), await preview(bytes)];
  const people = (await get(first)).takes;
  assert.ok(people > 500);
  assert.equal((await step(first, 'confirm', { people })).status, 200);
  assert.equal((await step(second, 'confirm', { people })).status, 200);
  await Promise.all([work(), work()]);
  await work();
  const [a, b] = [await get(first), await get(second)];
  assert.deepEqual([a.state, b.state], ['done', 'done']);
  assert.equal(a.result.added + b.result.added, people);
  assert.equal(a.result.added + a.result.same + b.result.added + b.result.same, 2 * people);
  assert.equal(await membersOf('DH-%'), people);
});

test('cancelled while it runs: what is in stays, says so, and can be undone', async () => {
  const id = await preview(sheetOf([person(601), person(602)]));
  assert.equal((await step(id, 'confirm', { people: 2 })).status, 200);
  assert.equal((await step(id, 'cancel')).status, 200, 'before the first step');
  await work();
  assert.deepEqual([(await get(id)).state, (await get(id)).result.added], ['cancelled', 0]);
  const list = await stage.ask('GET', `/api/v1/roster-imports?union=${works.id}&state=cancelled`, undefined, { token: chair });
  assert.ok(list.body.items.some((i: { id: string }) => i.id === id));
});
