import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { CountRule } from './count-rule.rules.ts';
import { openCount } from './count.rules.ts';
import { countedName } from './names.rules.ts';
import { Paper } from './paper.rules.ts';
import { asRecount, type HandedIn, recount } from './second.ts';
import { secondName } from './second-names.ts';

const op = fc.constantFrom('GE', 'GT') as fc.Arbitrary<'GE' | 'GT'>;
const share = fc.record({ op, num: fc.integer({ min: 0, max: 3 }), den: fc.constantFrom(3, 4) });
const maybeShare = fc.option(share, { nil: undefined, freq: 1 });
const majority = fc.record({ op, num: fc.integer({ min: 0, max: 2 }), den: fc.constantFrom(2, 3, 5), base: fc.constantFrom('entitled', 'present', 'ballotsIssued', 'ballotsReturned', 'validBallots') });
const CLASSES = ['x', 'y', 'z'];
const rule = fc.record({
  majority, quorum: maybeShare, turnout: maybeShare, validity: maybeShare, tooFew: fc.constantFrom('runOff', 'fewerSeats'), runOffSurplus: fc.integer({ min: 0, max: 2 }),
  classes: fc.uniqueArray(fc.record({ id: fc.constantFrom(...CLASSES), zh: fc.constant(''), en: fc.constant(''), weight: fc.integer({ min: 1, max: 50 }) }), { selector: (c) => c.id, minLength: 3, maxLength: 3 }),
  consequences: fc.constant([{ id: 'c', grades: ['g0', 'g1'], share: { op: 'GT', num: 1, den: 3 }, zh: '', en: '' }]),
}).map((r) => CountRule.parse(r));

const NAMES = ['张三', '张 三', '李四', 'Li　Wei', 'Ｌｉ Wei', '阿依·古丽', '阿依 ・古丽', '\u200b', '12', ' 赵六', '赵\t六', 'a'.repeat(61)];
const ids = (prefix: string, n: number): string[] => Array.from({ length: n }, (_, i) => `${prefix}${i}`);
const some = (list: string[]) => fc.oneof({ weight: 4, arbitrary: fc.subarray(list, { maxLength: Math.min(2, list.length) }) }, { weight: 1, arbitrary: fc.array(fc.constantFrom(...list, 'stranger'), { maxLength: 5 }) });
const rubbish = fc.oneof({ weight: 4, arbitrary: fc.constant({ kind: 'spoiled' }) }, { weight: 1, arbitrary: fc.jsonValue() });

const motion = fc.constant({ paper: { kind: 'motion' } as Paper, content: fc.record({ kind: fc.constant('motion'), choice: fc.constantFrom('for', 'for', 'against', 'abstain', 'both') }) as fc.Arbitrary<unknown> });
const election = fc.record({ n: fc.integer({ min: 1, max: 5 }), seats: fc.integer({ min: 1, max: 3 }), style: fc.constantFrom('mark', 'pick'), writeIns: fc.boolean(), names: fc.array(fc.constantFrom('张三', '李四', '王五', 'Li Wei'), { minLength: 5, maxLength: 5 }) })
  .map(({ n, seats, style, writeIns, names }) => ({
    paper: Paper.parse({ kind: 'election', style, seats, writeIns, candidates: ids('c', n).map((id, i) => ({ id, name: names[i] })) }),
    content: fc.record({ kind: fc.constant('election'), for: some(ids('c', n)), against: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: some(ids('c', n)) }), writeIns: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(fc.constantFrom(...NAMES), { maxLength: 2 }) }) }) as fc.Arbitrary<unknown>,
  }));
