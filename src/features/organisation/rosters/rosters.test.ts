import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { fixClock } from '#test/clock';
import { idOf, openRosterStage, person, sheetOf } from '#test/rosters';

fixClock('2026-11-21T10:00:00+08:00');
const { db, stage, federationId, tokens, send, get, step, rowsOf, work, preview, imported, reportOf, membersOf, peopleCount } = await openRosterStage();

test('refused: without a session, without the office, for another federation or a sibling union', async () => {
  const bytes = sheetOf([person(900)]);
  assert.equal((await send(bytes, { token: undefined })).status, 401);
  assert.equal((await send(bytes, { token: await stage.signIn('13900000005') })).status, 404);
  assert.equal((await send(bytes, { token: tokens.sibling })).status, 404);
  assert.equal((await send(bytes, { token: tokens.stranger })).status, 404);
  assert.equal((await send(bytes, { union: federationId })).status, 404, 'the union above is not theirs');
  const id = await preview(bytes);
  for (const token of [tokens.sibling, tokens.stranger]) {
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
  assert.equal((await step(id, 'report', { open: true, purpose: '核对' }, tokens.organiser)).status, 403, 'an organiser sees masked numbers only');
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
  const english = await stage.ask('GET', `/api/v1/roster-imports/${id}/rows?reason=unionName:rosters.unitUnknown`, undefined, { token: tokens.chair, headers: { 'accept-language': 'en' } });
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
