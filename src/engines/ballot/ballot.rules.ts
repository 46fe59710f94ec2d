import type { CountRule } from './count/count-rule.rules.ts';
import type { Outcome } from './count/count.rules.ts';
import type { Paper } from './count/paper.rules.ts';

/** Who could learn how somebody voted: everybody entitled to see it; who has database and keys while papers wait; nobody by what is stored. */
export const LEVELS = ['open', 'detached', 'blind'] as const;
export type Level = (typeof LEVELS)[number];
export const STATES = ['prepared', 'announced', 'open', 'closed', 'declared', 'void'] as const;
export type BallotState = (typeof STATES)[number];

/** A ballot as it is kept. `rule` is what the count decides by, with its basis; `result` is there from the count on. */
export type Ballot = {
  readonly id: string; readonly unionId: string; readonly kind: string; readonly title: string; readonly level: Level; readonly state: BallotState;
  readonly paper: Paper; readonly rule: CountRule; readonly paperBytes: number; readonly mixAtLeast: number; readonly presentOnly: boolean;
  readonly opensAt: Date | null; readonly closesAt: Date | null; readonly keysReady: boolean; readonly entitled: number; readonly present: number; readonly rollHash: string;
  readonly announcedAt: Date | null; readonly openedAt: Date | null; readonly closedAt: Date | null; readonly endedAt: Date | null; readonly why: string;
  readonly result: Outcome | null; readonly version: number; readonly madeById: string | null;
};

/** How many there may be. */
export const MOST = { classes: 20, turns: 20, mixed: 20_000, roll: 5_000_000 } as const;
/** Mixed at this many unless told. */
export const MIX_AT_LEAST = 20;

const STEP = 64;
const idsLength = (list: readonly { readonly id: string }[], more: number): number => list.reduce((n, x) => n + x.id.length + more, 0);
const longest = (list: readonly { readonly id: string }[]): number => list.reduce((n, x) => Math.max(n, x.id.length), 0);

/** The length to which contents of a secret ballot are filled, so that the length says nothing: the longest that can be said, in bytes. */
export function paperBytesOf(paper: Paper): number {
  const needed = ((): number => {
    switch (paper.kind) {
      case 'motion': return 64;
      case 'election': return 80 + idsLength(paper.candidates, 3) + (paper.writeIns ? Math.min(paper.seats, 20) * 190 : 0);
      case 'appraisal': return 64 + idsLength(paper.persons, 28 + longest(paper.grades));
      case 'poll': return 64 + idsLength(paper.options, 3);
      case 'questions': return 4_096;
    }
  })();
  return Math.min(65_536, Math.max(64, Math.ceil(needed / STEP) * STEP));
}

/** Whether a level is higher than another. */
export const isHigher = (a: Level, than: Level): boolean => LEVELS.indexOf(a) > LEVELS.indexOf(than);

/** What is known of how many took part while a ballot is open; never what was said. `given`: tokens, envelopes or open votes. */
export type Turnout = { readonly entitled: number; readonly present: number; readonly given: number };
export type UnitTurnout = Turnout & { readonly unionId: string };
/** Units smaller than this are counted together, papers of fewer voters are not shown. */
export const SMALLEST_GROUP = 5;

/**
 * Turnout by unit, units of fewer than five together with the next smallest, so that no subtraction shows one.
 * @returns units that may be shown, and the others as one
 */
export function shownTurnout(units: readonly UnitTurnout[]): { units: UnitTurnout[]; others: Turnout | null } {
  const sum = (list: readonly UnitTurnout[]): Turnout => list.reduce((t, u) => ({ entitled: t.entitled + u.entitled, present: t.present + u.present, given: t.given + u.given }), { entitled: 0, present: 0, given: 0 });
  const sorted = units.toSorted((a, b) => a.entitled - b.entitled || (a.unionId < b.unionId ? -1 : 1));
  const small = sorted.filter((u) => u.entitled < SMALLEST_GROUP);
  if (small.length === 0) return { units: sorted, others: null };
  let hidden = small.length;
  while (hidden < sorted.length && (hidden < 2 || sum(sorted.slice(0, hidden)).entitled < SMALLEST_GROUP)) hidden += 1;
  return { units: sorted.slice(hidden), others: sum(sorted.slice(0, hidden)) };
}
