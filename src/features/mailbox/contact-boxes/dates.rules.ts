import { addDays, daysBetween, type LegalDate } from '#shared/dates';

/** Where a box stands: a day is never both due and overdue. */
export type Standing = 'retired' | 'overdue' | 'due' | 'ready';

/** When a box is opened next: so many days after the last opening, or after it was put up. */
export const dueAfter = (o: { placedOn: LegalDate; lastOn: LegalDate | null }, everyDays: number): LegalDate => addDays(o.lastOn ?? o.placedOn, everyDays);

/** Due on the day itself, overdue from the next day on. */
export function standingOn(today: LegalDate, o: { dueOn: LegalDate; retiredOn: LegalDate | null }): Standing {
  if (o.retiredOn !== null) return 'retired';
  const left = daysBetween(today, o.dueOn);
  return left < 0 ? 'overdue' : left === 0 ? 'due' : 'ready';
}

/** Letters of an opening that still wait to be keyed in; none once it was explained why fewer were. */
export const lettersWaiting = (o: { found: number; keyed: number; leftWhy: string | null }): number => (o.leftWhy === null ? o.found - o.keyed : 0);

/** Until when whoever logged an opening may correct it. */
export const correctableUntil = (loggedOn: LegalDate, withinDays: number): LegalDate => addDays(loggedOn, withinDays);
