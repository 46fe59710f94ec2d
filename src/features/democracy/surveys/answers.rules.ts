/** Answers against their questionnaire: what counts, what is missing, what cannot be. */
import type { Answer, Answers, Form, Question } from './form.rules.ts';
import { isGiven, walk } from './logic.rules.ts';

export const ANSWER_FAULTS = ['missing', 'notAnOption', 'tooMany', 'notAlone', 'outOfRange', 'notANumber', 'notADay', 'tooLong', 'notAll', 'wrongShape'] as const;
export type AnswerFault = (typeof ANSWER_FAULTS)[number];
export type Checked = { readonly answers: Answers; readonly faults: readonly { readonly at: string; readonly fault: AnswerFault }[] };

const OTHER_MOST = 200;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

function faultOfPick(q: Question, a: { pick: readonly string[]; other?: string | undefined }): AnswerFault | null {
  const chosen = a.pick.map((id) => q.options.find((o) => o.id === id));
  if (!Array.isArray(a.pick) || chosen.some((o) => o === undefined) || new Set(a.pick).size < a.pick.length) return 'notAnOption';
  if ((q.kind === 'single' && chosen.length > 1) || (q.most > 0 && chosen.length > q.most)) return 'tooMany';
  if (chosen.length > 1 && chosen.some((o) => o?.exclusive)) return 'notAlone';
  if (a.other !== undefined && !chosen.some((o) => o?.other)) return 'notAnOption';
  return (a.other ?? '').length > OTHER_MOST ? 'tooLong' : null;
}

function faultOfNumber(q: Question, a: number): AnswerFault | null {
  if (!Number.isFinite(a) || (q.kind === 'scale' && !Number.isInteger(a))) return 'notANumber';
  return (q.low !== null && a < q.low) || (q.high !== null && a > q.high) || Math.abs(a) > 1e12 ? 'outOfRange' : null;
}

function faultOfRows(q: Question, rows: Readonly<Record<string, string>>): AnswerFault | null {
  const known = new Set(q.rows.map((r) => r.id));
  if (Object.entries(rows).some(([row, column]) => !known.has(row) || !q.options.some((o) => o.id === column))) return 'notAnOption';
  return q.required && Object.keys(rows).length < q.rows.length ? 'notAll' : null;
}

function faultOfOrder(q: Question, order: readonly string[]): AnswerFault | null {
  if (!Array.isArray(order) || new Set(order).size < order.length || order.some((id) => !q.options.some((o) => o.id === id))) return 'notAnOption';
  return order.length < q.options.length ? 'notAll' : null;
}

/** What is wrong with one answer, null when nothing is. */
export function faultOf(q: Question, a: Answer | undefined): AnswerFault | null {
  if (q.kind === 'note') return null;
  if (a === undefined || !isGiven(a)) return q.required ? 'missing' : null;
  const object = typeof a === 'object' && a !== null;
  switch (q.kind) {
    case 'single': case 'multiple': return object && 'pick' in a ? faultOfPick(q, a) : 'wrongShape';
    case 'matrix': return object && 'rows' in a ? faultOfRows(q, a.rows) : 'wrongShape';
    case 'ranking': return object && 'order' in a ? faultOfOrder(q, a.order) : 'wrongShape';
    case 'scale': case 'number': return typeof a === 'number' ? faultOfNumber(q, a) : 'wrongShape';
    case 'date': return typeof a === 'string' && DAY.test(a) && !Number.isNaN(Date.parse(a)) ? null : 'notADay';
    case 'short': case 'long': return typeof a !== 'string' ? 'wrongShape' : a.length > q.most ? 'tooLong' : null;
  }
}

/** Walks through the questionnaire with these answers: answers of questions that are not shown fall away, the rest is checked. */
export function checkAnswers(form: Form, given: Answers): Checked {
  const { shown, answers } = walk(form, given);
  return { answers, faults: shown.flatMap((q) => { const fault = faultOf(q, answers[q.id]); return fault === null ? [] : [{ at: q.id, fault }]; }) };
}
