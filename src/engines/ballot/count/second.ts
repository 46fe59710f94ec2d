import type { CountRule } from './count-rule.rules.ts';
import type { Figures, Outcome } from './count.rules.ts';
import type { InvalidReason, Paper, PaperOf } from './paper.rules.ts';
import { type SecondRead, secondRead } from './second-read.ts';

/**
 * The whole count a second time, slowly and from the papers as they lie on the board: for the outsider's verifier. Shares types with the
 * count and nothing else. Runs anywhere JavaScript does.
 */
export type HandedIn = { readonly given: unknown; readonly of?: string };

type Share = NonNullable<CountRule['quorum']>;
type Good = Extract<SecondRead, { bad: null }>;
type Seat = { readonly id: string | null; readonly name: string; readonly for: number; readonly against: number; readonly elected: boolean };

/** What can be compared with an {@link Outcome}. */
export type Recount = {
  readonly returned: number;
  readonly valid: number;
  readonly invalidBy: Readonly<Record<InvalidReason, number>>;
  readonly stands: boolean;
  readonly void: boolean;
  readonly motion?: { readonly for: number; readonly against: number; readonly abstain: number; readonly passed: boolean };
  readonly election?: { readonly seats: readonly Seat[]; readonly next: { readonly why: string; readonly seats: number; readonly among: readonly string[] } | null };
  readonly appraisal?: readonly { readonly id: string; readonly marked: number; readonly rates: readonly string[]; readonly score: string | null; readonly consequences: readonly string[] }[];
  readonly poll?: readonly number[];
};

/** By dividing, where the count multiplies: whole part and whether it comes out even. */
function reaches(count: bigint, base: bigint, t: Share): boolean {
  if (base === 0n && (t.op === 'GE' || t.op === 'GT')) return false;
  const need = BigInt(t.num) * base;
  const den = BigInt(t.den);
  const whole = need / den;
  const even = whole * den === need;
  if (t.op === 'GE') return count > whole || (even && count === whole);
  if (t.op === 'GT') return count > whole;
  if (t.op === 'LE') return count <= whole;
  return count < whole || (!even && count === whole);
}
const enough = (count: number, base: number, t: Share): boolean => reaches(BigInt(count), BigInt(base), t);

function baseOf(figures: Figures, returned: number, valid: number, name: CountRule['majority']['base']): number {
  if (name === 'entitled') return figures.entitled;
  if (name === 'present') return figures.present;
  if (name === 'ballotsIssued') return figures.issued;
  return name === 'ballotsReturned' ? returned : valid;
}

function countSeats(paper: PaperOf<'election'>, papers: readonly Good[]): Omit<Seat, 'elected'>[] {
  const names = [...new Set(papers.flatMap((p) => p.names))].sort();
  const all = [
    ...paper.candidates.map((c) => ({ id: c.id, name: c.name, for: papers.filter((p) => p.yes.includes(c.id)).length, against: papers.filter((p) => p.no.includes(c.id)).length })),
    ...names.map((name) => ({ id: null, name, for: papers.filter((p) => p.names.includes(name)).length, against: 0 })),
  ];
  return all.map((s, i) => ({ s, i })).sort((a, b) => b.s.for - a.s.for || a.i - b.i).map((x) => x.s);
}

/** Seat by seat: whoever has the majority and fewer than `seats` others before or beside them is in. */
function election(paper: PaperOf<'election'>, papers: readonly Good[], rule: CountRule, stands: boolean, base: number): NonNullable<Recount['election']> {
  const wins = (n: number): boolean => stands && n > 0 && enough(n, base, rule.majority);
  const sorted = countSeats(paper, papers);
  const notBehind = (s: Omit<Seat, 'elected'>): number => sorted.filter((o) => wins(o.for) && o.for >= s.for).length;
  const seats = sorted.map((s) => ({ ...s, elected: wins(s.for) && notBehind(s) <= paper.seats }));
  const open = paper.seats - seats.filter((s) => s.elected).length;
  const called = (s: Seat): string => s.id ?? s.name;
  const left = seats.filter((s) => !s.elected);
  const tied = left.filter((s) => wins(s.for) && sorted.filter((o) => o.for > s.for).length < paper.seats);
  if (!stands || open === 0) return { seats, next: null };
  if (tied.length > 0) return { seats, next: { why: 'tie', seats: open, among: tied.map(called) } };
  if (rule.tooFew === 'fewerSeats' && open < paper.seats) return { seats, next: null };
  const room = open + rule.runOffSurplus;
  return { seats, next: { why: 'tooFew', seats: open, among: left.filter((s) => left.filter((o) => o.for > s.for).length < room).map(called) } };
}

const lowest = (num: bigint, den: bigint): string => {
  let [a, b] = [num, den];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? '0/1' : `${num / a}/${den / a}`;
};

