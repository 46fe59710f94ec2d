import assert from 'node:assert/strict';
import test from 'node:test';
import { ballots } from '#engines/ballot';
import { blind, type BoothBallot, finalise, paperOf, receiptFits, type Token } from '#shared/ballot-booth';
import { fixClock } from '#test/clock';
import { cast, foundBelow, foundCity, type Player } from '#test/people';
import { startHouse } from '#test/server';
import { clock } from '#platform/clock';

fixClock('2026-11-21T02:00:00Z');
const house = await startHouse();
const city = await foundCity(house, 'BAL');
const people = await cast(house, city.federationId, [
  { name: '主席', unionId: city.one.id, offices: ['chair'] }, ...Array.from({ length: 7 }, (_, i) => ({ name: `会员${i}`, unionId: city.one.id })), { name: '外厂主席', unionId: city.other.id, offices: ['chair'] },
]);
const [chair, ...rest] = people as [Player, ...Player[]];
const outsider = rest.at(-1) as Player;
const voters = rest.slice(0, 7);
const bent = (body: string, at: number): string => { const bytes = Buffer.from(body, 'base64url'); bytes[at] = (bytes[at] ?? 0) ^ 1; return bytes.toString('base64url'); };
type Body = { id: string; state: string; level: string; booth: BoothBallot; class: string; federationId: string; may: string[]; result: { verdict: string; lines: { worked: string }[]; motion: { for: number } } | null; items: { id: string }[]; people: number; fingerprint: string; error?: { code: string }; voted: boolean; entitled: number; next: string | null };
const asked = async (method: 'GET' | 'POST' | 'PUT', url: string, who: Player | null, body?: object, headers?: Record<string, string>) => {
  const r = await house.ask(method, url, body, { token: who?.token ?? null, ...(headers ? { headers } : {}) });
  return { status: r.status, text: r.text, headers: r.headers, body: (r.body ?? {}) as Body };
};
const refused = (r: { status: number; body: Body }, status: number, code: string): void => assert.deepEqual([r.status, r.body.error?.code], [status, code]);
const MOTION = { unionId: city.one.id, title: '食堂改为自营', kind: 'motion', level: 'blind', basis: 'workersCongress', roll: { how: 'members' } };

async function prepared(more: object = {}): Promise<string> {
  const r = await asked('POST', '/api/v1/ballot-desk', chair, { ...MOTION, ...more });
  assert.equal(r.status, 200, r.text);
  return r.body.id;
}
const step = (id: string, verb: string, body: object = {}, who = chair) => asked('POST', `/api/v1/ballot-desk/${id}/${verb}`, who, body);
async function opened(more: object = {}): Promise<string> {
  const id = await prepared(more);
  assert.equal((await step(id, 'announce')).status, 200);
  await ballots.makeKeys(house.database, city.federationId, id, clock.now());
  const r = await step(id, 'open');
  assert.equal(r.status, 200, r.text);
  return id;
}
async function closed(id: string): Promise<void> {
  assert.equal((await step(id, 'close')).status, 200);
  await ballots.finishNow(house.database, city.federationId, id, clock.now());
}
const seen = async (id: string, who: Player): Promise<Body> => (await asked('GET', `/api/v1/ballots/${id}`, who)).body;
async function tokenOf(id: string, who: Player): Promise<Token> {
  const of = await seen(id, who);
  const wanted = await blind(of.booth, of.class);
  const r = await asked('POST', `/api/v1/ballots/${id}/token`, who, { blinded: wanted.blinded });
  assert.equal(r.status, 200, r.text);
  return finalise(of.booth, wanted, (JSON.parse(r.text) as { signature: string }).signature);
}
const paperIn = async (id: string, token: Token, choice: string) => { const ready = await paperOf((await seen(id, voters[0] as Player)).booth, token, { kind: 'motion', choice }); assert.ok(ready); return ready; };
const post = (ballotId: string, body: string, headers?: Record<string, string>) => asked('POST', '/api/v1/ballot-papers', null, { federationId: city.federationId, ballotId, body }, headers);

