import { meetsMajority } from '#shared/thresholds';
import type { Counts } from './basis.rules.ts';
import type { CountRule } from './count-rule.rules.ts';
import type { ContentOf, PaperOf } from './paper.rules.ts';

/** How somebody came out of a round. `id` is null for a name written in. `place` 1 is first, equal votes share a place. */
export type Standing = {
  readonly id: string | null;
  readonly name: string;
  readonly group?: string;
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
  readonly place: number;
  /** has the majority; elected only within the seats */
  readonly qualified: boolean;
  readonly elected: boolean;
};

/** The round that must follow: among whom, for how many seats. */
export type NextRound = { readonly why: 'tie' | 'tooFew'; readonly seats: number; readonly among: readonly Pick<Standing, 'id' | 'name' | 'group'>[] };

export type Elected = {
  readonly seats: number;
  /** more candidates than seats (差额) or as many (等额) */
  readonly surplus: boolean;
  /** by votes, then as on the paper, then names written in */
  readonly standings: readonly Standing[];
  readonly elected: number;
  readonly next: NextRound | null;
};

type Votes = { readonly id: string | null; readonly name: string; readonly group?: string; readonly for: number; readonly against: number };

const placed = (sorted: readonly Votes[]): number[] => {
  let place = 0;
  return sorted.map((v, i) => {
    if (i === 0 || v.for < (sorted[i - 1] as Votes).for) place = i + 1;
    return place;
  });
};

/** The first `most` by votes, with all who have as many as the last of them. */
function firstByVotes<T extends { readonly for: number }>(sorted: readonly T[], most: number): T[] {
  const last = sorted[most - 1];
  return last === undefined ? [...sorted] : sorted.filter((v) => v.for >= last.for);
}

const bare = (s: Standing): NextRound['among'][number] => ({ id: s.id, name: s.name, ...(s.group === undefined ? {} : { group: s.group }) });

/**
 * Who is elected: those with the majority, by votes when they are more than the seats; a tie at the last seat goes to a vote among the
 * tied, too few to another among those not elected, or the seats stay empty where the rule says so and somebody is elected
 * (工会基层组织选举工作条例; rules.md §5).
 */
export function elect(sorted: readonly Votes[], paper: PaperOf<'election'>, counts: Counts, rule: CountRule, stands: boolean): Elected {
  const places = placed(sorted);
  const qualified = sorted.map((v) => stands && v.for > 0 && meetsMajority(v.for, counts, rule.majority));
  const winners = sorted.filter((_, i) => qualified[i]);
  const at = winners[paper.seats - 1]?.for ?? -1;
  const tied = winners.filter((v) => v.for === at);
  const above = winners.filter((v) => v.for > at);
  const isTie = above.length + tied.length > paper.seats;
  const elected = new Set(isTie ? above : [...above, ...tied]);
  const standings = sorted.map((v, i): Standing => ({
    ...v, abstain: v.id === null ? 0 : counts.validBallots - v.for - v.against, place: places[i] as number, qualified: qualified[i] as boolean, elected: elected.has(v),
  }));
  const open = paper.seats - elected.size;
  const left = standings.filter((s) => !s.elected);
  const made = (next: NextRound | null): Elected => ({ seats: paper.seats, surplus: paper.candidates.length > paper.seats, standings, elected: elected.size, next });
  if (!stands || open === 0) return made(null);
  if (isTie) return made({ why: 'tie', seats: open, among: left.filter((s) => s.qualified && s.for === at).map(bare) });
  if (rule.tooFew === 'fewerSeats' && elected.size > 0) return made(null);
  return made({ why: 'tooFew', seats: open, among: firstByVotes(left, open + rule.runOffSurplus).map(bare) });
}

/** Adds up the valid papers of an election. */
export function electionCounter(paper: PaperOf<'election'>) {
  const zero = (): Map<string, number> => new Map(paper.candidates.map((c) => [c.id, 0]));
  const [forThem, against, written] = [zero(), zero(), new Map<string, number>()];
  const more = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);
  return {
    add(c: ContentOf<'election'>): void {
      for (const id of c.for) more(forThem, id);
      for (const id of c.against) more(against, id);
      for (const name of c.writeIns) more(written, name);
    },
    /** By votes, then as on the paper, then by name. */
    votes(): Votes[] {
      const listed = paper.candidates.map((c): Votes => ({ id: c.id, name: c.name, ...(c.group === undefined ? {} : { group: c.group }), for: forThem.get(c.id) ?? 0, against: against.get(c.id) ?? 0 }));
      const others = [...written].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, n]): Votes => ({ id: null, name, for: n, against: 0 }));
      return [...listed, ...others].sort((a, b) => b.for - a.for);
    },
  };
}

/**
 * The paper of the round that must follow; null when none must, or when nobody is left to stand and nobody may be written in.
 * Somebody written in before becomes a candidate with an id of the form `written-3`.
 */
export function nextPaper(paper: PaperOf<'election'>, outcome: Pick<Elected, 'next'>): PaperOf<'election'> | null {
  if (outcome.next === null || (outcome.next.among.length === 0 && !paper.writeIns)) return null;
  const taken = new Set(paper.candidates.map((c) => c.id));
  let n = 0;
  const fresh = (): string => {
    do n += 1;
    while (taken.has(`written-${n}`));
    return `written-${n}`;
  };
  const candidates = outcome.next.among.map((s) => ({ id: s.id ?? fresh(), name: s.name, ...(s.group === undefined ? {} : { group: s.group }) }));
  return { ...paper, seats: outcome.next.seats, candidates, writeIns: paper.writeIns && outcome.next.why === 'tooFew' };
}

/** Several rounds as one election: who was elected in which round, how many seats are open, what must follow. */
export function joinRounds(rounds: readonly Elected[]): { elected: (Standing & { round: number })[]; open: number; next: NextRound | null } {
  const elected = rounds.flatMap((r, i) => r.standings.filter((s) => s.elected).map((s) => ({ ...s, round: i + 1 })));
  return { elected, open: (rounds[0]?.seats ?? 0) - elected.length, next: rounds.at(-1)?.next ?? null };
}
