import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { beginsNow, monthOf, nextMonth, placesOf, type Prize, prizeFault, prizeOf, prizesGiven, stageAt, taxOn } from './draws.rules.ts';

const prize = (name: string, count: number, more: Partial<Prize> = {}): Prize => ({ name, count, value: 10_000, tax: 'borne', why: '', ...more });
const TWENTY = { num: 1, den: 5 };

test('tax: 20 % to the nearest fen where it is withheld or borne, nothing where there is none', () => {
  for (const [value, tax, fen] of [[10_000, 'withheld', 2_000], [12_800, 'borne', 2_560], [3, 'withheld', 1], [2, 'borne', 0], [50_000, 'none', 0]] as const) assert.equal(taxOn({ value, tax }, TWENTY), fen);
  assert.deepEqual(prizeFault([prize('a', 1), prize('b', 1, { value: 0 })]), { at: 1, field: 'value' });
  assert.deepEqual(prizeFault([prize('a', 1, { tax: 'none', why: ' ' })]), { at: 0, field: 'why' });
  assert.equal(prizeFault([prize('a', 1, { tax: 'none', value: 0, why: '集体活动' })]), null);
});

test('prizes follow ranks; whoever moves up gets what was given back and nobody else’s changes', () => {
  const prizes = [prize('一', 1), prize('二', 2)];
  assert.deepEqual([1, 2, 3, 4].map((rank) => prizeOf(prizes, rank)?.name ?? null), ['一', '二', '二', null]);
  const given = prizesGiven(prizes, [{ id: 'b', rank: 2 }, { id: 'c', rank: 3 }, { id: 'd', rank: 4 }]);
  assert.deepEqual([given.get('b')?.name, given.get('c')?.name, given.get('d')?.name], ['二', '二', '一']);
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }), fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 20 }), (counts, ranks) => {
    const all = counts.map((count, i) => prize(String(i), count));
    const holders = ranks.slice(0, placesOf(all)).map((rank) => ({ id: String(rank), rank }));
    const got = prizesGiven(all, holders);
    assert.equal(got.size, holders.length, 'everybody who holds a place has a prize');
    for (const p of all) assert.ok([...got.values()].filter((x) => x === p).length <= p.count, 'no prize is given more often than it is there');
  }));
});

test('stages of a draw, by state and clock', () => {
  const times = { state: 'open', opensAt: new Date('2026-09-07T01:00:00Z'), closesAt: new Date('2026-09-09T10:00:00Z'), frozenAt: null, drawnAt: null } as const;
  const at = (now: string, more: object = {}) => stageAt({ ...times, ...more }, new Date(now));
  assert.deepEqual([at('2026-09-07T00:59:59Z'), at('2026-09-07T01:00:00Z'), at('2026-09-09T10:00:00Z')], ['coming', 'on', 'closing']);
  const later = '2026-09-10T00:00:00Z';
  assert.deepEqual([at(later, { frozenAt: times.closesAt }), at(later, { frozenAt: times.closesAt, drawnAt: new Date(later) }), at(later, { state: 'closed' }), at(later, { state: 'cancelled', drawnAt: new Date(later) }), at(later, { state: 'draft' })], ['frozen', 'drawn', 'empty', 'off', 'draft']);
});

test('a month’s days in China: open on the first day at 0:00, closed at 0:00 of the last, never begun after it', () => {
  const plan = { opensDay: 1, closesDay: 3 };
  const m = monthOf(plan, '2028-02-29');
  assert.deepEqual([m.month, m.opensAt.toISOString(), m.closesAt.toISOString()], ['2028-02-01', '2028-01-31T16:00:00.000Z', '2028-02-02T16:00:00.000Z']);
  assert.deepEqual(['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-31'].map((d) => beginsNow(plan, d)), [true, true, false, false]);
  assert.deepEqual([nextMonth(plan, '2026-12-02'), nextMonth(plan, '2026-12-03'), nextMonth(plan, '2026-01-31')], [12, 1, 2]);
});