test('who may not: no session, another union’s officer, an ordinary member, somebody not on the roll; wrong papers and rules are refused at their field', async () => {
  assert.equal((await asked('POST', '/api/v1/ballot-desk', null, MOTION)).status, 401);
  assert.equal((await asked('POST', '/api/v1/ballot-desk', voters[0] as Player, MOTION)).status, 404);
  assert.equal((await asked('POST', '/api/v1/ballot-desk', outsider, MOTION)).status, 404);
  for (const [more, field] of [[{ kind: 'poll', basis: 'none', options: ['一'] }, 'options'], [{ kind: 'election', basis: 'election' }, 'candidates'], [{ basis: 'none' }, 'basis'], [{ roll: { how: 'people' } }, 'roll'], [{ roll: { how: 'people', people: [chair.id, voters[0]?.id] } }, 'level'], [{ closesOn: '2026-11-20' }, 'closesOn']] as const) {
    const r = await asked('POST', '/api/v1/ballot-desk', chair, { ...MOTION, ...more });
    assert.equal(r.status, 400, field);
    assert.ok(r.text.includes(`"path":"${field}"`), r.text);
  }
  const id = await prepared();
  assert.equal((await asked('GET', `/api/v1/ballots/${id}`, voters[0] as Player)).status, 404, 'nobody sees what is being prepared');
  assert.equal((await asked('GET', `/api/v1/ballot-desk/${id}`, outsider)).status, 404);
  refused(await step(id, 'open'), 409, 'ballot.stateWrong');
  const open = await opened();
  assert.equal((await asked('GET', `/api/v1/ballots/${open}`, outsider)).status, 404, 'not on the roll');
  assert.equal((await asked('POST', `/api/v1/ballots/${open}/token`, outsider, { blinded: 'A'.repeat(342) })).status, 404);
  assert.equal((await asked('POST', `/api/v1/ballots/${open}/vote`, outsider, { content: { kind: 'motion', choice: 'for' } })).status, 404);
  refused(await step(open, 'raise', { level: 'open' }), 409, 'ballot.levelLower');
  assert.equal((await asked('GET', `/api/v1/ballot-boards/${city.federationId}/${open}`, null)).status, 404, 'no result before the close');
});

test('a secret vote: forged, of another ballot, replayed, double and late papers are refused; counted, declared, found by its receipt', async () => {
  const [id, other] = [await opened(), await opened({ title: '另一件事' })];
  const booth = (await seen(id, voters[0] as Player)).booth;
  const token = await tokenOf(id, voters[0] as Player);
  const ready = await paperIn(id, token, 'for');
  refused(await post(id, bent(ready.body, 300)), 400, 'ballot.forged');
  refused(await post(other, ready.body), 400, 'ballot.forged');
  refused(await post(id, 'AAAA'), 400, 'ballot.paperWrong');
  const receipt = await post(id, ready.body, { cookie: `niangjia=${(voters[1] as Player).token}`, 'user-agent': 'phone' });
  assert.equal(receipt.status, 200, receipt.text);
  assert.equal(receipt.headers['set-cookie'], undefined);
  assert.equal(await receiptFits(booth, JSON.parse(receipt.text) as never, ready.hash), true);
  assert.equal((await post(id, ready.body)).text, receipt.text, 'the same again is the same paper');
  refused(await post(id, (await paperIn(id, token, 'against')).body), 409, 'ballot.twice');
  const wanted = await blind(booth, '');
  refused(await asked('POST', `/api/v1/ballots/${id}/token`, voters[0] as Player, { blinded: wanted.blinded }), 409, 'ballot.tokenGiven');
  for (const who of voters.slice(1, 6)) assert.equal((await post(id, (await paperIn(id, await tokenOf(id, who), 'for')).body)).status, 200);
  const changed = await paperIn(id, ready.token, 'against');
  assert.equal((await post(id, changed.body)).status, 200, 'the last paper counts');
  await closed(id);
  refused(await post(id, ready.body), 409, 'ballot.tooLate');
  assert.equal((await step(id, 'declare')).status, 200);
  const full = await asked('GET', `/api/v1/ballot-boards/${city.federationId}/${id}`, null);
  assert.equal(full.body.result?.motion.for, 5);
  assert.equal(full.body.result?.verdict, 'passed');
  assert.ok(full.body.result?.lines.some((l) => l.worked.includes('5 × 2 = 10 > 8')), full.text);
  const proof = await asked('POST', '/api/v1/ballot-proofs', null, { federationId: city.federationId, ballotId: id, paper: (JSON.parse(receipt.text) as { paper: string }).paper });
  assert.equal(proof.status, 200, proof.text);
  refused(await asked('POST', '/api/v1/ballot-proofs', null, { federationId: city.federationId, ballotId: id, paper: 'A'.repeat(43) }), 404, 'ballot.entryUnknown');
  const file = await asked('GET', `/api/v1/ballot-boards/${city.federationId}/${id}/file`, null);
  assert.equal(file.text.trim().split('\n').length, 7 + 2, 'seven papers, header and head');
  for (const p of people) assert.ok(!file.text.includes(p.id), 'nobody’s id stands in the file');
  assert.match((await asked('GET', '/api/v1/ballot-verifier', null)).text, /^<!doctype html>/i);
  const { rows } = await house.database.pool.query<{ n: number }>("SELECT count(*)::int AS n FROM audit_entry WHERE federation_id = $1 AND person_id = ANY ($2::uuid[])", [city.federationId, voters.map((v) => v.id)]);
  assert.equal(rows[0]?.n, 0, 'the log says nothing of who voted');
});

