export const SIDES = ['union', 'other'] as const;
export type Side = (typeof SIDES)[number];
export const ROLES = ['head', 'contact', 'member'] as const;
export type Role = (typeof ROLES)[number];
export const ASKS = ['done', 'drop', 'postpone'] as const;
export type Ask = (typeof ASKS)[number];
export const MEETING_STATES = ['planned', 'drafted', 'agreed', 'calledOff'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];
export const ITEM_STATES = ['working', 'asked', 'done', 'dropped', 'carried'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** Whether somebody speaks for a side: heads (牵头人) and contacts (联络人) do, other members do not. */
export const speaks = (role: Role): boolean => role !== 'member';

/** Whether both sides have consented. */
export const bothOf = (sides: readonly Side[]): boolean => SIDES.every((s) => sides.includes(s));

/** What becomes of an item when both sides consent to what was asked. */
export const VERB_OF = { done: 'finish', drop: 'drop', postpone: 'carry' } as const satisfies Record<Ask, string>;

/**
 * Whether an item is reminded of on a day, and as what: so many days before it is due and the day before, and each so many days once late.
 * @param left days until it is due; negative once late
 */
export function reminder(left: number, o: { readonly before: number; readonly every: number }): 'soon' | 'late' | null {
  if (left >= 0) return left === o.before || left === 1 ? 'soon' : null;
  return (-left - 1) % o.every === 0 ? 'late' : null;
}
