import { addDays, addMonths, daysBetween, type LegalDate, monthEnd, monthStart, partsOf } from '#shared/dates';

/** What is counted of a scope over a period. `staff`: members on its last day; `participants`: distinct people; the rest suggestions; money in fen. */
export type Counts = {
  readonly staff: number; readonly participants: number; readonly valid: number; readonly adopted: number; readonly started: number; readonly completed: number;
  readonly standardised: number; readonly benefited: number; readonly benefitFen: number; readonly rewardFen: number;
};
export const NOTHING: Counts = { staff: 0, participants: 0, valid: 0, adopted: 0, started: 0, completed: 0, standardised: 0, benefited: 0, benefitFen: 0, rewardFen: 0 };

/** The five indicators of source file 002, in its order. */
export const INDICATORS = ['participation', 'submission', 'adoption', 'implementation', 'completion'] as const;
export type Indicator = (typeof INDICATORS)[number];
/** What can be opened as a list: people or suggestions behind a number. */
export const PEOPLE = ['staff', 'participants', 'absent'] as const;
export const MEASURES = ['valid', 'adopted', 'started', 'completed', 'standardised', 'benefited'] as const;
export type Measure = (typeof MEASURES)[number];
export type PeopleMeasure = (typeof PEOPLE)[number];
export const GROUPS = ['manager', 'keyStaff', 'teamLeader', 'party'] as const;
export type Group = (typeof GROUPS)[number];
/** Kinds of suggestions, as part suggestions names them (`suggestion.category`). */
export const KINDS = ['quality', 'process', 'safety', 'environment', 'equipment', 'energy', 'cost', 'management', 'site', 'other'] as const;

/** Numerator and denominator of each rate: every one has its own (source file 002; rules.md §10). */
export const FORMULA: Readonly<Record<Indicator, readonly [part: keyof Counts & (Measure | PeopleMeasure), of: keyof Counts & (Measure | PeopleMeasure)]>> = {
  participation: ['participants', 'staff'], submission: ['valid', 'participants'], adoption: ['adopted', 'valid'], implementation: ['started', 'adopted'], completion: ['completed', 'started'],
};

/** A fraction of whole numbers; never divided before it is shown. */
export type Fraction = { readonly part: number; readonly of: number };
/** The fraction of an indicator. */
export const rateOf = (indicator: Indicator, c: Counts): Fraction => ({ part: c[FORMULA[indicator][0]], of: c[FORMULA[indicator][1]] });

/** Whole per cent, half up, as the source prints them; null where nothing is divided by. */
export const wholePercent = ({ part, of }: Fraction): number | null => (of === 0 ? null : Math.floor((200 * part + of) / (2 * of)));

/** What stands for a rate: `335%`, or a dash where the denominator is zero. */
export function showRate(f: Fraction): string {
  const n = wholePercent(f);
  return n === null ? '—' : `${n}%`;
}

