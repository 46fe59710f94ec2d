import { Chip, useWords } from '../../../../../web/kit/index.ts';
import { words } from '../box-ui.words.ts';

const KINDS = { overdue: 'late', due: 'warn', ready: 'ok', retired: 'quiet' } as const;

/** How a box stands, as a chip. */
export function StandingChip({ of }: { of: keyof typeof KINDS }) {
  const w = useWords(words);
  return <Chip kind={KINDS[of]}>{w[of]}</Chip>;
}
