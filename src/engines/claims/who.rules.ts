import { z } from 'zod';
import { type LegalDate, daysBetween, legalDateOf } from '#shared/dates';

/** Who may have a place: conditions that all must hold. Unknown facts (no birth date on file) do not fulfil a condition. */
export const Who = z.object({
  /** members of these unions and of those below; none named: of the union that offers */
  unions: z.array(z.uuid()).max(50).default([]),
  /** member for at least so many days */
  memberDays: z.int().min(0).max(20_000).default(0),
  /** nobody who had a place in the same series within so many days */
  restDays: z.int().min(0).max(3_660).default(0),
  /** nobody who did not come so many times within so many days, in offers of this kind of the same union */
  misses: z.object({ most: z.int().min(1).max(20), days: z.int().min(1).max(3_660) }).nullable().default(null),
  sex: z.enum(['male', 'female']).nullable().default(null),
  /** workers of new forms of employment (riders, drivers …) only */
  newForm: z.boolean().default(false),
  /** workers from the countryside (农民工) only */
  migrant: z.boolean().default(false),
  /** born in this month, 1 to 12 */
  birthMonth: z.int().min(1).max(12).nullable().default(null),
});
export type Who = z.output<typeof Who>;

/** What decides, about one person. `paths`: of the union of the membership, on both lines; empty without an active one. */
export type Facts = {
  readonly personId: string;
  readonly paths: readonly string[];
  readonly memberSince: LegalDate | null;
  readonly sex: 'male' | 'female' | null;
  readonly birthDate: LegalDate | null;
  readonly newForm: boolean;
  readonly migrant: boolean;
  /** the last time a place of the series was theirs */
  readonly lastWonAt: Date | null;
  readonly missed: number;
};

/** Why somebody may not have a place. */
export type Bar = 'notMember' | 'otherUnion' | 'tooNew' | 'resting' | 'missed' | 'otherGroup';

/** What keeps a person from a place, or null. `roots` are the paths of the unions it is for. */
export function barOf(who: Who, roots: readonly string[], f: Facts, now: Date): Bar | null {
  if (f.paths.length === 0) return 'notMember';
  if (!f.paths.some((p) => roots.some((r) => p.startsWith(r)))) return 'otherUnion';
  const today = legalDateOf(now);
  if (who.memberDays > 0 && (f.memberSince === null || daysBetween(f.memberSince, today) < who.memberDays)) return 'tooNew';
  if (who.restDays > 0 && f.lastWonAt !== null && daysBetween(legalDateOf(f.lastWonAt), today) < who.restDays) return 'resting';
  if (who.misses !== null && f.missed >= who.misses.most) return 'missed';
  const group = (who.sex === null || f.sex === who.sex) && (!who.newForm || f.newForm) && (!who.migrant || f.migrant)
    && (who.birthMonth === null || (f.birthDate !== null && Number(f.birthDate.slice(5, 7)) === who.birthMonth));
  return group ? null : 'otherGroup';
}
