import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { type DrawBody, drawStage } from '#test/draw-story';
import { ROUND_1000 } from '#test/draws';
import { listen } from '#test/outside';
import { clock } from '#platform/clock';
import { outboundOf } from '#platform/outbound';
import { claims, documentHash, draws, QUICKNET, verifyDraw } from '#engines/claims';
import { checkDraw, checkEntry, witnessCommitment } from '#shared/draw-check';
import type { DrawFile } from '#shared/draw-shape';
import { tick } from './draws.jobs.ts';

const LONG = { timeout: 120_000 };
const AFTER = '2026-09-09T10:01:00Z';

test('SVC-4 refusals: strangers, members at the desk, prizes without a tax decision, too few witnesses, wrong times', LONG, async () => {
  const { chair, w1, sibling, members: [one], ask, form, city } = await drawStage();
  assert.ok(one);
  assert.equal((await ask(null, 'GET', '/draws')).status, 401);
  assert.equal((await ask(one, 'GET', '/draw-desk')).status, 404);
  assert.equal((await ask(sibling, 'POST', '/draw-desk', form())).status, 404);
  const wrong: readonly [object, string][] = [
    [{ prizes: [{ name: '票', count: 1, value: 0, tax: 'borne' }] }, 'prizes.0.value'], [{ prizes: [{ name: '票', count: 1, value: 100, tax: 'none' }] }, 'prizes.0.why'], [{ witnesses: [w1.id] }, 'witnesses'], [{ witnesses: [w1.id, w1.id] }, 'witnesses'],
    [{ witnesses: [w1.id, sibling.id] }, 'witnesses'], [{ need: 1 }, 'need'], [{ need: 4 }, 'need'], [{ closesOn: '2026-09-07', closesAt: '08:00' }, 'closesOn'], [{ opensOn: '2026-09-01', closesOn: '2026-09-02' }, 'closesOn'], [{ pickTo: '2026-09-08' }, 'pickTo'],
  ];
  for (const [more, path] of wrong) {
    const { status, body } = await ask(chair, 'POST', '/draw-desk', form(more));
    assert.deepEqual([status, body.error?.fields?.[0]?.path], [400, path], JSON.stringify(more));
  }
  const { id } = (await ask(chair, 'POST', '/draw-desk', form())).body;
  for (const path of [`/draw-desk/${id}`, `/draw-desk/${id}/entrants`]) assert.equal((await ask(sibling, 'GET', path)).status, 404);
  assert.equal((await ask(one, 'GET', `/draws/${id}`)).status, 404, 'a draft is nobody’s');
  assert.equal((await ask(one, 'POST', `/draws/${id}/enter`, {})).status, 404);
  assert.equal((await ask(chair, 'POST', `/draw-desk/${id}/freeze`, {})).status, 404, 'not announced');
  await ask(chair, 'POST', `/draw-desk/${id}/announce`, {});
  assert.equal((await ask(chair, 'POST', `/draw-desk/${id}/announce`, {})).status, 409);
  assert.equal((await ask(chair, 'PUT', `/draw-desk/${id}`, { ...form(), version: 1 })).status, 409, 'rules that are public stay');
  assert.equal((await ask(sibling, 'POST', `/draws/${id}/enter`, {})).status, 404);
  assert.equal((await ask(chair, 'POST', `/draw-desk/${id}/freeze`, {})).body.error?.code, 'draw.tooEarly');
  assert.equal((await ask(chair, 'POST', `/draw-desk/${id}/draw`, {})).body.error?.code, 'draw.notFrozen');
  assert.equal((await ask(one, 'POST', `/draws/${id}/commit`, { commitment: 'a'.repeat(64) })).status, 404, 'no witness');
  assert.equal((await ask(w1, 'POST', `/draws/${id}/reveal`, { secret: 'a'.repeat(32) })).body.error?.code, 'draw.notFrozen');
  assert.equal((await ask(one, 'GET', `/draws/${id}/result`)).body.error?.code, 'draws.noResult');
  assert.equal((await ask(one, 'POST', `/draws/${id}/leave`, {})).body.error?.code, 'draws.notEntered');
  assert.ok(city);
});

