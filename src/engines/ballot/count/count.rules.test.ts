import assert from 'node:assert/strict';
import test from 'node:test';
import { say } from '#shared/words';
import { openCount, type Figures, type Outcome } from './count.rules.ts';
import { countRule } from './count-rule.rules.ts';
import { presentAt, quorum } from './basis.rules.ts';

const GT = countRule({ majority: { op: 'GT', num: 1, den: 2, base: 'entitled' }, quorum: { op: 'GE', num: 2, den: 3 } });
const GE = countRule({ ...GT, majority: { ...GT.majority, op: 'GE' } });
const motion = { kind: 'motion' } as const;

/** A vote on a motion: so many for, against, abstained, spoiled. */
function voted(rule: typeof GT, figures: Figures, yes: number, no = 0, abstain = 0, spoiled = 0): Outcome & { kind: 'motion' } {
  const count = openCount(motion, rule);
  const hand = (n: number, choice: string): void => { for (let i = 0; i < n; i++) count.add({ kind: 'motion', choice }); };
  hand(yes, 'for'); hand(no, 'against'); hand(abstain, 'abstain'); hand(spoiled, 'yes and no');
  return count.result(figures) as Outcome & { kind: 'motion' };
}
const of = (entitled: number, present = entitled, issued = present): Figures => ({ entitled, present, issued });
const worked = (o: Outcome, about: string, locale: 'zh' | 'en' = 'zh'): string => {
  const line = o.lines.find((l) => l.about === about);
  return line ? say(line.worked.word, locale, line.worked.slots) : '';
};

test('rules.md §28 rows 1 to 3 and 9, §7.3: congresses at the boundary', () => {
  const rows: [string, boolean, string | null, Outcome & { kind: 'motion' }][] = [
    ['row 1: 30 delegates, 20 present, 16 yes', true, null, voted(GT, of(30, 20), 16, 4)],
    ['row 2: 15 yes fails under GT', false, null, voted(GT, of(30, 20), 15, 5)],
    ['row 2: and passes in Shanghai', true, null, voted(GE, of(30, 20), 15, 5)],
    ['row 3: 90 entitled, 59 present', false, 'ballot.count.noQuorum', voted(GT, of(90, 59), 59)],
    ['60 present is enough', true, null, voted(GT, of(90, 60), 59)],
    ['row 9: 61 returned of 60 issued', false, 'ballot.count.voidReturned', voted(GT, of(90, 60), 61)],
    ['§7.3: 45 delegates, 30 present, 23 yes', true, null, voted(GT, of(45, 30), 23, 7)],
    ['§7.3: 22 yes is 73% of those present and not enough', false, null, voted(GT, of(45, 30), 22, 8)],
    ['abstained, invalid and missing papers count against', false, null, voted(GT, of(30, 30), 15, 0, 10, 2)],
  ];
  for (const [name, passed, fails, o] of rows) {
    assert.equal(o.passed, passed, name);
    assert.equal(o.fails?.word.code ?? null, fails, name);
  }
  assert.equal(rows[5]?.[3].void, true);
  assert.equal(rows[3]?.[3].void, false);
});

test('bases differ: of the same papers a majority of those present, returned, valid', () => {
  const passed = (base: typeof GT.majority.base, yes: number): boolean => voted(countRule({ majority: { op: 'GT', num: 1, den: 2, base } }), of(100, 80, 70), yes, 60 - yes - 5, 0, 5).passed;
  assert.deepEqual([passed('entitled', 50), passed('entitled', 51)], [false, true]);
  assert.deepEqual([passed('present', 40), passed('present', 41)], [false, true]);
  assert.deepEqual([passed('ballotsIssued', 35), passed('ballotsIssued', 36)], [false, true]);
  assert.deepEqual([passed('ballotsReturned', 30), passed('ballotsReturned', 31)], [false, true]);
  assert.deepEqual([passed('validBallots', 27), passed('validBallots', 28)], [false, true]);
});

