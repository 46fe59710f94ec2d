import { type Locale, say } from '#shared/words';
import { claims, type ClaimState, STATE_WORDS } from '#engines/claims';
import { words } from './offers.words.ts';

/** What a state is called for this kind of thing: a cake is collected, a guest is checked in. */
export const stateText = (kind: string, state: ClaimState, locale: Locale): string =>
  (state === 'handed' ? say(words.done, locale, { what: say(claims.kindNamed(kind).handed, locale) }) : say(STATE_WORDS[state], locale));
