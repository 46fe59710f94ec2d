import assert from 'node:assert/strict';
import test from 'node:test';
import { audit } from '#engines/audit';
import { cases } from '#engines/cases';
import { notify } from '#engines/notify';
import { admit, draftMembership, endMembership, findPeopleByIdNumber, listHistory, loadPerson, savePeople } from '#engines/org';
import { clock } from '#platform/clock';
import { idCheckCharacter } from '#shared/id-number';
import { fixClock } from '#test/clock';
import { cast, foundBelow, foundCity, type Player } from '#test/people';
import { startHouse } from '#test/server';
import { settleAll } from './transfers.jobs.ts';

type Consent = { who: string; state: string; at: string | null; auto: boolean };
type Row = { id: string; state: string; name: string; may: string[]; direction: string; nextDue: string | null };
type Body = {
  id: string; error?: { code: string; message?: string; fields?: { path: string }[] }; items: Row[]; offers: { id: string; union: string; employer: string; job: string }[]; total: number; settled: number; left: { why: string }[];
  state: string; consents: Consent[]; duesThrough: string | null; effectiveOn: string | null; standing: string; union: { id: string } | null; may: string[]; events: { step: string; text: string }[]; card: { union: string; since: string } | null;
  periods: { union: string; beganOn: string; endedOn: string | null; endReason: string | null; category: string }[];
};
const idNumber = (n: number): string => { const body = `11010119900307${String(n).padStart(3, '0')}`; return body + idCheckCharacter(body); };

async function stage() {
  fixClock('2026-09-07T01:00:00Z');
  const house = await startHouse();
  const city = await foundCity(house, 'T');
  const third = await foundBelow(house, city.federationId, city.top, 'T-3');
  const [old, next, stranger, member, top] = (await cast(house, city.federationId, [
    { name: '老主席', unionId: city.one.id, offices: ['chair'] }, { name: '新主席', unionId: city.other.id, offices: ['chair'] }, { name: '外主席', unionId: third.id, offices: ['chair'] },
    { name: '宋小川', unionId: city.one.id, phone: '19900020001' }, { name: '市主席', unionId: city.top.id, offices: ['chair'] },
  ])) as [Player, Player, Player, Player, Player];
  await house.within(city.federationId, async (tx) => savePeople(tx, [{ ...(await loadPerson(tx, member.id)), idKind: 'residentId', idNumber: idNumber(1) }]));
  const ask = async (who: Player | null, method: 'GET' | 'POST', path: string, body?: unknown): Promise<{ status: number; body: Body }> => {
    const a = await house.ask(method, `/api/v1${path}`, body, { token: who?.token ?? null });
    return { status: a.status, body: a.body as Body };
  };
  const request = (more: object = {}) => ask(member, 'POST', '/transfers', { unionId: city.other.id, reason: '换了工作', employer: '第二厂', ...more });
  const begun = async (): Promise<string> => (await request()).body.id;
  const release = (who: Player, id: string) => ask(who, 'POST', '/transfers/releases', { ids: [id] });
  const receive = (who: Player, id: string) => ask(who, 'POST', '/transfers/receipts', { ids: [id] });
  const sweep = () => cases.sweep((f, run) => house.database.transaction(f, clock.now(), run));
  const settle = () => settleAll(house.database, clock.now());
  const history = () => house.within(city.federationId, (tx) => listHistory(tx, member.id));
  const later = async (who: Player): Promise<Player> => ({ ...who, token: (await house.tokens(city.federationId, [who.id]))[0] ?? '' });
  return { house, city, third, old, next, stranger, member, top, ask, request, begun, release, receive, sweep, settle, history, later };
}

