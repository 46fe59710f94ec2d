import assert from 'node:assert/strict';
import test from 'node:test';
import { audit } from '#engines/audit';
import { savePeople, loadPerson } from '#engines/org';
import { cast, foundCity, type Player } from '#test/people';
import { startHouse } from '#test/server';

type Body = { error?: { code: string }; items: { id: string; name: string; state: string }[]; idNumber: string; phone: string; value: string; may: string[]; periods: { endReason: string | null; state: string }[]; card: { qr: string; state: string } | null; name: string; state: string };

async function stage() {
  const house = await startHouse();
  const city = await foundCity(house, 'R');
  const [chair, sibling, member] = (await cast(house, city.federationId, [
    { name: '本主席', unionId: city.one.id, offices: ['chair'] }, { name: '邻主席', unionId: city.other.id, offices: ['chair'] }, { name: '欧阳小明', unionId: city.one.id, phone: '19900030001' },
  ])) as [Player, Player, Player];
  await house.within(city.federationId, async (tx) => savePeople(tx, [{ ...(await loadPerson(tx, member.id)), idKind: 'residentId', idNumber: '11010119900307109X' }]));
  const ask = async (who: Player, method: 'GET' | 'POST', path: string, body?: unknown): Promise<{ status: number; body: Body; text: string }> => {
    const a = await house.ask(method, `/api/v1${path}`, body, { token: who.token });
    return { status: a.status, body: a.body as Body, text: a.text };
  };
  return { house, city, chair, sibling, member, ask };
}

test('ORG-3 PLT-5 masked for the officer, hidden from siblings, shown only with a purpose that stays in the log', { timeout: 120_000 }, async () => {
  const { house, city, chair, sibling, member, ask } = await stage();
  assert.equal((await ask(sibling, 'GET', `/members/${member.id}`)).status, 404);
  assert.equal((await ask(member, 'GET', '/members')).status, 404);
  const seen = await ask(chair, 'GET', `/members/${member.id}`);
  assert.doesNotMatch(seen.text, /11010119900307109X|19900030001/);
  assert.equal((await ask(chair, 'POST', `/members/${member.id}/unmask`, { field: 'idNumber', purpose: '' })).status, 400);
  assert.equal((await ask(sibling, 'POST', `/members/${member.id}/unmask`, { field: 'idNumber', purpose: '好奇' })).status, 404);
  assert.equal((await ask(chair, 'POST', `/members/${member.id}/unmask`, { field: 'idNumber', purpose: '办理互助保障' })).body.value, '11010119900307109X');
  const log = await house.within(city.federationId, (tx) => audit.list(tx, [city.top.path], { act: 'look', limit: 10 }, 'zh'));
  assert.deepEqual(log.items.map((l) => [l.by.name, l.purpose, l.fields.join()]), [['本主席', '办理互助保障', 'idNumber']]);
});

test('an export carries no document numbers without the special permission (rules.md §28, row 34)', { timeout: 120_000 }, async () => {
  const { chair, ask } = await stage();
  const refused = await ask(chair, 'POST', '/members/export', { identity: true, purpose: '统计' });
  assert.equal(refused.status, 403);
  assert.equal(refused.body.error?.code, 'members.identityNeedsApproval');
  assert.equal((await ask(chair, 'POST', '/members/export', {})).status, 200);
});

test('ORG-3 retired, returned, ended: every period kept; the card says so; leaving is free', { timeout: 120_000 }, async () => {
  const { chair, member, ask } = await stage();
  assert.equal((await ask(chair, 'POST', `/members/${chair.id}/retire`, {})).body.error?.code, 'members.ownDesk');
  assert.equal((await ask(chair, 'POST', `/members/${member.id}/return`, {})).body.error?.code, 'members.notReserved');
  const qr = (await ask(member, 'GET', '/member-card')).body.card?.qr ?? '';
  assert.equal((await ask(chair, 'POST', '/member-card/check', { qr: `${qr.slice(0, -1)}x` })).status, 404, 'no card can be made up');
  assert.deepEqual([(await ask(chair, 'POST', '/member-card/check', { qr })).body.state, (await ask(chair, 'POST', '/member-card/check', { qr })).body.name.includes('小明')], ['active', false]);
  assert.equal((await ask(chair, 'POST', `/members/${member.id}/retire`, {})).status, 200);
  assert.equal((await ask(chair, 'POST', '/member-card/check', { qr })).body.state, 'reserved');
  assert.equal((await ask(chair, 'POST', `/members/${member.id}/return`, {})).status, 200);
  assert.equal((await ask(member, 'POST', '/member-card/leave', {})).status, 200);
  assert.equal((await ask(member, 'POST', '/member-card/leave', {})).body.error?.code, 'org.noMembership');
  assert.equal((await ask(member, 'GET', '/member-card')).body.card, null);
  assert.deepEqual((await ask(chair, 'GET', `/members/${member.id}`)).body.periods.map((p) => p.endReason).sort(), ['left', 'retired', 'returned']);
});