test('SVC-4 a draw from end to end: sealed, entered, frozen, revealed, drawn; everybody is told and can check it', LONG, async () => {
  const s = await drawStage();
  const id = await s.open();
  const [one, two] = s.members as [typeof s.chair, typeof s.chair];
  assert.ok((await s.inbox(s.w1)).some((t) => t.startsWith('请您见证抽签')));
  assert.equal((await s.commit(s.w1, id, 1)).body.error?.code, 'draw.committed', 'a seal is not replaced');
  await s.ask(two, 'POST', `/draws/${id}/leave`, {});
  assert.equal((await s.ask(two, 'POST', `/draws/${id}/enter`, {})).status, 200, 'left and entered again');
  await s.ask(two, 'POST', `/draws/${id}/leave`, {});
  const out = (await s.ask(two, 'GET', `/draws/${id}`)).body;
  assert.deepEqual([out.may, out.bar, out.mine], [['enter'], null, null], 'who left may come back');
  await s.ask(two, 'POST', `/draws/${id}/enter`, {});
  const seen = (await s.ask(one, 'GET', `/draws/${id}`)).body;
  assert.deepEqual([seen.stage, seen.entrants, seen.may, seen.mine?.state, seen.token], ['on', 6, ['leave'], 'entered', null]);
  assert.equal(documentHash(JSON.parse(seen.rules ?? '{}') as object), seen.marks.rules, 'the rules are public before the end of entries');
  assert.ok(seen.terms.some((t) => t.includes('76.00')), 'tax on 380 yuan is 76 yuan');
  await s.at(AFTER);
  assert.equal((await s.ask(one, 'POST', `/draws/${id}/enter`, {})).status, 200, 'already in: the same answer');
  assert.equal(await tick(s.house.database, clock.now()), 1, 'the clock freezes the list');
  assert.equal((await s.ask(two, 'POST', `/draws/${id}/leave`, {})).body.error?.code, 'draws.listFrozen');
  assert.equal((await s.commit(s.w1, id, 1)).body.error?.code, 'draw.frozen');
  const frozen = (await s.ask(one, 'GET', `/draws/${id}`)).body;
  const own = await s.ask(one, 'GET', `/draws/${id}/entry`);
  assert.equal(checkEntry(own.text), frozen.marks.notice);
  assert.equal((JSON.parse(own.text) as { token: string }).token, frozen.token);
  assert.equal((await s.ask(s.w1, 'POST', `/draws/${id}/reveal`, { secret: s.secretOf(id, 2) })).body.error?.code, 'draw.otherSecret');
  assert.equal((await s.reveal(s.w1, id, 1)).body.drawn, false);
  assert.equal((await s.reveal(s.w1, id, 1)).body.error?.code, 'draw.revealed');
  assert.equal((await s.ask(s.chair, 'POST', `/draw-desk/${id}/draw`, {})).body.error?.code, 'draw.revealsAwaited');
  await s.reveal(s.w2, id, 2);
  assert.equal((await s.reveal(s.w3, id, 3)).body.drawn, true, 'all are there: drawn at once');

  const file = (await s.ask(one, 'GET', `/draws/${id}/result`)).text;
  assert.ok((await checkDraw(file, frozen.marks.notice)).every((c) => c.ok));
  assert.ok(verifyDraw(JSON.parse(file), frozen.marks.notice).every((c) => c.ok));
  assert.ok(!file.includes('王小兵') && !file.includes(one.id), 'neither names nor ids of people');
  const order = (JSON.parse(file) as DrawFile).order;
  for (const m of s.members) {
    const mine = (await s.ask(m, 'GET', `/draws/${id}`)).body;
    assert.equal(mine.mine?.rank, order.indexOf(mine.token ?? '') + 1);
    assert.equal(mine.mine?.state, (mine.mine?.rank ?? 9) <= 3 ? 'taken' : 'waiting');
    assert.ok((await s.inbox(m)).some((t) => t.startsWith((mine.mine?.rank ?? 9) <= 3 ? '恭喜，您中签了' : '候补中')), m.name);
  }
  const list = (await s.ask(s.chair, 'GET', `/draw-desk/${id}/entrants`)).body.items;
  assert.deepEqual(list.filter((x) => x.state !== 'cancelled').map((x) => [x.rank, x.prize]), [[1, '前排票'], [2, '后排票'], [3, '后排票'], [4, null], [5, null], [6, null]]);
  const lines = await s.house.database.pool.query<{ zh: string }>('SELECT zh || slots::text AS zh FROM audit_entry WHERE federation_id = $1 AND subject_id = $2', [s.city.federationId, id]);
  assert.ok(lines.rows.some((l) => l.zh.includes(frozen.marks.notice ?? '-')), 'the notice’s fingerprint stands in the sealed log');
});