test('ORG-3 refusals: what is missing, whom it does not concern, the wrong order, the own membership', { timeout: 120_000 }, async () => {
  const { house, city, old, next, stranger, member, ask, request, begun, release, receive } = await stage();
  assert.deepEqual((await request({ employer: '' })).body.error?.fields?.map((f) => f.path), ['employer']);
  assert.equal((await request({ unattached: true, employer: '' })).status, 400, 'this union takes nobody in from outside');
  assert.equal((await request({ unionId: city.one.id })).body.error?.code, 'transfers.sameUnion');
  assert.equal((await ask(null, 'POST', '/transfers', { unionId: city.other.id })).status, 401);
  const elsewhere = await foundCity(house, 'Z');
  assert.equal((await request({ unionId: elsewhere.one.id })).body.error?.code, 'transfers.codeGone', 'another federation is not here');
  const id = await begun();
  assert.equal((await request()).body.error?.code, 'transfers.openAlready');
  assert.equal((await ask(stranger, 'GET', `/transfers/${id}`)).status, 404);
  assert.equal((await release(stranger, id)).status, 404);
  assert.equal((await receive(stranger, id)).status, 404);
  assert.equal((await ask(stranger, 'POST', `/transfers/${id}/object`, { text: '不同意' })).status, 404);
  assert.equal((await release(next, id)).status, 404, 'the new union releases nothing');
  assert.equal((await receive(old, id)).status, 404, 'the old union receives nothing');
  assert.equal((await receive(next, id)).body.error?.code, 'transfers.notReleased');
  assert.equal((await release(member, id)).status, 404);
  assert.equal((await ask(old, 'POST', `/transfers/${id}/letter`, {})).body.error?.code, 'transfers.noLetter');
  assert.equal((await ask(next, 'POST', `/transfers/${id}/withdraw`, {})).status, 404);
  assert.deepEqual((await ask(stranger, 'GET', '/transfers')).body.items, []);
  const own = (await ask(old, 'POST', '/transfers', { unionId: city.other.id, reason: '', employer: '第二厂' })).body.id;
  assert.equal((await release(old, own)).status, 403, 'nobody releases oneself');
});

test('ORG-3 asked, released, received: three consents with their dates, one period ends where the next begins, card, message, log', { timeout: 120_000 }, async () => {
  const { house, city, old, next, member, ask, begun, release, receive, history } = await stage();
  const id = await begun();
  assert.deepEqual((await ask(old, 'GET', '/transfers?direction=out')).body.items.map((r) => [r.name, r.may.includes('release')]), [['宋小川', true]]);
  assert.deepEqual((await ask(next, 'GET', '/transfers?direction=in')).body.items.map((r) => [r.name, r.may]), [['宋小川', []]]);
  assert.deepEqual((await ask(next, 'GET', '/transfers?direction=out')).body.items, []);
  fixClock('2026-09-09T01:00:00Z');
  assert.equal((await release(old, id)).body.settled, 1);
  assert.equal((await release(old, id)).status, 409, 'twice is refused');
  fixClock('2026-09-10T17:00:00Z');
  assert.equal((await receive(next, id)).body.settled, 1);
  const periods = await history();
  assert.deepEqual(periods.map((p) => [p.unionId, p.state, p.beganOn, p.endedOn, p.endReason]), [[city.other.id, 'active', '2026-09-11', null, null], [city.one.id, 'ended', '2025-08-03', '2026-09-11', 'transferred']], 'in Shanghai it is the 11th');
  assert.equal(periods[0]?.cardNumber, periods[1]?.cardNumber, 'the card number stays the person’s own');
  const seen = (await ask(member, 'GET', `/transfers/${id}`)).body;
  assert.deepEqual(seen.consents.map((c) => [c.who, c.state, c.at?.slice(0, 10)]), [['member', 'given', '2026-09-07'], ['from', 'given', '2026-09-09'], ['to', 'given', '2026-09-10']]);
  assert.deepEqual([seen.state, seen.duesThrough, seen.effectiveOn], ['done', '2026-09', '2026-09-11']);
  assert.equal((await ask(member, 'GET', '/member-card')).body.card?.union, 'T第二厂工会');
  assert.equal((await ask(old, 'GET', `/transfers/${id}`)).body.state, 'done', 'the old union still sees it');
  await house.within(city.federationId, async (tx) => {
    const told = async (personId: string) => (await notify.inbox(tx, { personId, locale: 'zh' }, { limit: 20 })).items.map((m) => m.title);
    assert.ok((await told(member.id)).includes('您的会籍已转到T第二厂工会'));
    assert.ok((await told(old.id)).includes('宋小川的会籍已转到T第二厂工会'));
    assert.ok((await told(next.id)).some((t) => t.startsWith('会员等待接收')));
    const log = await audit.list(tx, [city.top.path], { subject: { kind: 'transfer', id }, limit: 20 } as never, 'zh');
    assert.ok(log.items.length >= 3);
  });
});

