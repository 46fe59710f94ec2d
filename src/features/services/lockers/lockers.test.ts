import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import test, { after } from 'node:test';
import { claims } from '#engines/claims';
import { notify } from '#engines/notify';
import { clock } from '#platform/clock';
import { fixClock } from '#test/clock';
import { cast, foundCity, type Player } from '#test/people';
import { startHouse } from '#test/server';
import { changedTables, printOf } from '../../../../test/house/rows.ts';
import { sweepForgotten } from './doors.service.ts';
import { signatureOf } from './hardware.service.ts';
import { remindAll } from './late.service.ts';

const NOW = '2026-11-16T02:00:00Z';
type Door = { no: number; state: string; stock: number; mine: string | null; why: string };
type Body = {
  id: string; outcome: string; loanId: string; dueAt: string; left: number; state: string; items: { id: string; state: string; title: string; kind: string; no: number; stock: number; label: string; open: boolean; free: number; may: string[] }[]; total: number; compartments: Door[];
  swaps: { id: string; title: string }[]; swapPut: number; swapTaken: number; may: string[]; error?: { code: string }; reached: boolean; totals: { lent: number }; doors: { no: number; open: boolean }[]; number: number; out: number;
};

async function stage() {
  fixClock(NOW);
  const house = await startHouse();
  const city = await foundCity(house, 'LOCK');
  const players = (await cast(house, city.federationId, [
    { name: '高主席', unionId: city.one.id, offices: ['chair'] }, { name: '邻主席', unionId: city.other.id, offices: ['chair'] }, { name: '王小兵', unionId: city.one.id }, { name: '李大山', unionId: city.one.id }, { name: '远方人', unionId: city.other.id },
  ])) as [Player, Player, Player, Player, Player];
  const [chair, sibling, one, two, far] = players;
  let n = 0;
  const ask = async (who: Player | null, method: 'GET' | 'POST', path: string, body?: object, key: string | null = `key-${n++}`): Promise<{ status: number; body: Body; text: string }> => {
    const a = await house.ask(method, `/api/v1${path}`, body, { token: who?.token ?? null, ...(method === 'POST' && key !== null ? { headers: { 'idempotency-key': key } } : {}) });
    return { status: a.status, body: a.body as Body, text: a.text };
  };
  const place = async (more: object = {}): Promise<string> => (await ask(chair, 'POST', '/locker-cabinets', { unionId: city.one.id, place: '食堂门口', perPerson: 1, opensMinute: 0, closesMinute: 1440, ...more })).body.id;
  const fit = (id: string) => ask(chair, 'POST', `/locker-cabinets/${id}/compartments`, { compartments: [
    { no: 1, kind: 'lend', item: 'umbrella', label: '雨伞', lendHours: 72 }, { no: 2, kind: 'lend', item: 'tools', label: '工具箱', lendHours: 48 }, { no: 3, kind: 'take', item: 'tissues', label: '纸巾', capacity: 20, threshold: 3 }, { no: 4, kind: 'swap', label: '漂流箱' },
  ] });
  const cabinet = async (more: object = {}): Promise<string> => { const id = await place(more); assert.equal((await fit(id)).status, 200); return id; };
  const door = async (id: string, no: number, who: Player = one): Promise<Door> => (await ask(who, 'GET', `/lockers/${id}`)).body.compartments.find((d) => d.no === no) as Door;
  const borrow = (who: Player | null, id: string, no: number, key?: string | null) => ask(who, 'POST', `/lockers/${id}/borrow`, { no }, key);
  const inbox = async (who: Player) => (await house.within(city.federationId, (tx) => notify.inbox(tx, { personId: who.id, locale: 'zh' }, { limit: 50 }))).items.map((m) => m.title);
  const refill = (id: string, added: number, expected = 0, found = expected) => ask(chair, 'POST', `/locker-cabinets/${id}/refill`, { lines: [{ no: 3, expected, found, added }] });
  const later = async (at: string): Promise<void> => {
    fixClock(at);
    const tokens = await house.tokens(city.federationId, players.map((p) => p.id));
    for (const [i, p] of players.entries()) Object.assign(p, { token: tokens[i] ?? '' });
  };
  return { house, city, chair, sibling, one, two, far, ask, place, fit, cabinet, door, borrow, inbox, refill, later };
}

const said = (a: { status: number; body: Body }): string => `${a.status} ${a.body?.error?.code ?? ''}`;

