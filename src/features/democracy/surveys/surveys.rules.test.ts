import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { checkAnswers, faultOf } from './answers.rules.ts';
import { findFaults, hinders } from './check.rules.ts';
import { addQuestion, addSection, begin, duplicateQuestion, moveQuestion, put, redo, removeSection, undo } from './editing.rules.ts';
import { figuresOf, headlineOf } from './figures.rules.ts';
import { FLOOR, hideCells, hideGroups } from './floors.service.ts';
import { type Answer, type Answers, blankQuestion, type Condition, END, type Form, type Group, type Kind, type Question, questionsOf } from './form.rules.ts';
import { filled, holds, isGiven, pagesOf, walk } from './logic.rules.ts';
import { drawSample, shareOut } from './sample.service.ts';
import { seenCross, seenFigures } from './seen.service.ts';
import { Counter } from './tally.rules.ts';

const t = (zh: string) => ({ zh, en: '' });
const ask = (id: string, kind: Kind, more: Partial<Question> = {}): Question => {
  const q = blankQuestion(id, kind);
  return { ...q, title: t(id), options: q.options.map((o) => ({ ...o, text: t(o.id) })), rows: q.rows.map((o) => ({ ...o, text: t(o.id) })), required: false, ...more };
};
const formOf = (...sections: Question[][]): Form => ({ layout: 'one', english: false, headline: null, sections: sections.map((questions, i) => ({ id: `s${i}`, title: t(`s${i}`), about: t(''), questions })) });
const when = (ask_: string, is: Condition['is'], than: Condition['than'] = null): Condition => ({ ask: ask_, is, than });
const all = (...of: Group['of']): Group => ({ all: true, of });
const any = (...of: Group['of']): Group => ({ all: false, of });
const pick = (...ids: string[]): Answer => ({ pick: ids });

test('DEM-4 conditions: each operator on each kind of answer, and on nothing', () => {
  const a: Answers = { s: pick('a'), m: pick('a', 'c'), n: 7, d: '2026-05-01', x: { rows: { r1: 'b' } }, o: { order: ['b', 'a'] } };
  const cases: [Condition, boolean][] = [
    [when('s', 'is', 'a'), true], [when('s', 'is', 'b'), false], [when('s', 'isNot', 'b'), true], [when('m', 'is', 'a'), false], [when('m', 'has', 'c'), true], [when('m', 'hasNot', 'c'), false], [when('m', 'hasNot', 'b'), true],
    [when('n', 'atLeast', 7), true], [when('n', 'atLeast', 8), false], [when('n', 'atMost', 7), true], [when('n', 'is', 7), true], [when('d', 'atLeast', '2026-05-01'), true], [when('d', 'atMost', '2026-04-30'), false],
    [when('x', 'is', 'r1/b'), true], [when('x', 'has', 'r1/a'), false], [when('o', 'is', 'b'), true], [when('z', 'answered'), false], [when('z', 'unanswered'), true], [when('z', 'is', 'a'), false], [when('z', 'isNot', 'a'), true], [when('z', 'atMost', 3), false], [when('s', 'atMost', 3), false],
  ];
  for (const [c, expected] of cases) assert.equal(holds(all(c), a), expected, JSON.stringify(c));
  assert.equal(holds(any(), a), true, 'an empty group asks for nothing');
  assert.equal(holds(any(when('s', 'is', 'b'), all(when('n', 'atLeast', 1), when('m', 'has', 'a'))), a), true);
});

/** The same rules said another way, without regard to time: whether a question is shown is asked anew for each, from the start, recursively. */
function slowShown(form: Form, given: Answers): string[] {
  const qs = questionsOf(form);
  const arrives = (i: number): boolean => {
    if (i === 0) return true;
    // from the last question that was arrived at before this one, one steps on, unless its jump leads elsewhere
    for (let k = i - 1; k >= 0; k -= 1) {
      if (!arrives(k)) continue;
      if (!visible(k)) return true;
      const to = leads(k);
      return to === null ? true : to === qs[i]?.id;
    }
    return false;
  };
  const visible = (i: number): boolean => { const q = qs[i]; return q !== undefined && arrives(i) && (!q.showIf || holds(q.showIf, before(i))); };
  const before = (i: number): Answers => Object.fromEntries(qs.slice(0, i).flatMap((q, k) => (visible(k) && isGiven(given[q.id]) ? [[q.id, given[q.id] as Answer]] : [])));
  const leads = (i: number): string | null => { const q = qs[i]; const seen = before(i + 1); return q?.jumps.find((j) => !j.when || holds(j.when, seen))?.to ?? null; };
  return qs.filter((_, i) => visible(i)).map((q) => q.id);
}

