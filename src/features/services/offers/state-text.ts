import { type Locale, say } from '#shared/words';
import { claims, type ClaimState, STATE_WORDS } from '#engines/claims';

/** What a state is called for this kind of thing: a cake is collected, a guest is checked in. */
export const stateText = (kind: string, state: ClaimState, locale: Locale): string => say(state === 'handed' ? claims.kindNamed(kind).handed : STATE_WORDS[state], locale);
