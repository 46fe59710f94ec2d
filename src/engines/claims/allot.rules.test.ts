import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { allot, type Ask, promote, rollUps, type Stand } from './allot.rules.ts';
import { type Claim, HOLDING, type Offer, type Pool, poolOf, poolsFor, type Unit } from './offer.rules.ts';
import { barOf, type Facts, Who } from './who.rules.ts';

const NOW = new Date('2026-11-21T04:00:00Z');
const at = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);
const offerWith = (o: Partial<Offer> = {}): Offer => ({
  id: 'o', unionId: 'u', kind: 'story', title: 't', mode: 'first', state: 'open', opensAt: at(-60), closesAt: at(60), perPerson: 1, party: 1, waits: false, answerHours: null, pays: 'free', price: 0n, holdMinutes: 15, bookId: null, wallets: '',
  soldNo: null, who: Who.parse({}), series: '', cancelUntil: null, transferable: false, handOverFrom: null, handOverTo: null, place: '', published: false, lastNo: 0, version: 1, madeById: null, endedAt: null, why: '', ...o,
});
const pool = (no: number, capacity: number, path = '', taken = 0, rollsUpAt: Date | null = null): Pool => ({ no, unionId: no === 0 ? null : `u${no}`, path, capacity, taken, rollsUpAt });
const stand = (path = '/a/', o: Partial<Stand> = {}): Stand => ({ path, bar: null, claims: [], wallet: null, ...o });
const ask = (personId: string, o: Partial<Ask> = {}): Ask => ({ personId, key: `k${personId}`, places: 1, unitId: null, at: NOW, ...o });
const claimOf = (o: Partial<Claim>): Claim => ({
  id: 'c', offerId: 'o', personId: 'p', turn: 1, no: 1, rank: null, poolNo: 0, places: 1, unitId: null, state: 'taken', key: 'kp', amount: 0n, journalId: null, paidAt: null, paymentNo: '', owedBack: false, at: NOW, dueAt: null, handedAt: null,
  handedById: null, endedAt: null, ...o,
});
const words = (offer: Offer, pools: readonly Pool[], asks: readonly Ask[], stands: ReadonlyMap<string, Stand>, units: readonly Unit[] = []): string[] => {
  const found = allot(offer, pools, units, asks, stands);
  return found.verdicts.map((v) => ('no' in v ? v.no : 'give' in v ? `was ${v.give.state}` : `${found.writes[v.write]?.state} ${found.writes[v.write]?.poolNo}`));
};
const people = (...ids: string[]): Map<string, Stand> => new Map(ids.map((id) => [id, stand()]));

test('refusals: before, after, in preparation, called off, strangers, too large a party, too many', () => {
  const p = people('a', 'b');
  assert.deepEqual(words(offerWith({ opensAt: at(1) }), [pool(0, 1)], [ask('a')], p), ['notStarted']);
  assert.deepEqual(words(offerWith({ closesAt: NOW, opensAt: at(-60) }), [pool(0, 1)], [ask('a')], p), ['ended'], 'the end itself is over');
  assert.deepEqual(words(offerWith({ state: 'closed' }), [pool(0, 1)], [ask('a')], p), ['ended']);
  assert.deepEqual(words(offerWith({ state: 'cancelled' }), [pool(0, 1)], [ask('a')], p), ['ended']);
  assert.deepEqual(words(offerWith(), [pool(0, 1)], [ask('x')], p), ['notMember']);
  assert.deepEqual(words(offerWith(), [pool(0, 5)], [ask('a', { places: 2 })], p), ['tooMany']);
  assert.deepEqual(words(offerWith(), [pool(0, 1)], [ask('a'), ask('b')], p), ['taken 0', 'soldOut']);
  assert.deepEqual(words(offerWith({ pays: 'points', price: 10n }), [pool(0, 1)], [ask('a')], new Map([['a', stand('/a/', { wallet: 9n })]])), ['short']);
});

