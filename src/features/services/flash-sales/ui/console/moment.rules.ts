import { addDays, chinaTime, instantAt, legalDateOf } from '#shared/dates';

/** A moment as a form holds it: a day and a time of day in China's time. */
export type At = { readonly day: string | null; readonly clock: string | null };

/** A moment of the server in its two parts; seconds are kept when there are any. */
export function partsOf(moment: string | null): At {
  if (moment === null) return { day: null, clock: null };
  const at = new Date(moment);
  const seconds = at.getUTCSeconds();
  const text = chinaTime(at);
  return { day: text.slice(0, 10), clock: seconds === 0 ? text.slice(11) : `${text.slice(11)}:${String(seconds).padStart(2, '0')}` };
}

/** The moment that a day and a time of day are; null without a day. A day alone begins at midnight. */
export function momentOf(at: At | null | undefined): string | null {
  if (!at?.day) return null;
  const [h = 0, m = 0, s = 0] = (at.clock ?? '00:00').split(':').map(Number);
  return new Date(instantAt(at.day, 60 * h + m).getTime() + 1000 * s).toISOString();
}

/** What a new sale starts with: in three days at ten, for eight hours, collected from the day after for a week. */
export function blankTimes(now: number): { opensAt: At; closesAt: At; from: At; to: At } {
  const day = addDays(legalDateOf(new Date(now)), 3);
  return { opensAt: { day, clock: '10:00' }, closesAt: { day, clock: '18:00' }, from: { day: addDays(day, 1), clock: '09:00' }, to: { day: addDays(day, 7), clock: '17:00' } };
}
