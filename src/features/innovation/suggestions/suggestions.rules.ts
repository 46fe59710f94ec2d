/** What a suggestion is about; each kind belongs to one of the four expert groups (source file 002). */
export const CATEGORIES = ['quality', 'process', 'safety', 'environment', 'equipment', 'energy', 'cost', 'management', 'site', 'other'] as const;
export type Category = (typeof CATEGORIES)[number];
/** The expert groups 评审专家组: technology and quality; safety and environment; equipment, energy and saving; general management. */
export const EXPERT_GROUPS = ['technology', 'safety', 'equipment', 'management'] as const;
export type ExpertGroup = (typeof EXPERT_GROUPS)[number];

const GROUP_OF: Readonly<Record<Category, ExpertGroup>> = {
  quality: 'technology', process: 'technology', safety: 'safety', environment: 'safety', equipment: 'equipment', energy: 'equipment',
  cost: 'management', management: 'management', site: 'management', other: 'management',
};

/** The expert group a kind of suggestion goes to unless the specialist says otherwise. */
export const groupFor = (category: Category): ExpertGroup => GROUP_OF[category];

/** Shares of a suggestion in ten-thousandths. */
export const WHOLE = 10_000;
/** Suggestions one person may hand in on a day. */
export const A_DAY = 20;
/** Co-authors beside the first author. */
export const COAUTHORS = 9;

/**
 * Shares in ten-thousandths, the first author's first: the rest after the co-authors' shares.
 * @param percents of the co-authors, whole, in their order
 * @returns null when they leave the first author nothing
 */
export function sharesOf(percents: readonly number[]): number[] | null {
  const others = percents.map((p) => p * 100);
  const first = WHOLE - others.reduce((sum, s) => sum + s, 0);
  return first > 0 ? [first, ...others] : null;
}
