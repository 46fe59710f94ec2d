import assert from 'node:assert/strict';
import test from 'node:test';
import { writeSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { notify } from '#engines/notify';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { fixClock } from '#test/clock';
import { cast, foundBelow, foundCity, type Player } from '#test/people';
import { startHouse } from '#test/server';
import { remindAll } from './congress.jobs.ts';
import { findByCard, rollOf } from './roll.sql.ts';

type Named = { id: string; name: string; state: string; key: string; seats: number; workers: number; filled: number; vacant: number; by: string; share: string; cardNumber: string; personId: string; class: string; may: string[]; delegateId: string; number: number; kind: string; unionId: string; constituency: string; elections: { id: string; open: boolean }[]; delegates: { name: string; contact: string; me: boolean }[]; cardId: string | null; outcome: string | null; findings: Named[]; fault: string | null; vacancies: number; monthsLeft: number };
type Body = Named & { items: Named[]; total: number; constituencies: Named[]; findings: Named[]; rule: { least: number; most: number | null; sentence: string; basis: string[] }; forms: string[]; people: number; years: number[]; stage: string; entitled: number; delegates: unknown; judged: { outcome: string | null; names: string[] }; candidates: Named[]; elected: number; added: number; faults: number; soon: number; over: number; next: { beganOn: string; renewal: string }; code: string; contact: string; error?: { code: string; sentence: string; fields?: { path: string }[] } };
const DAY = '2026-11-21T02:00:00Z';
const TODAY = '2026-11-21';

async function stage() {
  const clock = fixClock(DAY);
  const house = await startHouse();
  const city = await foundCity(house, 'CGR');
  const [shop, yard] = [await foundBelow(house, city.federationId, city.one, 'CGR-1-1'), await foundBelow(house, city.federationId, city.one, 'CGR-1-2')];
  const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许';
  const people = await cast(house, city.federationId, [
    { name: '高主席', unionId: city.one.id, offices: ['chair'] }, { name: '组织委员', unionId: city.one.id, offices: ['organiser'] }, { name: '邻主席', unionId: city.other.id, offices: ['chair'] }, { name: '邻职工', unionId: city.other.id },
    ...Array.from({ length: 60 }, (_, i) => ({ name: `车间${surnames[i % 20]}${'甲乙丙'[Math.floor(i / 20)]}`, unionId: shop.id })), ...Array.from({ length: 40 }, (_, i) => ({ name: `料场${surnames[i % 20]}${'甲乙'[Math.floor(i / 20)]}`, unionId: yard.id })),
  ]);
  const [chair, organiser, sibling, elsewhere, ...rest] = people as [Player, Player, Player, Player, ...Player[]];
  const call = async (who: Player | null, method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<{ status: number; body: Body; text: string }> => {
    const a = await house.ask(method, `/api/v1${path}`, method === 'GET' ? undefined : (body ?? {}), { token: who?.token ?? null });
    return { status: a.status, body: a.body as Body, text: a.text };
  };
  const said = async (who: Player | null, method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<string> => {
    const a = await call(who, method, path, body);
    return a.status < 300 ? String(a.status) : `${a.status} ${(a.body.error?.fields ?? []).map((f) => f.path).join() || a.body.error?.code}`;
  };
  const go = async (day: string): Promise<void> => { clock.set(day); const tokens = await house.tokens(city.federationId, people.map((p) => p.id)); for (const [i, p] of people.entries()) Object.assign(p, { token: tokens[i] }); };
  const made = async (who: Player, path: string, body: unknown): Promise<string> => { const a = await call(who, 'POST', path, body); assert.equal(a.status, 200, a.text); return a.body.id; };
  const founded = async (kind = 'workers'): Promise<string> => made(chair, '/congress-bodies', { unionId: city.one.id, kind, form: 'congress', name: kind === 'workers' ? '一厂职工代表大会' : '一厂会员代表大会' });
  const planned = async (bodyId: string, more: object = {}): Promise<string> => made(organiser, `/congress-bodies/${bodyId}/terms`, { beganOn: TODAY, years: 5, ...more });
  const term = async (id: string): Promise<Body> => (await call(organiser, 'GET', `/congress-terms/${id}`)).body;
  /** Elects the first people of a constituency in the hall with enough votes. */
  const elected = async (c: Named, from: readonly Player[], votes = 100): Promise<string> => {
    const id = await made(organiser, `/congress-constituencies/${c.id}/elections`, { heldOn: TODAY, place: '会议室' });
    for (const p of from) assert.equal(await said(organiser, 'POST', `/congress-elections/${id}/candidates`, { id, personId: p.id, way: 'unit', post: 'frontline' }), '200');
    const seats = (await call(organiser, 'GET', `/congress-elections/${id}`)).body.seats;
    const n = Math.min(votes, c.workers);
    const figures = { heldOn: TODAY, place: '会议室', tellers: '监票人', present: c.workers, issued: c.workers, returned: c.workers, invalid: 0, votes: from.map((p, i) => ({ personId: p.id, votes: i < seats ? n : 0 })) };
    assert.equal(await said(organiser, 'PUT', `/congress-elections/${id}/figures`, figures), '200');
    assert.equal(await said(organiser, 'POST', `/congress-elections/${id}/declare`), '200');
    return id;
  };
  const roll = async (id: string, query = ''): Promise<Named[]> => (await call(organiser, 'GET', `/congress-terms/${id}/delegates?limit=100${query}`)).body.items;
  /** A term that sits, with all delegates elected and passed. */
  const sitting = async (): Promise<{ bodyId: string; termId: string; constituencies: Named[] }> => {
    const bodyId = await founded();
    const termId = await planned(bodyId);
    await made(organiser, `/congress-terms/${termId}/constituencies/propose`, {});
    for (const c of (await term(termId)).constituencies) await elected(c, c.workers === 2 ? [chair] : c.workers === 60 ? rest.slice(0, c.seats) : rest.slice(60, 60 + c.seats));
    const ids = (await roll(termId)).map((d) => d.id);
    assert.equal(await said(organiser, 'POST', `/congress-terms/${termId}/check`, { ids, passed: true }), '200');
    assert.equal(await said(chair, 'POST', `/congress-terms/${termId}/confirm`), '200');
    return { bodyId, termId, constituencies: (await term(termId)).constituencies };
  };
  const inbox = async (who: Player): Promise<string[]> => (await house.within(city.federationId, (tx) => notify.inbox(tx, { personId: who.id, locale: 'zh' }, { limit: 50 }))).items.map((m) => m.title);
  return { house, city, shop, yard, chair, organiser, sibling, elsewhere, rest, call, said, go, made, founded, planned, term, elected, roll, sitting, inbox };
}

test('DEM-1 who may keep a body, and what a body is refused', async () => {
  const s = await stage();
  assert.equal(await s.said(null, 'GET', '/congress-bodies'), '401 http.signInFirst');
  assert.equal((await s.call(s.rest[0] ?? null, 'GET', '/congress-bodies')).status, 404);
  assert.equal((await s.call(s.sibling, 'GET', `/congress-start?unionId=${s.city.one.id}&kind=workers`)).status, 404);
  const start = (await s.call(s.organiser, 'GET', `/congress-start?unionId=${s.city.one.id}&kind=workers`)).body;
  assert.deepEqual([start.people, start.forms, start.rule.basis.length > 0], [102, ['congress'], true]);
  assert.equal(await s.said(s.organiser, 'POST', '/congress-bodies', { unionId: s.city.one.id, kind: 'workers', form: 'meeting', name: '一厂职工大会' }), '400 form');
  const workers = await s.founded();
  assert.match(await s.said(s.chair, 'POST', '/congress-bodies', { unionId: s.city.one.id, kind: 'workers', form: 'congress', name: '再来一个' }), /^409/);
  const members = await s.founded('members');
  assert.notEqual(workers, members);
  assert.equal((await s.call(s.sibling, 'GET', `/congress-bodies/${workers}`)).status, 404);
  assert.deepEqual((await s.call(s.organiser, 'GET', '/congress-bodies')).body.items.map((b) => b.kind).sort(), ['members', 'workers']);
  assert.equal(await s.said(s.organiser, 'POST', `/congress-bodies/${members}/terms`, { beganOn: TODAY, years: 4 }), '400 years');
  const termId = await s.planned(workers, { years: 4 });
  assert.match(await s.said(s.organiser, 'POST', `/congress-bodies/${workers}/terms`, { beganOn: TODAY, years: 3 }), /^409/);
  const term = await s.term(termId);
  assert.equal(term.seats, term.rule.least);
  assert.equal(await s.said(s.organiser, 'PUT', `/congress-terms/${termId}`, { beganOn: TODAY, years: 5, seats: term.rule.least - 1 }), '400 seats');
  assert.equal(await s.said(s.organiser, 'PUT', `/congress-terms/${termId}`, { beganOn: TODAY, years: 5, seats: term.rule.least + 60 }), '400 seatsReason');
  assert.match(await s.said(s.organiser, 'POST', `/congress-terms/${termId}/confirm`), /^404/);
  assert.match(await s.said(s.chair, 'POST', `/congress-terms/${termId}/confirm`), /^409/);
  assert.equal(await s.said(s.chair, 'POST', `/congress-terms/${termId}/drop`), '200');
  assert.equal((await s.call(s.organiser, 'GET', `/congress-terms/${termId}`)).status, 404);
});

test('DEM-1 constituencies: units once, seats by largest remainder, one at least', async () => {
  const s = await stage();
  const termId = await s.planned(await s.founded());
  const proposed = await s.call(s.organiser, 'POST', `/congress-terms/${termId}/constituencies/propose`);
  assert.equal(proposed.status, 200, proposed.text);
  const term = await s.term(termId);
  assert.deepEqual(term.constituencies.map((c) => c.workers).sort((a, b) => a - b), [2, 40, 60]);
  assert.equal(term.constituencies.reduce((n, c) => n + c.seats, 0), term.seats);
  assert.ok(term.constituencies.every((c) => c.seats >= 1), 'one at least');
  assert.equal(await s.said(s.organiser, 'POST', `/congress-terms/${termId}/constituencies`, { name: '重复', unionIds: [s.shop.id] }), '400 unionIds');
  assert.equal(await s.said(s.organiser, 'POST', `/congress-terms/${termId}/constituencies`, { name: '外面', unionIds: [s.city.other.id] }), '400 unionIds');
  const small = term.constituencies.find((c) => c.workers === 2) as Named;
  assert.equal(await s.said(s.organiser, 'PUT', `/congress-constituencies/${small.id}`, { name: small.name, unionIds: [s.city.one.id], others: 5 }), '400 othersReason');
  assert.equal(await s.said(s.organiser, 'PUT', `/congress-constituencies/${small.id}`, { name: small.name, unionIds: [s.city.one.id], others: 5, othersReason: '未入会的新职工' }), '200');
  assert.equal((await s.call(s.sibling, 'POST', `/congress-constituencies/${small.id}/remove`)).status, 404);
  const after = await s.term(termId);
  assert.equal(after.constituencies.find((c) => c.id === small.id)?.workers, 7);
  assert.equal(after.constituencies.reduce((n, c) => n + c.seats, 0), after.seats);
});

test('DEM-1 an election in the hall: boundaries of turnout and majority, void, another round', async () => {
  const s = await stage();
  const termId = await s.planned(await s.founded());
  await s.made(s.organiser, `/congress-terms/${termId}/constituencies/propose`, {});
  const yard = (await s.term(termId)).constituencies.find((c) => c.workers === 40) as Named;
  const id = await s.made(s.organiser, `/congress-constituencies/${yard.id}/elections`, { heldOn: TODAY });
  assert.match(await s.said(s.organiser, 'POST', `/congress-constituencies/${yard.id}/elections`, { heldOn: TODAY }), /^409/);
  const people = s.rest.slice(60, 60 + yard.seats);
  assert.equal(await s.said(s.organiser, 'POST', `/congress-elections/${id}/candidates`, { personId: s.rest[0]?.id, way: 'unit', post: 'frontline' }), '400 personId');
  assert.equal(await s.said(s.organiser, 'POST', `/congress-elections/${id}/candidates`, { personId: s.elsewhere.id, way: 'unit', post: 'frontline' }), '400 personId');
  for (const p of people) assert.equal(await s.said(s.organiser, 'POST', `/congress-elections/${id}/candidates`, { personId: p.id, way: 'unit', post: 'frontline' }), '200');
  assert.equal(await s.said(s.organiser, 'POST', `/congress-elections/${id}/candidates`, { personId: people[0]?.id, way: 'unit', post: 'frontline' }), '400 personId');
  const figures = (present: number, votes: number, more: object = {}) => ({ heldOn: TODAY, tellers: '监票人', present, issued: present, returned: present, invalid: 0, votes: people.map((p) => ({ personId: p.id, votes })), ...more });
  const judged = async (f: object): Promise<string> => { assert.equal(await s.said(s.organiser, 'PUT', `/congress-elections/${id}/figures`, f), '200'); return (await s.call(s.organiser, 'GET', `/congress-elections/${id}`)).body.judged.outcome ?? ''; };
  assert.match(await s.said(s.organiser, 'POST', `/congress-elections/${id}/declare`), /^409/);
  assert.equal(await s.said(s.organiser, 'PUT', `/congress-elections/${id}/figures`, figures(41, 20)), '400 present');
  assert.equal(await s.said(s.organiser, 'PUT', `/congress-elections/${id}/figures`, figures(30, 31)), '400 votes.0.votes');
  assert.equal(await judged(figures(26, 26)), 'void', '26 of 40 are fewer than two thirds');
  assert.equal(await judged(figures(27, 27)), 'elected', '27 of 40 are two thirds');
  assert.equal(await judged(figures(40, 20)), 'short', 'half of all is not more than half');
  assert.equal(await judged(figures(40, 21)), 'elected');
  assert.equal(await judged(figures(40, 30, { returned: 41, invalid: 0 })), 'void', 'more returned than issued');
  assert.equal(await judged(figures(40, 21, { votes: people.map((p, i) => ({ personId: p.id, votes: i === 0 ? 12 : 30 })) })), 'short');
  assert.equal(await s.said(s.organiser, 'POST', `/congress-elections/${id}/declare`), '200');
  assert.match(await s.said(s.organiser, 'PUT', `/congress-elections/${id}/figures`, figures(40, 30)), /^409/);
  assert.equal((await s.roll(termId)).length, yard.seats - 1);
  const again = await s.made(s.organiser, `/congress-constituencies/${yard.id}/elections`, { heldOn: TODAY });
  const next = (await s.call(s.organiser, 'GET', `/congress-elections/${again}`)).body;
  assert.deepEqual([next.seats, next.candidates.map((c) => c.personId)], [1, [people[0]?.id]]);
  assert.ok((await s.inbox(people[1] as Player)).some((title) => title.includes('当选')));
});

test('DEM-1 a term sits; leaving keeps the number entitled until a by-election or a formal decision', async () => {
  const s = await stage();
  const { bodyId, termId, constituencies } = await s.sitting();
  const yard = constituencies.find((c) => c.workers === 40) as Named;
  const seats = (await s.term(termId)).seats;
  const entitled = async (): Promise<[number, number, number]> => s.house.within(s.city.federationId, async (tx) => { const r = await rollOf(tx, bodyId, TODAY); return [r?.entitled ?? 0, r?.vacant ?? 0, r?.people.filter((p) => p.votes).length ?? 0]; });
  assert.deepEqual(await entitled(), [seats, 0, seats]);
  assert.match(await s.said(s.organiser, 'POST', `/congress-constituencies/${yard.id}/elections`, { heldOn: TODAY }), /^409/);
  const [first, second] = (await s.roll(termId, `&constituencyId=${yard.id}`)) as [Named, Named];
  assert.equal((await s.call(s.sibling, 'POST', `/congress-delegates/${first.id}/end`, { reason: 'leftFirm' })).status, 404);
  assert.equal(await s.said(s.organiser, 'POST', `/congress-delegates/${first.id}/end`, { reason: 'mistake' }), '400 reason');
  assert.equal(await s.said(s.organiser, 'POST', `/congress-delegates/${first.id}/end`, { reason: 'leftFirm' }), '200');
  assert.deepEqual(await entitled(), [seats, 1, seats - 1]);
  assert.equal((await s.call(s.organiser, 'GET', '/congress-bodies?vacant=true')).body.total, 1);
  assert.equal(await s.said(s.organiser, 'POST', `/congress-delegates/${first.id}/restore`), '200');
  assert.equal(await s.said(s.organiser, 'POST', `/congress-delegates/${first.id}/end`, { reason: 'leftFirm' }), '200');
  const free = s.rest[95] as Player;
  await s.elected(yard, [free]);
  const added = (await s.roll(termId)).find((d) => d.personId === free.id) as Named;
  assert.deepEqual(await entitled(), [seats, 0, seats - 1], 'the new one votes after the check');
  assert.equal(await s.said(s.organiser, 'POST', `/congress-terms/${termId}/check`, { ids: [added.id], passed: true }), '200');
  assert.deepEqual(await entitled(), [seats, 0, seats]);
  assert.match(await s.said(s.organiser, 'POST', `/congress-delegates/${first.id}/restore`), /^409/);
  assert.equal(await s.said(s.organiser, 'POST', `/congress-delegates/${second.id}/end`, { reason: 'resigned' }), '200');
  assert.match(await s.said(s.chair, 'POST', `/congress-delegates/${second.id}/drop-seat`, { why: '不再补选' }), /^409/, 'never below what the rule asks');
  assert.equal((await s.call(s.chair, 'POST', `/congress-delegates/${first.id}/drop-seat`, { why: '不再补选' })).status, 409);
});

test('DEM-1 recall: half of all workers of the constituency, not of those who came', async () => {
  const s = await stage();
  const { termId, constituencies } = await s.sitting();
  const yard = constituencies.find((c) => c.workers === 40) as Named;
  const [one, other] = (await s.roll(termId, `&constituencyId=${yard.id}`)) as [Named, Named];
  assert.equal(await s.said(s.organiser, 'POST', `/congress-delegates/${one.id}/recall`, { proposers: 41, reason: '不履职', on: TODAY }), '400 proposers');
  const propose = async (d: Named): Promise<string> => s.made(s.organiser, `/congress-delegates/${d.id}/recall`, { proposers: 5, reason: '长期不履职', on: TODAY });
  const id = await propose(one);
  assert.match(await s.said(s.organiser, 'POST', `/congress-delegates/${one.id}/recall`, { proposers: 5, reason: '再提', on: TODAY }), /^409/);
  assert.match(await s.said(s.organiser, 'POST', `/congress-delegates/${one.id}/end`, { reason: 'resigned' }), /^409/);
  const vote = (approvals: number, issued = 30) => ({ on: TODAY, issued, returned: issued, approvals, invalid: 0 });
  assert.equal(await s.said(s.organiser, 'POST', `/congress-recalls/${id}/vote`, vote(31)), '400 approvals');
  assert.equal(await s.said(s.organiser, 'POST', `/congress-recalls/${id}/vote`, vote(20)), '200');
  assert.equal((await s.call(s.organiser, 'GET', `/congress-terms/${termId}/recalls`)).body.items[0]?.outcome, 'failed', '20 of 40 is not more than half');
  assert.match(await s.said(s.organiser, 'POST', `/congress-recalls/${id}/vote`, vote(30)), /^409/);
  const next = await propose(other);
  assert.equal((await s.call(s.sibling, 'POST', `/congress-recalls/${next}/vote`, vote(21))).status, 404);
  assert.equal(await s.said(s.organiser, 'POST', `/congress-recalls/${next}/vote`, vote(21)), '200');
  const gone = (await s.roll(termId, '&held=vacant'))[0] as Named;
  assert.equal(gone.id, other.id);
  assert.match(await s.said(s.organiser, 'POST', `/congress-delegates/${other.id}/restore`), /^409/);
  const log = await s.house.within(s.city.federationId, (tx) => audit.list(tx, [s.city.top.path], { limit: 50 }, 'zh'));
  assert.ok(JSON.stringify(log).includes('罢免'));
});

test('DEM-1 observers and guests have no vote; delegations, groups and the presidium', async () => {
  const s = await stage();
  const { bodyId, termId, constituencies } = await s.sitting();
  const delegates = await s.roll(termId);
  assert.equal(await s.said(s.organiser, 'POST', `/congress-terms/${termId}/delegates`, { class: 'observer', personId: null, name: '外人' }), '400 personId');
  assert.equal(await s.said(s.organiser, 'POST', `/congress-terms/${termId}/delegates`, { class: 'observer', personId: s.elsewhere.id }), '400 personId');
  assert.equal(await s.said(s.organiser, 'POST', `/congress-terms/${termId}/delegates`, { class: 'observer', personId: delegates[0]?.personId }), '400 personId');
  const observer = await s.made(s.organiser, `/congress-terms/${termId}/delegates`, { class: 'observer', personId: s.rest[59]?.id });
  await s.made(s.organiser, `/congress-terms/${termId}/delegates`, { class: 'guest', personId: null, name: '特邀嘉宾', unit: '区总工会' });
  const roll = await s.house.within(s.city.federationId, (tx) => rollOf(tx, bodyId, TODAY));
  assert.deepEqual([roll?.people.length, roll?.people.filter((p) => p.votes).length, roll?.entitled], [delegates.length + 2, delegates.length, delegates.length]);
  assert.equal(await s.said(s.organiser, 'POST', `/congress-terms/${termId}/delegations`, { delegationId: null, name: '一团', constituencyIds: constituencies.map((c) => c.id), headId: observer, deputyId: null }), '400 headId');
  const team = await s.made(s.organiser, `/congress-terms/${termId}/delegations`, { delegationId: null, name: '一团', constituencyIds: constituencies.map((c) => c.id), headId: delegates[0]?.id, deputyId: delegates[1]?.id });
  assert.equal(await s.said(s.organiser, 'POST', `/congress-terms/${termId}/delegations`, { delegationId: null, name: '一团', constituencyIds: [], headId: null, deputyId: null }), '400 name');
  assert.equal((await s.roll(termId, `&delegationId=${team}`)).length, delegates.length);
  assert.equal(await s.said(s.organiser, 'POST', `/congress-terms/${termId}/groups`, { groupId: null, sort: 'presidium', name: '主席团', delegateIds: [observer], leadId: null }), '400 delegateIds');
  await s.made(s.organiser, `/congress-terms/${termId}/groups`, { groupId: null, sort: 'presidium', name: '主席团', delegateIds: delegates.slice(0, 2).map((d) => d.id), leadId: null });
  assert.equal((await s.call(s.organiser, 'GET', `/congress-terms/${termId}/groups`)).body.items[0]?.findings[0]?.state, 'short', 'two are too few for a presidium');
  assert.equal(await s.said(s.organiser, 'POST', `/congress-terms/${termId}/groups`, { groupId: null, sort: 'presidium', name: '另一个', delegateIds: [], leadId: null }), '400 name');
});

test('DEM-1 the phone: my delegates and how to reach them, my card, elections; the two bodies apart', async () => {
  const s = await stage();
  const { termId } = await s.sitting();
  const members = await s.planned(await s.founded('members'));
  const [delegate, colleague] = [s.rest[0] as Player, s.rest[50] as Player];
  assert.equal((await s.call(s.elsewhere, 'GET', '/my-congress')).body.total, 0);
  const mine = (await s.call(colleague, 'GET', '/my-congress')).body.items;
  const sits = mine.find((b) => b.kind === 'workers') as Named;
  assert.deepEqual([mine.length, sits.delegates.length > 0, sits.cardId], [2, true, null]);
  const card = (await s.call(delegate, 'GET', '/my-congress')).body.items.find((b) => b.kind === 'workers')?.cardId ?? '';
  assert.equal((await s.call(colleague, 'GET', `/my-delegate-cards/${card}`)).status, 404);
  const { code } = (await s.call(delegate, 'GET', `/my-delegate-cards/${card}`)).body;
  assert.equal((await s.house.within(s.city.federationId, (tx) => findByCard(tx, code)))?.delegateId, card);
  assert.equal((await s.call(colleague, 'PUT', `/my-delegate-cards/${card}/contact`, { contact: '冒名' })).status, 404);
  assert.equal(await s.said(delegate, 'PUT', `/my-delegate-cards/${card}/contact`, { contact: '一车间休息室' }), '200');
  assert.ok((await s.call(colleague, 'GET', '/my-congress')).body.items.flatMap((b) => b.delegates).some((d) => d.contact === '一车间休息室'));
  assert.equal((await s.call(s.elsewhere, 'GET', `/my-congress/${termId}`)).status, 404);
  assert.ok((await s.call(colleague, 'GET', `/my-congress/${termId}?text=${encodeURIComponent('车间')}`)).body.total > 0);
  assert.equal((await s.call(colleague, 'GET', `/my-congress/${members}`)).body.total, 0, 'delegates of the one are not delegates of the other');
});

test('DEM-1 a roll is taken over whole or not at all, and ends of terms are told in time', async () => {
  const s = await stage();
  const bodyId = await s.founded();
  const termId = await s.planned(bodyId);
  await s.made(s.organiser, `/congress-terms/${termId}/constituencies/propose`, {});
  const upload = async (rows: readonly (readonly string[])[]): Promise<Body> => {
    const content = new PassThrough();
    const [bytes] = await Promise.all([buffer(content), writeSheet(['工号', '姓名', '岗位类别'].map((heading) => ({ heading })), rows.map((r) => [...r]), content)]);
    const r = await s.house.house.server.inject({ method: 'POST', url: `/api/v1/congress-terms/${termId}/read-roll?name=a.xlsx`, payload: bytes, headers: { 'content-type': 'application/octet-stream', 'x-niangjia': '1', authorization: `Bearer ${s.organiser.token}` } });
    assert.equal(r.statusCode, 200, r.body);
    return JSON.parse(r.body) as Body;
  };
  const read = await upload([['X-404', '没有这人', '一线']]);
  assert.deepEqual([read.items.length, read.faults], [1, 1]);
  const row = { staffNumber: 'X-404', name: '没有这人', constituency: '', post: '一线', class: '', dispatched: '', cardNumber: '' };
  assert.equal(await s.said(s.organiser, 'POST', `/congress-terms/${termId}/take-roll`, { rows: [row] }), '400 rows.0.staffNumber');
  assert.equal((await s.roll(termId)).length, 0);
  assert.equal(await s.said(s.organiser, 'POST', `/congress-terms/${termId}/take-roll`, { rows: [{ ...row, staffNumber: '', name: '特邀嘉宾', class: '特邀' }] }), '200');
  const s2 = await s.term(termId);
  assert.equal(s2.stage, 'prepared');
  assert.equal(await remindAll(s.house.database, new Date('2031-06-01T01:00:00Z')), 0, 'a term that does not sit ends nowhere');
});
