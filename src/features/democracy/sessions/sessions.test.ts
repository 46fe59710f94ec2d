import assert from 'node:assert/strict';
import test from 'node:test';
import { ballots } from '#engines/ballot';
import { blind, type BoothBallot } from '#shared/ballot-booth';
import { notify } from '#engines/notify';
import { newId, newSecretId } from '#shared/ids';
import { clock } from '#platform/clock';
import { fixClock } from '#test/clock';
import { cast, foundCity, type Player } from '#test/people';
import { startHouse } from '#test/server';
import * as con from '../congress/constituencies.sql.ts';
import { insertDelegates } from '../congress/delegates.sql.ts';
import * as terms from '../congress/terms.sql.ts';

type Item = { id: string; title: string; state: string; may: string[]; amends: string; resolution: string; ratified: string; given: number; count: { for: number; against: number; entitled: number; present: number; sum: string } | null; papers: { late: boolean }[] };
type Body = { id: string; state: string; title: string; agenda: Item[]; quorum: { present: number; entitled: number; least: number; holds: boolean; sentence: string }; items: (Item & { outcome: string; name: string; here: string; vacant: boolean; sort: string; seat: string; session: string; text: string })[]; total: number; may: string[]; reportBy: string | null; publishBy: string; carried: { id: string; waits: string; title: string }[]; findings: { key: string; state: string }[]; vote: { given: number; voters: number } | null; result: { passed: boolean; for: number } | null; speaker: { name: string } | null; waiting: unknown; speakers: { id: string; name: string }[]; error?: { code: string; sentence: string; fields?: { path: string }[] } };
const TODAY = '2026-11-21';
const time = fixClock(`${TODAY}T02:00:00Z`);
const house = await startHouse();
const city = await foundCity(house, 'SES');
const people = await cast(house, city.federationId, [
  { name: '高主席', unionId: city.one.id, offices: ['chair'] }, { name: '组织委员', unionId: city.one.id, offices: ['organiser'] }, { name: '邻主席', unionId: city.other.id, offices: ['chair'] }, { name: '市主席', unionId: city.top.id, offices: ['chair'] }, { name: '列席员', unionId: city.one.id }, { name: '普通职工', unionId: city.one.id }, { name: '外厂职工', unionId: city.other.id },
  ...Array.from({ length: 44 }, (_, i) => ({ name: `代表${i + 1}`, unionId: city.one.id })),
]);
const [chair, organiser, sibling, above, observer, worker, stranger, ...delegates] = people as [Player, Player, Player, Player, Player, Player, Player, ...Player[]];
const cards = new Map<string, string>();
const seatOf = new Map<string, string>();

/** A congress of 45 seats: 44 delegates and one seat that became vacant; an observer; two delegations. */
async function found(): Promise<string> {
  return house.within(city.federationId, async (tx) => {
    const [body, term, c] = [newId(), newId(), newId()];
    await terms.insertBody(tx, { id: body, unionId: city.one.id, kind: 'workers', form: 'congress', name: '一厂职工代表大会' });
    await terms.insertTerm(tx, term, { id: body, kind: 'workers' }, { number: 3, years: 5, beganOn: '2025-01-01', endsOn: '2029-12-31', renewal: 'due', renewalReason: '', approval: '', countedOn: '2024-12-01', workers: 900, women: 300, dispatched: 0, seats: 45, seatsLeast: 45, seatsReason: '', ruleSetId: 'test' });
    await con.insertConstituencies(tx, term, [{ id: c, number: 1, name: '全厂', counted: 900, others: 0, othersReason: '', women: 300, dispatched: 0, unionIds: [city.one.id] }]);
    await terms.seatTerm(tx, { id: term, bodyId: body, beganOn: '2025-01-01' }, chair.id);
    const line = (p: Player, n: number, kind: 'delegate' | 'observer') => { const [id, code] = [newId(), newSecretId()]; cards.set(p.id, code); seatOf.set(p.id, id); return { id, personId: p.id, name: '', class: kind, constituencyId: kind === 'delegate' ? c : null, delegationId: null, electionId: null, replacesId: null, post: n % 3 === 2 ? ('manager' as const) : ('frontline' as const), dispatched: false, unit: '', cardNumber: `3-${kind.slice(0, 1)}${String(n).padStart(3, '0')}`, cardCode: code, since: '2025-01-01', checked: 'passed' as const }; };
    await insertDelegates(tx, term, [...delegates.map((p, n) => line(p, n, 'delegate')), line(worker, 90, 'delegate'), line(observer, 1, 'observer')]);
    const group = newId();
    await con.putDelegation(tx, term, { id: group, number: 1, name: '第一代表团', headId: seatOf.get(delegates[0]?.id ?? '') ?? null, deputyId: null });
    await con.setDelegation(tx, term, group, [c]);
    return body;
  });
}
const body = await found();
// the 45th delegate has left: the seat stays on the roll until it is formally given up
await house.database.pool.query("UPDATE congress_delegate SET until = '2026-06-01', end_reason = 'leftFirm' WHERE federation_id = $1 AND person_id = $2", [city.federationId, worker.id]);

