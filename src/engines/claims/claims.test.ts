import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import test from 'node:test';
import { keyRing, secrets } from '#platform/secrets';
import { Refused } from '#shared/errors';
import { claimStory, NOON, STORY } from '#test/claims';
import { freshDatabase } from '#test/database';
import { claims, type Happening } from './index.ts';

secrets.use(keyRing([randomBytes(32)]));
const database = await freshDatabase();
const hours = (n: number): Date => new Date(NOON.getTime() + n * 3_600_000);
const refusedWith = (code: string) => (error: unknown) => error instanceof Refused && (error.word.code === `claims.${code}` || error.code === code);

test('refusals: no such offer, one in preparation, wrong times, prices, quotas; what is over or not one’s own', async () => {
  const s = await claimStory(database);
  const by = { system: 'story' };
  const put = (o: object) => s.within((tx) => claims.put(tx, by, { unionId: s.federationId, kind: STORY.name, title: 'x', mode: 'first', opensAt: hours(-1), closesAt: hours(1), places: 1, ...o }));
  await assert.rejects(s.ask('01930000-0000-7000-8000-000000000000', 0), refusedWith('offerUnknown'));
  await assert.rejects(s.ask(await put({}), 0), refusedWith('offerUnknown'));
  await assert.rejects(put({ closesAt: hours(-2) }), refusedWith('windowWrong'));
  await assert.rejects(put({ handOverFrom: hours(3), handOverTo: hours(2) }), refusedWith('handOverWrong'));
  await assert.rejects(put({ pays: 'points', price: 5n }), refusedWith('bookUnknown'));
  await assert.rejects(put({ price: 5n }), refusedWith('priceWrong'));
  await assert.rejects(put({ unionId: s.unions[0].id, quotas: [{ unionId: s.unions[1].id, places: 1 }] }), refusedWith('poolOutside'));
  await assert.rejects(put({ quotas: [{ unionId: s.unions[1].id, places: 1 }, { unionId: s.unions[1].id, places: 2 }] }), refusedWith('poolTwice'));
  const empty = await put({ places: 0 });
  await assert.rejects(s.within((tx) => claims.open(tx, by, empty)), refusedWith('placesMissing'));
  const id = await s.offer();
  await assert.rejects(s.within((tx) => claims.open(tx, by, id)), refusedWith('notOpen'));
  await s.ask(id, 0);
  const claim = await s.claimOf(id, 0);
  await assert.rejects(s.within((tx) => claims.cancel(tx, s.actor(1), claim.id)), refusedWith('claimUnknown'));
  await assert.rejects(s.within((tx) => claims.accept(tx, s.actor(0), claim.id)), refusedWith('stateWrong'));
  await assert.rejects(s.within((tx) => claims.transfer(tx, s.actor(0), claim.id, s.people[1] ?? '')), refusedWith('notTransferable'));
  await assert.rejects(s.within((tx) => claims.setPlaces(tx, by, id, 0, 0)), refusedWith('fewerThanTaken'));
  await assert.rejects(s.within((tx) => claims.movePlaces(tx, by, id, { from: 0, to: 7, places: 1 })), refusedWith('poolUnknown'));
  await assert.rejects(s.within((tx) => claims.settle(tx, by, id, [claim.id])), refusedWith('changedMeanwhile'));
});