test('SVC-8 refusals: nobody, no key, others’ cabinets, closed, out of use, the wrong kind of compartment, more than one may have', { timeout: 120_000 }, async () => {
  const { chair, sibling, one, far, two, ask, place, cabinet, borrow, city } = await stage();
  const put = { unionId: city.one.id, place: '门口', opensMinute: 0, closesMinute: 1440 };
  assert.equal((await ask(one, 'POST', '/locker-cabinets', put)).status, 404, 'a member puts no cabinet up');
  assert.equal((await ask(sibling, 'POST', '/locker-cabinets', put)).status, 404);
  assert.equal(said(await ask(chair, 'POST', '/locker-cabinets', { ...put, opensMinute: 900, closesMinute: 800 })), '409 lockers.hoursWrong');
  assert.equal((await ask(chair, 'POST', '/locker-cabinets', { ...put, hardware: 'http', address: 'https://c.example' })).status, 400, 'a controller needs a key');
  const id = await cabinet();
  assert.equal(said(await borrow(null, id, 1)), '401 http.signInFirst');
  assert.equal(said(await borrow(one, id, 1, null)), '400 claims.keyMissing');
  assert.equal((await borrow(far, id, 1)).status, 404);
  assert.equal((await ask(far, 'GET', `/lockers/${id}`)).status, 404);
  assert.equal((await ask(sibling, 'GET', `/locker-cabinets/${id}`)).status, 404);
  assert.equal(said(await borrow(one, id, 9)), '404 lockers.doorUnknown');
  assert.equal(said(await borrow(one, id, 3)), '409 lockers.notLent');
  assert.equal(said(await ask(one, 'POST', `/lockers/${id}/take`, { no: 1 })), '409 lockers.notTaken');
  assert.equal(said(await ask(one, 'POST', `/lockers/${id}/take`, { no: 3 })), '409 lockers.outOfStock');
  assert.equal(said(await borrow(one, await cabinet({ opensMinute: 1200 }), 1)), '409 lockers.closed');
  assert.equal((await borrow(one, id, 1)).status, 201);
  assert.equal(said(await borrow(one, id, 2)), '409 limit_reached');
  assert.equal(said(await borrow(two, id, 1)), '409 lockers.doorTaken');
  assert.equal(said(await ask(two, 'POST', `/lockers/${id}/report`, { no: 1, kind: 'broken', text: '坏了' })), '409 lockers.isLent');
  assert.equal(said(await ask(chair, 'POST', `/locker-cabinets/${id}/retire`, { text: '搬走' })), '409 lockers.stillOut');
  assert.equal((await ask(chair, 'POST', `/locker-cabinets/${id}/pause`, { text: '装修' })).status, 200);
  assert.equal(said(await borrow(two, id, 2)), '409 lockers.paused');
  assert.equal((await ask(chair, 'POST', `/locker-cabinets/${id}/resume`)).status, 200);
  assert.equal(said(await ask(chair, 'POST', `/locker-cabinets/${id}/resume`)), '409 lockers.wrongState');
  assert.equal(said(await ask(chair, 'POST', `/locker-cabinets/${id}/compartments`, { compartments: [{ no: 1, kind: 'take', item: 'masks', label: '口罩' }] })), '409 lockers.kindFixed');
  assert.equal(said(await borrow(two, await place(), 1)), '404 lockers.doorUnknown', 'a cabinet without compartments');
});