test('SVC-4 a winner gives up: the first who waits gets exactly that prize; who left after freezing is passed over', LONG, async () => {
  const s = await drawStage();
  const id = await s.open();
  await s.at(AFTER);
  await tick(s.house.database, clock.now());
  // The engine's own list of places still lets somebody go after the list was frozen.
  const gone = s.members[0] as typeof s.chair;
  const claimId = (await s.ask(gone, 'GET', `/draws/${id}`)).body.mine?.claimId ?? '';
  await s.house.within(s.city.federationId, (tx) => claims.remove(tx, null, claimId, '离职'));
  for (const [i, w] of [s.w1, s.w2, s.w3].entries()) await s.reveal(w, id, i + 1);
  const file = JSON.parse((await s.ask(s.members[1] ?? null, 'GET', `/draws/${id}/result`)).text) as DrawFile;
  assert.equal(file.order.length, 6, 'the order is that of the frozen list');
  const before = (await s.ask(s.chair, 'GET', `/draw-desk/${id}/entrants`)).body.items;
  assert.equal(before.filter((x) => x.prize !== null).length, 3);
  const first = before.find((x) => x.prize === '前排票');
  await s.house.within(s.city.federationId, (tx) => claims.remove(tx, null, first?.id ?? '', '不能来'));
  const after = (await s.ask(s.chair, 'GET', `/draw-desk/${id}/entrants`)).body.items;
  const moved = after.find((x) => x.prize === '前排票');
  assert.equal(moved?.state, 'taken');
  assert.notEqual(moved?.id, first?.id);
  assert.deepEqual(after.filter((x) => x.prize === '后排票').map((x) => x.id), before.filter((x) => x.prize === '后排票').map((x) => x.id), 'nobody else’s prize changes');
});

test('SVC-4 withheld secrets: nothing before the deadline, then those who revealed count, and the file names the rest', LONG, async () => {
  const s = await drawStage();
  const id = await s.open();
  await s.at(AFTER);
  await tick(s.house.database, clock.now());
  await s.reveal(s.w1, id, 1);
  await s.at('2026-09-10T10:02:00Z');
  assert.equal(await tick(s.house.database, clock.now()), 0, 'one of two is not enough, however late');
  assert.equal((await s.reveal(s.w3, id, 3)).body.drawn, false);
  assert.equal(await tick(s.house.database, clock.now()), 1);
  const file = (await s.ask(s.members[0] ?? null, 'GET', `/draws/${id}/result`)).text;
  const source = (JSON.parse(file) as DrawFile).source;
  assert.deepEqual(source.kind === 'witnesses' && source.reveals.map((r) => r !== null), [true, false, true]);
  assert.ok((await checkDraw(file)).every((c) => c.ok));
  assert.equal((await s.reveal(s.w2, id, 2)).body.error?.code, 'draw.drawn');
});

