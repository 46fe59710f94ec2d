import { addDays, ageOn, instantAt, type LegalDate, legalDateOf, weekdayOf } from '#shared/dates';

/** Who a pick-up person is to the child; the first two are guardians. */
export const RELATIONS = ['father', 'mother', 'guardian', 'grandparent', 'relative', 'neighbour', 'other'] as const;
export type Relation = (typeof RELATIONS)[number];
const GUARDIANS: readonly Relation[] = ['father', 'mother', 'guardian'];
export const isGuardian = (relation: Relation): boolean => GUARDIANS.includes(relation);

/** Monday to Friday, as bits (bit 0 is Sunday). */
export const WORKDAYS = 0b0111110;

export type Span = { readonly startsOn: LegalDate; readonly endsOn: LegalDate; readonly weekdays: number; readonly daysOff: readonly LegalDate[] };

/** The days of a session: those weekdays from its first to its last day that are not left out. */
export function daysOf(s: Span): LegalDate[] {
  const days: LegalDate[] = [];
  for (let day = s.startsOn; day <= s.endsOn; day = addDays(day, 1)) if ((s.weekdays >> weekdayOf(day)) & 1 && !s.daysOff.includes(day)) days.push(day);
  return days;
}

/** The age that decides: full years on the day the programme names, or on the session's first day. */
export const decidingAge = (birth: LegalDate, startsOn: LegalDate, ageDay: LegalDate | null): number => ageOn(birth, ageDay ?? startsOn);

/** When a session begins and ends as instants. */
export const beginsAt = (s: { readonly startsOn: LegalDate; readonly opensMinute: number }): Date => instantAt(s.startsOn, s.opensMinute);
export const endsAt = (s: { readonly endsOn: LegalDate; readonly closesMinute: number }): Date => instantAt(s.endsOn, s.closesMinute);

/** How a session stands for guardians. */
export const STANDINGS = ['draft', 'coming', 'open', 'waiting', 'closed', 'running', 'over', 'cancelled'] as const;
export type Standing = (typeof STANDINGS)[number];
type Seen = Span & { readonly offer: 'draft' | 'open' | 'closed' | 'cancelled'; readonly opensAt: Date; readonly closesAt: Date; readonly opensMinute: number; readonly closesMinute: number; readonly places: number; readonly taken: number };

/** Where a session stands at a moment. */
export function standingOf(s: Seen, now: Date): Standing {
  if (s.offer === 'draft' || s.offer === 'cancelled') return s.offer;
  if (now >= endsAt(s)) return 'over';
  if (now >= beginsAt(s)) return 'running';
  if (s.offer === 'closed' || now >= s.closesAt) return 'closed';
  if (now < s.opensAt) return 'coming';
  return s.taken < s.places ? 'open' : 'waiting';
}

/** How a child stands on a day. `missing`: should be there and nobody said why not. */
export const DAY_STATES = ['expected', 'missing', 'excused', 'here', 'left'] as const;
export type DayState = (typeof DAY_STATES)[number];
type OneDay = { readonly day: LegalDate; readonly excusedAt: Date | null; readonly arrivedAt: Date | null; readonly leftAt: Date | null };

/** @param missingFrom the moment from which a child that is not there is missing */
export function dayState(d: OneDay, missingFrom: Date, now: Date): DayState {
  if (d.leftAt !== null) return 'left';
  if (d.arrivedAt !== null) return 'here';
  if (d.excusedAt !== null) return 'excused';
  return now >= missingFrom ? 'missing' : 'expected';
}

/** From when a child that did not come is missing. */
export const missingFrom = (day: LegalDate, opensMinute: number, minutes: number): Date => instantAt(day, Math.min(1440, opensMinute + minutes));

/** The last day on which children's data of a session are kept; they go in the night after it. */
export const keptUntil = (endsOn: LegalDate, days: number): LegalDate => addDays(endsOn, days);

/** Whether children's data of a session are due to go. */
export const isDue = (s: { readonly endsOn: LegalDate; readonly forgetDays: number }, now: Date): boolean => legalDateOf(now) > keptUntil(s.endsOn, s.forgetDays);

/** A clock as people read it, of minutes after midnight. */
export const clockOf = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** A share in tenths of a per cent, or null when there is nothing to share. */
export const perMille = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((1000 * part) / whole));
