import assert from 'node:assert/strict';
import test from 'node:test';
import { audit } from '#engines/audit';
import { notify } from '#engines/notify';
import { fixClock } from '#test/clock';
import { cast, foundBelow, foundCity, type Player } from '#test/people';
import { startHouse } from '#test/server';
import { forgetAll, noticeAll } from './summer-care.jobs.ts';

type Refusal = { code: string; fields?: { path: string; why?: string }[]; sentence?: string };
type Body = { id: string; no: number; state: string; ahead: number; items: { id: string; entryId: string; state: string; child: string; code: string; text: string; may: string[]; health: boolean; standing: string; phone: string; keptUntil: string; children: number; guardian: string; forgottenAt: string | null }[]; total: number; error?: Refusal;
  people: { id: string; name: string; phone: string; relation: string; code: string; shortCode: string }[]; notes: string | null; notesWithdrawnAt: string | null; code: string; version: number; may: string[]; child: string; person: { name: string; relation: string } | null; days: { day: string; state: string; leftWith: string }[];
  incidents: { text: string }[]; messages: { text: string }[]; entries: { id: string }[]; releases: { id: string; may: string[]; state: string }[]; consent: { no: number; text: string; healthText: string }; consents: { hash: string }[]; came: number; all: { children: number; childDays: number; sessions: number }; ages: { age: number }[] };
type Method = 'GET' | 'POST' | 'PUT';

const NOW = '2026-06-15T02:00:00Z';
const MUM = { name: '王秀兰', phone: '13812340001', relation: 'mother' };
const GRAN = { name: '赵桂英', phone: '13812340002', relation: 'grandparent' };
const CHILD = { name: '王小满', birth: '2018-03-04', sex: 'female' };
const said = (more: object = {}) => ({ key: 'key-12345678', child: CHILD, people: [MUM, GRAN], contact: MUM, consentNo: 1, ...more });
const SESSION = { title: '第一期', site: '职工之家', address: '一楼', startsOn: '2026-07-10', endsOn: '2026-07-24', opensMinute: 480, closesMinute: 1050, capacity: 2 };

async function stage() {
  const clock = fixClock(NOW);
  const house = await startHouse();
  const city = await foundCity(house, 'CAR');
  const shop = await foundBelow(house, city.federationId, city.one, 'CAR-1-1');
  const players = (await cast(house, city.federationId, [
    { name: '王师傅', unionId: shop.id }, { name: '钱同事', unionId: shop.id }, { name: '孙老师', unionId: city.one.id }, { name: '周老师', unionId: city.one.id }, { name: '高主席', unionId: city.one.id, offices: ['chair'] }, { name: '邻主席', unionId: city.other.id, offices: ['chair'] }, { name: '邻职工', unionId: city.other.id },
  ])) as [Player, Player, Player, Player, Player, Player, Player];
  const [worker, mate, teacher, second, chair, sibling, elsewhere] = players;
  const call = async (who: Player | null, method: Method, path: string, body?: unknown): Promise<{ status: number; body: Body; text: string }> => {
    const a = await house.ask(method, `/api/v1${path}`, method === 'GET' ? undefined : (body ?? {}), { token: who?.token ?? null });
    return { status: a.status, body: a.body as Body, text: a.text };
  };
  const outcome = async (who: Player | null, method: Method, path: string, body?: unknown): Promise<string> => {
    const a = await call(who, method, path, body);
    return a.status < 300 ? String(a.status) : `${a.status} ${(a.body.error?.fields ?? []).map((f) => f.path).join() || a.body.error?.code}`;
  };
  const ok = async (who: Player, method: Method, path: string, body?: unknown): Promise<Body> => {
    const a = await call(who, method, path, body);
    assert.ok(a.status < 300, `${method} ${path}: ${a.status} ${a.text}`);
    return a.body;
  };
  const go = async (at: string): Promise<void> => { clock.set(at); const tokens = await house.tokens(city.federationId, players.map((p) => p.id)); for (const [i, p] of players.entries()) Object.assign(p, { token: tokens[i] }); };
  const inbox = async (who: Player): Promise<string[]> => (await house.within(city.federationId, (tx) => notify.inbox(tx, { personId: who.id, locale: 'zh' }, { limit: 50 }))).items.map((m) => m.title);
  const programme = (more: object = {}) => ok(chair, 'POST', '/summer-care-programmes', { unionId: city.one.id, title: '爱心暑托班', year: 2026, ageFrom: 6, ageTo: 12, opensAt: '2026-06-10T01:00:00Z', closesAt: '2026-07-05T10:00:00Z', ...more });
  const published = async (sessions: object[], more: object = {}): Promise<{ id: string; sessions: [string, string, string] }> => {
    const { id } = await programme(more);
    const ids: string[] = [];
    for (const s of sessions) ids.push((await ok(chair, 'POST', `/summer-care-programmes/${id}/sessions`, { ...SESSION, ...s })).id);
    await ok(chair, 'POST', `/summer-care-programmes/${id}/publish`);
    return { id, sessions: ids as [string, string, string] };
  };
  const signUp = (who: Player, session: string, more: object = {}) => call(who, 'POST', `/summer-care/sessions/${session}/sign-up`, said(more));
  const on = async (session: string, ...who: Player[]): Promise<void> => { for (const p of who) await ok(chair, 'POST', `/summer-care-sessions/${session}/staff`, { personId: p.id, from: '2026-07-10', to: '2026-07-24' }); };
  return { house, city, worker, mate, teacher, second, chair, sibling, elsewhere, call, outcome, ok, go, inbox, programme, published, signUp, on };
}