const call = async (who: Player | null, method: 'GET' | 'POST' | 'PUT', path: string, given?: unknown): Promise<{ status: number; body: Body; text: string }> => {
  const a = await house.ask(method, `/api/v1${path}`, method === 'GET' ? undefined : (given ?? {}), { token: who?.token ?? null });
  return { status: a.status, body: a.body as Body, text: a.text };
};
const said = async (who: Player | null, method: 'GET' | 'POST' | 'PUT', path: string, given?: unknown): Promise<string> => {
  const a = await call(who, method, path, given);
  return a.status < 300 ? String(a.status) : `${a.status} ${(a.body.error?.fields ?? []).map((f) => f.path).join() || a.body.error?.code}`;
};
const ok = async (who: Player, path: string, given?: unknown): Promise<string> => { const a = await call(who, 'POST', path, given); assert.equal(a.status, 200, `${path} ${a.text}`); return a.body.id; };
const PLAN = { bodyId: body, sort: 'regular', number: 2, mode: 'mixed', title: '第三届职代会第二次会议', place: '礼堂', calledBy: 'yearly', heldAt: '2026-12-10T01:00:00Z', endsAt: '2026-12-10T05:00:00Z' };
const WELFARE = { matter: 'welfareFund', act: 'ADOPT', title: '福利费使用方案', body: '食堂补贴提高', level: 'detached' };
const desk = async (id: string): Promise<Body> => { const a = await call(organiser, 'GET', `/session-desk/${id}`); assert.equal(a.status, 200, a.text); return a.body; };
const go = async (at: string): Promise<void> => { time.set(at); const tokens = await house.tokens(city.federationId, people.map((p) => p.id)); for (const [i, p] of people.entries()) Object.assign(p, { token: tokens[i] }); };
const here = async (id: string, who: readonly Player[]): Promise<void> => assert.equal(await said(organiser, 'POST', `/sessions/${id}/check-in`, scan(who)), '200');
const scan = (who: readonly Player[]) => ({ scans: who.map((p) => ({ code: cards.get(p.id), at: clock.now().toISOString() })) });

test('DEM-1 planning refusals: who, when, matter and act, secrecy, agreement', async () => {
  assert.equal(await said(null, 'GET', '/session-register'), '401 http.signInFirst');
  assert.match(await said(worker, 'POST', '/sessions', PLAN), /^404/);
  assert.match(await said(sibling, 'POST', '/sessions', PLAN), /^404/);
  assert.equal(await said(organiser, 'POST', '/sessions', { ...PLAN, endsAt: PLAN.heldAt }), '400 endsAt');
  assert.equal(await said(organiser, 'POST', '/sessions', { ...PLAN, heldAt: '2026-11-01T01:00:00Z' }), '400 heldAt');
  const id = await ok(organiser, '/sessions', PLAN);
  assert.match(await said(sibling, 'GET', `/session-desk/${id}`), /^404/);
  assert.match(await said(delegates[0] as Player, 'GET', `/sessions/${id}`), /^404/, 'nobody sees it before the notice');
  const add = (more: object): Promise<string> => said(organiser, 'POST', `/sessions/${id}/items`, { ...WELFARE, ...more });
  assert.equal(await add({ level: 'open' }), '400 level', 'adoption is secret');
  assert.equal(await add({ act: 'REPORT', level: 'none' }), '400 act', 'a weaker act than the law asks for');
  assert.equal(await add({ matter: 'plan', act: 'REPORT', level: 'blind' }), '400 level');
  assert.equal(await add({ matter: 'workerDirectors', act: 'ELECT', level: 'blind' }), '400 candidates');
  assert.equal(await said(organiser, 'POST', `/sessions/${id}/notice`), '409 cases.wrongState');
  assert.equal(await said(organiser, 'POST', `/sessions/${id}/confirm`), '200');
  assert.equal(await said(organiser, 'POST', `/sessions/${id}/notice`), '409 sessions.agendaEmpty');
  await ok(organiser, `/sessions/${id}/items`, WELFARE);
  assert.equal(await said(organiser, 'POST', `/sessions/${id}/notice`), '409 sessions.notAgreed');
  await ok(organiser, `/sessions/${id}/agree`, { side: 'employer', by: '厂长' });
  assert.equal(await said(organiser, 'POST', `/sessions/${id}/notice`), '409 sessions.notAgreed');
  assert.match(await said(organiser, 'POST', `/sessions/${id}/call-off`, { text: '改期' }), /^404/, 'the chair calls off');
  await ok(chair, `/sessions/${id}/call-off`, { text: '改期召开' });
  const joint = await ok(organiser, '/sessions', { ...PLAN, sort: 'joint', title: '联席会议', number: 1 });
  assert.equal(await said(organiser, 'POST', `/sessions/${joint}/items`, WELFARE), '400 act', 'a joint meeting adopts nothing');
  await ok(chair, `/sessions/${joint}/call-off`, { text: '不开了' });
});