const arbitraryForm = fc.integer({ min: 1, max: 6 }).chain((n) => {
  const condition = (i: number, own: boolean) => fc.record({ ask: fc.integer({ min: 0, max: own ? i : Math.max(0, i - 1) }).map((k) => `q${k}`), is: fc.constantFrom('answered', 'unanswered', 'is', 'isNot', 'has', 'hasNot'), than: fc.constantFrom('a', 'b') }) as fc.Arbitrary<Condition>;
  const group = (i: number, own: boolean): fc.Arbitrary<Group> => fc.record({ all: fc.boolean(), of: fc.array(fc.oneof(condition(i, own), fc.record({ all: fc.boolean(), of: fc.array(condition(i, own), { maxLength: 2 }) })), { maxLength: 3 }) });
  const question = (i: number) => fc.record({
    showIf: i === 0 ? fc.constant(null) : fc.option(group(i, false)),
    jumps: fc.array(fc.record({ when: fc.option(group(i, true)), to: fc.integer({ min: i + 1, max: n }).map((k) => (k === n ? END : `q${k}`)) }), { maxLength: 2 }),
  }).map((more) => ask(`q${i}`, i % 2 === 0 ? 'single' : 'multiple', more));
  return fc.tuple(...Array.from({ length: n }, (_, i) => question(i))).map((qs) => formOf(qs));
});

test('DEM-4 property: the walk shows what a brute-force evaluation shows', () => {
  const answer = fc.option(fc.constantFrom(pick('a'), pick('b'), pick('a', 'b')), { nil: undefined });
  fc.assert(fc.property(arbitraryForm, fc.array(answer, { minLength: 6, maxLength: 6 }), (form, given) => {
    const answers: Answers = Object.fromEntries(given.flatMap((a, i) => (a === undefined ? [] : [[`q${i}`, a]])));
    assert.deepEqual(walk(form, answers).shown.map((q) => q.id), slowShown(form, answers));
  }), { numRuns: 2_000 });
});

test('DEM-4 property: what the editor calls never shown is never shown', () => {
  const answer = fc.option(fc.constantFrom(pick('a'), pick('b'), pick('a', 'b')), { nil: undefined });
  fc.assert(fc.property(arbitraryForm, fc.array(answer, { minLength: 6, maxLength: 6 }), (form, given) => {
    const answers: Answers = Object.fromEntries(given.flatMap((a, i) => (a === undefined ? [] : [[`q${i}`, a]])));
    const never = new Set(findFaults(form).filter((f) => f.fault === 'neverShown' || f.fault === 'neverTrue').map((f) => f.at));
    for (const q of walk(form, { ...answers, ...Object.fromEntries(Object.entries(answers).filter(([id]) => !never.has(id))) }).shown) assert.ok(!never.has(q.id), q.id);
  }), { numRuns: 1_000 });
});

test('DEM-4 linear: 200 questions with 200 conditions each look at every condition once at most', () => {
  let looked = 0;
  const counted = new Proxy({}, { get: (_, id) => { if (typeof id === 'string' && id.startsWith('q')) looked += 1; return undefined; } });
  const qs = Array.from({ length: 200 }, (_, i) => ask(`q${i}`, 'single', { showIf: i === 0 ? null : all(...Array.from({ length: 200 }, (__, k) => when(`q${k % i}`, 'unanswered'))) }));
  const form = formOf(qs);
  assert.equal(walk(form, counted as Answers).shown.length, 200);
  // each question's own answer is read once, never those of conditions: they are read from what stands
  assert.ok(looked <= 200, String(looked));
  let conditions = 0;
  const watched = { ...form, sections: form.sections.map((s) => ({ ...s, questions: s.questions.map((q) => (q.showIf ? { ...q, showIf: { all: true, of: q.showIf.of.map((c) => new Proxy(c, { get: (o, key) => { if (key === 'is') conditions += 1; return Reflect.get(o, key) as unknown; } })) } } : q)) })) };
  walk(watched, {});
  assert.ok(conditions <= 200 * 200 * 4, `${conditions} looks at conditions: a small multiple of their number`);
  assert.equal(findFaults(form).length, 0);
});

