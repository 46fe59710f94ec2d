import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { countRule, minCandidates } from '#engines/ballot';
import { officesFor, reminderOf, seatsOf, timingOf } from './elections.rules.ts';
import { type ElectionPaper, type Hall, outcomeOf, paperAfter, tally } from './tally.service.ts';

const rule = countRule({ majority: { op: 'GT', num: 1, den: 2, base: 'entitled' }, quorum: { op: 'GE', num: 2, den: 3 } });
const paper = (seats: number, ...names: string[]): ElectionPaper => ({ kind: 'election', style: 'mark', seats, writeIns: true, candidates: names.map((name, i) => ({ id: `c${i + 1}`, name })) });
const hall = (present: number, issued: number, returned: number, votes: readonly (readonly [string | null, string, number])[], invalid = 0): Hall => ({ present, issued, returned, invalid, votes: votes.map(([id, name, n]) => ({ id, name, votes: n })) });
const elected = (t: ReturnType<typeof tally>): string[] => t.elected.standings.filter((s) => s.elected).map((s) => s.name);

test('ORG-8 90 entitled: 60 present are enough, 59 are not; 45 votes lose, 46 win; 61 returned of 60 issued void everything', () => {
  const p = paper(1, '甲', '乙');
  const at = (present: number, votes: number) => tally(p, 90, rule, hall(present, present, present, [['c1', '甲', votes], ['c2', '乙', 3]]), null);
  assert.deepEqual([outcomeOf(at(60, 46)), elected(at(60, 46))], ['elected', ['甲']]);
  assert.deepEqual([outcomeOf(at(59, 46)), elected(at(59, 46))], ['void', []]);
  assert.deepEqual([outcomeOf(at(60, 45)), elected(at(60, 45))], ['short', []]);
  const many = tally(p, 90, rule, hall(60, 60, 61, [['c1', '甲', 50], ['c2', '乙', 3]]), null);
  assert.deepEqual([outcomeOf(many), many.void, elected(many)], ['void', true, []]);
  assert.deepEqual(paperAfter(p, many), p, 'void: the whole vote again');
});

test('ORG-8 a tie at the last seat is voted on again among the tied; a name written in wins with the majority and stands in the next round without', () => {
  const tie = tally(paper(2, '甲', '乙', '丙'), 30, rule, hall(30, 30, 30, [['c1', '甲', 28], ['c2', '乙', 16], ['c3', '丙', 16]]), null);
  assert.deepEqual([outcomeOf(tie), elected(tie)], ['tie', ['甲']]);
  assert.deepEqual(paperAfter(paper(2, '甲', '乙', '丙'), tie)?.candidates.map((c) => c.name), ['乙', '丙']);
  const written = tally(paper(1, '甲', '乙'), 30, rule, hall(30, 30, 30, [['c1', '甲', 8], ['c2', '乙', 4], [null, '丁', 18]]), null);
  assert.deepEqual([outcomeOf(written), elected(written)], ['elected', ['丁']]);
  const near = tally(paper(1, '甲', '乙'), 30, rule, hall(30, 30, 30, [['c1', '甲', 10], ['c2', '乙', 4], [null, '丁', 15]]), null);
  assert.equal(outcomeOf(near), 'short');
  assert.deepEqual(paperAfter(paper(1, '甲', '乙'), near)?.candidates.map((c) => c.name), ['丁']);
});

test('ORG-8 seats, candidates and days by the rule', () => {
  assert.deepEqual([3, 7, 15, 20, 21, 45].map((n) => minCandidates(n, { num: 5, den: 100 })), [4, 8, 16, 21, 23, 48]);
  assert.deepEqual([timingOf('2027-03-31', '2027-03-01'), timingOf('2027-03-31', '2026-12-30'), timingOf('2027-03-31', '2027-04-01'), timingOf(null, '2027-01-01')], ['due', 'early', 'late', 'due']);
  assert.deepEqual(['2026-11-20', '2026-12-10', '2027-02-01', '2027-05-21', '2027-05-22'].map((d) => reminderOf(d, '2026-11-21')), [0, 1, 3, 6, null]);
  const plan = { kind: 'renewal', post: 'committee', seats: 5, auditSeats: 3, viceSeats: 1, chairBy: 'committee' } as const;
  assert.deepEqual(seatsOf(plan).map((s) => [s.post, s.electors]), [['committee', 'assembly'], ['audit', 'assembly'], ['chair', 'committee'], ['viceChair', 'committee']]);
  assert.deepEqual(seatsOf({ ...plan, kind: 'byElection', post: 'chair', chairBy: 'assembly' }), [{ post: 'chair', seats: 1, electors: 'assembly' }]);
  assert.deepEqual(officesFor([{ post: 'committee', personId: 'a' }, { post: 'committee', personId: 'b' }, { post: 'chair', personId: 'a' }]), [{ personId: 'b', office: 'committeeMember' }, { personId: 'a', office: 'chair' }]);
});

test('ORG-8 hall and devices together count as one: nobody elected with half or less, never more than the seats', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 5 }), fc.array(fc.nat({ max: 200 }), { minLength: 1, maxLength: 8 }), (entitled, seats, raw) => {
    const names = raw.map((_, i) => `人${i}`);
    const t = tally(paper(seats, ...names), entitled, rule, hall(entitled, entitled, entitled, raw.map((n, i) => [`c${i + 1}`, names[i] ?? '', Math.min(n, entitled)] as const)), null);
    const list = t.elected.standings.filter((s) => s.elected);
    assert.ok(list.length <= seats);
    for (const s of list) assert.ok(2 * s.for > entitled);
  }));
});