test('SVC-11 programmes, refusals: session, permission, ages, window, dates, days, publishing without sessions, what is fixed, other unions', { timeout: 240_000 }, async () => {
  const s = await stage();
  const draft = { unionId: s.city.one.id, title: '暑托班', year: 2026, ageFrom: 6, ageTo: 12, opensAt: '2026-06-10T01:00:00Z', closesAt: '2026-07-05T10:00:00Z' };
  assert.equal((await s.call(null, 'POST', '/summer-care-programmes', draft)).status, 401);
  assert.equal((await s.call(s.worker, 'POST', '/summer-care-programmes', draft)).status, 404, 'no permission word');
  assert.match(await s.outcome(s.sibling, 'POST', '/summer-care-programmes', draft), /^404 /);
  assert.equal(await s.outcome(s.chair, 'POST', '/summer-care-programmes', { ...draft, ageTo: 5 }), '400 ageTo');
  assert.equal(await s.outcome(s.chair, 'POST', '/summer-care-programmes', { ...draft, closesAt: draft.opensAt }), '400 closesAt');
  const { id } = await s.programme();
  const add = (more: object) => s.outcome(s.chair, 'POST', `/summer-care-programmes/${id}/sessions`, { ...SESSION, ...more });
  assert.equal(await add({ endsOn: '2026-07-09' }), '400 endsOn');
  assert.equal(await add({ endsOn: '2026-12-24' }), '400 endsOn');
  assert.equal(await add({ startsOn: '2026-07-11', endsOn: '2026-07-12' }), '400 weekdays', 'only a week-end');
  assert.equal(await add({ closesMinute: 480 }), '400 closesMinute');
  assert.equal(await add({ startsOn: '2026-06-09' }), '400 startsOn', 'before sign-up');
  assert.equal(await s.outcome(s.chair, 'POST', `/summer-care-programmes/${id}/publish`), '409 summerCare.noSessions');
  assert.match(await s.outcome(s.sibling, 'GET', `/summer-care-programmes/${id}`), /^404 /);
  const session = (await s.ok(s.chair, 'POST', `/summer-care-programmes/${id}/sessions`, SESSION)).id;
  assert.match(await s.outcome(s.worker, 'GET', `/summer-care/sessions/${session}`), /^404 /, 'a draft');
  assert.equal(await s.outcome(s.chair, 'POST', `/summer-care-programmes/${id}/publish`), '200');
  assert.equal(await s.outcome(s.chair, 'PUT', `/summer-care-programmes/${id}`, draft), '409 summerCare.isPublished');
  assert.equal(await s.outcome(s.chair, 'PUT', `/summer-care-sessions/${session}`, { ...SESSION, startsOn: '2026-07-13' }), '400 startsOn');
  assert.equal(await s.outcome(s.chair, 'PUT', `/summer-care-sessions/${session}`, { ...SESSION, daysOff: ['2026-07-15'], address: '二楼' }), '200');
  assert.match(await s.outcome(s.elsewhere, 'GET', `/summer-care/sessions/${session}`), /^404 /);
  assert.equal((await s.ok(s.worker, 'GET', '/summer-care/sessions')).total, 1);
  assert.equal((await s.ok(s.elsewhere, 'GET', '/summer-care/sessions')).total, 0);
});

