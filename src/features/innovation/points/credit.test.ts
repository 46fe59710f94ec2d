import assert from 'node:assert/strict';
import test from 'node:test';
import { ledger } from '#engines/ledger';
import { fixClock } from '#test/clock';
import { pointsStage } from '#test/points';
import { creditDue } from './credit.service.ts';
import { creditAll, expirePoints } from './points.jobs.ts';

const whole = 10_000;
const sound = async (s: Awaited<ReturnType<typeof pointsStage>>): Promise<void> => {
  const book = await s.within((tx) => ledger.findBook(tx, s.city.one.id, 'suggestions.points'));
  assert.deepEqual((await s.within((tx) => ledger.verifyBook(tx, book?.id ?? ''))).faults, []);
};

test('INN-2 points: what was taken over brings none; dates bring 2, 2, 1, split to the hundredth; asked by ten at once nothing is doubled', { timeout: 120_000 }, async () => {
  const s = await pointsStage();
  const author = (p: { id: string }, share: number) => ({ personId: p.id, share, unitId: s.unit.id });
  const old = await s.suggest({ authors: [author(s.one, whole)], dates: { adopted_on: '2026-02-01', from_register: true } });
  const shared = await s.suggest({ authors: [author(s.one, 3_333), author(s.two, 3_333), author(s.three, 3_334)], dates: { adopted_on: '2026-02-01' } });
  assert.deepEqual(await s.within((tx) => creditDue(tx, [old])), { credited: 0, reversed: 0 });
  const runs = await Promise.all(Array.from({ length: 10 }, () => s.within((tx) => creditDue(tx, [old, shared]))));
  assert.equal(runs.reduce((n, r) => n + r.credited, 0), 3, 'ten at once, three authors');
  assert.deepEqual(await Promise.all([s.one, s.two, s.three].map(async (p) => (await s.wallet(p)).balance)), [67, 66, 67]);
  await s.set(shared, { started_on: '2026-03-01', completed_on: '2026-04-01', standardised_on: '2026-05-01' });
  assert.deepEqual(await s.within((tx) => creditDue(tx, [shared])), { credited: 6, reversed: 0 });
  const sums = await Promise.all([s.one, s.two, s.three].map(async (p) => (await s.wallet(p)).balance));
  assert.equal(sums.reduce((n, x) => n + x, 0), 500, '2 + 2 + 1 points');
  const lines = (await s.ask(s.one, 'GET', '/my-points/lines')).body.items;
  assert.deepEqual([lines.map((l) => l.kind), lines[0]?.text], [['standardised', 'completed', 'adopted'], '焊装夹具改快换']);
  await sound(s);
});

