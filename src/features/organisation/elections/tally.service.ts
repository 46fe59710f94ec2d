import { compareIssued, type Counts, type countRule, elect, type Line, nextPaper, quorum } from '#engines/ballot';
import type { Ballot, Outcome } from '#engines/ballot';

/** The paper of an election, as the kernel has it. */
export type ElectionPaper = Extract<Ballot['paper'], { kind: 'election' }>;
export type Rule = ReturnType<typeof countRule>;
/** What the tellers counted in the hall; `id` is null for a name written in. */
export type HallVote = { readonly id: string | null; readonly name: string; readonly votes: number };
export type Hall = { readonly present: number; readonly issued: number; readonly returned: number; readonly invalid: number; readonly votes: readonly HallVote[] };
/** What one vote came to, whatever way it was held. */
export type Tally = { readonly counts: Counts; readonly invalid: number; readonly lines: readonly Line[]; readonly stands: boolean; readonly void: boolean; readonly elected: ReturnType<typeof elect>; readonly rule: Rule };

type Sum = { readonly id: string | null; readonly name: string; readonly group?: string; for: number; against: number };

/**
 * Hall and devices together, counted by the kernel: papers returned over those issued void it; then the quorum, then each one's votes against the majority of
 * the entitled, a tie at the last seat, seats that nobody won (工会基层组织选举工作条例; rules.md §5). Of those who vote at their devices whoever handed in a
 * paper is taken as present, which is never more than were.
 */
export function tally(paper: ElectionPaper, entitled: number, rule: Rule, hall: Hall | null, online: Outcome | null): Tally {
  const sums = new Map<string, Sum>(paper.candidates.map((c) => [c.id, { id: c.id, name: c.name, ...(c.group === undefined ? {} : { group: c.group }), for: 0, against: 0 }]));
  const add = (id: string | null, name: string, votes: number, against: number): void => {
    const key = id ?? `written/${name}`;
    const sum = sums.get(key) ?? { id, name, for: 0, against: 0 };
    sums.set(key, { ...sum, for: sum.for + votes, against: sum.against + against });
  };
  if (online?.kind === 'election') for (const s of online.standings) add(s.id, s.name, s.for, s.against);
  for (const v of hall?.votes ?? []) add(v.id, v.name, v.votes, 0);
  const of = online?.counts;
  const counts: Counts = {
    entitled, present: (hall?.present ?? 0) + (of?.ballotsReturned ?? 0), ballotsIssued: (hall?.issued ?? 0) + (of?.ballotsIssued ?? 0), ballotsReturned: (hall?.returned ?? 0) + (of?.ballotsReturned ?? 0),
    validBallots: (hall === null ? 0 : hall.returned - hall.invalid) + (of?.validBallots ?? 0),
  };
  const papers = compareIssued(counts.ballotsReturned, counts.ballotsIssued);
  const came = rule.quorum ? [quorum(counts.present, entitled, rule.quorum)] : [];
  const stands = papers.holds && came.every((l) => l.holds);
  const sorted = [...sums.values()].sort((a, b) => b.for - a.for);
  return { counts, invalid: counts.ballotsReturned - counts.validBallots, lines: [papers, ...came], stands, void: !papers.holds, elected: elect(sorted, paper, counts, rule, stands), rule };
}

/** The word for it: void or without a quorum, a tie, seats left open, or all filled. */
export function outcomeOf(t: Tally): 'elected' | 'short' | 'tie' | 'void' {
  if (!t.stands) return 'void';
  if (t.elected.next === null) return t.elected.elected === t.elected.seats || t.rule.tooFew === 'fewerSeats' ? 'elected' : 'short';
  return t.elected.next.why === 'tie' ? 'tie' : 'short';
}

/** The paper of the next round, null when none follows: among the tied, among the unelected, or the whole again when it was void. */
export const paperAfter = (paper: ElectionPaper, t: Tally): ElectionPaper | null => (t.stands ? nextPaper(paper, t.elected) : paper);