test('the basis is written out in both languages', () => {
  const o = voted(GT, of(45, 30), 23, 7);
  assert.deepEqual([worked(o, 'majority'), worked(o, 'majority', 'en')], ['23 × 2 = 46 > 45，通过', '23 × 2 = 46 > 45: passed']);
  assert.equal(worked(voted(GT, of(45, 30), 22), 'majority'), '22 × 2 = 44 ≤ 45，未通过');
  assert.equal(worked(voted(GE, of(45, 30), 22), 'majority', 'en'), '22 × 2 = 44 < 45: not passed');
  assert.equal(worked(o, 'quorum'), '30 × 3 = 90 ≥ 45 × 2 = 90，达到');
  assert.equal(worked(voted(GT, of(90, 60), 61), 'issued', 'en'), '61 > 60: the whole vote is void');
  assert.equal(worked(voted(GT, of(90, 60), 61), 'majority'), '', 'a void vote has no majority to show');
  const rule = o.lines.find((l) => l.about === 'majority')?.rule;
  assert.deepEqual([rule?.word.zh, rule?.word.en], ['应到 45，赞成须过半数（至少 23）', 'Of 45 entitled, more than half must be in favour (at least 23)']);
  assert.equal(worked(voted(countRule({ majority: GT.majority }), of(0), 0), 'majority'), '应到为 0，未通过');
});

test('turnout and validity: a constituency of which too few took part elects nobody', () => {
  const rule = countRule({ majority: GE.majority, turnout: { op: 'GE', num: 2, den: 3 }, validity: { op: 'GE', num: 2, den: 3 } });
  assert.equal(voted(rule, of(30), 19).fails?.word.code, 'ballot.count.lowTurnout');
  assert.equal(voted(rule, of(30), 19, 0, 0, 1).fails?.word.code, 'ballot.count.fewValid');
  assert.equal(voted(rule, of(30), 20).fails, null);
});

test('papers that are missing, and figures that are none', () => {
  const o = voted(GT, of(30, 28, 27), 16, 5, 3, 1);
  assert.deepEqual([o.missing, o.invalid, o.invalidBy.spoiled, o.abstain], [2, 1, 1, 3]);
  for (const bad of [{ entitled: -1, present: 0, issued: 0 }, { entitled: 1.5, present: 0, issued: 0 }, { entitled: Number.NaN, present: 0, issued: 0 }]) {
    assert.throws(() => openCount(motion, GT).result(bad), /not a number of people/);
  }
});

test('who is there at a moment: only the roll, the last move counts', () => {
  const roll = new Set(['a', 'b', 'c']);
  const move = (person: string, at: string, came: boolean) => ({ person, at, came });
  const moves = [move('a', '2026-11-21T09:00Z', true), move('b', '2026-11-21T09:01Z', true), move('observer', '2026-11-21T09:01Z', true), move('a', '2026-11-21T10:00Z', false), move('a', '2026-11-21T10:05Z', true)];
  const seen = (at: string): number => presentAt(roll, [...moves].reverse(), `2026-11-21T${at}Z`);
  assert.deepEqual(['08:59', '09:00', '09:30', '10:00', '10:04', '10:05'].map(seen), [0, 1, 2, 1, 1, 2]);
  const two = { op: 'GE', num: 2, den: 3 } as const;
  assert.deepEqual([quorum(2, 3, two).holds, quorum(1, 3, two).holds, quorum(0, 0, two).holds], [true, false, false]);
});

test('every N from 1 to 400: quorum and majorities against fractions tried one by one', () => {
  const shares = [['GE', 2, 3], ['GT', 1, 2], ['GE', 1, 2], ['GE', 1, 3], ['GT', 2, 3], ['GE', 3, 4], ['GT', 0, 1], ['GE', 1, 1]] as const;
  let compared = 0;
  for (const [op, num, den] of shares) {
    for (let n = 1; n <= 400; n++) {
      // c/n against num/den by walking both on a ruler of n·den marks
      const walked = Array.from({ length: n + 1 }, (_, c) => (op === 'GE' ? !(c * den < num * n) : c * den - num * n >= 1));
      const least = walked.includes(true) ? walked.indexOf(true) : n + 1;
      assert.ok(walked.every((holds, c) => holds === c >= least), 'one more never harms');
      for (const c of [0, least - 1, least, least + 1, n]) {
        if (c < 0 || c > n) continue;
        const line = quorum(c, n, { op, num, den });
        if (line.holds !== walked[c] || line.least !== least) assert.fail(`${c}/${n} ${op} ${num}/${den}`);
        compared += 1;
      }
    }
  }
  assert.ok(compared > 12_000);
});