test('INN-2 points: adoption taken back takes points back; spent ones stand as a debt that blocks and is made up first', { timeout: 120_000 }, async () => {
  const s = await pointsStage();
  const author = { personId: s.one.id, share: whole, unitId: s.unit.id };
  const first = await s.suggest({ authors: [author], dates: { adopted_on: '2026-02-01', started_on: '2026-02-01', completed_on: '2026-04-01' } });
  await s.within((tx) => creditDue(tx, [first]));
  const { prizeId } = await s.openRound(5, 5, {});
  await s.give(s.one, 1);
  const reserved = (await s.reserve(s.one, prizeId)).body;
  assert.deepEqual([(await s.wallet(s.one)).balance, (await s.wallet(s.one)).held], [500, 500]);
  await s.set(first, { revoked_on: '2026-11-10' });
  assert.deepEqual(await s.within((tx) => creditDue(tx, [first])), { credited: 0, reversed: 2 });
  assert.deepEqual([(await s.wallet(s.one)).balance, (await s.wallet(s.one)).debt, (await s.wallet(s.one)).available], [500, 400, 0], 'four points are kept back for the prize and owed');
  const more = (await s.ask(s.office, 'POST', `/prize-rounds/${(await s.ask(s.one, 'GET', '/my-points/round')).body.round?.id}/prizes`, { title: '毛巾', points: 5, worthFen: 1_000, perPerson: 1, stock: 3 })).body.id;
  assert.equal((await s.reserve(s.one, more)).body.error?.code, 'points.inDebt');
  const [office, one] = await s.later('2026-11-13T02:00:00Z', s.office, s.one) as [typeof s.one, typeof s.one];
  const scanned = (await s.ask(one, 'GET', `/prize-reservations/${reserved.id}/pass`)).body;
  assert.deepEqual([scanned.ready, scanned.debt], [false, 400]);
  assert.equal((await s.ask(office, 'POST', `/prize-reservations/${reserved.id}/hand-out`, { code: scanned.token })).body.error?.code, 'points.holderInDebt');
  assert.equal((await s.ask(one, 'POST', `/prize-reservations/${reserved.id}/cancel`, {})).status, 200);
  assert.deepEqual([(await s.wallet(one)).balance, (await s.wallet(one)).debt], [100, 0], 'what is free again makes the debt up');
  await s.set(first, { revoked_on: null });
  assert.equal(await creditAll(s.house.database, new Date('2026-11-13T03:00:00Z')), 2, 'adopted anew: a second round of credits, found by the nightly run');
  assert.deepEqual([(await s.wallet(one)).balance, (await s.wallet(one)).debt, (await s.wallet(one)).earned], [500, 0, 500]);
  const kinds = (await s.ask(one, 'GET', '/my-points/lines')).body.items.map((l) => `${l.kind}${l.red ? ' red' : ''} ${l.amount}`);
  assert.deepEqual(kinds.filter((k) => k.startsWith('advanced') || k.startsWith('repaid')), ['repaid -400', 'advanced 400']);
  await sound(s);
});

test('INN-2 points: a merger takes the merged one’s points back and divides those of the other anew', { timeout: 120_000 }, async () => {
  const s = await pointsStage();
  const author = (p: { id: string }, share: number) => ({ personId: p.id, share, unitId: s.unit.id });
  const [kept, merged] = [await s.suggest({ authors: [author(s.one, whole)], dates: { adopted_on: '2026-02-01' } }), await s.suggest({ authors: [author(s.two, whole)], dates: { adopted_on: '2026-02-02' } })];
  await s.within((tx) => creditDue(tx, [kept, merged]));
  await s.pool.query(`UPDATE suggestion SET void_on = '2026-11-10', void_why = 'merged', merged_into_id = $3 WHERE federation_id = $1 AND id = $2`, [s.city.federationId, merged, kept]);
  await s.pool.query(`UPDATE suggestion_author SET share = 7000 WHERE federation_id = $1 AND suggestion_id = $2`, [s.city.federationId, kept]);
  await s.pool.query(`INSERT INTO suggestion_author (federation_id, suggestion_id, person_id, position, share, unit_union_id, merged_from_id) VALUES ($1, $2, $3, 2, 3000, $4, $5)`, [s.city.federationId, kept, s.two.id, s.unit.id, merged]);
  assert.deepEqual(await s.within((tx) => creditDue(tx, [kept, merged])), { credited: 2, reversed: 2 });
  assert.deepEqual([(await s.wallet(s.one)).balance, (await s.wallet(s.two)).balance], [140, 60]);
  await sound(s);
});