/** A session that sits, with these present. */
async function sitting(present: readonly Player[], more: readonly object[], at = '2026-12-10T01:00:00Z'): Promise<{ id: string; items: string[] }> {
  const day = at.slice(0, 10);
  const id = await ok(organiser, '/sessions', { ...PLAN, heldAt: at, endsAt: `${day}T05:00:00Z` });
  for (const i of [WELFARE, ...more]) await ok(organiser, `/sessions/${id}/items`, i);
  for (const side of ['employer', 'union']) await ok(organiser, `/sessions/${id}/agree`, { side, by: '负责人' });
  for (const step of ['confirm', 'notice', 'discuss']) await ok(organiser, `/sessions/${id}/${step}`);
  await go(at);
  if (present.length > 0) await here(id, present);
  const list = (await desk(id)).agenda.map((i) => i.id);
  if (present.length < 30) return { id, items: list };
  await ok(organiser, `/sessions/${id}/open`);
  await ok(organiser, `/sessions/${id}/preside`, { seats: [0, 1, 3].map((n) => seatOf.get(delegates[n]?.id ?? '')), chair: seatOf.get(delegates[0]?.id ?? ''), for: 28, against: 1 });
  return { id, items: list };
}
const keys = (item: string) => ballots.makeKeys(house.database, city.federationId, item, clock.now());
async function opened(item: string): Promise<void> {
  await ok(organiser, `/session-items/${item}/present`);
  await keys(item);
  await ok(organiser, `/session-items/${item}/open-vote`);
}
const vote = (who: Player, item: string, choice: string): Promise<string> => said(who, 'POST', `/ballots/${item}/vote`, { content: { kind: 'motion', choice } });
async function counted(item: string): Promise<void> {
  await ok(organiser, `/session-items/${item}/close-vote`);
  await ballots.finishNow(house.database, city.federationId, item, clock.now());
  assert.match(await said(organiser, 'POST', `/session-items/${item}/declare`), /^404/, 'the chair declares');
  await ok(chair, `/session-items/${item}/declare`);
}

