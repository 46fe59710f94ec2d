/** Every number of signing in, in one place. Sources: rules.md §23 (suggested defaults for graded protection, 等保). */
export const LIMITS = {
  password: { least: 8, leastForAdministrators: 12, most: 128, classes: 3, remembered: 5, daysForAdministrators: 90 },
  lock: { tries: 5, minutes: 30 },
  code: { minutes: 5, tries: 5, resendSeconds: 60, perHour: 5, confirmMinutes: 5 },
  ticketMinutes: 10,
  recoveryCodes: 10,
  linkHours: 24,
  sessionsPerPerson: 20,
} as const;

/** How long a session lives, in minutes. `idle` slides with use; `absolute` counts from signing in. */
export type Lifetime = { readonly idle: number; readonly absolute: number };

/** What a federation may set; the defaults depend on the mode. */
export type SessionLimits = {
  /** a phone of a worker */
  readonly worker: Lifetime;
  /** while an office is used: after that the office sleeps until the next sign-in */
  readonly officer: Lifetime;
  /** the same for platform administrators */
  readonly administrator: Lifetime;
};

const DAY = 24 * 60;

/** Live: idle 30 minutes for officers, 10 for administrators, 12 hours at most (§23). */
export const LIVE_SESSIONS: SessionLimits = {
  worker: { idle: 30 * DAY, absolute: 365 * DAY },
  officer: { idle: 30, absolute: 12 * 60 },
  administrator: { idle: 10, absolute: 12 * 60 },
};

/** Demonstration: nobody is thrown out while looking around. */
export const DEMO_SESSIONS: SessionLimits = {
  worker: { idle: 30 * DAY, absolute: 365 * DAY },
  officer: { idle: 30 * DAY, absolute: 365 * DAY },
  administrator: { idle: 30 * DAY, absolute: 365 * DAY },
};

const MINUTE = 60_000;

/** Rounds a time down to whole steps of so many minutes. */
export const roundDown = (at: Date, minutes: number): Date => new Date(Math.floor(at.getTime() / (minutes * MINUTE)) * minutes * MINUTE);

/** How coarse the last use of a session is written down: an hour for workers, five minutes where an idle limit needs it. */
export const SEEN_STEP = { worker: 60, officer: 5 } as const;

export const addMinutes = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * MINUTE);

/** Whole minutes until a time, at least one. */
export const minutesUntil = (until: Date, now: Date): number => Math.max(1, Math.ceil((until.getTime() - now.getTime()) / MINUTE));
