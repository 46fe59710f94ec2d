import type { ReactNode } from 'react';
import { useWords } from '../../../../../web/kit/index.ts';
import { itemWords } from '../../items.words.ts';
import type { DoorState, LoanState } from '../../lockers.rules.ts';
import { words } from '../locker-ui.words.ts';
import '../lockers.css';

type Words = ReturnType<typeof useWords<typeof words>>;

/** How long something is lent: whole days as days. */
export const timeText = (hours: number, w: Words): string => (hours === 24 ? w.oneDay : hours % 24 === 0 ? w.days({ n: hours / 24 }) : w.hoursN({ n: hours }));

/** What an item is called; the label is enough for what is not on the list. */
export function useItem(): (code: string) => string {
  const items = useWords(itemWords);
  return (code) => (items as unknown as Record<string, string>)[code] ?? '';
}

/** The inside of a compartment's drawing: number, label, state in words, and one line more. */
export function DoorFace({ no, label, state, mine, children }: { no: number; label: string; state: DoorState; mine?: boolean; children?: ReactNode }) {
  const w = useWords(words);
  return <><i className="num">{w.doorNo({ n: no })}</i><b>{label}</b><em>{mine ? w.mineHere : w[`door_${state}`]}</em>{children ? <span>{children}</span> : null}</>;
}

/** The colour of a loan's chip. */
export const loanTone = (state: LoanState) => (state === 'overdue' ? 'warn' : state === 'missing' || state === 'writtenOff' ? 'late' : state === 'returned' ? 'ok' : state === 'out' ? 'info' : 'quiet') as 'warn' | 'late' | 'ok' | 'info' | 'quiet';
