import assert from 'node:assert/strict';
import test from 'node:test';
import { savePeople, loadPerson } from '#engines/org';
import { readSheet, USUAL_LIMITS } from '#platform/sheets';
import { fixClock } from '#test/clock';
import type { Player } from '#test/people';
import { startHouse } from '#test/server';
import { draftOf, foundCompany } from '#test/suggestions';

type Body = { id: string; error?: { code: string }; items: { id: string; name: string; open: boolean; staffNumber: string }[]; open: boolean; scheme: { blind: boolean } | null; experts: { id: string; name: string; toDate: string | null }[]; campaigns: { id: string; version: number; state: string; entries: number }[]; added: number; already: number; unknown: string[]; groups: { group: string; n: number }[]; specialists: { name: string }[]; settled: number; left: { title: string; why: string }[]; total: number };

async function stage() {
  fixClock('2026-03-02T01:00:00Z');
  const house = await startHouse();
  const s = await foundCompany(house, 'E');
  const ask = async (who: Player, method: 'GET' | 'POST', path: string, body?: unknown): Promise<{ status: number; body: Body; code: string | undefined }> => {
    const a = await house.ask(method, `/api/v1/suggestions${path}`, body, { token: who.token });
    return { status: a.status, body: a.body as Body, code: (a.body as Body).error?.code };
  };
  const number = (who: Player, staffNumber: string) => house.within(s.federationId, async (tx) => savePeople(tx, [{ ...(await loadPerson(tx, who.id)), staffNumber }]));
  return { ...s, ask, number, house };
}

test('INN-1 settings, refusals: not the unit, nobody from elsewhere, nothing before the scheme is open', async () => {
  const { ask, specialist, office, works, company, outsider, other, writer } = await stage();
  const at = { unionId: company.id };
  assert.equal((await ask(specialist, 'GET', `/settings?unionId=${company.id}`)).status, 404);
  assert.equal((await ask(office, 'POST', '/settings/experts', { unionId: works.id, personId: writer.id, expertGroup: 'safety' })).code, 'suggestions.settings.notOpen');
  assert.equal((await ask(office, 'POST', '/settings/experts', { unionId: other.unionId, personId: other.id, expertGroup: 'safety' })).code, 'suggestions.settings.notOpen');
  assert.equal((await ask(office, 'POST', '/settings/experts', { unionId: outsider.unionId, personId: outsider.id, expertGroup: 'safety' })).status, 404);
  assert.equal((await ask(office, 'POST', '/settings/experts', { ...at, personId: outsider.id, expertGroup: 'safety' })).code, 'suggestions.settings.outside');
  assert.equal((await ask(office, 'POST', '/settings/groups/add', { ...at, group: 'party', staffNumbers: ['404'] })).code, 'suggestions.settings.nobodyFound');
  assert.equal((await ask(office, 'POST', '/settings/campaigns', { ...at, title: '安全月', theme: '查隐患', fromDate: '2026-06-30', toDate: '2026-06-01' })).code, 'suggestions.settings.daysWrong');
});

