import { addDays, type LegalDate } from '#shared/dates';

/** What a club is about; lists and figures tell them apart. */
export const CATEGORIES = ['ball', 'outdoor', 'fitness', 'arts', 'music', 'board', 'reading', 'craft', 'volunteer', 'other'] as const;
export const ROLES = ['leader', 'deputy', 'treasurer'] as const;
export type Role = (typeof ROLES)[number];
/** Accounts of the union accounting system that pay for clubs: culture and sports, member activities, other activities (rules.md §12.2). */
export const ACCOUNTS = ['50102', '50105', '50106'] as const;
export const STATES = ['gathering', 'submitted', 'returned', 'active', 'suspended', 'declined', 'withdrawn', 'dissolved'] as const;

/** Places of an offer when a club takes everybody. */
export const NO_LIMIT = 100_000;
/** Days after a gathering in which who came may be entered or changed, and it may be rated. */
export const OPEN_DAYS = 60;

/** What a club did in a year. `stars`: sum of all ratings; `spentFen`: what it cost. */
export type Figures = { readonly members: number; readonly gatherings: number; readonly attendances: number; readonly stars: number; readonly ratings: number; readonly spentFen: number; readonly report: 'onTime' | 'late' | 'none' };
/** Full marks and weights of the appraisal, from the rulebook; amounts in fen. */
export type Scale = {
  readonly fullMembers: number; readonly fullGatherings: number; readonly goodFen: number; readonly poorFen: number;
  readonly weights: { readonly members: number; readonly gatherings: number; readonly attendance: number; readonly ratings: number; readonly cost: number; readonly report: number };
};
export const PARTS = ['members', 'gatherings', 'attendance', 'ratings', 'cost', 'report'] as const;
export type Part = (typeof PARTS)[number];
/** One figure of the appraisal: what was reached (`num`) of what would be full (`den`, 0: nothing to measure), and its marks in hundredths. */
export type Mark = { readonly part: Part; readonly num: number; readonly den: number; readonly weight: number; readonly marks: number };

const HUNDRED = 100;
const clamp = (n: number, least: number, most: number): number => Math.max(least, Math.min(most, n));
/** Weight × reached ÷ full in hundredths, rounded half up; nothing to measure gives nothing. */
const marksOf = (weight: number, num: number, den: number): number => (den <= 0 ? 0 : Math.floor((2 * weight * HUNDRED * clamp(num, 0, den) + den) / (2 * den)));

const REPORT = { onTime: 2, late: 1, none: 0 } as const;

/** Reached and full of each figure. A rating counts from one star (nothing) to five (full); cost falls from `goodFen` (full) to `poorFen` (nothing) an attendance. */
function sharesOf(f: Figures, s: Scale): Readonly<Record<Part, readonly [num: number, den: number]>> {
  const span = Math.max(1, s.poorFen - s.goodFen) * f.attendances;
  return {
    members: [f.members, s.fullMembers], gatherings: [f.gatherings, s.fullGatherings], attendance: [f.attendances, f.gatherings * f.members], ratings: [f.stars - f.ratings, 4 * f.ratings],
    cost: [clamp(s.poorFen * f.attendances - f.spentFen, 0, span), span], report: [REPORT[f.report], 2],
  };
}

/** Marks of a club for a year and their sum, in hundredths of a mark. */
export function appraise(f: Figures, s: Scale): { readonly marks: readonly Mark[]; readonly score: number } {
  const shares = sharesOf(f, s);
  const marks = PARTS.map((part): Mark => {
    const [num, den] = shares[part];
    return { part, num: clamp(num, 0, Math.max(0, den)), den, weight: s.weights[part], marks: marksOf(s.weights[part], num, den) };
  });
  return { marks, score: marks.reduce((sum, m) => sum + m.marks, 0) };
}

type Ranked = { readonly id: string; readonly score: number; readonly attendances: number };
/** Best first; the same score and attendances share a place, and the next place is left out. */
export function rank<R extends Ranked>(list: readonly R[]): (R & { readonly place: number })[] {
  const order = list.toSorted((a, b) => b.score - a.score || b.attendances - a.attendances || (a.id < b.id ? -1 : 1));
  let place = 0;
  return order.map((one, i) => {
    const before = order[i - 1];
    if (before === undefined || before.score !== one.score || before.attendances !== one.attendances) place = i + 1;
    return { ...one, place };
  });
}

/** The usual grant: for each member so much, and never more than the most. Fen. */
export const usualGrant = (members: number, perMemberFen: number, mostFen: number): number => Math.min(members * perMemberFen, mostFen);

/** The last day on which the report of a year is in time. */
export const reportDue = (year: number, withinDays: number): LegalDate => addDays(`${year}-12-31`, withinDays);

/** What is kept of a name so that two clubs of a union cannot share it. */
export const nameKey = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
