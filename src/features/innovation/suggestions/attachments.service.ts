import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { files } from '#engines/files';
import { loadSeen } from './views.service.ts';

const seenBy = (tx: Tx, by: Actor, id: string): Promise<boolean> =>
  loadSeen(tx, by, id).then(() => true, (why: unknown) => {
    if (why instanceof Refused) return false;
    throw why;
  });

const isBlind = (tx: Tx, by: Actor, id: string): Promise<boolean> =>
  loadSeen(tx, by, id).then((seen) => seen.blind, (why: unknown) => {
    if (why instanceof Refused) return false;
    throw why;
  });

/** Says once, when the part is loaded, who may open the files of a suggestion: whoever may see it. */
export const declareSuggestions = (): void => files.declareOwner('suggestion', { most: 40, mayOpen: seenBy, nameless: isBlind });
