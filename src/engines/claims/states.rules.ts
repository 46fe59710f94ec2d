import type { Word } from '#shared/words';
import { words } from './claims.words.ts';
import type { ClaimState } from './offer.rules.ts';

/** What states of a claim are called where the part has no better name. */
export const STATE_WORDS: Readonly<Record<ClaimState, Word>> = {
  entered: words.stateEntered, waiting: words.stateWaiting, offered: words.stateOffered, held: words.stateHeld, taken: words.stateTaken, handed: words.stateHanded, missed: words.stateMissed,
  returned: words.stateReturned, cancelled: words.stateCancelled, declined: words.stateDeclined, expired: words.stateExpired, lost: words.stateLost,
};
