/** What counts mean: shares, means, the two best, the promoters. Shares in thousandths, rounded half up. For screens and for the count. */
import { askedOf, type Form, type Question } from './form.rules.ts';
import { canCross, type Dimension } from './tally.rules.ts';

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

export const crossable = (form: Form): Question[] => askedOf(form).filter(canCross);

/** The figure of a survey: the share of the two best answers to its headline question. */
export function headlineOf(form: Form, figures: readonly QuestionFigures[]): number | null {
  return form.headline === null ? null : (figures.find((f) => f.id === form.headline)?.all.topTwo ?? null);
}
