export const CHANNELS = ['app', 'telephone', 'visit', 'box'] as const;
export type Channel = (typeof CHANNELS)[number];
export const STATES = ['draft', 'open', 'closed'] as const;
export const PERSON_STATES = ['invited', 'answered', 'declined'] as const;
export const ANSWER_STATES = ['new', 'following', 'settled'] as const;

/** A count that is shown only from five on, so that nobody can be guessed in a small unit. */
export const shownCount = (n: number): number | null => (n < 5 ? null : n);
