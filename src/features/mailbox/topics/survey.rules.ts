/**
 * Questionnaires: what may be asked and answered, and how counts stay above the smallest group. Pure; knows no clock, no database and
 * nothing of topics, so that the survey engine can take this file over as it is.
 */

export const QUESTION_KINDS = ['single', 'several', 'scale', 'yesNo', 'open'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];
/** `options`: what can be chosen, for `single` and `several` only. */
export type Question = { readonly kind: QuestionKind; readonly text: string; readonly options: string[] };
/** What one person said to one question: numbers of choices from 0, or a text. */
export type Answer = { readonly choices: readonly number[]; readonly text: string };

/** What lies in the closed box: where somebody belongs, and what was answered. */
export type Sheet = { readonly place: number; readonly answers: readonly Answer[] };

const SCALE_STEPS = 5;

/** How many choices a question has; 0 for open ones. Scale: 0 to 4 stand for 1 to 5. Yes or no: 0 is yes. */
export function choicesOf(q: Question): number {
  if (q.kind === 'open') return 0;
  if (q.kind === 'scale') return SCALE_STEPS;
  return q.kind === 'yesNo' ? 2 : q.options.length;
}

/** Questions that are wrongly made: choices that are missing, stand twice, or stand where none belong. */
export const wronglyMade = (questions: readonly Question[]): number[] =>
  questions.flatMap((q, at) => {
    const chosen = q.kind === 'single' || q.kind === 'several';
    const fits = chosen ? q.options.length >= 2 && new Set(q.options).size === q.options.length : q.options.length === 0;
    return fits ? [] : [at];
  });

/** Questions that were not answered as they are made: everything but open ones must be, with choices that exist, each once. */
export const wronglyAnswered = (questions: readonly Question[], answers: readonly Answer[]): number[] =>
  questions.flatMap((q, at) => {
    const { choices, text } = answers[at] ?? { choices: [], text: '' };
    if (q.kind === 'open') return choices.length === 0 ? [] : [at];
    const known = choices.every((c) => c >= 0 && c < choicesOf(q)) && new Set(choices).size === choices.length;
    const enough = q.kind === 'several' ? choices.length >= 1 : choices.length === 1;
    return known && enough && text === '' ? [] : [at];
  });

/** What was counted at one place: people, and votes by question and choice. */
export type Count = { readonly people: number; readonly votes: readonly (readonly number[])[] };

/** A count in which nobody has been counted yet. */
export const noCount = (questions: readonly Question[]): Count => ({ people: 0, votes: questions.map((q) => Array.from({ length: choicesOf(q) }, () => 0)) });

/** The count with one person's answers added. */
export const countOne = (count: Count, answers: readonly Answer[]): Count => ({
  people: count.people + 1,
  votes: count.votes.map((of, at) => of.map((n, choice) => n + (answers[at]?.choices.includes(choice) ? 1 : 0))),
});

/** Two counts as one. */
export const joined = (a: Count, b: Count): Count => ({
  people: a.people + b.people, votes: a.votes.map((of, at) => of.map((n, choice) => n + (b.votes[at]?.[choice] ?? 0))),
});

/** The place that takes in what must not be shown by itself. */
export const REST = 0;

/**
 * Takes every place with fewer people than `smallest` into the rest; when the rest itself is then too small, the next smallest place goes
 * there too, so that nothing hidden follows from the total less what is shown. Answers nothing at all when all together are too few.
 */
export function coverSmall(counts: ReadonlyMap<number, Count>, smallest: number): Map<number, Count> {
  const some = [...counts].filter(([, c]) => c.people > 0).sort(([a, x], [b, y]) => x.people - y.people || a - b);
  const all = some.reduce((n, [, c]) => n + c.people, 0);
  if (all < smallest) return new Map();
  const shown = new Map<number, Count>();
  let rest: Count | null = null;
  for (const [place, count] of some) {
    const short: boolean = rest !== null && rest.people < smallest;
    if (place === REST || count.people < smallest || short) rest = rest === null ? count : joined(rest, count);
    else shown.set(place, count);
  }
  if (rest !== null) shown.set(REST, rest);
  return shown;
}

/** The same things in another order. `pick(n)` answers a whole number from 0 to n − 1. */
export function shuffled<T>(things: readonly T[], pick: (n: number) => number): T[] {
  const out = [...things];
  for (let at = out.length - 1; at > 0; at--) {
    const other = pick(at + 1);
    [out[at], out[other]] = [out[other] as T, out[at] as T];
  }
  return out;
}
