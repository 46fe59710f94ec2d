/** Where a question stands. */
export const QUESTION_STATES = ['asked', 'answering', 'answered', 'hidden'] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];

/** How many of a year's briefings should have been held by the end of a half-year: half of them, rounded up, then all. */
export const neededBy = (leastPerYear: number, half: 1 | 2): number => (half === 1 ? Math.ceil(leastPerYear / 2) : leastPerYear);

/** The half-year of a month 1–12, and whether it is time to remind: its last two months. */
export function remindIn(month: number): { readonly half: 1 | 2; readonly now: boolean } {
  return { half: month <= 6 ? 1 : 2, now: [5, 6, 11, 12].includes(month) };
}
