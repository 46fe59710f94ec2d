import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { countRule } from './count-rule.rules.ts';
import { type ElectionOutcome, electedLine, type Figures, openCount, type Outcome } from './count.rules.ts';
import { joinRounds, nextPaper } from './elect.rules.ts';
import type { PaperOf } from './paper.rules.ts';

const RULE = countRule({ majority: { op: 'GT', num: 1, den: 2, base: 'entitled' } });
const paperOf = (seats: number, names: string, more: Partial<PaperOf<'election'>> = {}): PaperOf<'election'> =>
  ({ kind: 'election', style: 'mark', seats, writeIns: true, candidates: [...names].map((id) => ({ id, name: `${id}某` })), ...more });
type Hand = readonly [papers: number, yes: string, writeIns?: readonly string[], no?: string];

function hold(paper: PaperOf<'election'>, hands: readonly Hand[], figures: Figures, rule = RULE): Outcome & ElectionOutcome {
  const count = openCount(paper, rule);
  for (const [n, yes, writeIns = [], no = ''] of hands) {
    for (let i = 0; i < n; i++) count.add({ kind: 'election', for: [...yes], against: [...no], writeIns });
  }
  return count.result(figures) as Outcome & ElectionOutcome;
}
const all = (n: number): Figures => ({ entitled: n, present: n, issued: n });
const won = (o: ElectionOutcome): string => o.standings.filter((s) => s.elected).map((s) => s.id ?? s.name).join('');

test('rules.md §5: of 90 entitled 45 votes lose and 46 win, whoever came', () => {
  const o = hold(paperOf(2, 'ab'), [[45, 'ab'], [1, 'b']], { entitled: 90, present: 60, issued: 60 });
  assert.equal(won(o), 'b');
  assert.equal(o.surplus, false);
  assert.equal(electedLine(46, o).worked.word.zh, '46 × 2 = 92 > 90，达到当选票数');
  assert.equal(electedLine(45, o).worked.word.en, '45 × 2 = 90 ≤ 90: not enough to be elected');
});

test('rules.md §5: 61 returned of 60 issued elects nobody and everything is repeated', () => {
  const o = hold(paperOf(1, 'a'), [[61, 'a']], { entitled: 90, present: 60, issued: 60 });
  assert.deepEqual([won(o), o.void, o.next, o.elected], ['', true, null, 0]);
});

test('somebody written in by a majority is elected, and one who has none is not', () => {
  const o = hold(paperOf(2, 'ab'), [[6, 'a', ['赵六']], [4, 'b', ['赵 六']], [1, 'b', ['钱七']]], all(11));
  assert.equal(won(o), '赵六a');
  assert.deepEqual(o.standings.map((s) => [s.name, s.for, s.place]), [['赵六', 10, 1], ['a某', 6, 2], ['b某', 5, 3], ['钱七', 1, 4]]);
});

test('more with a majority than seats: by votes; a tie at the last seat is voted on again among the tied alone', () => {
  const byVotes = hold(paperOf(2, 'abc'), [[4, 'ab'], [3, 'ac'], [2, 'ab'], [1, 'bc']], all(10));
  assert.deepEqual([won(byVotes), byVotes.next, byVotes.surplus], ['ab', null, true]);
  const three = hold(paperOf(2, 'abc'), [[4, 'ab'], [3, 'ac'], [3, 'bc']], all(10));
  assert.deepEqual([won(three), three.standings.map((s) => [s.for, s.qualified]), three.next], ['ab', [[7, true], [7, true], [6, true]], null]);
  const tie = hold(paperOf(2, 'abc'), [[4, 'ab'], [4, 'ac'], [1, 'bc']], all(9));
  assert.equal(won(tie), 'abc'.slice(0, 1), 'a has 8, b and c 5 each of 9');
  assert.deepEqual([tie.next?.why, tie.next?.seats, tie.next?.among.map((s) => s.id)], ['tie', 1, ['b', 'c']]);
  const again = nextPaper(paperOf(2, 'abc'), tie);
  assert.deepEqual([again?.seats, again?.candidates.map((c) => c.id), again?.writeIns], [1, ['b', 'c'], false]);
  const second = hold(again as PaperOf<'election'>, [[5, 'c'], [4, 'b']], all(9));
  const joined = joinRounds([tie, second]);
  assert.deepEqual(joined.elected.map((s) => [s.id, s.round]), [['a', 1], ['c', 2]]);
  assert.deepEqual([joined.open, joined.next], [0, null]);
});

