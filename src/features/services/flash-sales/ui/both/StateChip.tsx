import { Chip } from '../../../../../web/kit/index.ts';

const KIND = { draft: 'quiet', waiting: 'warn', coming: 'info', on: 'ok', over: 'quiet', cancelled: 'late' } as const;

/** How a sale stands. */
export function StateChip({ state, word }: { state: keyof typeof KIND; word: string }) {
  return <Chip kind={KIND[state]}>{word}</Chip>;
}