test('SVC-4 too few seals: the list is not frozen and those who are missing are told; a copied seal does not open', LONG, async () => {
  const s = await drawStage();
  const { id } = (await s.ask(s.chair, 'POST', '/draw-desk', s.form())).body;
  await s.ask(s.chair, 'POST', `/draw-desk/${id}/announce`, {});
  await s.ask(s.members[0] ?? null, 'POST', `/draws/${id}/enter`, {});
  await s.commit(s.w1, id, 1);
  await s.at(AFTER);
  assert.equal(await tick(s.house.database, clock.now()), 0);
  assert.ok((await s.inbox(s.w2)).some((t) => t.startsWith('等您封好密数')));
  assert.ok(!(await s.inbox(s.w1)).some((t) => t.startsWith('等您封好密数')));
  await s.ask(s.w2, 'POST', `/draws/${id}/commit`, { commitment: witnessCommitment(id, 1, s.secretOf(id, 1)) });
  assert.equal(await tick(s.house.database, clock.now()), 1, 'two seals are there');
  await s.reveal(s.w1, id, 1);
  assert.equal((await s.ask(s.w2, 'POST', `/draws/${id}/reveal`, { secret: s.secretOf(id, 1) })).body.error?.code, 'draw.otherSecret');
});

test('SVC-4 races: frozen once and drawn once, however many try at the same moment', LONG, async () => {
  const s = await drawStage();
  const id = await s.open();
  await s.at(AFTER);
  const tries = <T>(run: () => Promise<T>) => Promise.allSettled(Array.from({ length: 8 }, run));
  const freezing = await tries(() => s.house.within(s.city.federationId, (tx) => draws.freezeEntries(tx, { system: 'a' }, id)));
  assert.equal(freezing.filter((r) => r.status === 'fulfilled').length, 1);
  await s.reveal(s.w1, id, 1);
  await s.reveal(s.w2, id, 2);
  await s.at('2026-09-10T10:02:00Z');
  const drawing = await tries(() => s.house.within(s.city.federationId, (tx) => draws.drawNow(tx, { system: 'a' }, id)));
  assert.equal(drawing.filter((r) => r.status === 'fulfilled').length, 1);
  for (const r of drawing) if (r.status === 'rejected') assert.equal((r.reason as { word?: { code: string } }).word?.code, 'draw.drawn');
  await assert.rejects(s.house.database.pool.query(`INSERT INTO draw_result (federation_id, draw_id, file, file_hash, winners, drawn_at) SELECT federation_id, draw_id, file, file_hash, winners, drawn_at FROM draw_result WHERE draw_id = $1`, [id]), /draw_result_pkey/, 'the table refuses a second result');
  assert.equal((await s.ask(s.chair, 'GET', `/draw-desk/${id}`)).body.holders, 3);
});

test('SVC-4 nobody enters: closed without a draw; called off: everybody is told, and the rest of the story is over', LONG, async () => {
  const s = await drawStage();
  const { id } = (await s.ask(s.chair, 'POST', '/draw-desk', s.form())).body;
  await s.ask(s.chair, 'POST', `/draw-desk/${id}/announce`, {});
  const off = await s.open({ title: '端午粽子' });
  await s.ask(s.chair, 'POST', `/draw-desk/${off}/call-off`, { why: '供应商停产' });
  await s.at(AFTER);
  await tick(s.house.database, clock.now());
  assert.equal((await s.ask(s.chair, 'GET', `/draw-desk/${id}`)).body.stage, 'empty');
  assert.equal((await s.ask(s.chair, 'GET', `/draw-desk/${off}`)).body.stage, 'off');
  assert.ok((await s.inbox(s.members[2] as typeof s.chair)).some((t) => t.startsWith('已取消：端午粽子')));
  assert.equal((await s.ask(s.chair, 'POST', `/draw-desk/${off}/freeze`, {})).body.error?.code, 'draw.calledOff');
});

