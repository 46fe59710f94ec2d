/** Counting papers once: answers of each question, over all and by group. Pure; papers come one by one in any order. */
import { type Answer, type Answers, type Form, isClosed, type Question, askedOf } from './form.rules.ts';

export const DIMENSIONS = ['unit', 'sex', 'age', 'work'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export const SEXES = ['male', 'female'] as const;
/** The ages at which needs differ, as source 000 found: below 35, 35 to 44, 45 and more. */
export const AGES = ['below35', 'from35', 'from45'] as const;
export const WORKS = ['newForm', 'migrant', 'other'] as const;
/** What somebody says about themselves beside the answers; nothing of it need be said. */
export type About = { readonly [D in Dimension]?: string | undefined };
export type Paper = { readonly answers: Answers; readonly about: About };
/** The values of each dimension that a survey asks for; without a dimension it is not broken down. */
export type Groups = { readonly [D in Dimension]?: readonly string[] | undefined };

export const ageGroup = (years: number): (typeof AGES)[number] => (years < 35 ? 'below35' : years < 45 ? 'from35' : 'from45');

/** How many bins a closed question is counted in. */
export function binsOf(q: Question): number {
  if (q.kind === 'matrix') return q.rows.length * q.options.length;
  if (q.kind === 'ranking') return q.options.length * q.options.length;
  if (q.kind === 'scale') return (q.high ?? 0) - (q.low ?? 0) + 1;
  return q.kind === 'single' || q.kind === 'multiple' ? q.options.length : 0;
}

/** Questions of which two can be put into one table. */
export const canCross = (q: Question): boolean => (q.kind === 'single' || q.kind === 'multiple' || q.kind === 'scale') && binsOf(q) <= 11;

type Lane = { readonly q: Question; readonly bins: number; readonly place: ReadonlyMap<string, number>; readonly row: ReadonlyMap<string, number>; readonly counts: Float64Array; readonly n: Float64Array; readonly sum: Float64Array; least: number; greatest: number };
/** Counts of one question: of all (`group` 0) and of each group; `n` = how many answered. */
export type QuestionTally = { readonly id: string; readonly n: readonly number[]; readonly counts: readonly (readonly number[])[]; readonly sum: readonly number[]; readonly least: number | null; readonly greatest: number | null };
export type Cross = { readonly a: string; readonly b: string; readonly cells: readonly number[] };
export type GroupKey = { readonly dimension: Dimension; readonly value: string };
/** `groups`: what stands at each place of the counts, the first is everybody. A value of '' = not said. */
export type Tally = { readonly papers: number; readonly groups: readonly (GroupKey | null)[]; readonly sizes: readonly number[]; readonly questions: readonly QuestionTally[]; readonly crosses: readonly Cross[] };

const laneOf = (q: Question, groups: number): Lane => {
  const bins = binsOf(q);
  return { q, bins, place: new Map(q.options.map((o, i) => [o.id, i])), row: new Map(q.rows.map((r, i) => [r.id, i])), counts: new Float64Array(bins * groups), n: new Float64Array(groups), sum: new Float64Array(groups), least: Infinity, greatest: -Infinity };
};

/** The bins an answer falls into. */
function binsHit(l: Lane, a: Answer, into: number[]): void {
  const columns = l.q.options.length;
  if (typeof a === 'number') { if (l.bins > 0) into.push(a - (l.q.low ?? 0)); return; }
  if (typeof a === 'string') return;
  if ('pick' in a) for (const id of a.pick) into.push(l.place.get(id) ?? -1);
  else if ('order' in a) for (const [rank, id] of a.order.entries()) into.push((l.place.get(id) ?? -columns) * columns + rank);
  else for (const [row, column] of Object.entries(a.rows)) into.push((l.row.get(row) ?? -1) * columns + (l.place.get(column) ?? 0));
}

/** Gathers papers; `figures` may be asked at any time. */
export class Counter {
  readonly #lanes: Lane[];
  readonly #groups: (GroupKey | null)[];
  readonly #groupAt = new Map<string, number>();
  readonly #sizes: Float64Array;
  readonly #crossing: number[];
  readonly #crosses: Float64Array[] = [];
  #papers = 0;

  constructor(form: Form, groups: Groups) {
    this.#groups = [null, ...DIMENSIONS.flatMap((dimension) => (groups[dimension] === undefined ? [] : [...groups[dimension], ''].map((value) => ({ dimension, value }))))];
    for (const [i, g] of this.#groups.entries()) if (g) this.#groupAt.set(`${g.dimension}/${g.value}`, i);
    this.#sizes = new Float64Array(this.#groups.length);
    this.#lanes = askedOf(form).map((q) => laneOf(q, this.#groups.length));
    this.#crossing = this.#lanes.flatMap((l, i) => (canCross(l.q) ? [i] : []));
    for (const [x, i] of this.#crossing.entries()) for (const j of this.#crossing.slice(x + 1)) this.#crosses.push(new Float64Array((this.#lanes[i]?.bins ?? 0) * (this.#lanes[j]?.bins ?? 0)));
  }

  #groupsOf(about: About): number[] {
    const of = [0];
    for (const d of DIMENSIONS) {
      const at = this.#groupAt.get(`${d}/${about[d] ?? ''}`) ?? this.#groupAt.get(`${d}/`);
      if (at !== undefined) of.push(at);
    }
    return of;
  }

  add(paper: Paper): void {
    this.#papers += 1;
    const groups = this.#groupsOf(paper.about);
    for (const g of groups) this.#sizes[g] = (this.#sizes[g] ?? 0) + 1;
    const hits: number[][] = [];
    for (const l of this.#lanes) {
      const into: number[] = [];
      hits.push(into);
      const a = paper.answers[l.q.id];
      if (a === undefined) continue;
      binsHit(l, a, into);
      if (typeof a === 'number') { l.least = Math.min(l.least, a); l.greatest = Math.max(l.greatest, a); }
      for (const g of groups) {
        l.n[g] = (l.n[g] ?? 0) + 1;
        if (typeof a === 'number') l.sum[g] = (l.sum[g] ?? 0) + a;
        for (const bin of into) if (bin >= 0 && bin < l.bins) l.counts[g * l.bins + bin] = (l.counts[g * l.bins + bin] ?? 0) + 1;
      }
    }
    this.#cross(hits);
  }

  #cross(hits: readonly (readonly number[])[]): void {
    let at = 0;
    for (const [x, i] of this.#crossing.entries()) {
      const first = hits[i] ?? [];
      for (let y = x + 1; y < this.#crossing.length; y += 1, at += 1) {
        const j = this.#crossing[y] ?? 0;
        const second = hits[j] ?? [];
        if (first.length === 0 || second.length === 0) continue;
        const cells = this.#crosses[at] as Float64Array;
        const wide = this.#lanes[j]?.bins ?? 0;
        for (const p of first) for (const q of second) cells[p * wide + q] = (cells[p * wide + q] ?? 0) + 1;
      }
    }
  }

  figures(): Tally {
    const groups = this.#groups.map((_, g) => g);
    const ids = this.#crossing.map((i) => this.#lanes[i]?.q.id ?? '');
    const pairs = ids.flatMap((a, x) => ids.slice(x + 1).map((b) => [a, b] as const));
    return {
      papers: this.#papers, groups: this.#groups, sizes: [...this.#sizes],
      questions: this.#lanes.map((l) => ({
        id: l.q.id, n: [...l.n], sum: l.q.kind === 'number' || l.q.kind === 'scale' ? [...l.sum] : [], counts: isClosed(l.q.kind) ? groups.map((g) => [...l.counts.subarray(g * l.bins, (g + 1) * l.bins)]) : [],
        least: l.q.kind === 'number' && Number.isFinite(l.least) ? l.least : null, greatest: l.q.kind === 'number' && Number.isFinite(l.greatest) ? l.greatest : null,
      })),
      crosses: pairs.map(([a, b], i) => ({ a, b, cells: [...(this.#crosses[i] ?? [])] })),
    };
  }
}