test('ORG-3 the old union may object once; the period releases all the same, after a reminder; the new union may decline', { timeout: 120_000 }, async () => {
  const { house, city, old, next, member, ask, begun, release, sweep, history, later } = await stage();
  const id = await begun();
  assert.equal((await ask(old, 'POST', `/transfers/${id}/object`, { text: '' })).status, 400);
  assert.equal((await ask(old, 'POST', `/transfers/${id}/object`, { text: '工会借书未还' })).status, 200);
  assert.equal((await ask(old, 'POST', `/transfers/${id}/object`, { text: '再说一次' })).body.error?.code, 'transfers.objectedOnce');
  assert.ok((await ask(member, 'GET', `/transfers/${id}`)).body.events.some((e) => e.text === '工会借书未还'), 'the member reads why');
  const due = (await ask(old, 'GET', '/transfers')).body.items[0]?.nextDue ?? '';
  fixClock(new Date(Date.parse(due) - 20 * 3_600_000).toISOString());
  assert.equal((await sweep()).warned, 1);
  assert.equal((await ask(await later(old), 'GET', `/transfers/${id}`)).body.state, 'requested', 'not before the period ends');
  fixClock(new Date(Date.parse(due) + 60_000).toISOString());
  const [swept, late] = await Promise.all([sweep(), ask(await later(old), 'POST', `/transfers/${id}/object`, { text: '还是不行' })]);
  assert.deepEqual([swept.lapsed, swept.escalated, late.status], [1, 0, 409], 'released by itself, nobody is reported');
  const seen = (await ask(await later(member), 'GET', `/transfers/${id}`)).body;
  assert.deepEqual(seen.consents.map((c) => [c.state, c.auto]), [['given', false], ['given', true], ['waiting', false]]);
  assert.equal((await release(await later(old), id)).status, 409);
  assert.equal((await ask(await later(next), 'POST', `/transfers/${id}/decline`, { text: '没有这位职工' })).status, 200);
  assert.equal((await history()).length, 1, 'the membership stays where it is');
  const told = await house.within(city.federationId, (tx) => notify.inbox(tx, { personId: member.id, locale: 'zh' }, { limit: 20 }));
  assert.ok(told.items.some((m) => m.title === 'T第二厂工会没有接收您的会籍'));
});

test('ORG-3 races: received twice, withdrawn while received, left meanwhile, two requests at once', { timeout: 120_000 }, async () => {
  const { house, city, third, old, next, member, ask, begun, release, receive, settle, history } = await stage();
  const both = await Promise.all([city.other.id, third.id].map((unionId) => ask(member, 'POST', '/transfers', { unionId, reason: '', employer: '某厂' })));
  assert.deepEqual(both.map((r) => r.status).sort(), [200, 409], 'two unions claim: one transfer');
  await ask(member, 'POST', `/transfers/${both.find((r) => r.status === 200)?.body.id}/withdraw`, {});
  const id = await begun();
  await release(old, id);
  const [a, b, gone] = await Promise.all([receive(next, id), receive(next, id), ask(member, 'POST', `/transfers/${id}/withdraw`, {})]);
  assert.equal([a, b, gone].filter((r) => r.status === 200).length, 1, 'exactly one of them holds');
  const living = (await history()).filter((p) => p.state !== 'ended');
  assert.equal(living.length, 1);
  assert.equal(living[0]?.unionId, gone.status === 200 ? city.one.id : city.other.id);
  if (gone.status !== 200) return;
  const again = await begun();
  await release(old, again);
  await house.within(city.federationId, (tx) => endMembership(tx, member.id, 'left'));
  assert.equal((await receive(next, again)).body.error?.code, 'transfers.leftMoved');
  assert.equal(await settle(), 1);
  assert.equal((await ask(next, 'GET', `/transfers/${again}`)).body.state, 'lapsed');
  assert.equal((await history()).length, 1);
});

