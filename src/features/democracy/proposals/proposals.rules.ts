import { daysBetween, type LegalDate } from '#shared/dates';

/** What proposals are about. */
export const KINDS = ['production', 'safety', 'pay', 'welfare', 'training', 'management', 'other'] as const;
export type Kind = (typeof KINDS)[number];
export const STATES = ['gathering', 'submitted', 'returned', 'filed', 'working', 'answered', 'disputed', 'reworking', 'answeredAgain', 'rated', 'closed', 'merged', 'suggestion', 'rejected', 'withdrawn', 'lapsed'] as const;
export type State = (typeof STATES)[number];
export const DECISIONS = ['filed', 'merged', 'suggestion', 'rejected'] as const;
export type Decision = (typeof DECISIONS)[number];
export const SATISFACTIONS = ['satisfied', 'mostly', 'not'] as const;
export type Satisfaction = (typeof SATISFACTIONS)[number];
export const OUTCOMES = ['done', 'partly', 'explained'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What every worker reads: proposals that were decided. */
export const OPEN_STATES: readonly State[] = ['filed', 'working', 'answered', 'disputed', 'reworking', 'answeredAgain', 'rated', 'closed', 'merged', 'suggestion', 'rejected'];
/** Those that may be compared while one writes: handed in, or decided. */
export const COMPARED_STATES: readonly State[] = ['submitted', 'returned', ...OPEN_STATES];

/** Satisfaction as the engine keeps it. */
export const ratingOf: Readonly<Record<Satisfaction, number>> = { satisfied: 5, mostly: 3, not: 1 };

/** Lengths of what is written, in characters. */
export const MOST = { title: 60, reason: 1000, grounds: 3000, remedy: 3000, text: 1000, answer: 5000, outcome: 2000, word: 300, seconders: 20, helpers: 10, files: 9 } as const;

/** Whether proposals may be moved on a day. */
export function windowOf(c: { readonly opensOn: LegalDate; readonly closesOn: LegalDate }, today: LegalDate): 'coming' | 'open' | 'over' {
  if (today < c.opensOn) return 'coming';
  return today > c.closesOn ? 'over' : 'open';
}

/** What a row of the report says of one proposal. */
export type Counted = {
  readonly state: State; readonly kind: Kind; readonly decision: Decision | null; readonly dueOn: string | null; readonly answeredOn: string | null; readonly dueAgainOn: string | null; readonly answeredAgainOn: string | null;
  readonly satisfaction: Satisfaction | null; readonly satisfactionAgain: Satisfaction | null; readonly outcome: Outcome | null; readonly assignedOn: string | null;
};
/** Figures of a session. Each rate has its own denominator: filed of decided, answered of assigned, in time of answered, satisfied of rated, carried out of filed. Shares in thousandths, null without a denominator. */
export type Figures = {
  readonly submitted: number; readonly decided: number; readonly filed: number; readonly merged: number; readonly suggestion: number; readonly rejected: number; readonly waiting: number;
  readonly assigned: number; readonly answered: number; readonly inTime: number; readonly rated: number; readonly satisfied: number; readonly mostly: number; readonly not: number; readonly again: number;
  readonly closed: number; readonly done: number; readonly partly: number; readonly explained: number;
  readonly filedShare: number | null; readonly answeredShare: number | null; readonly inTimeShare: number | null; readonly satisfiedShare: number | null; readonly doneShare: number | null;
};

const share = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((part * 1000) / whole));
const NEVER_HANDED_IN: readonly State[] = ['gathering', 'withdrawn', 'lapsed'];

/** The mover's last word on the answer. */
export const lastSatisfaction = (p: Pick<Counted, 'satisfaction' | 'satisfactionAgain'>): Satisfaction | null => p.satisfactionAgain ?? p.satisfaction;

/** Whether the last answer came by its day; null while there is none. */
export function answeredInTime(p: Pick<Counted, 'dueOn' | 'answeredOn' | 'dueAgainOn' | 'answeredAgainOn'>): boolean | null {
  if (p.answeredAgainOn !== null && p.dueAgainOn !== null) return daysBetween(p.answeredAgainOn, p.dueAgainOn) >= 0;
  return p.answeredOn === null || p.dueOn === null ? null : daysBetween(p.answeredOn, p.dueOn) >= 0;
}

/** What became of the proposals of a session. */
export function figuresOf(list: readonly Counted[]): Figures {
  const handedIn = list.filter((p) => !NEVER_HANDED_IN.includes(p.state));
  const n = (test: (p: Counted) => boolean): number => handedIn.filter(test).length;
  const decided = n((p) => p.decision !== null);
  const [filed, assigned, answered] = [n((p) => p.decision === 'filed'), n((p) => p.assignedOn !== null), n((p) => p.answeredOn !== null)];
  const inTime = n((p) => answeredInTime(p) === true);
  const rated = n((p) => lastSatisfaction(p) !== null);
  const [satisfied, mostly, not] = SATISFACTIONS.map((s) => n((p) => lastSatisfaction(p) === s)) as [number, number, number];
  const [done, partly, explained] = OUTCOMES.map((o) => n((p) => p.outcome === o)) as [number, number, number];
  return {
    submitted: handedIn.length, decided, filed, merged: n((p) => p.decision === 'merged'), suggestion: n((p) => p.decision === 'suggestion'), rejected: n((p) => p.decision === 'rejected'), waiting: handedIn.length - decided,
    assigned, answered, inTime, rated, satisfied, mostly, not, again: n((p) => p.satisfaction === 'not'), closed: done + partly + explained, done, partly, explained,
    filedShare: share(filed, decided), answeredShare: share(answered, assigned), inTimeShare: share(inTime, answered), satisfiedShare: share(satisfied + mostly, rated), doneShare: share(done, filed),
  };
}