test('SVC-4 held again: only with a public reason, a new root names the old notice, and everybody is in again; once', LONG, async () => {
  const s = await drawStage();
  const id = await s.open();
  const later = { why: '见证人乙中途离场', closesOn: '2026-09-11', closesAt: '12:00' };
  assert.equal((await s.ask(s.chair, 'POST', `/draw-desk/${id}/again`, later)).body.error?.code, 'draws.notFrozenYet');
  await s.at(AFTER);
  await tick(s.house.database, clock.now());
  const first = (await s.ask(s.members[0] ?? null, 'GET', `/draws/${id}`)).body;
  for (const [i, w] of [s.w1, s.w2, s.w3].entries()) await s.reveal(w, id, i + 1);
  assert.equal((await s.ask(s.chair, 'POST', `/draw-desk/${id}/again`, { ...later, why: '' })).status, 400);
  const { id: next } = (await s.ask(s.chair, 'POST', `/draw-desk/${id}/again`, later)).body;
  assert.equal((await s.ask(s.chair, 'POST', `/draw-desk/${id}/again`, later)).body.error?.code, 'draws.heldAgain');
  const second = (await s.ask(s.members[0] ?? null, 'GET', `/draws/${next}`)).body;
  const rules = JSON.parse(second.rules ?? '{}') as { replaces: { draw: string; notice: string; reason: string } };
  assert.deepEqual(rules.replaces, { draw: id, notice: first.marks.notice, reason: later.why });
  assert.deepEqual([second.entrants, second.mine?.state, second.againOf], [6, 'entered', id]);
  const old = (await s.ask(s.members[0] ?? null, 'GET', `/draws/${id}`)).body;
  assert.deepEqual([old.stage, old.next, old.winners.length], ['off', next, 3], 'what was drawn stays public');
});

const cakes = (s: Awaited<ReturnType<typeof drawStage>>, more: object = {}) => ({
  unionId: s.city.one.id, title: '生日蛋糕', prizes: [{ name: '生日蛋糕', count: 2, value: 12_800, tax: 'borne' }], opensDay: 1, closesDay: 3, place: '工会办公室', source: 'witnesses', need: 2, revealHours: 24, witnesses: [s.w1.id, s.w2.id, s.w3.id], ...more,
});

test('SVC-4 birthday cakes every month: begins by itself, enters whoever wished, once a month, tells winners and losers', LONG, async () => {
  const s = await drawStage();
  const born = async (who: { id: string }, date: string) => s.house.database.pool.query('UPDATE person SET birth_date = $1 WHERE id = $2', [date, who.id]);
  const [a, b, c, d, e] = s.members as [typeof s.chair, typeof s.chair, typeof s.chair, typeof s.chair, typeof s.chair];
  for (const m of [a, b, c]) await born(m, '1990-10-12');
  await born(d, '1988-10-30');
  await born(e, '1991-11-01');
  for (const m of [a, b, c, e]) await s.ask(m, 'PUT', '/birthday-draws', { on: true });
  assert.deepEqual((await s.ask(a, 'GET', '/draws')).body.birthday, { on: true, month: 10 });
  assert.equal((await s.ask(a, 'POST', '/draw-schedules', cakes(s))).status, 404);
  assert.equal((await s.ask(s.chair, 'POST', '/draw-schedules', cakes(s, { closesDay: 1 }))).body.error?.fields?.[0]?.path, 'closesDay');
  const plan = (await s.ask(s.chair, 'POST', '/draw-schedules', cakes(s))).body.id;
  assert.equal(await tick(s.house.database, clock.now()), 0, 'the days of September are over');
  await s.at('2026-09-30T16:30:00Z');
  assert.equal(await tick(s.house.database, clock.now()), 1, 'half past midnight of the first of October');
  assert.equal(await tick(s.house.database, clock.now()), 0, 'once');
  const [draw] = (await s.ask(a, 'GET', '/draws')).body.items;
  assert.ok(draw);
  assert.deepEqual([draw.title, draw.entrants, draw.mine?.state], ['10 月生日蛋糕', 3, 'entered']);
  assert.equal((await s.ask(d, 'POST', `/draws/${draw.id}/enter`, {})).status, 200, 'born in October, enters by hand');
  assert.equal((await s.ask(e, 'POST', `/draws/${draw.id}/enter`, {})).body.error?.code, 'not_eligible', 'born in November');
  for (const [i, w] of [s.w1, s.w2, s.w3].entries()) await s.commit(w, draw.id, i + 1);
  await s.at('2026-10-02T16:00:30Z');
  await tick(s.house.database, clock.now());
  for (const [i, w] of [s.w1, s.w2, s.w3].entries()) await s.reveal(w, draw.id, i + 1);
  const told = await Promise.all([a, b, c, d].map((m) => s.inbox(m)));
  assert.equal(told.filter((t) => t.some((x) => x.startsWith('恭喜'))).length, 2);
  assert.equal(told.filter((t) => t.some((x) => x.startsWith('候补中'))).length, 2);
  await s.ask(s.chair, 'POST', `/draw-schedules/${plan}/pause`, { active: false });
  await s.at('2026-11-01T02:00:00Z');
  assert.equal(await tick(s.house.database, clock.now()), 0, 'a plan that rests begins nothing');
  await s.ask(s.chair, 'POST', `/draw-schedules/${plan}/pause`, { active: true });
  const both = await Promise.all([1, 2, 3].map(() => tick(s.house.database, clock.now()).catch(() => 0)));
  assert.ok(both.includes(1));
  const all = (await s.ask(s.chair, 'GET', '/draw-desk')).body as DrawBody;
  assert.equal(all.items.filter((x) => x.title === '11 月生日蛋糕').length, 1, 'side by side: one draw a month');
});

