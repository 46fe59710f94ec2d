import assert from 'node:assert/strict';
import test from 'node:test';
import { cases } from '#engines/cases';
import { notify } from '#engines/notify';
import { findPeopleByIdNumber, listHistory } from '#engines/org';
import { clock } from '#platform/clock';
import { idCheckCharacter } from '#shared/id-number';
import { fixClock } from '#test/clock';
import { cast, foundCity, type Player } from '#test/people';
import { startHouse } from '#test/server';

type Body = { error?: { code: string; fields?: { path: string }[] }; items: { id: string; state: string; late: boolean }[]; approved: number; left: { why: string }[] };

const idNumber = (n: number): string => { const body = `11010119900307${String(n).padStart(3, '0')}`; return body + idCheckCharacter(body); };

async function stage() {
  fixClock('2026-09-07T01:00:00Z');
  const house = await startHouse();
  const city = await foundCity(house, 'J');
  const [chair, other, member] = (await cast(house, city.federationId, [
    { name: '本主席', unionId: city.one.id, offices: ['chair'] }, { name: '邻主席', unionId: city.other.id, offices: ['chair'] }, { name: '老会员', unionId: city.one.id },
  ])) as [Player, Player, Player];
  const ask = async (who: Player | null, method: 'GET' | 'POST', path: string, body?: unknown): Promise<{ status: number; body: Body }> => {
    const a = await house.ask(method, `/api/v1${path}`, body, { token: who?.token ?? null });
    return { status: a.status, body: a.body as Body };
  };
  const form = (n: number, more: object = {}) => ({ name: '宋小川', idNumber: idNumber(n), phone: `1990002${String(n).padStart(4, '0')}`, employer: '第一厂', notice: true, ...more });
  const apply = (n: number, union = city.one, more: object = {}) => ask(null, 'POST', `/join/${union.joinCode}`, form(n, more));
  return { house, city, chair, other, member, ask, apply };
}

test('ORG-3 refusals: each fault at its field, dead codes, strangers, the own application', { timeout: 120_000 }, async () => {
  const { city, chair, other, member, ask, apply } = await stage();
  const faults = await apply(1, city.one, { name: '宋#川', idNumber: '110101199003070000', phone: '12345', notice: false });
  assert.deepEqual(faults.body.error?.fields?.map((f) => f.path).sort(), ['idNumber', 'name', 'notice', 'phone']);
  assert.equal((await apply(2, city.one, { unattached: true })).body.error?.fields?.[0]?.path, 'employer', 'this union takes nobody in from outside');
  assert.equal((await ask(null, 'GET', '/join/nosuchcode')).status, 404);
  assert.equal((await apply(1)).status, 200);
  const { id } = (await ask(chair, 'GET', '/joining')).body.items[0] ?? { id: '' };
  assert.equal((await ask(other, 'GET', `/joining/${id}`)).status, 404);
  assert.equal((await ask(other, 'POST', '/joining/approvals', { ids: [id] })).status, 404);
  assert.equal((await ask(member, 'POST', '/joining/approvals', { ids: [id] })).status, 404);
  assert.equal((await ask(chair, 'POST', `/joining/${id}/refuse`, { text: '' })).status, 400);
});

test('ORG-3 applied, decided late and reported up, admitted: membership, card, message; a second decision is refused', { timeout: 120_000 }, async () => {
  const { house, city, chair, ask, apply } = await stage();
  await apply(1);
  const { id } = (await ask(chair, 'GET', '/joining')).body.items[0] ?? { id: '' };
  fixClock('2026-10-12T02:00:00Z');
  assert.equal((await cases.sweep((f, run) => house.database.transaction(f, clock.now(), run))).escalated, 1);
  const [token = ''] = await house.tokens(city.federationId, [chair.id]);
  const later = { ...chair, token };
  assert.equal((await ask(later, 'GET', '/joining')).body.items[0]?.late, true);
  assert.equal((await ask(later, 'POST', '/joining/approvals', { ids: [id] })).body.approved, 1);
  assert.equal((await ask(later, 'POST', '/joining/approvals', { ids: [id] })).body.error?.code, 'cases.wrongState');
  await house.within(city.federationId, async (tx) => {
    const person = (await findPeopleByIdNumber(tx, [idNumber(1)])).get(idNumber(1));
    assert.equal(person?.name, '宋小川');
    assert.deepEqual((await listHistory(tx, person?.id ?? '')).map((h) => [h.state, h.origin, h.beganOn]), [['active', 'application', '2026-10-12']], 'membership begins with the approval');
    const told = await notify.inbox(tx, { personId: person?.id ?? '', locale: 'zh' }, { limit: 10 });
    assert.ok(told.items.some((m) => m.title === '欢迎加入J第一厂工会'));
  });
});

test('ORG-3 one person, one application, one membership (rules.md §28, row 33): pressed twice, in two unions, at once', { timeout: 120_000 }, async () => {
  const { house, city, chair, other, ask, apply } = await stage();
  const answers = await Promise.all([apply(1), apply(1), apply(1, city.other), apply(1, city.other)]);
  assert.deepEqual(answers.map((a) => a.status), [200, 200, 200, 200], 'the answer tells nothing');
  const open = [...(await ask(chair, 'GET', '/joining')).body.items, ...(await ask(other, 'GET', '/joining')).body.items];
  assert.equal(open.length, 1);
  const mine = (await ask(chair, 'GET', '/joining')).body.items.length === 1 ? chair : other;
  const decided = await Promise.all([1, 2, 3].map(() => ask(mine, 'POST', '/joining/approvals', { ids: [open[0]?.id] })));
  assert.deepEqual(decided.map((d) => d.status).sort(), [200, 409, 409]);
  await apply(1, city.other);
  assert.equal((await ask(other, 'GET', '/joining?open=true')).body.items.length, 0, 'a member gets no second application');
  await house.within(city.federationId, async (tx) => {
    const person = (await findPeopleByIdNumber(tx, [idNumber(1)])).get(idNumber(1));
    assert.equal((await listHistory(tx, person?.id ?? '')).length, 1);
    const told = await notify.inbox(tx, { personId: person?.id ?? '', locale: 'zh' }, { limit: 10 });
    assert.ok(told.items.some((m) => m.title.startsWith('有人用您的身份信息')), 'the member hears of it');
  });
});
