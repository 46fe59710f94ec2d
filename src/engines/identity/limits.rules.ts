/** Numbers of signing in that nobody decides locally; the others stand in the rulebook (`security.*`), see {@link Numbers}. */
export const LIMITS = {
  passwordMost: 128,
  code: { minutes: 5, tries: 5, resendSeconds: 60, perHour: 5 },
  ticketMinutes: 10,
  recoveryCodes: 10,
  linkHours: 24,
  /** signing in by a vendor's account: how long the way there and back may take, and the sign-in that leads to binding it; questions to one vendor at once */
  vendor: { stateMinutes: 10, claimMinutes: 30, atOnce: 32, perAccount: { tries: 30, minutes: 30 } },
  sessionsPerPerson: 20,
} as const;

/** How long a session lives, in minutes. `idle` slides with use; `absolute` counts from signing in. */
export type Lifetime = { readonly idle: number; readonly absolute: number };

export type SessionLimits = {
  /** a phone of a worker */
  readonly worker: Lifetime;
  /** while an office is used: after that the office sleeps until the next sign-in */
  readonly officer: Lifetime;
  /** the same for platform administrators */
  readonly administrator: Lifetime;
};

/** What a federation may set in its rulebook (rules.md §23). */
export type Numbers = {
  readonly password: {
    readonly least: number; readonly leastForAdministrators: number; readonly classes: number; readonly remembered: number; readonly daysForAdministrators: number;
  };
  readonly lock: { readonly tries: number; readonly minutes: number };
  readonly sessions: SessionLimits;
  readonly sessionsPerAdministrator: number;
};

const DAY = 24 * 60;

/** A worker's phone stays signed in for thirty idle days, a year at most. */
export const WORKER: Lifetime = { idle: 30 * DAY, absolute: 365 * DAY };

/** What holds before there is a federation with a rulebook; the same values that the rulebook ships with. */
export const SHIPPED: Numbers = {
  password: { least: 8, leastForAdministrators: 12, classes: 3, remembered: 5, daysForAdministrators: 90 },
  lock: { tries: 5, minutes: 30 },
  sessions: { worker: WORKER, officer: { idle: 30, absolute: 12 * 60 }, administrator: { idle: 10, absolute: 12 * 60 } },
  sessionsPerAdministrator: 1,
};

/** Demonstration: nobody is thrown out while looking around. */
export const DEMO_SESSIONS: SessionLimits = { worker: WORKER, officer: WORKER, administrator: WORKER };

const MINUTE = 60_000;

/** Rounds a time down to whole steps of so many minutes. */
export const roundDown = (at: Date, minutes: number): Date => new Date(Math.floor(at.getTime() / (minutes * MINUTE)) * minutes * MINUTE);

/** How coarse the last use of a session is written down: an hour for workers, five minutes where an idle limit needs it. */
export const SEEN_STEP = { worker: 60, officer: 5 } as const;

export const addMinutes = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * MINUTE);

/** Whole minutes until a time, at least one. */
export const minutesUntil = (until: Date, now: Date): number => Math.max(1, Math.ceil((until.getTime() - now.getTime()) / MINUTE));