test('first come: places go in order, a repeat answers the same, sold out says so, a place given back goes to who waits', async () => {
  const s = await claimStory(database);
  const id = await s.offer({ places: 2, waits: true });
  assert.deepEqual([await s.asked(id, 0), await s.asked(id, 1), await s.asked(id, 2), await s.asked(id, 3)], ['taken', 'taken', 'waiting', 'waiting']);
  const again = await s.ask(id, 0, { key: 'another' });
  assert.ok('claim' in again && !again.fresh && again.claim.no === 1);
  const heard: string[] = [];
  claims.follow(STORY.name, async (_tx, h: Happening) => { if (h.offer.id === id) heard.push(...h.claims.map((c) => `${h.verb} ${c.no} ${c.state}`)); });
  await s.within((tx) => claims.cancel(tx, s.actor(0), (again as { claim: { id: string } }).claim.id));
  assert.deepEqual(heard, ['cancelled 1 cancelled', 'promoted 3 taken']);
  assert.equal((await s.claimOf(id, 2)).state, 'taken');
  assert.equal((await s.claimOf(id, 3)).ahead, 0);
  assert.equal(await s.within((tx) => claims.setPlaces(tx, { system: 'story' }, id, 0, 3)), 1, 'one more place, one more person');
  const { rows } = await database.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM notify_message WHERE federation_id = $1 AND kind LIKE 'claims.%'`, [s.federationId]);
  assert.equal(rows[0]?.n, 2, 'both who moved up were told');
});

test('a place that must be answered: offered, accepted in time, declined, or gone to the next when the time is over', async () => {
  const s = await claimStory(database);
  const id = await s.offer({ places: 1, waits: true, answerHours: 24 });
  for (const n of [0, 1, 2, 3]) await s.ask(id, n);
  const first = await s.claimOf(id, 0);
  await s.within((tx) => claims.cancel(tx, s.actor(0), first.id));
  assert.equal((await s.claimOf(id, 1)).state, 'offered');
  const one = await s.claimOf(id, 1);
  await s.within((tx) => claims.decline(tx, s.actor(1), one.id));
  const two = await s.claimOf(id, 2);
  assert.equal(two.state, 'offered');
  await assert.rejects(s.within((tx) => claims.accept(tx, s.actor(2), two.id), hours(25)), refusedWith('dueOver'));
  await claims.sweep(database, hours(25));
  assert.deepEqual([(await s.claimOf(id, 2)).state, (await s.claimOf(id, 3)).state], ['expired', 'offered']);
  const three = await s.claimOf(id, 3);
  await s.within((tx) => claims.accept(tx, s.actor(3), three.id), hours(26));
  assert.equal((await s.claimOf(id, 3)).state, 'taken');
});

test('quotas: each union its own, what is left rolls up at its hour and goes to who waits', async () => {
  const s = await claimStory(database, 9);
  const [one, other] = s.unions;
  const id = await s.offer({ places: 0, waits: true, quotas: [{ unionId: one.id, places: 1, rollsUpAt: hours(1) }, { unionId: other.id, places: 2, rollsUpAt: hours(1) }] });
  // people 0 and 3 belong to the first union, 1 to the second, 2 to the workshop below it
  assert.deepEqual([await s.asked(id, 0), await s.asked(id, 3), await s.asked(id, 2)], ['taken', 'waiting', 'taken']);
  await claims.sweep(database, hours(2));
  assert.equal((await s.claimOf(id, 3)).state, 'taken', 'the place that the second union left');
  assert.deepEqual((await s.within((tx) => claims.listPools(tx, id))).map((p) => [p.capacity, p.taken]), [[1, 1], [1, 1], [1, 1]]);
});

test('points: taken with the claim, back when it is given back or called off; who has too few is refused', async () => {
  const s = await claimStory(database, 3);
  const points = await s.points(1_000n);
  const id = await s.offer({ places: 2, pays: 'points', price: 600n, points, transferable: true });
  assert.equal(await s.asked(id, 0), 'taken');
  assert.equal(await s.balance(points.bookId, 0), 400n);
  const dear = await s.offer({ places: 2, pays: 'points', price: 600n, points });
  assert.equal(await s.asked(dear, 0), 'short');
  const claim = await s.claimOf(id, 0);
  await s.within((tx) => claims.transfer(tx, s.actor(0), claim.id, s.people[1] ?? ''));
  assert.deepEqual([await s.balance(points.bookId, 0), await s.balance(points.bookId, 1)], [1_000n, 400n]);
  await s.within((tx) => claims.callOff(tx, { system: 'story' }, id, '停电'), hours(0.5));
  assert.equal(await s.balance(points.bookId, 1), 1_000n);
  assert.equal(await s.asked(id, 2), 'ended');
});

test('paying online: held, paid once, paid too late is owed back', async () => {
  const s = await claimStory(database, 3);
  claims.useGate({ name: 'story', begin: ({ number }) => ({ url: `/pay/${number}` }) });
  const id = await s.offer({ places: 1, pays: 'online', price: 100n, holdMinutes: 10 });
  assert.equal(await s.asked(id, 0), 'held');
  const claim = await s.claimOf(id, 0);
  const { number } = await s.within((tx) => claims.beginPayment(tx, s.actor(0), claim.id));
  assert.equal(await s.asked(id, 1), 'soldOut');
  await claims.sweep(database, hours(0.2));
  assert.equal((await s.claimOf(id, 0)).state, 'expired');
  assert.equal(await s.asked(id, 1), 'held');
  assert.equal(await s.within((tx) => claims.paid(tx, number, 100n)), 'late');
  assert.equal(await s.within((tx) => claims.paid(tx, number, 100n)), 'again');
  assert.equal((await s.claimOf(id, 0)).owedBack, true);
  const other = await s.claimOf(id, 1);
  const begun = await s.within((tx) => claims.beginPayment(tx, s.actor(1), other.id));
  assert.equal(await s.within((tx) => claims.paid(tx, begun.number, 99n)), 'late', 'another amount is no payment');
  claims.useGate(null);
});

test('handing over: by code or short code, once, with the scanner’s own time; mistakes are taken back; who did not come is noted', async () => {
  const s = await claimStory(database, 3);
  const id = await s.offer({ places: 3, handOverFrom: hours(1), handOverTo: hours(3) });
  for (const n of [0, 1, 2]) await s.ask(id, n);
  const [a, b] = [await s.claimOf(id, 0), await s.claimOf(id, 1)];
  const [codeA, codeB] = [claims.codesOf(s.federationId, a), claims.codesOf(s.federationId, b)];
  const scan = (code: string, at: Date, now = hours(2)) => s.within((tx) => claims.handOver(tx, s.officer, id, [{ code, at, paid: false }]), now);
  const said = async (code: string, at: Date, now?: Date) => { const [r] = await scan(code, at, now); return r?.why?.word.code ?? r?.outcome; };
  assert.equal(await said('NJC1.nothing', hours(1)), 'claims.codeUnknown');
  assert.equal(await said(codeA.code.replace(/.$/, (c) => (c === 'A' ? 'B' : 'A')), hours(1)), 'claims.codeUnknown');
  assert.equal(await said(codeA.code, hours(0.9)), 'claims.tooEarly');
  assert.equal(await said(codeA.code, hours(1.5)), 'handed');
  assert.equal(await said(codeA.code, hours(1.5)), 'again', 'the same scan, brought again');
  assert.equal(await said(codeA.short, hours(1.6)), 'claims.handedAlready', 'another device was later');
  assert.equal(await said(codeB.short, hours(1.7)), 'handed');
  assert.equal(await said('1-0000', hours(1.7)), codeA.short === '1-0000' ? 'claims.handedAlready' : 'claims.codeUnknown');
  await s.within((tx) => claims.undoHandOver(tx, s.officer, b.id, '扫错人'), hours(2));
  const list = await s.within((tx) => claims.scannerList(tx, id));
  assert.deepEqual(list.map((l) => l.state), ['handed', 'taken', 'taken']);
  await claims.sweep(database, hours(4));
  assert.deepEqual([(await s.claimOf(id, 1)).state, (await s.claimOf(id, 2)).state], ['missed', 'missed']);
  assert.equal(await said(codeB.code, hours(2.5), hours(5)), 'handed', 'a scan from before, brought later');
});

test('things: one person each, out of order is not given, returned is free for who waits', async () => {
  const s = await claimStory(database, 4);
  const id = await s.offer({ mode: 'units', places: 0, waits: true, units: [{ label: '1号柜' }, { label: '2号柜', outOfOrder: '锁坏' }] });
  assert.equal(await s.asked(id, 0), 'taken');
  assert.equal(await s.asked(id, 1), 'waiting');
  const claim = await s.claimOf(id, 0);
  await s.within((tx) => claims.giveBack(tx, s.actor(0), claim.id));
  assert.equal((await s.claimOf(id, 1)).state, 'taken');
  assert.equal((await s.claimOf(id, 1)).unitLabel, '1号柜');
  assert.equal(await s.asked(id, 2), 'waiting');
  const units = await s.within((tx) => claims.listUnits(tx, id));
  await s.within((tx) => claims.putUnits(tx, { system: 'story' }, id, units.map((u) => ({ ...u, outOfOrder: '' }))));
  assert.equal((await s.claimOf(id, 2)).unitLabel, '2号柜', 'mended, so the next has it');
});

test('slots that repeat: a court at six and at seven are two things, one slot a person, what is past is not given', async () => {
  const s = await claimStory(database, 4);
  const units = claims.slotsOf({ things: ['1号场'], weekdays: [6, 7], times: [{ from: 10 * 60, to: 11 * 60 }, { from: 18 * 60, to: 19 * 60 }], firstDay: '2026-11-21', lastDay: '2026-11-22' });
  const id = await s.offer({ mode: 'units', places: 0, units, closesAt: hours(48) });
  const all = await s.within((tx) => claims.listUnits(tx, id));
  assert.deepEqual(all.map((u) => u.startsAt?.toISOString()), ['2026-11-21T02:00:00.000Z', '2026-11-21T10:00:00.000Z', '2026-11-22T02:00:00.000Z', '2026-11-22T10:00:00.000Z']);
  assert.equal(await s.asked(id, 0, { unitId: all[0]?.id ?? null }), 'unitTaken', 'this morning is over');
  assert.equal(await s.asked(id, 0, { unitId: all[1]?.id ?? null }), 'taken');
  assert.equal(await s.asked(id, 1, { unitId: all[1]?.id ?? null }), 'unitTaken');
  assert.equal(await s.asked(id, 1), 'taken', 'any that is left');
  assert.equal((await s.claimOf(id, 1)).startsAt?.toISOString(), '2026-11-22T02:00:00.000Z');
});

test('settling a draw: everybody entered is ranked, places and quotas hold, the others wait in that order; once', async () => {
  const s = await claimStory(database, 6);
  const id = await s.offer({ mode: 'draw', places: 2, waits: true });
  for (const n of [0, 1, 2, 3, 4]) assert.equal(await s.asked(id, n), 'entered');
  const order = (await s.within((tx) => claims.entered(tx, id))).map((c) => c.id).reverse();
  await assert.rejects(s.within((tx) => claims.settle(tx, { system: 'story' }, id, order.slice(1))), refusedWith('changedMeanwhile'));
  const won = await s.within((tx) => claims.settle(tx, { system: 'story' }, id, order));
  assert.deepEqual(won.map((c) => [c.personId, c.rank]), [[s.people[4], 1], [s.people[3], 2]]);
  await assert.rejects(s.within((tx) => claims.settle(tx, { system: 'story' }, id, order)), refusedWith('changedMeanwhile'));
  const four = await s.claimOf(id, 4);
  await s.within((tx) => claims.cancel(tx, s.actor(4), four.id));
  assert.deepEqual([(await s.claimOf(id, 2)).state, (await s.claimOf(id, 1)).state], ['taken', 'waiting']);
});

test('counters are what the claims say, after everything above', async () => {
  assert.equal(await claims.recount(database, hours(9)), 0);
  await database.pool.query('UPDATE offer_pool SET taken = taken - 1 WHERE taken > 0');
  assert.ok((await claims.recount(database, hours(9))) > 0, 'and a wrong one is found');
});