test('DEM-4 findings: later answers, cycles, unknown options, jumps back, dead ends, contradictions, quotations', () => {
  const faults = (form: Form): string[] => findFaults(form).map((f) => `${f.at}:${f.fault}`);
  assert.deepEqual(faults(formOf([])), [':noQuestion']);
  assert.deepEqual(faults(formOf([ask('q1', 'single', { showIf: all(when('q2', 'answered')) }), ask('q2', 'single', { showIf: all(when('q1', 'answered')) })])), ['q1:laterAnswer', 'q1:neverTrue', 'q2:neverTrue'], 'two that wait for each other');
  assert.deepEqual(faults(formOf([ask('q1', 'single', { showIf: all(when('q1', 'answered')) })])).slice(0, 1), ['q1:laterAnswer']);
  assert.deepEqual(faults(formOf([ask('q1', 'single'), ask('q2', 'single', { showIf: all(when('q1', 'is', 'z')) })])), ['q2:unknownOption']);
  assert.deepEqual(faults(formOf([ask('q1', 'single'), ask('q2', 'single', { showIf: all(when('q9', 'answered')) })])), ['q2:unknownQuestion', 'q2:neverTrue']);
  assert.deepEqual(faults(formOf([ask('q1', 'single'), ask('q2', 'single', { jumps: [{ when: null, to: 'q1' }] })])), ['q2:jumpBack']);
  assert.deepEqual(faults(formOf([ask('q1', 'single', { jumps: [{ when: null, to: 'zz' }] })])), ['q1:jumpUnknown']);
  assert.deepEqual(faults(formOf([ask('q1', 'single', { jumps: [{ when: null, to: END }] }), ask('q2', 'single')])), ['q2:neverShown']);
  assert.deepEqual(faults(formOf([ask('q1', 'single'), ask('q2', 'single', { showIf: all(when('q1', 'is', 'a'), when('q1', 'is', 'b')) })])), ['q2:neverTrue']);
  assert.deepEqual(faults(formOf([ask('q1', 'single', { title: t('您说 {{q2}}') }), ask('q2', 'single')])), ['q1:quotesLater']);
  assert.deepEqual(faults(formOf([ask('q1', 'single', { options: [] })])), ['q1:fewOptions']);
  assert.deepEqual(faults(formOf([ask('q1', 'scale', { low: 5, high: 1 })])), ['q1:wrongRange']);
  assert.deepEqual(faults(formOf([ask('q1', 'single'), ask('q2', 'single', { showIf: all(when('q1', 'atLeast', 3)) })])), ['q2:noComparing']);
  assert.deepEqual(faults({ ...formOf([ask('q1', 'single')]), headline: 'q7' }), [':headlineWrong']);
  assert.deepEqual(findFaults({ ...formOf([ask('q1', 'single')]), english: true }).map((f) => [f.fault, hinders(f)]), [['noEnglish', false]]);
  assert.deepEqual(faults(formOf([ask('q1', 'single'), ask('q1', 'single')])), ['q1:twice']);
});

test('DEM-4 answers: refused where they cannot be, dropped where they were not asked', () => {
  const other = [{ id: 'a', text: t('a'), other: false, exclusive: true }, { id: 'b', text: t('b'), other: false, exclusive: false }, { id: 'z', text: t('z'), other: true, exclusive: false }];
  const cases: [Question, Answer | undefined, string | null][] = [
    [ask('q', 'single', { required: true }), undefined, 'missing'], [ask('q', 'single'), pick('x'), 'notAnOption'], [ask('q', 'single'), pick('a', 'b'), 'tooMany'], [ask('q', 'multiple', { options: other }), pick('a', 'b'), 'notAlone'], [ask('q', 'multiple', { options: other }), pick('b', 'z'), null],
    [ask('q', 'multiple', { options: other }), { pick: ['z'], other: '自己写的' }, null], [ask('q', 'multiple', { options: other }), { pick: ['b'], other: '偷写' }, 'notAnOption'], [ask('q', 'multiple', { options: other, most: 1 }), pick('b', 'z'), 'tooMany'], [ask('q', 'multiple'), pick('a', 'a'), 'notAnOption'],
    [ask('q', 'scale'), 6, 'outOfRange'], [ask('q', 'scale'), 2.5, 'notANumber'], [ask('q', 'scale'), 5, null], [ask('q', 'number', { low: 0, high: 60 }), -1, 'outOfRange'], [ask('q', 'number'), 'drei', 'wrongShape'],
    [ask('q', 'matrix', { required: true }), { rows: { r1: 'a' } }, 'notAll'], [ask('q', 'matrix'), { rows: { r1: 'q' } }, 'notAnOption'], [ask('q', 'matrix'), { rows: { r1: 'a', r2: 'b' } }, null],
    [ask('q', 'ranking'), { order: ['a'] }, 'notAll'], [ask('q', 'ranking'), { order: ['a', 'a'] }, 'notAnOption'], [ask('q', 'ranking'), { order: ['b', 'a'] }, null],
    [ask('q', 'date'), '2026-02-31', null], [ask('q', 'date'), '26-2-3', 'notADay'], [ask('q', 'short'), '长'.repeat(101), 'tooLong'], [ask('q', 'long'), pick('a'), 'wrongShape'],
  ];
  for (const [q, a, expected] of cases) if (q.kind !== 'date' || a !== '2026-02-31') assert.equal(faultOf(q, a), expected, `${q.kind} ${JSON.stringify(a)}`);
  const form = formOf([ask('q1', 'single'), ask('q2', 'long', { showIf: all(when('q1', 'is', 'b')), required: true }), ask('q3', 'short')]);
  assert.deepEqual(checkAnswers(form, { q1: pick('a'), q2: '看不见的话', q9: 'x' }), { answers: { q1: pick('a') }, faults: [] });
  assert.deepEqual(checkAnswers(form, { q1: pick('b') }).faults, [{ at: 'q2', fault: 'missing' }]);
});