test('SVC-8 borrowing: claimed, the door opens, lent until due; the same tap again is the same loan; opened for return, confirmed, free for the next', { timeout: 120_000 }, async () => {
  const { chair, one, two, ask, cabinet, borrow, door, house, city } = await stage();
  const id = await cabinet();
  const first = await borrow(one, id, 1, 'tap');
  assert.deepEqual([first.status, first.body.outcome, first.body.dueAt], [201, 'opened', '2026-11-19T02:00:00.000Z']);
  assert.deepEqual([(await borrow(one, id, 1, 'tap')).status, (await borrow(one, id, 1, 'tap')).body.loanId], [200, first.body.loanId]);
  assert.deepEqual([(await door(id, 1)).state, (await door(id, 1)).mine, (await door(id, 1, two)).mine], ['out', first.body.loanId, null]);
  assert.equal((await ask(one, 'GET', '/lockers')).body.items[0]?.free, 1);
  const loan = `/locker-loans/${first.body.loanId}`;
  assert.equal((await ask(two, 'GET', loan)).status, 404);
  assert.equal((await ask(two, 'POST', `${loan}/door`)).status, 404);
  assert.equal(said(await ask(one, 'POST', `${loan}/return`)), '409 lockers.openFirst');
  assert.equal((await ask(one, 'POST', `${loan}/door`, {}, 'back')).status, 201);
  assert.equal((await ask(one, 'POST', `${loan}/door`, {}, 'back')).status, 200);
  assert.equal((await ask(one, 'POST', `${loan}/return`, { text: '谢谢' })).status, 200);
  assert.equal(said(await ask(one, 'POST', `${loan}/return`)), '409 lockers.isOver');
  assert.equal((await ask(one, 'GET', loan)).body.state, 'returned');
  assert.equal((await borrow(two, id, 1)).status, 201);
  const lines = (await house.database.pool.query<{ word: string }>('SELECT word FROM audit_entry WHERE federation_id = $1', [city.federationId])).rows.map((r) => r.word);
  assert.ok(lines.includes('claims.auditHanded') && lines.includes('claims.auditReturned') && lines.includes('lockers.auditOpened'), lines.join());
  const register = (await ask(chair, 'GET', '/locker-loan-register')).body;
  assert.deepEqual(register.items.map((l) => l.state), ['out', 'returned']);
  assert.equal((await ask(chair, 'GET', '/locker-statistics')).body.totals.lent, 2);
});

test('SVC-8 two people tap the same compartment at once: one gets it, the door opens once', { timeout: 120_000 }, async () => {
  const { one, two, cabinet, borrow, house } = await stage();
  const id = await cabinet();
  const answers = await Promise.all([borrow(one, id, 1), borrow(two, id, 1), borrow(one, id, 1, 'same'), borrow(one, id, 1, 'same')]);
  const won = new Set(answers.filter((a) => a.status < 300).map((a) => a.body.loanId));
  assert.equal(won.size, 1, answers.map(said).join(', '));
  const { rows } = await house.database.pool.query<{ n: number; opened: number }>(`SELECT count(*)::int AS n, count(*) FILTER (WHERE outcome = 'opened')::int AS opened FROM locker_opening WHERE cabinet_id = $1`, [id]);
  assert.deepEqual(rows[0], { n: 1, opened: 1 });
});

test('SVC-8 a door that does not open: jammed gives the claim back at once and is reported; offline as well; a crash in between is swept', { timeout: 120_000 }, async () => {
  const { chair, one, two, ask, cabinet, borrow, door, inbox, house, city, refill } = await stage();
  const id = await cabinet();
  const simulate = (o: object) => ask(chair, 'POST', `/locker-cabinets/${id}/simulator`, o);
  assert.equal((await simulate({ no: 1, jammed: true })).status, 200);
  assert.equal(said(await borrow(one, id, 1, 'j')), '409 lockers.doorJammed');
  assert.deepEqual([(await door(id, 1)).state, (await door(id, 1)).mine], ['outOfOrder', null]);
  assert.equal((await ask(one, 'GET', '/my-locker-loans')).body.total, 0, 'nothing stands under the name');
  assert.equal(said(await borrow(two, id, 1)), '409 lockers.outOfOrder');
  assert.ok((await inbox(chair)).some((m) => m.includes('集享格有问题')));
  await simulate({ cut: true });
  assert.equal(said(await borrow(one, id, 2)), '409 lockers.doorOffline');
  assert.equal((await door(id, 2)).state, 'free');
  await refill(id, 10);
  assert.equal(said(await ask(one, 'POST', `/lockers/${id}/take`, { no: 3 })), '409 lockers.doorOffline');
  assert.equal((await door(id, 3)).stock, 10, 'what was not taken is there');
  await simulate({ cut: false, no: 1, jammed: false });
  const { items } = (await ask(chair, 'GET', '/locker-reports')).body;
  assert.deepEqual(items.map((r) => r.kind), ['jammed']);
  assert.equal((await ask(chair, 'POST', `/locker-reports/${items[0]?.id}/settle`, { how: 'mended' })).status, 200);
  assert.equal(said(await ask(chair, 'POST', `/locker-reports/${items[0]?.id}/settle`, { how: 'mended' })), '409 lockers.wasSettled');
  // A process claims and goes down before it has an answer from the door.
  const compartment = (await house.database.pool.query<{ id: string }>('SELECT id FROM locker_compartment WHERE cabinet_id = $1 AND no = 1', [id])).rows[0]?.id ?? '';
  await claims.claim(city.federationId, id, { personId: one.id, key: 'crash', places: 1, unitId: compartment, at: clock.now() });
  assert.equal((await door(id, 1)).state, 'out');
  assert.equal((await borrow(one, id, 1, 'crash')).status, 202, 'the same tap waits for the door');
  assert.equal(await sweepForgotten(house.database, new Date(Date.parse(NOW) + 30_000)), 0);
  assert.equal(await sweepForgotten(house.database, new Date(Date.parse(NOW) + 90_000)), 1);
  assert.equal((await door(id, 1)).state, 'free');
  assert.ok((await inbox(one)).includes('门没有打开：雨伞'));
  assert.equal(said(await borrow(one, id, 1, 'crash')), '409 lockers.doorLost');
});

