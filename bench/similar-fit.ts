/**
 * Fits the weights of the engine `similarity` on pairs made by similar-texts.ts and prints the line for weights.rules.ts:
 * `npm run tool -- bench/similar-fit.ts [texts] [questions]`. Each question's own text is to stand before all other candidates (softmax over
 * the candidates); what contradicts may only lower a score; the weights are drawn towards those in force, so that what these texts
 * do not tell stays as it is.
 */
import { compare, EVIDENCE } from '../src/engines/similarity/compare.ts';
import { Corpus } from '../src/engines/similarity/corpus.ts';
import { WEIGHTS } from '../src/engines/similarity/weights.rules.ts';
import { labelled } from './similar-texts.ts';

const SIZE = EVIDENCE.length;
const CONTRADICTS = new Set(['missingOfFirst', 'missingOfSecond', 'numbers', 'codes', 'denial', 'ask']);
const CANDIDATES = 200;
const ROUNDS = 12;
const DRAWN = 0.01;

/** One question: the evidence of its candidates, one behind the other, and which of them is meant. */
type Lesson = { readonly evidence: Float32Array; readonly n: number; readonly gold: number };

function lessons(texts: number, questions: number, seed: number): Lesson[] {
  const made = labelled(texts, questions, seed);
  const corpus = new Corpus();
  for (const text of made.texts) corpus.add(text);
  const out = new Float32Array(SIZE);
  return made.questions.flatMap(({ text, gold }) => {
    const asked = corpus.prepare(text);
    const { numbers } = corpus.candidates(asked, CANDIDATES, () => true);
    const at = numbers.indexOf(gold);
    if (at < 0) return [];
    const evidence = new Float32Array(numbers.length * SIZE);
    numbers.forEach((d, i) => { compare(asked, corpus.text(d), corpus, out); evidence.set(out, i * SIZE); });
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

/** The offset at which as many texts on other matters lie above one half as texts on the same below it. */
function offsetOf(all: readonly Lesson[], w: Float64Array): number {
  const [own, others]: number[][] = [[], []];
  for (const lesson of all) {
    const s = sums(lesson, w);
    own?.push(s[lesson.gold] as number);
    others?.push(Math.max(...s.filter((_, i) => i !== lesson.gold)));
  }
  const cuts = Array.from({ length: 200 }, (_, i) => i / 10);
  const wrong = (cut: number): number => (own ?? []).filter((x) => x < cut).length + (others ?? []).filter((x) => x >= cut).length;
  return -(cuts.sort((a, b) => wrong(a) - wrong(b))[0] as number);
}

const [texts = 20_000, questions = 1_500] = process.argv.slice(2).map(Number);
const [fitted, kept] = [lessons(texts, questions, 3), lessons(texts, 500, 5)];
const w = Float64Array.from(WEIGHTS);
process.stdout.write(`weights in force: ${measured(kept, w)}\n`);
for (let round = 0; round < ROUNDS; round++) for (const lesson of fitted) learn(lesson, w, 0.1 * (1 - round / ROUNDS));
process.stdout.write(`fitted: ${measured(kept, w)}\n${EVIDENCE.map((name, k) => `${name} ${(w[k] as number).toFixed(2)}`).join(', ')}\n`);
process.stdout.write(`WEIGHTS = [${Array.from(w, (x) => x.toFixed(2)).join(', ')}]; OFFSET = ${offsetOf(kept, w).toFixed(2)}\n`);
