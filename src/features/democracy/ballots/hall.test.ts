import assert from 'node:assert/strict';
import test from 'node:test';
import pino from 'pino';
import { ballots } from '#engines/ballot';
import { clock } from '#platform/clock';
import { log } from '#platform/log';
import { blind, type BoothBallot, finalise, paperOf } from '#shared/ballot-booth';
import { fixClock } from '#test/clock';
import { cast, foundCity, type Player } from '#test/people';
import { startHouse } from '#test/server';

fixClock('2026-11-21T02:00:00Z');
const lines: string[] = [];
Reflect.set(log, pino.symbols.streamSym, { write: (line: string) => lines.push(line) });
log.level = 'trace';
const house = await startHouse();
const city = await foundCity(house, 'HAL');
const people = await cast(house, city.federationId, [
  { name: '主席', unionId: city.one.id, offices: ['chair'] }, { name: '外厂主席', unionId: city.other.id, offices: ['chair'] }, ...Array.from({ length: 6 }, (_, i) => ({ name: `代表${i}`, unionId: city.one.id })),
]);
const [chair, outsider, ...voters] = people as [Player, Player, ...Player[]];
type Body = { id: string; class: string; signature: string; codes: string[]; waiting: boolean; booth: BoothBallot; handed: number; used: number; result: { motion: { for: number } }; items: { id: string }[]; error?: { code: string } };
const ask = async (method: 'GET' | 'POST', url: string, who: Player | null, body?: object, headers: Record<string, string> = {}) => {
  const r = await house.ask(method, `/api/v1/${url}`, body, { token: who?.token ?? null, headers });
  return { status: r.status, text: r.text, headers: r.headers, body: (r.body ?? {}) as Body };
};
const ok = async (r: ReturnType<typeof ask>): Promise<Body> => { const done = await r; assert.equal(done.status, 200, done.text); return done.body; };
const refused = async (r: ReturnType<typeof ask>, status: number, code: string): Promise<void> => { const done = await r; assert.deepEqual([done.status, done.body.error?.code], [status, code]); };
const place = { federationId: city.federationId };

async function opened(level = 'blind'): Promise<string> {
  const { id } = await ok(ask('POST', 'ballot-desk', chair, { unionId: city.one.id, title: '食堂改为自营', kind: 'motion', level, basis: 'returned', roll: { how: 'members' } }));
  await ok(ask('POST', `ballot-desk/${id}/announce`, chair, {}));
  await ballots.makeKeys(house.database, city.federationId, id, clock.now());
  await ok(ask('POST', `ballot-desk/${id}/open`, chair, {}));
  return id;
}
const cards = async (id: string, n: number): Promise<string[]> => (await ok(ask('POST', `ballot-hall/${id}/cards`, chair, { n }))).codes;
const hand = (id: string, who: Player) => ask('POST', `ballot-hall/${id}/hand`, chair, { personId: who.id });
const unlock = (id: string) => ask('POST', `ballot-hall/${id}/unlock`, chair, {});
const check = (ballotId: string, code: string) => ask('POST', 'ballot-terminal-checks', null, { ...place, ballotId, code });
const asked = async (ballotId: string, code: string, wanted: { blinded: string }) => ask('POST', 'ballot-terminal-tokens', null, { ...place, ballotId, code, blinded: wanted.blinded });
const post = (ballotId: string, body: string) => ask('POST', 'ballot-papers', null, { ...place, ballotId, body }, { cookie: `niangjia=${voters[0]?.token ?? ''}`, 'user-agent': 'terminal' });

