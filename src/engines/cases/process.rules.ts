import type { Word } from '#shared/words';
import type { RuleKey } from '#engines/rulebook';

/** The three clocks of a case. */
export type Clock = 'accept' | 'answer' | 'finish';
export const CLOCKS: readonly Clock[] = ['accept', 'answer', 'finish'];

/** Who a state waits for; `nobody` closes the case. */
export type WaitsFor = 'office' | 'author' | 'nobody';

export type State = {
  readonly word: Word;
  readonly waits: WaitsFor;
  /** permission word of those it waits for, when not for everybody who reads: only they are told and find it on their work list */
  readonly for?: string;
  /** the author's own still: no officer finds or opens it */
  readonly ownOnly?: true;
  /** place on the bar that the author sees, from 1; none = off the straight way */
  readonly place?: number;
};

/** What a step must or may be given. */
export type Asks = 'text' | 'assignee' | 'union' | 'rating' | 'files';

export type Step<S extends string = string> = {
  /** what the timeline says afterwards */
  readonly word: Word;
  /** what the button says */
  readonly button: Word;
  readonly from: readonly S[];
  /** `same` leaves the state as it is */
  readonly to: S | 'same';
  /** a permission word over the union that has the case, or `author`, `subject`, `system`, `assignee` (with the process's read word over nothing else) */
  readonly can: string;
  /** the person a case was assigned to may take this step as well */
  readonly assigneeToo?: boolean;
  readonly needs?: readonly Asks[];
  /** clocks that stop, and clocks that start anew with the rulebook's period */
  readonly stops?: readonly Clock[];
  readonly starts?: readonly Clock[];
  /** `officers`: the author does not see this in the timeline */
  readonly shownTo?: 'all' | 'officers';
  /** what the author is told (never when anonymous); slots: number, title, union */
  readonly tellsAuthor?: { readonly title: Word; readonly body: Word };
  /** what the officers who may act next are told */
  readonly tellsOffice?: { readonly title: Word; readonly body: Word };
  /** asks the author again after this rulebook period (weeks) */
  readonly recheckAfter?: RuleKey;
  /** the case goes to the union it was opened for (its origin): what one union released, another takes */
  readonly goesTo?: 'origin';
  /** ends an asked recheck */
  readonly rechecked?: boolean;
};

/** Numbers of a process live in the rulebook under these names. */
export type ProcessRules = {
  /** working days of each clock; a clock without a name does not run */
  readonly clocks: Partial<Record<Clock, RuleKey>>;
  /** clocks that run in calendar days instead */
  readonly calendar?: readonly Clock[];
  /** working days between two steps up the union tree once late */
  readonly escalateEvery?: RuleKey;
  /** calendar days a state may wait for the author, then the step is taken by the system */
  readonly lapses?: readonly { readonly state: string; readonly step: string; readonly after: RuleKey; readonly unit: 'calendarDays' | 'workdays' }[];
};

export type Process<S extends string = string, V extends string = string> = {
  readonly name: string;
  readonly title: Word;
  /** stands before every number, e.g. 信 */
  readonly prefix: Word;
  readonly start: S;
  readonly states: Readonly<Record<S, State>>;
  readonly steps: Readonly<Record<V, Step<S>>>;
  readonly rules: ProcessRules;
  /** permission word that opens the register of these cases over a subtree */
  readonly readers: string;
  /** what the officers are told when one arrives */
  readonly arrives?: { readonly title: Word; readonly body: Word };
  /** the collection of the engine `similarity` in which title and first text can be found by their likes */
  readonly collection?: string;
  /** where the apps show one: `:id` is filled in */
  readonly memberPath: string;
  readonly consolePath: string;
};

/**
 * Checks a process as data and gives it back with its verbs typed. Fails at start when a state cannot be reached,
 * an open state has no way on, or a step names an unknown state.
 */
export function defineProcess<S extends string, V extends string>(p: Process<S, V>): Process<S, V> {
  const states = Object.keys(p.states) as S[];
  const steps = Object.entries(p.steps) as [V, Step<S>][];
  const fail = (why: string): never => { throw new Error(`process ${p.name}: ${why}`); };
  for (const [verb, s] of steps) {
    for (const from of s.from) if (!states.includes(from)) fail(`${verb} starts from unknown ${from}`);
    if (s.to !== 'same' && !states.includes(s.to)) fail(`${verb} leads to unknown ${s.to}`);
  }
  const reached = new Set<S>([p.start]);
  for (let grown = true; grown; ) {
    const before = reached.size;
    for (const [, s] of steps) if (s.to !== 'same' && s.from.some((f) => reached.has(f))) reached.add(s.to);
    grown = reached.size > before;
  }
  for (const state of states) {
    if (!reached.has(state)) fail(`${state} is never reached`);
    const onward = steps.some(([, s]) => s.from.includes(state) && s.to !== 'same' && s.to !== state);
    if (p.states[state].waits !== 'nobody' && !onward) fail(`${state} waits and leads nowhere`);
  }
  for (const lapse of p.rules.lapses ?? []) if (!(lapse.step in p.steps) || !(lapse.state in p.states)) fail(`lapse of ${lapse.state}`);
  return p;
}

/** Whether an office still has something to do in this state. */
export const isOpen = (p: Process, state: string): boolean => p.states[state]?.waits === 'office';
