/** Quiet hours and the hour of the digest, as minutes after midnight in China (which has no summer time). */
export type Hours = { readonly quietFrom: number; readonly quietTo: number; readonly digestAt: number };

/** 22:00 to 07:30; the digest at 08:00. */
export const USUAL_HOURS: Hours = { quietFrom: 1_320, quietTo: 450, digestAt: 480 };

const DAY = 1_440;
const SHANGHAI_MINUTES = 480;
const MINUTE_MS = 60_000;

/** Minutes since midnight in Shanghai. */
const minuteOf = (at: Date): number => Math.floor(at.getTime() / MINUTE_MS + SHANGHAI_MINUTES) % DAY;

/** The next time the clock in Shanghai shows this minute, strictly after `at`. */
export function nextAt(at: Date, minute: number): Date {
  const start = Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS;
  const ahead = (minute - minuteOf(at) + DAY) % DAY || DAY;
  return new Date(start + ahead * MINUTE_MS);
}

/** When a message may go out: now, or at the end of the quiet hours it falls into. Equal ends mean no quiet hours. */
export function afterQuiet(at: Date, h: Hours): Date {
  if (h.quietFrom === h.quietTo) return at;
  const now = minuteOf(at);
  const inside = h.quietFrom < h.quietTo ? now >= h.quietFrom && now < h.quietTo : now >= h.quietFrom || now < h.quietTo;
  return inside ? nextAt(at, h.quietTo) : at;
}

/** Tries before a message is laid down as undeliverable. */
export const MOST_TRIES = 8;

const FIRST_WAIT_S = 30;
const LONGEST_WAIT_S = 21_600;

/**
 * Seconds until the next try: 30, 2 min, 8 min, 32 min, 2 h, then every 6 h, each up to a fifth longer so that what failed
 * together does not come back together.
 * @param tries how many were made · @param spread 0 to 1, different for each delivery
 */
export function waitAfter(tries: number, spread: number): number {
  const wait = Math.min(LONGEST_WAIT_S, FIRST_WAIT_S * 4 ** Math.max(0, tries - 1));
  return Math.round(wait * (1 + Math.min(1, Math.max(0, spread)) / 5));
}

/** `HH:MM` as minutes, and back. */
export const minutesOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
export const hourText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
