import { Refused } from './errors.ts';
import type { Slots, Word } from './words.ts';

/** Why a text was not taken; `why` is a sentence with what to do next, `slots` fills it. */
export type Refusal = { readonly ok: false; readonly why: Word; readonly slots?: Slots };

/** What reading a text gives: the value with warnings that do not stand in its way, or a refusal. */
export type Reading<T> = ({ readonly ok: true; readonly warnings: readonly Word[] } & T) | Refusal;

/** A refusal with its sentence. */
export const refuse = (why: Word, slots: Slots = {}): Refusal => ({ ok: false, why, slots });

/**
 * The value that was read, for a service that cannot go on without it.
 * @param path the input field it stands in, so that the screen can show the sentence there
 * @throws Refused 400 with the reader's sentence
 */
export function taken<T>(reading: Reading<T>, path?: string): { readonly ok: true; readonly warnings: readonly Word[] } & T {
  if (reading.ok) return reading;
  const { why, slots = {} } = reading as Refusal;
  throw new Refused(why, { slots, status: 400, fields: path === undefined ? [] : [{ path, why, slots }] });
}
