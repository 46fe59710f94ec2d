import { appraisalCounter, type Appraisal } from './appraise.rules.ts';
import { compare, compareIssued, compareMajority, type Counts, type Line, quorum } from './basis.rules.ts';
import type { CountRule } from './count-rule.rules.ts';
import { countWords as words } from './count.words.ts';
import { type Elected, elect, electionCounter } from './elect.rules.ts';
import { type Content, type ContentOf, type InvalidReason, type Paper, paperReader, type PaperOf, type ReadPaper, type Said } from './paper.rules.ts';

/** What the count cannot know from papers: entitled (应到), present (实到), issued (发出). */
export type Figures = { readonly entitled: number; readonly present: number; readonly issued: number };

type MotionOutcome = { readonly kind: 'motion'; readonly for: number; readonly against: number; readonly abstain: number; readonly passed: boolean };
type PollOutcome = { readonly kind: 'poll'; readonly options: readonly { readonly id: string; readonly text: string; readonly votes: number }[]; readonly blank: number };
export type ElectionOutcome = { readonly kind: 'election' } & Elected;
export type AppraisalOutcome = { readonly kind: 'appraisal' } & Appraisal;
type ByKind = MotionOutcome | ElectionOutcome | AppraisalOutcome | PollOutcome | { readonly kind: 'questions' };

/** A result with all it rests on, as JSON: kept with the ballot when it is declared. */
export type Outcome = ByKind & {
  readonly counts: Counts;
  readonly invalid: number;
  readonly invalidBy: Readonly<Record<InvalidReason, number>>;
  /** issued and not returned; below 0 never: then the vote is void */
  readonly missing: number;
  /** why the vote does not stand; null when it does */
  readonly fails: Said | null;
  /** more returned than issued: everything must be repeated */
  readonly void: boolean;
  /** the comparisons in the order in which they decide */
  readonly lines: readonly Line[];
  readonly rule: CountRule;
};

/** A count that takes papers one by one and keeps sums only. */
export type Count = {
  /** Takes a paper as it was handed in. One that nobody can read counts as returned and spoiled; `of` is the class of the rater. */
  add(given: unknown, of?: string): ReadPaper;
  result(figures: Figures): Outcome;
};

type Counter = { add(content: Content, of?: string): void; result(counts: Counts, stands: boolean): ByKind; readonly votes?: () => number };

function motionCounter(rule: CountRule): Counter {
  const sums = { for: 0, against: 0, abstain: 0 };
  return {
    add(c) {
      sums[(c as ContentOf<'motion'>).choice] += 1;
    },
    votes: () => sums.for,
    result: (counts, stands) => ({ kind: 'motion', ...sums, passed: stands && compareMajority('majority', sums.for, counts, rule.majority).holds }),
  };
}

function pollCounter(paper: PaperOf<'poll'>): Counter {
  const votes = new Map(paper.options.map((o) => [o.id, 0]));
  let blank = 0;
  return {
    add(c) {
      const { picks } = c as ContentOf<'poll'>;
      if (picks.length === 0) blank += 1;
      for (const id of picks) votes.set(id, (votes.get(id) ?? 0) + 1);
    },
    result: () => ({ kind: 'poll', options: paper.options.map((o) => ({ id: o.id, text: o.text, votes: votes.get(o.id) ?? 0 })), blank }),
  };
}

function counterOf(paper: Paper, rule: CountRule): Counter {
  switch (paper.kind) {
    case 'motion':
      return motionCounter(rule);
    case 'poll':
      return pollCounter(paper);
    case 'questions':
      return { add: () => undefined, result: () => ({ kind: 'questions' }) };
    case 'election': {
      const votes = electionCounter(paper);
      return { add: (c) => votes.add(c as ContentOf<'election'>), result: (counts, stands) => ({ kind: 'election', ...elect(votes.votes(), paper, counts, rule, stands) }) };
    }
    case 'appraisal': {
      const marks = appraisalCounter(paper, rule);
      return { add: (c, of) => marks.add(c as ContentOf<'appraisal'>, of), result: (counts) => ({ kind: 'appraisal', ...marks.result(counts) }) };
    }
  }
}

/** What must hold for the vote to stand, in the order in which it is asked. */
function conditions(counts: Counts, rule: CountRule): { line: Line; fails: Said }[] {
  const all = { name: 'entitled', n: counts.entitled } as const;
  const fails = (word: Said['word'], slots: Said['slots'] = {}): Said => ({ word, slots });
  return [
    { line: compareIssued(counts.ballotsReturned, counts.ballotsIssued), fails: fails(words.voidReturned, { returned: counts.ballotsReturned, issued: counts.ballotsIssued }) },
    ...(rule.quorum ? [{ line: quorum(counts.present, counts.entitled, rule.quorum), fails: fails(words.noQuorum) }] : []),
    ...(rule.turnout ? [{ line: compare('turnout', counts.ballotsReturned, all, rule.turnout), fails: fails(words.lowTurnout) }] : []),
    ...(rule.validity ? [{ line: compare('validity', counts.validBallots, all, rule.validity), fails: fails(words.fewValid) }] : []),
  ];
}

function checkFigures(f: Figures): void {
  for (const [name, n] of Object.entries(f)) if (!Number.isSafeInteger(n) || n < 0) throw new Error(`ballot: ${name} is not a number of people: ${n}`);
}

/** Opens a count: `add` each paper, then `result`. Sums only, so a million papers take no more room than one. */
export function openCount(paper: Paper, rule: CountRule): Count {
  const read = paperReader(paper);
  const counter = counterOf(paper, rule);
  const invalidBy: Record<InvalidReason, number> = { spoiled: 0, moreThanSeats: 0, forAndAgainst: 0, moreThanAllowed: 0 };
  let [returned, valid] = [0, 0];
  return {
    add(given, of) {
      const seen = read(given);
      returned += 1;
      if (!seen.ok) invalidBy.spoiled += 1;
      else if (!seen.valid) invalidBy[seen.reason] += 1;
      else {
        valid += 1;
        counter.add(seen.content, of);
      }
      return seen;
    },
    result(figures) {
      checkFigures(figures);
      const counts: Counts = { entitled: figures.entitled, present: figures.present, ballotsIssued: figures.issued, ballotsReturned: returned, validBallots: valid };
      const asked = conditions(counts, rule);
      const failed = asked.find((c) => !c.line.holds);
      const decided = counter.votes && failed === undefined ? [compareMajority('majority', counter.votes(), counts, rule.majority)] : [];
      return {
        ...counter.result(counts, failed === undefined), counts, invalid: returned - valid, invalidBy: { ...invalidBy },
        missing: Math.max(0, figures.issued - returned), fails: failed?.fails ?? null, void: failed?.line.about === 'issued', lines: [...asked.map((c) => c.line), ...decided], rule,
      };
    },
  };
}

/** How many votes somebody needs to be elected, and whether these are enough, written out. */
export const electedLine = (votes: number, outcome: Pick<Outcome, 'counts' | 'rule'>): Line => compareMajority('elected', votes, outcome.counts, outcome.rule.majority);