test('SVC-4 drand: the round is fixed by the freezing, asked for when it is there, and an unreachable or strange drand only makes it wait', LONG, async () => {
  const s = await drawStage();
  const { id } = (await s.ask(s.chair, 'POST', '/draw-desk', s.form({ source: 'drand', witnesses: [], need: 0 }))).body;
  await s.ask(s.chair, 'POST', `/draw-desk/${id}/announce`, {});
  for (const m of s.members) await s.ask(m, 'POST', `/draws/${id}/enter`, {});
  await s.at(AFTER);
  let answers: (path: string) => { status?: number; body: string } = () => ({ status: 503, body: 'busy' });
  const fake = await listen((seen) => answers(seen.path));
  after(() => fake.close());
  const drand = { address: fake.url, ways: outboundOf({ allow: ['127.0.0.1'], plainHttp: true }) };
  await tick(s.house.database, clock.now(), drand);
  assert.equal((await s.ask(s.chair, 'POST', `/draw-desk/${id}/draw`, {})).body.error?.code, 'draws.drandItself');
  assert.equal(await tick(s.house.database, clock.now(), drand), 0, 'the round is not there yet');
  assert.equal(fake.seen.length, 0);
  await s.at('2026-09-09T10:02:10Z');
  const round = Math.ceil((Date.parse(AFTER) / 1000 + 60 - QUICKNET.genesis) / QUICKNET.period) + 1;
  const signature = ROUND_1000;
  for (const said of [{ status: 503, body: 'busy' }, { body: 'no json' }, { body: JSON.stringify({ round: round + 1, signature }) }, { body: JSON.stringify({ round, signature: 'x' }) }]) {
    answers = () => said;
    assert.equal(await tick(s.house.database, clock.now(), drand), 0, said.body);
  }
  answers = (path) => ({ body: path === `/${QUICKNET.chain}/public/${round}` ? JSON.stringify({ round, randomness: '', signature }) : '{}' });
  assert.equal(await tick(s.house.database, clock.now(), drand), 1);
  const file = (await s.ask(s.members[0] ?? null, 'GET', `/draws/${id}/result`)).text;
  assert.ok((await checkDraw(file)).every((c) => c.ok));
  assert.equal((JSON.parse(file) as DrawFile).source.kind, 'drand');
});