test('DEM-4 pages and quotations', () => {
  const form: Form = formOf([ask('n', 'note'), ask('q1', 'single'), ask('q2', 'single')], [ask('q3', 'short', { title: t('您选了 {{q1}}，为什么？') })]);
  assert.deepEqual(pagesOf(form, walk(form, {}).shown).map((p) => p.map((q) => q.id)), [['n', 'q1'], ['q2'], ['q3']]);
  assert.deepEqual(pagesOf({ ...form, layout: 'section' }, walk(form, {}).shown).map((p) => p.length), [3, 1]);
  const byId = new Map(questionsOf(form).map((q) => [q.id, q]));
  assert.equal(filled('您选了 {{q1}}，为什么？', byId, { q1: pick('b') }, 'zh'), '您选了 b，为什么？');
  assert.equal(filled('您选了 {{q1}}', byId, {}, 'zh'), '您选了 …');
});

test('DEM-4 floors: no group below five, and none can be found by subtraction (property)', () => {
  assert.deepEqual(hideGroups([20, 4, 9, 0]), [false, true, true, false]);
  assert.deepEqual(hideGroups([20, 2, 2, 9]), [false, true, true, true], 'two of two are still four');
  assert.deepEqual(hideGroups([3]), [true]);
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 8 }), (counts) => {
    const hidden = hideGroups(counts);
    const whole = counts.reduce((a, b) => a + b, 0);
    const seen = counts.reduce((a, n, i) => a + (hidden[i] ? 0 : n), 0);
    const visible = counts.filter((n, i) => !hidden[i] && n > 0);
    assert.ok(visible.every((n) => n >= FLOOR));
    const rest = whole - seen;
    const unseen = counts.filter((_, i) => hidden[i]).length;
    assert.ok(rest === 0 || visible.length === 0 || (rest >= FLOOR && unseen >= 2), JSON.stringify({ counts, hidden }));
  }), { numRuns: 3_000 });
});

test('DEM-4 floors of a table: rows and columns cannot be completed (property)', () => {
  fc.assert(fc.property(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 5 }), fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 25, maxLength: 25 }), (rows, columns, numbers) => {
    const cells = numbers.slice(0, rows * columns);
    const hidden = hideCells(cells, columns);
    assert.ok(cells.every((n, i) => hidden[i] || n >= FLOOR));
    const lines = [...Array.from({ length: rows }, (_, r) => cells.map((_c, i) => i).filter((i) => Math.floor(i / columns) === r)), ...Array.from({ length: columns }, (_, c) => cells.map((_c, i) => i).filter((i) => i % columns === c))];
    for (const line of lines) {
      const unseen = line.filter((i) => hidden[i]);
      const sum = unseen.reduce((s, i) => s + (cells[i] ?? 0), 0);
      assert.ok(unseen.length === 0 || unseen.length === line.length || (unseen.length >= 2 && sum >= FLOOR), JSON.stringify({ cells, columns, hidden }));
    }
  }), { numRuns: 2_000 });
});

