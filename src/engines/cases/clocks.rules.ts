import { type Clock, CLOCKS, isOpen, type Process, type Step } from './process.rules.ts';

/** What the clocks of a case know. Due = when it must have happened; at = when it did. */
export type Clocks = {
  acceptDue: Date | null; answerDue: Date | null; finishDue: Date | null;
  acceptedAt: Date | null; answeredAt: Date | null; finishedAt: Date | null;
};

const DUE = { accept: 'acceptDue', answer: 'answerDue', finish: 'finishDue' } as const;
const MET = { accept: 'acceptedAt', answer: 'answeredAt', finish: 'finishedAt' } as const;

/** Deadlines by clock, already worked out from the rulebook's working days. */
export type Dues = Partial<Record<Clock, Date>>;

/** Clocks of a case that has just been opened: all that the process runs are running. */
export const startClocks = (dues: Dues): Clocks => ({
  acceptDue: dues.accept ?? null, answerDue: dues.answer ?? null, finishDue: dues.finish ?? null,
  acceptedAt: null, answeredAt: null, finishedAt: null,
});

/** The clocks after a step: those it stops are met now (once), those it starts run anew. */
export function turnClocks(clocks: Clocks, step: Step, now: Date, dues: Dues): Clocks {
  const after = { ...clocks };
  for (const c of step.stops ?? []) after[MET[c]] ??= now;
  for (const c of step.starts ?? []) {
    after[DUE[c]] = dues[c] ?? null;
    after[MET[c]] = null;
  }
  return after;
}

/** The earliest clock still running; none when the case is closed or waits for its author. */
export function nextDue(p: Process, state: string, clocks: Clocks): { due: Date | null; clock: Clock | null } {
  if (!isOpen(p, state)) return { due: null, clock: null };
  let due: Date | null = null;
  let clock: Clock | null = null;
  for (const c of CLOCKS) {
    const d = clocks[DUE[c]];
    if (d !== null && clocks[MET[c]] === null && (due === null || d < due)) { due = d; clock = c; }
  }
  return { due, clock };
}