test('the same request is the same claim, also after the end; another request finds what one person may have', () => {
  const mine = claimOf({ personId: 'a', key: 'ka' });
  const p = new Map([['a', stand('/a/', { claims: [mine] })]]);
  assert.deepEqual(words(offerWith({ state: 'closed' }), [pool(0, 0)], [ask('a')], p), ['was taken']);
  assert.deepEqual(words(offerWith(), [pool(0, 9)], [ask('a', { key: 'other' })], p), ['was taken']);
  assert.deepEqual(words(offerWith({ party: 3 }), [pool(0, 9)], [ask('a', { places: 2 })], p), ['keyUsed']);
  assert.deepEqual(words(offerWith({ party: 3 }), [pool(0, 9)], [ask('a', { key: 'other', places: 2 })], p), ['limitReached']);
  assert.deepEqual(words(offerWith({ perPerson: 2 }), [pool(0, 9)], [ask('a', { key: '2' }), ask('a', { key: '3' }), ask('a', { key: '2' })], p), ['taken 0', 'limitReached', 'taken 0']);
  assert.deepEqual(words(offerWith(), [pool(0, 9)], [ask('a', { key: 'new' })], new Map([['a', stand('/a/', { claims: [{ ...mine, state: 'cancelled' }] })]])), ['taken 0'], 'who gave it back may come again');
  const { writes } = allot(offerWith({ perPerson: 2 }), [pool(0, 9)], [], [ask('a', { key: '2' })], p);
  assert.equal(writes[0]?.turn, 2);
});

test('quotas: the own one first, then those above, then everybody’s; others’ are not touched', () => {
  const pools = [pool(0, 1), pool(1, 1, '/a/'), pool(2, 1, '/a/b/'), pool(3, 5, '/z/')];
  assert.equal(poolOf(pools, '/a/b/c/'), 2);
  assert.equal(poolOf(pools, '/q/'), 0);
  assert.deepEqual(poolsFor(pools, 2).map((p) => p.no), [2, 1, 0]);
  const p = new Map(['1', '2', '3', '4'].map((id) => [id, stand('/a/b/')]));
  assert.deepEqual(words(offerWith(), pools, [ask('1'), ask('2'), ask('3'), ask('4')], p), ['taken 2', 'taken 1', 'taken 0', 'soldOut']);
  assert.deepEqual(words(offerWith({ waits: true }), [pool(0, 0), pool(1, 0, '/a/')], [ask('1')], p), ['waiting 1']);
});

test('roll-ups go step by step and lose nothing', () => {
  const pools = [pool(0, 1), pool(1, 4, '/a/', 1, at(-1)), pool(2, 3, '/a/b/', 1, at(-1)), pool(3, 2, '/z/', 0, at(1))];
  assert.deepEqual(rollUps(pools, NOW), [{ from: 2, to: 1, places: 2 }, { from: 1, to: 0, places: 5 }]);
});

test('a draw takes entries, a queue takes everybody, things go once', () => {
  const p = people('a', 'b', 'c');
  assert.deepEqual(words(offerWith({ mode: 'draw' }), [pool(0, 1)], [ask('a'), ask('b')], p), ['entered 0', 'entered 0']);
  assert.deepEqual(words(offerWith({ mode: 'queue' }), [pool(0, 9)], [ask('a')], p), ['waiting 0']);
  const unit = (id: string, o: Partial<Unit> = {}): Unit => ({ id, no: 1, label: id, startsAt: null, endsAt: null, outOfOrder: '', free: true, ...o });
  const units = [unit('x', { free: false }), unit('y'), unit('past', { endsAt: at(-1), startsAt: at(-2) })];
  assert.deepEqual(words(offerWith({ mode: 'units' }), [pool(0, 0)], [ask('a', { unitId: 'x' }), ask('b', { unitId: 'y' }), ask('c'), ask('c', { key: '2', unitId: 'none' })], p, units), ['unitTaken', 'taken 0', 'soldOut', 'unitUnknown']);
});

test('points: nobody spends more than there is, in one batch either', () => {
  const p = new Map([['a', stand('/a/', { wallet: 25n })]]);
  assert.deepEqual(words(offerWith({ pays: 'points', price: 10n, perPerson: 5 }), [pool(0, 9)], ['1', '2', '3'].map((key) => ask('a', { key })), p), ['taken 0', 'taken 0', 'short']);
});

test('whoever is behind and fits goes before a party that does not', () => {
  const waiting = [claimOf({ id: '1', places: 3 }), claimOf({ id: '2', places: 2 }), claimOf({ id: '3', places: 1 })];
  assert.deepEqual(promote(offerWith(), [pool(0, 2)], [], waiting, NOW).turns.map((t) => t.claim.id), ['2']);
  assert.deepEqual(promote(offerWith(), [pool(0, 6)], [], waiting, NOW).turns.map((t) => t.claim.id), ['1', '2', '3']);
});