test('DEM-3 cards: refused to others, for votes that are not blind, more than the roll, to somebody who has voted; a terminal is locked, and opens for one voter', async () => {
  const id = await opened();
  for (const url of ['cards', 'hand', 'unlock', 'lock', 'take-back']) {
    assert.equal((await ask('POST', `ballot-hall/${id}/${url}`, outsider, { n: 1, personId: voters[0]?.id, code: '1'.repeat(16) })).status, 404);
    assert.equal((await ask('POST', `ballot-hall/${id}/${url}`, voters[0] as Player, { n: 1, personId: voters[0]?.id, code: '1'.repeat(16) })).status, 404);
  }
  const { id: hidden } = await ok(ask('POST', 'ballot-desk', chair, { unionId: city.one.id, title: '未公布', kind: 'motion', level: 'blind', basis: 'returned', roll: { how: 'members' } }));
  assert.equal((await ask('GET', `ballot-terminals/${city.federationId}/${hidden}`, null)).status, 404, 'nobody sees what is being prepared');
  const other = await opened('detached');
  await refused(ask('POST', `ballot-hall/${other}/cards`, chair, { n: 1 }), 409, 'ballot.onlyBlind');
  assert.equal((await ask('GET', `ballot-terminals/${city.federationId}/${other}`, null)).status, 404);
  await refused(ask('POST', `ballot-hall/${id}/cards`, chair, { n: 8 }), 409, 'ballot.cardsMany');
  await refused(ask('POST', `ballot-hall/${id}/cards`, chair, { n: 1, class: 'guests' }), 409, 'ballot.classUnknown');
  await refused(hand(id, voters[0] as Player), 409, 'ballot.cardsNone');
  const codes = await cards(id, 3);
  await refused(ask('POST', `ballot-hall/${id}/hand`, chair, { personId: outsider.id }), 403, 'ballot.notOnRoll');
  await refused(unlock(id), 409, 'ballot.terminalNobody');
  const [first = '', second = ''] = codes;
  await refused(check(id, first), 409, 'ballot.terminalLocked');
  await ok(hand(id, voters[0] as Player));
  await refused(hand(id, voters[0] as Player), 409, 'ballot.voteGiven');
  const { booth } = await ok(ask('GET', `ballots/${id}`, voters[0] as Player));
  await refused(ask('POST', `ballots/${id}/token`, voters[0] as Player, { blinded: (await blind(booth, '')).blinded }), 409, 'ballot.tokenGiven');
  await ok(unlock(id));
  await refused(unlock(id), 409, 'ballot.terminalOpen');
  await refused(check(id, '0'.repeat(16)), 404, 'ballot.cardUnknown');
  await ok(check(id, second));
  await ok(ask('POST', `ballot-hall/${id}/lock`, chair, {}));
  await refused(check(id, second), 409, 'ballot.terminalLocked');
  await refused(ask('POST', `ballot-hall/${id}/take-back`, chair, { personId: voters[1]?.id, code: first }), 409, 'ballot.cardUnknown');
  await ok(ask('POST', `ballot-hall/${id}/take-back`, chair, { personId: voters[0]?.id, code: first }));
  await ok(hand(id, voters[0] as Player));
});

test('DEM-3 a vote by card: the same message gets the same answer, another none; one card one vote; counted; nothing joins card, person and paper, nothing of a person in the log of requests', async () => {
  const id = await opened();
  const codes = await cards(id, 5);
  for (const who of voters.slice(0, 5)) await ok(hand(id, who));
  const { booth } = await ok(ask('GET', `ballot-terminals/${city.federationId}/${id}`, null));
  const papers: string[] = [];
  lines.length = 0;
  for (const [n, code] of codes.toReversed().entries()) {
    await ok(unlock(id));
    const { class: name } = await ok(check(id, code));
    const wanted = await blind(booth, name);
    const given = await ok(asked(id, code, wanted));
    assert.equal((await ok(asked(id, code, wanted))).signature, given.signature);
    await refused(asked(id, code, await blind(booth, name)), 409, 'ballot.cardUsed');
    const ready = await paperOf(booth, await finalise(booth, wanted, given.signature), { kind: 'motion', choice: n === 0 ? 'against' : 'for' });
    assert.ok(ready);
    const receipt = await post(id, ready.body);
    assert.equal(receipt.status, 200, receipt.text);
    assert.equal(receipt.headers['set-cookie'], undefined);
    papers.push(ready.body);
  }
  const told = lines.filter((l) => l.includes('/ballot-papers') || l.includes('/ballot-terminal'));
  assert.ok(told.length >= 20, `control: the log was seen (${told.length})`);
  for (const line of told) assert.deepEqual(Object.keys(JSON.parse(line) as object).filter((k) => !['level', 'time', 'pid', 'hostname', 'method', 'route', 'status', 'ms', 'msg', 'name'].includes(k)), [], line);
  const marks = [...people.flatMap((p) => [p.id, p.token, p.name]), ...codes, ...papers.map((p) => p.slice(0, 60)), 'terminal"'];
  assert.deepEqual(lines.filter((l) => l.includes('/ballot-') && marks.some((m) => m !== '' && l.includes(m))), [], 'nothing of a person, a card or a paper in the log of requests');
  const { rows } = await house.database.pool.query<{ t: string }>('SELECT t::text AS t FROM ballot_card t UNION ALL SELECT t::text FROM ballot_terminal t UNION ALL SELECT a::text FROM audit_entry a');
  assert.ok(rows.length > 0);
  for (const { t } of rows) assert.ok(!(voters.some((v) => t.includes(v.id)) || codes.some((c) => t.includes(c))), t);
  await ok(ask('POST', `ballot-desk/${id}/close`, chair, {}));
  await ballots.finishNow(house.database, city.federationId, id, clock.now());
  const left = await house.database.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM ballot_card WHERE ballot_id = $1', [id]);
  assert.equal(left.rows[0]?.n, 0, 'cards are gone with the close');
  const counted = await ok(ask('GET', `ballot-boards/${city.federationId}/${id}`, null));
  assert.equal(counted.result.motion.for, 4);
});

test('DEM-3 two terminals at the same moment with one unlock: one vote', async () => {
  const id = await opened();
  const [a = '', b = ''] = await cards(id, 2);
  for (const who of voters.slice(0, 2)) await ok(hand(id, who));
  await ok(unlock(id));
  const { booth } = await ok(ask('GET', `ballot-terminals/${city.federationId}/${id}`, null));
  const both = await Promise.all([a, b].map(async (code) => asked(id, code, await blind(booth, ''))));
  assert.deepEqual(both.map((r) => r.status).sort(), [200, 409]);
});
