/** What of a count may be seen: never a group below the floor, nor what would give one away. */
import { type Figures, figuresOf, type GroupFigures, type QuestionFigures } from './figures.rules.ts';
import { FLOOR, hideCells, hideGroups } from './floors.service.ts';
import { askedOf, type Form, type Question } from './form.rules.ts';
import { binsOf, type Cross, DIMENSIONS, type Dimension, type QuestionTally, type Tally } from './tally.rules.ts';

const NOTHING: Figures = { n: 0, counts: [], mean: null, topTwo: null, nps: null };
/** The least and the greatest number are somebody's: shown from so many answers on. */
const RANGE_FROM = 20;

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
    if (t === undefined || tally.papers < FLOOR) return [];
    const n = t.n[0] ?? 0;
    const small = n < FLOOR;
    const all = small ? NOTHING : figuresOf(q, t.counts[0] ?? [], n, t.sum[0] ?? 0);
    return [{ id: q.id, all, least: n < RANGE_FROM ? null : t.least, greatest: n < RANGE_FROM ? null : t.greatest, by: small ? [] : DIMENSIONS.map((dimension) => ({ dimension, groups: groupsOf(q, t, tally, dimension) })).filter((d) => d.groups.length > 0) }];
  });
}

/** A table of two questions with small cells hidden (null). */
export function seenCross(form: Form, cross: Cross): { a: string; b: string; cells: (number | null)[] } {
  const wide = askedOf(form).find((q) => q.id === cross.b);
  const hidden = hideCells(cross.cells, wide ? binsOf(wide) : 1);
  return { a: cross.a, b: cross.b, cells: cross.cells.map((n, i) => (hidden[i] ? null : n)) };
}
