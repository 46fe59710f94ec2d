/** What a questionnaire (问卷) is made of: the same for editor, phone and count. No clock, no database, nothing of the browser. */

/** A text in both languages; an empty English one is shown in Chinese. */
export type Text = { readonly zh: string; readonly en: string };
export const KINDS = ['single', 'multiple', 'scale', 'matrix', 'ranking', 'number', 'date', 'short', 'long', 'note'] as const;
export type Kind = (typeof KINDS)[number];
export const LOOKS = ['smileys', 'numbers', 'nps'] as const;
export type Look = (typeof LOOKS)[number];
export const OPERATORS = ['answered', 'unanswered', 'is', 'isNot', 'has', 'hasNot', 'atLeast', 'atMost'] as const;
export type Operator = (typeof OPERATORS)[number];
/** What an option's share of the two best counts: satisfied or not. */
export type Option = { readonly id: string; readonly text: Text; readonly other: boolean; readonly exclusive: boolean };
/** `than`: an option's id, `row/column` of a matrix, a number or a day. */
export type Condition = { readonly ask: string; readonly is: Operator; readonly than: string | number | null };
export type Group = { readonly all: boolean; readonly of: readonly (Condition | Group)[] };
export type Jump = { readonly when: Group | null; readonly to: string };
export type Question = {
  readonly id: string; readonly kind: Kind; readonly title: Text; readonly hint: Text; readonly required: boolean;
  /** choices; the columns of a matrix */
  readonly options: readonly Option[];
  /** the rows of a matrix */
  readonly rows: readonly Option[];
  readonly look: Look;
  /** bounds of a scale or number; null: none */
  readonly low: number | null; readonly high: number | null;
  /** what the two ends of a scale mean */
  readonly ends: readonly [Text, Text];
  readonly unit: Text;
  /** how many may be chosen, how many characters may be written */
  readonly most: number;
  readonly showIf: Group | null; readonly jumps: readonly Jump[];
};
export type Section = { readonly id: string; readonly title: Text; readonly about: Text; readonly questions: readonly Question[] };
/** `headline`: the question whose share of the two best answers is the survey's figure. */
export type Form = { readonly layout: 'one' | 'section'; readonly english: boolean; readonly headline: string | null; readonly sections: readonly Section[] };

export const END = 'end';
export const MOST = { sections: 30, questions: 300, options: 40, rows: 30, jumps: 10, conditions: 400, depth: 3 } as const;

export type Answer = string | number | { readonly pick: readonly string[]; readonly other?: string } | { readonly rows: Readonly<Record<string, string>> } | { readonly order: readonly string[] };
export type Answers = Readonly<Record<string, Answer>>;

const NOTHING: Text = { zh: '', en: '' };

/** A question with nothing said yet. */
export const blankQuestion = (id: string, kind: Kind): Question => ({
  id, kind, title: NOTHING, hint: NOTHING, required: kind !== 'note' && kind !== 'long' && kind !== 'short', options: hasOptions(kind) ? [blankOption('a'), blankOption('b')] : [], rows: kind === 'matrix' ? [blankOption('r1'), blankOption('r2')] : [],
  look: 'smileys', low: kind === 'scale' ? 1 : null, high: kind === 'scale' ? 5 : null, ends: [NOTHING, NOTHING], unit: NOTHING, most: kind === 'long' ? 1000 : kind === 'short' ? 100 : 0, showIf: null, jumps: [],
});
export const blankOption = (id: string): Option => ({ id, text: NOTHING, other: false, exclusive: false });

/** Whether something of a question is chosen from options. */
export const hasOptions = (kind: Kind): boolean => kind === 'single' || kind === 'multiple' || kind === 'ranking' || kind === 'matrix';

/** Whether its answers can be counted. */
export const isClosed = (kind: Kind): boolean => kind !== 'short' && kind !== 'long' && kind !== 'note' && kind !== 'date';

export const questionsOf = (form: Form): Question[] => form.sections.flatMap((s) => s.questions);

/** Questions that are asked: without section texts. */
export const askedOf = (form: Form): Question[] => questionsOf(form).filter((q) => q.kind !== 'note');

/** A text as it is read in one language. */
export const textIn = (t: Text, language: 'zh' | 'en'): string => (language === 'en' && t.en !== '' ? t.en : t.zh);

/** An id that is not taken: `q7`, `s2`. */
export function freeId(letter: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  let n = used.size + 1;
  while (used.has(`${letter}${n}`)) n += 1;
  return `${letter}${n}`;
}

/** The next letter that no option has: a, b … z, aa … */
export function freeOption(options: readonly Option[]): string {
  const used = new Set(options.map((o) => o.id));
  for (let n = 0; ; n += 1) {
    const letter = String.fromCharCode(97 + (n % 26));
    const id = n < 26 ? letter : `${String.fromCharCode(96 + Math.floor(n / 26))}${letter}`;
    if (!used.has(id)) return id;
  }
}