test('SVC-11 sign-up, refusals: age, guardian, phones, consent, the same child, too early, other unions, without a child', { timeout: 240_000 }, async () => {
  const s = await stage();
  const { sessions: [first, overlapping, later] } = await s.published([{}, { site: '别处', startsOn: '2026-07-20', endsOn: '2026-07-31' }, { startsOn: '2026-07-27', endsOn: '2026-08-07' }]);
  const no = (more: object, session = first) => s.outcome(s.worker, 'POST', `/summer-care/sessions/${session}/sign-up`, said(more));
  assert.equal(await no({ child: { ...CHILD, birth: '2020-07-11' } }), '400 child.birth', 'five on the first day');
  assert.equal(await no({ child: { ...CHILD, birth: '2013-07-10' } }), '400 child.birth', 'thirteen');
  assert.equal(await no({ child: { ...CHILD, birth: '2026-06-16' } }), '400 child.birth', 'not born yet');
  assert.equal(await no({ people: [GRAN] }), '400 people');
  assert.equal(await no({ people: [] }), '400 people');
  assert.equal(await no({ people: [MUM, MUM] }), '400 people.1.name');
  assert.equal(await no({ people: [{ ...MUM, phone: '1234567' }] }), '400 people.0.phone');
  assert.equal(await no({ contact: { ...MUM, phone: '99999999999' } }), '400 contact.phone');
  assert.equal(await no({ consentNo: 2 }), '400 consentNo');
  assert.equal(await no({ notes: { text: '花生过敏', consentNo: 9 } }), '400 notes.consentNo');
  assert.match(await s.outcome(s.elsewhere, 'POST', `/summer-care/sessions/${first}/sign-up`, said()), /^404 /);
  const bare = await s.house.ask('POST', `/api/v1/offers/${first}/claims`, { places: 1 }, { token: s.worker.token, headers: { 'idempotency-key': 'bare-12345' } });
  assert.ok(bare.status >= 400, 'a place without a child is refused');
  const made = await s.signUp(s.worker, first);
  assert.deepEqual([made.status, made.body.state], [200, 'taken'], made.text);
  assert.equal((await s.signUp(s.worker, first)).body.id, made.body.id, 'the same request again');
  assert.equal(await no({ key: 'key-other-1' }), '409 summerCare.childTwice');
  assert.equal(await no({ key: 'key-other-2' }, overlapping), '409 summerCare.childTwice', 'other days of the same weeks');
  assert.equal(await s.outcome(s.mate, 'POST', `/summer-care/sessions/${overlapping}/sign-up`, said({ child: { ...CHILD, name: ' 王 小满 ' } })), '409 summerCare.childTwice', 'by the other parent');
  assert.equal(await no({ key: 'key-other-3' }, later), '200', 'days that do not overlap');
  assert.equal(await no({ key: 'key-sister-1', child: { ...CHILD, name: '王小禾' } }), '200', 'a sister');
  assert.match(await s.outcome(s.mate, 'GET', `/summer-care/entries/${made.body.id}`), /^404 /);
  assert.match(await s.outcome(s.chair, 'GET', `/summer-care/entries/${made.body.id}`), /^404 /, 'nor the chair');
  await s.go('2026-07-05T10:00:00Z');
  assert.equal(await s.outcome(s.mate, 'POST', `/summer-care/sessions/${later}/sign-up`, said({ child: { ...CHILD, name: '钱多多' } })), '409 ended');
});

