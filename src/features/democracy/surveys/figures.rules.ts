/** What counts mean: shares, means, the two best, the promoters; and what of it may be seen. Shares in thousandths, rounded half up. */
import { hideCells, hideGroups } from './floor.rules.ts';
import type { Form, Question } from './form.rules.ts';
import { askedOf } from './form.rules.ts';
import { canCross, binsOf, type Cross, DIMENSIONS, type Dimension, type QuestionTally, type Tally } from './tally.rules.ts';

export type Figures = { readonly n: number; readonly counts: readonly number[]; /** hundredths */ readonly mean: number | null; /** thousandths */ readonly topTwo: number | null; /** −100 to 100 */ readonly nps: number | null };
export type GroupFigures = { readonly value: string; /** null: fewer than five, or needed to hide such */ readonly figures: Figures | null };
export type QuestionFigures = { readonly id: string; readonly all: Figures; readonly least: number | null; readonly greatest: number | null; readonly by: readonly { readonly dimension: Dimension; readonly groups: readonly GroupFigures[] }[] };

const share = (part: number, whole: number, unit: number): number | null => (whole === 0 ? null : Math.floor((2 * part * unit + whole) / (2 * whole)));
const sum = (of: readonly number[]): number => of.reduce((a, b) => a + b, 0);

/** The two best bins: the top of a scale, the first two of several choices. */
function topTwo(q: Question, counts: readonly number[]): number | null {
  if (q.kind === 'scale' && q.look !== 'nps' && counts.length > 2) return sum(counts.slice(-2));
  return q.kind === 'single' && counts.length > 2 ? sum(counts.slice(0, 2)) : null;
}

function npsOf(q: Question, counts: readonly number[], n: number): number | null {
  if (q.kind !== 'scale' || q.look !== 'nps' || counts.length !== 11 || n === 0) return null;
  return Math.round((100 * (sum(counts.slice(9)) - sum(counts.slice(0, 7)))) / n);
}

/** The figures of one question for one group of papers. */
export function figuresOf(q: Question, counts: readonly number[], n: number, total: number): Figures {
  const best = topTwo(q, counts);
  return { n, counts, mean: (q.kind === 'scale' || q.kind === 'number') && n > 0 ? Math.round((100 * total) / n) : null, topTwo: best === null ? null : share(best, n, 1000), nps: npsOf(q, counts, n) };
}

function groupsOf(q: Question, t: QuestionTally, tally: Tally, dimension: Dimension): GroupFigures[] {
  const at = tally.groups.flatMap((g, i) => (g?.dimension === dimension ? [i] : []));
  const counts = at.map((i) => t.n[i] ?? 0);
  const hidden = hideGroups(counts);
  return at.flatMap((i, k) => ((counts[k] ?? 0) === 0 ? [] : [{ value: tally.groups[i]?.value ?? '', figures: hidden[k] ? null : figuresOf(q, t.counts[i] ?? [], t.n[i] ?? 0, t.sum[i] ?? 0) }]));
}

/** Everything about each question that may be seen; nothing at all when fewer than five answered the survey. */
export function seenFigures(form: Form, tally: Tally): QuestionFigures[] {
  const byId = new Map(tally.questions.map((t) => [t.id, t]));
  return askedOf(form).flatMap((q) => {
    const t = byId.get(q.id);
    if (t === undefined || tally.papers < 5) return [];
    const small = (t.n[0] ?? 0) < 5;
    const all = small ? { n: 0, counts: [], mean: null, topTwo: null, nps: null } : figuresOf(q, t.counts[0] ?? [], t.n[0] ?? 0, t.sum[0] ?? 0);
    return [{ id: q.id, all, least: small || (t.n[0] ?? 0) < 20 ? null : t.least, greatest: small || (t.n[0] ?? 0) < 20 ? null : t.greatest, by: small ? [] : DIMENSIONS.map((dimension) => ({ dimension, groups: groupsOf(q, t, tally, dimension) })).filter((d) => d.groups.length > 0) }];
  });
}

/** A table of two questions with small cells hidden (null). */
export function seenCross(form: Form, cross: Cross): { a: string; b: string; cells: (number | null)[] } {
  const wide = askedOf(form).find((q) => q.id === cross.b);
  const hidden = hideCells(cross.cells, wide ? binsOf(wide) : 1);
  return { a: cross.a, b: cross.b, cells: cross.cells.map((n, i) => (hidden[i] ? null : n)) };
}

export const crossable = (form: Form): Question[] => askedOf(form).filter(canCross);

/** The figure of a survey: the share of the two best answers to its headline question. */
export function headlineOf(form: Form, figures: readonly QuestionFigures[]): number | null {
  return form.headline === null ? null : (figures.find((f) => f.id === form.headline)?.all.topTwo ?? null);
}