test('SVC-8 overdue: reminded once a time, the keepers hear of it, given up as missing; found and taken back; written off', { timeout: 120_000 }, async () => {
  const { chair, one, two, ask, cabinet, borrow, door, inbox, later, house } = await stage();
  const id = await cabinet();
  const loan = (await borrow(one, id, 1)).body.loanId;
  const other = (await borrow(two, id, 2)).body.loanId;
  const remind = () => remindAll(house.database, clock.now());
  const count = async (who: Player, title: string) => (await inbox(who)).filter((m) => m === title).length;
  await later('2026-11-18T10:00:00Z');
  await remind();
  assert.equal(await count(one, '快到归还时间：雨伞'), 1);
  await later('2026-11-19T03:00:00Z');
  for (let i = 0; i < 3; i++) await remind();
  assert.equal(await count(one, '请归还：雨伞'), 1, 'once, however often the job runs');
  await later('2026-11-22T03:00:00Z');
  await remind();
  assert.deepEqual([await count(one, '请归还：雨伞'), await count(chair, '有物品超期未还：雨伞')], [2, 1]);
  assert.deepEqual((await ask(chair, 'GET', '/locker-loan-register?state=overdue')).body.items.map((l) => l.label).sort(), ['工具箱', '雨伞']);
  assert.equal((await ask(chair, 'POST', `/locker-loans/${loan}/remind`)).status, 200);
  await later('2026-12-04T03:00:00Z');
  await remind();
  assert.equal(await count(chair, '物品列为遗失：雨伞'), 1);
  assert.equal((await ask(chair, 'GET', '/locker-loan-register?state=missing')).body.total, 2);
  assert.equal((await ask(two, 'POST', `/locker-loans/${loan}/take-back`)).status, 404);
  assert.equal((await ask(chair, 'POST', `/locker-loans/${loan}/take-back`, { text: '在班组找到' })).status, 200);
  assert.equal((await door(id, 1)).state, 'free');
  assert.equal((await ask(chair, 'POST', `/locker-loans/${other}/write-off`, { text: '确认遗失' })).status, 200);
  assert.deepEqual([(await door(id, 2)).state, (await ask(two, 'GET', `/locker-loans/${other}`)).body.state], ['outOfOrder', 'writtenOff']);
  assert.equal(said(await ask(chair, 'POST', `/locker-loans/${other}/write-off`, { text: '确认遗失' })), '409 lockers.isOver');
});

test('SVC-8 consumables: never below nothing under races, the refill list forms, counting takes account of what was taken meanwhile', { timeout: 120_000 }, async () => {
  const { chair, one, ask, cabinet, refill, house, city, inbox, door } = await stage();
  const id = await cabinet();
  assert.equal((await refill(id, 5)).status, 200);
  const crowd = await cast(house, city.federationId, Array.from({ length: 12 }, (_, i) => ({ name: `会员${i}`, unionId: city.one.id })));
  const answers = await Promise.all(crowd.map((p) => ask(p, 'POST', `/lockers/${id}/take`, { no: 3 })));
  assert.deepEqual([answers.filter((a) => a.status === 201).length, answers.filter((a) => said(a) === '409 lockers.outOfStock').length], [5, 7]);
  assert.deepEqual((await ask(chair, 'GET', '/locker-shortages')).body.items.map((s) => [s.no, s.stock]), [[3, 0]]);
  assert.ok((await inbox(chair)).includes('集享格要补货：食堂门口'));
  assert.equal((await refill(id, 15)).status, 200);
  assert.equal((await ask(one, 'POST', `/lockers/${id}/take`, { no: 3, quantity: 2 }, 'two')).body.left, 13);
  assert.equal((await ask(one, 'POST', `/lockers/${id}/take`, { no: 3, quantity: 2 }, 'two')).status, 200);
  assert.equal(said(await ask(one, 'POST', `/lockers/${id}/take`, { no: 3, quantity: 1 }, 'two')), '409 lockers.keyUsed');
  assert.equal(said(await ask(one, 'POST', `/lockers/${id}/take`, { no: 3, quantity: 2 })), '409 lockers.enoughToday');
  assert.equal((await door(id, 3)).stock, 13);
  // The keeper read 15, counted 14, adds 4; two were taken in between.
  assert.equal((await refill(id, 4, 15, 14)).status, 200);
  assert.equal((await door(id, 3)).stock, 16);
  assert.equal(said(await ask(chair, 'POST', `/locker-cabinets/${id}/refill`, { lines: [{ no: 1, expected: 0, found: 0, added: 1 }] })), '409 lockers.notStock');
  assert.equal((await ask(chair, 'GET', '/locker-refills')).body.total, 3);
  await assert.rejects(house.database.pool.query('UPDATE locker_compartment SET stock = -1 WHERE cabinet_id = $1 AND no = 3', [id]), /locker_compartment_stock/);
});