test('INN-2 points: corrections by hand, never one’s own, once by key, on the record; the rulebook lets old points expire outside rounds', { timeout: 120_000 }, async () => {
  const s = await pointsStage();
  const path = (p: { id: string }) => `/point-accounts/${s.city.one.id}/${p.id}/correct`;
  const requestId = '01930000-0000-7000-8000-00000000aaaa';
  const body = { requestId, amount: 1_250, reason: '手工补录' };
  assert.equal((await s.ask(s.one, 'POST', path(s.two), body)).status, 404, 'a member');
  assert.equal((await s.ask(s.sibling, 'POST', path(s.two), body)).status, 404, 'another firm');
  assert.equal((await s.ask(s.specialist, 'POST', path(s.two), body)).status, 404, 'a specialist');
  assert.equal((await s.ask(s.office, 'POST', path(s.office), body)).body.error?.code, 'points.notOwnPoints');
  assert.equal((await s.ask(s.office, 'POST', path(s.sibling), body)).status, 404, 'not a member below the scheme');
  assert.equal((await s.ask(s.office, 'POST', path(s.two), { ...body, amount: 0 })).body.error?.fields?.[0]?.path, 'amount');
  for (let i = 0; i < 2; i++) assert.equal((await s.ask(s.office, 'POST', path(s.two), body)).status, 200);
  assert.equal((await s.ask(s.office, 'POST', path(s.two), { ...body, amount: 5_000 })).body.error?.code, 'points.requestTaken');
  assert.equal((await s.wallet(s.two)).balance, 1_250);
  await s.ask(s.office, 'POST', path(s.two), { requestId: '01930000-0000-7000-8000-00000000aaab', amount: -2_000, reason: '重复录入' });
  assert.deepEqual([(await s.wallet(s.two)).balance, (await s.wallet(s.two)).debt], [0, 750]);
  await s.give(s.two, 10);
  assert.deepEqual([(await s.wallet(s.two)).balance, (await s.wallet(s.two)).debt], [250, 0]);
  const { rows: said } = await s.pool.query<{ slots: { n: string; reason: string } }>(`SELECT slots FROM audit_entry WHERE federation_id = $1 AND word = 'points.auditCorrected' ORDER BY id`, [s.city.federationId]);
  assert.deepEqual(said.map((l) => l.slots.n), ['12.5', '12.5', '-20', '10'], 'every time somebody asked');
  // Earned in 2026, good for two more years.
  const { roundId } = await s.openRound();
  for (const [at, left] of [['2028-12-31T02:00:00Z', 250], ['2029-01-02T02:00:00Z', 250]] as const) {
    const [two] = await s.later(at, s.two) as [typeof s.two];
    await expirePoints(s.house.database, new Date(at));
    assert.equal((await s.wallet(two)).balance, left, at);
  }
  const [office, two] = await s.later('2029-01-03T02:00:00Z', s.office, s.two) as [typeof s.two, typeof s.two];
  assert.equal((await s.ask(office, 'POST', `/prize-rounds/${roundId}/close`, {})).status, 200);
  for (let i = 0; i < 2; i++) await expirePoints(s.house.database, new Date('2029-01-03T02:00:00Z'));
  assert.equal((await s.wallet(two)).balance, 0);
  assert.equal((await s.ask(two, 'GET', '/my-points/lines?year=2029')).body.items[0]?.kind, 'expired');
  fixClock('2026-11-10T02:00:00Z');
});

test('INN-2 points: a real suggestion, adopted by the unit over HTTP: the author has two points in the same step, and none once it is revoked', { timeout: 120_000 }, async () => {
  const s = await pointsStage();
  const written = await s.ask(s.one, 'POST', '/suggestions', { title: '焊装夹具改快换', problem: '换一次夹具要四十分钟，影响生产节拍。', remedy: '改成快换接头和定位销，十分钟换好。', category: 'quality' });
  assert.equal(written.status, 200, written.text);
  assert.equal((await s.wallet(s.one)).balance, 0);
  const adopted = await s.ask(s.specialist, 'POST', `/suggestions/${written.body.id}/adopt-unit`, { grade: 3 });
  assert.equal(adopted.status, 200, adopted.text);
  assert.equal((await s.wallet(s.one)).balance, 200);
  const line = (await s.ask(s.one, 'GET', '/my-points/lines')).body.items[0];
  assert.deepEqual([line?.kind, line?.text], ['adopted', '焊装夹具改快换']);
  const revoked = await s.ask(s.office, 'POST', `/suggestions/${written.body.id}/revoke`, { text: '查实为抄袭' });
  assert.equal(revoked.status, 200, revoked.text);
  assert.deepEqual([(await s.wallet(s.one)).balance, (await s.wallet(s.one)).earned], [0, 0]);
});
