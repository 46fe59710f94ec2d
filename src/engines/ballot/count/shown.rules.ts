import type { Appraisal, Appraised } from './appraise.rules.ts';
import { suppress } from './suppress.rules.ts';

/** One person's appraisal as it may be shown. `exact` is false where a class was hidden: then rates and score are whole percents and votes are left out. */
export type ShownAppraised = Pick<Appraised, 'id' | 'name' | 'marked' | 'valid' | 'consequences'> & {
  readonly exact: boolean;
  readonly grades: readonly { readonly id: string; readonly votes: number | null; readonly rateOf10000: number }[];
  readonly scoreOf10000: number | null;
  readonly byClass: readonly { readonly id: string; readonly marked: number; readonly votes: readonly number[] }[];
};

const whole = (of10000: number): number => Math.round(of10000 / 100) * 100;

/**
 * An appraisal without the classes of which so few marked a person that it would tell how they did (rules.md §7.5: fewer than five), nor
 * another that could be subtracted. Where a class is hidden the exact rates go too: with the sum of votes they would be a second equation.
 * Nothing but the number is shown of a person whom fewer than `k` marked.
 */
export function shownAppraisal(appraisal: Appraisal, k = 5): ShownAppraised[] {
  return appraisal.persons.map((p) => {
    const hidden = suppress(p.byClass.map((c) => ({ id: c.id, count: c.marked })), k);
    const few = p.marked < k;
    const exact = p.byClass.every((c) => c.marked === 0 || !hidden.has(c.id));
    return {
      id: p.id, name: p.name, marked: p.marked, valid: p.valid, exact, consequences: few ? [] : p.consequences,
      grades: few ? [] : p.grades.map((g) => ({ id: g.id, votes: exact ? g.votes : null, rateOf10000: exact ? g.rateOf10000 : whole(g.rateOf10000) })),
      scoreOf10000: few || p.scoreOf10000 === null ? null : exact ? p.scoreOf10000 : whole(p.scoreOf10000),
      byClass: p.byClass.filter((c) => !hidden.has(c.id)),
    };
  });
}
