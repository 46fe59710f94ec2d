/** Choices in an appraisal of leaders; numbers are the rulebook's, arithmetic the engine's. */
export const CLASSES = ['leaders', 'middle', 'delegates'] as const;
export type RaterClass = (typeof CLASSES)[number];
/** What leaders are graded by: competence (优秀 … 不称职) or satisfaction (满意 … 不满意). */
export const SCALES = ['competence', 'satisfaction'] as const;
export type Scale = (typeof SCALES)[number];
export const GRADES = ['best', 'good', 'fair', 'bad'] as const;
export const STATES = ['prepared', 'announced', 'open', 'closed', 'declared', 'void'] as const;
export type State = (typeof STATES)[number];
/** An appraisal is never open: level of secrecy. */
export const SECRET = ['detached', 'blind'] as const;
/** How the roll of a class is drawn: delegates of the workers' congress, members of chosen unions and below, people by name, people of a sheet. */
export const HOW = ['delegates', 'units', 'people', 'sheet'] as const;
export const STEPS = ['announce', 'raise', 'open', 'close', 'declare', 'remind', 'callOff', 'annul'] as const;
export type Step = (typeof STEPS)[number];
/** Nothing is shown of fewer papers, and no class has fewer raters (rules.md §7.5). */
export const LEAST = 5;

/** The mark of a leader on the paper. */
export const markOf = (no: number): string => `p${no}`;

/** Marks above the worst grade as a share of all: 称职和基本称职 (source 004: at least 80 %), in ten-thousandths; null without marks. */
export function aboveWorst(persons: readonly { readonly marked: number; readonly grades: readonly { readonly votes: number }[] }[]): number | null {
  const marks = persons.reduce((n, p) => n + p.marked, 0);
  const worst = persons.reduce((n, p) => n + (p.grades.at(-1)?.votes ?? 0), 0);
  return marks === 0 ? null : Math.round((10_000 * (marks - worst)) / marks);
}