test('SVC-8 the swap box leaves no name anywhere: only its own table changes, and nothing in it leads to a person', { timeout: 120_000 }, async () => {
  const { chair, one, two, far, ask, cabinet, house, city } = await stage();
  const id = await cabinet();
  const usual = ['session', 'sign_in_gate', 'locker_compartment'];
  const before = await printOf(house.database, { federationId: city.federationId, except: usual });
  assert.equal((await ask(far, 'POST', `/lockers/${id}/swaps`, { title: '绘本' })).status, 404);
  assert.equal((await ask(one, 'POST', `/lockers/${id}/swaps`, { title: '绘本', note: '五本' }, 'put')).status, 201);
  assert.equal((await ask(one, 'POST', `/lockers/${id}/swaps`, { title: '绘本', note: '五本' }, 'put')).status, 200);
  const [swap] = (await ask(two, 'GET', `/lockers/${id}`)).body.swaps;
  assert.equal(swap?.title, '绘本');
  const taken = await Promise.all([ask(two, 'POST', `/lockers/${id}/swaps/${swap.id}/take`, {}, 't2'), ask(one, 'POST', `/lockers/${id}/swaps/${swap.id}/take`, {}, 't1')]);
  assert.deepEqual(taken.map((a) => a.status).sort(), [201, 409], 'one of two gets it');
  assert.deepEqual(changedTables(before, await printOf(house.database, { federationId: city.federationId, except: usual })), ['locker_swap']);
  const rows = (await house.database.pool.query<{ row: string }>('SELECT row_to_json(s)::text AS row FROM locker_swap s')).rows.map((r) => r.row).join();
  for (const p of [one, two]) assert.ok(!rows.includes(p.id) && !rows.includes(p.name));
  assert.ok(!rows.includes('T0') && !/\d\d:\d\d/.test(rows), 'no moment either');
  const { swapPut, swapTaken } = (await ask(two, 'GET', `/lockers/${id}`)).body;
  assert.deepEqual([swapPut, swapTaken], [1, 1]);
  await ask(chair, 'POST', `/locker-cabinets/${id}/simulator`, { no: 4, jammed: true });
  assert.equal(said(await ask(one, 'POST', `/lockers/${id}/swaps`, { title: '茶叶' })), '409 lockers.doorJammed');
  assert.deepEqual((await ask(two, 'GET', `/lockers/${id}`)).body.swaps, []);
  await ask(chair, 'POST', `/locker-cabinets/${id}/simulator`, { no: 4, jammed: false });
  const { items } = (await ask(chair, 'GET', '/locker-reports')).body;
  await ask(chair, 'POST', `/locker-reports/${items[0]?.id}/settle`, { how: 'mended' });
  assert.equal((await ask(one, 'POST', `/lockers/${id}/swaps`, { title: '散装糖果' })).status, 201);
  const [sweets] = (await ask(two, 'GET', `/lockers/${id}`)).body.swaps;
  assert.equal((await ask(two, 'POST', `/locker-swaps/${sweets?.id}/remove`, { text: '食品' })).status, 404);
  assert.equal((await ask(chair, 'POST', `/locker-swaps/${sweets?.id}/remove`, { text: '食品不放' })).status, 200);
  assert.deepEqual((await ask(two, 'GET', `/lockers/${id}`)).body.swaps, []);
});

