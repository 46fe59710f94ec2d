import { timeOfDay } from '#shared/dates';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** What a person can be lent or may take; the words stand in items.words.ts. */
export const ITEMS = [
  'umbrella', 'raincoat', 'charger', 'powerBank', 'tools', 'drill', 'wheelchair', 'crutches', 'firstAid', 'bloodPressure', 'thermometer', 'massager', 'hairDryer', 'iron', 'ball', 'racket', 'chess', 'books', 'blanket', 'trolley', 'steriliser', 'bicyclePump', 'sewing', 'lamp',
  'tissues', 'plasters', 'heatRelief', 'masks', 'batteries', 'sanitary', 'wipes', 'other',
] as const;
export type Item = (typeof ITEMS)[number];
export const isItem = (name: string): name is Item => (ITEMS as readonly string[]).includes(name);

/** When a cabinet is open: minutes of the day in China's time, the last one excluded. 0 to 1440 is always. */
export type Hours = { readonly opensMinute: number; readonly closesMinute: number };

/** Whether a cabinet is open at a moment. */
export function isOpenAt(hours: Hours, at: Date): boolean {
  const minute = Math.floor(timeOfDay(at) / MINUTE);
  return minute >= hours.opensMinute && minute < hours.closesMinute;
}

/** `07:30`; the end of the day is 24:00. */
export const clockOf = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** What a door's answer may be; `lost`: the house went down before it came. */
export type Outcome = 'opened' | 'offline' | 'jammed' | 'lost';

export type LoanFacts = { readonly lentAt: Date | null; readonly dueAt: Date | null; readonly missingAt: Date | null; readonly endedAt: Date | null; readonly ending: string | null };
export const LOAN_STATES = ['opening', 'out', 'overdue', 'missing', 'returned', 'writtenOff', 'notOpened'] as const;
export type LoanState = (typeof LOAN_STATES)[number];

/** Where a loan stands. */
export function loanStateAt(l: LoanFacts, now: Date): LoanState {
  if (l.endedAt !== null) return l.ending as LoanState;
  if (l.lentAt === null || l.dueAt === null) return 'opening';
  if (l.missingAt !== null) return 'missing';
  return l.dueAt < now ? 'overdue' : 'out';
}

/** Whole days a loan is late; 0 on the first. */
export const daysLate = (dueAt: Date, now: Date): number => Math.max(0, Math.floor((now.getTime() - dueAt.getTime()) / DAY));

/** Which reminder of an overdue loan it is now, from 1 on: the first on the first day, then every so many days. */
export const reminderNo = (dueAt: Date, now: Date, everyDays: number): number => Math.floor(daysLate(dueAt, now) / everyDays) + 1;

export const DOOR_STATES = ['free', 'out', 'overdue', 'missing', 'outOfOrder', 'stocked', 'low', 'empty', 'swap'] as const;
/** What a compartment looks like from outside: colour and text of its drawing. */
export type DoorState = (typeof DOOR_STATES)[number];
export type DoorFacts = { readonly kind: 'lend' | 'take' | 'swap'; readonly outOfOrder: string; readonly stock: number; readonly threshold: number; readonly loan: LoanFacts | null };

export function doorStateAt(d: DoorFacts, now: Date): DoorState {
  const loan = d.loan === null ? null : loanStateAt(d.loan, now);
  if (loan === 'missing' || loan === 'overdue') return loan;
  if (d.outOfOrder !== '') return 'outOfOrder';
  if (d.kind === 'swap') return 'swap';
  if (d.kind === 'lend') return loan === null ? 'free' : 'out';
  if (d.stock === 0) return 'empty';
  return d.stock <= d.threshold ? 'low' : 'stocked';
}

/** What is in a compartment after a refill: taken meanwhile stays taken, and never below nothing. */
export const stockAfter = (now: number, line: { readonly expected: number; readonly found: number; readonly added: number }): number => Math.max(0, now + line.found - line.expected + line.added);

/** How long a door of the simulator stands open before it falls shut. */
export const DOOR_OPEN_MS = 8_000;