test('an election: counted, too few elected, a next round among the others; detached papers are found by their number', async () => {
  const id = await opened({ title: '选举小组长', kind: 'election', basis: 'election', level: 'detached', seats: 2, candidates: [{ name: '甲' }, { name: '乙' }, { name: '丙' }] });
  const vote = async (who: Player, ids: string[]) => JSON.parse((await asked('POST', `/api/v1/ballots/${id}/vote`, who, { content: { kind: 'election', for: ids, against: [], writeIns: [] } })).text) as { number: string };
  const numbers = [];
  for (const [n, who] of voters.slice(0, 6).entries()) numbers.push(await vote(who, n < 3 ? ['c1', 'c2'] : ['c1', 'c3']));
  await closed(id);
  assert.equal((await step(id, 'declare')).status, 200);
  const seenResult = await seen(id, voters[0] as Player);
  assert.equal(seenResult.result?.verdict, 'short');
  const found = await asked('POST', '/api/v1/ballot-proofs', null, { federationId: city.federationId, ballotId: id, number: numbers[0]?.number });
  assert.equal(found.status, 200, found.text);
  const next = await step(id, 'again');
  assert.equal(next.status, 200, next.text);
  refused(await step(id, 'again'), 409, 'ballots.nextThere');
  const kept = await asked('GET', `/api/v1/ballot-desk/${next.body.id}`, chair);
  assert.equal(kept.body.state, 'prepared');
  assert.match(kept.text, /第2轮/);
  const list = await asked('GET', '/api/v1/ballot-desk?state=declared', chair);
  assert.ok(list.body.items.some((x) => x.id === id));
  assert.equal((await asked('POST', '/api/v1/ballot-desk/export', chair, { columns: ['title'] })).status, 200);
  const mine = await asked('GET', '/api/v1/ballots', voters[0] as Player);
  assert.ok(mine.body.items.some((x) => x.id === id));
});

test('open by name, called off with a reason; fewer than five papers are not published one by one', async () => {
  const id = await opened({ level: 'detached', title: '人少' });
  await asked('POST', `/api/v1/ballots/${id}/vote`, voters[0] as Player, { content: { kind: 'motion', choice: 'for' } });
  await closed(id);
  refused(await asked('GET', `/api/v1/ballot-boards/${city.federationId}/${id}/file`, null), 409, 'ballots.tooFewPapers');
  const off = await opened({ level: 'open', title: '取消' });
  assert.equal((await asked('POST', `/api/v1/ballots/${off}/vote`, voters[0] as Player, { content: { kind: 'motion', choice: 'for' } })).status, 200);
  assert.equal((await asked('POST', `/api/v1/ballot-desk/${off}/remind`, chair, {})).status, 200);
  assert.equal((await step(off, 'call-off', { why: '方案撤回' })).status, 200);
  assert.equal((await seen(off, voters[0] as Player)).state, 'void');
  const turnout = await asked('GET', `/api/v1/ballot-turnout/${off}`, chair);
  assert.equal(turnout.status, 200);
  assert.equal((await asked('GET', `/api/v1/ballot-turnout/${off}`, outsider)).status, 404);
});

test('rolls: of chosen units, of a sheet with what is wrong in each row, of delegates where no congress sits; nobody of another union', async () => {
  const roll = (how: string, more: object = {}) => asked('POST', '/api/v1/ballot-desk', chair, { ...MOTION, title: `名册 ${how}`, level: 'detached', roll: { how, ...more } });
  for (const [how, more] of [['units', {}], ['units', { unions: [city.other.id] }], ['sheet', {}]] as const) {
    const r = await roll(how, more);
    assert.deepEqual([r.status, r.text.includes('"path":"roll"')], [400, true], r.text);
  }
  assert.equal((await roll('delegates')).status, 400, 'nobody is on the roll, so nothing is secret');
  const shop = await foundBelow(house, city.federationId, city.one, 'BAL-1-9');
  const [mate] = await cast(house, city.federationId, Array.from({ length: 6 }, (_, i) => ({ name: `班组${i}`, unionId: shop.id })));
  const made = await roll('units', { unions: [shop.id] });
  assert.equal(made.status, 200, made.text);
  assert.equal((await asked('GET', `/api/v1/ballot-desk/${made.body.id}`, chair)).body.entitled, 6);
  const units = await asked('GET', `/api/v1/ballot-units?unionId=${city.one.id}`, chair);
  assert.deepEqual(units.body.items.map((u) => u.id), [city.one.id, shop.id]);
  assert.equal((await asked('GET', `/api/v1/ballot-units?unionId=${city.one.id}`, outsider)).status, 404);
  await house.database.pool.query("UPDATE person SET staff_number = 'B7' WHERE federation_id = $1 AND id = $2", [city.federationId, mate?.id]);
  const read = await house.ask('POST', `/api/v1/ballot-rolls/read?unionId=${city.one.id}&name=roll.csv`, Buffer.from('工号,姓名\nB7,班组0\nB7,班组0\nB8,谁'), { token: chair.token });
  assert.equal(read.status, 200, read.text);
  assert.deepEqual((read.body as { items: { personId: string | null; fault: string | null }[] }).items.map((i) => [i.personId, i.fault === null]), [[mate?.id, true], [null, false], [null, false]]);
});
