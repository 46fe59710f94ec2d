import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { type AuthorShare, bandOf, type Credit, inOrder, keyOf, OCCASIONS, olderThan, planOf, pointsText, standingOf, type SuggestionFacts } from './points.rules.ts';

const NOTHING: SuggestionFacts = { id: 's', schemeId: 'u', fromRegister: false, voidOn: null, revokedOn: null, adoptedOn: null, completedOn: null, standardisedOn: null };
const DONE = { ...NOTHING, adoptedOn: '2026-03-01', completedOn: '2026-04-01', standardisedOn: '2026-05-01' };
const value = (o: string) => ({ adopted: 200n, completed: 200n, standardised: 100n })[o] ?? 0n;
const authors = (...shares: number[]): AuthorShare[] => shares.map((share, i) => ({ personId: `p${i}`, unitId: 'u1', share }));

/** The ledger after a plan: credits posted, others reversed. */
function carryOut(credits: readonly Credit[], plan: ReturnType<typeof planOf>): Credit[] {
  const gone = new Set(plan.back.map((c) => c.journalId));
  return [...credits.map((c) => (gone.has(c.journalId) ? { ...c, reversed: true } : c)), ...plan.due.map((d) => ({ ...d, journalId: keyOf(d), reversed: false }))];
}
const alive = (credits: readonly Credit[]) => credits.filter((c) => !c.reversed).map((c) => `${c.occasion} ${c.personId} ${c.amount}`).sort();

test('INN-2 points: what is taken over, void or taken back brings none; dates bring 2, 2 and 1', () => {
  for (const s of [NOTHING, { ...DONE, fromRegister: true }, { ...DONE, voidOn: '2026-06-01' }, { ...DONE, revokedOn: '2026-06-01' }]) assert.deepEqual(planOf(s, authors(10_000), [], value).due, []);
  assert.deepEqual(planOf(DONE, authors(10_000), [], value).due.map((d) => [d.occasion, d.on, d.amount]), [['adopted', '2026-03-01', 200n], ['completed', '2026-04-01', 200n], ['standardised', '2026-05-01', 100n]]);
  assert.deepEqual(planOf(DONE, authors(3_333, 3_333, 3_334), [], value).due.filter((d) => d.occasion === 'adopted').map((d) => d.amount), [67n, 66n, 67n]);
});

test('INN-2 points: asked again nothing is posted; taken back and adopted anew is a second round; a later rule changes nothing', () => {
  const first = carryOut([], planOf(DONE, authors(6_000, 4_000), [], value));
  assert.deepEqual(planOf(DONE, authors(6_000, 4_000), first, value), { due: [], back: [] });
  assert.deepEqual(planOf(DONE, authors(6_000, 4_000), first, () => 900n), { due: [], back: [] });
  const none = carryOut(first, planOf({ ...DONE, revokedOn: '2026-06-01' }, authors(6_000, 4_000), first, value));
  assert.deepEqual(alive(none), []);
  const again = planOf(DONE, authors(6_000, 4_000), none, value);
  assert.deepEqual([again.due.length, new Set(again.due.map((d) => d.round)), again.due.map(keyOf).every((k) => k.endsWith('/2'))], [6, new Set([2]), true]);
});

test('INN-2 points: whatever happens to dates and shares, the ledger ends where the dates say, and parts sum exactly', () => {
  const date = fc.option(fc.constant('2026-03-01'), { nil: null });
  const facts = fc.record({ adoptedOn: date, completedOn: date, standardisedOn: date, revokedOn: date, voidOn: date });
  const shares = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 6 }).filter((s) => s.some((x) => x > 0));
  fc.assert(fc.property(fc.array(fc.tuple(facts, shares), { minLength: 1, maxLength: 8 }), (steps) => {
    let credits: Credit[] = [];
    for (const [f, weights] of steps) {
      const s = { ...NOTHING, ...f };
      credits = carryOut(credits, planOf(s, authors(...weights), credits, value));
      assert.equal(new Set(credits.map((c) => c.journalId)).size, credits.length, 'a key is used once');
      for (const o of OCCASIONS) {
        const on = { adopted: s.adoptedOn, completed: s.completedOn, standardised: s.standardisedOn }[o];
        const sum = credits.filter((c) => !c.reversed && c.occasion === o).reduce((n, c) => n + c.amount, 0n);
        assert.equal(sum, on !== null && s.voidOn === null && s.revokedOn === null ? value(o) : 0n);
      }
      assert.deepEqual(planOf(s, authors(...weights), credits, value), { due: [], back: [] });
    }
  }), { numRuns: 300 });
});

test('INN-2 points as people read them, the oldest spent first, bands, days of a round', () => {
  assert.deepEqual([0, 200, 1250, 1205, 7, -150].map(pointsText), ['0', '2', '12.5', '12.05', '0.07', '-1.5']);
  const earned = new Map([[2024, 500], [2025, 300], [2026, 200]]);
  assert.deepEqual([olderThan(1000, earned, 2025), olderThan(600, earned, 2025), olderThan(400, earned, 2025), olderThan(1000, earned, 2020)], [500, 100, 0, 0]);
  const bands = [{ from: 10, to: 19 }, { from: 20, to: 49 }];
  assert.deepEqual([bandOf(bands, 9), bandOf(bands, 19)?.from, bandOf(bands, 20)?.from], [undefined, 10, 20]);
  assert.deepEqual([inOrder(bands), inOrder([{ from: 10, to: 20 }, { from: 20, to: 30 }]), inOrder([{ from: 9, to: 8 }])], [true, false, false]);
  const round = { state: 'open', from: '2026-11-01', to: '2026-11-30', collectTo: '2026-12-20' };
  assert.deepEqual(['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01', '2026-12-21'].map((d) => standingOf(round, d)), ['coming', 'open', 'open', 'collecting', 'ended']);
  assert.equal(standingOf({ ...round, state: 'draft' }, '2026-11-02'), 'draft');
});