const appraisal = fc.record({ persons: fc.integer({ min: 1, max: 4 }), grades: fc.integer({ min: 2, max: 4 }) }).map(({ persons, grades }) => ({
  paper: Paper.parse({ kind: 'appraisal', persons: ids('p', persons).map((id) => ({ id, name: id })), grades: ids('g', grades).map((id, i) => ({ id, zh: id, en: id, value: 100 - i * 30 })) }),
  content: fc.record({ kind: fc.constant('appraisal'), marks: fc.array(fc.record({ person: fc.constantFrom(...ids('p', persons)), grade: fc.constantFrom(...ids('g', grades), 'g0') }), { maxLength: persons }) }) as fc.Arbitrary<unknown>,
}));
const poll = fc.record({ n: fc.integer({ min: 2, max: 4 }), atMost: fc.integer({ min: 1, max: 2 }) }).map(({ n, atMost }) => ({
  paper: Paper.parse({ kind: 'poll', options: ids('o', n).map((id) => ({ id, text: id })), atMost }),
  content: fc.record({ kind: fc.constant('poll'), picks: some(ids('o', n)) }) as fc.Arbitrary<unknown>,
}));
const questions = fc.constant({ paper: { kind: 'questions', form: {} } as Paper, content: fc.record({ kind: fc.constant('questions'), answers: fc.oneof(fc.constant({ a: 1 }), fc.constant([1])) }) as fc.Arbitrary<unknown> });

const vote = fc.oneof({ weight: 2, arbitrary: motion }, { weight: 5, arbitrary: election }, { weight: 3, arbitrary: appraisal }, poll, questions).chain(({ paper, content }) => fc.record({
  paper: fc.constant(paper), rule, entitled: fc.integer({ min: 0, max: 12 }), present: fc.integer({ min: 0, max: 16 }), fewer: fc.integer({ min: -1, max: 3 }),
  papers: fc.array(fc.record({ given: fc.oneof({ weight: 9, arbitrary: content }, { weight: 1, arbitrary: rubbish }), of: fc.constantFrom(...CLASSES) }), { maxLength: 14 }) as fc.Arbitrary<HandedIn[]>,
}));

test('two implementations of the count agree on whatever is handed in', () => {
  const met = { stood: 0, failed: 0, invalid: 0, elected: 0, tie: 0, tooFew: 0, passed: 0 };
  fc.assert(fc.property(vote, ({ paper, rule: by, entitled, present, fewer, papers }) => {
    const figures = { entitled, present, issued: Math.max(0, papers.length + fewer) };
    const count = openCount(paper, by);
    for (const p of papers) count.add(p.given, p.of);
    const outcome = count.result(figures);
    assert.deepEqual(asRecount(outcome), recount(paper, by, figures, papers));
    assert.deepEqual(JSON.parse(JSON.stringify(outcome)), JSON.parse(JSON.stringify(count.result(figures))), 'a result can be asked for twice');
    met[outcome.fails === null ? 'stood' : 'failed'] += 1;
    met.invalid += outcome.invalid > 0 ? 1 : 0;
    if (outcome.kind === 'motion' && outcome.passed) met.passed += 1;
    if (outcome.kind === 'election') {
      met.elected += outcome.elected > 0 ? 1 : 0;
      if (outcome.next) met[outcome.next.why] += 1;
    }
  }), { numRuns: 3_000 });
  for (const [what, n] of Object.entries(met)) assert.ok(n > 5, `the papers never came to ${what}: ${JSON.stringify(met)}`);
});

test('both read any name alike', () => {
  const letter = fc.constantFrom('张', '三', '々', '〇', 'L', 'i', 'é', 'Ｗ', '·', '・', '•', ' ', '\u3000', '\t', '\n', '\u00a0', '\u2028', '\u1680', '\u200b', '\ufeff', '\u0000', '\u0085', '1', '（', '𠮷', '\ud800', 'ﬁ', '①', '㍿', '-');
  fc.assert(fc.property(fc.oneof(fc.array(letter, { maxLength: 12 }).map((l) => l.join('')), fc.string({ unit: 'binary', maxLength: 12 })), (name) => {
    assert.equal(secondName(name), countedName(name), JSON.stringify(name));
  }), { numRuns: 5_000 });
});
