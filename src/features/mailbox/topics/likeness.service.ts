import { type Actor, scopesOf, type Tx } from '#shared/call';
import { similarity } from '#engines/similarity';

/** The least score at which a letter is shown to an officer who looks for its like, and at which the mailbox proposes by itself. */
const LEAST_ALIKE = 0.1;
export const LEAST_PROPOSED = 0.5;
/** How much of the words asked for a letter must hold. */
const LEAST_HELD = 0.6;
/** Look-alikes that are looked at more closely: some are in a topic already, or out of the span asked for. */
const MOST = 300;
const SHOWN = 3;
const LONGEST_SHOWN = 12;
/** Characters of a letter that are marked as shared. */
const COMPARED = 200;

/** Letters like a text, or that hold words, with how much; only of unions whose letters the officer may read. */
export const lettersLike = (tx: Tx, by: Actor, text: string, o: { by: 'likeness' | 'words'; except?: string }): Promise<{ id: string; score: number }[]> =>
  similarity.search(tx, {
    collection: 'letters', text, scopes: scopesOf(by, 'letters.read'), limit: MOST, by: o.by, least: o.by === 'likeness' ? LEAST_ALIKE : LEAST_HELD,
    ...(o.except === undefined ? {} : { excludeIds: [o.except] }),
  });

/** The longest passages that two texts share, as they stand in the second. */
export function passagesOf(first: string, second: string): string[] {
  const { passages } = similarity.explain(first.slice(0, COMPARED), second.slice(0, COMPARED), SHOWN);
  return passages.map((p) => second.slice(...p.second).trim()).filter((text) => text !== '').map((text) => (text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 1)}…` : text));
}
