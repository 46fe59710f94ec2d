import { instantAt, legalDateOf, timeOfDay } from '#shared/dates';

/** The day of a moment in China. */
export const dayPart = (at: string): string => legalDateOf(new Date(at));
/** Its time of day, `14:30`. */
export const clockPart = (at: string): string => new Date(timeOfDay(new Date(at))).toISOString().slice(11, 16);

/** A day and a time of day as a moment; null where the day is missing. */
export function momentOf(day: string | null | undefined, clock: string | null | undefined): string | null {
  if (!day) return null;
  const [h = 0, m = 0] = (clock ?? '00:00').split(':').map(Number);
  return instantAt(day, 60 * h + m).toISOString();
}
