import { meets } from '#shared/thresholds';
import type { Counts } from './basis.rules.ts';
import type { CountRule } from './count-rule.rules.ts';
import { type Fraction, fraction, scaled, sum, times, type WrittenFraction, written } from './fractions.rules.ts';
import type { ContentOf, PaperOf } from './paper.rules.ts';

/** One grade of one person. `rate` is exact, `rateOf10000` rounded half up (3333 = 33.33%). */
export type GradeRate = { readonly id: string; readonly votes: number; readonly rate: WrittenFraction; readonly rateOf10000: number };

/** `byClass` holds small groups too: never shown but through `suppress`. */
export type Appraised = {
  readonly id: string;
  readonly name: string;
  readonly marked: number;
  readonly unmarked: number;
  /** enough of the entitled marked this person */
  readonly valid: boolean;
  readonly grades: readonly GradeRate[];
  /** 0–100, null when nobody marked this person */
  readonly score: WrittenFraction | null;
  readonly scoreOf10000: number | null;
  readonly byClass: readonly { readonly id: string; readonly marked: number; readonly votes: readonly number[] }[];
  readonly consequences: readonly { readonly id: string; readonly holds: boolean }[];
};

export type Appraisal = { readonly persons: readonly Appraised[]; readonly classes: readonly { readonly id: string; readonly papers: number }[] };

type Cells = { readonly weight: number; readonly votes: readonly number[]; readonly marked: number };

/** Σ w·votes/marked over the classes that marked, divided by Σ w of those classes (rules.md §7.5). */
function rateOf(classes: readonly Cells[], grade: number): Fraction {
  const voted = classes.filter((c) => c.marked > 0);
  const weights = voted.reduce((w, c) => w + c.weight, 0);
  return weights === 0 ? fraction(0, 1) : sum(voted.map((c) => fraction(c.weight * (c.votes[grade] as number), c.marked * weights)));
}

const total = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

/** Adds up the valid papers of an appraisal, class by class. */
export function appraisalCounter(paper: PaperOf<'appraisal'>, rule: CountRule) {
  const classes = rule.classes.length > 0 ? rule.classes : [{ id: '', weight: 1 }];
  const [persons, grades] = [new Map(paper.persons.map((p, i) => [p.id, i])), new Map(paper.grades.map((g, i) => [g.id, i]))];
  const width = paper.grades.length;
  const cells = new Map(classes.map((c) => [c.id, { papers: 0, votes: new Float64Array(paper.persons.length * width) }]));
  const columnsOf = (person: number): (Cells & { id: string })[] => classes.map((c) => {
    const votes = [...(cells.get(c.id)?.votes ?? []).slice(person * width, (person + 1) * width)];
    return { id: c.id, weight: c.weight, votes, marked: total(votes) };
  });
  const appraised = (p: PaperOf<'appraisal'>['persons'][number], at: number, counts: Counts): Appraised => {
    const byClass = columnsOf(at);
    const marked = total(byClass.map((c) => c.marked));
    const rates = paper.grades.map((_, g) => rateOf(byClass, g));
    const score = sum(paper.grades.map((g, i) => times(rates[i] as Fraction, g.value)));
    const share = (ids: readonly string[]): Fraction => sum(ids.map((id) => rates[grades.get(id) ?? -1] ?? fraction(0, 1)));
    return {
      id: p.id, name: p.name, marked, unmarked: counts.validBallots - marked, valid: rule.validity === undefined || meets(marked, counts.entitled, rule.validity),
      grades: paper.grades.map((g, i) => ({
        id: g.id, votes: total(byClass.map((c) => c.votes[i] as number)), rate: written(rates[i] as Fraction), rateOf10000: scaled(rates[i] as Fraction, 10_000),
      })),
      score: marked === 0 ? null : written(score), scoreOf10000: marked === 0 ? null : scaled(score, 100),
      byClass: byClass.map(({ id, marked: n, votes }) => ({ id, marked: n, votes })),
      consequences: rule.consequences.map((c) => {
        const reached = share([...new Set(c.grades)]);
        return { id: c.id, holds: marked > 0 && meets(reached.num, reached.den, c.share) };
      }),
    };
  };
  return {
    add(c: ContentOf<'appraisal'>, of = ''): void {
      const column = cells.get(rule.classes.length > 0 ? of : '');
      if (column === undefined) throw new Error(`ballot: there is no class ${of}`);
      column.papers += 1;
      for (const m of c.marks) {
        const at = (persons.get(m.person) as number) * width + (grades.get(m.grade) as number);
        column.votes[at] = (column.votes[at] as number) + 1;
      }
    },
    result: (counts: Counts): Appraisal => ({
      persons: paper.persons.map((p, i) => appraised(p, i, counts)), classes: [...cells].map(([id, c]) => ({ id, papers: c.papers })),
    }),
  };
}

/** Classes in which so few may vote that a result would tell how they did: to be joined with another before the vote is announced. */
export const tooSmallClasses = (sizes: ReadonlyMap<string, number>, floor: number): string[] =>
  [...sizes].filter(([, n]) => n > 0 && n < floor).map(([id]) => id);