test('who may: union, length, rest, misses, group; what is not known does not count', () => {
  const facts: Facts = { personId: 'a', paths: ['/a/b/'], memberSince: '2026-10-01', sex: null, birthDate: '1990-11-05', newForm: false, migrant: false, lastWonAt: new Date('2026-11-01T00:00:00Z'), missed: 2 };
  const bar = (who: Partial<Who>, f: Partial<Facts> = {}, roots = ['/a/']) => barOf(Who.parse(who), roots, { ...facts, ...f }, NOW);
  assert.equal(bar({}, { paths: [] }), 'notMember');
  assert.equal(bar({}, {}, ['/z/']), 'otherUnion');
  assert.equal(bar({}, { paths: ['/q/', '/a/x/'] }), null, 'the industrial line counts as well');
  assert.equal(bar({ memberDays: 52 }), 'tooNew');
  assert.equal(bar({ memberDays: 51 }), null);
  assert.equal(bar({ memberDays: 1 }, { memberSince: null }), 'tooNew');
  assert.equal(bar({ restDays: 30 }), 'resting');
  assert.equal(bar({ restDays: 20 }), null);
  assert.equal(bar({ misses: { most: 2, days: 90 } }), 'missed');
  assert.equal(bar({ misses: { most: 3, days: 90 } }), null);
  assert.equal(bar({ sex: 'female' }), 'otherGroup');
  assert.equal(bar({ birthMonth: 11 }), null);
  assert.equal(bar({ birthMonth: 11 }, { birthDate: null }), 'otherGroup');
  assert.equal(bar({ newForm: true }), 'otherGroup');
});

test('properties: never more than there is in any pool, never more for a person than allowed, repeats change nothing, order decides', () => {
  const PATHS = ['/a/', '/a/b/', '/a/b/c/', '/z/', '/q/'];
  const wish = fc.record({ person: fc.nat({ max: 7 }), key: fc.nat({ max: 3 }), places: fc.integer({ min: 1, max: 3 }) });
  fc.assert(fc.property(fc.array(wish, { maxLength: 40 }), fc.array(fc.nat({ max: 4 }), { minLength: 3, maxLength: 3 }), fc.integer({ min: 1, max: 3 }), fc.boolean(), (wishes, caps, perPerson, waits) => {
    const offer = offerWith({ perPerson, party: 2, waits });
    const pools = [pool(0, caps[0] ?? 0), pool(1, caps[1] ?? 0, '/a/'), pool(2, caps[2] ?? 0, '/a/b/')];
    const stands = new Map(Array.from({ length: 8 }, (_, i) => [`p${i}`, stand(PATHS[i % PATHS.length])]));
    const asks = wishes.map((x) => ask(`p${x.person}`, { key: `k${x.key}`, places: x.places }));
    const first = allot(offer, pools, [], asks, stands);
    for (const p of pools) assert.ok((first.took.get(p.no) ?? 0) <= p.capacity);
    const held = first.writes.filter((x) => HOLDING.includes(x.state));
    assert.equal(held.reduce((n, x) => n + x.ask.places, 0), [...first.took.values()].reduce((n, x) => n + x, 0));
    for (const id of stands.keys()) {
      const own = first.writes.filter((x) => x.ask.personId === id);
      assert.ok(own.length <= perPerson);
      assert.equal(new Set(own.map((x) => x.turn)).size, own.length);
    }
    // Asked again with what was written: the same claims, and nothing new.
    const written = first.writes.map((x, i) => claimOf({ id: `c${i}`, personId: x.ask.personId, key: x.ask.key, places: x.ask.places, state: x.state, turn: x.turn, poolNo: x.poolNo }));
    const later = new Map([...stands].map(([id, s]) => [id, { ...s, claims: written.filter((c) => c.personId === id) }]));
    const left = pools.map((p) => ({ ...p, taken: first.took.get(p.no) ?? 0 }));
    const repeated = asks.filter((_, i) => 'write' in (first.verdicts[i] as object));
    assert.equal(allot(offer, left, [], repeated, later).writes.length, 0);
    // Who came first has it: nobody is refused for want of places while a later one of the same union gets a single place.
    first.verdicts.forEach((v, i) => {
      if (!('no' in v) || v.no !== 'soldOut') return;
      const me = asks[i] as Ask;
      const after = asks.slice(i + 1).findIndex((a, j) => { const w = first.verdicts[i + 1 + j] as object; return 'write' in w && first.writes[(w as { write: number }).write]?.ask === a && a.places >= me.places && stands.get(a.personId)?.path === stands.get(me.personId)?.path; });
      assert.equal(after, -1);
    });
  }), { numRuns: 300 });
});
