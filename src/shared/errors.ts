import type { Slots, Word } from './words.ts';

/** A field that was refused: where it stands in the input (`birthDate`, `rows.3.phone`) and why. */
export type FieldRefusal = { readonly path: string; readonly why: Word; readonly slots?: Slots };

/**
 * Something a person asked for and may not have, with one sentence that says what to do next.
 * Everything else that throws is our bug and ends as a 500.
 */
export class Refused extends Error {
  readonly word: Word;
  readonly slots: Slots;
  readonly status: number;
  readonly fields: readonly FieldRefusal[];
  readonly data: unknown;
  /** what API clients branch on: the word's code, unless a code is fixed for programs */
  readonly code: string;

  /**
   * @param word the sentence
   * @param o.slots values for the sentence's `{slots}`
   * @param o.status HTTP status, 4xx: 409 (wrong state or a rule, the default), 400 (shape), 403, 404, 413, 429 …
   * @param o.fields refusals that stand at single fields
   * @param o.data facts a screen may use; never personal data
   * @param o.code what API clients branch on, where it is fixed for them; the word's own code unless told
   */
  constructor(word: Word, o: { slots?: Slots; status?: number; fields?: readonly FieldRefusal[]; data?: unknown; code?: string } = {}) {
    // A refusal is an answer and no accident: nobody reads where it was written, and writing that down costs more than the answer.
    const traced = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    super(word.code);
    Error.stackTraceLimit = traced;
    this.name = 'Refused';
    this.word = word;
    this.slots = o.slots ?? {};
    this.status = o.status ?? 409;
    this.fields = o.fields ?? [];
    this.data = o.data;
    this.code = o.code ?? word.code;
  }
}
