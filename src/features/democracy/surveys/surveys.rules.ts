import { askedOf, type Form, type Question, questionsOf } from './form.rules.ts';

/** `blind`: anonymous; `detached`: anonymous by mixing, where a device cannot make keys; `open`: by name. */
export const LEVELS = ['blind', 'detached', 'open'] as const;
export type Level = (typeof LEVELS)[number];
export const STAGES = ['draft', 'announced', 'open', 'closing', 'closed', 'off'] as const;
export type Stage = (typeof STAGES)[number];
export const RESULTS_TO = ['asked', 'office'] as const;

/** Where a survey stands: its ballot's state, `closing` while it waits to be counted. */
export function stageOf(state: string | null, counted: boolean): Stage {
  if (state === null || state === 'prepared') return 'draft';
  if (state === 'void') return 'off';
  if (state === 'announced' || state === 'open') return state;
  return counted ? 'closed' : 'closing';
}

const SECONDS: Readonly<Record<Question['kind'], number>> = { single: 7, multiple: 12, scale: 6, matrix: 8, ranking: 25, number: 10, date: 10, short: 20, long: 60, note: 6 };

/** About how many minutes it takes, rounded up. */
export function minutesFor(form: Form): number {
  return Math.max(1, Math.ceil(questionsOf(form).reduce((s, q) => s + SECONDS[q.kind] * (q.kind === 'matrix' ? q.rows.length : 1), 0) / 60));
}

/** Bytes that the longest paper of a questionnaire can have: all secret papers are filled to one length, so that length tells nothing. */
export function paperBytesFor(form: Form): number {
  const long = (q: Question): number => {
    if (q.kind === 'short' || q.kind === 'long') return 3 * q.most + 20;
    if (q.kind === 'matrix') return 40 + 24 * q.rows.length;
    return 40 + (q.kind === 'multiple' || q.kind === 'ranking' ? 16 * q.options.length : 0) + (q.options.some((o) => o.other) ? 620 : 0);
  };
  return Math.min(65_536, Math.ceil((400 + askedOf(form).reduce((s, q) => s + long(q), 0)) / 1024) * 1024);
}
