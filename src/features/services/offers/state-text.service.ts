import { type Locale, say } from '#shared/words';
import { claims, type ClaimState, STATES } from '#engines/claims';
import { words } from './offers.words.ts';

/** What a state is called for this kind of thing: a cake is collected, a guest is checked in. */
export const stateText = (kind: string, state: ClaimState, locale: Locale): string =>
  (state === 'handed' ? say(words.done, locale, { what: say(claims.kindNamed(kind).handed, locale) }) : say(claims.stateWord(kind, state), locale));

/** All states of a kind by their names, for a filter. */
export const stateTexts = (kind: string, locale: Locale): Record<ClaimState, string> => Object.fromEntries(STATES.map((s) => [s, stateText(kind, s, locale)])) as Record<ClaimState, string>;
