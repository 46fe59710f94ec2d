import type { FieldRefusal } from '#shared/errors';
import { words } from './identity.words.ts';
import { LIMITS, type Numbers } from './limits.rules.ts';
import { isCommon } from './guessable.rules.ts';

/** Full-width letters and digits of a Chinese keyboard count as what they look like. */
export const tidyPassword = (typed: string): string => typed.normalize('NFKC');

/** How many of the four classes (capitals, small letters, digits, signs) occur; any other script counts as signs. */
export function classesOf(password: string): number {
  return [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9]/].filter((c) => c.test(password)).length;
}

/**
 * Why a password is refused, or null. Rules: rules.md §23 (length 8, administrators 12; 3 of 4 classes),
 * common passwords and the person's own name, phone or staff number are refused as well.
 * The last five are compared by the caller, because that takes hashing.
 */
export function weakness(password: string, o: { administrator: boolean; own: readonly string[]; numbers: Numbers['password'] }): FieldRefusal | null {
  const least = o.administrator ? o.numbers.leastForAdministrators : o.numbers.least;
  const length = [...password].length;
  const at = (why: FieldRefusal['why'], slots?: FieldRefusal['slots']): FieldRefusal => ({ path: 'password', why, ...(slots ? { slots } : {}) });
  if (length < least) return at(words.passwordShort, { least });
  if (length > LIMITS.passwordMost) return at(words.passwordLong, { most: LIMITS.passwordMost });
  if (classesOf(password) < o.numbers.classes) return at(words.passwordClasses, { classes: o.numbers.classes });
  if (isCommon(password)) return at(words.passwordCommon);
  const low = password.toLowerCase();
  if (o.own.some((own) => own.length >= 2 && low.includes(own.toLowerCase()))) return at(words.passwordPersonal);
  return null;
}