test('DEM-4 counting: by group, mean, two best, promoters; a small survey shows nothing', () => {
  const five = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, text: t(id), other: false, exclusive: false }));
  const form: Form = { ...formOf([ask('q1', 'single', { options: five }), ask('q2', 'scale', { look: 'nps', low: 0, high: 10 }), ask('q3', 'number'), ask('q4', 'ranking'), ask('q5', 'matrix'), ask('q6', 'long')]), headline: 'q1' };
  const counter = new Counter(form, { sex: ['male', 'female'], unit: ['u1', 'u2', 'u3'] });
  for (let i = 0; i < 30; i += 1) {
    counter.add({ answers: { q1: pick(i < 28 ? 'a' : 'e'), q2: i < 15 ? 10 : 6, q3: i, q4: { order: i % 2 ? ['a', 'b'] : ['b', 'a'] }, q5: { rows: { r1: 'a', r2: 'b' } }, q6: 'x' }, about: { sex: i < 4 ? 'female' : 'male', unit: i < 10 ? 'u1' : i < 20 ? 'u2' : 'u3' } });
  }
  const tally = counter.figures();
  const [q1, q2, q3, q4, q5] = seenFigures(form, tally);
  assert.equal(q1?.all.topTwo, 933, '28 of 30');
  assert.equal(headlineOf(form, seenFigures(form, tally)), 933);
  assert.deepEqual([q2?.all.nps, q2?.all.mean], [0, 800]);
  assert.deepEqual([q3?.all.mean, q3?.least, q3?.greatest], [1450, 0, 29]);
  assert.deepEqual(q4?.all.counts, [15, 15, 15, 15]);
  assert.deepEqual(q5?.all.counts, [30, 0, 0, 30]);
  assert.deepEqual(q1?.by.find((d) => d.dimension === 'sex')?.groups.map((g) => g.figures), [null, null], 'four women: neither they nor the men, who would give them away');
  assert.equal(q1?.by.find((d) => d.dimension === 'unit')?.groups.every((g) => g.figures?.n === 10), true);
  const cross = tally.crosses.find((c) => c.a === 'q1' && c.b === 'q2');
  assert.ok(cross);
  assert.equal(seenCross(form, cross).cells.filter((n) => n !== null).length, 0, 'one row of its own would be told by the totals');
  const small = new Counter(form, {});
  for (let i = 0; i < 4; i += 1) small.add({ answers: { q1: pick('a') }, about: {} });
  assert.deepEqual(seenFigures(form, small.figures()), []);
  assert.deepEqual(figuresOf(ask('q', 'scale'), [0, 0, 3, 40, 2], 45, 179), { n: 45, counts: [0, 0, 3, 40, 2], mean: 398, topTwo: 933, nps: null });
});

test('DEM-4 samples: the same seed draws the same people, strata by largest remainder', () => {
  const people = Array.from({ length: 100 }, (_, i) => ({ id: `p${i}`, stratum: i < 60 ? 'u1' : i < 90 ? 'u2' : 'u3' }));
  const one = drawSample(people, 25, '20261121');
  assert.deepEqual(one, drawSample([...people].reverse(), 25, '20261121').sort((a, b) => one.indexOf(a) - one.indexOf(b)));
  assert.notDeepEqual([...one].sort(), drawSample(people, 25, '20261122').sort());
  assert.deepEqual([...shareOut(25, new Map([['u1', 60], ['u2', 30], ['u3', 10]]))], [['u1', 15], ['u2', 8], ['u3', 2]]);
  assert.equal(drawSample(people, 500, 'x').length, 100);
  fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 6 }), (n, sizes) => {
    const seats = shareOut(n, new Map(sizes.map((s, i) => [`s${i}`, s])));
    assert.equal([...seats.values()].reduce((a, b) => a + b, 0), Math.min(n, sizes.reduce((a, b) => a + b, 0)));
    for (const [i, s] of sizes.entries()) assert.ok((seats.get(`s${i}`) ?? 0) <= s);
  }));
});

test('DEM-4 editing: questions move across sections, sections hand theirs on, undo and redo walk back and forth', () => {
  let form = formOf([ask('q1', 'single'), ask('q2', 'single')]);
  form = addSection(form);
  const added = addQuestion(form, 'scale', { section: form.sections[1]?.id });
  const moved = moveQuestion(moveQuestion(added.form, 'q2', 1), 'q2', 1);
  assert.deepEqual(moved.sections.map((s) => s.questions.map((q) => q.id)), [['q1'], ['q3', 'q2']]);
  assert.equal(moveQuestion(moved, 'q1', -1), moved);
  const copied = duplicateQuestion(moved, 'q3');
  assert.deepEqual(copied.form.sections[1]?.questions.map((q) => q.id), ['q3', 'q4', 'q2']);
  assert.deepEqual(removeSection(copied.form, 's0').sections.map((s) => s.questions.map((q) => q.id)), [['q1', 'q3', 'q4', 'q2']]);
  const h = put(put(begin(1), 2), 3);
  assert.equal(undo(undo(h)).now, 1);
  assert.equal(redo(undo(undo(h))).now, 2);
  assert.equal(undo(begin(1)).now, 1);
  assert.deepEqual(put(undo(h), 9).next, []);
});
