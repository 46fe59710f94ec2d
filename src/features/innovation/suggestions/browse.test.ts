import assert from 'node:assert/strict';
import test from 'node:test';
import { fixClock } from '#test/clock';
import type { Player } from '#test/people';
import { startHouse } from '#test/server';
import { draftOf, foundCompany } from '#test/suggestions';
import { rows, sql } from '#platform/db';

type Row = { id: string; name: string; unit: string; title: string; opens: boolean; grade: number | null };
type Body = { items: Row[]; total: number; id: string; year: number; units: Row[]; unit: Row; scheme: Row; campaigns: { title: string; prizes: { place: number }[] }[]; figures: object; error?: { code: string } };

async function stage() {
  fixClock('2026-03-02T01:00:00Z');
  const house = await startHouse();
  const company = await foundCompany(house, 'B');
  const ask = async (who: Player | null, method: 'GET' | 'POST', path: string, body?: unknown) => {
    const a = await house.ask(method, `/api/v1/suggestions${path}`, body, { token: who?.token ?? null });
    return { status: a.status, body: a.body as Body, code: (a.body as Body).error?.code };
  };
  const adopted = async (who: Player, grade: number, more: object): Promise<string> => {
    const { id } = (await ask(who, 'POST', '', draftOf(more))).body;
    await ask(company.office, 'POST', `/${id}/adopt-unit`, { grade });
    return id;
  };
  return { ...company, ask, adopted };
}

test('INN-1 colleagues: of the own scheme, by name or whole staff number, name and union only, and not the whole list', async () => {
  const { ask, writer, mate, outsider, house, federationId } = await stage();
  assert.equal((await ask(null, 'GET', '/colleagues?text=纪大')).status, 401);
  assert.equal((await ask(outsider, 'GET', '/colleagues?text=纪大')).code, 'suggestions.noScheme');
  assert.equal((await ask(writer, 'GET', '/colleagues?text=纪')).status, 400);
  await house.within(federationId, (tx) => sql`update person set staff_number = 'A1007' where federation_id = ${federationId} and id = ${mate.id}`.execute(rows(tx)));
  const found = (await ask(writer, 'GET', '/colleagues?text=纪大')).body.items;
  assert.deepEqual(found.map((p) => [p.id, p.name, Object.keys(p).sort()]), [[mate.id, '纪大海', ['id', 'name', 'unit']]]);
  assert.deepEqual((await ask(writer, 'GET', '/colleagues?text=A1007')).body.items.map((p) => p.id), [mate.id]);
  assert.deepEqual((await ask(writer, 'GET', '/colleagues?text=A100')).body.items, []);
  assert.deepEqual((await ask(writer, 'GET', '/colleagues?text=外厂')).body.items, [], 'of another enterprise');
  assert.deepEqual((await ask(writer, 'GET', '/colleagues?text=方小')).body.items, [], 'not oneself');
  assert.deepEqual((await ask(writer, 'GET', `/colleagues?text=${encodeURIComponent('%%')}`)).body.items, []);
  const many = await Promise.all(Array.from({ length: 30 }, () => ask(writer, 'GET', '/colleagues?text=纪大')));
  assert.ok(many.some((a) => a.status === 429));
});

test('INN-1 shared: what is adopted, of the own scheme, the best or the newest first; what is taken back is not', async () => {
  const { ask, adopted, writer, other, office, outsider, works } = await stage();
  const one = await adopted(writer, 3, { title: '剪板机后挡料加装刻度' });
  fixClock('2026-03-03T01:00:00Z');
  const two = await adopted(other, 1, { title: '折弯机前托料架加装滚轮', category: 'equipment' });
  fixClock('2026-03-04T01:00:00Z');
  const three = await adopted(other, 2, { title: '焊接工位加装吸烟臂', category: 'environment' });
  await ask(writer, 'POST', '', draftOf({ title: '还没有评审的一条' }));
  const titles = async (query: string) => (await ask(writer, 'GET', `/shared${query}`)).body.items.map((r) => r.id);
  assert.equal((await ask(outsider, 'GET', '/shared')).code, 'suggestions.noScheme');
  assert.deepEqual(await titles(''), [three, two, one]);
  assert.deepEqual(await titles('?order=best'), [two, three, one]);
  assert.deepEqual(await titles('?category=equipment'), [two]);
  assert.deepEqual(await titles(`?unitId=${works.id}`), [one]);
  assert.deepEqual(await titles('?text=吸烟臂'), [three]);
  await ask(office, 'POST', `/${three}/revoke`, { text: '经核实与他人重复。' });
  assert.deepEqual((await ask(writer, 'GET', '/shared')).body.total, 2);
});

test('INN-1 my scheme: units, open campaigns, my figures of the year without what is void', async () => {
  const { ask, adopted, writer, mate, outsider, house, federationId, company, works } = await stage();
  assert.equal((await ask(outsider, 'GET', '/my-scheme')).code, 'suggestions.noScheme');
  const campaign = (id: string, title: string, from: string, to: string, state: string) => house.within(federationId, (tx) => sql`insert into suggestion_campaign (federation_id, id, scheme_union_id, title, theme, from_date, to_date, prizes, state)
    values (${federationId}, ${id}, ${company.id}, ${title}, '主题', ${from}::date, ${to}::date, '[{"place":1,"count":2,"amountFen":200000}]', ${state})`.execute(rows(tx)));
  await campaign('01930000-0000-7000-8000-0000000000c1', '节能降耗专项', '2026-02-01', '2026-03-31', 'open');
  await campaign('01930000-0000-7000-8000-0000000000c2', '去年的专项', '2025-02-01', '2025-03-31', 'open');
  await campaign('01930000-0000-7000-8000-0000000000c3', '取消的专项', '2026-02-01', '2026-03-31', 'cancelled');
  await adopted(writer, 2, { coauthors: [{ personId: mate.id, share: 30 }] });
  const { id } = (await ask(writer, 'POST', '', draftOf({ title: '写错了的一条' }))).body;
  await ask(writer, 'POST', `/${id}/withdraw`, {});
  const { body } = await ask(writer, 'GET', '/my-scheme');
  assert.deepEqual([body.scheme.id, body.unit.id, body.units.length, body.year, body.campaigns.map((c) => [c.title, c.prizes.length])], [company.id, works.id, 2, 2026, [['节能降耗专项', 1]]]);
  assert.deepEqual([body.figures, (await ask(mate, 'GET', '/my-scheme')).body.figures], [{ submitted: 1, adopted: 1, completed: 0 }, { submitted: 1, adopted: 1, completed: 0 }]);
  assert.deepEqual((await ask(writer, 'GET', '/mine?open=true')).body.items.length, 1);
  assert.deepEqual((await ask(writer, 'GET', '/mine?text=写错')).body.items.map((r) => r.id), [id]);
});
