/** What is wrong with a questionnaire before anybody is asked: shown at the question in the editor, refused when it is announced. */
import { END, type Form, type Group, hasOptions, type Option, type Question, questionsOf } from './form.rules.ts';
import { isGroup, placeOf, quotedIn } from './logic.rules.ts';

export const FAULTS = ['noQuestion', 'twice', 'noTitle', 'fewOptions', 'optionTwice', 'noOptionText', 'wrongRange', 'laterAnswer', 'unknownQuestion', 'unknownOption', 'noComparing', 'jumpBack', 'jumpUnknown', 'neverShown', 'neverTrue', 'quotesLater', 'headlineWrong', 'noEnglish'] as const;
export type Fault = (typeof FAULTS)[number];
/** `at`: the question (empty: the whole); `of`: what it speaks about. `noEnglish` alone does not hinder. */
export type Finding = { readonly at: string; readonly fault: Fault; readonly of: string };

type Sight = { readonly at: ReadonlyMap<string, number>; readonly byId: ReadonlyMap<string, Question>; readonly found: Finding[] };

const conditionsOf = (g: Group): { ask: string; is: string; than: string | number | null }[] => g.of.flatMap((c) => (isGroup(c) ? conditionsOf(c) : [c]));

const valuesOf = (q: Question): Set<string> | null => {
  if (q.kind === 'matrix') return new Set(q.rows.flatMap((r) => q.options.map((o) => `${r.id}/${o.id}`)));
  return hasOptions(q.kind) ? new Set(q.options.map((o) => o.id)) : null;
};

function checkGroup(q: Question, g: Group, s: Sight, own: boolean): void {
  for (const c of conditionsOf(g)) {
    const say = (fault: Fault): void => { s.found.push({ at: q.id, fault, of: c.ask }); };
    const asked = s.byId.get(c.ask);
    const here = s.at.get(q.id) ?? 0;
    const there = s.at.get(c.ask) ?? -1;
    if (!asked || asked.kind === 'note') { say('unknownQuestion'); continue; }
    if (there > here || (there === here && !own)) say('laterAnswer');
    const values = valuesOf(asked);
    const compares = c.is === 'atLeast' || c.is === 'atMost';
    if (compares && asked.kind !== 'scale' && asked.kind !== 'number' && asked.kind !== 'date') say('noComparing');
    else if (c.is !== 'answered' && c.is !== 'unanswered' && (c.than === null || c.than === '' || (!compares && values !== null && !values.has(String(c.than))))) say('unknownOption');
  }
}

/** Whether a group can hold for anybody, given which questions can be shown at all. */
function canHold(g: Group, reached: ReadonlySet<string>, byId: ReadonlyMap<string, Question>): boolean {
  if (g.of.length === 0) return true;
  const one = (c: Group['of'][number]): boolean => (isGroup(c) ? canHold(c, reached, byId) : reached.has(c.ask) || c.is === 'unanswered' || c.is === 'isNot' || c.is === 'hasNot');
  if (!g.all) return g.of.some(one);
  const only = new Map<string, string>();
  for (const c of g.of) {
    if (isGroup(c) || c.is !== 'is' || byId.get(c.ask)?.kind !== 'single') continue;
    if (only.has(c.ask) && only.get(c.ask) !== String(c.than)) return false;
    only.set(c.ask, String(c.than));
  }
  return g.of.every(one);
}

function checkWays(questions: readonly Question[], s: Sight): void {
  const arrives = new Array<boolean>(questions.length + 1).fill(false);
  const reached = new Set<string>();
  arrives[0] = true;
  for (const [i, q] of questions.entries()) {
    if (!arrives[i]) { s.found.push({ at: q.id, fault: 'neverShown', of: '' }); continue; }
    const shown = q.showIf === null || canHold(q.showIf, reached, s.byId);
    if (shown) reached.add(q.id);
    else s.found.push({ at: q.id, fault: 'neverTrue', of: '' });
    let on = !shown || q.showIf !== null;
    for (const j of shown ? q.jumps : []) {
      const to = placeOf(j.to, s.at);
      if (to > i) arrives[to] = true;
      if (j.when === null) break;
    }
    if (!q.jumps.some((j) => j.when === null)) on = true;
    if (on) arrives[i + 1] = true;
  }
}

const twiceIn = (of: readonly Option[]): boolean => new Set(of.map((o) => o.id)).size < of.length;

function checkParts(q: Question, form: Form, say: (fault: Fault, of?: string) => void): void {
  if (q.title.zh.trim() === '') say('noTitle');
  if (hasOptions(q.kind)) {
    if (q.options.length < 2 || (q.kind === 'matrix' && q.rows.length === 0)) say('fewOptions');
    if (twiceIn(q.options) || twiceIn(q.rows)) say('optionTwice');
    if ([...q.options, ...q.rows].some((o) => o.text.zh.trim() === '' && !o.other)) say('noOptionText');
  }
  if (q.kind === 'scale' && (q.low === null || q.high === null || q.high <= q.low || q.high - q.low > 10)) say('wrongRange');
  if (q.kind === 'number' && q.low !== null && q.high !== null && q.high < q.low) say('wrongRange');
  if (form.english && (q.title.en.trim() === '' || [...q.options, ...q.rows].some((o) => o.text.en.trim() === '' && !o.other))) say('noEnglish');
}

/** Everything that is wrong, in the order of the questions. An empty list: it can be announced. Time grows with questions and conditions. */
export function findFaults(form: Form): Finding[] {
  const questions = questionsOf(form);
  const found: Finding[] = [];
  const at = new Map(questions.map((q, i) => [q.id, i]));
  const s: Sight = { at, byId: new Map(questions.map((q) => [q.id, q])), found };
  if (!questions.some((q) => q.kind !== 'note')) found.push({ at: '', fault: 'noQuestion', of: '' });
  for (const [i, q] of questions.entries()) {
    const say = (fault: Fault, of = ''): void => { found.push({ at: q.id, fault, of }); };
    if (at.get(q.id) !== i || q.id === END) say('twice');
    checkParts(q, form, say);
    if (q.showIf) checkGroup(q, q.showIf, s, false);
    for (const j of q.jumps) {
      if (j.when) checkGroup(q, j.when, s, true);
      const to = placeOf(j.to, at);
      if (to < 0) say('jumpUnknown', j.to);
      else if (to <= i) say('jumpBack', j.to);
    }
    for (const id of [q.title.zh, q.title.en, q.hint.zh, q.hint.en].flatMap(quotedIn)) if ((at.get(id) ?? questions.length) >= i) say('quotesLater', id);
  }
  checkWays(questions, s);
  const headline = form.headline === null ? null : s.byId.get(form.headline);
  if (headline === undefined || (headline && headline.kind !== 'scale' && headline.kind !== 'single')) found.push({ at: '', fault: 'headlineWrong', of: form.headline ?? '' });
  const order = (f: Finding): number => at.get(f.at) ?? -1;
  return found.sort((a, b) => order(a) - order(b));
}

/** Whether a finding keeps a questionnaire from being announced. */
export const hinders = (f: Finding): boolean => f.fault !== 'noEnglish';