/** The same with two decimals, half up, for who wants it exactly: `335.11%`. */
export function exactRate({ part, of }: Fraction): string {
  if (of === 0) return '—';
  const hundredths = Math.floor((20_000 * part + of) / (2 * of));
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}%`;
}

/** A number for each person with two decimals, half up; a dash where there is nobody. */
export function perHead(amount: number, heads: number): string {
  if (heads === 0) return '—';
  const hundredths = Math.floor((200 * amount + heads) / (2 * heads));
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}

/** Which of two rates is larger, by cross-multiplication; a rate without a denominator is below all. */
export function compareRates(a: Fraction, b: Fraction): number {
  if (a.of === 0 || b.of === 0) return (a.of === 0 ? 0 : 1) - (b.of === 0 ? 0 : 1);
  const [left, right] = [BigInt(a.part) * BigInt(b.of), BigInt(b.part) * BigInt(a.of)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Places by an indicator, best first: equals share a place and the next is skipped; without a denominator no place. */
export function rank<T>(rows: readonly T[], of: (row: T) => Fraction): { row: T; place: number | null }[] {
  const sorted = rows.toSorted((a, b) => compareRates(of(b), of(a)));
  let place = 0;
  return sorted.map((row, i) => {
    const before = sorted[i - 1];
    if (before === undefined || compareRates(of(before), of(row)) !== 0) place = i + 1;
    return { row, place: of(row).of === 0 ? null : place };
  });
}

/** Whether a rate reaches a target in ten-thousandths; null where there is nothing to compare. */
export const reaches = ({ part, of }: Fraction, target: number | undefined): boolean | null => (target === undefined || of === 0 ? null : BigInt(part) * 10_000n >= BigInt(target) * BigInt(of));

/** How many whole percentage points a rate lies above (or, negative, below) a target, with one decimal. */
export const pointsFrom = ({ part, of }: Fraction, target: number): string => {
  const tenths = Math.round((part * 1000) / of) - Math.round(target / 10);
  return `${tenths < 0 ? '−' : '+'}${(Math.abs(tenths) / 10).toFixed(1)}`;
};

/** Which day a suggestion counts by: the day it was handed in (the year's figures of the source), or the day of the event itself. */
export type Basis = 'cohort' | 'event';
export type Period = { readonly from: LegalDate; readonly to: LegalDate };
/** Longest period that is counted. */
export const MONTHS_MOST = 60;

/** Months a period touches, each cut to the period, first to last. */
export function monthsOf({ from, to }: Period): Period[] {
  const months: Period[] = [];
  for (let day = monthStart(from); day <= to && months.length <= MONTHS_MOST; day = addMonths(day, 1)) months.push({ from: day < from ? from : day, to: monthEnd(day) > to ? to : monthEnd(day) });
  return months;
}

/** A calendar year, quarter or month that is the whole of a period; otherwise free dates. */
export function kindOf({ from, to }: Period): 'year' | 'quarter' | 'month' | 'free' {
  if (from !== monthStart(from) || to !== monthEnd(to)) return 'free';
  const [a, b] = [partsOf(from), partsOf(to)];
  if (a.year !== b.year) return 'free';
  if (a.month === b.month) return 'month';
  if (a.month === 1 && b.month === 12) return 'year';
  return a.month % 3 === 1 && b.month === a.month + 2 ? 'quarter' : 'free';
}

/** The period of the same kind before: last year for a year, else the same length just before. */
export function before(p: Period): Period {
  const kind = kindOf(p);
  if (kind === 'free') return { from: addDays(p.from, -daysBetween(p.from, p.to) - 1), to: addDays(p.from, -1) };
  const from = addMonths(p.from, kind === 'year' ? -12 : kind === 'quarter' ? -3 : -1);
  return { from, to: addDays(p.from, -1) };
}

/** Adds counts of parts that do not overlap; people are not added here (the same person may stand in several). */
export const plus = (a: Counts, b: Partial<Counts>): Counts => ({
  staff: a.staff + (b.staff ?? 0), participants: a.participants + (b.participants ?? 0), valid: a.valid + (b.valid ?? 0), adopted: a.adopted + (b.adopted ?? 0), started: a.started + (b.started ?? 0),
  completed: a.completed + (b.completed ?? 0), standardised: a.standardised + (b.standardised ?? 0), benefited: a.benefited + (b.benefited ?? 0), benefitFen: a.benefitFen + (b.benefitFen ?? 0), rewardFen: a.rewardFen + (b.rewardFen ?? 0),
});

/** What differs between two counts: the kept number and today's. */
export const differences = (kept: Counts, today: Counts): { measure: keyof Counts; kept: number; today: number }[] =>
  (Object.keys(NOTHING) as (keyof Counts)[]).flatMap((measure) => (kept[measure] === today[measure] ? [] : [{ measure, kept: kept[measure], today: today[measure] }]));
