import { Chip, StepBar, useWords } from '../../../../../web/kit/index.ts';
import { words } from '../own-ui.words.ts';

const GOOD = ['completed', 'standardised'];
const BAD = ['rejected', 'abandoned', 'revoked'];

/** The six stations of a suggestion and where it stands; nothing when it left the way. */
export function Way({ place6, settled }: { place6: number | null; settled: boolean }) {
  const w = useWords(words);
  if (place6 === null) return null;
  return <StepBar steps={[w.place1, w.place2, w.place3, w.place4, w.place5, w.place6]} at={settled ? place6 : place6 - 1} />;
}

/** How a suggestion stands, in a word. */
export function StateChip({ state, word }: { state: string; word: string }) {
  const kind = GOOD.includes(state) ? 'ok' : BAD.includes(state) ? 'late' : state === 'returned' ? 'warn' : state === 'adopted' ? 'ok' : 'info';
  return <Chip kind={['withdrawn', 'incomplete', 'merged'].includes(state) ? 'quiet' : kind}>{word}</Chip>;
}

/** Whether the last station that was reached is done with. */
export const isSettled = (state: string): boolean => GOOD.includes(state);
