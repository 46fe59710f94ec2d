import { Chip, useWords } from '../../../../../web/kit/index.ts';
import { words } from '../points-ui.words.ts';

const KIND = { reserved: 'info', collected: 'ok', cancelled: 'quiet', expired: 'warn' } as const;

/** How a reservation stands. */
export function StateChip({ state }: { state: keyof typeof KIND }) {
  const w = useWords(words);
  return <Chip kind={KIND[state]}>{w[`state_${state}`]}</Chip>;
}

const ROUND = { draft: 'quiet', coming: 'info', open: 'ok', collecting: 'info', ended: 'warn', closed: 'quiet' } as const;

/** How a round stands. */
export function StandingChip({ standing }: { standing: keyof typeof ROUND }) {
  const w = useWords(words);
  return <Chip kind={ROUND[standing]}>{w[`standing_${standing}`]}</Chip>;
}