test('DEM-1 a session at the boundary: 45 entitled, 30 present, 23 passes and 22 fails; quorum at each opening; papers, speakers, resolution, report', async () => {
  const there = delegates.slice(0, 30);
  const { id, items } = await sitting(there.slice(0, 29), [{ matter: 'workRules', act: 'ADOPT', title: '倒班办法', body: '改为三班', level: 'detached' }, { matter: 'plan', act: 'REPORT', title: '发展规划', level: 'none' }]);
  const [welfare = '', shifts = '', plan = ''] = items;
  assert.equal((await desk(id)).quorum.entitled, 45, 'a vacant seat counts as entitled');
  assert.equal(await said(organiser, 'POST', `/sessions/${id}/open`), '409 sessions.noQuorum', '29 × 3 < 45 × 2');
  assert.equal(await said(delegates[40] as Player, 'POST', `/sessions/${id}/ask`, {}), '409 sessions.notNow');
  assert.equal(await said(stranger, 'POST', `/sessions/${id}/here`), '404 http.notFound');
  assert.equal(await said(there[29] as Player, 'POST', `/sessions/${id}/here`), '200', 'one takes part online');
  await here(id, [observer]);
  assert.deepEqual([(await desk(id)).quorum.present, (await desk(id)).quorum.holds], [30, true], 'an observer is not counted');
  await ok(organiser, `/sessions/${id}/open`);
  assert.equal(await said(organiser, 'POST', `/session-items/${welfare}/present`), '409 sessions.presidiumFirst');
  const presidium = (over: object) => said(organiser, 'POST', `/sessions/${id}/preside`, { seats: [seatOf.get(there[0]?.id ?? ''), seatOf.get(there[1]?.id ?? '')], chair: seatOf.get(there[0]?.id ?? ''), for: 28, against: 0, ...over });
  assert.equal(await presidium({ for: 22 }), '400 for', '22 of 45 is no majority');
  assert.equal(await presidium({ for: 31 }), '400 for', 'more hands than people');
  assert.equal(await presidium({ seats: [seatOf.get(observer.id)], chair: seatOf.get(observer.id) }), '400 seats');
  assert.equal(await presidium({}), '200');

  await ok(organiser, `/session-items/${welfare}/present`);
  assert.equal(await said(organiser, 'POST', `/session-items/${welfare}/note`), '409 sessions.needsVote');
  assert.equal(await said(organiser, 'POST', `/session-items/${welfare}/open-vote`), '409 ballot.keysMissing');
  await keys(welfare);
  await ok(organiser, `/sessions/${id}/leave`, { seatId: seatOf.get(there[28]?.id ?? '') });
  assert.equal(await said(organiser, 'POST', `/session-items/${welfare}/open-vote`), '409 sessions.noQuorum', 'somebody left: not at this moment');
  await here(id, [there[28] as Player]);
  await ok(organiser, `/session-items/${welfare}/open-vote`);
  assert.equal(await vote(observer, welfare, 'for'), '404 http.notFound', 'an observer has no vote');
  assert.equal(await vote(delegates[35] as Player, welfare, 'for'), '409 ballot.notPresent', 'who is not there does not vote');
  await here(id, [delegates[35] as Player]);
  assert.equal(await vote(delegates[35] as Player, welfare, 'for'), '409 ballot.notPresent', 'who comes later votes from the next on');
  for (const [n, who] of there.entries()) assert.equal(await vote(who, welfare, n < 23 ? 'for' : 'against'), '200');
  await house.within(city.federationId, (tx) => ballots.mix(tx, welfare));
  assert.equal(await vote(there[0] as Player, welfare, 'against'), '409 ballot.mixedAlready', 'one paper each');
  const wall = (await call(organiser, 'GET', `/sessions/${id}/screen`)).body;
  assert.deepEqual([wall.vote?.given, wall.vote?.voters, wall.result], [30, 30, null], 'turnout, never a partial result');
  assert.equal(await said(organiser, 'POST', `/sessions/${id}/close`), '409 sessions.voteRuns');
  await counted(welfare);
  assert.equal(await vote(there[1] as Player, welfare, 'for'), '409 ballot.tooLate');
  await ok(organiser, `/sessions/${id}/leave`, { seatId: seatOf.get(delegates[35]?.id ?? '') });

  await opened(shifts);
  for (const [n, who] of there.entries()) assert.equal(await vote(who, shifts, n < 22 ? 'for' : 'against'), '200');
  await counted(shifts);
  const seen = await desk(id);
  const of = (item: string): Item => seen.agenda.find((i) => i.id === item) as Item;
  assert.deepEqual([of(welfare).state, of(welfare).count?.for, of(welfare).count?.entitled, of(welfare).count?.present], ['passed', 23, 45, 30]);
  assert.match(of(welfare).count?.sum ?? '', /23 × 2 = 46 > 45/);
  assert.deepEqual([of(shifts).state, of(shifts).count?.for], ['failed', 22]);
  const again = await ok(organiser, `/session-items/${shifts}/amend`, { title: '倒班办法（修改稿）', body: '维持四班' });
  assert.equal((await desk(id)).agenda.find((i) => i.id === again)?.amends, '倒班办法', 'an amended text is a new item');
  await ok(organiser, `/session-items/${again}/withdraw`, { why: '会后再协商' });

  await ok(organiser, `/session-items/${plan}/present`);
  await ok(there[3] as Player, `/sessions/${id}/ask`, { itemId: plan, about: '技改' });
  assert.equal(await said(there[3] as Player, 'POST', `/sessions/${id}/ask`, {}), '409 sessions.askedAlready');
  const [speaker] = (await desk(id)).speakers;
  await ok(organiser, `/session-speakers/${speaker?.id ?? ''}/grant`, { minutes: 3 });
  assert.equal((await call(organiser, 'GET', `/sessions/${id}/screen`)).body.speaker?.name, '代表4');
  await ok(there[0] as Player, `/session-items/${plan}/opinions`, { text: '本团建议增加培训投入', gathered: true });
  assert.equal(await said(there[1] as Player, 'POST', `/session-items/${plan}/opinions`, { text: '不是团长', gathered: true }), '403 sessions.headOnly');
  const [opinion] = (await call(organiser, 'GET', `/sessions/${id}/opinions`)).body.items;
  assert.equal(await said(organiser, 'POST', `/session-opinions/${opinion?.id ?? ''}/answer`, { taken: 'declined' }), '400 answer');
  await ok(organiser, `/session-opinions/${opinion?.id ?? ''}/answer`, { taken: 'taken', answer: '列入预算' });
  await ok(organiser, `/session-items/${plan}/note`);

  await ok(organiser, `/session-items/${welfare}/resolution`, { resolution: '通过福利费使用方案。', execBy: '财务部', execDue: '2027-03-01' });
  await ok(organiser, `/sessions/${id}/close`);
  assert.equal(await said(delegates[41] as Player, 'POST', `/sessions/${id}/here`), '409 sessions.notNow');
  assert.match(await said(worker, 'GET', `/sessions/${id}`), /^404/, 'not before it is published');
  await ok(chair, `/sessions/${id}/publish`, { minutes: '会议通过福利费使用方案，倒班办法退回协商。' });
  const mine = await call(worker, 'GET', '/session-decisions');
  assert.deepEqual(mine.body.items.map((i) => [i.title, i.state]), [['福利费使用方案', 'passed'], ['倒班办法', 'failed'], ['发展规划', 'noted']]);
  assert.equal((await call(stranger, 'GET', '/session-decisions')).body.total, 0);
  assert.equal((await call(worker, 'GET', `/sessions/${id}`)).status, 200);
  assert.equal((await desk(id)).reportBy?.slice(0, 10), '2026-12-21', 'seven working days');
  await ok(chair, `/sessions/${id}/report`, { text: '应到 45 人，实到 30 人，通过一项，未通过一项。' });
  const inbox = async (who: Player): Promise<string[]> => (await house.within(city.federationId, (tx) => notify.inbox(tx, { personId: who.id, locale: 'zh' }, { limit: 50 }))).items.map((m) => m.title);
  assert.ok((await inbox(above)).includes('收到职代会报告：第三届职代会第二次会议'));
  assert.ok((await inbox(worker)).includes('职代会决议已公布：第三届职代会第二次会议'));
  await ok(organiser, `/session-items/${welfare}/track`, { note: '已列支一季度', done: false });
  const { rows } = await house.database.pool.query<{ n: number }>("SELECT count(*)::int AS n FROM audit_entry WHERE federation_id = $1 AND subject_id = $2", [city.federationId, id]);
  assert.ok((rows[0]?.n ?? 0) > 20, 'each step stands in the log');

  const composed = { unionId: city.top.id, title: '奖金协议', round: 1, op: 'GT', num: 1, den: 2, agree: [welfare], veto: [shifts] };
  assert.match(await said(organiser, 'POST', '/joint-decisions', composed), /^404/, 'another union leads');
  assert.equal(await said(sibling, 'POST', '/joint-decisions', { ...composed, unionId: city.other.id }), '400 agree', 'votes of sessions that one does not keep');
  assert.equal(await said(above, 'POST', '/joint-decisions', { ...composed, veto: [welfare] }), '400 veto');
  assert.equal(await said(above, 'POST', '/joint-decisions', { ...composed, num: 3 }), '400 num');
  const verdict = async (decision: string): Promise<unknown> => ((await call(above, 'GET', `/joint-decisions/${decision}`)).body as unknown as { verdict: string }).verdict;
  assert.equal(await verdict(await ok(above, '/joint-decisions', composed)), 'passed', 'it agreed, and nobody vetoed');
  assert.equal(await verdict(await ok(above, '/joint-decisions', { ...composed, agree: [shifts], veto: [] })), 'failed');
  assert.equal(await verdict(await ok(above, '/joint-decisions', { ...composed, op: 'GE', num: 1, den: 1, agree: [shifts], veto: [welfare] })), 'failed', 'a veto that passed');

  const next = await ok(organiser, '/sessions', { ...PLAN, number: 3, title: '第三次会议', heldAt: '2027-06-10T01:00:00Z', endsAt: '2027-06-10T05:00:00Z' });
  assert.deepEqual((await desk(next)).carried.map((c) => [c.title, c.waits]), [['福利费使用方案', 'execution']]);
});

