import type { LegalDate } from '#shared/dates';
import { addDays, legalDateOf } from '#shared/dates';

/** What kind of activity it is; statistics and lists tell them apart. */
export const KINDS = ['sport', 'culture', 'outing', 'family', 'volunteer', 'learning', 'talk', 'other'] as const;
export type Kind = (typeof KINDS)[number];
/** How a place is paid for: not at all, in cash at the activity, by a payment gate, in points. */
export const PAYS = ['free', 'atHandOver', 'online', 'points'] as const;
export const ASKS = ['choice', 'text', 'number', 'yesNo'] as const;
/** One question of the sign-up; `options` only of a choice. */
export type Question = { readonly ask: (typeof ASKS)[number]; readonly label: string; readonly required: boolean; readonly options: readonly string[] };
/** Answers in the order of the questions; null: none. */
export type Answers = readonly (string | number | boolean | null)[];

/** Minutes before the beginning from which people are checked in. */
export const DOORS_OPEN_MINUTES = 120;
/** Days after the first rating in which it may be changed. */
export const RATING_DAYS = 7;
/** What is wrong with an answer: it is missing, or of another kind than asked. */
export type AnswerFault = { readonly at: number; readonly why: 'missing' | 'wrong' };

const isNothing = (value: Answers[number] | undefined): boolean => value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

function fits(q: Question, value: Answers[number] | undefined): boolean {
  if (q.ask === 'yesNo') return typeof value === 'boolean';
  if (q.ask === 'number') return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= 1_000_000_000;
  return typeof value === 'string' && (q.ask === 'text' || q.options.includes(value));
}

/** What is wrong with the answers to these questions; empty when they can be kept. */
export function answerFaults(questions: readonly Question[], answers: Answers): AnswerFault[] {
  return questions.flatMap((q, at): AnswerFault[] => {
    const value = answers[at];
    if (isNothing(value)) return q.required ? [{ at, why: 'missing' }] : [];
    return fits(q, value) ? [] : [{ at, why: 'wrong' }];
  });
}

/** The answers as they are kept: one for each question, texts without blanks at their ends. */
export const tidyAnswers = (questions: readonly Question[], answers: Answers): Answers =>
  questions.map((_, i) => { const value = answers[i]; return isNothing(value) ? null : typeof value === 'string' ? value.trim() : (value as number | boolean); });

/** How an activity stands for those who might come. */
export const STANDINGS = ['drafted', 'submitted', 'returned', 'declined', 'withdrawn', 'coming', 'open', 'waiting', 'full', 'closed', 'running', 'over', 'cancelled'] as const;
export type Standing = (typeof STANDINGS)[number];
type Seen = {
  readonly state: string; readonly offer: 'draft' | 'open' | 'closed' | 'cancelled' | null; readonly opensAt: Date; readonly closesAt: Date; readonly startsAt: Date; readonly endsAt: Date; readonly waits: boolean;
  readonly places: number; readonly taken: number;
};

/** Where it stands at a moment. Before it is published the state of the draft is told. */
export function standingOf(a: Seen, now: Date): Standing {
  if (a.offer === null || a.offer === 'draft') return a.state as Standing;
  if (a.offer === 'cancelled') return 'cancelled';
  if (now >= a.endsAt) return 'over';
  if (now >= a.startsAt) return 'running';
  if (a.offer === 'closed' || now >= a.closesAt) return 'closed';
  if (now < a.opensAt) return 'coming';
  if (a.taken < a.places) return 'open';
  return a.waits ? 'waiting' : 'full';
}

/** Weekly beginnings of a series, the first left out: `times` in all, `everyWeeks` apart. */
export const repeatsOf = (first: LegalDate, times: number, everyWeeks: number): LegalDate[] => Array.from({ length: times - 1 }, (_, i) => addDays(first, 7 * everyWeeks * (i + 1)));

/** Moves a moment by the days between two dates: its time of day stays (China has no summer time). */
export const movedBy = (moment: Date, days: number): Date => new Date(moment.getTime() + days * 86_400_000);

/** Whether an outing (春秋游) comes back on the same day, as the rules on union funds ask (rules.md §12.3, rule 4). */
export const sameDay = (startsAt: Date, endsAt: Date): boolean => legalDateOf(startsAt) === legalDateOf(new Date(endsAt.getTime() - 1));

/** A share in tenths of a per cent, or null when there is nothing to share. */
export const perMille = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((1000 * part) / whole));

/** Money for each, in fen, rounded half up; null without anybody. */
export const perHead = (fen: number, people: number): number | null => (people === 0 ? null : Math.floor((2 * fen + people) / (2 * people)));

/** A name as others see it: the first letter, then stars. */
export const maskName = (name: string): string => { const [first = '', ...rest] = [...name.trim()]; return rest.length === 0 ? first : first + '*'.repeat(Math.min(rest.length, 3)); };
