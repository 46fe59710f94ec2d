import assert from 'node:assert/strict';
import test from 'node:test';
import { admitMany, draftMembership, newPerson, savePeople } from '#engines/org';
import { fixClock } from '#test/clock';
import { idOf, openRosterStage, person, sheetOf, UNITS } from '#test/rosters';
import { eraseOld } from './work.jobs.ts';

const clock = fixClock('2026-11-21T10:00:00+08:00');
const { db, stage, federationId, works, other, tokens, signInAgain, get, step, rowsOf, work, preview, imported, membersOf } = await openRosterStage();

test('somebody who belongs elsewhere is offered to be transferred; the other union is named only to whom it concerns', async () => {
  await stage.in(federationId, async (tx) => {
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
  await signInAgain('chair');
  const refused = await step(late, 'undo');
  assert.equal(refused.status, 409);
  assert.match(JSON.stringify(refused.body), /7 天.*2 人/);
  await stage.in(federationId, eraseOld);
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
  const list = await stage.ask('GET', `/api/v1/roster-imports?union=${works.id}&state=cancelled`, undefined, { token: tokens.chair });
  assert.ok(list.body.items.some((i: { id: string }) => i.id === id));
});
