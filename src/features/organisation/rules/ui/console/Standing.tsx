import { Chip, type Output, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../rules.contract.ts';
import { words } from '../rules-ui.words.ts';

export type Book = Output<typeof api.book>;
export type Line = Book['items'][number]['lines'][number];
export type Rule = NonNullable<Line['now']>;

const KIND = { statute: 'info', decided: 'gold', confirmed: 'ok', unconfirmed: 'warn' } as const;

/** How a rule came to hold: law, decided here, confirmed, or still to be confirmed. */
export function Standing({ rule }: { rule: Pick<Rule, 'confidence'> }) {
  const w = useWords(words);
  return <Chip kind={KIND[rule.confidence]}>{w[rule.confidence]}</Chip>;
}
