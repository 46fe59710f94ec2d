import assert from 'node:assert/strict';
import test from 'node:test';
import { ballots } from '#engines/ballot';
import { blind, type BoothBallot, finalise, paperOf, type Token } from '#shared/ballot-booth';
import { clock } from '#platform/clock';
import { fixClock } from '#test/clock';
import { cast, foundBelow, foundCity, type Player } from '#test/people';
import { startHouse } from '#test/server';

fixClock('2026-11-21T02:00:00Z');
const house = await startHouse();
const city = await foundCity(house, 'APP');
const shop = await foundBelow(house, city.federationId, city.one, 'APP-1-1');
const people = await cast(house, city.federationId, [
  { name: '厂工会主席', unionId: city.one.id, offices: ['chair'] }, { name: '市总主席', unionId: city.top.id, offices: ['chair'] }, { name: '外厂主席', unionId: city.other.id, offices: ['chair'] }, { name: '厂长', unionId: city.one.id }, { name: '书记', unionId: city.one.id }, { name: '组织部长', unionId: city.one.id },
  ...Array.from({ length: 6 }, (_, i) => ({ name: `中层${i}`, unionId: city.one.id })), ...Array.from({ length: 7 }, (_, i) => ({ name: `代表${i}`, unionId: shop.id })),
]);
const [chair, upper, outsider, director, secretary, personnel] = people as [Player, Player, Player, Player, Player, Player];
const [middle, delegates] = [people.slice(6, 12), people.slice(12)];
type Body = { id: string; state: string; booth: BoothBallot; class: string; may: string[]; error?: { code: string }; items: { id: string; may: string[]; fault: string | null; class: string; personId: string }[]; result: { no: number; score: number | null }[]; head: string; hash: string; signature: string; sums: { turnout: number; above: number }; leaders: { name: string; score: number | null; exact: boolean; byClass: { id: string; marked: number }[]; consequences: string[]; before: { year: number; score: number }[] }[]; classes: { id: string; people: number; entitled: number }[]; years: { year: number; returned: number }[]; faults: number; waiting: boolean; codes: string[] };
const ask = async (method: 'GET' | 'POST' | 'PUT', url: string, who: Player | null, body?: object) => {
  const r = await house.ask(method, `/api/v1/${url}`, body, { token: who?.token ?? null });
  return { status: r.status, text: r.text, body: (r.body ?? {}) as Body };
};
const refused = (r: { status: number; body: Body; text: string }, status: number, code: string): void => assert.deepEqual([r.status, r.body.error?.code ?? r.text.slice(0, 200)], [status, code]);
const WANTED = {
  unionId: city.one.id, title: '2026年度领导人员民主评议', year: 2026, scale: 'competence', level: 'blind', leaders: [{ personId: director.id, name: '厂长', post: '厂长' }, { personId: secretary.id, name: '书记', post: '党委书记' }],
  classes: [{ id: 'middle', how: 'people', people: middle.map((p) => p.id) }, { id: 'delegates', how: 'units', unions: [shop.id] }], readers: [{ personId: personnel.id, capacity: '党委组织部' }],
};
const ok = async (r: Promise<{ status: number; body: Body; text: string }>): Promise<Body> => { const done = await r; assert.equal(done.status, 200, done.text); return done.body; };
const prepared = async (more: object = {}): Promise<string> => (await ok(ask('POST', 'appraisals', chair, { ...WANTED, ...more }))).id;
const step = (id: string, to: string, who = chair, why = '') => ask('POST', `appraisals/${id}/step`, who, { step: to, why });

