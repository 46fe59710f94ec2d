import { addDays, daysBetween, instantAt, type LegalDate, legalDateOf, monthEnd, monthStart, partsOf } from '#shared/dates';
import { deadline, type WorkingHours } from '#shared/worktime';

/** Kinds of employer whose catalogues differ. */
export const OWNERSHIPS = ['state', 'private', 'institution'] as const;
export type Ownership = (typeof OWNERSHIPS)[number];

/** Entries that fall due by a rulebook interval; each has a number `disclosure.every.<entry>`. */
export const REGULAR = [
  'plans', 'restructuring', 'targets', 'budget', 'largeSums', 'tenders', 'responsibility', 'contracts', 'wages', 'promotion', 'hiring', 'awards', 'training', 'insurance', 'safety', 'appraisal', 'leaderPay', 'entertainment', 'welfareFund', 'workRules',
] as const;
export const CONGRESS = ['congressAgenda', 'congressDecisions'] as const;
export const ENTRIES = [...REGULAR, ...CONGRESS] as const;
export type Entry = (typeof ENTRIES)[number];
export type Regular = (typeof REGULAR)[number];

/** What must be disclosed by whom (rules.md §8: Shandong 2014, Zhejiang 2010 arts 19–23). */
export const disclosureCatalogue: Readonly<Record<Ownership, readonly Entry[]>> = {
  state: ENTRIES,
  private: ['contracts', 'wages', 'awards', 'training', 'insurance', 'safety', 'workRules', 'congressAgenda', 'congressDecisions'],
  institution: ['plans', 'budget', 'largeSums', 'tenders', 'contracts', 'wages', 'promotion', 'hiring', 'awards', 'training', 'insurance', 'safety', 'appraisal', 'leaderPay', 'entertainment', 'welfareFund', 'workRules', 'congressAgenda', 'congressDecisions'],
};

/** Offices to whose holders something may be disclosed. */
export const AUDIENCE_OFFICES = ['chair', 'viceChair', 'committeeMember', 'groupLeader', 'womenDirector', 'departmentLiaison', 'accountant', 'auditor'] as const;

export const isEntry = (code: string): code is Entry => (ENTRIES as readonly string[]).includes(code);

/** A period that an entry speaks about; `to` is its last day. */
export type Span = { readonly period: string; readonly from: LegalDate; readonly to: LegalDate };

/** The period of this many months (1, 3, 6 or 12) in which a day lies. */
export function spanOf(day: LegalDate, months: 1 | 3 | 6 | 12): Span {
  const { year, month } = partsOf(day);
  const first = month - ((month - 1) % months);
  const start = (m: number): LegalDate => `${String(year).padStart(4, '0')}-${String(m).padStart(2, '0')}-01`;
  const to = monthEnd(start(first + months - 1));
  const period = months === 12 ? String(year) : months === 1 ? start(first).slice(0, 7) : `${year}-${months === 3 ? 'Q' : 'H'}${Math.ceil(first / months)}`;
  return { period, from: monthStart(start(first)), to };
}

const isRegular = (months: number): months is 1 | 3 | 6 | 12 => [1, 3, 6, 12].includes(months);

/** Periods of an interval that end within two days, both included, oldest first; none for what is disclosed when it happens. */
export function spansEnding(months: number, from: LegalDate, to: LegalDate): Span[] {
  if (!isRegular(months) || from > to) return [];
  const spans: Span[] = [];
  for (let day = from; ; day = addDays(spans.at(-1)?.to ?? day, 1)) {
    const span = spanOf(day, months);
    if (span.to > to) return spans;
    spans.push(span);
    if (spans.length > 400) throw new Error(`more than 400 periods between ${from} and ${to}`);
  }
}

/** The end of the day so many days after a day; a last day off moves on (Civil Code art. 203). */
export const dueAfter = (day: LegalDate, days: number, hours: WorkingHours): Date => deadline(day, { calendarDays: days, until: 'midnight' }, hours);
/** The end of the day so many working days after a day. */
export const dueAfterWork = (day: LegalDate, workdays: number, hours: WorkingHours): Date => deadline(day, { workdays, until: 'midnight' }, hours);
/** The agenda stands at least so many full days before the congress opens; a day off does not shorten them. */
export const dueBefore = (opensOn: LegalDate, days: number): Date => instantAt(addDays(opensOn, -days), 1440);

/** Full days something has been public: the day of publication is not counted (Civil Code art. 201). */
export const publicDays = (published: Date, on: Date): number => daysBetween(legalDateOf(published), legalDateOf(on));
/** The last day on which something published today stays public at least. */
export const publicUntil = (published: Date, days: number): LegalDate => addDays(legalDateOf(published), days);
/** Whether it was taken down too early: row 31 of the golden tests, 14 days of 15. */
export const tooEarly = (days: number, least: number): boolean => days < least;
/** Full days late; 0 when in time. */
export const lateDays = (dueAt: Date | null, published: Date): number => (dueAt === null || published <= dueAt ? 0 : Math.max(1, daysBetween(legalDateOf(new Date(dueAt.getTime() - 1)), legalDateOf(published))));
