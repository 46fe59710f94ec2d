/**
 * Fits the weights of the engine `similarity` on pairs made by similar-texts.ts and prints the line for weights.rules.ts:
 * `npm run tool -- bench/similar-fit.ts [texts] [questions]`. Each question's own text is to stand before all other candidates (softmax over
 * the candidates); what contradicts may only lower a score; the weights are drawn towards those in force, so that what these texts
 * do not tell stays as it is.
 */
import { compare, EVIDENCE } from '../src/engines/similarity/compare.ts';
import { Corpus, fullOf } from '../src/engines/similarity/corpus.ts';
import { WEIGHTS } from '../src/engines/similarity/weights.rules.ts';
import { SAME } from '../src/engines/similarity/same.reading.ts';
import { glob } from 'node:fs/promises';
import { wordsIn } from '../tools/check-tidy.words.ts';
import { labelled, retold, seeded } from './similar-texts.ts';

const SIZE = EVIDENCE.length;
const CONTRADICTS = new Set(['missingOfFirst', 'missingOfSecond', 'numbers', 'codes', 'denial', 'ask']);
const CANDIDATES = 200;
const ROUNDS = 12;
const DRAWN = 0.01;

/** One question: the evidence of its candidates, one behind the other, and which of them is meant. */
type Lesson = { readonly evidence: Float32Array; readonly n: number; readonly gold: number };

type Made = ReturnType<typeof labelled>;

/** The sentences of the product itself, each asked for as somebody else would tell it. */
async function sentences(questions: number, seed: number): Promise<Made> {
  const found = new Set<string>();
  for await (const file of glob('src/**/*.words.ts')) for (const word of wordsIn(await import(`../${file}`))) if (word.zh.length >= 6 && word.zh.length <= 60) found.add(word.zh.replace(/[{][^}]*[}]/g, ''));
  const texts = [...found].sort();
  const below = seeded(seed);
  const groups = SAME.filter((line) => !line.startsWith('-')).map((line) => line.split(' '));
  return { texts, questions: Array.from({ length: questions }, () => { const gold = below(texts.length); return { text: retold(texts[gold] as string, groups, texts, below), gold }; }) };
}

function lessons(made: Made): Lesson[] {
  const corpus = new Corpus();
  for (const text of made.texts) corpus.add(text);
  const out = new Float32Array(SIZE);
  return made.questions.flatMap(({ text, gold }) => {
    const asked = corpus.prepare(text);
    const { numbers, scores } = corpus.candidates(asked, CANDIDATES, () => true);
    const at = numbers.indexOf(gold);
    if (at < 0) return [];
    const evidence = new Float32Array(numbers.length * SIZE);
    numbers.forEach((d, i) => { compare(asked, corpus.text(d), corpus, (scores[i] as number) / fullOf(asked), out); evidence.set(out, i * SIZE); });
    return [{ evidence, n: numbers.length, gold: at }];
  });
}

function sums({ evidence, n }: Lesson, w: Float64Array): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => { let s = 0; for (let k = 0; k < SIZE; k++) s += (w[k] as number) * (evidence[i * SIZE + k] as number); return s; });
}

/** One step towards the gold text of a lesson. */
function learn(lesson: Lesson, w: Float64Array, rate: number): void {
  const s = sums(lesson, w);
  const most = Math.max(...s);
  const p = s.map((x) => Math.exp(x - most));
  const whole = p.reduce((a, b) => a + b, 0);
  const slope = new Float64Array(SIZE);
  for (let i = 0; i < lesson.n; i++) {
    const off = (p[i] as number) / whole - (i === lesson.gold ? 1 : 0);
    if (Math.abs(off) > 1e-6) for (let k = 0; k < SIZE; k++) slope[k] = (slope[k] as number) + off * (lesson.evidence[i * SIZE + k] as number);
  }
  for (let k = 0; k < SIZE; k++) {
    const next = (w[k] as number) - rate * ((slope[k] as number) + DRAWN * ((w[k] as number) - (WEIGHTS[k] as number)));
    w[k] = CONTRADICTS.has(EVIDENCE[k] as string) ? Math.min(0, next) : Math.max(0, next);
  }
}

function measured(all: readonly Lesson[], w: Float64Array): string {
  let [found, reciprocal] = [0, 0];
  for (const lesson of all) {
    const s = sums(lesson, w);
    const rank = 1 + s.reduce((n, x) => n + (x > (s[lesson.gold] as number) ? 1 : 0), 0);
    if (rank <= 10) { found += 1; reciprocal += 1 / rank; }
  }
  return `recall@10 ${(found / all.length).toFixed(3)}, MRR ${(reciprocal / all.length).toFixed(3)} of ${all.length} whose text is among the candidates`;
}

const [questions = 2_000] = process.argv.slice(2).map(Number);
const own = labelled(20_000, questions / 4, 3);
const fitted = [...lessons(await sentences(questions, 3)), ...lessons(own)];
const kept = { sentences: lessons(await sentences(600, 5)), matters: lessons(labelled(20_000, 300, 5)) };
const say = (name: string, w: Float64Array): void => {  for (const [which, all] of Object.entries(kept)) process.stdout.write(`${name}, ${which}: ${measured(all, w)}\n`); };
const w = Float64Array.from(WEIGHTS);
say('weights in force', w);
for (let round = 0; round < ROUNDS; round++) for (let i = 0; i < fitted.length; i++) learn(fitted[(i * 7919) % fitted.length] as Lesson, w, 0.1 * (1 - round / ROUNDS));
say('fitted', w);
process.stdout.write(`${EVIDENCE.map((name, k) => `${name} ${(w[k] as number).toFixed(2)}`).join(', ')}\n`);
process.stdout.write(`WEIGHTS = [${Array.from(w, (x) => x.toFixed(2)).join(', ')}]\n`);