async function announced(more: object = {}): Promise<string> {
  const id = await prepared(more);
  for (const no of [1, 2]) await ok(ask('POST', `appraisals/${id}/duty`, chair, { id, no, text: '一年来完成了各项指标，存在不足是到班组少。' }));
  await ok(step(id, 'announce'));
  await ballots.makeKeys(house.database, city.federationId, id, clock.now());
  return id;
}
async function opened(more: object = {}): Promise<string> {
  const id = await announced(more);
  await ok(step(id, 'open'));
  return id;
}
async function declared(id: string): Promise<void> {
  await ok(step(id, 'close'));
  await ballots.finishNow(house.database, city.federationId, id, clock.now());
  await ok(step(id, 'declare'));
}
const marks = (p1: string, p2: string) => ({ kind: 'appraisal', marks: [{ person: 'p1', grade: p1 }, { person: 'p2', grade: p2 }] });
async function rate(id: string, who: Player, content: object): Promise<{ paper: string; token: Token }> {
  const seen = await ok(ask('GET', `ballots/${id}`, who));
  const wanted = await blind(seen.booth, seen.class);
  const { signature } = await ok(ask('POST', `ballots/${id}/token`, who, { blinded: wanted.blinded }));
  const ready = await paperOf(seen.booth, await finalise(seen.booth, wanted, signature), content);
  assert.ok(ready);
  const receipt = await ok(ask('POST', 'ballot-papers', null, { federationId: city.federationId, ballotId: id, body: ready.body }));
  return { paper: (receipt as unknown as { paper: string }).paper, token: ready.token };
}

test('who may not: without a session, an ordinary member, another union’s officer; wrong leaders, classes, readers and times are refused at their field', async () => {
  assert.equal((await ask('POST', 'appraisals', null, WANTED)).status, 401);
  for (const who of [outsider, director]) assert.equal((await ask('POST', 'appraisals', who, WANTED)).status, 404);
  const few = { id: 'leaders', how: 'people', people: [director.id, secretary.id] };
  for (const [more, field] of [
    [{ leaders: [WANTED.leaders[0], WANTED.leaders[0]] }, 'leaders'], [{ leaders: [{ personId: outsider.id, name: '外厂主席' }] }, 'leaders'], [{ classes: [few] }, 'classes.0'], [{ classes: [WANTED.classes[0], WANTED.classes[0]] }, 'classes'],
    [{ classes: [{ id: 'delegates', how: 'units', unions: [city.other.id] }] }, 'classes'], [{ classes: [{ id: 'delegates', how: 'delegates' }] }, 'classes.0'], [{ readers: [{ personId: director.id }] }, 'readers'], [{ closesAt: '2026-11-20T00:00:00Z' }, 'closesAt'],
  ] as const) {
    const r = await ask('POST', 'appraisals', chair, { ...WANTED, ...more });
    assert.deepEqual([r.status, r.text.includes(`"path":"${field}"`)], [400, true], `${field}: ${r.text}`);
  }
  assert.equal((await ask('POST', 'appraisals', chair, { ...WANTED, level: 'open' })).status, 400, 'an appraisal is never open');
  const id = await prepared();
  for (const who of [outsider, middle[0] as Player]) assert.equal((await ask('GET', `appraisals/${id}`, who)).status, 404);
  assert.equal((await ask('GET', `my-appraisals/${id}`, middle[0] as Player)).status, 404, 'nobody sees what is being prepared');
  assert.equal((await ask('POST', `my-appraisals/${id}/duty`, director, { text: '述职' })).status, 404);
  await ok(step(id, 'announce'));
  refused(await ask('POST', `my-appraisals/${id}/duty`, director, {}), 400, 'appraisals.dutyEmpty');
  assert.equal((await ask('POST', `my-appraisals/${id}/duty`, middle[0] as Player, { text: '述职' })).status, 404, 'nobody hands in another’s report');
  await ok(ask('POST', `my-appraisals/${id}/duty`, director, { text: '本人一年来到班组三十次。' }));
  await ballots.makeKeys(house.database, city.federationId, id, clock.now());
  const open = await step(id, 'open');
  refused(open, 409, 'appraisals.dutyMissing');
  assert.ok(open.text.includes('书记') && !open.text.includes('厂长'), open.text);
  refused(await step(id, 'callOff'), 400, 'appraisals.whyMissing');
  refused(await step(id, 'remind'), 409, 'appraisals.notOpen');
});