test('DEM-1 who comes and goes while a vote opens: either before it or after it, never between', async () => {
  const there = delegates.slice(0, 31);
  const { id, items: [item = ''] } = await sitting(there, [], '2027-01-10T01:00:00Z');
  await ok(organiser, `/session-items/${item}/present`);
  await keys(item);
  const late = delegates[32] as Player;
  const [vote1] = await Promise.all([call(organiser, 'POST', `/session-items/${item}/open-vote`), ...[0, 1].map((n) => call(organiser, 'POST', `/sessions/${id}/leave`, { seatId: seatOf.get(there[n]?.id ?? '') })), call(late, 'POST', `/sessions/${id}/here`)]);
  const { rows } = await house.database.pool.query<{ present: number; marked: number; state: string }>("SELECT b.present, b.state, (SELECT count(*)::int FROM ballot_voter v WHERE v.federation_id = b.federation_id AND v.ballot_id = b.id AND v.present) AS marked FROM ballot b WHERE b.federation_id = $1 AND b.id = $2", [city.federationId, item]);
  const [b] = rows;
  assert.equal(vote1.status === 200, b?.state === 'open');
  if (b?.state === 'open') assert.equal(b.present, b.marked, 'who was counted may vote, and nobody else');
  if (b?.state === 'open') assert.ok(b.present * 3 >= 45 * 2);
  if (b?.state !== 'open') assert.equal(vote1.body.error?.code, 'sessions.noQuorum');
  await ok(organiser, `/session-items/${item}/withdraw`, { why: '改日表决' });
  await ok(organiser, `/sessions/${id}/close`);
});

