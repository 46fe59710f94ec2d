import { addDays, daysBetween, weekdayOf } from '#shared/dates';

export const KINDS = ['single', 'multiple', 'trueFalse'] as const;
export type Kind = (typeof KINDS)[number];
export const DAYS = ['every', 'weekdays'] as const;
export type Days = (typeof DAYS)[number];
/** What a day was for a person: `open` is today and unanswered. */
export const MARKS = ['right', 'wrong', 'missed', 'open', 'void'] as const;
export type Mark = (typeof MARKS)[number];
/** Amounts in the ledger are hundredths of a point, as in every book of points. */
export const PER_POINT = 100;

/** One bit for each option that is meant; places from 0. */
export const bitsOf = (places: readonly number[]): number => places.reduce((bits, place) => bits | (1 << place), 0);

/** The places of the bits, ascending. */
export const placesOf = (bits: number): number[] => [0, 1, 2, 3, 4, 5].filter((place) => (bits & (1 << place)) !== 0);

/** Whether these places may answer a question: each of them is an option, none twice, and one alone where one is asked for. */
export const fits = (kind: Kind, options: number, places: readonly number[]): boolean =>
  places.length >= 1 && new Set(places).size === places.length && places.every((p) => p >= 0 && p < options) && (kind === 'multiple' || places.length === 1);

/** The text by which the same question is recognised: without blanks, signs and case. */
export const textKey = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Whether a question is expected on a day. */
export const isWanted = (days: Days, day: string): boolean => days === 'every' || ![0, 6].includes(weekdayOf(day));

/** The days from one to another on which a question is expected; at most 400. */
export function wantedDays(days: Days, from: string, to: string): string[] {
  const n = Math.min(daysBetween(from, to), 399);
  return Array.from({ length: Math.max(0, n + 1) }, (_, i) => addDays(from, i)).filter((day) => isWanted(days, day));
}

/** What a day is for somebody who gave this answer, or none. */
export function markOf(d: { readonly day: string; readonly void: boolean; readonly correct: boolean | null }, today: string): Mark {
  if (d.void) return 'void';
  if (d.correct !== null) return d.correct ? 'right' : 'wrong';
  return d.day === today ? 'open' : 'missed';
}

export type Worth = { readonly answered: number; readonly right: number; readonly streak: number; readonly everyDays: number };
/**
 * What an answer brings, in whole points: for taking part, for being right, and once more on each day on which the streak is full.
 * @param streak days in a row with this answer
 */
export function pointsFor(correct: boolean, streak: number, worth: Worth): { answer: number; streak: number } {
  return { answer: worth.answered + (correct ? worth.right : 0), streak: streak > 0 && streak % worth.everyDays === 0 ? worth.streak : 0 };
}