test('SVC-11 races: the same child by two parents in two sessions, the last place, and ages in the database', { timeout: 240_000 }, async () => {
  const s = await stage();
  const { sessions: [one, two] } = await s.published([{}, { site: '别处' }]);
  for (let round = 0; round < 4; round++) {
    const child = { ...CHILD, name: `双双${'一二三四'[round]}` };
    const both = await Promise.all([s.signUp(s.worker, one, { key: `race-a-${round}-xx`, child }), s.signUp(s.mate, two, { key: `race-b-${round}-xx`, child })]);
    assert.deepEqual(both.map((x) => x.status).sort(), [200, 409], both.map((x) => x.text).join('\n'));
  }
  const { sessions: [last] } = await s.published([{ capacity: 1, startsOn: '2026-08-03', endsOn: '2026-08-07' }], { title: '一个名额' });
  const many = await Promise.all(['甲', '乙', '丙', '丁'].map((n, i) => s.signUp([s.worker, s.mate, s.teacher, s.second][i] as Player, last, { key: `last-${i}-xxxx`, child: { ...CHILD, name: `王${n}` } })));
  assert.deepEqual(many.map((x) => x.body.state).sort(), ['taken', 'waiting', 'waiting', 'waiting']);
  await assert.rejects(s.house.database.pool.query('UPDATE care_session SET age_from = 9 WHERE id = $1', [last]), /care_entry_ages/, 'nobody changes the ages under a child');
  await assert.rejects(s.house.database.pool.query('UPDATE care_entry SET age = 13 WHERE session_id = $1', [last]), /care_entry_age/);
});

test('SVC-11 a guardian edits, withdraws notes, gives the place back; who waited moves up; data go at once', { timeout: 240_000 }, async () => {
  const s = await stage();
  const { id: programme, sessions: [session] } = await s.published([{ capacity: 1 }]);
  const mine = (await s.signUp(s.worker, session, { notes: { text: '对花生过敏', consentNo: 1 } })).body.id;
  const waits = await s.signUp(s.mate, session, { child: { ...CHILD, name: '钱多多' }, people: [{ ...MUM, name: '钱妈妈' }] });
  assert.deepEqual([waits.body.state, waits.body.ahead], ['waiting', 0]);
  const before = await s.ok(s.worker, 'GET', `/summer-care/entries/${mine}`);
  assert.deepEqual([before.notes, before.people.length, before.may.includes('editChild')], ['对花生过敏', 2, true]);
  const raw = JSON.stringify((await s.house.database.pool.query('SELECT * FROM care_entry')).rows) + JSON.stringify((await s.house.database.pool.query('SELECT * FROM care_pickup')).rows);
  for (const secret of [CHILD.name, CHILD.birth, MUM.name, MUM.phone, '花生']) assert.ok(!raw.includes(secret), `${secret} lies open`);
  const [mum] = before.people;
  const edit = { child: { ...CHILD, name: '王晓满' }, people: [{ ...mum, phone: '13900001111', code: undefined, shortCode: undefined }], contact: GRAN };
  assert.equal(await s.outcome(s.worker, 'PUT', `/summer-care/entries/${mine}`, { ...edit, version: 99 }), '409 summerCare.changed');
  assert.equal(await s.outcome(s.worker, 'PUT', `/summer-care/entries/${mine}`, { ...edit, version: before.version }), '200');
  const after = await s.ok(s.worker, 'GET', `/summer-care/entries/${mine}`);
  assert.deepEqual([after.child, after.people.length, after.people[0]?.code], ['王晓满', 1, mum?.code], 'who stays keeps the code');
  assert.equal(await s.outcome(s.worker, 'POST', `/summer-care/entries/${mine}/withdraw-notes`), '200');
  assert.equal((await s.house.database.pool.query('SELECT notes_sealed FROM care_entry WHERE id = $1', [mine])).rows[0].notes_sealed, null);
  assert.equal(await s.outcome(s.worker, 'POST', `/summer-care/entries/${mine}/withdraw-notes`), '409 summerCare.noNotes');
  const no2 = await s.ok(s.chair, 'POST', `/summer-care-programmes/${programme}/consent`, { text: '第二版告知书：'.padEnd(40, '字'), healthText: '健康信息单独同意：'.padEnd(40, '字') });
  assert.equal(no2.no, 2);
  assert.equal(await s.outcome(s.worker, 'PUT', `/summer-care/entries/${mine}/notes`, { notes: { text: '花生过敏', consentNo: 1 } }), '400 notes.consentNo', 'the first version agrees to nothing new');
  assert.equal(await s.outcome(s.worker, 'POST', `/summer-care/entries/${mine}/agree`, { consentNo: 2 }), '200');
  assert.equal(await s.outcome(s.mate, 'POST', `/summer-care/entries/${mine}/cancel`), '404 http.notFound');
  assert.equal(await s.outcome(s.worker, 'POST', `/summer-care/entries/${mine}/cancel`), '200');
  assert.equal((await s.ok(s.mate, 'GET', `/summer-care/entries/${waits.body.id}`)).state, 'taken');
  assert.ok((await s.inbox(s.mate)).length > 0, 'the next is told');
  const { rows: [gone] } = await s.house.database.pool.query('SELECT child_sealed, contact_sealed, (SELECT count(*)::int FROM care_day d WHERE d.entry_id = e.id) AS days, (SELECT count(*)::int FROM care_pickup p WHERE p.entry_id = e.id AND p.sealed IS NOT NULL) AS people FROM care_entry e WHERE id = $1', [mine]);
  assert.deepEqual(gone, { child_sealed: null, contact_sealed: null, days: 0, people: 0 });
  assert.equal(await s.outcome(s.worker, 'POST', `/summer-care/entries/${mine}/cancel`), '409 summerCare.isOver');
  assert.equal((await s.signUp(s.worker, session, { key: 'again-1234', consentNo: 2 })).body.state, 'waiting', 'the child may wait again');
});

