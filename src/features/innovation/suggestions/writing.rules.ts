/** The least number of characters of what is handed in. */
export const LEAST = { title: 4, problem: 10, remedy: 10 } as const;
/** The most. */
export const MOST = { title: 60, problem: 2000, remedy: 3000, effect: 1000, place: 60 } as const;
/** Steps of the form on the phone: what is wrong and what to do; what belongs to it; who and for what. */
export const STEPS = ['matter', 'details', 'people'] as const;
export type Step = (typeof STEPS)[number];

/** On which step a field stands, by the path under which it is refused. */
export function stepOf(path: string): Step {
  const field = path.split('.')[0] ?? '';
  if (['title', 'problem', 'remedy'].includes(field)) return 'matter';
  return ['coauthors', 'campaignId'].includes(field) ? 'people' : 'details';
}

/** A co-author that is added gets so many per cent, less where less is left. */
const USUAL_SHARE = 20;
const SHARE_STEP = 5;

/** What is left for the first author after these whole per cents; never less than nothing. */
export const restOf = (percents: readonly number[]): number => Math.max(0, 100 - percents.reduce((sum, p) => sum + p, 0));

/** The per cent a further co-author begins with: at least one stays with the first author. 0 = nobody can be added. */
export const shareFor = (percents: readonly number[]): number => Math.max(0, Math.min(USUAL_SHARE, restOf(percents) - 1));

/** A share one step up or down, within 1 and what leaves the first author something. */
export function shareAfter(percents: readonly number[], at: number, way: 1 | -1): number {
  const now = percents[at] ?? 1;
  const most = now + restOf(percents) - 1;
  const next = way === 1 ? Math.floor(now / SHARE_STEP) * SHARE_STEP + SHARE_STEP : Math.ceil(now / SHARE_STEP) * SHARE_STEP - SHARE_STEP;
  return Math.min(Math.max(1, next), Math.max(1, most));
}
