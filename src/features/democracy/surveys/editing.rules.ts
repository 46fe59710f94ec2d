/** Changes to a questionnaire that is being written: each gives a new one; undo and redo walk among them. */
import { blankQuestion, type Form, freeId, type Group, type Kind, type Question, questionsOf } from './form.rules.ts';
import { isGroup } from './logic.rules.ts';

const ids = (form: Form): string[] => questionsOf(form).map((q) => q.id);
const inSections = (form: Form, change: (of: readonly Question[], section: string) => readonly Question[]): Form => ({ ...form, sections: form.sections.map((s) => ({ ...s, questions: change(s.questions, s.id) })) });

/** Adds a question after another one, or at the end of a section. */
export function addQuestion(form: Form, kind: Kind, where: { readonly after?: string | undefined; readonly section?: string | undefined }): { form: Form; id: string } {
  const q = blankQuestion(freeId('q', ids(form)), kind);
  const last = form.sections.at(-1)?.id;
  const home = where.after === undefined ? (where.section ?? last) : undefined;
  return { id: q.id, form: inSections(form, (of, section) => (home === section ? [...of, q] : of.flatMap((x) => (x.id === where.after ? [x, q] : [x])))) };
}

/** A second one like it, right after it. */
export function duplicateQuestion(form: Form, id: string): { form: Form; id: string } {
  const copy = freeId('q', ids(form));
  return { id: copy, form: inSections(form, (of) => of.flatMap((q) => (q.id === id ? [q, { ...q, id: copy, jumps: [] }] : [q]))) };
}

export const removeQuestion = (form: Form, id: string): Form => ({ ...inSections(form, (of) => of.filter((q) => q.id !== id)), headline: form.headline === id ? null : form.headline });
export const changeQuestion = (form: Form, id: string, change: Partial<Question>): Form => inSections(form, (of) => of.map((q) => (q.id === id ? { ...q, ...change } : q)));

/** Moves a question one place up (-1) or down (1), across the border of a section. */
export function moveQuestion(form: Form, id: string, by: -1 | 1): Form {
  const s = form.sections.findIndex((x) => x.questions.some((q) => q.id === id));
  const own = form.sections[s];
  const at = own?.questions.findIndex((q) => q.id === id) ?? -1;
  const moved = own?.questions[at];
  if (own === undefined || moved === undefined) return form;
  const inside = at + by >= 0 && at + by < own.questions.length;
  const next = form.sections[s + by];
  if (!inside && next === undefined) return form;
  const without = own.questions.filter((q) => q.id !== id);
  return {
    ...form,
    sections: form.sections.map((x) => {
      if (x.id === own.id) return { ...x, questions: inside ? without.toSpliced(at + by, 0, moved) : without };
      return !inside && x.id === next?.id ? { ...x, questions: by === 1 ? [moved, ...x.questions] : [...x.questions, moved] } : x;
    }),
  };
}

export function addSection(form: Form): Form {
  return { ...form, sections: [...form.sections, { id: freeId('s', form.sections.map((s) => s.id)), title: { zh: '', en: '' }, about: { zh: '', en: '' }, questions: [] }] };
}
/** Takes a section away; its questions go to the one before it (or after it, for the first). */
export function removeSection(form: Form, id: string): Form {
  const at = form.sections.findIndex((s) => s.id === id);
  const gone = form.sections[at];
  if (gone === undefined || form.sections.length < 2) return form;
  const heir = form.sections[at === 0 ? 1 : at - 1]?.id;
  return { ...form, sections: form.sections.filter((s) => s.id !== id).map((s) => (s.id === heir ? { ...s, questions: at === 0 ? [...gone.questions, ...s.questions] : [...s.questions, ...gone.questions] } : s)) };
}
export const changeSection = (form: Form, id: string, change: { readonly title?: Form['sections'][number]['title']; readonly about?: Form['sections'][number]['about'] }): Form => ({ ...form, sections: form.sections.map((s) => (s.id === id ? { ...s, ...change } : s)) });

/** How many conditions a group holds, groups within it counted through. */
export const sizeOf = (g: Group | null): number => (g === null ? 0 : g.of.reduce((n, c) => n + (isGroup(c) ? sizeOf(c) : 1), 0));

/** What was and what could be again. */
export type History<T> = { readonly past: readonly T[]; readonly now: T; readonly next: readonly T[] };
const DEEP = 200;
export const begin = <T>(now: T): History<T> => ({ past: [], now, next: [] });
export const put = <T>(h: History<T>, now: T): History<T> => (now === h.now ? h : { past: [...h.past, h.now].slice(-DEEP), now, next: [] });
export const undo = <T>(h: History<T>): History<T> => { const back = h.past.at(-1); return back === undefined ? h : { past: h.past.slice(0, -1), now: back, next: [h.now, ...h.next] }; };
export const redo = <T>(h: History<T>): History<T> => { const [on, ...rest] = h.next; return on === undefined ? h : { past: [...h.past, h.now], now: on, next: rest }; };