test('ORG-3 rules.md §28 row 33: a member applies at a second union: no application, but the transfer with what was typed, one tap away', { timeout: 120_000 }, async () => {
  const { city, old, next, member, ask, release, receive, history } = await stage();
  const form = { name: '宋小川', idNumber: idNumber(1), phone: '19900020001', employer: '第二厂机修车间', job: '钳工', notice: true };
  const answers = await Promise.all([1, 2].map(() => ask(null, 'POST', `/join/${city.other.joinCode}`, form)));
  assert.deepEqual(answers.map((r) => r.status), [200, 200]);
  assert.equal((await ask(null, 'POST', `/join/${city.other.joinCode}`, { ...form, name: '宋大川' })).status, 200, 'the answer tells nothing');
  assert.equal((await ask(next, 'GET', '/joining')).body.items.length, 0);
  const { offers } = (await ask(member, 'GET', '/transfers/mine')).body;
  assert.deepEqual(offers.map((o) => [o.employer, o.job]), [['第二厂机修车间', '钳工']], 'once, as typed');
  assert.equal((await ask(old, 'POST', `/transfers/offers/${offers[0]?.id}/accept`, {})).status, 404, 'only the member accepts');
  const taken = await Promise.all([1, 2].map(() => ask(member, 'POST', `/transfers/offers/${offers[0]?.id}/accept`, {})));
  assert.deepEqual(taken.map((r) => r.status).sort(), [200, 404]);
  const id = taken.find((r) => r.status === 200)?.body.id ?? '';
  assert.equal((await release(old, id)).status, 200);
  assert.equal((await ask(member, 'GET', `/transfers/${id}`)).body.state, 'released', 'an application is no consent of the union');
  assert.equal((await receive(next, id)).status, 200);
  assert.deepEqual((await history()).map((p) => [p.job, p.origin]), [['钳工', 'transfer'], ['', 'demo']]);
});

test('ORG-3 invited by the new union: with the release it is done; declined, nothing happens; by the period the job completes it', { timeout: 120_000 }, async () => {
  const { city, old, next, member, ask, release, sweep, settle, history, later } = await stage();
  const invite = (more: object = {}) => ask(next, 'POST', '/transfers/offers', { unionId: city.other.id, name: '宋小川', idNumber: idNumber(1), ...more });
  assert.equal((await invite({ name: '宋大川' })).body.error?.code, 'transfers.noSuchMember');
  assert.equal((await ask(old, 'POST', '/transfers/offers', { unionId: city.other.id, name: '宋小川', idNumber: idNumber(1) })).status, 404, 'not for another union');
  assert.equal((await invite()).status, 200);
  assert.equal((await invite()).body.error?.code, 'transfers.invitedAlready');
  const offer = async (): Promise<string> => (await ask(member, 'GET', '/transfers/mine')).body.offers[0]?.id ?? '';
  assert.equal((await ask(member, 'POST', `/transfers/offers/${await offer()}/decline`, {})).status, 200);
  assert.equal((await history()).length, 1);
  await invite();
  const { id } = (await ask(member, 'POST', `/transfers/offers/${await offer()}/accept`, {})).body;
  assert.equal((await release(old, id)).status, 200);
  assert.equal((await ask(next, 'GET', `/transfers/${id}`)).body.state, 'done');
  assert.equal((await history())[0]?.unionId, city.other.id);
  assert.equal((await ask(old, 'POST', '/transfers/offers', { unionId: city.one.id, name: '宋小川', idNumber: idNumber(1) })).status, 200);
  const back = (await ask(member, 'POST', `/transfers/offers/${await offer()}/accept`, {})).body.id;
  fixClock('2026-09-22T10:00:00Z');
  assert.equal((await sweep()).lapsed, 1);
  assert.deepEqual([await settle(), await settle()], [1, 0], 'once');
  assert.equal((await ask(await later(member), 'GET', `/transfers/${back}`)).body.state, 'done');
  assert.deepEqual((await history()).map((p) => p.unionId), [city.one.id, city.other.id, city.one.id]);
});