test('DEM-1 a secret vote in the hall: who was handed a card has no other way to vote', async () => {
  const there = delegates.slice(0, 30);
  const { id, items: [first = '', item = ''] } = await sitting(there, [{ matter: 'collectiveContract', act: 'ADOPT', title: '集体合同草案', level: 'blind' }], '2027-03-10T01:00:00Z');
  await opened(item);
  const [holder, other] = there as [Player, Player];
  assert.equal((await call(organiser, 'POST', `/ballot-hall/${item}/cards`, { n: 3 })).status, 200);
  assert.match(await said(sibling, 'POST', `/ballot-hall/${item}/hand`, { personId: holder.id }), /^404/);
  assert.match(await said(organiser, 'POST', `/ballot-hall/${item}/hand`, { personId: delegates[40]?.id }), /^409 ballot.notPresent/, 'who is not there gets none');
  assert.equal(await said(organiser, 'POST', `/ballot-hall/${item}/hand`, { personId: holder.id }), '200');
  const booth = async (who: Player): Promise<BoothBallot> => ((await call(who, 'GET', `/ballots/${item}`)).body as unknown as { booth: BoothBallot }).booth;
  const token = async (who: Player): Promise<string> => said(who, 'POST', `/ballots/${item}/token`, { blinded: (await blind(await booth(who), '')).blinded });
  assert.match(await token(holder), /^409/, 'by card or by phone, not both');
  assert.equal(await token(other), '200');
  assert.match(await said(organiser, 'POST', `/ballot-hall/${item}/hand`, { personId: other.id }), /^409/, 'nor the other way round');
  assert.equal((await call(organiser, 'GET', `/session-items/${item}/session`)).text, JSON.stringify({ sessionId: id }));
  await counted(item);
  await ok(organiser, `/session-items/${first}/withdraw`, { why: '改日表决' });
  await ok(organiser, `/sessions/${id}/close`);
});

test('DEM-1 two sessions of a term opened in the same moment: one is, the other is told which', async () => {
  const [first, second] = [await sitting(delegates.slice(0, 5), [], '2027-05-10T01:00:00Z'), await sitting(delegates.slice(0, 5), [], '2027-05-10T02:00:00Z')];
  for (const { id } of [first, second]) await here(id, delegates.slice(5, 30));
  const outcomes = await Promise.all([first, second].map(({ id }) => said(organiser, 'POST', `/sessions/${id}/open`)));
  assert.deepEqual(outcomes.sort(), ['200', '409 sessions.otherOpen']);
});
