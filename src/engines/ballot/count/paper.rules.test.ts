import assert from 'node:assert/strict';
import test from 'node:test';
import { countedName } from './names.rules.ts';
import { Paper, type PaperOf, readContent } from './paper.rules.ts';

const election: PaperOf<'election'> = {
  kind: 'election', style: 'mark', seats: 2, writeIns: true,
  candidates: [{ id: 'a', name: '张三' }, { id: 'b', name: '李四' }, { id: 'c', name: '王五' }],
};
const vote = (more: object) => ({ kind: 'election', for: [], against: [], writeIns: [], ...more });
const seen = (paper: Paper, given: unknown): string => {
  const read = readContent(paper, given);
  if (!read.ok) return `refused ${read.why.word.code}`;
  return read.valid ? 'valid' : `invalid ${read.why.word.code}`;
};

test('refused: what is no paper, a paper of another vote, what is not on the list, twice the same', () => {
  const cases: [Paper, unknown, string][] = [
    [{ kind: 'motion' }, null, 'malformed'], [{ kind: 'motion' }, { kind: 'motion' }, 'malformed'], [{ kind: 'motion' }, { kind: 'motion', choice: 'yes' }, 'malformed'],
    [{ kind: 'motion' }, { kind: 'motion', choice: 'for', by: 'me' }, 'malformed'], [{ kind: 'motion' }, vote({}), 'otherPaper'],
    [election, vote({ for: ['x'] }), 'unknownChoice'], [election, vote({ against: ['x'] }), 'unknownChoice'], [election, vote({ for: ['a', 'a'] }), 'twice'],
    [{ ...election, writeIns: false }, vote({ writeIns: ['赵六'] }), 'noWriteIns'], [{ ...election, style: 'pick' }, vote({ against: ['a'] }), 'noAgainst'],
    [election, vote({ writeIns: ['  '] }), 'nameUnreadable'], [election, vote({ writeIns: ['123'] }), 'nameUnreadable'], [election, vote({ writeIns: ['张'.repeat(61)] }), 'nameUnreadable'],
    [{ ...election, candidates: [...election.candidates, { id: 'd', name: '张 三' }] }, vote({ writeIns: ['张三'] }), 'nameOfTwo'],
  ];
  for (const [paper, given, why] of cases) assert.equal(seen(paper, given), `refused ballot.paper.${why}`, JSON.stringify(given));
});

test('invalid but returned: spoiled, more than seats, for and against one person', () => {
  assert.equal(seen({ kind: 'motion' }, { kind: 'spoiled' }), 'invalid ballot.paper.spoiled');
  assert.equal(seen(election, vote({ for: ['a', 'b', 'c'] })), 'invalid ballot.paper.moreThanSeats');
  assert.equal(seen(election, vote({ for: ['a', 'b'], writeIns: ['赵六'] })), 'invalid ballot.paper.moreThanSeats');
  assert.equal(seen(election, vote({ for: ['a'], against: ['a'] })), 'invalid ballot.paper.forAndAgainst');
  assert.equal(seen(election, vote({ writeIns: ['李四'], against: ['b'] })), 'invalid ballot.paper.forAndAgainst');
  const poll: Paper = { kind: 'poll', options: [{ id: 'x', text: 'x' }, { id: 'y', text: 'y' }], atMost: 1 };
  assert.equal(seen(poll, { kind: 'poll', picks: ['x', 'y'] }), 'invalid ballot.paper.moreThanAllowed');
  assert.equal(seen(poll, { kind: 'poll', picks: [] }), 'valid');
});

test('a name written in counts for the candidate it names, once, however it was typed', () => {
  const read = readContent(election, vote({ for: ['a'], writeIns: [' 张　三 ', '李\u200b四'] }));
  assert.deepEqual(read, { ok: true, valid: true, content: { kind: 'election', for: ['a', 'b'], against: [], writeIns: [] } });
  assert.equal(seen(election, vote({ for: ['a'], writeIns: ['赵六', '赵 六'] })), 'valid');
  const names: [string, string | null][] = [
    ['　欧阳　娜娜', '欧阳娜娜'], ['阿依古丽 ・ 买买提', '阿依古丽·买买提'], ['ＬＩ  Ｗｅｉ', 'LI Wei'], ['Li\tWei', 'Li Wei'], ['\u200b', null], ['', null], ['𠮷田', '𠮷田'], ['12', null],
  ];
  for (const [typed, counted] of names) assert.equal(countedName(typed), counted, typed);
});

test('an appraisal takes a mark for each person at most, and only grades of the paper', () => {
  const paper: Paper = {
    kind: 'appraisal', persons: [{ id: 'p', name: '厂长' }, { id: 'q', name: '书记' }],
    grades: [{ id: 'good', zh: '称职', en: 'competent', value: 80 }, { id: 'bad', zh: '不称职', en: 'not competent', value: 0 }],
  };
  const marks = (...list: [string, string][]) => ({ kind: 'appraisal', marks: list.map(([person, grade]) => ({ person, grade })) });
  assert.equal(seen(paper, marks(['p', 'good'], ['q', 'bad'])), 'valid');
  assert.equal(seen(paper, marks()), 'valid');
  assert.equal(seen(paper, marks(['p', 'fine'])), 'refused ballot.paper.unknownChoice');
  assert.equal(seen(paper, marks(['x', 'good'])), 'refused ballot.paper.unknownChoice');
  assert.equal(seen(paper, marks(['p', 'good'], ['p', 'bad'])), 'refused ballot.paper.twice');
});

test('a paper that could not be counted is not printed', () => {
  const no: unknown[] = [
    { ...election, seats: 0 }, { ...election, candidates: [], writeIns: false }, { ...election, candidates: [{ id: 'a', name: 'A' }, { id: 'a', name: 'B' }] },
    { ...election, candidates: [{ id: '__proto__', name: 'A' }] }, { kind: 'poll', options: [{ id: 'x', text: 'x' }], atMost: 1 },
    { kind: 'poll', options: [{ id: 'x', text: 'x' }, { id: 'y', text: 'y' }], atMost: 3 }, { kind: 'appraisal', persons: [], grades: [] }, { kind: 'show' },
  ];
  for (const paper of no) assert.equal(Paper.safeParse(paper).success, false, JSON.stringify(paper));
  for (const paper of [election, { ...election, candidates: [] }, { kind: 'motion' }, { kind: 'questions', form: { id: 1 } }]) assert.equal(Paper.safeParse(paper).success, true);
});