test('a tie above the last seat harms nobody', () => {
  assert.equal(won(hold(paperOf(2, 'abc'), [[6, 'ab'], [3, 'c']], all(9))), 'ab');
});

test('too few: again among those not elected, by votes, ties at the cut included; or the seats stay empty where the rule says so', () => {
  const hands: Hand[] = [[6, 'a'], [3, 'b', ['赵六']], [1, 'c']];
  const o = hold(paperOf(2, 'abcd'), hands, all(10));
  assert.deepEqual([won(o), o.next?.why, o.next?.seats, o.next?.among.map((s) => s.name)], ['a', 'tooFew', 1, ['b某', '赵六']]);
  assert.deepEqual(nextPaper(paperOf(2, 'abcd'), o)?.candidates, [{ id: 'b', name: 'b某' }, { id: 'written-1', name: '赵六' }]);
  const wider = hold(paperOf(2, 'abcd'), hands, all(10), countRule({ ...RULE, runOffSurplus: 2 }));
  assert.deepEqual(wider.next?.among.map((s) => s.name), ['b某', '赵六', 'c某']);
  const fewer = countRule({ ...RULE, tooFew: 'fewerSeats' });
  assert.equal(hold(paperOf(2, 'abcd'), hands, all(10), fewer).next, null);
  assert.equal(hold(paperOf(1, 'ab'), [[1, 'a']], all(10), fewer).next?.why, 'tooFew', 'no seat at all is no election');
  assert.equal(nextPaper(paperOf(1, 'a', { writeIns: false }), { next: { why: 'tooFew', seats: 1, among: [] } }), null);
});

test('abstained is neither for nor against, and a paper with too many names counts as returned only', () => {
  const o = hold(paperOf(1, 'ab'), [[3, 'a', [], 'b'], [2, ''], [4, 'ab']], all(9));
  assert.deepEqual(o.standings.map((s) => [s.id, s.for, s.against, s.abstain]), [['a', 3, 0, 2], ['b', 0, 3, 2]]);
  assert.deepEqual([o.counts.ballotsReturned, o.counts.validBallots, o.invalidBy.moreThanSeats], [9, 5, 4]);
});

test('the order of the papers changes nothing; nobody is elected twice, beyond the seats or without the majority', () => {
  const arb = fc.record({ seats: fc.integer({ min: 1, max: 3 }), hands: fc.array(fc.tuple(fc.subarray(['a', 'b', 'c', 'd']), fc.subarray(['赵六', '钱七'])), { minLength: 1, maxLength: 14 }), more: fc.nat({ max: 2 }) });
  fc.assert(fc.property(arb, fc.infiniteStream(fc.nat()), ({ seats, hands, more }, keys) => {
    const entitled = hands.length + more;
    const papers = hands.map(([yes, written]): Hand => [1, yes.join(''), written]);
    const o = hold(paperOf(seats, 'abcd'), papers, all(entitled));
    const shuffled = papers.map((p) => ({ p, k: keys.next().value as number })).sort((x, y) => x.k - y.k).map((x) => x.p);
    assert.deepEqual(hold(paperOf(seats, 'abcd'), shuffled, all(entitled)), o);
    const elected = o.standings.filter((s) => s.elected);
    assert.ok(elected.length <= seats && elected.every((s) => s.qualified && 2 * s.for > entitled));
    assert.ok(o.standings.every((s) => s.elected || elected.every((e) => e.for >= s.for)));
    assert.equal(o.elected + (o.next?.seats ?? seats - o.elected), seats);
    assert.ok(o.standings.reduce((n, s) => n + s.for, 0) <= seats * o.counts.validBallots);
    assert.ok(o.counts.validBallots <= o.counts.ballotsReturned && o.counts.ballotsReturned <= o.counts.ballotsIssued);
  }), { numRuns: 400 });
});