test('SVC-11 a day: staff, sign-in, hand-over to listed people only, release by two, health to staff of the day, absence, incident, certificate, forgetting', { timeout: 240_000 }, async () => {
  const s = await stage();
  const { id: programme, sessions: [session] } = await s.published([{ capacity: 3 }]);
  const mine = (await s.signUp(s.worker, session, { notes: { text: '对花生过敏', consentNo: 1 } })).body.id;
  const other = (await s.signUp(s.mate, session, { child: { ...CHILD, name: '钱多多' }, people: [{ ...MUM, name: '钱妈妈' }] })).body.id;
  await s.on(session, s.teacher, s.second);
  const people = (await s.ok(s.worker, 'GET', `/summer-care/entries/${mine}`)).people;
  const gran = people.find((p) => p.relation === 'grandparent');
  const at = (rest: string) => `/summer-care/sessions/${session}/${rest}`;
  assert.equal(await s.outcome(s.teacher, 'POST', at('sign-in'), { entryId: mine }), '404 http.notFound', 'not on duty today');
  assert.equal(await s.outcome(s.chair, 'POST', at('sign-in'), { entryId: mine }), '409 summerCare.notToday');
  await s.go('2026-07-10T00:10:00Z');
  assert.equal(await s.outcome(s.mate, 'GET', at('days/2026-07-10')), '404 http.notFound', 'a guardian sees no list');
  assert.equal(await s.outcome(s.sibling, 'GET', at('days/2026-07-10')), '404 http.notFound');
  assert.equal(await s.outcome(s.chair, 'POST', at('health')), '409 summerCare.dutyOnly', 'nor the chair the health notes');
  assert.deepEqual((await s.ok(s.chair, 'GET', at('days/2026-07-10'))).items.map((x) => x.child), ['王**', '钱**']);
  const list = await s.ok(s.teacher, 'GET', at('days/2026-07-10'));
  assert.deepEqual(list.items.map((x) => [x.child, x.state, x.health]), [['王小满', 'expected', true], ['钱多多', 'expected', false]]);
  assert.equal((await s.ok(s.teacher, 'POST', at('health'))).items[0]?.text, '对花生过敏');
  assert.equal(await s.outcome(s.teacher, 'POST', at('hand-over'), { code: gran?.code }), '409 summerCare.notHere');
  const own = await s.ok(s.worker, 'GET', `/summer-care/entries/${mine}`);
  assert.equal((await s.ok(s.teacher, 'POST', at('scan'), { code: own.code })).child, '王小满');
  assert.equal(await s.outcome(s.teacher, 'POST', at('sign-in'), { entryId: mine }), '200');
  assert.equal(await s.outcome(s.teacher, 'POST', at('sign-in'), { entryId: mine }), '409 summerCare.hereAlready');
  await s.go('2026-07-10T00:31:00Z');
  assert.equal(await noticeAll(s.house.database, new Date('2026-07-10T00:31:00Z')), 1);
  assert.equal(await noticeAll(s.house.database, new Date('2026-07-10T00:41:00Z')), 0, 'told once');
  assert.ok((await s.inbox(s.mate)).some((t) => t.includes('没有到班')));
  assert.equal(await s.outcome(s.teacher, 'POST', at('incidents'), { entryId: mine, text: '膝盖擦破一点皮' }), '200');
  assert.equal((await s.ok(s.worker, 'GET', `/summer-care/entries/${mine}`)).incidents[0]?.text, '膝盖擦破一点皮');
  for (const code of ['NJP1.00000000000000000000000000000000.aaaaaaaaaaaaaaaaaaaaaa', '12345678']) assert.equal(await s.outcome(s.teacher, 'POST', at('hand-over'), { code }), '409 summerCare.notListed');
  assert.equal(await s.outcome(s.teacher, 'POST', at('hand-over'), { code: own.code }), '409 summerCare.notListed', 'the child’s own code takes nobody home');
  const seen = await s.ok(s.teacher, 'POST', at('scan'), { code: gran?.shortCode });
  assert.deepEqual([seen.person?.name, seen.person?.relation, seen.may], [GRAN.name, 'grandparent', ['handOver']]);
  await s.ok(s.worker, 'POST', `/summer-care/entries/${mine}/people/${gran?.id}/new-code`);
  assert.equal(await s.outcome(s.teacher, 'POST', at('hand-over'), { code: gran?.code }), '409 summerCare.notListed', 'a lost code is worth nothing');
  const fresh = (await s.ok(s.worker, 'GET', `/summer-care/entries/${mine}`)).people.find((p) => p.relation === 'grandparent');
  const twice = await Promise.all([s.outcome(s.teacher, 'POST', at('hand-over'), { code: fresh?.code }), s.outcome(s.second, 'POST', at('hand-over'), { code: fresh?.code })]);
  assert.deepEqual(twice.sort(), ['200', '409 summerCare.leftAlready'], 'two devices, one hand-over');
  assert.ok((await s.inbox(s.worker)).some((t) => t.includes('接走')));
  await s.ok(s.teacher, 'POST', at('undo-hand-over'), { entryId: mine });
  const ask = { entryId: mine, taker: '周志强', relation: 'relative', phone: '13912340077', reason: '舅舅临时来接' };
  await s.ok(s.teacher, 'POST', at('releases'), ask);
  assert.equal(await s.outcome(s.second, 'POST', at('releases'), ask), '409 summerCare.askedAlready');
  const [release] = (await s.ok(s.second, 'GET', at('days/2026-07-10'))).releases;
  assert.equal(await s.outcome(s.teacher, 'POST', `/summer-care/releases/${release?.id}/decide`, { confirm: true }), '409 summerCare.secondSame');
  assert.match(await s.outcome(s.mate, 'POST', `/summer-care/releases/${release?.id}/decide`, { confirm: true }), /^404 /);
  assert.equal(await s.outcome(s.second, 'POST', `/summer-care/releases/${release?.id}/decide`, { confirm: true }), '200');
  assert.ok((await s.ok(s.worker, 'GET', `/summer-care/entries/${mine}`)).days[0]?.leftWith.startsWith('周志强'));
  assert.equal(await s.outcome(s.mate, 'POST', `/summer-care/entries/${other}/excuse`, { day: '2026-07-11', away: true }), '409 summerCare.dayUnknown', 'a Saturday');
  assert.equal(await s.outcome(s.mate, 'POST', `/summer-care/entries/${other}/excuse`, { day: '2026-07-13', away: true }), '200');
  assert.equal((await s.ok(s.chair, 'POST', `/summer-care-sessions/${session}/messages`, { text: '明天带水杯' })).id.length, 36);
  const looks = await s.house.within(s.city.federationId, (tx) => audit.list(tx, [`/${s.city.federationId}/`], { limit: 100 }, 'zh')).then((x) => x.items.filter((l) => l.act === 'look'));
  assert.ok(looks.some((l) => l.fields.includes('health') && l.by.name === '孙老师'), 'each look at health notes is in the log');
  await forgetting(s, programme, mine);
});