/** Everything over one common denominator: the product of what each class marked, times the weights that count. */
function appraisal(paper: PaperOf<'appraisal'>, papers: readonly (Good & { of: string })[], rule: CountRule): NonNullable<Recount['appraisal']> {
  const classes = rule.classes.length === 0 ? [{ id: '', weight: 1 }] : rule.classes;
  return paper.persons.map((person) => {
    const marks = papers.flatMap((p) => (p.marks.has(person.id) ? [{ of: rule.classes.length === 0 ? '' : p.of, grade: p.marks.get(person.id) }] : []));
    const voting = classes.map((c) => ({ ...c, marks: marks.filter((m) => m.of === c.id) })).filter((c) => c.marks.length > 0);
    const den = voting.reduce((d, c) => d * BigInt(c.marks.length), 1n) * voting.reduce((w, c) => w + BigInt(c.weight), 0n);
    const num = (grade: string): bigint => voting.reduce((n, c) => {
      const others = voting.filter((o) => o !== c).reduce((d, o) => d * BigInt(o.marks.length), 1n);
      return n + BigInt(c.weight) * BigInt(c.marks.filter((m) => m.grade === grade).length) * others;
    }, 0n);
    const none = marks.length === 0;
    const over = none ? 1n : den;
    return {
      id: person.id, marked: marks.length, rates: paper.grades.map((g) => lowest(num(g.id), over)),
      score: none ? null : lowest(paper.grades.reduce((s, g) => s + num(g.id) * BigInt(g.value), 0n), over),
      consequences: rule.consequences.filter((c) => !none && reaches(paper.grades.filter((g) => c.grades.includes(g.id)).reduce((s, g) => s + num(g.id), 0n), over, c.share)).map((c) => c.id),
    };
  });
}

/** Counts all papers anew. */
export function recount(paper: Paper, rule: CountRule, figures: Figures, handedIn: readonly HandedIn[]): Recount {
  const read = handedIn.map((h) => ({ ...secondRead(paper, h.given), of: h.of ?? '' }));
  const papers = read.filter((r): r is Good & { of: string } => r.bad === null);
  const because = (reason: InvalidReason): number => read.filter((r) => r.bad === reason).length;
  const [returned, valid] = [read.length, papers.length];
  const tooMany = returned > figures.issued;
  const reached = (n: number, t: Share | undefined): boolean => t === undefined || enough(n, figures.entitled, t);
  const stands = !tooMany && reached(figures.present, rule.quorum) && reached(returned, rule.turnout) && reached(valid, rule.validity);
  const base = baseOf(figures, returned, valid, rule.majority.base);
  const said = (choice: string): number => papers.filter((p) => p.yes[0] === choice).length;
  const head = {
    returned, valid, stands, void: tooMany,
    invalidBy: { spoiled: because('spoiled'), moreThanSeats: because('moreThanSeats'), forAndAgainst: because('forAndAgainst'), moreThanAllowed: because('moreThanAllowed') },
  };
  if (paper.kind === 'motion') return { ...head, motion: { for: said('for'), against: said('against'), abstain: said('abstain'), passed: stands && enough(said('for'), base, rule.majority) } };
  if (paper.kind === 'election') return { ...head, election: election(paper, papers, rule, stands, base) };
  if (paper.kind === 'appraisal') return { ...head, appraisal: appraisal(paper, papers, rule) };
  if (paper.kind === 'poll') return { ...head, poll: paper.options.map((o) => papers.filter((p) => p.yes.includes(o.id)).length) };
  return head;
}

/** An outcome as a recount would put it, to lay the two side by side. */
export function asRecount(o: Outcome): Recount {
  const rate = (f: { readonly num: string; readonly den: string }): string => `${f.num}/${f.den}`;
  const head = { returned: o.counts.ballotsReturned, valid: o.counts.validBallots, stands: o.fails === null, void: o.void, invalidBy: o.invalidBy };
  if (o.kind === 'motion') return { ...head, motion: { for: o.for, against: o.against, abstain: o.abstain, passed: o.passed } };
  if (o.kind === 'poll') return { ...head, poll: o.options.map((x) => x.votes) };
  if (o.kind === 'election') {
    return { ...head, election: {
      seats: o.standings.map((s) => ({ id: s.id, name: s.name, for: s.for, against: s.against, elected: s.elected })),
      next: o.next === null ? null : { why: o.next.why, seats: o.next.seats, among: o.next.among.map((s) => s.id ?? s.name) },
    } };
  }
  if (o.kind === 'appraisal') {
    return { ...head, appraisal: o.persons.map((p) => ({
      id: p.id, marked: p.marked, rates: p.grades.map((g) => rate(g.rate)), score: p.score === null ? null : rate(p.score), consequences: p.consequences.filter((c) => c.holds).map((c) => c.id),
    })) };
  }
  return head;
}
