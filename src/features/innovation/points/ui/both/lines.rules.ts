import type { SpokenWords } from '../../../../../web/kit/index.ts';
import type { words } from '../points-ui.words.ts';

type Line = { readonly kind: 'adopted' | 'completed' | 'standardised' | 'exchanged' | 'corrected' | 'expired' | 'advanced' | 'repaid'; readonly red: boolean };

/** What a line of a wallet is about, in a word or two. */
export const kindOf = (w: SpokenWords<typeof words>, l: Line): string => (l.red ? w.red({ text: w[`kind_${l.kind}`] }) : w[`kind_${l.kind}`]);