async function forgetting(s: Awaited<ReturnType<typeof stage>>, programme: string, mine: string): Promise<void> {
  assert.equal(await s.outcome(s.worker, 'GET', `/summer-care/entries/${mine}/certificate`), '409 summerCare.notEnded');
  await s.go('2026-07-25T02:00:00Z');
  assert.equal((await s.ok(s.worker, 'GET', `/summer-care/entries/${mine}/certificate`)).came, 1);
  const masked = (await s.ok(s.chair, 'GET', `/summer-care-children?programmeId=${programme}`)).items[0];
  assert.deepEqual([masked?.child, masked?.phone, masked?.guardian], ['王**', '138****0001', '王**']);
  assert.match(await s.outcome(s.sibling, 'POST', `/summer-care-children/${mine}/look`, { purpose: '核对' }), /^404 /);
  assert.equal((await s.ok(s.chair, 'POST', `/summer-care-children/${mine}/look`, { purpose: '核对资料' })).child, '王小满');
  assert.deepEqual((await s.ok(s.chair, 'GET', '/summer-care-retention')).items.map((x) => [x.keptUntil, x.children, x.forgottenAt]), [['2026-10-22', 2, null]]);
  assert.equal(await forgetAll(s.house.database, new Date('2026-10-22T15:59:00Z')), 0);
  const figures = await s.ok(s.chair, 'GET', '/summer-care-statistics?year=2026');
  assert.equal(await forgetAll(s.house.database, new Date('2026-10-22T16:00:00Z')), 2);
  const left = await s.house.database.pool.query('SELECT (SELECT count(*)::int FROM care_entry WHERE child_sealed IS NOT NULL OR contact_sealed IS NOT NULL OR notes_sealed IS NOT NULL OR guardian_id IS NOT NULL OR claim_id IS NOT NULL) AS entries, (SELECT count(*)::int FROM care_pickup WHERE sealed IS NOT NULL) AS people, (SELECT count(*)::int FROM care_day WHERE child_key IS NOT NULL) AS days, (SELECT count(*)::int FROM care_release WHERE sealed IS NOT NULL) + (SELECT count(*)::int FROM care_incident WHERE sealed IS NOT NULL) AS texts');
  assert.deepEqual(left.rows[0], { entries: 0, people: 0, days: 0, texts: 0 });
  assert.match(await s.outcome(s.worker, 'GET', `/summer-care/entries/${mine}`), /^404 /);
  const stay = await s.ok(s.chair, 'GET', '/summer-care-statistics?year=2026');
  assert.deepEqual([stay.all.children, stay.all.childDays, stay.ages], [figures.all.children, figures.all.childDays, figures.ages], 'figures stay');
  assert.deepEqual([stay.all.children, stay.all.childDays, stay.ages.map((x) => x.age)], [1, 1, [8]]);
}
