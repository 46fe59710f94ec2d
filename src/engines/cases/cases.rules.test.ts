import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { defineWords } from '#shared/words';
import { nextDue, startClocks, turnClocks } from './clocks.rules.ts';
import { grams, gramQuery } from './grams.rules.ts';
import { CLOCKS, defineProcess, type Process } from './process.rules.ts';

const w = defineWords('testing', { x: ['甲', 'x'] }).x;
const state = (waits: 'office' | 'author' | 'nobody') => ({ word: w, waits });
const shape = (change: Partial<Process<string, string>> = {}) => ({
  name: 'testing', title: w, prefix: w, start: 'a',
  states: { a: state('office'), b: state('author'), z: state('nobody') },
  steps: {
    go: { word: w, button: w, from: ['a'], to: 'b', can: 'testing.work', stops: ['accept', 'answer'] as const },
    end: { word: w, button: w, from: ['b'], to: 'z', can: 'author', stops: ['finish'] as const },
    again: { word: w, button: w, from: ['b', 'z'], to: 'a', can: 'author', starts: ['answer', 'finish'] as const },
  },
  rules: { clocks: {} }, readers: 'testing.read', memberPath: '/t/:id', consolePath: '/t/:id', ...change,
}) as Process<string, string>;

test('a process that lies about its states does not start', () => {
  assert.throws(() => defineProcess(shape({ start: 'nowhere' })), /never reached/);
  assert.throws(() => defineProcess(shape({ states: { a: state('office'), b: state('author'), z: state('nobody'), lost: state('office') } })), /lost is never reached/);
  assert.throws(() => defineProcess(shape({ states: { a: state('office'), b: state('author'), z: state('office') }, steps: { go: shape().steps.go as never, end: shape().steps.end as never } })), /z waits and leads nowhere/);
  assert.throws(() => defineProcess(shape({ steps: { ...shape().steps, bad: { ...shape().steps.go, to: 'heaven' } as never } })), /unknown heaven/);
  assert.throws(() => defineProcess(shape({ steps: { ...shape().steps, bad: { ...shape().steps.go, from: ['hell'] } as never } })), /unknown hell/);
  assert.equal(defineProcess(shape()).name, 'testing');
});

test('clocks: met once, started anew, nothing due where nobody of the office is waited for', () => {
  const p = defineProcess(shape());
  const at = (n: number): Date => new Date(n * 1000);
  const opened = startClocks({ accept: at(10), answer: at(20), finish: at(30) });
  assert.deepEqual(nextDue(p, 'a', opened), { due: at(10), clock: 'accept' });
  const gone = turnClocks(opened, p.steps.go as never, at(5), {});
  assert.equal(gone.acceptedAt?.getTime(), 5000);
  assert.deepEqual(nextDue(p, 'b', gone), { due: null, clock: null });
  const later = turnClocks(gone, p.steps.go as never, at(9), {});
  assert.equal(later.acceptedAt?.getTime(), 5000, 'the first time counts');
  const again = turnClocks(later, p.steps.again as never, at(11), { answer: at(50), finish: at(60) });
  assert.deepEqual(nextDue(p, 'a', again), { due: at(50), clock: 'answer' });
  assert.equal(again.answeredAt, null);
});

test('the next deadline is the earliest clock that runs, whatever was stopped', () => {
  const p = defineProcess(shape());
  const instant = fc.option(fc.integer({ min: 1, max: 1_000_000 }).map((n) => new Date(n)), { nil: null });
  fc.assert(fc.property(fc.record({ acceptDue: instant, answerDue: instant, finishDue: instant, acceptedAt: instant, answeredAt: instant, finishedAt: instant }), (clocks) => {
    const running = CLOCKS.map((c) => ({ due: clocks[`${c}Due`], met: c === 'accept' ? clocks.acceptedAt : c === 'answer' ? clocks.answeredAt : clocks.finishedAt }))
      .filter((c) => c.due !== null && c.met === null).map((c) => c.due?.getTime() ?? 0);
    const { due } = nextDue(p, 'a', clocks);
    assert.equal(due?.getTime() ?? null, running.length === 0 ? null : Math.min(...running));
    assert.equal(nextDue(p, 'z', clocks).due, null);
  }));
});

test('search words: every pair of characters, words and numbers as they stand; queries are safe', () => {
  assert.deepEqual(new Set(grams('食堂太辣 ABC 12').split(' ')), new Set(['食堂', '堂太', '太辣', 'abc', '12']));
  assert.equal(grams('  '), '');
  assert.equal(gramQuery("a' | 'b"), "'a' & 'b'");
  fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => {
    assert.doesNotMatch(grams(text), /[':&|!()*\\]/);
  }));
});
