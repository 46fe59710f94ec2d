import { addDays, addMonths, ageOn, partsOf } from '#shared/dates';

export const KINDS = ['workers', 'members'] as const;
export const POSTS = ['frontline', 'technical', 'manager'] as const;
export const CLASSES = ['delegate', 'observer', 'guest'] as const;
export const CHECKS = ['waiting', 'passed', 'failed'] as const;
export const WAYS = ['unit', 'joint', 'self'] as const;
export const END_REASONS = ['leftFirm', 'resigned', 'deceased', 'disqualified'] as const;

/** Delegates up to this age are counted as young. */
export const YOUNG_AGE = 35;
/** Reminders before a term ends, in months. */
export const REMIND_MONTHS = [6, 3, 1] as const;

/** Whole months that are left of a term; 0 in its last month, negative once it is over. */
export function monthsLeft(endsOn: string, today: string): number {
  if (endsOn < today) return -1;
  const [a, b] = [partsOf(today), partsOf(endsOn)];
  const months = (b.year - a.year) * 12 + b.month - a.month;
  return addMonths(today, months) > endsOn ? months - 1 : months;
}

/** The nearest reminder that is due on a day: 6, 3 or 1 months before the end, `0` once the term is over, null when none. */
export function reminderDue(endsOn: string, today: string): number | null {
  if (endsOn < today) return 0;
  const due = REMIND_MONTHS.filter((m) => today >= addMonths(endsOn, -m));
  return due.length === 0 ? null : Math.min(...due);
}

/** How a term stands to the one before: on time from a month before its last day to a month after it. */
export function renewalOf(before: string | null, beganOn: string): 'first' | 'due' | 'early' | 'late' {
  if (before === null) return 'first';
  if (beganOn < addMonths(before, -1)) return 'early';
  return beganOn > addMonths(before, 1) ? 'late' : 'due';
}

/** Birth dates from this day on are young on a day. */
export const youngSince = (today: string): string => addDays(addMonths(today, -12 * (YOUNG_AGE + 1)), 1);

/** Full years of age, or null when the birth date is not known. */
export const ageAt = (birth: string | null, today: string): number | null => (birth === null ? null : ageOn(birth, today));

const LETTER = { delegate: '', observer: 'L', guest: 'T' } as const;
/** A card's number: term, letter of its class, running number: `12-0034`, `12-L003`. */
export const cardNumber = (term: number, of: (typeof CLASSES)[number], n: number): string => (of === 'delegate' ? `${term}-${String(n).padStart(4, '0')}` : `${term}-${LETTER[of]}${String(n).padStart(3, '0')}`);