test('INN-1 settings: experts and groups with dates, by search and by pasted numbers; a campaign; closing', async () => {
  const { ask, office, company, writer, mate, specialist, number } = await stage();
  const at = { unionId: company.id };
  await number(writer, 'A001');
  await number(mate, 'A002');
  assert.deepEqual((await ask(office, 'GET', `/settings/people?unionId=${company.id}&text=A001`)).body.items.map((p) => p.name), [writer.name]);
  const expert = await ask(office, 'POST', '/settings/experts', { ...at, personId: mate.id, expertGroup: 'equipment', leads: true });
  assert.equal((await ask(office, 'POST', '/settings/experts', { ...at, personId: mate.id, expertGroup: 'equipment' })).code, 'suggestions.settings.already');
  const put = await ask(office, 'POST', '/settings/groups/add', { ...at, group: 'party', staffNumbers: ['A001', 'A002', 'A001', '404'] });
  assert.deepEqual([put.body.added, put.body.already, put.body.unknown], [2, 0, ['404']]);
  assert.deepEqual((await ask(office, 'POST', '/settings/groups/add', { ...at, group: 'party', personIds: [writer.id] })).body.already, 1);
  const listed = await ask(office, 'GET', `/settings/groups?unionId=${company.id}&group=party`);
  assert.equal(listed.body.total, 2);
  fixClock('2026-03-10T01:00:00Z');
  assert.equal((await ask(office, 'POST', '/settings/groups/end', { ...at, group: 'party', ids: [listed.body.items[0]?.id] })).status, 200);
  assert.equal((await ask(office, 'POST', '/settings/experts/end', { ...at, id: expert.body.id })).status, 200);
  assert.equal((await ask(office, 'POST', '/settings/experts/end', { ...at, id: expert.body.id })).status, 404);
  const campaign = { ...at, title: '节能专项', theme: '节电、节水、节气', fromDate: '2026-03-01', toDate: '2026-04-30', prizes: [{ place: 1, count: 2, amountFen: 200_000 }] };
  const { id } = (await ask(office, 'POST', '/settings/campaigns', campaign)).body;
  assert.equal((await ask(office, 'POST', '/settings/campaigns', { ...campaign, id, version: 1, title: '节能降耗专项' })).status, 200);
  assert.equal((await ask(office, 'POST', '/settings/campaigns', { ...campaign, id, version: 1 })).code, 'suggestions.settings.changedMeanwhile');
  const written = await ask(writer, 'POST', '', draftOf({ campaignId: id }));
  assert.equal((await ask(office, 'POST', '/settings/campaigns', { ...campaign, id, fromDate: '2026-02-01' })).code, 'suggestions.settings.campaignHas');
  const found = await ask(office, 'GET', `/settings?unionId=${company.id}`);
  assert.equal(found.status, 200, JSON.stringify(found.body));
  const all = found.body;
  assert.deepEqual([all.open, all.experts.map((e) => e.toDate), all.campaigns.map((c) => c.entries), all.groups.find((g) => g.group === 'party')?.n, all.specialists.length], [true, ['2026-03-09'], [1], 1, 2]);
  assert.equal((await ask(office, 'POST', '/settings/campaigns/cancel', { ...at, id })).status, 200);
  assert.equal((await ask(office, 'POST', '/settings/campaigns/cancel', { ...at, id })).code, 'suggestions.settings.campaignSettled');
  assert.equal((await ask(office, 'POST', '/settings/scheme', { ...at, open: false, blind: true })).code, 'suggestions.settings.openStill');
  await ask(specialist, 'POST', `/${written.body.id}/reject-unit`, { text: '已有装置。' });
  assert.equal((await ask(office, 'POST', '/settings/scheme', { ...at, open: false, blind: true })).status, 200);
  assert.equal((await ask(writer, 'POST', '', draftOf())).code, 'suggestions.noScheme');
  assert.equal((await ask(office, 'POST', '/settings/scheme', { ...at, open: true, blind: true })).status, 200);
  assert.equal((await ask(office, 'GET', `/settings?unionId=${company.id}`)).body.scheme?.blind, true);
});

test('INN-1 several at once: each that cannot be is named; the register as a sheet', async () => {
  const { ask, writer, mate, specialist, office, house } = await stage();
  const ids = [(await ask(writer, 'POST', '', draftOf())).body.id, (await ask(mate, 'POST', '', draftOf({ title: '折弯机加托料架' }))).body.id, (await ask(writer, 'POST', '', draftOf({ title: '料架分色' }))).body.id];
  await ask(specialist, 'POST', `/${ids[2]}/reject-unit`, { text: '已有规定。' });
  assert.equal((await ask(mate, 'POST', '/batch', { ids, verb: 'adoptUnit', grade: 3 })).status, 404);
  assert.equal((await ask(specialist, 'POST', '/batch', { ids: [ids[2]], verb: 'adoptUnit', grade: 3 })).code, 'suggestions.batch.nothingDone');
  const done = await ask(specialist, 'POST', '/batch', { ids, verb: 'adoptUnit', grade: 3 });
  assert.deepEqual([done.body.settled, done.body.left.map((l) => l.title)], [2, ['料架分色']]);
  assert.equal((await ask(office, 'POST', '/batch', { ids: [ids[0]], verb: 'forward', grade: 1 })).code, 'suggestions.batch.nothingDone');
  const sheet = await house.ask('POST', '/api/v1/suggestions/export', { state: 'implementing' }, { token: office.token });
  assert.equal(sheet.status, 200);
  assert.ok(USUAL_LIMITS && readSheet);
});
