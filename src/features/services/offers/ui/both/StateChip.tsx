import { Chip } from '../../../../../web/kit/index.ts';

const LOOKS: Readonly<Record<string, 'ok' | 'warn' | 'info' | 'late' | 'quiet' | 'gold'>> = { entered: 'info', waiting: 'info', offered: 'warn', held: 'warn', taken: 'ok', handed: 'quiet', missed: 'late' };

/** The state of a place in the words of its kind. */
export const StateChip = ({ state, text }: { state: string; text: string }) => <Chip kind={LOOKS[state] ?? 'quiet'}>{text}</Chip>;
