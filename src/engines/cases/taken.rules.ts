import { type Clocks, type Dues, startClocks, turnClocks } from './clocks.rules.ts';
import { type Clock, CLOCKS, type Process } from './process.rules.ts';

/** Something that happened to a case after it was opened. `by…` as in the timeline. */
export type TakenEvent = {
  readonly step: string;
  readonly toState: string;
  readonly byKind: 'author' | 'officer' | 'system';
  readonly byId: string | null;
  readonly byTitle?: string;
  readonly text?: string;
  readonly at: Date;
  readonly data?: Record<string, unknown>;
};

/** A case from elsewhere: an older register, an import. Its opening is written from `text` and `openedAt`; `events` are what followed. */
export type TakenCase = {
  readonly id?: string;
  /** as it was numbered there; none = the next number of the year it was opened in */
  readonly number?: string;
  readonly title: string;
  readonly text: string;
  readonly state: string;
  readonly privacy: 'named';
  readonly channel: string;
  readonly unionId: string;
  readonly originUnionId?: string;
  readonly authorId: string | null;
  readonly openedAt: Date;
  /** none = the last event */
  readonly changedAt?: Date;
  readonly facts?: Record<string, unknown>;
  readonly barred?: readonly { readonly personId: string; readonly why: string }[];
  readonly events: readonly TakenEvent[];
};

/** A case that has been walked through its timeline: states before each event, clocks as they stand, when it came into its state. */
export type Walked = { readonly from: readonly string[]; readonly clocks: Clocks; readonly since: Date; readonly reopened: number };

/**
 * Walks a case through its timeline by the process's own steps.
 * @param dues deadlines of clocks that begin at an instant; for cases that wait for nobody any more there are none
 * @throws Error (our bug, or a register that was not checked) when a state or step is unknown, a step was not possible where it was taken,
 *   the end is not the state that was told, or time runs backwards
 */
export function walk(p: Process, c: TakenCase, now: Date, dues: (from: Date, clocks: readonly Clock[]) => Dues): Walked {
  const fail = (why: string): never => { throw new Error(`taking over ${p.name} ${c.number ?? c.id ?? c.title}: ${why}`); };
  const from: string[] = [];
  let state: string = p.start;
  let since = c.openedAt;
  let last = c.openedAt;
  let reopened = 0;
  let clocks = startClocks(dues(c.openedAt, CLOCKS));
  for (const e of c.events) {
    const step = p.steps[e.step] ?? fail(`there is no step ${e.step}`);
    if (!step.from.includes(state)) fail(`${e.step} is not possible in ${state}`);
    const to = step.to === 'same' ? state : step.to;
    if (e.toState !== to) fail(`${e.step} leads to ${to}, not to ${e.toState}`);
    if (e.at < last) fail(`${e.step} happened before what it follows`);
    from.push(state);
    if (step.starts?.includes('answer') && clocks.answeredAt !== null) reopened++;
    clocks = turnClocks(clocks, step, e.at, dues(e.at, step.starts ?? []));
    if (to !== state) since = e.at;
    state = to;
    last = e.at;
  }
  if (!(c.state in p.states)) fail(`there is no state ${c.state}`);
  if (state !== c.state) fail(`its timeline ends in ${state}, not in ${c.state}`);
  if (last > now || (c.changedAt ?? last) > now || (c.changedAt ?? last) < last) fail('it lies in the future, or was changed before its last event');
  return { from, clocks, since, reopened };
}

/** The year and the place in it of a number in the house's own form (`2025-00318`); null for all others. */
export function ownNumber(number: string): { year: number; place: number } | null {
  const [, year, place] = /^(\d{4})-(\d{5,9})$/.exec(number) ?? [];
  return year === undefined || place === undefined ? null : { year: Number(year), place: Number(place) };
}