test('rated in secret by classes with weights; the officer who holds it never sees a result; the report only for those entitled, each look logged; the own result', async () => {
  const id = await opened();
  refused(await ask('POST', `appraisals/${id}/duty`, chair, { no: 1, text: '改稿' }), 409, 'appraisals.dutyLate');
  assert.equal((await ask('GET', `my-appraisals/${id}`, outsider)).status, 404);
  let first = '';
  for (const [n, who] of middle.entries()) first = (await rate(id, who, marks('best', n < 3 ? 'good' : 'bad'))).paper;
  for (const [n, who] of delegates.entries()) await rate(id, who, marks(n < 5 ? 'good' : 'bad', 'bad'));
  await ok(step(id, 'close'));
  await ballots.finishNow(house.database, city.federationId, id, clock.now());
  for (const who of [upper, personnel, director]) assert.equal((await ask('POST', `appraisals/${id}/report`, who, {})).status, 404, 'not before it is declared');
  await ok(step(id, 'declare'));
  for (const who of [chair, outsider, middle[0] as Player, director]) assert.equal((await ask('POST', `appraisals/${id}/report`, who, {})).status, 404, who.name);
  for (const who of [chair, middle[0] as Player, director]) {
    for (const url of [`ballots/${id}`, `appraisals/${id}`]) assert.ok(!/"score|"votes":\d|scoreOf10000/.test((await ask('GET', url, who)).text), `${who.name} ${url}`);
  }
  for (const url of [`ballot-boards/${city.federationId}/${id}`, `ballot-boards/${city.federationId}/${id}/file`]) assert.equal((await ask('GET', url, null)).status, 404);
  const proof = await ok(ask('POST', 'ballot-proofs', null, { federationId: city.federationId, ballotId: id, paper: first }));
  assert.deepEqual(Object.keys(JSON.parse(proof.head) as object), ['ballot', 'entries', 'chain', 'root'], 'a proof says nothing of the result');
  const report = await ok(ask('POST', `appraisals/${id}/report`, upper, {}));
  // middle 30: best 1; delegates 40: good 5/7, bad 2/7 → (30×100 + 40×80×5/7) / 70
  assert.deepEqual(report.leaders.map((l) => [l.name, l.score, l.exact]), [['厂长', 7551, true], ['书记', 1714, true]]);
  assert.deepEqual(report.leaders.map((l) => l.consequences), [[], ['建议调整职务']]);
  assert.deepEqual([report.sums.turnout, report.sums.above], [10_000, Math.round((10_000 * (6 + 5 + 3)) / 26)]);
  await ok(ask('POST', `appraisals/${id}/report`, personnel, {}));
  const { rows } = await house.database.pool.query<{ n: number }>("SELECT count(*)::int AS n FROM audit_entry WHERE federation_id = $1 AND subject_id = $2 AND act = 'look'", [city.federationId, id]);
  assert.equal(rows[0]?.n, 2);
  const own = await ok(ask('GET', `my-appraisals/${id}`, director));
  assert.deepEqual(own.result.map((r) => [r.no, r.score]), [[1, 7551]], 'the own result and nobody else’s');
  assert.deepEqual((await ok(ask('GET', `my-appraisals/${id}`, middle[0] as Player))).result, []);
  for (const who of [chair, director]) assert.equal((await ask('POST', `appraisals/${id}/release`, who, {})).status, 404);
  await ok(ask('POST', `appraisals/${id}/release`, upper, {}));
  refused(await ask('POST', `appraisals/${id}/release`, upper, {}), 409, 'appraisals.releasedAlready');
  assert.equal((await ok(ask('GET', `my-appraisals/${id}`, middle[0] as Player))).result.length, 2);
  assert.equal((await ask('POST', `appraisals/${id}/report/export`, upper, {})).status, 200);
  const list = await ok(ask('GET', 'appraisals', chair));
  assert.deepEqual(list.items.find((x) => x.id === id)?.may, ['keep']);
  assert.deepEqual((await ok(ask('GET', 'appraisals', personnel))).items.map((x) => x.may), [['read']]);
  assert.deepEqual((await ok(ask('GET', 'appraisals', outsider))).items, []);
  assert.equal((await ask('POST', 'appraisals/export', chair, { columns: ['title'] })).status, 200);
});

test('of a class with four papers nothing is shown, nor what could be subtracted; an earlier year stands beside; too few papers and nothing follows', async () => {
  const past = await opened({ year: 2025, level: 'detached', title: '2025年度评议' });
  for (const who of [...middle, ...delegates]) await ok(ask('POST', `ballots/${past}/vote`, who, { content: marks('good', 'good') }));
  await declared(past);
  const id = await opened({ level: 'detached', title: '再评' });
  for (const who of middle.slice(0, 4)) await ok(ask('POST', `ballots/${id}/vote`, who, { content: marks('best', 'good') }));
  for (const who of delegates) await ok(ask('POST', `ballots/${id}/vote`, who, { content: marks('good', 'good') }));
  await declared(id);
  const report = await ok(ask('POST', `appraisals/${id}/report`, upper, {}));
  assert.deepEqual(report.leaders[0]?.byClass, [], 'both: the other could be subtracted');
  assert.equal(report.leaders[0]?.exact, false);
  assert.deepEqual(report.leaders[0]?.before.find((y) => y.year === 2025), { year: 2025, score: 8000 });
  const few = await opened({ level: 'detached', title: '票太少' });
  for (const who of delegates) await ok(ask('POST', `ballots/${few}/vote`, who, { content: marks('bad', 'bad') }));
  await declared(few);
  const fails = await ok(ask('POST', `appraisals/${few}/report`, upper, {}));
  assert.deepEqual([fails.leaders[0]?.consequences, fails.may], [[], []], '7 of 13 is less than two thirds');
  refused(await ask('POST', `appraisals/${few}/release`, upper, {}), 409, 'appraisals.noReport');
  await ok(step(few, 'annul', chair, '票数不足'));
  const off = await opened({ title: '取消' });
  await ok(step(off, 'remind'));
  await ok(step(off, 'callOff', chair, '换届，暂停评议'));
});

test('rolls: looked at beforehand, each person in the first class only, read from a sheet with what is wrong in each row', async () => {
  const looked = await ok(ask('POST', 'appraisal-look', chair, { unionId: city.one.id, scale: 'satisfaction', classes: [{ id: 'middle', how: 'people', people: [...middle, ...delegates.slice(0, 2)].map((p) => p.id) }, { id: 'delegates', how: 'units', unions: [shop.id] }] }));
  assert.deepEqual(looked.classes.map((c) => [c.id, c.people]), [['middle', 8], ['delegates', 5]]);
  await house.database.pool.query("UPDATE person SET staff_number = 'A' || right(id::text, 6) WHERE federation_id = $1 AND id = ANY ($2::uuid[])", [city.federationId, middle.map((p) => p.id)]);
  const row = (p: Player, name = p.name, as = '中层干部') => [`A${p.id.slice(-6)}`, name, as];
  const [a, b, c] = middle as [Player, Player, Player];
  const csv = Buffer.from([['工号', '姓名', '类别'], row(a), row(b, '别人'), row(c, c.name, '来宾'), row(a), ['X9', '没有', '']].map((cells) => cells.join(',')).join('\n'));
  const r = await house.ask('POST', `/api/v1/appraisal-rolls/read?unionId=${city.one.id}&name=${encodeURIComponent('名册.csv')}`, csv, { token: chair.token });
  assert.equal(r.status, 200, r.text);
  const read = r.body as Body;
  assert.deepEqual(read.items.map((i) => [i.fault === null, i.class]), [[true, 'middle'], [false, '中层干部'], [false, '来宾'], [false, '中层干部'], [false, '']]);
  assert.equal(read.items[0]?.personId, a.id);
  assert.equal((await house.ask('POST', `/api/v1/appraisal-rolls/read?unionId=${city.one.id}&name=a.csv`, csv, { token: outsider.token })).status, 404);
  assert.equal((await house.ask('POST', `/api/v1/appraisal-rolls/read?unionId=${city.one.id}&name=a.csv`, Buffer.from('甲,乙\n1,2'), { token: chair.token })).status, 400);
});
