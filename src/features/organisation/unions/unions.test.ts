import assert from 'node:assert/strict';
import test from 'node:test';
import { cast, foundCity, type Player } from '#test/people';
import { startHouse, type TestHouse } from '#test/server';
import { dutiesOf } from './unions.rules.ts';

type Refusal = { error?: { code: string; fields?: { path: string }[] } };
const asker = (house: TestHouse) => async <T = Refusal & { id: string }>(who: Player, method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<{ status: number; body: T }> => {
  const a = await house.ask(method, `/api/v1${path}`, body, { token: who.token });
  return { status: a.status, body: a.body as T };
};

const draft = { name: '铸造车间工会', code: 'T-CAST', kind: 'branch', approval: '总工复〔2026〕8号' };

test('ORG-1 over HTTP: refusals, founding, appointing, moving, merging, dissolving', { timeout: 120_000 }, async () => {
  const house = await startHouse();
  const ask = asker(house);
  const { federationId, top, one, other } = await foundCity(house, 'T');
  const [chair, sibling, up, member] = (await cast(house, federationId, [
    { name: '本主席', unionId: one.id, offices: ['chair'] }, { name: '邻主席', unionId: other.id, offices: ['chair'] }, { name: '上主席', unionId: top.id, offices: ['chair'] }, { name: '普通会员', unionId: one.id },
  ])) as [Player, Player, Player, Player];
  assert.equal((await ask(member, 'GET', '/unions')).status, 404);
  assert.equal((await ask(sibling, 'GET', `/unions/${one.id}`)).status, 404, 'a sibling union is not there');
  assert.equal((await ask(sibling, 'POST', '/unions', { ...draft, parentId: one.id })).status, 404);
  const bad = await ask(chair, 'POST', '/unions', { ...draft, parentId: one.id, workers: 10, women: 11, unionUscc: '123' });
  assert.deepEqual(bad.body.error?.fields?.map((f) => f.path).sort(), ['unionUscc', 'women']);
  assert.equal((await ask(chair, 'POST', '/unions', { ...draft, parentId: one.id, termYears: 4 })).status, 400, 'a term of four years does not exist (工会法 art. 16)');
  const { body: { id } } = await ask(chair, 'POST', '/unions', { ...draft, parentId: one.id, termYears: 5, termFrom: '2026-09-01' });
  const seen = await ask<{ termTo: string; may: string[]; ancestors: { name: string }[] }>(chair, 'GET', `/unions/${id}`);
  assert.equal(seen.body.termTo, '2031-09-01');
  assert.deepEqual(seen.body.ancestors.map((a) => a.name), ['T总工会', 'T第一厂工会']);
  assert.equal((await ask(chair, 'POST', `/unions/${id}/offices`, { personId: chair.id, office: 'chair' })).body.error?.code, 'unions.notYourOwn');
  assert.equal((await ask(chair, 'POST', `/unions/${id}/offices`, { personId: sibling.id, office: 'chair' })).body.error?.code, 'unions.nobodyHere');
  assert.equal((await ask(up, 'POST', `/unions/${one.id}/offices`, { personId: member.id, office: 'viceChair' })).status, 200);
  assert.equal((await ask(member, 'GET', '/unions')).status, 200, 'the office counts from the next request on');
  assert.equal((await ask(chair, 'POST', `/unions/${id}/move`, { parentId: other.id })).status, 404, 'the target is out of reach');
  assert.equal((await ask(up, 'POST', `/unions/${id}/move`, { parentId: other.id })).status, 200);
  assert.equal((await ask(chair, 'GET', `/unions/${id}`)).status, 404, 'and is gone from the former parent’s view');
  assert.equal((await ask(up, 'POST', `/unions/${one.id}/dissolve`, { approval: '批复' })).body.error?.code, 'org.hasMembers');
  const merged = await ask<{ members: number }>(up, 'POST', `/unions/${one.id}/merge`, { intoId: other.id, approval: '批复' });
  assert.equal(merged.body.members, 2);
  assert.equal((await ask(chair, 'GET', '/unions')).status, 404, 'offices of a merged union end with it');
  assert.equal((await ask(up, 'POST', `/unions/${id}/dissolve`, { approval: '批复' })).status, 200);
});

test('ORG-1 a sector parent sees the union and everything below it, and no more', { timeout: 120_000 }, async () => {
  const house = await startHouse();
  const ask = asker(house);
  const { federationId, top, one, other } = await foundCity(house, 'S');
  const [up, sector] = (await cast(house, federationId, [{ name: '上主席', unionId: top.id, offices: ['chair'] }, { name: '行业主席', unionId: other.id, offices: ['chair'] }])) as [Player, Player];
  const { body: { id } } = await ask(up, 'POST', '/unions', { ...draft, parentId: one.id });
  assert.equal((await ask(sector, 'GET', `/unions/${id}`)).status, 404);
  assert.equal((await ask(up, 'POST', `/unions/${one.id}/sector-parent`, { sectorParentId: other.id })).status, 200);
  for (const seen of [one.id, id]) assert.equal((await ask(sector, 'GET', `/unions/${seen}`)).status, 200);
  assert.equal((await ask(sector, 'GET', `/unions/${top.id}`)).status, 404);
  assert.equal((await ask(up, 'POST', `/unions/${one.id}/sector-parent`, { sectorParentId: null })).status, 200);
  assert.equal((await ask(sector, 'GET', `/unions/${id}`)).status, 404);
});

test('duties by size and term: 25 members, 200 workers, the end of the term', () => {
  const base = { kind: 'enterprise', members: 0, workers: 0, hasCommittee: false, hasFullTimeChair: false, toTermEnd: null };
  assert.deepEqual(dutiesOf({ ...base, members: 24 }), []);
  assert.deepEqual(dutiesOf({ ...base, members: 25 }).map((d) => d.duty), ['duty25']);
  assert.deepEqual(dutiesOf({ ...base, members: 25, hasCommittee: true }), []);
  assert.deepEqual(dutiesOf({ ...base, workers: 199 }), []);
  assert.deepEqual(dutiesOf({ ...base, workers: 200 }).map((d) => d.duty), ['duty200']);
  assert.deepEqual([-1, 0, 90, 91].map((toTermEnd) => dutiesOf({ ...base, toTermEnd })[0]?.duty), ['termOver', 'termSoon', 'termSoon', undefined]);
  assert.deepEqual(dutiesOf({ ...base, kind: 'federation', members: 500, workers: 900 }), []);
});
