/** Which questions a person sees: one pass from the first to the last, every condition is looked at once. */
import { type Answer, type Answers, type Condition, END, type Form, type Group, type Question, questionsOf, textIn } from './form.rules.ts';

export const isGroup = (c: Condition | Group): c is Group => 'of' in c;

const picked = (a: Answer, option: string): boolean => {
  if (typeof a !== 'object') return String(a) === option;
  if ('pick' in a) return a.pick.includes(option);
  if ('order' in a) return a.order[0] === option;
  const [row, column] = option.split('/');
  return a.rows[row ?? ''] === column;
};

/** Whether there is something in an answer. */
export function isGiven(a: Answer | undefined): a is Answer {
  if (a === undefined) return false;
  if (typeof a === 'number') return Number.isFinite(a);
  if (typeof a === 'string') return a.trim() !== '';
  if ('pick' in a) return a.pick.length > 0;
  return 'order' in a ? a.order.length > 0 : Object.keys(a.rows).length > 0;
}

const compared = (a: Answer, than: string | number | null): number => {
  if (than === null || typeof a === 'object') return Number.NaN;
  if (typeof a === 'number') return a - Number(than);
  return a < String(than) ? -1 : a > String(than) ? 1 : 0;
};

/** A condition over what was answered. What was not asked counts as not answered. */
export function holdsFor(c: Condition, answers: Answers): boolean {
  const a = answers[c.ask];
  if (c.is === 'answered') return isGiven(a);
  if (c.is === 'unanswered') return !isGiven(a);
  const negated = c.is === 'isNot' || c.is === 'hasNot';
  if (!isGiven(a)) return negated;
  if (c.is === 'atLeast') return compared(a, c.than) >= 0;
  if (c.is === 'atMost') return compared(a, c.than) <= 0;
  const only = c.is === 'is' || c.is === 'isNot' ? typeof a !== 'object' || !('pick' in a) || a.pick.length === 1 : true;
  return (only && picked(a, String(c.than))) !== negated;
}

/** A group of conditions: all of them, or at least one. An empty group holds. */
export const holds = (g: Group, answers: Answers): boolean =>
  g.of.length === 0 || (g.all ? g.of.every((c) => (isGroup(c) ? holds(c, answers) : holdsFor(c, answers))) : g.of.some((c) => (isGroup(c) ? holds(c, answers) : holdsFor(c, answers))));

/** What a person sees with these answers, in order, and those of the answers that stand. */
export type Walk = { readonly shown: readonly Question[]; readonly answers: Answers };

/**
 * Walks through a questionnaire. A question is shown when no jump leads past it and its condition holds over the answers of questions shown
 * before it; after it the first jump whose condition holds is taken. Time grows with the number of questions and conditions, no faster.
 */
export function walk(form: Form, given: Answers): Walk {
  const shown: Question[] = [];
  const answers: Record<string, Answer> = {};
  let until: string | null = null;
  for (const q of questionsOf(form)) {
    if (until !== null && q.id !== until) continue;
    until = null;
    if (q.showIf !== null && !holds(q.showIf, answers)) continue;
    shown.push(q);
    const a = given[q.id];
    if (q.kind !== 'note' && isGiven(a)) answers[q.id] = a;
    const jump = q.jumps.find((j) => j.when === null || holds(j.when, answers));
    if (jump !== undefined) until = jump.to;
  }
  return { shown, answers };
}

/** Questions that stand on one page together: one, or a section; section texts stand with what follows them. */
export function pagesOf(form: Form, shown: readonly Question[]): Question[][] {
  const place = new Map(form.sections.flatMap((s) => s.questions.map((q) => [q.id, s.id] as const)));
  const pages: Question[][] = [];
  for (const q of shown) {
    const last = pages.at(-1);
    const before = last?.at(-1);
    const together = before !== undefined && place.get(before.id) === place.get(q.id) && (form.layout === 'section' || before.kind === 'note');
    if (last && together) last.push(q);
    else pages.push([q]);
  }
  return pages;
}

/** What was answered, as words: the chosen options' texts, a number, a text. */
export function answerText(q: Question, a: Answer | undefined, language: 'zh' | 'en'): string {
  if (a === undefined) return '';
  if (typeof a !== 'object') return String(a);
  const name = (id: string): string => { const o = q.options.find((x) => x.id === id); return o ? textIn(o.text, language) : id; };
  if ('pick' in a) return [...a.pick.map(name), ...(a.other ? [a.other] : [])].join('、');
  if ('order' in a) return a.order.map(name).join(' > ');
  return q.rows.filter((r) => a.rows[r.id] !== undefined).map((r) => `${textIn(r.text, language)}: ${name(a.rows[r.id] ?? '')}`).join('; ');
}

const PIPE = /\{\{(\w+)\}\}/g;

/** The questions whose answers a text quotes (`{{q3}}`). */
export const quotedIn = (text: string): string[] => [...text.matchAll(PIPE)].map((m) => m[1] ?? '');

/** A text with the answers it quotes filled in. */
export function filled(text: string, byId: ReadonlyMap<string, Question>, answers: Answers, language: 'zh' | 'en'): string {
  return text.replace(PIPE, (_, id: string) => { const q = byId.get(id); return (q && answerText(q, answers[id], language)) || '…'; });
}

/** A question's text as it stands in lists and on paper, where nobody's answer can be quoted. */
export const plainTitle = (q: Question, language: 'zh' | 'en'): string => textIn(q.title, language).replace(PIPE, '…');

/** Where a jump leads, as a place among the questions; one past the last for the end, -1 when it is not there. */
export const placeOf = (to: string, at: ReadonlyMap<string, number>): number => (to === END ? at.size : (at.get(to) ?? -1));
