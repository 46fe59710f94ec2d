import type { Slots, Word } from './words.ts';

/** Why a text was not taken; `why` is a sentence with what to do next, `slots` fills it. */
export type Refusal = { readonly ok: false; readonly why: Word; readonly slots?: Slots };

/** What reading a text gives: the value with warnings that do not stand in its way, or a refusal. */
export type Reading<T> = ({ readonly ok: true; readonly warnings: readonly Word[] } & T) | Refusal;

/** A refusal with its sentence. */
export const refuse = (why: Word, slots: Slots = {}): Refusal => ({ ok: false, why, slots });
