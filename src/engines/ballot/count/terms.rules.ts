import { addDays, addMonths, daysBetween, type LegalDate } from '#shared/dates';

/** A term counts from the day of the election; its last day is the day before that date `years` later. */
export type Term = { readonly from: LegalDate; readonly lastDay: LegalDate; readonly latest: LegalDate };

/**
 * @param delayMonths how much later the next election may be at most, with consent from above
 */
export function termOf(from: LegalDate, years: number, delayMonths: number): Term {
  const next = addMonths(from, 12 * years);
  return { from, lastDay: addDays(next, -1), latest: addDays(addMonths(next, delayMonths), -1) };
}

/** Whether a term may be so long: 3 or 5 for a union committee (Trade Union Law art. 16), 3 to 5 for a congress. */
export const termAllowed = (years: number, allowed: readonly number[]): boolean => allowed.includes(years);

/** How a term stands on a day: running, to be prepared (within `prepareDays` of its end), over but within the delay, or overdue. */
export function termStands(term: Term, day: LegalDate, prepareDays: number): 'running' | 'prepare' | 'delayed' | 'overdue' {
  if (day > term.latest) return 'overdue';
  if (day > term.lastDay) return 'delayed';
  return daysBetween(day, term.lastDay) <= prepareDays ? 'prepare' : 'running';
}