test('ORG-3 out of the federation: a letter, the membership ends as transferred; without an answer the period gives the letter', { timeout: 120_000 }, async () => {
  const { old, next, member, ask, release, sweep, settle, history } = await stage();
  const { id } = (await ask(member, 'POST', '/transfers/outside', { union: '滨海市港口集团工会', reason: '随家人迁居' })).body;
  assert.equal((await release(old, id)).body.error?.code, 'transfers.letterInstead');
  assert.equal((await ask(next, 'GET', `/transfers/${id}`)).status, 404);
  assert.equal((await ask(old, 'POST', `/transfers/${id}/letter`, {})).status, 200);
  assert.equal((await ask(old, 'POST', `/transfers/${id}/letter`, {})).status, 409);
  assert.deepEqual((await history()).map((p) => [p.state, p.endReason]), [['ended', 'transferred']]);
  assert.equal((await ask(member, 'POST', '/transfers/outside', { union: '别处工会' })).body.error?.code, 'transfers.notMember');
  assert.equal((await ask(next, 'POST', '/transfers/outside', { union: '别处工会' })).status, 200);
  fixClock('2026-09-22T10:00:00Z');
  assert.equal((await sweep()).lapsed, 1);
  assert.equal(await settle(), 1);
});

test('ORG-3 many at once: people follow an employer; those already settled are named', { timeout: 300_000 }, async () => {
  const { house, city, old, next, ask } = await stage();
  const people = await cast(house, city.federationId, Array.from({ length: 40 }, (_, n) => ({ name: `职工${n}`, unionId: city.one.id })));
  const ids: string[] = [];
  for (const p of people) ids.push((await ask(p, 'POST', '/transfers', { unionId: city.other.id, reason: '单位划转', employer: '第二厂' })).body.id);
  const some = await ask(old, 'POST', '/transfers/releases', { ids: ids.slice(0, 3) });
  assert.equal(some.body.settled, 3);
  const rest = await ask(old, 'POST', '/transfers/releases', { ids });
  assert.deepEqual([rest.body.settled, rest.body.left.length], [37, 3]);
  assert.equal((await ask(next, 'POST', '/transfers/receipts', { ids })).body.settled, 40);
  assert.equal((await ask(old, 'GET', '/transfers?direction=out&open=true')).body.total, 0);
  assert.equal((await ask(old, 'POST', '/transfers/releases', { ids: Array.from({ length: 201 }, () => ids[0]) })).status, 400);
});

test('ORG-3 join approval and transfer at once: one living membership, and it is said what became of the rest', { timeout: 120_000 }, async () => {
  const { house, city, next, ask, third } = await stage();
  const apply = (joinCode: string) => ask(null, 'POST', `/join/${joinCode}`, { name: '贺家旺', idNumber: idNumber(7), phone: '19900020007', employer: '某厂', notice: true });
  await apply(city.other.joinCode);
  const { id } = (await ask(next, 'GET', '/joining')).body.items[0] ?? { id: '' };
  const person = await house.within(city.federationId, async (tx) => (await findPeopleByIdNumber(tx, [idNumber(7)])).get(idNumber(7)));
  await Promise.allSettled([house.within(city.federationId, (tx) => admit(tx, draftMembership(tx, { personId: person?.id ?? '', unionId: third.id, origin: 'roster' }))), ask(next, 'POST', '/joining/approvals', { ids: [id] })]);
  const all = await house.within(city.federationId, (tx) => listHistory(tx, person?.id ?? ''));
  assert.equal(all.filter((m) => m.state !== 'ended').length, 1);
  if (all[0]?.unionId === third.id) {
    const retry = await ask(next, 'POST', '/joining/approvals', { ids: [id] });
    assert.ok(retry.status === 409 || retry.body.left.length === 1);
  }
});
