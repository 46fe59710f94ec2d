import assert from 'node:assert/strict';
import test from 'node:test';
import { claims, type OfferWanted } from '#engines/claims';
import { fixClock } from '#test/clock';
import { STORY } from '#test/claims';
import { cast, foundCity, type Player } from '#test/people';
import { startHouse } from '#test/server';

const NOW = new Date('2026-11-21T04:00:00Z');
const hours = (n: number): Date => new Date(NOW.getTime() + n * 3_600_000);
type Body = { id?: string; state?: string; no?: number; code?: string | null; shortCode?: string | null; error?: { code: string; sentence: string; data?: { reason: string } } };

async function stage() {
  fixClock(NOW.toISOString());
  const house = await startHouse();
  const city = await foundCity(house, 'CLM');
  const [one, two, far] = (await cast(house, city.federationId, [{ name: '王小兵', unionId: city.one.id }, { name: '李大山', unionId: city.one.id }, { name: '远方人', unionId: city.other.id }])) as [Player, Player, Player];
  const offer = (wanted: Partial<OfferWanted> = {}): Promise<string> => house.within(city.federationId, async (tx) => {
    const id = await claims.put(tx, { system: 'story' }, { unionId: city.one.id, kind: STORY.name, title: '中秋月饼', mode: 'first', opensAt: hours(-1), closesAt: hours(1), places: 1, ...wanted });
    await claims.open(tx, { system: 'story' }, id);
    return id;
  });
  const claim = async (who: Player | null, offerId: string, key: string | null, body: object = {}): Promise<{ status: number; body: Body; text: string }> => {
    const a = await house.ask('POST', `/api/v1/offers/${offerId}/claims`, body, { token: who?.token ?? null, headers: key === null ? {} : { 'idempotency-key': key } });
    return { status: a.status, body: a.body as Body, text: a.text };
  };
  return { house, city, one, two, far, offer, claim };
}

test('claiming, refusals: nobody, no key, no offer, before, after, others’ members, nothing left, more than one', async () => {
  const s = await stage();
  const id = await s.offer();
  assert.equal((await s.claim(null, id, 'k')).status, 401);
  assert.equal((await s.claim(s.one, id, null)).body.error?.code, 'claims.keyMissing');
  assert.equal((await s.claim(s.one, 'nonsense', 'k')).status, 400);
  assert.equal((await s.claim(s.one, id, 'k', { places: 0 })).status, 400);
  assert.equal((await s.claim(s.one, '01930000-0000-7000-8000-000000000000', 'k')).status, 404);
  const refused = async (who: Player, offerId: string, body: object = {}) => { const a = await s.claim(who, offerId, 'r', body); return `${a.status} ${a.body.error?.code}`; };
  assert.equal(await refused(s.one, await s.offer({ opensAt: hours(0.5) })), '409 not_started');
  assert.equal(await refused(s.one, await s.offer({ opensAt: hours(-3), closesAt: hours(-2) })), '409 ended');
  assert.equal(await refused(s.far, id), '409 not_eligible');
  assert.equal((await s.claim(s.one, id, 'k')).status, 201);
  assert.equal(await refused(s.two, id), '409 sold_out');
  const two = await s.offer({ places: 5, perPerson: 2 });
  for (const key of ['1', '2']) assert.equal((await s.claim(s.one, two, key)).status, 201);
  assert.equal((await s.claim(s.one, two, '3')).body.error?.code, 'limit_reached');
});

test('claiming: 201 when it is new, 200 with the same bytes when it is there, 202 when it is decided later; the code comes with what is yours', async () => {
  const s = await stage();
  const id = await s.offer({ waits: true });
  const first = await s.claim(s.one, id, 'a');
  assert.deepEqual([first.status, first.body.state, first.body.no], [201, 'taken', 1]);
  assert.match(first.body.code ?? '', /^NJC1\./);
  assert.match(first.body.shortCode ?? '', /^1-\d{4}$/);
  for (const key of ['a', 'b']) {
    const again = await s.claim(s.one, id, key);
    assert.deepEqual([again.status, again.text], [200, first.text]);
  }
  const waits = await s.claim(s.two, id, 'a');
  assert.deepEqual([waits.status, waits.body.state, waits.body.code], [202, 'waiting', null]);
  const drawn = await s.offer({ mode: 'draw' });
  assert.deepEqual([(await s.claim(s.one, drawn, 'a')).status, (await s.claim(s.one, drawn, 'a')).status], [202, 202]);
});

test('claiming: five hundred requests of two hundred people at once for fifty places: fifty people, one each', async () => {
  const s = await stage();
  const people = await cast(s.house, s.city.federationId, Array.from({ length: 200 }, (_, i) => ({ name: `会员${i}`, unionId: s.city.one.id })));
  const id = await s.offer({ places: 50 });
  const answers = await Promise.all(Array.from({ length: 500 }, (_, i) => s.claim(people[i % 200] as Player, id, `k${i % 3}`)));
  const won = new Map<string, Set<string>>();
  for (const [i, a] of answers.entries()) if (a.status < 300) won.set(people[i % 200]?.id ?? '', (won.get(people[i % 200]?.id ?? '') ?? new Set()).add(a.text));
  assert.equal(won.size, 50);
  assert.ok([...won.values()].every((texts) => texts.size === 1));
  assert.deepEqual(new Set(answers.map((a) => (a.status < 300 ? 'yours' : a.body.error?.code))), new Set(['yours', 'sold_out']));
  const { rows } = await s.house.database.pool.query<{ n: number; people: number }>('SELECT count(*)::int AS n, count(DISTINCT person_id)::int AS people FROM claim WHERE offer_id = $1', [id]);
  assert.deepEqual(rows[0], { n: 50, people: 50 });
});