test('SVC-8 reports: broken on return takes the compartment out of use until mended; lost is missing; export, retire', { timeout: 120_000 }, async () => {
  const { chair, one, two, ask, cabinet, borrow, door, inbox } = await stage();
  const id = await cabinet({ perPerson: 2 });
  const loan = (await borrow(one, id, 1)).body.loanId;
  await ask(one, 'POST', `/locker-loans/${loan}/door`);
  assert.equal((await ask(one, 'POST', `/locker-loans/${loan}/return`, { broken: true, text: '伞骨断了' })).status, 200);
  assert.deepEqual([(await door(id, 1)).state, (await door(id, 1)).why], ['outOfOrder', '伞骨断了']);
  assert.ok((await inbox(chair)).some((m) => m.startsWith('集享格有问题')));
  const lost = (await borrow(two, id, 2)).body.loanId;
  assert.equal((await ask(two, 'POST', `/locker-loans/${lost}/lost`, { text: '落在车上' })).status, 200);
  assert.equal(said(await ask(two, 'POST', `/locker-loans/${lost}/lost`, { text: '落在车上' })), '409 lockers.wrongState');
  assert.equal((await ask(one, 'POST', `/lockers/${id}/report`, { no: 3, kind: 'dirty' })).status, 200);
  const { items } = (await ask(chair, 'GET', '/locker-reports')).body;
  assert.deepEqual(items.map((r) => r.kind).sort(), ['broken', 'dirty', 'missing']);
  assert.equal((await ask(chair, 'POST', `/locker-reports/${items.find((r) => r.kind === 'broken')?.id}/settle`, { how: 'replaced', text: '换新' })).status, 200);
  assert.equal((await borrow(one, id, 1)).status, 201);
  assert.equal((await ask(chair, 'POST', '/locker-cabinets/export', {})).status, 200);
  const empty = await cabinet();
  assert.equal((await ask(chair, 'POST', `/locker-cabinets/${empty}/retire`, { text: '搬迁' })).status, 200);
  assert.equal(said(await borrow(one, empty, 1)), '409 lockers.isRetired');
});

test('SVC-8 a controller over HTTP: signed orders, one more try, jammed and offline', { timeout: 120_000 }, async () => {
  const { chair, one, two, ask, cabinet, borrow } = await stage();
  const key = 'a key of the controller';
  const seen: { path: string; signed: boolean; order?: string; compartment?: number }[] = [];
  const answers: { status: number; body: object }[] = [];
  const controller = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      const signed = request.headers['x-niangjia-signature'] === signatureOf(key, String(request.headers['x-niangjia-time']), body);
      seen.push({ path: request.url ?? '', signed, ...(JSON.parse(body) as object) });
      const next = answers.shift() ?? { status: 500, body: {} };
      response.writeHead(next.status, { 'content-type': 'application/json' }).end(JSON.stringify(next.body));
    });
  });
  await new Promise<void>((ready) => controller.listen(0, '127.0.0.1', ready));
  after(() => controller.close());
  const id = await cabinet({ perPerson: 2, hardware: 'http', address: `http://127.0.0.1:${(controller.address() as AddressInfo).port}/locks/`, key });
  assert.equal(said(await ask(chair, 'GET', `/locker-cabinets/${id}/simulator`)), '409 lockers.notSimulator');
  answers.push({ status: 503, body: {} }, { status: 200, body: { outcome: 'opened' } });
  assert.equal((await borrow(one, id, 1)).status, 201, 'the second try');
  assert.deepEqual(seen.map((s) => [s.path, s.signed, s.compartment]), [['/locks/open', true, 1], ['/locks/open', true, 1]]);
  assert.equal(seen[0]?.order, seen[1]?.order, 'the same order');
  answers.push({ status: 200, body: { outcome: 'jammed' } });
  assert.equal(said(await borrow(two, id, 2)), '409 lockers.doorJammed');
  answers.push({ status: 200, body: { doors: [{ no: 1, open: true }] } });
  assert.deepEqual((await ask(chair, 'GET', `/locker-cabinets/${id}/hardware`)).body, { reached: true, doors: [{ no: 1, open: true }] });
  answers.push({ status: 200, body: { nonsense: 1 } });
  assert.equal(said(await ask(chair, 'POST', `/locker-cabinets/${id}/door`, { no: 3 })), '409 lockers.doorOffline');
  assert.equal((await ask(chair, 'GET', `/locker-cabinets/${id}/hardware`)).body.reached, false);
});
